import Database from 'better-sqlite3'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import type { EngineCore } from '../../../src/main/engine/engine-core.ts'
import type { BoardPatch, BoardSnapshot } from '../../../src/shared/board-snapshot.ts'
import { eventually, removeDir, temporaryDir } from '../serve/serve-process.ts'
import { boardOf, itemsOf, plainProductOf, runEngine, syncOnce } from './running-engine.ts'

let store: DemoStore
let dataDir: string
let regina: number
const engines: EngineCore[] = []

async function engineOf(more: Parameters<typeof runEngine>[2] = {}): Promise<EngineCore> {
  const engine = await runEngine(store, dataDir, more)
  engines.push(engine)
  return engine
}

beforeEach(async () => {
  store = await startDemoStore({ living: false })
  dataDir = temporaryDir()
  regina = store.state.locations.find(({ Name }) => Name.includes('Regina'))?.Id as number
})

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop()
  await store.close()
  removeDir(dataDir)
})

function asked(endpoint: string): readonly { readonly path: string; readonly atMs: number }[] {
  return store.requests.filter((request) => request.endpoint === endpoint)
}

/** The instant in the path of a changed-prices call. */
function asOfMs(path: string): number {
  return Date.parse(decodeURIComponent(/ChangedPrices\/([^?]+)/.exec(path)?.[1] ?? ''))
}

describe('polls', () => {
  it('changed prices ask for the last five minutes of server time, page by page without $', async () => {
    const engine = await engineOf()
    await syncOnce(engine)
    const [first] = asked('prices')
    expect(first?.path).toMatch(/\?skip=0&top=\d+$/)
    expect(Math.abs((first?.atMs ?? 0) - 300_000 - asOfMs(first?.path ?? ''))).toBeLessThan(3000)
  })

  it('a wrong device clock misses nothing: "now" is the Date header\'s', async () => {
    const offsetMs = 3 * 3_600_000
    store.faults.always('all', { kind: 'clock', offsetMs })
    const engine = await engineOf()
    await syncOnce(engine)
    const first = asked('prices').at(-1)
    expect(Math.abs((first?.atMs ?? 0) + offsetMs - 300_000 - asOfMs(first?.path ?? ''))).toBeLessThan(5000)
    expect(Math.abs(Date.parse(boardOf(engine, regina).at) - Date.now() - offsetMs)).toBeLessThan(5000)
  })

  it('a server clock that ran ahead for a while holds up no price when it is right again', async () => {
    const engine = await engineOf()
    store.faults.always('all', { kind: 'clock', offsetMs: 5 * 3_600_000 })
    await syncOnce(engine)
    const productId = plainProductOf(store, regina)
    store.state.setPrice(productId, regina, '50')
    await syncOnce(engine)
    store.faults.clear()
    store.state.setPrice(productId, regina, '80')
    await syncOnce(engine)
    expect(itemsOf(engine, regina).find((item) => item.productId === productId)?.ladder[0]?.regular).toBe('80.00')
  })

  it('a token is asked for once, and again once after a 401', async () => {
    const engine = await engineOf()
    await syncOnce(engine)
    expect(asked('token')).toHaveLength(1)
    store.expireTokens()
    expect(await syncOnce(engine)).toBeNull()
    expect(asked('token')).toHaveLength(2)
  })

  it('a changed price, an emptied one and a new product follow by themselves', async () => {
    const engine = await engineOf({ syncsByItself: true, syncIntervalMs: 100 })
    await eventually(
      async () => engine.health(),
      ({ status }) => status === 'ok'
    )
    const productId = plainProductOf(store, regina)
    store.state.setPrice(productId, regina, '66.66')
    await eventually(
      async () => itemsOf(engine, regina).find((item) => item.productId === productId),
      (item) => item?.ladder[0]?.regular === '66.66'
    )
    store.state.removePrices(productId, regina)
    await eventually(
      async () => itemsOf(engine, regina).some((item) => item.productId === productId),
      (there) => !there
    )
  })

  it('a second full sync of the same data changes nothing', async () => {
    const engine = await engineOf()
    await syncOnce(engine)
    const patches: BoardPatch[] = []
    const subscribed = engine.boards.subscribeBoard(
      { locationId: regina, atMs: null, groupId: null, customer: 'recreational' },
      ({ event, data }) => {
        if (event === 'patch') patches.push(JSON.parse(data) as BoardPatch)
        else expect(patches).toEqual([])
      }
    )
    expect(subscribed.ok).toBe(true)
    await syncOnce(engine)
    expect(patches.length).toBeGreaterThan(0)
    for (const patch of patches) expect([patch.items, patch.removed]).toEqual([[], []])
  })

  it('after an absence longer than the reach of the poll there is a full pass', async () => {
    const first = await engineOf()
    await syncOnce(first)
    await engines.splice(0)[0]?.stop()
    const full = (): number => asked('catalogue').length
    const before = full()
    store.faults.always('all', { kind: 'clock', offsetMs: 3_600_000 })
    const engine = await engineOf({ syncsByItself: true })
    await eventually(
      async () => full(),
      (count) => count > before
    )
    expect(engine.health().feeds.prices.lastError).toBeNull()
    // The poll itself reaches back over the absence.
    const poll = asked('prices').at(-1)
    expect(asOfMs(poll?.path ?? '')).toBeLessThan(Date.now() + 60_000)
  })
})

