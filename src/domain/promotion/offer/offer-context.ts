import type { LocationFormat } from '../../display/location-format.ts'

/** Names of what conditions count by their ids; null where the catalogue does not say. */
export interface OfferNames {
  readonly product: (productId: string) => string | null
  readonly classification: (categoryOrClassificationId: number) => string | null
  readonly supplier: (supplierId: number) => string | null
}

/** What an offer's words are made with, beside its terms. */
export interface OfferContext {
  readonly format: LocationFormat
  readonly names: OfferNames
  /** Whether taxes come on top of amounts of money here: an exclusive location with taxed products. */
  readonly taxAdded: boolean
}
