import { describe, expect, it } from 'vitest'
import type { Bought } from './offered-basket.ts'
import { anyOf, byGram, consumedBy, discountsOf, guid, piece, resultOf, running, within } from './offered-basket.ts'
import { percentage, priceRecord, product, sale, VETERANS } from '../price-records.ts'
import { Amount } from '../../../src/domain/money/amount.ts'

const half = (promotionId: string, letter: string, more: object = {}) =>
  running(promotionId, { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.5, ItemsToMatch: anyOf(letter) }, more)

function buyThenOther(numberToMatch: number, matches: readonly string[], others: readonly string[], more: object = {}) {
  return running('other', {
    Type: 'MatchThenCheapestOtherForPercentOff',
    PercentOffOfOther: 1,
    MatchConditions: anyOf(...matches),
    OtherItemConditions: anyOf(...others),
    NumberToMatch: numberToMatch,
    GramsPerMatchUnit: 1,
    MaxApplicationCount: null,
    ...more
  })
}

function bundle(price: number, elements: readonly (readonly [readonly string[], number])[], grams = 1) {
  return running('bundle', {
    Type: 'BundleForTotalDollarDistributed',
    DollarValueOfAll: price,
    BundleItemsToMatch: elements.map(([letters, QuantityToMatch]) => ({
      ProductCondition: anyOf(...letters),
      QuantityToMatch
    })),
    GramsPerMatchUnit: grams
  })
}

const once = (...list: readonly (readonly [string, string])[]): readonly Bought[] =>
  list.map(([letter, price]) => [piece(letter, price), 1])

describe('MatchThenCheapestOther', () => {
  it('the dearest matches are taken, then the cheapest other that is left', () => {
    const result = resultOf(once(['A', '10'], ['B', '6'], ['C', '4'], ['D', '5']), [
      buyThenOther(1, ['a', 'b'], ['b', 'c', 'd'])
    ])
    expect(consumedBy(result, 'other')).toEqual({ A: '1', B: '1', C: '1', D: '1' })
    expect(discountsOf(result)).toEqual({ C: '4.00', D: '5.00' })
  })

  it('matches that leave no other give the cheapest that could be one back, for the next dearest match', () => {
    // A and B are the dearest two matches; B alone could be the other, so C is taken in its place.
    const result = resultOf(once(['A', '10'], ['B', '9'], ['C', '3']), [buyThenOther(2, ['a', 'b', 'c'], ['b'])])
    expect(consumedBy(result, 'other')).toEqual({ A: '1', B: '1', C: '1' })
    expect(discountsOf(result)).toEqual({ B: '9.00' })
  })

  it('without a next match there is no application', () => {
    const result = resultOf(once(['A', '10'], ['B', '9']), [buyThenOther(2, ['a', 'b'], ['b'])])
    expect(result.basket.applied).toEqual([])
  })
})

describe('an application that saves nothing', () => {
  it('is not made and ends its promotion: the cheapest costs less already', () => {
    const forFive = running('5.00', {
      Type: 'CheapestMatchedForDollar',
      DollarValueOfCheapest: 5,
      ItemsToMatch: anyOf('a', 'b', 'c', 'd'),
      NumberToMatch: 2,
      GramsPerMatchUnit: 1,
      MaxApplicationCount: null
    })
    const result = resultOf(once(['A', '20'], ['B', '15'], ['C', '12'], ['D', '4']), [forFive])
    expect(result.basket.applied).toEqual([])
    expect(result.outcomes).toMatchObject([{ kind: 'not-applied', why: { kind: 'saves-nothing' } }])
  })

  it('a bundle that costs more than its units is not applied', () => {
    expect(
      resultOf(once(['A', '4'], ['B', '5']), [
        bundle(9, [
          [['a'], 1],
          [['b'], 1]
        ])
      ]).basket.applied
    ).toEqual([])
    expect(
      resultOf(once(['A', '4'], ['B', '5']), [
        bundle(8.99, [
          [['a'], 1],
          [['b'], 1]
        ])
      ]).basket.discount
    ).toBe('0.01')
  })
})

