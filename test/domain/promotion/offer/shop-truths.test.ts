import fc from 'fast-check'
import { expect, it } from 'vitest'
import { productPasses, readProductCondition } from '../../../../src/domain/promotion/condition/product-condition.ts'
import { shopTruthsOf } from '../../../../src/domain/promotion/offer/shop-truths.ts'
import { NO_TRAITS, product } from '../../price-records.ts'
import { shopIn } from './offer-cases.ts'

it('what holds for a whole shop at once is what holds for each product by itself', () => {
  const shop = [true, false, null].flatMap((isNonStock) =>
    [1, 2, 3].map((classId) =>
      product({
        productId: `${classId} ${isNonStock}`,
        unit: classId === 1 ? 'g' : 'each',
        traits: {
          ...NO_TRAITS,
          classificationIds: [classId],
          classificationIsWhole: classId !== 3,
          isNonStock,
          isBatchTracked: isNonStock
        }
      })
    )
  )
  const context = shopIn('en-CA', { products: () => shop })
  const leaf = fc.oneof(
    fc.constantFrom('None', 'NonStock', 'Regular', 'BatchTracked', 'IsGram', 'IsEach').map((Type) => ({ Type })),
    fc.integer({ min: 1, max: 4 }).map((id) => ({ Type: 'Classification', ParentCategoryOrClassificationId: id }))
  )
  const { tree } = fc.letrec<{ tree: unknown }>((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      leaf,
      fc.record({
        Type: fc.constantFrom('AllOf', 'AnyOf', 'NoneOf'),
        Conditions: fc.array(tie('tree'), { maxLength: 3 })
      })
    )
  }))
  fc.assert(
    fc.property(tree, (written) => {
      const read = readProductCondition(written, 'ItemsToMatch')
      if (!read.ok) throw new Error(JSON.stringify(read.fault))
      const { products, of } = shopTruthsOf(context)
      const holds = of(read.value)
      expect(products.map((_, index) => holds(index))).toEqual(shop.map((one) => productPasses(read.value, one)))
    }),
    { numRuns: 500 }
  )
})
