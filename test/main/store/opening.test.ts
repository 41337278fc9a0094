import Database from 'better-sqlite3'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync
} from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { cacheMigrations } from '../../../src/main/store/cache-migrations.ts'
import type { Migration } from '../../../src/main/store/migrations.ts'
import { openDatabase } from '../../../src/main/store/open-database.ts'
import { openStoreReader, openStoreWriter } from '../../../src/main/store/open-store.ts'
import { storeFailureOf } from '../../../src/main/store/store-failure.ts'
import {
  NOW,
  aPrice,
  aSet,
  landPrices,
  makeDataDir,
  nowMs,
  openTestStore,
  passCatalogue,
  priced,
  pricesAt,
  shownAt
} from './store-fixture.ts'

const cacheFile = (dataDir: string): string => join(dataDir, 'cache.sqlite')

const childOf = async (dataDir: string) => {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'writer-child.ts'), dataDir], {
    stdio: ['ignore', 'pipe', 'inherit']
  })
  onTestFinished(() => {
    child.kill('SIGKILL')
  })
  child.stdout.setEncoding('utf8')
  const [first] = (await once(child.stdout, 'data')) as [string]
  return { child, first }
}

test('a missing database is a value for the reader, and stays missing', () => {
  const dataDir = makeDataDir()
  expect(openStoreReader({ dataDir })).toMatchObject({ ok: false, code: 'database-missing' })
  expect(readdirSync(dataDir)).toEqual([])
})

test('the reader reads while the writer writes, and sees each landed page whole', () => {
  const dataDir = makeDataDir()
  const writer = openTestStore(dataDir)
  passCatalogue(writer, [priced('p1'), priced('p2')])
  const opened = openStoreReader({ dataDir })
  if (!opened.ok) throw new Error(opened.message)
  onTestFinished(() => opened.store.close())
  const reader = opened.store
  expect(reader.productsAt(1)).toEqual(writer.productsAt(1))
  for (const price of ['11', '12', '13']) {
    landPrices(writer, [aSet(1, 'p1', [aPrice(price)]), aSet(1, 'p2', [aPrice(price)])])
    expect(reader.productsAt(1).map((product) => product.records[0]?.price)).toEqual([price, price])
  }
  expect(reader.feedStates()).toEqual(writer.feedStates())
})

test('one writer at a time: the second is told whose the lock is, and gets it once it is given back', () => {
  const dataDir = makeDataDir()
  const first = openStoreWriter({ dataDir, nowMs })
  if (!first.ok) throw new Error(first.message)
  const second = openStoreWriter({ dataDir, nowMs })
  expect(second).toMatchObject({ ok: false, code: 'writer-busy' })
  expect(second.ok ? '' : second.message).toContain(`process ${process.pid}`)
  expect(second.ok ? '' : second.message).toContain(dataDir)
  first.store.close()
  openTestStore(dataDir)
})

test('kill -9 gives the lock back and leaves whole pages', async () => {
  const dataDir = makeDataDir()
  const { child, first } = await childOf(dataDir)
  expect(first).toMatch(/^landed/)
  const busy = openStoreWriter({ dataDir, nowMs })
  expect(busy).toMatchObject({ ok: false, code: 'writer-busy' })
  expect(busy.ok ? '' : busy.message).toContain(`process ${child.pid}`)
  child.kill('SIGKILL')
  await once(child, 'exit')

  const opened = openStoreWriter({ dataDir, nowMs })
  if (!opened.ok) throw new Error(opened.message)
  onTestFinished(() => opened.store.close())
  expect(opened.movedAside).toBeNull()
  expect(opened.store.syncRuns(1)).toMatchObject([{ errorCode: 'interrupted' }])
  const db = new Database(cacheFile(dataDir), { readonly: true })
  const prices = db.prepare('SELECT DISTINCT price FROM price_record').pluck().all()
  db.close()
  expect(prices).toHaveLength(1)
  expect(Number(prices[0])).toBeGreaterThanOrEqual(50)
})

