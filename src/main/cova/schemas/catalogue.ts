/** DetailedProductData (wire, "DetailedProductData"). Cost fields are not read at all. */
import { z } from 'zod'
import type { AvailabilityRecord, CataloguePage, PriceSet, ProductRecord, RejectedRecord } from '../records.ts'
import { readClassifications } from './classifications.ts'
import {
  guid,
  guidOf,
  integer,
  isObject,
  optionalFlag,
  optionalInstant,
  optionalInteger,
  keptWords,
  optionalName,
  optionalText,
  optionalWords,
  stockQuantity,
  text
} from './fields.ts'
import { fieldOf, wrongShape, type ParseOutcome } from './parse-outcome.ts'
import { priceSetsOf } from './prices.ts'
import { reasonOf, rejectedRecord } from './rejected-record.ts'
import { readTaxRates } from './tax-rates.ts'

const taxRateId = z
  .union([guid, z.object({ Id: guid })], { error: 'expected a guid or an object with an Id' })
  .transform((rate) => (typeof rate === 'string' ? rate : rate.Id))

const productSchema = z.object({
  ProductId: guid,
  MasterProductId: optionalWords,
  MasterProductName: optionalWords,
  VariationId: optionalWords,
  Name: text.refine((given) => given.trim() !== '', { error: 'is empty' }).transform((given) => keptWords(given)),
  ShortDescription: optionalWords,
  LifeCycle: text,
  IsArchived: optionalFlag,
  MeasurementType: z.enum(['Mass', 'SingleUnit']),
  IsBatchTracked: optionalFlag,
  IsNonStock: optionalFlag,
  ClassificationId: optionalInteger,
  ClassificationName: optionalName,
  ClassificationPath: optionalText,
  SupplierSkus: z
    .array(z.object({ SKU: optionalWords, SupplierId: optionalInteger, Supplier: optionalWords }))
    .nullish(),
  Upcs: z.array(z.object({ UPC: optionalWords })).nullish(),
  ProductSpecifications: z
    .array(
      z.object({
        FieldId: optionalInteger,
        StringId: optionalWords,
        FieldGroup: optionalWords,
        FieldName: optionalWords,
        DisplayName: optionalWords,
        Value: optionalWords,
        Type: optionalWords,
        Unit: optionalWords
      })
    )
    .nullish(),
  Availability: z
    .array(
      z.object({
        LocationId: integer,
        RoomId: optionalInteger,
        InStockQuantity: stockQuantity,
        IsSellingRoom: z.boolean().nullish()
      })
    )
    .nullish(),
  // Asked for, so it must be there: without it the out-the-door price would promise less than the register charges.
  ApplicableTaxRates: z.array(taxRateId),
  HeroShotUri: optionalText,
  UpdatedDateUtc: optionalInstant
})

/** One entry of `Products`, read as far as it goes. */
interface ReadProduct {
  readonly productId: string
  readonly product: ProductRecord | null
  readonly prices: { readonly sets: readonly PriceSet[]; readonly unplacedCount: number } | null
  readonly updatedAtMs: number | null
}

/**
 * One page of DetailedProductData. A product that comes twice stands as its later `UpdatedDateUtc` has it, else as the
 * last; a product whose `Prices` cannot be found lands without prices, so that stored ones stay. Never throws.
 */
export function parseCataloguePage(json: unknown, askedAtMs: number): ParseOutcome<CataloguePage> {
  if (!isObject(json)) return wrongShape('the reply', 'an object with Products', json)
  const entries = json['Products']
  if (!Array.isArray(entries)) return wrongShape('Products', 'array', entries)
  const rejected: RejectedRecord[] = []
  const products = new Map<string, ProductRecord>()
  const prices = new Map<string, CataloguePage['prices'][number]>()
  const updated = new Map<string, number | null>()
  for (const entry of entries as readonly unknown[]) {
    const read = readProduct(entry, rejected)
    if (read === null) continue
    const { productId, product, updatedAtMs } = read
    const before = updated.get(productId)
    const isOlder = typeof before === 'number' && updatedAtMs !== null && updatedAtMs < before
    if (!isOlder) updated.set(productId, updatedAtMs ?? before ?? null)
    if (product !== null && (!isOlder || !products.has(productId))) products.set(productId, product)
    if (read.prices !== null && (!isOlder || !prices.has(productId))) {
      prices.set(productId, priceEntryOf(productId, read.prices))
    }
  }
  const taxes = readTaxRates(json['TaxRates'])
  const classes = readClassifications(json['Classifications'])
  return {
    ok: true,
    value: {
      count: entries.length,
      presentProductIds: [...updated.keys()],
      products: [...products.values()],
      prices: [...prices.values()],
      taxRates: taxes.taxRates,
      classifications: classes.classifications,
      rejected: [...rejected, ...taxes.rejected, ...classes.rejected],
      askedAtMs
    }
  }
}

