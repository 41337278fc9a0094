import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import type { EngineCore } from '../../../src/main/engine/engine-core.ts'
import type { BoardView } from '../../../src/shared/board-view.ts'
import { removeDir, temporaryDir } from '../serve/serve-process.ts'
import { runEngine, syncOnce } from './running-engine.ts'

let store: DemoStore

beforeAll(async () => {
  store = await startDemoStore({ living: false })
})

afterAll(() => store.close())

/** A synced engine of a store with these settings. */
async function engineWith(settings: Readonly<Record<string, unknown>>): Promise<EngineCore> {
  const dataDir = temporaryDir()
  writeFileSync(join(dataDir, 'settings.json'), JSON.stringify({ version: 1, ...settings }))
  const engine = await runEngine(store, dataDir)
  onTestFinished(async () => {
    await engine.stop()
    removeDir(dataDir)
  })
  expect(await syncOnce(engine)).toBeNull()
  return engine
}

/** Every board of the demo store. */
function viewsOf(engine: EngineCore): readonly BoardView[] {
  return store.state.locations.flatMap(({ Id }) => {
    let view: BoardView | null = null
    const query = { locationId: Id, atMs: null, groupId: null, customer: 'recreational' } as const
    const subscribed = engine.boards.subscribeView(query, (event) => {
      if (event.kind === 'view') ({ view } = event)
    })
    if (subscribed.ok) subscribed.close()
    return view === null ? [] : [view]
  })
}

function unchecked(engine: EngineCore): readonly string[] {
  const problems = engine.health().problems ?? []
  return problems.filter(({ code }) => code === 'market-profile-unchecked').map(({ message }) => message)
}

test('a profile that ships and nobody has confirmed changes nothing', async () => {
  const engine = await engineWith({ market: { profile: 'massachusetts-adult-use', confirmed: false } })
  const views = viewsOf(engine)
  expect(views.some(({ items }) => items.some(({ tickets }) => tickets.length > 0))).toBe(true)
  expect(views.some(({ items }) => items.some(({ rungs }) => rungs.some(({ reduced }) => reduced)))).toBe(true)
  expect(views.every(({ head }) => head.notice === null)).toBe(true)
  expect(unchecked(engine)).toEqual([])
})

test('confirmed, the Massachusetts example takes offers and reductions off every board, and no price', async () => {
  const plain = viewsOf(await engineWith({}))
  const engine = await engineWith({ market: { profile: 'massachusetts-adult-use', confirmed: true } })
  const views = viewsOf(engine)
  expect(views.map(({ items }) => items.map(({ rungs }) => rungs.map(({ youPay }) => youPay)))).toEqual(
    plain.map(({ items }) => items.map(({ rungs }) => rungs.map(({ youPay }) => youPay)))
  )
  for (const { head, items } of views) {
    expect(head.legend).toEqual([])
    for (const { tickets, rungs } of items) {
      expect(tickets).toEqual([])
      for (const { regular, reduced, until } of rungs) expect([regular, reduced, until]).toEqual([null, false, null])
    }
  }
  expect(unchecked(engine)).toEqual([expect.stringContaining('lead for counsel, not advice')])
})

test('confirmed, the Washington example puts its four warnings on every board', async () => {
  const engine = await engineWith({ market: { profile: 'washington-warnings', confirmed: true } })
  for (const { head } of viewsOf(engine)) {
    expect(head.notice).toMatch(/^This product has intoxicating effects .* Marijuana can impair .* There may be health/)
    expect(head.notice).toMatch(/Keep out of the reach of children\.$/)
  }
})
