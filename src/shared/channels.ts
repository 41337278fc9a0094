import type { BoardView, BoardViewPatch } from './board-view.ts'
import type { KioskBasket, KioskHandOver, KioskLine, KioskReply, KioskSheet } from './kiosk.ts'
import type { ScreenOrder } from './screen-order.ts'
import type { ScreenReport } from './screen-report.ts'
import type { CovaCredentials, FirstRunAnswers, SetupResult, SetupState } from './setup.ts'

/** Questions the renderer asks the main process: arguments and answer, a name each. The one map of them. */
export interface InvokeChannels {
  'setup:state': { readonly args: readonly []; readonly answer: SetupState }
  'setup:use-demo': { readonly args: readonly []; readonly answer: SetupResult }
  'setup:connect': { readonly args: readonly [CovaCredentials]; readonly answer: SetupResult }
  /** The store that this machine shows, and those that it serves to others; null serves every one. */
  'setup:choose-location': {
    readonly args: readonly [locationId: number, restrictToLocationIds: readonly number[] | null]
    readonly answer: SetupResult
  }
  'setup:finish': { readonly args: readonly [FirstRunAnswers]; readonly answer: SetupResult }
  /** Ends a sync that is under way, or goes back: to the first question. */
  'setup:cancel': { readonly args: readonly []; readonly answer: SetupResult }
  /** Asked by the board page once it can draw; answers with the board so far, and patches follow. */
  'board:ready': { readonly args: readonly []; readonly answer: BoardView | null }
  /** What a kiosk asks for a product's page, its basket, and the code of it (docs/kiosk.md). */
  'kiosk:sheet': { readonly args: readonly [productId: string]; readonly answer: KioskReply<KioskSheet> }
  'kiosk:basket': {
    readonly args: readonly [lines: readonly KioskLine[], rewardId: string | null]
    readonly answer: KioskReply<KioskBasket>
  }
  'kiosk:hand-over': {
    readonly args: readonly [lines: readonly KioskLine[]]
    readonly answer: KioskReply<KioskHandOver>
  }
  /** A hand rests long in the board's corner: the manager's window, unless nobody has chosen its PIN yet. */
  'manager:open': { readonly args: readonly []; readonly answer: null }
  /** The board page lives, and what it has to report: said every 1.5 s, because a page that hangs says nothing else. */
  'screen:alive': { readonly args: readonly [ScreenReport | null]; readonly answer: null }
}

/** What main pushes to a window. */
export interface PushChannels {
  'setup:changed': SetupState
  'board:view': BoardView
  'board:patch': BoardViewPatch
  'board:clock': string | null
  /** The host still answers, also where nothing changes: several times a minute. */
  'board:alive': null
  /** Turn the page now: screens that show a board together turn at one instant. */
  'board:beat': null
  /** What this one screen is to do: show who it is, or load its page anew. */
  'screen:order': ScreenOrder
  /** Why there is no board yet, in words; null once there is one. */
  'board:problem': string | null
}

export type InvokeChannel = keyof InvokeChannels
export type PushChannel = keyof PushChannels

/** What the preload exposes as `window.topshelf`; the browser page builds the same over HTTP. */
export interface TopshelfBridge {
  readonly setupState: () => Promise<SetupState>
  readonly useDemo: () => Promise<SetupResult>
  readonly connect: (credentials: CovaCredentials) => Promise<SetupResult>
  readonly chooseLocation: (locationId: number, restrictToLocationIds: readonly number[] | null) => Promise<SetupResult>
  readonly finishSetup: (answers: FirstRunAnswers) => Promise<SetupResult>
  readonly cancelSetup: () => Promise<SetupResult>
  readonly boardReady: () => Promise<BoardView | null>
  readonly kioskSheet: (productId: string) => Promise<KioskReply<KioskSheet>>
  readonly kioskBasket: (lines: readonly KioskLine[], rewardId: string | null) => Promise<KioskReply<KioskBasket>>
  readonly kioskHandOver: (lines: readonly KioskLine[]) => Promise<KioskReply<KioskHandOver>>
  /** Opens the manager's window, where the host has one for this screen. */
  readonly openManager: () => Promise<null>
  /** Says to the host that this screen is there; the bridge decides whether the host needs to know. */
  readonly screenAlive: (report: ScreenReport | null) => Promise<null>
  readonly onSetupChanged: (listener: (state: SetupState) => void) => () => void
  readonly onBoardView: (listener: (view: BoardView) => void) => () => void
  readonly onBoardPatch: (listener: (patch: BoardViewPatch) => void) => () => void
  readonly onClock: (listener: (clock: string | null) => void) => () => void
  readonly onAlive: (listener: () => void) => () => void
  readonly onBeat: (listener: () => void) => () => void
  readonly onOrder: (listener: (order: ScreenOrder) => void) => () => void
  readonly onProblem: (listener: (problem: string | null) => void) => () => void
}
