import { describe, expect, it } from 'vitest'
import type { PromotionFacts } from '../../../src/domain/board/board-facts.ts'
import { explanationTextOf } from '../../../src/domain/explain/explanation.ts'
import type { Explanation } from '../../../src/shared/manager/explanation.ts'
import { NO_TRAITS, percentage, priceRecord, sale, tier, VETERANS } from '../price-records.ts'
import { type Asked, explained, plain } from './explained.ts'

const FRIDAY_EVENING = 'BEGIN:VEVENT\r\nDTSTART:20261127T160000\r\nDTEND:20261127T210000\r\nEND:VEVENT'
const FLOWER = 7
const TAXES = [percentage('GST', '0.05'), percentage('PST', '0.07')]
const EIGHTH = priceRecord({ price: '6.94', tier: tier(2, '1/8 oz', '3.5'), atTierPrice: '24.29' })

const within = (id: number) => ({ Type: 'Classification', ParentCategoryOrClassificationId: id })
const allOf = (...Conditions: unknown[]) => ({ Type: 'AllOf', Conditions })
const anyOf = (...Conditions: unknown[]) => ({ Type: 'AnyOf', Conditions })

function promotion(
  name: string,
  promotionType: unknown,
  conditions: { readonly cart?: unknown; readonly line?: unknown } = {}
): PromotionFacts {
  return {
    promotionId: name.toLowerCase(),
    name,
    type: 'Percent Off',
    enabledAtEntityIds: [94447],
    productIds: ['p1'],
    schedule: FRIDAY_EVENING,
    terms: { promotionType, cartCondition: conditions.cart, lineCondition: conditions.line }
  }
}

function percentOff(share: number, items: unknown = { Type: 'None' }) {
  return { Type: 'EachMatchedPercentOff', PercentOffOfEach: share, ItemsToMatch: items }
}

const FERRY_FRIDAY = promotion('Ferry Friday', percentOff(0.2, within(FLOWER)))

const NAMES = {
  classification: (id: number) => (id === FLOWER ? 'Flower' : null),
  supplier: (id: number) => (id === 54 ? 'Hi-Roller' : null),
  group: (id: number) => (id === VETERANS.groupId ? 'Veterans' : null)
}

function eighth(promotions: readonly PromotionFacts[], asked: Asked = {}, records = [EIGHTH]): Explanation {
  return explained(
    {
      records,
      taxRates: TAXES,
      classification: ['Flower'],
      traits: { ...NO_TRAITS, classificationIds: [FLOWER], isNonStock: false }
    },
    { quantity: '3.5', names: NAMES, ...asked, promotions }
  )
}

function said({ promotions }: Explanation, name: string): string {
  return plain(promotions.notes.find((note) => note.name === name)?.text ?? '').replace(
    'On now, until Friday 27 November, 9:00 pm. ',
    ''
  )
}

function conditionsOf({ promotions }: Explanation): readonly (readonly [text: string, holds: boolean | null])[] {
  return (promotions.notes[0]?.conditions ?? []).map(({ text, holds }) => [plain(text), holds])
}

describe('a deal on a price', () => {
  it('is a step of its own: what it takes off, rounded down, and the taxes of what is left', () => {
    const why = eighth([FERRY_FRIDAY])
    expect(plain(why.answer)).toBe('$21.77?')
    expect(why.steps.map(({ kind, title, amount }) => [kind, title, amount])).toEqual([
      ['record', 'Price record', '24.29'],
      // 20 % of 24.29 is 4.858: 4.85 comes off.
      ['deal', 'Ferry Friday', '\u22124.85'],
      ['tax', 'GST 5%', '0.97'],
      ['tax', 'PST 7%', '1.36']
    ])
    expect(plain(why.steps[1]?.text ?? '')).toBe('20% off Flower. 4.858 rounded down to 4.85.')
    expect(why.youPay.exact).toBe('21.77')
    expect(said(why, 'Ferry Friday')).toBe('It takes $4.85 off: $19.44 instead of $24.29.')
  })

  it('ends when the promotion ends, and the next price says so', () => {
    const { next } = eighth([FERRY_FRIDAY])
    expect(plain(next?.lead ?? '')).toBe('27.20 from Friday 27 November, 9:00 pm,')
    expect(next?.text).toBe('when the promotion ends.')
  })

  it('starts when it starts', () => {
    const { next } = eighth([FERRY_FRIDAY], { atMs: Date.parse('2026-11-27T18:00:00Z') })
    expect(plain(next?.lead ?? '')).toBe('21.77 from Friday 27 November, 4:00 pm,')
    expect(next?.text).toBe('when a promotion begins.')
  })

  it('of two is the one that takes more off; the other says which', () => {
    const why = eighth([FERRY_FRIDAY, promotion('Small change', percentOff(0.05))])
    expect(why.steps.filter(({ kind }) => kind === 'deal').map(({ title }) => title)).toEqual(['Ferry Friday'])
    expect(said(why, 'Small change')).toBe('It would take $1.21 off; Ferry Friday takes more, or as much.')
  })

  it('is in the text that is sent to somebody, with its conditions', () => {
    expect(plain(explanationTextOf(eighth([FERRY_FRIDAY])))).toContain(
      '  Ferry Friday: On now, until Friday 27 November, 9:00 pm. It takes $4.85 off: $19.44 instead of $24.29.\n' +
        '    20% off Flower.\n' +
        '    In Flower: yes'
    )
  })

  it('is told in French and Spanish', () => {
    const french = eighth([FERRY_FRIDAY], { language: 'fr-CA' })
    expect(plain(french.steps[1]?.text ?? '')).toBe('20 % de rabais sur Flower. 4,858 arrondi à 4,85, vers le bas.')
    expect(plain(french.promotions.notes[0]?.text ?? '')).toContain(
      'Elle retranche 4,85 $ : 19,44 $ au lieu de 24,29 $.'
    )
    expect(conditionsOf(french)).toEqual([['Dans Flower : oui', true]])
    const spanish = eighth([FERRY_FRIDAY], { language: 'es-US' })
    expect(plain(spanish.promotions.notes[0]?.text ?? '')).toContain('Descuenta $4.85: $19.44 en lugar de $24.29.')
    expect(conditionsOf(spanish)).toEqual([['En Flower: sí', true]])
  })
})

