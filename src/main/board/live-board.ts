import {
  type Audience,
  builtItemAt,
  type BuiltItem,
  compareItems,
  type PricedLocation
} from '../../domain/board/board-item.ts'
import type { ProductFacts } from '../../domain/board/board-facts.ts'
import type { BadgeWords } from '../../domain/board/item-badges.ts'
import { changeOf, snapshotHeadOf } from '../../domain/board/board-snapshot.ts'
import { instantTextOf, instantTextOrNull } from '../../domain/instant/instant-text.ts'
import { saleBoundariesOf } from '../../domain/pricing/record-amount.ts'
import type { PromotionState } from '../../domain/promotion/promotion-state.ts'
import type { BoardFeeds } from '../../shared/board-snapshot.ts'
import { beat } from '../engine/heartbeat.ts'
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
  /** What it was built from. */
  readonly product: ProductFacts
  readonly states: readonly PromotionState[]
  readonly words: BadgeWords
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

/**
 * A board at another instant, and of other products, made from one that there is: only items that the time between them
 * or newer facts can have changed are built. To be looked at, not followed: the others say of their next change what they
 * said where they were built.
 */
export function boardFrom(known: LiveBoard, data: LocationData, location: PricedLocation, atMs: number): LiveBoard {
  if (known.location !== location && JSON.stringify(known.location) !== JSON.stringify(location))
    return createLiveBoard(data, location, known.audience, atMs)
  const board: LiveBoard = { ...known, items: new Map(), order: [], atMs, changesAtMs: null, wholeAtMs: atMs }
  const states = promotionStatesOf(data, atMs)
  const [fromMs, toMs] = [Math.min(known.atMs, atMs), Math.max(known.atMs, atMs)]
  const others: string[] = []
  for (const [productId, product] of data.products) {
    const item = known.items.get(productId)
    const isStill =
      item !== undefined &&
      item.product === product &&
      (item.words === data.words || item.states.length === 0) &&
      makeSameBadges(item.states, states.get(productId) ?? NO_STATES) &&
      !hasSaleBoundary(product, fromMs, toMs)
    if (isStill) board.items.set(productId, item)
    else others.push(productId)
  }
  rebuildItems(board, data, others, atMs)
  board.order = orderOf(board)
  return board
}

const NO_STATES: readonly PromotionState[] = []

/** Whether two instants' promotions make the same badges: those that are on, and when they end. */
function makeSameBadges(a: readonly PromotionState[], b: readonly PromotionState[]): boolean {
  if (a === b) return true
  const [on, others] = [a.filter(isActive), b.filter(isActive)]
  return (
    on.length === others.length &&
    on.every(({ facts, changesAtMs }, at) => facts === others[at]?.facts && changesAtMs === others[at]?.changesAtMs)
  )
}

const isActive = ({ active }: PromotionState): boolean => active

/** Whether a sale of the product starts or stops with fromMs < at <= toMs. */
function hasSaleBoundary({ records }: ProductFacts, fromMs: number, toMs: number): boolean {
  return records.some(
    (record) =>
      record.sales.length > 0 &&
      saleBoundariesOf(record).some((boundaryMs) => boundaryMs > fromMs && boundaryMs <= toMs)
  )
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
  const statesOf = (productId: string): readonly PromotionState[] => states.get(productId) ?? NO_STATES
  const changed: string[] = []
  const removed: string[] = []
  let orderChanged = false
  for (const productId of productIds) {
    beat()
    const before = board.items.get(productId)
    const product = data.products.get(productId)
    const built =
      product === undefined
        ? null
        : builtItemAt(product, board.location, board.audience, statesOf(productId), atMs, data.words)
    if (built === null || product === undefined) {
      if (before === undefined) continue
      board.items.delete(productId)
      removed.push(productId)
      orderChanged = true
      continue
    }
    const json = JSON.stringify(built.item)
    board.items.set(productId, { built, json, product, states: statesOf(productId), words: data.words })
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
  /** When the amounts go where nobody confirms them any more; null for never, and where they are gone. */
  readonly amountsUntilMs: number | null
  /** False: no clock is shown, and a screen is lit whatever its hours. */
  readonly isTimeKnown: boolean
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
