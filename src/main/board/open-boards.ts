import type { Audience } from '../../domain/board/board-item.ts'
import type { PriceTrust } from '../../domain/board/price-trust.ts'
import type { BoardEvent, BoardQuery, BoardRefusal } from '../engine/engine.types.ts'
import type { BoardServiceOptions } from './board-service.types.ts'
import type { Crews } from './crews.ts'
import {
  advanceBoard,
  type BoardDifference,
  type BoardHead,
  createLiveBoard,
  type LiveBoard,
  NO_DIFFERENCE,
  patchJsonOf,
  snapshotJsonOf
} from './live-board.ts'
import type { LocationData } from './location-data.ts'
import { headAt, trustAt } from './price-age.ts'
import { createScreenViews, type ScreenViews } from './screen-views.ts'
import type { ServedStores } from './served-stores.ts'

/** Boards nobody watches that are kept for the next caller. */
const IDLE_BOARDS_KEPT = 4
/** Boards of other instants that are open at once, each a whole board: whoever asks for more would stall those of now. */
const MOST_OTHER_INSTANTS = 16
export const NOTHING_TOUCHED: ReadonlySet<string> = new Set()

export interface OpenBoard {
  readonly query: BoardQuery
  data: LocationData
  live: LiveBoard
  readonly boardListeners: Map<(event: BoardEvent) => void, { nextId: number }>
  readonly views: ScreenViews
  lastHeadJson: string
  /** Of the head that the views have followed; null where they are to be looked at in any case. */
  followedHeadJson: string | null
  usedAtMs: number
}

export type OpenedBoard = { readonly ok: true; readonly board: OpenBoard } | ({ readonly ok: false } & BoardRefusal)

/** The boards that somebody watches or has just asked for. They are told what differs here; when to look is the service's. */
export interface OpenBoards {
  readonly all: () => Iterable<OpenBoard>
  readonly isEmpty: () => boolean
  readonly find: (query: BoardQuery) => OpenBoard | undefined
  /** The board of a query, opened where it is not. */
  readonly open: (query: BoardQuery) => OpenedBoard
  readonly isWatched: (board: OpenBoard) => boolean
  readonly headNow: (atMs: number) => BoardHead
  /** By what the open boards are built; null before the first. */
  readonly trusted: () => PriceTrust | null
  /** What may be promised has changed: amounts come or go everywhere, and every board is built anew. True where it did. */
  readonly keepTrust: (atMs: number) => boolean
  /** Tells the history what a board shows. */
  readonly keep: (board: OpenBoard, difference: BoardDifference, atMs: number) => void
  /** Pushes what differs to every screen of a board. `touched` are products whose facts were taken up anew. */
  readonly push: (board: OpenBoard, difference: BoardDifference, touched: ReadonlySet<string>, atMs: number) => void
  /** Takes a board to an instant, and pushes what began or ended on the way. */
  readonly advance: (board: OpenBoard, atMs: number) => void
  /** A board that no patch describes: the location itself differs. */
  readonly renew: (board: OpenBoard, atMs: number) => void
  /** Screens of a crew came or went: each shows its new part. */
  readonly shareOutAnew: (crewKey: string) => void
  readonly closeAll: () => void
}

