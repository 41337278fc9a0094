import { type BoardFacts, builtBoardAt, snapshotOf } from '../src/domain/board/board-snapshot.ts'
import type { ProductFacts } from '../src/domain/board/board-facts.ts'
import { preparePromotion, type PreparedPromotion } from '../src/domain/promotion/promotion-state.ts'
import type { TaxRate } from '../src/domain/tax/tax-rate.ts'
import type { BenchFigure } from './run.ts'

const PRODUCTS = 5000
const ROUNDS = 7
const TIERS = ['3.5', '7', '14', '28', '56'] as const

const TAXES: readonly TaxRate[] = [
  { taxRateId: 'gst', name: 'GST', kind: 'Percentage', rate: '0.05', layer: 0, calculatedOn: 'SoldAtPrice' },
  { taxRateId: 'pst', name: 'PST', kind: 'Percentage', rate: '0.07', layer: 0, calculatedOn: 'SoldAtPrice' }
]

function productOf(index: number): ProductFacts {
  const gram = 6 + (index % 700) / 100
  return {
    productId: `${String(index).padStart(8, '0')}-b347-4681-9e37-038062ab72a5`,
    name: `Product ${index}`,
    classification: ['Flower', index % 2 === 0 ? 'Indica' : 'Sativa'],
    unit: 'g',
    inStock: index % 9 !== 0,
    stock: null,
    pictureUrl: null,
    traits: {
      classificationIds: [],
      classificationIsWhole: true,
      supplierIds: [],
      specifications: [],
      isNonStock: null,
      isBatchTracked: null
    },
    records: [
      {
        fromEntityId: 94447,
        tier: null,
        group: null,
        shelf: null,
        price: gram.toFixed(2),
        atTierPrice: null,
        sales: []
      },
      ...TIERS.map((quantity, tier) => ({
        fromEntityId: 94447,
        tier: { tierId: tier + 2, name: `${quantity} g`, quantity },
        group: null,
        shelf: null,
        price: (gram * 0.9).toFixed(2),
        atTierPrice: (gram * Number(quantity) * (0.95 - tier * 0.05)).toFixed(2),
        sales:
          tier === 1 && index % 5 === 0
            ? [{ salePrice: '5', atTierSalePrice: '35', startsAtMs: 1_700_000_000_000, stopsAtMs: 1_900_000_000_000 }]
            : []
      }))
    ],
    taxRates: TAXES,
    details: { brand: null, strain: null, thc: null, cbd: null }
  }
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Offers on everything, so that every rung has a deal to be chosen: a share, an amount off each gram, one without sales. */
function offers(products: readonly ProductFacts[]): readonly PreparedPromotion[] {
  const schedule =
    'BEGIN:VEVENT\r\nDTSTART:20200101T000000\r\nDTEND:20200101T235959\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT\r\n'
  const items = { Type: 'NoneOf', Conditions: [{ Type: 'Supplier', SupplierId: 1 }] }
  const types = [
    { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.2, ItemsToMatch: items },
    { Type: 'EachMatchedDollarOff', DollarOffOfEach: 1, ItemsToMatch: items, GramsPerMatchUnit: 1 },
    { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.3, ItemsToMatch: items }
  ]
  return types.map((promotionType, index) =>
    preparePromotion({
      promotionId: `offer-${index}`,
      name: `Offer ${index}`,
      type: 'Percent Off',
      enabledAtEntityIds: [94447],
      schedule,
      productIds: products.map(({ productId }) => productId),
      terms: { promotionType, cartCondition: null, lineCondition: index === 2 ? { Type: 'NoSalePricing' } : null }
    })
  )
}

/**
 * **snapshot**: 5,000 products of 6 rungs from records in memory to a snapshot with the trace of every price, in ms, against
 * `JSON.stringify` of that snapshot and its traces. Aim: at most 8 times. **snapshot-deals**: the same with three offers on
 * every product, each rung with the best deal. Aim: at most 16 times.
 */
export async function benchSnapshot(): Promise<readonly BenchFigure[]> {
  const products = Array.from({ length: PRODUCTS }, (_, index) => productOf(index))
  return [measured('snapshot', products, []), measured('snapshot-deals', products, offers(products))]
}

function measured(
  name: string,
  products: readonly ProductFacts[],
  promotions: readonly PreparedPromotion[]
): BenchFigure {
  const facts: BoardFacts = {
    location: {
      locationId: 94451,
      name: 'Regina',
      timeZone: 'America/Regina',
      currency: 'CAD',
      taxPricing: 'Exclusive',
      amountsHeld: false,
      ancestry: [94451, 94447]
    },
    products,
    promotions,
    feeds: { prices: null, promotions: null, taxes: null, catalogue: null },
    stale: false
  }
  const atMs = Date.parse('2026-11-20T16:20:00Z')
  const building: number[] = []
  const writing: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const startedMs = performance.now()
    const board = builtBoardAt(facts, { groupId: null, customer: 'recreational' }, atMs)
    const snapshot = snapshotOf(facts, board)
    const builtMs = performance.now()
    const text = JSON.stringify({ snapshot, traces: board.items.map(({ traces }) => traces) })
    const writtenMs = performance.now()
    if (snapshot.items.length !== PRODUCTS || snapshot.items[0]?.ladder.length !== 6 || text.length < PRODUCTS * 1000)
      throw new Error('the snapshot is not what was to be measured')
    building.push(builtMs - startedMs)
    writing.push(writtenMs - builtMs)
  }
  const value = median(building)
  const reference = median(writing)
  return { name, value, unit: 'ms', reference, ratio: value / reference }
}
