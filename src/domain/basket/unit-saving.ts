import { differenceOf, lesserOf, productOf, type Ratio } from '../money/ratio.ts'
import type { Discount } from '../promotion/type/promotion-type.ts'
import { centsOf, shareOf } from './stock-line.ts'

/** What a discount takes off something of that worth, in cents, exact; never more than all of it, never less than nothing. */
export function savingOn(discount: Discount, worth: Ratio, digits: number): Ratio {
  switch (discount.kind) {
    case 'price':
      return differenceOf(worth, centsOf(discount.amount, digits))
    case 'off':
      return lesserOf(centsOf(discount.amount, digits), worth)
    case 'share':
      return productOf(worth, shareOf(discount.share))
  }
}
