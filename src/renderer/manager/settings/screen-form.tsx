import { useRef, useState, type ReactElement } from 'react'
import type { SettingsChange, SettingsChoices, SettingsNews } from '../../../shared/manager/settings.ts'
import type { BoardSet, ScreenSettings } from '../../../shared/screen-settings.ts'
import { PickOne, Tick, type Option } from '../../form/choices.tsx'
import { Action, LineField } from '../../form/form.tsx'
import { useSession } from '../session.tsx'
import { SETTINGS_WORDS } from '../words/settings-words.ts'
import { afterDrawing, goToFault, Outcome } from './section.tsx'
import { useSettingsForm } from './settings-form.ts'
import { numberOrText, textOrNull } from './typed.ts'

const THEMES = ['dark', 'light', 'contrast'] as const
const PRICE_STYLES = ['you-pay', 'shelf-price'] as const
const SOLD_OUT = ['hide', 'grey', 'last'] as const
const LEVELS = ['roomy', 'standard', 'dense'] as const
const CUSTOMERS = ['recreational', 'medical'] as const
const SETS = ['full', 'on-promotion', 'new-arrivals'] as const
const NO_GROUP = 'none'
/** A set that this form does not make: it stays as it is. */
const AS_IT_IS = 'as-it-is'

/** One screen: its name, and how it shows the menu. */
export function ScreenForm({
  name,
  news,
  choices
}: {
  readonly name: string
  readonly news: SettingsNews
  readonly choices: SettingsChoices | null
}): ReactElement | null {
  const { language } = useSession()
  const words = SETTINGS_WORDS[language]
  const form = useSettingsForm(news)
  const [isLeaving, setIsLeaving] = useState(false)
  const here = useRef<HTMLFormElement>(null)
  const stored = news.settings.screens[name]
  if (stored === undefined) return null
  const { screenLabels: labels, values, sets } = news.names
  const changed = form.draft.screens?.[name] ?? {}
  const now = { ...stored, ...changed } as ScreenSettings
  const newName = form.draft.renamedScreens?.[name] ?? name
  const set = (change: Partial<Record<keyof ScreenSettings, unknown>>): void =>
    form.edit({ screens: { [name]: { ...changed, ...change } } })
  const errorAt = (field: keyof ScreenSettings): string | null => form.errorAt(`screens.${name}.${field}`)
  const named = (ids: readonly string[]): readonly Option[] => ids.map((id) => ({ id, name: values[id] ?? id }))

  /** A screen that is renamed in the same save is changed under its new name. */
  const save = async (): Promise<void> => {
    const renamed = newName.trim() !== name
    const change: SettingsChange = renamed
      ? { ...form.draft, screens: { [newName.trim()]: changed } }
      : { screens: { [name]: changed } }
    if (!(await form.save(change))) afterDrawing(() => goToFault(here.current))
  }

  return (
    <form
      ref={here}
      className="settings-form settings-grid"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <LineField
        label={words.newName}
        value={newName}
        onChange={(text) => form.edit({ renamedScreens: { [name]: text } })}
        error={form.errorAt(`renamedScreens.${name}`)}
      />
      <SetPicker
        value={now.set}
        sets={sets}
        label={labels.set}
        keptSet={words.keptSet}
        onPick={(chosen) => set({ set: chosen })}
      />
      <PickOne
        label={labels.theme}
        options={[
          ...named(THEMES),
          ...[...new Set([...news.themes, now.theme])]
            .filter((id) => id.startsWith('custom:'))
            .map((id) => ({ id, name: id.slice('custom:'.length) }))
        ]}
        value={now.theme}
        onPick={(theme) => set({ theme })}
        error={errorAt('theme')}
      />
      <PickOne
        label={labels.groupId}
        note={words.groupNote}
        options={[{ id: NO_GROUP, name: words.noGroup }, ...groupOptions(choices, now.groupId)]}
        value={now.groupId === null ? NO_GROUP : String(now.groupId)}
        onPick={(id) => set({ groupId: id === NO_GROUP ? null : Number(id) })}
        error={errorAt('groupId')}
      />
      <PickOne
        label={labels.customer}
        options={named(CUSTOMERS)}
        value={now.customer}
        onPick={(customer) => set({ customer })}
      />
      <PickOne
        label={labels.priceStyle}
        options={named(PRICE_STYLES)}
        value={now.priceStyle}
        onPick={(priceStyle) => set({ priceStyle })}
      />
      <PickOne
        label={labels.soldOut}
        options={named(SOLD_OUT)}
        value={now.soldOut}
        onPick={(soldOut) => set({ soldOut })}
      />
      <PickOne label={labels.level} options={named(LEVELS)} value={now.level} onPick={(level) => set({ level })} />
      <NumberField
        label={labels.diagonalInches}
        unit={words.inches}
        value={now.diagonalInches}
        onType={(diagonalInches) => set({ diagonalInches })}
        error={errorAt('diagonalInches')}
      />
      <NumberField
        label={labels.distanceMetres}
        unit={words.metres}
        value={now.distanceMetres}
        onType={(distanceMetres) => set({ distanceMetres })}
        error={errorAt('distanceMetres')}
      />
      <NumberField
        label={labels.dwellSeconds}
        unit={words.seconds}
        value={now.dwellSeconds}
        onType={(dwellSeconds) => set({ dwellSeconds })}
        error={errorAt('dwellSeconds')}
      />
      <NumberField
        label={labels.safeMarginPercent}
        unit={words.percent}
        value={now.safeMarginPercent}
        onType={(safeMarginPercent) => set({ safeMarginPercent })}
        error={errorAt('safeMarginPercent')}
      />
      <LineField
        label={labels.lastFewBelow}
        note={words.lastFewNote}
        value={now.lastFewBelow ?? ''}
        onChange={(text) => set({ lastFewBelow: textOrNull(text) })}
        error={errorAt('lastFewBelow')}
      />
      <LineField
        label={labels.language}
        note={words.languageNote}
        value={now.language ?? ''}
        onChange={(text) => set({ language: textOrNull(text) })}
        error={errorAt('language')}
      />
      <div className="choices">
        <Tick isOn={now.pictures} onTick={(pictures) => set({ pictures })}>
          {labels.pictures}
        </Tick>
        <Tick isOn={now.calm} onTick={(calm) => set({ calm })}>
          {labels.calm}
        </Tick>
      </div>
      <div className="form-actions settings-wide">
        <Action main type="submit" isDisabled={!form.isChanged || form.isSaving}>
          {form.isSaving ? words.saving : words.save(words.screenForm(name))}
        </Action>
        {form.isChanged ? <Action onPress={form.forget}>{words.forget}</Action> : null}
        {isLeaving ? null : <Action onPress={() => setIsLeaving(true)}>{words.removeScreen(name)}</Action>}
      </div>
      {isLeaving ? (
        <div className="form-actions settings-wide" role="group" aria-label={words.removeReally(name)}>
          <p>{words.removeReally(name)}</p>
          <Action
            main
            autoFocus
            onPress={() => void form.save({ screens: { [name]: null } }).then(() => setIsLeaving(false))}
          >
            {words.remove}
          </Action>
          <Action onPress={() => setIsLeaving(false)}>{words.keepScreen}</Action>
        </div>
      ) : null}
      <div className="settings-wide">
        <Outcome form={form} />
      </div>
    </form>
  )
}

