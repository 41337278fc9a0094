import { useState, type FormEvent, type ReactElement } from 'react'
import { Button, FieldError, Group, Input, Label, NumberField } from 'react-aria-components'
import type { MenuParts } from '../../../shared/manager/screens.ts'
import type { StoreChoice } from '../../../shared/manager/stores.ts'
import type { ScreenSettings, ThemeChoice } from '../../../shared/screen-settings.ts'
import { Action, Alert, LineField } from '../../form/form.tsx'
import { Choice } from './choice.tsx'
import type { ScreenDraft, ScreenDraftValues } from './screen-draft.ts'
import type { ScreensWords } from './screens-words.ts'
import { SetField, TimedSetsField } from './set-field.tsx'

const METRES_PER_FOOT = 0.3048
const BUILT_IN = ['dark', 'light', 'contrast'] as const
const ORIENTATIONS = ['auto', 'landscape', 'portrait-left', 'portrait-right'] as const
const LEVELS = ['roomy', 'standard', 'dense'] as const
const OUTSIDES = ['on', 'dim', 'off'] as const

export interface FormFault {
  readonly field: string | null
  readonly message: string
}

/** How a screen is set. Nothing happens before it is saved. */
export function ScreenForm({
  draft,
  isChanged,
  mayMove,
  hasAddress,
  mayShare,
  stores,
  themes,
  parts,
  fault,
  isSaving,
  words,
  onValues,
  onSave,
  onDiscard
}: {
  readonly draft: ScreenDraft
  readonly isChanged: boolean
  readonly mayMove: boolean
  /** A browser that is not paired: what it is stands in its address. */
  readonly hasAddress: boolean
  readonly mayShare: boolean
  readonly stores: readonly StoreChoice[]
  /** The store's own, as a screen names them. */
  readonly themes: readonly string[]
  readonly parts: MenuParts | null
  readonly fault: FormFault | null
  readonly isSaving: boolean
  readonly words: ScreensWords
  readonly onValues: (values: ScreenDraftValues) => void
  readonly onSave: () => void
  readonly onDiscard: () => void
}): ReactElement {
  const { values } = draft
  const { settings } = values
  const errorOf = (field: string): string | null => (fault?.field === field ? fault.message : null)
  const set = <Field extends keyof ScreenSettings>(field: Field, value: ScreenSettings[Field]): void =>
    onValues({ ...values, settings: { ...settings, [field]: value } })
  const shown: readonly (keyof ScreenSettings | 'name' | 'locationId' | 'board')[] = [
    'name',
    'locationId',
    'board',
    'set',
    'timedSets',
    'theme',
    'orientation',
    'diagonalInches',
    'distanceMetres',
    'level',
    'outsideHours'
  ]
  const send = (event: FormEvent): void => {
    event.preventDefault()
    onSave()
  }
  return (
    <form className="screen-form" onSubmit={send}>
      <h3>{words.settings}</h3>
      {mayMove ? (
        <>
          <LineField
            label={words.name}
            value={values.name}
            onChange={(name) => onValues({ ...values, name })}
            error={errorOf('name')}
            validationBehavior="aria"
            maxLength={60}
          />
          <Choice
            label={words.facts.store}
            value={values.locationId === null ? null : String(values.locationId)}
            options={stores.map(({ locationId, name, place }) => ({ value: String(locationId), name, note: place }))}
            error={errorOf('locationId')}
            onChange={(chosen) => onValues({ ...values, locationId: Number(chosen) })}
          />
        </>
      ) : hasAddress ? (
        <p className="field-note">{words.fixedPlace}</p>
      ) : null}
      {mayShare ? (
        <LineField
          label={words.board}
          value={values.board}
          onChange={(board) => onValues({ ...values, board })}
          error={errorOf('board')}
          note={words.boardNote}
          validationBehavior="aria"
          maxLength={60}
        />
      ) : null}
      <SetField
        label={words.set}
        set={settings.set}
        parts={parts}
        error={errorOf('set')}
        words={words}
        onSet={(chosen) => set('set', chosen)}
      />
      <TimedSetsField
        timedSets={settings.timedSets}
        parts={parts}
        error={errorOf('timedSets')}
        words={words}
        onTimedSets={(timedSets) => set('timedSets', timedSets)}
      />
      <Choice<string>
        label={words.theme}
        value={settings.theme}
        options={themeOptionsOf(settings.theme, themes, words)}
        error={errorOf('theme')}
        onChange={(theme) => set('theme', theme as ThemeChoice)}
      />
      <Choice
        label={words.orientation}
        value={settings.orientation}
        options={ORIENTATIONS.map((value) => ({ value, name: words.orientations[value] }))}
        error={errorOf('orientation')}
        onChange={(orientation) => set('orientation', orientation)}
      />
      <Measure
        label={words.size}
        unit={words.inches}
        value={settings.diagonalInches}
        error={errorOf('diagonalInches')}
        onChange={(inches) => set('diagonalInches', inches)}
      />
      <Distance
        metres={settings.distanceMetres}
        error={errorOf('distanceMetres')}
        words={words}
        onMetres={(metres) => set('distanceMetres', metres)}
      />
      <Choice
        label={words.level}
        value={settings.level}
        options={LEVELS.map((value) => ({ value, name: words.levels[value] }))}
        error={errorOf('level')}
        onChange={(level) => set('level', level)}
      />
      <Choice
        label={words.outside}
        value={settings.outsideHours}
        options={OUTSIDES.map((value) => ({ value, name: words.outsides[value] }))}
        error={errorOf('outsideHours')}
        note={words.outsideNote}
        onChange={(outside) => set('outsideHours', outside)}
      />
      <Alert message={fault !== null && !shown.some((field) => field === fault.field) ? fault.message : null} />
      <div className="screen-form-end">
        <Action main type="submit" isDisabled={!isChanged || isSaving}>
          {words.save}
        </Action>
        {isChanged ? <Action onPress={onDiscard}>{words.discard}</Action> : null}
        <p className="field-note" role="status">
          {isChanged ? words.unsaved : ''}
        </p>
      </div>
    </form>
  )
}

