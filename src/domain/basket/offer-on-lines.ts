import type { Amount } from '../money/amount.ts'
import { NOTHING, type Ratio } from '../money/ratio.ts'
import { productPasses, type ProductCondition } from '../promotion/condition/product-condition.ts'
import type { LineCondition } from '../promotion/condition/line-condition.ts'
import { linePasses } from '../promotion/condition/line-condition.ts'
import type { PromotionTerms } from '../promotion/promotion-terms.ts'
import type { Application } from './application.ts'
import { applyBundle, type BundleOnLines } from './family/bundle.ts'
import { applyCheapestMatched, type CheapestMatchedOnLines } from './family/cheapest-matched.ts'
import { applyEachMatched, type EachMatchedOnLines } from './family/each-matched.ts'
import { applyMatchThenCheapestOther, type MatchThenCheapestOtherOnLines } from './family/match-then-cheapest-other.ts'
import type { Left, StockLine } from './stock-line.ts'
import { exactDiscountOf, savingOn } from './unit-saving.ts'
import { type Bucket, bucketOf, type Units, unitsOf } from './units.ts'

/** What a promotion does, with the lines of one basket that it may touch. */
export type OfferOnLines =
  | ({ readonly family: 'cheapest-matched' } & CheapestMatchedOnLines)
  | ({ readonly family: 'match-then-cheapest-other' } & MatchThenCheapestOtherOnLines)
  | ({ readonly family: 'bundle' } & BundleOnLines)
  | ({ readonly family: 'each-matched' } & EachMatchedOnLines)

/** Lines of a basket, and their units by the grams that promotions count them with. */
export interface BasketLines {
  readonly lines: readonly StockLine[]
  readonly digits: number
  readonly unitsBy: (gramsPerUnit: Amount) => Units
}

export function basketLinesOf(lines: readonly StockLine[], digits: number): BasketLines {
  const known = new Map<string, Units>()
  const unitsBy = (gramsPerUnit: Amount): Units => {
    const key = gramsPerUnit.toFixed()
    let units = known.get(key)
    if (units === undefined) {
      units = unitsOf(lines, gramsPerUnit)
      known.set(key, units)
    }
    return units
  }
  return { lines, digits, unitsBy }
}

/**
 * A promotion's terms on the lines of a basket. Only lines for which its conditions are certainly true are in: what the
 * catalogue does not say is no discount.
 */
export function offerOnLines(terms: PromotionTerms, basket: BasketLines, mayTouch: LineCondition): OfferOnLines {
  const { type } = terms
  const units = basket.unitsBy(type.gramsPerMatchUnit)
  const passing = basket.lines.map(({ price }) => linePasses(mayTouch, price) === true)
  const bucket = (condition: ProductCondition): Bucket => {
    const isIn = basket.lines.map(
      ({ price }, index) => passing[index] === true && productPasses(condition, price.product) === true
    )
    return bucketOf(units, (index) => isIn[index] === true)
  }
  const discount = exactDiscountOf(type.discount, basket.digits)
  const savingsIn = ({ dearestFirst }: Bucket): readonly Ratio[] => {
    const savings = units.worth.map(() => NOTHING)
    for (const line of dearestFirst) savings[line] = savingOn(discount, units.worth[line] as Ratio)
    return savings
  }
  switch (type.family) {
    case 'cheapest-matched': {
      const items = bucket(type.itemsToMatch)
      return { family: type.family, type, units, items, savings: savingsIn(items) }
    }
    case 'match-then-cheapest-other': {
      const matches = bucket(type.matchConditions)
      const others = bucket(type.otherItemConditions)
      return { family: type.family, type, units, matches, others, savings: savingsIn(others) }
    }
    case 'bundle':
      return {
        family: type.family,
        type,
        units,
        elements: type.elements.map(({ condition }) => bucket(condition)),
        discount
      }
    case 'each-matched': {
      const items = bucket(type.itemsToMatch)
      return { family: type.family, type, units, items, savings: savingsIn(items) }
    }
  }
}

/** Lines that the promotion may touch, whatever it does to them. */
export function touchedLinesOf(offer: OfferOnLines): ReadonlySet<number> {
  return new Set(bucketsOf(offer).flatMap(({ dearestFirst }) => dearestFirst))
}

export function bucketsOf(offer: OfferOnLines): readonly Bucket[] {
  switch (offer.family) {
    case 'cheapest-matched':
    case 'each-matched':
      return [offer.items]
    case 'match-then-cheapest-other':
      return [offer.matches, offer.others]
    case 'bundle':
      return offer.elements
  }
}

/** The promotion with all its applications on what is left; null where it saves nothing. */
export function applicationOf(offer: OfferOnLines, left: Left): Application | null {
  switch (offer.family) {
    case 'cheapest-matched':
      return applyCheapestMatched(offer, left)
    case 'match-then-cheapest-other':
      return applyMatchThenCheapestOther(offer, left)
    case 'bundle':
      return applyBundle(offer, left)
    case 'each-matched':
      return applyEachMatched(offer, left)
  }
}
