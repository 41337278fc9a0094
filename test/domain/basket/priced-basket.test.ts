import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pricedBasketOf } from '../../../src/domain/basket/priced-basket.ts'
import type { BasketLine } from '../../../src/domain/basket/line-prices.ts'
import type { LocationFacts, ProductFacts } from '../../../src/domain/board/board-facts.ts'
import { Amount } from '../../../src/domain/money/amount.ts'
import type { PricedBasket } from '../../../src/shared/priced-basket.ts'
import { offersFor } from './offered-basket.ts'
import { BOTTOM_SHELF, flat, location, percentage, priceRecord, product, tier, VETERANS } from '../price-records.ts'

const AT = Date.parse('2024-04-18T00:00:00Z')
const A = '0a73aaf0-a347-4681-9e37-038062ab72a5'
const B = '0b73aaf0-a347-4681-9e37-038062ab72a5'
const C = '0c73aaf0-a347-4681-9e37-038062ab72a5'

const onBottomShelf = (productId: string, unit: 'g' | 'each' = 'g'): ProductFacts =>
  product({
    productId,
    unit,
    records: [
      priceRecord({ price: '10', shelf: BOTTOM_SHELF }),
      priceRecord({ price: '10', atTierPrice: '10', tier: tier(24, '1 g', '1'), shelf: BOTTOM_SHELF }),
      priceRecord({ price: '6.94', atTierPrice: '24.29', tier: tier(2, '1/8 oz', '3.5'), shelf: BOTTOM_SHELF })
    ]
  })

const halfOunce = product({
  productId: A,
  records: [
    priceRecord({ price: '5' }),
    priceRecord({ price: '3.58', atTierPrice: '50', tier: tier(10, '1/2 oz', '14') })
  ]
})

function lines(...list: readonly (readonly [ProductFacts, string])[]): readonly BasketLine[] {
  return list.map(([facts, quantity]) => ({ product: facts, quantity: new Amount(quantity) }))
}

function basket(
  list: readonly BasketLine[],
  facts: Partial<LocationFacts> = {},
  groupId: number | null = null
): PricedBasket {
  const result = pricedBasketOf({
    location: location(facts),
    audience: { groupId, customer: 'recreational' },
    lines: list,
    promotions: [],
    reward: null,
    offers: offersFor([]),
    atMs: AT
  })
  if (!result.ok) throw new Error(`${result.productId} ${result.reason}`)
  return result.basket
}

describe('quantity', () => {
  it('14 g at "14 g for 50.00" is 50.00, not 50.12', () => {
    expect(basket(lines([halfOunce, '14'])).total).toBe('50.00')
  })

  it('20 g at "14 g for 50.00" is 71.43, not 71.60', () => {
    const {
      lines: [line],
      total
    } = basket(lines([halfOunce, '20']))
    expect(total).toBe('71.43')
    expect(line).toMatchObject({
      quantity: '20',
      unitPrice: '3.5715',
      amount: '71.43',
      total: '71.43',
      discount: '0.00'
    })
  })

  it('below the tier the base is in force: 13.9 g at 5.00', () => {
    expect(basket(lines([halfOunce, '13.9'])).total).toBe('69.50')
  })

  it('2 g of A and 1.5 g of B on one shelf cost 24.29 in all', () => {
    const result = basket(lines([onBottomShelf(A), '2'], [onBottomShelf(B), '1.5']))
    expect(result.subtotal).toBe('24.29')
    expect(result.lines.map(({ amount }) => amount)).toEqual(['13.88', '10.41'])
  })

  it('grams and pieces on one shelf count apart', () => {
    const result = basket(lines([onBottomShelf(A), '2'], [onBottomShelf(B, 'each'), '2']))
    expect(result.lines.map(({ amount }) => amount)).toEqual(['20.00', '20.00'])
  })

  it('below a tier of quantity 1 the base decides', () => {
    const facts = product({
      productId: A,
      records: [
        priceRecord({ price: '12' }),
        priceRecord({ price: '10', atTierPrice: '10', tier: tier(24, '1 g', '1') })
      ]
    })
    expect(basket(lines([facts, '0.5'])).total).toBe('6.00')
    expect(basket(lines([facts, '1'])).total).toBe('10.00')
  })

  it('a tier below 1 is in force from its quantity on, also where the base is', () => {
    const facts = product({
      productId: A,
      records: [
        priceRecord({ price: '8' }),
        priceRecord({ price: '10', atTierPrice: '5', tier: tier(7, '1/2 g', '0.5') })
      ]
    })
    expect(basket(lines([facts, '0.4'])).total).toBe('3.20')
    expect(basket(lines([facts, '1'])).total).toBe('10.00')
  })

  it('of tiers that share a quantity the dearer applies, whatever their ids', () => {
    for (const [first, second] of [
      ['25', '30'],
      ['30', '25']
    ] as const) {
      const facts = product({
        productId: A,
        records: [
          priceRecord({ price: '1', atTierPrice: first, tier: tier(1, 'a', '3.5') }),
          priceRecord({ price: '1', atTierPrice: second, tier: tier(2, 'b', '3.5') })
        ]
      })
      expect(basket(lines([facts, '3.5'])).total).toBe('30.00')
    }
  })

  it('without a tier in force and without a base the quantity is refused', () => {
    const facts = product({
      productId: A,
      records: [priceRecord({ price: '6', atTierPrice: '21', tier: tier(2, '1/8', '3.5') })]
    })
    const result = pricedBasketOf({
      location: location(),
      audience: { groupId: null, customer: 'recreational' },
      lines: lines([facts, '3']),
      promotions: [],
      reward: null,
      offers: offersFor([]),
      atMs: AT
    })
    expect(result).toMatchObject({ ok: false, productId: A })
  })

  it('a group has its own price', () => {
    const facts = product({
      productId: A,
      records: [priceRecord({ price: '10' }), priceRecord({ price: '9', group: VETERANS })]
    })
    expect(basket(lines([facts, '2'])).total).toBe('20.00')
    expect(basket(lines([facts, '2']), {}, 700)).toMatchObject({ total: '18.00', lines: [{ source: 'group' }] })
  })
})

