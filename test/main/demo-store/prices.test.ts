import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import {
  callDemoStore,
  type DemoCaller,
  DENVER,
  HAMILTON,
  LOCATION_IDS,
  OTTAWA,
  plainProductOf,
  REGINA,
  type SeenChange,
  START_MS,
  withDemoStore
} from './demo-caller.ts'

const CANADA = 110450
const ONTARIO = 110452

let caller: DemoCaller

beforeAll(async () => {
  caller = await callDemoStore()
})
afterAll(() => caller.store.close())

/** Base prices by location, in the order of LOCATION_IDS. */
function basePricesOf(change: SeenChange | undefined): readonly (readonly [number, number] | null)[] {
  return (change?.Locations ?? []).map(({ Prices }) => {
    const base = Prices.find((price) => price.TierId === null && price.GroupId === null)
    return base === undefined ? null : [base.Price, base.FromEntityId]
  })
}

describe('inheritance (Product Pricing guide, "Product Prices and Inheritance")', () => {
  it('takes the price set lowest in the tree: store before group before division before company', () =>
    withDemoStore(async ({ store, clock, changedPrices }) => {
      const productId = plainProductOf(store)
      store.state.removePrices(productId, null)
      clock.nowMs += 60_000
      const asked = async () => basePricesOf((await changedPrices(clock.nowMs))[0])
      store.state.setPrice(productId, null, '1.00')
      expect(await asked()).toEqual(Array.from({ length: 4 }, () => [1, 110447]))
      store.state.setPrice(productId, CANADA, '1.50')
      expect(await asked()).toEqual([
        [1.5, CANADA],
        [1.5, CANADA],
        [1, 110447],
        [1.5, CANADA]
      ])
      store.state.setPrice(productId, ONTARIO, '3')
      store.state.setPrice(productId, HAMILTON, '2.50')
      expect(await asked()).toEqual([
        [1.5, CANADA],
        [2.5, HAMILTON],
        [1, 110447],
        [3, ONTARIO]
      ])
    }))

  it('inherits each rung by itself, so that a ladder can come from several nodes', () =>
    withDemoStore(async ({ store }) => {
      const { state } = store
      const cedar = productOnShelf(store, 'Cedar shelf')
      state.setPrice(cedar, REGINA, '26.00', { tierId: 2 })
      const ladder = state
        .pricesAt(cedar, REGINA)
        .map((entry) => [entry.tier?.name, entry.fromEntityId, entry.atTierPrice])
      expect(ladder).toContainEqual(['1/8 oz', REGINA, '26.00'])
      expect(ladder).toContainEqual(['1/4 oz', 110447, '47.00'])
    }))
})

describe('changed prices (Product Pricing guide, "All changed prices")', () => {
  it('gives all current prices of a product of which one has changed, at every location, and nothing else', () =>
    withDemoStore(async ({ store, clock, changedPrices }) => {
      const cedar = productOnShelf(store, 'Cedar shelf')
      expect(await changedPrices(clock.nowMs)).toEqual([])
      clock.nowMs += 60_000
      store.state.setPrice(cedar, HAMILTON, '30.00', { tierId: 2 })
      const changed = await changedPrices(clock.nowMs)
      expect(changed.map((change) => change.ChangedProductId.toLowerCase())).toEqual([cedar])
      expect(changed[0]?.Locations.map((entry) => [entry.LocationId, entry.Prices.length])).toEqual(
        LOCATION_IDS.map((locationId) => [locationId, store.state.pricesAt(cedar, locationId).length])
      )
    }))

  it('reaches back to the instant itself, five minutes as well as none', () =>
    withDemoStore(async ({ store, clock, changedPrices }) => {
      const productId = plainProductOf(store)
      clock.nowMs += 60_000
      store.state.setPrice(productId, null, '9.99')
      expect(await changedPrices(clock.nowMs)).toHaveLength(1)
      expect(await changedPrices(clock.nowMs + 1)).toHaveLength(0)
      expect(await changedPrices(clock.nowMs - 300_000)).toHaveLength(1)
    }))

  it('gives everything that has ever had a price to a caller of a store stamped at its start', () =>
    withDemoStore(
      async ({ clock, changedPrices, products }) => {
        expect((await changedPrices(clock.nowMs)).length).toBeGreaterThan(400)
        expect((await products({}, new Date(clock.nowMs).toISOString())).Products).toHaveLength(449)
      },
      { updatedAtStart: true }
    ))

  it('leaves an empty list where a product has no price (figure 10)', () =>
    withDemoStore(async ({ store, clock, changedPrices }) => {
      const productId = plainProductOf(store)
      clock.nowMs += 60_000
      store.state.removePrices(productId, OTTAWA)
      const [change] = await changedPrices(clock.nowMs)
      expect(change?.Locations.map((entry) => entry.Prices.length > 0)).toEqual([true, true, true, false])
      store.state.removePrices(productId, null)
      const [none] = await changedPrices(clock.nowMs)
      expect(none?.Locations.map((entry) => entry.Prices)).toEqual([[], [], [], []])
    }))

  it('asked for one location, gives that location alone, and only what changed there or above it', () =>
    withDemoStore(async ({ store, clock, changedPrices }) => {
      const productId = plainProductOf(store)
      clock.nowMs += 60_000
      store.state.setPrice(productId, REGINA, '8.00')
      expect((await changedPrices(clock.nowMs, REGINA))[0]?.Locations.map((entry) => entry.LocationId)).toEqual([
        REGINA
      ])
      expect(await changedPrices(clock.nowMs, DENVER)).toEqual([])
      store.state.setPrice(productId, null, '7.00')
      expect(await changedPrices(clock.nowMs, DENVER)).toHaveLength(1)
    }))

  it('pages until a page is empty, without a dollar sign', async () => {
    const seen: string[] = []
    for (;;) {
      const page = await caller.changedPrices(0, undefined, `skip=${seen.length}&top=100`)
      if (page.length === 0) break
      seen.push(...page.map((change) => change.ChangedProductId.toLowerCase()))
    }
    expect(seen.length).toBeGreaterThan(400)
    expect(new Set(seen).size).toBe(seen.length)
    const dollars = await caller.changedPrices(0, undefined, '$skip=400&$top=1')
    expect(dollars[0]?.ChangedProductId.toLowerCase()).toBe(seen[0])
  })

  it('writes some product ids in another case than the catalogue does', async () => {
    const changes = await caller.changedPrices(0)
    const ids = changes.map((change) => change.ChangedProductId)
    expect(ids.some((id) => id !== id.toLowerCase())).toBe(true)
    expect(ids.some((id) => id === id.toLowerCase())).toBe(true)
  })
})