test('a newer database is refused with a clear line, and left as it is', () => {
  const dataDir = makeDataDir()
  openTestStore(dataDir).close()
  const db = new Database(cacheFile(dataDir))
  db.pragma('user_version = 999')
  db.close()
  const opened = openStoreWriter({ dataDir, nowMs })
  expect(opened).toMatchObject({ ok: false, code: 'database-newer' })
  expect(opened.ok ? '' : opened.message).toContain('version 999')
  expect(openStoreReader({ dataDir })).toMatchObject({ ok: false, code: 'database-newer' })
  // The lock was given back.
  expect(openStoreWriter({ dataDir, nowMs })).toMatchObject({ code: 'database-newer' })
})

test('a newer program that was taken back leaves boards as it found them, and its own database beside', () => {
  const dataDir = makeDataDir()
  const store = openTestStore(dataDir)
  passCatalogue(store, [priced('p1')])
  store.close()
  // As a newer program does: it keeps a copy, and goes on with a schema of its own.
  const db = new Database(cacheFile(dataDir))
  const known = Number(db.pragma('user_version', { simple: true }))
  db.prepare('VACUUM INTO ?').run(`${cacheFile(dataDir)}.before-v${known + 1}`)
  db.exec('DROP TABLE product; CREATE TABLE product (only_newer TEXT)')
  db.pragma(`user_version = ${known + 1}`)
  db.close()

  for (const life of ['first', 'second']) {
    const opened = openStoreWriter({ dataDir, nowMs })
    if (!opened.ok) throw new Error(`${life}: ${opened.message}`)
    expect(shownAt(opened.store, 1)).toEqual(['p1'])
    opened.store.close()
  }
  const aside = readdirSync(dataDir).filter((name) => /^cache\.sqlite\.newer-[^.]*$/.test(name))
  expect(aside).toHaveLength(1)
  const newer = new Database(join(dataDir, aside[0] ?? ''), { readonly: true })
  expect(newer.pragma('user_version', { simple: true })).toBe(known + 1)
  newer.close()
})

test('a file that is no database is moved aside whole, never deleted, and an empty one made', () => {
  const dataDir = makeDataDir()
  const junk = 'this is not a database at all, but somebody may want it '.repeat(100)
  writeFileSync(cacheFile(dataDir), junk)
  writeFileSync(`${cacheFile(dataDir)}-wal`, 'wal')
  writeFileSync(`${cacheFile(dataDir)}-shm`, 'shm')
  expect(openStoreReader({ dataDir })).toMatchObject({ ok: false, code: 'database-unreadable' })
  const opened = openStoreWriter({ dataDir, nowMs })
  if (!opened.ok) throw new Error(opened.message)
  onTestFinished(() => opened.store.close())
  expect(opened.movedAside).toBe(`${cacheFile(dataDir)}.damaged-2026-04-20T12-00-00-000Z`)
  expect(readFileSync(opened.movedAside ?? '', 'utf8')).toBe(junk)
  passCatalogue(opened.store, [priced('p1')])
  expect(shownAt(opened.store, 1)).toEqual(['p1'])
})

test('a database with damaged pages is moved aside; a second one gets a name of its own', () => {
  const dataDir = makeDataDir()
  for (const suffix of ['', '-2']) {
    const store = openTestStore(dataDir)
    passCatalogue(
      store,
      Array.from({ length: 400 }, (_, i) => priced(`p${i}`))
    )
    store.close()
    const bytes = readFileSync(cacheFile(dataDir))
    bytes.fill(0xa5, 8192, bytes.length - 4096)
    writeFileSync(cacheFile(dataDir), bytes)
    const opened = openStoreWriter({ dataDir, nowMs })
    if (!opened.ok) throw new Error(opened.message)
    expect(opened.movedAside).toBe(`${cacheFile(dataDir)}.damaged-2026-04-20T12-00-00-000Z${suffix}`)
    expect(opened.store.productsAt(1)).toEqual([])
    opened.store.close()
  }
})

