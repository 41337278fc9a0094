import { expect, test } from 'vitest'
import { QUANTA, quantaOf } from '../../../src/domain/basket/stock-line.ts'
import { Amount } from '../../../src/domain/money/amount.ts'

test('a quantity below what is counted in is one such part and not none: a share of none has no worth', () => {
  expect(quantaOf(new Amount('5e-324'))).toBe(1n)
  expect(quantaOf(new Amount('0'))).toBe(0n)
  expect(quantaOf(new Amount('3.5'))).toBe((QUANTA * 7n) / 2n)
})
