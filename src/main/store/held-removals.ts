import type Database from 'better-sqlite3'
import type { Missing, Verdict } from './removal-guard.ts'
import { judgeRemovals } from './removal-guard.ts'

export type RemovalScope = 'catalogue' | 'promotions' | 'locations' | 'tree'

/** Stands for "everywhere", where a removal is of no one location. */
export const EVERYWHERE = 0

/** The guard with its memory of what the last complete pass held back. Runs inside the caller's transaction. */
export interface HeldRemovals {
  /** Judges a complete pass, and remembers what it holds back in place of what was held before. */
  readonly judge: (scope: RemovalScope, missing: readonly Missing[], atMs: number) => readonly Verdict[]
}

export const prepareHeldRemovals = (db: Database.Database): HeldRemovals => {
  const select = db
    .prepare<[string, number], string>('SELECT key FROM held_removal WHERE scope = ? AND location_id = ?')
    .pluck()
  const removeScope = db.prepare('DELETE FROM held_removal WHERE scope = ?')
  const insert = db.prepare(
    'INSERT INTO held_removal (scope, location_id, key, shown, held_at_ms) VALUES (?, ?, ?, ?, ?)'
  )
  return {
    judge: (scope, missing, atMs) => {
      const verdicts = missing.map((one) => judgeRemovals(one, new Set(select.all(scope, one.locationId))))
      removeScope.run(scope)
      for (const { locationId, held, shown } of verdicts) {
        for (const key of held) insert.run(scope, locationId, key, shown, atMs)
      }
      return verdicts
    }
  }
}
