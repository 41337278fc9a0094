import Database from 'better-sqlite3'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parseCataloguePage } from '../../../src/main/cova/schemas/catalogue.ts'
import type { RejectedRecord } from '../../../src/main/cova/records.ts'
import type { StoreWriter } from '../../../src/main/store/store.types.ts'
import {
  NOW,
  aCataloguePage,
  aLocation,
  aPrice,
  aPricePage,
  aRejected,
  aSet,
  ids,
  makeDataDir,
  openTestStore,
  passCatalogue,
  priced,
  shownAt,
  tick
} from './store-fixture.ts'

const landBad = (
  store: StoreWriter,
  rejected: readonly RejectedRecord[],
  sets = [] as ReturnType<typeof aSet>[],
  atMs = tick()
) => {
  const run = store.startRun('prices', 'changes', atMs)
  store.landPricePage(run, aPricePage(sets, atMs, rejected), atMs)
  store.finishRun(run, null, atMs)
}

const keysOf = (store: StoreWriter): readonly string[] =>
  store
    .quarantine(100)
    .map((one) => one.key)
    .sort()

test('a rejected record is kept with its reason; the same again only moves its last sight', () => {
  const store = openTestStore()
  const bad = aRejected('price', 'p1/1/-/-')
  landBad(store, [bad], [], NOW)
  landBad(store, [bad], [], NOW + 60_000)
  expect(store.quarantine(10)).toEqual([
    {
      feed: 'prices',
      kind: 'price',
      key: 'p1/1/-/-',
      reason: bad.reason,
      raw: bad.raw,
      firstSeenAtMs: NOW,
      lastSeenAtMs: NOW + 60_000
    }
  ])
  expect(store.quarantinedCount()).toBe(1)
  expect(store.syncRuns(1)).toMatchObject([{ rejected: 1 }])
})

test('a record that lands well leaves quarantine, whichever feed brought it', () => {
  const store = openTestStore()
  landBad(store, [aRejected('price', 'p1/1/2/-'), aRejected('price', 'p1/2/-/-'), aRejected('price-set', 'p2')])
  landBad(store, [], [aSet(1, 'p1', [aPrice('1')])])
  expect(keysOf(store)).toEqual(['p1/2/-/-', 'p2'])
  const run = store.startRun('catalogue', 'changes', tick())
  store.landCataloguePage(run, aCataloguePage([priced('p1', [2]), priced('p2')], tick()), tick())
  expect(keysOf(store)).toEqual([])
})

test('a set of which one record is still bad keeps that one in quarantine', () => {
  const store = openTestStore()
  const [still, good] = [aRejected('price', 'p1/1/2/-'), aRejected('price', 'p1/1/3/-')]
  landBad(store, [still, good], [aSet(1, 'p1', [], 2)])
  landBad(store, [still], [aSet(1, 'p1', [aPrice('1')], 1)])
  expect(keysOf(store)).toEqual(['p1/1/2/-'])
})

test('a product that lands well leaves quarantine; one that a full pass has no more leaves with it', () => {
  const store = openTestStore()
  const rejected = ['p1', 'p2'].map((key) => aRejected('product', key, { feed: 'catalogue' }))
  passCatalogue(store, [], { presentProductIds: ['p1', 'p2'], rejected })
  expect(keysOf(store)).toEqual(['p1', 'p2'])
  const run = store.startRun('catalogue', 'changes', tick())
  store.landCataloguePage(run, aCataloguePage([priced('p1')], tick()), tick())
  expect(keysOf(store)).toEqual(['p2'])
  passCatalogue(store, [priced('p1')])
  expect(keysOf(store)).toEqual([])
})

const badLocation = (key: string) => aRejected('location', key, { feed: 'locations' })

