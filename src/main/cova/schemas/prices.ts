/** ChangedPrices, and the price records of any feed (Product Pricing guide, "Resource and property definitions"). */
import { z } from 'zod'
import type { PriceRecord, SalePrice } from '../../../domain/pricing/price-record.ts'
import type { PricePage, PriceSet, RejectedRecord } from '../records.ts'
import { AMOUNT_LIMIT, decimalTextOf } from './decimal-text.ts'
import { GUID, amountNumber, guidOf, instantText, integer, integerOf, isObject, keptWords, text } from './fields.ts'
import { fieldOf, wrongShape, type ParseOutcome } from './parse-outcome.ts'
import { UNREAD, reasonOf, rejectedRecord } from './rejected-record.ts'
import { utcInstantOf } from './utc-instant.ts'

const saleSchema = z.object({
  SalePrice: amountNumber.nullish(),
  AtTierSalePrice: amountNumber.nullish(),
  StartDateUtc: instantText.nullish(),
  StopDateUtc: instantText.nullish()
})

type RawSale = z.output<typeof saleSchema>

/**
 * The rule of a price record in zod's words. `isPriceRecord` is the same rule by hand, for speed; a test holds the two
 * together, and this one gives the reasons.
 */
export const priceSchema = z
  .object({
    LocationId: integer,
    FromEntityId: integer.nullish(),
    ProductId: z.string().regex(GUID, { error: 'not a guid' }),
    TierId: integer.nullish(),
    TierName: text.nullish(),
    TierQuantity: amountNumber.gt(0, { error: 'must be above 0' }).nullish(),
    GroupId: integer.nullish(),
    GroupName: text.nullish(),
    ShelfId: integer.nullish(),
    ShelfName: text.nullish(),
    Price: amountNumber,
    AtTierPrice: amountNumber.nullish(),
    SalePrices: z.array(saleSchema).nullish()
  })
  .superRefine((price, context) => {
    const hasTier = isGiven(price.TierId)
    if (hasTier !== isGiven(price.TierQuantity)) {
      const message = hasTier ? 'expected number: the record has a TierId' : 'the record has no TierId'
      context.addIssue({ code: 'custom', path: ['TierQuantity'], message })
    }
    for (const [index, sale] of (price.SalePrices ?? []).entries()) {
      if (hasAmount(sale, hasTier)) continue
      const message = hasTier ? 'neither SalePrice nor AtTierSalePrice' : 'no SalePrice'
      context.addIssue({ code: 'custom', path: ['SalePrices', index], message })
    }
  })

type RawPrice = z.output<typeof priceSchema>

const isGiven = (value: unknown): boolean => value !== null && value !== undefined

const hasAmount = (sale: RawSale, hasTier: boolean): boolean =>
  isGiven(sale.SalePrice) || (hasTier && isGiven(sale.AtTierSalePrice))

const isAmount = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value < AMOUNT_LIMIT
const isOptionalAmount = (value: unknown): boolean => value === null || value === undefined || isAmount(value)
const isOptionalInteger = (value: unknown): boolean =>
  value === null || value === undefined || Number.isSafeInteger(value)
const isOptionalText = (value: unknown): boolean => value === null || value === undefined || typeof value === 'string'
const isOptionalInstant = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' && utcInstantOf(value) !== null)

/** Whether a value is a price record; the fast form of `priceSchema`. `knownGuid` spares the check of the usual id. */
export function isPriceRecord(value: unknown, knownGuid?: string): value is RawPrice {
  if (!isObject(value)) return false
  const { ProductId: productId, TierId: tierId, TierQuantity: tierQuantity, SalePrices: sales } = value
  if (typeof productId !== 'string' || (productId !== knownGuid && !GUID.test(productId))) return false
  const hasTier = tierId !== null && tierId !== undefined
  if (hasTier) {
    if (!Number.isSafeInteger(tierId) || !isAmount(tierQuantity) || tierQuantity === 0) return false
  } else if (tierQuantity !== null && tierQuantity !== undefined) return false
  return (
    Number.isSafeInteger(value['LocationId']) &&
    isAmount(value['Price']) &&
    isOptionalAmount(value['AtTierPrice']) &&
    isOptionalInteger(value['FromEntityId']) &&
    isOptionalInteger(value['GroupId']) &&
    isOptionalInteger(value['ShelfId']) &&
    isOptionalText(value['TierName']) &&
    isOptionalText(value['GroupName']) &&
    isOptionalText(value['ShelfName']) &&
    (sales === null || sales === undefined || (Array.isArray(sales) && areSales(sales, hasTier)))
  )
}

