import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CovaClient } from '../../../src/main/cova/cova-client.types.ts'
import type { CovaResult } from '../../../src/main/cova/cova-failure.ts'
import type { FeedState, StoreChange, StoreWriter } from '../../../src/main/store/store.types.ts'
import { createCorrectedClock } from '../../../src/main/sync/corrected-clock.ts'
import { createSyncSchedule, FEEDS, type SyncSchedule } from '../../../src/main/sync/sync-schedule.ts'
import type { FeedName } from '../../../src/shared/board-snapshot.ts'
import { randomOf } from '../../faults/fault-part.ts'

const START = Date.parse('2026-11-20T16:00:00Z')
const SECOND = 1000
const MINUTE = 60 * SECOND
const INSTALLS = 200

interface Asked {
  readonly install: number
  readonly feed: FeedName
  readonly atMs: number
}

let asked: Asked[]
/** How Cova fails just now; null while it answers. */
let fails: (() => { readonly retryAfterMs: number | null; readonly code: 'unreachable' | 'rate-limited' }) | null
let schedules: SyncSchedule[]

/** One install: its schedule over a store that knows only when what succeeded, and a Cova that has nothing new. */
function install(number: number): SyncSchedule {
  const random = randomOf(number + 1)
  const successes = new Map<FeedName, number>()
  const lastMs = new Map<FeedName, number>()
  let runs = 0
  let fullPassAtMs: number | null = START - MINUTE
  const feedOf = new Map<number, FeedName>()
  const nothing: StoreChange = { productIds: [], promotions: false, locations: false }
  const stateOf = (feed: FeedName): FeedState => {
    const atMs = successes.get(feed) ?? START - MINUTE
    return { feed, lastSuccessAtMs: atMs, cursorMs: atMs, lastError: null }
  }
  const known = {
    startRun: (feed: FeedName) => {
      runs += 1
      feedOf.set(runs, feed)
      return runs
    },
    failRun: () => nothing,
    finishRun: (runId: number) => {
      const feed = feedOf.get(runId) as FeedName
      successes.set(feed, Date.now())
      if (feed === 'catalogue') fullPassAtMs = Date.now()
      return { ...nothing, heldBack: false }
    },
    feedStates: () => Object.fromEntries(FEEDS.map((feed) => [feed, stateOf(feed)])),
    lastFullPassStartedAtMs: () => fullPassAtMs,
    recordsOfLastFull: () => null,
    locations: () => [],
    fullPromotionsReading: () => ({ readAtMs: Date.now(), lacked: false, isBehind: false }),
    landTogether: (_runId: number, work: () => unknown) => work()
  }
  const store = new Proxy(known, {
    get: (target, name) => (name in target ? target[name as keyof typeof known] : () => nothing)
  }) as unknown as StoreWriter
  const answer = (feed: FeedName, value: object) => async (): Promise<CovaResult<never>> => {
    // Pages of one pass are one asking.
    if (lastMs.get(feed) !== Date.now()) asked.push({ install: number, feed, atMs: Date.now() })
    lastMs.set(feed, Date.now())
    const fault = fails?.() ?? null
    if (fault === null) return { ok: true, value: { ...value, askedAtMs: Date.now(), rejected: [] } as never }
    return { ok: false, failure: { ...fault, message: 'no network', status: null } }
  }
  const client: CovaClient = {
    fetchLocations: answer('locations', { locations: [] }),
    fetchTree: answer('locations', { nodes: [] }),
    fetchCataloguePage: answer('catalogue', { products: [], presentProductIds: [], prices: [], count: 0, taxRates: [], classifications: [], receivedCount: 0 }), // oxfmt-ignore
    fetchPricePage: answer('prices', { sets: [], receivedCount: 0 }),
    fetchPromotions: answer('promotions', { promotions: [] }),
    fetchFullPromotions: answer('promotions', { promotions: [] }),
    fetchTaxPricing: answer('taxes', { configurations: [] }),
    checkCredentials: async () => ({ ok: true, value: null }),
    clockOffsetMs: () => null,
    clockReadings: () => 0
  }
  const clocks = { nowMs: () => Date.now(), steadyMs: () => performance.now(), uptimeMs: () => Date.now() }
  return createSyncSchedule({
    client,
    store,
    clock: createCorrectedClock(clocks),
    priceIntervalMs: MINUTE,
    onChange: () => {},
    onProgress: () => {},
    onRun: () => {},
    random
  })
}

/** Calls in each second after an instant, as many seconds as are asked for. */
function perSecond(fromMs: number, seconds: number, of: readonly Asked[] = asked): readonly number[] {
  const counts = Array.from({ length: seconds }, () => 0)
  for (const { atMs } of of) {
    const second = Math.floor((atMs - fromMs) / SECOND)
    if (second >= 0 && second < seconds) counts[second] = (counts[second] ?? 0) + 1
  }
  return counts
}

