import { describe, expect, it } from 'vitest'
import { builtItemAt } from '../../../src/domain/board/board-item.ts'
import type { LocationFacts, ProductFacts } from '../../../src/domain/board/board-facts.ts'
import { legendOf, panelsOf } from '../../../src/domain/display/badge-words.ts'
import { taxLineOf, viewHeadOf, viewItemOf } from '../../../src/domain/display/board-view.ts'
import { DEFAULT_SCREEN } from '../../../src/domain/screen/default-screen.ts'
import { locationFormatOf } from '../../../src/domain/display/location-format.ts'
import type { BoardBadge, BoardItem } from '../../../src/shared/board-snapshot.ts'
import type { ViewHead, ViewItem } from '../../../src/shared/board-view.ts'
import { flat, location, percentage, priceRecord, product, sale, tier } from '../price-records.ts'

const NO_OFFERS = () => null
const FRIDAY_4_PM = Date.parse('2026-11-20T22:18:00Z')
const regina = locationFormatOf('en-CA', 'CAD', 'America/Regina')

const cedar = product({
  productId: 'cedar',
  name: 'Copper Wren',
  taxRates: [percentage('GST', '0.05'), percentage('PST', '0.07')],
  records: [
    priceRecord({ price: '8', tier: tier(1, '1 g', '1'), atTierPrice: '8' }),
    priceRecord({ price: '6.94', tier: tier(2, '1/8 oz', '3.5'), atTierPrice: '24.29' }),
    priceRecord({
      price: '6.71',
      tier: tier(3, '1/4 oz', '7'),
      atTierPrice: '47',
      sales: [sale('6', '2026-11-01T00:00:00Z', '2026-11-21T03:00:00Z', '42')]
    })
  ]
})

function itemOf(facts: ProductFacts, where: Partial<LocationFacts> = {}): BoardItem {
  const built = builtItemAt(facts, location(where), { groupId: null, customer: 'recreational' }, [], FRIDAY_4_PM)
  if (built === null) throw new Error('not on the board')
  return built.item
}

function view(facts: ProductFacts, where: Partial<LocationFacts> = {}): ViewItem {
  return viewItemOf(
    itemOf(facts, where),
    { details: facts.details, state: null, groupLadder: null, picture: null, offerOf: NO_OFFERS },
    location(where),
    regina,
    FRIDAY_4_PM
  )
}

