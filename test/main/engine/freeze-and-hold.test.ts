import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import type { EngineCore } from '../../../src/main/engine/engine-core.ts'
import { loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import type { Settings } from '../../../src/main/settings/settings.types.ts'
import type { ManagerReply } from '../../../src/shared/manager/manager-channels.ts'
import type { RunNews, SyncNews } from '../../../src/shared/manager/health.ts'
import { eventually, removeDir, temporaryDir } from '../serve/serve-process.ts'
import { boardOf, itemsOf, plainProductOf, runEngine, syncOnce } from './running-engine.ts'

let store: DemoStore
let dataDir: string
let regina: number
let engines: EngineCore[] = []

async function engineOf(more: Parameters<typeof runEngine>[2] = {}): Promise<EngineCore> {
  const engine = await runEngine(store, dataDir, more)
  engines.push(engine)
  return engine
}

async function stopAll(): Promise<void> {
  for (const engine of engines.splice(0)) await engine.stop()
}

function set(change: Partial<Settings>): void {
  saveSettings(dataDir, { ...loadSettings(dataDir).settings, ...change })
}

async function ask<T>(engine: EngineCore, channel: 'sync:state' | 'sync:now' | 'sync:cancel' | 'sync:resume') {
  return (await engine.inquire({ channel, args: [] })) as ManagerReply<T>
}

async function stateOf(engine: EngineCore): Promise<SyncNews> {
  const reply = await ask<SyncNews>(engine, 'sync:state')
  if (!reply.ok) throw new Error(reply.message)
  return reply.answer
}

function catalogueRequests() {
  return store.requests.filter(({ endpoint }) => endpoint === 'catalogue')
}

beforeEach(async () => {
  store = await startDemoStore({ living: false })
  dataDir = temporaryDir()
  regina = store.state.locations.find(({ Name }) => Name.includes('Regina'))?.Id as number
})

afterEach(async () => {
  await stopAll()
  await store.close()
  removeDir(dataDir)
})

describe('a frozen engine', () => {
  it('asks nobody, keeps its boards, says so, and syncs at once when it is thawed', async () => {
    await syncOnce(await engineOf())
    await stopAll()
    const productId = plainProductOf(store, regina)
    store.state.setPrice(productId, regina, '77.77')
    const asked = store.requests.length
    set({ frozen: { since: '2026-11-20T16:20:00.000Z' }, staleAfterMinutes: 15 })

    const frozen = await engineOf({ syncsByItself: true, syncIntervalMs: 20 })
    const before = boardOf(frozen, regina)
    expect(before.items.length).toBeGreaterThan(0)
    expect(frozen.health().status).toBe('frozen')
    expect(frozen.health().feeds.prices.lastSuccessAt).not.toBeNull()
    expect(await syncOnce(frozen)).toContain('frozen since 2026-11-20T16:20:00.000Z')
    expect(await ask(frozen, 'sync:now')).toMatchObject({ ok: false, code: 'refused' })
    frozen.clockMayHaveJumped()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(store.requests.length).toBe(asked)
    expect(await stateOf(frozen)).toMatchObject({ kind: 'frozen', words: expect.stringMatching(/^Frozen since/) })
    await stopAll()

    set({ frozen: null })
    const thawed = await engineOf({ syncsByItself: true })
    const priceNow = (): string | null | undefined =>
      itemsOf(thawed, regina).find((item) => item.productId === productId)?.ladder[0]?.price
    expect(
      await eventually(
        async () => priceNow(),
        (price) => price === '77.77'
      )
    ).toBe('77.77')
    await eventually(
      async () => thawed.health().status,
      (status) => status === 'ok'
    )
  })
})

describe('a freeze and filters', () => {
  it('are of the source they were set for: another one beside it has none', async () => {
    set({
      source: 'demo',
      frozen: { since: '2026-11-20T16:20:00.000Z' },
      markets: ['CA-XX'],
      restrictToLocationIds: [1]
    })
    const engine = await engineOf()
    expect(await syncOnce(engine)).toBeNull()
    expect(engine.health().status).toBe('ok')
    expect(itemsOf(engine, regina).length).toBeGreaterThan(0)
  })
})

describe('a sync that a manager cancels', () => {
  it('waits at the page it reached, and resumed brings the rest without beginning anew', async () => {
    await syncOnce(await engineOf())
    const items = itemsOf(engines[0] as EngineCore, regina).length
    await stopAll()
    removeDir(dataDir)

    const pagesBefore = catalogueRequests().length
    // Pages of a hundred; the third never answers by itself.
    store.faults.always('catalogue', { kind: 'page-cap', cap: 100 })
    const page = { kind: 'page-cap', cap: 100 } as const
    store.faults.next('catalogue', page, page, { kind: 'never-answers' })
    const engine = await engineOf({
      syncsByItself: true,
      client: { requestTimeoutMs: 120_000, bulkTimeoutMs: 120_000, stallTimeoutMs: 120_000, retries: 0 }
    })
    const running = await eventually(
      () => stateOf(engine),
      ({ feeds }) => feeds.some(({ feed, records }) => feed === 'catalogue' && records === 200)
    )
    expect(running).toMatchObject({ kind: 'running', words: 'Syncing now.' })
    expect(running.feeds.find(({ feed }) => feed === 'catalogue')).toMatchObject({
      state: 'running',
      expected: null,
      words: '200 so far'
    })
    expect(await ask(engine, 'sync:cancel')).toMatchObject({ ok: true, answer: { kind: 'held' } })
    // Held, nothing more is asked, also where the network seems to be back.
    await eventually(
      async () => catalogueRequests().length,
      (count) => count === pagesBefore + 3
    )
    engine.clockMayHaveJumped()
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(catalogueRequests().length).toBe(pagesBefore + 3)
    expect(await ask(engine, 'sync:resume')).toMatchObject({ ok: true })
    await eventually(
      async () => engine.health().status,
      (status) => status === 'ok'
    )
    expect(itemsOf(engine, regina).length).toBe(items)
    const runs = (await engine.inquire({ channel: 'health:runs', args: [] })) as ManagerReply<readonly RunNews[]>
    if (!runs.ok) throw new Error(runs.message)
    // One run, in which the page before the held one is read again, then what is left, to the empty page.
    const left = Math.ceil((store.state.products.length - 100) / 100) + 1
    const catalogue = runs.answer.filter(({ feed }) => feed === 'catalogue')
    expect(catalogue).toMatchObject([{ kind: 'everything', pages: 2 + left, fault: null }])
    expect(catalogueRequests().length - pagesBefore).toBe(3 + left)
    expect(await stateOf(engine)).toMatchObject({ kind: 'idle' })
    // The next full pass knows what to expect.
    await syncOnce(engine)
    const again = (await stateOf(engine)).feeds.find(({ feed }) => feed === 'catalogue')
    expect(again?.expected).toBeGreaterThan(400)
  })

  it('of which nothing is under way is not held', async () => {
    const engine = await engineOf()
    expect(await ask(engine, 'sync:cancel')).toMatchObject({ ok: false, code: 'refused' })
  })

  it('can be stopped meanwhile', async () => {
    store.faults.next('locations', { kind: 'never-answers' })
    const engine = await engineOf({
      syncsByItself: true,
      client: { requestTimeoutMs: 120_000, stallTimeoutMs: 120_000, retries: 0 }
    })
    await eventually(
      async () => store.requests.length,
      (count) => count > 0
    )
    await eventually(
      () => ask(engine, 'sync:cancel'),
      ({ ok }) => ok
    )
    await stopAll()
    expect(engines).toEqual([])
  })
})
