import { randomInt } from 'node:crypto'
import type Database from 'better-sqlite3'
import type { TaxRate } from '../../domain/tax/tax-rate.ts'
import { taxRateOf, type TaxRateRow } from './fact-rows.ts'

/** By what a register may call a product. */
export interface ProductCodes {
  readonly productId: string
  readonly name: string
  readonly skus: readonly string[]
  readonly upcs: readonly string[]
}

/** A check that is kept: figures, and nothing of the lines. */
export interface KeptCheck {
  readonly atMs: number
  readonly locationId: number
  readonly source: 'typed' | 'report'
  /** Of what was checked: the same receipt or file again takes the earlier check's place. */
  readonly fingerprint: string
  /** Lines that were put beside the board or could not be. */
  readonly lines: number
  readonly agreed: number
  readonly differed: number
  readonly unchecked: number
  readonly malformed: number
  /** Sums of what was charged beyond the board and below it. */
  readonly over: string
  readonly under: string
}

/** A sample that was fetched again; `error` where it could not be. */
export interface SampleRun {
  readonly atMs: number
  readonly isNightly: boolean
  readonly checked: number
  readonly differed: number
  readonly error: string | null
}

/** What a product said when it was last fetched again. */
export interface SampledProduct {
  readonly productId: string
  readonly locationId: number
  readonly atMs: number
  readonly differed: boolean
}

/** What the register check reads of the catalogue, and keeps of its findings in `keep.sqlite`. */
export interface RegisterRecords {
  /** Every product, archived ones too: they may have been sold before. */
  readonly productCodes: () => readonly ProductCodes[]
  readonly taxRatesAt: (locationId: number) => readonly TaxRate[]
  /** Answers when the check whose place it takes was made; null where there was none. */
  readonly keepCheck: (check: KeptCheck) => { readonly checkId: number; readonly replacedAtMs: number | null }
  readonly forgetCheck: (checkId: number) => void
  /** Lines and agreeing lines since an instant. */
  readonly checkedSince: (sinceMs: number) => { readonly lines: number; readonly agreed: number }
  readonly keepSample: (run: SampleRun, products: readonly SampledProduct[]) => void
  readonly lastSample: () => SampleRun | null
  readonly lastSampleOf: (productId: string, locationId: number) => SampledProduct | null
  /** When each product was last fetched again, at any location. */
  readonly sampledAtMs: () => ReadonlyMap<string, number>
  /** Names of the products that differed in the sample of an instant. */
  readonly differing: (sampleAtMs: number) => readonly { readonly name: string; readonly locationId: number }[]
  readonly drop: (olderThanMs: number) => void
}

/** What `randomInt` can span. */
const MOST_CHECK_ID = 2 ** 48 - 1

