import { numberOf } from './amount.ts'
import { pathOf, wireClassificationOf } from './classification.ts'
import { LOCATION_IDS, TAX_RATES } from './company.ts'
import type { DemoProduct, DemoStoreState } from './demo-store.types.ts'
import type { PriceBook } from './price-book.ts'
import { hashOf } from './random.ts'
import { saleDateOf, wireInstantOf } from './wire-instant.ts'
import type { WirePriceRecord } from './wire.types.ts'

/** The body of a DetailedProductData call, with what is left out filled in. */
export interface ProductQuery {
  readonly LocationId: number | null
  readonly IncludeProductSkusAndUpcs: boolean
  readonly IncludeProductSpecifications: boolean
  readonly IncludeClassifications: boolean
  readonly IncludeProductAssets: boolean
  readonly IncludeAvailability: boolean
  readonly IncludePackageDetails: boolean
  readonly IncludePricing: boolean
  readonly IncludeTaxes: boolean
  readonly InStockOnly: boolean
  readonly IncludeAllLifecycles: boolean
  readonly SellingRoomOnly: boolean
  readonly Skip: number
  readonly Top: number
}

const FLAGS = [
  'IncludeProductSkusAndUpcs',
  'IncludeProductSpecifications',
  'IncludeClassifications',
  'IncludeProductAssets',
  'IncludeAvailability',
  'IncludePackageDetails',
  'IncludePricing',
  'IncludeTaxes',
  'InStockOnly',
  'IncludeAllLifecycles',
  'SellingRoomOnly'
] as const

/** Null for a body that the service would refuse. What is left out is false, null, 0 and 100. */
export function productQueryOf(body: unknown): ProductQuery | null {
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return null
  const asked = body as Readonly<Record<string, unknown>>
  if (FLAGS.some((flag) => asked[flag] !== undefined && typeof asked[flag] !== 'boolean')) return null
  const { LocationId: locationId = null, Skip: skip = 0, Top: top = 100 } = asked
  if (!(locationId === null || Number.isInteger(locationId)) || !isCount(skip) || !isCount(top)) return null
  const flags = Object.fromEntries(FLAGS.map((flag) => [flag, asked[flag] === true])) as Record<
    (typeof FLAGS)[number],
    boolean
  >
  return { ...flags, LocationId: locationId as number | null, Skip: skip, Top: top }
}

function isCount(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 0
}

/** The products that a query asks for, before paging. */
export function productsFor(
  state: DemoStoreState,
  query: ProductQuery,
  changedSinceMs: number | null
): readonly DemoProduct[] {
  return state.products.filter((product) => {
    if (changedSinceMs !== null && product.updatedAtMs < changedSinceMs) return false
    if (!query.IncludeAllLifecycles && product.lifeCycle !== 'Active') return false
    return !query.InStockOnly || stockFor(product, query).some((stock) => Number(stock.quantity) > 0)
  })
}

/** A page of DetailedProductData. Lists that were not asked for are null. */
export function productReplyOf(
  products: readonly DemoProduct[],
  query: ProductQuery,
  book: PriceBook,
  origin: string
): unknown {
  const classificationIds = new Set(products.map((product) => product.classificationId))
  const taxRateIds = new Set(products.flatMap((product) => product.taxRateIds))
  return {
    Products: products.map((product) => wireProductOf(product, query, book, origin)),
    Packages: query.IncludePackageDetails ? products.flatMap((product) => packagesOf(product, query)) : null,
    TaxRates: query.IncludeTaxes
      ? TAX_RATES.filter(
          (rate) => taxRateIds.has(rate.Id) && (query.LocationId === null || rate.Locations.includes(query.LocationId))
        )
      : null,
    Classifications: query.IncludeClassifications
      ? [...classificationIds].filter((id) => id !== null).map(wireClassificationOf)
      : null
  }
}

