import { describe, expect, it } from 'vitest'
import { dayHolding, daysFrom, instantOfChoice, minuteOfDay, placeOf } from '../../../src/domain/forecast/days.ts'

const DENVER = 'America/Denver'
const NOON = Date.parse('2026-11-21T12:00:00-07:00')
const iso = (atMs: number | null): string | null => (atMs === null ? null : new Date(atMs).toISOString())

function hoursOf(day: string): number {
  const { startsAtMs, endsAtMs } = dayHolding(DENVER, Date.parse(`${day}T18:00:00Z`))
  return (endsAtMs - startsAtMs) / 3_600_000
}

describe('days of a store', () => {
  it('are counted on its own calendar, today first', () => {
    const days = daysFrom(DENVER, Date.parse('2026-11-22T06:30:00Z'), 30)
    expect(days[0]?.day).toBe('2026-11-21')
    expect(days.at(-1)?.day).toBe('2026-12-20')
    expect(days.filter(({ isWeekend }) => isWeekend).map(({ day }) => day.slice(5))).toEqual([
      '11-21',
      '11-22',
      '11-28',
      '11-29',
      '12-05',
      '12-06',
      '12-12',
      '12-13',
      '12-19',
      '12-20'
    ])
  })

  it('have 23 hours when the clock goes forward and 25 when it goes back', () => {
    expect([hoursOf('2026-03-07'), hoursOf('2026-03-08'), hoursOf('2026-11-01')]).toEqual([24, 23, 25])
  })

  it('are as wide as each other, and noon of a long day is a little after its middle', () => {
    const days = daysFrom(DENVER, Date.parse('2026-10-31T18:00:00Z'), 4)
    expect(placeOf(days, Date.parse('2026-11-01T06:00:00Z'))).toBe(0.25)
    expect(placeOf(days, Date.parse('2026-11-01T19:00:00Z'))).toBeCloseTo(0.25 + 0.25 * (13 / 25), 10)
    expect(placeOf(days, Date.parse('2027-01-01T00:00:00Z'))).toBe(1)
    expect(placeOf(days, Date.parse('2026-10-01T00:00:00Z'))).toBe(0)
  })
})

describe('a chosen instant', () => {
  const choose = (day: string, minute: number): string | null =>
    iso(instantOfChoice({ kind: 'wall', day, minute }, DENVER, NOON))

  it('is now, one that was given, or a minute of a day in the store’s time', () => {
    expect(instantOfChoice({ kind: 'now' }, DENVER, NOON)).toBe(NOON)
    expect(iso(instantOfChoice({ kind: 'instant', at: '2026-11-27T22:20:00.000Z' }, DENVER, NOON))).toBe(
      '2026-11-27T22:20:00.000Z'
    )
    expect(choose('2026-11-27', 16 * 60 + 20)).toBe('2026-11-27T23:20:00.000Z')
  })

  it('that the clock skips is the next there is', () => {
    expect(choose('2026-03-08', 2 * 60 + 30)).toBe('2026-03-08T09:00:00.000Z')
  })

  it('that the clock reads twice is the first', () => {
    expect(choose('2026-11-01', 90)).toBe('2026-11-01T07:30:00.000Z')
  })

  it('of a day that no month has is none', () => {
    expect(choose('2026-02-30', 0)).toBeNull()
    expect(choose('2026-13-01', 0)).toBeNull()
    expect(choose('tomorrow', 0)).toBeNull()
    expect(instantOfChoice({ kind: 'instant', at: 'soon' }, DENVER, NOON)).toBeNull()
  })

  it('gives its minute back', () => {
    expect(minuteOfDay(DENVER, Date.parse('2026-11-27T23:20:00Z'))).toBe(980)
  })
})
