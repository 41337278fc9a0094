import type { CataloguePage, PricePage, RejectedRecord } from '../cova/records.ts'
import { beat } from '../engine/heartbeat.ts'
import type { CatalogueListsLanding } from './catalogue-lists-landing.ts'
import type { PriceLanding, StoredSet } from './price-landing.ts'
import { uniqueSets } from './price-landing.ts'
import type { ProductLanding } from './product-landing.ts'
import { uniqueProducts } from './product-landing.ts'
import type { Quarantine } from './quarantine.ts'
import type { RunNotes } from './run-notes.ts'
import type { StoreChange } from './store.types.ts'
import type { SyncLog } from './sync-log.ts'
import type { SyncRun } from './sync-run.ts'

/** Landing of the feeds that come in pages. Each method runs inside the caller's transaction. */
export interface PageLanding {
  readonly cataloguePage: (run: SyncRun, page: CataloguePage, atMs: number) => StoreChange
  readonly pricePage: (run: SyncRun, page: PricePage, atMs: number) => StoreChange
}

export const pageLandingOf = (parts: {
  readonly products: ProductLanding
  readonly prices: PriceLanding
  readonly lists: CatalogueListsLanding
  readonly notes: RunNotes
  readonly quarantine: Quarantine
  readonly log: SyncLog
  readonly noteFirstSeen: (productIds: readonly string[], atMs: number) => void
}): PageLanding => {
  const { products, prices, lists, notes, quarantine, log, noteFirstSeen } = parts

  /** Prices of a catalogue product: at a location that is not among them there are none any more. */
  const landProductPrices = (run: SyncRun, entry: CataloguePage['prices'][number], page: CataloguePage): boolean => {
    const stored = new Map(prices.storedSets(entry.productId).map((set) => [set.locationId, set]))
    let changed = false
    for (const set of uniqueSets(entry.sets)) {
      const before = stored.get(set.locationId) ?? null
      if (prices.landSet(set, before, page.askedAtMs)) changed = true
      if (before !== null && run.kind === 'full') notes.unnoteAbsent(run.runId, before.setId)
      stored.delete(set.locationId)
    }
    quarantine.pricesLandedWell(
      entry.productId,
      entry.sets.map((set) => set.locationId),
      page.rejected
    )
    if ((entry.unplacedCount ?? 0) > 0) return changed
    for (const set of stored.values()) {
      if (run.kind === 'full') {
        if (set.recordCount > 0) notes.noteAbsent(run.runId, set.setId, page.askedAtMs)
      } else if (prices.emptySet(set, page.askedAtMs)) changed = true
    }
    return changed
  }

  const landCataloguePage = (run: SyncRun, page: CataloguePage, atMs: number): StoreChange => {
    const changed = new Set<string>()
    const newIds: string[] = []
    const unique = uniqueProducts(page.products)
    for (const product of unique) {
      beat()
      const landed = products.land(product, page.askedAtMs)
      if (landed.changed) changed.add(product.productId)
      if (landed.isNew) newIds.push(product.productId)
    }
    for (const entry of page.prices) {
      beat()
      if (landProductPrices(run, entry, page)) changed.add(entry.productId)
    }
    const ratesChanged = lists.landTaxRates(page.taxRates, page.askedAtMs)
    for (const productId of lists.landClassifications(page.classifications)) changed.add(productId)
    if (run.kind === 'full') {
      notes.see(run.runId, 'product', page.presentProductIds)
      notes.see(
        run.runId,
        'product',
        unique.map((product) => product.productId)
      )
      const rejectedIds = (kind: RejectedRecord['kind']): readonly string[] =>
        page.rejected.filter((record) => record.kind === kind).map((record) => record.key)
      notes.see(run.runId, 'tax-rate', [...page.taxRates.map((rate) => rate.taxRateId), ...rejectedIds('tax-rate')])
      notes.see(run.runId, 'classification', [
        ...page.classifications.map((one) => one.classificationId),
        ...rejectedIds('classification').map(Number).filter(Number.isSafeInteger)
      ])
    }
    const { rejected } = page
    quarantine.landedWell(
      'product',
      unique.map((product) => product.productId),
      rejected
    )
    quarantine.landedWell(
      'tax-rate',
      page.taxRates.map((rate) => rate.taxRateId),
      rejected
    )
    quarantine.landedWell(
      'classification',
      page.classifications.map((one) => String(one.classificationId)),
      rejected
    )
    quarantine.add(rejected, atMs)
    log.countPage(run.runId, page.count, changed.size, rejected.length)
    // Last, so that a failed page leaves no trace; and first to be committed, so that no product goes without its date.
    if (newIds.length > 0) noteFirstSeen(newIds, atMs)
    return { productIds: [...changed], promotions: false, locations: ratesChanged }
  }

  const landPricePage = (run: SyncRun, page: PricePage, atMs: number): StoreChange => {
    const changed = new Set<string>()
    let productId: string | null = null
    let stored: ReadonlyMap<number, StoredSet> = new Map()
    for (const set of uniqueSets(page.sets)) {
      beat()
      // The locations of a product come together, and are looked up together.
      if (set.productId !== productId) {
        productId = set.productId
        stored = new Map(prices.storedSets(productId).map((one) => [one.locationId, one]))
      }
      if (prices.landSet(set, stored.get(set.locationId) ?? null, page.askedAtMs)) changed.add(productId)
      if (quarantine.mayHoldPricesOf(set.productId)) {
        quarantine.pricesLandedWell(set.productId, [set.locationId], page.rejected)
      }
    }
    quarantine.add(page.rejected, atMs)
    log.countPage(run.runId, page.count, changed.size, page.rejected.length)
    return { productIds: [...changed], promotions: false, locations: false }
  }

  return { cataloguePage: landCataloguePage, pricePage: landPricePage }
}
