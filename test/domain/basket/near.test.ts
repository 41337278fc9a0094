import { describe, expect, it } from 'vitest'
import { nearOf } from '../../../src/domain/basket/outcome.ts'
import type { Missing } from '../../../src/domain/basket/missing.ts'
import { Amount } from '../../../src/domain/money/amount.ts'
import type { PromotionState } from '../../../src/domain/promotion/promotion-state.ts'
import { anyOf, type Bought, byGram, guid, type Occasion, piece, resultOf, running, within } from './offered-basket.ts'

const FLOWER = 100
const GUMMIES = 120
const of = (classificationId: number): object => ({
  Type: 'Classification',
  ParentCategoryOrClassificationId: classificationId
})

const NAMES: Occasion = {
  names: {
    classification: (id) => (id === FLOWER ? 'Flower' : id === GUMMIES ? 'Gummies' : null),
    supplier: (id) => (id === 7 ? 'Aphria' : null)
  }
}

/** The words themselves are shown with those of offers. */
function needs(bought: readonly Bought[], promotion: PromotionState): string | null {
  return resultOf(bought, [promotion], NAMES).basket.near[0]?.needs.replaceAll('\u00a0', ' ') ?? null
}

function missingOf(bought: readonly Bought[], promotion: PromotionState): Missing | null {
  const [outcome] = resultOf(bought, [promotion], NAMES).outcomes
  return outcome === undefined ? null : nearOf(outcome)
}

function cheapestOf(numberToMatch: number, items: object, grams: number | null = null): PromotionState {
  return running('near', {
    Type: 'CheapestMatchedForPercentOff',
    PercentOffOfCheapest: 0.5,
    ItemsToMatch: items,
    NumberToMatch: numberToMatch,
    GramsPerMatchUnit: grams,
    MaxApplicationCount: null
  })
}

