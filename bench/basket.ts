import type { BasketLine } from '../src/domain/basket/line-prices.ts'
import { type BasketToPrice, pricedBasketOf } from '../src/domain/basket/priced-basket.ts'
import type { ProductFacts } from '../src/domain/board/board-facts.ts'
import { locationFormatOf } from '../src/domain/display/location-format.ts'
import { Amount } from '../src/domain/money/amount.ts'
import type { OfferContext } from '../src/domain/promotion/offer/offer-context.ts'
import { preparePromotion, type PromotionState } from '../src/domain/promotion/promotion-state.ts'
import type { BenchFigure } from './run.ts'

const LINES = 40
const PROMOTIONS = 200
const PRODUCTS = 400
const WARM_UP = 60
const ROUNDS = 600
const AT_MS = Date.parse('2026-11-20T16:20:00Z')

function guid(index: number): string {
  return `${String(index).padStart(8, '0')}-b347-4681-9e37-038062ab72a5`
}

/** Numbers that look random and are the same in every run. */
function drawsFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Half by the gram with tiers, half by the piece; twenty classifications under four categories, eight suppliers. */
function productOf(index: number): ProductFacts {
  const isGram = index % 2 === 0
  const price = new Amount(500 + ((index * 137) % 4000)).div(100)
  const record = { fromEntityId: 94447, tier: null, group: null, shelf: null, atTierPrice: null, sales: [] }
  return {
    productId: guid(index),
    name: `Product ${index}`,
    classification: [`Category ${index % 4}`, `Class ${index % 20}`],
    unit: isGram ? 'g' : 'each',
    inStock: true,
    stock: null,
    pictureUrl: null,
    traits: {
      classificationIds: [100 + (index % 20), 10 + (index % 4)],
      classificationIsWhole: true,
      supplierIds: [index % 8],
      specifications: [{ fieldId: 6, stringId: 'brand', displayName: 'Brand', value: `Brand ${index % 12}` }],
      isNonStock: false,
      isBatchTracked: isGram
    },
    records: [
      { ...record, price: price.toFixed(2) },
      ...(isGram
        ? ['3.5', '7'].map((quantity, tier) => ({
            ...record,
            price: price.toFixed(2),
            tier: { tierId: tier + 2, name: `${quantity} g`, quantity },
            atTierPrice: price
              .times(quantity)
              .times(tier === 0 ? '0.95' : '0.9')
              .toFixed(2)
          }))
        : [])
    ],
    taxRates: [
      { taxRateId: 'gst', name: 'GST', kind: 'Percentage', rate: '0.05', layer: 0, calculatedOn: 'SoldAtPrice' }
    ],
    details: { brand: null, strain: null, thc: null, cbd: null }
  }
}

/** One of the eleven types over a classification, a category, a brand or a handful of products, as stores set them. */
function promotionOf(index: number, draw: (below: number) => number): PromotionState {
  const condition = (): object => {
    switch (draw(4)) {
      case 0:
        return { Type: 'Classification', ParentCategoryOrClassificationId: 10 + draw(4) }
      case 1:
        return {
          Type: 'AllOf',
          Conditions: [
            { Type: 'AnyOf', Conditions: [{ Type: 'Classification', ParentCategoryOrClassificationId: 10 + draw(4) }] },
            {
              Type: 'AnyOf',
              Conditions: [
                { Type: 'Supplier', SupplierId: draw(8) },
                { Type: 'Supplier', SupplierId: draw(8) }
              ]
            }
          ]
        }
      case 2:
        return {
          Type: 'AnyOf',
          Conditions: Array.from({ length: 8 }, () => ({ Type: 'CatalogId', Id: guid(draw(PRODUCTS)) }))
        }
      default:
        return {
          Type: 'AnyOf',
          Conditions: [0, 1].map(() => ({ Type: 'Classification', ParentCategoryOrClassificationId: 100 + draw(20) }))
        }
    }
  }
  const numbered = {
    NumberToMatch: 1 + draw(4),
    GramsPerMatchUnit: [1, 3.5, 7, 14][draw(4)],
    MaxApplicationCount: [null, 1, 2][draw(3)]
  }
  const bundled = {
    BundleItemsToMatch: Array.from({ length: 1 + draw(3) }, () => ({
      ProductCondition: condition(),
      QuantityToMatch: 1 + draw(2)
    })),
    GramsPerMatchUnit: numbered.GramsPerMatchUnit
  }
  const cheapest = { ItemsToMatch: condition(), ...numbered }
  const other = { MatchConditions: condition(), OtherItemConditions: condition(), ...numbered }
  const types = [
    { Type: 'CheapestMatchedForDollar', DollarValueOfCheapest: 1 + draw(5), ...cheapest },
    { Type: 'CheapestMatchedForPercentOff', PercentOffOfCheapest: 0.5, ...cheapest },
    { Type: 'CheapestMatchedForDollarOff', DollarOffOfCheapest: 3.33, ...cheapest },
    { Type: 'MatchThenCheapestOtherForDollar', DollarValueOfOther: 2.99, ...other },
    { Type: 'MatchThenCheapestOtherForDollarOff', DollarOffOfOther: 4, ...other },
    { Type: 'MatchThenCheapestOtherForPercentOff', PercentOffOfOther: 0.99, ...other },
    { Type: 'BundleForTotalDollarDistributed', DollarValueOfAll: 20 + draw(20), ...bundled },
    { Type: 'BundleForTotalDollarOffDistributed', DollarOffOfAll: 3 + draw(5), ...bundled },
    { Type: 'BundleForPercentOff', PercentOffOfAll: 0.15, ...bundled },
    {
      Type: 'EachMatchedDollarOff',
      DollarOffOfEach: 1 + draw(3),
      ItemsToMatch: condition(),
      GramsPerMatchUnit: numbered.GramsPerMatchUnit
    },
    { Type: 'EachMatchedPercentOff', PercentOffOfEach: [0.05, 0.1, 0.2, 0.333][draw(4)], ItemsToMatch: condition() }
  ]
  const prepared = preparePromotion({
    promotionId: guid(index),
    name: `Promotion ${index}`,
    type: 'BOGO',
    enabledAtEntityIds: [94451],
    schedule: '',
    productIds: [],
    terms: {
      promotionType: types[index % types.length],
      cartCondition: null,
      lineCondition: draw(4) === 0 ? { Type: 'NoSalePricing' } : null
    }
  })
  if (prepared.terms?.ok !== true) throw new Error(`promotion ${index} cannot be read`)
  return { facts: prepared.facts, active: true, changesAtMs: null, terms: prepared.terms }
}

