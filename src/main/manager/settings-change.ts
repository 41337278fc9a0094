import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { leftOutBy } from '../../domain/settings/left-out.ts'
import { numberFaultOf } from '../../domain/settings/number-fault.ts'
import type { SettingFault } from '../../domain/settings/setting-fault.ts'
import { timeZoneOf } from '../../domain/location/time-zone.ts'
import type { KnownDisplay } from '../../shared/display-settings.ts'
import type { SettingsChange } from '../../shared/manager/settings.ts'
import { weeklyHoursSchema } from '../settings/opening-hours-schema.ts'
import { changedUpdates } from './updates-change.ts'
import { fieldSchemas } from '../settings/settings-file.ts'
import type { Settings } from '../settings/settings.types.ts'
import { renamedScreens, withScreens } from './screens-change.ts'
import { changedRewards } from './rewards-change.ts'
import {
  changedUnless,
  type ChangedSettings,
  changedByStore,
  type SettingFacts,
  type WrongField
} from './changed-settings.ts'

type Step = (settings: Settings, change: SettingsChange, facts: SettingFacts) => ChangedSettings

/** Each looks at values by themselves. In the order of a settings page, so that the first fault is the first a reader meets. */
const STEPS: readonly Step[] = [
  markets,
  restriction,
  freeze,
  language,
  staleAfter,
  askPriceAfter,
  colour,
  logo,
  market,
  changedRewards,
  timeZones,
  currencies,
  openingHours,
  (settings, change) => renamedScreens(settings, change.renamedScreens ?? {}),
  displays,
  startAtBoot,
  changedUpdates,
  (settings, change, { themes }) => withScreens(settings, change.screens ?? {}, themes)
]

/** Looked at once every value is right: whether they go together. */
const RULES: readonly Step[] = [displaysKnowTheirScreens, nothingShownIsLeftOut, noPairedScreenIsLeftOut]

/** The settings with a change made to them; or every field that is wrong, and why. The change is not believed. */
export function changedSettings(settings: Settings, change: SettingsChange, facts: SettingFacts): ChangedSettings {
  const stepped = stepsWith(STEPS, settings, change, facts)
  return stepped.ok ? stepsWith(RULES, stepped.settings, change, facts) : stepped
}

function stepsWith(
  steps: readonly Step[],
  settings: Settings,
  change: SettingsChange,
  facts: SettingFacts
): ChangedSettings {
  let changed = settings
  const wrong: WrongField[] = []
  for (const step of steps) {
    const outcome = step(changed, change, facts)
    if (outcome.ok) changed = outcome.settings
    else wrong.push(...outcome.wrong)
  }
  return changedUnless(wrong, changed)
}

function accepted(settings: Settings): ChangedSettings {
  return { ok: true, settings }
}

function refusedField(field: string, fault: SettingFault): ChangedSettings {
  return { ok: false, wrong: [{ field, fault }] }
}

function markets(settings: Settings, { markets: chosen }: SettingsChange, { stores }: SettingFacts): ChangedSettings {
  if (chosen === undefined) return accepted(settings)
  const parsed = fieldSchemas.markets.safeParse(chosen)
  if (!parsed.success) return refusedField('markets', { kind: 'choice' })
  if (parsed.data === null) return accepted({ ...settings, markets: null })
  if (parsed.data.length === 0) return refusedField('markets', { kind: 'nothing-chosen' })
  const known = stores === null ? null : new Set([...stores.values()].map((store) => store.market))
  const unknown = parsed.data.find(
    (one) => known !== null && !known.has(one) && settings.markets?.includes(one) !== true
  )
  if (unknown !== undefined) return refusedField('markets', { kind: 'market-unknown', given: unknown })
  return accepted({ ...settings, markets: [...new Set(parsed.data)].sort() })
}

function restriction(
  settings: Settings,
  { restrictToLocationIds: chosen }: SettingsChange,
  { stores }: SettingFacts
): ChangedSettings {
  const field = 'restrictToLocationIds'
  if (chosen === undefined) return accepted(settings)
  const parsed = fieldSchemas[field].safeParse(chosen)
  if (!parsed.success) return refusedField(field, { kind: 'choice' })
  if (parsed.data === null) return accepted({ ...settings, restrictToLocationIds: null })
  if (parsed.data.length === 0) return refusedField(field, { kind: 'nothing-chosen' })
  const before = settings.restrictToLocationIds ?? []
  const unknown = parsed.data.find((id) => stores !== null && !stores.has(id) && !before.includes(id))
  if (unknown !== undefined) return refusedField(field, { kind: 'store-unknown', given: String(unknown) })
  return accepted({ ...settings, restrictToLocationIds: [...new Set(parsed.data)].sort((a, b) => a - b) })
}