describe('what is nearly applied', () => {
  it('says how many more of which condition', () => {
    const gummies = piece('A', '6', within(GUMMIES))
    expect(needs([[gummies, 2]], cheapestOf(3, of(GUMMIES)))).toBe('1 more from Gummies')
    expect(missingOf([[gummies, 1]], cheapestOf(3, of(GUMMIES)))?.parts).toEqual([
      {
        role: 'match',
        condition: { kind: 'leaf', leaf: { type: 'Classification', categoryOrClassificationId: GUMMIES } },
        units: 2,
        gramsPerUnit: new Amount(1),
        measure: 'pieces',
        inBasket: [guid('a')],
        topUp: null
      }
    ])
  })

  it('one more eighth is 3.5 g more', () => {
    const flower = byGram('A', '10', within(FLOWER))
    const promotion = cheapestOf(2, of(FLOWER), 3.5)
    expect(needs([[flower, '3.5']], promotion)).toBe('3.5 g more of Flower')
    expect(missingOf([[flower, '3.5']], promotion)?.parts).toMatchObject([
      { role: 'match', units: 1, measure: 'grams', inBasket: [guid('a')], topUp: null }
    ])
  })

  it('a line between two units is topped up: 2 g of an eighth and one eighth need 1.5 g more', () => {
    const flower = byGram('A', '10', within(FLOWER))
    expect(missingOf([[flower, '5.5']], cheapestOf(2, of(FLOWER), 3.5))?.parts).toMatchObject([
      { units: 1, topUp: { productId: guid('a'), grams: new Amount('1.5') } }
    ])
    // Where two units are missing, topping one up is not enough.
    expect(missingOf([[flower, '5.5']], cheapestOf(3, of(FLOWER), 3.5))?.parts).toMatchObject([
      { units: 2, topUp: null }
    ])
  })

  it('the line nearest to its next unit is the one to top up', () => {
    const bought: readonly Bought[] = [
      [byGram('A', '10', within(FLOWER)), '4.5'],
      [byGram('B', '10', within(FLOWER)), '3']
    ]
    expect(missingOf(bought, cheapestOf(2, of(FLOWER), 3.5))?.parts).toMatchObject([
      { topUp: { productId: guid('b'), grams: new Amount('0.5') } }
    ])
  })

  it('measures as the condition says, else as the lines that count are sold', () => {
    const measure = (bought: readonly Bought[], items: object): string | undefined =>
      missingOf(bought, cheapestOf(2, items))?.parts[0]?.measure
    const gram: Bought = [byGram('A', '10', within(FLOWER)), 1]
    const each: Bought = [piece('B', '10', within(FLOWER)), 1]
    expect(measure([gram], of(FLOWER))).toBe('grams')
    expect(measure([each], of(FLOWER))).toBe('pieces')
    expect(measure([gram, each], { Type: 'AllOf', Conditions: [of(FLOWER), { Type: 'IsGram' }] })).toBe('grams')
    expect(measure([gram, each], { Type: 'NoneOf', Conditions: [{ Type: 'IsGram' }] })).toBe('pieces')
  })

  it('the other that a match would discount is what is missing', () => {
    const promotion = running('near', {
      Type: 'MatchThenCheapestOtherForDollarOff',
      DollarOffOfOther: 4,
      MatchConditions: of(GUMMIES),
      OtherItemConditions: anyOf('f'),
      NumberToMatch: 2,
      GramsPerMatchUnit: 1,
      MaxApplicationCount: null
    })
    const gummies = piece('A', '6', within(GUMMIES))
    const roles = (bought: readonly Bought[]): readonly (readonly [string, number])[] | undefined =>
      missingOf(bought, promotion)?.parts.map(({ role, units }) => [role, units])
    expect(roles([[gummies, 2]])).toEqual([['other', 1]])
    expect(roles([[gummies, 1]])).toEqual([
      ['match', 1],
      ['other', 1]
    ])
    expect(roles([[piece('F', '12'), 1]])).toEqual([['match', 2]])
  })

  it('a bundle is completed', () => {
    const promotion = running('near', {
      Type: 'BundleForTotalDollarOffDistributed',
      DollarOffOfAll: 3,
      BundleItemsToMatch: [
        { ProductCondition: of(GUMMIES), QuantityToMatch: 1 },
        { ProductCondition: anyOf('f'), QuantityToMatch: 1 },
        { ProductCondition: of(FLOWER), QuantityToMatch: 1 }
      ],
      GramsPerMatchUnit: 3.5
    })
    const bought: readonly Bought[] = [
      [piece('A', '6', within(GUMMIES)), 1],
      [piece('F', '12'), 1]
    ]
    expect(missingOf(bought, promotion)?.parts).toMatchObject([
      { role: 'element', units: 1, measure: 'either', gramsPerUnit: new Amount('3.5'), inBasket: [] }
    ])
    // None of it is there: nothing is near.
    expect(needs([[piece('B', '6'), 1]], promotion)).toBeNull()
  })

  it('adding what is missing makes the promotion apply', () => {
    const gummies = piece('A', '6', within(GUMMIES))
    expect(resultOf([[gummies, 3]], [cheapestOf(3, of(GUMMIES))]).basket).toMatchObject({
      near: [],
      applied: [{ promotionId: 'near' }]
    })
  })

  it('is not what misses much, what nothing in the basket counts for, or what would save nothing', () => {
    const gummies = piece('A', '6', within(GUMMIES))
    expect(needs([[gummies, 1]], cheapestOf(4, of(GUMMIES)))).toBeNull()
    expect(needs([[gummies, 1]], cheapestOf(2, of(FLOWER)))).toBeNull()
    const forSix = running('near', {
      Type: 'CheapestMatchedForDollar',
      DollarValueOfCheapest: 6,
      ItemsToMatch: of(GUMMIES),
      NumberToMatch: 2,
      GramsPerMatchUnit: null,
      MaxApplicationCount: null
    })
    expect(needs([[gummies, 1]], forSix)).toBeNull()
  })

  it('is not what adding would not bring about', () => {
    const gummies = piece('A', '1', within(GUMMIES))
    const other = piece('B', '4', within(GUMMIES))
    const bundle = (quantity: number, price: number): PromotionState =>
      running('near', {
        Type: 'BundleForTotalDollarDistributed',
        DollarValueOfAll: price,
        BundleItemsToMatch: [{ ProductCondition: of(GUMMIES), QuantityToMatch: quantity }],
        GramsPerMatchUnit: null
      })
    // Two at 1.00 are never 9.00, and three at 4.00 are never 25.00.
    expect(needs([[gummies, 1]], bundle(2, 9))).toBeNull()
    expect(needs([[other, 2]], bundle(3, 25))).toBeNull()
    expect(needs([[other, 2]], bundle(3, 10))).toBe('1 more from Gummies')
    // One that is never applied.
    const never = (promotionType: object): PromotionState =>
      running('near', { ...promotionType, NumberToMatch: 3, GramsPerMatchUnit: null, MaxApplicationCount: 0 })
    const half = { Type: 'CheapestMatchedForPercentOff', PercentOffOfCheapest: 0.5, ItemsToMatch: of(GUMMIES) }
    expect(needs([[other, 2]], never(half))).toBeNull()
    const free = {
      Type: 'MatchThenCheapestOtherForDollar',
      DollarValueOfOther: 0,
      MatchConditions: of(GUMMIES),
      OtherItemConditions: of(FLOWER)
    }
    expect(needs([[other, 3]], never(free))).toBeNull()
  })

  it('counts only what better promotions have left', () => {
    const gummies = piece('A', '6', within(GUMMIES))
    const half = running('half', { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.5, ItemsToMatch: of(GUMMIES) })
    expect(resultOf([[gummies, 2]], [cheapestOf(3, of(GUMMIES)), half], NAMES).basket.near).toEqual([])
  })
})