describe('taxes of a basket', () => {
  const taxedProduct = (more: Partial<ProductFacts> = {}): ProductFacts => ({
    ...onBottomShelf(A),
    taxRates: [percentage('GST', '0.05'), percentage('PST', '0.07')],
    ...more
  })

  it('one eighth at 24.29 is 27.20 out the door, as on the ladder', () => {
    const result = basket(lines([taxedProduct(), '3.5']))
    expect(result).toMatchObject({ subtotal: '24.29', taxes: '2.91', total: '27.20', discount: '0.00' })
    expect(result.lines[0]?.taxes).toEqual([
      { name: 'GST', amount: '1.21' },
      { name: 'PST', amount: '1.70' }
    ])
  })

  it('at an inclusive location taxes are information and not added', () => {
    const result = basket(
      lines([
        product({ productId: A, records: [priceRecord({ price: '113' })], taxRates: [percentage('HST', '0.13')] }),
        '1'
      ]),
      {
        taxPricing: 'Inclusive'
      }
    )
    expect(result).toMatchObject({ subtotal: '113.00', taxes: '13.00', total: '113.00' })
  })

  it('a flat tax is per gram of the line', () => {
    const result = basket(lines([taxedProduct({ taxRates: [flat('Excise', '0.75')] }), '7']))
    expect(result).toMatchObject({ subtotal: '48.58', taxes: '5.25' })
  })
})

const quantity = fc.integer({ min: 1, max: 4000 }).map((value) => (value / 100).toString())

describe('properties', () => {
  it('shelf shares sum to the shelf rounded once, and each is within a cent of its exact amount', () => {
    fc.assert(
      fc.property(fc.array(quantity, { minLength: 1, maxLength: 6 }), (quantities) => {
        const list = quantities.map((one, index): [ProductFacts, string] => [
          onBottomShelf(A.replace('0a', `0${index}`)),
          one
        ])
        const result = basket(lines(...list))
        const sum = quantities.reduce((total, one) => total.plus(one), new Amount(0))
        const unit = sum.gte('3.5') ? new Amount('24.29').div('3.5') : new Amount(10)
        expect(result.subtotal).toBe(unit.times(sum).toDecimalPlaces(2).toFixed(2))
        for (const line of result.lines)
          expect(unit.times(line.quantity).minus(line.amount).abs().lt('0.01')).toBe(true)
      })
    )
  })

  it('input order and split lines never matter', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(A, B, C), quantity), { minLength: 1, maxLength: 8 }), (list) => {
        const of = (some: typeof list): PricedBasket =>
          basket(lines(...some.map(([id, one]): [ProductFacts, string] => [onBottomShelf(id), one])))
        expect(of([...list].reverse())).toEqual(of(list))
      })
    )
  })

  it('a basket of one rung equals the ladder', () => {
    expect(basket(lines([onBottomShelf(A), '1'])).total).toBe('10.00')
    expect(basket(lines([onBottomShelf(A), '3.5'])).total).toBe('24.29')
  })

  it('an item that shares no shelf changes no other line', () => {
    fc.assert(
      fc.property(quantity, quantity, (one, other) => {
        const alone = basket(lines([onBottomShelf(B), one]))
        const together = basket(lines([onBottomShelf(B), one], [halfOunce, other]))
        expect(together.lines.find(({ productId }) => productId === B)).toEqual(alone.lines[0])
      })
    )
  })
})
