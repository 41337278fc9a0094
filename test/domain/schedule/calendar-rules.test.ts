import { describe, expect, it } from 'vitest'
import { activeIntervalsOf, promotionStateAt } from '../../../src/domain/schedule/promotion-state-at.ts'
import { eventOf, isActive, reasonOf, scheduleOf, spansOf, stateOf } from './event-text.ts'

const ZONE = 'America/Regina'
const at = (start: string, length: string, rule: string, ...more: readonly string[]) =>
  scheduleOf(`DTSTART:${start}`, `DURATION:${length}`, `RRULE:${rule}`, ...more)

describe('rules that rrule gets wrong', () => {
  it('keeps every Friday of quarter hours from four to five', () => {
    // 2025-12-21 is a Sunday; rrule 2.8.1 gives January 2nd as the first.
    const schedule = at('20251221T010000', 'PT15M', 'FREQ=MINUTELY;INTERVAL=15;BYHOUR=16;BYDAY=FR')
    expect(stateOf(schedule, ZONE, '2025-12-21T12:00:00Z')).toBe('off until 2025-12-26T22:00Z')
    expect(stateOf(schedule, ZONE, '2025-12-26T22:05:00Z')).toBe('active until 2025-12-26T23:00Z')
  })

  it('knows that an hour which never comes never comes', () => {
    const schedule = at('20240101T060000', 'PT1H', 'FREQ=HOURLY;INTERVAL=24;BYHOUR=5')
    expect(stateOf(schedule, ZONE, '2024-06-01T00:00:00Z')).toBe('off until further notice')
    const never = at('20240101T060000', 'PT1H', 'FREQ=DAILY;INTERVAL=7;BYDAY=TU')
    expect(stateOf(never, ZONE, '2024-06-01T00:00:00Z')).toBe('off until further notice')
  })
})

