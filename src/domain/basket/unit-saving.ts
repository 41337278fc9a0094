import { differenceOf, lesserOf, productOf, type Ratio } from '../money/ratio.ts'
import type { Discount } from '../promotion/type/promotion-type.ts'
import { centsOf, shareOf } from './stock-line.ts'

/** A discount as it is counted: its amount in cents, or its share. */
export type ExactDiscount =
  | { readonly kind: 'price' | 'off'; readonly cents: Ratio }
  | { readonly kind: 'share'; readonly share: Ratio }

export function exactDiscountOf(discount: Discount, digits: number): ExactDiscount {
  switch (discount.kind) {
    case 'price':
    case 'off':
      return { kind: discount.kind, cents: centsOf(discount.amount, digits) }
    case 'share':
      return { kind: 'share', share: shareOf(discount.share) }
  }
}

/** What a discount takes off something of that worth, in cents, exact; never more than all of it, never less than nothing. */
export function savingOn(discount: ExactDiscount, worth: Ratio): Ratio {
  switch (discount.kind) {
    case 'price':
      return differenceOf(worth, discount.cents)
    case 'off':
      return lesserOf(discount.cents, worth)
    case 'share':
      return productOf(worth, discount.share)
  }
}
