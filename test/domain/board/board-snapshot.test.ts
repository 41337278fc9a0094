import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BoardFacts, builtBoardAt, snapshotOf } from '../../../src/domain/board/board-snapshot.ts'
import type { ProductFacts, PromotionFacts } from '../../../src/domain/board/board-facts.ts'
import { preparePromotion } from '../../../src/domain/promotion/promotion-state.ts'
import { timelineOf } from '../../../src/domain/board/timeline.ts'
import type { BoardSnapshot } from '../../../src/shared/board-snapshot.ts'
import { BOTTOM_SHELF, location, percentage, priceRecord, product, sale, tier, VETERANS } from '../price-records.ts'

const FEEDS = { prices: null, promotions: null, taxes: null, catalogue: null }
const A = '0a73aaf0-a347-4681-9e37-038062ab72a5'
const B = '0b73aaf0-a347-4681-9e37-038062ab72a5'
const C = '0c73aaf0-a347-4681-9e37-038062ab72a5'
const DAILY_6_TO_8 =
  'BEGIN:VEVENT\r\nUID:a2875ac9\r\nDTSTART:20240916T180000\r\nDTEND:20240916T200000\r\nRRULE:FREQ=DAILY;UNTIL=20300916T200000\r\nEND:VEVENT\r\n'

function promotion(facts: Partial<PromotionFacts> = {}): PromotionFacts {
  return {
    promotionId: '18a509c5-82fa-4b97-83ee-c20037d26e5b',
    name: 'Ferry Friday',
    type: 'Percent Off',
    enabledAtEntityIds: [94447],
    schedule: DAILY_6_TO_8,
    productIds: [A],
    terms: null,
    ...facts
  }
}

function board(
  at: string,
  facts: Partial<Omit<BoardFacts, 'promotions'>> & { readonly promotions?: readonly PromotionFacts[] },
  groupId: number | null = null
): BoardSnapshot {
  const whole: BoardFacts = {
    location: location(),
    products: [],
    feeds: FEEDS,
    stale: false,
    ...facts,
    promotions: (facts.promotions ?? []).map(preparePromotion)
  }
  return snapshotOf(whole, builtBoardAt(whole, { groupId, customer: 'recreational' }, Date.parse(at)))
}

const steady = (productId: string, more: Partial<ProductFacts> = {}): ProductFacts =>
  product({ productId, records: [priceRecord({ price: '10' })], ...more })

