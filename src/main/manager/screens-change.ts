import { DEFAULT_SCREEN } from '../../domain/screen/default-screen.ts'
import type { SettingFault } from '../../domain/settings/setting-fault.ts'
import type { SettingsChange } from '../../shared/manager/settings.ts'
import type { ScreenSettings } from '../../shared/screen-settings.ts'
import { isScreenField, screenFieldSchemas } from '../settings/screen-schema.ts'
import type { Settings } from '../settings/settings.types.ts'
import type { ChangedSettings } from './settings-change.types.ts'

const MOST_SCREENS = 200

/** Screens with their new names, and the displays that go by them. */
export function renamedScreens(
  settings: Settings,
  renamed: NonNullable<SettingsChange['renamedScreens']>
): ChangedSettings {
  let { screens } = settings
  let { known } = settings.displays
  for (const [before, given] of Object.entries(renamed)) {
    const screen = screens[before]
    const after = String(given).trim()
    if (!Object.hasOwn(screens, before) || screen === undefined)
      return refused(`screens.${before}`, { kind: 'screen-unknown', name: before.slice(0, 60) })
    if (!isScreenName(after)) return refused(`renamedScreens.${before}`, { kind: 'screen-name' })
    if (after === before) continue
    if (Object.hasOwn(screens, after))
      return refused(`renamedScreens.${before}`, { kind: 'screen-name-taken', name: after })
    screens = Object.fromEntries(
      Object.entries(screens).map(([name, kept]) => (name === before ? [after, screen] : [name, kept]))
    )
    known = known.map((one) => (one.screen === before ? { ...one, screen: after } : one))
  }
  return { ok: true, settings: { ...settings, screens, displays: { ...settings.displays, known } } }
}

/** Screens added, changed and removed. `themes` are the store's own, without "custom:". */
export function withScreens(
  settings: Settings,
  changes: NonNullable<SettingsChange['screens']>,
  themes: ReadonlySet<string>
): ChangedSettings {
  const screens: Record<string, ScreenSettings> = { ...settings.screens }
  for (const [given, change] of Object.entries(changes)) {
    const isThere = Object.hasOwn(screens, given)
    const name = isThere ? given : given.trim()
    if (!isThere && !isScreenName(name)) return refused(`screens.${given}`, { kind: 'screen-name' })
    if (change === null) {
      delete screens[name]
      continue
    }
    const checked = checkedScreen(`screens.${given}`, screens[name] ?? DEFAULT_SCREEN, change, themes)
    if (!checked.ok) return checked
    screens[name] = checked.screen
  }
  if (Object.keys(screens).length > MOST_SCREENS)
    return refused('screens', { kind: 'range', from: '0', to: String(MOST_SCREENS) })
  return { ok: true, settings: { ...settings, screens } }
}

type CheckedScreen =
  | { readonly ok: true; readonly screen: ScreenSettings }
  | { readonly ok: false; readonly field: string; readonly fault: SettingFault }

function checkedScreen(
  place: string,
  before: ScreenSettings,
  change: Readonly<Record<string, unknown>>,
  themes: ReadonlySet<string>
): CheckedScreen {
  const checked: Record<string, unknown> = {}
  for (const [key, value] of Object.entries(change)) {
    if (!isScreenField(key)) return { ok: false, field: `${place}.${key}`, fault: { kind: 'not-a-setting' } }
    const parsed = screenFieldSchemas[key].safeParse(value)
    if (!parsed.success) return { ok: false, field: `${place}.${key}`, fault: faultOf(key, value) }
    if (key === 'theme' && !isKnownTheme(parsed.data as string, before, themes))
      return { ok: false, field: `${place}.${key}`, fault: themeFault(value) }
    checked[key] = parsed.data
  }
  return { ok: true, screen: { ...before, ...checked } }
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
      return { kind: 'yes-or-no' }
    case 'dwellSeconds':
      return { kind: 'range', from: '5', to: '120' }
    case 'diagonalInches':
      return { kind: 'range', from: '7', to: '200' }
    case 'distanceMetres':
      return { kind: 'range', from: '0.3', to: '50' }
    case 'safeMarginPercent':
      return { kind: 'range', from: '2.5', to: '10' }
  }
}

function themeFault(value: unknown): SettingFault {
  return { kind: 'theme-unknown', given: String(value).slice(0, 60) }
}

/** A name stands in addresses, in the settings file and in sentences. */
function isScreenName(name: string): boolean {
  return name !== '' && name.length <= 60 && name !== '__proto__' && !/[\p{Cc}\p{Cf}]/u.test(name)
}

function refused(field: string, fault: SettingFault): ChangedSettings {
  return { ok: false, field, fault }
}
