import type { LocationFacts, ProductFacts } from '../../domain/board/board-facts.ts'
import { SAMPLE_BLOCK } from '../../domain/parity/sample-plan.ts'
import type { CovaFailure } from '../cova/cova-failure.ts'
import type { SampledProduct } from '../store/register-records.ts'
import type { PassHost } from './feed-passes.ts'

/** What changed so recently that its feed need not have brought it yet is no difference. */
const FRESH_MS = 10 * 60_000
const PRICE_TOP = 500

export type SampleResult =
  | {
      readonly ok: true
      /** Every product at every location that was compared. */
      readonly products: readonly SampledProduct[]
      /** Different products among them. */
      readonly checked: number
      readonly differed: number
    }
  | { readonly ok: false; readonly failure: CovaFailure }

/**
 * Fetches products afresh, as they stand in Cova's catalogue from each of these places on, compares their prices and tax
 * rates with what is stored, and lands what came: what differed is right from then on.
 */
export async function passSample(
  host: PassHost,
  skips: readonly number[],
  locations: readonly LocationFacts[],
  onPage: (skip: number, productIds: readonly string[]) => void,
  signal: AbortSignal
): Promise<SampleResult> {
  const { client, store, clock } = host
  const found: SampledProduct[] = []
  const fresh = new Set<string>()
  /** The others have no price anywhere: they were asked for, and there was nothing to compare. */
  const sold = new Set<string>()
  const startedAtMs = clock.nowMs()
  for (const skip of skips) {
    const askedAtMs = host.steadyMs()
    const reply = await client.fetchCataloguePage({ skip, top: SAMPLE_BLOCK, changedSinceMs: null }, signal)
    clock.learn(client.clockOffsetMs(), client.clockReadings())
    if (!reply.ok) return reply
    const page = reply.value
    onPage(skip, page.presentProductIds)
    const productIds = page.products.map(({ productId }) => productId)
    for (const { productId, updatedAtMs } of page.products)
      if (updatedAtMs !== null && updatedAtMs >= startedAtMs - FRESH_MS) fresh.add(productId)
    const before = pricesOf(host, locations, productIds)
    const runId = store.startRun('catalogue', 'changes', clock.nowMs())
    const change = store.landCataloguePage(runId, { ...page, askedAtMs }, clock.nowMs())
    store.closeRun(runId, clock.nowMs())
    host.onChange(change)
    const after = pricesOf(host, locations, productIds)
    for (const { locationId } of locations)
      for (const productId of productIds) {
        const key = `${locationId} ${productId}`
        const [was, is] = [before.get(key), after.get(key)]
        if (was !== undefined || is !== undefined) sold.add(productId)
        found.push({ productId, locationId, atMs: startedAtMs, differed: was !== is })
      }
  }
  if (found.some(({ differed }) => differed)) {
    const changed = await client.fetchPricePage({ asOfMs: startedAtMs - FRESH_MS, skip: 0, top: PRICE_TOP }, signal)
    if (!changed.ok) return changed
    for (const { productId } of changed.value.sets) fresh.add(productId)
  }
  const products = found.map((one) => ({ ...one, differed: one.differed && !fresh.has(one.productId) }))
  return {
    ok: true,
    products,
    checked: sold.size,
    differed: new Set(products.flatMap(({ productId, differed }) => (differed ? [productId] : []))).size
  }
}

/** What decides a price, as text, by location and product. */
function pricesOf(
  { store }: PassHost,
  locations: readonly LocationFacts[],
  productIds: readonly string[]
): ReadonlyMap<string, string> {
  const prices = new Map<string, string>()
  for (const { locationId } of locations)
    for (const product of store.someProductsAt(locationId, productIds))
      prices.set(`${locationId} ${product.productId}`, textOf(product))
  return prices
}

function textOf({ records, taxRates }: ProductFacts): string {
  return JSON.stringify([records, taxRates])
}
