import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPromotions } from '../../../src/domain/basket/apply-promotions.ts'
import { linePricesOf } from '../../../src/domain/basket/line-prices.ts'
import { basketLinesOf, offerOnLines } from '../../../src/domain/basket/offer-on-lines.ts'
import { allOf as allLeft, moneyOf, stockLinesOf } from '../../../src/domain/basket/stock-line.ts'
import type { ProductFacts, PromotionFacts } from '../../../src/domain/board/board-facts.ts'
import { type Audience, type PricedLocation } from '../../../src/domain/board/board-item.ts'
import { builtBoardAt, snapshotOf } from '../../../src/domain/board/board-snapshot.ts'
import type { BadgeWords } from '../../../src/domain/board/item-badges.ts'
import { Amount } from '../../../src/domain/money/amount.ts'
import { preparePromotion } from '../../../src/domain/promotion/promotion-state.ts'
import type { BoardItem, BoardSnapshot } from '../../../src/shared/board-snapshot.ts'
import { location, percentage, priceRecord, product, sale, tier, VETERANS } from '../price-records.ts'

const FEEDS = { prices: null, promotions: null, taxes: null, catalogue: null }
const AT = '2026-11-20T20:00:00Z'
const RECREATIONAL: Audience = { groupId: null, customer: 'recreational' }
const ALL_DAY = event('20200101T000000', '20200101T235959', 'FREQ=DAILY')
/** In Regina from noon UTC to 02:00 UTC. */
const SIX_TO_EIGHT = event('20200101T180000', '20200101T200000', 'FREQ=DAILY')

function event(start: string, end: string, rule: string): string {
  return `BEGIN:VEVENT\r\nDTSTART:${start}\r\nDTEND:${end}\r\nRRULE:${rule}\r\nEND:VEVENT\r\n`
}

const leaf = (Type: string, more: object = {}) => ({ Type, ...more })
const percentOff = (share: number, items: object = leaf('None')) => ({
  Type: 'EachMatchedPercentOff',
  PercentOffOfEach: share,
  ItemsToMatch: items
})
const dollarOff = (amount: number, grams: number | null = null) => ({
  Type: 'EachMatchedDollarOff',
  DollarOffOfEach: amount,
  ItemsToMatch: leaf('None'),
  GramsPerMatchUnit: grams
})
const CHEAPEST = {
  Type: 'CheapestMatchedForDollar',
  DollarValueOfCheapest: 0.49,
  ItemsToMatch: leaf('None'),
  NumberToMatch: 3
}

interface Written {
  readonly id?: string
  readonly type?: object
  readonly cart?: object | null
  readonly line?: object | null
  readonly schedule?: string
  readonly productIds?: readonly string[]
  readonly terms?: null
}

function promotion({
  id = 'a',
  type = percentOff(0.2),
  cart = null,
  line = null,
  ...more
}: Written = {}): PromotionFacts {
  return {
    promotionId: id,
    name: `Promotion ${id}`,
    type: 'Percent Off',
    enabledAtEntityIds: [94447],
    schedule: more.schedule ?? ALL_DAY,
    productIds: more.productIds ?? ['p'],
    terms: more.terms === null ? null : { promotionType: type, cartCondition: cart, lineCondition: line }
  }
}

const WORDS: BadgeWords = {
  labelOf: ({ type }) => type.type,
  groupName: (groupId) => (groupId === VETERANS.groupId ? VETERANS.name : null),
  joined: (names) => names.join(' or ')
}

interface Shown {
  readonly products?: readonly ProductFacts[]
  readonly promotions?: readonly PromotionFacts[]
  readonly audience?: Audience
  readonly at?: string
  readonly where?: Partial<PricedLocation>
}

function board({
  products = [flower()],
  promotions = [],
  audience = RECREATIONAL,
  at = AT,
  where = {}
}: Shown): BoardSnapshot {
  const facts = {
    location: location(where),
    products,
    feeds: FEEDS,
    stale: false,
    promotions: promotions.map(preparePromotion),
    words: WORDS
  }
  return snapshotOf(facts, builtBoardAt(facts, audience, Date.parse(at)))
}

