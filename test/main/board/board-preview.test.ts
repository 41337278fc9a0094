import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_SCREEN } from '../../../src/domain/screen/default-screen.ts'
import { NO_PICTURES } from '../../../src/main/board/board-pictures.ts'
import { createBoardService } from '../../../src/main/board/board-service.ts'
import type { BoardService } from '../../../src/main/board/board-service.types.ts'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import type { EngineCore } from '../../../src/main/engine/engine-core.ts'
import { openStoreReader } from '../../../src/main/store/open-store.ts'
import type { BoardView } from '../../../src/shared/board-view.ts'
import type { ScreenSettings } from '../../../src/shared/screen-settings.ts'
import { plainProductOf, runEngine, syncOnce } from '../engine/running-engine.ts'
import { removeDir, temporaryDir } from '../serve/serve-process.ts'
import { NO_OVERRIDES } from '../store/store-fixture.ts'

const REGINA = 110501
const NOW = Date.parse('2026-11-24T10:00:00-06:00')
const HOUR_MS = 60 * 60 * 1000
const SCREENS: Readonly<Record<string, ScreenSettings>> = {
  Veterans: { ...DEFAULT_SCREEN, groupId: 700 },
  'Few left': { ...DEFAULT_SCREEN, soldOut: 'hide', set: { kind: 'on-promotion' } },
  Flower: {
    ...DEFAULT_SCREEN,
    set: { kind: 'classifications', paths: [['Flower']] },
    timedSets: [{ from: '16:00', set: { kind: 'on-promotion' } }]
  }
}

let store: DemoStore
let dataDir: string
let engine: EngineCore

beforeAll(async () => {
  store = await startDemoStore({ living: false, nowMs: () => NOW })
  dataDir = temporaryDir()
  engine = await runEngine(store, dataDir)
  expect(await syncOnce(engine)).toBeNull()
}, 60_000)

afterAll(async () => {
  await engine?.stop()
  await store?.close()
  if (dataDir !== undefined) removeDir(dataDir)
})

/** A service that has looked at nothing yet. */
function service(nowMs = NOW): BoardService {
  const opened = openStoreReader({ dataDir })
  if (!opened.ok) throw new Error(opened.message)
  return createBoardService({
    reader: opened.store,
    nowMs: () => nowMs,
    overrides: NO_OVERRIDES,
    staleAfterMs: Infinity,
    language: null,
    screens: SCREENS,
    marketRules: [],
    storeColour: null,
    pictures: NO_PICTURES,
    restrictToLocationIds: null
  })
}

function lookAt(boards: BoardService, screen: string | null, atMs: number): BoardView {
  const looked = boards.viewAt({ locationId: REGINA, screen, atMs, isNow: false })
  if (!looked.ok) throw new Error(looked.message)
  return looked.view
}

/** There and back over a month: minutes, nights, and the instants at which promotions of the demo store begin and end. */
const WALK = [0, 3, 0.05, 78.3, 78, 83, 83.01, 24, 700, 699.9, 26, 0, 330, 150.5, 150, 78.3].map(
  (hours) => NOW + hours * HOUR_MS
)

describe('one look after another', () => {
  it.each([null, 'Veterans', 'Few left', 'Flower'])(
    'at screen %s shows at every instant what a first look shows',
    (screen) => {
      const boards = service()
      const seen = new Set<string>()
      for (const atMs of WALK) {
        const view = lookAt(boards, screen, atMs)
        expect(view).toEqual(lookAt(service(), screen, atMs))
        seen.add(JSON.stringify(view.items))
      }
      // The walk is one through boards that differ.
      expect(seen.size).toBeGreaterThan(6)
    },
    60_000
  )

  it('between screens, and beside a board that is open, stays each screen’s own', () => {
    const boards = service()
    const opened = boards.subscribeView(
      { locationId: REGINA, screen: null, atMs: null, groupId: null, customer: 'recreational' },
      () => undefined
    )
    if (!opened.ok) throw new Error(opened.message)
    for (const atMs of WALK.slice(0, 6))
      for (const screen of [null, 'Veterans', 'Flower'])
        expect(lookAt(boards, screen, atMs)).toEqual(lookAt(service(), screen, atMs))
    opened.close()
    boards.stop()
  })

  it('shows a price that came meanwhile', async () => {
    const atMs = NOW + 30 * HOUR_MS
    const productId = plainProductOf(store, REGINA)
    const before = lookAt(engine.boards, null, atMs)
    store.state.setPrice(productId, REGINA, '87.65')
    expect(await syncOnce(engine)).toBeNull()
    const after = lookAt(engine.boards, null, atMs)
    expect(after.items).toEqual(lookAt(service(), null, atMs).items)
    const differing = after.items.filter((item, index) => JSON.stringify(item) !== JSON.stringify(before.items[index]))
    expect(differing.map((item) => item.productId)).toEqual([productId])
    // What cannot have changed is the very same, not made again.
    const madeAnew = after.items.filter((item, index) => item !== before.items[index])
    expect(madeAnew.length).toBeLessThan(after.items.length / 4)
    expect(JSON.stringify(after)).toContain('87.65')
  })
})
