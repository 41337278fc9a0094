import { existsSync, readFileSync } from 'node:fs'

const HEADER_BYTES = 32
const FRAME_HEADER_BYTES = 24
/** Of the write-ahead log's index: how many frames have been copied into the database, and how many were about to be. */
const BACKFILLED_AT = 96
const BACKFILL_ATTEMPTED_AT = 128

/** What a write-ahead log holds, as its frames' headers say (SQLite's file format, "The Write-Ahead Log"). */
export interface WalFrames {
  readonly pageBytes: number
  /** Frames since the log was last begun anew. */
  readonly count: number
  /** Where each frame begins, in bytes. */
  readonly startOf: (frame: number) => number
  /** Numbers of the frames that end a transaction, from 0. */
  readonly commits: readonly number[]
}

/** Null for a log that is not there or has no header yet. Checksums are SQLite's to check. */
export function walFramesOf(file: string): WalFrames | null {
  if (!existsSync(file)) return null
  const bytes = readFileSync(file)
  if (bytes.length < HEADER_BYTES) return null
  const pageBytes = bytes.readUInt32BE(8)
  const salts = bytes.subarray(16, 24)
  const startOf = (frame: number): number => HEADER_BYTES + frame * (FRAME_HEADER_BYTES + pageBytes)
  const commits: number[] = []
  let count = 0
  for (; startOf(count + 1) <= bytes.length; count += 1) {
    const at = startOf(count)
    if (!bytes.subarray(at + 8, at + 16).equals(salts)) break
    if (bytes.readUInt32BE(at + 4) !== 0) commits.push(count)
  }
  return { pageBytes, count, startOf, commits }
}

/**
 * How many frames a checkpoint had made sure of before it wrote to the database: those have been flushed, and no power cut
 * takes them back. From the index beside the log; 0 where that is not there.
 */
export function flushedFramesOf(shmFile: string): number {
  if (!existsSync(shmFile)) return 0
  const bytes = readFileSync(shmFile)
  if (bytes.length < BACKFILL_ATTEMPTED_AT + 4) return 0
  return Math.max(bytes.readUInt32LE(BACKFILLED_AT), bytes.readUInt32LE(BACKFILL_ATTEMPTED_AT))
}
