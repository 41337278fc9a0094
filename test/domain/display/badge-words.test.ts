import { describe, expect, it } from 'vitest'
import { legendOf, type OfferOf, panelsOf, ticketOf } from '../../../src/domain/display/badge-words.ts'
import { locationFormatOf } from '../../../src/domain/display/location-format.ts'
import { offerWordsOf } from '../../../src/domain/promotion/offer/offer-words.ts'
import type { BoardBadge, BoardItem } from '../../../src/shared/board-snapshot.ts'
import {
  allOf,
  anyOf,
  brackenjar,
  each,
  eighths,
  grinders,
  gummies,
  hiRoller,
  looseFlower,
  prerolls,
  shopIn,
  termsOf,
  vapes
} from '../promotion/offer/offer-cases.ts'

const FRIDAY_4_PM = Date.parse('2026-11-20T22:18:00Z')
const NINE = '2026-11-21T03:00:00.000Z'

const FERRY_FRIDAY = termsOf({
  Type: 'EachMatchedPercentOff',
  PercentOffOfEach: 0.2,
  ItemsToMatch: allOf(anyOf(prerolls), anyOf(hiRoller))
})
const VAPES_OFF = termsOf(
  { Type: 'EachMatchedDollarOff', DollarOffOfEach: 2, ItemsToMatch: allOf(anyOf(vapes), brackenjar) },
  undefined,
  { Type: 'NoSalePricing' }
)
const CHEAPEST_GUMMIES = termsOf({
  Type: 'CheapestMatchedForDollar',
  DollarValueOfCheapest: 0.49,
  ItemsToMatch: gummies,
  NumberToMatch: 3,
  ...each
})
const GRINDER = termsOf({
  Type: 'MatchThenCheapestOtherForDollar',
  DollarValueOfOther: 2.99,
  MatchConditions: looseFlower,
  OtherItemConditions: grinders,
  NumberToMatch: 4,
  ...eighths,
  MaxApplicationCount: 1
})
const TWO_JARS = termsOf(
  {
    Type: 'BundleForTotalDollarDistributed',
    DollarValueOfAll: 70,
    BundleItemsToMatch: [{ ProductCondition: gummies, QuantityToMatch: 2 }]
  },
  { Type: 'CustomerInPricingGroup', PricingGroupId: 20 }
)

function badge(name: string, endsAt: string | null = null): BoardBadge {
  return { promotionId: 'p', name, type: 'BOGO', label: null, endsAt, audience: null }
}

function itemWith(one: BoardBadge): BoardItem {
  return {
    productId: 'cedar',
    name: 'Copper Wren',
    classification: [],
    unit: 'each',
    inStock: true,
    shelf: null,
    badges: [one],
    ladder: []
  }
}

function offersIn(language: string, terms: Parameters<typeof offerWordsOf>[0]): OfferOf {
  return () => offerWordsOf(terms, shopIn(language))
}

function legend(one: BoardBadge, terms: Parameters<typeof offerWordsOf>[0], language = 'en-CA'): string {
  const format = locationFormatOf(language, 'CAD', 'America/Regina')
  const [entry] = legendOf([itemWith(one)], format, FRIDAY_4_PM, offersIn(language, terms))
  return `${entry?.short} | ${entry?.text}`.replaceAll('\u00a0', '~')
}

describe('an offer on the board', () => {
  it('is its ticket, and the legend says the rest: of what, its limits, its name and its end', () => {
    expect(legend(badge('Ferry Friday', NINE), FERRY_FRIDAY)).toBe(
      '20% off | Pre-rolls by Hi-Roller, Ferry Friday, until 9 pm'
    )
    expect(legend(badge('2.00 off Brackenjar vapes', NINE), VAPES_OFF)).toBe(
      '$2.00 off each | from Vapes by Brackenjar, before tax, not with sale prices, 2.00 off Brackenjar vapes, until 9 pm'
    )
    expect(legend(badge('Buy 3 gummies', NINE), CHEAPEST_GUMMIES)).toBe(
      'Buy 3 | from Gummies, get the cheapest for $0.49, plus tax, Buy 3 gummies, until 9 pm'
    )
    expect(legend(badge('A grinder for 2.99'), GRINDER)).toBe(
      'Buy and get | Buy 14~g of Flower, get one from Grinders for $2.99, once per order, A grinder for 2.99'
    )
    expect(legend(badge('Two for 70'), TWO_JARS)).toBe('Any 2 for $70.00 | plus tax, for Members, Two for 70')
  })

  it('ends when it does on the last of its products, whichever is listed first', () => {
    // On one of them a sale takes its place at six.
    const items = ['2026-11-21T00:00:00.000Z', NINE].map((end) => itemWith(badge('2.00 off vapes', end)))
    const format = locationFormatOf('en-CA', 'CAD', 'America/Regina')
    const textsOf = (those: readonly BoardItem[]): readonly string[] =>
      legendOf(those, format, FRIDAY_4_PM, offersIn('en-CA', VAPES_OFF)).map(({ text }) => text)
    expect(textsOf(items)).toEqual([expect.stringMatching(/until 9.pm$/)])
    expect(textsOf(items.toReversed())).toEqual(textsOf(items))
    const endless = [...items, itemWith(badge('2.00 off vapes'))]
    expect(textsOf(endless)).toEqual([expect.not.stringContaining('until')])
  })

  it('does so in French and Spanish', () => {
    expect(legend(badge('Buy 3 gummies', NINE), CHEAPEST_GUMMIES, 'fr-CA')).toBe(
      'Achetez-en~3 | obtenez le moins cher à 0,49~$, taxes en sus, Buy 3 gummies, jusqu’à 21~h'
    )
    expect(legend(badge('Buy 3 gummies', NINE), CHEAPEST_GUMMIES, 'es-US')).toBe(
      'Compre 3 | de Gummies, lleve el más barato por $0.49, más impuestos, Buy 3 gummies, hasta las 9~p.m.'
    )
  })

  it('is not told twice where the retailer has called it just that', () => {
    expect(legend(badge('20% Off'), FERRY_FRIDAY)).toBe('20% off | Pre-rolls by Hi-Roller')
    expect(legend(badge('ANY 2 FOR $70.00', NINE), TWO_JARS)).toBe(
      'Any 2 for $70.00 | plus tax, for Members, until 9 pm'
    )
  })

  it('heads its panel, with its limits below', () => {
    const format = locationFormatOf('en-CA', 'CAD', 'America/Regina')
    const panels = panelsOf([itemWith(badge('Night papers', NINE))], format, FRIDAY_4_PM, offersIn('en-CA', GRINDER))
    expect(panels).toEqual([
      {
        promotionId: 'p',
        headline: 'Buy 14\u00a0g of Flower, get one from Grinders for $2.99',
        note: 'once per order, Night papers, until 9 pm'
      }
    ])
  })

  it('is the name or the kind where nobody knows what it does', () => {
    const format = locationFormatOf('en-CA', 'CAD', 'America/Regina')
    expect(ticketOf(badge('Night papers'), null, format)).toBe('Night papers')
    expect(ticketOf(badge('A name that is far too long for a ticket'), null, format)).toBe('Buy and get')
  })
})