function percentile(values: readonly number[], share: number): number {
  return values.toSorted((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN
}

/**
 * **basket**: another basket of 40 lines each time, against 200 promotions of all types that run, from facts in memory to a
 * PricedBasket as JSON; p99 in ms. Aim: 16. The reference is the same basket with no promotion, p99.
 */
export async function benchBasket(): Promise<readonly BenchFigure[]> {
  const draw = drawsFrom(20261120)
  const products = Array.from({ length: PRODUCTS }, (_, index) => productOf(index))
  const promotions = Array.from({ length: PROMOTIONS }, (_, index) => promotionOf(index, draw))
  const offers: OfferContext = {
    format: locationFormatOf('en', 'CAD', 'America/Regina'),
    names: { classification: (id) => `Class ${id}`, supplier: (id) => `Supplier ${id}`, group: () => null },
    taxPricing: 'Exclusive',
    products: () => products
  }
  const withThem: number[] = []
  const without: number[] = []
  let applied = 0
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    const lines: BasketLine[] = []
    for (let index = draw(PRODUCTS); lines.length < LINES; index = (index + 7) % PRODUCTS) {
      const product = products[index] as ProductFacts
      lines.push({
        product,
        quantity: product.unit === 'g' ? new Amount(50 + draw(1400)).div(100) : new Amount(1 + draw(6))
      })
    }
    const asked: BasketToPrice = {
      location: {
        locationId: 94451,
        name: 'Regina',
        timeZone: 'America/Regina',
        currency: 'CAD',
        taxPricing: 'Exclusive',
        amountsHeld: false,
        ancestry: [94451, 94447]
      },
      audience: { groupId: null, customer: 'recreational' },
      lines,
      promotions,
      reward: null,
      offers,
      atMs: AT_MS
    }
    const startedMs = performance.now()
    const priced = pricedBasketOf(asked)
    const text = JSON.stringify(priced.ok ? priced.basket : null)
    const pricedMs = performance.now()
    const plain = pricedBasketOf({ ...asked, promotions: [] })
    const plainText = JSON.stringify(plain.ok ? plain.basket : null)
    const plainMs = performance.now()
    if (!priced.ok || priced.basket.lines.length !== LINES || text.length <= plainText.length)
      throw new Error('the basket is not what was to be measured')
    if (round < WARM_UP) continue
    applied += priced.basket.applied.length
    withThem.push(pricedMs - startedMs)
    without.push(plainMs - pricedMs)
  }
  if (applied / ROUNDS < 10) throw new Error(`only ${applied / ROUNDS} promotions applied to a basket`)
  const value = percentile(withThem, 0.99)
  const reference = percentile(without, 0.99)
  return [{ name: 'basket', value, unit: 'ms', reference, ratio: value / reference }]
}
