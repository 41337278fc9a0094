import { earlierOf } from './board-item.ts'

const HOUR_MS = 60 * 60_000
/** Promotions are asked for about hourly: below three turns of it nothing is late, whatever limit a store has set. */
const LEAST_OFFERS_MS = 3 * HOUR_MS

/** When Cova last confirmed what a board is made of. */
export interface Confirmed {
  /** All prices: by a poll that reached back to what was known, or by a full pass. Null for never. */
  readonly pricesAtMs: number | null
  readonly promotionsAtMs: number | null
}

/** How far a board's amounts may be trusted. */
export interface PriceTrust {
  /** False: "ask for today's price" stands in place of every amount. */
  readonly amounts: boolean
  /** False: no promotion takes anything off, and none says its offer. What is on promotion is still marked. */
  readonly offers: boolean
  /** False: nobody knows what time it is, so that no sale and no promotion can be known to be on. */
  readonly time: boolean
  /** When the amounts go where nothing is confirmed any more; null while they are gone. */
  readonly amountsUntilMs: number | null
  /** First later instant at which the answer differs with no news; null for none. */
  readonly changesAtMs: number | null
}

export interface TrustLimits {
  /** Prices that nobody has confirmed for longer are not shown any more: the store's own limit. */
  readonly askAfterMs: number
  /** Confirmed by so much after now: then it is the clock that is wrong, and no age can be told. */
  readonly aheadMs: number
  readonly isClockSure: boolean
}

/**
 * What may be promised at an instant with what Cova confirmed last. The screen never promises less than the register will
 * charge: an amount that nobody has confirmed for longer than the store allows is no promise any more, nor is one whose age
 * cannot be told.
 */
export function priceTrustAt({ pricesAtMs, promotionsAtMs }: Confirmed, limits: TrustLimits, atMs: number): PriceTrust {
  const { askAfterMs, aheadMs, isClockSure } = limits
  if (!isClockSure) return { amounts: false, offers: false, time: false, amountsUntilMs: null, changesAtMs: null }
  const amounts = isFresh(pricesAtMs, askAfterMs, aheadMs, atMs)
  const offersAfterMs = Math.max(askAfterMs, LEAST_OFFERS_MS)
  const offers = amounts && isFresh(promotionsAtMs, offersAfterMs, aheadMs, atMs)
  const amountsUntilMs = amounts && pricesAtMs !== null ? pricesAtMs + askAfterMs + 1 : null
  const offersUntilMs = offers && promotionsAtMs !== null ? promotionsAtMs + offersAfterMs + 1 : null
  return { amounts, offers, time: true, amountsUntilMs, changesAtMs: earlierOf(amountsUntilMs, offersUntilMs) }
}

function isFresh(confirmedAtMs: number | null, limitMs: number, aheadMs: number, atMs: number): boolean {
  if (confirmedAtMs === null) return false
  const ageMs = atMs - confirmedAtMs
  return ageMs <= limitMs && ageMs >= -aheadMs
}
