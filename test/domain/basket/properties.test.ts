import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { BasketLine } from '../../../src/domain/basket/line-prices.ts'
import type { PromotionOutcome } from '../../../src/domain/basket/outcome.ts'
import { type BasketResult, pricedBasketOf } from '../../../src/domain/basket/priced-basket.ts'
import { dealOffersOf, rungDealOf } from '../../../src/domain/board/rung-deal.ts'
import { Amount, ZERO } from '../../../src/domain/money/amount.ts'
import { rungsOf } from '../../../src/domain/pricing/ladder.ts'
import { pricedRungAt } from '../../../src/domain/pricing/rung-price.ts'
import { productPasses } from '../../../src/domain/promotion/condition/product-condition.ts'
import type { PromotionState } from '../../../src/domain/promotion/promotion-state.ts'
import type { PromotionType } from '../../../src/domain/promotion/type/promotion-type.ts'
import type { OfferedReward } from '../../../src/domain/reward/reward-amount.ts'
import { flat, location, percentage, priceRecord, product, tier } from '../price-records.ts'
import { AT, guid, offersFor } from './offered-basket.ts'
import { type RandomPromotion, randomLines, randomPromotions } from './random-baskets.ts'

type Priced = Extract<BasketResult, { ok: true }>

const TAXES = [
  percentage('GST', '0.05'),
  percentage('PST', '0.07', { layer: 1 }),
  percentage('Excise', '0.1', { calculatedOn: 'BasePriceListPrice' }),
  flat('Levy', '0.25')
]

function stateOf({ promotionId, terms }: RandomPromotion): PromotionState {
  const facts = {
    promotionId,
    name: promotionId,
    type: '',
    enabledAtEntityIds: [],
    schedule: '',
    productIds: [],
    terms: null
  }
  return { facts, active: true, changesAtMs: null, terms: { ok: true, value: terms } }
}

interface Case {
  readonly lines: readonly BasketLine[]
  readonly promotions: readonly RandomPromotion[]
  readonly reward: OfferedReward | null
  readonly taxPricing: 'Exclusive' | 'Inclusive'
}

const reward = fc.option(
  fc.record({
    kind: fc.constantFrom('flat' as const, 'percent' as const),
    value: fc.integer({ min: 1, max: 100 }).map((value) => new Amount(value)),
    takenFrom: fc.constantFrom('before-taxes' as const, 'after-taxes' as const)
  })
)

const randomCase: fc.Arbitrary<Case> = fc.record({
  lines: randomLines.chain((lines) =>
    fc
      .tuple(...lines.map(() => fc.subarray(TAXES)))
      .map((taxes) =>
        lines.map((line, index) => ({ ...line, product: { ...line.product, taxRates: taxes[index] ?? [] } }))
      )
  ),
  promotions: randomPromotions(6),
  reward: reward.map((drawn) => (drawn === null ? null : { rewardId: 'r', name: 'R', points: 1, ...drawn })),
  taxPricing: fc.constantFrom('Exclusive', 'Inclusive')
})

function priced(one: Case): Priced {
  const result = pricedBasketOf({
    location: location({ taxPricing: one.taxPricing }),
    audience: { groupId: null, customer: 'recreational' },
    lines: one.lines,
    promotions: one.promotions.map(stateOf),
    reward: one.reward,
    offers: offersFor(one.lines.map((line) => line.product)),
    atMs: AT
  })
  if (!result.ok) throw new Error(result.reason)
  return result
}

function sum(amounts: readonly string[]): string {
  return amounts.reduce((total, amount) => total.plus(amount), ZERO).toFixed(2)
}

function appliedIn(outcomes: readonly PromotionOutcome[]): readonly Extract<PromotionOutcome, { kind: 'applied' }>[] {
  return outcomes.filter((outcome) => outcome.kind === 'applied')
}

function conditionsOf(type: PromotionType) {
  switch (type.family) {
    case 'cheapest-matched':
    case 'each-matched':
      return [type.itemsToMatch]
    case 'match-then-cheapest-other':
      return [type.matchConditions, type.otherItemConditions]
    case 'bundle':
      return type.elements.map(({ condition }) => condition)
  }
}

const RUNS = { numRuns: 600 }

