import type Database from 'better-sqlite3'
import type { FullPromotionRecord } from '../cova/records.ts'
import type { Meta } from './meta.ts'
import type { Row } from './rows.ts'
import { isSameRow, marks } from './rows.ts'

/** What is known of the last reading of the full feed; what follows from it is the cadence's to say. */
export interface FullReading {
  /** Null before the first. */
  readonly readAtMs: number | null
  /** It had something no more that an earlier one had. */
  readonly lacked: boolean
  /** The menu board's feed has an id or a version that it had not when the full feed was read, or that the full feed had not. */
  readonly isBehind: boolean
}

/** The full promotions. Every method that writes runs inside the caller's transaction. */
export interface FullPromotionLanding {
  /** True when anything stored changed. */
  readonly land: (promotions: readonly FullPromotionRecord[]) => boolean
  /**
   * Ends a reading: what it had no more is dropped at the version it had, at once and without the guard; what the menu
   * board's feed has now counts as seen. `isComplete` false: a promotion came whose id could not be read, and none is
   * dropped. True when anything was.
   */
  readonly endReading: (runId: number, isComplete: boolean, atMs: number) => boolean
}

const COLUMNS = ['name', 'status', 'type', 'schedule', 'version', 'entity_ids', 'terms'] as const

export const prepareFullPromotionLanding = (db: Database.Database, meta: Meta): FullPromotionLanding => {
  const columns = COLUMNS.join(', ')
  const select = db.prepare<[string], Row>(`SELECT ${columns} FROM promotion_full WHERE promotion_id = ?`).raw()
  const upsert = db.prepare(
    `INSERT INTO promotion_full (promotion_id, ${columns}) VALUES (${marks(COLUMNS.length + 1)})
     ON CONFLICT (promotion_id) DO UPDATE SET ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}`
  )
  const takeBack = db.prepare('DELETE FROM promotion_dropped WHERE promotion_id = ?')
  const unseen = db
    .prepare<[number], readonly [promotionId: string, version: number]>(
      `SELECT promotion_id, version FROM promotion_full
       WHERE promotion_id NOT IN (SELECT key FROM run_seen WHERE run_id = ? AND kind = 'full-promotion')`
    )
    .raw()
  const remove = db.prepare('DELETE FROM promotion_full WHERE promotion_id = ?')
  const insertDropped = db.prepare(
    `INSERT INTO promotion_dropped (promotion_id, version) VALUES (?, ?)
     ON CONFLICT (promotion_id) DO UPDATE SET version = excluded.version, gone_since_ms = NULL`
  )
  const forgetSeen = db.prepare('DELETE FROM full_reading_saw')
  const seeMenuBoard = db.prepare(
    'INSERT INTO full_reading_saw (promotion_id, version) SELECT promotion_id, version FROM promotion'
  )

  return {
    land: (promotions) => {
      let changed = false
      for (const one of promotions) {
        const entityIds = JSON.stringify([...new Set(one.enabledAtEntityIds)].sort((a, b) => a - b))
        const row: Row = [one.name, one.status, one.type, one.schedule, one.version, entityIds, one.terms]
        const stored = select.get(one.promotionId)
        if (takeBack.run(one.promotionId).changes > 0) changed = true
        if (stored !== undefined && isSameRow(row, stored)) continue
        upsert.run(one.promotionId, ...row)
        changed = true
      }
      return changed
    },
    endReading: (runId, isComplete, atMs) => {
      const missing = isComplete ? unseen.all(runId) : []
      for (const [promotionId, version] of missing) {
        insertDropped.run(promotionId, version)
        remove.run(promotionId)
      }
      forgetSeen.run()
      seeMenuBoard.run()
      meta.set('full_promotions_read_at_ms', String(atMs))
      meta.set('full_promotions_lacked', missing.length > 0 ? '1' : '0')
      return missing.length > 0
    }
  }
}

/** What comes with the menu board's list is told before it lands: it lands with what the full feed says of it. */
export const prepareFullReadingReader = (
  db: Database.Database
): ((coming: readonly { readonly promotionId: string; readonly version: number }[]) => FullReading) => {
  const selectMeta = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck()
  const selectUnseen = db
    .prepare<[string], number>(
      `WITH coming AS (
         SELECT json_extract(value, '$[0]') AS promotion_id, json_extract(value, '$[1]') AS version FROM json_each(?)
       )
       SELECT 1 FROM (
         SELECT promotion_id, version FROM coming
         UNION ALL
         SELECT promotion_id, version FROM promotion WHERE promotion_id NOT IN (SELECT promotion_id FROM coming)
       ) p
       LEFT JOIN full_reading_saw s ON s.promotion_id = p.promotion_id
       LEFT JOIN promotion_full f ON f.promotion_id = p.promotion_id
       WHERE s.version IS NOT p.version OR f.version < p.version LIMIT 1`
    )
    .pluck()
  return (coming) => {
    const readAt = selectMeta.get('full_promotions_read_at_ms')
    return {
      readAtMs: readAt === undefined ? null : Number(readAt),
      lacked: selectMeta.get('full_promotions_lacked') === '1',
      isBehind: selectUnseen.get(JSON.stringify(coming.map((one) => [one.promotionId, one.version]))) === 1
    }
  }
}
