import type { ReactElement } from 'react'
import { Checkbox, CheckboxGroup, Label, Text } from 'react-aria-components'
import type { MenuParts } from '../../../shared/manager/screens.ts'
import type { BoardSet, TimedSet } from '../../../shared/screen-settings.ts'
import { Action, Alert, LineField } from '../../form/form.tsx'
import { Choice } from './choice.tsx'
import type { ScreensWords } from './screens-words.ts'

const KINDS = ['full', 'classifications', 'shelf', 'on-promotion', 'new-arrivals'] as const

interface SetFieldProps {
  readonly label: string
  readonly set: BoardSet
  readonly parts: MenuParts | null
  readonly error: string | null
  readonly words: ScreensWords
  readonly onSet: (set: BoardSet) => void
}

/** What of the menu a screen shows, chosen from what the store's menu is made of. */
export function SetField({ label, set, parts, error, words, onSet }: SetFieldProps): ReactElement {
  return (
    <div className="set-field">
      <Choice
        label={label}
        value={set.kind}
        options={KINDS.map((kind) => ({ value: kind, name: words.sets[kind] }))}
        error={error}
        onChange={(kind) => onSet(kind === set.kind ? set : emptySetOf(kind, parts))}
      />
      {set.kind === 'classifications' ? <Classes set={set} parts={parts} words={words} onSet={onSet} /> : null}
      {set.kind === 'shelf' ? <Shelf set={set} parts={parts} words={words} onSet={onSet} /> : null}
    </div>
  )
}

function emptySetOf(kind: BoardSet['kind'], parts: MenuParts | null): BoardSet {
  switch (kind) {
    case 'full':
    case 'on-promotion':
    case 'new-arrivals':
      return { kind }
    case 'classifications':
      return { kind, paths: [] }
    case 'shelf':
      return { kind, shelfId: parts?.shelves[0]?.shelfId ?? 0 }
  }
}

function Classes({
  set,
  parts,
  words,
  onSet
}: Omit<SetFieldProps, 'label' | 'error' | 'set'> & {
  readonly set: BoardSet & { readonly kind: 'classifications' }
}): ReactElement {
  const chosen = set.paths.map(keyOf)
  const known = parts?.classes ?? []
  // A class that the menu has no more stays until it is taken away.
  const gone = set.paths.filter((path) => !known.some((one) => keyOf(one.path) === keyOf(path)))
  return (
    <CheckboxGroup
      className="choices classes"
      value={chosen}
      onChange={(keys) => onSet({ kind: 'classifications', paths: keys.map((key) => JSON.parse(key) as string[]) })}
    >
      <Label>{words.classes}</Label>
      <div className="classes-list">
        {[...known, ...gone.map((path) => ({ path, products: parts === null ? null : 0 }))].map(
          ({ path, products }) => (
            <Checkbox
              key={keyOf(path)}
              value={keyOf(path)}
              className="choice"
              style={{ marginLeft: `${(path.length - 1) * 20}px` }}
            >
              <span className="box" aria-hidden="true" />
              <span>{path.at(-1)}</span>
              {products === null ? null : <span className="choice-count">{words.products(products)}</span>}
            </Checkbox>
          )
        )}
      </div>
    </CheckboxGroup>
  )
}

function Shelf({
  set,
  parts,
  words,
  onSet
}: Omit<SetFieldProps, 'label' | 'error' | 'set'> & {
  readonly set: BoardSet & { readonly kind: 'shelf' }
}): ReactElement {
  const shelves = parts?.shelves ?? []
  if (shelves.length === 0) return <p className="field-note">{words.noShelf}</p>
  return (
    <Choice
      label={words.shelf}
      value={String(set.shelfId)}
      options={shelves.map(({ shelfId, name }) => ({ value: String(shelfId), name }))}
      onChange={(shelfId) => onSet({ kind: 'shelf', shelfId: Number(shelfId) })}
    />
  )
}

/** Other sets from some times of the day on. */
export function TimedSetsField({
  timedSets,
  parts,
  errorOf,
  error,
  words,
  onTimedSets
}: {
  readonly timedSets: readonly TimedSet[]
  readonly parts: MenuParts | null
  /** What is wrong with one of them. */
  readonly errorOf: (at: number) => string | null
  /** What is wrong with all of them together. */
  readonly error: string | null
  readonly words: ScreensWords
  readonly onTimedSets: (timedSets: readonly TimedSet[]) => void
}): ReactElement {
  const change = (at: number, timed: TimedSet): void => onTimedSets(timedSets.map((one, i) => (i === at ? timed : one)))
  return (
    <fieldset className="timed-sets">
      <legend>{words.timedSets}</legend>
      <Text className="field-note">{words.timedNote}</Text>
      {timedSets.map((timed, at) => (
        // A time is its place: it may be typed anew.
        // oxlint-disable-next-line react/no-array-index-key
        <div className="timed-set" key={at}>
          <LineField
            label={words.from}
            value={timed.from}
            onChange={(from) => change(at, { ...timed, from })}
            error={errorOf(at)}
            validationBehavior="aria"
            inputMode="numeric"
          />
          <SetField
            label={words.set}
            set={timed.set}
            parts={parts}
            error={null}
            words={words}
            onSet={(set) => change(at, { ...timed, set })}
          />
          <Action onPress={() => onTimedSets(timedSets.filter((_, i) => i !== at))}>
            {words.removeTime(timed.from)}
          </Action>
        </div>
      ))}
      <Action onPress={() => onTimedSets([...timedSets, { from: '16:00', set: { kind: 'on-promotion' } }])}>
        {words.addTime}
      </Action>
      <Alert message={error} />
    </fieldset>
  )
}

function keyOf(path: readonly string[]): string {
  return JSON.stringify(path)
}
