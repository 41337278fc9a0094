/**
 * What the Cova client hands to the store: validated records in our own words. Amounts and quantities are decimal
 * strings, guids lower-case, instants epoch milliseconds (UTC). Cost fields and anything about customers never get here.
 */
import type { PriceRecord } from '../../domain/pricing/price-record.ts'

export type Feed = 'locations' | 'tree' | 'catalogue' | 'prices' | 'promotions' | 'full-promotions' | 'taxes'

/** A record that failed its schema. `raw` is its JSON with cost fields removed; `key` names it as far as it can be read. */
export interface RejectedRecord {
  readonly feed: Feed
  readonly kind:
    | 'location'
    | 'tree-node'
    | 'product'
    | 'price-set'
    | 'price'
    | 'promotion'
    | 'tax-rate'
    | 'tax-pricing'
    | 'classification'
  readonly key: string
  readonly reason: string
  readonly raw: string
  /**
   * Set when the id could not be read ("?" stands in `key` for it): nobody can say which stored record this is, so a
   * pass that has one cannot tell what is missing of that kind.
   */
  readonly unidentified?: true
}

export interface LocationRecord {
  readonly locationId: number
  readonly name: string
  readonly city: string | null
  readonly stateCode: string | null
  readonly stateName: string | null
  readonly countryCode: string | null
  readonly windowsZone: string | null
  readonly observesDaylightSaving: boolean | null
  /** StoreHours as JSON text, or null. */
  readonly storeHours: string | null
}

export interface TreeNodeRecord {
  readonly entityId: number
  readonly name: string
  readonly role: 'Company' | 'Division' | 'Group' | 'Location'
  readonly parentId: number | null
}

export interface TaxPricingRecord {
  readonly locationId: number
  readonly taxPricing: 'Inclusive' | 'Exclusive'
}

export interface SpecificationRecord {
  readonly fieldId: number | null
  readonly stringId: string | null
  readonly fieldGroup: string | null
  readonly fieldName: string | null
  readonly displayName: string | null
  readonly value: string | null
  readonly type: string | null
  readonly unit: string | null
}

export interface AvailabilityRecord {
  readonly locationId: number
  readonly roomId: number | null
  readonly inStockQuantity: string
  readonly isSellingRoom: boolean
}

export interface ProductRecord {
  readonly productId: string
  readonly masterProductId: string | null
  readonly masterProductName: string | null
  readonly variationId: string | null
  readonly name: string
  readonly shortDescription: string | null
  readonly lifeCycle: string
  readonly isArchived: boolean
  readonly measurementType: 'Mass' | 'SingleUnit'
  readonly isBatchTracked: boolean | null
  readonly isNonStock: boolean | null
  readonly classificationId: number | null
  readonly classificationName: string | null
  readonly classificationPath: string | null
  readonly skus: readonly {
    readonly sku: string | null
    readonly supplierId: number | null
    readonly supplier: string | null
  }[]
  readonly upcs: readonly string[]
  readonly specifications: readonly SpecificationRecord[]
  /** Null when the feed did not say; an empty list is "nowhere in stock". */
  readonly availability: readonly AvailabilityRecord[] | null
  readonly applicableTaxRateIds: readonly string[]
  readonly heroShotUri: string | null
  readonly updatedAtMs: number | null
}

/** All prices of one product at one location; replaces the whole set. */
export interface PriceSet {
  readonly locationId: number
  readonly productId: string
  readonly records: readonly PriceRecord[]
  /**
   * How many records of the set were rejected. When it is not 0, stored records whose (tier, group) key is not among
   * `records` stay as they are: one of them is the last good value of a rejected one.
   */
  readonly rejectedCount: number
}

export interface TaxRateRecord {
  readonly taxRateId: string
  readonly name: string
  readonly displayName: string | null
  readonly kind: 'Percentage' | 'FlatRate'
  readonly rate: string
  readonly layer: 0 | 1
  readonly calculatedOn: 'SoldAtPrice' | 'BasePriceListPrice'
  readonly locationIds: readonly number[]
}

export interface ClassificationRecord {
  readonly classificationId: number
  readonly name: string
  readonly parentCategoryIds: readonly number[]
}

/** What both promotion feeds say of a promotion. */
export interface PromotionHead {
  readonly promotionId: string
  readonly name: string
  readonly status: string
  readonly type: string
  readonly enabledAtEntityIds: readonly number[]
  readonly schedule: string
  readonly version: number
}

/** A promotion of the menu board's feed, with the products that it lists. */
export interface PromotionRecord extends PromotionHead {
  readonly productIds: readonly string[]
}

/** A promotion of the full feed. */
export interface FullPromotionRecord extends PromotionHead {
  /** JSON text of `WrittenTerms`: what it does, as it came and read by nobody yet. */
  readonly terms: string
}

/** One page of DetailedProductData. A product's price sets cover every location: a stored set not among them is gone. */
export interface CataloguePage {
  /** Raw number of products in the page; 0 ends the pass. */
  readonly count: number
  /** Every product id that could be read, rejected ones included: they are present, not missing. */
  readonly presentProductIds: readonly string[]
  readonly products: readonly ProductRecord[]
  /** Products whose Prices list was readable, with their sets at every location. */
  readonly prices: readonly {
    readonly productId: string
    readonly sets: readonly PriceSet[]
    /**
     * Rejected records whose location could not be read, when there are any: then a stored set that is not among `sets`
     * is not known to be gone. They are counted in the `rejectedCount` of every set here.
     */
    readonly unplacedCount?: number
  }[]
  readonly taxRates: readonly TaxRateRecord[]
  readonly classifications: readonly ClassificationRecord[]
  readonly rejected: readonly RejectedRecord[]
  /** Server time when the page was asked for. */
  readonly askedAtMs: number
}

/** One page of ChangedPrices. An empty set means that the product has no price at that location. */
export interface PricePage {
  readonly count: number
  readonly sets: readonly PriceSet[]
  readonly rejected: readonly RejectedRecord[]
  readonly askedAtMs: number
}

export interface LocationsReply {
  readonly locations: readonly LocationRecord[]
  readonly presentLocationIds: readonly number[]
  readonly rejected: readonly RejectedRecord[]
}

export interface TreeReply {
  readonly nodes: readonly TreeNodeRecord[]
  readonly rejected: readonly RejectedRecord[]
}

export interface TaxPricingReply {
  readonly configurations: readonly TaxPricingRecord[]
  /** Locations named by a record that was rejected: their last good value stays. */
  readonly presentLocationIds: readonly number[]
  readonly rejected: readonly RejectedRecord[]
}

export interface PromotionsReply {
  readonly promotions: readonly PromotionRecord[]
  readonly presentPromotionIds: readonly string[]
  readonly rejected: readonly RejectedRecord[]
}

export interface FullPromotionsReply {
  readonly promotions: readonly FullPromotionRecord[]
  /** Every promotion id that could be read, rejected ones included. */
  readonly presentPromotionIds: readonly string[]
  readonly rejected: readonly RejectedRecord[]
}
