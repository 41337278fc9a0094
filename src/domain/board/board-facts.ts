import type { Currency, TaxPricing, Unit } from '../../shared/board-snapshot.ts'
import type { StrainType } from '../../shared/board-view.ts'
import type { PriceRecord } from '../pricing/price-record.ts'
import type { WrittenTerms } from '../promotion/promotion-terms.ts'
import type { TaxRate } from '../tax/tax-rate.ts'

/** A product as one location sells it: what the store hands to the rules. */
export interface ProductFacts {
  readonly productId: string
  readonly name: string
  readonly classification: readonly string[]
  readonly unit: Unit
  readonly inStock: boolean | null
  /** Sum over the selling rooms; null where it is unknown or not counted. */
  readonly stock: string | null
  readonly records: readonly PriceRecord[]
  readonly taxRates: readonly TaxRate[]
  readonly details: ProductDetails
  /** Where Cova has the product's picture: anybody's address, to be asked by main alone. Null for none. */
  readonly pictureUrl: string | null
  readonly traits: ProductTraits
}

/** What conditions of promotions ask of a product (Promotions guide, table of ProductCondition and DetailedProductData). */
export interface ProductTraits {
  /** Its classification and every category above it. */
  readonly classificationIds: readonly number[]
  /** False where the catalogue does not say what stands above: what is not in the list may still be. */
  readonly classificationIsWhole: boolean
  readonly supplierIds: readonly number[]
  readonly specifications: readonly TraitSpecification[]
  /** Null where the catalogue does not say. */
  readonly isNonStock: boolean | null
  readonly isBatchTracked: boolean | null
}

export interface TraitSpecification {
  readonly fieldId: number | null
  readonly stringId: string | null
  readonly displayName: string | null
  readonly value: string | null
}

/** What a shopper reads beside the name; null where the catalogue does not say. */
export interface ProductDetails {
  readonly brand: string | null
  readonly strain: StrainType | null
  readonly thc: string | null
  readonly cbd: string | null
}

/** A promotion of the menu-board feed as stored; `schedule` is the raw VEVENT text. */
export interface PromotionFacts {
  readonly promotionId: string
  readonly name: string
  readonly type: string
  readonly enabledAtEntityIds: readonly number[]
  readonly schedule: string
  readonly productIds: readonly string[]
  /**
   * What it does, as the full feed has it. Null where that feed does not have it, or has an older version of it: then nothing
   * can be promised but the badge.
   */
  readonly terms: WrittenTerms | null
}

export interface LocationFacts {
  readonly locationId: number
  readonly name: string
  /** IANA name, or null when the Windows name is unknown and no override is set. */
  readonly timeZone: string | null
  /** Null when the country is unknown and no override is set: no board can be shown. */
  readonly currency: Currency | null
  readonly taxPricing: TaxPricing
  /** True between a change of TaxPricing and the next full price pass. */
  readonly amountsHeld: boolean
  /** The location itself, then every tree node above it up to the company. */
  readonly ancestry: readonly number[]
}
