import { expect, test } from 'vitest'
import { currencyOf } from '../../../src/domain/location/currency.ts'

test.each([
  ['CA', 'CAD'],
  ['CAN', 'CAD'],
  ['canada', 'CAD'],
  ['us', 'USD'],
  ['USA', 'USD'],
  [' United States ', 'USD'],
  ['FR', null],
  ['', null],
  [null, null]
])('the currency of the country %j is %j', (countryCode, currency) => {
  expect(currencyOf({ countryCode, override: null })).toBe(currency)
})

test('a setting overrides the country', () => {
  expect(currencyOf({ countryCode: 'CA', override: 'USD' })).toBe('USD')
  expect(currencyOf({ countryCode: null, override: 'CAD' })).toBe('CAD')
})
