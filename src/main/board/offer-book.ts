import type { PricedLocation } from '../../domain/board/board-item.ts'
import type { OfferOf } from '../../domain/display/badge-words.ts'
import type { LocationFormat } from '../../domain/display/location-format.ts'
import { offersIn } from '../../domain/promotion/offer/offer-words.ts'
import type { PreparedPromotion } from '../../domain/promotion/promotion-state.ts'
import type { LocationData } from './location-data.ts'
import { offerContextOf } from './offer-context.ts'

interface OfferBook {
  readonly promotions: readonly PreparedPromotion[]
  readonly byLanguage: Map<string, OfferOf>
}

/** By the products that they are told of. */
const books = new WeakMap<LocationData['products'], OfferBook>()

/** What each promotion of a location offers, in a screen's words: made as it is asked for, and kept until promotions come anew. */
export function offersOf(data: LocationData, location: PricedLocation, format: LocationFormat): OfferOf {
  const { promotions, products } = data
  let book = books.get(products)
  if (book?.promotions !== promotions) books.set(products, (book = { promotions, byLanguage: new Map() }))
  let offerOf = book.byLanguage.get(format.language)
  if (offerOf === undefined) {
    const offers = offersIn(offerContextOf(data, location, format))
    const termsById = new Map(
      promotions.flatMap(({ facts, terms }) => (terms?.ok === true ? [[facts.promotionId, terms.value] as const] : []))
    )
    offerOf = (promotionId) => {
      const terms = termsById.get(promotionId)
      return terms === undefined ? null : offers(terms)
    }
    book.byLanguage.set(format.language, offerOf)
  }
  return offerOf
}
