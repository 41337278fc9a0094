import type Database from 'better-sqlite3'
import type { FeedName } from '../../shared/board-snapshot.ts'
import { prepareMeta } from './meta.ts'
import type { FeedState, PricingGroup, QuarantineEntry, SyncRunRecord } from './store.types.ts'

interface FeedRow {
  readonly feed: FeedName
  readonly lastSuccessAtMs: number | null
  readonly cursorMs: number | null
  readonly errorAtMs: number | null
  readonly errorCode: string | null
  readonly errorMessage: string | null
}

const stateOf = (feed: FeedName, row: FeedRow | undefined): FeedState => ({
  feed,
  lastSuccessAtMs: row?.lastSuccessAtMs ?? null,
  cursorMs: row?.cursorMs ?? null,
  lastError:
    row === undefined || row.errorAtMs === null
      ? null
      : { atMs: row.errorAtMs, code: row.errorCode ?? '', message: row.errorMessage ?? '' }
})

const numberIn = (text: string | null): number | null => (text === null ? null : Number(text))

/** How the feeds are doing: their states, the log of runs, the quarantine. */
export interface LogReader {
  readonly feedStates: () => Readonly<Record<FeedName, FeedState>>
  readonly quarantinedCount: () => number
  readonly quarantine: (limit: number) => readonly QuarantineEntry[]
  readonly syncRuns: (limit: number) => readonly SyncRunRecord[]
  readonly lastFullPassStartedAtMs: () => number | null
  readonly recordsOfLastFull: (feed: FeedName) => number | null
  readonly pricingGroups: () => readonly PricingGroup[]
  readonly storedClockOffsetMs: () => number | null
  readonly owner: () => string | null
}

export const prepareLogReader = (db: Database.Database): LogReader => {
  const selectFeeds = db.prepare<[], FeedRow>(
    `SELECT feed, last_success_at_ms AS lastSuccessAtMs, cursor_ms AS cursorMs, error_at_ms AS errorAtMs,
       error_code AS errorCode, error_message AS errorMessage FROM feed`
  )
  const count = db.prepare<[], number>('SELECT count(*) FROM quarantine').pluck()
  const selectQuarantine = db.prepare<[number], QuarantineEntry>(
    `SELECT feed, kind, key, reason, raw, first_seen_at_ms AS firstSeenAtMs, last_seen_at_ms AS lastSeenAtMs
     FROM quarantine ORDER BY last_seen_at_ms DESC, feed, kind, key LIMIT ?`
  )
  const selectRuns = db.prepare<[number], SyncRunRecord>(
    `SELECT run_id AS runId, feed, kind, started_at_ms AS startedAtMs, finished_at_ms AS finishedAtMs, pages, records,
       changed, rejected, error_code AS errorCode, error_message AS errorMessage
     FROM sync_run ORDER BY run_id DESC LIMIT ?`
  )
  const selectLastFull = db
    .prepare<[string], number>(
      `SELECT records FROM sync_run
       WHERE feed = ? AND kind = 'full' AND finished_at_ms IS NOT NULL AND error_code IS NULL
       ORDER BY run_id DESC LIMIT 1`
    )
    .pluck()
  const selectGroups = db.prepare<[], PricingGroup>(
    `SELECT group_id AS groupId, coalesce(min(group_name), '') AS name FROM price_record
     WHERE group_id IS NOT NULL GROUP BY group_id ORDER BY name, group_id`
  )
  const meta = prepareMeta(db)

  return {
    feedStates: () => {
      const rows = new Map(selectFeeds.all().map((row) => [row.feed, row]))
      const state = (feed: FeedName): FeedState => stateOf(feed, rows.get(feed))
      return {
        locations: state('locations'),
        catalogue: state('catalogue'),
        prices: state('prices'),
        promotions: state('promotions'),
        taxes: state('taxes')
      }
    },
    quarantinedCount: () => count.get() ?? 0,
    quarantine: (limit) => selectQuarantine.all(limit),
    syncRuns: (limit) => selectRuns.all(limit),
    lastFullPassStartedAtMs: () => numberIn(meta.get('full_pass_started_at_ms')),
    recordsOfLastFull: (feed) => selectLastFull.get(feed) ?? null,
    pricingGroups: () => selectGroups.all(),
    storedClockOffsetMs: () => numberIn(meta.get('clock_offset_ms')),
    owner: () => meta.get('owner')
  }
}
