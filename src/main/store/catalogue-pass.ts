import type Database from 'better-sqlite3'
import { beat } from '../engine/heartbeat.ts'
import type { CatalogueListsLanding } from './catalogue-lists-landing.ts'
import type { HeldRemovals } from './held-removals.ts'
import type { PriceLanding } from './price-landing.ts'
import type { ProductLanding } from './product-landing.ts'
import type { RunNotes } from './run-notes.ts'

/** A full catalogue pass that saw its last page; times are the server's when its first and last page were asked for. */
export interface CataloguePass {
  readonly runId: number
  readonly firstAskedAtMs: number
  readonly lastAskedAtMs: number
  /** False when a product came whose id could not be read: then nobody can say which ones are missing. */
  readonly isComplete: boolean
}

/** SQL of a product that a board may show (contract: only active, unarchived ones). */
export const SHOWABLE = "p.life_cycle = 'Active' AND p.is_archived = 0"

interface Leaving {
  readonly productId: string
  readonly locationId: number
  readonly setId: number
}

/** Ends a full catalogue pass: what it no longer has leaves, behind the guard. Runs inside the caller's transaction. */
export const prepareCataloguePassEnd = (
  db: Database.Database,
  parts: {
    readonly products: ProductLanding
    readonly prices: PriceLanding
    readonly lists: CatalogueListsLanding
    readonly notes: RunNotes
    readonly held: HeldRemovals
  }
): ((pass: CataloguePass, atMs: number) => { readonly productIds: readonly string[]; readonly heldBack: boolean }) => {
  const { products, prices, lists, notes, held } = parts
  const unseenProducts = db
    .prepare<[number], string>(
      `SELECT product_id FROM product
       WHERE product_id NOT IN (SELECT key FROM run_seen WHERE run_id = ? AND kind = 'product')`
    )
    .pluck()
  const unseenPriced = db
    .prepare<[number], string>(
      `SELECT DISTINCT product_id FROM price_set
       WHERE record_count > 0 AND product_id NOT IN (SELECT product_id FROM product)
         AND product_id NOT IN (SELECT key FROM run_seen WHERE run_id = ? AND kind = 'product')`
    )
    .pluck()
  const isShowable = db.prepare<[string]>(`SELECT 1 FROM product p WHERE p.product_id = ? AND ${SHOWABLE}`).pluck()
  const shownCounts = db
    .prepare<[], readonly [number, number]>(
      `SELECT s.location_id, count(*) FROM price_set s JOIN product p ON p.product_id = s.product_id
       WHERE s.record_count > 0 AND ${SHOWABLE} GROUP BY s.location_id`
    )
    .raw()
  const unusedRates = db
    .prepare<[number], string>(
      `SELECT tax_rate_id FROM tax_rate
       WHERE tax_rate_id NOT IN (SELECT tax_rate_id FROM product_tax_rate)
         AND tax_rate_id NOT IN (SELECT key FROM run_seen WHERE run_id = ? AND kind = 'tax-rate')`
    )
    .pluck()

  const storedPlaces = (productId: string): readonly Leaving[] => {
    beat()
    return prices
      .storedSets(productId)
      .filter((set) => set.recordCount > 0)
      .map((set) => ({ productId, locationId: set.locationId, setId: set.setId }))
  }

  const dropUnusedLists = (runId: number): readonly string[] => {
    for (const taxRateId of unusedRates.all(runId)) lists.removeTaxRate(taxRateId)
    return lists.dropClassifications(runId)
  }

  const emptyPlace = (place: Leaving, askedAtMs: number): boolean => {
    const stored = prices.storedSet(place.productId, place.locationId)
    return stored !== null && prices.emptySet(stored, Math.max(askedAtMs, prices.knownAtMs(stored)))
  }

  return (pass, atMs) => {
    if (!pass.isComplete) return { productIds: [], heldBack: false }
    const changed = new Set<string>()

    // Landed later than the pass began, by another feed: not missing, only new.
    const missing = unseenProducts
      .all(pass.runId)
      .filter((productId) => (products.knownAtMs(productId) ?? Infinity) <= pass.firstAskedAtMs)
    const absent = notes.absentSets(pass.runId).filter((one) => {
      const stored = prices.storedSet(one.productId, one.locationId)
      return stored !== null && prices.knownAtMs(stored) <= one.askedAtMs
    })

    const leaving = [...missing.flatMap(storedPlaces), ...absent]
    const showable = new Set(
      [...new Set(leaving.map((one) => one.productId))].filter((productId) => isShowable.get(productId) !== undefined)
    )
    const shownLeaving = leaving.filter((one) => showable.has(one.productId))
    const placeOf = new Map(shownLeaving.map((one) => [`${one.locationId}/${one.productId}`, one]))
    const byLocation = new Map<number, string[]>()
    for (const { locationId, productId } of shownLeaving) {
      const keys = byLocation.get(locationId)
      if (keys === undefined) byLocation.set(locationId, [productId])
      else keys.push(productId)
    }
    const shown = new Map(shownCounts.all())
    const verdicts = held.judge(
      'catalogue',
      [...byLocation].map(([locationId, keys]) => ({ locationId, keys, shown: shown.get(locationId) ?? 0 })),
      atMs
    )

    const kept = new Set(verdicts.flatMap((verdict) => verdict.held))
    for (const { locationId, removed } of verdicts) {
      for (const productId of removed) {
        const place = placeOf.get(`${locationId}/${productId}`)
        if (place !== undefined && emptyPlace(place, pass.lastAskedAtMs)) changed.add(productId)
      }
    }
    for (const place of leaving) {
      beat()
      if (!showable.has(place.productId)) emptyPlace(place, pass.lastAskedAtMs)
    }
    for (const productId of missing) {
      beat()
      if (kept.has(productId)) continue
      products.remove(productId, pass.lastAskedAtMs)
      changed.add(productId)
    }
    // Prices of products that no catalogue page knows.
    for (const productId of unseenPriced.all(pass.runId)) {
      for (const stored of prices.storedSets(productId)) {
        if (prices.knownAtMs(stored) <= pass.firstAskedAtMs) prices.emptySet(stored, pass.lastAskedAtMs)
      }
    }
    for (const productId of dropUnusedLists(pass.runId)) changed.add(productId)
    return { productIds: [...changed], heldBack: kept.size > 0 }
  }
}
