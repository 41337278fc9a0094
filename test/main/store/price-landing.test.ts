import Database from 'better-sqlite3'
import * as fc from 'fast-check'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { PriceRecord } from '../../../src/domain/pricing/price-record.ts'
import type { PriceSet } from '../../../src/main/cova/records.ts'
import {
  NO_OVERRIDES,
  aCataloguePage,
  aPrice,
  aPricePage,
  aRejected,
  aSale,
  aSet,
  aTierPrice,
  ids,
  landPrices,
  makeDataDir,
  openTestStore,
  passCatalogue,
  priced,
  pricesAt,
  shownAt,
  tick
} from './store-fixture.ts'

/** Everything the price tables hold, to see that nothing was rewritten. */
const dumpOf = (dataDir: string): unknown => {
  const db = new Database(join(dataDir, 'cache.sqlite'), { readonly: true })
  const dump = ['price_set', 'price_record', 'price_sale', 'product', 'availability', 'product_specification'].map(
    (table) => db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2`).all()
  )
  db.close()
  return dump
}

test('records of a product at a location are replaced as a whole', () => {
  const store = openTestStore()
  passCatalogue(store, [priced('p1', [1, 2])])
  const change = landPrices(store, [aSet(1, 'p1', [aPrice('12'), aTierPrice(2, '3.5', '35')])])
  expect(change).toEqual({ productIds: ['p1'], promotions: false, locations: false })
  expect(pricesAt(store, 1)['p1']).toEqual([aPrice('12'), aTierPrice(2, '3.5', '35')])
  landPrices(store, [aSet(1, 'p1', [aTierPrice(3, '7', '60')])])
  expect(pricesAt(store, 1)['p1']).toEqual([aTierPrice(3, '7', '60')])
  expect(pricesAt(store, 2)['p1']).toEqual([aPrice('10')])
})

test('everything of a record comes back as it was: shelf, group, tier, sales', () => {
  const store = openTestStore()
  passCatalogue(store, [priced('p1')])
  const record = aPrice('6.94', {
    fromEntityId: null,
    tier: { tierId: 2, name: null, quantity: '3.5' },
    group: { groupId: 700, name: 'Veterans' },
    shelf: { shelfId: 26, name: 'Bottom Shelf' },
    atTierPrice: '24.29',
    sales: [aSale('4', null, null), { salePrice: null, atTierSalePrice: '20', startsAtMs: 1000, stopsAtMs: null }]
  })
  landPrices(store, [aSet(1, 'p1', [record])])
  expect(pricesAt(store, 1)['p1']).toEqual([record])
  expect(store.someProductsAt(1, ['p1'])[0]?.records).toEqual([record])
})

test('a set of more records than one statement writes', () => {
  const store = openTestStore()
  passCatalogue(store, [priced('p1')])
  const records = Array.from({ length: 21 }, (_, i) => aTierPrice(i + 1, String(i + 2), `${i}.50`))
  landPrices(store, [aSet(1, 'p1', records)])
  expect(pricesAt(store, 1)['p1']).toEqual(records)
})

const backwards = (records: readonly PriceRecord[]): readonly PriceRecord[] =>
  records
    .toReversed()
    .map((record) =>
      aPrice(record.price, { tier: record.tier, atTierPrice: record.atTierPrice, sales: record.sales.toReversed() })
    )

test('overlapping polls and repeated pages change nothing the second time, and rewrite no row', () => {
  const dataDir = makeDataDir()
  const store = openTestStore(dataDir)
  const sets = [
    aSet(1, 'p1', [aPrice('12', { sales: [aSale('9', 5, 9), aSale('8', null, null)] }), aTierPrice(2, '3.5', '35')]),
    aSet(2, 'p1', [])
  ]
  passCatalogue(store, [priced('p1'), priced('p2')])
  landPrices(store, sets)
  const before = dumpOf(dataDir)
  const reversed = sets.map((set) => aSet(set.locationId, set.productId, backwards(set.records)))
  for (const again of [sets, reversed]) {
    expect(landPrices(store, again)).toEqual({ productIds: [], promotions: false, locations: false })
  }
  expect(dumpOf(dataDir)).toEqual(before)
})

test('a catalogue page a second time changes nothing and rewrites no row', () => {
  const dataDir = makeDataDir()
  const store = openTestStore(dataDir)
  const run = store.startRun('catalogue', 'changes', tick())
  const page = aCataloguePage([priced('p1'), priced('p2', [1, 2])], tick())
  expect([...store.landCataloguePage(run, page, tick()).productIds].sort()).toEqual(['p1', 'p2'])
  const before = dumpOf(dataDir)
  for (const askedAtMs of [page.askedAtMs, tick()]) {
    expect(store.landCataloguePage(run, { ...page, askedAtMs }, tick()).productIds).toEqual([])
  }
  expect(dumpOf(dataDir)).toEqual(before)
})

test('an explicit empty list means no price there: the product leaves that board at once', () => {
  const store = openTestStore()
  passCatalogue(store, [priced('p1', [1, 2])])
  expect(landPrices(store, [aSet(1, 'p1', [])]).productIds).toEqual(['p1'])
  expect(shownAt(store, 1)).toEqual([])
  expect(shownAt(store, 2)).toEqual(['p1'])
})

test('older data never overwrites newer, and does not bring back a price that was taken away', () => {
  const store = openTestStore()
  passCatalogue(store, [priced('p1'), priced('p2')])
  const older = tick()
  const newer = tick()
  landPrices(store, [aSet(1, 'p1', [aPrice('20')]), aSet(1, 'p2', [])], newer)
  const change = landPrices(store, [aSet(1, 'p1', [aPrice('19')]), aSet(1, 'p2', [aPrice('19')])], older)
  expect(change.productIds).toEqual([])
  expect(pricesAt(store, 1)).toEqual({ p1: [aPrice('20')] })
})

test('a later page that found the same price counts: what was asked for before it is older', () => {
  const store = openTestStore()
  passCatalogue(store, [priced('p1')])
  const [first, second, third] = [tick(), tick(), tick()]
  landPrices(store, [aSet(1, 'p1', [aPrice('20')])], first)
  expect(landPrices(store, [aSet(1, 'p1', [aPrice('20')])], third).productIds).toEqual([])
  expect(landPrices(store, [aSet(1, 'p1', [aPrice('7')])], second).productIds).toEqual([])
  expect(pricesAt(store, 1)['p1']).toEqual([aPrice('20')])
})

test('a clock that ran ahead before a restart freezes nothing', () => {
  const dataDir = makeDataDir()
  const before = openTestStore(dataDir)
  passCatalogue(before, [priced('p1')])
  landPrices(before, [aSet(1, 'p1', [aPrice('20')])], Date.UTC(2099, 0, 1))
  before.close()
  const after = openTestStore(dataDir)
  expect(landPrices(after, [aSet(1, 'p1', [aPrice('21')])]).productIds).toEqual(['p1'])
  expect(pricesAt(after, 1)['p1']).toEqual([aPrice('21')])
})

test('while a record is rejected, its last good value stays; the good ones land', () => {
  const store = openTestStore()
  passCatalogue(store, [priced('p1')])
  const stored = [aPrice('10'), aTierPrice(2, '3.5', '35'), aTierPrice(3, '7', '60')]
  landPrices(store, [aSet(1, 'p1', stored)])
  landPrices(store, [aSet(1, 'p1', [aPrice('11'), aTierPrice(3, '7', '61')], 1)])
  expect(pricesAt(store, 1)['p1']).toEqual([aPrice('11'), aTierPrice(2, '3.5', '35'), aTierPrice(3, '7', '61')])
  expect(landPrices(store, [aSet(1, 'p1', [], 3)]).productIds).toEqual([])
  landPrices(store, [aSet(1, 'p1', [aPrice('11')])])
  expect(pricesAt(store, 1)['p1']).toEqual([aPrice('11')])
})

test('a set of which every record is rejected says nothing about a price that is not known yet', () => {
  const store = openTestStore()
  passCatalogue(store, [priced('p1')])
  expect(landPrices(store, [aSet(2, 'p1', [], 2)]).productIds).toEqual([])
  expect(shownAt(store, 2)).toEqual([])
})

test('two records with one key are both kept, in an order of content, and reported', () => {
  const store = openTestStore()
  passCatalogue(store, [priced('p1')])
  landPrices(store, [aSet(1, 'p1', [aPrice('12'), aPrice('10')])])
  expect(pricesAt(store, 1)['p1']).toEqual([aPrice('10'), aPrice('12')])
  const [problem] = store.problems(NO_OVERRIDES)
  expect(problem).toMatchObject({ code: 'doubled-prices', locationId: 1 })
  expect(problem?.message).toContain('1 product with two prices')
  expect(problem?.message).toContain('Product p1')
  landPrices(store, [aSet(1, 'p1', [aPrice('12')])])
  expect(store.problems(NO_OVERRIDES)).toEqual([])
})

test('dated sales that overlap are reported; ones that touch, and a default sale beside them, are not', () => {
  const store = openTestStore()
  passCatalogue(store, [priced('p1')])
  const touching = [aSale('4', null, null), aSale('3', 100, 200), aSale('2', 200, null)]
  landPrices(store, [aSet(1, 'p1', [aPrice('10', { sales: touching })])])
  expect(store.problems(NO_OVERRIDES)).toEqual([])
  const overlapping = [aSale('3', 100, 200), aSale('2', 199, 300)]
  landPrices(store, [aSet(1, 'p1', [aPrice('10', { sales: overlapping })])])
  expect(store.problems(NO_OVERRIDES).map((one) => one.code)).toEqual(['overlapping-sales'])
})

test('a set that a page gives twice lands once, with the records of both where they differ', () => {
  const store = openTestStore()
  passCatalogue(store, [priced('p1')])
  const sets = [aSet(1, 'p1', [aPrice('12')]), aSet(1, 'p1', [aPrice('12')]), aSet(1, 'p1', [aPrice('13')])]
  expect(landPrices(store, sets).productIds).toEqual(['p1'])
  expect(landPrices(store, sets).productIds).toEqual([])
  expect(pricesAt(store, 1)['p1']).toEqual([aPrice('12'), aPrice('13')])
})

test('in the changed catalogue, a location that is not among the sets has no price any more', () => {
  const store = openTestStore()
  passCatalogue(store, [priced('p1', [1, 2])])
  const run = store.startRun('catalogue', 'changes', tick())
  expect(store.landCataloguePage(run, aCataloguePage([priced('p1', [1])], tick()), tick()).productIds).toEqual(['p1'])
  expect(shownAt(store, 2)).toEqual([])
})

test('where the location of a rejected record could not be read, no stored set is taken for gone', () => {
  const store = openTestStore()
  passCatalogue(store, [priced('p1', [1, 2])])
  const run = store.startRun('catalogue', 'changes', tick())
  const page = aCataloguePage([], tick(), {
    presentProductIds: ['p1'],
    prices: [{ productId: 'p1', sets: [aSet(1, 'p1', [aPrice('11')], 1)], unplacedCount: 1 }],
    rejected: [aRejected('price', 'p1/?/-/-', { feed: 'catalogue', unidentified: true })]
  })
  store.landCataloguePage(run, page, tick())
  expect(shownAt(store, 2)).toEqual(['p1'])
})

test('a page that cannot be landed whole is not landed at all', () => {
  const store = openTestStore()
  passCatalogue(store, [priced('p1'), priced('p2')])
  const run = store.startRun('prices', 'changes', tick())
  const broken = { ...aPrice('99'), price: null as unknown as string }
  const askedAtMs = tick()
  const page = aPricePage([aSet(1, 'p1', [aPrice('99')]), aSet(1, 'p2', [broken])], askedAtMs, [
    aRejected('price', 'x')
  ])
  expect(() => store.landPricePage(run, page, tick())).toThrow(/NOT NULL/)
  expect(pricesAt(store, 1)).toEqual({ p1: [aPrice('10')], p2: [aPrice('10')] })
  expect(store.quarantinedCount()).toBe(0)
  const good = aPricePage([aSet(1, 'p1', [aPrice('99')])], askedAtMs)
  expect(store.landPricePage(run, good, tick()).productIds).toEqual(['p1'])
})

const amount = fc.integer({ min: 1, max: 5 }).map(String)
const aRandomSet = fc
  .record({
    locationId: fc.integer({ min: 1, max: 2 }),
    productId: fc.constantFrom(...ids(3)),
    records: fc.array(
      fc.oneof(
        amount.map((price) => aPrice(price)),
        amount.map((price) => aTierPrice(2, '3.5', price)),
        fc.tuple(amount, amount).map(([price, sale]) => aPrice(price, { sales: [aSale(sale, null, null)] }))
      ),
      { maxLength: 3 }
    )
  })
  .map(({ locationId, productId, records }): PriceSet => aSet(locationId, productId, records))

test('pages in any order and any repetition end in the same state', () => {
  const history = fc.array(
    fc.uniqueArray(aRandomSet, { selector: (one) => `${one.locationId}/${one.productId}`, maxLength: 4 }),
    {
      minLength: 1,
      maxLength: 6
    }
  )
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.nat()), (pages, choices) => {
      const inOrder = openTestStore()
      const shuffled = openTestStore()
      for (const store of [inOrder, shuffled])
        passCatalogue(
          store,
          ids(3).map((id) => priced(id, [1, 2]))
        )
      const asked = pages.map((sets) => ({ sets, askedAtMs: tick() }))
      for (const { sets, askedAtMs } of asked) landPrices(inOrder, sets, askedAtMs)
      const pick = (count: number): number => (choices.next().value ?? 0) % count
      const mixed = [...asked, ...asked, ...asked].map((page) => ({ page, rank: pick(1000) }))
      for (const { page } of mixed.sort((a, b) => a.rank - b.rank)) landPrices(shuffled, page.sets, page.askedAtMs)
      for (const locationId of [1, 2]) expect(pricesAt(shuffled, locationId)).toEqual(pricesAt(inOrder, locationId))
    }),
    { numRuns: 25 }
  )
})
