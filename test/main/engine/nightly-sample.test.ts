import Database from 'better-sqlite3'
import { join } from 'node:path'
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import { createNightlySample } from '../../../src/main/engine/nightly-sample.ts'
import type { EngineCore } from '../../../src/main/engine/engine-core.ts'
import type { ManagerReply } from '../../../src/shared/manager/manager-channels.ts'
import type { SampleNews } from '../../../src/shared/manager/register.ts'
import { wallOfInstant } from '../../../src/domain/schedule/zone-offsets.ts'
import type { SyncSchedule } from '../../../src/main/sync/sync-schedule.ts'
import { aLocation, makeDataDir, openTestStore, passCatalogue, passLocations, priced } from '../store/store-fixture.ts'
import { runEngine, syncOnce } from './running-engine.ts'

afterEach(() => {
  vi.useRealTimers()
})

async function sampleNow(engine: EngineCore): Promise<SampleNews> {
  const reply = (await engine.inquire({ channel: 'register:sample-now', args: [] })) as ManagerReply<SampleNews>
  if (!reply.ok) throw new Error(reply.message)
  return reply.answer
}

describe('a sample that is fetched again from Cova', () => {
  it('agrees with what was synced; differs where it does not, says so, and puts it right', async () => {
    const cova = await startDemoStore({ living: false })
    onTestFinished(() => cova.close())
    const dataDir = makeDataDir()
    const engine = await runEngine(cova, dataDir)
    onTestFinished(() => engine.stop())
    expect(await engine.inquire({ channel: 'register:sample-now', args: [] })).toMatchObject({ code: 'unavailable' })
    expect(await syncOnce(engine)).toBeNull()

    const agreed = await sampleNow(engine)
    expect(agreed).toMatchObject({ differed: 0, failed: false })
    expect(agreed.checked).toBeGreaterThan(25)
    expect(agreed.text).toMatch(/^At .* products fetched again from Cova, all as stored\.$/)

    // What is stored is not what Cova has, and no feed will say so.
    const cache = new Database(join(dataDir, 'cache.sqlite'))
    onTestFinished(() => void cache.close())
    cache.exec("UPDATE price_record SET price = '1.23', at_tier_price = NULL")
    const wrong = cache
      .prepare<[], number>(
        "SELECT count(DISTINCT s.product_id) FROM price_record r JOIN price_set s USING (set_id) WHERE r.price = '1.23'"
      )
      .pluck()
    const wrongBefore = wrong.get() ?? 0
    const { feeds } = engine.health()
    const asked = cova.requests.length
    const differed = await sampleNow(engine)
    expect(differed.differed).toBeGreaterThan(25)
    expect(wrong.get()).toBeLessThanOrEqual(wrongBefore - differed.differed)
    expect(cova.requests.length - asked).toBeLessThanOrEqual(6)
    expect(engine.health().problems.map(({ code }) => code)).toContain('sample-differs')
    // Some records are no success of their feed.
    expect(engine.health().feeds).toEqual(feeds)

    // Sampled last, asked for last: others come first, and they differ too; then all are right again.
    for (let nights = 0; nights < 40 && (await sampleNow(engine)).differed > 0; nights += 1);
    expect(wrong.get()).toBe(0)
    expect(engine.health().problems.map(({ code }) => code)).not.toContain('sample-differs')
  })

  it('a Cova that does not answer is told, and changes nothing', async () => {
    const cova = await startDemoStore({ living: false })
    onTestFinished(() => cova.close())
    const engine = await runEngine(cova, makeDataDir())
    onTestFinished(() => engine.stop())
    await syncOnce(engine)
    const before = engine.health()
    cova.faults.always('all', { kind: 'status', status: 500 })
    const failed = await sampleNow(engine)
    expect(failed.failed).toBe(true)
    expect(engine.health().feeds).toEqual(before.feeds)
  })
})

describe('every night', () => {
  const locations = () => [
    {
      locationId: 1,
      name: 'Regina',
      timeZone: 'America/Regina',
      currency: 'CAD',
      taxPricing: 'Exclusive',
      amountsHeld: false,
      ancestry: [1]
    } as const
  ]

  function nights(startMs: number): { readonly asked: number[]; readonly stop: () => void } {
    vi.useFakeTimers({ now: startMs })
    const store = openTestStore()
    passLocations(store, [aLocation(1)])
    passCatalogue(store, [priced('p1'), priced('p2')])
    const asked: number[] = []
    const sync = {
      sample: async () => {
        asked.push(Date.now())
        return { ok: true, products: [], checked: 2, differed: 0 }
      },
      places: () => new Map(),
      state: () => ({ isHeld: false, running: [], progress: [] })
    } as unknown as SyncSchedule
    const nightly = createNightlySample({ sync, store, locations, nowMs: Date.now, isNightly: true })
    onTestFinished(nightly.stop)
    return { asked, stop: nightly.stop }
  }

  const hourOf = (atMs: number): number => new Date(wallOfInstant('America/Regina', atMs)).getUTCHours()

  it('once between 3 and 4, and the first one soon after the first start', async () => {
    const startMs = Date.parse('2026-11-20T20:00:00Z')
    const { asked } = nights(startMs)
    await vi.advanceTimersByTimeAsync(3 * 24 * 3_600_000)
    expect(asked[0]).toBeLessThan(startMs + 40 * 60_000)
    expect(asked.slice(1).map(hourOf)).toEqual([3, 3, 3])
  })

  it('a machine that is off at night makes it up by day', async () => {
    const startMs = Date.parse('2026-11-20T20:00:00Z')
    const { asked } = nights(startMs)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(asked).toHaveLength(1)
    // It sleeps from the evening to the next afternoon.
    vi.setSystemTime(startMs + 26 * 3_600_000)
    await vi.advanceTimersByTimeAsync(3_600_000)
    expect(asked).toHaveLength(2)
  })
})
