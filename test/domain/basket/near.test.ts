import { describe, expect, it } from 'vitest'
import { nearOf } from '../../../src/domain/basket/outcome.ts'
import type { Missing } from '../../../src/domain/basket/missing.ts'
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
    supplier: (id) => (id === 7 ? 'Aphria' : null),
    product: (productId) => (productId === guid('a') ? 'Night Ferry' : productId === guid('f') ? 'Ashtray' : null)
  }
}

function needs(bought: readonly Bought[], promotion: PromotionState): string | null {
  return resultOf(bought, [promotion], NAMES).basket.near[0]?.needs ?? null
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
  it('names how many more of which classification', () => {
    const gummies = piece('A', '6', within(GUMMIES))
    expect(needs([[gummies, 2]], cheapestOf(3, of(GUMMIES)))).toBe('one more of Gummies')
    expect(needs([[gummies, 1]], cheapestOf(3, of(GUMMIES)))).toBe('2 more of Gummies')
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
    expect(needs([[flower, '5.5']], cheapestOf(2, of(FLOWER), 3.5))).toBe('1.5 g more of Night Ferry')
  })

  it('names the supplier; where a name does not say all, "that counts"', () => {
    const both = { Type: 'AllOf', Conditions: [of(GUMMIES), { Type: 'Supplier', SupplierId: 7 }] }
    const facts = piece('A', '6', { traits: { ...within(GUMMIES).traits, supplierIds: [7], isBatchTracked: true } })
    expect(needs([[facts, 1]], cheapestOf(2, both))).toBe('one more of Gummies from Aphria')
    const tracked = { Type: 'AllOf', Conditions: [of(GUMMIES), { Type: 'BatchTracked' }] }
    expect(needs([[facts, 1]], cheapestOf(2, tracked))).toBe('one more of Gummies that counts')
    expect(needs([[facts, 1]], cheapestOf(2, { Type: 'BatchTracked' }))).toBe('one more that counts')
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
    expect(needs([[gummies, 2]], promotion)).toBe('one more of Ashtray')
    expect(needs([[gummies, 1]], promotion)).toBe('one more of Gummies and one more of Ashtray')
    expect(needs([[piece('F', '12'), 1]], promotion)).toBe('2 more of Gummies')
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
    expect(needs(bought, promotion)).toBe('one more of Flower, 3.5 g counting as one')
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

  it('counts only what better promotions have left', () => {
    const gummies = piece('A', '6', within(GUMMIES))
    const half = running('half', { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.5, ItemsToMatch: of(GUMMIES) })
    expect(resultOf([[gummies, 2]], [cheapestOf(3, of(GUMMIES)), half], NAMES).basket.near).toEqual([])
  })
})
