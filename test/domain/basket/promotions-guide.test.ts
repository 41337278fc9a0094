import { describe, expect, it } from 'vitest'
import type { ProductFacts } from '../../../src/domain/board/board-facts.ts'
import type { PromotionState } from '../../../src/domain/promotion/promotion-state.ts'
import { NO_TRAITS } from '../price-records.ts'
import {
  anyOf,
  type Bought,
  byGram,
  consumedBy,
  discountsOf,
  piece,
  resultOf,
  running,
  within
} from './offered-basket.ts'

/** The guide's five products, each bought once. */
const FIVE: readonly Bought[] = [
  [piece('A', '10'), 1],
  [piece('B', '9'), 1],
  [piece('C', '8'), 1],
  [piece('D', '7'), 1],
  [piece('E', '6'), 1]
]

function cheapestForOne(numberToMatch: number, most: number | null = null): PromotionState {
  return running('cheapest for 1.00', {
    Type: 'CheapestMatchedForDollar',
    DollarValueOfCheapest: 1,
    ItemsToMatch: anyOf('a', 'b', 'c', 'd', 'e'),
    NumberToMatch: numberToMatch,
    GramsPerMatchUnit: 1,
    MaxApplicationCount: most
  })
}

const onC = running('half off C', { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.5, ItemsToMatch: anyOf('c') })

describe('the five products of the guide, 10, 9, 8, 7 and 6, the cheapest for 1.00', () => {
  it('NumberToMatch 3: A, B and E are consumed, E is sold for 1.00', () => {
    const result = resultOf(FIVE, [cheapestForOne(3)])
    expect(consumedBy(result, 'cheapest for 1.00')).toEqual({ A: '1', B: '1', E: '1' })
    expect(discountsOf(result)).toEqual({ E: '5.00' })
    expect(result.basket.applied).toEqual([
      { promotionId: 'cheapest for 1.00', name: 'cheapest for 1.00', times: 1, discount: '5.00' }
    ])
    expect(result.basket).toMatchObject({ subtotal: '40.00', discount: '5.00', total: '35.00' })
  })

  it('NumberToMatch 3 with MaxApplicationCount 1 is the same: only one application fits', () => {
    expect(resultOf(FIVE, [cheapestForOne(3, 1)]).basket.lines).toEqual(
      resultOf(FIVE, [cheapestForOne(3)]).basket.lines
    )
  })

  it('NumberToMatch 2: A and E, then B and D; E and D are sold for 1.00', () => {
    const result = resultOf(FIVE, [cheapestForOne(2)])
    expect(consumedBy(result, 'cheapest for 1.00')).toEqual({ A: '1', B: '1', D: '1', E: '1' })
    expect(discountsOf(result)).toEqual({ D: '6.00', E: '5.00' })
    expect(result.basket.applied).toMatchObject([{ times: 2, discount: '11.00' }])
  })

  it('NumberToMatch 2: C is not consumed and another promotion can have it', () => {
    const result = resultOf(FIVE, [cheapestForOne(2), onC])
    expect(consumedBy(result, 'half off C')).toEqual({ C: '1' })
    expect(discountsOf(result)).toEqual({ C: '4.00', D: '6.00', E: '5.00' })
  })

  it('NumberToMatch 2 with MaxApplicationCount 1: the second application is not made', () => {
    const result = resultOf(FIVE, [cheapestForOne(2, 1)])
    expect(consumedBy(result, 'cheapest for 1.00')).toEqual({ A: '1', E: '1' })
    expect(discountsOf(result)).toEqual({ E: '5.00' })
    expect(result.basket.applied).toMatchObject([{ times: 1 }])
  })

  it('what is consumed and not discounted is not to be had for another promotion', () => {
    const onA = running('1.00 off A', { Type: 'EachMatchedDollarOff', DollarOffOfEach: 1, ItemsToMatch: anyOf('a') })
    const result = resultOf(FIVE, [cheapestForOne(2), onA])
    expect(consumedBy(result, '1.00 off A')).toBeNull()
    expect(result.outcomes.find(({ promotionId }) => promotionId === '1.00 off A')).toMatchObject({
      kind: 'not-applied',
      why: { kind: 'beaten' }
    })
  })
})

