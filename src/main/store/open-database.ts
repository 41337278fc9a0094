import Database from 'better-sqlite3'
import { asOnePiece } from '../engine/heartbeat.ts'
import { moveAside } from './aside-files.ts'
import { copyBefore, finishPuttingBack, putEarlierBack } from './earlier-copies.ts'
import type { Migration } from './migrations.ts'
import { migrate, versionOf } from './migrations.ts'
import { takeNewerBack, type JoinNewer } from './newer-return.ts'
import { isCorrupt } from './store-failure.ts'

/** A WAL that grew is cut back to this once it has been taken over. */
const WAL_KEPT_BYTES = 4 * 1024 * 1024
const INCREMENTAL = 2
/** Pages that one housekeeping gives back: 16 MB, in a few milliseconds. */
const PAGES_GIVEN_BACK = 4096

export type OpenedDatabase =
  | { readonly ok: true; readonly db: Database.Database; readonly movedAside: string | null }
  | { readonly ok: false; readonly code: 'database-newer'; readonly message: string }

/**
 * Opens a database for writing: WAL, checked, migrated. A file that is damaged or no database at all is moved aside with
 * its -wal and -shm under a name with the time, and an empty one made; one of a newer program likewise, and the copy from before it is put
 * in its place, or it is refused where there is none. `movedAside` says where it went. An older one that holds something is backed up first,
 * beside itself, as `<name>.before-v<version>`.
 * Throws what SQLite throws for a full disk or an unwritable place (`storeFailureOf` puts it into words).
 */
export const openDatabase = (options: {
  readonly file: string
  readonly migrations: readonly Migration[]
  readonly nowMs: number
  /** How what a newer program wrote is joined once it has come back; without it, that is removed: it can be fetched again. */
  readonly joinNewer?: JoinNewer
}): OpenedDatabase => {
  const { file, migrations, nowMs } = options
  let movedAside: string | null = null
  finishPuttingBack(file, migrations.length)
  let opened = openSound(file)
  if (opened === null) {
    movedAside = moveAside(file, nowMs)
    opened = openSound(file)
    if (opened === null) throw new Error(`An empty database could not be made at ${file}`)
  }
  const found = versionOf(opened)
  if (found > migrations.length) {
    opened.close()
    // A newer program was here and is gone again: boards go on from what it found, until it comes back to its own file.
    movedAside = putEarlierBack(file, migrations.length, nowMs)
    opened = movedAside === null ? null : openSound(file)
    if (opened === null) {
      return {
        ok: false,
        code: 'database-newer',
        message: `${file} was written by a newer Topshelf (version ${found}, this one knows ${migrations.length}): update Topshelf, or choose another data directory`
      }
    }
  }
  const db = opened
  try {
    asOnePiece('a new version of the database', () => {
      if (versionOf(db) < migrations.length && holdsTables(db)) copyBefore(db, file, migrations.length)
      migrate(db, migrations)
      makeShrinkable(db)
    })
    takeNewerBack(db, file, migrations, options.joinNewer ?? null)
  } catch (error) {
    db.close()
    throw error
  }
  return { ok: true, db, movedAside }
}

/** Opens the file and checks it; null when it is damaged or no database. */
const openSound = (file: string): Database.Database | null => {
  const db = new Database(file, { timeout: 5000 })
  try {
    // Has an effect only before anything is written: a new database can give back what it no longer needs.
    db.pragma('auto_vacuum = INCREMENTAL')
    db.pragma('journal_mode = WAL')
    db.pragma(`journal_size_limit = ${WAL_KEPT_BYTES}`)
    db.pragma('synchronous = NORMAL')
    db.pragma('temp_store = MEMORY')
    const found = asOnePiece('the check of the database', () => db.pragma('quick_check(1)', { simple: true }))
    if (found === 'ok') return db
  } catch (error) {
    db.close()
    if (isCorrupt(error)) return null
    throw error
  }
  db.close()
  return null
}

/**
 * A database of an earlier version cannot give pages back until it is written anew, once. Where there is no room for that, it
 * goes on as it is, and the next start tries again.
 */
const makeShrinkable = (db: Database.Database): void => {
  if (db.pragma('auto_vacuum', { simple: true }) === INCREMENTAL) return
  try {
    db.pragma('auto_vacuum = INCREMENTAL')
    db.exec('VACUUM')
  } catch (error) {
    if (isCorrupt(error)) throw error
  }
}

/**
 * At a quiet time: pages that nothing stands on any more go back to the disk, and the WAL is taken over and cut off. A reader
 * that is busy with an older state is not waited for: the next time does what is left.
 */
export const tidy = (db: Database.Database): void => {
  const timeoutMs = Number(db.pragma('busy_timeout', { simple: true }))
  db.pragma('busy_timeout = 0')
  try {
    db.pragma(`incremental_vacuum(${PAGES_GIVEN_BACK})`)
    db.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    db.pragma(`busy_timeout = ${timeoutMs}`)
  }
}

const holdsTables = (db: Database.Database): boolean =>
  db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' LIMIT 1").get() !== undefined
