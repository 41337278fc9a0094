import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  dateOrdersOf,
  decimalsOf,
  instantsOf,
  reportNumberOf,
  reportTimeOf,
  tellTimes
} from '../../../src/domain/parity/report-values.ts'

describe('amounts as registers write them', () => {
  it.each([
    ['24.29', '24.29'],
    ['$24.29', '24.29'],
    ['CA$1,234.50', '1234.5'],
    ['1,234', '1234'],
    ['(24.29)', '-24.29'],
    ['-$24.29', '-24.29'],
    ['$-24.29', '-24.29'],
    ['24.29-', '-24.29'],
    ['\u221224.29', '-24.29'],
    [' 3.5 ', '3.5'],
    ['.5', '0.5'],
    ['7 CAD', '7'],
    ['0', '0']
  ])('with a point: %s', (text, amount) => {
    expect(reportNumberOf(text, 'point')?.toFixed()).toBe(amount)
  })

  it.each([
    ['24,29 $', '24.29'],
    ['1 234,50', '1234.5'],
    ['1\u202f234,50\u00a0$', '1234.5'],
    ['1.234,50', '1234.5'],
    ['(3,5)', '-3.5']
  ])('with a comma: %s', (text, amount) => {
    expect(reportNumberOf(text, 'comma')?.toFixed()).toBe(amount)
  })

  it.each(['', 'abc', '1.2.3', '12,34', '1,23,456.00', '--5', '$', '5%', '1e5', '1234567890123', 'NaN', '1.1234567'])(
    'no number: "%s"',
    (text) => {
      expect(reportNumberOf(text, 'point')).toBeNull()
    }
  )

  it('every amount that a spreadsheet writes is read back, in both ways', () => {
    fc.assert(
      fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (cents) => {
        const amount = cents / 100
        const english = new Intl.NumberFormat('en-CA', { minimumFractionDigits: 2 }).format(amount)
        const french = new Intl.NumberFormat('fr-CA', { minimumFractionDigits: 2 }).format(amount)
        expect(reportNumberOf(english, 'point')?.toNumber()).toBeCloseTo(amount, 6)
        expect(reportNumberOf(french, 'comma')?.toNumber()).toBeCloseTo(amount, 6)
      })
    )
  })

  it('tells points from commas by a sample, and does not guess', () => {
    expect(decimalsOf(['1', '24.29'])).toBe('point')
    expect(decimalsOf(['3,5', '24,29 $'])).toBe('comma')
    expect(decimalsOf(['1,234.50'])).toBe('point')
    expect(decimalsOf(['1', '2'])).toBeNull()
    expect(decimalsOf(['24.29', '3,5'])).toBeNull()
  })
})

