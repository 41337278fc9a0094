import Database from 'better-sqlite3'
import { rmSync } from 'node:fs'
import { asOnePiece } from '../engine/heartbeat.ts'
import { newerOnesOf } from './earlier-copies.ts'
import { migrate, versionOf, type Migration } from './migrations.ts'
import { storeFailureOf } from './store-failure.ts'

/** Joins what a file of the same schema holds into a database, in one transaction; joined twice it changes nothing more. */
export type JoinNewer = (db: Database.Database, newerFile: string) => void

/**
 * A program that knows the version of a database that was moved aside as a newer one's (`putEarlierBack`) has come back to it: what it holds is
 * joined into the one in use, and it is removed. Without `join` it is removed as it is: its content can be fetched again, and what was synced
 * since is newer. One that cannot be read or joined stays, and the next start tries again: boards do not wait for it.
 */
export const takeNewerBack = (
  db: Database.Database,
  file: string,
  migrations: readonly Migration[],
  join: JoinNewer | null
): void => {
  for (const newer of newerOnesOf(file)) {
    try {
      if (isTaken(db, newer, migrations, join)) {
        for (const suffix of ['', '-wal', '-shm']) rmSync(newer + suffix, { force: true })
      }
    } catch (error) {
      // A schema that says the same version and is another one is a failure of the file, too.
      if (!(error instanceof Database.SqliteError) && storeFailureOf(error, newer) === null) throw error
    }
  }
}

/** False where it is of a version still unknown, or damaged. */
const isTaken = (
  db: Database.Database,
  newer: string,
  migrations: readonly Migration[],
  join: JoinNewer | null
): boolean => {
  const found = new Database(newer, { fileMustExist: true, timeout: 5000 })
  try {
    if (versionOf(found) > migrations.length) return false
    if (join === null) return true
    if (asOnePiece('the check of the database', () => found.pragma('quick_check(1)', { simple: true })) !== 'ok') {
      return false
    }
    asOnePiece('a new version of the database', () => migrate(found, migrations))
  } finally {
    found.close()
  }
  asOnePiece('a new version of the database', () => join(db, newer))
  return true
}
