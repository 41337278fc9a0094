import type { BoardDeal } from '../../shared/board-snapshot.ts'
import type { Application } from '../basket/application.ts'
import type { LinePrice } from '../basket/line-prices.ts'
import { applicationOf, type BasketLines, basketLinesOf, offerOnLines } from '../basket/offer-on-lines.ts'
import { allOf, moneyOf, stockLinesOf } from '../basket/stock-line.ts'
import { moneyTextOf, roundHalfUp } from '../money/amount.ts'
import type { RungRecords } from '../pricing/ladder.ts'
import { priceInForceAt } from '../pricing/price-in-force.ts'
import type { RungPricing } from '../pricing/rung-price.ts'
import { cartPasses } from '../promotion/condition/cart-condition.ts'
import type { PromotionState } from '../promotion/promotion-state.ts'
import type { PromotionTerms } from '../promotion/promotion-terms.ts'
import { taxedAmountOf } from '../tax/taxes.ts'
import type { ProductFacts } from './board-facts.ts'
import type { Audience } from './board-item.ts'

/** A promotion that may price a rung by itself. */
export interface DealOffer {
  readonly promotionId: string
  readonly terms: PromotionTerms
}

/**
 * Promotions among those that list a product whose price a single quantity has by itself: the two EachMatched types, while
 * they are active and their cart condition certainly holds for the audience (pricing rules, On promotion).
 */
export function dealOffersOf(states: readonly PromotionState[], audience: Audience): readonly DealOffer[] {
  return states.flatMap(({ active, facts, terms }) =>
    active &&
    terms !== null &&
    terms.ok &&
    terms.value.type.family === 'each-matched' &&
    cartPasses(terms.value.cart, audience) === true
      ? [{ promotionId: facts.promotionId, terms: terms.value }]
      : []
  )
}

/**
 * What a rung costs with the offer that takes most off it, as a basket of its quantity is worked out: conditions of product
 * and line hold, the discount rounded down, taxes on what is left with those of the list price not reduced. Of equal ones
 * the first by promotionId. Null where none takes anything off (contract, `deal`).
 */
export function rungDealOf(
  product: ProductFacts,
  records: RungRecords,
  offers: readonly DealOffer[],
  pricing: RungPricing,
  atMs: number
): BoardDeal | null {
  if (offers.length === 0 || pricing.amountsHeld) return null
  const line = linePriceOf(product, records, pricing.digits, atMs)
  if (line === null) return null
  const basket = basketLinesOf(stockLinesOf([line], pricing.digits), pricing.digits)
  let best: { readonly promotionId: string; readonly application: Application } | null = null
  for (const { promotionId, terms } of offers) {
    const application = applicationIn(basket, terms)
    if (application === null) continue
    const order = best === null ? 1n : application.saved - best.application.saved
    if (order > 0n || (order === 0n && promotionId < (best?.promotionId ?? ''))) best = { promotionId, application }
  }
  if (best === null) return null
  const amount = line.amount.minus(moneyOf(best.application.saved, pricing.digits))
  const taxable = { amount, listAmount: line.listAmount, quantity: line.quantity }
  const taxed = taxedAmountOf(taxable, product.taxRates, pricing.taxPricing, pricing.digits)
  return {
    promotionId: best.promotionId,
    price: moneyTextOf(amount, pricing.digits),
    outTheDoor: moneyTextOf(taxed.outTheDoor, pricing.digits)
  }
}

function applicationIn(basket: BasketLines, terms: PromotionTerms): Application | null {
  return applicationOf(offerOnLines(terms, basket, terms.line), allOf(basket.lines))
}

/** The rung as the one line of a basket. */
function linePriceOf(product: ProductFacts, records: RungRecords, digits: number, atMs: number): LinePrice | null {
  const inForce = priceInForceAt(records.publicRecords, records.groupRecords, atMs)
  if (inForce === null) return null
  return {
    product,
    quantity: records.quantity,
    amount: roundHalfUp(inForce.winner.amount, digits),
    listAmount: roundHalfUp(inForce.regular, digits),
    source: inForce.winner.source,
    inForce,
    tierQuantity: records.quantity
  }
}