function areSales(sales: readonly unknown[], hasTier: boolean): boolean {
  for (const sale of sales) {
    if (!isObject(sale)) return false
    if (!isOptionalAmount(sale['SalePrice']) || !isOptionalAmount(sale['AtTierSalePrice'])) return false
    if (!isOptionalInstant(sale['StartDateUtc']) || !isOptionalInstant(sale['StopDateUtc'])) return false
    if (!hasAmount(sale as RawSale, hasTier)) return false
  }
  return true
}

const NO_SALES: readonly SalePrice[] = []

const optionalDecimal = (value: number | null | undefined): string | null =>
  value === null || value === undefined ? null : decimalTextOf(value)
const optionalInstantMs = (value: string | null | undefined): number | null =>
  value === null || value === undefined ? null : utcInstantOf(value)

const nameOf = (given: string | null | undefined): string | null =>
  given === null || given === undefined ? null : keptWords(given)

/** A valid record in our words. Stop before Start is kept: such a sale is simply never in force. */
function priceRecordOf(raw: RawPrice): PriceRecord {
  const { TierId: tierId, TierQuantity: quantity, GroupId: groupId, ShelfId: shelfId, SalePrices: sales } = raw
  return {
    fromEntityId: raw.FromEntityId ?? null,
    tier:
      tierId === null || tierId === undefined
        ? null
        : { tierId, name: nameOf(raw.TierName), quantity: decimalTextOf(quantity ?? 0) },
    group: groupId === null || groupId === undefined ? null : { groupId, name: nameOf(raw.GroupName) },
    shelf: shelfId === null || shelfId === undefined ? null : { shelfId, name: nameOf(raw.ShelfName) },
    price: decimalTextOf(raw.Price),
    atTierPrice: optionalDecimal(raw.AtTierPrice),
    sales: sales === null || sales === undefined || sales.length === 0 ? NO_SALES : sales.map(salePriceOf)
  }
}

function salePriceOf(sale: RawSale): SalePrice {
  return {
    salePrice: optionalDecimal(sale.SalePrice),
    atTierSalePrice: optionalDecimal(sale.AtTierSalePrice),
    startsAtMs: optionalInstantMs(sale.StartDateUtc),
    stopsAtMs: optionalInstantMs(sale.StopDateUtc)
  }
}

/** What a list of price records comes from: the product, its id as the feed spelled it, and where the list stands. */
interface PriceContext {
  readonly feed: 'prices' | 'catalogue'
  readonly productId: string
  readonly spelledId: string
  /** The location every record must name, or null where records of all locations are mixed. */
  readonly locationId: number | null
  /** "Prices" or "Locations[0].Prices", before the index. */
  readonly path: string
}

/** Reads one record, or says in `rejected` what is wrong with it. */
function readPrice(value: unknown, index: number, context: PriceContext, rejected: RejectedRecord[]): RawPrice | null {
  if (isPriceRecord(value, context.spelledId)) {
    const sameProduct = value.ProductId === context.spelledId || value.ProductId.toLowerCase() === context.productId
    if (sameProduct && (context.locationId === null || value.LocationId === context.locationId)) return value
    const reason = sameProduct
      ? `LocationId: ${value.LocationId} in the list of ${context.locationId}`
      : `ProductId: ${value.ProductId.toLowerCase()} in the list of ${context.productId}`
    rejected.push(rejectedPrice(value, context, `${context.path}[${index}].${reason}`))
    return null
  }
  const checked = priceSchema.safeParse(value)
  const reason = checked.success ? 'not a valid record' : reasonOf(checked.error, `${context.path}[${index}]`)
  rejected.push(rejectedPrice(value, context, reason))
  return null
}

function rejectedPrice(value: unknown, context: PriceContext, reason: string): RejectedRecord {
  const locationId = context.locationId ?? integerOf(fieldOf(value, 'LocationId'))
  const key = [context.productId, locationId ?? UNREAD, keyPart(value, 'TierId'), keyPart(value, 'GroupId')].join('/')
  const record = rejectedRecord(context.feed, 'price', key, reason, value)
  return locationId === null ? { ...record, unidentified: true } : record
}

function keyPart(value: unknown, name: string): string {
  const id = fieldOf(value, name)
  if (id === null || id === undefined) return '-'
  return integerOf(id)?.toString() ?? UNREAD
}

