import Database from 'better-sqlite3'
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { forgetOldAside } from '../../../src/main/store/aside-files.ts'
import { openDatabase } from '../../../src/main/store/open-database.ts'
import { openStoreReader } from '../../../src/main/store/open-store.ts'
import {
  aCataloguePage,
  aFullPromotion,
  aPrice,
  aProduct,
  aPromotion,
  aSet,
  ids,
  makeDataDir,
  NOW,
  openTestStore,
  passBothPromotions
} from './store-fixture.ts'

const DAY_MS = 86_400_000
const migrations = [{ name: 'one table', sql: 'CREATE TABLE thing (id INTEGER PRIMARY KEY, text TEXT) STRICT;' }]

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** A catalogue of so many products lands, or what is left of it. */
function land(store: ReturnType<typeof openTestStore>, count: number, atMs: number): void {
  const runId = store.startRun('catalogue', 'full', atMs)
  const products = ids(count).map((id) => ({
    product: aProduct(id, { shortDescription: id.repeat(200) }),
    sets: [aSet(1, id, [aPrice('10')])]
  }))
  store.landCataloguePage(runId, aCataloguePage(products, atMs), atMs)
  store.finishRun(runId, atMs, atMs)
}

describe('a store that runs for long', () => {
  it('gives back to the disk what it no longer needs, and cuts off its WAL', () => {
    const dataDir = makeDataDir()
    const store = openTestStore(dataDir)
    land(store, 2000, NOW)
    store.retain(NOW - 30 * DAY_MS, NOW)
    const full = sizeOf(join(dataDir, 'cache.sqlite'))
    // Gone twice running: the guard lets them go.
    for (const day of [1, 2]) land(store, 10, NOW + day * DAY_MS)
    expect(sizeOf(join(dataDir, 'cache.sqlite-wal'))).toBeGreaterThan(0)
    store.retain(NOW - 30 * DAY_MS, NOW)
    expect(sizeOf(join(dataDir, 'cache.sqlite'))).toBeLessThan(full / 2)
    expect(sizeOf(join(dataDir, 'cache.sqlite-wal'))).toBe(0)
    expect(sizeOf(join(dataDir, 'keep.sqlite-wal'))).toBe(0)
  })

  it('does not wait for a reader that is busy with an older state, and does what was left once it is through', () => {
    const dataDir = makeDataDir()
    const store = openTestStore(dataDir)
    land(store, 50, NOW)
    const opened = openStoreReader({ dataDir })
    if (!opened.ok) throw new Error(opened.message)
    const reader = new Database(join(dataDir, 'cache.sqlite'), { readonly: true })
    reader.exec('BEGIN')
    expect(reader.prepare('SELECT count(*) FROM product').pluck().get()).toBe(50)
    land(store, 100, NOW + DAY_MS)
    store.retain(NOW - 30 * DAY_MS, NOW)
    expect(sizeOf(join(dataDir, 'cache.sqlite-wal'))).toBeGreaterThan(0)
    expect(reader.prepare('SELECT count(*) FROM product').pluck().get()).toBe(50)
    reader.close()
    opened.store.close()
    store.retain(NOW - 30 * DAY_MS, NOW)
    expect(sizeOf(join(dataDir, 'cache.sqlite-wal'))).toBe(0)
    expect(store.productsAt(1)).toHaveLength(100)
  })

  it('of an earlier version is made so that it can, once, with all that it holds', () => {
    const file = join(makeDataDir(), 'old.sqlite')
    const old = new Database(file)
    old.pragma('journal_mode = WAL')
    old.exec(`${migrations[0]?.sql ?? ''} PRAGMA user_version = 1`)
    old.prepare('INSERT INTO thing (text) VALUES (?)').run('kept')
    expect(old.pragma('auto_vacuum', { simple: true })).toBe(0)
    old.close()
    const opened = openDatabase({ file, migrations, nowMs: NOW })
    if (!opened.ok) throw new Error(opened.message)
    expect(opened.db.pragma('auto_vacuum', { simple: true })).toBe(2)
    expect(opened.db.pragma('journal_mode', { simple: true })).toBe('wal')
    expect(opened.db.prepare('SELECT text FROM thing').pluck().all()).toEqual(['kept'])
    opened.db.close()
  })
})

