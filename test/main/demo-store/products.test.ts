import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  callDemoStore,
  type DemoCaller,
  HAMILTON,
  msOf,
  plainProductOf,
  REGINA,
  type SeenCatalogue,
  type SeenProduct,
  START_MS,
  withDemoStore
} from './demo-caller.ts'

let caller: DemoCaller
let all: SeenCatalogue

beforeAll(async () => {
  caller = await callDemoStore()
  all = await caller.products()
})
afterAll(() => caller.store.close())

function idsOf(products: readonly SeenProduct[]): readonly string[] {
  return products.map((product) => product.ProductId)
}

describe('paging', () => {
  it('gives every product once, page after page, until a page is empty', async () => {
    const seen: string[] = []
    let pages = 0
    for (;;) {
      const { Products } = await caller.products({ Skip: seen.length, Top: 60 })
      if (Products.length === 0) break
      pages++
      seen.push(...idsOf(Products))
    }
    expect(pages).toBe(Math.ceil(all.Products.length / 60))
    expect(seen).toEqual(idsOf(all.Products))
    expect(new Set(seen).size).toBe(seen.length)
  })

  it('caps a page below Top, and repeats entries across pages when told to', () =>
    withDemoStore(
      async ({ products }) => {
        const first = await products({ Top: 500 })
        const second = await products({ Skip: 50, Top: 500 })
        expect(first.Products).toHaveLength(50)
        expect(idsOf(second.Products).slice(0, 3)).toEqual(idsOf(first.Products).slice(-3))
        expect((await products({ Skip: 449, Top: 500 })).Products).toEqual([])
      },
      { pageCap: 50, overlap: 3 }
    ))

  it('lists with each page what its products refer to', async () => {
    const page = await caller.products({ Top: 3 })
    const applicable = new Set(page.Products.flatMap((product) => product.ApplicableTaxRates ?? []).map(lower))
    expect(new Set(page.TaxRates?.map((rate) => rate.Id.toLowerCase()))).toEqual(applicable)
    expect(new Set(page.Classifications?.map((entry) => entry.Id))).toEqual(
      new Set(page.Products.map((product) => product.ClassificationId).filter((id) => id !== null))
    )
  })
})

describe('what is included', () => {
  it('leaves out what was not asked for', async () => {
    const bare = await caller.products({
      IncludeProductSkusAndUpcs: false,
      IncludeProductSpecifications: false,
      IncludeClassifications: false,
      IncludeProductAssets: false,
      IncludeAvailability: false,
      IncludePackageDetails: false,
      IncludePricing: false,
      IncludeTaxes: false,
      Top: 1
    })
    expect([bare.Packages, bare.TaxRates, bare.Classifications]).toEqual([null, null, null])
    expect(bare.Products[0]).toMatchObject({
      SupplierSkus: null,
      Upcs: null,
      ProductSpecifications: null,
      Availability: null,
      Prices: null,
      ApplicableTaxRates: null,
      Assets: null
    })
  })

  it('has cost fields, which no client may keep', () => {
    const stock = all.Products.flatMap((product) => product.Availability ?? [])
    expect(stock.length).toBeGreaterThan(1000)
    expect(stock.every((entry) => entry.UnitCost > 0)).toBe(true)
    expect(all.Packages?.every((entry) => entry.UnitCost > 0)).toBe(true)
  })

  it('leaves only active life cycles without IncludeAllLifecycles', async () => {
    const { Products } = await caller.products({ IncludeAllLifecycles: false })
    expect(Products.every((product) => product.LifeCycle === 'Active')).toBe(true)
    const left = all.Products.filter((product) => product.LifeCycle !== 'Active')
    expect(Products.length).toBe(all.Products.length - left.length)
    expect(new Set(left.map((product) => product.LifeCycle))).toEqual(new Set(['Discontinued', 'Archived']))
  })

  it('keeps stock and prices of one location, selling rooms only, in stock only', async () => {
    const here = await caller.products({ LocationId: HAMILTON })
    expect(here.Products.length).toBe(all.Products.length)
    const stock = here.Products.flatMap((product) => product.Availability ?? [])
    expect(new Set(stock.map((entry) => entry.LocationId))).toEqual(new Set([HAMILTON]))
    const prices = here.Products.flatMap((product) => product.Prices ?? [])
    expect(new Set(prices.map((price) => price.LocationId))).toEqual(new Set([HAMILTON]))
    expect(here.TaxRates?.every((rate) => rate.Locations.includes(HAMILTON))).toBe(true)

    const selling = await caller.products({ LocationId: HAMILTON, SellingRoomOnly: true })
    expect(
      selling.Products.flatMap((product) => product.Availability ?? []).every((entry) => entry.IsSellingRoom)
    ).toBe(true)

    const inStock = await caller.products({ LocationId: HAMILTON, SellingRoomOnly: true, InStockOnly: true })
    expect(idsOf(inStock.Products)).toEqual(idsOf(selling.Products.filter((product) => quantityOf(product) > 0)))
    expect(inStock.Products.length).toBeLessThan(selling.Products.length)
  })

  it('resolves inheritance, and says where a price was set', () => {
    const nodes = new Set(all.Products.flatMap((product) => product.Prices ?? []).map((price) => price.FromEntityId))
    expect([...nodes].sort()).toEqual([110447, 110450, 110451, 110452, 110453, 110460, 110461, 110501])
  })
})

