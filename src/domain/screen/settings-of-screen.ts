import type { ScreenSettings } from '../../shared/screen-settings.ts'
import { DEFAULT_SCREEN } from './default-screen.ts'

/** The screen of a page that names none. */
const DEFAULT_SCREEN_NAME = 'default'

/** What a screen says of itself. */
export interface ScreenNames {
  readonly screen?: string | null | undefined
  /** The board that it shows with others. */
  readonly board?: string | null | undefined
  /** The settings' screen it goes by, where that is not its own name. */
  readonly setAs?: string | null | undefined
}

export interface NamedSettings {
  readonly settings: ScreenSettings
  /** The entry of the settings that it goes by; null for the defaults. */
  readonly entry: string | null
  /** It names an entry that the settings do not have. */
  readonly isUnknown: boolean
}

/** The settings that a screen goes by: those of its name, else of the board that it shows with others, else the defaults. */
export function settingsOfScreen(
  screens: Readonly<Record<string, ScreenSettings>>,
  { screen, board, setAs }: ScreenNames
): NamedSettings {
  const name = setAs ?? screen ?? null
  const isOfSeveral = typeof board === 'string'
  // Screens of one board may be set together, by the board's name.
  const candidates = [name ?? DEFAULT_SCREEN_NAME, ...(isOfSeveral ? [board, DEFAULT_SCREEN_NAME] : [])]
  const entry = candidates.find((one) => Object.hasOwn(screens, one)) ?? null
  return {
    settings: { ...DEFAULT_SCREEN, ...(entry === null ? {} : screens[entry]) },
    entry,
    // A screen of several needs no settings of its own, unless somebody said which it goes by.
    isUnknown: name !== null && !Object.hasOwn(screens, name) && (name === setAs || !isOfSeveral)
  }
}
