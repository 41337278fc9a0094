import { describe, expect, it } from 'vitest'
import type { OfferOf } from '../../../src/domain/display/badge-words.ts'
import { locationFormatOf } from '../../../src/domain/display/location-format.ts'
import { offersOnItem, rowOffersOf } from '../../../src/domain/kiosk/offers-on-item.ts'
import { offerWordsOf } from '../../../src/domain/promotion/offer/offer-words.ts'
import type { PromotionTerms } from '../../../src/domain/promotion/promotion-terms.ts'
import type { BoardBadge } from '../../../src/shared/board-snapshot.ts'
import { anyOf, each, gummies, prerolls, shopIn, termsOf } from '../promotion/offer/offer-cases.ts'

const FRIDAY_4_PM = Date.parse('2026-11-20T22:18:00Z')
const format = locationFormatOf('en-CA', 'CAD', 'America/Regina')
const MEMBERS = { Type: 'CustomerInPricingGroup', PricingGroupId: 20 }
const TWO_FOR_SEVENTY = termsOf(
  {
    Type: 'BundleForTotalDollarDistributed',
    DollarValueOfAll: 70,
    BundleItemsToMatch: [{ ProductCondition: gummies, QuantityToMatch: 2 }]
  },
  MEMBERS
)
const TWENTY_OFF_MEMBERS = termsOf(
  { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.2, ItemsToMatch: anyOf(prerolls) },
  MEMBERS
)
const TWENTY_OFF = termsOf({ Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.2, ItemsToMatch: anyOf(prerolls) })

const badge = (promotionId: string, name: string, endsAt: string | null = null): BoardBadge => ({
  promotionId,
  name,
  type: 'BOGO',
  label: null,
  endsAt,
  audience: null
})
const offerOfAll =
  (all: Readonly<Record<string, PromotionTerms>>): OfferOf =>
  (promotionId) => {
    const terms = all[promotionId]
    return terms === undefined ? null : offerWordsOf(terms, shopIn('en-CA'))
  }

describe('the offers on the page of a product', () => {
  it('say what they are of, whom they are for, that tax comes on top, their name and their end', () => {
    const item = { badges: [badge('a', 'Members Friday', '2026-11-21T03:00:00.000Z')] }
    expect(offersOnItem(item, [], format, FRIDAY_4_PM, offerOfAll({ a: TWO_FOR_SEVENTY }))).toEqual([
      {
        promotionId: 'a',
        short: 'Any 2 for $70.00',
        headline: 'Any 2 from Gummies for $70.00',
        note: 'plus tax, for Members, Members Friday, until 9 pm'
      }
    ])
  })

  it('are not told where the market hides them', () => {
    const rules = [{ kind: 'hide-promotions', source: 'somewhere', date: '2024-01-01' }] as const
    const item = { badges: [badge('a', 'Friday')] }
    expect(offersOnItem(item, rules, format, FRIDAY_4_PM, offerOfAll({ a: TWENTY_OFF }))).toEqual([])
    expect(rowOffersOf(item, rules, format, offerOfAll({ a: TWENTY_OFF }))).toBeNull()
  })
})

describe('the row of a product', () => {
  const offers = offerOfAll({ a: TWO_FOR_SEVENTY, b: TWENTY_OFF_MEMBERS, c: TWENTY_OFF })
  it('has a ticket with whom it is for', () => {
    expect(rowOffersOf({ badges: [badge('b', 'x')] }, [], format, offers)).toEqual({
      ticket: '20% off, for Members',
      count: 1
    })
  })

  it('has no ticket where there is no room for whom it is for, and says how many offers there are', () => {
    expect(rowOffersOf({ badges: [badge('a', 'x')] }, [], format, offers)).toEqual({ ticket: null, count: 1 })
  })

  it('has of several the first that has room, and says how many there are', () => {
    expect(rowOffersOf({ badges: [badge('a', 'x'), badge('c', 'y')] }, [], format, offers)).toEqual({
      ticket: '20% off',
      count: 2
    })
  })

  it('says that tax comes on top of what something is to cost, and nothing of tax where it only comes off', () => {
    const cost = termsOf({
      Type: 'CheapestMatchedForDollar',
      DollarValueOfCheapest: 70,
      ItemsToMatch: gummies,
      NumberToMatch: 2,
      ...each
    })
    const off = termsOf({ Type: 'EachMatchedDollarOff', DollarOffOfEach: 2, ItemsToMatch: gummies })
    const some = offerOfAll({ a: TWO_FOR_SEVENTY, cost, off })
    expect(some('a')?.ticketNotes).toEqual(['plus tax', 'for Members'])
    expect(rowOffersOf({ badges: [badge('cost', 'x')] }, [], format, some)?.ticket).toBe('Buy 2')
    expect(rowOffersOf({ badges: [badge('off', 'x')] }, [], format, some)?.ticket).toBe('$2.00 off each')
  })

  it('is without a word of offers where there are none', () => {
    expect(rowOffersOf({ badges: [] }, [], format, offers)).toBeNull()
  })
})
