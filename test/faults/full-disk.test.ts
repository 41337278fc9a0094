import Database from 'better-sqlite3'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type DemoStore, startDemoStore } from '../../src/main/demo-store/demo-store.ts'
import type { EngineCore } from '../../src/main/engine/engine-core.ts'
import { CACHE_FILE, KEEP_FILE } from '../../src/main/store/open-store.ts'
import { boardOf, itemsOf, plainProductOf, runEngine } from '../main/engine/running-engine.ts'

const REGINA = 110501

let store: DemoStore
let dataDir: string
let engine: EngineCore
/** The engine's own connections, by the names of their files. */
let connections: Map<string, Database.Database>

beforeEach(async () => {
  store = await startDemoStore({ living: false })
  dataDir = mkdtempSync(join(tmpdir(), 'topshelf-full-'))
  connections = new Map()
  const pragma = Database.prototype.pragma
  vi.spyOn(Database.prototype, 'pragma').mockImplementation(function (this: Database.Database, ...given) {
    connections.set(basename(this.name), this)
    return pragma.apply(this, given)
  })
})
afterEach(async () => {
  await engine.stop()
  await store.close()
  vi.restoreAllMocks()
  rmSync(dataDir, { recursive: true, force: true })
})

function connectionOf(name: string): Database.Database {
  const db = connections.get(name)
  if (db === undefined) throw new Error(`the engine has not opened ${name}`)
  return db
}

/** Leaves the databases not one more page than they have, as a disk without room does. */
function fillDisk(): void {
  for (const name of [CACHE_FILE, KEEP_FILE]) {
    const db = connectionOf(name)
    // Pages that are free inside would be room.
    db.exec('VACUUM')
    db.pragma(`max_page_count = ${db.pragma('page_count', { simple: true })}`)
  }
}

function makeRoom(): void {
  for (const name of [CACHE_FILE, KEEP_FILE]) connectionOf(name).pragma('max_page_count = 1000000')
}

function seenProducts(): readonly unknown[] {
  return connectionOf(KEEP_FILE)
    .prepare('SELECT product_id, first_seen_at_ms FROM first_seen ORDER BY product_id')
    .all()
}

test(
  'a full disk fails the feeds and says so, boards go on with their schedule, and it mends itself once there is room',
  { timeout: 120_000 },
  async () => {
    const onSale = plainProductOf(store, REGINA)
    engine = await runEngine(store, dataDir, { syncsByItself: true, syncIntervalMs: 1000 })
    const priceOf = (productId: string): string | null | undefined =>
      itemsOf(engine, REGINA).find((item) => item.productId === productId)?.ladder[0]?.price
    await vi.waitFor(() => expect(engine.health().status).toBe('ok'), { timeout: 40_000 })
    const stopsAtMs = Date.now() + 12_000
    store.state.setSale(onSale, REGINA, { salePrice: '0.77', startsAtMs: Date.now() - 60_000, stopsAtMs })
    await vi.waitFor(() => expect(priceOf(onSale)).toBe('0.77'), { timeout: 12_000 })
    const board = boardOf(engine, REGINA, stopsAtMs + 60_000)
    const seen = seenProducts()

    fillDisk()
    for (let at = 0; at < 150; at += 1) store.state.addProduct(onSale, { name: `New ${at}` })
    store.state.setPrice(onSale, REGINA, '44.44')
    await vi.waitFor(() => expect(engine.health().feeds.prices.lastError?.code).toBe('disk-full'), { timeout: 30_000 })
    expect(engine.health()).toMatchObject({ status: 'degraded' })
    expect(engine.health().feeds.prices.lastError?.message).toMatch(/disk is full/i)

    // The sale ends on the second, from what is known.
    await vi.waitFor(() => expect(priceOf(onSale)).not.toBe('0.77'), { timeout: 40_000 })
    expect(boardOf(engine, REGINA, stopsAtMs + 60_000).items).toEqual(board.items)
    expect(connectionOf(CACHE_FILE).pragma('integrity_check', { simple: true })).toBe('ok')
    expect(connectionOf(KEEP_FILE).pragma('integrity_check', { simple: true })).toBe('ok')
    expect(seenProducts()).toEqual(seen)

    const beganMs = performance.now()
    makeRoom()
    await vi.waitFor(() => expect(priceOf(onSale)).toBe('44.44'), { timeout: 60_000 })
    await vi.waitFor(() => expect(engine.health().feeds.prices.lastError).toBeNull(), { timeout: 20_000 })
    process.stdout.write(
      `recovered: full disk in ${((performance.now() - beganMs) / 1000).toFixed(1)} s after there was room\n`
    )
    expect(seenProducts()).toEqual(expect.arrayContaining([...seen]))
  }
)