describe('editing prices', () => {
  it('keeps AtTierPrice and rounds the unit price up (figures 7 and 11)', () =>
    withDemoStore(async ({ store }) => {
      const cedar = productOnShelf(store, 'Cedar shelf')
      store.state.setPrice(cedar, null, '50.00', { tierId: 10 })
      store.state.setSale(cedar, null, { salePrice: '20.00' }, { tierId: 2 })
      const rung = (tierId: number) =>
        store.state.pricesAt(cedar, REGINA).find((entry) => entry.tier?.tierId === tierId && entry.group === null)
      expect(rung(10)).toMatchObject({ price: '3.58', atTierPrice: '50.00' })
      expect(rung(2)?.sales.at(-1)).toMatchObject({ salePrice: '5.72', atTierSalePrice: '20.00', startsAtMs: null })
    }))

  it('sets a price without touching the sales on it', () =>
    withDemoStore(async ({ store }) => {
      const productId = plainProductOf(store)
      store.state.setSale(productId, null, { salePrice: '4.00' })
      store.state.setPrice(productId, null, '6.00')
      const [base] = store.state.pricesAt(productId, REGINA)
      expect([base?.price, base?.sales.map((sale) => sale.salePrice)]).toEqual(['6.00', ['4.00']])
    }))

  it('has one default sale at most, and no dated ones that overlap', () =>
    withDemoStore(async ({ store, clock, changedPrices }) => {
      const productId = plainProductOf(store)
      const hour = 3_600_000
      const sale = (salePrice: string, from: number, to: number) =>
        store.state.setSale(productId, null, {
          salePrice,
          startsAtMs: START_MS + from * hour,
          stopsAtMs: START_MS + to * hour
        })
      store.state.setSale(productId, null, { salePrice: '4.00' })
      store.state.setSale(productId, null, { salePrice: '3.90' })
      sale('3.50', 1, 2)
      sale('3.40', 2, 3)
      sale('3.30', 2.5, 4)
      const [change] = await changedPrices(clock.nowMs)
      expect(change?.Locations[0]?.Prices[0]?.SalePrices).toEqual([
        { Id: expect.any(Number), StartDateUtc: null, StopDateUtc: null, SalePrice: 3.9, AtTierSalePrice: null },
        {
          Id: expect.any(Number),
          StartDateUtc: '2026-06-12T23:20:00.123Z',
          StopDateUtc: '2026-06-13T00:20:00.123Z',
          SalePrice: 3.5,
          AtTierSalePrice: null
        },
        {
          Id: expect.any(Number),
          StartDateUtc: '2026-06-13T00:50:00.123Z',
          StopDateUtc: '2026-06-13T02:20:00.123Z',
          SalePrice: 3.3,
          AtTierSalePrice: null
        }
      ])
      store.state.endSale(productId, REGINA)
      const atRegina = store.state.pricesAt(productId, REGINA)[0]
      expect([atRegina?.sales, atRegina?.fromEntityId]).toEqual([[], REGINA])
      expect(store.state.pricesAt(productId, OTTAWA)[0]?.sales).toHaveLength(3)
      store.state.endSale(productId, null)
      expect(store.state.pricesAt(productId, OTTAWA)[0]?.sales).toEqual([])
    }))

  it('throws on an id or an amount that makes no sense', () =>
    withDemoStore(async ({ store }) => {
      const productId = plainProductOf(store)
      expect(() => store.state.setPrice('nothing', null, '1.00')).toThrow('no product')
      expect(() => store.state.setPrice(productId, 5, '1.00')).toThrow('no node')
      expect(() => store.state.setPrice(productId, null, 'a lot')).toThrow('not a decimal')
      expect(() => store.state.setPrice(productId, null, '1.00', { tierId: 99 })).toThrow('no tier')
      expect(() => store.state.setSale(productId, null, { salePrice: '1' }, { groupId: 700 })).toThrow('no such price')
      expect(() => store.state.setStock(productId, 5, '1')).toThrow('no location')
    }))
})

function productOnShelf(store: DemoStore, name: string): string {
  const found = store.state.products.find(
    ({ productId }) => store.state.pricesAt(productId, REGINA)[0]?.shelf?.name === name
  )
  if (found === undefined) throw new Error(`no product on ${name}`)
  return found.productId
}