function readProduct(entry: unknown, rejected: RejectedRecord[]): ReadProduct | null {
  const spelledId = fieldOf(entry, 'ProductId')
  const productId = guidOf(spelledId)
  const checked = productSchema.safeParse(entry)
  if (!checked.success) {
    rejected.push(rejectedRecord('catalogue', 'product', productId, reasonOf(checked.error), entry))
  }
  if (productId === null) return null
  const product = checked.success ? productRecordOf(checked.data) : null
  const updatedAtMs = product?.updatedAtMs ?? null
  const list = fieldOf(entry, 'Prices')
  if (!Array.isArray(list)) {
    const reason = wrongShape('Prices', 'array', list).reason
    rejected.push(rejectedRecord('catalogue', 'price-set', productId, reason, list ?? null))
    return { productId, product, prices: null, updatedAtMs }
  }
  const read = priceSetsOf(list, productId, spelledId as string)
  for (const record of read.rejected) rejected.push(record)
  return { productId, product, prices: read, updatedAtMs }
}

function priceEntryOf(
  productId: string,
  read: { readonly sets: readonly PriceSet[]; readonly unplacedCount: number }
): CataloguePage['prices'][number] {
  const entry = { productId, sets: read.sets }
  return read.unplacedCount === 0 ? entry : { ...entry, unplacedCount: read.unplacedCount }
}

function productRecordOf(raw: z.output<typeof productSchema>): ProductRecord {
  return {
    productId: raw.ProductId,
    masterProductId: raw.MasterProductId,
    masterProductName: raw.MasterProductName,
    variationId: raw.VariationId,
    name: raw.Name,
    shortDescription: raw.ShortDescription,
    lifeCycle: raw.LifeCycle,
    isArchived: raw.IsArchived ?? false,
    measurementType: raw.MeasurementType,
    isBatchTracked: raw.IsBatchTracked,
    isNonStock: raw.IsNonStock,
    classificationId: raw.ClassificationId,
    classificationName: raw.ClassificationName,
    classificationPath: raw.ClassificationPath,
    skus: (raw.SupplierSkus ?? []).map((sku) => ({
      sku: sku.SKU,
      supplierId: sku.SupplierId,
      supplier: sku.Supplier
    })),
    upcs: (raw.Upcs ?? []).flatMap((upc) => (upc.UPC === null ? [] : [upc.UPC])),
    specifications: (raw.ProductSpecifications ?? []).map((field) => ({
      fieldId: field.FieldId,
      stringId: field.StringId,
      fieldGroup: field.FieldGroup,
      fieldName: field.FieldName,
      displayName: field.DisplayName,
      value: field.Value,
      type: field.Type,
      unit: field.Unit
    })),
    availability: availabilityOf(raw.Availability),
    applicableTaxRateIds: [...new Set(raw.ApplicableTaxRates)],
    heroShotUri: raw.HeroShotUri,
    updatedAtMs: raw.UpdatedDateUtc
  }
}

/** Stock by room; unknown as a whole where a room does not say whether it sells: the sum cannot be told then. */
function availabilityOf(rooms: z.output<typeof productSchema>['Availability']): readonly AvailabilityRecord[] | null {
  if (rooms === null || rooms === undefined) return null
  const known: AvailabilityRecord[] = []
  for (const { LocationId, RoomId, InStockQuantity, IsSellingRoom } of rooms) {
    if (IsSellingRoom === null || IsSellingRoom === undefined) return null
    known.push({
      locationId: LocationId,
      roomId: RoomId,
      inStockQuantity: InStockQuantity,
      isSellingRoom: IsSellingRoom
    })
  }
  return known
}
