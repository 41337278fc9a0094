import Database from 'better-sqlite3'
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, it } from 'vitest'
import { cacheMigrations } from '../../../src/main/store/cache-migrations.ts'
import { JOINED_TABLES, joinKept } from '../../../src/main/store/keep-joining.ts'
import { keepMigrations } from '../../../src/main/store/keep-migrations.ts'
import { openDatabase } from '../../../src/main/store/open-database.ts'
import { prepareFirstSeenReader, prepareFirstSeenWriter } from '../../../src/main/store/first-seen.ts'
import { preparePriceHistory, type ProductShown } from '../../../src/main/store/price-history.ts'
import { prepareRegisterRecords, type KeptCheck } from '../../../src/main/store/register-records.ts'
import { makeDataDir, NOW } from './store-fixture.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const board = { locationId: 1, groupId: null }
const NEWER = keepMigrations.length
const OLDER = NEWER - 1

const openAs = (file: string, version: number, atMs = NOW): Database.Database => {
  const migrations = [...keepMigrations, { name: 'of the future', sql: 'CREATE TABLE future (x TEXT) STRICT' }]
  const opened = openDatabase({ file, migrations: migrations.slice(0, version), nowMs: atMs, joinNewer: joinKept })
  if (!opened.ok) throw new Error(opened.message)
  return opened.db
}

/** A board is shown from `fromMs` on, with these prices, until it is last heard of at `untilMs`; an empty price takes a product off. */
function show(db: Database.Database, prices: Readonly<Record<string, string>>, fromMs: number, untilMs: number): void {
  const history = preparePriceHistory(db)
  history.write(() => {
    const endMs = history.begin(board, fromMs)
    for (const [productId, price] of Object.entries(prices))
      history.note(board, aProduct(productId, price), endMs, fromMs)
    history.goOn(board, untilMs)
  })
}

const aProduct = (productId: string, price: string): ProductShown => ({
  productId,
  name: `Product ${productId}`,
  unit: 'g',
  taxPricing: 'Inclusive',
  taxRates: [],
  rungs:
    price === ''
      ? []
      : [
          {
            tierId: null,
            quantity: '1',
            shelfId: null,
            price,
            exact: price,
            regular: price,
            outTheDoor: null,
            source: 'regular',
            saleEndsAtMs: null,
            deal: null
          }
        ]
})

/** What stood on the board in each hour, and what of it ended when. */
const shownIn = (db: Database.Database, productId: string): readonly string[] =>
  (preparePriceHistory(db).product(board, productId)?.prices ?? []).map(
    ({ price, fromMs, toMs }) =>
      `${price} from ${(fromMs - NOW) / HOUR_MS} to ${toMs === null ? 'now' : (toMs - NOW) / HOUR_MS}`
  )

const asideIn = (file: string): readonly string[] =>
  readdirSync(dirname(file)).filter((name) => name.includes('.newer-'))

const aCheck = (fingerprint: string, atMs: number): KeptCheck => ({
  atMs,
  locationId: 1,
  source: 'typed',
  fingerprint,
  lines: 1,
  agreed: 1,
  differed: 0,
  unchecked: 0,
  malformed: 0,
  over: '0',
  under: '0'
})