function SetPicker({
  value,
  sets,
  label,
  keptSet,
  onPick
}: {
  readonly value: BoardSet
  readonly sets: SettingsNews['names']['sets']
  readonly label: string
  readonly keptSet: string
  readonly onPick: (set: BoardSet) => void
}): ReactElement {
  const isPlain = (SETS as readonly string[]).includes(value.kind)
  return (
    <PickOne
      label={label}
      options={[
        ...SETS.map((kind) => ({ id: kind, name: sets[kind] })),
        ...(isPlain ? [] : [{ id: AS_IT_IS, name: keptSet }])
      ]}
      value={isPlain ? value.kind : AS_IT_IS}
      onPick={(id) => {
        const kind = SETS.find((one) => one === id)
        if (kind !== undefined) onPick({ kind })
      }}
    />
  )
}

function NumberField({
  label,
  unit,
  value,
  onType,
  error
}: {
  readonly label: string
  readonly unit: string
  readonly value: number
  readonly onType: (value: number) => void
  readonly error: string | null
}): ReactElement {
  return (
    <LineField
      label={label}
      inputMode="decimal"
      value={String(value)}
      onChange={(text) => onType(numberOrText(text))}
      error={error}
    >
      {unit}
    </LineField>
  )
}

/** The groups that Cova has prices for, and the one that is chosen though it has none now. */
function groupOptions(choices: SettingsChoices | null, chosen: number | null): readonly Option[] {
  const known = (choices?.groups ?? []).map(({ groupId, name }) => ({
    id: String(groupId),
    name: name === '' ? String(groupId) : name
  }))
  if (chosen === null || known.some(({ id }) => id === String(chosen))) return known
  return [...known, { id: String(chosen), name: String(chosen) }]
}