describe('leaving and staying', () => {
  it('what a complete pass no longer has leaves the board', async () => {
    const engine = await engineOf()
    await syncOnce(engine)
    const productId = plainProductOf(store, regina)
    store.state.removeProduct(productId)
    const gone = store.state.promotions[0]?.promotionId as string
    store.state.removePromotion(gone)
    await syncOnce(engine)
    expect(itemsOf(engine, regina).some((item) => item.productId === productId)).toBe(false)
    expect(JSON.stringify(itemsOf(engine, regina))).not.toContain(gone)
  })

  it('a pass that would remove more than a fifth is held back until the next agrees', async () => {
    const engine = await engineOf()
    await syncOnce(engine)
    const shown = itemsOf(engine, regina)
    for (const { productId } of shown.slice(0, Math.ceil(shown.length * 0.25))) store.state.removeProduct(productId)
    await syncOnce(engine)
    expect(itemsOf(engine, regina)).toHaveLength(shown.length)
    expect(engine.health().problems.some(({ locationId }) => locationId === regina)).toBe(true)
    await syncOnce(engine)
    expect(itemsOf(engine, regina)).toHaveLength(shown.length - Math.ceil(shown.length * 0.25))
    expect(engine.health().problems.filter(({ code }) => code === 'removals-held-back')).toEqual([])
  })

  it('an archived product leaves, a sold-out one stays and says so', async () => {
    const engine = await engineOf()
    await syncOnce(engine)
    const productId = plainProductOf(store, regina)
    store.state.setStock(productId, regina, '0')
    await syncOnce(engine)
    expect(itemsOf(engine, regina).find((item) => item.productId === productId)?.inStock).toBe(false)
    store.state.archive(productId)
    await syncOnce(engine)
    expect(itemsOf(engine, regina).some((item) => item.productId === productId)).toBe(false)
  })

  it('a change of TaxPricing holds the amounts until a full price pass has followed', async () => {
    const engine = await engineOf({ syncsByItself: false })
    await syncOnce(engine)
    store.state.setTaxPricing(regina, 'Inclusive')
    store.faults.always('catalogue', { kind: 'status', status: 503 })
    await syncOnce(engine)
    const held = boardOf(engine, regina)
    expect(held.taxPricing).toBe('Inclusive')
    expect(held.items.length).toBeGreaterThan(300)
    for (const { ladder } of held.items)
      for (const rung of ladder)
        expect([rung.price, rung.regular, rung.unitPrice, rung.outTheDoor, rung.taxes]).toEqual([
          null,
          null,
          null,
          null,
          []
        ])
    store.faults.clear()
    await syncOnce(engine)
    const [rung] = boardOf(engine, regina).items[0]?.ladder ?? []
    expect(rung?.price).toMatch(/^\d+\.\d\d$/)
    expect(rung?.outTheDoor).toBe(rung?.price)
  })
})