/** How many feeds an install asked for within one second, at most. */
function mostAtOnce(fromMs: number): number {
  let most = 0
  const since = asked.filter(({ atMs }) => atMs >= fromMs)
  for (let number = 0; number < INSTALLS; number += 1) {
    const own = since.filter(({ install: by }) => by === number)
    for (const { atMs } of own) {
      const feeds = new Set(own.filter((one) => one.atMs >= atMs && one.atMs < atMs + SECOND).map(({ feed }) => feed))
      most = Math.max(most, feeds.size)
    }
  }
  return most
}

function tell(what: string, counts: readonly number[]): void {
  const total = counts.reduce((sum, count) => sum + count, 0)
  console.log(`${what}: ${total} calls, ${Math.max(...counts)} in the busiest second: ${counts.join(' ')}`)
}

beforeEach(() => {
  vi.useFakeTimers({ now: START })
  asked = []
  fails = null
  schedules = []
})
afterEach(async () => {
  const stopping = schedules.map((schedule) => schedule.stop())
  await vi.advanceTimersByTimeAsync(MINUTE)
  await Promise.all(stopping)
  vi.useRealTimers()
})

function startAll(): void {
  schedules = Array.from({ length: INSTALLS }, (_, number) => install(number))
  for (const schedule of schedules) schedule.start()
}

describe('200 installs that lost Cova in the same instant', () => {
  it.each([
    ['90 seconds', 90 * SECOND],
    ['ten minutes', 10 * MINUTE],
    ['three hours', 180 * MINUTE]
  ])(
    'come back after %s spread over the time between two polls, and none asks for all its feeds at once',
    async (how, lastsMs) => {
      fails = () => ({ code: 'unreachable', retryAfterMs: null })
      startAll()
      await vi.advanceTimersByTimeAsync(lastsMs)
      const backAtMs = Date.now()
      fails = null
      await vi.advanceTimersByTimeAsync(2 * MINUTE)
      const prices = asked.filter(({ feed }) => feed === 'prices')
      const counts = perSecond(backAtMs, 60, prices)
      tell(`polls of prices after ${how}`, counts)
      // Evenly spread, a second would have 3 to 4; a stampede has all of them.
      expect(Math.max(...counts)).toBeLessThan(20)
      const firsts = schedules.map((_, number) => prices.find((one) => one.install === number && one.atMs >= backAtMs))
      expect(Math.max(...firsts.map((one) => one?.atMs ?? Infinity)) - backAtMs).toBeLessThanOrEqual(MINUTE)
      expect(mostAtOnce(backAtMs)).toBeLessThan(FEEDS.length)
    }
  )

  it('whose Cova names one instant to all of them do not come in that second, and none before it', async () => {
    startAll()
    await vi.advanceTimersByTimeAsync(5 * MINUTE)
    const untilMs = Date.now() + 5 * MINUTE
    fails = () => (Date.now() < untilMs ? { code: 'rate-limited', retryAfterMs: untilMs - Date.now() } : null) as never
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    const polls = () => asked.filter(({ feed }) => feed === 'prices')
    const before = polls().length
    await vi.advanceTimersByTimeAsync(3 * MINUTE - 1)
    expect(polls().length).toBe(before)
    fails = null
    await vi.advanceTimersByTimeAsync(2 * MINUTE)
    const counts = perSecond(untilMs, 90, polls())
    tell('after "Retry-After" an instant', counts)
    expect(Math.max(...counts)).toBeLessThan(30)
    expect(counts.slice(0, 80).reduce((sum, count) => sum + count, 0)).toBeGreaterThanOrEqual(INSTALLS)
  })

  it('that all wake in one second ask for prices within five, and for the rest within 20', async () => {
    startAll()
    await vi.advanceTimersByTimeAsync(5 * MINUTE)
    vi.setSystemTime(Date.now() + 9 * 60 * MINUTE)
    const wokeAtMs = Date.now()
    for (const schedule of schedules) schedule.wake()
    await vi.advanceTimersByTimeAsync(5 * SECOND)
    const prices = asked.filter(({ feed, atMs }) => feed === 'prices' && atMs >= wokeAtMs)
    expect(new Set(prices.map(({ install: by }) => by)).size).toBe(INSTALLS)
    await vi.advanceTimersByTimeAsync(25 * SECOND)
    const counts = perSecond(wokeAtMs, 30)
    tell('after waking', counts)
    expect(Math.max(...counts)).toBeLessThan(INSTALLS / 2)
    expect(new Set(asked.filter(({ atMs }) => atMs >= wokeAtMs).map(({ feed }) => feed))).toEqual(
      new Set(['prices', 'catalogue', 'promotions'])
    )
  })
})
