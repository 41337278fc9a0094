import { settingsOfScreen } from '../../domain/screen/settings-of-screen.ts'
import type { ScreenSettings, ThemeChoice } from '../../shared/screen-settings.ts'
import type { ViewQuery } from '../engine/engine.types.ts'
import { unknownScreensOf, unknownThemesOf } from './board-problems.ts'
import type { BoardServiceOptions } from './board-service.types.ts'

/** Names that no settings know, told to the manager; more than these would be somebody guessing. */
const MOST_UNKNOWN = 20

/** How the screens that pages ask for are set, and which of their names nobody knows. */
export interface AskedScreens {
  /** A screen's settings by its name, single ones changed for trying. */
  readonly settingsOf: (query: ViewQuery) => ScreenSettings
  readonly problems: () => ReturnType<typeof unknownScreensOf>
}

export function createAskedScreens({ screens, themes }: Pick<BoardServiceOptions, 'screens' | 'themes'>): AskedScreens {
  const unknownScreens = new Set<string>()
  const unknownThemes = new Set<string>()

  function noteTheme(theme: ThemeChoice): void {
    if (!theme.startsWith('custom:') || unknownThemes.size >= MOST_UNKNOWN) return
    const name = theme.slice('custom:'.length)
    if (themes?.has(name) !== true) unknownThemes.add(name)
  }

  return {
    settingsOf: (query) => {
      const { changes, groupId, customer } = query
      const named = settingsOfScreen(screens, query)
      const name = query.setAs ?? query.screen
      if (named.isUnknown && query.phone !== true && typeof name === 'string' && unknownScreens.size < MOST_UNKNOWN)
        unknownScreens.add(name)
      const settings = { ...named.settings, ...changes }
      noteTheme(settings.theme)
      return {
        ...settings,
        // What is touched is about to be paid.
        priceStyle: settings.mode === 'kiosk' ? 'you-pay' : settings.priceStyle,
        // Another instant is looked at, and a phone held in the hand: nobody's store is closed meanwhile.
        outsideHours: isScreen(query) ? settings.outsideHours : 'on',
        groupId: groupId ?? settings.groupId,
        customer: customer === 'medical' ? customer : settings.customer
      }
    },
    problems: () => [...unknownScreensOf(unknownScreens), ...unknownThemesOf(unknownThemes)]
  }
}

/** A board of another instant is looked at, not shown to shoppers; a shopper's phone is none of the store's screens. */
export function isScreen({ atMs, phone }: ViewQuery): boolean {
  return atMs === null && phone !== true
}
