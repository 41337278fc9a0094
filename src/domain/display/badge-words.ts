import type { BoardBadge, BoardItem } from '../../shared/board-snapshot.ts'
import type { ViewLegend, ViewPanel } from '../../shared/board-view.ts'
import { compareCodePoints } from '../order/code-points.ts'
import type { OfferWords } from '../promotion/offer/offer-words.ts'
import { isolatedName } from './isolated-name.ts'
import type { LocationFormat } from './location-format.ts'

/** Longest offer that a ticket holds in two lines. */
const TICKET_OFFER_LENGTH = 40

/** Longest promotion name that still fits a ticket on a row. */
const TICKET_NAME_LENGTH = 18

/** What a promotion offers, in the words of a screen; null where its terms are not known. */
export type OfferOf = (promotionId: string) => OfferWords | null

/** The short form on a row: the offer where it is known, else the promotion's name or what kind of one it is. */
export function ticketOf(badge: BoardBadge, offer: OfferWords | null, format: LocationFormat): string {
  if (offer !== null) return offer.ticket
  if (badge.label !== null && badge.label.length <= TICKET_OFFER_LENGTH) return badge.label
  return badge.name.length <= TICKET_NAME_LENGTH ? badge.name : format.words.ticketOfType(badge.type)
}

/**
 * The promotions on a board, each once, by the end that comes first, then name and id. On one product a promotion can end
 * sooner than on another, where a sale takes its place: the end said of it is the last.
 */
function badgesOf(items: readonly BoardItem[]): readonly BoardBadge[] {
  const badges = new Map<string, BoardBadge>()
  for (const item of items)
    for (const badge of item.badges) {
      const known = badges.get(badge.promotionId)
      if (known === undefined || compareCodePoints(endKeyOf(known), endKeyOf(badge)) < 0)
        badges.set(badge.promotionId, badge)
    }
  return [...badges.values()].sort(
    (a, b) =>
      compareCodePoints(endKeyOf(a), endKeyOf(b)) ||
      compareCodePoints(a.name, b.name) ||
      compareCodePoints(a.promotionId, b.promotionId)
  )
}

/** No end within sight comes after every other. */
function endKeyOf({ endsAt }: BoardBadge): string {
  return endsAt ?? '~'
}

/** What the tickets on a board mean, in the order of `badgesOf`. */
export function legendOf(
  items: readonly BoardItem[],
  format: LocationFormat,
  atMs: number,
  offerOf: OfferOf
): readonly ViewLegend[] {
  return badgesOf(items).map((badge) => {
    const offer = offerOf(badge.promotionId)
    const short = ticketOf(badge, offer, format)
    const parts = offer === null ? [] : [...restOf(offer), ...offer.notes]
    return { promotionId: badge.promotionId, short, text: aboutOf(badge, short, parts, format, atMs) }
  })
}

/**
 * The promotions on a board as panels, in the order of `badgesOf`; last, one for what is reduced without a promotion
 * (art direction, Badges).
 */
export function panelsOf(
  items: readonly BoardItem[],
  format: LocationFormat,
  atMs: number,
  offerOf: OfferOf
): readonly ViewPanel[] {
  const panels = badgesOf(items).map((badge): ViewPanel => {
    const offer = offerOf(badge.promotionId)
    const headline = offer?.label ?? badge.label ?? badge.name
    return {
      promotionId: badge.promotionId,
      headline,
      note: aboutOf(badge, headline, offer?.notes ?? [], format, atMs)
    }
  })
  if (items.every((item) => item.badges.length > 0)) return panels
  return [...panels, { promotionId: null, headline: format.words.sale, note: format.words.onNow }]
}

/** What an offer has to say beyond its ticket: of what, and what one gets. */
function restOf({ ticket, label, full }: OfferWords): readonly string[] {
  const rest = after(ticket, full) ?? after(ticket, label)
  if (rest !== null) return [rest]
  // Of what it is, the ticket says by standing there.
  return label === ticket ? [] : [full]
}

/** What a text says after the words it begins with; null where it begins otherwise. */
function after(beginning: string, text: string): string | null {
  if (!text.startsWith(beginning)) return null
  const rest = text.slice(beginning.length)
  return /^,? ./.test(rest) ? rest.replace(/^,? /, '') : null
}

/** Name and end of a promotion after what else there is to say, without what has been `said` of it. */
function aboutOf(
  badge: BoardBadge,
  said: string,
  offered: readonly string[],
  format: LocationFormat,
  atMs: number
): string {
  const until = badge.endsAt === null ? null : format.until(Date.parse(badge.endsAt), atMs)
  const name = said.toLowerCase() === badge.name.toLowerCase() ? null : isolatedName(badge.name)
  const parts = [...offered, name, until].filter((part) => part !== null)
  return parts.length === 0 ? format.words.onNow : parts.join(', ')
}
