import type { BoardDeal, PriceSource } from '../../../shared/board-snapshot.ts'
import { moneyWordsOf } from '../../display/money-words.ts'
import { isolatedName } from '../../display/isolated-name.ts'
import { Amount } from '../../money/amount.ts'
import { linePasses } from '../../promotion/condition/line-condition.ts'
import { type ProductCondition, productPasses } from '../../promotion/condition/product-condition.ts'
import { audienceMatchOf } from '../../promotion/limits.ts'
import type { PreparedPromotion } from '../../promotion/promotion-state.ts'
import type { PromotionTerms } from '../../promotion/promotion-terms.ts'
import type { PriceQuestion, Wording } from '../price-question.ts'
import type { ToldEffect } from './effect-words.ts'
import { audienceOf, dealOfOne } from './rung-deals.ts'

/** The price that promotions are looked at with: where it comes from, what it is, and the deal that the board shows on it. */
export interface LookedAt {
  readonly source: PriceSource
  readonly price: string
  readonly deal: BoardDeal | null
}

/** What a promotion that is on does to the price that is asked about, or why it does nothing. */
export function effectOf(
  { facts, terms }: PreparedPromotion,
  question: PriceQuestion,
  { source, price, deal }: LookedAt,
  { format }: Wording
): ToldEffect {
  if (terms === null) return { kind: 'unsaid' }
  if (!terms.ok) return { kind: 'not-evaluated', fault: terms.fault }
  const match = audienceMatchOf(terms.value.cart, audienceOf(question))
  if (match.kind === 'excluded') return { kind: 'not-for-this-screen' }
  if (match.kind === 'needs-group') {
    const names = match.groupIds.map(question.offers.names.group)
    const known = names.filter((name) => name !== null).map(isolatedName)
    return {
      kind: 'needs-group',
      groups: match.anyOther || known.length < names.length ? null : format.list(known)
    }
  }
  if (linePasses(terms.value.line, { source }) !== true) return { kind: 'not-this-price' }
  const counts = new Set(conditionsOf(terms.value).map((condition) => productPasses(condition, question.product)))
  if (!counts.has(true)) return { kind: counts.has(null) ? 'not-sure' : 'not-this-product' }
  if (terms.value.type.family !== 'each-matched') return { kind: 'basket' }
  const own = dealOfOne(question, facts.promotionId)
  if (own === null) return { kind: 'nothing' }
  const money = (amount: string): string => moneyWordsOf(amount, format)
  const off = money(new Amount(price).minus(own.price).toFixed())
  if (deal === null || deal.promotionId === facts.promotionId)
    return { kind: 'taken', off, from: money(price), to: money(own.price) }
  const winner = question.promotions.find((one) => one.facts.promotionId === deal.promotionId)
  return { kind: 'beaten', off, by: isolatedName(winner?.facts.name ?? '') }
}

function conditionsOf({ type }: PromotionTerms): readonly ProductCondition[] {
  switch (type.family) {
    case 'each-matched':
    case 'cheapest-matched':
      return [type.itemsToMatch]
    case 'match-then-cheapest-other':
      return [type.matchConditions, type.otherItemConditions]
    case 'bundle':
      return type.elements.map(({ condition }) => condition)
  }
}
