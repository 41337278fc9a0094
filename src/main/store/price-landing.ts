import type Database from 'better-sqlite3'
import type { PriceRecord } from '../../domain/pricing/price-record.ts'
import type { PriceSet } from '../cova/records.ts'
import { AskedTimes } from './asked-times.ts'
import type { RecordRow, SaleRow } from './price-set.ts'
import {
  RECORD_COLUMNS,
  SALE_COLUMNS,
  areSalesOfRows,
  inStoredOrder,
  isRecordOfRow,
  joinedRecords,
  odditiesOf,
  recordOfRow,
  saleOfRow,
  withLastGood
} from './price-set.ts'
import { prepareRecordInsert } from './record-insert.ts'

/** The row of `price_set` that says what is stored; `recordCount` 0 is "no price there". */
export interface StoredSet {
  readonly setId: number
  readonly locationId: number
  readonly recordCount: number
}

type StoredSetRow = readonly [setId: number, locationId: number, recordCount: number]

const storedSetOf = (row: StoredSetRow): StoredSet => ({
  setId: row[0],
  locationId: row[1],
  recordCount: row[2]
})

/** Whole-set replacement of prices. Every method runs inside the caller's transaction. */
export interface PriceLanding {
  readonly storedSet: (productId: string, locationId: number) => StoredSet | null
  readonly storedSets: (productId: string) => readonly StoredSet[]
  /** True when it changed what is stored. `stored` is what `storedSet` answered. */
  readonly landSet: (set: PriceSet, stored: StoredSet | null, askedAtMs: number) => boolean
  /** Leaves no price there; false when there was none, or when what is stored was asked for later. */
  readonly emptySet: (stored: StoredSet, askedAtMs: number) => boolean
  /** When the stored set was last known to be so; -Infinity where this process has not landed it. */
  readonly knownAtMs: (stored: StoredSet) => number
  readonly asked: AskedTimes<number>
}

const storedRecords = (rows: readonly RecordRow[], saleRows: readonly SaleRow[]): readonly PriceRecord[] =>
  rows.map((row, ordinal) => recordOfRow(row, saleRows.filter((sale) => sale[0] === ordinal).map(saleOfRow)))

