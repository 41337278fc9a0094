import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoEndpoint, DemoFault, DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import type { EngineCore } from '../../../src/main/engine/engine-core.ts'
import type { FeedName } from '../../../src/shared/board-snapshot.ts'
import { removeDir, temporaryDir } from '../serve/serve-process.ts'
import { boardOf, itemsOf, plainProductOf, runEngine, syncOnce } from './running-engine.ts'

let store: DemoStore
let dataDir: string
let engine: EngineCore
let regina: number

beforeAll(async () => {
  store = await startDemoStore({ living: false })
  // It starts two minutes after the store does: boards of before and after would differ for that alone.
  for (const { promotionId, name } of store.state.promotions)
    if (name === 'Quarter hour') store.state.removePromotion(promotionId)
  dataDir = temporaryDir()
  engine = await runEngine(store, dataDir)
  regina = store.state.locations.find(({ Name }) => Name.includes('Regina'))?.Id as number
  expect(await syncOnce(engine)).toBeNull()
})

afterEach(() => store.faults.clear())

afterAll(async () => {
  await engine.stop()
  await store.close()
  removeDir(dataDir)
})

/** Every call of the wire that a sync makes, with the feed that health files it under. */
const CALLS: readonly (readonly [DemoEndpoint, FeedName])[] = [
  ['locations', 'locations'],
  ['tree', 'locations'],
  ['tax-pricing', 'taxes'],
  ['catalogue', 'catalogue'],
  ['menu-board-promotions', 'promotions'],
  ['prices', 'prices']
]

const FAULTS: readonly (readonly [string, DemoFault])[] = [
  ['not JSON', { kind: 'not-json' }],
  ['truncated', { kind: 'truncated' }],
  ['an HTML error page', { kind: 'html' }],
  ['a number where the reply belongs', { kind: 'transform', transform: () => 42 }],
  ['null where the reply belongs', { kind: 'transform', transform: () => null }],
  ['401', { kind: 'status', status: 401 }],
  ['403', { kind: 'status', status: 403 }],
  ['404', { kind: 'status', status: 404 }],
  ['429', { kind: 'status', status: 429, retryAfter: '120' }],
  ['500', { kind: 'status', status: 500 }],
  ['connection reset', { kind: 'reset' }],
  ['a connection reset midway', { kind: 'reset-midway' }]
]

/** The last good board stays, health names the feed and the cause, and the next sync is whole. */
async function expectFaultTold(
  endpoint: DemoEndpoint,
  feed: FeedName,
  fault: DemoFault,
  sync = syncOnce
): Promise<void> {
  const before = boardOf(engine, regina)
  store.faults.always(endpoint, fault)
  expect(await sync(engine)).toContain(feed)
  expect(boardOf(engine, regina).items).toEqual(before.items)
  const health = engine.health()
  expect(health.status).toBe('degraded')
  expect(health.feeds[feed].lastError?.message).toMatch(/\w{3}/)
  expect(health.feeds[feed].lastError?.code).toMatch(/^[a-z-]+$/)
  for (const other of Object.keys(health.feeds) as FeedName[])
    if (other !== feed) expect(health.feeds[other].lastError).toBeNull()
  store.faults.clear()
  expect(await syncOnce(engine)).toBeNull()
  expect(engine.health()).toMatchObject({ status: 'ok', quarantined: 0 })
  expect(boardOf(engine, regina).items).toEqual(before.items)
}

async function expectTokenMissed(fault: DemoFault, sync = syncOnce): Promise<void> {
  const before = itemsOf(engine, regina)
  store.expireTokens()
  store.faults.always('token', fault)
  expect(await sync(engine)).not.toBeNull()
  expect(itemsOf(engine, regina)).toEqual(before)
  store.faults.clear()
  expect(await syncOnce(engine)).toBeNull()
}

describe.each(CALLS)('%s', (endpoint, feed) => {
  it.each(FAULTS)(
    '%s: the last good board stays, health names the feed and the cause, the next sync is whole',
    (_name, fault) => expectFaultTold(endpoint, feed, fault)
  )
})

describe('a token that cannot be had', () => {
  it.each(FAULTS)('%s: every feed fails with a cause and the board stays', (_name, fault) => expectTokenMissed(fault))
})

describe('a server that never answers', () => {
  const NEVER: DemoFault = { kind: 'never-answers' }

  // The times that a call may take are a store's; a test has no ninety seconds.
  beforeAll(async () => {
    await engine.stop()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'], shouldAdvanceTime: true })
    engine = await runEngine(store, dataDir)
  })
  afterAll(async () => {
    await engine.stop()
    vi.useRealTimers()
    engine = await runEngine(store, dataDir)
  })

  /** A sync in which time is up as soon as the server has a question that it leaves. */
  function syncPast(endpoint: DemoEndpoint): typeof syncOnce {
    return async (running) => {
      const syncing = syncOnce(running)
      for (;;) {
        const ended = await Promise.race([syncing.then(() => true), nextTurn(false)])
        if (ended) return syncing
        const last = store.requests.at(-1)
        if (last?.endpoint === endpoint && last.status === null) vi.advanceTimersByTime(100_000)
      }
    }
  }

  it.each(CALLS)(
    '%s: the last good board stays, health names the feed and the cause, the next sync is whole',
    (endpoint, feed) => expectFaultTold(endpoint, feed, NEVER, syncPast(endpoint))
  )

  it('for a token: every feed fails with a cause and the board stays', () =>
    expectTokenMissed(NEVER, syncPast('token')))
})

