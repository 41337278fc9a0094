import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { tellLauncher } from './launched.ts'

/** Below the data directory: what the launcher and the app tell each other. */
export const LAUNCH_FOLDER = 'launch'
const PAINTED_FILE = 'painted.json'

/** What the app last proved to be on a window. */
export interface PaintedNote {
  /** The product's version that painted. */
  readonly version: string
  readonly pid: number
  readonly atMs: number
  /** The board's snapshot; null where what is painted has none: first run, "Connecting", a screen outside its hours. */
  readonly snapshotId: string | null
}

const noteSchema = z.object({
  version: z.string(),
  pid: z.int(),
  atMs: z.number(),
  snapshotId: z.string().nullable()
})

/** How often the note is written at most: a launcher looks at minutes, and a disk has better things to do. */
const writeEveryMs = 5000

export interface PaintedNotes {
  /** Called at each proven paint of any window. A disk that cannot be written loses the note, never the board. */
  readonly painted: (snapshotId: string | null) => void
}

/** Notes proven paints of this process below `dataDir`; `nowMs` is the wall clock. */
export function createPaintedNotes(dataDir: string, version: string, nowMs: () => number): PaintedNotes {
  const folder = join(dataDir, LAUNCH_FOLDER)
  let last: PaintedNote | null = null
  return {
    painted(snapshotId) {
      const note: PaintedNote = { version, pid: process.pid, atMs: nowMs(), snapshotId }
      // A first board is told at once: a version on trial waits for it. A clock that was set back must not silence the note.
      const isSoon =
        last !== null &&
        note.atMs >= last.atMs &&
        note.atMs - last.atMs < writeEveryMs &&
        (last.snapshotId !== null || snapshotId === null)
      if (isSoon) return
      last = note
      tellLauncher({ topshelf: 'painted', snapshotId })
      try {
        writeNote(folder, note)
      } catch {
        // A full disk: the launcher has been told all the same.
      }
    }
  }
}

/**
 * Whole or not at all, but not flushed: a flush can hold up the main thread of a busy machine for longer than the launcher
 * waits for it, and a note that a power cut takes is of no use after it.
 */
function writeNote(folder: string, note: PaintedNote): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const partial = join(folder, `${PAINTED_FILE}.partial`)
  writeFileSync(partial, `${JSON.stringify(note)}\n`, { mode: 0o600 })
  renameSync(partial, join(folder, PAINTED_FILE))
}

/** The last note; null where there is none, or none that can be read. */
export function readPaintedNote(dataDir: string): PaintedNote | null {
  try {
    const read = noteSchema.safeParse(JSON.parse(readFileSync(join(dataDir, LAUNCH_FOLDER, PAINTED_FILE), 'utf8')))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
