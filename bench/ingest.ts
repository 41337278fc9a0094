import type Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import type { PricePage, PriceSet } from '../src/main/cova/records.ts'
import { parsePricePage } from '../src/main/cova/schemas/prices.ts'
import { cacheMigrations } from '../src/main/store/cache-migrations.ts'
import { openDatabase } from '../src/main/store/open-database.ts'
import { openStoreWriter } from '../src/main/store/open-store.ts'
import { RECORD_COLUMNS, inStoredOrder, odditiesOf } from '../src/main/store/price-set.ts'

interface Measure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly reference: number
  readonly ratio: number
}

const PRODUCTS_PER_PAGE = 500
const LOCATIONS = [94451, 94452, 94453, 94454]
const TIERS = [
  [null, null, null],
  [24, '1 g', 1],
  [2, '1/8 oz', 3.5],
  [3, '1/4 oz', 7],
  [10, '1/2 oz', 14],
  [11, '1 oz', 28]
] as const
const RECORDS_PER_PAGE = PRODUCTS_PER_PAGE * LOCATIONS.length * TIERS.length
const BAD_PER_PAGE = 3

/**
 * **ingest**: price records as ChangedPrices pages in memory through JSON.parse, validation, whole-set replacement and
 * quarantine into a database file, against bare better-sqlite3 inserts of the same final rows into the same tables and
 * indexes, in transactions of the same pages. The two take turns page by page, so that a busy machine slows both.
 * **ingest-again**: the same pages a second time, of which nothing may change anything.
 */