describe('properties over random baskets, promotions of all types and trees of conditions', () => {
  it('what is consumed of a line, by all promotions together, is never more than the line: no unit serves twice', () => {
    fc.assert(
      fc.property(randomCase, (one) => {
        const { basket, outcomes } = priced(one)
        for (const line of basket.lines) {
          const uses = appliedIn(outcomes).flatMap(({ lines }) =>
            lines.filter(({ productId }) => productId === line.productId)
          )
          const consumed = uses.reduce((total, use) => total.plus(use.consumed), ZERO)
          expect(consumed.lte(line.quantity)).toBe(true)
          for (const use of uses) expect(use.discounted.lte(use.consumed)).toBe(true)
        }
      }),
      RUNS
    )
  })

  it('a discount is never negative and never more than its line', () => {
    fc.assert(
      fc.property(randomCase, (one) => {
        for (const line of priced(one).basket.lines) {
          expect(new Amount(line.discount).gte(0)).toBe(true)
          expect(new Amount(line.discount).lte(line.amount)).toBe(true)
          expect(new Amount(line.total).gte(0)).toBe(true)
        }
      }),
      RUNS
    )
  })

  it('lines sum to totals, and what promotions save to the discounts of lines', () => {
    fc.assert(
      fc.property(randomCase, (one) => {
        const { basket } = priced(one)
        const { lines, applied } = basket
        expect(basket.subtotal).toBe(sum(lines.map(({ amount }) => amount)))
        expect(basket.discount).toBe(sum(lines.map(({ discount }) => discount)))
        expect(basket.taxes).toBe(sum(lines.flatMap(({ taxes }) => taxes.map(({ amount }) => amount))))
        const rewarded = basket.reward?.amount ?? '0'
        const ofLines = one.reward?.takenFrom === 'before-taxes' ? rewarded : '0'
        const ofTotal = one.reward?.takenFrom === 'after-taxes' ? rewarded : '0'
        expect(sum([...lines.map(({ total }) => total), `-${ofTotal}`])).toBe(basket.total)
        expect(sum([...applied.map(({ discount }) => discount), ofLines])).toBe(basket.discount)
        for (const { promotionId, discount } of applied)
          expect(
            sum(
              lines
                .flatMap(({ promotions }) => promotions)
                .filter((promotion) => promotion.promotionId === promotionId)
                .map((promotion) => promotion.discount)
            )
          ).toBe(discount)
        for (const line of lines) {
          const added = one.taxPricing === 'Exclusive' ? line.taxes.map(({ amount }) => amount) : []
          expect(sum([line.amount, `-${line.discount}`, ...added])).toBe(line.total)
        }
      }),
      RUNS
    )
  })

  it('a line that shares no shelf and matches no promotion changes no other line', () => {
    const apart = product({ productId: guid('f'), records: [priceRecord({ price: '9.99' })], taxRates: TAXES })
    fc.assert(
      fc.property(randomCase, fc.integer({ min: 1, max: 900 }), (one, hundredths) => {
        const promotions = one.promotions.filter(({ terms }) =>
          conditionsOf(terms.type).every((condition) => productPasses(condition, apart) !== true)
        )
        const alone = priced({ ...one, promotions, reward: null })
        const quantity = new Amount(hundredths).div(100)
        const together = priced({
          ...one,
          promotions,
          reward: null,
          lines: [...one.lines, { product: apart, quantity }]
        })
        expect(together.basket.lines.slice(0, -1)).toEqual(alone.basket.lines)
        expect(together.outcomes).toEqual(alone.outcomes)
        expect(together.basket.lines.at(-1)).toMatchObject({ productId: guid('f'), discount: '0.00' })
      }),
      RUNS
    )
  })

  it('input order of lines and promotions is irrelevant', () => {
    fc.assert(
      fc.property(randomCase, (one) => {
        const turned = { ...one, lines: one.lines.toReversed(), promotions: one.promotions.toReversed() }
        expect(priced(turned)).toEqual(priced(one))
      }),
      RUNS
    )
  })

  it('a promotion that does not apply could be left out: everything else stays as it is', () => {
    fc.assert(
      fc.property(randomCase, (one) => {
        const whole = priced(one)
        const applied = new Set(appliedIn(whole.outcomes).map(({ promotionId }) => promotionId))
        const alone = priced({
          ...one,
          promotions: one.promotions.filter(({ promotionId }) => applied.has(promotionId))
        })
        expect(alone.basket.lines).toEqual(whole.basket.lines)
        expect(alone.basket.applied).toEqual(whole.basket.applied)
      }),
      RUNS
    )
  })

  it('adding what a promotion is said to miss is enough of it', () => {
    fc.assert(
      fc.property(randomCase, (one) => {
        for (const promotion of one.promotions) {
          // An earlier element of a bundle may take what was added for a later one, when that is dearer.
          if (promotion.terms.type.family === 'bundle' && promotion.terms.type.elements.length > 1) continue
          const [outcome] = priced({ ...one, promotions: [promotion] }).outcomes
          if (outcome?.kind !== 'not-applied' || outcome.why.kind !== 'not-enough') continue
          const [part, ...more] = outcome.why.missing.parts
          const [productId] = part?.inBasket ?? []
          if (part === undefined || more.length > 0 || productId === undefined) continue
          const { product: added } = one.lines.find((line) => line.product.productId === productId) as BasketLine
          const quantity = new Amount(part.units).times(added.unit === 'g' ? part.gramsPerUnit : 1)
          const enough = priced({
            ...one,
            promotions: [promotion],
            lines: [...one.lines, { product: added, quantity }]
          })
          expect(enough.outcomes[0]).not.toMatchObject({ why: { kind: 'not-enough' } })
        }
      }),
      RUNS
    )
  })

  it('a basket of one rung never costs more than the deal that the rung promises', () => {
    const cents = fc.integer({ min: 1, max: 5000 }).map((value) => new Amount(value).div(100).toFixed(2))
    let met = 0
    fc.assert(
      fc.property(randomCase, cents, ({ lines, promotions, taxPricing }, atTierPrice) => {
        for (const { product: bought } of lines) {
          const eighth = priceRecord({ price: '1', atTierPrice, tier: tier(2, 'three', '3') })
          const facts = { ...bought, records: [...bought.records, eighth] }
          const offers = dealOffersOf(promotions.map(stateOf), { groupId: null, customer: 'recreational' })
          const pricing = { taxRates: facts.taxRates, taxPricing, amountsHeld: false, digits: 2 }
          for (const rung of rungsOf(facts.records, null)) {
            const deal = rungDealOf(facts, rung, offers, pricing, AT)
            if (deal === null) continue
            met += 1
            const alone = { lines: [{ product: facts, quantity: rung.quantity }], promotions, reward: null, taxPricing }
            expect(new Amount(priced(alone).basket.total).lte(deal.outTheDoor ?? '0')).toBe(true)
          }
        }
      }),
      RUNS
    )
    expect(met).toBeGreaterThan(100)
  })

  it('with no promotion a basket of one rung is the ladder', () => {
    const cents = fc.integer({ min: 1, max: 50_000 }).map((value) => new Amount(value).div(1000).toFixed())
    fc.assert(
      fc.property(
        cents,
        fc.uniqueArray(fc.integer({ min: 2, max: 28 }), { maxLength: 3 }),
        fc.array(cents, { minLength: 3, maxLength: 3 }),
        fc.subarray(TAXES),
        fc.constantFrom('Exclusive' as const, 'Inclusive' as const),
        (base, quantities, amounts, taxRates, taxPricing) => {
          const facts = product({
            productId: guid('a'),
            taxRates,
            records: [
              priceRecord({ price: base }),
              ...quantities.map((quantity, index) =>
                priceRecord({
                  price: base,
                  atTierPrice: amounts[index] ?? base,
                  tier: tier(index + 2, `${quantity} g`, String(quantity))
                })
              )
            ]
          })
          for (const rung of rungsOf(facts.records, null)) {
            const shown = pricedRungAt(rung, { taxRates, taxPricing, amountsHeld: false, digits: 2 }, AT)?.rung
            const one = {
              lines: [{ product: facts, quantity: rung.quantity }],
              promotions: [],
              reward: null,
              taxPricing
            }
            const { basket } = priced(one)
            expect(basket.total).toBe(shown?.outTheDoor)
            expect(basket.lines).toMatchObject([{ amount: shown?.price, taxes: shown?.taxes, source: shown?.source }])
          }
        }
      ),
      RUNS
    )
  })
})