describe('a store that cannot write', () => {
  it('fails the feed with a reason, leaves the board, and lands what it missed once it can', async () => {
    const engine = await engineOf()
    await syncOnce(engine)
    const productId = plainProductOf(store, regina)
    const before = itemsOf(engine, regina)
    const db = new Database(join(dataDir, 'cache.sqlite'))
    db.exec("CREATE TRIGGER refuse BEFORE UPDATE ON price_set BEGIN SELECT RAISE(ABORT, 'no room'); END")
    store.state.setPrice(productId, regina, '44.44')
    expect(await syncOnce(engine)).toMatch(/prices|catalogue/)
    expect(itemsOf(engine, regina)).toEqual(before)
    const health = engine.health()
    expect(health.status).toBe('degraded')
    expect(health.feeds.catalogue.lastError?.message).toContain('no room')
    db.exec('DROP TRIGGER refuse')
    db.close()
    expect(await syncOnce(engine)).toBeNull()
    expect(itemsOf(engine, regina).find((item) => item.productId === productId)?.ladder[0]?.regular).toBe('44.44')
    expect(engine.health().status).toBe('ok')
  })
})

describe('what is stored', () => {
  it('holds no cost and nothing about customers or users', async () => {
    const engine = await engineOf()
    await syncOnce(engine)
    await engines.splice(0)[0]?.stop()
    const files = readdirSync(dataDir).filter((name) => name.includes('sqlite'))
    expect(files.length).toBeGreaterThan(0)
    for (const name of files) {
      const bytes = readFileSync(join(dataDir, name)).toString('latin1')
      for (const word of [
        'UnitCost',
        'unit_cost',
        'CreatedByUserId',
        store.credentials.password,
        store.credentials.clientSecret
      ])
        expect(bytes).not.toContain(word)
    }
  })

  it('a board stands from what is stored when Cova cannot be reached', async () => {
    const first = await engineOf()
    await syncOnce(first)
    const before = itemsOf(first, regina)
    await engines.splice(0)[0]?.stop()
    store.faults.always('all', { kind: 'reset' })
    const engine = await engineOf({ syncsByItself: true })
    expect(itemsOf(engine, regina)).toEqual(before)
  })

  it('a damaged database is moved aside, never deleted, and rebuilt from Cova', async () => {
    const first = await engineOf()
    await syncOnce(first)
    const before = itemsOf(first, regina)
    await engines.splice(0)[0]?.stop()
    const { writeFileSync } = await import('node:fs')
    writeFileSync(join(dataDir, 'cache.sqlite'), 'this is no database at all, only text that stands in its place')
    const engine = await engineOf()
    expect(engine.health().problems.map(({ code }) => code)).toEqual(['file-moved-aside'])
    await syncOnce(engine)
    expect(itemsOf(engine, regina)).toEqual(before)
    expect(
      readdirSync(dataDir).some(
        (name) =>
          name !== 'cache.sqlite' &&
          name.startsWith('cache.sqlite') &&
          existsSync(join(dataDir, name)) &&
          readFileSync(join(dataDir, name)).toString().startsWith('this is no')
      )
    ).toBe(true)
  })

  it("another company's store is not shown under this one's name", async () => {
    const first = await engineOf()
    await syncOnce(first)
    await engines.splice(0)[0]?.stop()
    const other = { ...store, credentials: { ...store.credentials, companyId: '424242' } }
    const engine = await runEngine(other, dataDir)
    engines.push(engine)
    expect(engine.boards.locations()).toEqual([])
    await engines.splice(0)[0]?.stop()
    expect(readdirSync(dataDir).some((name) => name.includes(store.credentials.companyId))).toBe(true)
  })
})

describe('a stream', () => {
  it('of a fixed instant is a snapshot of that instant', async () => {
    const engine = await engineOf()
    await syncOnce(engine)
    const at = '2026-12-24T18:00:00.000Z'
    const snapshots: BoardSnapshot[] = []
    const subscribed = engine.boards.subscribeBoard(
      { locationId: regina, atMs: Date.parse(at), groupId: null, customer: 'recreational' },
      ({ event, data }) => {
        if (event === 'snapshot') snapshots.push(JSON.parse(data) as BoardSnapshot)
      }
    )
    expect(subscribed.ok).toBe(true)
    expect(snapshots.map((snapshot) => snapshot.at)).toEqual([at])
  })
})
