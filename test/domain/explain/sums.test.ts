import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { builtItemAt } from '../../../src/domain/board/board-item.ts'
import { explanationOf } from '../../../src/domain/explain/explanation.ts'
import type { PromotionFacts } from '../../../src/domain/board/board-facts.ts'
import { preparePromotion, promotionStatesAt } from '../../../src/domain/promotion/promotion-state.ts'
import { Amount } from '../../../src/domain/money/amount.ts'
import { rungsOf } from '../../../src/domain/pricing/ladder.ts'
import type { PriceRecord } from '../../../src/domain/pricing/price-record.ts'
import type { TaxRate } from '../../../src/domain/tax/tax-rate.ts'
import type { ExplanationStep } from '../../../src/shared/manager/explanation.ts'
import { product, tier, VETERANS } from '../price-records.ts'
import { FRIDAY, HARBOUR_STREET, NODE_NAMES, offersIn, wordingIn } from './explained.ts'

const DAY_MS = 86_400_000

/** As the register writes them: also amounts of more digits than a cent has. */
const amount = fc
  .tuple(fc.integer({ min: 0, max: 50_000_000 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => new Amount(digits).div(10 ** places).toFixed())
const orNull = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { nil: null })
const instant = orNull(fc.integer({ min: -10, max: 10 }).map((days) => FRIDAY + days * DAY_MS))

const aSale = fc.record({
  salePrice: amount,
  atTierSalePrice: orNull(amount),
  startsAtMs: instant,
  stopsAtMs: instant
})

const aRecord: fc.Arbitrary<PriceRecord> = fc.record({
  fromEntityId: fc.constantFrom(null, 94451, 94450, 94447, 7),
  tier: fc.constantFrom(null, tier(1, '1 g', '1'), tier(2, '1/8 oz', '3.5'), tier(3, '1/4 oz', '7.00')),
  group: fc.constantFrom(null, null, VETERANS, { groupId: 5, name: null }),
  shelf: fc.constantFrom(null, { shelfId: 1, name: 'Cedar shelf' }, { shelfId: 2, name: null }),
  price: amount,
  atTierPrice: orNull(amount),
  sales: fc.array(aSale, { maxLength: 4 })
})

const aRate: fc.Arbitrary<TaxRate> = fc.record({
  taxRateId: fc.uuid(),
  name: fc.constantFrom('GST', 'PST', 'HST 13%', 'Excise', 'Dépôt'),
  kind: fc.constantFrom('Percentage', 'Percentage', 'FlatRate'),
  rate: fc.integer({ min: 0, max: 40_000 }).map((digits) => new Amount(digits).div(100_000).toFixed()),
  layer: fc.constantFrom(0, 1),
  calculatedOn: fc.constantFrom('SoldAtPrice', 'SoldAtPrice', 'BasePriceListPrice')
})

function sumOf(steps: readonly ExplanationStep[], part: ExplanationStep['part']): Amount {
  return steps
    .filter((step) => step.part === part)
    .reduce((sum, { exact }) => sum.plus(exact ?? Number.NaN), new Amount(0))
}

/** Promotions that price a quantity by itself, and one that does not. */
const aPromotion: fc.Arbitrary<PromotionFacts> = fc
  .record({
    id: fc.constantFrom('a', 'b', 'c', 'd'),
    type: fc.oneof(
      fc.record({
        Type: fc.constant('EachMatchedPercentOff'),
        PercentOffOfEach: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100)
      }),
      fc.record({
        Type: fc.constant('EachMatchedDollarOff'),
        DollarOffOfEach: fc.integer({ min: 0, max: 3000 }).map((cents) => cents / 100),
        GramsPerMatchUnit: fc.constantFrom(null, 1, 3.5)
      }),
      fc.constant({ Type: 'CheapestMatchedForDollar', DollarValueOfCheapest: 1, NumberToMatch: 1 })
    ),
    cart: fc.constantFrom(
      undefined,
      { Type: 'RecCustomer' },
      { Type: 'MedCustomer' },
      { Type: 'CustomerInPricingGroup', PricingGroupId: VETERANS.groupId }
    ),
    line: fc.constantFrom(undefined, { Type: 'NoSalePricing' }),
    hours: fc.integer({ min: -100, max: 100 })
  })
  .map(({ id, type, cart, line, hours }) => ({
    promotionId: id,
    name: `Promotion ${id}`,
    type: 'Percent Off',
    enabledAtEntityIds: [94447],
    productIds: ['p1'],
    schedule: [
      'BEGIN:VEVENT',
      `DTSTART:${clockAt(FRIDAY + hours * 3_600_000)}`,
      `DTEND:${clockAt(FRIDAY + (hours + 30) * 3_600_000)}`,
      'END:VEVENT'
    ].join('\r\n'),
    terms: { promotionType: { ...type, ItemsToMatch: { Type: 'None' } }, cartCondition: cart, lineCondition: line }
  }))

