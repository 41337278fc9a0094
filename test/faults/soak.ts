import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import Database from 'better-sqlite3'
import { startDemoStore } from '../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../src/main/demo-store/demo-store.types.ts'
import { createEngineCore, type EngineCore } from '../../src/main/engine/engine-core.ts'
import type { ViewEvent, ViewQuery } from '../../src/main/engine/engine.types.ts'
import type { BoardSnapshot } from '../../src/shared/board-snapshot.ts'
import { removeDir, temporaryDir } from '../main/serve/serve-process.ts'
import { type FastClock, startFastClock } from './fast-clock.ts'
import { randomOf, type FaultOptions, type FaultPart, type FaultReport, type FaultViolation } from './fault-part.ts'
import { slopeOf } from './slope.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
/** Five times as seldom as in a store: thirty days fit into minutes. */
const POLL_MS = 5 * MINUTE_MS
const START_MS = Date.parse('2026-11-02T06:00:00-06:00')
/** What the heap may grow by in a simulated day, once everything has been seen for the first time. */
const MOST_HEAP_MB_A_DAY = 0.5
const MOST_RSS_MB_A_DAY = 3
/** Days at the start over which caches fill, and from which slopes are reckoned. */
const WARM_DAYS = 3
const MOST_DATABASE_MB = 40
const MOST_WAL_MB = 8
const MOST_RUNS = 5500

/**
 * A store's days on a fast clock: the real engine, its real database and a demo store over real HTTP, polled as in a store, with
 * prices and sales that change, promotions that come and go, pages that turn, a network that fails, and, in the long form, one
 * outage longer than prices may be shown.
 */
export const soakPart: FaultPart = {
  name: 'soak',
  counts: 'days',
  long: { times: 30, minutes: 9 },
  short: { times: 2, minutes: 0.4 },
  run: runSoak
}

interface Sample {
  readonly day: number
  readonly heapMb: number
  readonly rssMb: number
  readonly handles: number
}

interface Events {
  views: number
  patches: number
  turns: number
  changes: number
  cuts: number
  polls: number
}

async function runSoak({ seed, times, minutes, isShort, tell }: FaultOptions): Promise<FaultReport> {
  const clock = startFastClock(START_MS)
  const dataDir = temporaryDir()
  const wrong: string[] = []
  const samples: Sample[] = []
  let world: World | null = null
  try {
    world = await openWorld(clock, dataDir, seed)
    let day = 0
    // A sample each quarter of a day.
    for (let quarter = 1; quarter <= 4 * times && clock.realMs() < minutes * 60_000; quarter += 1) {
      await live(world, quarter, !isShort && quarter === 40)
      day = quarter / 4
      samples.push(sampleNow(day))
      wrong.push(...sizesWrong(dataDir, day))
      const { heapMb, rssMb, handles } = samples.at(-1) as Sample
      if (quarter % 4 === 0)
        tell(`day ${day}: heap ${heapMb.toFixed(1)} MB, RSS ${rssMb.toFixed(0)} MB, ${handles} handles`)
    }
    wrong.push(...handlesWrong(samples), ...slopesWrong(samples))
    wrong.push(...(await boardsWrong(world)))
    const violations: FaultViolation[] = wrong.map((message) => ({ round: 0, message }))
    return { lines: reportOf(day, samples, world.events, dataDir), violations }
  } finally {
    clock.restore()
    await world?.close()
    removeDir(dataDir)
  }
}

interface World {
  readonly clock: FastClock
  readonly store: DemoStore
  readonly engine: EngineCore
  readonly events: Events
  readonly random: () => number
  readonly settled: () => boolean
  readonly locationIds: readonly number[]
  /** While true nobody can be reached. */
  cut: (isCut: boolean) => void
  readonly close: () => Promise<void>
}

