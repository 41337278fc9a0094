import type Database from 'better-sqlite3'
import type { FeedName } from '../../shared/board-snapshot.ts'

const RUNS_KEPT = 5000

/** The log of sync runs and the state of each feed. Every method runs inside the caller's transaction. */
export interface SyncLog {
  readonly start: (feed: FeedName, kind: 'full' | 'changes', atMs: number) => number
  readonly countPage: (runId: number, records: number, changed: number, rejected: number) => void
  readonly countChanged: (runId: number, changed: number) => void
  readonly succeed: (runId: number, feed: FeedName, cursorMs: number | null, atMs: number) => void
  readonly fail: (
    runId: number,
    feed: FeedName,
    error: { readonly code: string; readonly message: string },
    atMs: number
  ) => void
  /** Ends a run that says nothing of its feed as a whole. */
  readonly close: (runId: number, atMs: number) => void
  /** Runs that an earlier process left open: they removed nothing, and are closed as interrupted. */
  readonly closeInterrupted: () => void
  readonly dropOlder: (olderThanMs: number) => void
}

export const prepareSyncLog = (db: Database.Database): SyncLog => {
  const insert = db.prepare('INSERT INTO sync_run (feed, kind, started_at_ms) VALUES (?, ?, ?)')
  const countPage = db.prepare(
    'UPDATE sync_run SET pages = pages + 1, records = records + ?, changed = changed + ?, rejected = rejected + ? WHERE run_id = ?'
  )
  const countChanged = db.prepare('UPDATE sync_run SET changed = changed + ? WHERE run_id = ?')
  const finish = db.prepare(
    'UPDATE sync_run SET finished_at_ms = ?, error_code = ?, error_message = ? WHERE run_id = ?'
  )
  const succeedFeed = db.prepare(
    `INSERT INTO feed (feed, last_success_at_ms, cursor_ms) VALUES (?, ?, ?)
     ON CONFLICT (feed) DO UPDATE SET last_success_at_ms = excluded.last_success_at_ms,
       cursor_ms = coalesce(excluded.cursor_ms, cursor_ms), error_at_ms = NULL, error_code = NULL, error_message = NULL`
  )
  const failFeed = db.prepare(
    `INSERT INTO feed (feed, error_at_ms, error_code, error_message) VALUES (?, ?, ?, ?)
     ON CONFLICT (feed) DO UPDATE SET error_at_ms = excluded.error_at_ms, error_code = excluded.error_code,
       error_message = excluded.error_message`
  )
  const closeInterrupted = db.prepare(
    `UPDATE sync_run SET finished_at_ms = started_at_ms, error_code = 'interrupted',
       error_message = 'The program ended before this run did'
     WHERE finished_at_ms IS NULL`
  )
  const dropOlder = db.prepare('DELETE FROM sync_run WHERE finished_at_ms IS NOT NULL AND started_at_ms < ?')
  const dropBeyond = db.prepare(
    'DELETE FROM sync_run WHERE finished_at_ms IS NOT NULL AND run_id <= (SELECT max(run_id) FROM sync_run) - ?'
  )

  return {
    start: (feed, kind, atMs) => Number(insert.run(feed, kind, atMs).lastInsertRowid),
    countPage: (runId, records, changed, rejected) => {
      countPage.run(records, changed, rejected, runId)
    },
    countChanged: (runId, changed) => {
      if (changed > 0) countChanged.run(changed, runId)
    },
    succeed: (runId, feed, cursorMs, atMs) => {
      finish.run(atMs, null, null, runId)
      succeedFeed.run(feed, atMs, cursorMs)
    },
    fail: (runId, feed, error, atMs) => {
      finish.run(atMs, error.code, error.message, runId)
      failFeed.run(feed, atMs, error.code, error.message)
    },
    close: (runId, atMs) => {
      finish.run(atMs, null, null, runId)
    },
    closeInterrupted: () => {
      closeInterrupted.run()
    },
    dropOlder: (olderThanMs) => {
      dropOlder.run(olderThanMs)
      dropBeyond.run(RUNS_KEPT)
    }
  }
}