test('of a feed that comes whole, what is not rejected again leaves', () => {
  const store = openTestStore()
  const land = (rejected: readonly RejectedRecord[]) => {
    const run = store.startRun('locations', 'full', tick())
    store.landLocations(run, { locations: [aLocation(1)], presentLocationIds: [1, 2, 3], rejected }, tick())
    store.finishRun(run, null, tick())
  }
  land([badLocation('2'), badLocation('3')])
  land([badLocation('3')])
  expect(keysOf(store)).toEqual(['3'])
})

const nameless = (raw: string) => aRejected('price-set', '?', { raw, unidentified: true })

test('records without an id are told apart by what they say', () => {
  const store = openTestStore()
  landBad(store, [nameless('{"a":1}'), nameless('{"a":2}'), nameless('{"a":1}')])
  expect(store.quarantinedCount()).toBe(2)
})

test('quarantine is bounded in rows and in size, and the longest unseen leave first', () => {
  const store = openTestStore()
  landBad(
    store,
    ids(600).map((id) => aRejected('price', `old-${id}/1/-/-`))
  )
  landBad(
    store,
    ids(600).map((id) => aRejected('price', `new-${id}/1/-/-`, { raw: 'x'.repeat(50_000) }))
  )
  expect(store.quarantinedCount()).toBe(1000)
  const kept = store.quarantine(2000)
  expect(kept.filter((one) => one.key.startsWith('new-'))).toHaveLength(600)
  expect(Math.max(...kept.map((one) => one.raw.length))).toBe(4096)
})

test('quarantine survives the process, and its records still leave', () => {
  const dataDir = makeDataDir()
  const first = openTestStore(dataDir)
  landBad(first, [aRejected('price', 'p1/1/-/-')])
  first.close()
  const second = openTestStore(dataDir)
  expect(second.quarantinedCount()).toBe(1)
  landBad(second, [], [aSet(1, 'p1', [aPrice('1')])])
  expect(second.quarantinedCount()).toBe(0)
})

test('retain drops what is old: runs, quarantine, and places without a price', () => {
  const store = openTestStore()
  landBad(store, [aRejected('price', 'p1/1/-/-')], [aSet(1, 'p9', [])], NOW)
  landBad(store, [aRejected('price', 'p2/1/-/-')], [], NOW + 10)
  store.retain(NOW + 5, NOW + 5)
  expect(keysOf(store)).toEqual(['p2/1/-/-'])
  expect(store.syncRuns(10).map((one) => one.startedAtMs)).toEqual([NOW + 10])
  passCatalogue(store, [priced('p9')])
  expect(shownAt(store, 1)).toEqual(['p9'])
})

const wire = (name: unknown) => ({
  ProductId: '0a73aaf0-a347-4681-9e37-038062ab72a5',
  Name: name,
  LifeCycle: 'Active',
  MeasurementType: 'Mass',
  ApplicableTaxRates: [],
  Availability: [
    { LocationId: 1, RoomId: 2, InStockQuantity: 3, IsSellingRoom: true, UnitCost: 987654, CustomerName: 'Jane' }
  ],
  SupplierCost: 987654,
  Prices: []
})

test('no file of the data directory ever holds a cost or a customer', () => {
  const dataDir = makeDataDir()
  const store = openTestStore(dataDir)
  for (const name of ['Good', null]) {
    const page = parseCataloguePage({ Products: [wire(name)], TaxRates: [], Classifications: [] }, tick())
    if (!page.ok) throw new Error(page.reason)
    const run = store.startRun('catalogue', 'changes', tick())
    store.landCataloguePage(run, page.value, tick())
    store.finishRun(run, null, tick())
  }
  expect(store.quarantinedCount()).toBe(1)
  const db = new Database(join(dataDir, 'cache.sqlite'), { readonly: true })
  const tables = db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[]
  const everything = JSON.stringify(tables.map((table) => db.prepare(`SELECT * FROM ${table}`).all()))
  db.close()
  expect(everything).toContain('0a73aaf0')
  expect(everything).not.toMatch(/cost|987654|customer|jane/i)
})
