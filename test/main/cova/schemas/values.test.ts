import { Decimal } from 'decimal.js'
import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decimalTextOf } from '../../../../src/main/cova/schemas/decimal-text.ts'
import { utcInstantOf } from '../../../../src/main/cova/schemas/utc-instant.ts'

describe('decimalTextOf', () => {
  test.each([
    [24.29, '24.29'],
    [50.0, '50'],
    [0, '0'],
    [-0, '0'],
    [1e-7, '0.0000001'],
    [1.25e-7, '0.000000125'],
    [1e21, '1000000000000000000000'],
    [1.5e22, '15000000000000000000000'],
    [-2.5e-9, '-0.0000000025']
  ])('%d is "%s"', (value, text) => {
    expect(decimalTextOf(value)).toBe(text)
  })

  test('is plain and exactly what the number prints as', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
        const text = decimalTextOf(value)
        expect(text).toMatch(/^-?\d+(\.\d+)?$/)
        expect(new Decimal(text).eq(new Decimal(String(value)))).toBe(true)
      })
    )
  })
})

describe('utcInstantOf', () => {
  test.each<[string, number | null]>([
    ['2024-02-15T17:51:56.5266667Z', Date.UTC(2024, 1, 15, 17, 51, 56, 526)],
    ['2024-04-18T15:34:17.56Z', Date.UTC(2024, 3, 18, 15, 34, 17, 560)],
    ['2024-04-18T15:34:17.56', Date.UTC(2024, 3, 18, 15, 34, 17, 560)],
    ['2024-04-20T06:00:00Z', Date.UTC(2024, 3, 20, 6)],
    ['2024-04-20T00:00:00-06:00', Date.UTC(2024, 3, 20, 6)],
    ['2024-04-20T05:45:00+05:45', Date.UTC(2024, 3, 20)],
    ['2024-02-29T00:00:00Z', Date.UTC(2024, 1, 29)],
    ['0001-01-01T00:00:00', -62_135_596_800_000],
    ['9999-12-31T23:59:59.9999999', 253_402_300_799_999],
    ['2023-02-29T00:00:00Z', null],
    ['2024-04-31T00:00:00Z', null],
    ['2024-13-01T00:00:00Z', null],
    ['2024-04-20T24:00:00Z', null],
    ['2024-04-20', null],
    ['2024-04-20 06:00:00Z', null],
    ['2024-04-20T06:00:00Zulu', null],
    ['2024-04-20T06:00:00+15:00', null],
    ['', null]
  ])('%s', (text, instant) => {
    expect(utcInstantOf(text)).toBe(instant)
    expect(utcInstantOf(text)).toBe(instant)
  })

  test('agrees with Date on every instant it prints', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59.999Z'), noInvalidDate: true }), // oxfmt-ignore
        (date) => {
          expect(utcInstantOf(date.toISOString())).toBe(date.getTime())
        }
      )
    )
  })
})
