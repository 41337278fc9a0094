import type { ProductFacts } from '../../board/board-facts.ts'
import type { TaxPricing } from '../../../shared/board-snapshot.ts'
import type { LocationFormat } from '../../display/location-format.ts'
import type { GroupName } from './limit-words.ts'

/** Names of what conditions count by their ids; null where the catalogue does not say. */
export interface OfferNames {
  readonly classification: (categoryOrClassificationId: number) => string | null
  readonly supplier: (supplierId: number) => string | null
  readonly group: GroupName
}

/** What an offer's words are made with, beside its terms. */
export interface OfferContext {
  readonly format: LocationFormat
  readonly names: OfferNames
  readonly taxPricing: TaxPricing
  /** What the location sells: it tells grams from pieces, and whether a name says what conditions mean. */
  readonly products: () => Iterable<ProductFacts>
}
