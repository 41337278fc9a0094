import { describe, expect, it } from 'vitest'
import { cartPasses } from '../../../src/domain/promotion/condition/cart-condition.ts'
import { linePasses } from '../../../src/domain/promotion/condition/line-condition.ts'
import { productPasses, readProductCondition } from '../../../src/domain/promotion/condition/product-condition.ts'
import { CAPABILITIES, readPromotionTerms } from '../../../src/domain/promotion/promotion-terms.ts'
import { NO_TRAITS, product } from '../price-records.ts'

const WREN = '0a73aaf0-a347-4681-9e37-038062ab72a5'
const EVERYTHING = { Type: 'None' }
const NUMBERED = { NumberToMatch: 3, GramsPerMatchUnit: 3.5, MaxApplicationCount: null }
const PREROLL = 12345
const HI_ROLLER = 54321

function termsOf(promotionType: unknown, others: { cart?: unknown; line?: unknown } = {}) {
  return readPromotionTerms({ promotionType, cartCondition: others.cart, lineCondition: others.line })
}

function condition(value: unknown) {
  const read = readProductCondition(value, 'ItemsToMatch')
  if (!read.ok) throw new Error(JSON.stringify(read.fault))
  return read.value
}

describe('what the full feed is asked for', () => {
  it('is the bits of everything that is implemented', () => {
    // 24560 of products, 1 + 2 + 4 + 8192 of carts, 8 of lines; eleven types.
    expect(CAPABILITIES).toEqual({ conditions: 32767, promotionTypes: 2047 })
  })
})

describe('a promotion type', () => {
  const bundle = { BundleItemsToMatch: [{ ProductCondition: EVERYTHING, QuantityToMatch: 1.5 }], GramsPerMatchUnit: 1 }
  const other = { MatchConditions: EVERYTHING, OtherItemConditions: EVERYTHING, ...NUMBERED }
  const cheapest = { ItemsToMatch: EVERYTHING, ...NUMBERED }

  it.each([
    [{ Type: 'CheapestMatchedForDollar', DollarValueOfCheapest: 0.49, ...cheapest }, 'price 0.49'],
    [{ Type: 'CheapestMatchedForPercentOff', PercentOffOfCheapest: 0.5, ...cheapest }, 'share 0.5'],
    [{ Type: 'CheapestMatchedForDollarOff', DollarOffOfCheapest: 3.33, ...cheapest }, 'off 3.33'],
    [{ Type: 'MatchThenCheapestOtherForDollar', DollarValueOfOther: 2.99, ...other }, 'price 2.99'],
    [{ Type: 'MatchThenCheapestOtherForDollarOff', DollarOffOfOther: 4, ...other }, 'off 4'],
    [{ Type: 'MatchThenCheapestOtherForPercentOff', PercentOffOfOther: 0.99, ...other }, 'share 0.99'],
    [{ Type: 'BundleForTotalDollarDistributed', DollarValueOfAll: 25, ...bundle }, 'price 25'],
    [{ Type: 'BundleForTotalDollarOffDistributed', DollarOffOfAll: 3, ...bundle }, 'off 3'],
    [{ Type: 'BundleForPercentOff', PercentOffOfAll: 0.15, ...bundle }, 'share 0.15'],
    [
      { Type: 'EachMatchedDollarOff', DollarOffOfEach: 10, ItemsToMatch: EVERYTHING, GramsPerMatchUnit: null },
      'off 10'
    ],
    [{ Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.15, ItemsToMatch: EVERYTHING }, 'share 0.15']
  ])('is read: %j', (written, says) => {
    const read = termsOf(written)
    if (!read.ok) throw new Error(JSON.stringify(read.fault))
    const { type } = read.value
    expect(type.type).toBe(written.Type)
    const { discount } = type
    expect(`${discount.kind} ${discount.kind === 'share' ? discount.share : discount.amount}`).toBe(says)
    expect(type.gramsPerMatchUnit.toFixed()).toBe(
      'GramsPerMatchUnit' in written && written.GramsPerMatchUnit === 3.5 ? '3.5' : '1'
    )
  })

  it('takes a share as a sum of binary fractions writes it', () => {
    const read = termsOf({ Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.1 + 0.05, ItemsToMatch: EVERYTHING })
    if (!read.ok) throw new Error(JSON.stringify(read.fault))
    expect(read.value.type.discount).toMatchObject({ kind: 'share' })
  })

  it('that is not known is named, and so is a field that is not what it must be', () => {
    expect(termsOf({ Type: 'SpinTheWheel' })).toEqual({
      ok: false,
      fault: { kind: 'unknown-type', type: 'SpinTheWheel' }
    })
    expect(termsOf({ Type: 'EachMatchedPercentOff', PercentOffOfEach: 20, ItemsToMatch: EVERYTHING })).toEqual({
      ok: false,
      fault: { kind: 'unreadable', where: 'PromotionType.PercentOffOfEach', expected: 'a decimal from 0.0 to 1.0' }
    })
    for (const wrong of [
      { NumberToMatch: 0 },
      { NumberToMatch: 1.5 },
      { GramsPerMatchUnit: 0 },
      { MaxApplicationCount: -1 },
      { DollarOffOfCheapest: -1 },
      { DollarOffOfCheapest: null },
      { ItemsToMatch: null }
    ])
      expect(
        termsOf({ Type: 'CheapestMatchedForDollarOff', DollarOffOfCheapest: 1, ...cheapest, ...wrong })
      ).toMatchObject({
        ok: false,
        fault: { kind: 'unreadable', where: `PromotionType.${Object.keys(wrong)[0]}` }
      })
    for (const nothing of [null, undefined, 'EachMatchedPercentOff', [], {}]) expect(termsOf(nothing).ok).toBe(false)
  })
})

