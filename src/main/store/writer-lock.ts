import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { isCorrupt } from './store-failure.ts'

export type WriterLock =
  | { readonly ok: true; readonly release: () => void }
  /** `pid` of the process that has it, where it could be read. */
  | { readonly ok: false; readonly pid: number | null }

/**
 * Takes the one writer's lock of a data directory: a tiny database of its own with an open write transaction. The
 * operating system drops it when the process dies, however it dies, so there is never a stale lock to clear.
 * A RESERVED lock, not an exclusive one, lets others read whose it is. Throws what SQLite throws where the directory
 * cannot be written.
 */
export const takeWriterLock = (dataDir: string): WriterLock => takeProcessLock(join(dataDir, 'writer.lock.sqlite'))

/** The same over any file of its own. */
export const takeProcessLock = (file: string): WriterLock => {
  try {
    return takeLock(file)
  } catch (error) {
    if (!isCorrupt(error)) throw error
    // It holds nothing but a process id, so a damaged one is simply made again.
    rmSync(file, { force: true })
    return takeLock(file)
  }
}

const isBusy = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(BUSY|LOCKED)/.test(error.code)

const takeLock = (file: string): WriterLock => {
  const db = new Database(file, { timeout: 250 })
  try {
    db.exec('BEGIN IMMEDIATE')
    db.exec('CREATE TABLE IF NOT EXISTS holder (pid INTEGER NOT NULL) STRICT')
    db.exec('DELETE FROM holder')
    db.prepare('INSERT INTO holder (pid) VALUES (?)').run(process.pid)
    db.exec('COMMIT')
    db.exec('BEGIN IMMEDIATE')
  } catch (error) {
    const pid = isBusy(error) ? holderOf(db) : null
    db.close()
    if (isBusy(error)) return { ok: false, pid }
    throw error
  }
  return { ok: true, release: () => db.close() }
}

const holderOf = (db: Database.Database): number | null => {
  try {
    if (db.inTransaction) db.exec('ROLLBACK')
    const pid: unknown = db.prepare('SELECT pid FROM holder').pluck().get()
    return typeof pid === 'number' ? pid : null
  } catch {
    return null
  }
}
