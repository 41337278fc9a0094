import type { LocationFacts } from '../../domain/board/board-facts.ts'
import type { NamedSettings } from '../../domain/screen/settings-of-screen.ts'
import type { Share } from '../../domain/screen/share.ts'
import type { BoardView } from '../../shared/board-view.ts'
import type { BoardFeeds } from '../../shared/board-snapshot.ts'
import type { ScreenReport } from '../../shared/screen-report.ts'
import type { BoardSet, OutsideHours } from '../../shared/screen-settings.ts'

/** A screen that shows a board now, as far as the engine knows it. */
export interface ScreenOn extends NamedSettings {
  /** The host's name for its page. */
  readonly page: string
  readonly screen: string | null
  readonly location: LocationFacts
  readonly feeds: BoardFeeds
  readonly stale: boolean
  /** Of those that its settings know, what it shows now, and its part of it; null shows all. */
  readonly set: BoardSet
  readonly share: Share | null
  readonly light: OutsideHours
  /** When it is lit otherwise; null where it never is. */
  readonly lightChangesAtMs: number | null
  readonly sharing: { readonly screens: number; readonly seconds: number }
  readonly report: ScreenReport | null
  readonly heardAtMs: number
  /** Names what its board looks like: another one whenever that differs. */
  readonly viewKey: string
}

/** A screen's board as it is now. */
export interface ScreenOnView {
  readonly viewKey: string
  readonly view: BoardView
}
