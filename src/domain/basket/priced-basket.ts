import Fraction from 'fraction.js'
import type { PricedBasket, PricedLine } from '../../shared/priced-basket.ts'
import type { PricedLocation } from '../board/board-item.ts'
import type { Audience } from '../board/board-item.ts'
import { instantTextOf } from '../instant/instant-text.ts'
import { type Amount, minorDigitsOf, moneyTextOf, quantityTextOf, ZERO } from '../money/amount.ts'
import { compareCodePoints } from '../order/code-points.ts'
import type { PromotionState } from '../promotion/promotion-state.ts'
import { taxedAmountOf } from '../tax/taxes.ts'
import { type BasketLine, linePricesOf, type LinePrice } from './line-prices.ts'
import { roundedFractionOf } from './shelf-shares.ts'

export type BasketResult =
  | { readonly ok: true; readonly basket: PricedBasket }
  | { readonly ok: false; readonly productId: string; readonly reason: string }

/**
 * What a basket comes to: prices in force, shelf quantities, taxes (pricing rules, Quantity and Taxes; contract,
 * PricedBasket). Promotions are not evaluated: each active one that lists a product of the basket is reported as skipped,
 * so that the estimate never promises less than the register will charge.
 */
export function pricedBasketOf(
  location: PricedLocation,
  audience: Audience,
  lines: readonly BasketLine[],
  promotions: readonly PromotionState[],
  atMs: number
): BasketResult {
  const digits = minorDigitsOf(location.currency)
  const priced = linePricesOf(mergedLinesOf(lines), audience, digits, atMs)
  if (!priced.ok) return priced
  const totals = { subtotal: ZERO, taxes: ZERO, total: ZERO }
  const pricedLines = priced.lines.map((line) => {
    const taxed = taxedAmountOf(
      { amount: line.amount, listAmount: line.listAmount, quantity: line.quantity },
      line.product.taxRates,
      location.taxPricing,
      digits
    )
    totals.subtotal = totals.subtotal.plus(line.amount)
    totals.taxes = totals.taxes.plus(taxed.taxTotal)
    totals.total = totals.total.plus(taxed.outTheDoor)
    return pricedLineOf(line, taxed.taxes, taxed.outTheDoor, digits)
  })
  const inBasket = new Set(pricedLines.map(({ productId }) => productId))
  return {
    ok: true,
    basket: {
      locationId: location.locationId,
      at: instantTextOf(atMs),
      currency: location.currency,
      taxPricing: location.taxPricing,
      estimate: true,
      lines: pricedLines,
      applied: [],
      skipped: promotions
        .filter(({ active, facts }) => active && facts.productIds.some((productId) => inBasket.has(productId)))
        .map(({ facts }) => ({ promotionId: facts.promotionId, name: facts.name, reason: 'not evaluated' })),
      near: [],
      reward: null,
      subtotal: moneyTextOf(totals.subtotal, digits),
      discount: moneyTextOf(ZERO, digits),
      taxes: moneyTextOf(totals.taxes, digits),
      total: moneyTextOf(totals.total, digits)
    }
  }
}

/** Lines of one product are merged and worked in order of productId, so that input order never matters. */
export function mergedLinesOf(lines: readonly BasketLine[]): readonly BasketLine[] {
  const merged = new Map<string, BasketLine>()
  for (const line of lines) {
    const earlier = merged.get(line.product.productId)
    merged.set(
      line.product.productId,
      earlier === undefined ? line : { product: line.product, quantity: earlier.quantity.plus(line.quantity) }
    )
  }
  return [...merged.values()].sort((a, b) => compareCodePoints(a.product.productId, b.product.productId))
}

function pricedLineOf(line: LinePrice, taxes: PricedLine['taxes'], total: Amount, digits: number): PricedLine {
  return {
    productId: line.product.productId,
    quantity: quantityTextOf(line.quantity),
    unitPrice: unitPriceTextOf(line),
    amount: moneyTextOf(line.amount, digits),
    source: line.source,
    discount: moneyTextOf(ZERO, digits),
    taxes,
    total: moneyTextOf(total, digits),
    promotions: []
  }
}

/** Amount / quantity to four decimals, half-up (contract, PricedBasket). */
function unitPriceTextOf(line: LinePrice): string {
  return roundedFractionOf(new Fraction(line.amount.toFixed()).div(line.quantity.toFixed()), 4).toFixed(4)
}
