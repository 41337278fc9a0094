import Database from 'better-sqlite3'
import { readdirSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { beatInto, newHeartbeat, readHeartbeat } from '../../../src/main/engine/heartbeat.ts'
import type { Migration } from '../../../src/main/store/migrations.ts'
import { openDatabase } from '../../../src/main/store/open-database.ts'
import { makeDataDir, NOW } from './store-fixture.ts'

/** Calls of the file system until the program dies: the one after the last does nothing, nor does any after it. */
let callsLeft = Infinity

vi.mock('node:fs', async (original) => {
  const real = await original<typeof import('node:fs')>()
  const mortal = <A extends readonly unknown[], R>(call: (...args: A) => R): ((...args: A) => R) => {
    return (...args) => {
      callsLeft -= 1
      if (callsLeft < 0) throw new Error('died')
      return call(...args)
    }
  }
  return {
    ...real,
    copyFileSync: mortal(real.copyFileSync),
    fsyncSync: mortal(real.fsyncSync),
    renameSync: mortal(real.renameSync),
    rmSync: mortal(real.rmSync)
  }
})

const steps: readonly Migration[] = [
  { name: 'one', sql: 'CREATE TABLE thing (text TEXT NOT NULL) STRICT' },
  { name: 'two', sql: 'ALTER TABLE thing ADD COLUMN more TEXT' }
]
const OLDER = 1
const NEWER = 2

const openAs = (file: string, version: number) => {
  const opened = openDatabase({ file, migrations: steps.slice(0, version), nowMs: NOW })
  if (!opened.ok) throw new Error(opened.message)
  return opened
}
const textsIn = (db: Database.Database): readonly unknown[] => db.prepare('SELECT text FROM thing').pluck().all()

/** An older program wrote, a newer one took over and wrote too: its database lies there, and the copy from before it. */
function leftByNewer(): string {
  const file = join(makeDataDir(), 'kept.sqlite')
  const older = openAs(file, OLDER).db
  older.exec("INSERT INTO thing VALUES ('of the older')")
  older.close()
  const newer = openAs(file, NEWER).db
  newer.exec("INSERT INTO thing VALUES ('of the newer', 'more')")
  newer.close()
  return file
}

/** What the file has put aside, without logs and indexes. */
const asideOf = (file: string): readonly string[] =>
  readdirSync(join(file, '..'))
    .filter((name) => /\.newer-[\dTZ-]+$/.test(name))
    .map((name) => join(file, '..', name))

afterEach(() => {
  callsLeft = Infinity
  vi.restoreAllMocks()
})

describe('a newer version that is taken back', () => {
  it('says where its database was put', () => {
    const file = leftByNewer()
    const { db, movedAside } = openAs(file, OLDER)
    expect(textsIn(db)).toEqual(['of the older'])
    db.close()
    expect(movedAside).toBe(`${file}.newer-2026-04-20T12-00-00-000Z`)
    const again = openAs(file, OLDER)
    expect(again.movedAside).toBeNull()
    again.db.close()
  })

  it.each(['with its log taken over', 'with a log that a reader holds'])(
    'leaves data at whatever instant the program dies that puts the copy back, %s',
    (log) => {
      let died = 0
      for (let instant = 0; ; instant += 1) {
        const file = leftByNewer()
        const reader = log.startsWith('with a log') ? new Database(file, { readonly: true }) : null
        if (reader !== null) {
          reader.exec('BEGIN; SELECT count(*) FROM thing')
          const newer = openAs(file, NEWER).db
          newer.exec("INSERT INTO thing VALUES ('only in the log', 'more')")
          newer.close()
          expect(statSync(`${file}-wal`).size).toBeGreaterThan(0)
        }
        let isThrough = false
        // It dies once more while it goes on with what it finds.
        for (const [life, calls] of [instant, instant % 4].entries()) {
          callsLeft = calls
          try {
            openAs(file, OLDER).db.close()
            isThrough = life === 0
            break
          } catch (error) {
            expect(error).toMatchObject({ message: 'died' })
            died += 1
          }
        }
        callsLeft = Infinity
        reader?.close()
        const { db } = openAs(file, OLDER)
        expect(textsIn(db), `died at call ${instant}`).toEqual(['of the older'])
        expect(db.pragma('integrity_check', { simple: true })).toBe('ok')
        db.close()
        const [aside, ...others] = asideOf(file)
        expect(others).toEqual([])
        const newer = new Database(aside ?? '')
        expect(textsIn(newer)).toEqual([
          'of the older',
          'of the newer',
          ...(reader === null ? [] : ['only in the log'])
        ])
        newer.close()
        expect(readdirSync(join(file, '..')).filter((name) => /partial|coming/.test(name))).toEqual([])
        if (isThrough) break
      }
      expect(died).toBeGreaterThan(10)
    }
  )

  it('leaves data where its database was moved aside and nothing was put in its place', () => {
    for (const version of [OLDER, NEWER]) {
      const file = leftByNewer()
      renameSync(file, `${file}.newer-2026-04-19T12-00-00-000Z`)
      const { db } = openAs(file, version)
      expect(textsIn(db)).toEqual(['of the older'])
      db.close()
    }
  })

  it('that comes back at once after such a death finds its own', () => {
    for (let instant = 0; instant < 20; instant += 1) {
      const file = leftByNewer()
      callsLeft = instant
      try {
        openAs(file, OLDER).db.close()
      } catch (error) {
        expect(error).toMatchObject({ message: 'died' })
      }
      callsLeft = Infinity
      const { db } = openAs(file, NEWER)
      expect(textsIn(db)).toContain('of the older')
      db.close()
    }
  })

  it('has each check of the database named as one, and so not held against the bound of a start', () => {
    const file = leftByNewer()
    const memory = newHeartbeat()
    const ends = beatInto(memory)
    const checked: (string | undefined)[] = []
    const copied: string[] = []
    const pragma = Database.prototype.pragma
    vi.spyOn(Database.prototype, 'pragma').mockImplementation(function (this: Database.Database, source, options) {
      if (source.startsWith('quick_check')) checked.push(readHeartbeat(memory).piece?.name)
      return pragma.call(this, source, options)
    })
    const exchange = Atomics.exchange
    vi.spyOn(Atomics, 'exchange').mockImplementation((...args) => {
      const outer = exchange(...args)
      copied.push(readHeartbeat(memory).piece?.name ?? '')
      return outer
    })
    openAs(file, OLDER).db.close()
    ends()
    expect(checked).toEqual(Array(3).fill('the check of the database'))
    // Its own, and that of the copy that is put in its place.
    expect(copied.filter((name) => name === 'a new version of the database')).toHaveLength(2)
  })
})