export const preparePriceLanding = (db: Database.Database): PriceLanding => {
  const asked = new AskedTimes<number>()
  const selectSet = db
    .prepare<[string, number], StoredSetRow>(
      'SELECT set_id, location_id, record_count FROM price_set WHERE product_id = ? AND location_id = ?'
    )
    .raw()
  const selectSets = db
    .prepare<[string], StoredSetRow>('SELECT set_id, location_id, record_count FROM price_set WHERE product_id = ?')
    .raw()
  const insertSet = db.prepare(
    'INSERT INTO price_set (location_id, product_id, asked_at_ms, record_count, doubled_keys, overlapping_sales) VALUES (?, ?, ?, ?, ?, ?)'
  )
  const updateSet = db.prepare(
    'UPDATE price_set SET asked_at_ms = ?, record_count = ?, doubled_keys = ?, overlapping_sales = ? WHERE set_id = ?'
  )
  const selectRecords = db
    .prepare<[number], RecordRow>(`SELECT ${RECORD_COLUMNS} FROM price_record WHERE set_id = ? ORDER BY ordinal`)
    .raw()
  const selectSales = db
    .prepare<[number], SaleRow>(
      `SELECT ${SALE_COLUMNS} FROM price_sale WHERE set_id = ? ORDER BY ordinal, sale_ordinal`
    )
    .raw()
  const insertRecordRows = prepareRecordInsert(db)
  const insertSale = db.prepare(
    'INSERT INTO price_sale (set_id, ordinal, sale_ordinal, sale_price, at_tier_sale_price, starts_at_ms, stops_at_ms) VALUES (?, ?, ?, ?, ?, ?, ?)'
  )
  const deleteRecords = db.prepare('DELETE FROM price_record WHERE set_id = ?')
  const deleteSales = db.prepare('DELETE FROM price_sale WHERE set_id = ?')

  const insertRecords = (setId: number, records: readonly PriceRecord[]): void => {
    insertRecordRows(setId, records)
    for (let ordinal = 0; ordinal < records.length; ordinal += 1) {
      const sales = records[ordinal]?.sales ?? []
      for (let at = 0; at < sales.length; at += 1) {
        const sale = sales[at]
        if (sale === undefined) continue
        insertSale.run(setId, ordinal, at, sale.salePrice, sale.atTierSalePrice, sale.startsAtMs, sale.stopsAtMs)
      }
    }
  }

  const salesOf = (setId: number, rows: readonly RecordRow[]): readonly SaleRow[] =>
    rows.some((row) => row[10] > 0) ? selectSales.all(setId) : []

  const isStored = (records: readonly PriceRecord[], setId: number, rows: readonly RecordRow[]): boolean => {
    if (records.length !== rows.length) return false
    let hasSales = false
    for (let i = 0; i < rows.length; i += 1) {
      const record = records[i]
      const row = rows[i]
      if (record === undefined || row === undefined || !isRecordOfRow(record, row)) return false
      if (row[10] > 0) hasSales = true
    }
    return !hasSales || areSalesOfRows(records, selectSales.all(setId))
  }

  const replace = (setId: number, records: readonly PriceRecord[], askedAtMs: number): void => {
    const { doubled, overlapping } = odditiesOf(records)
    deleteSales.run(setId)
    deleteRecords.run(setId)
    updateSet.run(askedAtMs, records.length, doubled, overlapping, setId)
    insertRecords(setId, records)
  }

  const knownAtMs = (stored: StoredSet): number => asked.latest(stored.setId)

  const landSet = (set: PriceSet, stored: StoredSet | null, askedAtMs: number): boolean => {
    if (stored === null) {
      // With every record rejected nothing is known, not even that there is no price.
      if (set.records.length === 0 && set.rejectedCount > 0) return false
      const records = inStoredOrder(set.records)
      const { doubled, overlapping } = odditiesOf(records)
      const { lastInsertRowid } = insertSet.run(
        set.locationId,
        set.productId,
        askedAtMs,
        records.length,
        doubled,
        overlapping
      )
      insertRecords(Number(lastInsertRowid), records)
      asked.confirm(Number(lastInsertRowid), askedAtMs)
      return records.length > 0
    }
    if (askedAtMs < knownAtMs(stored)) return false
    asked.confirm(stored.setId, askedAtMs)
    const rows = stored.recordCount === 0 ? [] : selectRecords.all(stored.setId)
    const landed =
      set.rejectedCount === 0
        ? set.records
        : withLastGood(set.records, storedRecords(rows, salesOf(stored.setId, rows)))
    const records = inStoredOrder(landed)
    if (isStored(records, stored.setId, rows)) {
      return false
    }
    replace(stored.setId, records, askedAtMs)
    return true
  }

  const emptySet = (stored: StoredSet, askedAtMs: number): boolean => {
    if (askedAtMs < knownAtMs(stored)) return false
    asked.confirm(stored.setId, askedAtMs)
    if (stored.recordCount === 0) return false
    replace(stored.setId, [], askedAtMs)
    return true
  }

  return {
    storedSet: (productId, locationId) => {
      const row = selectSet.get(productId, locationId)
      return row === undefined ? null : storedSetOf(row)
    },
    storedSets: (productId) => selectSets.all(productId).map(storedSetOf),
    landSet,
    emptySet,
    knownAtMs,
    asked
  }
}

const setKeyOf = (set: PriceSet): string => `${set.locationId}/${set.productId}`

/** The sets of a page with each (location, product) once: a repeated one is joined, so that landing it twice is landing it once. */
export const uniqueSets = (sets: readonly PriceSet[]): readonly PriceSet[] => {
  const byKey = new Map<string, PriceSet>()
  for (const set of sets) {
    const key = setKeyOf(set)
    const before = byKey.get(key)
    byKey.set(
      key,
      before === undefined
        ? set
        : {
            ...set,
            records: joinedRecords(before.records, set.records),
            rejectedCount: before.rejectedCount + set.rejectedCount
          }
    )
  }
  return byKey.size === sets.length ? sets : [...byKey.values()]
}