describe('items', () => {
  it('a whole item, as the contract has it', () => {
    const snapshot = board('2026-11-20T00:00:00Z', {
      products: [
        product({
          productId: A,
          name: 'Copper Wren',
          classification: ['Flower', 'Hybrid'],
          records: [
            priceRecord({ price: '6.94', atTierPrice: '24.29', tier: tier(2, '1/8 oz', '3.50'), shelf: BOTTOM_SHELF })
          ],
          taxRates: [percentage('PST', '0.07'), percentage('GST', '0.05')]
        })
      ]
    })
    expect(snapshot).toEqual({
      locationId: 94451,
      locationName: 'Regina',
      timeZone: 'America/Regina',
      currency: 'CAD',
      at: '2026-11-20T00:00:00.000Z',
      taxPricing: 'Exclusive',
      feeds: FEEDS,
      stale: false,
      nextChangeAt: null,
      items: [
        {
          productId: A,
          name: 'Copper Wren',
          classification: ['Flower', 'Hybrid'],
          unit: 'g',
          inStock: true,
          shelf: { shelfId: 26, name: 'Bottom Shelf' },
          badges: [],
          ladder: [
            {
              tierId: 2,
              tierName: '1/8 oz',
              quantity: '3.5',
              regular: '24.29',
              price: '24.29',
              unitPrice: '6.94',
              source: 'regular',
              saleEndsAt: null,
              fromEntityId: 94447,
              taxes: [
                { name: 'GST', amount: '1.21' },
                { name: 'PST', amount: '1.70' }
              ],
              outTheDoor: '27.20',
              deal: null
            }
          ]
        }
      ]
    })
  })

  it('are sorted by classification path, name without case, productId; without a classification last', () => {
    const products = [
      steady(A, { name: 'zebra', classification: [] }),
      steady(B, { name: 'Zebra', classification: ['Vapes'] }),
      steady(C, { name: 'apple', classification: ['Vapes'] }),
      steady('0d', { name: 'Éclair', classification: ['vapes'] }),
      steady('0e', { name: 'E\u0301clair', classification: ['Vapes'] }),
      steady('0f', { name: 'One', classification: ['Flower', 'Indica'] }),
      steady('10', { name: 'Two', classification: ['Flower'] }),
      steady('11', { name: '😀', classification: ['Vapes'] }),
      steady('12', { name: '\uffee', classification: ['Vapes'] })
    ]
    const ids = board('2026-11-20T00:00:00Z', { products }).items.map(({ productId }) => productId)
    expect(ids).toEqual(['10', '0f', C, B, '0d', '0e', '12', '11', A])
    expect(
      board('2026-11-20T00:00:00Z', { products: [...products].reverse() }).items.map((item) => item.productId)
    ).toEqual(ids)
  })

  it('a product without a price for the audience is not there; with one of its group it is', () => {
    const products = [product({ productId: A, records: [priceRecord({ price: '9', group: VETERANS })] })]
    expect(board('2026-11-20T00:00:00Z', { products }).items).toEqual([])
    expect(board('2026-11-20T00:00:00Z', { products }, 700).items).toHaveLength(1)
    expect(board('2026-11-20T00:00:00Z', { products }, 999).items).toEqual([])
  })
})

describe('badges', () => {
  const at = (instant: string, facts: Partial<PromotionFacts> = {}, where = location()): readonly (string | null)[] =>
    board(instant, { location: where, products: [steady(A)], promotions: [promotion(facts)] }).items[0]?.badges.map(
      ({ name, endsAt }) => `${name} ${endsAt}`
    ) ?? []

  it('18:00 to 20:00 daily, by the wall clock of the location', () => {
    // Regina is UTC-6 all year.
    expect(at('2026-11-20T23:59:59Z')).toEqual([])
    expect(at('2026-11-21T00:00:00Z')).toEqual(['Ferry Friday 2026-11-21T02:00:00.000Z'])
    expect(at('2026-11-21T02:00:00Z')).toEqual([])
  })

  it('the same promotion turns on at another instant in Ontario', () => {
    const ontario = location({ timeZone: 'America/Toronto' })
    expect(at('2026-11-20T23:00:00Z', {}, ontario)).toEqual(['Ferry Friday 2026-11-21T01:00:00.000Z'])
    expect(at('2026-11-20T23:00:00Z')).toEqual([])
  })

  it('is enabled by the id of the location, of a group or division above it, or of the company', () => {
    for (const entityId of [94451, 94450, 94447])
      expect(at('2026-11-21T00:00:00Z', { enabledAtEntityIds: [entityId] })).toHaveLength(1)
    expect(at('2026-11-21T00:00:00Z', { enabledAtEntityIds: [94452] })).toEqual([])
    expect(at('2026-11-21T00:00:00Z', { enabledAtEntityIds: [] })).toEqual([])
  })

  it('is on the listed products alone', () => {
    expect(at('2026-11-21T00:00:00Z', { productIds: [B] })).toEqual([])
  })

  it('a schedule that cannot be read is never active', () => {
    expect(at('2026-11-21T00:00:00Z', { schedule: 'BEGIN:VEVENT\r\nDTSTART:yesterday\r\nEND:VEVENT' })).toEqual([])
    expect(preparePromotion(promotion({ schedule: 'nonsense' })).unreadable).toMatch(/\w/)
  })

  it('in an unknown zone no wall clock is guessed: the promotion is not on', () => {
    expect(at('2026-11-21T00:00:00Z', {}, location({ timeZone: null }))).toEqual([])
  })

  it('an end more than 60 days off is null', () => {
    const always = 'BEGIN:VEVENT\r\nDTSTART:20240101T000000\r\nDTEND:20240101T235959\r\nRRULE:FREQ=DAILY\r\nEND:VEVENT'
    expect(at('2026-11-21T00:00:00Z', { schedule: always })).toEqual(['Ferry Friday null'])
  })
})