async function openWorld(clock: FastClock, dataDir: string, seed: number): Promise<World> {
  const random = randomOf(seed)
  const store = await startDemoStore({ seed, nowMs: clock.nowMs, livingStepMs: 15 * MINUTE_MS })
  const events: Events = { views: 0, patches: 0, turns: 0, changes: 0, cuts: 0, polls: 0 }
  let underWay = 0
  let isCut = false
  const started = await createEngineCore(
    {
      dataDir,
      source: { kind: 'cova', settings: { apiUrl: store.url, tokenUrl: store.tokenUrl, ...store.credentials } },
      syncIntervalMs: POLL_MS
    },
    '0.0.0-test',
    () => {},
    {
      // A reply is read whole before the clock goes on: only the network takes real time.
      fetch: async (url, init) => {
        if (isCut) throw Object.assign(new TypeError('fetch failed'), { cause: { code: 'ENETUNREACH' } })
        underWay += 1
        events.polls += 1
        try {
          const reply = await fetch(url, init)
          const body = await reply.arrayBuffer()
          return new Response(body.byteLength === 0 ? null : body, reply)
        } finally {
          underWay -= 1
        }
      }
    },
    {},
    { nowMs: clock.nowMs, steadyMs: () => performance.now(), uptimeMs: () => performance.now() }
  )
  if (!started.ok) throw new Error(started.message)
  const engine = started.core
  const settled = () => underWay === 0
  // The first sync.
  for (let minute = 1; minute <= 30 && engine.health().status !== 'ok'; minute += 1)
    await clock.runTo(START_MS + minute * MINUTE_MS, settled)
  if (engine.health().status !== 'ok') throw new Error(`the first sync did not come: ${JSON.stringify(engine.health().feeds)}`) // oxfmt-ignore
  const locationIds = engine.boards.locations().map(({ locationId }) => locationId)
  for (const query of screensOf(locationIds)) watch(engine, query, events)
  return {
    clock,
    store,
    engine,
    events,
    random,
    settled,
    locationIds,
    cut: (next) => (isCut = next),
    close: async () => {
      await engine.stop()
      await store.close()
    }
  }
}

/** Two screens that share a menu, and one of promotions alone that shows a group's prices too. */
function screensOf(locationIds: readonly number[]): readonly ViewQuery[] {
  const query = { atMs: null, groupId: null, customer: 'recreational' as const }
  const [first = 0] = locationIds
  return [
    { ...query, locationId: first, board: 'front', screen: 'left' },
    { ...query, locationId: first, board: 'front', screen: 'right' },
    { ...query, locationId: first, changes: { groupId: 700, set: { kind: 'on-promotion' as const } } }
  ]
}

function watch(engine: EngineCore, query: ViewQuery, events: Events): void {
  const subscribed = engine.boards.subscribeView(query, (event: ViewEvent) => {
    if (event.kind === 'view') events.views += 1
    if (event.kind === 'patch') events.patches += 1
    if (event.kind === 'beat') events.turns += 1
  })
  if (!subscribed.ok) throw new Error(subscribed.message)
}

/** A quarter of a day: something changes every twenty minutes, and once the network is gone for a while. */
async function live(world: World, quarter: number, isLongOutage: boolean): Promise<void> {
  const { clock, random, events } = world
  const fromMs = START_MS + (quarter - 1) * 6 * HOUR_MS + 30 * MINUTE_MS
  const untilMs = fromMs + 6 * HOUR_MS
  const cutAtMs = fromMs + random() * 3 * HOUR_MS
  const backAtMs = isLongOutage ? Infinity : cutAtMs + random() * 100 * MINUTE_MS
  for (let atMs = fromMs; atMs <= untilMs; atMs += 20 * MINUTE_MS) {
    await clock.runTo(Math.max(atMs, clock.nowMs()), world.settled)
    const isCut = atMs >= cutAtMs && atMs < backAtMs
    if (isCut) events.cuts += 1
    world.cut(isCut)
    changeSomething(world)
    world.store.faults.clear()
    if (random() < 0.1)
      world.store.faults.next('all', { kind: 'status', status: 503 }, { kind: 'html' }, { kind: 'reset' })
  }
  if (isLongOutage) {
    // A whole day and a night: no amount is left by its end.
    await clock.runTo(clock.nowMs() + 30 * HOUR_MS, world.settled)
  }
  world.cut(false)
  await clock.runTo(Math.max(untilMs, clock.nowMs()), world.settled)
}