function wireProductOf(product: DemoProduct, query: ProductQuery, book: PriceBook, origin: string): unknown {
  const path = pathOf(product.classificationId)
  return {
    ProductId: product.productId,
    MasterProductId: product.masterProductId.toUpperCase(),
    MasterProductName: product.masterProductName,
    VariationId: product.variationId,
    Name: product.name,
    ShortDescription: product.shortDescription,
    LongDescription: product.longDescription,
    LifeCycle: product.lifeCycle,
    IsArchived: product.isArchived,
    MeasurementType: product.measurementType,
    IsBatchTracked: product.isBatchTracked,
    IsNonStock: product.isNonStock,
    ClassificationId: product.classificationId,
    ClassificationName: path.at(-1) ?? null,
    ClassificationPath: path.length === 0 ? null : path.join(' > '),
    SupplierSkus: query.IncludeProductSkusAndUpcs
      ? product.supplier === null
        ? []
        : [{ SKU: product.sku, SupplierId: product.supplier.supplierId, Supplier: product.supplier.name }]
      : null,
    Upcs: query.IncludeProductSkusAndUpcs ? product.upcs.map((UPC) => ({ UPC })) : null,
    ProductSpecifications: query.IncludeProductSpecifications ? product.specifications : null,
    Availability: query.IncludeAvailability
      ? stockFor(product, query).map((stock) => ({
          LocationId: stock.locationId,
          RoomId: stock.roomId,
          InStockQuantity: numberOf(stock.quantity),
          IsSellingRoom: stock.isSellingRoom,
          UnitCost: numberOf(stock.unitCost),
          LastReceivedCost: numberOf(stock.unitCost),
          CurrencyCode: null
        }))
      : null,
    Prices: query.IncludePricing
      ? (query.LocationId === null ? LOCATION_IDS : [query.LocationId]).flatMap((locationId) =>
          priceRecordsOf(book, product.productId, locationId, product.productId)
        )
      : null,
    // Written in another case than the rates themselves: guids compare without case.
    ApplicableTaxRates: query.IncludeTaxes
      ? product.taxRateIds.map((id) => (hashOf(product.productId) % 2 === 0 ? id : id.toUpperCase()))
      : null,
    HeroShotUri: product.heroShot === null ? null : new URL(product.heroShot, origin).href,
    Assets: query.IncludeProductAssets ? [] : null,
    UpdatedDateUtc: wireInstantOf(product.updatedAtMs, product.productId)
  }
}

/** The PriceRecords of a product at a location, inheritance resolved; `productId` as the feed is to write it. */
export function priceRecordsOf(
  book: PriceBook,
  productId: string,
  locationId: number,
  writtenAs: string
): readonly WirePriceRecord[] {
  return book.resolve(productId, locationId).map((entry) => ({
    LocationId: locationId,
    FromEntityId: entry.fromEntityId,
    ProductId: writtenAs,
    TierId: entry.tier?.tierId ?? null,
    TierName: entry.tier?.name ?? null,
    TierQuantity: entry.tier === null ? null : numberOf(entry.tier.quantity),
    GroupId: entry.group?.groupId ?? null,
    GroupName: entry.group?.name ?? null,
    ShelfId: entry.shelf?.shelfId ?? null,
    ShelfName: entry.shelf?.name ?? null,
    Price: numberOf(entry.price),
    AtTierPrice: entry.atTierPrice === null ? null : numberOf(entry.atTierPrice),
    SalePrices: entry.sales.map((sale) => ({
      Id: sale.saleId,
      StartDateUtc: sale.startsAtMs === null ? null : saleDateOf(sale.startsAtMs),
      StopDateUtc: sale.stopsAtMs === null ? null : saleDateOf(sale.stopsAtMs),
      SalePrice: numberOf(sale.salePrice),
      AtTierSalePrice: sale.atTierSalePrice === null ? null : numberOf(sale.atTierSalePrice)
    })),
    UpdatedDateUtc: wireInstantOf(entry.updatedAtMs, `${productId}${entry.fromEntityId}`)
  }))
}

function stockFor(product: DemoProduct, query: ProductQuery): DemoProduct['stock'] {
  return product.stock.filter(
    (stock) =>
      (query.LocationId === null || stock.locationId === query.LocationId) &&
      (!query.SellingRoomOnly || stock.isSellingRoom)
  )
}

function packagesOf(product: DemoProduct, query: ProductQuery): readonly unknown[] {
  if (!product.isBatchTracked) return []
  return stockFor(product, query).map((stock) => ({
    PackageId: `${product.sku}-${stock.roomId}`,
    ProductId: product.productId.toUpperCase(),
    LocationId: stock.locationId,
    RoomId: stock.roomId,
    Quantity: numberOf(stock.quantity),
    UnitCost: numberOf(stock.unitCost)
  }))
}