describe('the next change', () => {
  const dated = steady(A, {
    records: [priceRecord({ price: '10', sales: [sale('8', '2026-11-22T06:00:00Z', '2026-11-25T05:59:00Z')] })]
  })

  it('is the start, then the stop of a sale that wins', () => {
    expect(board('2026-11-20T00:00:00Z', { products: [dated] }).nextChangeAt).toBe('2026-11-22T06:00:00.000Z')
    expect(board('2026-11-22T06:00:00Z', { products: [dated] }).nextChangeAt).toBe('2026-11-25T05:59:00.000Z')
    expect(board('2026-11-25T05:59:00Z', { products: [dated] }).nextChangeAt).toBeNull()
  })

  it('a sale that never wins changes nothing', () => {
    const dearer = steady(A, {
      records: [priceRecord({ price: '10', sales: [sale('12', '2026-11-22T06:00:00Z', '2026-11-25T05:59:00Z')] })]
    })
    expect(board('2026-11-20T00:00:00Z', { products: [dearer] }).nextChangeAt).toBeNull()
  })

  it('is a badge that comes or goes, when it is sooner', () => {
    const facts = { products: [dated], promotions: [promotion()] }
    expect(board('2026-11-20T20:00:00Z', facts).nextChangeAt).toBe('2026-11-21T00:00:00.000Z')
    expect(board('2026-11-21T00:00:00Z', facts).nextChangeAt).toBe('2026-11-21T02:00:00.000Z')
  })

  it('a promotion that lists nothing on the board changes nothing', () => {
    expect(
      board('2026-11-20T20:00:00Z', { products: [dated], promotions: [promotion({ productIds: [B] })] }).nextChangeAt
    ).toBe('2026-11-22T06:00:00.000Z')
  })

  it('is at most 60 days ahead', () => {
    expect(board('2026-09-23T06:00:00Z', { products: [dated] }).nextChangeAt).toBe('2026-11-22T06:00:00.000Z')
    expect(board('2026-09-23T05:59:59Z', { products: [dated] }).nextChangeAt).toBeNull()
  })

  it('nothing differs until it, and something does at it, on random boards', () => {
    const minute = fc.integer({ min: 0, max: 40 * 24 * 60 })
    const fromMs = Date.parse('2026-02-20T00:00:00Z')
    const sales = fc.array(fc.tuple(minute, minute, fc.integer({ min: 5, max: 14 })), { maxLength: 3 })
    fc.assert(
      fc.property(
        fc.array(sales, { minLength: 1, maxLength: 3 }),
        minute,
        fc.array(minute, { maxLength: 6 }),
        (lists, at, probes) => {
          const products = lists.map((list, index) =>
            steady(`p${index}`, {
              records: [
                priceRecord({
                  price: '10',
                  sales: list.map(([a, b, price]) =>
                    sale(
                      String(price),
                      new Date(fromMs + Math.min(a, b) * 60_000).toISOString(),
                      new Date(fromMs + Math.max(a, b) * 60_000).toISOString()
                    )
                  )
                })
              ]
            })
          )
          const facts = {
            products,
            promotions: [promotion({ productIds: ['p0'] })],
            location: location({ timeZone: 'America/Toronto' })
          }
          const atMs = fromMs + at * 60_000
          const now = board(new Date(atMs).toISOString(), facts)
          const nextMs = now.nextChangeAt === null ? null : Date.parse(now.nextChangeAt)
          expect(nextMs).not.toBeNull()
          if (nextMs === null) return
          expect(board(new Date(nextMs).toISOString(), facts).items).not.toEqual(now.items)
          for (const probe of probes) {
            const betweenMs = atMs + Math.floor(((nextMs - atMs) * probe) / (40 * 24 * 60 + 1))
            expect(board(new Date(betweenMs).toISOString(), facts).items).toEqual(now.items)
          }
        }
      ),
      { numRuns: 60 }
    )
  })
})

