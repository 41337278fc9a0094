import { describe, expect, it } from 'vitest'
import { isInSet } from '../../../src/domain/screen/board-set.ts'
import { isLastFew, isNewAt } from '../../../src/domain/screen/product-state.ts'
import { setInForceAt } from '../../../src/domain/screen/set-in-force.ts'
import type { BoardItem, BoardRung } from '../../../src/shared/board-snapshot.ts'
import type { BoardSet } from '../../../src/shared/screen-settings.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

const rung = (change: Partial<BoardRung> = {}): BoardRung => ({
  tierId: null,
  tierName: null,
  quantity: '1',
  regular: '10.00',
  price: '10.00',
  unitPrice: '10.00',
  source: 'regular',
  saleEndsAt: null,
  fromEntityId: 1,
  taxes: [],
  outTheDoor: '10.00',
  deal: null,
  ...change
})

const item = (change: Partial<BoardItem> = {}): BoardItem => ({
  productId: 'a',
  name: 'A',
  classification: ['Flower', 'Indica'],
  unit: 'g',
  inStock: true,
  shelf: null,
  badges: [],
  ladder: [rung()],
  ...change
})

const inSet = (set: BoardSet, change: Partial<BoardItem> = {}, isNew = false): boolean =>
  isInSet(item(change), set, { isNew })

describe('sets', () => {
  it('the full menu has everything', () => {
    expect(inSet({ kind: 'full' }, { classification: [] })).toBe(true)
  })

  it('a classification has everything below it, without case; several add up', () => {
    const set: BoardSet = { kind: 'classifications', paths: [['flower'], ['Pre-rolls', 'Infused']] }
    expect(inSet(set)).toBe(true)
    expect(inSet(set, { classification: ['Pre-rolls', 'Infused'] })).toBe(true)
    expect(inSet(set, { classification: ['Pre-rolls'] })).toBe(false)
    expect(inSet(set, { classification: ['Flowers'] })).toBe(false)
    expect(inSet(set, { classification: [] })).toBe(false)
  })

  it('a shelf has its products', () => {
    expect(inSet({ kind: 'shelf', shelfId: 26 }, { shelf: { shelfId: 26, name: null } })).toBe(true)
    expect(inSet({ kind: 'shelf', shelfId: 26 })).toBe(false)
  })

  it('on promotion is a badge or a price below the regular one', () => {
    const set: BoardSet = { kind: 'on-promotion' }
    expect(inSet(set)).toBe(false)
    expect(inSet(set, { ladder: [rung(), rung({ source: 'sale', price: '8.00' })] })).toBe(true)
    // A tier that only a group has is dear or cheap by no comparison.
    expect(inSet(set, { ladder: [rung({ source: 'group' })] })).toBe(false)
    const badge = { promotionId: 'p', name: 'P', type: 'BOGO', label: null, endsAt: null, audience: null }
    expect(inSet(set, { badges: [badge] })).toBe(true)
  })

  it('new arrivals are what is new', () => {
    expect(inSet({ kind: 'new-arrivals' }, {}, true)).toBe(true)
    expect(inSet({ kind: 'new-arrivals' })).toBe(false)
  })
})

describe('marks', () => {
  it('nothing is new on the day of installation; later arrivals are for seven days', () => {
    const installedMs = Date.parse('2026-11-01T12:00:00Z')
    expect(isNewAt(installedMs + HOUR_MS, installedMs, installedMs + 2 * HOUR_MS)).toBe(false)
    const arrivedMs = installedMs + 10 * DAY_MS
    expect(isNewAt(arrivedMs, installedMs, arrivedMs)).toBe(true)
    expect(isNewAt(arrivedMs, installedMs, arrivedMs + 7 * DAY_MS - 1)).toBe(true)
    expect(isNewAt(arrivedMs, installedMs, arrivedMs + 7 * DAY_MS)).toBe(false)
    expect(isNewAt(null, installedMs, arrivedMs)).toBe(false)
  })

  it('last few is less than the limit, and not nothing', () => {
    expect(isLastFew('4.9', '5')).toBe(true)
    expect(isLastFew('5', '5')).toBe(false)
    expect(isLastFew('0', '5')).toBe(false)
    expect(isLastFew(null, '5')).toBe(false)
    expect(isLastFew('1', null)).toBe(false)
  })
})

describe('timed sets', () => {
  const evening: BoardSet = { kind: 'on-promotion' }
  const lunch: BoardSet = { kind: 'shelf', shelfId: 1 }
  const full: BoardSet = { kind: 'full' }
  const settings = {
    set: full,
    timedSets: [
      { from: '16:00', set: evening },
      { from: '11:30', set: lunch }
    ]
  }
  const at = (instant: string, zone: string | null = 'America/Toronto') =>
    setInForceAt(settings, zone, Date.parse(instant))

  it("begin at their time of the location's clock, and the day begins with the screen's own", () => {
    expect(at('2026-11-20T16:29:59Z')).toEqual({ set: full, changesAtMs: Date.parse('2026-11-20T16:30:00Z') })
    expect(at('2026-11-20T12:00:00Z')).toEqual({ set: full, changesAtMs: Date.parse('2026-11-20T16:30:00Z') })
    expect(at('2026-11-20T16:30:00Z')).toEqual({ set: lunch, changesAtMs: Date.parse('2026-11-20T21:00:00Z') })
    expect(at('2026-11-20T21:00:00Z')).toEqual({ set: evening, changesAtMs: Date.parse('2026-11-21T05:00:00Z') })
    expect(at('2026-11-21T05:00:00Z').set).toEqual(full)
  })

  it('hold over both changes of the clock', () => {
    for (const [instant, set] of [
      ['2026-03-08T14:59:00Z', full],
      ['2026-03-08T15:30:00Z', lunch],
      ['2026-11-01T16:29:00Z', full],
      ['2026-11-01T16:30:00Z', lunch]
    ] as const)
      expect(at(instant).set).toEqual(set)
  })

  it('need a known zone', () => {
    expect(at('2026-11-20T21:00:00Z', null)).toEqual({ set: full, changesAtMs: null })
  })
})