function clockAt(atMs: number): string {
  return `${new Date(atMs).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

describe('the amounts of the steps', () => {
  const scene = fc.record({
    records: fc.array(aRecord, { minLength: 1, maxLength: 8 }),
    taxRates: fc.array(aRate, { maxLength: 4 }),
    taxPricing: fc.constantFrom('Inclusive' as const, 'Exclusive' as const),
    payer: fc.constantFrom(null, VETERANS),
    unit: fc.constantFrom('g' as const, 'each' as const),
    language: fc.constantFrom('en-CA', 'fr-CA', 'es-US'),
    hours: fc.integer({ min: -300, max: 300 }),
    promotions: fc.uniqueArray(aPromotion, { maxLength: 3, selector: ({ promotionId }) => promotionId })
  })

  it('add up exactly to what is paid, which is what the board shows', () => {
    fc.assert(
      fc.property(scene, ({ records, taxRates, taxPricing, payer, unit, language, hours, promotions: facts }) => {
        const thing = product({ productId: 'p1', name: 'Night Ferry', unit, records, taxRates })
        const location = { ...HARBOUR_STREET, taxPricing }
        const atMs = FRIDAY + hours * 3_600_000
        const audience = { groupId: payer?.groupId ?? null, customer: 'recreational' as const }
        const promotions = facts.map(preparePromotion)
        const states = promotionStatesAt(promotions, location, atMs)
        const shown = builtItemAt(thing, location, audience, states, atMs)
        for (const [index, rung] of rungsOf(records, audience.groupId).entries()) {
          const question = {
            product: thing,
            location,
            rung,
            payer,
            screenGroup: payer,
            customer: 'recreational' as const,
            offers: offersIn(language, [thing], { taxPricing }),
            nodeNames: NODE_NAMES,
            promotions,
            hidesPromotions: false,
            asked: 'you-pay' as const,
            atMs
          }
          const why = explanationOf(question, { register: null, remarks: [] }, wordingIn(language, 'America/Regina'))
          if (why === null) throw new Error('a rung has a price')
          const rungShown = shown?.item.ladder[index]
          expect(why.youPay.exact).toBe(rungShown?.deal?.outTheDoor ?? rungShown?.outTheDoor)
          expect(why.steps.some(({ kind }) => kind === 'deal')).toBe(rungShown?.deal !== null)
          expect(sumOf(why.steps, 'counts').eq(why.youPay.exact ?? '')).toBe(true)
          const inside = why.steps.filter(({ part }) => part === 'inside')
          if (inside.length > 0) expect(sumOf(inside, 'inside').eq(why.youPay.exact ?? '')).toBe(true)
          expect(inside.length > 0).toBe(taxPricing === 'Inclusive' && why.steps.some(({ kind }) => kind === 'tax'))
          for (const { title, text } of why.steps) expect(`${title}${text}`).not.toMatch(/undefined|null|NaN/)
          expect(why.notUsed.lines.join('')).not.toMatch(/undefined|null|NaN/)
          for (const { text, offer, conditions } of why.promotions.notes)
            expect([text, offer ?? '', ...conditions.map((one) => one.text)].join('')).not.toMatch(/undefined|null|NaN/)
        }
      }),
      { numRuns: 400 }
    )
  })
})