describe('bundles', () => {
  it('each element in turn takes its dearest units, as often as all fit', () => {
    // The first element takes the dearer of A and B, so that the second has B alone.
    const result = resultOf(
      [
        [piece('A', '10'), 3],
        [piece('B', '6'), 2]
      ],
      [
        bundle(10, [
          [['a', 'b'], 1],
          [['b'], 1]
        ])
      ]
    )
    expect(result.basket.applied).toMatchObject([{ times: 2, discount: '12.00' }])
    expect(consumedBy(result, 'bundle')).toEqual({ A: '2', B: '2' })
  })

  it('a quantity of one and a half counts up to two units', () => {
    expect(resultOf([[piece('A', '10'), 1]], [bundle(5, [[['a'], 1.5]])]).basket.applied).toEqual([])
    expect(resultOf([[piece('A', '10'), 2]], [bundle(5, [[['a'], 1.5]])]).basket.discount).toBe('15.00')
  })

  it('spare cents go to the largest remainders, then by productId', () => {
    // 1.00 off three equal ones is 0.33 each and a cent for the first.
    expect(
      discountsOf(
        resultOf(once(['C', '5'], ['B', '5'], ['A', '5']), [
          bundle(14, [
            [['a'], 1],
            [['b'], 1],
            [['c'], 1]
          ])
        ])
      )
    ).toEqual({ A: '0.34', B: '0.33', C: '0.33' })
  })

  // 80 % of half a cent, 500.5 and 501.5 cents are 0.4, 400.4 and 401.2: the spare cent is A's, which is worth half of one.
  const thirds = running('thirds', {
    Type: 'BundleForPercentOff',
    PercentOffOfAll: 0.8,
    BundleItemsToMatch: ['a', 'b', 'c'].map((letter) => ({ ProductCondition: anyOf(letter), QuantityToMatch: 1 })),
    GramsPerMatchUnit: 1
  })

  it('a spare cent that a line has no room for goes to the next', () => {
    const result = resultOf(
      [
        [piece('A', '0.005'), 2],
        [piece('B', '5.005'), 2],
        [piece('C', '5.015'), 2]
      ],
      [thirds]
    )
    expect(result.basket.applied).toMatchObject([{ times: 2, discount: '16.04' }])
    expect(discountsOf(result)).toEqual({ A: '0.01', B: '8.01', C: '8.02' })
  })

  it('what comes after a spare cent takes no more than is left of the line', () => {
    // Two bundles have taken both of A's cents, though two of its four units are left.
    const free = running('free', {
      Type: 'CheapestMatchedForPercentOff',
      PercentOffOfCheapest: 1,
      ItemsToMatch: anyOf('a', 'd'),
      NumberToMatch: 1,
      GramsPerMatchUnit: 1,
      MaxApplicationCount: null
    })
    const result = resultOf(
      [
        [piece('A', '0.005'), 4],
        [piece('B', '5.005'), 2],
        [piece('C', '5.015'), 2],
        [piece('D', '0.10'), 1]
      ],
      [thirds, free]
    )
    expect(discountsOf(result)).toEqual({ A: '0.02', B: '8.00', C: '8.02', D: '0.10' })
  })
})

describe('among units of equal worth', () => {
  const first = running('first', {
    Type: 'CheapestMatchedForPercentOff',
    PercentOffOfCheapest: 1,
    ItemsToMatch: anyOf('a', 'b', 'c'),
    NumberToMatch: 2,
    GramsPerMatchUnit: 1,
    MaxApplicationCount: 1
  })

  it('the lowest productId is the first of the dearest', () => {
    const result = resultOf(once(['C', '5'], ['B', '9'], ['A', '9']), [first])
    expect(consumedBy(result, 'first')).toEqual({ A: '1', C: '1' })
  })

  it('and the first of the cheapest', () => {
    const result = resultOf(once(['C', '9'], ['B', '5'], ['A', '5']), [first])
    expect(discountsOf(result)).toEqual({ A: '5.00' })
  })
})

