import type { BoardRefusalCode } from '../../shared/board-refusal.ts'
import type { EngineProblem } from '../../shared/engine-problem.ts'
import type { BoardLocation, CustomerKind, Health } from '../../shared/board-snapshot.ts'
import type { BoardView, BoardViewPatch } from '../../shared/board-view.ts'
import type { CounterBasket, KioskLine } from '../../shared/kiosk.ts'
import type { ScreenReport } from '../../shared/screen-report.ts'
import type { ScreenSettings } from '../../shared/screen-settings.ts'
import type { InquiryChannel, ManagerAnswer, ManagerArgs, ManagerReply } from '../../shared/manager/manager-channels.ts'
import type { LocationChoice, SyncProgress } from '../../shared/setup.ts'
import type { EngineKioskCall } from '../kiosk/kiosk-request.ts'
import type { CovaSettings } from '../cova/cova-client.types.ts'

/** Where the data comes from. The demo store is started inside the engine; Cova's values are held in memory only. */
export type Source = { readonly kind: 'demo' } | { readonly kind: 'cova'; readonly settings: CovaSettings }

export interface EngineOptions {
  readonly dataDir: string
  /** Null: no syncing; boards come from what is stored (first run, the command line's reader). */
  readonly source: Source | null
  /** Poll of changed prices. */
  readonly syncIntervalMs: number
  /** False: feeds are asked only by `syncOnce`. True when absent. */
  readonly syncsByItself?: boolean
}

/** The audience of a board: one group at most. */
export interface BoardQuery {
  readonly locationId: number
  /** Null is now, live. */
  readonly atMs: number | null
  readonly groupId: number | null
  readonly customer: CustomerKind
  /** Whoever asks over the network; null, and absent, is this program itself. */
  readonly peer?: Peer | null
}

export interface Peer {
  readonly address: string
  /** Also where a proxy on this machine speaks for somebody else. */
  readonly isThisMachine: boolean
}

export interface Refusal {
  /** HTTP status the refusal maps to. */
  readonly status: 400 | 403 | 404 | 429 | 503
  readonly code: string
  readonly message: string
}

/** Why there is no board. */
export interface BoardRefusal extends Refusal {
  readonly code: BoardRefusalCode
}

/** A board as a screen shows it: the screen's settings by name, single ones changed for trying. */
export interface ViewQuery extends BoardQuery {
  /** A name of the settings' `screens`; null, and a name that is not there, are the defaults. */
  readonly screen?: string | null
  readonly changes?: Partial<ScreenSettings>
  /** Name of a board that several screens show together, each by its own name in `screen`; null shows all of it. */
  readonly board?: string | null
  /** The settings' screen it goes by, where that is not its own name: a window of the desktop app. */
  readonly setAs?: string | null
  /** The host's own name for the page, under which it reports; null for a reader that is no page. */
  readonly page?: string | null
  /**
   * The host vouches for it: a window of this machine, or a browser that a manager paired. What such screens show between
   * them is nobody else's to share. Never from an address.
   */
  readonly isOwn?: boolean
  /** A shopper's phone: always lit, and no screen of the store that anybody is told of. */
  readonly phone?: boolean
}

/** JSON text, ready to be sent, so that it is serialised once and off the main thread. */
export type JsonAnswer<R extends Refusal = Refusal> =
  | { readonly ok: true; readonly json: string }
  | ({ readonly ok: false } & R)

/** One server-sent event: `id` rises per subscription, `data` is JSON of a BoardSnapshot or BoardPatch. */
export interface BoardEvent {
  readonly id: number
  readonly event: 'snapshot' | 'patch'
  readonly data: string
}

export type ViewEvent =
  | { readonly kind: 'view'; readonly view: BoardView }
  | { readonly kind: 'patch'; readonly patch: BoardViewPatch }
  | { readonly kind: 'clock'; readonly clock: string | null }
  /** Screens that show a board together turn their pages now. */
  | { readonly kind: 'beat' }
  /** The engine still answers. Comes several times a minute, also where nothing changes and no clock is known. */
  | { readonly kind: 'alive' }

export type SyncEvent =
  | { readonly kind: 'progress'; readonly progress: SyncProgress }
  | { readonly kind: 'done'; readonly ok: boolean; readonly message: string | null }

/** The engine as its host sees it: every call crosses to the worker and back. */
export interface Engine {
  readonly health: () => Promise<Health>
  readonly locations: () => Promise<readonly BoardLocation[]>
  /** For the list a manager picks from: with place and problem. */
  readonly locationChoices: () => Promise<readonly LocationChoice[]>
  readonly board: (query: BoardQuery) => Promise<JsonAnswer>
  readonly timeline: (query: {
    readonly locationId: number
    readonly fromMs: number | null
    readonly toMs: number | null
  }) => Promise<JsonAnswer>
  /** `body` is the parsed request, unchecked: the engine validates it and names the field that is wrong. */
  readonly basket: (body: unknown) => Promise<JsonAnswer>
  /** What the page of a kiosk asks; `body` is unchecked: the engine validates it and names the field that is wrong. */
  readonly kiosk: (query: ViewQuery, call: EngineKioskCall, body: unknown) => Promise<JsonAnswer>
  /** What a counter is told of a basket. */
  readonly counter: (lines: readonly KioskLine[]) => Promise<CounterBasket>
  /** A picture of a board, WebP, by the hash that its view names; null for none. */
  readonly picture: (hash: string) => Promise<Uint8Array | null>
  /**
   * First event is a snapshot; a refusal comes instead of a subscription. `close` ends it; `onEnded` is told, once, when
   * the engine ended it by dying or being stopped.
   */
  readonly subscribeBoard: (
    query: BoardQuery,
    listener: (event: BoardEvent) => void,
    onEnded?: () => void
  ) => Promise<{ readonly ok: true; readonly close: () => void } | ({ readonly ok: false } & Refusal)>
  readonly subscribeView: (
    query: ViewQuery,
    listener: (event: ViewEvent) => void,
    onEnded?: () => void
  ) => Promise<{ readonly ok: true; readonly close: () => void } | ({ readonly ok: false } & Refusal)>
  /** One full sync of every feed; events tell how far it is. Resolves after 'done'. */
  readonly syncOnce: (
    listener: (event: SyncEvent) => void
  ) => Promise<{ readonly ok: boolean; readonly message: string | null }>
  /** A question of the manager's page, its arguments checked. */
  readonly inquire: <C extends InquiryChannel>(
    channel: C,
    args: ManagerArgs<C>
  ) => Promise<ManagerReply<ManagerAnswer<C>>>
  /** Progress of the first sync while it runs, for the first-run screen. */
  readonly onSyncProgress: (listener: (progress: readonly SyncProgress[]) => void) => () => void
  /** This machine shows another store from now on: its history is kept, and the manager's window is about it. */
  readonly ownStoreIs: (locationId: number) => void
  /** The machine woke or its clock jumped: look at the time anew. */
  readonly clockMayHaveJumped: () => void
  /** A screen says that it is there, and what it has to report, by the query of its subscription. */
  readonly screenAlive: (query: ViewQuery, report: ScreenReport | null) => void
  readonly stop: () => Promise<void>
}

export type EngineStart = { readonly ok: true; readonly engine: Engine } | ({ readonly ok: false } & EngineProblem)