describe('a promotion without a deal here says why', () => {
  it('for a group that nobody chose', () => {
    const cart = { Type: 'CustomerInPricingGroup', PricingGroupId: VETERANS.groupId }
    const why = eighth([promotion('Veterans', percentOff(0.15), { cart })])
    expect(said(why, 'Veterans')).toBe('Its badge says that it is for Veterans. This is everybody’s price, without it.')
    expect(plain(why.promotions.notes[0]?.offer ?? '')).toBe('15% off everything, for Veterans.')
    expect(conditionsOf(why)).toEqual([
      ['A customer of Veterans: no, this screen is for recreational customers, and nobody chose a group', false]
    ])
    expect(why.steps.some(({ kind }) => kind === 'deal')).toBe(false)
  })

  it('for other shoppers than the screen has', () => {
    const why = eighth([promotion('Medical', percentOff(0.15), { cart: { Type: 'MedCustomer' } })])
    expect(said(why, 'Medical')).toBe('Not for this screen’s shoppers: no badge and no deal here.')
    expect(
      said(
        eighth([promotion('Medical', percentOff(0.2), { cart: { Type: 'MedCustomer' } })], { customer: 'medical' }),
        'Medical'
      )
    ).toBe('It takes $4.85 off: $19.44 instead of $24.29.')
  })

  it('where the price is a sale that it leaves alone', () => {
    const onSale = { ...EIGHTH, sales: [sale('6', '2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z', '21')] }
    const why = eighth([promotion('Regular', percentOff(0.15), { line: { Type: 'NoSalePricing' } })], {}, [onSale])
    expect(said(why, 'Regular')).toBe('Its conditions leave this price out.')
    expect(conditionsOf(why)).toEqual([['At its regular price: no, this price is a sale', false]])
  })

  it('where the product does not meet its conditions, or nobody can tell', () => {
    const other = eighth([promotion('Gummies', percentOff(0.15, allOf(anyOf(within(8)), { Type: 'IsEach' })))])
    expect(said(other, 'Gummies')).toMatch(/^This product does not meet its conditions/)
    expect(conditionsOf(other)).toEqual([
      ['In no. 8: no, it is in Flower', false],
      ['Sold by the piece: no', false]
    ])
    const unsure = eighth([promotion('Batches', percentOff(0.15, { Type: 'BatchTracked' }))])
    expect(said(unsure, 'Batches')).toMatch(/^The catalogue does not say/)
    expect(conditionsOf(unsure)).toEqual([['Tracked by batch: the catalogue does not say', null]])
  })

  it('where it goes by what is bought together', () => {
    const type = {
      Type: 'CheapestMatchedForDollar',
      DollarValueOfCheapest: 1,
      ItemsToMatch: within(FLOWER),
      NumberToMatch: 2,
      GramsPerMatchUnit: 3.5
    }
    const why = eighth([promotion('Second eighth', type)])
    expect(said(why, 'Second eighth')).toMatch(/^It goes by what is bought together/)
    expect(plain(why.promotions.notes[0]?.offer ?? '')).toBe(
      'Buy 7 g of Flower, get the cheapest 3.5 g for $1.00, plus tax.'
    )
  })

  it('where too little is bought for it', () => {
    const type = {
      Type: 'EachMatchedDollarOff',
      DollarOffOfEach: 2,
      ItemsToMatch: { Type: 'None' },
      GramsPerMatchUnit: 7
    }
    expect(said(eighth([promotion('Quarters', type)]), 'Quarters')).toBe('It takes nothing off this quantity.')
  })

  it('where this version does not know what it does', () => {
    expect(said(eighth([promotion('New', { Type: 'BuyTheShop' })]), 'New')).toBe(
      'Not evaluated: promotions of the type BuyTheShop are not known to this version. ' +
        'The price here is without it: never less than what is charged.'
    )
    expect(said(eighth([promotion('New', percentOff(0.1, allOf({ Type: 'MoonPhase' })))]), 'New')).toContain(
      'the condition MoonPhase is not known to this version (PromotionType.ItemsToMatch.Conditions[0])'
    )
    expect(said(eighth([promotion('New', { ...percentOff(3) })]), 'New')).toContain(
      'PromotionType.PercentOffOfEach cannot be read'
    )
  })

  it('for everything in brackets that a condition leaves out or lets through', () => {
    const items = allOf(
      { Type: 'NoneOf', Conditions: [within(8), { Type: 'GiftCard' }] },
      anyOf(within(FLOWER), allOf({ Type: 'Supplier', SupplierId: 54 }, { Type: 'IsGram' }))
    )
    expect(conditionsOf(eighth([promotion('Nested', percentOff(0.1, items))]))).toEqual([
      ['Not (in no. 8 or a gift card): yes', true],
      ['In Flower or (from Hi-Roller and sold by weight): yes', true]
    ])
  })
})
