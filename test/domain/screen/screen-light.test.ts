import { describe, expect, it } from 'vitest'
import type { WeeklyHours } from '../../../src/domain/schedule/opening-hours.ts'
import { screenLightAt, viewLightOf } from '../../../src/domain/screen/screen-light.ts'

const HOUR = 60 * 60 * 1000
const TORONTO = 'America/Toronto'
/** 9 to 22, on Fridays until 1 in the morning; closed on Sundays. */
const HOURS: WeeklyHours = [0, 1, 2, 3, 4, 5, 6].map((day) =>
  day === 6 ? null : { opensAt: '09:00', closesAt: day === 4 ? '01:00' : '22:00' }
)
const at = (text: string): number => Date.parse(text)

describe('whether a screen is lit', () => {
  it('is on while its store is open, and outside the hours as it is set', () => {
    const noon = at('2026-11-25T12:00:00-05:00')
    const night = at('2026-11-25T23:00:00-05:00')
    const open = screenLightAt('off', HOURS, TORONTO, noon)
    expect(open.now).toBe('on')
    expect(open.changes.slice(0, 2)).toEqual([
      { atMs: at('2026-11-25T22:00:00-05:00'), light: 'off' },
      { atMs: at('2026-11-26T09:00:00-05:00'), light: 'on' }
    ])
    expect(screenLightAt('dim', HOURS, TORONTO, night).now).toBe('dim')
    expect(screenLightAt('off', HOURS, TORONTO, night).now).toBe('off')
    expect(screenLightAt('on', HOURS, TORONTO, night)).toEqual({ now: 'on', changes: [] })
  })

  it('changes at the very minute: on with the opening, out with the close', () => {
    const opens = at('2026-11-25T09:00:00-05:00')
    const closes = at('2026-11-25T22:00:00-05:00')
    expect(screenLightAt('off', HOURS, TORONTO, opens - 1).now).toBe('off')
    expect(screenLightAt('off', HOURS, TORONTO, opens).now).toBe('on')
    expect(screenLightAt('off', HOURS, TORONTO, closes - 1).now).toBe('on')
    expect(screenLightAt('off', HOURS, TORONTO, closes).now).toBe('off')
  })

  it('is on past midnight of a late night, and out on a day the store stays closed', () => {
    expect(screenLightAt('off', HOURS, TORONTO, at('2026-11-28T00:30:00-05:00')).now).toBe('on')
    const sunday = screenLightAt('off', HOURS, TORONTO, at('2026-11-29T12:00:00-05:00'))
    expect(sunday.now).toBe('off')
    expect(sunday.changes[0]).toEqual({ atMs: at('2026-11-30T09:00:00-05:00'), light: 'on' })
  })

  it('goes by the wall clock on the day it is put forward', () => {
    const night = at('2026-03-08T01:00:00-05:00')
    const sundays = HOURS.with(6, { opensAt: '10:00', closesAt: '18:00' })
    const { now, changes } = screenLightAt('off', sundays, TORONTO, night)
    expect(now).toBe('off')
    expect(changes[0]).toEqual({ atMs: at('2026-03-08T10:00:00-04:00'), light: 'on' })
  })

  it.each([
    ['without known hours', null, TORONTO],
    ['without a known zone', HOURS, null],
    ['in a week without any opening', [null, null, null, null, null, null, null], TORONTO]
  ] as const)('is always on %s', (_name, hours, zone) => {
    expect(screenLightAt('off', hours, zone, at('2026-11-25T23:00:00-05:00'))).toEqual({ now: 'on', changes: [] })
  })

  it('is told as distances that end with the screen on, for one that loses its host for good', () => {
    const nowMs = at('2026-11-25T12:00:00-05:00')
    const { now, later } = viewLightOf(screenLightAt('off', HOURS, TORONTO, nowMs), nowMs)
    expect(now).toBe('on')
    expect(later.slice(0, 2)).toEqual([
      { light: 'off', inMs: 10 * HOUR },
      { light: 'on', inMs: 21 * HOUR }
    ])
    expect(later.at(-1)?.light).toBe('on')
    expect(later.map(({ inMs }) => inMs)).toEqual(later.map(({ inMs }) => inMs).toSorted((a, b) => a - b))
  })
})
