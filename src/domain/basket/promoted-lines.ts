import type { Audience } from '../board/board-item.ts'
import { type Amount, ZERO } from '../money/amount.ts'
import { compareCodePoints } from '../order/code-points.ts'
import { cartPasses } from '../promotion/condition/cart-condition.ts'
import { linePasses } from '../promotion/condition/line-condition.ts'
import type { PromotionTerms } from '../promotion/promotion-terms.ts'
import type { PromotionState } from '../promotion/promotion-state.ts'
import { type AppliedPromotions, applyPromotions, type Candidate } from './apply-promotions.ts'
import type { PromotableLine } from './line-prices.ts'
import type { Missing } from './missing.ts'
import { missingOnLines } from './missing-parts.ts'
import { appliesWithMissing } from './near-trial.ts'
import { type BasketLines, basketLinesOf, offerOnLines } from './offer-on-lines.ts'
import type { NotApplied, PromotionOutcome } from './outcome.ts'
import { allOf, type Left, moneyOf, quantityOf, stockLinesOf } from './stock-line.ts'

export interface LinePromotion {
  readonly promotionId: string
  readonly name: string
  readonly discount: Amount
}

/** What promotions do to the priced lines of a basket. */
export interface PromotedLines {
  /** By line: the promotions that take something off it, in the order applied. */
  readonly byLine: readonly (readonly LinePromotion[])[]
  /** Those applied, in that order; then all others that run at the location and concern the basket, by promotionId. */
  readonly outcomes: readonly PromotionOutcome[]
}

interface NamedCandidate extends Candidate {
  readonly name: string
  readonly terms: PromotionTerms
}

/** Units that may be missing of a promotion for it to be worth telling a shopper. */
const MOST_UNITS_NEAR = 2

/**
 * Applies the active promotions whose terms are known to priced lines, and says of each what became of it (pricing rules,
 * Promotions in a basket). One whose cart condition rules the shopper out is not applied, and is nothing that was skipped.
 */
export function promotedLinesOf(
  prices: readonly PromotableLine[],
  states: readonly PromotionState[],
  audience: Audience,
  digits: number
): PromotedLines {
  const lines = stockLinesOf(prices, digits)
  const basket = basketLinesOf(lines, digits)
  const inBasket = new Set(prices.map(({ product }) => product.productId))
  const others: PromotionOutcome[] = []
  const candidates: NamedCandidate[] = []
  for (const { active, facts, terms: read } of states) {
    if (!active) continue
    const { promotionId, name } = facts
    if (read === null) {
      if (facts.productIds.some((productId) => inBasket.has(productId)))
        others.push({ promotionId, name, kind: 'not-evaluated', fault: null })
    } else if (!read.ok) others.push({ promotionId, name, kind: 'not-evaluated', fault: read.fault })
    else if (cartPasses(read.value.cart, audience) !== true)
      others.push({ promotionId, name, kind: 'not-applied', why: { kind: 'audience', cart: read.value.cart } })
    else {
      const terms = read.value
      candidates.push({ promotionId, name, terms, offer: offerOnLines(terms, basket, terms.line) })
    }
  }
  const result = applyPromotions(candidates, allOf(lines))
  const done = new Set(result.applied.map(({ candidate }) => candidate))
  for (const candidate of candidates)
    if (!done.has(candidate)) {
      const { promotionId, name } = candidate
      others.push({ promotionId, name, kind: 'not-applied', why: whyNot(candidate, basket, result) })
    }
  return {
    byLine: prices.map((_, line) =>
      result.applied.flatMap(({ candidate: { promotionId, name }, application }) => {
        const use = application.uses.find((one) => one.line === line)
        return use === undefined || use.discount === 0n
          ? []
          : [{ promotionId, name, discount: moneyOf(use.discount, digits) }]
      })
    ),
    outcomes: [
      ...result.applied.map((one) => appliedOutcomeOf(one, prices, digits)),
      ...others.sort((a, b) => compareCodePoints(a.promotionId, b.promotionId))
    ]
  }
}

function appliedOutcomeOf(
  { candidate, application }: AppliedPromotions<NamedCandidate>['applied'][number],
  prices: readonly PromotableLine[],
  digits: number
): PromotionOutcome {
  return {
    promotionId: candidate.promotionId,
    name: candidate.name,
    kind: 'applied',
    times: application.times,
    saved: moneyOf(application.saved, digits),
    lines: application.uses.map(({ line, consumed, discounted, discount }) => ({
      productId: prices[line]?.product.productId ?? '',
      consumed: quantityOf(consumed),
      discounted: quantityOf(discounted),
      discount: moneyOf(discount, digits)
    }))
  }
}

/** Why a promotion for this shopper was not applied. */
function whyNot(
  candidate: NamedCandidate,
  basket: BasketLines,
  { left, beaten }: AppliedPromotions<NamedCandidate>
): NotApplied {
  const missing = missingOf(candidate, basket, left)
  if (beaten.has(candidate)) return { kind: 'beaten', missing }
  const whole = allOf(basket.lines)
  if (missingOnLines(candidate.offer, basket, whole).parts.length === 0) {
    // Enough, were nothing taken: then it saves nothing now as then, or others have left it too little.
    return missing === null ? { kind: 'saves-nothing' } : { kind: 'beaten', missing }
  }
  if (basket.lines.some(({ price }) => linePasses(candidate.terms.line, price) !== true)) {
    const onAnyLine = offerOnLines(candidate.terms, basket, { kind: 'none' })
    if (missingOnLines(onAnyLine, basket, whole).parts.length === 0) return { kind: 'line-condition' }
  }
  return missing === null ? { kind: 'saves-nothing' } : { kind: 'not-enough', missing }
}

/** What is missing of a promotion on what the others have left; null where nothing is. */
function missingOf({ promotionId, name, offer }: NamedCandidate, basket: BasketLines, left: Left): Missing | null {
  const { parts, isBegun } = missingOnLines(offer, basket, left)
  if (parts.length === 0) return null
  const units = parts.reduce((sum, part) => sum + part.units, 0)
  const isNear =
    isBegun && units <= MOST_UNITS_NEAR && !isNeverApplied(offer) && appliesWithMissing(offer, parts, basket, left)
  return { promotionId, name, parts, isNear }
}

/** One that may apply no times at all. */
function isNeverApplied({ type }: NamedCandidate['offer']): boolean {
  return 'maxApplicationCount' in type && type.maxApplicationCount === 0
}

/** The sum of what promotions take off a line. */
export function discountOf(promotions: readonly LinePromotion[]): Amount {
  return promotions.reduce((sum, { discount }) => sum.plus(discount), ZERO)
}
