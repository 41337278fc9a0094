import { describe, expect, it } from 'vitest'
import { pricedBasketOf } from '../../../src/domain/basket/priced-basket.ts'
import { builtItemAt } from '../../../src/domain/board/board-item.ts'
import type { LocationFacts, ProductFacts } from '../../../src/domain/board/board-facts.ts'
import { locationFormatOf } from '../../../src/domain/display/location-format.ts'
import { kioskHeadOf, kioskItemOf } from '../../../src/domain/kiosk/kiosk-view.ts'
import { productSheetOf } from '../../../src/domain/kiosk/product-sheet.ts'
import type { MarketRule } from '../../../src/domain/market/market-profile.ts'
import { Amount } from '../../../src/domain/money/amount.ts'
import type { KioskSheet } from '../../../src/shared/kiosk.ts'
import { location, percentage, priceRecord, product, sale, tier } from '../price-records.ts'

const AT = Date.parse('2024-04-18T00:00:00Z')
const ID = '0a73aaf0-a347-4681-9e37-038062ab72a5'

/** The product of the art direction's picture. */
const copperWren = product({
  productId: ID,
  name: 'Copper Wren',
  classification: ['Flower', 'Hybrid'],
  details: { brand: 'Wickerby', strain: 'hybrid', thc: '22–26%', cbd: '<1%' },
  taxRates: [percentage('GST', '0.05'), percentage('PST', '0.07')],
  records: [
    priceRecord({ price: '8', shelf: { shelfId: 3, name: 'Cedar' } }),
    priceRecord({
      price: '6.94',
      atTierPrice: '24.29',
      tier: tier(2, '1/8', '3.5'),
      shelf: { shelfId: 3, name: 'Cedar' }
    }),
    priceRecord({
      price: '6.72',
      atTierPrice: '47',
      tier: tier(3, '1/4', '7'),
      shelf: { shelfId: 3, name: 'Cedar' },
      sales: [sale('6', null, null, '42')]
    }),
    priceRecord({ price: '5.86', atTierPrice: '82', tier: tier(4, '1/2', '14'), shelf: { shelfId: 3, name: 'Cedar' } })
  ]
})

function sheet(
  facts: ProductFacts = copperWren,
  language = 'en-CA',
  rules: readonly MarketRule[] = [],
  place: Partial<LocationFacts> = {}
): KioskSheet {
  const here = location(place)
  const format = locationFormatOf(language, here.currency, here.timeZone)
  const audience = { groupId: null, customer: 'recreational' } as const
  const item = builtItemAt(facts, here, audience, [], AT)?.item
  if (item === undefined) throw new Error('not on the board')
  return productSheetOf(facts, item, {
    location: here,
    rules,
    format,
    price: (quantity) => {
      const priced = pricedBasketOf({
        location: here,
        audience,
        lines: [{ product: facts, quantity: new Amount(quantity) }],
        promotions: [],
        reward: null,
        offers: {
          format,
          names: { classification: () => null, supplier: () => null, group: () => null },
          taxPricing: here.taxPricing,
          products: () => []
        },
        atMs: AT
      })
      return priced.ok ? priced.basket : null
    }
  })
}

const stepOf = ({ steps }: KioskSheet, quantity: string) => {
  const step = steps.find((one) => one.quantity === quantity)
  if (step === undefined) throw new Error(`no ${quantity}`)
  return step
}

const RULE = { source: 'somewhere', date: '2024-01-01' }

