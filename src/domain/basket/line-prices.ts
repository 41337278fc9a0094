import Fraction from 'fraction.js'
import type { PriceSource } from '../../shared/board-snapshot.ts'
import type { Audience } from '../board/board-item.ts'
import type { ProductFacts } from '../board/board-facts.ts'
import { Amount, ZERO } from '../money/amount.ts'
import { rungsInForceFor, shelfOf } from '../pricing/ladder.ts'
import { priceInForceAt, type PriceInForce } from '../pricing/price-in-force.ts'
import { roundedFractionOf, spreadOverShares } from './shelf-shares.ts'

export interface BasketLine {
  readonly product: ProductFacts
  readonly quantity: Amount
}

/** What promotions look at of a priced line. */
export type PromotableLine = Pick<LinePrice, 'product' | 'quantity' | 'amount' | 'source'>

/** A line before discounts and taxes. */
export interface LinePrice {
  readonly product: ProductFacts
  readonly quantity: Amount
  /** Rounded share of its shelf's sum, or its own rounded amount. */
  readonly amount: Amount
  /** Regular unit price of the tier in force x quantity, rounded: the base of BasePriceListPrice taxes. */
  readonly listAmount: Amount
  readonly source: PriceSource
  readonly inForce: PriceInForce
  readonly tierQuantity: Amount
}

export type LinePrices =
  | { readonly ok: true; readonly lines: readonly LinePrice[] }
  | { readonly ok: false; readonly productId: string; readonly reason: string }

interface TierInForce {
  readonly inForce: PriceInForce
  readonly tierQuantity: Amount
}

/** The tier in force for a quantity; of tiers that share one the dearer applies. Null where nothing prices it. */
function tierInForceFor(
  product: ProductFacts,
  groupId: number | null,
  quantity: Amount,
  atMs: number
): TierInForce | null {
  let dearest: TierInForce | null = null
  for (const rung of rungsInForceFor(product.records, groupId, quantity)) {
    const inForce = priceInForceAt(rung.publicRecords, rung.groupRecords, atMs)
    if (inForce !== null && (dearest === null || inForce.winner.amount.gt(dearest.inForce.winner.amount)))
      dearest = { inForce, tierQuantity: rung.quantity }
  }
  return dearest
}

/** Products on one shelf count together, grams and pieces apart. */
function countingKeyOf(product: ProductFacts): string {
  const shelf = shelfOf(product.records)
  return shelf === null ? `product ${product.productId}` : `shelf ${shelf.shelfId} ${product.unit}`
}

/**
 * Prices merged lines: each by its own records at its shelf's summed quantity, unit price unrounded, a shelf's sum rounded
 * once and spread (pricing rules, Quantity). Refuses a quantity that has no tier and no base.
 */
export function linePricesOf(
  lines: readonly BasketLine[],
  audience: Audience,
  digits: number,
  atMs: number
): LinePrices {
  const counted = new Map<string, Amount>()
  for (const { product, quantity } of lines) {
    const key = countingKeyOf(product)
    counted.set(key, (counted.get(key) ?? ZERO).plus(quantity))
  }
  const priced: { line: BasketLine; key: string; exact: Fraction; inForce: PriceInForce; tierQuantity: Amount }[] = []
  for (const line of lines) {
    const key = countingKeyOf(line.product)
    const tier = tierInForceFor(line.product, audience.groupId, counted.get(key) as Amount, atMs)
    if (tier === null) return { ok: false, productId: line.product.productId, reason: 'has no price for this quantity' }
    priced.push({
      line,
      key,
      exact: exactShareOf(tier.inForce.winner.amount, line.quantity, tier.tierQuantity),
      ...tier
    })
  }
  const amounts = new Map<(typeof priced)[number], Amount>()
  for (const key of counted.keys()) {
    const together = priced.filter((entry) => entry.key === key)
    const shares = spreadOverShares(
      together.map(({ line, exact }) => ({ productId: line.product.productId, exact })),
      digits
    )
    together.forEach((entry, index) => amounts.set(entry, shares[index] as Amount))
  }
  return {
    ok: true,
    lines: priced.map((entry) => ({
      product: entry.line.product,
      quantity: entry.line.quantity,
      amount: amounts.get(entry) as Amount,
      listAmount: roundedFractionOf(
        exactShareOf(entry.inForce.regular, entry.line.quantity, entry.tierQuantity),
        digits
      ),
      source: entry.inForce.winner.source,
      inForce: entry.inForce,
      tierQuantity: entry.tierQuantity
    }))
  }
}

function exactShareOf(amount: Amount, quantity: Amount, tierQuantity: Amount): Fraction {
  return new Fraction(amount.toFixed()).mul(quantity.toFixed()).div(tierQuantity.toFixed())
}