test('a database that was cut short is moved aside', () => {
  const dataDir = makeDataDir()
  const store = openTestStore(dataDir)
  passCatalogue(
    store,
    Array.from({ length: 400 }, (_, i) => priced(`p${i}`))
  )
  store.close()
  truncateSync(cacheFile(dataDir), statSync(cacheFile(dataDir)).size - 20_000)
  const opened = openStoreWriter({ dataDir, nowMs })
  if (!opened.ok) throw new Error(opened.message)
  onTestFinished(() => opened.store.close())
  expect(existsSync(opened.movedAside ?? '')).toBe(true)
})

test('a damaged lock file is made again', () => {
  const dataDir = makeDataDir()
  writeFileSync(join(dataDir, 'writer.lock.sqlite'), 'x'.repeat(5000))
  passCatalogue(openTestStore(dataDir), [priced('p1')])
})

test('a data directory that cannot be made or written is one clear line', () => {
  const dataDir = makeDataDir()
  const file = join(dataDir, 'file')
  writeFileSync(file, '')
  for (const place of [file, join(file, 'below')]) {
    const opened = openStoreWriter({ dataDir: place, nowMs })
    expect(opened).toMatchObject({ ok: false, code: 'data-dir-unwritable' })
    expect(opened.ok ? '' : opened.message).toMatch(/^Cannot write in [^\n]+$/)
    expect(opened.ok ? '' : opened.message).toContain(place)
  }
  const directoryInPlace = join(dataDir, 'data')
  mkdirSync(cacheFile(directoryInPlace), { recursive: true })
  expect(openStoreWriter({ dataDir: directoryInPlace, nowMs })).toMatchObject({ code: 'data-dir-unwritable' })
})

test('a read-only data directory is one clear line', () => {
  const dataDir = makeDataDir()
  openTestStore(dataDir).close()
  chmodSync(dataDir, 0o555)
  for (const name of readdirSync(dataDir)) chmodSync(join(dataDir, name), 0o444)
  const opened = openStoreWriter({ dataDir, nowMs })
  if (opened.ok) opened.store.close()
  chmodSync(dataDir, 0o755)
  // The superuser may write anywhere.
  expect(opened).toMatchObject(process.getuid?.() === 0 ? { ok: true } : { ok: false, code: 'data-dir-unwritable' })
})

test('a full disk is one clear line, and the page is not half landed', () => {
  const dataDir = makeDataDir()
  const opened = openDatabase({ file: cacheFile(dataDir), migrations: cacheMigrations, nowMs: NOW })
  if (!opened.ok) throw new Error(opened.message)
  onTestFinished(() => {
    opened.db.close()
  })
  const pages = Number(opened.db.pragma('page_count', { simple: true }))
  opened.db.pragma(`max_page_count = ${pages}`)
  const insert = opened.db.prepare('INSERT INTO classification VALUES (?, ?, ?)')
  const fill = opened.db.transaction(() => {
    for (let i = 0; i < 100_000; i += 1) insert.run(i, 'x'.repeat(100), '[]')
  })
  let failure: ReturnType<typeof storeFailureOf> = null
  try {
    fill()
  } catch (error) {
    failure = storeFailureOf(error, dataDir)
  }
  expect(failure).toEqual({ code: 'disk-full', message: `The disk is full: nothing can be saved in ${dataDir}` })
  expect(opened.db.prepare('SELECT count(*) FROM classification').pluck().get()).toBe(0)
})

test('what is no failure of the disk is a bug and stays one', () => {
  expect(storeFailureOf(new TypeError('x is not a function'), 'here')).toBeNull()
})

const steps: readonly Migration[] = [
  { name: 'one', sql: 'CREATE TABLE a (x TEXT NOT NULL) STRICT' },
  { name: 'two', sql: "ALTER TABLE a ADD COLUMN y TEXT NOT NULL DEFAULT 'new'" },
  { name: 'three', sql: 'CREATE TABLE b (z TEXT) STRICT' },
  { name: 'four', sql: 'CREATE TABLE c (z TEXT) STRICT' },
  { name: 'five', sql: 'CREATE TABLE d (z TEXT) STRICT' }
]

