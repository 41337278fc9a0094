import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flat, NO_TRAITS, product } from '../../price-records.ts'
import { offerSentenceOf, offersIn, offerWordsOf } from '../../../../src/domain/promotion/offer/offer-words.ts'
import {
  allOf,
  anyOf,
  anything,
  brackenjar,
  each,
  flower,
  grinders,
  gummies,
  hiRoller,
  oneProduct,
  prerolls,
  shopIn,
  termsOf,
  vapes,
  WREN
} from './offer-cases.ts'
import { OFFERS } from './offer-table.ts'

const CHEAPEST = {
  Type: 'CheapestMatchedForDollar',
  ItemsToMatch: gummies,
  NumberToMatch: 3,
  ...each
}
const GUMMY = { ...NO_TRAITS, classificationIds: [2], isNonStock: false }

const LANGUAGES = ['en-CA', 'fr-CA', 'es-US'] as const

describe('an offer in words', () => {
  it.each(OFFERS)('$what', ({ type, cart, line, says }) => {
    const terms = termsOf(type, cart, line)
    const said = LANGUAGES.map((language) => {
      const { ticket, label, full, notes } = offerWordsOf(terms, shopIn(language))
      return [ticket, label, full, notes.join(', ')].join(' | ').trimEnd().replaceAll('\u00a0', '~')
    })
    expect(said).toEqual(says)
  })

  it('never says tax where the price has it already, and says it of what is free only where a tax is taken of it', () => {
    const price = termsOf({ ...CHEAPEST, DollarValueOfCheapest: 1 })
    const free = termsOf({ ...CHEAPEST, DollarValueOfCheapest: 0 })
    const flatlyTaxed = [product({ productId: 'gummy', traits: GUMMY, taxRates: [flat('Levy', '0.10')] })]
    expect(offerWordsOf(price, shopIn('en-CA', { taxPricing: 'Inclusive' })).notes).toEqual([])
    expect(offerWordsOf(free, shopIn('en-CA')).notes).toEqual([])
    expect(offerWordsOf(free, shopIn('en-CA', { products: () => flatlyTaxed })).notes).toEqual(['plus tax'])
  })

  it('names no more than what counts: a flag that leaves something out takes the name away', () => {
    const regular = termsOf({
      ...CHEAPEST,
      DollarValueOfCheapest: 1,
      ItemsToMatch: allOf(gummies, { Type: 'Regular' })
    })
    const nonStock = [
      product({ productId: 'gummy', traits: GUMMY }),
      product({ productId: 'voucher', traits: { ...GUMMY, isNonStock: true } })
    ]
    expect(offerWordsOf(regular, shopIn('en-CA')).full).toBe('Buy 3 from Gummies, get the cheapest for $1.00')
    expect(offerWordsOf(regular, shopIn('en-CA', { products: () => nonStock })).full).toBe(
      'Buy 3\u00a0g of these, get the cheapest gram for $1.00'
    )
  })

  it('says "these" for names that nobody knows, that are too many, or that are sold nowhere here', () => {
    const eightProducts = anyOf(...Array.from({ length: 8 }, (_, at) => oneProduct(WREN.slice(0, -1) + at)))
    const says = (ItemsToMatch: unknown): string =>
      offerWordsOf(termsOf({ ...CHEAPEST, DollarValueOfCheapest: 1, ItemsToMatch }), shopIn('en-CA')).full
    expect(says({ Type: 'Supplier', SupplierId: 999 })).toMatch(/^Buy 3 of these, /)
    expect(says(eightProducts)).toMatch(/^Buy 3\sg of these, /)
    expect(says(oneProduct('0a73aaf0-a347-4681-9e37-000000000000'))).toMatch(/^Buy 3 of these, /)
    expect(says(anyOf())).toMatch(/^Buy 3 of these, /)
  })

  it('keeps a name that runs from right to left from turning the amount around', () => {
    const names = { ...shopIn('en-CA').names, classification: () => 'סוכריות' }
    expect(offerWordsOf(termsOf({ ...CHEAPEST, DollarValueOfCheapest: 1 }), shopIn('en-CA', { names })).full).toBe(
      'Buy 3 from \u2068סוכריות\u2069, get the cheapest for $1.00'
    )
  })

  it('is made once for a promotion', () => {
    const offers = offersIn(shopIn('en-CA'))
    const terms = termsOf({ ...CHEAPEST, DollarValueOfCheapest: 1 })
    expect(offers(terms)).toBe(offers(terms))
    expect(offerSentenceOf(offers(terms))).toBe('Buy 3 from Gummies, get the cheapest for $1.00, plus tax')
  })
})

