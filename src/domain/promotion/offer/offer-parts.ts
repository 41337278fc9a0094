import type { LocationFormat } from '../../display/location-format.ts'
import { moneyWordsOf } from '../../display/money-words.ts'
import type { Amount } from '../../money/amount.ts'
import type { BundleElement, Discount } from '../type/promotion-type.ts'
import type { CountedThings, Things } from './counted-things.ts'
import type { OfferContext } from './offer-context.ts'
import { type Count, type OfferPhrases, oneOf, type Reduction, type ThingWords } from './offer-phrases.ts'

/** Where the amounts of an offer are spoken of: its language, its place, its grams. */
export interface Saying {
  readonly context: OfferContext
  readonly phrases: OfferPhrases
  readonly reduction: Reduction
}

/** A fraction counts up to the next whole unit (pricing rules, Promotions in a basket). */
export function unitsOf({ quantityToMatch }: BundleElement): number {
  return quantityToMatch.ceil().toNumber()
}

export function reductionOf(discount: Discount, format: LocationFormat): Reduction {
  switch (discount.kind) {
    case 'price':
      return discount.amount.isZero()
        ? { kind: 'free' }
        : { kind: 'price', money: moneyWordsOf(discount.amount.toFixed(), format) }
    case 'off':
      return { kind: 'off', money: moneyWordsOf(discount.amount.toFixed(), format) }
    case 'share':
      return discount.share.equals(1)
        ? { kind: 'free' }
        : { kind: 'share', percent: format.percent(discount.share.toFixed()) }
  }
}

export function countOf(units: number, { measure }: CountedThings, gramsPerMatchUnit: Amount, saying: Saying): Count {
  const { format } = saying.context
  if (measure !== 'grams') return { kind: 'each', count: format.number(String(units)), isOne: units === 1 }
  return {
    kind: 'grams',
    total: gramsIn(gramsPerMatchUnit.times(units), format),
    unit: gramsIn(gramsPerMatchUnit, format),
    isOne: units === 1,
    isGram: gramsPerMatchUnit.equals(1)
  }
}

export function gramsIn(grams: Amount, format: LocationFormat): string {
  return format.words.grams(format.number(grams.toFixed()))
}

/** Where some count by the piece and others by the gram, the words count pieces and say what that is in grams. */
export function gramsNoteOf({ measure }: CountedThings, gramsPerMatchUnit: Amount, saying: Saying): string | null {
  return measure === 'both' ? gramsIn(gramsPerMatchUnit, saying.context.format) : null
}

export function thingWordsOf(things: Things, phrases: OfferPhrases, format: LocationFormat): ThingWords {
  switch (things.kind) {
    case 'anything':
    case 'these':
      return things
    case 'named': {
      const makers = things.makers.length === 0 ? null : oneOf(things.makers, format)
      if (things.names.length === 0) return { kind: 'named', text: makers ?? '' }
      const names = oneOf(things.names, format)
      return { kind: 'named', text: makers === null ? names : phrases.madeBy(names, makers) }
    }
  }
}

/**
 * A price of an exclusive location gets its tax on top; what comes off one comes off before tax. What is free is taxed only
 * where a tax does not go by the amount charged.
 */
export function taxNotesOf(discounted: readonly CountedThings[], { reduction, phrases }: Saying): readonly string[] {
  switch (reduction.kind) {
    case 'price':
      return discounted.some(({ taxAdded }) => taxAdded) ? [phrases.limits.plusTax] : []
    case 'free':
      return discounted.some(({ taxOnFree }) => taxOnFree) ? [phrases.limits.plusTax] : []
    case 'off':
      return discounted.some(({ taxAdded }) => taxAdded) ? [phrases.limits.beforeTax] : []
    case 'share':
      return []
  }
}
