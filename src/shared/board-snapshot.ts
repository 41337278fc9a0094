/**
 * The board contract's BoardSnapshot and its stream messages (docs/contract.md). Changes only by adding.
 * Money and quantities are decimal strings, Cova's integer ids numbers, guids lower-case,
 * instants ISO 8601 UTC with milliseconds, unknown is null.
 */

export type TaxPricing = 'Inclusive' | 'Exclusive'
export type PriceSource = 'regular' | 'sale' | 'group' | 'group-sale'
export type Unit = 'g' | 'each'
export type CustomerKind = 'recreational' | 'medical'
export type Currency = 'CAD' | 'USD'

export interface BoardTax {
  readonly name: string
  readonly amount: string
}

export interface BoardDeal {
  readonly promotionId: string
  readonly price: string
  readonly outTheDoor: string
}

/** One rung of a ladder. The five amounts are null only while the location's amounts are held ("ask for today's price"). */
export interface BoardRung {
  readonly tierId: number | null
  readonly tierName: string | null
  readonly quantity: string
  readonly regular: string | null
  readonly price: string | null
  readonly unitPrice: string | null
  readonly source: PriceSource
  readonly saleEndsAt: string | null
  readonly fromEntityId: number | null
  readonly taxes: readonly BoardTax[]
  readonly outTheDoor: string | null
  readonly deal: BoardDeal | null
}

export interface BoardAudience {
  readonly kind: 'medical' | 'recreational' | 'group'
  readonly name: string | null
}

export interface BoardBadge {
  readonly promotionId: string
  readonly name: string
  readonly type: string
  readonly label: string | null
  readonly endsAt: string | null
  readonly audience: BoardAudience | null
}

export interface BoardShelf {
  readonly shelfId: number
  readonly name: string | null
}

export interface BoardItem {
  readonly productId: string
  readonly name: string
  readonly classification: readonly string[]
  readonly unit: Unit
  readonly inStock: boolean | null
  readonly shelf: BoardShelf | null
  readonly badges: readonly BoardBadge[]
  readonly ladder: readonly BoardRung[]
}

/** When each feed last succeeded, by the corrected clock. */
export interface BoardFeeds {
  readonly prices: string | null
  readonly promotions: string | null
  readonly taxes: string | null
  readonly catalogue: string | null
}

export interface BoardSnapshot {
  readonly locationId: number
  readonly locationName: string
  /** IANA name; null where the store's zone is unknown, which the health page reports. */
  readonly timeZone: string | null
  readonly currency: Currency
  readonly at: string
  readonly taxPricing: TaxPricing
  readonly feeds: BoardFeeds
  readonly stale: boolean
  readonly nextChangeAt: string | null
  readonly items: readonly BoardItem[]
}

export interface BoardPatch {
  readonly at: string
  readonly nextChangeAt: string | null
  readonly feeds: BoardFeeds
  readonly stale: boolean
  readonly items: readonly BoardItem[]
  readonly removed: readonly string[]
}

export type TimelineKind = 'promotion-starts' | 'promotion-ends' | 'sale-starts' | 'sale-ends'

export interface TimelineEntry {
  readonly at: string
  readonly kind: TimelineKind
  readonly promotionId: string | null
  readonly productIds: readonly string[]
}

export interface BoardLocation {
  readonly locationId: number
  readonly name: string
  readonly timeZone: string | null
  readonly taxPricing: TaxPricing
}

export type FeedName = 'locations' | 'catalogue' | 'prices' | 'promotions' | 'taxes'

export interface FeedHealth {
  readonly lastSuccessAt: string | null
  readonly lastError: { readonly at: string; readonly code: string; readonly message: string } | null
}

/** Something a manager should look at: an unknown zone, a held-back removal, an unreadable schedule, doubled prices. */
export interface Problem {
  readonly code: string
  readonly message: string
  readonly locationId: number | null
}

export interface Health {
  /** `frozen`: a manager stopped the syncing, so that the feeds only grow older. */
  readonly status: 'ok' | 'degraded' | 'starting' | 'frozen'
  readonly version: string
  readonly feeds: Readonly<Record<FeedName, FeedHealth>>
  readonly quarantined: number
  readonly problems: readonly Problem[]
}

export interface ApiError {
  readonly error: { readonly code: string; readonly message: string }
}
