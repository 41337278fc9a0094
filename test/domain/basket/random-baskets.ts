import fc from 'fast-check'
import { linePricesOf, type BasketLine, type LinePrice } from '../../../src/domain/basket/line-prices.ts'
import type { ProductFacts } from '../../../src/domain/board/board-facts.ts'
import { Amount } from '../../../src/domain/money/amount.ts'
import { type PromotionTerms, readPromotionTerms } from '../../../src/domain/promotion/promotion-terms.ts'
import { NO_TRAITS, priceRecord, product, sale } from '../price-records.ts'

export const AT = Date.parse('2026-11-20T16:20:00Z')

/** "0a", "0b", ...: ids in the order of their letters. */
export function idOf(letter: string): string {
  return `0${letter.toLowerCase()}73aaf0-a347-4681-9e37-038062ab72a5`
}

export const LETTERS = ['a', 'b', 'c', 'd', 'e'] as const
const FLOWER = 10
const INDICA = 11
const EDIBLE = 20

/** A product with a price for one gram or piece; some on sale, some of which the catalogue does not say what stands above. */
const randomProduct = (letter: string): fc.Arbitrary<ProductFacts> =>
  fc
    .record({
      unit: fc.constantFrom('g' as const, 'each' as const),
      cents: fc.oneof(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 100, max: 4000 }), fc.constantFrom(500, 1000)),
      onSale: fc.boolean(),
      classification: fc.constantFrom([INDICA, FLOWER], [FLOWER], [EDIBLE]),
      whole: fc.boolean(),
      supplierIds: fc.subarray([1, 2])
    })
    .map(({ unit, cents, onSale, classification, whole, supplierIds }) =>
      product({
        productId: idOf(letter),
        unit,
        records: [
          priceRecord({
            price: new Amount(cents).div(100).toFixed(2),
            sales: onSale ? [sale(new Amount(cents).div(200).toFixed(3), null, null)] : []
          })
        ],
        traits: { ...NO_TRAITS, classificationIds: classification, classificationIsWhole: whole, supplierIds }
      })
    )

/** Lines of up to five products, each once, in small quantities. */
export const randomLines: fc.Arbitrary<readonly BasketLine[]> = fc
  .subarray([...LETTERS], { minLength: 1 })
  .chain((letters) =>
    fc.tuple(
      ...letters.map((letter) =>
        fc.tuple(randomProduct(letter), fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 1400 }))
      )
    )
  )
  .map((list) =>
    list.map(([facts, pieces, hundredths]) => ({
      product: facts,
      quantity: facts.unit === 'each' ? new Amount(pieces) : new Amount(hundredths).div(100)
    }))
  )

export function pricesOf(lines: readonly BasketLine[]): readonly LinePrice[] {
  const priced = linePricesOf(lines, { groupId: null, customer: 'recreational' }, 2, AT)
  if (!priced.ok) throw new Error(priced.reason)
  return priced.lines
}

const leaf = fc.oneof(
  fc.constantFrom(...LETTERS).map((letter) => ({ Type: 'CatalogId', Id: idOf(letter) })),
  fc
    .constantFrom(FLOWER, INDICA, EDIBLE)
    .map((id) => ({ Type: 'Classification', ParentCategoryOrClassificationId: id })),
  fc.constantFrom(1, 2).map((id) => ({ Type: 'Supplier', SupplierId: id })),
  fc.constantFrom({ Type: 'IsGram' }, { Type: 'IsEach' }, { Type: 'None' }, { Type: 'BatchTracked' })
)

/** Any tree of conditions, as the feed writes it. */
const condition = fc.letrec<{ node: object }>((tie) => ({
  node: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    // Wide conditions too: promotions that never meet on a line tell little.
    { arbitrary: fc.constant({ Type: 'None' }), weight: 1 },
    { arbitrary: leaf, weight: 2 },
    {
      arbitrary: fc.record({
        Type: fc.constantFrom('AnyOf', 'AllOf', 'NoneOf', 'AnyOf'),
        Conditions: fc.array(tie('node'), { minLength: 1, maxLength: 3 })
      }),
      weight: 2
    }
  )
})).node