describe('a ladder in words', () => {
  it('says quantity, what you pay, shelf price, struck regular, per gram, best price and until when', () => {
    expect(view(cedar).rungs).toEqual([
      {
        quantity: '1\u00a0g',
        youPay: { digits: '8.96', sign: '$', signAfter: false },
        shelfPrice: '8.00',
        regular: null,
        unitPrice: '8.00',
        best: false,
        reduced: false,
        until: null,
        mixes: true,
        groupPays: null
      },
      {
        quantity: '3.5\u00a0g',
        youPay: { digits: '27.20', sign: '$', signAfter: false },
        shelfPrice: '24.29',
        regular: null,
        unitPrice: '6.94',
        best: false,
        reduced: false,
        until: null,
        mixes: true,
        groupPays: null
      },
      {
        quantity: '7\u00a0g',
        youPay: { digits: '47.04', sign: '$', signAfter: false },
        shelfPrice: '42.00',
        regular: '47.00',
        unitPrice: '6.00',
        best: true,
        reduced: true,
        until: 'until 9 pm',
        mixes: true,
        groupPays: null
      }
    ])
  })

  it('a deal is what you pay: yellow, the regular price struck, per gram of it, the best of its ladder by it', () => {
    const item = itemOf(cedar)
    const deal = { promotionId: 'ferry', price: '19.43', outTheDoor: '21.76' }
    const ladder = item.ladder.map((rung) => (rung.quantity === '3.5' ? { ...rung, deal } : rung))
    const about = { details: cedar.details, state: null, groupLadder: null, picture: null, offerOf: NO_OFFERS }
    const dealt = viewItemOf({ ...item, ladder }, about, location({}), regina, FRIDAY_4_PM)
    expect(dealt.rungs[1]).toEqual({
      quantity: '3.5\u00a0g',
      youPay: { digits: '21.76', sign: '$', signAfter: false },
      shelfPrice: '19.43',
      regular: '24.29',
      // 19.43 / 3.5 = 5.5514...
      unitPrice: '5.56',
      best: true,
      reduced: true,
      until: null,
      mixes: false,
      groupPays: null
    })
    expect(dealt.rungs.filter(({ best }) => best)).toHaveLength(1)
    const inclusive = viewItemOf({ ...item, ladder }, about, location({ taxPricing: 'Inclusive' }), regina, FRIDAY_4_PM)
    expect(inclusive.rungs[1]).toMatchObject({ shelfPrice: null, regular: '24.29', reduced: true })
  })

  it('an inclusive location has no shelf price, only a struck regular one', () => {
    const rungs = view(cedar, { taxPricing: 'Inclusive' }).rungs
    expect(rungs.map(({ shelfPrice, regular, youPay }) => [shelfPrice, regular, youPay?.digits])).toEqual([
      [null, null, '8.00'],
      [null, null, '24.29'],
      [null, '47.00', '42.00']
    ])
  })

  it('a tie wins the tag for the smaller quantity, one rung has no tag', () => {
    const tied = product({
      productId: 'tied',
      records: [priceRecord({ price: '5' }), priceRecord({ price: '5', tier: tier(2, '2', '2'), atTierPrice: '10' })]
    })
    expect(view(tied).rungs.map(({ best }) => best)).toEqual([true, false])
    expect(view(product({ productId: 'one', records: [priceRecord({ price: '5' })] })).rungs[0]?.best).toBe(false)
  })

  it('pieces read "each" and "3 for"', () => {
    const rolls = product({
      productId: 'rolls',
      unit: 'each',
      records: [
        priceRecord({ price: '4' }),
        priceRecord({ price: '3.34', tier: tier(2, '3 pack', '3'), atTierPrice: '10' })
      ]
    })
    expect(view(rolls).rungs.map(({ quantity }) => quantity)).toEqual(['each', '3 for'])
  })

  it('held amounts are nowhere', () => {
    const rung = view(cedar, { amountsHeld: true }).rungs[2]
    expect(rung).toMatchObject({ youPay: null, shelfPrice: null, regular: null, unitPrice: null, best: false })
  })

  it('sold out is said', () => {
    expect(view({ ...cedar, inStock: false }).soldOut).toBe(true)
    expect(view({ ...cedar, inStock: null }).soldOut).toBe(false)
  })
})

describe('until when', () => {
  it.each([
    ['2026-11-21T03:00:00Z', 'until 9 pm'],
    ['2026-11-21T03:30:00Z', 'until 9:30 pm'],
    ['2026-11-21T05:59:00Z', 'until 11:59 pm'],
    ['2026-11-21T06:00:00Z', 'until midnight'],
    ['2026-11-22T06:00:00Z', 'until Saturday'],
    ['2026-11-23T02:00:00Z', 'until Sunday'],
    ['2026-11-27T05:00:00Z', 'until Thursday'],
    ['2026-11-28T05:00:00Z', null]
  ])('%s is "%s" on Friday at 4:18 pm', (end, words) => {
    expect(regina.until(Date.parse(end), FRIDAY_4_PM)).toBe(words)
  })

  it('an unknown zone says no time at all', () => {
    const nowhere = locationFormatOf('en-CA', 'CAD', null)
    expect(nowhere.until(FRIDAY_4_PM + 1000, FRIDAY_4_PM)).toBeNull()
    expect(nowhere.time(FRIDAY_4_PM)).toBeNull()
  })
})

