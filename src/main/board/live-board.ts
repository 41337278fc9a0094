import {
  type Audience,
  builtItemAt,
  type BuiltItem,
  compareItems,
  type PricedLocation
} from '../../domain/board/board-item.ts'
import { changeOf, snapshotHeadOf } from '../../domain/board/board-snapshot.ts'
import { instantTextOf, instantTextOrNull } from '../../domain/instant/instant-text.ts'
import type { BoardFeeds } from '../../shared/board-snapshot.ts'
import { type LocationData, promotionStatesOf } from './location-data.ts'

/** A board kept up to date: every item built, with its JSON, so that a change costs what it touches. */
export interface LiveBoard {
  readonly location: PricedLocation
  readonly audience: Audience
  readonly items: Map<string, LiveItem>
  order: readonly string[]
  /** Instant the items are true for. */
  atMs: number
  changesAtMs: number | null
  /** When every item was last looked at. */
  wholeAtMs: number
}

export interface LiveItem {
  readonly built: BuiltItem
  readonly json: string
}

export interface BoardDifference {
  readonly changed: readonly string[]
  readonly removed: readonly string[]
  readonly orderChanged: boolean
}

export const NO_DIFFERENCE: BoardDifference = { changed: [], removed: [], orderChanged: false }

/** A board with every item built for an instant. */
export function createLiveBoard(
  data: LocationData,
  location: PricedLocation,
  audience: Audience,
  atMs: number
): LiveBoard {
  const board: LiveBoard = {
    location,
    audience,
    items: new Map(),
    order: [],
    atMs,
    changesAtMs: null,
    wholeAtMs: atMs
  }
  rebuildItems(board, data, data.products.keys(), atMs)
  return board
}

/** Builds every item anew; items whose JSON stays the same are no difference. */
export function rebuildWhole(board: LiveBoard, data: LocationData, atMs: number): BoardDifference {
  board.wholeAtMs = atMs
  return rebuildItems(board, data, new Set([...data.products.keys(), ...board.items.keys()]), atMs)
}

/** Builds some items anew at an instant and says what differs. */
export function rebuildItems(
  board: LiveBoard,
  data: LocationData,
  productIds: Iterable<string>,
  atMs: number
): BoardDifference {
  const states = promotionStatesOf(data, atMs)
  const changed: string[] = []
  const removed: string[] = []
  let orderChanged = false
  for (const productId of productIds) {
    const before = board.items.get(productId)
    const product = data.products.get(productId)
    const built =
      product === undefined
        ? null
        : builtItemAt(product, board.location, board.audience, states.get(productId) ?? [], atMs)
    if (built === null) {
      if (before === undefined) continue
      board.items.delete(productId)
      removed.push(productId)
      orderChanged = true
      continue
    }
    const json = JSON.stringify(built.item)
    board.items.set(productId, { built, json })
    if (before?.json === json) continue
    changed.push(productId)
    if (before === undefined || compareItems(before.built.sortKey, built.sortKey) !== 0) orderChanged = true
  }
  if (orderChanged) board.order = orderOf(board)
  board.atMs = atMs
  board.changesAtMs = changeOf(builtItemsOf(board))
  return { changed, removed, orderChanged }
}

/** Brings a board to a later instant: only items whose next change has come are built anew. */
export function advanceBoard(board: LiveBoard, data: LocationData, atMs: number): BoardDifference {
  if (board.changesAtMs === null || board.changesAtMs > atMs) {
    board.atMs = atMs
    return NO_DIFFERENCE
  }
  return rebuildItems(board, data, dueItemsOf(board, atMs), atMs)
}

/** Items whose next change has come. */
export function dueItemsOf(board: LiveBoard, atMs: number): readonly string[] {
  if (board.changesAtMs === null || board.changesAtMs > atMs) return []
  const due: string[] = []
  for (const [productId, { built }] of board.items)
    if (built.changesAtMs !== null && built.changesAtMs <= atMs) due.push(productId)
  return due
}

function* builtItemsOf(board: LiveBoard): Iterable<BuiltItem> {
  for (const { built } of board.items.values()) yield built
}

function orderOf(board: LiveBoard): readonly string[] {
  return [...board.items.values()]
    .sort((a, b) => compareItems(a.built.sortKey, b.built.sortKey))
    .map(({ built }) => built.item.productId)
}

export interface BoardHead {
  readonly feeds: BoardFeeds
  readonly stale: boolean
}

/** The contract's BoardSnapshot as JSON, from the items' own JSON. */
export function snapshotJsonOf(board: LiveBoard, head: BoardHead): string {
  const fields = JSON.stringify(snapshotHeadOf({ location: board.location, ...head }, board))
  return `${fields.slice(0, -1)},"items":[${itemsJsonOf(board, board.order)}]}`
}

/** The contract's patch as JSON. */
export function patchJsonOf(board: LiveBoard, head: BoardHead, difference: BoardDifference): string {
  const fields = JSON.stringify({
    at: instantTextOf(board.atMs),
    nextChangeAt: instantTextOrNull(board.changesAtMs),
    feeds: head.feeds,
    stale: head.stale
  })
  return `${fields.slice(0, -1)},"items":[${itemsJsonOf(board, difference.changed)}],"removed":${JSON.stringify(difference.removed)}}`
}

function itemsJsonOf(board: LiveBoard, productIds: readonly string[]): string {
  return productIds.map((productId) => board.items.get(productId)?.json).join(',')
}
