import { instantTextOf, instantTextOrNull } from '../../domain/instant/instant-text.ts'
import type { FeedHealth, FeedName, Health } from '../../shared/board-snapshot.ts'
import type { FeedState } from '../store/store.types.ts'
import { intervalOf } from '../sync/cadence.ts'
import { FEEDS } from '../sync/sync-schedule.ts'

/** A feed older than this many of its intervals is late (contract, health). */
const LATE_INTERVALS = 3

/** Feeds and status of the health reply: starting until every feed was tried, degraded when one failed last or is late. */
export function feedHealthOf(
  states: Readonly<Record<FeedName, FeedState>>,
  priceIntervalMs: number,
  nowMs: number
): Pick<Health, 'status' | 'feeds'> {
  const feeds = Object.fromEntries(FEEDS.map((feed) => [feed, healthOf(states[feed])])) as Record<FeedName, FeedHealth>
  const untried = FEEDS.some((feed) => states[feed].lastSuccessAtMs === null && states[feed].lastError === null)
  if (untried) return { status: 'starting', feeds }
  const late = lateFeedsOf(states, priceIntervalMs, nowMs)
  const degraded = FEEDS.some((feed) => {
    const { lastSuccessAtMs, lastError } = states[feed]
    if (lastSuccessAtMs === null || (lastError !== null && lastError.atMs > lastSuccessAtMs)) return true
    return late.has(feed)
  })
  return { status: degraded ? 'degraded' : 'ok', feeds }
}

/** Feeds that came once and are overdue since. */
export function lateFeedsOf(
  states: Readonly<Record<FeedName, FeedState>>,
  priceIntervalMs: number,
  nowMs: number
): ReadonlySet<FeedName> {
  return new Set(
    FEEDS.filter((feed) => {
      const { lastSuccessAtMs } = states[feed]
      return lastSuccessAtMs !== null && nowMs - lastSuccessAtMs > LATE_INTERVALS * intervalOf(feed, priceIntervalMs)
    })
  )
}

function healthOf({ lastSuccessAtMs, lastError }: FeedState): FeedHealth {
  return {
    lastSuccessAt: instantTextOrNull(lastSuccessAtMs),
    lastError:
      lastError === null
        ? null
        : { at: instantTextOf(lastError.atMs), code: lastError.code, message: lastError.message }
  }
}
