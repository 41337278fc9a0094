import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type BoardHistory, createBoardHistory } from '../../../src/main/board/board-history.ts'
import { createBoardService } from '../../../src/main/board/board-service.ts'
import type { BoardService } from '../../../src/main/board/board-service.types.ts'
import { printInquiries } from '../../../src/main/inquiry/print.ts'
import { loadSettings } from '../../../src/main/settings/settings-file.ts'
import type { StoreWriter } from '../../../src/main/store/store.types.ts'
import { shownRungsAt, wasShownAt } from '../../../src/domain/parity/shown-price.ts'
import type { PriceRecord } from '../../../src/domain/pricing/price-record.ts'
import {
  PERCENT_OFF,
  aFullPromotion,
  aLocation,
  aPrice,
  aProduct,
  aPromotion,
  aSet,
  landPrices,
  makeDataDir,
  openTestStore,
  passBothPromotions,
  passCatalogue,
  passLocations
} from '../store/store-fixture.ts'
import { HOUSE_AS_DELIVERED } from './house-as-delivered.ts'

const START = Date.parse('2026-11-20T18:00:00Z')
const EVERYONE = { locationId: 1, groupId: null }
const MINUTE_MS = 60_000

let dataDir: string
let store: StoreWriter
let service: BoardService
let history: BoardHistory

function open(): void {
  history = createBoardHistory(store.history)
  service = createBoardService({ ...HOUSE_AS_DELIVERED, reader: store, history })
}

function watch(): () => void {
  const subscribed = service.subscribeBoard(
    { locationId: 1, atMs: null, groupId: null, customer: 'recreational' },
    () => {}
  )
  if (!subscribed.ok) throw new Error(subscribed.message)
  return subscribed.close
}

function price(productId: string, records: readonly PriceRecord[]): void {
  service.applyChange(landPrices(store, [aSet(1, productId, records)], Date.now()))
}

/** What the history says of a product: price from, until. */
function told(productId: string): readonly string[] {
  history.flush()
  const minutes = (atMs: number): string => String((atMs - START) / MINUTE_MS)
  return (store.history.product(EVERYONE, productId)?.prices ?? []).map(
    ({ price: shown, fromMs, toMs }) => `${shown} ${minutes(fromMs)} to ${toMs === null ? 'now' : minutes(toMs)}`
  )
}

function passMinutes(minutes: number): void {
  vi.advanceTimersByTime(minutes * MINUTE_MS)
}

beforeEach(() => {
  vi.useFakeTimers({ now: START })
  dataDir = makeDataDir()
  store = openTestStore(dataDir)
  passLocations(store, [aLocation(1)])
  passCatalogue(store, [
    { product: aProduct('wren'), sets: [aSet(1, 'wren', [aPrice('10')])] },
    { product: aProduct('steady'), sets: [aSet(1, 'steady', [aPrice('5')])] }
  ])
  open()
})

afterEach(() => {
  history.stop()
  service.stop()
  vi.useRealTimers()
})