describe('times as registers write them', () => {
  const wallOf = (date: string, order: 'ymd' | 'mdy' | 'dmy', time: string | null = null): string | null => {
    const read = reportTimeOf(date, time, order)
    return read === null ? null : new Date(read.wallMs).toISOString().slice(0, 19)
  }

  it.each([
    ['2026-11-20 14:03:22', 'ymd', '2026-11-20T14:03:22'],
    ['2026-11-20T14:03', 'ymd', '2026-11-20T14:03:00'],
    ['2026/11/20, 2:03 PM', 'ymd', '2026-11-20T14:03:00'],
    ['11/20/2026 2:03 p.m.', 'mdy', '2026-11-20T14:03:00'],
    ['11/20/26 12:03 AM', 'mdy', '2026-11-20T00:03:00'],
    ['20.11.2026 14:03', 'dmy', '2026-11-20T14:03:00'],
    ['20-11-2026 14 h 03', 'dmy', '2026-11-20T14:03:00'],
    ['Nov 20, 2026 2:03 PM', 'ymd', '2026-11-20T14:03:00'],
    ['Friday, November 20, 2026 2:03 PM', 'dmy', '2026-11-20T14:03:00'],
    ['20 nov. 2026 14:03', 'mdy', '2026-11-20T14:03:00'],
    ['20 de noviembre de 2026 2:03 p. m.', 'ymd', '2026-11-20T14:03:00'],
    ['1er décembre 2026 9h05', 'ymd', '2026-12-01T09:05:00'],
    ['20 août 2026 9:05', 'ymd', '2026-08-20T09:05:00']
  ] as const)('%s (%s)', (text, order, wall) => {
    expect(wallOf(text, order)).toBe(wall)
  })

  it('with the time in a column of its own', () => {
    expect(wallOf('2026-11-20', 'ymd', '2:03 PM')).toBe('2026-11-20T14:03:00')
  })

  it.each([
    ['2026-11-20', 'ymd'],
    ['2026-02-30 10:00', 'ymd'],
    ['13/20/2026 10:00', 'mdy'],
    ['11/20/2026 25:00', 'mdy'],
    ['11/20/2026 13:00 PM', 'mdy'],
    ['11/20/126 10:00', 'mdy'],
    ['yesterday 10:00', 'ymd'],
    ['Brumaire 20, 2026 10:00', 'ymd'],
    ['', 'ymd']
  ] as const)('no time: "%s" (%s)', (text, order) => {
    expect(wallOf(text, order)).toBeNull()
  })

  it('a time that says how far it is from UTC needs no zone; one without lasts as long as it tells', () => {
    const zoned = reportTimeOf('2026-11-20T12:00:00-06:00', null, 'ymd')
    const plain = reportTimeOf('2026-11-20 12:00', null, 'ymd')
    if (zoned === null || plain === null) throw new Error('not read')
    expect(instantsOf(zoned, 'America/Toronto').atMs).toBe(Date.parse('2026-11-20T18:00:00Z'))
    const { atMs, untilMs } = instantsOf(plain, 'America/Regina')
    expect([atMs, untilMs]).toEqual([Date.parse('2026-11-20T18:00:00Z'), Date.parse('2026-11-20T18:00:59.999Z')])
  })

  it('a day without a time is all of it, where days will do, also where the clock is changed', () => {
    expect(reportTimeOf('2026-11-20', null, 'ymd')).toBeNull()
    for (const [date, time] of [
      ['2026-11-01', null],
      ['2026-11-01 00:00:00', null],
      ['2026-11-01', '12:00 AM'],
      ['2026-11-01', '']
    ] as const) {
      const read = reportTimeOf(date, time, 'ymd', true)
      if (read === null) throw new Error(`${date} ${time} is not read`)
      const { atMs, untilMs } = instantsOf(read, 'America/Denver')
      expect(atMs).toBe(Date.parse('2026-11-01T00:00:00-06:00'))
      expect(untilMs).toBe(Date.parse('2026-11-02T00:00:00-07:00') - 1)
    }
    const noon = reportTimeOf('2026-11-01 12:00', null, 'ymd', true)
    expect(noon?.lastsMs).toBe(60_000)
    expect(tellTimes([{ date: '2026-11-01', time: null }])).toBe(false)
    expect(tellTimes([{ date: '2026-11-01 0:00', time: null }])).toBe(false)
    expect(
      tellTimes([
        { date: 'x', time: null },
        { date: '2026-11-01 0:05', time: null }
      ])
    ).toBe(true)
  })

  it('asks where a sample can be read in several ways, and only then', () => {
    const orders = (...dates: readonly string[]) => dateOrdersOf(dates.map((date) => ({ date, time: null })))
    expect(orders('03/04/2026 10:00', '05/06/2026 10:00')).toEqual(['mdy', 'dmy'])
    expect(orders('03/04/2026 10:00', '25/06/2026 10:00')).toEqual(['dmy'])
    expect(orders('2026-03-04 10:00')).toEqual(['ymd'])
    // One that nobody can read has its line named, and asks nothing of the others.
    expect(orders('2026-03-04 10:00', '2026-03-04 25:99', '')).toEqual(['ymd'])
    expect(orders('soon', '25:99')).toEqual([])
    // The same day either way, or written out: nothing to ask.
    expect(orders('04/04/2026 10:00')).toHaveLength(1)
    expect(orders('Mar 4, 2026 10:00')).toHaveLength(1)
    expect(orders('soon')).toEqual([])
  })
})
