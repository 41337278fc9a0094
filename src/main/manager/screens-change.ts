import type { z } from 'zod'
import { DEFAULT_SCREEN } from '../../domain/screen/default-screen.ts'
import { numberFaultOf } from '../../domain/settings/number-fault.ts'
import type { SettingFault } from '../../domain/settings/setting-fault.ts'
import type { SettingsChange } from '../../shared/manager/settings.ts'
import type { ScreenSettings } from '../../shared/screen-settings.ts'
import { isScreenField, screenFieldSchemas } from '../settings/screen-schema.ts'
import type { Settings } from '../settings/settings.types.ts'
import { changedUnless, type ChangedSettings, type WrongField } from './changed-settings.ts'

const MOST_SCREENS = 200

/** Screens with their new names, and the displays that go by them. */
export function renamedScreens(
  settings: Settings,
  renamed: NonNullable<SettingsChange['renamedScreens']>
): ChangedSettings {
  let { screens } = settings
  let { known } = settings.displays
  const wrong: WrongField[] = []
  for (const [before, given] of Object.entries(renamed)) {
    const screen = screens[before]
    const after = String(given).trim()
    if (!Object.hasOwn(screens, before) || screen === undefined) {
      wrong.push({ field: `screens.${before}`, fault: { kind: 'screen-unknown', name: before.slice(0, 60) } })
      continue
    }
    if (after === before) continue
    const isTaken = Object.hasOwn(screens, after)
    if (isTaken || !isScreenName(after)) {
      const fault: SettingFault = isTaken ? { kind: 'screen-name-taken', name: after } : { kind: 'screen-name' }
      wrong.push({ field: `renamedScreens.${before}`, fault })
      continue
    }
    screens = Object.fromEntries(
      Object.entries(screens).map(([name, kept]) => (name === before ? [after, screen] : [name, kept]))
    )
    known = known.map((one) => (one.screen === before ? { ...one, screen: after } : one))
  }
  return changedUnless(wrong, { ...settings, screens, displays: { ...settings.displays, known } })
}

/** Screens added, changed and removed. `themes` are the store's own, without "custom:". */
export function withScreens(
  settings: Settings,
  changes: NonNullable<SettingsChange['screens']>,
  themes: ReadonlySet<string>
): ChangedSettings {
  const screens: Record<string, ScreenSettings> = { ...settings.screens }
  const wrong: WrongField[] = []
  for (const [given, change] of Object.entries(changes)) {
    const isThere = Object.hasOwn(screens, given)
    const name = isThere ? given : given.trim()
    if (!isThere && !isScreenName(name)) {
      wrong.push({ field: `screens.${given}`, fault: { kind: 'screen-name' } })
      continue
    }
    if (change === null) {
      delete screens[name]
      continue
    }
    const checked = checkedScreen(`screens.${given}`, screens[name] ?? DEFAULT_SCREEN, change, themes)
    screens[name] = checked.screen
    wrong.push(...checked.wrong)
  }
  if (Object.keys(screens).length > MOST_SCREENS)
    wrong.push({ field: 'screens', fault: { kind: 'range', from: '0', to: String(MOST_SCREENS) } })
  return changedUnless(wrong, { ...settings, screens })
}

interface CheckedScreen {
  readonly screen: ScreenSettings
  readonly wrong: readonly WrongField[]
}

function checkedScreen(
  place: string,
  before: ScreenSettings,
  change: Readonly<Record<string, unknown>>,
  themes: ReadonlySet<string>
): CheckedScreen {
  const checked: Record<string, unknown> = {}
  const wrong: WrongField[] = []
  for (const [key, value] of Object.entries(change)) {
    const field = `${place}.${key}`
    if (!isScreenField(key)) {
      wrong.push({ field, fault: { kind: 'not-a-setting' } })
      continue
    }
    const parsed = screenFieldSchemas[key].safeParse(value)
    if (!parsed.success)
      wrong.push(...placesIn(field, parsed.error).map((at) => ({ field: at, fault: faultOf(key, value) })))
    else if (key === 'theme' && !isKnownTheme(parsed.data as string, before, themes))
      wrong.push({ field, fault: themeFault(value) })
    else checked[key] = parsed.data
  }
  return { screen: { ...before, ...checked }, wrong }
}

/** Of a list, each of its rows that is wrong. */
function placesIn(field: string, error: z.ZodError): readonly string[] {
  const rows = error.issues.map(({ path: [row] }) => (typeof row === 'number' ? `${field}.${row}` : field))
  return field.endsWith('.timedSets') ? [...new Set(rows)] : [field]
}

/** A theme that a screen has already stays, whatever became of its file: that is told elsewhere. */
function isKnownTheme(theme: string, before: ScreenSettings, themes: ReadonlySet<string>): boolean {
  return theme === before.theme || !theme.startsWith('custom:') || themes.has(theme.slice('custom:'.length))
}

/** What each field of a screen takes, said as what would be right. */
function faultOf(field: keyof ScreenSettings, value: unknown): SettingFault {
  switch (field) {
    case 'set':
      return { kind: 'set' }
    case 'timedSets':
      return { kind: 'timed-sets' }
    case 'mode':
    case 'customer':
    case 'priceStyle':
    case 'soldOut':
    case 'level':
    case 'orientation':
    case 'outsideHours':
      return { kind: 'choice' }
    case 'groupId':
      return { kind: 'whole-number' }
    case 'theme':
      return themeFault(value)
    case 'lastFewBelow':
      return { kind: 'quantity' }
    case 'language':
      return { kind: 'language' }
    case 'calm':
    case 'pictures':
    case 'rewardsPanel':
      return { kind: 'yes-or-no' }
    case 'idleSeconds':
    case 'dwellSeconds':
    case 'diagonalInches':
    case 'distanceMetres':
    case 'safeMarginPercent':
      return numberFaultOf(field)
  }
}

function themeFault(value: unknown): SettingFault {
  return { kind: 'theme-unknown', given: String(value).slice(0, 60) }
}

/** A name stands in addresses, in the settings file and in sentences. */
function isScreenName(name: string): boolean {
  return name !== '' && name.length <= 60 && name !== '__proto__' && !/[\p{Cc}\p{Cf}]/u.test(name)
}
