import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createBoardService } from '../../../src/main/board/board-service.ts'
import type { BoardService } from '../../../src/main/board/board-service.types.ts'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import { openStoreReader } from '../../../src/main/store/open-store.ts'
import type { FeedState, StoreReader } from '../../../src/main/store/store.types.ts'
import type { BoardSnapshot, FeedName } from '../../../src/shared/board-snapshot.ts'
import type { BoardView } from '../../../src/shared/board-view.ts'
import type { KioskBasket } from '../../../src/shared/kiosk.ts'
import type { PricedBasket } from '../../../src/shared/priced-basket.ts'
import type { ViewEvent, ViewQuery } from '../../../src/main/engine/engine.types.ts'
import { runEngine, syncOnce } from '../engine/running-engine.ts'
import { removeDir, temporaryDir } from '../serve/serve-process.ts'
import { HOUSE_AS_DELIVERED } from './house-as-delivered.ts'

const REGINA = 110501
const SYNCED = Date.parse('2026-11-24T10:00:00-06:00')
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const LIMIT_MS = 24 * HOUR_MS
const QUERY: ViewQuery = { locationId: REGINA, atMs: null, groupId: null, customer: 'recreational' }

let store: DemoStore
let dataDir: string
let stored: StoreReader
/** What the feeds' states say in place of what is stored. */
let confirmed: Partial<Record<FeedName, number | null>>
let isClockSure: boolean
let boards: BoardService

beforeAll(async () => {
  store = await startDemoStore({ living: false, nowMs: () => SYNCED })
  dataDir = temporaryDir()
  const engine = await runEngine(store, dataDir)
  expect(await syncOnce(engine)).toBeNull()
  await engine.stop()
  const opened = openStoreReader({ dataDir })
  if (!opened.ok) throw new Error(opened.message)
  stored = opened.store
}, 60_000)

afterAll(async () => {
  stored?.close()
  await store?.close()
  if (dataDir !== undefined) removeDir(dataDir)
})

beforeEach(() => {
  vi.useFakeTimers({ now: SYNCED + MINUTE_MS })
  confirmed = {}
  isClockSure = true
  boards = createBoardService({
    ...HOUSE_AS_DELIVERED,
    reader: {
      ...stored,
      feedStates: () => {
        const states = { ...stored.feedStates() }
        for (const [feed, lastSuccessAtMs] of Object.entries(confirmed) as [FeedName, number | null][])
          states[feed] = { ...states[feed], lastSuccessAtMs } satisfies FeedState
        return states
      }
    },
    askAfterMs: LIMIT_MS,
    isClockSure: () => isClockSure
  })
})
afterEach(() => {
  boards.stop()
  vi.useRealTimers()
})

function snapshot(atMs: number | null = null): BoardSnapshot {
  const answer = boards.boardJson({ ...QUERY, atMs })
  if (!answer.ok) throw new Error(answer.message)
  return JSON.parse(answer.json) as BoardSnapshot
}

function watch(): { view: BoardView | null; whole: number } {
  const seen: { view: BoardView | null; whole: number } = { view: null, whole: 0 }
  boards.subscribeView(QUERY, (event: ViewEvent) => {
    if (event.kind === 'view') {
      seen.whole += 1
      seen.view = event.view
    } else if (event.kind === 'patch' && seen.view !== null) seen.view = { ...seen.view, head: event.patch.head }
  })
  return seen
}

const rungsOf = (board: BoardSnapshot) => board.items.flatMap(({ ladder }) => ladder)
const hasAmounts = (board: BoardSnapshot) => rungsOf(board).every(({ price }) => price !== null)
const hasNone = (board: BoardSnapshot) =>
  rungsOf(board).every(
    ({ price, regular, unitPrice, outTheDoor, deal }) =>
      price === null && regular === null && unitPrice === null && outTheDoor === null && deal === null
  )
const paid = (view: BoardView | null) =>
  (view?.items ?? []).flatMap(({ rungs }) => rungs.map(({ youPay, unitPrice, groupPays }) => youPay ?? unitPrice ?? groupPays)) // oxfmt-ignore

function basket(board: BoardSnapshot): ReturnType<BoardService['basketJson']> {
  const item = board.items.find(({ unit }) => unit === 'g')
  return boards.basketJson({
    locationId: REGINA,
    lines: [{ productId: item?.productId, quantity: item?.ladder[0]?.quantity }]
  })
}