const FLOWER = 100
const JOINTS = 110
const GUMMIES = 120
const HATS = 130
const BONGS = 140
const ASHTRAYS = 150
const PAPERS = 160
const LIGHTERS = 170
const SHIRTS = 180
const VAPES = 190
const APHRIA = 7

function of(classificationId: number): object {
  return { Type: 'Classification', ParentCategoryOrClassificationId: classificationId }
}

function classed(letter: string, price: string, classificationId: number): ProductFacts {
  return piece(letter, price, within(classificationId))
}

describe("the rows of the guide's table of examples", () => {
  it('0001 - buy 3 gummies, get 1 for 0.49', () => {
    const promotion = running('0001', {
      Type: 'CheapestMatchedForDollar',
      DollarValueOfCheapest: 0.49,
      ItemsToMatch: of(GUMMIES),
      NumberToMatch: 4,
      GramsPerMatchUnit: 1,
      MaxApplicationCount: null
    })
    const gummies = classed('A', '6.49', GUMMIES)
    expect(resultOf([[gummies, 3]], [promotion]).basket).toMatchObject({ discount: '0.00', total: '19.47' })
    expect(resultOf([[gummies, 4]], [promotion]).basket).toMatchObject({ discount: '6.00', total: '19.96' })
    expect(resultOf([[gummies, 11]], [promotion]).basket.applied).toMatchObject([{ times: 2, discount: '12.00' }])
  })

  it('0002 - buy 1 eighth, get 1 for half price', () => {
    const promotion = running('0002', {
      Type: 'CheapestMatchedForPercentOff',
      PercentOffOfCheapest: 0.5,
      ItemsToMatch: of(FLOWER),
      NumberToMatch: 2,
      GramsPerMatchUnit: 3.5,
      MaxApplicationCount: null
    })
    const dear = byGram('A', '10', within(FLOWER))
    const cheap = byGram('B', '8', within(FLOWER))
    const result = resultOf(
      [
        [dear, '3.5'],
        [cheap, '3.5']
      ],
      [promotion]
    )
    expect(discountsOf(result)).toEqual({ B: '14.00' })
    // 7.5 g of one are two eighths, and half a gram that nobody needs.
    const alone = resultOf([[dear, '7.5']], [promotion])
    expect(discountsOf(alone)).toEqual({ A: '17.50' })
    expect(consumedBy(alone, '0002')).toEqual({ A: '7' })
  })

  it('0004 - buy a hat, get 3.33 off another hat', () => {
    const promotion = running('0004', {
      Type: 'CheapestMatchedForDollarOff',
      DollarOffOfCheapest: 3.33,
      ItemsToMatch: of(HATS),
      NumberToMatch: 2,
      GramsPerMatchUnit: 1,
      MaxApplicationCount: null
    })
    const bought: readonly Bought[] = [
      [classed('A', '24.99', HATS), 1],
      [classed('B', '19.99', HATS), 2]
    ]
    expect(discountsOf(resultOf(bought, [promotion]))).toEqual({ B: '3.33' })
    // A hat for 2.00 costs nothing then, and not less.
    const cheap: readonly Bought[] = [
      [classed('A', '24.99', HATS), 1],
      [classed('B', '2.00', HATS), 1]
    ]
    expect(discountsOf(resultOf(cheap, [promotion]))).toEqual({ B: '2.00' })
  })

  it('0008 - a bong for 2.99 with half an ounce', () => {
    const promotion = running('0008', {
      Type: 'MatchThenCheapestOtherForDollar',
      DollarValueOfOther: 2.99,
      OtherItemConditions: of(BONGS),
      MatchConditions: of(FLOWER),
      NumberToMatch: 1,
      GramsPerMatchUnit: 14,
      MaxApplicationCount: null
    })
    const flower = byGram('A', '5', within(FLOWER))
    const bongs: readonly Bought[] = [
      [classed('B', '40', BONGS), 1],
      [classed('C', '30', BONGS), 1]
    ]
    expect(discountsOf(resultOf([[flower, '14'], ...bongs], [promotion]))).toEqual({ C: '27.01' })
    expect(discountsOf(resultOf([[flower, '28'], ...bongs], [promotion]))).toEqual({ B: '37.01', C: '27.01' })
    expect(discountsOf(resultOf([[flower, '13.9'], ...bongs], [promotion]))).toEqual({})
  })

  it('0016 - buy 5 joints, get 4.00 off a custom ashtray', () => {
    const promotion = running('0016', {
      Type: 'MatchThenCheapestOtherForDollarOff',
      DollarOffOfOther: 4,
      OtherItemConditions: of(ASHTRAYS),
      MatchConditions: of(JOINTS),
      NumberToMatch: 5,
      GramsPerMatchUnit: 1,
      MaxApplicationCount: null
    })
    const joints = classed('A', '5.50', JOINTS)
    const ashtray = classed('B', '12', ASHTRAYS)
    expect(
      discountsOf(
        resultOf(
          [
            [joints, 5],
            [ashtray, 1]
          ],
          [promotion]
        )
      )
    ).toEqual({ B: '4.00' })
    expect(
      discountsOf(
        resultOf(
          [
            [joints, 4],
            [ashtray, 1]
          ],
          [promotion]
        )
      )
    ).toEqual({})
    const twice = resultOf(
      [
        [joints, 12],
        [ashtray, 3]
      ],
      [promotion]
    )
    expect(twice.basket.applied).toMatchObject([{ times: 2, discount: '8.00' }])
    expect(consumedBy(twice, '0016')).toEqual({ A: '10', B: '2' })
  })

  it('0032 - 99 % off papers with the purchase of a single gram', () => {
    const promotion = running('0032', {
      Type: 'MatchThenCheapestOtherForPercentOff',
      PercentOffOfOther: 0.99,
      OtherItemConditions: of(PAPERS),
      MatchConditions: { Type: 'IsGram' },
      NumberToMatch: 1,
      GramsPerMatchUnit: 1,
      MaxApplicationCount: 1
    })
    const papers = classed('B', '2.49', PAPERS)
    // 2.4651 is rounded down.
    expect(
      discountsOf(
        resultOf(
          [
            [byGram('A', '9'), '1'],
            [papers, 2]
          ],
          [promotion]
        )
      )
    ).toEqual({ B: '2.46' })
    expect(
      discountsOf(
        resultOf(
          [
            [byGram('A', '9'), '0.9'],
            [papers, 2]
          ],
          [promotion]
        )
      )
    ).toEqual({})
  })

  it('0064 - flower, papers and a lighter for 25.00: the price of the whole', () => {
    const promotion = running('0064', {
      Type: 'BundleForTotalDollarDistributed',
      DollarValueOfAll: 25,
      BundleItemsToMatch: [
        { ProductCondition: of(FLOWER), QuantityToMatch: 1 },
        { ProductCondition: of(PAPERS), QuantityToMatch: 1 },
        { ProductCondition: of(LIGHTERS), QuantityToMatch: 1 }
      ],
      GramsPerMatchUnit: 3.5
    })
    const bundle: readonly Bought[] = [
      [byGram('A', '8', within(FLOWER)), '3.5'],
      [classed('B', '2.50', PAPERS), 1],
      [classed('C', '1.75', LIGHTERS), 1]
    ]
    // 32.25 together; 7.25 over 28.00, 2.50 and 1.75 is 6.294.., 0.562.. and 0.393..: the spare cent is the last's.
    const result = resultOf(bundle, [promotion])
    expect(result.basket).toMatchObject({ subtotal: '32.25', discount: '7.25', total: '25.00' })
    expect(discountsOf(result)).toEqual({ A: '6.30', B: '0.56', C: '0.39' })
    const dearer = running('30', { ...(promotion.facts.terms?.promotionType as object), DollarValueOfAll: 32.25 })
    expect(resultOf(bundle, [dearer]).basket.applied).toEqual([])
  })

  it('0512 - 10.00 off T-shirts', () => {
    const promotion = running('0512', {
      Type: 'EachMatchedDollarOff',
      DollarOffOfEach: 10,
      ItemsToMatch: of(SHIRTS),
      GramsPerMatchUnit: 1
    })
    const result = resultOf(
      [
        [classed('A', '29.99', SHIRTS), 3],
        [classed('B', '7', SHIRTS), 1],
        [classed('C', '9', HATS), 1]
      ],
      [promotion]
    )
    expect(discountsOf(result)).toEqual({ A: '30.00', B: '7.00' })
    expect(result.basket.applied).toMatchObject([{ times: 1, discount: '37.00' }])
  })

  it('1024 - 15 % off vapes by Aphria: the classification and the supplier both', () => {
    const promotion = running('1024', {
      Type: 'EachMatchedPercentOff',
      PercentOffOfEach: 0.15,
      ItemsToMatch: {
        Type: 'AllOf',
        Conditions: [
          { Type: 'AnyOf', Conditions: [of(VAPES)] },
          { Type: 'AnyOf', Conditions: [{ Type: 'Supplier', SupplierId: APHRIA }] }
        ]
      }
    })
    const vape = (letter: string, supplierIds: readonly number[], classificationIds: readonly number[]): Bought => [
      piece(letter, '33.33', { traits: { ...NO_TRAITS, classificationIds, supplierIds } }),
      1
    ]
    const result = resultOf(
      [
        vape('A', [APHRIA], [191, VAPES]),
        vape('B', [8], [191, VAPES]),
        vape('C', [APHRIA], [HATS]),
        vape('D', [8, APHRIA], [VAPES])
      ],
      [promotion]
    )
    // 4.9995 is rounded down.
    expect(discountsOf(result)).toEqual({ A: '4.99', D: '4.99' })
  })

  it('128, not in the table - 3.00 off two seltzers and a bar', () => {
    const promotion = running('0128', {
      Type: 'BundleForTotalDollarOffDistributed',
      DollarOffOfAll: 3,
      BundleItemsToMatch: [
        { ProductCondition: anyOf('a'), QuantityToMatch: 2 },
        { ProductCondition: anyOf('b'), QuantityToMatch: 1 }
      ],
      GramsPerMatchUnit: 1
    })
    const result = resultOf(
      [
        [piece('A', '5'), 5],
        [piece('B', '5'), 4]
      ],
      [promotion]
    )
    expect(result.basket.applied).toMatchObject([{ times: 2, discount: '6.00' }])
    expect(discountsOf(result)).toEqual({ A: '4.00', B: '2.00' })
  })

  it('256, not in the table - 15 % off a balm with an oil', () => {
    const promotion = running('0256', {
      Type: 'BundleForPercentOff',
      PercentOffOfAll: 0.15,
      BundleItemsToMatch: [
        { ProductCondition: anyOf('a'), QuantityToMatch: 1 },
        { ProductCondition: anyOf('b'), QuantityToMatch: 1 }
      ],
      GramsPerMatchUnit: 1
    })
    const result = resultOf(
      [
        [piece('A', '19.99'), 1],
        [piece('B', '35.01'), 2]
      ],
      [promotion]
    )
    // 15 % of 55.00 is 8.25: 2.9985 and 5.2515.
    expect(discountsOf(result)).toEqual({ A: '3.00', B: '5.25' })
  })
})