describe('other languages', () => {
  it('speak of the same things, numbers and times as the language writes them', () => {
    const french = locationFormatOf('fr-CA', 'CAD', 'America/Regina')
    expect(taxLineOf([cedar], 'Exclusive', french).taxLine).toBe(
      'Les prix en gros caractères incluent\u00a0: GST de 5\u00a0% et PST de 7\u00a0%'
    )
    expect(french.plainMoney('47')).toBe('47,00')
    expect(french.until(Date.parse('2026-11-23T02:00:00Z'), FRIDAY_4_PM)).toBe('jusqu\u2019à dimanche')
    expect(french.words.grams(french.number('3.5'))).toBe('3,5\u00a0g')
    const spanish = locationFormatOf('es-US', 'USD', 'America/Denver')
    expect(taxLineOf([cedar], 'Inclusive', spanish).taxLine).toBe('Todos los precios incluyen 5% de GST y 7% de PST')
    expect(spanish.until(Date.parse('2026-11-23T02:00:00Z'), FRIDAY_4_PM)).toBe('hasta el domingo')
    expect(locationFormatOf('de', 'CAD', null).words.each).toBe('each')
  })

  it.each([
    ['fr-CA', '2026-11-21T03:00:00Z', 'jusqu\u2019à 21\u00a0h'],
    ['fr-CA', '2026-11-21T03:30:00Z', 'jusqu\u2019à 21\u00a0h\u00a030'],
    ['fr-CA', '2026-11-21T06:00:00Z', 'jusqu\u2019à minuit'],
    ['es-US', '2026-11-21T03:00:00Z', 'hasta las 9\u00a0p.m.'],
    ['es-US', '2026-11-21T03:30:00Z', 'hasta las 9:30\u00a0p.m.'],
    ['es-US', '2026-11-21T06:00:00Z', 'hasta la medianoche'],
    ['es-US', '2026-11-22T06:00:00Z', 'hasta el sábado'],
    ['es-ES', '2026-11-21T03:00:00Z', 'hasta las 21:00']
  ])('in %s an end at %s reads %s', (language, end, words) => {
    expect(locationFormatOf(language, 'CAD', 'America/Regina').until(Date.parse(end), FRIDAY_4_PM)).toBe(words)
  })

  it('never say of shelf prices that they include a tax, nor of paid ones that they do not', () => {
    const line = (language: string, taxPricing: LocationFacts['taxPricing']): string =>
      taxLineOf([cedar], taxPricing, locationFormatOf(language, 'CAD', null), 'shelf-price').taxLine
    expect(line('en-CA', 'Exclusive')).toBe('Large prices are before tax; “You pay” includes 5% GST and 7% PST')
    expect(line('fr-CA', 'Exclusive').replaceAll('\u00a0', '_')).toBe(
      'Les prix en gros caractères sont avant taxes; «_Vous payez_» inclut_: GST de 5_% et PST de 7_%'
    )
    expect(line('es-US', 'Exclusive')).toMatch(/ son antes de impuestos; «Usted paga» incluye 5% de GST y 7% de PST$/)
    expect(line('en-CA', 'Inclusive')).toBe('All prices include 5% GST and 7% PST')
  })

  it('say of prices when they are from as a sentence, also of another day', () => {
    const at = (language: string, prices: string, stale: boolean): string =>
      viewHeadOf(
        {
          location: location(),
          feeds: { prices, promotions: null, taxes: null, catalogue: null },
          stale,
          amountsUntilMs: null,
          revision: '1',
          legend: [],
          taxLine: '',
          taxed: true,
          screen: DEFAULT_SCREEN,
          theme: { base: 'dark', tokens: {} },
          groupName: null,
          notice: null,
          storeColour: null,
          logo: null,
          light: { now: 'on' as const, later: [] },
          panels: null,
          rewards: null
        },
        locationFormatOf(language, 'CAD', 'America/Regina'),
        FRIDAY_4_PM
      ).ageLine.replaceAll('\u00a0', '_')
    const today = '2026-11-20T19:10:00.000Z'
    const before = '2026-11-18T20:10:00.000Z'
    expect(at('fr-CA', today, false)).toBe('Prix vérifiés à 13_h_10')
    expect(at('fr-CA', today, true)).toBe('Prix de 13_h_10, informez-vous')
    expect(at('fr-CA', before, true)).toBe('Prix du 18 nov. à 14_h_10, informez-vous')
    expect(at('es-US', today, false)).toBe('Precios verificados a la 1:10_p.m.')
    expect(at('es-US', today, true)).toBe('Precios de la 1:10_p.m., pregunte')
    expect(at('es-US', before, true)).toMatch(/^Precios del 18 nov\.? a las 2:10_p\.m\., pregunte$/)
  })

  it('write potency with their own decimals and per cent', () => {
    const content = (language: string): string[] =>
      ['22.5–26%', '<1%', '2.5 mg'].map((text) => locationFormatOf(language, 'CAD', null).content(text))
    expect(content('en-CA')).toEqual(['22.5–26%', '<1%', '2.5 mg'])
    expect(content('fr-CA')).toEqual(['22,5–26\u00a0%', '<1\u00a0%', '2,5 mg'])
    expect(content('es-US')).toEqual(['22.5–26%', '<1%', '2.5 mg'])
    expect(content('tr')).toEqual(['22,5–26%', '<1%', '2,5 mg'])
  })
})

