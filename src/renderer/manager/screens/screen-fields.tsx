import { useState, type ReactElement } from 'react'
import type { MenuParts } from '../../../shared/manager/screens.ts'
import type { SettingNamesNews, SettingsChoices } from '../../../shared/manager/settings.ts'
import type { ScreenSettings, ThemeChoice } from '../../../shared/screen-settings.ts'
import { Tick } from '../../form/choices.tsx'
import { LineField } from '../../form/form.tsx'
import { NumberLine } from '../../form/number-line.tsx'
import { faultAt, faultExactlyAt, type FormFault } from '../field-faults.ts'
import { Choice, type ChoiceOption } from './choice.tsx'
import type { ScreensWords } from './screens-words.ts'
import { SetField, TimedSetsField } from './set-field.tsx'

const METRES_PER_FOOT = 0.3048
const BUILT_IN = ['dark', 'light', 'contrast'] as const
const ORIENTATIONS = ['auto', 'landscape', 'portrait-left', 'portrait-right'] as const
const LEVELS = ['roomy', 'standard', 'dense'] as const
const OUTSIDES = ['on', 'dim', 'off'] as const
const CUSTOMERS = ['recreational', 'medical'] as const
const PRICE_STYLES = ['you-pay', 'shelf-price'] as const
const SOLD_OUT = ['hide', 'grey', 'last'] as const
const MODES = ['board', 'kiosk'] as const
const NO_GROUP = 'none'

/** What of a screen has a field here, as refusals name it. */
export const SCREEN_FIELDS: readonly (keyof ScreenSettings)[] = [
  'mode',
  'idleSeconds',
  'set',
  'timedSets',
  'customer',
  'groupId',
  'soldOut',
  'lastFewBelow',
  'theme',
  'priceStyle',
  'language',
  'pictures',
  'rewardsPanel',
  'calm',
  'outsideHours',
  'orientation',
  'diagonalInches',
  'distanceMetres',
  'level',
  'dwellSeconds',
  'safeMarginPercent'
]