const openTo = (file: string, version: number): Database.Database => {
  const opened = openDatabase({ file, migrations: steps.slice(0, version), nowMs: NOW })
  if (!opened.ok) throw new Error(opened.message)
  return opened.db
}

test('an older database is backed up, then migrated with what it holds', () => {
  const file = cacheFile(makeDataDir())
  const old = openTo(file, 1)
  old.exec("INSERT INTO a VALUES ('kept')")
  old.close()
  const db = openTo(file, 3)
  expect(db.prepare('SELECT * FROM a').all()).toEqual([{ x: 'kept', y: 'new' }])
  expect(db.pragma('user_version', { simple: true })).toBe(3)
  db.close()
  const backup = new Database(`${file}.before-v3`, { readonly: true })
  expect(backup.prepare('SELECT * FROM a').all()).toEqual([{ x: 'kept' }])
  expect(backup.pragma('user_version', { simple: true })).toBe(1)
  backup.close()
})

test('a new database is not backed up, and only the last few backups are kept', () => {
  const dataDir = makeDataDir()
  const file = cacheFile(dataDir)
  for (let version = 1; version <= 5; version += 1) openTo(file, version).close()
  expect(
    readdirSync(dataDir)
      .filter((name) => name.includes('before'))
      .sort()
  ).toEqual(['cache.sqlite.before-v3', 'cache.sqlite.before-v4', 'cache.sqlite.before-v5'])
})

test('a migration that fails leaves the version before it, whole', () => {
  const file = cacheFile(makeDataDir())
  openTo(file, 1).close()
  const broken = [...steps.slice(0, 2), { name: 'broken', sql: 'CREATE TABLE e (x TEXT); SELECT * FROM nowhere' }]
  expect(() => openDatabase({ file, migrations: broken, nowMs: NOW })).toThrow('nowhere')
  const db = openTo(file, 2)
  expect(db.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all()).toEqual(['a'])
  db.close()
})

test('the cache can be thrown away and is built anew; dates of first sight survive', () => {
  const dataDir = makeDataDir()
  const first = openTestStore(dataDir)
  passCatalogue(first, [priced('p1')])
  const seenAtMs = first.firstSeenAtMs(['p1', 'p2']).get('p1')
  expect(seenAtMs).toBeTypeOf('number')
  expect(first.firstSeenAtMs(['p2']).size).toBe(0)
  first.close()
  for (const name of readdirSync(dataDir)) if (name.startsWith('cache.')) rmSync(join(dataDir, name))

  const second = openTestStore(dataDir)
  expect(second.productsAt(1)).toEqual([])
  passCatalogue(second, [priced('p1'), priced('p2')])
  const seen = second.firstSeenAtMs(['p1', 'p2'])
  expect(seen.get('p1')).toBe(seenAtMs)
  expect(seen.get('p2')).toBeGreaterThan(seenAtMs ?? Infinity)
  expect(pricesAt(second, 1)).toEqual({ p1: [aPrice('10')], p2: [aPrice('10')] })
})

test('every table is STRICT, and none has a column for costs or customers', () => {
  const dataDir = makeDataDir()
  openTestStore(dataDir)
  for (const name of ['cache.sqlite', 'keep.sqlite']) {
    const db = new Database(join(dataDir, name), { readonly: true })
    const tables = db
      .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
      .all() as {
      name: string
      sql: string
    }[]
    expect(tables.length).toBeGreaterThan(0)
    for (const table of tables) {
      expect(table.sql).toMatch(/\) STRICT(, WITHOUT ROWID)?$/)
      for (const column of db.pragma(`table_info(${table.name})`) as { name: string }[]) {
        expect(column.name).not.toMatch(/cost|customer|user/)
      }
    }
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal')
    db.close()
  }
})
