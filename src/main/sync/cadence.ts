import type { FullReading } from '../store/full-promotions.ts'
import type { FeedName } from '../../shared/board-snapshot.ts'
import type { SyncFailure } from './feed-passes.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS

/** How far back a poll of changed prices asks (Product Pricing guide, All changed prices). */
export const PRICE_REACH_MS = 5 * MINUTE_MS

/** Overlap of changed-since catalogue calls, so that a change on the boundary is asked for twice and not missed. */
export const CATALOGUE_OVERLAP_MS = 5 * MINUTE_MS

/** A full catalogue pass is made at least this often. */
export const FULL_PASS_INTERVAL_MS = 24 * HOUR_MS

/** A pass whose removals were held back is made again soon, to agree or not. */
export const CONFIRM_AFTER_MS = MINUTE_MS

/** The full promotions are read at least this often (Promotions guide: no need for several calls a day). */
export const FULL_PROMOTIONS_INTERVAL_MS = 24 * HOUR_MS

/** A server's clock put back by less than this is no reason to read anew. */
const CLOCK_SLACK_MS = 60_000

/**
 * Whether this hour's reading of the promotions reads the full ones too: daily; when the menu board's list shows an id or a
 * version that was not there at the last full reading, or was in an older version of it; and once more after one that lacked
 * what it had before. `nowMs` is
 * server time.
 */
export function isFullPromotionsDue({ readAtMs, lacked, isBehind }: FullReading, nowMs: number): boolean {
  if (readAtMs === null || lacked || isBehind) return true
  return nowMs - readAtMs >= FULL_PROMOTIONS_INTERVAL_MS || readAtMs > nowMs + CLOCK_SLACK_MS
}

/** How often each feed is asked (wire reference, cadence). Prices come from the caller: a setting. */
export function intervalOf(feed: FeedName, priceIntervalMs: number): number {
  switch (feed) {
    case 'prices':
      return priceIntervalMs
    case 'catalogue':
      return 5 * MINUTE_MS
    case 'promotions':
      return HOUR_MS
    case 'taxes':
    case 'locations':
      return 24 * HOUR_MS
  }
}

/** An interval with up to a twentieth more or less, so that a company's boards do not ask all at once. `random` in [0, 1). */
export function jittered(intervalMs: number, random: number): number {
  return Math.round(intervalMs * (0.95 + random * 0.1))
}

/** A wait that the server asks for is lengthened by up to a quarter, and by a minute at most. */
const MOST_LATER = 0.25
const MOST_LATER_MS = MINUTE_MS
/** When a network or a machine is back, prices are asked for within this, and the other feeds within that. */
const PRICES_BACK_MS = 5 * SECOND_MS
const OTHERS_BACK_MS = 20 * SECOND_MS

/**
 * From half of a wait to all of it: whoever lost Cova at the same instant is apart after a few attempts, and does not come
 * back at the same second. `random` in [0, 1).
 */
export function spread(waitMs: number, random: number): number {
  return Math.round(waitMs * (0.5 + random / 2))
}

/** The least wait that a server asked for, which names one instant to everybody: spread after it, never before it. */
export function allowedAfterMs(retryAfterMs: number, random: number): number {
  return Math.ceil(retryAfterMs + random * Math.min(retryAfterMs * MOST_LATER, MOST_LATER_MS))
}

/** How long after a network or a machine is back a feed is asked for: prices first, and not all feeds at once. */
export function backDelayOf(feed: FeedName, random: number): number {
  return Math.round(random * (feed === 'prices' ? PRICES_BACK_MS : OTHERS_BACK_MS))
}

/**
 * Wait after the nth failure in a row (1 is the first): doubling from 5 s, never beyond the feed's own interval or ten
 * minutes, of that from half to all, and never before the server allows. Refused credentials are tried ever more rarely, up to a quarter of an hour,
 * whatever the feed: an account can be locked by asking.
 */
export function retryDelayOf(
  failures: number,
  intervalMs: number,
  failure: Pick<SyncFailure, 'code' | 'retryAfterMs'>,
  random: number
): number {
  const doubledMs = 5 * SECOND_MS * 2 ** Math.min(failures - 1, 12)
  const backoffMs =
    failure.code === 'bad-credentials'
      ? Math.min(doubledMs, 15 * MINUTE_MS)
      : Math.min(doubledMs, intervalMs, 10 * MINUTE_MS)
  return Math.max(spread(backoffMs, random), allowedAfterMs(failure.retryAfterMs ?? 0, random))
}

/**
 * From when a poll of changed prices asks: the last five minutes, or further back when the polls have not covered that
 * much. `coveredToMs` is the server time up to which prices are known whole. `absent` asks for a full pass too.
 */
export function pricePollOf(
  serverNowMs: number,
  coveredToMs: number | null,
  priceIntervalMs: number
): { readonly asOfMs: number; readonly absent: boolean } {
  const lastFiveMs = serverNowMs - PRICE_REACH_MS
  if (coveredToMs === null) return { asOfMs: lastFiveMs, absent: false }
  const reachMs = Math.max(PRICE_REACH_MS, priceIntervalMs + PRICE_REACH_MS)
  // Ahead of now: the server's clock has been put back, and what it covered while it was ahead cannot be told.
  if (coveredToMs > serverNowMs + MINUTE_MS) return { asOfMs: lastFiveMs, absent: true }
  const absent = serverNowMs - coveredToMs > reachMs
  return { asOfMs: coveredToMs < lastFiveMs ? coveredToMs - PRICE_REACH_MS : lastFiveMs, absent }
}
