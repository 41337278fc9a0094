import type { BoardFeeds, BoardSnapshot } from '../../shared/board-snapshot.ts'
import { instantTextOf, instantTextOrNull } from '../instant/instant-text.ts'
import { type PreparedPromotion, promotionStatesAt, statesByProductOf } from '../promotion/promotion-state.ts'
import type { ProductFacts } from './board-facts.ts'
import {
  type Audience,
  builtItemAt,
  type BuiltItem,
  compareItems,
  earlierOf,
  type PricedLocation
} from './board-item.ts'
import type { BadgeWords } from './item-badges.ts'

export interface BoardFacts {
  readonly location: PricedLocation
  readonly products: readonly ProductFacts[]
  readonly promotions: readonly PreparedPromotion[]
  readonly feeds: BoardFeeds
  readonly stale: boolean
  /** None, and badges have no words but their names. */
  readonly words?: BadgeWords
}

/** A board at an instant: its items built, in order. */
export interface BuiltBoard {
  readonly items: readonly BuiltItem[]
  readonly atMs: number
  readonly changesAtMs: number | null
}

/** Builds every item of a location's board for an audience at an instant. Input order never matters. */
export function builtBoardAt(facts: BoardFacts, audience: Audience, atMs: number): BuiltBoard {
  const states = statesByProductOf(promotionStatesAt(facts.promotions, facts.location, atMs))
  const items: BuiltItem[] = []
  for (const product of facts.products) {
    const built = builtItemAt(product, facts.location, audience, states.get(product.productId) ?? [], atMs, facts.words)
    if (built !== null) items.push(built)
  }
  items.sort((a, b) => compareItems(a.sortKey, b.sortKey))
  return { items, atMs, changesAtMs: changeOf(items) }
}

/** First instant at which any of the items differs. */
export function changeOf(items: Iterable<BuiltItem>): number | null {
  let soonestMs: number | null = null
  for (const { changesAtMs } of items) soonestMs = earlierOf(soonestMs, changesAtMs)
  return soonestMs
}

/** Everything of a BoardSnapshot but its items, in the contract's order. */
export function snapshotHeadOf(
  facts: Omit<BoardFacts, 'products' | 'promotions'>,
  board: Omit<BuiltBoard, 'items'>
): Omit<BoardSnapshot, 'items'> {
  const { location } = facts
  return {
    locationId: location.locationId,
    locationName: location.name,
    timeZone: location.timeZone,
    currency: location.currency,
    at: instantTextOf(board.atMs),
    taxPricing: location.taxPricing,
    feeds: facts.feeds,
    stale: facts.stale,
    nextChangeAt: instantTextOrNull(board.changesAtMs)
  }
}

/** The contract's BoardSnapshot of a built board. */
export function snapshotOf(facts: Omit<BoardFacts, 'products' | 'promotions'>, board: BuiltBoard): BoardSnapshot {
  return { ...snapshotHeadOf(facts, board), items: board.items.map(({ item }) => item) }
}