describe('units', () => {
  it('promotions with different grams share a line and no gram serves twice', () => {
    const eighths = running('eighths', {
      Type: 'CheapestMatchedForPercentOff',
      PercentOffOfCheapest: 0.5,
      ItemsToMatch: anyOf('a'),
      NumberToMatch: 2,
      GramsPerMatchUnit: 3.5,
      MaxApplicationCount: 1
    })
    const grams = running('grams', {
      Type: 'EachMatchedDollarOff',
      DollarOffOfEach: 1,
      ItemsToMatch: anyOf('a'),
      GramsPerMatchUnit: 1
    })
    const result = resultOf([[byGram('A', '10'), '9.75']], [eighths, grams])
    expect(consumedBy(result, 'eighths')).toEqual({ A: '7' })
    expect(consumedBy(result, 'grams')).toEqual({ A: '2' })
    expect(result.basket.lines[0]?.promotions).toEqual([
      { promotionId: 'eighths', name: 'eighths', discount: '17.50' },
      { promotionId: 'grams', name: 'grams', discount: '2.00' }
    ])
  })

  it('a share is taken of what is left of a line, whole units or not', () => {
    expect(discountsOf(resultOf([[byGram('A', '10'), '0.75']], [half('half', 'a')]))).toEqual({ A: '3.75' })
  })

  it("a unit's worth is its part of the line at its shelf's price", () => {
    // 14 g for 50.00: a gram of 20 is worth 3.5715, not 3.58 and not 5.
    const facts = product({
      productId: guid('a'),
      records: [
        priceRecord({ price: '5' }),
        priceRecord({ price: '3.58', atTierPrice: '50', tier: { tierId: 10, name: '14 g', quantity: '14' } })
      ]
    })
    const free = running('free', {
      Type: 'CheapestMatchedForPercentOff',
      PercentOffOfCheapest: 1,
      ItemsToMatch: anyOf('a'),
      NumberToMatch: 20,
      GramsPerMatchUnit: 1,
      MaxApplicationCount: 1
    })
    expect(resultOf([[facts, '20']], [free]).basket).toMatchObject({ subtotal: '71.43', discount: '3.57' })
  })

  it('a discount is rounded down once a promotion and line, not once a unit', () => {
    const third = running('third', {
      Type: 'CheapestMatchedForPercentOff',
      PercentOffOfCheapest: 0.333,
      ItemsToMatch: anyOf('a'),
      NumberToMatch: 1,
      GramsPerMatchUnit: 1,
      MaxApplicationCount: null
    })
    // 0.4995 each: three are 1.4985.
    expect(discountsOf(resultOf([[piece('A', '1.50'), 3]], [third]))).toEqual({ A: '1.49' })
  })

  it('many units are as quick as few', () => {
    const pairs = running('pairs', {
      Type: 'CheapestMatchedForDollar',
      DollarValueOfCheapest: 1,
      ItemsToMatch: { Type: 'None' },
      NumberToMatch: 2,
      GramsPerMatchUnit: 0.001,
      MaxApplicationCount: null
    })
    const threes = bundle(1, [
      [['a', 'b'], 2],
      [['c'], 1]
    ])
    const many: readonly Bought[] = Array.from({ length: 500 }, (_, index) => {
      const facts = piece('A', String(5 + (index % 37)))
      return [{ ...facts, productId: `${String(index).padStart(8, '0')}-b347-4681-9e37-038062ab72a5` }, 10_000]
    })
    const result = resultOf(
      [...many, [piece('A', '5'), 10_000], [piece('B', '6'), 10_000], [piece('C', '7'), 10_000]],
      [pairs, threes]
    )
    expect(result.basket.applied.map(({ times }) => times)).toEqual([2_515_000])
  })
})

