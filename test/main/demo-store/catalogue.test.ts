import { describe, expect, it } from 'vitest'
import { demoStateOf } from '../../../src/main/demo-store/demo-state.ts'
import type { DemoPriceEntry } from '../../../src/main/demo-store/demo-store.types.ts'
import { DENVER, HAMILTON, LOCATION_IDS, OTTAWA, REGINA, START_MS } from './demo-caller.ts'

const { state } = demoStateOf(1, START_MS, () => START_MS)
const offered = state.products.filter((product) => product.lifeCycle === 'Active' && !product.isArchived)
const entriesAt = (locationId: number): readonly DemoPriceEntry[] =>
  offered.flatMap((product) => state.pricesAt(product.productId, locationId))
const everyEntry = LOCATION_IDS.flatMap(entriesAt)

describe('the catalogue', () => {
  it('has at least 400 products that can be shown, under classifications of one and two levels', () => {
    expect(offered.length).toBeGreaterThanOrEqual(400)
    const paths = new Set(offered.map((product) => state.classificationPathOf(product.productId).join(' > ')))
    for (const path of [
      'Flower > Indica',
      'Flower > Sativa',
      'Flower > Hybrid',
      'Flower > CBD',
      'Pre-rolls > Singles',
      'Vapes > Cartridges',
      'Edibles > Gummies',
      'Concentrates > Rosin',
      'Beverages',
      'Oils & capsules > Oils',
      'Topicals',
      'Accessories > Papers',
      ''
    ]) {
      expect(paths).toContain(path)
    }
  })

  it('is the same for the same seed and start, another for another seed', () => {
    const again = demoStateOf(1, START_MS, () => START_MS).state
    expect(again.products).toEqual(state.products)
    expect(again.promotions).toEqual(state.promotions)
    const other = demoStateOf(2, START_MS, () => START_MS).state
    expect(other.products.map((product) => product.productId)).not.toEqual(
      state.products.map((product) => product.productId)
    )
    expect(other.products.length).toBe(state.products.length)
  })

  it('gives what is smoked or eaten a strength, by weight or by the package', () => {
    const cannabis = offered.filter((product) => product.isBatchTracked)
    for (const product of cannabis) {
      const fields = new Map(product.specifications.map((field) => [field.DisplayName, field]))
      const [low, high] = [fields.get('THC Min'), fields.get('THC Max')]
      expect(Number(low?.Value)).toBeLessThanOrEqual(Number(high?.Value))
      expect(['%', 'mg']).toContain(low?.Unit)
      expect(fields.has('CBD Max') && fields.has('Brand') && fields.has('Retail Marijuana Product Type')).toBe(true)
    }
    const strains = new Set(
      offered
        .flatMap((product) => product.specifications.filter((field) => field.DisplayName === 'Strain Type'))
        .map((field) => field.Value)
    )
    expect(strains).toEqual(new Set(['Indica', 'Sativa', 'Hybrid', 'CBD']))
  })

  it('has the oddities of a real one', () => {
    const { products } = state
    expect(products.some((product) => product.lifeCycle !== 'Active')).toBe(true)
    expect(products.some((product) => product.isArchived && product.lifeCycle === 'Active')).toBe(true)
    expect(products.filter((product) => product.isNonStock)).toHaveLength(3)
    expect(products.flatMap((product) => product.upcs).every((upc) => /^0\d{11}$/.test(upc))).toBe(true)
    expect(products.some((product) => product.name.length > 60)).toBe(true)
    expect(products.some((product) => /[éàôöñ]/i.test(product.name))).toBe(true)
    expect(
      products.some((product) => product.specifications.some((field) => field.DisplayName === 'Integrated Gift Card'))
    ).toBe(true)
    expect(new Set(products.map((product) => product.supplier?.supplierId)).size).toBeGreaterThanOrEqual(5)
    const masters = new Map<string, number>()
    for (const { masterProductId } of products) masters.set(masterProductId, (masters.get(masterProductId) ?? 0) + 1)
    expect([...masters.values()].some((variations) => variations > 1)).toBe(true)
  })

  it('has products sold out on the floor at each location, and some everywhere', () => {
    const soldOutAt = (locationId: number) =>
      offered.filter((product) =>
        product.stock.some((stock) => stock.locationId === locationId && stock.isSellingRoom && stock.quantity === '0')
      )
    for (const locationId of LOCATION_IDS) {
      expect(soldOutAt(locationId).length).toBeGreaterThan(10)
      expect(soldOutAt(locationId).length).toBeLessThan(80)
    }
    expect(
      offered.some((product) => product.stock.length > 0 && product.stock.every((stock) => stock.quantity === '0'))
    ).toBe(true)
  })
})

