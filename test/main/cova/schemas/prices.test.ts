import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPriceRecord, parsePricePage, priceSchema } from '../../../../src/main/cova/schemas/prices.ts'
import type { PricePage } from '../../../../src/main/cova/records.ts'
import { PRODUCT_A, PRODUCT_B, basePrice, changedPrices, eighth, type Json } from './samples.ts'

function read(json: unknown): PricePage {
  const parsed = parsePricePage(json, 5)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.value
}

const recordsOf = (prices: readonly unknown[]) => read([changedPrices(prices)]).sets[0]?.records
const rejectionOf = (price: unknown) => read([changedPrices([basePrice(), price])]).rejected[0]
const saleOf = (sale: Json, changes: Json = {}) => eighth({ SalePrices: [sale], ...changes })

describe('a price record', () => {
  test('with a regular price alone (Product Pricing guide, Figure 3)', () => {
    expect(recordsOf([basePrice()])).toEqual([
      { fromEntityId: 94447, tier: null, group: null, shelf: null, price: '1', atTierPrice: null, sales: [] }
    ])
  })

  test('with tier, shelf and a dated sale (Figure 11)', () => {
    expect(recordsOf([eighth({ GroupId: 700, GroupName: 'Veterans' })])).toEqual([
      {
        fromEntityId: 94447,
        tier: { tierId: 2, name: '1/8 oz', quantity: '3.5' },
        group: { groupId: 700, name: 'Veterans' },
        shelf: { shelfId: 26, name: 'Bottom Shelf' },
        price: '6.94',
        atTierPrice: '24.29',
        sales: [
          {
            salePrice: '5.72',
            atTierSalePrice: '20',
            startsAtMs: Date.UTC(2024, 3, 20, 6),
            stopsAtMs: Date.UTC(2024, 3, 23, 5, 59)
          }
        ]
      }
    ])
  })

  test('missing keys are nulls, unknown ones nothing', () => {
    const sparse = { LocationId: 94451, ProductId: PRODUCT_A.toUpperCase(), Price: 4, LastCost: 1, Odd: {} }
    expect(recordsOf([sparse])).toEqual([
      { fromEntityId: null, tier: null, group: null, shelf: null, price: '4', atTierPrice: null, sales: [] }
    ])
  })

  test('a default sale has no dates; a sale that stops before it starts is kept', () => {
    expect(recordsOf([saleOf({ SalePrice: 4 })])?.[0]?.sales).toEqual([
      { salePrice: '4', atTierSalePrice: null, startsAtMs: null, stopsAtMs: null }
    ])
    const backwards = { AtTierSalePrice: 4, StartDateUtc: '2024-04-20T06:00:00Z', StopDateUtc: '2024-04-19T06:00:00' }
    expect(recordsOf([saleOf(backwards)])?.[0]?.sales).toHaveLength(1)
  })

  test.each<[unknown, string]>([
    [basePrice({ Price: '4.99' }), 'Locations[0].Prices[1].Price: expected number, received string'],
    [basePrice({ Price: null }), 'Locations[0].Prices[1].Price: expected number, received null'],
    [basePrice({ Price: undefined }), 'Locations[0].Prices[1].Price: expected number, it is missing'],
    [basePrice({ Price: -1 }), 'Locations[0].Prices[1].Price: must not be negative'],
    [basePrice({ Price: JSON.parse('1e999') }), 'Locations[0].Prices[1].Price: expected number, received Infinity'],
    [basePrice({ Price: 1e15 }), 'Locations[0].Prices[1].Price: too large to be an amount'],
    [eighth({ AtTierPrice: '24.29' }), 'Locations[0].Prices[1].AtTierPrice: expected number, received string'],
    [eighth({ TierQuantity: 0 }), 'Locations[0].Prices[1].TierQuantity: must be above 0'],
    [eighth({ TierQuantity: null }), 'Locations[0].Prices[1].TierQuantity: expected number: the record has a TierId'],
    [eighth({ TierId: null }), 'Locations[0].Prices[1].TierQuantity: the record has no TierId'],
    [eighth({ TierId: 2.5 }), 'Locations[0].Prices[1].TierId: expected int, received number'],
    [eighth({ GroupId: '700' }), 'Locations[0].Prices[1].GroupId: expected number, received string'],
    [saleOf({ StartDateUtc: null }), 'Locations[0].Prices[1].SalePrices[0]: neither SalePrice nor AtTierSalePrice'],
    [
      saleOf({ AtTierSalePrice: 4 }, { TierId: null, TierQuantity: null }),
      'Locations[0].Prices[1].SalePrices[0]: no SalePrice'
    ],
    [
      saleOf({ SalePrice: 4, StartDateUtc: '20 April' }),
      'Locations[0].Prices[1].SalePrices[0].StartDateUtc: not a date and time'
    ],
    [
      saleOf({ SalePrice: 4, StopDateUtc: 1713600000 }),
      'Locations[0].Prices[1].SalePrices[0].StopDateUtc: expected string, received number'
    ],
    [basePrice({ SalePrices: {} }), 'Locations[0].Prices[1].SalePrices: expected array, received object'],
    [basePrice({ ProductId: PRODUCT_B }), `Locations[0].Prices[1].ProductId: ${PRODUCT_B} in the list of ${PRODUCT_A}`],
    [basePrice({ ProductId: 'x' }), 'Locations[0].Prices[1].ProductId: not a guid'],
    [basePrice({ LocationId: 1 }), 'Locations[0].Prices[1].LocationId: 1 in the list of 94451'],
    [basePrice({ LocationId: '94451' }), 'Locations[0].Prices[1].LocationId: expected number, received string'],
    [null, 'Locations[0].Prices[1]: expected object, received null']
  ])('that breaks the rules is rejected with the field: %#', (price, reason) => {
    expect(rejectionOf(price)).toMatchObject({ feed: 'prices', kind: 'price', reason })
    expect(rejectionOf(price)?.unidentified).toBeUndefined()
    expect(read([changedPrices([basePrice(), price])]).sets).toMatchObject([
      { locationId: 94451, productId: PRODUCT_A, records: [{ price: '1' }], rejectedCount: 1 }
    ])
  })

  test('a rejected one is named by location, product, tier and group, and kept without costs', () => {
    const rejected = rejectionOf(eighth({ Price: null, UnitCost: 777.77, Deep: [{ AverageCOST: 777.77 }] }))
    expect(rejected?.key).toBe(`${PRODUCT_A}/94451/2/-`)
    expect(JSON.parse(rejected?.raw ?? '')).toMatchObject({ TierId: 2, AtTierPrice: 24.29, Deep: [{}] })
    expect(rejected?.raw).not.toContain('777.77')
  })
})