describe('between promotions', () => {
  it('the one that saves most is applied first, with all its applications', () => {
    const two = running('two off', { Type: 'EachMatchedDollarOff', DollarOffOfEach: 2, ItemsToMatch: anyOf('a', 'b') })
    const result = resultOf(
      [
        [piece('A', '10'), 1],
        [piece('B', '10'), 1]
      ],
      [half('half', 'a'), two]
    )
    expect(result.basket.applied).toMatchObject([
      { promotionId: 'half', discount: '5.00' },
      { promotionId: 'two off', discount: '2.00' }
    ])
  })

  it('of two that save the same the lower promotionId is applied', () => {
    const result = resultOf([[piece('A', '10'), 1]], [half('2', 'a'), half('1', 'a')])
    expect(result.basket.applied).toMatchObject([{ promotionId: '1' }])
    expect(result.outcomes[1]).toMatchObject({ promotionId: '2', kind: 'not-applied', why: { kind: 'beaten' } })
  })

  it('one that saves more once another has taken a unit from it is seen', () => {
    // With the cheap C in its bucket "for 4.00" saves nothing; once "half" has taken C, B is the cheapest.
    const forFour = running('for 4.00', {
      Type: 'CheapestMatchedForDollar',
      DollarValueOfCheapest: 4,
      ItemsToMatch: anyOf('a', 'b', 'c'),
      NumberToMatch: 2,
      GramsPerMatchUnit: 1,
      MaxApplicationCount: null
    })
    const result = resultOf(once(['A', '10'], ['B', '9'], ['C', '3']), [forFour, half('half', 'c')])
    expect(result.basket.applied.map(({ promotionId }) => promotionId)).toEqual(['half', 'for 4.00'])
    expect(discountsOf(result)).toEqual({ B: '5.00', C: '1.50' })
  })
})

describe('conditions', () => {
  const onSale = product({
    productId: guid('b'),
    unit: 'each',
    records: [priceRecord({ price: '10', sales: [sale('8', null, null)] })]
  })

  it('NoSalePricing leaves out lines priced by a sale, matches and others alike', () => {
    const line = { lineCondition: { Type: 'NoSalePricing' } }
    const noSales = buyThenOther(1, ['a'], ['b'])
    expect(
      resultOf(
        [
          [piece('A', '10'), 1],
          [onSale, 1]
        ],
        [noSales]
      ).basket.discount
    ).toBe('8.00')
    const limited = running('limited', noSales.facts.terms?.promotionType, line)
    const result = resultOf(
      [
        [piece('A', '10'), 1],
        [onSale, 1]
      ],
      [limited]
    )
    expect(result.basket.applied).toEqual([])
    expect(result.outcomes).toMatchObject([{ kind: 'not-applied', why: { kind: 'line-condition' } }])
  })

  it("a group's price counts as a sale there", () => {
    const facts = piece('A', '10', {
      records: [priceRecord({ price: '10' }), priceRecord({ price: '9', group: VETERANS })]
    })
    const limited = half('limited', 'a', { lineCondition: { Type: 'NoSalePricing' } })
    expect(resultOf([[facts, 1]], [limited]).basket.discount).toBe('5.00')
    expect(resultOf([[facts, 1]], [limited], { audience: { groupId: 700 } }).basket.discount).toBe('0.00')
  })

  it('cart conditions test the shopper; one for others does not apply, and is nothing that was skipped', () => {
    const medical = half('medical', 'a', { cartCondition: { Type: 'MedCustomer' } })
    const result = resultOf([[piece('A', '10'), 1]], [medical])
    expect(result.basket).toMatchObject({ applied: [], skipped: [], near: [] })
    expect(result.outcomes).toMatchObject([{ kind: 'not-applied', why: { kind: 'audience' } }])
    const shown = resultOf([[piece('A', '10'), 1]], [medical], { audience: { customer: 'medical' } })
    expect(shown.basket.discount).toBe('5.00')
  })

  it('what the catalogue does not say is no discount, under "none of" either', () => {
    const unknown = piece('A', '10', { traits: { ...within(1).traits, classificationIsWhole: false } })
    const notOfTwo = running('not of 2', {
      Type: 'EachMatchedPercentOff',
      PercentOffOfEach: 0.5,
      ItemsToMatch: { Type: 'NoneOf', Conditions: [{ Type: 'Classification', ParentCategoryOrClassificationId: 2 }] }
    })
    expect(resultOf([[unknown, 1]], [notOfTwo]).basket.discount).toBe('0.00')
    expect(resultOf([[piece('A', '10', within(1)), 1]], [notOfTwo]).basket.discount).toBe('5.00')
  })

  it('a promotion that does not run now does nothing', () => {
    const result = resultOf([[piece('A', '10'), 1]], [half('later', 'a', { active: false })])
    expect(result.basket.discount).toBe('0.00')
    expect(result.outcomes).toEqual([])
  })
})

