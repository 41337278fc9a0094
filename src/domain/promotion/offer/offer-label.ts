import type { PromotionTerms } from '../promotion-terms.ts'
import type { OfferContext } from './offer-context.ts'

/** The offer in words for a badge (contract, `label`): "20% off", "Buy 2, get the cheapest for $1.00". */
export function offerLabelOf(terms: PromotionTerms, context: OfferContext): string {
  const { format } = context
  const { discount } = terms.type
  switch (discount.kind) {
    case 'share':
      return format.percent(discount.share.toFixed())
    case 'off':
    case 'price':
      return format.plainMoney(discount.amount.toFixed())
  }
}