describe('prices that nobody confirms', () => {
  it('are marked after 15 minutes, and go after the limit of the store, to the second, on every open screen', () => {
    const board = snapshot()
    expect(hasAmounts(board)).toBe(true)
    const confirmedAtMs = Date.parse(board.feeds.prices ?? '')
    // Both at one instant: each that reaches its limit has the boards built anew.
    confirmed = { prices: confirmedAtMs, promotions: confirmedAtMs }
    const screen = watch()
    vi.setSystemTime(confirmedAtMs + LIMIT_MS - 20_000)
    boards.lookAtClock()
    expect(screen.view?.head).toMatchObject({ stale: true, heldLine: null, askInMs: 20_001 })
    expect(paid(screen.view)).not.toContain(null)
    vi.advanceTimersByTime(20_000)
    expect(paid(screen.view)).not.toContain(null)
    vi.advanceTimersByTime(2)
    expect(screen.view?.head).toMatchObject({ stale: true, heldLine: 'Ask for today’s price', askInMs: null })
    expect(new Set(paid(screen.view))).toEqual(new Set([null]))
    expect(screen.whole).toBe(2)
    expect(hasNone(snapshot())).toBe(true)
  })

  it('are in no basket, no kiosk, no look at another instant and on no board by address', () => {
    const fresh = snapshot()
    expect(basket(fresh)).toMatchObject({ ok: true })
    vi.setSystemTime(SYNCED + LIMIT_MS + HOUR_MS)
    expect(basket(fresh)).toMatchObject({ ok: false, status: 503, code: 'amounts-held' })
    expect(hasNone(snapshot(SYNCED))).toBe(true)
    expect(hasNone(snapshot(SYNCED + 10 * LIMIT_MS))).toBe(true)
    const looked = boards.viewAt({ locationId: REGINA, screen: null, atMs: SYNCED + LIMIT_MS, isNow: false })
    expect(looked.ok && new Set(paid(looked.view))).toEqual(new Set([null]))
    const line = { productId: fresh.items[0]?.productId, quantity: fresh.items[0]?.ladder[0]?.quantity }
    const kiosk = boards.kioskJson({ ...QUERY, changes: { mode: 'kiosk' } }, 'basket', { lines: [line] })
    expect(kiosk).toMatchObject({ ok: true })
    const summed = JSON.parse(kiosk.ok ? kiosk.json : '') as KioskBasket
    expect(JSON.stringify(summed)).not.toMatch(/\$\d/)
  })

  it('come back with the first poll that confirms them', () => {
    const screen = watch()
    vi.setSystemTime(SYNCED + 3 * LIMIT_MS)
    boards.lookAtClock()
    expect(new Set(paid(screen.view))).toEqual(new Set([null]))
    confirmed = { prices: Date.now(), promotions: Date.now() }
    boards.feedsChanged()
    expect(paid(screen.view)).not.toContain(null)
    expect(screen.view?.head).toMatchObject({ stale: false, heldLine: null })
  })

  it('are shown while a full pass confirms them, whatever the polls do', () => {
    confirmed = { prices: SYNCED - 3 * LIMIT_MS }
    expect(hasAmounts(snapshot())).toBe(true)
  })

  it('from well after now tell that the clock is wrong: their age is not known', () => {
    vi.setSystemTime(SYNCED - HOUR_MS)
    expect(hasNone(snapshot())).toBe(true)
  })
})

describe('promotions that nobody confirms', () => {
  it('take nothing off after the limit, though prices are fresh, and keep their marks without their offers', () => {
    const before = snapshot()
    const deals = before.items.filter(({ ladder }) => ladder.some(({ deal }) => deal !== null))
    expect(deals.length).toBeGreaterThan(0)
    vi.setSystemTime(SYNCED + LIMIT_MS + MINUTE_MS)
    confirmed = { prices: Date.now() }
    const old = snapshot(SYNCED + MINUTE_MS)
    expect(hasAmounts(old)).toBe(true)
    expect(rungsOf(old).every(({ deal }) => deal === null)).toBe(true)
    expect(old.items.map(({ badges }) => badges.map(({ promotionId }) => promotionId))).toEqual(
      before.items.map(({ badges }) => badges.map(({ promotionId }) => promotionId))
    )
    const priced = basket(old)
    expect((JSON.parse(priced.ok ? priced.json : '') as PricedBasket).applied).toEqual([])
  })
})

it('no board says what it does not know when nobody knows the time: no amount and no promotion', () => {
  const screen = watch()
  expect(snapshot().items.some(({ badges }) => badges.length > 0)).toBe(true)
  isClockSure = false
  boards.lookAtClock()
  expect(hasNone(snapshot())).toBe(true)
  expect(snapshot().items.some(({ badges }) => badges.length > 0)).toBe(false)
  expect(new Set(paid(screen.view))).toEqual(new Set([null]))
  isClockSure = true
  boards.lookAtClock()
  expect(hasAmounts(snapshot())).toBe(true)
})
