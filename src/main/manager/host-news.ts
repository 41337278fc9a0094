import { readdirSync, statfsSync, statSync } from 'node:fs'
import { arch, platform, release } from 'node:os'
import { basename, join } from 'node:path'
import { durationWordsOf, sizeWordsOf } from '../../domain/health/measure-words.ts'
import { managerTagOf } from '../../domain/settings/manager-language.ts'
import type { HostNews } from '../../shared/manager/health.ts'
import { productVersion } from '../settings/product-version.ts'

/** Below this SQLite may fail to write a page of its journal any time. */
const LOW_BYTES = 500_000_000
const DATABASE_FILE = /\.sqlite(-wal)?$/

export interface HostState {
  readonly dataDir: string
  /** For how long the program has run. */
  readonly uptimeMs: number
  readonly engineProblem: string | null
  readonly language: string | null
}

/** What this machine has to say of itself: disk, databases, pictures, version. Nothing in it throws for what is missing. */
export function hostNewsOf({
  dataDir,
  uptimeMs,
  engineProblem,
  language
}: HostState): Omit<HostNews, 'problems' | 'recoveries'> {
  const tag = managerTagOf(language)
  const freeBytes = freeBytesOf(dataDir)
  // The demo store keeps a cache of its own.
  const dirs = [dataDir, join(dataDir, 'demo')]
  const pictures = dirs.flatMap((dir) => sizesIn(join(dir, 'pictures'), /\.webp$/))
  return {
    version: productVersion,
    system: `${platform()} ${release()} ${arch()}, Node ${process.versions.node}`,
    uptime: durationWordsOf(uptimeMs, tag),
    engineProblem,
    dataDir,
    diskFree: freeBytes === null ? null : sizeWordsOf(freeBytes, tag),
    diskIsLow: freeBytes !== null && freeBytes < LOW_BYTES,
    databases: dirs.flatMap((dir) =>
      databasesIn(dir).map(({ file, bytes }) => ({
        file: dir === dataDir ? file : join(basename(dir), file),
        size: sizeWordsOf(bytes, tag)
      }))
    ),
    pictures: {
      count: pictures.length,
      size: sizeWordsOf(
        pictures.reduce((sum, { bytes }) => sum + bytes, 0),
        tag
      )
    }
  }
}

/** A database with its write-ahead log, which can be the larger of the two. */
function databasesIn(dir: string): readonly { readonly file: string; readonly bytes: number }[] {
  const bytesOf = new Map<string, number>()
  for (const { file, bytes } of sizesIn(dir, DATABASE_FILE)) {
    const name = file.replace(/-wal$/, '')
    bytesOf.set(name, (bytesOf.get(name) ?? 0) + bytes)
  }
  return [...bytesOf].map(([file, bytes]) => ({ file, bytes }))
}

function sizesIn(dir: string, pattern: RegExp): readonly { readonly file: string; readonly bytes: number }[] {
  try {
    return readdirSync(dir)
      .filter((file) => pattern.test(file))
      .sort()
      .flatMap((file) => {
        const stats = statSync(join(dir, file), { throwIfNoEntry: false })
        return stats === undefined ? [] : [{ file, bytes: stats.size }]
      })
  } catch {
    return []
  }
}

function freeBytesOf(dir: string): number | null {
  try {
    const { bavail, bsize } = statfsSync(dir)
    return bavail * bsize
  } catch {
    return null
  }
}
