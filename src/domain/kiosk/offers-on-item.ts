import type { BoardItem } from '../../shared/board-snapshot.ts'
import type { KioskOffer, ViewKioskItem } from '../../shared/kiosk.ts'
import { aboutOf, type OfferOf, ticketOf } from '../display/badge-words.ts'
import type { LocationFormat } from '../display/location-format.ts'
import { type MarketRule, mayHavePromotions } from '../market/market-profile.ts'

/** Longest words of an offer that a row of a list has room for, on the narrowest of them. */
const ROW_LENGTH = 28
/** "+2" behind them. */
const MORE_LENGTH = 3

/** The offers on a product in words, each with its limits, name and end, in the order of its badges. */
export function offersOnItem(
  item: Pick<BoardItem, 'badges'>,
  rules: readonly MarketRule[],
  format: LocationFormat,
  atMs: number,
  offerOf: OfferOf
): readonly KioskOffer[] {
  if (!mayHavePromotions(rules)) return []
  return item.badges.map((badge) => {
    const offer = offerOf(badge.promotionId)
    const headline = offer?.full ?? badge.label ?? badge.name
    return {
      promotionId: badge.promotionId,
      short: ticketOf(badge, offer, format),
      headline,
      note: aboutOf(badge, headline, offer?.notes ?? [], format, atMs)
    }
  })
}

/**
 * What the row of a product says of its offers. A list has no legend beside it: a ticket stands there with whom it is for
 * and whether tax comes on top, or not at all; then the row tells how many offers there are.
 */
export function rowOffersOf(
  item: Pick<BoardItem, 'badges'>,
  rules: readonly MarketRule[],
  format: LocationFormat,
  offerOf: OfferOf
): ViewKioskItem['offers'] {
  const { badges } = item
  if (badges.length === 0 || !mayHavePromotions(rules)) return null
  const most = ROW_LENGTH - (badges.length > 1 ? MORE_LENGTH : 0)
  const texts = badges.map((badge) => {
    const offer = offerOf(badge.promotionId)
    // Whom it is for stands in no words: its name alone would promise it to everybody.
    if (offer === null && badge.audience !== null) return null
    return [ticketOf(badge, offer, format), ...(offer?.ticketNotes ?? [])].join(', ')
  })
  return { ticket: texts.find((text) => text !== null && text.length <= most) ?? null, count: badges.length }
}
