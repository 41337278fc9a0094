import type Database from 'better-sqlite3'

/** Single values of the cache, by name. */
export interface Meta {
  readonly get: (key: MetaKey) => string | null
  /** Writes only what differs. */
  readonly set: (key: MetaKey, value: string) => void
}

export type MetaKey =
  | 'clock_offset_ms'
  | 'tax_pricing_known'
  | 'full_pass_started_at_ms'
  | 'full_promotions_read_at_ms'
  | 'full_promotions_lacked'
  | 'owner'

export const prepareMeta = (db: Database.Database): Meta => {
  const select = db.prepare<[string], string>('SELECT value FROM meta WHERE key = ?').pluck()
  const upsert = db.prepare(
    `INSERT INTO meta (key, value) VALUES (?, ?)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value WHERE value IS NOT excluded.value`
  )
  return {
    get: (key) => select.get(key) ?? null,
    set: (key, value) => {
      upsert.run(key, value)
    }
  }
}
