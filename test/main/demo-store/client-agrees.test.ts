import { describe, expect, it } from 'vitest'
import { createCovaClient } from '../../../src/main/cova/cova-client.ts'
import { readPromotionTerms, type WrittenTerms } from '../../../src/domain/promotion/promotion-terms.ts'
import type { CovaClient } from '../../../src/main/cova/cova-client.types.ts'
import type { CovaResult } from '../../../src/main/cova/cova-failure.ts'
import type { CataloguePage, PricePage, RejectedRecord } from '../../../src/main/cova/records.ts'
import type { DemoStore, DemoStoreOptions } from '../../../src/main/demo-store/demo-store.types.ts'
import { START_MS, withDemoStore } from './demo-caller.ts'

function clientOf(store: DemoStore): CovaClient {
  return createCovaClient({ apiUrl: store.url, tokenUrl: store.tokenUrl, ...store.credentials })
}

function valueOf<T>(result: CovaResult<T>): T {
  if (!result.ok) throw new Error(result.failure.message)
  return result.value
}

async function cataloguePages(client: CovaClient): Promise<readonly CataloguePage[]> {
  const pages: CataloguePage[] = []
  for (let skip = 0; ;) {
    const page = valueOf(await client.fetchCataloguePage({ skip, top: 200, changedSinceMs: null }))
    if (page.count === 0) return pages
    pages.push(page)
    skip += page.count
  }
}

async function pricePages(client: CovaClient): Promise<readonly PricePage[]> {
  const pages: PricePage[] = []
  for (let skip = 0; ;) {
    const page = valueOf(await client.fetchPricePage({ asOfMs: 0, skip, top: 200 }))
    if (page.count === 0) return pages
    pages.push(page)
    skip += page.count
  }
}

describe.each<readonly [string, DemoStoreOptions]>([
  ['as it starts', {}],
  ['with small pages that overlap, and tax pricing as an array', { pageCap: 90, overlap: 4, taxPricingAsArray: true }]
])('the client finds nothing to reject in the demo store %s', (_, options) => {
  it('on any feed, after it has lived for a while', () =>
    withDemoStore(async ({ store, clock }) => {
      const client = clientOf(store)
      for (let move = 0; move < 300; move++) {
        clock.nowMs += 10_000
        store.tick()
      }
      const [locations, tree, promotions, full, taxes] = [
        valueOf(await client.fetchLocations()),
        valueOf(await client.fetchTree()),
        valueOf(await client.fetchPromotions()),
        valueOf(await client.fetchFullPromotions()),
        valueOf(await client.fetchTaxPricing())
      ]
      const catalogue = await cataloguePages(client)
      const prices = await pricePages(client)
      const rejected: readonly RejectedRecord[] = [
        locations,
        tree,
        promotions,
        full,
        taxes,
        ...catalogue,
        ...prices
      ].flatMap((reply) => reply.rejected)
      expect(rejected).toEqual([])
      expect(locations.locations).toHaveLength(4)
      expect(tree.nodes).toHaveLength(11)
      expect(promotions.promotions).toHaveLength(25)
      expect(full.promotions).toHaveLength(25)
      for (const { name, terms } of full.promotions)
        expect([name, readPromotionTerms(JSON.parse(terms) as WrittenTerms).ok]).toEqual([name, true])
      expect(taxes.configurations).toHaveLength(3)

      const active = store.state.products.filter((product) => product.lifeCycle === 'Active')
      const products = new Map(
        catalogue.flatMap((page) => page.products).map((product) => [product.productId, product])
      )
      for (const { productId, name } of active) expect(products.get(productId)?.name).toBe(name)

      const sets = new Map(
        prices.flatMap((page) => page.sets).map((set) => [`${set.productId}/${set.locationId}`, set])
      )
      for (const { productId } of active) {
        for (const { Id } of store.state.locations) {
          const records = sets.get(`${productId}/${Id}`)?.records ?? []
          expect(records.map((record) => [record.fromEntityId, Number(record.price)])).toEqual(
            store.state.pricesAt(productId, Id).map((entry) => [entry.fromEntityId, Number(entry.price)])
          )
        }
      }
      expect(clock.nowMs).toBe(START_MS + 3_000_000)
    }, options))
})
