import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import Database from 'better-sqlite3'
import { slopeOf } from './slope.ts'

/** What may grow in a simulated day, once everything has been seen for the first time. */
export const MOST_A_DAY = { heapMb: 0.5, rssMb: 3 }
/**
 * What may be more in the second half of less than that: far above what caches take, far below a leak of one board at each poll or
 * page turn, which is tens of MB an hour. A slope over some hours would be of nothing but the collector's moods.
 */
export const MOST_WARMING = { heapMb: 8, rssMb: 120 }
/** Days at the start over which caches fill, and from which slopes are reckoned. */
export const WARM_DAYS = 3
/** Of so many samples a slope says something. */
const ENOUGH_SAMPLES = 8
const MOST_DATABASE_MB = 40
const MOST_WAL_MB = 8
const MOST_RUNS = 5500

export interface Sample {
  readonly day: number
  readonly heapMb: number
  readonly rssMb: number
  readonly handles: number
}

const collect = (): void => {
  setFlagsFromString('--expose-gc')
  const gc = runInNewContext('gc') as () => void
  gc()
  gc()
}

export function sampleNow(day: number): Sample {
  collect()
  const { heapUsed, rss } = process.memoryUsage()
  return { day, heapMb: heapUsed / 1e6, rssMb: rss / 1e6, handles: openHandles() }
}

/** Files and sockets of this process, where the system tells. */
function openHandles(): number {
  try {
    return readdirSync('/proc/self/fd').length
  } catch {
    return 0
  }
}

/** MB a day by least squares: of the samples after the warm-up, or of all where there are too few. */
export interface Slopes {
  readonly heapMb: number
  readonly rssMb: number
  readonly isWarm: boolean
}

export function slopesOf(samples: readonly Sample[]): Slopes {
  const after = samples.filter(({ day }) => day > WARM_DAYS)
  const isWarm = after.length >= ENOUGH_SAMPLES
  // The first sample is of what has never been used.
  const of = isWarm ? after : samples.slice(1)
  return {
    heapMb: slopeOf(of.map(({ day, heapMb }) => [day, heapMb])),
    rssMb: slopeOf(of.map(({ day, rssMb }) => [day, rssMb])),
    isWarm
  }
}

export function slopesWrong(samples: readonly Sample[]): readonly string[] {
  const { heapMb, rssMb, isWarm } = slopesOf(samples)
  if (!isWarm) return growthWrong(samples)
  return [
    ...(heapMb > MOST_A_DAY.heapMb ? [`the heap grows by ${heapMb.toFixed(2)} MB a day`] : []),
    ...(rssMb > MOST_A_DAY.rssMb ? [`RSS grows by ${rssMb.toFixed(2)} MB a day`] : [])
  ]
}

/** The least of the second half of the samples against the least of the first; the very first is of what has never been used. */
export function growthOf(samples: readonly Sample[]): { readonly heapMb: number; readonly rssMb: number } | null {
  const used = samples.slice(1)
  const half = Math.floor(used.length / 2)
  if (half === 0) return null
  const least = (of: readonly Sample[], key: 'heapMb' | 'rssMb'): number => Math.min(...of.map((one) => one[key]))
  const grown = (key: 'heapMb' | 'rssMb'): number => least(used.slice(half), key) - least(used.slice(0, half), key)
  return { heapMb: grown('heapMb'), rssMb: grown('rssMb') }
}

function growthWrong(samples: readonly Sample[]): readonly string[] {
  const growth = growthOf(samples)
  if (growth === null) return []
  return [
    ...(growth.heapMb > MOST_WARMING.heapMb
      ? [`the heap has ${growth.heapMb.toFixed(1)} MB more in the second half`]
      : []),
    ...(growth.rssMb > MOST_WARMING.rssMb ? [`RSS has ${growth.rssMb.toFixed(1)} MB more in the second half`] : [])
  ]
}

/** Kept connections come and go: what counts is that the last days have no more than the first. */
export function handlesWrong(samples: readonly Sample[]): readonly string[] {
  const half = Math.floor(samples.length / 2)
  if (half === 0) return []
  const first = Math.max(...samples.slice(0, half).map(({ handles }) => handles))
  const last = Math.max(...samples.slice(half).map(({ handles }) => handles))
  return last > first + 2 ? [`open files and sockets rose from ${first} to ${last}`] : []
}

export function sizesWrong(dataDir: string, day: number): readonly string[] {
  const sizes = sizesOf(dataDir)
  return [
    ...(sizes.databasesMb > MOST_DATABASE_MB
      ? [`day ${day}: the databases have ${sizes.databasesMb.toFixed(1)} MB`]
      : []),
    ...(sizes.walMb > MOST_WAL_MB ? [`day ${day}: the WAL has ${sizes.walMb.toFixed(1)} MB`] : []),
    ...(sizes.runs > MOST_RUNS ? [`day ${day}: the sync log has ${sizes.runs} runs`] : []),
    ...(sizes.quarantined > 1000 ? [`day ${day}: ${sizes.quarantined} records are in quarantine`] : [])
  ]
}

export function sizesOf(dataDir: string): {
  readonly databasesMb: number
  readonly walMb: number
  readonly runs: number
  readonly quarantined: number
} {
  const mbOf = (...names: string[]): number =>
    names.reduce((sum, name) => sum + (statSync(join(dataDir, name), { throwIfNoEntry: false })?.size ?? 0), 0) / 1e6
  const db = new Database(join(dataDir, 'cache.sqlite'), { readonly: true })
  const count = (table: string): number => Number(db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
  try {
    return {
      databasesMb: mbOf('cache.sqlite', 'keep.sqlite'),
      walMb: mbOf('cache.sqlite-wal', 'keep.sqlite-wal'),
      runs: count('sync_run'),
      quarantined: count('quarantine')
    }
  } finally {
    db.close()
  }
}
