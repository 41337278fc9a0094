import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Amount } from '../../../src/domain/money/amount.ts'
import { taxedAmountOf, type TaxedAmount } from '../../../src/domain/tax/taxes.ts'
import type { TaxRate } from '../../../src/domain/tax/tax-rate.ts'
import { flat, percentage } from '../price-records.ts'

function taxed(
  amount: string,
  rates: readonly TaxRate[],
  taxPricing: 'Inclusive' | 'Exclusive',
  more: { readonly list?: string; readonly quantity?: string } = {}
): TaxedAmount {
  return taxedAmountOf(
    {
      amount: new Amount(amount),
      listAmount: new Amount(more.list ?? amount),
      quantity: new Amount(more.quantity ?? '1')
    },
    rates,
    taxPricing,
    2
  )
}

function briefly({ taxes, outTheDoor }: TaxedAmount): string {
  return `${taxes.map(({ name, amount }) => `${name} ${amount}`).join(', ')} -> ${outTheDoor.toFixed(2)}`
}

const GST = percentage('GST', '0.05')
const PST = percentage('PST', '0.07')
const PST_ON_GST = percentage('PST', '0.07', { layer: 1 })

describe('exclusive locations', () => {
  it('24.29 at GST 5 % and PST 7 %, both layer 0, is 27.20', () => {
    expect(briefly(taxed('24.29', [GST, PST], 'Exclusive'))).toBe('GST 1.21, PST 1.70 -> 27.20')
  })

  it('the same with PST as layer 1 is 27.29', () => {
    expect(briefly(taxed('24.29', [GST, PST_ON_GST], 'Exclusive'))).toBe('GST 1.21, PST 1.79 -> 27.29')
  })

  it('layer 1 is taken on unrounded layer-0 taxes', () => {
    // 0.50 x 5 % = 0.025; 10 % of 0.525 = 0.0525 -> 0.05; of 0.53 it would be 0.053 -> 0.05; 50 % shows the difference.
    expect(briefly(taxed('0.50', [GST, percentage('X', '0.5', { layer: 1 })], 'Exclusive'))).toBe(
      'GST 0.03, X 0.26 -> 0.79'
    )
  })

  it('a flat rate is taken per unit of quantity', () => {
    expect(briefly(taxed('24.29', [flat('Excise', '0.75')], 'Exclusive', { quantity: '3.5' }))).toBe(
      'Excise 2.63 -> 26.92'
    )
  })

  it('a flat rate of layer 0 is part of the base of layer 1', () => {
    expect(briefly(taxed('10', [flat('Excise', '2'), PST_ON_GST], 'Exclusive'))).toBe('Excise 2.00, PST 0.84 -> 12.84')
  })

  it('BasePriceListPrice takes the regular amount as its base', () => {
    const onList = percentage('Excise', '0.1', { calculatedOn: 'BasePriceListPrice' })
    expect(briefly(taxed('42', [onList], 'Exclusive', { list: '47' }))).toBe('Excise 4.70 -> 46.70')
  })

  it('taxes come by layer, then name, then id, zero amounts included', () => {
    const rates = [
      percentage('B', '0.01', { layer: 1 }),
      percentage('Z', '0'),
      percentage('A', '0.02', { taxRateId: '2' }),
      percentage('A', '0.01', { taxRateId: '1' })
    ]
    expect(taxed('100', rates, 'Exclusive').taxes).toEqual([
      { name: 'A', amount: '1.00' },
      { name: 'A', amount: '2.00' },
      { name: 'Z', amount: '0.00' },
      { name: 'B', amount: '1.03' }
    ])
  })

  it('half a cent goes up', () => {
    expect(briefly(taxed('0.10', [GST], 'Exclusive'))).toBe('GST 0.01 -> 0.11')
  })

  it('without taxes the amount is what is handed over', () => {
    expect(briefly(taxed('24.29', [], 'Exclusive'))).toBe(' -> 24.29')
  })
})

