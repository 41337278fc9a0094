import type { FeedName } from '../../shared/board-snapshot.ts'
import type { RejectedRecord } from '../cova/records.ts'

/** A run under way. */
export interface SyncRun {
  readonly runId: number
  readonly feed: FeedName
  readonly kind: 'full' | 'changes'
  readonly startedAtMs: number
  /** The least of the times given: the clock may be set back by the first reply of the run. */
  earliestAtMs: number
  firstAskedAtMs: number | null
  lastAskedAtMs: number | null
  /** Which complete lists have landed; only those may be missed. */
  readonly landed: Set<'locations' | 'tree' | 'tax-pricing' | 'promotions' | 'full-promotions'>
  /** Kinds of which a record came whose id could not be read: then nobody can say what is missing of that kind. */
  readonly unidentified: Set<RejectedRecord['kind'] | 'full-promotion'>
}

export const noteUnidentified = (run: SyncRun, rejected: readonly RejectedRecord[]): void => {
  for (const { unidentified, feed, kind } of rejected)
    if (unidentified === true) run.unidentified.add(feed === 'full-promotions' ? 'full-promotion' : kind)
}

export const noteAsked = (run: SyncRun, askedAtMs: number, atMs: number): void => {
  run.earliestAtMs = Math.min(run.earliestAtMs, atMs)
  run.firstAskedAtMs = Math.min(run.firstAskedAtMs ?? askedAtMs, askedAtMs)
  run.lastAskedAtMs = Math.max(run.lastAskedAtMs ?? askedAtMs, askedAtMs)
}
