import { describe, expect, it } from 'vitest'
import { rungsOf } from '../../../src/domain/pricing/ladder.ts'
import type { PriceRecord } from '../../../src/domain/pricing/price-record.ts'
import { pricedRungAt, type PricedRung } from '../../../src/domain/pricing/rung-price.ts'
import { BOTTOM_SHELF, priceRecord, sale, tier, VETERANS } from '../price-records.ts'

const APRIL_20 = '2024-04-20T06:00:00Z'
const APRIL_23 = '2024-04-23T05:59:00Z'
const BEFORE = Date.parse('2024-04-19T00:00:00Z')
const DURING = Date.parse('2024-04-21T00:00:00Z')

function ladderAt(records: readonly PriceRecord[], atMs: number, groupId: number | null = null): readonly PricedRung[] {
  return rungsOf(records, groupId).map((rung) => {
    const priced = pricedRungAt(rung, { taxRates: [], taxPricing: 'Exclusive', amountsHeld: false, digits: 2 }, atMs)
    if (priced === null) throw new Error('a rung without a record')
    return priced
  })
}

function briefly(rungs: readonly PricedRung[]): readonly string[] {
  return rungs.map(({ rung }) => `${rung.quantity} ${rung.regular} ${rung.price} ${rung.unitPrice} ${rung.source}`)
}

describe('the figures of the Product Pricing guide', () => {
  it('figure 3: a regular price alone', () => {
    expect(briefly(ladderAt([priceRecord({ price: '1' })], BEFORE))).toEqual(['1 1.00 1.00 1.00 regular'])
  })

  const figure5 = [priceRecord({ price: '4.99', sales: [sale('4', null, null), sale('3.5', APRIL_20, APRIL_23)] })]

  it('figure 5: the default sale before, the dated sale during, the default again from the stop on', () => {
    expect(briefly(ladderAt(figure5, Date.parse(APRIL_20) - 1))).toEqual(['1 4.99 4.00 4.00 sale'])
    expect(briefly(ladderAt(figure5, Date.parse(APRIL_20)))).toEqual(['1 4.99 3.50 3.50 sale'])
    expect(briefly(ladderAt(figure5, Date.parse(APRIL_23) - 1))).toEqual(['1 4.99 3.50 3.50 sale'])
    expect(briefly(ladderAt(figure5, Date.parse(APRIL_23)))).toEqual(['1 4.99 4.00 4.00 sale'])
  })

  it('figure 5: a dated sale says until when, the default does not', () => {
    expect(ladderAt(figure5, DURING)[0]?.rung.saleEndsAt).toBe('2024-04-23T05:59:00.000Z')
    expect(ladderAt(figure5, BEFORE)[0]?.rung.saleEndsAt).toBeNull()
  })

  it('figure 6: a price for the Veterans group is theirs alone', () => {
    const records = [priceRecord({ price: '10' }), priceRecord({ price: '9', group: VETERANS })]
    expect(briefly(ladderAt(records, BEFORE))).toEqual(['1 10.00 10.00 10.00 regular'])
    expect(briefly(ladderAt(records, BEFORE, 700))).toEqual(['1 10.00 9.00 9.00 group'])
    expect(briefly(ladderAt(records, BEFORE, 701))).toEqual(['1 10.00 10.00 10.00 regular'])
  })

  it('figure 7: half an ounce at 50.00 is 3.58 a gram, rounded up', () => {
    const records = [
      priceRecord({ price: '3.58', atTierPrice: '50', tier: tier(10, '1/2 oz', '14') }),
      priceRecord({ price: '5' })
    ]
    expect(briefly(ladderAt(records, BEFORE))).toEqual(['1 5.00 5.00 5.00 regular', '14 50.00 50.00 3.58 regular'])
  })

  it('figure 8: on the Bottom Shelf the 1 g tier takes the place of the base', () => {
    const records = [
      priceRecord({ price: '10', shelf: BOTTOM_SHELF }),
      priceRecord({ price: '10', atTierPrice: '10', tier: tier(24, '1 g', '1'), shelf: BOTTOM_SHELF }),
      priceRecord({ price: '6.94', atTierPrice: '24.29', tier: tier(2, '1/8 oz', '3.5'), shelf: BOTTOM_SHELF })
    ]
    const rungs = ladderAt(records, BEFORE)
    expect(briefly(rungs)).toEqual(['1 10.00 10.00 10.00 regular', '3.5 24.29 24.29 6.94 regular'])
    expect(rungs.map(({ rung }) => [rung.tierId, rung.tierName])).toEqual([
      [24, '1 g'],
      [2, '1/8 oz']
    ])
  })

  it('figure 8: a base price of the Veterans counts at the 1 g tier that has none of theirs', () => {
    const records = [
      priceRecord({ price: '10' }),
      priceRecord({ price: '9', group: VETERANS }),
      priceRecord({ price: '10', atTierPrice: '10', tier: tier(24, '1 g', '1') })
    ]
    expect(briefly(ladderAt(records, BEFORE, 700))).toEqual(['1 10.00 9.00 9.00 group'])
    expect(ladderAt(records, BEFORE, 700)[0]?.rung.tierId).toBe(24)
  })

  const figure11 = [
    priceRecord({
      price: '6.94',
      atTierPrice: '24.29',
      tier: tier(2, '1/8 oz', '3.5'),
      shelf: BOTTOM_SHELF,
      sales: [sale('5.72', APRIL_20, APRIL_23, '20')]
    }),
    priceRecord({
      price: '5.71',
      atTierPrice: '19.98',
      tier: tier(2, '1/8 oz', '3.5'),
      group: VETERANS,
      shelf: BOTTOM_SHELF
    })
  ]

  it('figure 11: 24.29, 20.00 on sale at 5.72 a gram, 19.98 for Veterans at 5.71', () => {
    expect(briefly(ladderAt(figure11, BEFORE))).toEqual(['3.5 24.29 24.29 6.94 regular'])
    expect(briefly(ladderAt(figure11, DURING))).toEqual(['3.5 24.29 20.00 5.72 sale'])
    expect(briefly(ladderAt(figure11, DURING, 700))).toEqual(['3.5 24.29 19.98 5.71 group'])
  })

  it('figure 11: the trace names everything that competed, and what won', () => {
    const [priced] = ladderAt(figure11, DURING, 700)
    expect(priced?.trace.candidates.map(({ source, amount, won }) => [source, amount, won])).toEqual([
      ['regular', '24.29', false],
      ['sale', '20', false],
      ['group', '19.98', true]
    ])
  })
})