describe('the two forms of the rule agree', () => {
  const odd = fc.oneof(
    fc.constantFrom<unknown>(null, undefined, '', 'x', 0, -1, 1.5, 1e15, 1e21, NaN, Infinity, true, [], {}, PRODUCT_A),
    fc.constantFrom<unknown>('2024-04-20T06:00:00Z', '2024-04-31T06:00:00Z', 2 ** 53, 3.5, 94451),
    fc.jsonValue()
  )
  const sale = fc.record(
    { SalePrice: odd, AtTierSalePrice: odd, StartDateUtc: odd, StopDateUtc: odd },
    { requiredKeys: [] }
  )
  const nearlyValid = fc
    .tuple(
      fc.constantFrom(basePrice, eighth),
      fc.uniqueArray(fc.constantFrom(...Object.keys(basePrice())), { maxLength: 2 }),
      fc.array(odd, { minLength: 2, maxLength: 2 }),
      fc.option(fc.array(fc.oneof(sale, fc.constant({ SalePrice: 1 }), odd), { maxLength: 3 }), { nil: null })
    )
    .map(([make, keys, values, sales]) => {
      const changed: Json = {}
      for (const [index, key] of keys.entries()) changed[key] = values[index]
      return make(sales === null ? changed : { SalePrices: sales, ...changed })
    })

  test('on any near-miss of a price record', () => {
    let accepted = 0
    fc.assert(
      fc.property(fc.oneof(nearlyValid, odd), (value) => {
        const byHand = isPriceRecord(value)
        accepted += Number(byHand)
        expect(byHand).toBe(priceSchema.safeParse(value).success)
        expect(isPriceRecord(value, PRODUCT_A)).toBe(byHand)
      }),
      { numRuns: 2000 }
    )
    expect(accepted).toBeGreaterThan(100)
  })
})

describe('a page of changed prices', () => {
  test('an empty list means that the product has no price there (Figure 10)', () => {
    const page = read([changedPrices([], { Locations: [{ LocationId: 539345, Prices: [] }] })])
    expect(page).toEqual({
      count: 1,
      sets: [{ locationId: 539345, productId: PRODUCT_A, records: [], rejectedCount: 0 }],
      rejected: [],
      askedAtMs: 5
    })
  })

  test('a null or missing list means nothing and is rejected', () => {
    const page = read([
      changedPrices([], { Locations: [{ LocationId: 1, Prices: null }, { LocationId: 2 }, { Prices: [] }, null] })
    ])
    expect(page.sets).toEqual([])
    expect(page.rejected.map(({ kind, key, reason, unidentified }) => [kind, key, reason, unidentified])).toEqual([
      ['price-set', `${PRODUCT_A}/1`, 'Locations[0].Prices: expected array, received null', undefined],
      ['price-set', `${PRODUCT_A}/2`, 'Locations[1].Prices: expected array, it is missing', undefined],
      ['price-set', `${PRODUCT_A}/?`, 'Locations[2].LocationId: not an int', true],
      ['price-set', `${PRODUCT_A}/?`, 'Locations[3].LocationId: not an int', true]
    ])
  })

  test('a product without id or locations is rejected, its neighbours land', () => {
    const page = read([
      changedPrices([basePrice()], { ChangedProductId: 'nobody' }),
      changedPrices([], { Locations: null }),
      changedPrices([basePrice()])
    ])
    expect(page.count).toBe(3)
    expect(page.sets).toHaveLength(1)
    expect(page.rejected).toMatchObject([
      { kind: 'price-set', key: '?', reason: 'ChangedProductId: not a guid', unidentified: true },
      { kind: 'price-set', key: PRODUCT_A, reason: 'Locations: expected array, received null' }
    ])
  })

  test('of a product that comes twice the later list stands, location by location; ids without case', () => {
    const page = read([
      changedPrices([basePrice({ Price: 1 })]),
      changedPrices([basePrice({ Price: 2 })], { ChangedProductId: PRODUCT_A.toUpperCase() }),
      changedPrices([], { Locations: [{ LocationId: 7, Prices: [] }] })
    ])
    expect(page.sets.map(({ locationId, records }) => [locationId, records.map((record) => record.price)])).toEqual([
      [94451, ['2']],
      [7, []]
    ])
  })

  test('another shape is a reason', () => {
    expect(parsePricePage({ Prices: [] }, 0)).toEqual({
      ok: false,
      reason: 'the reply: expected a list of changed products, received object'
    })
  })
})