export function createOpenBoards(
  options: BoardServiceOptions,
  stores: ServedStores,
  crews: Crews,
  onOpened: () => void
): OpenBoards {
  const { reader, nowMs } = options
  const open = new Map<string, OpenBoard>()
  let trusted: PriceTrust | null = null

  function headNow(atMs: number): BoardHead {
    return headAt(reader, options, atMs)
  }

  function openBoard(query: BoardQuery): OpenedBoard {
    const atMs = nowMs()
    keepTrust(atMs)
    const known = open.get(keyOf(query))
    if (known !== undefined) {
      known.usedAtMs = atMs
      return { ok: true, board: known }
    }
    const found = stores.find(query.locationId)
    if (!found.ok) return found
    closeIdleBoards()
    if (query.atMs !== null && openOtherInstants() >= MOST_OTHER_INSTANTS) return BUSY
    const board: Omit<OpenBoard, 'views'> = {
      query,
      data: found.data,
      live: createLiveBoard(found.data, found.location, audienceOf(query), query.atMs ?? atMs),
      boardListeners: new Map(),
      lastHeadJson: JSON.stringify(headNow(atMs)),
      followedHeadJson: null,
      usedAtMs: atMs
    }
    const opened = Object.assign(board, { views: createScreenViews(() => board, crews, options) })
    open.set(keyOf(query), opened)
    onOpened()
    return { ok: true, board: opened }
  }

  function keepTrust(atMs: number): boolean {
    const now = trustAt(reader, options, atMs)
    const before = trusted
    trusted = now
    if (before === null || isSameTrust(before, now)) return false
    for (const board of open.values()) renew(board, atMs)
    return true
  }

  function isWatched(board: OpenBoard): boolean {
    return board.boardListeners.size > 0 || !board.views.isEmpty()
  }

  function openOtherInstants(): number {
    return [...open.values()].filter(({ query }) => query.atMs !== null).length
  }

  function closeIdleBoards(): void {
    const idle = [...open.entries()]
      .filter(([, board]) => !isWatched(board))
      .sort(([, a], [, b]) => b.usedAtMs - a.usedAtMs)
    for (const [key, board] of idle)
      if (board.query.atMs !== null || idle.findIndex(([other]) => other === key) >= IDLE_BOARDS_KEPT) open.delete(key)
    const watched = new Set([...open.values()].map(({ query }) => query.locationId))
    stores.forgetUnused(watched, IDLE_BOARDS_KEPT)
  }

  function tellBoard(board: OpenBoard, event: BoardEvent['event'], json: string): void {
    for (const [listener, counter] of board.boardListeners) {
      listener({ id: counter.nextId, event, data: json })
      counter.nextId += 1
    }
  }

  function keep(board: OpenBoard, difference: BoardDifference, atMs: number): void {
    if (board.query.atMs === null) options.history?.follow(board, difference, isWatched(board), atMs)
  }

  function push(board: OpenBoard, difference: BoardDifference, touched: ReadonlySet<string>, atMs: number): void {
    keep(board, difference, atMs)
    if (!isWatched(board)) return
    const head = headNow(atMs)
    const headJson = JSON.stringify(head)
    const differs = difference.changed.length > 0 || difference.removed.length > 0
    if (differs || headJson !== board.lastHeadJson) {
      board.lastHeadJson = headJson
      if (board.boardListeners.size > 0) tellBoard(board, 'patch', patchJsonOf(board.live, head, difference))
    }
    // Most looks find nothing, and making the heads anew costs every product on the board.
    const words = wordsAtMs(board, atMs)
    if (!differs && touched.size === 0 && headJson === board.followedHeadJson && !board.views.isDue(words)) return
    board.followedHeadJson = headJson
    board.views.follow(difference, touched, head, words)
  }

  function advance(board: OpenBoard, atMs: number): void {
    push(board, advanceBoard(board.live, board.data, atMs), NOTHING_TOUCHED, atMs)
  }

  function renew(board: OpenBoard, atMs: number): void {
    const found = stores.find(board.query.locationId)
    // A location that is gone leaves the last board where it is: never blank.
    if (!found.ok) return
    board.data = found.data
    board.live = createLiveBoard(found.data, found.location, audienceOf(board.query), board.query.atMs ?? atMs)
    const head = headNow(atMs)
    board.lastHeadJson = JSON.stringify(head)
    if (board.boardListeners.size > 0) tellBoard(board, 'snapshot', snapshotJsonOf(board.live, head))
    board.views.renew(null, head, wordsAtMs(board, atMs))
    keep(board, NO_DIFFERENCE, atMs)
  }

  function shareOutAnew(crewKey: string): void {
    const atMs = nowMs()
    const head = headNow(atMs)
    for (const board of open.values()) board.views.renew(crewKey, head, wordsAtMs(board, atMs))
  }

  return {
    all: () => open.values(),
    isEmpty: () => open.size === 0,
    find: (query) => open.get(keyOf(query)),
    open: openBoard,
    isWatched,
    headNow,
    trusted: () => trusted,
    keepTrust,
    keep,
    push,
    advance,
    renew,
    shareOutAnew,
    closeAll: () => open.clear()
  }
}

export function audienceOf(query: BoardQuery): Audience {
  return { groupId: query.groupId, customer: query.customer }
}

export function keyOf(query: BoardQuery): string {
  return `${query.locationId} ${query.groupId} ${query.customer} ${query.atMs}`
}

/** The instant a board's amounts and words are true for: its own, or now. */
export function wordsAtMs(board: OpenBoard, nowMs: number): number {
  return board.query.atMs ?? nowMs
}

function isSameTrust(a: PriceTrust, b: PriceTrust): boolean {
  return a.amounts === b.amounts && a.offers === b.offers && a.time === b.time
}

const BUSY: { readonly ok: false } & BoardRefusal = {
  ok: false,
  status: 503,
  code: 'busy',
  message: `Boards of ${MOST_OTHER_INSTANTS} other instants are open already`
}