function changeSomething({ store, random, events, locationIds, clock }: World): void {
  const { state } = store
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T
  const locationId = pick(locationIds)
  const { productId } = pick(state.products)
  events.changes += 1
  const hasBase = state.pricesAt(productId, locationId).some(({ tier, group }) => tier === null && group === null)
  const what = random()
  if (what < 0.4 && hasBase) state.setPrice(productId, locationId, (1 + random() * 80).toFixed(2))
  else if (what < 0.7 && hasBase) {
    const startsAtMs = clock.nowMs() + random() * HOUR_MS
    state.setSale(productId, locationId, { salePrice: '0.05', startsAtMs, stopsAtMs: startsAtMs + random() * HOUR_MS })
  } else if (what < 0.8) state.setStock(productId, locationId, String(Math.floor(random() * 30)))
  else if (what < 0.9) {
    // A product that comes for a while: what is kept of those that are gone must not grow.
    const added = state.addProduct(productId, { name: `Guest ${Math.floor(random() * 1e6)}` })
    setTimeout(() => {
      if (state.products.some((one) => one.productId === added)) state.removeProduct(added)
    }, 12 * HOUR_MS)
  } else {
    const promotion = pick(state.promotions)
    state.replacePromotion(promotion.promotionId, {
      name: `${promotion.name.slice(0, 30)} ${Math.floor(random() * 10)}`
    })
  }
}

const collect = (): void => {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  gc()
  gc()
}

function sampleNow(day: number): Sample {
  collect()
  const { heapUsed, rss } = process.memoryUsage()
  return { day, heapMb: heapUsed / 1e6, rssMb: rss / 1e6, handles: openHandles() }
}

/** Files and sockets of this process, where the system tells. */
function openHandles(): number {
  try {
    return readdirSync('/proc/self/fd').length
  } catch {
    return 0
  }
}

/** Of the samples after the warm-up; the whole of what is too short to have one. */
function warm(samples: readonly Sample[]): readonly Sample[] {
  const after = samples.filter(({ day }) => day > WARM_DAYS)
  return after.length >= 8 ? after : samples
}

function slopesWrong(samples: readonly Sample[]): readonly string[] {
  // Two days are warm-up: their slope is printed and says nothing.
  if (warm(samples) === samples) return []
  const heap = slopeOf(warm(samples).map(({ day, heapMb }) => [day, heapMb]))
  const rss = slopeOf(warm(samples).map(({ day, rssMb }) => [day, rssMb]))
  return [
    ...(heap > MOST_HEAP_MB_A_DAY ? [`the heap grows by ${heap.toFixed(2)} MB a day`] : []),
    ...(rss > MOST_RSS_MB_A_DAY ? [`RSS grows by ${rss.toFixed(2)} MB a day`] : [])
  ]
}

/** Kept connections come and go: what counts is that the last days have no more than the first. */
function handlesWrong(samples: readonly Sample[]): readonly string[] {
  const half = Math.floor(samples.length / 2)
  const first = Math.max(...samples.slice(0, half).map(({ handles }) => handles))
  const last = Math.max(...samples.slice(half).map(({ handles }) => handles))
  return last > first + 2 ? [`open files and sockets rose from ${first} to ${last}`] : []
}

function sizesWrong(dataDir: string, day: number): readonly string[] {
  const sizes = sizesOf(dataDir)
  return [
    ...(sizes.databasesMb > MOST_DATABASE_MB
      ? [`day ${day}: the databases have ${sizes.databasesMb.toFixed(1)} MB`]
      : []),
    ...(sizes.walMb > MOST_WAL_MB ? [`day ${day}: the WAL has ${sizes.walMb.toFixed(1)} MB`] : []),
    ...(sizes.runs > MOST_RUNS ? [`day ${day}: the sync log has ${sizes.runs} runs`] : []),
    ...(sizes.quarantined > 1000 ? [`day ${day}: ${sizes.quarantined} records are in quarantine`] : [])
  ]
}

