import type { BoardItem, CustomerKind } from '../../shared/board-snapshot.ts'
import { minorDigitsOf } from '../money/amount.ts'
import { compareCodePoints, sortKeyOf } from '../order/code-points.ts'
import { rungsOf, shelfOf } from '../pricing/ladder.ts'
import { type PricedRung, pricedRungAt, type PriceTrace, type RungPricing } from '../pricing/rung-price.ts'
import type { PromotionState } from '../promotion/promotion-state.ts'
import type { LocationFacts, ProductFacts } from './board-facts.ts'
import { badgeOf, type BadgeWords, hasBadge, NO_BADGE_WORDS, promotionsFor } from './item-badges.ts'
import { badgeEndOf, itemChangeOf, saleInstantsOf } from './item-change.ts'
import { dealOffersOf, rungDealOf } from './rung-deal.ts'

/** Whom a board addresses: a pricing group at most, and the kind of customer. */
export interface Audience {
  readonly groupId: number | null
  readonly customer: CustomerKind
}

/** A location whose currency is known: only such a one can show amounts. */
export type PricedLocation = LocationFacts & { readonly currency: NonNullable<LocationFacts['currency']> }

export interface BuiltItem {
  readonly item: BoardItem
  /** One per rung. */
  readonly traces: readonly PriceTrace[]
  /** First later instant at which the item differs with no new data; null when none comes within the horizon. */
  readonly changesAtMs: number | null
  /** Sorts as the contract says: classification path, name, productId; without a classification last. */
  readonly sortKey: ItemSortKey
}

export interface ItemSortKey {
  readonly path: readonly string[]
  readonly name: string
  readonly productId: string
}

/**
 * A product as a board shows it at an instant, with the trace of each price and the instant of its next change. Null when
 * the audience has no price for it: it is not on the board (contract, BoardSnapshot). `states` are of the promotions that
 * list the product.
 */
export function builtItemAt(
  product: ProductFacts,
  location: PricedLocation,
  audience: Audience,
  states: readonly PromotionState[],
  atMs: number,
  words: BadgeWords = NO_BADGE_WORDS
): BuiltItem | null {
  const rungs = rungsOf(product.records, audience.groupId)
  if (rungs.length === 0) return null
  const pricing: RungPricing = {
    taxRates: product.taxRates,
    taxPricing: location.taxPricing,
    amountsHeld: location.amountsHeld,
    digits: minorDigitsOf(location.currency)
  }
  const shownStates = promotionsFor(states, audience)
  const pricedAt = (instantMs: number, then: readonly PromotionState[]): readonly PricedRung[] => {
    const offers = dealOffersOf(then, audience)
    return rungs.flatMap((records) => {
      const priced = pricedRungAt(records, pricing, instantMs)
      if (priced === null) return []
      const deal = rungDealOf(product, records, offers, pricing, instantMs)
      return [deal === null ? priced : { ...priced, rung: { ...priced.rung, deal } }]
    })
  }
  const priced = pricedAt(atMs, shownStates)
  const ladder = priced.map(({ rung }) => rung)
  const saleInstantsMs = saleInstantsOf(rungs, atMs)
  const shelf = shelfOf(product.records)
  const item: BoardItem = {
    productId: product.productId,
    name: product.name,
    classification: product.classification,
    unit: product.unit,
    inStock: product.inStock,
    shelf: shelf === null ? null : { shelfId: shelf.shelfId, name: shelf.name },
    badges: shownStates
      .filter((state) => hasBadge(state, ladder))
      .map((state) => badgeOf(state, badgeEndOf(state, rungs, saleInstantsMs), audience, words)),
    ladder
  }
  return {
    item,
    traces: priced.map(({ trace }) => trace),
    changesAtMs: itemChangeOf({ rungs, ladder, states: shownStates, atMs }, saleInstantsMs, (instantMs, then) =>
      pricedAt(instantMs, then).map(({ rung }) => rung)
    ),
    sortKey: {
      path: product.classification.map(sortKeyOf),
      name: sortKeyOf(product.name),
      productId: product.productId
    }
  }
}

/** The earlier of two instants, where null is never. */
export function earlierOf(aMs: number | null, bMs: number | null): number | null {
  if (aMs === null) return bMs
  return bMs === null ? aMs : Math.min(aMs, bMs)
}

/** Order of items on a board (contract, BoardSnapshot). */
export function compareItems(a: ItemSortKey, b: ItemSortKey): number {
  if (a.path.length === 0 || b.path.length === 0) {
    if (a.path.length !== b.path.length) return a.path.length === 0 ? 1 : -1
  }
  const shorter = Math.min(a.path.length, b.path.length)
  for (let index = 0; index < shorter; index += 1) {
    const order = compareCodePoints(a.path[index] ?? '', b.path[index] ?? '')
    if (order !== 0) return order
  }
  return (
    a.path.length - b.path.length || compareCodePoints(a.name, b.name) || compareCodePoints(a.productId, b.productId)
  )
}
