import type { LocationFormat } from '../../display/location-format.ts'
import { ENGLISH_OFFERS } from './words/english.ts'
import { FRENCH_OFFERS } from './words/french.ts'
import { SPANISH_OFFERS } from './words/spanish.ts'

/** What becomes of the price, its amounts already in words. */
export type Reduction =
  | { readonly kind: 'price'; readonly money: string }
  | { readonly kind: 'free' }
  | { readonly kind: 'off'; readonly money: string }
  | { readonly kind: 'share'; readonly percent: string }

/** How many, in words: "3", or "7 g" of which "3.5 g" are one. */
export type Count =
  | { readonly kind: 'each'; readonly count: string; readonly isOne: boolean }
  | {
      readonly kind: 'grams'
      readonly total: string
      readonly unit: string
      readonly isOne: boolean
      /** The unit is 1 g, which has a word of its own. */
      readonly isGram: boolean
    }

/** What is counted, in words: null is "these"; "anything" has a word of its own. */
export type ThingWords = { readonly kind: 'anything' } | { readonly kind: 'these' } | Named

export interface Named {
  readonly kind: 'named'
  /** "Flower", "Flower or Pre-rolls by Hi-Roller". */
  readonly text: string
}

/** One element of a bundle. */
export interface BundlePart {
  readonly count: Count
  readonly things: Named
}

/** The sentences of offers in one language. Names, numbers and money come in already formatted. */
export interface OfferPhrases {
  /** What somebody makes: "Flower by Hi-Roller". */
  readonly madeBy: (names: string, makers: string) => string
  /** Every matching unit, of whatever quantity: "20% off Flower". */
  readonly allOf: (reduction: Reduction, things: ThingWords | null) => string
  /** Each unit alone: "$2.00 off each", "Each 3.5 g for $1.00". */
  readonly eachOf: (reduction: Reduction, unit: Count, things: ThingWords | null) => string
  /** The same on a ticket. */
  readonly eachShort: (reduction: Reduction, unit: Count) => string
  /** "Buy 2" */
  readonly buy: (count: Count, things: ThingWords | null) => string
  /** "get the cheapest for $1.00", to stand after `buy` and a comma. */
  readonly getCheapest: (reduction: Reduction, count: Count) => string
  /** "get one from Grinders for $2.99", the same. Null is another of what was bought. */
  readonly getOther: (reduction: Reduction, count: Count, other: ThingWords | null) => string
  /** "Any 3 for $25.00" */
  readonly any: (reduction: Reduction, count: Count, things: ThingWords | null) => string
  /** "A + B for $25.00" */
  readonly bundle: (reduction: Reduction, parts: readonly BundlePart[]) => string
  /** Different things that names cannot tell apart: "These 3 together for $25.00". */
  readonly bundleOf: (reduction: Reduction, count: string) => string
  /** "Bundle for $25.00" */
  readonly bundleShort: (reduction: Reduction) => string
  /** A ticket of an offer that other things than the ticket's own count for. */
  readonly buyAndGet: string
  /** What is missing for an offer: "1 more from Gummies"; without `isMore`, what nothing in the basket counts for yet. */
  readonly missing: (count: Count, things: ThingWords, isMore: boolean) => string
  /** Beside it, where grams would do as well. */
  readonly orGrams: (grams: string) => string
  readonly limits: LimitPhrases
}

/** What stands beside an offer. */
export interface LimitPhrases {
  readonly plusTax: string
  readonly beforeTax: string
  readonly gramsCountAsOne: (grams: string) => string
  readonly timesPerOrder: (count: number, text: string) => string
  readonly notWithSalePrices: string
  readonly salePricesOnly: string
  readonly forNobody: string
  readonly forMedical: string
  readonly forRecreational: string
  readonly forGroups: (names: string) => string
  /** Groups, and of their customers only the medical or the recreational. */
  readonly forMedicalIn: (names: string) => string
  readonly forRecreationalIn: (names: string) => string
  readonly forAnyGroup: string
  readonly forNoGroup: string
  /** In a list after names of groups. */
  readonly customersOfNoGroup: string
  readonly butNot: (names: string) => string
  /** A group whose name is not known. */
  readonly aGroup: string
}

/** A language without words of its own reads English. */
export function offerPhrasesOf({ language }: LocationFormat): OfferPhrases {
  switch (language.slice(0, 2).toLowerCase()) {
    case 'fr':
      return FRENCH_OFFERS
    case 'es':
      return SPANISH_OFFERS
    default:
      return ENGLISH_OFFERS
  }
}

const lists = new Map<string, Intl.ListFormat>()

/** "Flower, Pre-rolls or Vapes". */
export function oneOf(names: readonly string[], { language }: LocationFormat): string {
  let list = lists.get(language)
  if (list === undefined) lists.set(language, (list = new Intl.ListFormat(language, { type: 'disjunction' })))
  return list.format(names)
}
