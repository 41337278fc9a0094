import type { PriceRecord, SalePrice } from '../../domain/pricing/price-record.ts'

/** A row of `price_record` without its set and ordinal, in the order of RECORD_COLUMNS. */
export type RecordRow = readonly [
  fromEntityId: number | null,
  tierId: number | null,
  tierName: string | null,
  tierQuantity: string | null,
  groupId: number | null,
  groupName: string | null,
  shelfId: number | null,
  shelfName: string | null,
  price: string,
  atTierPrice: string | null,
  saleCount: number
]

/** A row of `price_sale` in the order of SALE_COLUMNS; `ordinal` is that of its record. */
export type SaleRow = readonly [
  ordinal: number,
  salePrice: string | null,
  atTierSalePrice: string | null,
  startsAtMs: number | null,
  stopsAtMs: number | null
]

export const RECORD_COLUMNS =
  'from_entity_id, tier_id, tier_name, tier_quantity, group_id, group_name, shelf_id, shelf_name, price, at_tier_price, sale_count'
export const SALE_COLUMNS = 'ordinal, sale_price, at_tier_sale_price, starts_at_ms, stops_at_ms'

const compareValues = (a: string | number | null, b: string | number | null): number => {
  if (a === b) return 0
  if (a === null) return -1
  if (b === null) return 1
  return a < b ? -1 : 1
}

const compareSales = (a: SalePrice, b: SalePrice): number =>
  compareValues(a.startsAtMs, b.startsAtMs) ||
  compareValues(a.stopsAtMs, b.stopsAtMs) ||
  compareValues(a.salePrice, b.salePrice) ||
  compareValues(a.atTierSalePrice, b.atTierSalePrice)

const compareSaleLists = (a: readonly SalePrice[], b: readonly SalePrice[]): number => {
  for (let i = 0; i < a.length && i < b.length; i += 1) {
    const left = a[i]
    const right = b[i]
    const order = left !== undefined && right !== undefined ? compareSales(left, right) : 0
    if (order !== 0) return order
  }
  return a.length - b.length
}

const compareRecords = (a: PriceRecord, b: PriceRecord): number =>
  compareValues(a.tier?.tierId ?? null, b.tier?.tierId ?? null) ||
  compareValues(a.group?.groupId ?? null, b.group?.groupId ?? null) ||
  compareValues(a.price, b.price) ||
  compareValues(a.atTierPrice, b.atTierPrice) ||
  compareValues(a.tier?.quantity ?? null, b.tier?.quantity ?? null) ||
  compareValues(a.tier?.name ?? null, b.tier?.name ?? null) ||
  compareValues(a.group?.name ?? null, b.group?.name ?? null) ||
  compareValues(a.shelf?.shelfId ?? null, b.shelf?.shelfId ?? null) ||
  compareValues(a.shelf?.name ?? null, b.shelf?.name ?? null) ||
  compareValues(a.fromEntityId, b.fromEntityId) ||
  compareSaleLists(a.sales, b.sales)

const isSorted = <T>(list: readonly T[], compare: (a: T, b: T) => number): boolean => {
  for (let i = 1; i < list.length; i += 1) {
    const before = list[i - 1]
    const after = list[i]
    if (before !== undefined && after !== undefined && compare(before, after) > 0) return false
  }
  return true
}

const sorted = <T>(list: readonly T[], compare: (a: T, b: T) => number): readonly T[] =>
  isSorted(list, compare) ? list : list.toSorted(compare)

const withSortedSales = (record: PriceRecord): PriceRecord =>
  isSorted(record.sales, compareSales) ? record : { ...record, sales: record.sales.toSorted(compareSales) }

/** The records in the one order they are stored in, by content, so that the order of a reply never counts as a change. */
export const inStoredOrder = (records: readonly PriceRecord[]): readonly PriceRecord[] => {
  const allSorted = records.every((record) => record.sales.length < 2 || isSorted(record.sales, compareSales))
  return sorted(allSorted ? records : records.map(withSortedSales), compareRecords)
}

const isSameKey = (a: PriceRecord, b: PriceRecord): boolean =>
  a.tier?.tierId === b.tier?.tierId && a.group?.groupId === b.group?.groupId

/**
 * The good records of a set of which some were rejected, together with the stored ones whose (tier, group) key is not
 * among them: one of those is the last good value of a rejected one.
 */
