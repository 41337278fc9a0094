import type { BoardDeal } from '../../../shared/board-snapshot.ts'
import type { ExplanationStep } from '../../../shared/manager/explanation.ts'
import type { Audience } from '../../board/board-item.ts'
import { type DealOffer, dealOffersOf, rungDealOf } from '../../board/rung-deal.ts'
import { isolatedName } from '../../display/isolated-name.ts'
import { Amount, moneyTextOf } from '../../money/amount.ts'
import { type PricedRung, pricedRungAt, type PriceTrace } from '../../pricing/rung-price.ts'
import { offerWordsOf } from '../../promotion/offer/offer-words.ts'
import { promotionStatesAt } from '../../promotion/promotion-state.ts'
import type { PromotionTerms } from '../../promotion/promotion-terms.ts'
import { taxedAmountOf } from '../../tax/taxes.ts'
import { type PriceQuestion, pricingOf, type Wording } from '../price-question.ts'
import { effectWordsOf } from './effect-words.ts'

/** Who pays the price that is asked about. */
export function audienceOf({ payer, customer }: PriceQuestion): Audience {
  return { groupId: payer?.groupId ?? null, customer }
}

/** Promotions that could price the rung by themselves at an instant. */
function offersAt(question: PriceQuestion, atMs: number): readonly DealOffer[] {
  return dealOffersOf(promotionStatesAt(question.promotions, question.location, atMs), audienceOf(question))
}

/** The deal that the board shows on the rung at an instant: the board's own working; null for none. */
export function dealAt(question: PriceQuestion, atMs: number): BoardDeal | null {
  return rungDealOf(question.product, question.rung, offersAt(question, atMs), pricingOf(question), atMs)
}

/** What one promotion would make of the rung by itself. */
export function dealOfOne(question: PriceQuestion, promotionId: string): BoardDeal | null {
  const offers = offersAt(question, question.atMs).filter((offer) => offer.promotionId === promotionId)
  return rungDealOf(question.product, question.rung, offers, pricingOf(question), question.atMs)
}

/** What is paid for a rung, with the deal that the board shows on it. */
export interface Paid {
  readonly price: string
  readonly outTheDoor: string
  readonly dealId: string | null
}

/** What is paid at an instant; null where there is no price, or where amounts are held. */
export function paidAt(question: PriceQuestion, atMs: number): Paid | null {
  const priced = pricedRungAt(question.rung, pricingOf(question), atMs)
  if (priced === null || priced.rung.price === null || priced.rung.outTheDoor === null) return null
  const { price, outTheDoor } = priced.rung
  const deal = dealAt(question, atMs)
  return { price: deal?.price ?? price, outTheDoor: deal?.outTheDoor ?? outTheDoor, dealId: deal?.promotionId ?? null }
}

/** The trace with the taxes that are taken on a deal's price; what led to the price itself stays. */
export function dealtTraceOf(question: PriceQuestion, { rung, trace }: PricedRung, deal: BoardDeal | null): PriceTrace {
  if (deal === null || rung.regular === null) return trace
  const { digits, taxPricing, taxRates } = pricingOf(question)
  const taxable = {
    amount: new Amount(deal.price),
    listAmount: new Amount(rung.regular),
    quantity: question.rung.quantity
  }
  const taxed = taxedAmountOf(taxable, taxRates, taxPricing, digits)
  return {
    ...trace,
    taxes: taxed.traces,
    taxesUnknown: taxed.unknown,
    outTheDoor: moneyTextOf(taxed.outTheDoor, digits)
  }
}

/** What a deal takes off, as a step between the price and its taxes. */
export function dealStepsOf(
  question: PriceQuestion,
  { price }: PriceTrace,
  deal: BoardDeal | null,
  { format }: Wording
): readonly ExplanationStep[] {
  const found = question.promotions.find(({ facts }) => facts.promotionId === deal?.promotionId)
  if (deal === null || found?.terms?.ok !== true) return []
  const off = new Amount(price).minus(deal.price)
  const exact = exactlyOff(found.terms.value, price)
  const effects = effectWordsOf(format.language)
  const rounded =
    exact === null || exact.eq(off)
      ? []
      : [effects.roundedDown(format.exactMoney(exact.toFixed()), format.plainMoney(off.toFixed()))]
  return [
    {
      kind: 'deal',
      part: 'counts',
      title: isolatedName(found.facts.name),
      text: [`${offerWordsOf(found.terms.value, question.offers).full}.`, ...rounded].join(' '),
      amount: `\u2212${format.plainMoney(off.toFixed())}`,
      exact: off.negated().toFixed()
    }
  ]
}

/** A share of the price before it is rounded down; null where the discount is not a share. */
function exactlyOff({ type }: PromotionTerms, price: string): Amount | null {
  switch (type.discount.kind) {
    case 'share':
      return type.discount.share.times(price)
    case 'off':
    case 'price':
      return null
  }
}