/** The hours: 0 older, 1 newer, 3 older again. At the end the older one's database lies there, closed, and the newer one's aside. */
function tornApart(): string {
  const file = join(makeDataDir(), 'keep.sqlite')
  const cache = openDatabase({ file: join(dirname(file), 'c.sqlite'), migrations: cacheMigrations, nowMs: NOW })
  if (!cache.ok) throw new Error(cache.message)
  const first = openAs(file, OLDER)
  prepareFirstSeenWriter(first)(['p1', 'p2'], NOW)
  show(first, { p1: '10', p2: '20', p3: '30' }, NOW, NOW + HOUR_MS)
  prepareRegisterRecords(cache.db, first).keepCheck(aCheck('of the first', NOW))
  first.close()

  const newer = openAs(file, NEWER)
  prepareFirstSeenWriter(newer)(['only-newer', 'both'], NOW + HOUR_MS)
  show(newer, { p1: '11', p4: '40' }, NOW + HOUR_MS, NOW + 2 * HOUR_MS)
  const records = prepareRegisterRecords(cache.db, newer)
  records.keepCheck(aCheck('of the newer', NOW + HOUR_MS))
  records.keepSample({ atMs: NOW + HOUR_MS, isNightly: true, checked: 1, differed: 0, error: null }, [
    { productId: 'p1', locationId: 1, atMs: NOW + HOUR_MS, differed: false }
  ])
  newer.close()

  const older = openAs(file, OLDER, NOW + 3 * HOUR_MS)
  expect(prepareFirstSeenReader(older)(['only-newer'])).toEqual(new Map())
  prepareFirstSeenWriter(older)(['only-older', 'both'], NOW + 3 * HOUR_MS)
  show(older, { p2: '', p3: '33', p4: '44' }, NOW + 3 * HOUR_MS, NOW + 4 * HOUR_MS)
  prepareRegisterRecords(cache.db, older).keepSample(
    { atMs: NOW + 3 * HOUR_MS, isNightly: true, checked: 2, differed: 0, error: null },
    [{ productId: 'p2', locationId: 1, atMs: NOW + 3 * HOUR_MS, differed: false }]
  )
  older.close()
  cache.db.close()
  expect(asideIn(file)).toHaveLength(1)
  return file
}

function expectJoined(db: Database.Database): void {
  expect(prepareFirstSeenReader(db)(['p1', 'only-newer', 'only-older', 'both'])).toEqual(
    new Map([
      ['p1', NOW],
      ['only-newer', NOW + HOUR_MS],
      ['only-older', NOW + 3 * HOUR_MS],
      ['both', NOW + HOUR_MS]
    ])
  )
  const history = preparePriceHistory(db)
  expect(
    history.stretches(board).map(({ fromMs, toMs }) => [(fromMs - NOW) / HOUR_MS, (toMs - NOW) / HOUR_MS])
  ).toEqual([
    [0, 2],
    [3, 4]
  ])
  expect(shownIn(db, 'p1')).toEqual(['10 from 0 to 1', '11 from 1 to 2', '10 from 2 to now'])
  expect(shownIn(db, 'p2')).toEqual(['20 from 0 to 2'])
  expect(shownIn(db, 'p3')).toEqual(['30 from 0 to 2', '33 from 3 to now'])
  expect(shownIn(db, 'p4')).toEqual(['40 from 1 to 2', '44 from 3 to now'])
  const rows = (sql: string): readonly unknown[] => db.prepare(sql).pluck().all()
  expect(rows('SELECT fingerprint FROM register_check ORDER BY at_ms')).toEqual(['of the first', 'of the newer'])
  expect(rows('SELECT at_ms FROM sample_run ORDER BY run_id')).toEqual([NOW + HOUR_MS, NOW + 3 * HOUR_MS])
  expect(rows('SELECT product_id FROM sample_product ORDER BY at_ms')).toEqual(['p1', 'p2'])
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
}

it('a newer version that comes back joins what it kept with what the older one kept meanwhile', () => {
  const file = tornApart()
  const db = openAs(file, NEWER, NOW + 5 * HOUR_MS)
  expectJoined(db)
  db.close()
  expect(asideIn(file)).toEqual([])
})

it('one that is newer still does so too', () => {
  const file = tornApart()
  const db = openAs(file, NEWER + 1, NOW + 5 * HOUR_MS)
  expectJoined(db)
  db.close()
  expect(asideIn(file)).toEqual([])
})

it('joined twice, as after a death before the file was removed, it is the same', () => {
  const file = tornApart()
  const [aside = ''] = asideIn(file)
  const newer = join(dirname(file), 'again.sqlite')
  const copy = new Database(join(dirname(file), aside))
  copy.prepare('VACUUM INTO ?').run(newer)
  copy.close()
  const db = openAs(file, NEWER, NOW + 5 * HOUR_MS)
  joinKept(db, newer)
  expectJoined(db)
  db.close()
})

it('a board goes on from what was joined as from what it last showed', () => {
  const db = openAs(tornApart(), NEWER, NOW + 5 * HOUR_MS)
  show(db, { p1: '12', p3: '33' }, NOW + 5 * HOUR_MS, NOW + 6 * HOUR_MS)
  expect(shownIn(db, 'p1').slice(-2)).toEqual(['10 from 2 to 4', '12 from 5 to now'])
  expect(shownIn(db, 'p3').slice(-1)).toEqual(['33 from 3 to now'])
  db.close()
})

