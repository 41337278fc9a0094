import { useState, type ReactElement } from 'react'
import type { ListedScreen } from '../../../shared/manager/screens.ts'
import type { StoreChoice } from '../../../shared/manager/stores.ts'
import { Action, Alert } from '../../form/form.tsx'
import { useAnswer, useAskAllAgain, useSession } from '../session.tsx'
import { changeOf, draftOf, type ScreenDraft } from './screen-draft.ts'
import type { FormFault } from '../field-faults.ts'
import { ScreenForm } from './screen-form.tsx'
import type { ScreensWords } from './screens-words.ts'

const MENU_EVERY_MS = 60_000
const ASK_AGAIN_MS = 2000

/** All of one screen: what it does, what is wrong, what can be done with it, and how it is set. */
export function ScreenPanel({
  screen,
  draft,
  stores,
  words,
  onDraft
}: {
  readonly screen: ListedScreen
  /** What was typed and not saved; null where nothing was. */
  readonly draft: ScreenDraft | null
  readonly stores: readonly StoreChoice[]
  readonly words: ScreensWords
  /** Makes the draft another, from what it is by then: somebody may type while a save is under way. */
  readonly onDraft: (next: (now: ScreenDraft | null) => ScreenDraft | null) => void
}): ReactElement {
  const { ask } = useSession()
  const askAllAgain = useAskAllAgain()
  const [said, setSaid] = useState<string | null>(null)
  const [saved, setSaved] = useState<string | null>(null)
  const [alarm, setAlarm] = useState<string | null>(null)
  const [fault, setFault] = useState<FormFault | null>(null)
  const [isSaving, setSaving] = useState(false)
  const [unpairing, setUnpairing] = useState<'asked' | 'kept' | null>(null)
  const inForm = draft ?? draftOf(screen)
  const change = changeOf(inForm)
  const { locationId } = inForm.values
  const [isMenuKnown, setMenuKnown] = useState(false)
  const { answer, isOld } = useAnswer('screens:menu', [locationId ?? 0], {
    enabled: locationId !== null,
    everyMs: isMenuKnown ? MENU_EVERY_MS : ASK_AGAIN_MS
  })
  // Of another store than the one that is chosen, nothing is on offer.
  const parts = isOld ? null : answer
  // After a save another engine is being started, and cannot say yet.
  if ((parts !== null) !== isMenuKnown) setMenuKnown(parts !== null)
  const { answer: news } = useAnswer('settings:read', [])
  const { answer: choices } = useAnswer('settings:choices', [], {
    everyMs: isMenuKnown ? MENU_EVERY_MS : ASK_AGAIN_MS
  })

  const order = async (
    channel: 'screens:identify' | 'screens:reload' | 'screens:unpair',
    done: string
  ): Promise<void> => {
    const reply = await ask(channel, [screen.id])
    setAlarm(reply.ok ? null : reply.message)
    setSaid(reply.ok ? done : null)
    void askAllAgain()
  }

  const save = async (): Promise<boolean> => {
    if (change === null || isSaving) return true
    setSaving(true)
    const reply = await ask('screens:change', [screen.id, change])
    setSaving(false)
    if (!reply.ok) {
      setFault(reply)
      return false
    }
    setFault(null)
    setSaved(words.saved)
    // Until the list tells of it, the form stays as it was saved. What was typed meanwhile is a change of that.
    const base = inForm.values
    onDraft((now) => ({ base, values: now?.values ?? base }))
    await askAllAgain()
    onDraft((now) => (now?.base === base && changeOf(now) === null ? null : now))
    return true
  }

  return (
    <aside className="reasons screen-panel" aria-label={screen.name}>
      <p className="screen-where">{screen.where === '' ? screen.since : screen.where}</p>
      <h2>
        <span className="wall-number">{screen.number}</span> {screen.name}
      </h2>
      <Facts screen={screen} words={words} />
      {screen.problems.length === 0 ? null : (
        <section className="screen-problems" aria-label={words.problems}>
          <h3>{words.problems}</h3>
          <ul>
            {screen.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </section>
      )}
      <div className="screen-orders">
        <Action isDisabled={!screen.isOn} onPress={() => void order('screens:identify', words.identified)}>
          {words.identify}
        </Action>
        <Action isDisabled={!screen.isOn} onPress={() => void order('screens:reload', words.reloading)}>
          {words.reload}
        </Action>
        {screen.kind !== 'paired' ? null : unpairing === 'asked' ? (
          <>
            <Action
              autoFocus
              onPress={() => {
                setUnpairing(null)
                void order('screens:unpair', words.unpaired)
              }}
            >
              {words.unpairSure}
            </Action>
            <Action onPress={() => setUnpairing('kept')}>{words.keep}</Action>
          </>
        ) : (
          <Action autoFocus={unpairing === 'kept'} onPress={() => setUnpairing('asked')}>
            {words.unpair}
          </Action>
        )}
      </div>
      <Alert message={alarm} />
      <p className="screen-said" role="status">
        {said ?? ''}
      </p>
      <ScreenForm
        draft={inForm}
        isChanged={change !== null}
        mayMove={screen.mayMove}
        hasAddress={screen.kind === 'browser'}
        mayShare={screen.mayShare}
        stores={stores}
        news={news}
        choices={choices}
        parts={parts}
        fault={fault}
        said={saved}
        isSaving={isSaving}
        words={words}
        onValues={(values) => {
          setSaved(null)
          onDraft(() => ({ base: inForm.base, values }))
        }}
        onSave={save}
        onDiscard={() => {
          setFault(null)
          onDraft(() => null)
        }}
      />
    </aside>
  )
}

function Facts({ screen, words }: { readonly screen: ListedScreen; readonly words: ScreensWords }): ReactElement {
  const { facts, since } = screen
  const rows: readonly (readonly [string, string | null])[] = [
    [words.facts.store, facts?.storeName ?? null],
    [words.facts.shows, facts?.shows ?? null],
    [words.facts.theme, facts?.theme ?? null],
    [words.facts.pages, facts?.pages ?? null],
    [words.facts.prices, facts?.priceAge ?? null],
    [words.facts.light, facts?.light ?? null],
    [words.facts.sign, facts?.heard ?? null],
    [words.facts.since, since]
  ]
  return (
    <dl className="screen-facts">
      {rows.map(([label, value]) =>
        value === null || value === '' ? null : (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        )
      )}
    </dl>
  )
}
