import { createBoardServer } from '../../src/main/http/board-server.ts'
import { startDemoStore } from '../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../src/main/demo-store/demo-store.types.ts'
import { createEngineCore, type EngineCore } from '../../src/main/engine/engine-core.ts'
import type { Engine, ViewEvent, ViewQuery } from '../../src/main/engine/engine.types.ts'
import type { FastClock } from './fast-clock.ts'
import { randomOf } from './fault-part.ts'
import { createStreamReaders, type StreamReaders } from './stream-reader.ts'

export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS
/** As a store polls its prices when nothing is set (`--sync-interval`). */
const POLL_MS = MINUTE_MS
export const START_MS = Date.parse('2026-11-02T06:00:00-06:00')

export interface Events {
  views: number
  patches: number
  turns: number
  changes: number
  cutMinutes: number
  polls: number
}

/** A store on a fast clock: engine, database, demo store over real HTTP, screens, and readers of the real board server. */
export interface World {
  readonly clock: FastClock
  readonly store: DemoStore
  readonly engine: EngineCore
  readonly events: Events
  readonly random: () => number
  readonly settled: () => boolean
  readonly locationIds: readonly number[]
  readonly readers: StreamReaders
  /** Calls until everything had come once. */
  readonly firstCalls: number
  /** While true nobody can be reached. */
  cut: (isCut: boolean) => void
  readonly close: () => Promise<void>
}

export async function openWorld(clock: FastClock, dataDir: string, seed: number): Promise<World> {
  const random = randomOf(seed)
  const store = await startDemoStore({ seed, nowMs: clock.nowMs, livingStepMs: 15 * MINUTE_MS })
  const events: Events = { views: 0, patches: 0, turns: 0, changes: 0, cutMinutes: 0, polls: 0 }
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
  const firstCalls = events.polls
  const locationIds = engine.boards.locations().map(({ locationId }) => locationId)
  for (const query of screensOf(locationIds)) watch(engine, query, events)
  const { server, close: closeServer } = createBoardServer({ engine: () => facadeOf(engine), rendererDir: '/nowhere' })
  const url = await server.listen({ port: 0, host: '127.0.0.1' })
  const [first = 0, second = first] = locationIds
  const readers = createStreamReaders(url, [
    `/api/boards/${first}/stream`,
    `/boards/${first}/stream`,
    `/boards/${second}/stream?theme=light`
  ])
  return {
    clock,
    store,
    engine,
    events,
    random,
    settled,
    locationIds,
    readers,
    firstCalls,
    cut: (next) => (isCut = next),
    close: async () => {
      await readers.close()
      await closeServer()
      await engine.stop()
      await store.close()
    }
  }
}

/** What the board server asks of an engine, without the thread between. */
function facadeOf({ boards, health }: EngineCore): Engine {
  const asked = {
    health: async () => health(),
    locations: async () => boards.locations(),
    board: async (query) => boards.boardJson(query),
    timeline: async (query) => boards.timelineJson(query),
    subscribeBoard: async (query, listener) => boards.subscribeBoard(query, listener),
    subscribeView: async (query, listener) => boards.subscribeView(query, listener),
    screenAlive: (query, report) => boards.screenAlive(query, report)
  } satisfies Partial<Engine>
  return asked as unknown as Engine
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