describe('offers of any terms', () => {
  const leaf = fc.constantFrom<unknown>(
    flower,
    gummies,
    grinders,
    vapes,
    prerolls,
    hiRoller,
    brackenjar,
    anything,
    oneProduct(WREN),
    { Type: 'IsGram' },
    { Type: 'IsEach' },
    { Type: 'Regular' },
    { Type: 'GiftCard' }
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
  const cart = fc.oneof(
    fc.constant(undefined),
    fc.record({
      Type: fc.constantFrom('AllOf', 'AnyOf', 'NoneOf'),
      Conditions: fc.array(
        fc.constantFrom<unknown>(
          { Type: 'MedCustomer' },
          { Type: 'RecCustomer' },
          { Type: 'CustomerNotInPricingGroup' },
          { Type: 'CustomerInPricingGroup', PricingGroupId: 20 },
          { Type: 'CustomerInPricingGroup', PricingGroupId: 99 }
        ),
        { maxLength: 3 }
      )
    })
  )
  const money = fc.integer({ min: 0, max: 99_999 }).map((cents) => cents / 100)
  const share = fc.integer({ min: 0, max: 1000 }).map((thousandths) => thousandths / 1000)
  const type = fc
    .record({
      Type: fc.constantFrom(
        'CheapestMatchedForDollar',
        'CheapestMatchedForPercentOff',
        'CheapestMatchedForDollarOff',
        'MatchThenCheapestOtherForDollar',
        'MatchThenCheapestOtherForPercentOff',
        'MatchThenCheapestOtherForDollarOff',
        'BundleForTotalDollarDistributed',
        'BundleForTotalDollarOffDistributed',
        'BundleForPercentOff',
        'EachMatchedDollarOff',
        'EachMatchedPercentOff'
      ),
      money,
      share,
      ItemsToMatch: tree,
      MatchConditions: tree,
      OtherItemConditions: tree,
      BundleItemsToMatch: fc.array(
        fc.record({ ProductCondition: tree, QuantityToMatch: fc.constantFrom(1, 1.5, 2, 12) }),
        { minLength: 1, maxLength: 5 }
      ),
      NumberToMatch: fc.integer({ min: 1, max: 40 }),
      GramsPerMatchUnit: fc.constantFrom(null, 1, 3.5, 28.35),
      MaxApplicationCount: fc.constantFrom(null, 1, 2, 1000)
    })
    .map(({ money: dollars, share: part, ...fields }) => ({
      ...fields,
      DollarValueOfCheapest: dollars,
      PercentOffOfCheapest: part,
      DollarOffOfCheapest: dollars,
      DollarValueOfOther: dollars,
      DollarOffOfOther: dollars,
      PercentOffOfOther: part,
      DollarValueOfAll: dollars,
      DollarOffOfAll: dollars,
      PercentOffOfAll: part,
      DollarOffOfEach: dollars,
      PercentOffOfEach: part
    }))

  it('are whole sentences that fit where they stand', () => {
    const line = fc.constantFrom(undefined, { Type: 'NoSalePricing' })
    fc.assert(
      fc.property(type, cart, line, fc.constantFrom(...LANGUAGES), (written, cartNode, lineNode, language) => {
        const { ticket, label, full, notes } = offerWordsOf(termsOf(written, cartNode, lineNode), shopIn(language))
        for (const text of [ticket, label, full, ...notes]) {
          expect(text).toMatch(/^\S.*\S$/)
          expect(text).not.toMatch(/undefined|null|NaN|\[object| {2}|, ,|\(\)|,$/)
        }
        expect(ticket.length).toBeLessThanOrEqual(40)
        expect(label.length).toBeLessThanOrEqual(100)
        expect(full.length).toBeLessThanOrEqual(120)
      }),
      { numRuns: 1000 }
    )
  })
})