const money = fc
  .oneof(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 4000 }))
  .map((cents) => Number(new Amount(cents).div(100).toFixed(2)))
const share = fc.constantFrom(0, 0.05, 0.1, 0.3, 0.333, 0.5, 0.99, 1)
const grams = fc.constantFrom(null, 1, 3.5, 0.5, 2.3, 7)
const number = fc.integer({ min: 1, max: 4 })
const most = fc.constantFrom(null, null, 1, 2)
const elements = fc.array(fc.record({ ProductCondition: condition, QuantityToMatch: fc.constantFrom(1, 1, 2, 1.5) }), {
  minLength: 1,
  maxLength: 3
})
const numbered = { NumberToMatch: number, GramsPerMatchUnit: grams, MaxApplicationCount: most }

/** All eleven types. */
const promotionType = fc.oneof(
  fc.record({
    Type: fc.constant('CheapestMatchedForDollar'),
    DollarValueOfCheapest: money,
    ItemsToMatch: condition,
    ...numbered
  }),
  fc.record({
    Type: fc.constant('CheapestMatchedForDollarOff'),
    DollarOffOfCheapest: money,
    ItemsToMatch: condition,
    ...numbered
  }),
  fc.record({
    Type: fc.constant('CheapestMatchedForPercentOff'),
    PercentOffOfCheapest: share,
    ItemsToMatch: condition,
    ...numbered
  }),
  fc.record({
    Type: fc.constant('MatchThenCheapestOtherForDollar'),
    DollarValueOfOther: money,
    MatchConditions: condition,
    OtherItemConditions: condition,
    ...numbered
  }),
  fc.record({
    Type: fc.constant('MatchThenCheapestOtherForDollarOff'),
    DollarOffOfOther: money,
    MatchConditions: condition,
    OtherItemConditions: condition,
    ...numbered
  }),
  fc.record({
    Type: fc.constant('MatchThenCheapestOtherForPercentOff'),
    PercentOffOfOther: share,
    MatchConditions: condition,
    OtherItemConditions: condition,
    ...numbered
  }),
  fc.record({
    Type: fc.constant('BundleForTotalDollarDistributed'),
    DollarValueOfAll: money,
    BundleItemsToMatch: elements,
    GramsPerMatchUnit: grams
  }),
  fc.record({
    Type: fc.constant('BundleForTotalDollarOffDistributed'),
    DollarOffOfAll: money,
    BundleItemsToMatch: elements,
    GramsPerMatchUnit: grams
  }),
  fc.record({
    Type: fc.constant('BundleForPercentOff'),
    PercentOffOfAll: share,
    BundleItemsToMatch: elements,
    GramsPerMatchUnit: grams
  }),
  fc.record({
    Type: fc.constant('EachMatchedDollarOff'),
    DollarOffOfEach: money,
    ItemsToMatch: condition,
    GramsPerMatchUnit: grams
  }),
  fc.record({ Type: fc.constant('EachMatchedPercentOff'), PercentOffOfEach: share, ItemsToMatch: condition })
)

/** Terms as they are read from the feed's JSON. */
export const randomTerms: fc.Arbitrary<PromotionTerms> = fc
  .tuple(promotionType, fc.constantFrom(null, null, { Type: 'NoSalePricing' }))
  .map(([type, line]) => {
    const read = readPromotionTerms({ promotionType: type, cartCondition: null, lineCondition: line })
    if (!read.ok) throw new Error(JSON.stringify(read.fault))
    return read.value
  })

export interface RandomPromotion {
  readonly promotionId: string
  readonly terms: PromotionTerms
}

export const randomPromotions = (maxLength: number): fc.Arbitrary<readonly RandomPromotion[]> =>
  fc
    .array(randomTerms, { maxLength })
    .map((list) => list.map((terms, index) => ({ promotionId: `promotion-${index}`, terms })))