describe('the sheet of the picture', () => {
  it('says what it is', () => {
    expect(sheet().kind).toBe('Hybrid flower by Wickerby, Cedar shelf')
  })

  it('has 5.5 g at the price of the 3.5 g rung, tax by tax', () => {
    expect(stepOf(sheet(), '5.5')).toMatchObject({
      figure: '5.5',
      unit: 'g',
      rung: 1,
      sums: [
        { label: '5.5\u00a0g at the 3.5\u00a0g price, 6.94 a gram', amount: '38.17' },
        { label: '5% GST', amount: '1.91' },
        { label: '7% PST', amount: '2.67' }
      ],
      total: { digits: '42.75', sign: '$' }
    })
  })

  it('says what to add for the next tier, what that comes to, and what it is more', () => {
    expect(stepOf(sheet(), '5.5').nudge).toEqual({
      words: 'Add 1.5\u00a0g for the 7\u00a0g price',
      note: '7\u00a0g comes to $47.04, that is $4.29 more',
      action: 'Make it 7\u00a0g',
      step: sheet().ticks[2]!.step
    })
  })

  it('says that more costs less where it does', () => {
    expect(stepOf(sheet(), '6.5').nudge?.note).toBe('7\u00a0g comes to $47.04, that is $3.49 less')
  })

  it('proposes nothing at the last tier', () => {
    expect(stepOf(sheet(), '14').nudge).toBeNull()
  })

  it('puts THC and CBD on one scale', () => {
    expect(sheet()).toMatchObject({
      thc: { text: '22–26%', bar: { from: 62.9, width: 11.4 } },
      cbd: { text: '<1%', bar: { from: 0, width: 2.9 } },
      scaleEnd: '35%'
    })
  })

  it('is said in French and in Spanish', () => {
    const french = stepOf(sheet(copperWren, 'fr-CA'), '5.5')
    expect(french.sums[0]?.label).toBe('5,5\u00a0g au prix de 3,5\u00a0g, 6,94 le gramme')
    expect(french.nudge?.note).toBe('7\u00a0g revient à 47,04\u00a0$, soit 4,29\u00a0$ de plus')
    const spanish = stepOf(sheet(copperWren, 'es-US'), '5.5')
    expect(spanish.nudge?.words).toBe('Agregue 1.5\u00a0g para el precio de 7\u00a0g')
  })
})

describe('other places', () => {
  it('tells the taxes that a price includes as such', () => {
    const inside = stepOf(sheet(copperWren, 'en-CA', [], { taxPricing: 'Inclusive' }), '3.5')
    expect(inside.total?.digits).toBe('24.29')
    expect(inside.sums.map(({ label }) => label)).toEqual([
      '3.5\u00a0g at the 3.5\u00a0g price, 6.94 a gram',
      '5% GST, included',
      '7% PST, included'
    ])
  })

  it('has no amount while they are held', () => {
    const held = sheet(copperWren, 'en-CA', [], { amountsHeld: true })
    expect(held.steps.every(({ total, sums, nudge }) => total === null && sums.length === 0 && nudge === null)).toBe(
      true
    )
  })

  it('has nothing to choose of what is sold out, and says what little is left', () => {
    expect(sheet({ ...copperWren, inStock: false }).steps).toEqual([])
    expect(sheet({ ...copperWren, stock: '5' })).toMatchObject({ stockNote: 'Only 5\u00a0g left' })
  })
})

describe('what a market hides', () => {
  it('is hidden: reductions, potency, quantities', () => {
    expect(
      sheet(copperWren, 'en-CA', [{ ...RULE, kind: 'hide-reductions' }]).steps.every(({ nudge }) => nudge === null)
    ).toBe(true)
    expect(sheet(copperWren, 'en-CA', [{ ...RULE, kind: 'hide-potency' }])).toMatchObject({ thc: null, cbd: null })
    const some = sheet(copperWren, 'en-CA', [{ ...RULE, kind: 'show-quantities', unit: 'g', quantities: ['3.5', '7'] }])
    expect(some.steps.map(({ quantity, rung }) => [quantity, rung])).toEqual([
      ['3.5', 0],
      ['7', 1]
    ])
  })

  it('asks for the highest age of its rules, in the language of the screen', () => {
    const rules: MarketRule[] = [19, 21].map((minimumAge) => ({ ...RULE, kind: 'require-age-gate', minimumAge }))
    const format = locationFormatOf('fr-CA', 'CAD', null)
    expect(kioskHeadOf([], { idleSeconds: 60 }, rules, format).ageGate?.question).toBe('Avez-vous 21\u00a0ans ou plus?')
    expect(kioskHeadOf([], { idleSeconds: 60 }, [], format).ageGate).toBeNull()
  })
})

describe('what a kiosk filters and searches by', () => {
  const here = location()
  const item = builtItemAt(copperWren, here, { groupId: null, customer: 'recreational' }, [], AT)!.item

  it('puts a product into bands of potency and of its least price, and folds its words', () => {
    expect(kioskItemOf(item, copperWren, [])).toEqual({
      potency: 'percent-3',
      price: 'price-0',
      words: ['copper', 'wren', 'wickerby', 'hybrid', 'flower', 'cedar']
    })
    expect(kioskItemOf(item, copperWren, [{ ...RULE, kind: 'hide-potency' }]).potency).toBeNull()
  })

  it.each([
    ['10 mg', 'mg-2'],
    ['2.5 mg', 'mg-0'],
    ['<1%', 'percent-0'],
    ['19.5%', 'percent-1'],
    ['lots', null]
  ])('%s of THC is in the band %s', (thc, band) => {
    expect(kioskItemOf(item, { ...copperWren, details: { ...copperWren.details, thc } }, []).potency).toBe(band)
  })
})