it('where the older one showed no board meanwhile, the newer one goes on as if it had never been away', () => {
  const file = join(makeDataDir(), 'keep.sqlite')
  const first = openAs(file, OLDER)
  show(first, { p1: '10' }, NOW, NOW + HOUR_MS)
  first.close()
  const newer = openAs(file, NEWER)
  show(newer, { p1: '11' }, NOW + HOUR_MS, NOW + 2 * HOUR_MS)
  newer.close()
  openAs(file, OLDER, NOW + 3 * HOUR_MS).close()
  const db = openAs(file, NEWER, NOW + 4 * HOUR_MS)
  expect(shownIn(db, 'p1')).toEqual(['10 from 0 to 1', '11 from 1 to now'])
  db.close()
})

it('of two that were taken back one after the other each version joins what it can read', () => {
  const file = join(makeDataDir(), 'keep.sqlite')
  const see = (version: number, hour: number): void => {
    const db = openAs(file, version, NOW + hour * HOUR_MS)
    prepareFirstSeenWriter(db)([`in hour ${hour}`], NOW + hour * HOUR_MS)
    show(db, { p1: `${10 + hour}` }, NOW + hour * HOUR_MS, NOW + (hour + 1) * HOUR_MS)
    db.close()
  }
  see(OLDER, 0)
  see(NEWER + 1, 1)
  see(NEWER, 2)
  see(OLDER, 3)
  expect(asideIn(file)).toHaveLength(2)
  see(NEWER, 4)
  expect(asideIn(file)).toHaveLength(1)
  see(OLDER, 5)
  expect(asideIn(file)).toHaveLength(2)
  const db = openAs(file, NEWER + 1, NOW + 6 * HOUR_MS)
  expect(asideIn(file)).toEqual([])
  expect([...prepareFirstSeenReader(db)([0, 1, 2, 3, 4, 5].map((hour) => `in hour ${hour}`)).values()]).toEqual(
    [0, 1, 2, 3, 4, 5].map((hour) => NOW + hour * HOUR_MS)
  )
  expect(shownIn(db, 'p1')).toEqual([
    '10 from 0 to 1',
    '11 from 1 to 2',
    '12 from 2 to 3',
    '13 from 3 to 4',
    '14 from 4 to 5',
    '15 from 5 to now'
  ])
  db.close()
})

it('one that cannot be read stays where it lies, and the start goes on', () => {
  const file = tornApart()
  const [aside = ''] = asideIn(file)
  const db = new Database(join(dirname(file), aside))
  db.exec('DROP TABLE shown_price')
  db.close()
  const opened = openAs(file, NEWER, NOW + 5 * HOUR_MS)
  expect(prepareFirstSeenReader(opened)(['only-older', 'only-newer']).size).toBe(1)
  opened.close()
  expect(asideIn(file)).toEqual([aside])
})

it('of the catalogue the database stays that was synced last, and the one of the newer program is removed', () => {
  const file = join(makeDataDir(), 'cache.sqlite')
  const openCache = (version: number): Database.Database => {
    const opened = openDatabase({ file, migrations: cacheMigrations.slice(0, version), nowMs: NOW })
    if (!opened.ok) throw new Error(opened.message)
    return opened.db
  }
  const put = (db: Database.Database, name: string): void =>
    void db.prepare("INSERT INTO meta (key, value) VALUES (?, '')").run(name)
  const version = cacheMigrations.length
  const first = openCache(version - 1)
  put(first, 'first')
  first.close()
  const newer = openCache(version)
  put(newer, 'newer')
  newer.close()
  const older = openCache(version - 1)
  put(older, 'older')
  older.close()
  expect(asideIn(file)).toHaveLength(1)
  const db = openCache(version)
  expect(db.prepare("SELECT key FROM meta WHERE value = '' ORDER BY key").pluck().all()).toEqual(['first', 'older'])
  db.close()
  expect(asideIn(file)).toEqual([])
})

it('joins every table that is kept', () => {
  const db = openAs(join(makeDataDir(), 'keep.sqlite'), NEWER)
  expect(db.prepare("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").pluck().all()).toEqual([
    ...JOINED_TABLES
  ])
  db.close()
})