const itemOf = (shown: Shown): BoardItem => board(shown).items[0] as BoardItem
const badges = (shown: Shown) => itemOf(shown).badges
const deals = (shown: Shown) =>
  itemOf(shown).ladder.map(({ quantity, deal }) => [quantity, deal?.price ?? null, deal?.outTheDoor ?? null])

/** 10.00 a gram, 24.29 the eighth, with GST. */
function flower(more: Partial<ProductFacts> = {}): ProductFacts {
  return product({
    productId: 'p',
    records: [
      priceRecord({ price: '10' }),
      priceRecord({ price: '6.94', atTierPrice: '24.29', tier: tier(2, '1/8 oz', '3.50') })
    ],
    taxRates: [percentage('GST', '0.05')],
    ...more
  })
}

const onSale = (from: string | null, to: string | null) =>
  flower({ records: [priceRecord({ price: '10', sales: [sale('8', from, to)] })] })

describe('a badge', () => {
  it('says what the offer is, whom it is for, and until when', () => {
    expect(badges({ promotions: [promotion({ schedule: SIX_TO_EIGHT })], at: '2026-11-21T00:30:00Z' })).toEqual([
      {
        promotionId: 'a',
        name: 'Promotion a',
        type: 'Percent Off',
        label: 'EachMatchedPercentOff',
        endsAt: '2026-11-21T02:00:00.000Z',
        audience: null
      }
    ])
  })

  it('that is not evaluated stands by its name: the full feed has it not, or what it does cannot be read', () => {
    const promotions = [promotion({ terms: null }), promotion({ id: 'b', cart: leaf('Birthday') })]
    expect(badges({ promotions }).map(({ label, audience }) => [label, audience])).toEqual([
      [null, null],
      [null, null]
    ])
  })

  it('for medical customers is on their screens alone, and says so', () => {
    const promotions = [promotion({ cart: leaf('MedCustomer') })]
    expect(badges({ promotions })).toEqual([])
    const [badge] = badges({ promotions, audience: { groupId: null, customer: 'medical' } })
    expect(badge?.audience).toEqual({ kind: 'medical', name: null })
  })

  it('for a group that nobody chose names it, and is not on another group’s screen', () => {
    const promotions = [promotion({ cart: leaf('CustomerInPricingGroup', { PricingGroupId: VETERANS.groupId }) })]
    expect(badges({ promotions })[0]?.audience).toEqual({ kind: 'group', name: 'Veterans' })
    expect(
      badges({ promotions, audience: { groupId: VETERANS.groupId, customer: 'recreational' } })[0]?.audience
    ).toEqual({
      kind: 'group',
      name: 'Veterans'
    })
    expect(badges({ promotions, audience: { groupId: 9, customer: 'recreational' } })).toEqual([])
  })

  it('of a promotion that leaves sale prices alone is hidden where every rung in force is a sale, and shown where one is not', () => {
    const promotions = [promotion({ type: CHEAPEST, line: leaf('NoSalePricing') })]
    expect(badges({ promotions, products: [onSale(null, null)] })).toEqual([])
    const half = flower({
      records: [
        priceRecord({ price: '10', sales: [sale('8', null, null)] }),
        priceRecord({ price: '6.94', atTierPrice: '24.29', tier: tier(2, '1/8 oz', '3.50') })
      ]
    })
    expect(badges({ promotions, products: [half] })).toHaveLength(1)
  })

  it('of such a promotion is hidden where a group’s price is in force on every rung', () => {
    const promotions = [promotion({ type: CHEAPEST, line: leaf('NoSalePricing') })]
    const products = [flower({ records: [priceRecord({ price: '10' }), priceRecord({ price: '9', group: VETERANS })] })]
    expect(badges({ promotions, products })).toHaveLength(1)
    expect(badges({ promotions, products, audience: { groupId: VETERANS.groupId, customer: 'recreational' } })).toEqual(
      []
    )
  })

  it('that a sale will hide ends when the sale starts', () => {
    const promotions = [promotion({ type: CHEAPEST, line: leaf('NoSalePricing') })]
    const products = [onSale('2026-11-22T06:00:00Z', null)]
    expect(badges({ promotions, products })[0]?.endsAt).toBe('2026-11-22T06:00:00.000Z')
  })
})

