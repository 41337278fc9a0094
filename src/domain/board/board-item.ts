import type { BoardItem, BoardRung, CustomerKind } from '../../shared/board-snapshot.ts'
import { minorDigitsOf } from '../money/amount.ts'
import { compareCodePoints, sortKeyOf } from '../order/code-points.ts'
import { rungsOf, shelfOf, type RungRecords } from '../pricing/ladder.ts'
import { saleBoundariesOf } from '../pricing/record-amount.ts'
import { pricedRungAt, type PriceTrace, type RungPricing } from '../pricing/rung-price.ts'
import { badgesOf, type PromotionState } from '../promotion/promotion-state.ts'
import type { LocationFacts, ProductFacts } from './board-facts.ts'

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

/** How far ahead a change is looked for: 60 days (contract, nextChangeAt). */
export const CHANGE_HORIZON_MS = 60 * 24 * 60 * 60 * 1000

/**
 * A product as a board shows it at an instant, with the trace of each price and the instant of its next change. Null when
 * the audience has no price for it: it is not on the board (contract, BoardSnapshot).
 */
export function builtItemAt(
  product: ProductFacts,
  location: PricedLocation,
  audience: Audience,
  states: readonly PromotionState[],
  atMs: number
): BuiltItem | null {
  const rungs = rungsOf(product.records, audience.groupId)
  if (rungs.length === 0) return null
  const pricing: RungPricing = {
    taxRates: product.taxRates,
    taxPricing: location.taxPricing,
    amountsHeld: location.amountsHeld,
    digits: minorDigitsOf(location.currency)
  }
  const ladder: BoardRung[] = []
  const traces: PriceTrace[] = []
  for (const records of rungs) {
    const priced = pricedRungAt(records, pricing, atMs)
    if (priced === null) continue
    ladder.push(priced.rung)
    traces.push(priced.trace)
  }
  const shelf = shelfOf(product.records)
  const item: BoardItem = {
    productId: product.productId,
    name: product.name,
    classification: product.classification,
    unit: product.unit,
    inStock: product.inStock,
    shelf: shelf === null ? null : { shelfId: shelf.shelfId, name: shelf.name },
    badges: badgesOf(states),
    ladder
  }
  return {
    item,
    traces,
    changesAtMs: earlierOf(promotionChangeOf(states), priceChangeOf(rungs, ladder, pricing, atMs)),
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

function promotionChangeOf(states: readonly PromotionState[]): number | null {
  return states.reduce<number | null>((soonest, { changesAtMs }) => earlierOf(soonest, changesAtMs), null)
}

/** First boundary of a sale at which a rung really differs: a sale that never wins changes nothing. */
function priceChangeOf(
  rungs: readonly RungRecords[],
  ladder: readonly BoardRung[],
  pricing: RungPricing,
  atMs: number
): number | null {
  const boundariesMs = new Set<number>()
  for (const { publicRecords, groupRecords } of rungs)
    for (const records of [publicRecords, groupRecords])
      for (const record of records)
        if (record.sales.length > 0)
          for (const boundaryMs of saleBoundariesOf(record))
            if (boundaryMs > atMs && boundaryMs <= atMs + CHANGE_HORIZON_MS) boundariesMs.add(boundaryMs)
  for (const boundaryMs of [...boundariesMs].sort((a, b) => a - b)) {
    const differs = rungs.some((records, index) => {
      const later = pricedRungAt(records, pricing, boundaryMs)?.rung
      return later === undefined || !isSameRung(later, ladder[index])
    })
    if (differs) return boundaryMs
  }
  return null
}

/** Whether two rungs show the same; taxes follow from the amounts and the same rates. */
function isSameRung(a: BoardRung, b: BoardRung | undefined): boolean {
  return (
    b !== undefined &&
    a.price === b.price &&
    a.unitPrice === b.unitPrice &&
    a.regular === b.regular &&
    a.source === b.source &&
    a.saleEndsAt === b.saleEndsAt &&
    a.fromEntityId === b.fromEntityId &&
    a.outTheDoor === b.outTheDoor
  )
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
