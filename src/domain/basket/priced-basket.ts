import Fraction from 'fraction.js'
import type { PricedBasket, PricedLine } from '../../shared/priced-basket.ts'
import type { Audience, PricedLocation } from '../board/board-item.ts'
import { instantTextOf } from '../instant/instant-text.ts'
import { Amount, minorDigitsOf, moneyTextOf, quantityTextOf, ZERO } from '../money/amount.ts'
import { compareCodePoints } from '../order/code-points.ts'
import { missingWordsOf } from '../promotion/offer/missing-words.ts'
import type { OfferContext } from '../promotion/offer/offer-context.ts'
import type { PromotionState } from '../promotion/promotion-state.ts'
import { type OfferedReward, rewardOffLines, rewardOffTotal } from '../reward/reward-amount.ts'
import { taxedAmountOf } from '../tax/taxes.ts'
import { type BasketLine, linePricesOf, type LinePrice } from './line-prices.ts'
import { notEvaluatedText } from './not-evaluated-text.ts'
import { nearOf, type PromotionOutcome } from './outcome.ts'
import { discountOf, type LinePromotion, promotedLinesOf } from './promoted-lines.ts'
import { roundedFractionOf } from './shelf-shares.ts'

/** A basket, where and for whom it is priced. */
export interface BasketToPrice {
  readonly location: PricedLocation
  readonly audience: Audience
  readonly lines: readonly BasketLine[]
  /** Every promotion of the location, at `atMs`. */
  readonly promotions: readonly PromotionState[]
  /** The reward that is taken with it; null for none. */
  readonly reward: OfferedReward | null
  /** What a promotion that nearly applies needs is put into words with. */
  readonly offers: OfferContext
  readonly atMs: number
}

export type BasketResult =
  | {
      readonly ok: true
      readonly basket: PricedBasket
      /** What became of each promotion: what `applied`, `skipped` and `near` are made from. */
      readonly outcomes: readonly PromotionOutcome[]
    }
  | { readonly ok: false; readonly productId: string; readonly reason: string }

/**
 * What a basket comes to, in this order: prices in force, shelf quantities, promotions until none saves, a reward before
 * taxes, taxes, a reward after taxes (pricing rules, Quantity, Promotions in a basket, Taxes; contract, PricedBasket).
 */
export function pricedBasketOf(asked: BasketToPrice): BasketResult {
  const { location, audience, reward, atMs } = asked
  const digits = minorDigitsOf(location.currency)

  const priced = linePricesOf(mergedLinesOf(asked.lines), audience, digits, atMs)
  if (!priced.ok) return priced

  const { byLine, outcomes } = promotedLinesOf(priced.lines, asked.promotions, audience, digits)

  const promoted = priced.lines.map((line, index) => ({
    line,
    promotions: byLine[index] ?? [],
    left: line.amount.minus(discountOf(byLine[index] ?? []))
  }))
  const rewards =
    reward === null
      ? []
      : rewardOffLines(
          reward,
          promoted.map(({ line, left }) => ({ productId: line.product.productId, left })),
          digits
        )

  const taxed = promoted.map(({ line, promotions, left }, index) => {
    const amount = left.minus(rewards[index] ?? ZERO)
    const taxable = { amount, listAmount: line.listAmount, quantity: line.quantity }
    const { taxes, taxTotal, outTheDoor } = taxedAmountOf(taxable, line.product.taxRates, location.taxPricing, digits)
    return { line, promotions, discount: line.amount.minus(amount), taxes, taxTotal, outTheDoor }
  })

  const outTheDoor = sumOf(taxed.map((line) => line.outTheDoor))
  const offTotal = reward === null ? ZERO : rewardOffTotal(reward, outTheDoor, digits)
  const text = (amount: Amount): string => moneyTextOf(amount, digits)
  return {
    ok: true,
    outcomes,
    basket: {
      locationId: location.locationId,
      at: instantTextOf(atMs),
      currency: location.currency,
      taxPricing: location.taxPricing,
      estimate: true,
      lines: taxed.map((line) => pricedLineOf(line, digits)),
      ...toldOutcomesOf(outcomes, asked.offers, digits),
      reward:
        reward === null
          ? null
          : { rewardId: reward.rewardId, name: reward.name, amount: text(sumOf(rewards).plus(offTotal)) },
      subtotal: text(sumOf(taxed.map(({ line }) => line.amount))),
      discount: text(sumOf(taxed.map(({ discount }) => discount))),
      taxes: text(sumOf(taxed.map(({ taxTotal }) => taxTotal))),
      total: text(outTheDoor.minus(offTotal))
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

function sumOf(amounts: readonly Amount[]): Amount {
  return amounts.reduce((sum, amount) => sum.plus(amount), ZERO)
}

function toldOutcomesOf(
  outcomes: readonly PromotionOutcome[],
  offers: OfferContext,
  digits: number
): Pick<PricedBasket, 'applied' | 'skipped' | 'near'> {
  const applied: PricedBasket['applied'][number][] = []
  const skipped: PricedBasket['skipped'][number][] = []
  const near: PricedBasket['near'][number][] = []
  for (const outcome of outcomes) {
    const { promotionId, name } = outcome
    if (outcome.kind === 'applied')
      applied.push({ promotionId, name, times: outcome.times, discount: moneyTextOf(outcome.saved, digits) })
    if (outcome.kind === 'not-evaluated') skipped.push({ promotionId, name, reason: notEvaluatedText(outcome.fault) })
    const missing = nearOf(outcome)
    if (missing !== null) near.push({ promotionId, name, needs: missingWordsOf(missing, offers) })
  }
  return { applied, skipped, near }
}

interface TaxedLine {
  readonly line: LinePrice
  readonly promotions: readonly LinePromotion[]
  readonly discount: Amount
  readonly taxes: PricedLine['taxes']
  readonly outTheDoor: Amount
}

function pricedLineOf({ line, promotions, discount, taxes, outTheDoor }: TaxedLine, digits: number): PricedLine {
  return {
    productId: line.product.productId,
    quantity: quantityTextOf(line.quantity),
    unitPrice: unitPriceTextOf(line),
    amount: moneyTextOf(line.amount, digits),
    source: line.source,
    discount: moneyTextOf(discount, digits),
    taxes,
    total: moneyTextOf(outTheDoor, digits),
    promotions: promotions.map((one) => ({
      promotionId: one.promotionId,
      name: one.name,
      discount: moneyTextOf(one.discount, digits)
    }))
  }
}

/** Amount / quantity to four decimals, half-up (contract, PricedBasket). */
function unitPriceTextOf(line: LinePrice): string {
  return roundedFractionOf(new Fraction(line.amount.toFixed()).div(line.quantity.toFixed()), 4).toFixed(4)
}