export const prepareRegisterRecords = (cache: Database.Database, keep: Database.Database): RegisterRecords => {
  const products = cache.prepare<[], { readonly productId: string; readonly name: string }>(
    'SELECT product_id AS productId, name FROM product'
  )
  const skus = cache
    .prepare<[], readonly [string, string]>('SELECT product_id, sku FROM product_sku WHERE sku IS NOT NULL')
    .raw()
  const upcs = cache.prepare<[], readonly [string, string]>('SELECT product_id, upc FROM product_upc').raw()
  const ratesAt = cache.prepare<[number], TaxRateRow>(
    `SELECT t.tax_rate_id AS taxRateId, t.name, t.display_name AS displayName, t.kind, t.rate, t.layer,
       t.calculated_on AS calculatedOn
     FROM tax_rate_location l JOIN tax_rate t ON t.tax_rate_id = l.tax_rate_id WHERE l.location_id = ?`
  )
  const nameOf = cache.prepare<[string], string>('SELECT name FROM product WHERE product_id = ?').pluck()
  const addCheck = keep.prepare(
    `INSERT INTO register_check (check_id, at_ms, location_id, source, fingerprint, lines, agreed, differed, unchecked,
       malformed, over, under) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  )
  const dropSame = keep
    .prepare<[number, string, string], number>(
      'DELETE FROM register_check WHERE location_id = ? AND source = ? AND fingerprint = ? RETURNING at_ms'
    )
    .pluck()
  const dropCheck = keep.prepare('DELETE FROM register_check WHERE check_id = ?')
  const since = keep.prepare<[number], { readonly lines: number; readonly agreed: number }>(
    `SELECT coalesce(sum(agreed + differed), 0) AS lines, coalesce(sum(agreed), 0) AS agreed
     FROM register_check WHERE at_ms >= ?`
  )
  const addRun = keep.prepare(
    'INSERT INTO sample_run (at_ms, nightly, checked, differed, error) VALUES (?, ?, ?, ?, ?)'
  )
  const putSampled = keep.prepare(
    `INSERT INTO sample_product (product_id, location_id, at_ms, differed) VALUES (?, ?, ?, ?)
     ON CONFLICT (product_id, location_id) DO UPDATE SET at_ms = excluded.at_ms, differed = excluded.differed`
  )
  const lastRun = keep.prepare<[], Omit<SampleRun, 'isNightly'> & { readonly nightly: number }>(
    'SELECT at_ms AS atMs, nightly, checked, differed, error FROM sample_run ORDER BY run_id DESC LIMIT 1'
  )
  const sampled = keep.prepare<[string, number], { readonly atMs: number; readonly differed: number }>(
    'SELECT at_ms AS atMs, differed FROM sample_product WHERE product_id = ? AND location_id = ?'
  )
  const sampledAt = keep
    .prepare<[], readonly [string, number]>('SELECT product_id, max(at_ms) FROM sample_product GROUP BY product_id')
    .raw()
  const differing = keep.prepare<[number], { readonly productId: string; readonly locationId: number }>(
    `SELECT product_id AS productId, location_id AS locationId FROM sample_product
     WHERE differed = 1 AND at_ms = ? ORDER BY location_id, product_id`
  )
  const dropChecks = keep.prepare('DELETE FROM register_check WHERE at_ms < ?')
  const dropRuns = keep.prepare('DELETE FROM sample_run WHERE at_ms < ?')

  const readCodes = cache.transaction((): readonly ProductCodes[] => {
    const grouped = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, readonly string[]> => {
      const groups = new Map<string, string[]>()
      for (const [productId, code] of pairs) {
        const group = groups.get(productId)
        if (group === undefined) groups.set(productId, [code])
        else group.push(code)
      }
      return groups
    }
    const bySku = grouped(skus.all())
    const byUpc = grouped(upcs.all())
    return products.all().map(({ productId, name }) => ({
      productId,
      name,
      skus: bySku.get(productId) ?? [],
      upcs: byUpc.get(productId) ?? []
    }))
  })
  const keepCheck = keep.transaction((check: KeptCheck) => {
    const { atMs, locationId, source, fingerprint, lines, agreed, differed, unchecked, malformed, over, under } = check
    const replacedAtMs = dropSame.all(locationId, source, fingerprint).at(-1) ?? null
    const figures = [lines, agreed, differed, unchecked, malformed, over, under]
    // SQLite gives an id that was dropped to the next: a page that is still open would take another's check out.
    const checkId = randomInt(1, MOST_CHECK_ID)
    addCheck.run(checkId, atMs, locationId, source, fingerprint, ...figures)
    return { checkId, replacedAtMs }
  })
  const keepSample = keep.transaction((run: SampleRun, found: readonly SampledProduct[]) => {
    addRun.run(run.atMs, run.isNightly ? 1 : 0, run.checked, run.differed, run.error)
    for (const { productId, locationId, atMs, differed } of found)
      putSampled.run(productId, locationId, atMs, differed ? 1 : 0)
  })
  return {
    productCodes: readCodes,
    taxRatesAt: (locationId) => ratesAt.all(locationId).map(taxRateOf),
    keepCheck: (check) => keepCheck.immediate(check),
    forgetCheck: (checkId) => void dropCheck.run(checkId),
    checkedSince: (sinceMs) => since.get(sinceMs) ?? { lines: 0, agreed: 0 },
    keepSample: (run, found) => keepSample.immediate(run, found),
    lastSample: () => {
      const run = lastRun.get()
      if (run === undefined) return null
      const { nightly, ...rest } = run
      return { ...rest, isNightly: nightly === 1 }
    },
    lastSampleOf: (productId, locationId) => {
      const row = sampled.get(productId, locationId)
      return row === undefined ? null : { productId, locationId, atMs: row.atMs, differed: row.differed === 1 }
    },
    sampledAtMs: () => new Map(sampledAt.all()),
    differing: (sampleAtMs) =>
      differing
        .all(sampleAtMs)
        .map(({ productId, locationId }) => ({ name: nameOf.get(productId) ?? productId, locationId })),
    drop: (olderThanMs) => {
      dropChecks.run(olderThanMs)
      dropRuns.run(olderThanMs)
    }
  }
}
