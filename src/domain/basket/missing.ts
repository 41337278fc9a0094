import type { Amount } from '../money/amount.ts'
import type { ProductCondition } from '../promotion/condition/product-condition.ts'

/**
 * What one more application of a promotion asks for, beyond what is in the basket and no other promotion has consumed. In
 * structure: the words are made from it.
 */
export interface Missing {
  readonly promotionId: string
  readonly name: string
  /** What has to be added, all of it; never empty. */
  readonly parts: readonly MissingPart[]
  /** True where little is missing and something in the basket already counts: worth telling a shopper. */
  readonly isNear: boolean
}

export interface MissingPart {
  /** `match`: what makes the promotion apply; `other`: what it then discounts; `element`: a part of a bundle. */
  readonly role: 'match' | 'other' | 'element'
  readonly condition: ProductCondition
  /** Whole units, at least 1. */
  readonly units: number
  /** One unit of what is sold by weight: 3.5 makes "one more" an eighth. */
  readonly gramsPerUnit: Amount
  /** In what the units can be: from the condition, else from the lines of the basket that count. */
  readonly measure: 'grams' | 'pieces' | 'either'
  /** Lines of the basket that meet the condition, in order of productId: more of one of them would do. */
  readonly inBasket: readonly string[]
  /**
   * What to add to a line by weight that lies between two units, where that does: with 2 g of an eighth it is 1.5 g more.
   * The line nearest to its next unit; null where no line lies between two, or one unit more is not enough.
   */
  readonly topUp: { readonly productId: string; readonly grams: Amount } | null
}
