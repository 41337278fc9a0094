import type { PriceSet, ProductRecord } from '../src/main/cova/records.ts'
import { openStoreWriter } from '../src/main/store/open-store.ts'
import type { StoreWriter } from '../src/main/store/store.types.ts'

export const PRODUCTS = 5000
export const LOCATION = 94451
const TIERS = ['3.5', '7', '14', '28', '56'] as const

export function productIdOf(index: number): string {
  return `${String(index).padStart(8, '0')}-b347-4681-9e37-038062ab72a5`
}

export function skuOf(index: number): string {
  return `SKU-${String(index).padStart(5, '0')}`
}

function productOf(index: number): ProductRecord {
  return {
    productId: productIdOf(index),
    masterProductId: null,
    masterProductName: null,
    variationId: null,
    name: `Product ${index}`,
    shortDescription: null,
    lifeCycle: 'Active',
    isArchived: false,
    measurementType: 'Mass',
    isBatchTracked: true,
    isNonStock: false,
    classificationId: 1,
    classificationName: 'Indica',
    classificationPath: 'Flower > Indica',
    skus: [{ sku: skuOf(index), supplierId: null, supplier: null }],
    upcs: [],
    specifications: [],
    availability: [{ locationId: LOCATION, roomId: 1, inStockQuantity: '10', isSellingRoom: true }],
    applicableTaxRateIds: ['00000000-0000-0000-0000-000000000001'],
    heroShotUri: null,
    updatedAtMs: 0
  }
}

export function pricesOf(index: number, gram: string): PriceSet {
  const record = { fromEntityId: 1, group: null, shelf: null, price: gram, sales: [] }
  return {
    locationId: LOCATION,
    productId: productIdOf(index),
    rejectedCount: 0,
    records: [
      { ...record, tier: null, atTierPrice: null },
      ...TIERS.map((quantity, tier) => ({
        ...record,
        tier: { tierId: tier + 2, name: quantity, quantity },
        atTierPrice: null
      }))
    ]
  }
}

/** A store of 5,000 products, or as many as asked for, with six rungs each, and one tax on top, in a folder of its own. */
export function openLargeStore(dataDir: string, products = PRODUCTS): StoreWriter {
  const opened = openStoreWriter({ dataDir, nowMs: Date.now })
  if (!opened.ok) throw new Error(opened.message)
  const { store } = opened
  const locations = store.startRun('locations', 'full', 1)
  store.landLocations(
    locations,
    {
      locations: [
        {
          locationId: LOCATION,
          name: 'Regina',
          city: 'Regina',
          stateCode: 'SK',
          stateName: null,
          countryCode: 'CA',
          windowsZone: 'Canada Central Standard Time',
          observesDaylightSaving: false,
          storeHours: null
        }
      ],
      presentLocationIds: [LOCATION],
      rejected: []
    },
    1
  )
  store.finishRun(locations, null, 1)
  const catalogue = store.startRun('catalogue', 'full', 1)
  const indices = Array.from({ length: products }, (_, index) => index)
  store.landCataloguePage(
    catalogue,
    {
      count: products,
      presentProductIds: indices.map(productIdOf),
      products: indices.map(productOf),
      prices: indices.map((index) => ({ productId: productIdOf(index), sets: [pricesOf(index, '8.25')] })),
      taxRates: [
        {
          taxRateId: '00000000-0000-0000-0000-000000000001',
          name: 'GST',
          displayName: null,
          kind: 'Percentage',
          rate: '0.05',
          layer: 0,
          calculatedOn: 'SoldAtPrice',
          locationIds: [LOCATION]
        }
      ],
      classifications: [],
      rejected: [],
      askedAtMs: 1
    },
    1
  )
  store.finishRun(catalogue, 1, 1)
  return store
}