/** All that a screen can be set to, wherever it is edited. */
export function ScreenFields({
  settings,
  names,
  themes,
  choices,
  parts,
  fault,
  words,
  onSet
}: {
  readonly settings: ScreenSettings
  readonly names: SettingNamesNews
  /** The store's own, as a screen names them. */
  readonly themes: readonly string[]
  /** Null while no engine can say. */
  readonly choices: SettingsChoices | null
  readonly parts: MenuParts | null
  readonly fault: FormFault | null
  readonly words: ScreensWords
  readonly onSet: <Field extends keyof ScreenSettings>(field: Field, value: ScreenSettings[Field]) => void
}): ReactElement {
  const { screenLabels: labels, numbers } = names
  const errorOf = (field: keyof ScreenSettings): string | null => faultAt(fault, field)
  function named<Value extends string>(values: readonly Value[]): readonly ChoiceOption<Value>[] {
    return values.map((value) => ({ value, name: names.values[value] ?? value }))
  }
  return (
    <>
      <fieldset className="screen-fields">
        <legend>{words.parts.menu}</legend>
        <Choice
          label={labels.mode}
          value={settings.mode}
          options={named(MODES)}
          error={errorOf('mode')}
          onChange={(mode) => onSet('mode', mode)}
        />
        {settings.mode === 'kiosk' ? (
          <NumberLine
            label={`${labels.idleSeconds} (${words.seconds})`}
            value={settings.idleSeconds}
            right={numbers.idleSeconds}
            error={errorOf('idleSeconds')}
            onType={(seconds) => onSet('idleSeconds', seconds)}
          />
        ) : null}
        <SetField
          label={words.set}
          set={settings.set}
          parts={parts}
          error={errorOf('set')}
          words={words}
          onSet={(set) => onSet('set', set)}
        />
        <TimedSetsField
          timedSets={settings.timedSets}
          parts={parts}
          errorOf={(at) => faultAt(fault, `timedSets.${at}`)}
          error={faultExactlyAt(fault, 'timedSets')}
          words={words}
          onTimedSets={(timedSets) => onSet('timedSets', timedSets)}
        />
        <Choice
          label={labels.customer}
          value={settings.customer}
          options={named(CUSTOMERS)}
          error={errorOf('customer')}
          onChange={(customer) => onSet('customer', customer)}
        />
        <Choice<string>
          label={labels.groupId}
          value={settings.groupId === null ? NO_GROUP : String(settings.groupId)}
          options={[{ value: NO_GROUP, name: words.noGroup }, ...groupOptionsOf(choices, settings.groupId)]}
          error={errorOf('groupId')}
          note={words.groupNote}
          onChange={(group) => onSet('groupId', group === NO_GROUP ? null : Number(group))}
        />
        <Choice
          label={labels.soldOut}
          value={settings.soldOut}
          options={named(SOLD_OUT)}
          error={errorOf('soldOut')}
          onChange={(soldOut) => onSet('soldOut', soldOut)}
        />
        <LineField
          label={labels.lastFewBelow}
          note={words.lastFewNote}
          value={settings.lastFewBelow ?? ''}
          onChange={(text) => onSet('lastFewBelow', text === '' ? null : text)}
          error={errorOf('lastFewBelow')}
          validationBehavior="aria"
        />
      </fieldset>
      <fieldset className="screen-fields">
        <legend>{words.parts.look}</legend>
        <Choice<string>
          label={words.theme}
          value={settings.theme}
          options={themeOptionsOf(settings.theme, themes, words)}
          error={errorOf('theme')}
          onChange={(theme) => onSet('theme', theme as ThemeChoice)}
        />
        <Choice
          label={labels.priceStyle}
          value={settings.priceStyle}
          options={named(PRICE_STYLES)}
          error={errorOf('priceStyle')}
          onChange={(priceStyle) => onSet('priceStyle', priceStyle)}
        />
        <LineField
          label={labels.language}
          note={words.languageNote}
          value={settings.language ?? ''}
          onChange={(text) => onSet('language', text === '' ? null : text)}
          error={errorOf('language')}
          validationBehavior="aria"
        />
        <div className="choices">
          <Tick isOn={settings.pictures} onTick={(pictures) => onSet('pictures', pictures)}>
            {labels.pictures}
          </Tick>
          <Tick isOn={settings.rewardsPanel} onTick={(rewards) => onSet('rewardsPanel', rewards)}>
            {labels.rewardsPanel}
          </Tick>
          <Tick isOn={settings.calm} onTick={(calm) => onSet('calm', calm)}>
            {labels.calm}
          </Tick>
        </div>
        <Choice
          label={words.outside}
          value={settings.outsideHours}
          options={OUTSIDES.map((value) => ({ value, name: words.outsides[value] }))}
          error={errorOf('outsideHours')}
          note={words.outsideNote}
          onChange={(outside) => onSet('outsideHours', outside)}
        />
      </fieldset>
      <fieldset className="screen-fields">
        <legend>{words.parts.television}</legend>
        <Choice
          label={words.orientation}
          value={settings.orientation}
          options={ORIENTATIONS.map((value) => ({ value, name: words.orientations[value] }))}
          error={errorOf('orientation')}
          onChange={(orientation) => onSet('orientation', orientation)}
        />
        <NumberLine
          label={`${words.size} (${words.inches})`}
          value={settings.diagonalInches}
          right={numbers.diagonalInches}
          error={errorOf('diagonalInches')}
          onType={(inches) => onSet('diagonalInches', inches)}
        />
        <Distance
          metres={settings.distanceMetres}
          right={numbers.distanceMetres}
          error={errorOf('distanceMetres')}
          words={words}
          onMetres={(metres) => onSet('distanceMetres', metres)}
        />
        <Choice
          label={words.level}
          value={settings.level}
          options={LEVELS.map((value) => ({ value, name: words.levels[value] }))}
          error={errorOf('level')}
          onChange={(level) => onSet('level', level)}
        />
        <NumberLine
          label={`${labels.dwellSeconds} (${words.seconds})`}
          value={settings.dwellSeconds}
          right={numbers.dwellSeconds}
          error={errorOf('dwellSeconds')}
          onType={(seconds) => onSet('dwellSeconds', seconds)}
        />
        <NumberLine
          label={`${labels.safeMarginPercent} (${words.percent})`}
          value={settings.safeMarginPercent}
          right={numbers.safeMarginPercent}
          error={errorOf('safeMarginPercent')}
          onType={(percent) => onSet('safeMarginPercent', percent)}
        />
      </fieldset>
    </>
  )
}

function themeOptionsOf(theme: string, themes: readonly string[], words: ScreensWords) {
  const own = [...new Set([...themes, ...(theme.startsWith('custom:') ? [theme] : [])])]
  return [
    ...BUILT_IN.map((value) => ({ value: value as string, name: words.themes[value] })),
    ...own.map((value) => ({ value, name: value.slice('custom:'.length) }))
  ]
}

/** The groups that Cova has prices for, and the one that is chosen though it has none now. */
function groupOptionsOf(choices: SettingsChoices | null, chosen: number | null): readonly ChoiceOption<string>[] {
  const known = (choices?.groups ?? []).map(({ groupId, name }) => ({
    value: String(groupId),
    name: name === '' ? String(groupId) : name
  }))
  if (chosen === null || known.some(({ value }) => value === String(chosen))) return known
  return [...known, { value: String(chosen), name: String(chosen) }]
}

/** Kept in metres; said in whichever of the two somebody measures with. */
function Distance({
  metres,
  right,
  error,
  words,
  onMetres
}: {
  readonly metres: number
  readonly right: string
  readonly error: string | null
  readonly words: ScreensWords
  readonly onMetres: (metres: number) => void
}): ReactElement {
  const [unit, setUnit] = useState<'m' | 'ft'>('m')
  const perUnit = unit === 'm' ? 1 : METRES_PER_FOOT
  return (
    <div className="distance">
      <NumberLine
        label={`${words.distance} (${words.units[unit]})`}
        // What was typed and is no number stays as it is.
        value={typeof metres === 'number' ? Math.round((metres / perUnit) * 100) / 100 : metres}
        right={right}
        error={error}
        onType={(typed) => onMetres(typeof typed === 'number' ? Math.round(typed * perUnit * 10_000) / 10_000 : typed)}
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