function sizesOf(dataDir: string): { databasesMb: number; walMb: number; runs: number; quarantined: number } {
  const mbOf = (...names: string[]): number =>
    names.reduce((sum, name) => sum + (statSync(join(dataDir, name), { throwIfNoEntry: false })?.size ?? 0), 0) / 1e6
  const db = new Database(join(dataDir, 'cache.sqlite'), { readonly: true })
  const count = (table: string): number => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  try {
    return {
      databasesMb: mbOf('cache.sqlite', 'keep.sqlite'),
      walMb: mbOf('cache.sqlite-wal', 'keep.sqlite-wal'),
      runs: count('sync_run'),
      quarantined: count('quarantine')
    }
  } finally {
    db.close()
  }
}

/** After all that, each board is what one built anew would be, and has what the store's prices are. */
async function boardsWrong({ clock, engine, store, locationIds, settled }: World): Promise<readonly string[]> {
  // Two polls after the last change.
  await clock.runTo(clock.nowMs() + 10 * MINUTE_MS, settled)
  const wrong: string[] = []
  for (const locationId of locationIds) {
    const query = { locationId, atMs: null, groupId: null, customer: 'recreational' as const }
    const pushed = engine.boards.boardJson(query)
    const anew = engine.boards.boardJson({ ...query, atMs: clock.nowMs() })
    if (!pushed.ok || !anew.ok) {
      wrong.push(`there is no board of ${locationId}`)
      continue
    }
    const [shown, built] = [pushed, anew].map(({ json }) => (JSON.parse(json) as BoardSnapshot).items)
    if (JSON.stringify(shown) !== JSON.stringify(built)) wrong.push(`the board of ${locationId} is not what it would be built anew`) // oxfmt-ignore
    const sold = new Set(store.state.products.map((product) => product.productId))
    for (const { productId, ladder } of shown ?? []) {
      // Gone from the store without a word: it leaves the board with the next full pass.
      if (!sold.has(productId)) continue
      const entries = store.state
        .pricesAt(productId, locationId)
        .filter(({ tier, group }) => tier === null && group === null)
      const base = ladder.find(({ tierId }) => tierId === null)
      if (base === undefined || entries.length !== 1) continue
      if (Number(base.regular) !== Number(Number(entries[0]?.price).toFixed(2)))
        wrong.push(`${productId} at ${locationId} shows ${base.regular}, the store has ${entries[0]?.price}`)
    }
  }
  return wrong.slice(0, 5)
}

function reportOf(day: number, samples: readonly Sample[], events: Events, dataDir: string): readonly string[] {
  const of = warm(samples)
  const heap = slopeOf(of.map(({ day: at, heapMb }) => [at, heapMb]))
  const rss = slopeOf(of.map(({ day: at, rssMb }) => [at, rssMb]))
  const sizes = sizesOf(dataDir)
  const last = samples.at(-1)
  const handles = samples.map((one) => one.handles)
  return [
    `${day} days: ${events.polls} calls, ${events.changes} changes by hand, ${events.cuts * 20} minutes without a network, ${events.patches} patches and ${events.views} views pushed, ${events.turns} page turns called`, // oxfmt-ignore
    `heap ${last?.heapMb.toFixed(1)} MB, slope ${heap.toFixed(3)} MB a day; RSS ${last?.rssMb.toFixed(0)} MB, slope ${rss.toFixed(3)} MB a day${of === samples ? ' (warm-up: too short to say)' : ` (after ${WARM_DAYS} days)`}`, // oxfmt-ignore
    `open files and sockets ${Math.min(...handles)} to ${Math.max(...handles)}; databases ${sizes.databasesMb.toFixed(1)} MB, WAL ${sizes.walMb.toFixed(1)} MB, ${sizes.runs} runs in the log, ${sizes.quarantined} records in quarantine` // oxfmt-ignore
  ]
}