describe('inclusive locations', () => {
  it('113.00 inclusive of 13 %: net 100.00, tax 13.00', () => {
    expect(briefly(taxed('113', [percentage('HST', '0.13')], 'Inclusive'))).toBe('HST 13.00 -> 113.00')
  })

  it('layers compound inside too', () => {
    // net 100: GST 5, PST 7 % of 105 = 7.35
    expect(briefly(taxed('112.35', [GST, PST_ON_GST], 'Inclusive'))).toBe('GST 5.00, PST 7.35 -> 112.35')
  })

  it('a BasePriceListPrice rate takes n x regular / amount as its base', () => {
    // amount 50, regular 100: 10 % of n x 2 = 0.2 n, so n = 50 / 1.2 = 41.666...
    const onList = percentage('Excise', '0.1', { calculatedOn: 'BasePriceListPrice' })
    expect(briefly(taxed('50', [onList], 'Inclusive', { list: '100' }))).toBe('Excise 8.33 -> 50.00')
  })

  it('flat taxes come off first', () => {
    // (10 - 2 x 1) / 1.05 = 7.619...
    expect(briefly(taxed('10', [flat('Excise', '1'), GST], 'Inclusive', { quantity: '2' }))).toBe(
      'Excise 2.00, GST 0.38 -> 10.00'
    )
  })

  it('flat taxes above the amount leave no net: unknown, an empty list, never negative', () => {
    const result = taxed('1', [flat('Excise', '2')], 'Inclusive')
    expect(result.taxes).toEqual([])
    expect(result.unknown).toBe(true)
    expect(result.outTheDoor.toFixed(2)).toBe('1.00')
  })

  it('a product given away holds no percentage', () => {
    expect(briefly(taxed('0', [GST], 'Inclusive', { list: '10' }))).toBe('GST 0.00 -> 0.00')
  })

  it('the quotient is exact: half a cent inside goes up', () => {
    // A rate of 1/4 inside 0.0625 of a dollar has no cents to show; 25 % inside 0.05 is 0.01, inside 0.08 it is 0.016.
    expect(briefly(taxed('0.05', [percentage('T', '0.25')], 'Inclusive'))).toBe('T 0.01 -> 0.05')
    // 100 % inside 0.01 is exactly half a cent.
    expect(briefly(taxed('0.01', [percentage('T', '1')], 'Inclusive'))).toBe('T 0.01 -> 0.01')
    expect(briefly(taxed('8.19', [GST], 'Inclusive'))).toBe('GST 0.39 -> 8.19')
  })
})

const cents = (most: number): fc.Arbitrary<string> =>
  fc.integer({ min: 0, max: most }).map((value) => (value / 100).toFixed(2))
const rate = fc.record({
  kind: fc.constantFrom('Percentage' as const, 'FlatRate' as const),
  rate: fc.integer({ min: 0, max: 3000 }).map((value) => (value / 10_000).toString()),
  layer: fc.constantFrom(0 as const, 1 as const),
  calculatedOn: fc.constantFrom('SoldAtPrice' as const, 'BasePriceListPrice' as const)
})
const rates = fc
  .array(rate, { maxLength: 4 })
  .map((list): TaxRate[] => list.map((one, index) => ({ ...one, taxRateId: String(index), name: `T${index}` })))

describe('properties', () => {
  it('exclusive: out-the-door is the amount and its taxes, and never less', () => {
    fc.assert(
      fc.property(cents(100_000), cents(100_000), rates, (amount, list, some) => {
        const result = taxed(amount, some, 'Exclusive', { list })
        const sum = result.taxes.reduce((total, tax) => total.plus(tax.amount), new Amount(amount))
        expect(result.outTheDoor.eq(sum)).toBe(true)
        expect(result.outTheDoor.gte(amount)).toBe(true)
      })
    )
  })

  it('inclusive: out-the-door is the amount, taxes never exceed it, and the net taxed again gives it within a cent a tax', () => {
    fc.assert(
      fc.property(cents(100_000), cents(100_000), rates, (amount, list, some) => {
        const result = taxed(amount, some, 'Inclusive', { list })
        expect(result.outTheDoor.toFixed(2)).toBe(amount)
        expect(result.taxTotal.lte(amount)).toBe(true)
        if (result.unknown) expect(result.taxes).toEqual([])
        if (result.unknown || new Amount(amount).isZero()) return
        const net = new Amount(amount).minus(result.taxTotal)
        const again = taxedAmountOf(
          { amount: net, listAmount: net.times(list).div(amount), quantity: new Amount(1) },
          some,
          'Exclusive',
          2
        )
        // Net and each tax were rounded once: a cent for each, scaled by the rates.
        expect(
          again.outTheDoor
            .minus(amount)
            .abs()
            .lte(0.02 + 0.04 * some.length * (1 + Number(list) / Math.max(Number(amount), 0.01)))
        ).toBe(true)
      })
    )
  })

  it('the order of rates never matters', () => {
    fc.assert(
      fc.property(
        cents(100_000),
        rates,
        fc.constantFrom('Inclusive' as const, 'Exclusive' as const),
        (amount, some, pricing) => {
          expect(taxed(amount, [...some].reverse(), pricing).taxes).toEqual(taxed(amount, some, pricing).taxes)
        }
      )
    )
  })
})