function freeze(settings: Settings, { frozen }: SettingsChange, { nowMs }: SettingFacts): ChangedSettings {
  if (frozen === undefined) return accepted(settings)
  if (typeof frozen !== 'boolean') return refusedField('frozen', { kind: 'yes-or-no' })
  if (!frozen) return accepted({ ...settings, frozen: null })
  return accepted({ ...settings, frozen: settings.frozen ?? { since: new Date(nowMs).toISOString() } })
}

function startAtBoot(settings: Settings, { startAtBoot: chosen }: SettingsChange): ChangedSettings {
  if (chosen === undefined) return accepted(settings)
  if (typeof chosen !== 'boolean') return refusedField('startAtBoot', { kind: 'yes-or-no' })
  return accepted({ ...settings, startAtBoot: chosen })
}

function language(settings: Settings, change: SettingsChange): ChangedSettings {
  if (change.language === undefined) return accepted(settings)
  const parsed = fieldSchemas.language.safeParse(change.language)
  return parsed.success
    ? accepted({ ...settings, language: parsed.data })
    : refusedField('language', { kind: 'language' })
}

function staleAfter(settings: Settings, { staleAfterMinutes }: SettingsChange): ChangedSettings {
  if (staleAfterMinutes === undefined) return accepted(settings)
  const parsed = fieldSchemas.staleAfterMinutes.safeParse(staleAfterMinutes)
  return parsed.success && parsed.data >= 1
    ? accepted({ ...settings, staleAfterMinutes: parsed.data })
    : refusedField('staleAfterMinutes', numberFaultOf('staleAfterMinutes'))
}

function askPriceAfter(settings: Settings, { askPriceAfterHours }: SettingsChange): ChangedSettings {
  if (askPriceAfterHours === undefined) return accepted(settings)
  const parsed = fieldSchemas.askPriceAfterHours.safeParse(askPriceAfterHours)
  return parsed.success && parsed.data >= 1
    ? accepted({ ...settings, askPriceAfterHours: parsed.data })
    : refusedField('askPriceAfterHours', numberFaultOf('askPriceAfterHours'))
}

function colour(settings: Settings, { storeColour }: SettingsChange): ChangedSettings {
  if (storeColour === undefined) return accepted(settings)
  const parsed = fieldSchemas.storeColour.safeParse(storeColour)
  return parsed.success
    ? accepted({ ...settings, storeColour: parsed.data })
    : refusedField('storeColour', { kind: 'colour' })
}

function logo(settings: Settings, { storeLogo }: SettingsChange, { dataDir }: SettingFacts): ChangedSettings {
  if (storeLogo === undefined) return accepted(settings)
  const parsed = fieldSchemas.storeLogo.safeParse(storeLogo)
  if (!parsed.success) return refusedField('storeLogo', { kind: 'logo-name' })
  if (parsed.data === null) return accepted({ ...settings, storeLogo: null })
  const file = join(dataDir, parsed.data)
  if (!existsSync(file)) return refusedField('storeLogo', { kind: 'logo-missing', file })
  return accepted({ ...settings, storeLogo: parsed.data })
}

function market(settings: Settings, { market: chosen }: SettingsChange, { profiles }: SettingFacts): ChangedSettings {
  if (chosen === undefined) return accepted(settings)
  const parsed = fieldSchemas.market.safeParse(chosen)
  if (!parsed.success) return refusedField('market', { kind: 'choice' })
  if (parsed.data !== null && !profiles.has(parsed.data.profile))
    return refusedField('market', { kind: 'profile-unknown', given: parsed.data.profile })
  return accepted({ ...settings, market: parsed.data })
}

function timeZones(settings: Settings, { timeZoneOverrides }: SettingsChange, facts: SettingFacts): ChangedSettings {
  return changedByStore(settings, 'timeZoneOverrides', timeZoneOverrides, facts, (zone, field) => {
    const known = timeZoneOf({ windowsZone: null, countryCode: null, override: String(zone) })
    return known.ok
      ? { ok: true, value: known.timeZone }
      : { ok: false, wrong: [{ field, fault: { kind: 'time-zone', given: String(zone).slice(0, 60) } }] }
  })
}