describe('absurd schedules cost little', () => {
  it('takes a window every second as one long window', () => {
    const schedule = at('20240101T000000', 'PT1S', 'FREQ=SECONDLY;UNTIL=20340101T000000')
    expect(stateOf(schedule, ZONE, '2026-01-01T00:00:00Z')).toBe('active until further notice')
    expect(stateOf(schedule, ZONE, '2033-12-31T00:00:00Z')).toBe('active until 2034-01-01T06:00:01Z')
  })

  it('finds the end of a COUNT of a thousand million', () => {
    const schedule = at('20240101T000000', 'PT1S', 'FREQ=SECONDLY;COUNT=1000000000')
    const end = new Date(Date.parse('2024-01-01T06:00:00Z') + 1_000_000_000_000).toISOString()
    expect(stateOf(schedule, ZONE, '2055-09-01T00:00:00Z')).toBe(`active until ${end.replace('.000Z', 'Z')}`)
  })

  it('flickers minute by minute where a rule says so', () => {
    const schedule = at('20240101T000000', 'PT30S', 'FREQ=MINUTELY', 'EXDATE:20260101T000100')
    expect(spansOf(schedule, 'UTC', '2026-01-01T00:00:00Z', '2026-01-01T00:03:00Z')).toEqual([
      '2026-01-01T00:00Z/2026-01-01T00:00:30Z',
      '2026-01-01T00:02Z/2026-01-01T00:02:30Z'
    ])
  })

  it('looks back over windows of fifty years', () => {
    const schedule = at('20000101T000000', 'P18262D', 'FREQ=YEARLY;INTERVAL=30')
    expect(isActive(schedule, ZONE, '2049-01-01T00:00:00Z')).toBe(true)
    const monthly = at('20000131T000000', 'P18262D', 'FREQ=MONTHLY;BYMONTHDAY=31;UNTIL=20000201T000000')
    expect(isActive(monthly, ZONE, '2049-01-01T00:00:00Z')).toBe(true)
    expect(isActive(monthly, ZONE, '2050-03-01T00:00:00Z')).toBe(false)
  })

  it('finds that February 30th never comes', () => {
    const schedule = at('20240101T000000', 'PT1H', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30')
    expect(stateOf(schedule, ZONE, '2026-02-01T00:00:00Z')).toBe('off until further notice')
  })

  it('counts far where a rule needs a calendar', () => {
    const mondays = at('20240101T000000', 'PT1H', 'FREQ=HOURLY;BYDAY=MO;COUNT=48')
    expect(stateOf(mondays, 'UTC', '2024-01-08T12:00:00Z')).toBe('active until 2024-01-09T00:00Z')
    expect(stateOf(mondays, 'UTC', '2024-01-09T12:00:00Z')).toBe('off until further notice')
    const asGoodAsEver = at('20240101T000000', 'PT1H', 'FREQ=MONTHLY;COUNT=99999')
    expect(isActive(asGoodAsEver, 'UTC', '2124-06-01T00:30:00Z')).toBe(true)
  })

  it('refuses a COUNT that runs into millions of starts', () => {
    const text = eventOf('DTSTART:20240101T000000', 'RRULE:FREQ=SECONDLY;BYDAY=MO;COUNT=10000000')
    expect(reasonOf(text)).toBe("The schedule's RRULE has a COUNT too large to be followed.")
  })

  it('ends with the calendar', () => {
    const schedule = at('99980101T000000', 'PT1H', 'FREQ=YEARLY')
    expect(stateOf(schedule, ZONE, '9999-12-01T00:00:00Z')).toBe('off until further notice')
  })
})

describe('spans of activity', () => {
  const schedule = at('20240701T180000', 'PT2H', 'FREQ=DAILY')

  it('say which of their ends lie outside the range', () => {
    expect(spansOf(schedule, 'UTC', '2024-07-01T19:00:00Z', '2024-07-02T19:00:00Z')).toEqual([
      '?/2024-07-01T20:00Z',
      '2024-07-02T18:00Z/?'
    ])
    expect(spansOf(schedule, 'UTC', '2024-07-01T18:30:00Z', '2024-07-01T19:00:00Z')).toEqual(['?/?'])
    expect(spansOf(schedule, 'UTC', '2024-07-01T18:00:00Z', '2024-07-01T20:00:00Z')).toEqual([
      '2024-07-01T18:00Z/2024-07-01T20:00Z'
    ])
    expect(spansOf(schedule, 'UTC', '2024-07-01T20:00:00Z', '2024-07-02T18:00:00Z')).toEqual([])
  })

  it('reach further than the sixty days of a next change', () => {
    expect(
      spansOf(at('20240101T000000', 'PT1H', 'FREQ=YEARLY'), 'UTC', '2024-06-01T00:00:00Z', '2026-06-01T00:00:00Z')
    ).toEqual(['2025-01-01T00:00Z/2025-01-01T01:00Z', '2026-01-01T00:00Z/2026-01-01T01:00Z'])
  })

  it('are refused without bounds', () => {
    const day = 86_400_000
    for (const [from, to] of [
      [0, Infinity],
      [-Infinity, 0],
      [0, Number.NaN],
      [1, 0],
      [0, 3_661 * day]
    ] as const) {
      expect(() => activeIntervalsOf(schedule, 'UTC', from, to)).toThrow(RangeError)
    }
  })

  it('stop after ten thousand of a schedule that flickers', () => {
    const flicker = at('20240101T000000', 'PT1S', 'FREQ=SECONDLY;INTERVAL=2')
    expect(activeIntervalsOf(flicker, 'UTC', Date.UTC(2024, 0, 1), Date.UTC(2024, 0, 31))).toHaveLength(10_000)
  })
})

describe('instants', () => {
  const schedule = at('20240701T180000', 'PT2H', 'FREQ=DAILY')

  it('before the schedule began', () => {
    expect(stateOf(schedule, ZONE, '1960-01-01T00:00:00Z')).toBe('off until further notice')
    expect(stateOf(schedule, ZONE, '2024-06-30T00:00:00Z')).toBe('off until 2024-07-02T00:00Z')
  })

  it('that are none are refused', () => {
    expect(() => promotionStateAt(schedule, ZONE, Number.NaN)).toThrow(RangeError)
    expect(() => promotionStateAt(schedule, 'Mars/Olympus', 0)).toThrow(RangeError)
  })

  it('at the end of time still answer', () => {
    expect(promotionStateAt(schedule, ZONE, 8.64e15)).toHaveProperty('changesAtMs', null)
  })
})