describe('money and time', () => {
  it('goes through Intl in the language of the location', () => {
    expect(regina.money('1234.5')).toEqual({ digits: '1,234.50', sign: '$', signAfter: false })
    expect(locationFormatOf('fr-CA', 'CAD', null).money('27.2')).toEqual({
      digits: '27,20',
      sign: '$',
      signAfter: true
    })
    expect(locationFormatOf('en-US', 'USD', null).money('27.2')).toEqual({
      digits: '27.20',
      sign: '$',
      signAfter: false
    })
  })

  it('keeps amounts exact that no binary float could hold', () => {
    expect(regina.plainMoney('9007199254740993.07')).toBe('9,007,199,254,740,993.07')
  })

  it('reads 4:18 pm', () => {
    expect(regina.time(FRIDAY_4_PM)).toBe('4:18 pm')
    expect(regina.time(Date.parse('2026-11-20T06:05:00Z'))).toBe('12:05 am')
    expect(regina.time(Date.parse('2026-11-20T18:00:00Z'))).toBe('12:00 pm')
  })
})

describe('the head', () => {
  const headAt = (prices: string | null, stale: boolean): ViewHead =>
    viewHeadOf(
      {
        location: location(),
        feeds: { prices, promotions: null, taxes: null, catalogue: null },
        stale,
        amountsUntilMs: null,
        revision: '1',
        legend: [],
        taxLine: '',
        taxed: true,
        screen: DEFAULT_SCREEN,
        theme: { base: 'dark', tokens: {} },
        groupName: null,
        notice: null,
        storeColour: null,
        panels: null,
        rewards: null,
        logo: null,
        light: { now: 'on' as const, later: [] }
      },
      regina,
      FRIDAY_4_PM
    )
  const head = (prices: string | null, stale: boolean): string => headAt(prices, stale).ageLine

  it('says when prices were checked, and asks to ask when that is long ago', () => {
    expect(head('2026-11-20T22:16:00.000Z', false)).toBe('Prices checked 4:16 pm')
    expect(head('2026-11-20T20:10:00.000Z', true)).toBe('Prices from 2:10 pm, please ask')
    expect(head('2026-11-18T20:10:00.000Z', true)).toMatch(/^Prices from Nov\.? 18, 2:10 pm, please ask$/)
    expect(head(null, true)).toBe('Prices not checked yet, please ask')
    const nowhere = locationFormatOf('en-CA', 'CAD', null)
    const facts = {
      location: location({ timeZone: null }),
      feeds: { prices: '2026-11-20T20:10:00.000Z', promotions: null, taxes: null, catalogue: null },
      stale: true,
      amountsUntilMs: null,
      revision: '1',
      legend: [],
      taxLine: '',
      taxed: true,
      screen: DEFAULT_SCREEN,
      theme: { base: 'dark', tokens: {} } as const,
      groupName: null,
      notice: null,
      storeColour: null,
      panels: null,
      rewards: null,
      logo: null,
      light: { now: 'on' as const, later: [] }
    }
    expect(viewHeadOf(facts, nowhere, FRIDAY_4_PM).ageLine).toBe('Prices may be old, please ask')
  })

  it('has the words for old prices ready, for a screen that nobody tells anything any more', () => {
    expect(headAt('2026-11-20T22:16:00.000Z', false).staleAgeLine).toBe('Prices from 4:16 pm, please ask')
    expect(headAt(null, false).staleAgeLine).toBe('Prices not checked yet, please ask')
  })

  it('names the taxes in the large prices', () => {
    expect(taxLineOf([cedar], 'Exclusive', regina).taxLine).toBe('Large prices include 5% GST and 7% PST')
    expect(taxLineOf([{ ...cedar, taxRates: [percentage('HST', '0.13')] }], 'Inclusive', regina).taxLine).toBe(
      'All prices include 13% HST'
    )
  })

  it('says "where they apply" where some carry fewer, and "all taxes" where there are many', () => {
    const other = { ...cedar, taxRates: [percentage('GST', '0.05')] }
    expect(taxLineOf([cedar, other], 'Exclusive', regina).taxLine).toBe(
      'Large prices include 5% GST and 7% PST where they apply'
    )
    expect(taxLineOf([cedar, { ...cedar, taxRates: [] }], 'Exclusive', regina).taxLine).toBe(
      'Large prices include 5% GST and 7% PST'
    )
    expect(taxLineOf([{ ...cedar, taxRates: [flat('Excise', '1')] }], 'Exclusive', regina).taxLine).toBe(
      'Large prices include Excise'
    )
    const many = ['A', 'B', 'C', 'D', 'E'].map((name) => percentage(name, '0.01'))
    expect(taxLineOf([{ ...cedar, taxRates: many }], 'Exclusive', regina).taxLine).toBe(
      'Large prices include all taxes'
    )
    expect(taxLineOf([{ ...cedar, taxRates: [] }], 'Exclusive', regina).taxLine).toBe('No tax is added to these prices')
  })

  it('lists the promotions that run, each once, the first to end first', () => {
    const badge = (promotionId: string, name: string, endsAt: string | null): BoardBadge => ({
      promotionId,
      name,
      type: 'Percent Off',
      label: null,
      endsAt,
      audience: null
    })
    const item = {
      ...itemOf(cedar),
      badges: [
        badge('2', 'Harvest Days all over the shop', null),
        badge('1', 'Ferry Friday', '2026-11-21T03:00:00.000Z')
      ]
    }
    expect(legendOf([item, item], regina, FRIDAY_4_PM, NO_OFFERS)).toEqual([
      { promotionId: '1', short: 'Ferry Friday', text: 'until 9 pm' },
      { promotionId: '2', short: 'Sale', text: 'Harvest Days all over the shop' }
    ])
  })

  it('has a ticket of two lines at most: an offer too long for that is told by its kind', () => {
    const long = 'Buy two of these and one of those, get the cheapest of all of them for $1.00'
    const badge = { promotionId: '1', name: 'Long Roll Week and more', type: 'BOGO', endsAt: null, audience: null }
    const ticketOf = (label: string | null): string | undefined =>
      legendOf([{ ...itemOf(cedar), badges: [{ ...badge, label }] }], regina, FRIDAY_4_PM, NO_OFFERS)[0]?.short
    expect(ticketOf('Buy 2, get the cheapest for $1.00')).toBe('Buy 2, get the cheapest for $1.00')
    expect(ticketOf(long)).toBe('Buy and get')
  })

  it('heads a panel with the offer, else with the whole name, and says the rest below', () => {
    const about = { type: 'Percent Off', audience: null } as const
    const item = {
      ...itemOf(cedar),
      badges: [
        { ...about, promotionId: '1', name: 'Ferry Friday', label: '20% off', endsAt: '2026-11-21T03:00:00.000Z' },
        { ...about, promotionId: '2', name: 'Harvest Days all over the shop', label: null, endsAt: null }
      ]
    }
    expect(panelsOf([item, item], regina, FRIDAY_4_PM, NO_OFFERS)).toEqual([
      { promotionId: '1', headline: '20% off', note: 'Ferry Friday, until 9 pm' },
      { promotionId: '2', headline: 'Harvest Days all over the shop', note: 'on now' }
    ])
  })

  it('has a last panel for what is reduced without a promotion', () => {
    expect(panelsOf([itemOf(cedar)], regina, FRIDAY_4_PM, NO_OFFERS)).toEqual([
      { promotionId: null, headline: 'Sale', note: 'on now' }
    ])
    expect(panelsOf([], regina, FRIDAY_4_PM, NO_OFFERS)).toEqual([])
  })
})