describe('what a watched board shows is kept', () => {
  it('a price from when it came to when it went, and a still menu writes nothing', () => {
    watch()
    passMinutes(10)
    price('wren', [aPrice('12')])
    passMinutes(5)
    price('wren', [])
    passMinutes(5)
    expect(told('wren')).toEqual(['10.00 0 to 10', '12.00 10 to 15'])
    expect(told('steady')).toEqual(['5.00 0 to now'])
  })

  it('a sale by itself, with what it takes the place of, its end, the taxes and the out-the-door amount', () => {
    watch()
    const sale = {
      salePrice: '8',
      atTierSalePrice: null,
      startsAtMs: START + 3 * MINUTE_MS,
      stopsAtMs: START + 7 * MINUTE_MS
    }
    price('wren', [aPrice('10', { sales: [sale] })])
    passMinutes(10)
    expect(told('wren')).toEqual(['10.00 0 to 3', '8.00 3 to 7', '10.00 7 to now'])
    expect(store.history.product(EVERYONE, 'wren')?.prices[1]).toMatchObject({
      source: 'sale',
      regular: '10.00',
      outTheDoor: '8.00',
      saleEndsAtMs: sale.stopsAtMs,
      taxPricing: 'Exclusive',
      taxRates: []
    })
  })

  it('a deal is kept as the board showed it, with what it takes off, from its start to its end', () => {
    watch()
    const schedule = 'BEGIN:VEVENT\r\nDTSTART:20261120T180300Z\r\nDTEND:20261120T180700Z\r\nEND:VEVENT\r\n'
    const head = { schedule, productIds: ['wren'] }
    passBothPromotions(store, [aPromotion('off', head)], [aFullPromotion('off', { schedule })])
    service.applyChange({ productIds: [], promotions: true, locations: false })
    passMinutes(10)
    expect(told('wren')).toEqual(['10.00 0 to 3', '10.00 3 to 7', '10.00 7 to now'])
    expect((store.history.product(EVERYONE, 'wren')?.prices ?? []).map(({ deal }) => deal)).toEqual([
      null,
      { promotionId: 'off', price: '8.00', outTheDoor: '8.00', discount: { kind: 'share', share: '0.2' } },
      null
    ])
    expect(told('steady')).toEqual(['5.00 0 to now'])
  })

  it('what medical customers are shown is kept apart', () => {
    watch()
    const forMedical = JSON.stringify({ ...JSON.parse(PERCENT_OFF), cartCondition: { Type: 'MedCustomer' } })
    const schedule = 'BEGIN:VEVENT\r\nDTSTART:20200101T000000\r\nDTEND:20300101T000000\r\nEND:VEVENT\r\n'
    const full = aFullPromotion('off', { schedule, terms: forMedical })
    passBothPromotions(store, [aPromotion('off', { schedule, productIds: ['wren'] })], [full])
    service.applyChange({ productIds: [], promotions: true, locations: false })
    const medical = { locationId: 1, atMs: null, groupId: null, customer: 'medical' } as const
    expect(service.subscribeBoard(medical, () => {}).ok).toBe(true)
    passMinutes(1)
    history.flush()
    const dealOf = (customer: 'medical' | 'recreational') =>
      store.history.product({ ...EVERYONE, customer }, 'wren')?.prices.map(({ deal }) => deal?.price ?? null)
    expect(dealOf('medical')).toEqual(['8.00'])
    expect(dealOf('recreational')).toEqual([null])
  })

  it('a board that nobody watches is not shown', () => {
    expect(service.boardJson({ locationId: 1, atMs: null, groupId: null, customer: 'recreational' }).ok).toBe(true)
    passMinutes(10)
    expect(told('wren')).toEqual([])
    expect(store.history.stretches(EVERYONE)).toEqual([])
  })

  it('a print of a store that no screen shows is not a screen that shows it', () => {
    const prints = printInquiries({ boards: service, settings: loadSettings(dataDir).settings })
    const options = prints['print:options'](1, null)
    expect(options).toMatchObject({ ok: true, answer: { everything: { products: 2 } } })
    passMinutes(1)
    const request = { kind: 'price-list', locationId: 1, screen: null, set: { kind: 'full' } } as const
    const paper = { paper: 'letter', language: null, soldOut: true, qrCode: false } as const
    expect(prints['print:sheet']({ ...request, ...paper }, null, 0)).toMatchObject({ ok: true })
    passMinutes(10)
    expect(told('wren')).toEqual([])
    expect(store.history.stretches(EVERYONE)).toEqual([])
  })

  it('what differs while nobody watches begins when somebody does', () => {
    const close = watch()
    passMinutes(5)
    close()
    passMinutes(1)
    price('wren', [aPrice('12')])
    passMinutes(1)
    watch()
    passMinutes(1)
    expect(told('wren')[0]).toMatch(/^10\.00 0 to 7/)
    expect(told('wren')[1]).toMatch(/^12\.00 7\S* to now/)
  })
})