describe('price in force', () => {
  it('a dated sale replaces the default even when dearer', () => {
    const records = [priceRecord({ price: '10', sales: [sale('6', null, null), sale('8', APRIL_20, APRIL_23)] })]
    expect(briefly(ladderAt(records, DURING))).toEqual(['1 10.00 8.00 8.00 sale'])
  })

  it('a sale dearer than the regular price is not in force, and ties keep regular', () => {
    expect(briefly(ladderAt([priceRecord({ price: '10', sales: [sale('12', null, null)] })], DURING))).toEqual([
      '1 10.00 10.00 10.00 regular'
    ])
    expect(briefly(ladderAt([priceRecord({ price: '10', sales: [sale('10', null, null)] })], DURING))).toEqual([
      '1 10.00 10.00 10.00 regular'
    ])
  })

  it('a null end is open', () => {
    const records = [priceRecord({ price: '10', sales: [sale('7', APRIL_20, null)] })]
    expect(briefly(ladderAt(records, BEFORE))).toEqual(['1 10.00 10.00 10.00 regular'])
    expect(briefly(ladderAt(records, DURING))).toEqual(['1 10.00 7.00 7.00 sale'])
    expect(ladderAt(records, DURING)[0]?.rung.saleEndsAt).toBeNull()
  })

  it('of overlapping dated sales the dearer applies', () => {
    const records = [priceRecord({ price: '10', sales: [sale('5', APRIL_20, APRIL_23), sale('7', APRIL_20, null)] })]
    expect(briefly(ladderAt(records, DURING))).toEqual(['1 10.00 7.00 7.00 sale'])
  })

  it('of two records with one key the dearer applies, and the other is counted', () => {
    const cheap = priceRecord({ price: '9' })
    const dear = priceRecord({ price: '11' })
    for (const records of [
      [cheap, dear],
      [dear, cheap]
    ]) {
      expect(briefly(ladderAt(records, DURING))).toEqual(['1 11.00 11.00 11.00 regular'])
      expect(ladderAt(records, DURING)[0]?.trace.doubled).toHaveLength(1)
    }
  })

  it('the dearer of two records is the one that would charge more, sales included', () => {
    const onSale = priceRecord({ price: '12', sales: [sale('5', null, null)] })
    const steady = priceRecord({ price: '9' })
    expect(briefly(ladderAt([onSale, steady], DURING))).toEqual(['1 9.00 9.00 9.00 regular'])
  })

  it('at a tier without AtTierPrice the amount is price x quantity, and so for its sale', () => {
    const records = [
      priceRecord({ price: '6.94', tier: tier(2, '1/8 oz', '3.5'), sales: [sale('5.72', APRIL_20, APRIL_23)] })
    ]
    expect(briefly(ladderAt(records, BEFORE))).toEqual(['3.5 24.29 24.29 6.94 regular'])
    expect(briefly(ladderAt(records, DURING))).toEqual(['3.5 24.29 20.02 5.72 sale'])
  })

  it('amounts are compared unrounded and shown half-up, unit prices rounded up', () => {
    const records = [priceRecord({ price: '10.004', sales: [sale('10.003', null, null)] })]
    expect(briefly(ladderAt(records, BEFORE))).toEqual(['1 10.00 10.00 10.01 sale'])
    expect(briefly(ladderAt([priceRecord({ price: '1.005' })], BEFORE))).toEqual(['1 1.01 1.01 1.01 regular'])
  })

  it('a group price has its own sales', () => {
    const records = [
      priceRecord({ price: '10' }),
      priceRecord({ price: '9', group: VETERANS, sales: [sale('8', APRIL_20, APRIL_23)] })
    ]
    expect(briefly(ladderAt(records, DURING, 700))).toEqual(['1 10.00 8.00 8.00 group-sale'])
    expect(ladderAt(records, DURING, 700)[0]?.rung.saleEndsAt).toBe('2024-04-23T05:59:00.000Z')
  })

  it('fromEntityId is the node of the record that won', () => {
    const records = [
      priceRecord({ price: '10', fromEntityId: 1 }),
      priceRecord({ price: '9', group: VETERANS, fromEntityId: 2 })
    ]
    expect(ladderAt(records, DURING)[0]?.rung.fromEntityId).toBe(1)
    expect(ladderAt(records, DURING, 700)[0]?.rung.fromEntityId).toBe(2)
  })
})

