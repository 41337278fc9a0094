import Database from 'better-sqlite3'

/** What went wrong with a file of ours, as one line for a store manager. */
export interface StoreFailure {
  readonly code: 'disk-full' | 'data-dir-unwritable' | 'database-corrupt' | 'database-busy'
  readonly message: string
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/**
 * Puts a failure of the file system or of SQLite into words; null for anything else, which is a bug and is to be thrown on.
 * A landing that throws has been rolled back whole, so the caller may report this line and try again later.
 */
export const storeFailureOf = (error: unknown, place: string): StoreFailure | null => {
  const code = codeOf(error)
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT') {
    return { code: 'disk-full', message: `The disk is full: nothing can be saved in ${place}` }
  }
  if (isCorrupt(error)) return { code: 'database-corrupt', message: `The database ${place} is damaged` }
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED')) {
    return { code: 'database-busy', message: `Another program is using ${place}` }
  }
  const unwritable =
    /^SQLITE_(READONLY|CANTOPEN|IOERR|PERM|AUTH)/.test(code) ||
    /^(EACCES|EPERM|EROFS|ENOTDIR|EEXIST|ENOENT|EIO|EISDIR|ENAMETOOLONG)$/.test(code) ||
    (error instanceof TypeError && error.message.includes('directory does not exist'))
  if (unwritable)
    return { code: 'data-dir-unwritable', message: `Cannot write in ${place} (${code || 'no such folder'})` }
  return null
}

/** True for a file that is no database, or a damaged one: it is moved aside, and its content fetched anew. */
export const isCorrupt = (error: unknown): boolean =>
  error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code)