describe('changed since', () => {
  it('gives products updated at or after the instant, however fine it is written', () =>
    withDemoStore(async ({ store, clock, products }) => {
      const productId = plainProductOf(store)
      expect((await products({}, '2026-06-12T22:20:00.12Z')).Products).toEqual([])
      clock.nowMs += 60_000
      store.state.setStock(productId, REGINA, '0')
      const changedAt = '2026-06-12T22:21:00.123'
      for (const asOf of [`${changedAt}Z`, `${changedAt}0000Z`, '2026-06-12T22:21:00.12Z', '2026-06-12T22:21:00']) {
        expect(idsOf((await products({}, asOf)).Products)).toEqual([productId])
      }
      expect((await products({}, '2026-06-12T22:21:00.124Z')).Products).toEqual([])
      expect((await products({}, '2026-06-12T22:21:01Z')).Products).toEqual([])
    }))

  it('sees every kind of edit', () =>
    withDemoStore(async ({ store, clock, products }) => {
      const { state } = store
      const productId = plainProductOf(store)
      const edits: readonly (() => void)[] = [
        () => state.setPrice(productId, null, '12.34'),
        () => state.setSale(productId, null, { salePrice: '11.00' }),
        () => state.endSale(productId, null),
        () => state.setStock(productId, REGINA, '3'),
        () => state.changeProduct(productId, { name: 'Renamed' }),
        () => state.removePrices(productId, REGINA),
        () => state.archive(productId)
      ]
      for (const edit of edits) {
        clock.nowMs += 60_000
        edit()
        const changed = await products({}, new Date(clock.nowMs).toISOString())
        expect(idsOf(changed.Products)).toEqual([productId])
        expect(msOf(changed.Products[0]?.UpdatedDateUtc ?? '')).toBe(clock.nowMs)
      }
      const [last] = (await products({}, new Date(clock.nowMs).toISOString())).Products
      expect(last).toMatchObject({ Name: 'Renamed', LifeCycle: 'Archived', IsArchived: true })
      expect(last?.Prices?.some((price) => price.LocationId === REGINA)).toBe(false)
    }))

  it('gives an added product with the prices of its like, and nothing of a removed one', () =>
    withDemoStore(async ({ store, clock, products, changedPrices }) => {
      const like = plainProductOf(store)
      clock.nowMs += 1000
      const added = store.state.addProduct(like, { name: 'Paper Lantern' })
      const [seen] = (await products({}, new Date(clock.nowMs).toISOString())).Products
      expect(seen).toMatchObject({ ProductId: added, Name: 'Paper Lantern' })
      expect(seen?.Prices?.map((price) => price.Price)).toEqual(
        all.Products.find((product) => product.ProductId === like)?.Prices?.map((price) => price.Price)
      )
      expect(await changedPrices(clock.nowMs)).toHaveLength(1)

      store.state.removeProduct(added)
      expect(idsOf((await products()).Products)).not.toContain(added)
      expect(await changedPrices(clock.nowMs)).toEqual([])
      expect(() => store.state.product(added)).toThrow('no product')
    }))

  it('writes two to seven fractional digits', () => {
    const digits = all.Products.map((product) => product.UpdatedDateUtc.match(/\.(\d+)Z$/)?.[1]?.length)
    expect(new Set(digits)).toEqual(new Set([2, 3, 4, 5, 6, 7]))
    expect(all.Products.every((product) => msOf(product.UpdatedDateUtc) < START_MS)).toBe(true)
  })
})

function quantityOf(product: SeenProduct): number {
  return (product.Availability ?? []).reduce((sum, entry) => sum + entry.InStockQuantity, 0)
}

function lower(text: string): string {
  return text.toLowerCase()
}