describe('ladder', () => {
  it('rungs go by rising quantity, whatever the order of the records', () => {
    const records = [
      priceRecord({ price: '4', atTierPrice: '56', tier: tier(3, '1/2 oz', '14.00') }),
      priceRecord({ price: '6', atTierPrice: '21', tier: tier(2, '1/8 oz', '3.50') }),
      priceRecord({ price: '8' })
    ]
    expect(ladderAt(records, BEFORE).map(({ rung }) => rung.quantity)).toEqual(['1', '3.5', '14'])
    expect(ladderAt([...records].reverse(), BEFORE)).toEqual(ladderAt(records, BEFORE))
  })

  it('a product with tiers but no base starts at its first tier', () => {
    const records = [priceRecord({ price: '6', atTierPrice: '21', tier: tier(2, '1/8 oz', '3.5') })]
    expect(briefly(ladderAt(records, BEFORE))).toEqual(['3.5 21.00 21.00 6.00 regular'])
  })

  it("a tier that only a group has is a rung for that group alone, its regular the group's", () => {
    const records = [
      priceRecord({ price: '8' }),
      priceRecord({ price: '5', atTierPrice: '35', tier: tier(4, '1/4 oz', '7'), group: VETERANS })
    ]
    expect(briefly(ladderAt(records, BEFORE))).toEqual(['1 8.00 8.00 8.00 regular'])
    expect(briefly(ladderAt(records, BEFORE, 700))).toEqual(['1 8.00 8.00 8.00 regular', '7 35.00 35.00 5.00 group'])
  })

  it('a tier of quantity 1 decides by its own records: a cheaper base price does not count there', () => {
    const records = [
      priceRecord({ price: '7' }),
      priceRecord({ price: '10', atTierPrice: '10', tier: tier(24, '1 g', '1') })
    ]
    expect(briefly(ladderAt(records, BEFORE))).toEqual(['1 10.00 10.00 10.00 regular'])
  })

  it('a tier of quantity 1 of the group alone leaves the public its base', () => {
    const records = [
      priceRecord({ price: '8' }),
      priceRecord({ price: '9', atTierPrice: '9', tier: tier(24, '1 g', '1'), group: VETERANS })
    ]
    expect(briefly(ladderAt(records, BEFORE))).toEqual(['1 8.00 8.00 8.00 regular'])
    expect(briefly(ladderAt(records, BEFORE, 700))).toEqual(['1 9.00 9.00 9.00 group'])
  })

  it('a tier that records give two quantities is two rungs: no amount stands at the other quantity', () => {
    const records = [
      priceRecord({ price: '1', atTierPrice: '24.29', tier: tier(2, '1/8 oz', '3.5') }),
      priceRecord({ price: '1', atTierPrice: '40', tier: tier(2, '1/4 oz', '7') })
    ]
    const expected = ['3.5 24.29 24.29 6.94 regular', '7 40.00 40.00 5.72 regular']
    expect(briefly(ladderAt(records, BEFORE))).toEqual(expected)
    expect(briefly(ladderAt(records.toReversed(), BEFORE))).toEqual(expected)
  })

  it('without a price for the audience there is no rung', () => {
    expect(ladderAt([priceRecord({ price: '8', group: VETERANS })], BEFORE)).toEqual([])
    expect(ladderAt([], BEFORE)).toEqual([])
  })

  it('held amounts are null, the rung stays', () => {
    const [rung] = rungsOf([priceRecord({ price: '8' })], null)
    if (rung === undefined) throw new Error('no rung')
    const held = pricedRungAt(rung, { taxRates: [], taxPricing: 'Inclusive', amountsHeld: true, digits: 2 }, BEFORE)
    expect(held?.rung).toMatchObject({
      quantity: '1',
      price: null,
      regular: null,
      unitPrice: null,
      outTheDoor: null,
      taxes: []
    })
  })
})