function themeOptionsOf(theme: string, themes: readonly string[], words: ScreensWords) {
  const own = [...new Set([...themes, ...(theme.startsWith('custom:') ? [theme] : [])])]
  return [
    ...BUILT_IN.map((value) => ({ value: value as string, name: words.themes[value] })),
    ...own.map((value) => ({ value, name: value.slice('custom:'.length) }))
  ]
}

/** A number with its unit. What is out of bounds is refused by the host, with what would be right. */
function Measure({
  label,
  unit,
  value,
  error,
  onChange
}: {
  readonly label: string
  readonly unit: string
  readonly value: number
  readonly error: string | null
  readonly onChange: (value: number) => void
}): ReactElement {
  return (
    <NumberField
      className="field measure"
      value={value}
      onChange={onChange}
      isInvalid={error !== null}
      validationBehavior="aria"
      formatOptions={{ maximumFractionDigits: 2 }}
    >
      <Label>
        {label} ({unit})
      </Label>
      <Group className="field-line">
        <Button slot="decrement" className="action">
          −
        </Button>
        <Input autoComplete="off" />
        <Button slot="increment" className="action">
          +
        </Button>
      </Group>
      <FieldError className="field-error">{error}</FieldError>
    </NumberField>
  )
}

/** Kept in metres; said in whichever of the two somebody measures with. */
function Distance({
  metres,
  error,
  words,
  onMetres
}: {
  readonly metres: number
  readonly error: string | null
  readonly words: ScreensWords
  readonly onMetres: (metres: number) => void
}): ReactElement {
  const [unit, setUnit] = useState<'m' | 'ft'>('m')
  const perUnit = unit === 'm' ? 1 : METRES_PER_FOOT
  return (
    <div className="distance">
      <Measure
        label={words.distance}
        unit={words.units[unit]}
        value={Math.round((metres / perUnit) * 100) / 100}
        error={error}
        onChange={(value) => onMetres(Math.round(value * perUnit * 10_000) / 10_000)}
      />
      <Choice
        label={words.unit}
        value={unit}
        options={(['m', 'ft'] as const).map((value) => ({ value, name: words.units[value] }))}
        onChange={setUnit}
      />
    </div>
  )
}
