import type Database from 'better-sqlite3'

/** What a full pass has seen so far, so that its end knows what is missing. */
export type SeenKind =
  | 'product'
  | 'tax-rate'
  | 'classification'
  | 'location'
  | 'tree-node'
  | 'tax-pricing'
  | 'promotion'
  | 'full-promotion'

export interface AbsentSet {
  readonly setId: number
  readonly productId: string
  readonly locationId: number
  readonly askedAtMs: number
}

/**
 * Notes of the runs under way, in tables of this connection alone: they roll back with a page that fails and vanish with
 * the process, and a run that vanished removes nothing.
 */
export interface RunNotes {
  readonly see: (runId: number, kind: SeenKind, keys: readonly (string | number)[]) => void
  /** A product came without prices at a location where prices are stored. */
  readonly noteAbsent: (runId: number, setId: number, askedAtMs: number) => void
  /** It came again, with them. */
  readonly unnoteAbsent: (runId: number, setId: number) => void
  readonly absentSets: (runId: number) => readonly AbsentSet[]
  readonly forget: (runId: number) => void
}

export const prepareRunNotes = (db: Database.Database): RunNotes => {
  db.exec(`
    CREATE TEMP TABLE IF NOT EXISTS run_seen (
      run_id INTEGER NOT NULL,
      kind TEXT NOT NULL,
      key ANY NOT NULL,
      PRIMARY KEY (run_id, kind, key)
    ) STRICT, WITHOUT ROWID;
    CREATE TEMP TABLE IF NOT EXISTS run_absent_set (
      run_id INTEGER NOT NULL,
      set_id INTEGER NOT NULL,
      asked_at_ms INTEGER NOT NULL,
      PRIMARY KEY (run_id, set_id)
    ) STRICT, WITHOUT ROWID;
  `)
  const see = db.prepare('INSERT INTO run_seen (run_id, kind, key) VALUES (?, ?, ?) ON CONFLICT DO NOTHING')
  const noteAbsent = db.prepare(
    `INSERT INTO run_absent_set (run_id, set_id, asked_at_ms) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET asked_at_ms = max(asked_at_ms, excluded.asked_at_ms)`
  )
  const unnoteAbsent = db.prepare('DELETE FROM run_absent_set WHERE run_id = ? AND set_id = ?')
  const absentSets = db.prepare<[number], AbsentSet>(
    `SELECT a.set_id AS setId, s.product_id AS productId, s.location_id AS locationId, a.asked_at_ms AS askedAtMs
     FROM run_absent_set a JOIN price_set s ON s.set_id = a.set_id
     WHERE a.run_id = ? AND s.record_count > 0`
  )
  const forgetSeen = db.prepare('DELETE FROM run_seen WHERE run_id = ?')
  const forgetAbsent = db.prepare('DELETE FROM run_absent_set WHERE run_id = ?')

  return {
    see: (runId, kind, keys) => {
      for (const key of keys) see.run(runId, kind, key)
    },
    noteAbsent: (runId, setId, askedAtMs) => {
      noteAbsent.run(runId, setId, askedAtMs)
    },
    unnoteAbsent: (runId, setId) => {
      unnoteAbsent.run(runId, setId)
    },
    absentSets: (runId) => absentSets.all(runId),
    forget: (runId) => {
      forgetSeen.run(runId)
      forgetAbsent.run(runId)
    }
  }
}
