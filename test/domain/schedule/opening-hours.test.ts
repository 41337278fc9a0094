import { describe, expect, it } from 'vitest'
import {
  nextOpeningAfter,
  nextOpeningOrUsual,
  openSpansIn,
  type WeeklyHours
} from '../../../src/domain/schedule/opening-hours.ts'

const REGINA = 'America/Regina'
const DENVER = 'America/Denver'
const nine = { opensAt: '09:00', closesAt: '22:00' }
const late = { opensAt: '16:00', closesAt: '02:00' }
/** Closed on Sunday, open past midnight on Friday and Saturday. */
const WEEK: WeeklyHours = [nine, nine, nine, nine, late, late, null]

const at = (text: string): number => Date.parse(text)
const iso = (atMs: number | null): string | null => (atMs === null ? null : new Date(atMs).toISOString())

describe('the next opening', () => {
  it('is today’s while that is ahead', () => {
    expect(iso(nextOpeningAfter(WEEK, REGINA, at('2026-11-26T08:59:00-06:00')))).toBe('2026-11-26T15:00:00.000Z')
  })

  it('is tomorrow’s from the moment it opens', () => {
    expect(iso(nextOpeningAfter(WEEK, REGINA, at('2026-11-25T09:00:00-06:00')))).toBe('2026-11-26T15:00:00.000Z')
  })

  it('passes over a day on which the store stays closed', () => {
    expect(iso(nextOpeningAfter(WEEK, REGINA, at('2026-11-29T01:00:00-06:00')))).toBe('2026-11-30T15:00:00.000Z')
  })

  it('is none for a store that never opens, or never closes', () => {
    const never: WeeklyHours = [null, null, null, null, null, null, null]
    const always: WeeklyHours = Array.from({ length: 7 }, () => ({ opensAt: '00:00', closesAt: '00:00' }))
    const nowMs = at('2026-11-25T12:00:00Z')
    expect(nextOpeningAfter(never, REGINA, nowMs)).toBeNull()
    expect(nextOpeningAfter(always, REGINA, nowMs)).toBeNull()
    expect(iso(nextOpeningOrUsual(never, REGINA, nowMs))).toBe('2026-11-25T15:00:00.000Z')
  })

  it('is nine in the morning where nobody has said any', () => {
    expect(iso(nextOpeningOrUsual(null, REGINA, at('2026-11-25T20:00:00-06:00')))).toBe('2026-11-26T15:00:00.000Z')
    expect(iso(nextOpeningOrUsual(null, REGINA, at('2026-11-25T07:00:00-06:00')))).toBe('2026-11-25T15:00:00.000Z')
  })

  it('keeps to the wall clock over the night on which that is changed', () => {
    expect(iso(nextOpeningAfter(WEEK, DENVER, at('2026-03-08T20:00:00-06:00')))).toBe('2026-03-09T15:00:00.000Z')
    expect(iso(nextOpeningAfter(WEEK, DENVER, at('2026-03-05T10:00:00-07:00')))).toBe('2026-03-06T23:00:00.000Z')
  })
})

describe('when a store is open', () => {
  it('runs past midnight where it closes after it', () => {
    const spans = openSpansIn(WEEK, REGINA, at('2026-11-28T00:00:00-06:00'), at('2026-11-29T00:00:00-06:00'))
    expect(spans.map(({ fromMs, toMs }) => [iso(fromMs), iso(toMs)])).toEqual([
      ['2026-11-27T22:00:00.000Z', '2026-11-28T08:00:00.000Z'],
      ['2026-11-28T22:00:00.000Z', '2026-11-29T08:00:00.000Z']
    ])
  })

  it('is one span where days touch', () => {
    const always: WeeklyHours = Array.from({ length: 7 }, () => ({ opensAt: '06:00', closesAt: '06:00' }))
    expect(openSpansIn(always, REGINA, at('2026-11-28T12:00:00Z'), at('2026-11-29T12:00:00Z'))).toHaveLength(1)
  })
})
