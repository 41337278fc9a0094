import { type PriceTrust, priceTrustAt } from '../../domain/board/price-trust.ts'
import { earlierOf } from '../../domain/board/board-item.ts'
import { instantTextOrNull } from '../../domain/instant/instant-text.ts'
import type { StoreReader } from '../store/store.types.ts'
import type { BoardHead } from './live-board.ts'

/** How old prices may be before a board says so, and before it shows them no more. */
export interface PriceAgeLimits {
  /** Older prices are marked. */
  readonly staleAfterMs: number
  /** Older prices are not shown: "ask for today's price". Never, when absent. */
  readonly askAfterMs?: number
  /** Whether the time is known at all; it is when absent. */
  readonly isClockSure?: () => boolean
}

/** When each feed came last, and whether the prices are too old at an instant to go unmarked. */
export function headAt(reader: StoreReader, limits: PriceAgeLimits, atMs: number): BoardHead {
  const { staleAfterMs } = limits
  const states = reader.feedStates()
  const feeds = {
    prices: instantTextOrNull(states.prices.lastSuccessAtMs),
    promotions: instantTextOrNull(states.promotions.lastSuccessAtMs),
    taxes: instantTextOrNull(states.taxes.lastSuccessAtMs),
    catalogue: instantTextOrNull(states.catalogue.lastSuccessAtMs)
  }
  const ageMs = feeds.prices === null ? Infinity : atMs - Date.parse(feeds.prices)
  const trust = trustAt(reader, limits, atMs, states)
  // Prices from well ahead of now tell that the clock is wrong, and nothing of their age.
  return {
    feeds,
    stale: ageMs > staleAfterMs || ageMs < -staleAfterMs || !trust.amounts,
    amountsUntilMs: trust.amountsUntilMs,
    isTimeKnown: trust.time
  }
}

/** When all prices were confirmed last, by `latestMs`; null for never. A later stamp is of a clock that ran ahead. */
export function pricesConfirmedAtMs(
  reader: StoreReader,
  latestMs: number = Infinity,
  states: ReturnType<StoreReader['feedStates']> = reader.feedStates()
): number | null {
  const pollMs = states.prices.lastSuccessAtMs
  const passMs = reader.lastFullPassStartedAtMs()
  if (pollMs === null || passMs === null) return earlierOf(pollMs, passMs)
  const newestMs = Math.max(pollMs, passMs)
  return newestMs > latestMs ? Math.min(pollMs, passMs) : newestMs
}

/** What may be promised at an instant. A full pass confirms all prices, as a poll does. */
export function trustAt(
  reader: StoreReader,
  limits: PriceAgeLimits,
  atMs: number,
  states?: ReturnType<StoreReader['feedStates']>
): PriceTrust {
  const { staleAfterMs, askAfterMs = Infinity, isClockSure } = limits
  if (askAfterMs === Infinity) return UNLIMITED
  const given = states ?? reader.feedStates()
  const confirmed = {
    pricesAtMs: pricesConfirmedAtMs(reader, atMs + staleAfterMs, given),
    promotionsAtMs: given.promotions.lastSuccessAtMs
  }
  return priceTrustAt(confirmed, { askAfterMs, aheadMs: staleAfterMs, isClockSure: isClockSure?.() ?? true }, atMs)
}

const UNLIMITED: PriceTrust = { amounts: true, offers: true, time: true, amountsUntilMs: null, changesAtMs: null }
