import type { BadgeWords } from '../../domain/board/item-badges.ts'
import type { PricedLocation } from '../../domain/board/board-item.ts'
import type { OfferOf } from '../../domain/display/badge-words.ts'
import type { LocationFormat } from '../../domain/display/location-format.ts'
import { offersIn } from '../../domain/promotion/offer/offer-words.ts'
import type { LocationData } from './location-data.ts'
import { offerContextOf } from './offer-context.ts'

/** Offers by language; a location's words are made anew whenever offers can read otherwise, and these with them. */
const offersByWords = new WeakMap<BadgeWords, Map<string, OfferOf>>()

/** What each promotion of a location offers, in a screen's words: made as it is asked for, and kept. */
export function offersOf(data: LocationData, location: PricedLocation, format: LocationFormat): OfferOf {
  let byLanguage = offersByWords.get(data.words)
  if (byLanguage === undefined) offersByWords.set(data.words, (byLanguage = new Map()))
  let offerOf = byLanguage.get(format.language)
  if (offerOf === undefined) {
    const offers = offersIn(offerContextOf(data, location, format))
    const termsById = new Map(
      data.promotions.flatMap(({ facts, terms }) =>
        terms?.ok === true ? [[facts.promotionId, terms.value] as const] : []
      )
    )
    offerOf = (promotionId) => {
      const terms = termsById.get(promotionId)
      return terms === undefined ? null : offers(terms)
    }
    byLanguage.set(format.language, offerOf)
  }
  return offerOf
}