describe('timeline', () => {
  it('names every promotion and sale that starts or ends, by time, kind, id', () => {
    const products = [
      steady(A, {
        records: [priceRecord({ price: '10', sales: [sale('8', '2026-11-21T00:00:00Z', '2026-11-21T06:00:00Z')] })]
      }),
      steady(B, { records: [priceRecord({ price: '10', sales: [sale('9', '2026-11-21T00:00:00Z', null)] })] })
    ]
    const entries = timelineOf(
      location(),
      products,
      [preparePromotion(promotion({ productIds: [C, B, A] }))],
      Date.parse('2026-11-20T12:00:00Z'),
      Date.parse('2026-11-21T12:00:00Z')
    )
    const promotionId = '18a509c5-82fa-4b97-83ee-c20037d26e5b'
    expect(entries).toEqual([
      { at: '2026-11-21T00:00:00.000Z', kind: 'promotion-starts', promotionId, productIds: [A, B] },
      { at: '2026-11-21T00:00:00.000Z', kind: 'sale-starts', promotionId: null, productIds: [A, B] },
      { at: '2026-11-21T02:00:00.000Z', kind: 'promotion-ends', promotionId, productIds: [A, B] },
      { at: '2026-11-21T06:00:00.000Z', kind: 'sale-ends', promotionId: null, productIds: [A] }
    ])
  })
})

describe('input order', () => {
  it('never changes a snapshot: products, records, sales, rates and promotions in any order', () => {
    const rates = [percentage('GST', '0.05'), percentage('PST', '0.07'), percentage('Duty', '0.02', { layer: 1 })]
    const products = [A, B, C].map((productId, index) =>
      product({
        productId,
        name: index === 1 ? 'same' : 'Same',
        classification: index === 2 ? [] : ['Flower'],
        taxRates: rates,
        records: [
          priceRecord({
            price: '10',
            shelf: BOTTOM_SHELF,
            sales: [sale('9', null, null), sale('8', '2026-11-01T00:00:00Z', null)]
          }),
          priceRecord({ price: '10', fromEntityId: 3, shelf: { shelfId: 27, name: 'Other' } }),
          priceRecord({ price: '7', tier: tier(2, '1/8 oz', '3.5'), atTierPrice: '24.29' }),
          priceRecord({ price: '6', tier: tier(3, '1/4 oz', '7'), atTierPrice: '40', group: VETERANS })
        ]
      })
    )
    const promotions = ['p1', 'p2', 'p3'].map((promotionId) => promotion({ promotionId, productIds: [A, B, C] }))
    const shuffled = <T>(list: readonly T[]): fc.Arbitrary<T[]> =>
      fc.shuffledSubarray([...list], { minLength: list.length })
    const at = '2026-11-21T00:30:00Z'
    const expected = board(at, { products, promotions }, 700)
    expect(expected.items[0]?.badges).toHaveLength(3)
    fc.assert(
      fc.property(
        shuffled(products),
        shuffled(promotions),
        shuffled(rates),
        fc.array(shuffled([0, 1, 2, 3]), { minLength: 3, maxLength: 3 }),
        (someProducts, somePromotions, someRates, orders) => {
          const reordered = someProducts.map((one, index) => ({
            ...one,
            taxRates: someRates,
            records: (orders[index] ?? []).map((position) => {
              const record = one.records[position]
              if (record === undefined) throw new Error('no such record')
              return { ...record, sales: record.sales.toReversed() }
            })
          }))
          expect(board(at, { products: reordered, promotions: somePromotions }, 700)).toEqual(expected)
        }
      ),
      { numRuns: 60 }
    )
  })
})
