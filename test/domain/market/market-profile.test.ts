import { describe, expect, it } from 'vitest'
import {
  legendWithinMarket,
  type MarketRule,
  noticeOf,
  showsPictures,
  withinMarket
} from '../../../src/domain/market/market-profile.ts'
import type { ViewItem, ViewRung } from '../../../src/shared/board-view.ts'

const ORIGIN = { source: 'Regulation 1, section 2', date: '2026-01-01' }

const rung = (quantity: string, best = false): ViewRung => ({
  quantity,
  youPay: { digits: '27.20', sign: '$', signAfter: false },
  shelfPrice: '24.29',
  regular: '30.00',
  unitPrice: '6.94',
  best,
  reduced: true,
  until: 'until 9 pm',
  mixes: true,
  groupPays: null
})

const ITEM: ViewItem = {
  productId: 'a',
  name: 'Copper Wren',
  brand: 'Wickerby',
  strain: 'hybrid',
  thc: '22–26%',
  cbd: '<1%',
  classification: ['Flower'],
  soldOut: false,
  state: null,
  unit: 'g',
  shelf: null,
  tickets: [{ promotionId: 'p', short: '20% off' }],
  rungs: [rung('1 g'), rung('3.5 g', true)],
  picture: { href: '/pictures/0123456789abcdef0123456789abcdef', widthPx: 640, heightPx: 480 }
}

const LADDER = ['1', '3.5'].map((quantity) => ({ quantity, deal: null }))
const DEAL = { promotionId: 'p', price: '24.29', outTheDoor: '27.20' }

const within = (...rules: readonly MarketRule[]): ViewItem | null => withinMarket(ITEM, LADDER, rules)

describe('a market profile', () => {
  it('without rules changes nothing', () => {
    expect(within()).toBe(ITEM)
  })

  it('hides promotions: tickets and legend', () => {
    const rule: MarketRule = { kind: 'hide-promotions', ...ORIGIN }
    expect(within(rule)?.tickets).toEqual([])
    expect(within(rule)?.rungs).toEqual(ITEM.rungs)
    expect(legendWithinMarket([{ promotionId: 'p', short: '20% off', text: 'on now' }], [rule])).toEqual([])
  })

  it("hides that a price is a promotion's deal, and tells a sale's still; the amounts stay what they were", () => {
    const [first, second] = LADDER
    const ladder = [{ ...(first ?? { quantity: '1' }), deal: DEAL }, ...(second === undefined ? [] : [second])]
    const shown = withinMarket(ITEM, ladder, [{ kind: 'hide-promotions', ...ORIGIN }])
    expect(shown?.rungs.map(({ reduced, regular, until }) => [reduced, regular, until])).toEqual([
      [false, null, null],
      [true, '30.00', 'until 9 pm']
    ])
    expect(shown?.rungs.map(({ youPay }) => youPay)).toEqual(ITEM.rungs.map(({ youPay }) => youPay))
    expect(shown?.rungs.map(({ best }) => best)).toEqual([false, true])
    expect(withinMarket(ITEM, ladder, [])).toBe(ITEM)
  })

  it('hides that a price is reduced, and never the price', () => {
    expect(within({ kind: 'hide-reductions', ...ORIGIN })?.rungs[1]).toEqual({
      ...rung('3.5 g', true),
      regular: null,
      reduced: false,
      until: null
    })
  })

  it('hides what a group pays less along with reductions: the price for everybody stays, the higher one', () => {
    const forGroup: ViewItem = {
      ...ITEM,
      rungs: [{ ...rung('1 g'), groupPays: { digits: '20.00', sign: '$', signAfter: false } }]
    }
    const [shown] = withinMarket(forGroup, LADDER, [{ kind: 'hide-reductions', ...ORIGIN }])?.rungs ?? []
    expect(shown?.groupPays).toBeNull()
    expect(shown?.youPay?.digits).toBe('27.20')
  })

  it('never shows another amount than without it, whatever its rules', () => {
    const all: readonly MarketRule[] = [
      { kind: 'hide-promotions', ...ORIGIN },
      { kind: 'hide-reductions', ...ORIGIN },
      { kind: 'hide-potency', ...ORIGIN },
      { kind: 'hide-pictures', ...ORIGIN },
      { kind: 'show-quantities', unit: 'g', quantities: ['3.5'], ...ORIGIN },
      { kind: 'require-notice', text: 'For adults.', ...ORIGIN }
    ]
    for (const rule of all)
      for (const kept of within(rule)?.rungs ?? []) {
        const before = ITEM.rungs.find(({ quantity }) => quantity === kept.quantity)
        expect([kept.youPay, kept.shelfPrice, kept.unitPrice]).toEqual([
          before?.youPay,
          before?.shelfPrice,
          before?.unitPrice
        ])
      }
  })

  it('hides potency', () => {
    expect(within({ kind: 'hide-potency', ...ORIGIN })).toMatchObject({ thc: null, cbd: null, strain: 'hybrid' })
  })

  it('hides pictures, and leaves none to be fetched', () => {
    const rule: MarketRule = { kind: 'hide-pictures', ...ORIGIN }
    expect(within(rule)).toEqual({ ...ITEM, picture: null })
    expect([showsPictures([]), showsPictures([rule])]).toEqual([true, false])
  })

  it('shows the given quantities alone, of the unit they are for; a product without them is not shown', () => {
    const grams = (...quantities: readonly string[]): MarketRule => ({
      kind: 'show-quantities',
      unit: 'g',
      quantities,
      ...ORIGIN
    })
    expect(within(grams('3.5', '7'))?.rungs).toEqual([rung('3.5 g', false)])
    expect(within(grams('7'))).toBeNull()
    expect(within(grams('1', '3.5'), grams('3.5'))?.rungs).toHaveLength(1)
    expect(within({ kind: 'show-quantities', unit: 'each', quantities: ['9'], ...ORIGIN })).toEqual(ITEM)
  })

  it('requires its notices', () => {
    expect(noticeOf([])).toBeNull()
    expect(
      noticeOf([
        { kind: 'require-notice', text: 'For adults.', ...ORIGIN },
        { kind: 'require-notice', text: 'Keep away from children.', ...ORIGIN }
      ])
    ).toBe('For adults. Keep away from children.')
  })
})