export const withLastGood = (good: readonly PriceRecord[], stored: readonly PriceRecord[]): readonly PriceRecord[] => [
  ...good,
  ...stored.filter((record) => !good.some((one) => isSameKey(one, record)))
]

/**
 * One set of two that a page gives for the same product and location: the records of both, identical ones once. Where
 * they differ, keys are doubled, and then the dearer applies (pricing rules, Price records).
 */
export const joinedRecords = (
  first: readonly PriceRecord[],
  second: readonly PriceRecord[]
): readonly PriceRecord[] => {
  const ordered = inStoredOrder(first).map(withSortedSales)
  const added = second
    .map(withSortedSales)
    .filter((record) => !ordered.some((one) => compareRecords(one, record) === 0))
  return [...ordered, ...added]
}

/** Whether a record is the same as its stored row, without its sales. */
export const isRecordOfRow = (record: PriceRecord, row: RecordRow): boolean =>
  record.price === row[8] &&
  record.atTierPrice === row[9] &&
  record.fromEntityId === row[0] &&
  (record.tier === null
    ? row[1] === null
    : record.tier.tierId === row[1] && record.tier.name === row[2] && record.tier.quantity === row[3]) &&
  (record.group === null ? row[4] === null : record.group.groupId === row[4] && record.group.name === row[5]) &&
  (record.shelf === null ? row[6] === null : record.shelf.shelfId === row[6] && record.shelf.name === row[7]) &&
  record.sales.length === row[10]

/** Whether the sales of all records of a set are the stored rows, in order. */
export const areSalesOfRows = (records: readonly PriceRecord[], rows: readonly SaleRow[]): boolean => {
  let at = 0
  for (const [ordinal, record] of records.entries()) {
    for (const sale of record.sales) {
      const row = rows[at]
      if (
        row === undefined ||
        row[0] !== ordinal ||
        row[1] !== sale.salePrice ||
        row[2] !== sale.atTierSalePrice ||
        row[3] !== sale.startsAtMs ||
        row[4] !== sale.stopsAtMs
      ) {
        return false
      }
      at += 1
    }
  }
  return at === rows.length
}

/** A stored row as the rules' record. */
export const recordOfRow = (row: RecordRow, sales: readonly SalePrice[]): PriceRecord => ({
  fromEntityId: row[0],
  tier: row[1] === null ? null : { tierId: row[1], name: row[2], quantity: row[3] ?? '1' },
  group: row[4] === null ? null : { groupId: row[4], name: row[5] },
  shelf: row[6] === null ? null : { shelfId: row[6], name: row[7] },
  price: row[8],
  atTierPrice: row[9],
  sales
})

export const saleOfRow = (row: SaleRow): SalePrice => ({
  salePrice: row[1],
  atTierSalePrice: row[2],
  startsAtMs: row[3],
  stopsAtMs: row[4]
})

const overlap = (a: SalePrice, b: SalePrice): boolean => {
  const aIsDefault = a.startsAtMs === null && a.stopsAtMs === null
  const bIsDefault = b.startsAtMs === null && b.stopsAtMs === null
  if (aIsDefault || bIsDefault) return aIsDefault && bIsDefault
  return (
    (a.startsAtMs ?? -Infinity) < (b.stopsAtMs ?? Infinity) && (b.startsAtMs ?? -Infinity) < (a.stopsAtMs ?? Infinity)
  )
}

/**
 * What a manager should know of a set in stored order: how many records repeat a (tier, group) key, and how many have
 * sales that overlap or two default sales. The dearer applies, and is reported (pricing rules, Price records).
 */
export const odditiesOf = (
  records: readonly PriceRecord[]
): { readonly doubled: number; readonly overlapping: number } => {
  let doubled = 0
  let overlapping = 0
  for (let at = 0; at < records.length; at += 1) {
    const record = records[at]
    const before = records[at - 1]
    if (record === undefined) continue
    if (before !== undefined && isSameKey(before, record)) doubled += 1
    if (record.sales.length < 2) continue
    const clash = record.sales.some((sale, i) => record.sales.slice(i + 1).some((other) => overlap(sale, other)))
    if (clash) overlapping += 1
  }
  return { doubled, overlapping }
}