describe('the time that a program is off', () => {
  it('a row that is the same goes on; the gap says that nothing was shown then', () => {
    watch()
    passMinutes(10)
    history.stop()
    service.stop()
    vi.setSystemTime(START + 60 * MINUTE_MS)
    price('steady', [aPrice('6')])
    open()
    watch()
    passMinutes(5)
    expect(told('wren')).toEqual(['10.00 0 to now'])
    // Whenever the other changed, it was shown until the program ended, and the new one since it came back.
    const steady = store.history.product(EVERYONE, 'steady')?.prices ?? []
    expect(steady.map(({ price: shown }) => shown)).toEqual(['5.00', '6.00'])
    expect(steady[0]?.toMs).toBeLessThanOrEqual(START + 10 * MINUTE_MS)
    expect(steady[1]?.fromMs).toBeGreaterThanOrEqual(START + 60 * MINUTE_MS)
    const stretches = store.history.stretches(EVERYONE)
    expect(stretches).toHaveLength(2)
    const shownAtMinute = (minute: number): boolean => wasShownAt(stretches, START + minute * MINUTE_MS)
    expect([5, 30, 62].map(shownAtMinute)).toEqual([true, false, true])
  })

  it('a start after a moment goes on where it was', () => {
    watch()
    passMinutes(10)
    history.stop()
    service.stop()
    vi.setSystemTime(START + 10 * MINUTE_MS + 1500)
    open()
    watch()
    passMinutes(5)
    expect(store.history.stretches(EVERYONE)).toHaveLength(1)
    expect(told('wren')).toEqual(['10.00 0 to now'])
  })

  it('one that was killed is known to the minute', () => {
    watch()
    passMinutes(10)
    const [stretch] = store.history.stretches(EVERYONE)
    expect(stretch?.toMs).toBeGreaterThanOrEqual(START + 9 * MINUTE_MS)
  })
})

describe('a clock that jumps', () => {
  it('back: what was written ahead stays and ends, and the board is written anew', () => {
    watch()
    passMinutes(60)
    vi.setSystemTime(START + 10 * MINUTE_MS)
    passMinutes(1)
    price('wren', [aPrice('12')])
    passMinutes(5)
    history.flush()
    const prices = store.history.product(EVERYONE, 'wren')?.prices ?? []
    expect(shownRungsAt(prices, Date.now()).map(({ price: shown }) => shown)).toEqual(['12.00'])
    expect(prices.filter(({ toMs }) => toMs === null)).toHaveLength(1)
  })

  it('on by an hour: not shown in between', () => {
    watch()
    passMinutes(5)
    vi.setSystemTime(START + 65 * MINUTE_MS)
    passMinutes(1)
    history.flush()
    expect(wasShownAt(store.history.stretches(EVERYONE), START + 30 * MINUTE_MS)).toBe(false)
    expect(told('wren')).toEqual(['10.00 0 to now'])
  })
})

describe('retention and failure', () => {
  it('what ended more than the time ago is dropped, what still stands is not', () => {
    watch()
    passMinutes(10)
    price('wren', [aPrice('12')])
    passMinutes(30)
    history.flush()
    store.retain(START + 20 * MINUTE_MS, START + 20 * MINUTE_MS)
    expect(told('wren')).toEqual(['12.00 10 to now'])
    expect(told('steady')).toEqual(['5.00 0 to now'])
  })

  it('a full disk is told, hurts no board, and what was missed is made good', () => {
    const full = Object.assign(new Error('full'), { code: 'SQLITE_FULL' })
    let isFull = false
    const failing = {
      ...store.history,
      write: (work: () => void) => {
        if (isFull) throw full
        store.history.write(work)
      }
    }
    history.stop()
    service.stop()
    history = createBoardHistory(failing)
    service = createBoardService({ ...HOUSE_AS_DELIVERED, reader: store, history })
    watch()
    passMinutes(5)
    isFull = true
    price('wren', [aPrice('12')])
    passMinutes(1)
    expect(history.problems().map(({ code }) => code)).toEqual(['history-not-kept'])
    const shown = service.boardJson({ locationId: 1, atMs: null, groupId: null, customer: 'recreational' })
    expect(shown.ok && shown.json).toContain('"12.00"')
    isFull = false
    passMinutes(3)
    expect(history.problems()).toEqual([])
    expect(told('wren').at(-1)).toMatch(/^12\.00 \S+ to now$/)
  })
})