/** The records of one product at one location, as ChangedPrices lists them. */
function priceSetOf(prices: readonly unknown[], context: PriceContext & { readonly locationId: number }) {
  const records: PriceRecord[] = []
  const rejected: RejectedRecord[] = []
  for (let index = 0; index < prices.length; index += 1) {
    const raw = readPrice(prices[index], index, context, rejected)
    if (raw !== null) records.push(priceRecordOf(raw))
  }
  const set: PriceSet = {
    locationId: context.locationId,
    productId: context.productId,
    records,
    rejectedCount: rejected.length
  }
  return { set, rejected }
}

/** The sets of a catalogue product, whose `Prices` mix all locations. */
export function priceSetsOf(
  prices: readonly unknown[],
  productId: string,
  spelledId: string
): {
  readonly sets: readonly PriceSet[]
  readonly unplacedCount: number
  readonly rejected: readonly RejectedRecord[]
} {
  const context: PriceContext = { feed: 'catalogue', productId, spelledId, locationId: null, path: 'Prices' }
  const byLocation = new Map<number, { records: PriceRecord[]; rejectedCount: number }>()
  const setAt = (locationId: number) => {
    let set = byLocation.get(locationId)
    if (set === undefined) byLocation.set(locationId, (set = { records: [], rejectedCount: 0 }))
    return set
  }
  const rejected: RejectedRecord[] = []
  let unplacedCount = 0
  for (let index = 0; index < prices.length; index += 1) {
    const raw = readPrice(prices[index], index, context, rejected)
    if (raw !== null) {
      setAt(raw.LocationId).records.push(priceRecordOf(raw))
      continue
    }
    const locationId = integerOf(fieldOf(prices[index], 'LocationId'))
    if (locationId === null) unplacedCount += 1
    else setAt(locationId).rejectedCount += 1
  }
  const sets = [...byLocation].map(([locationId, set]) => ({
    locationId,
    productId,
    records: set.records,
    // A record of an unknown location may belong to any of them.
    rejectedCount: set.rejectedCount + unplacedCount
  }))
  return { sets, unplacedCount, rejected }
}

/**
 * One page of ChangedPrices: a list of products, each with its whole price set per location. An empty `Prices` is a set
 * without records ("no prices set at the location", Product Pricing guide, "All changed prices"); a null or missing one
 * is rejected. Where a product comes twice at a location, the later list stands. Never throws.
 */
export function parsePricePage(json: unknown, askedAtMs: number): ParseOutcome<PricePage> {
  if (!Array.isArray(json)) return wrongShape('the reply', 'a list of changed products', json)
  const sets: PriceSet[] = []
  const rejected: RejectedRecord[] = []
  const placeOf = new Map<string, Map<number, number>>()
  const rejectSet = (key: string | null, reason: string, value: unknown) => {
    rejected.push(rejectedRecord('prices', 'price-set', key, reason, value))
  }
  for (const product of json as readonly unknown[]) {
    const spelledId = fieldOf(product, 'ChangedProductId')
    const productId = guidOf(spelledId)
    const locations = fieldOf(product, 'Locations')
    if (productId === null) {
      rejectSet(null, 'ChangedProductId: not a guid', product)
      continue
    }
    if (!Array.isArray(locations)) {
      rejectSet(productId, wrongShape('Locations', 'array', locations).reason, product)
      continue
    }
    let places = placeOf.get(productId)
    if (places === undefined) placeOf.set(productId, (places = new Map()))
    for (let at = 0; at < locations.length; at += 1) {
      const entry: unknown = locations[at]
      const locationId = integerOf(fieldOf(entry, 'LocationId'))
      const prices = fieldOf(entry, 'Prices')
      if (locationId === null) {
        const reason = `Locations[${at}].LocationId: not an int`
        const record = rejectedRecord('prices', 'price-set', `${productId}/${UNREAD}`, reason, entry)
        rejected.push({ ...record, unidentified: true })
        continue
      }
      if (!Array.isArray(prices)) {
        rejectSet(`${productId}/${locationId}`, wrongShape(`Locations[${at}].Prices`, 'array', prices).reason, entry)
        continue
      }
      const path = `Locations[${at}].Prices`
      const read = priceSetOf(prices, { feed: 'prices', productId, spelledId: spelledId as string, locationId, path })
      for (const record of read.rejected) rejected.push(record)
      const place = places.get(locationId)
      if (place === undefined) {
        places.set(locationId, sets.length)
        sets.push(read.set)
      } else sets[place] = read.set
    }
  }
  return { ok: true, value: { count: json.length, sets, rejected, askedAtMs } }
}
