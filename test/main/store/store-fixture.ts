import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { PriceRecord, SalePrice } from '../../../src/domain/pricing/price-record.ts'
import type {
  CataloguePage,
  FullPromotionRecord,
  LocationRecord,
  PricePage,
  PriceSet,
  ProductRecord,
  PromotionRecord,
  RejectedRecord,
  TaxRateRecord
} from '../../../src/main/cova/records.ts'
import { openStoreWriter } from '../../../src/main/store/open-store.ts'
import type { StoreWriter } from '../../../src/main/store/store.types.ts'

export const NOW = Date.UTC(2026, 3, 20, 12)
export const nowMs = (): number => NOW
export const NO_OVERRIDES = { timeZones: {}, currencies: {} }

/** A data directory of this test alone, gone afterwards. */
export const makeDataDir = (): string => {
  const dataDir = mkdtempSync(join(tmpdir(), 'topshelf-store-'))
  onTestFinished(() => rmSync(dataDir, { recursive: true, force: true }))
  return dataDir
}

/** Opens a store for writing and closes it after the test. */
export const openTestStore = (dataDir: string = makeDataDir()): StoreWriter => {
  const opened = openStoreWriter({ dataDir, nowMs })
  if (!opened.ok) throw new Error(opened.message)
  onTestFinished(() => opened.store.close())
  return opened.store
}

export const aLocation = (locationId: number, more: Partial<LocationRecord> = {}): LocationRecord => ({
  locationId,
  name: `Store ${locationId}`,
  city: 'Regina',
  stateCode: 'SK',
  stateName: 'Saskatchewan',
  countryCode: 'CA',
  windowsZone: 'Canada Central Standard Time',
  observesDaylightSaving: false,
  storeHours: null,
  ...more
})

export const aProduct = (productId: string, more: Partial<ProductRecord> = {}): ProductRecord => ({
  productId,
  masterProductId: null,
  masterProductName: null,
  variationId: null,
  name: `Product ${productId}`,
  shortDescription: null,
  lifeCycle: 'Active',
  isArchived: false,
  measurementType: 'Mass',
  isBatchTracked: null,
  isNonStock: null,
  classificationId: 1,
  classificationName: 'Indica',
  classificationPath: 'Flower > Indica',
  skus: [],
  upcs: [],
  specifications: [],
  availability: [],
  applicableTaxRateIds: [],
  heroShotUri: null,
  updatedAtMs: null,
  ...more
})

export const aPrice = (price: string, more: Partial<PriceRecord> = {}): PriceRecord => ({
  fromEntityId: 1,
  tier: null,
  group: null,
  shelf: null,
  price,
  atTierPrice: null,
  sales: [],
  ...more
})

export const aTierPrice = (tierId: number, quantity: string, atTierPrice: string): PriceRecord =>
  aPrice('1', { tier: { tierId, name: `${quantity} g`, quantity }, atTierPrice })

export const aSale = (salePrice: string, startsAtMs: number | null, stopsAtMs: number | null): SalePrice => ({
  salePrice,
  atTierSalePrice: null,
  startsAtMs,
  stopsAtMs
})

export const aSet = (
  locationId: number,
  productId: string,
  records: readonly PriceRecord[],
  rejectedCount = 0
): PriceSet => ({ locationId, productId, records, rejectedCount })

export const aRate = (taxRateId: string, more: Partial<TaxRateRecord> = {}): TaxRateRecord => ({
  taxRateId,
  name: 'GST',
  displayName: null,
  kind: 'Percentage',
  rate: '0.05',
  layer: 0,
  calculatedOn: 'SoldAtPrice',
  locationIds: [1],
  ...more
})

export const aPromotion = (promotionId: string, more: Partial<PromotionRecord> = {}): PromotionRecord => ({
  promotionId,
  name: `Promotion ${promotionId}`,
  status: 'Active',
  type: 'Bundle',
  enabledAtEntityIds: [1],
  schedule: 'BEGIN:VEVENT\nEND:VEVENT',
  version: 1,
  productIds: [],
  ...more
})

/** The same promotion in the full feed: 20 % off each product. */
export const aFullPromotion = (promotionId: string, more: Partial<FullPromotionRecord> = {}): FullPromotionRecord => {
  const { productIds: _none, ...head } = aPromotion(promotionId)
  return { ...head, terms: PERCENT_OFF, ...more }
}

export const PERCENT_OFF = JSON.stringify({
  promotionType: { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.2, ItemsToMatch: { Type: 'None' } },
  cartCondition: null,
  lineCondition: null
})

