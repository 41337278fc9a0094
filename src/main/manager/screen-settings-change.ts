import { settingsOfScreen } from '../../domain/screen/settings-of-screen.ts'
import type { SettingFault } from '../../domain/settings/setting-fault.ts'
import type { KnownDisplay } from '../../shared/display-settings.ts'
import type { ScreenChange } from '../../shared/manager/screens.ts'
import type { SettingsChange } from '../../shared/manager/settings.ts'
import type { DisplayPlace } from '../screens/open-screens.ts'
import type { Settings } from '../settings/settings.types.ts'
import { displayOf, type KnownScreen, namesOf } from './screens-list.ts'

/** The screen of a page that names none. */
const DEFAULT_SCREEN_NAME = 'default'

export type WantedSettings =
  /** `entry` is the name that the screen's settings have afterwards. */
  | { readonly ok: true; readonly change: SettingsChange; readonly entry: string }
  | { readonly ok: false; readonly field: string; readonly fault: SettingFault }

/**
 * What a change of a screen is among the settings: its entry of `screens` under the name it is given, and for a display
 * of this machine what is known of it.
 */
export function settingsChangeFor(
  screen: KnownScreen,
  wanted: ScreenChange,
  settings: Settings,
  places: readonly DisplayPlace[]
): WantedSettings {
  const names = namesOf(screen)
  const { settings: inForce, entry: inForceEntry } = settingsOfScreen(settings.screens, names)
  const display = displayOf(screen.open, screen.unused)
  const own = display === null ? (names.setAs ?? names.screen ?? DEFAULT_SCREEN_NAME) : names.setAs
  const given = wanted.name?.trim() ?? own ?? inForceEntry ?? DEFAULT_SCREEN_NAME
  const isThere = own !== null && Object.hasOwn(settings.screens, own)
  const isRenamed = own !== null && given !== own
  const isTaken = given !== own && Object.hasOwn(settings.screens, given)
  if (isTaken) return { ok: false, field: 'name', fault: { kind: 'screen-name-taken', name: given } }
  const changes = wanted.settings ?? {}
  const needsEntry = isThere || isRenamed || own === null || Object.keys(changes).length > 0
  return {
    ok: true,
    entry: given,
    change: {
      ...(isThere && isRenamed ? { renamedScreens: { [own]: given } } : {}),
      ...(needsEntry ? { screens: { [given]: isThere ? changes : { ...inForce, ...changes } } } : {}),
      ...(display === null ? {} : { displays: { ...settings.displays, known: knownWith(display, given, wanted) } })
    }
  }

  function knownWith(place: DisplayPlace, name: string, { locationId }: ScreenChange): readonly KnownDisplay[] {
    const { known } = settings.displays
    const index = known.findIndex((one) => isAbout(one, place))
    const before = known[index]
    const entry: KnownDisplay = {
      ...(before ?? recognitionOf(place, places)),
      board: true,
      screen: name,
      locationId: locationId === undefined ? (before?.locationId ?? null) : locationId
    }
    return before === undefined ? [...known, entry] : known.with(index, entry)
  }
}

/** As the plan of the windows recognises a display (desktop/window-plan.ts). */
function isAbout(entry: KnownDisplay, { label, bounds }: DisplayPlace): boolean {
  const named = [
    [entry.label, label],
    [entry.x, bounds.x],
    [entry.y, bounds.y],
    [entry.width, bounds.width],
    [entry.height, bounds.height]
  ]
  return named.every(([wanted, is]) => wanted === null || wanted === is)
}

/** By its label and size, so that it is known wherever it hangs; by its place too where another is of the same make. */
function recognitionOf({ label, bounds }: DisplayPlace, all: readonly DisplayPlace[]): KnownDisplay {
  const { x, y, width, height } = bounds
  const alike = all.filter(
    (other) => other.label === label && other.bounds.width === width && other.bounds.height === height
  )
  const isAlone = alike.length < 2 && label !== ''
  return {
    label,
    x: isAlone ? null : x,
    y: isAlone ? null : y,
    width,
    height,
    board: true,
    screen: null,
    locationId: null
  }
}
