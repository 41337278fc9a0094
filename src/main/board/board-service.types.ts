import type { BoardLocation } from '../../shared/board-snapshot.ts'
import type { FoundProblem } from '../../shared/problem.ts'
import type { ShownScreen } from '../../domain/screen/screen-problems.ts'
import type { ScreenReport } from '../../shared/screen-report.ts'
import type { ScreenSettings } from '../../shared/screen-settings.ts'
import type { BoardEvent, BoardQuery, JsonAnswer, BoardRefusal, ViewEvent, ViewQuery } from '../engine/engine.types.ts'
import type { BoardHistory } from './board-history.ts'
import type { FoundLocation } from './board-answers.ts'
import type { PreviewQuery, Previewed } from './board-preview.ts'
import type { HouseRules } from './live-view.ts'
import type { PriceAgeLimits } from './price-age.ts'
import type { ScreenOn, ScreenOnView } from './screen-on.ts'
import type { EngineKioskCall } from '../kiosk/kiosk-request.ts'
import type { FactOverrides, StoreChange, StoreReader } from '../store/store.types.ts'

export interface BoardServiceOptions extends HouseRules, PriceAgeLimits {
  readonly reader: StoreReader
  /** The corrected clock. */
  readonly nowMs: () => number
  readonly overrides: FactOverrides
  /** How screens show it, by their names. */
  readonly screens: Readonly<Record<string, ScreenSettings>>
  /** Null serves every location. */
  readonly restrictToLocationIds: readonly number[] | null
  /** Keeps what watched boards show; none when absent. */
  readonly history?: BoardHistory
  /** Provinces and states to serve; null, or none given, is every one. */
  readonly markets?: readonly string[] | null
}

export type Subscribed = { readonly ok: true; readonly close: () => void } | ({ readonly ok: false } & BoardRefusal)

/** Turns the store into boards, keeps them true as time and data go on, and tells every screen what differs. */
export interface BoardService {
  readonly locations: () => readonly BoardLocation[]
  /** What a location's boards are built from, as it is now. */
  readonly find: (locationId: number) => FoundLocation
  /** How the screen of this name is set; null is one that nobody has set up. */
  readonly screenNamed: (screen: string | null) => ScreenSettings
  readonly house: HouseRules
  /** The board of a screen at an instant, with what is known now. */
  readonly viewAt: (query: PreviewQuery) => Previewed
  readonly boardJson: (query: BoardQuery) => JsonAnswer<BoardRefusal>
  readonly timelineJson: (query: {
    readonly locationId: number
    readonly fromMs: number | null
    readonly toMs: number | null
  }) => JsonAnswer
  readonly basketJson: (body: unknown) => JsonAnswer
  /** What the page of a kiosk asks (docs/kiosk.md). */
  readonly kioskJson: (query: ViewQuery, call: EngineKioskCall, body: unknown) => JsonAnswer
  readonly subscribeBoard: (query: BoardQuery, listener: (event: BoardEvent) => void) => Subscribed
  readonly subscribeView: (query: ViewQuery, listener: (event: ViewEvent) => void) => Subscribed
  /** Promotions whose schedule cannot be read, at every served location, and what is to be said of screens that are on. */
  readonly problems: () => readonly FoundProblem[]
  /** The pages that show a live board now. */
  readonly screensOn: () => readonly ScreenOn[]
  /** What such a page shows, whole; null for one that is not open. */
  readonly viewOfPage: (page: string) => ScreenOnView | null
  /** The screens that show a board now, with what they reported last. */
  readonly shownScreens: () => readonly ShownScreen[]
  /** A screen of several says that it is there; one that said so and falls silent is missed. */
  readonly screenAlive: (query: ViewQuery, report: ScreenReport | null) => void
  /** The store landed something. */
  readonly applyChange: (change: StoreChange) => void
  /** Pictures of these addresses have come. */
  readonly picturesChanged: (urls: ReadonlySet<string>) => void
  /** The store's logo has been read. */
  readonly logoChanged: () => void
  /** A feed's run ended: price age may differ. */
  readonly feedsChanged: () => void
  /** Looks at the time now: after sleep, or when the clock was set. */
  readonly lookAtClock: () => void
  readonly stop: () => void
}
