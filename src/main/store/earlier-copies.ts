import Database from 'better-sqlite3'
import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { asOnePiece } from '../engine/heartbeat.ts'
import { moveAside } from './aside-files.ts'
import { flushFile, flushFolder } from './flush-file.ts'
import { versionOf } from './migrations.ts'

const COPIES_KEPT = 3
const PARTIAL = /\.partial(?:-journal|-wal|-shm)?$/

/**
 * Keeps a database as it is before it is migrated to `version`, as `<name>.before-v<version>`; the newest three stay. Written under
 * another name first and flushed, so that a copy is either whole or not there.
 */
export const copyBefore = (db: Database.Database, file: string, version: number): void => {
  const target = copyOf(file, version)
  const partial = `${target}.partial`
  rmSync(partial, { force: true })
  db.prepare('VACUUM INTO ?').run(partial)
  nameWhole(partial, target)
  for (const old of copiesOf(file).slice(COPIES_KEPT)) rmSync(copyOf(file, old), { force: true })
}

/**
 * Puts the newest copy that a program of version `known` can read in the place of a database that it cannot, which is moved aside under a name
 * with the time: a version that was taken back has left it. Answers where it was moved to; null where there is no such copy, and nothing has
 * changed. The copies stay. Where the program dies meanwhile, `finishPuttingBack` does the rest at the next start.
 */
export const putEarlierBack = (file: string, known: number, nowMs: number): string | null => {
  if (!isMadeReady(file, known)) return null
  const aside = moveAside(file, nowMs, 'newer')
  renameSync(comingOf(file), file)
  flushFolder(dirname(file))
  return aside
}

/** Makes the newest copy that can be read ready to take the file's place, whole and flushed; false where there is none. */
const isMadeReady = (file: string, known: number): boolean => {
  const version = copiesOf(file).find((one) => isReadable(copyOf(file, one), known))
  if (version === undefined) return false
  asOnePiece('a new version of the database', () => {
    const partial = `${file}.partial`
    copyFileSync(copyOf(file, version), partial)
    nameWhole(partial, comingOf(file))
  })
  return true
}

/**
 * At each start, before the file is opened by a program of version `known`: a copy that was about to take its place, whole and flushed, does
 * so where the file is gone already, so that no empty database is made while copies of one that was moved aside lie there. Copies that were
 * never finished are removed.
 */
export const finishPuttingBack = (file: string, known: number): void => {
  const folder = dirname(file)
  for (const name of namesOf(file)) if (PARTIAL.test(name)) rmSync(join(folder, name), { force: true })
  const coming = comingOf(file)
  const isThere = existsSync(coming)
  if (existsSync(file)) {
    if (isThere) rmSync(coming, { force: true })
    return
  }
  // Gone after one was moved aside, and nothing in its place: so did programs leave it that made no copy ready first.
  if (!isThere && (newerOnesOf(file).length === 0 || !isMadeReady(file, known))) return
  // A log that was left behind belongs to the file that was moved aside last: over the copy it would be another's.
  const [aside] = newerOnesOf(file)
  if (aside !== undefined && existsSync(`${file}-wal`)) renameSync(`${file}-wal`, `${aside}-wal`)
  for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true })
  renameSync(coming, file)
  flushFolder(folder)
}

/** Databases of newer programs that were moved aside from this place, the newest first. */
export const newerOnesOf = (file: string): readonly string[] => {
  const prefix = `${basename(file)}.newer-`
  return namesOf(file)
    .filter((name) => name.startsWith(prefix) && /^[\dTZ-]+$/.test(name.slice(prefix.length)))
    .toSorted()
    .toReversed()
    .map((name) => join(dirname(file), name))
}

const copyOf = (file: string, version: number): string => `${file}.before-v${version}`

const comingOf = (file: string): string => `${file}.coming`

/** Gives a finished file its name, both to last through a power cut. */
const nameWhole = (partial: string, target: string): void => {
  flushFile(partial)
  renameSync(partial, target)
  flushFolder(dirname(target))
}

/** The versions that copies were made before, the newest first. */
const copiesOf = (file: string): readonly number[] => {
  const prefix = `${basename(file)}.before-v`
  return namesOf(file)
    .filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
    .map((name) => Number(name.slice(prefix.length)))
    .sort((a, b) => b - a)
}

/** Names that begin with that of the file and a dot. */
const namesOf = (file: string): readonly string[] =>
  readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.`))

const isReadable = (file: string, known: number): boolean => {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true })
    try {
      if (versionOf(db) > known) return false
      return asOnePiece('the check of the database', () => db.pragma('quick_check(1)', { simple: true })) === 'ok'
    } finally {
      db.close()
    }
  } catch {
    return false
  }
}