describe('what has long been gone', () => {
  const rowsOf = (dataDir: string, file: string, sql: string): readonly unknown[] => {
    const db = new Database(join(dataDir, file), { readonly: true })
    try {
      return db.prepare(sql).pluck().all()
    } finally {
      db.close()
    }
  }
  const housekeeping = (store: ReturnType<typeof openTestStore>, day: number): void => {
    store.retain(NOW + (day - 30) * DAY_MS, NOW + day * DAY_MS)
  }

  it('loses its date of first sight after 90 days, but not the first of all, which is the day of installation', () => {
    const store = openTestStore()
    const all = ids(20)
    land(store, 10, NOW)
    land(store, 20, NOW + 2 * DAY_MS)
    expect(store.firstSeenAtMs(all).size).toBe(20)
    // Missed twice running, so that the guard lets them go.
    for (const day of [3, 4]) land(store, 5, NOW + day * DAY_MS)
    housekeeping(store, 4)
    housekeeping(store, 93)
    expect(store.firstSeenAtMs(all).size).toBe(20)
    housekeeping(store, 95)
    // Of those that left, the ones of the first day keep theirs: any of them is the day of installation.
    expect([...store.firstSeenAtMs(all).keys()]).toEqual(all.slice(0, 10))
    expect(store.installedAtMs()).toBe(NOW)
    land(store, 20, NOW + 96 * DAY_MS)
    expect(store.firstSeenAtMs(all).get(all[19] as string)).toBe(NOW + 96 * DAY_MS)
  })

  it('and came back in between, keeps its date', () => {
    const store = openTestStore()
    const all = ids(20)
    land(store, 10, NOW)
    land(store, 20, NOW + 2 * DAY_MS)
    for (const day of [3, 4]) land(store, 5, NOW + day * DAY_MS)
    housekeeping(store, 4)
    land(store, 20, NOW + 50 * DAY_MS)
    housekeeping(store, 51)
    for (const day of [60, 61]) land(store, 5, NOW + day * DAY_MS)
    housekeeping(store, 62)
    housekeeping(store, 95)
    expect(store.firstSeenAtMs(all).get(all[19] as string)).toBe(NOW + 2 * DAY_MS)
  })

  it('of promotions: what the full feed dropped stays known while the menu board has it, and 90 days longer', () => {
    const dataDir = makeDataDir()
    const store = openTestStore(dataDir)
    const dropped = (): readonly unknown[] =>
      rowsOf(dataDir, 'cache.sqlite', 'SELECT promotion_id FROM promotion_dropped ORDER BY promotion_id')
    const others = ids(10)
    const menuBoard = (...more: readonly string[]) => [...others, ...more].map((id) => aPromotion(id))
    const full = (...more: readonly string[]) => [...others, ...more].map((id) => aFullPromotion(id))
    passBothPromotions(store, menuBoard('stays', 'goes'), full('stays', 'goes'))
    passBothPromotions(store, menuBoard('stays'), full())
    expect(dropped()).toEqual(['goes', 'stays'])
    housekeeping(store, 1)
    housekeeping(store, 90)
    expect(dropped()).toEqual(['goes', 'stays'])
    housekeeping(store, 92)
    expect(dropped()).toEqual(['stays'])
    passBothPromotions(store, menuBoard(), full())
    housekeeping(store, 93)
    housekeeping(store, 182)
    expect(dropped()).toEqual(['stays'])
    housekeeping(store, 184)
    expect(dropped()).toEqual([])
  })
})

it('of what was put aside the three newest of a kind stay', () => {
  const dir = makeDataDir()
  const stamp = (day: number): string => `2026-11-${String(day).padStart(2, '0')}T16-20-00-000Z`
  for (let day = 1; day <= 9; day += 1) {
    for (const suffix of ['', '-wal', '-shm'])
      writeFileSync(join(dir, `cache.sqlite.damaged-${stamp(day)}${suffix}`), '')
    writeFileSync(join(dir, `settings.json.damaged-${stamp(day)}`), '')
    writeFileSync(join(dir, `cache.sqlite.of-91008-${stamp(day)}`), '')
    writeFileSync(join(dir, `before-import-${stamp(day)}.json`), '')
    mkdirSync(join(dir, `before-import-${stamp(day)}`, 'themes'), { recursive: true })
  }
  for (const name of ['cache.sqlite', 'settings.json', 'paired-screens.json', 'cache.sqlite.before-v1'])
    writeFileSync(join(dir, name), '')
  forgetOldAside(dir)
  const left = readdirSync(dir)
  for (const day of [1, 6]) expect(left.filter((name) => name.includes(stamp(day)))).toEqual([])
  for (const day of [7, 9]) expect(left.filter((name) => name.includes(stamp(day)))).toHaveLength(7)
  expect(left).toEqual(
    expect.arrayContaining(['cache.sqlite', 'settings.json', 'paired-screens.json', 'cache.sqlite.before-v1'])
  )
})