function currencies(settings: Settings, { currencyOverrides }: SettingsChange, facts: SettingFacts): ChangedSettings {
  return changedByStore(settings, 'currencyOverrides', currencyOverrides, facts, (currency, field) =>
    currency === 'CAD' || currency === 'USD'
      ? { ok: true, value: currency }
      : { ok: false, wrong: [{ field, fault: { kind: 'currency' } }] }
  )
}

function openingHours(settings: Settings, change: SettingsChange, facts: SettingFacts): ChangedSettings {
  return changedByStore(settings, 'openingHours', change.openingHours, facts, (week, field) => {
    const parsed = weeklyHoursSchema.safeParse(week)
    return parsed.success
      ? { ok: true, value: parsed.data }
      : { ok: false, wrong: [{ field, fault: { kind: 'opening-hours' } }] }
  })
}

function displays(settings: Settings, { displays: chosen }: SettingsChange, { stores }: SettingFacts): ChangedSettings {
  if (chosen === undefined) return accepted(settings)
  const parsed = fieldSchemas.displays.safeParse(chosen)
  if (!parsed.success) return refusedField('displays', { kind: 'displays' })
  const wrong = parsed.data.known.flatMap(({ locationId }, index): readonly WrongField[] =>
    locationId !== null && stores !== null && !stores.has(locationId)
      ? [
          {
            field: `displays.known.${index}.locationId`,
            fault: { kind: 'store-unknown', given: String(locationId) }
          }
        ]
      : []
  )
  const before = new Set(settings.displays.known.map((entry) => JSON.stringify(entry)))
  // A page lists every display; one that is as delivered needs no word in the file.
  const known = parsed.data.known.filter((entry) => !isAsDelivered(entry) || before.has(JSON.stringify(entry)))
  return changedUnless(wrong, { ...settings, displays: { ...parsed.data, known } })
}

function isAsDelivered({ board, screen, locationId }: KnownDisplay): boolean {
  return board && screen === null && locationId === null
}

function displaysKnowTheirScreens(settings: Settings, change: SettingsChange): ChangedSettings {
  const wrong: WrongField[] = []
  for (const [index, { screen }] of settings.displays.known.entries()) {
    if (screen === null || Object.hasOwn(settings.screens, screen)) continue
    if (change.screens?.[screen] === null)
      wrong.push({ field: `screens.${screen}`, fault: { kind: 'screen-in-use', name: screen } })
    else if (change.displays !== undefined)
      wrong.push({ field: `displays.known.${index}.screen`, fault: { kind: 'screen-unknown', name: screen } })
  }
  return changedUnless(wrong, settings)
}

/** A filter that a manager sets must not take down what hangs on the wall of this machine. */
function nothingShownIsLeftOut(settings: Settings, change: SettingsChange, { stores }: SettingFacts): ChangedSettings {
  const field =
    change.markets !== undefined
      ? 'markets'
      : change.restrictToLocationIds !== undefined
        ? 'restrictToLocationIds'
        : null
  const displayField = change.displays === undefined ? null : 'displays'
  const asked = field ?? displayField
  if (asked === null || stores === null) return accepted(settings)
  const shown = [settings.locationId, ...settings.displays.known.map(({ locationId }) => locationId)]
  for (const locationId of shown) {
    if (locationId === null) continue
    const store = stores.get(locationId)
    if (store === undefined) continue
    if (leftOutBy(settings, locationId, store.market) !== null)
      return refusedField(asked, { kind: 'leaves-out', store: store.name })
  }
  return accepted(settings)
}

/** Nor what hangs on a wall elsewhere: the stream of a store that is not served ends, and a TV cannot say so. */
function noPairedScreenIsLeftOut(settings: Settings, change: SettingsChange, facts: SettingFacts): ChangedSettings {
  const { stores, pairedScreens } = facts
  for (const { name, locationId } of pairedScreens) {
    const store = stores?.get(locationId)
    // A store that is gone is gone whatever the filters say: health tells it.
    if (stores !== null && store === undefined) continue
    const place = store?.market ?? null
    // Each filter by itself: one that is not changed did not do it.
    const field = (['markets', 'restrictToLocationIds'] as const).find(
      (one) =>
        change[one] !== undefined &&
        leftOutBy({ markets: null, restrictToLocationIds: null, [one]: settings[one] }, locationId, place) !== null
    )
    if (field === undefined) continue
    const fault = { kind: 'leaves-out-paired', locationId: String(locationId), store: store?.name ?? null } as const
    return refusedField(field, { ...fault, screen: name })
  }
  return accepted(settings)
}