describe('records that fail their schema', () => {
  const SPOILT: readonly (readonly [string, unknown])[] = [
    ['a text where a price belongs', 'abc'],
    ['null where a price belongs', null],
    ['a negative price', -1],
    ['an object where a price belongs', {}]
  ]

  it.each(SPOILT)(
    '%s is quarantined with the reason, the rest lands, the last good value stays',
    async (_name, price) => {
      const spoilt = plainProductOf(store, regina)
      const moved = store.state.products.find(
        ({ productId }) =>
          productId !== spoilt &&
          itemsOf(engine, regina).some((item) => item.productId === productId && item.ladder.length === 1)
      )?.productId as string
      const amountOf = (productId: string): string | null | undefined =>
        itemsOf(engine, regina).find((item) => item.productId === productId)?.ladder[0]?.regular
      const before = amountOf(spoilt)
      const next = (Number(amountOf(moved)) + 1).toFixed(2)
      store.state.setPrice(spoilt, regina, '99.99')
      store.state.setPrice(moved, regina, next)
      store.faults.always('prices', {
        kind: 'transform',
        transform: (page: { ChangedProductId: string; Locations: { Prices: Record<string, unknown>[] }[] }[]) =>
          page.map((entry) =>
            entry.ChangedProductId.toLowerCase() === spoilt
              ? {
                  ...entry,
                  Locations: entry.Locations.map((place) => ({
                    ...place,
                    Prices: place.Prices.map((one) => ({ ...one, Price: price }))
                  }))
                }
              : entry
          )
      })
      store.faults.always('catalogue', { kind: 'status', status: 500 })
      await syncOnce(engine)
      expect(amountOf(spoilt)).toBe(before)
      expect(amountOf(moved)).toBe(next)
      expect(engine.health().quarantined).toBeGreaterThan(0)
      store.faults.clear()
      expect(await syncOnce(engine)).toBeNull()
      expect(amountOf(spoilt)).toBe('99.99')
      expect(engine.health().quarantined).toBe(0)
    }
  )

  it('an unknown measure quarantines the product, and what was known of it stays', async () => {
    const productId = plainProductOf(store, regina)
    const before = itemsOf(engine, regina)
    store.faults.always('catalogue', {
      kind: 'transform',
      transform: (page: { Products: { ProductId: string }[] }) => ({
        ...page,
        Products: page.Products.map((one) =>
          one.ProductId.toLowerCase() === productId ? { ...one, MeasurementType: 'Furlong' } : one
        )
      })
    })
    expect(await syncOnce(engine)).toBeNull()
    expect(itemsOf(engine, regina)).toEqual(before)
    expect(engine.health().quarantined).toBe(1)
  })
})

describe('pages', () => {
  it('duplicate ids, a cap below Top and a 10 MB page change nothing', async () => {
    const before = itemsOf(engine, regina)
    store.faults.always('catalogue', [{ kind: 'duplicate-ids' }, { kind: 'page-cap', cap: 40 }])
    expect(await syncOnce(engine)).toBeNull()
    expect(itemsOf(engine, regina)).toEqual(before)
    store.faults.clear()
    store.faults.next('catalogue', { kind: 'huge-page', bytes: 10_000_000 })
    expect(await syncOnce(engine)).toBeNull()
    expect(itemsOf(engine, regina)).toEqual(before)
  })

  it('an empty catalogue is held back, and reported, until the next pass agrees', async () => {
    const before = itemsOf(engine, regina)
    store.faults.always('catalogue', { kind: 'empty-page' })
    expect(await syncOnce(engine)).toBeNull()
    expect(itemsOf(engine, regina)).toEqual(before)
    expect(engine.health().problems.map(({ code }) => code)).toContain('removals-held-back')
    expect(await syncOnce(engine)).toBeNull()
    expect(itemsOf(engine, regina)).toEqual([])
    store.faults.clear()
    expect(await syncOnce(engine)).toBeNull()
    expect(itemsOf(engine, regina).length).toBe(before.length)
  })

  it('bulk pages that the server cannot give are asked for by half', async () => {
    store.faults.next('catalogue', ...Array.from({ length: 4 }, (): DemoFault => ({ kind: 'status', status: 500 })))
    expect(await syncOnce(engine)).toBeNull()
  })
})