describe('a product condition', () => {
  // The guide's example: pre-rolls of Hi-Roller.
  const HI_ROLLER_PREROLLS = condition({
    Type: 'AllOf',
    Conditions: [
      { Type: 'AnyOf', Conditions: [{ Type: 'Classification', ParentCategoryOrClassificationId: PREROLL }] },
      { Type: 'AnyOf', Conditions: [{ Type: 'Supplier', SupplierId: HI_ROLLER }] }
    ]
  })

  function preroll(supplierIds: readonly number[], classificationIds: readonly number[], classificationIsWhole = true) {
    return product({ productId: WREN, traits: { ...NO_TRAITS, supplierIds, classificationIds, classificationIsWhole } })
  }

  it('of a classification and a supplier takes both', () => {
    expect(productPasses(HI_ROLLER_PREROLLS, preroll([HI_ROLLER], [777, PREROLL]))).toBe(true)
    expect(productPasses(HI_ROLLER_PREROLLS, preroll([1], [777, PREROLL]))).toBe(false)
    expect(productPasses(HI_ROLLER_PREROLLS, preroll([HI_ROLLER], [777]))).toBe(false)
  })

  it('is unknown where the catalogue does not say, and stays so through "none of"', () => {
    expect(productPasses(HI_ROLLER_PREROLLS, preroll([HI_ROLLER], [777], false))).toBe(null)
    expect(productPasses(HI_ROLLER_PREROLLS, preroll([1], [777], false))).toBe(false)
    const noStock = condition({ Type: 'NoneOf', Conditions: [{ Type: 'NonStock' }] })
    expect(productPasses(noStock, product({ productId: WREN }))).toBe(null)
    expect(productPasses(condition({ Type: 'Regular' }), product({ productId: WREN }))).toBe(null)
  })

  it.each([
    [{ Type: 'CatalogId', Id: WREN.toUpperCase() }, {}, true],
    [{ Type: 'CatalogId', Id: WREN.replace('0a', '0b') }, {}, false],
    [{ Type: 'NonStock' }, { isNonStock: true }, true],
    [{ Type: 'Regular' }, { isNonStock: false }, true],
    [{ Type: 'Regular' }, { isNonStock: true }, false],
    [{ Type: 'BatchTracked' }, { isBatchTracked: true }, true],
    [
      { Type: 'GiftCard' },
      { specifications: [{ fieldId: 1, stringId: null, displayName: 'Integrated Gift Card', value: 'Yes' }] },
      true
    ],
    [
      { Type: 'GiftCard' },
      { specifications: [{ fieldId: 1, stringId: null, displayName: 'Integrated Gift Card', value: 'No' }] },
      false
    ],
    [
      { Type: 'ContainsCannabis' },
      {
        specifications: [
          { fieldId: 2, stringId: null, displayName: 'Retail Marijuana Product Type (CO)', value: 'Flower' }
        ]
      },
      true
    ],
    [
      { Type: 'ContainsCannabis' },
      {
        specifications: [{ fieldId: 2, stringId: null, displayName: 'Retail Marijuana Product Type (CO)', value: '' }]
      },
      false
    ],
    [{ Type: 'IsGram' }, {}, true],
    [{ Type: 'IsEach' }, {}, false],
    [{ Type: 'SupplierId', SupplierId: HI_ROLLER }, { supplierIds: [1, HI_ROLLER] }, true],
    [
      { Type: 'SpecificationValue', FieldId: 7, StringId: 'brand', Value: 'wickerby' },
      { specifications: [{ fieldId: 7, stringId: 'x', displayName: null, value: 'WICKERBY' }] },
      true
    ],
    [
      { Type: 'SpecificationValue', FieldId: 8, StringId: 'x', Value: 'wickerby' },
      { specifications: [{ fieldId: 7, stringId: 'x', displayName: null, value: 'Wickerby' }] },
      false
    ],
    [
      { Type: 'SpecificationValue', FieldId: null, StringId: 'x', Value: 'wickerby' },
      { specifications: [{ fieldId: 7, stringId: 'x', displayName: null, value: 'Wickerby' }] },
      true
    ],
    [{ Type: 'None' }, {}, true],
    [{ Type: 'AllOf', Conditions: [] }, {}, true],
    [{ Type: 'AnyOf', Conditions: [] }, {}, false]
  ])('%j on %j is %s', (written, traits, passes) => {
    expect(productPasses(condition(written), product({ productId: WREN, traits: { ...NO_TRAITS, ...traits } }))).toBe(
      passes
    )
  })

  it('that is not known is named with its place, at any depth; one without an end is refused', () => {
    expect(
      readProductCondition(
        { Type: 'NoneOf', Conditions: [EVERYTHING, { Type: 'AllOf', Conditions: [{ Type: 'Moonlit' }] }] },
        'ItemsToMatch'
      )
    ).toEqual({
      ok: false,
      fault: { kind: 'unknown-condition', where: 'ItemsToMatch.Conditions[1].Conditions[0]', type: 'Moonlit' }
    })
    let deep: unknown = EVERYTHING
    for (let depth = 0; depth < 100_000; depth += 1) deep = { Type: 'AllOf', Conditions: [deep] }
    expect(readProductCondition(deep, 'ItemsToMatch')).toMatchObject({ ok: false, fault: { kind: 'unreadable' } })
  })
})