describe('its prices', () => {
  it('are missing for some products at each location, and everywhere for a few', () => {
    for (const locationId of LOCATION_IDS) {
      const missing = offered.filter((product) => state.pricesAt(product.productId, locationId).length === 0)
      expect(missing.length).toBeGreaterThan(5)
      expect(missing.length).toBeLessThan(60)
    }
    expect(
      offered.some((product) =>
        LOCATION_IDS.every((locationId) => state.pricesAt(product.productId, locationId).length === 0)
      )
    ).toBe(true)
  })

  it('have tiers by weight and by the piece, some without an amount at the tier', () => {
    const quantities = new Set(everyEntry.map((entry) => entry.tier?.quantity))
    for (const quantity of ['1', '3.5', '7', '14', '28', '2', '3', '5']) expect(quantities).toContain(quantity)
    expect(everyEntry.some((entry) => entry.tier !== null && entry.atTierPrice === null)).toBe(true)
    expect(everyEntry.every((entry) => entry.tier !== null || entry.atTierPrice === null)).toBe(true)
  })

  it('have three groups', () => {
    const groups = new Set(everyEntry.flatMap((entry) => (entry.group === null ? [] : [entry.group.groupId])))
    expect(groups).toEqual(new Set([700, 701, 702]))
  })

  it('have sales without dates, running, over, to come, and with both', () => {
    const sales = everyEntry.flatMap((entry) => entry.sales)
    const isDated = sales.filter((sale) => sale.startsAtMs !== null)
    expect(sales.length - isDated.length).toBeGreaterThan(20)
    const between = (from: number, to: number) =>
      isDated.filter((sale) => (sale.startsAtMs ?? 0) >= from && (sale.stopsAtMs ?? 0) <= to)
    expect(between(-Infinity, START_MS).length).toBeGreaterThan(20)
    expect(between(START_MS + 3_600_000, Infinity).length).toBeGreaterThan(20)
    expect(
      isDated.filter((sale) => (sale.startsAtMs ?? 0) <= START_MS && START_MS < (sale.stopsAtMs ?? 0)).length
    ).toBeGreaterThan(20)
    expect(everyEntry.some((entry) => new Set(entry.sales.map((sale) => sale.startsAtMs === null)).size === 2)).toBe(
      true
    )
    expect(sales.some((sale) => (sale.startsAtMs ?? 0) > START_MS && (sale.startsAtMs ?? 0) < START_MS + 600_000)).toBe(
      true
    )
    expect(sales.some((sale) => (sale.stopsAtMs ?? 0) > START_MS && (sale.stopsAtMs ?? 0) < START_MS + 600_000)).toBe(
      true
    )
    expect(
      everyEntry.some((entry) => entry.tier !== null && entry.sales.some((sale) => sale.atTierSalePrice === null))
    ).toBe(true)
  })

  it('never have two dated sales on one record that overlap, nor a sale below nothing', () => {
    for (const { sales } of everyEntry) {
      for (const left of sales) {
        expect(Number(left.salePrice)).toBeGreaterThan(0)
        for (const right of sales) {
          if (left === right || left.startsAtMs === null || right.startsAtMs === null) continue
          expect(left.startsAtMs >= (right.stopsAtMs ?? 0) || right.startsAtMs >= (left.stopsAtMs ?? 0)).toBe(true)
        }
      }
    }
  })

  it('have three shelves of at least six products whose records agree, but for one product', () => {
    const ladders = new Map<string, Map<string, number>>()
    for (const product of offered) {
      const entries = state.pricesAt(product.productId, REGINA)
      const shelf = entries[0]?.shelf
      if (shelf === undefined || shelf === null) continue
      expect(entries.every((entry) => entry.shelf?.shelfId === shelf.shelfId)).toBe(true)
      const ladder = JSON.stringify(
        entries.map(({ tier, group, price, atTierPrice }) => [tier, group, price, atTierPrice])
      )
      const seen = ladders.get(shelf.name) ?? new Map<string, number>()
      seen.set(ladder, (seen.get(ladder) ?? 0) + 1)
      ladders.set(shelf.name, seen)
    }
    expect([...ladders.keys()].sort()).toEqual(['Alder shelf', 'Birch shelf', 'Cedar shelf'])
    for (const seen of ladders.values()) expect(Math.max(...seen.values())).toBeGreaterThanOrEqual(6)
    expect([...ladders.values()].map((seen) => seen.size).sort()).toEqual([1, 1, 2])
  })

  it('have the guide’s ladder on the Cedar shelf: 10.00, 10.00 for 1 g, 24.29 for an eighth, 9.00 and 19.98 for Veterans', () => {
    const copperWren = offered.find((product) => product.name === 'Copper Wren')
    const ladder = state.pricesAt(copperWren?.productId ?? '', REGINA)
    expect(
      ladder.slice(0, 5).map(({ tier, group, price, atTierPrice }) => [tier?.name, group?.name, price, atTierPrice])
    ).toEqual([
      [undefined, undefined, '10.00', null],
      [undefined, 'Veterans', '9.00', null],
      ['1 g', undefined, '10.00', '10.00'],
      ['1/8 oz', undefined, '6.94', '24.29'],
      ['1/8 oz', 'Veterans', '5.71', '19.98']
    ])
  })

  it('have a ladder without a base, and a tier that only a group has', () => {
    const alder = offered.find((product) => state.pricesAt(product.productId, REGINA)[0]?.shelf?.name === 'Alder shelf')
    const ladder = state.pricesAt(alder?.productId ?? '', REGINA)
    expect(ladder.some((entry) => entry.tier === null)).toBe(false)
    expect(ladder.filter((entry) => entry.tier?.quantity === '28').map((entry) => entry.group?.name)).toEqual([
      'Members'
    ])
  })

  it('are higher where tax is inside, and the States’ own in Denver', () => {
    const copperWren = offered.find((product) => product.name === 'Copper Wren')?.productId ?? ''
    const base = (locationId: number) => state.pricesAt(copperWren, locationId)[0]?.price
    expect([REGINA, HAMILTON, DENVER, OTTAWA].map(base)).toEqual(['10.00', '11.30', '8.00', '10.00'])
  })
})
