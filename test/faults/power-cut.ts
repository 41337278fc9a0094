import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { flushedFramesOf, walFramesOf } from './wal-frames.ts'

const DATABASES = ['cache.sqlite', 'keep.sqlite'] as const

/** Copies the databases with their logs and indexes as they are at this instant; the writer must be stopped. */
export function copyDatabases(dataDir: string, target: string): void {
  mkdirSync(target, { recursive: true })
  for (const name of DATABASES)
    for (const suffix of ['', '-wal', '-shm'])
      if (existsSync(join(dataDir, name + suffix)))
        copyFileSync(join(dataDir, name + suffix), join(target, name + suffix))
}

/** What a power cut did to the end of a log that had not been flushed. */
export const CUTS = ['nothing', 'cut', 'flipped', 'hole', 'garbage behind it'] as const
export type Cut = (typeof CUTS)[number]

/**
 * Does to the logs in `dataDir` what a power cut can: to frames behind those that a checkpoint made sure of, anything; to
 * those before, which were flushed, nothing. Answers what was done to the log of the cache.
 */
export function cutPower(dataDir: string, random: () => number): Cut {
  let cacheCut: Cut = 'nothing'
  for (const name of DATABASES) {
    const file = join(dataDir, name)
    const cut = cutLog(`${file}-wal`, flushedFramesOf(`${file}-shm`), random)
    if (name === 'cache.sqlite') cacheCut = cut
    // The index is made anew from the log; one that is left over must be no trap.
    if (random() < 0.5) rmSync(`${file}-shm`, { force: true })
  }
  return cacheCut
}

function cutLog(file: string, flushed: number, random: () => number): Cut {
  const frames = walFramesOf(file)
  if (frames === null) return 'nothing'
  const bytes = readFileSync(file)
  const safeBytes = frames.startOf(Math.min(flushed, frames.count))
  const tailBytes = frames.startOf(frames.count) - safeBytes
  if (tailBytes <= 0) return 'nothing'
  const cut = CUTS[Math.floor(random() * CUTS.length)] ?? 'cut'
  const at = safeBytes + Math.floor(random() * tailBytes)
  switch (cut) {
    case 'nothing':
      return cut
    case 'cut':
      writeFileSync(file, bytes.subarray(0, at))
      return cut
    case 'flipped':
      for (let flips = 1 + Math.floor(random() * 8); flips > 0; flips -= 1) {
        const place = safeBytes + Math.floor(random() * tailBytes)
        bytes[place] = (bytes[place] ?? 0) ^ (1 << Math.floor(random() * 8))
      }
      break
    case 'hole':
      // Sectors that never reached the disk.
      bytes.fill(0, at, Math.min(bytes.length, at + 512 * (1 + Math.floor(random() * 32))))
      break
    case 'garbage behind it':
      writeFileSync(
        file,
        Buffer.concat([
          bytes.subarray(0, at),
          Buffer.from(Array.from({ length: 5000 }, () => Math.floor(random() * 256)))
        ])
      )
      return cut
  }
  writeFileSync(file, bytes)
  return cut
}
