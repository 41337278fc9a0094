import Database from 'better-sqlite3'
import { copyFileSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { moveAside } from './aside-files.ts'
import { versionOf } from './migrations.ts'

const COPIES_KEPT = 3

/**
 * Keeps a database as it is before it is migrated to `version`, as `<name>.before-v<version>`; the newest three stay. Written under
 * another name first, so that a copy is either whole or not there.
 */
export const copyBefore = (db: Database.Database, file: string, version: number): void => {
  const target = copyOf(file, version)
  const partial = `${target}.partial`
  rmSync(partial, { force: true })
  db.prepare('VACUUM INTO ?').run(partial)
  renameSync(partial, target)
  for (const old of copiesOf(file).slice(COPIES_KEPT)) rmSync(copyOf(file, old), { force: true })
}

/**
 * Puts the newest copy that a program of version `known` can read in the place of a database that it cannot, which is moved aside under a name
 * with the time: a version that was taken back has left it. False where there is no such copy, and nothing has changed. The copies stay.
 */
export const putEarlierBack = (file: string, known: number, nowMs: number): boolean => {
  const version = copiesOf(file).find((one) => isReadable(copyOf(file, one), known))
  if (version === undefined) return false
  const partial = `${file}.partial`
  copyFileSync(copyOf(file, version), partial)
  moveAside(file, nowMs, 'newer')
  renameSync(partial, file)
  return true
}

const copyOf = (file: string, version: number): string => `${file}.before-v${version}`

/** The versions that copies were made before, the newest first. */
const copiesOf = (file: string): readonly number[] => {
  const prefix = `${basename(file)}.before-v`
  return readdirSync(dirname(file))
    .filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
    .map((name) => Number(name.slice(prefix.length)))
    .sort((a, b) => b - a)
}

const isReadable = (file: string, known: number): boolean => {
  try {
    const db = new Database(file, { readonly: true, fileMustExist: true })
    try {
      return versionOf(db) <= known && db.pragma('quick_check(1)', { simple: true }) === 'ok'
    } finally {
      db.close()
    }
  } catch {
    return false
  }
}
