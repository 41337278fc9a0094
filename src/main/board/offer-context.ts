import type { PricedLocation } from '../../domain/board/board-item.ts'
import type { LocationFormat } from '../../domain/display/location-format.ts'
import type { OfferContext } from '../../domain/promotion/offer/offer-context.ts'
import type { LocationData } from './location-data.ts'

/** What offers of a location are put into words with. */
export function offerContextOf(data: LocationData, location: PricedLocation, format: LocationFormat): OfferContext {
  return { format, names: data.offerNames, taxPricing: location.taxPricing, products: () => data.products.values() }
}
