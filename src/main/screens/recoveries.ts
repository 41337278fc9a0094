import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { restMsOf } from '../../domain/watch/recovery-steps.ts'
import type { Recovery } from '../../shared/recovery.ts'
import { writeWhole } from '../settings/write-whole.ts'

const FILE = 'recoveries.json'
const MOST_KEPT = 50
/** Relaunches of longer ago no longer slow the next one down. */
const LATELY_MS = 2 * 60 * 60_000

const fileSchema = z.array(
  z.object({
    atMs: z.number(),
    screen: z.string(),
    fault: z.enum([
      'crashed',
      'unresponsive',
      'not-loaded',
      'still',
      'one-colour',
      'no-proof',
      'empty',
      'old-board',
      'no-picture'
    ]),
    step: z.enum(['repaint', 'reload', 'new-window', 'relaunch']).nullable(),
    tookMs: z.number()
  })
)

/** What went wrong with windows and what mended it: the last fifty, kept over a restart. */
export interface Recoveries {
  readonly remember: (recovery: Recovery) => void
  /** The latest first. */
  readonly list: () => readonly Recovery[]
  /** How often the program was started anew for a window of late. */
  readonly relaunchesLately: () => number
  /** Whether the cool-down after the last relaunch, doubled with each, is over. */
  readonly mayRelaunch: () => boolean
}

/** Kept in the data directory; a file that cannot be read is begun anew, and a full disk loses what it cannot hold. */
export function openRecoveries(dataDir: string, nowMs: () => number): Recoveries {
  let kept: readonly Recovery[] = readKept(dataDir)

  function lately(): readonly Recovery[] {
    return kept.filter(({ step, atMs }) => step === 'relaunch' && Math.abs(nowMs() - atMs) < LATELY_MS)
  }

  return {
    remember: (recovery) => {
      kept = [...kept, recovery].slice(-MOST_KEPT)
      try {
        writeWhole(dataDir, FILE, `${JSON.stringify(kept)}\n`)
      } catch {
        // It is still known until the program ends.
      }
    },
    list: () => kept.toReversed(),
    relaunchesLately: () => lately().length,
    mayRelaunch: () => {
      const relaunches = lately()
      const last = relaunches.at(-1)
      return last === undefined || Math.abs(nowMs() - last.atMs) >= restMsOf(relaunches.length)
    }
  }
}

function readKept(dataDir: string): readonly Recovery[] {
  try {
    const read = fileSchema.safeParse(JSON.parse(readFileSync(join(dataDir, FILE), 'utf8')))
    return read.success ? read.data.slice(-MOST_KEPT) : []
  } catch {
    return []
  }
}