export const aRejected = (
  kind: RejectedRecord['kind'],
  key: string,
  more: Partial<RejectedRecord> = {}
): RejectedRecord => ({ feed: 'prices', kind, key, reason: 'Price: expected number', raw: '{"Price":"x"}', ...more })

export const aPricePage = (
  sets: readonly PriceSet[],
  askedAtMs: number,
  rejected: readonly RejectedRecord[] = []
): PricePage => ({ count: sets.length, sets, rejected, askedAtMs })

/** A page of products, each with its price sets. */
export const aCataloguePage = (
  products: readonly { readonly product: ProductRecord; readonly sets: readonly PriceSet[] }[],
  askedAtMs: number,
  more: Partial<CataloguePage> = {}
): CataloguePage => ({
  count: products.length,
  presentProductIds: products.map(({ product }) => product.productId),
  products: products.map(({ product }) => product),
  prices: products.map(({ product, sets }) => ({ productId: product.productId, sets })),
  taxRates: [],
  classifications: [],
  rejected: [],
  askedAtMs,
  ...more
})

/** The product with one price of 10 at each of the locations. */
export const priced = (
  productId: string,
  locationIds: readonly number[] = [1],
  price = '10'
): { product: ProductRecord; sets: readonly PriceSet[] } => ({
  product: aProduct(productId),
  sets: locationIds.map((locationId) => aSet(locationId, productId, [aPrice(price)]))
})

/** "p1" to "pN" */
export const ids = (count: number): readonly string[] => Array.from({ length: count }, (_, i) => `p${i + 1}`)

let clock = NOW
/** A later instant with every call, so that runs and pages are asked for one after another. */
export const tick = (): number => (clock += 1000)

/** A complete full catalogue pass over these products. */
export const passCatalogue = (
  store: StoreWriter,
  products: Parameters<typeof aCataloguePage>[0],
  more: Partial<CataloguePage> = {}
): ReturnType<StoreWriter['finishRun']> => {
  const run = store.startRun('catalogue', 'full', tick())
  store.landCataloguePage(run, aCataloguePage(products, tick(), more), tick())
  return store.finishRun(run, tick(), tick())
}

export const landPrices = (store: StoreWriter, sets: readonly PriceSet[], askedAtMs: number = tick()) => {
  const run = store.startRun('prices', 'changes', askedAtMs)
  const change = store.landPricePage(run, aPricePage(sets, askedAtMs), askedAtMs)
  store.finishRun(run, askedAtMs, askedAtMs)
  return change
}

export const passLocations = (store: StoreWriter, locations: readonly LocationRecord[]) => {
  const run = store.startRun('locations', 'full', tick())
  const presentLocationIds = locations.map((one) => one.locationId)
  const change = store.landLocations(run, { locations, presentLocationIds, rejected: [] }, tick())
  return { change, end: store.finishRun(run, null, tick()) }
}

export const passPromotions = (store: StoreWriter, promotions: readonly PromotionRecord[]) => {
  const run = store.startRun('promotions', 'full', tick())
  const presentPromotionIds = promotions.map((one) => one.promotionId)
  const change = store.landPromotions(run, { promotions, presentPromotionIds, rejected: [] }, tick())
  return { change, end: store.finishRun(run, null, tick()) }
}

/** A pass of both promotion feeds. */
export const passBothPromotions = (
  store: StoreWriter,
  menuBoard: readonly PromotionRecord[],
  full: readonly FullPromotionRecord[],
  rejected: readonly RejectedRecord[] = []
) => {
  const run = store.startRun('promotions', 'full', tick())
  const idsOf = (list: readonly { readonly promotionId: string }[]) => list.map(({ promotionId }) => promotionId)
  const list = { promotions: menuBoard, presentPromotionIds: idsOf(menuBoard), rejected: [] }
  store.landPromotions(run, list, tick())
  const rejectedIds = rejected.filter(({ unidentified }) => unidentified !== true).map(({ key }) => key)
  const whole = { promotions: full, presentPromotionIds: [...idsOf(full), ...rejectedIds], rejected }
  const change = store.landFullPromotions(run, whole, tick())
  return { change, end: store.finishRun(run, null, tick()) }
}

export const shownAt = (store: StoreWriter, locationId: number): readonly string[] =>
  store
    .productsAt(locationId)
    .map((product) => product.productId)
    .sort()

/** The prices of each product at a location, as the board would read them. */
export const pricesAt = (store: StoreWriter, locationId: number): Readonly<Record<string, readonly PriceRecord[]>> =>
  Object.fromEntries(store.productsAt(locationId).map((product) => [product.productId, product.records]))
