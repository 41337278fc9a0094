import type { PriceSource, TaxPricing, Unit } from '../../shared/board-snapshot.ts'
import type { TaxRate } from '../tax/tax-rate.ts'

/** The price that a promotion made of a rung, and what it took off by: so other quantities are worked out as a basket would. */
export interface ShownDeal {
  readonly promotionId: string
  /** As the board showed it. */
  readonly price: string
  readonly outTheDoor: string
  readonly discount:
    | { readonly kind: 'share'; readonly share: string }
    /** So much off each whole `perQuantity`. */
    | { readonly kind: 'off'; readonly amount: string; readonly perQuantity: string }
}

/** What one rung of a product said on a board, from an instant to an instant. Amounts are null while they were held. */
export interface ShownPrice {
  readonly tierId: number | null
  readonly quantity: string
  readonly shelfId: number | null
  /** Before a deal. */
  readonly price: string | null
  /** The amount behind `price` before it was rounded. */
  readonly exact: string | null
  readonly regular: string | null
  readonly outTheDoor: string | null
  readonly source: PriceSource
  readonly saleEndsAtMs: number | null
  /** Absent, and null, is none. */
  readonly deal?: ShownDeal | null
  readonly taxPricing: TaxPricing
  readonly taxRates: readonly TaxRate[]
  readonly fromMs: number
  /** Null: it still stands there. */
  readonly toMs: number | null
}

/** Everything a board said of a product in the time that is kept. */
export interface ShownProduct {
  readonly productId: string
  readonly name: string
  readonly unit: Unit
  /** In the order they were written down. */
  readonly prices: readonly ShownPrice[]
}

/** A stretch of time over which a board was shown: from when it first was to when it last is known to have been. */
export interface ShownStretch {
  readonly fromMs: number
  readonly toMs: number
}

/** A stretch's end is known to this: it is written down once a minute. */
export const STRETCH_END_MS = 60_000

/** Whether a board was shown at an instant. */
export function wasShownAt(stretches: readonly ShownStretch[], atMs: number): boolean {
  return stretches.some(({ fromMs, toMs }) => fromMs <= atMs && atMs <= toMs + STRETCH_END_MS)
}

/**
 * The rungs of a product at an instant, by rising quantity. After a clock was put back two rows can claim the same
 * instant: the one written last counts.
 */
export function shownRungsAt(prices: readonly ShownPrice[], atMs: number): readonly ShownPrice[] {
  const rungs = new Map<string, ShownPrice>()
  for (const price of prices)
    if (price.fromMs <= atMs && (price.toMs === null || atMs < price.toMs))
      rungs.set(`${price.tierId} ${price.quantity}`, price)
  return [...rungs.values()].sort((a, b) => Number(a.quantity) - Number(b.quantity))
}