describe('the deal of a rung', () => {
  it('20 % off: rounded down like a discount, with taxes on what is left', () => {
    // 20 % of 24.29 is 4.858: 4.85 comes off, and GST is taken of 19.44.
    expect(deals({ promotions: [promotion()] })).toEqual([
      ['1', '8.00', '8.40'],
      ['3.5', '19.44', '20.41']
    ])
    expect(itemOf({ promotions: [promotion()] }).ladder[1]).toMatchObject({ price: '24.29', outTheDoor: '25.50' })
  })

  it('an amount off each gram: whole units alone', () => {
    expect(deals({ promotions: [promotion({ type: dollarOff(1) })] })).toEqual([
      ['1', '9.00', '9.45'],
      ['3.5', '21.29', '22.35']
    ])
    expect(deals({ promotions: [promotion({ type: dollarOff(3, 3.5) })] })).toEqual([
      ['1', null, null],
      ['3.5', '21.29', '22.35']
    ])
  })

  it('takes nothing below zero', () => {
    expect(deals({ promotions: [promotion({ type: dollarOff(50) })] })[0]).toEqual(['1', '0.00', '0.00'])
  })

  it('with taxes in the price is what is handed over', () => {
    expect(deals({ promotions: [promotion()], where: { taxPricing: 'Inclusive' } })[1]).toEqual([
      '3.5',
      '19.44',
      '19.44'
    ])
  })

  it('does not reduce taxes that go by the list price', () => {
    const products = [flower({ taxRates: [percentage('GST', '0.05', { calculatedOn: 'BasePriceListPrice' })] })]
    expect(deals({ promotions: [promotion()], products })[0]).toEqual(['1', '8.00', '8.50'])
  })

  it.each<[string, Written]>([
    ['not listed by the menu board for the product', { productIds: ['other'] }],
    ['not active now', { schedule: event('20200101T010000', '20200101T020000', 'FREQ=DAILY') }],
    ['not of the screen’s customers', { cart: leaf('MedCustomer') }],
    ['of a group that nobody chose', { cart: leaf('CustomerInPricingGroup', { PricingGroupId: 700 }) }],
    ['of another type', { type: CHEAPEST }],
    [
      'whose product condition does not hold',
      { type: percentOff(0.2, leaf('CatalogId', { Id: '0a73aaf0-a347-4681-9e37-038062ab72a5' })) }
    ],
    ['whose product condition is not known to hold', { type: percentOff(0.2, leaf('NonStock')) }],
    ['not evaluated', { terms: null }]
  ])('is none of a promotion that is %s', (_name, written) => {
    expect(deals({ promotions: [promotion(written)] })).toEqual([
      ['1', null, null],
      ['3.5', null, null]
    ])
  })

  it('is none on a rung that is on sale where the promotion leaves sale prices alone', () => {
    const products = [
      flower({
        records: [
          priceRecord({ price: '10', sales: [sale('8', null, null)] }),
          priceRecord({ price: '6.94', atTierPrice: '24.29', tier: tier(2, '1/8 oz', '3.50') })
        ]
      })
    ]
    expect(deals({ promotions: [promotion({ line: leaf('NoSalePricing') })], products })).toEqual([
      ['1', null, null],
      ['3.5', '19.44', '20.41']
    ])
    expect(deals({ promotions: [promotion()], products })[0]).toEqual(['1', '6.40', '6.72'])
  })

  it('is of the promotion that takes most off, of equal ones the first by its id, in whatever order they come', () => {
    const promotions = [promotion({ id: 'c' }), promotion({ id: 'b' }), promotion({ id: 'a', type: dollarOff(1) })]
    for (const list of [promotions, promotions.toReversed()])
      expect(itemOf({ promotions: list }).ladder.map(({ deal }) => deal?.promotionId)).toEqual(['b', 'b'])
  })

  it('is a group’s own on its screen', () => {
    const products = [flower({ records: [priceRecord({ price: '10' }), priceRecord({ price: '9', group: VETERANS })] })]
    const veterans: Audience = { groupId: VETERANS.groupId, customer: 'recreational' }
    expect(deals({ promotions: [promotion()], products })[0]?.[1]).toBe('8.00')
    expect(deals({ promotions: [promotion()], products, audience: veterans })[0]?.[1]).toBe('7.20')
    const forThem = promotion({ cart: leaf('CustomerInPricingGroup', { PricingGroupId: VETERANS.groupId }) })
    expect(deals({ promotions: [forThem], products, audience: veterans })[0]?.[1]).toBe('7.20')
  })

  it('is not said while amounts are held', () => {
    expect(deals({ promotions: [promotion()], where: { amountsHeld: true } })[0]).toEqual(['1', null, null])
  })

  it('is what a basket of the rung’s quantity comes to, and never less, on random offers', () => {
    const offer = fc.oneof(
      fc.integer({ min: 0, max: 1000 }).map((share) => percentOff(share / 1000)),
      fc
        .tuple(fc.integer({ min: 1, max: 2000 }), fc.constantFrom(null, 0.7, 1, 3.5))
        .map(([cents, grams]) => dollarOff(cents / 100, grams))
    )
    const line = fc.constantFrom(null, leaf('NoSalePricing'))
    fc.assert(
      fc.property(
        fc.array(fc.tuple(offer, line), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 9999 }),
        fc.constantFrom('g' as const, 'each' as const),
        fc.boolean(),
        (offers, cents, unit, isOnSale) => {
          const records = ['1', '2', '3.5', '7'].slice(0, unit === 'each' ? 2 : 4).map((quantity, index) => {
            const price = new Amount(cents).div(100).times(quantity).toFixed(3)
            const sales = isOnSale ? [sale(price, null, null, new Amount(price).times('0.9').toFixed(3))] : []
            return quantity === '1'
              ? priceRecord({ price })
              : priceRecord({ price: '1', atTierPrice: price, tier: tier(index, quantity, quantity), sales })
          })
          const sold = product({ productId: 'p', unit, records })
          const promotions = offers.map(([type, lineCondition], index) =>
            promotion({ id: `p${index}`, type, line: lineCondition })
          )
          for (const rung of itemOf({ products: [sold], promotions }).ladder) {
            const basket = basketOf(sold, rung.quantity, promotions)
            const shown = rung.deal?.price ?? rung.price ?? ''
            expect(new Amount(shown).gte(basket)).toBe(true)
            if (promotions.length === 1) expect(shown).toBe(basket.toFixed(2))
          }
        }
      ),
      { numRuns: 200 }
    )
  })
})

