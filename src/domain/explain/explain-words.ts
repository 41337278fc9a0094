import { ENGLISH } from './explain-words-english.ts'
import { FRENCH } from './explain-words-french.ts'
import { SPANISH } from './explain-words-spanish.ts'

/** Why an amount is not the one in force. Amounts, names and moments come in words. */
export type LossReason =
  | { readonly kind: 'dated-sale-replaces-it' }
  | { readonly kind: 'not-begun' }
  | { readonly kind: 'over' }
  | { readonly kind: 'ends-before-it-begins' }
  | { readonly kind: 'dearer-sale-at-the-same-time' }
  | { readonly kind: 'another-is-lower'; readonly amount: string }
  | { readonly kind: 'no-lower'; readonly amount: string }
  | { readonly kind: 'screen-names-no-group' }
  | { readonly kind: 'screen-names-other-group'; readonly groupName: string }
  | { readonly kind: 'row-of-its-own' }
  | { readonly kind: 'dearer-of-two-records' }
  | { readonly kind: 'tier-takes-its-place'; readonly quantity: string }
  | { readonly kind: 'group-has-its-own-tier' }
  | { readonly kind: 'no-price' }

/** How much is asked about; `text` is the number, with its unit where that is grams. */
export interface AskedQuantity {
  readonly kind: 'grams' | 'one' | 'several'
  readonly text: string
}

/** Where a price is set, by names of the company tree. */
export type PriceOrigin =
  | { readonly kind: 'unsaid' }
  | { readonly kind: 'unnamed'; readonly entityId: string }
  | { readonly kind: 'own'; readonly locationName: string }
  | { readonly kind: 'inherited'; readonly nodeName: string; readonly locationName: string }

/** What an amount was made from. */
export type Reckoning =
  | { readonly kind: 'unit' }
  | { readonly kind: 'at-tier'; readonly quantity: string; readonly tierName: string | null }
  | { readonly kind: 'times'; readonly each: string; readonly quantity: string }

export type TaxBase =
  | { readonly kind: 'price' }
  | { readonly kind: 'regular' }
  /** On top of these. */
  | { readonly kind: 'price-and-taxes'; readonly names: string }
  | { readonly kind: 'regular-and-taxes'; readonly names: string }

export type PriceChangeCause =
  | 'sale-starts'
  | 'sale-ends'
  | 'sales-change'
  | 'promotion-starts'
  | 'promotion-ends'
  | 'promotions-change'

/** The sentences of an explanation, in one language. Money, quantities and times come in already formatted. */
export interface ExplainWords {
  /** A quantity in a sentence: "7 g", "one", "3". */
  readonly quantity: (quantity: AskedQuantity) => string
  readonly whyShelf: (quantity: AskedQuantity, shelfName: string) => string
  readonly whyProduct: (quantity: AskedQuantity, productName: string) => string
  readonly whyGroup: (groupName: string, quantity: AskedQuantity, name: string) => string
  readonly askGroup: (groupName: string) => string
  readonly answer: (amount: string) => string
  readonly askForPrice: string

  readonly priceRecord: string
  readonly sale: string
  readonly standingSale: string
  readonly groupSale: (groupName: string) => string
  readonly unnamedGroup: (groupId: string) => string
  readonly reckoned: (reckoning: Reckoning, unit: 'g' | 'each', isSale: boolean) => string
  readonly setAt: (origin: PriceOrigin) => string
  readonly onShelf: (shelfName: string) => string
  readonly groupRecord: string
  readonly standing: string
  readonly only: (quantity: string) => string
  readonly lowest: (quantity: string) => string

  readonly rounding: string
  readonly rounded: (exact: string, price: string) => string
  readonly tax: (name: string, percent: string) => string
  readonly of: (base: string, kind: TaxBase) => string
  readonly addedHere: string
  readonly insideHere: string
  readonly notOnTopOf: (names: string) => string
  readonly flatTax: (rate: string, quantity: string, unit: 'g' | 'each') => string
  readonly taxRounded: (exact: string, amount: string) => string
  readonly taxes: string
  readonly noTaxes: string
  readonly taxesUnknown: string
  readonly beforeTax: string
  readonly netOf: string
  readonly held: string
  readonly youPay: string

  readonly notUsed: string
  readonly lost: (name: string, amount: string | null, reason: LossReason) => string
  readonly saleWithin: (span: string) => string
  readonly basePrice: string
  readonly anotherRecord: string

  readonly nextAmount: (amount: string, moment: string) => string
  readonly because: (cause: PriceChangeCause) => string
  readonly noNext: string

  /** `day` is null today. */
  readonly fetchedAt: (day: string | null, time: string) => string
  readonly registerAgrees: string
  readonly fetchedSame: (when: string) => string
  readonly registerDiffered: string
  readonly fetchedOther: (when: string) => string

  readonly promotions: string
  /** With "until Sunday 29 November, 11:59 pm". */
  readonly onUntil: (until: string) => string
  readonly onForLong: string
  readonly notOnNext: (span: string) => string
  readonly notSoon: string
  readonly unreadable: (reason: string) => string
  readonly zoneUnknown: string
  readonly badgesHidden: string

  readonly shelfDiffers: (names: string) => string
  readonly sameQuantity: string

  /** Refusals, as they are read. */
  readonly refusals: Readonly<Record<'at' | 'payer' | 'productIds' | 'quantity', string>>
}

/** Sentences for a language tag; English where the language has none of its own. */
export function explainWordsOf(language: string): ExplainWords {
  switch (language.slice(0, 2).toLowerCase()) {
    case 'fr':
      return FRENCH
    case 'es':
      return SPANISH
    default:
      return ENGLISH
  }
}