describe('what is skipped', () => {
  it('names the type or the condition that is not known, and where it stands', () => {
    const type = running('new type', { Type: 'FreeForAll' })
    const condition = running('new condition', {
      Type: 'EachMatchedPercentOff',
      PercentOffOfEach: 0.5,
      ItemsToMatch: { Type: 'AnyOf', Conditions: [{ Type: 'FullMoon' }] }
    })
    const result = resultOf([[piece('A', '10'), 1]], [type, condition])
    expect(result.basket).toMatchObject({ discount: '0.00', applied: [] })
    expect(result.basket.skipped).toEqual([
      {
        promotionId: 'new condition',
        name: 'new condition',
        reason: 'not evaluated: the condition FullMoon is not known (PromotionType.ItemsToMatch.Conditions[0])'
      },
      { promotionId: 'new type', name: 'new type', reason: 'not evaluated: the type FreeForAll is not known' }
    ])
  })

  it('names what the full feed does not have, or not in this version, where the menu board lists a product of the basket', () => {
    const listed = { ...half('listed', 'a', { facts: { productIds: [guid('a')] } }), terms: null }
    const elsewhere = { ...half('elsewhere', 'a', { facts: { productIds: [guid('b')] } }), terms: null }
    expect(resultOf([[piece('A', '10'), 1]], [listed, elsewhere]).basket.skipped).toMatchObject([
      {
        promotionId: 'listed',
        reason: expect.stringContaining('the full feed does not have it, or has an older version') as string
      }
    ])
  })
})

describe('what follows promotions', () => {
  const taxed = {
    taxRates: [percentage('GST', '0.05'), percentage('Excise', '0.1', { calculatedOn: 'BasePriceListPrice' })]
  }

  it('taxes are taken on what is left, but for those on the list price', () => {
    const result = resultOf([[piece('A', '10', taxed), 1]], [half('half', 'a')])
    expect(result.basket.lines[0]?.taxes).toEqual([
      { name: 'Excise', amount: '1.00' },
      { name: 'GST', amount: '0.25' }
    ])
    expect(result.basket).toMatchObject({ subtotal: '10.00', discount: '5.00', taxes: '1.25', total: '6.25' })
  })

  it('at an inclusive location taxes are what is inside of what is left', () => {
    const facts = piece('A', '226', { taxRates: [percentage('HST', '0.13')] })
    expect(resultOf([[facts, 1]], [half('half', 'a')], { location: { taxPricing: 'Inclusive' } }).basket).toMatchObject(
      { subtotal: '226.00', discount: '113.00', taxes: '13.00', total: '113.00' }
    )
  })

  const reward = { rewardId: 'ten', name: 'Ten', kind: 'percent', value: new Amount(10), points: 100 } as const

  it('a reward before taxes is spread over what promotions leave, and lowers the taxes', () => {
    const gst = { taxRates: [percentage('GST', '0.05')] }
    const result = resultOf(
      [
        [piece('A', '10', gst), 1],
        [piece('B', '15', gst), 1]
      ],
      [half('half', 'a')],
      {
        reward: { ...reward, takenFrom: 'before-taxes' }
      }
    )
    expect(result.basket.lines.map(({ discount, total }) => [discount, total])).toEqual([
      ['5.50', '4.73'],
      ['1.50', '14.18']
    ])
    expect(result.basket).toMatchObject({
      reward: { rewardId: 'ten', name: 'Ten', amount: '2.00' },
      subtotal: '25.00',
      discount: '7.00',
      taxes: '0.91',
      total: '18.91'
    })
  })

  it('a reward after taxes reduces the total alone', () => {
    const gst = { taxRates: [percentage('GST', '0.05')] }
    const result = resultOf([[piece('A', '10', gst), 1]], [half('half', 'a')], {
      reward: { ...reward, takenFrom: 'after-taxes' }
    })
    expect(result.basket).toMatchObject({
      lines: [{ discount: '5.00', total: '5.25' }],
      reward: { amount: '0.52' },
      discount: '5.00',
      taxes: '0.25',
      total: '4.73'
    })
  })
})
