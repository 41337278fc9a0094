import type { PriceRecord, SalePrice } from '../../src/domain/pricing/price-record.ts'
import type { ProductFacts, ProductTraits, LocationFacts } from '../../src/domain/board/board-facts.ts'
import type { PricedLocation } from '../../src/domain/board/board-item.ts'
import type { TaxRate } from '../../src/domain/tax/tax-rate.ts'

/** Records in the guide's own shapes, for tests that speak of its figures. */
export function priceRecord(record: Partial<PriceRecord> & { readonly price: string }): PriceRecord {
  return { fromEntityId: 94447, tier: null, group: null, shelf: null, atTierPrice: null, sales: [], ...record }
}

export function sale(price: string, from: string | null, to: string | null, atTier: string | null = null): SalePrice {
  return {
    salePrice: price,
    atTierSalePrice: atTier,
    startsAtMs: from === null ? null : Date.parse(from),
    stopsAtMs: to === null ? null : Date.parse(to)
  }
}

export function tier(tierId: number, name: string, quantity: string): NonNullable<PriceRecord['tier']> {
  return { tierId, name, quantity }
}

export const VETERANS = { groupId: 700, name: 'Veterans' }
export const BOTTOM_SHELF = { shelfId: 26, name: 'Bottom Shelf' }

export function percentage(name: string, rate: string, change: Partial<TaxRate> = {}): TaxRate {
  return {
    taxRateId: `rate-${name}`,
    name,
    kind: 'Percentage',
    rate,
    layer: 0,
    calculatedOn: 'SoldAtPrice',
    ...change
  }
}

export function flat(name: string, rate: string, change: Partial<TaxRate> = {}): TaxRate {
  return percentage(name, rate, { kind: 'FlatRate', ...change })
}

export const NO_DETAILS = { brand: null, strain: null, thc: null, cbd: null }

export const NO_TRAITS: ProductTraits = {
  classificationIds: [],
  classificationIsWhole: true,
  supplierIds: [],
  specifications: [],
  isNonStock: null,
  isBatchTracked: null
}

export function product(facts: Partial<ProductFacts> & { readonly productId: string }): ProductFacts {
  return {
    name: facts.productId,
    classification: ['Flower'],
    unit: 'g',
    inStock: true,
    stock: null,
    records: [],
    taxRates: [],
    details: NO_DETAILS,
    pictureUrl: null,
    traits: NO_TRAITS,
    ...facts
  }
}

export function location(facts: Partial<LocationFacts> = {}): PricedLocation {
  return {
    locationId: 94451,
    name: 'Regina',
    timeZone: 'America/Regina',
    currency: 'CAD',
    taxPricing: 'Exclusive',
    amountsHeld: false,
    ancestry: [94451, 94450, 94447],
    ...facts
  } as PricedLocation
}