export async function benchIngest(options: { readonly records?: number } = {}): Promise<readonly Measure[]> {
  const wanted = options.records ?? 1_000_000
  const pages = Math.max(1, Math.round(wanted / RECORDS_PER_PAGE))
  const records = pages * RECORDS_PER_PAGE
  const folder = mkdtempSync(join(tmpdir(), 'topshelf-ingest-'))
  try {
    const opened = openStoreWriter({ dataDir: join(folder, 'store'), nowMs: Date.now })
    if (!opened.ok) throw new Error(opened.message)
    const { store } = opened
    const bare = openBare(join(folder, 'bare.sqlite'))

    let ingestMs = 0
    let bareMs = 0
    const run = store.startRun('prices', 'changes', 0)
    for (let page = 0; page < pages; page += 1) {
      const text = pageText(page)
      const rows = rowsOf(parsed(text, page))
      const land = (): void => {
        ingestMs += timed(() => store.landPricePage(run, parsed(text, page), page))
      }
      const insert = (): void => {
        bareMs += timed(() => bare.insert(rows, page))
      }
      // Whoever comes second finds the caches warm: they take turns at that too.
      for (const step of page % 2 === 0 ? [land, insert] : [insert, land]) step()
    }
    store.finishRun(run, null, 0)

    let againMs = 0
    const again = store.startRun('prices', 'changes', 0)
    for (let page = 0; page < pages; page += 1) {
      const text = pageText(page)
      againMs += timed(() => {
        const change = store.landPricePage(again, parsed(text, page + pages), page + pages)
        if (change.productIds.length > 0) throw new Error(`Page ${page} changed something the second time`)
      })
    }
    store.finishRun(again, null, 0)
    store.close()
    bare.close()

    const perSecond = (ms: number): number => Math.round((records / ms) * 1000)
    const reference = perSecond(bareMs)
    return [measure('ingest', perSecond(ingestMs), reference), measure('ingest-again', perSecond(againMs), reference)]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const measure = (name: string, value: number, reference: number): Measure => ({
  name,
  value,
  unit: 'records/s',
  reference,
  ratio: Number((value / reference).toFixed(3))
})

const timed = (work: () => void): number => {
  const start = performance.now()
  work()
  return performance.now() - start
}

const parsed = (text: string, askedAtMs: number): PricePage => {
  const outcome = parsePricePage(JSON.parse(text), askedAtMs)
  if (!outcome.ok) throw new Error(outcome.reason)
  return outcome.value
}

const guidOf = (product: number): string => `0a73aaf0-a347-4681-9e37-${product.toString(16).padStart(12, '0')}`

/** One page as Cova writes it: 500 products at 4 locations with 6 records each; every tenth record has a sale. */
const pageText = (page: number): string => {
  const products = Array.from({ length: PRODUCTS_PER_PAGE }, (_, at) => {
    const product = page * PRODUCTS_PER_PAGE + at
    const productId = guidOf(product)
    return {
      ChangedProductId: productId,
      Locations: LOCATIONS.map((locationId, place) => ({
        LocationId: locationId,
        Prices: TIERS.map(([tierId, tierName, quantity], rung) => {
          const cents = 600 + ((product * 37 + place * 11 + rung * 503) % 4000)
          const isBad = place === 0 && rung === 1 && at < BAD_PER_PAGE
          return {
            LocationId: locationId,
            FromEntityId: 94447,
            ProductId: productId,
            TierId: tierId,
            TierName: tierName,
            TierQuantity: quantity,
            GroupId: null,
            GroupName: null,
            ShelfId: product % 3 === 0 ? 26 : null,
            ShelfName: product % 3 === 0 ? 'Bottom Shelf' : null,
            Price: isBad ? 'ten dollars' : cents / 100,
            AtTierPrice: quantity === null ? null : Math.round(cents * quantity * 0.9) / 100,
            SalePrices:
              (product + rung) % 10 === 0
                ? [
                    {
                      Id: product,
                      StartDateUtc: '2026-04-20T06:00:00Z',
                      StopDateUtc: '2026-04-23T05:59:00Z',
                      SalePrice: (cents - 100) / 100,
                      AtTierSalePrice: quantity === null ? null : Math.round(cents * quantity * 0.8) / 100
                    }
                  ]
                : [],
            UpdatedDateUtc: '2026-04-18T15:55:00.41Z'
          }
        })
      }))
    }
  })
  return JSON.stringify(products)
}

interface BareRows {
  readonly sets: readonly {
    readonly set: readonly (string | number)[]
    readonly records: readonly (readonly (string | number | null)[])[]
    readonly sales: readonly (readonly (string | number | null)[])[]
  }[]
}

const rowsOf = (page: PricePage): BareRows => ({ sets: page.sets.map(setRowsOf) })

const setRowsOf = (set: PriceSet): BareRows['sets'][number] => {
  const records = inStoredOrder(set.records)
  const { doubled, overlapping } = odditiesOf(records)
  return {
    set: [set.locationId, set.productId, records.length, doubled, overlapping],
    records: records.map(({ fromEntityId, tier, group, shelf, price, atTierPrice, sales }) => [
      fromEntityId,
      tier?.tierId ?? null,
      tier?.name ?? null,
      tier?.quantity ?? null,
      group?.groupId ?? null,
      group?.name ?? null,
      shelf?.shelfId ?? null,
      shelf?.name ?? null,
      price,
      atTierPrice,
      sales.length
    ]),
    sales: records.flatMap((record, ordinal) =>
      record.sales.map((sale, at) => [
        ordinal,
        at,
        sale.salePrice,
        sale.atTierSalePrice,
        sale.startsAtMs,
        sale.stopsAtMs
      ])
    )
  }
}

/** The rate to be measured against: prepared inserts and nothing else. */
const openBare = (
  file: string
): { readonly insert: (rows: BareRows, askedAtMs: number) => void; close: () => void } => {
  const opened = openDatabase({ file, migrations: cacheMigrations, nowMs: 0 })
  if (!opened.ok) throw new Error(opened.message)
  const db: Database.Database = opened.db
  const insertSet = db.prepare(
    'INSERT INTO price_set (location_id, product_id, record_count, doubled_keys, overlapping_sales, asked_at_ms) VALUES (?, ?, ?, ?, ?, ?)'
  )
  const insertRecord = db.prepare(
    `INSERT INTO price_record (${RECORD_COLUMNS}, set_id, ordinal) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  )
  const insertSale = db.prepare(
    'INSERT INTO price_sale (ordinal, sale_ordinal, sale_price, at_tier_sale_price, starts_at_ms, stops_at_ms, set_id) VALUES (?, ?, ?, ?, ?, ?, ?)'
  )
  const insert = db.transaction((rows: BareRows, askedAtMs: number) => {
    for (const { set, records, sales } of rows.sets) {
      const [locationId, productId, count, doubled, overlapping] = set
      const setId = insertSet.run(locationId, productId, count, doubled, overlapping, askedAtMs).lastInsertRowid
      for (let ordinal = 0; ordinal < records.length; ordinal += 1) {
        const row = records[ordinal]
        if (row === undefined) continue
        insertRecord.run(
          row[0],
          row[1],
          row[2],
          row[3],
          row[4],
          row[5],
          row[6],
          row[7],
          row[8],
          row[9],
          row[10],
          setId,
          ordinal
        )
      }
      for (const row of sales) insertSale.run(row[0], row[1], row[2], row[3], row[4], row[5], setId)
    }
  })
  return { insert, close: () => db.close() }
}
