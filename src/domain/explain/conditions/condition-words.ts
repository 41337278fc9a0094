import type { LocationFormat } from '../../display/location-format.ts'
import { ENGLISH_CONDITIONS } from './english.ts'
import { FRENCH_CONDITIONS } from './french.ts'
import { SPANISH_CONDITIONS } from './spanish.ts'

/** Which of a promotion's conditions is meant, where it has several. */
export type ConditionRole =
  /** What has to be bought. */
  | { readonly kind: 'match' }
  /** What is then discounted. */
  | { readonly kind: 'other' }
  /** A part of a bundle, counted from 1. */
  | { readonly kind: 'part'; readonly number: string }

/** Conditions of a promotion in one language, each so that it can stand after "not". Names come in as they are read. */
export interface ConditionWords {
  readonly product: (name: string) => string
  readonly anotherProduct: string
  readonly within: (className: string) => string
  readonly suppliedBy: (name: string) => string
  readonly specification: (field: string, value: string) => string
  readonly nonStock: string
  readonly regular: string
  readonly batchTracked: string
  readonly giftCard: string
  readonly cannabis: string
  readonly byWeight: string
  readonly byPiece: string
  readonly medical: string
  readonly recreational: string
  readonly inGroup: (name: string) => string
  readonly inNoGroup: string
  readonly atRegularPrice: string
  readonly anything: string
  readonly nothing: string
  readonly not: (condition: string) => string
  /** What an id alone names: "no. 4711". */
  readonly byId: (id: string) => string
  readonly role: (role: ConditionRole, condition: string) => string

  readonly holds: (condition: string) => string
  /** `own` is what the product, the price or the screen has instead. */
  readonly fails: (condition: string, own: string | null) => string
  readonly unknown: (condition: string) => string

  readonly ownClass: (path: string) => string
  readonly ownNoClass: string
  readonly ownSuppliers: (names: string) => string
  readonly ownNoSupplier: string
  readonly ownValue: (value: string) => string
  readonly ownNoValue: string
  readonly ownSale: string
  readonly ownGroupPrice: string
  /** `group` null: nobody chose one. */
  readonly ownShoppers: (customer: 'medical' | 'recreational', group: string | null) => string
}

/** English where the language has no words of its own. */
export function conditionWordsOf({ language }: LocationFormat): ConditionWords {
  switch (language.slice(0, 2).toLowerCase()) {
    case 'fr':
      return FRENCH_CONDITIONS
    case 'es':
      return SPANISH_CONDITIONS
    default:
      return ENGLISH_CONDITIONS
  }
}
