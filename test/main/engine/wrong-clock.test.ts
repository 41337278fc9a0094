import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import { createEngineCore, type EngineCore } from '../../../src/main/engine/engine-core.ts'
import { MACHINE_CLOCKS } from '../../../src/main/sync/corrected-clock.ts'
import type { ViewEvent } from '../../../src/main/engine/engine.types.ts'
import type { BoardView } from '../../../src/shared/board-view.ts'
import { eventually, removeDir, temporaryDir } from '../serve/serve-process.ts'
import { boardOf, BRISK, syncOnce } from './running-engine.ts'

const HOUR_MS = 3_600_000
const YEAR_MS = 365 * 24 * HOUR_MS

let store: DemoStore
let dataDir: string
let regina: number
/** By how much the machine's clock is off. */
let offMs: number
const engines: EngineCore[] = []

async function engineOf(): Promise<EngineCore> {
  const started = await createEngineCore(
    {
      dataDir,
      source: { kind: 'cova', settings: { apiUrl: store.url, tokenUrl: store.tokenUrl, ...store.credentials } },
      syncIntervalMs: 60_000,
      syncsByItself: false
    },
    '0.0.0-test',
    () => {},
    { ...BRISK, retries: 0, nowMs: () => Date.now() + offMs },
    {},
    { ...MACHINE_CLOCKS, nowMs: () => Date.now() + offMs }
  )
  if (!started.ok) throw new Error(started.message)
  engines.push(started.core)
  return started.core
}

/** As after a night: the program ended, and starts again. */
async function restart(): Promise<EngineCore> {
  for (const engine of engines.splice(0)) await engine.stop()
  return engineOf()
}

function watch(engine: EngineCore): { view: BoardView | null } {
  const seen: { view: BoardView | null } = { view: null }
  const query = { locationId: regina, atMs: null, groupId: null, customer: 'recreational' as const }
  engine.boards.subscribeView(query, (event: ViewEvent) => {
    if (event.kind === 'view') seen.view = event.view
    if (event.kind === 'patch' && seen.view !== null) seen.view = { ...seen.view, head: event.patch.head }
  })
  return seen
}

const codesOf = (engine: EngineCore) => engine.health().problems.map(({ code }) => code)
const isHeld = (engine: EngineCore) =>
  boardOf(engine, regina).items.every(({ ladder }) => ladder.every(({ price }) => price === null))
const offBy = (engine: EngineCore) => Math.abs(Date.parse(boardOf(engine, regina).at) - Date.now())

beforeEach(async () => {
  offMs = 0
  store = await startDemoStore({ living: false })
  dataDir = temporaryDir()
  regina = store.state.locations.find(({ Name }) => Name.includes('Regina'))?.Id as number
})

afterEach(async () => {
  for (const engine of engines.splice(0)) await engine.stop()
  await store.close()
  removeDir(dataDir)
})

describe("a machine's wrong clock", () => {
  it.each([
    ['three hours ahead', 3 * HOUR_MS],
    ['twenty years behind', -20 * YEAR_MS]
  ])('%s: boards go by the server, and health says so', async (_how, ms) => {
    offMs = ms
    const engine = await engineOf()
    expect(await syncOnce(engine)).toBeNull()
    expect(offBy(engine)).toBeLessThan(5000)
    expect(isHeld(engine)).toBe(false)
    expect(codesOf(engine)).toContain('clock-wrong')
    expect(engine.health().problems.find(({ code }) => code === 'clock-wrong')?.message).toMatch(
      ms > 0 ? /10800 s ahead of Cova's/ : /behind Cova's/
    )
    const again = await restart()
    expect(offBy(again)).toBeLessThan(5000)
  })

  it('that went dead over night, without a network: no amount, no promotion, no clock, lit; and health says why', async () => {
    const before = await engineOf()
    expect(await syncOnce(before)).toBeNull()
    expect(boardOf(before, regina).items.some(({ badges }) => badges.length > 0)).toBe(true)
    store.faults.always('all', { kind: 'reset' })
    offMs = Date.UTC(2000, 0, 1) - Date.now()
    const engine = await restart()
    const screen = watch(engine)
    expect(isHeld(engine)).toBe(true)
    expect(boardOf(engine, regina).items.some(({ badges }) => badges.length > 0)).toBe(false)
    expect(offBy(engine)).toBeLessThan(60_000)
    expect(screen.view?.head).toMatchObject({ clock: null, light: { now: 'on', later: [] }, stale: true })
    expect(codesOf(engine)).toContain('clock-unknown')
    expect(await syncOnce(engine)).not.toBeNull()
    expect(isHeld(engine)).toBe(true)
    const today = await engine.inquire({ channel: 'home:today', args: [null] })
    const health = await engine.inquire({ channel: 'health:read', args: [] })
    for (const news of [today, health]) {
      expect(JSON.stringify(news)).toContain('Nobody knows what time it is')
      expect(JSON.stringify(news)).toContain('says January 1, 2000, which cannot be')
    }
    store.faults.clear()
    expect(await syncOnce(engine)).toBeNull()
    await eventually(
      async () => screen.view?.head.clock ?? null,
      (clock) => clock !== null
    )
    expect(isHeld(engine)).toBe(false)
    expect(codesOf(engine)).not.toContain('clock-unknown')
    expect(codesOf(engine)).toContain('clock-wrong')
  })

  it('that is set while boards are on moves none of them, and the next reply confirms it', async () => {
    const engine = await engineOf()
    expect(await syncOnce(engine)).toBeNull()
    offMs = -2 * HOUR_MS
    expect(offBy(engine)).toBeLessThan(5000)
    expect(isHeld(engine)).toBe(false)
    offMs = 7 * HOUR_MS
    expect(offBy(engine)).toBeLessThan(5000)
    expect(await syncOnce(engine)).toBeNull()
    expect(offBy(engine)).toBeLessThan(5000)
    expect(codesOf(engine)).toContain('clock-wrong')
  })
})
