/** A sale price of a record (Product Pricing guide, Sale Prices). A null end is open; both null is the default sale. */
export interface SalePrice {
  readonly salePrice: string | null
  readonly atTierSalePrice: string | null
  readonly startsAtMs: number | null
  readonly stopsAtMs: number | null
}

export interface Tier {
  readonly tierId: number
  readonly name: string | null
  /** Lower bound of the tier, in grams or pieces, as a decimal string. */
  readonly quantity: string
}

export interface PricingGroup {
  readonly groupId: number
  readonly name: string | null
}

export interface Shelf {
  readonly shelfId: number
  readonly name: string | null
}

/** One (location, product, tier or none, group or none) price. Amounts are decimal strings. */
export interface PriceRecord {
  /** Tree node the price is inherited from; resolved by Cova, kept for the trace. */
  readonly fromEntityId: number | null
  readonly tier: Tier | null
  readonly group: PricingGroup | null
  readonly shelf: Shelf | null
  readonly price: string
  readonly atTierPrice: string | null
  readonly sales: readonly SalePrice[]
}