/** What is left of a basket of one product after promotions. */
function basketOf(sold: ProductFacts, quantity: string, promotions: readonly PromotionFacts[]): Amount {
  const priced = linePricesOf([{ product: sold, quantity: new Amount(quantity) }], RECREATIONAL, 2, Date.parse(AT))
  if (!priced.ok) throw new Error(priced.reason)
  const stock = stockLinesOf(priced.lines, 2)
  const lines = basketLinesOf(stock, 2)
  const candidates = promotions.flatMap((facts) => {
    const { terms } = preparePromotion(facts)
    if (terms === null || !terms.ok) return []
    return [{ promotionId: facts.promotionId, offer: offerOnLines(terms.value, lines, terms.value.line) }]
  })
  return moneyOf(applyPromotions(candidates, allLeft(stock)).left.cents[0] as bigint, 2)
}

describe('the next change', () => {
  it('is the start of a sale that ends a deal, or hides a badge', () => {
    const promotions = [promotion({ line: leaf('NoSalePricing') })]
    const products = [onSale('2026-11-22T06:00:00Z', '2026-11-23T06:00:00Z')]
    expect(board({ promotions, products }).nextChangeAt).toBe('2026-11-22T06:00:00.000Z')
    expect(board({ promotions, products, at: '2026-11-22T06:00:00Z' }).nextChangeAt).toBe('2026-11-23T06:00:00.000Z')
  })

  it('passes over a promotion that the screen’s audience never sees', () => {
    const promotions = [promotion({ schedule: SIX_TO_EIGHT, cart: leaf('MedCustomer') })]
    expect(board({ promotions }).nextChangeAt).toBeNull()
    expect(board({ promotions, audience: { groupId: null, customer: 'medical' } }).nextChangeAt).toBe(
      '2026-11-21T00:00:00.000Z'
    )
  })

  it('passes over a promotion that comes and goes while a sale hides its badge, to the day on which it does not', () => {
    const promotions = [promotion({ type: CHEAPEST, schedule: SIX_TO_EIGHT, line: leaf('NoSalePricing') })]
    const products = [
      flower({ records: [priceRecord({ price: '10', sales: [sale('8', null, '2026-11-25T01:00:00Z')] })] })
    ]
    // The sale itself ends while the promotion is on.
    expect(board({ promotions, products }).nextChangeAt).toBe('2026-11-25T01:00:00.000Z')
    expect(board({ promotions, products: [onSale(null, null)] }).nextChangeAt).toBeNull()
  })

  it('nothing differs until it, and something does at it, on random boards of sales and offers', () => {
    const minute = fc.integer({ min: 0, max: 10 * 24 * 60 })
    const fromMs = Date.parse('2026-02-20T00:00:00Z')
    const hour = fc.integer({ min: 0, max: 23 })
    const written = fc.record({
      type: fc.constantFrom(percentOff(0.2), dollarOff(3), CHEAPEST),
      line: fc.constantFrom(null, leaf('NoSalePricing'), leaf('NoSalePricing')),
      cart: fc.constantFrom(null, leaf('MedCustomer'), leaf('RecCustomer')),
      schedule: fc.tuple(hour, hour).map(([a, b]) => {
        const two = (value: number): string => String(value).padStart(2, '0')
        const [start, end] = [Math.min(a, b), Math.max(a, b)]
        return event(`20200101T${two(start)}0000`, `20200101T${two(end)}3000`, 'FREQ=DAILY')
      })
    })
    fc.assert(
      fc.property(
        fc.array(fc.tuple(minute, minute, fc.integer({ min: 5, max: 14 })), { maxLength: 3 }),
        fc.array(written, { maxLength: 3 }),
        minute,
        fc.array(minute, { maxLength: 6 }),
        (sales, offers, at, probes) => {
          const instant = (minutes: number): string => new Date(fromMs + minutes * 60_000).toISOString()
          const records = [
            priceRecord({
              price: '10',
              sales: sales.map(([a, b, price]) => sale(String(price), instant(Math.min(a, b)), instant(Math.max(a, b))))
            })
          ]
          const shown = {
            products: [flower({ records })],
            promotions: offers.map((one, index) => promotion({ id: `p${index}`, ...one }))
          }
          const now = board({ ...shown, at: instant(at) })
          if (now.nextChangeAt === null) {
            for (const probe of probes) expect(board({ ...shown, at: instant(at + probe) }).items).toEqual(now.items)
            return
          }
          const [atMs, nextMs] = [Date.parse(now.at), Date.parse(now.nextChangeAt)]
          expect(board({ ...shown, at: now.nextChangeAt }).items).not.toEqual(now.items)
          for (const probe of probes) {
            const betweenMs = atMs + Math.floor(((nextMs - atMs) * probe) / (10 * 24 * 60 + 1))
            expect(board({ ...shown, at: new Date(betweenMs).toISOString() }).items).toEqual(now.items)
          }
          for (const { endsAt } of now.items[0]?.badges ?? [])
            if (endsAt !== null) expect(Date.parse(endsAt)).toBeGreaterThanOrEqual(nextMs)
        }
      ),
      { numRuns: 150 }
    )
  })
})
