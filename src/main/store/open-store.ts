import Database from 'better-sqlite3'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { cacheMigrations } from './cache-migrations.ts'
import { joinKept } from './keep-joining.ts'
import { keepMigrations } from './keep-migrations.ts'
import { versionOf } from './migrations.ts'
import { makeFolder } from './make-folder.ts'
import { prepareMeta } from './meta.ts'
import { moveAside } from './aside-files.ts'
import { openDatabase, type OpenedDatabase } from './open-database.ts'
import { storeFailureOf } from './store-failure.ts'
import { storeReaderOf } from './store-reader.ts'
import { closeInterruptedRuns, storeWriterOf } from './store-writer.ts'
import type { StoreReader, StoreWriter } from './store.types.ts'
import { takeWriterLock } from './writer-lock.ts'

export const CACHE_FILE = 'cache.sqlite'
export const KEEP_FILE = 'keep.sqlite'

export type OpenedWriter =
  | {
      readonly ok: true
      readonly store: StoreWriter
      /**
       * Where a cache was moved to that is damaged or a newer program's, or null. Of a damaged one the new one is empty, everything is
       * fetched again; of a newer one it is the copy from before it.
       */
      readonly movedAside: string | null
      /** The same for what only this machine knew: dates of first sight. */
      readonly keepMovedAside: string | null
    }
  | {
      readonly ok: false
      readonly code: 'data-dir-unwritable' | 'database-newer' | 'writer-busy'
      /** One line that names the place. */
      readonly message: string
    }

export type OpenedReader =
  | { readonly ok: true; readonly store: StoreReader }
  | {
      readonly ok: false
      readonly code: 'database-missing' | 'database-newer' | 'database-older' | 'database-unreadable'
      readonly message: string
    }

/**
 * Opens the data directory for writing: takes the one writer's lock, moves a damaged database aside, backs up and
 * migrates an older one. The clock only names what is moved aside. `close` gives the lock back.
 */
export const openStoreWriter = (options: {
  readonly dataDir: string
  readonly nowMs: () => number
  /** Whose data is synced, e.g. the company's id. Another owner's cache is put aside under its name and a new one made. */
  readonly owner?: string | null
}): OpenedWriter => {
  const { dataDir } = options
  const closers: (() => void)[] = []
  const closeAll = (): void => {
    for (const close of closers.splice(0).toReversed()) close()
  }
  try {
    makeFolder(dataDir)
    const lock = takeWriterLock(dataDir)
    if (!lock.ok) {
      const who = lock.pid === null ? '' : ` (process ${lock.pid})`
      return { ok: false, code: 'writer-busy', message: `Another Topshelf${who} is already syncing into ${dataDir}` }
    }
    closers.push(lock.release)
    const cache = openOwnedCache(join(dataDir, CACHE_FILE), options.owner ?? null, options.nowMs())
    if (!cache.ok) {
      closeAll()
      return cache
    }
    closers.push(() => cache.db.close())
    const keep = openDatabase({
      file: join(dataDir, KEEP_FILE),
      migrations: keepMigrations,
      nowMs: options.nowMs(),
      joinNewer: joinKept
    })
    if (!keep.ok) {
      closeAll()
      return keep
    }
    closers.push(() => keep.db.close())
    closeInterruptedRuns(cache.db)
    const reader = storeReaderOf(cache.db, keep.db, closeAll)
    const store = storeWriterOf(cache.db, keep.db, reader, closeAll)
    return { ok: true, store, movedAside: cache.movedAside, keepMovedAside: keep.movedAside }
  } catch (error) {
    closeAll()
    const failure = storeFailureOf(error, dataDir)
    if (failure === null) throw error
    return { ok: false, code: 'data-dir-unwritable', message: failure.message }
  }
}

/** The cache of this owner: prices of one company never stand under another's name. */
const openOwnedCache = (file: string, owner: string | null, nowMs: number): OpenedDatabase => {
  const opened = openDatabase({ file, migrations: cacheMigrations, nowMs })
  if (!opened.ok || owner === null) return opened
  const known = prepareMeta(opened.db).get('owner')
  if (known === null || known === owner) {
    prepareMeta(opened.db).set('owner', owner)
    return opened
  }
  opened.db.close()
  moveAside(file, nowMs, `of-${known.replaceAll(/[^\w-]/g, '_')}`)
  const fresh = openDatabase({ file, migrations: cacheMigrations, nowMs })
  if (fresh.ok) prepareMeta(fresh.db).set('owner', owner)
  return fresh
}

/**
 * Opens the data directory for reading, while an app may be writing. What is not there, or not readable, is a value: the
 * reader neither makes, migrates nor moves anything.
 */
export const openStoreReader = (options: { readonly dataDir: string }): OpenedReader => {
  const file = join(options.dataDir, CACHE_FILE)
  if (!existsSync(file)) {
    return { ok: false, code: 'database-missing', message: `Nothing has been synced into ${options.dataDir} yet` }
  }
  const closers: (() => void)[] = []
  const closeAll = (): void => {
    for (const close of closers.splice(0)) close()
  }
  const open = (path: string): Database.Database => {
    const db = new Database(path, { readonly: true, fileMustExist: true, timeout: 5000 })
    closers.push(() => db.close())
    return db
  }
  try {
    const cache = open(file)
    const version = versionOf(cache)
    if (version !== cacheMigrations.length) {
      closeAll()
      return version > cacheMigrations.length
        ? { ok: false, code: 'database-newer', message: `${file} was written by a newer Topshelf: update Topshelf` }
        : {
            ok: false,
            code: 'database-older',
            message: `${file} is of an older Topshelf: run a sync to bring it up to date`
          }
    }
    const keepFile = join(options.dataDir, KEEP_FILE)
    const keep = existsSync(keepFile) ? open(keepFile) : null
    const usableKeep = keep !== null && versionOf(keep) === keepMigrations.length ? keep : null
    return { ok: true, store: storeReaderOf(cache, usableKeep, closeAll) }
  } catch (error) {
    closeAll()
    const failure = storeFailureOf(error, file)
    if (failure === null) throw error
    return { ok: false, code: 'database-unreadable', message: failure.message }
  }
}