describe('cart and line conditions', () => {
  const SALE = { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.15, ItemsToMatch: EVERYTHING }
  const unknown = { customer: 'recreational', groupId: null } as const
  const member = { customer: 'recreational', groupId: 7 } as const
  const patient = { customer: 'medical', groupId: null } as const

  it.each([
    [{ Type: 'MedCustomer' }, [false, false, true]],
    [{ Type: 'RecCustomer' }, [true, true, false]],
    [{ Type: 'CustomerInPricingGroup', PricingGroupId: 7 }, [false, true, false]],
    [{ Type: 'CustomerNotInPricingGroup' }, [true, false, true]],
    [{ Type: 'NoneOf', Conditions: [{ Type: 'MedCustomer' }] }, [true, true, false]],
    [null, [true, true, true]],
    [undefined, [true, true, true]]
  ])('a cart passes %j: nobody known, a member, a patient are %j', (cart, expected) => {
    const read = termsOf(SALE, { cart })
    if (!read.ok) throw new Error(JSON.stringify(read.fault))
    expect([unknown, member, patient].map((shopper) => cartPasses(read.value.cart, shopper))).toEqual(expected)
  })

  it('a line without sale pricing has its regular price: a group price counts as a sale', () => {
    const read = termsOf(SALE, { line: { Type: 'AllOf', Conditions: [{ Type: 'NoSalePricing' }] } })
    if (!read.ok) throw new Error(JSON.stringify(read.fault))
    expect(
      (['regular', 'sale', 'group', 'group-sale'] as const).map((source) => linePasses(read.value.line, { source }))
    ).toEqual([true, false, false, false])
  })

  it('of the wrong tree are not known there', () => {
    expect(termsOf(SALE, { cart: { Type: 'NoSalePricing' } })).toMatchObject({
      ok: false,
      fault: { where: 'CartCondition' }
    })
    expect(termsOf(SALE, { line: { Type: 'MedCustomer' } })).toMatchObject({
      ok: false,
      fault: { where: 'LineCondition' }
    })
  })
})
