import { existsSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../settings/write-whole.ts'

const FILE = 'paired-screens.json'

/** A browser that a manager has paired: who it is, and which board is its own. */
export interface PairedScreen {
  readonly id: string
  /** The name of its settings among the settings' `screens`. */
  readonly name: string
  readonly locationId: number
  /** The board that it shows with other screens; null alone. */
  readonly board: string | null
  /** SHA-256 of the token that the browser keeps, in hex. The token itself is nowhere here. */
  readonly tokenHash: string
  readonly pairedAtMs: number
  readonly lastSeenAtMs: number | null
}

const pairedFile = z.object({
  version: z.literal(1),
  screens: z
    .array(
      z.object({
        id: z.string().min(1).max(60),
        name: z.string().min(1).max(60),
        locationId: z.int(),
        board: z.string().min(1).max(60).nullable(),
        tokenHash: z.string().regex(/^[0-9a-f]{64}$/),
        pairedAtMs: z.int(),
        lastSeenAtMs: z.int().nullable()
      })
    )
    .max(1000)
})

/**
 * Reads the paired screens of a data directory. A damaged file is put aside, and health names it; the browsers then show
 * codes again, which a manager can see from afar.
 */
export function loadPaired(dataDir: string, nowMs: number): readonly PairedScreen[] {
  const file = join(dataDir, FILE)
  if (!existsSync(file)) return []
  try {
    return pairedFile.parse(JSON.parse(readFileSync(file, 'utf8'))).screens
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof z.ZodError)) throw error
    renameSync(file, `${file}.damaged-${new Date(nowMs).toISOString().replaceAll(/[:.]/g, '-')}`)
    return []
  }
}

/** Throws as the file system does. */
export function savePaired(dataDir: string, screens: readonly PairedScreen[]): void {
  writeWhole(dataDir, FILE, `${JSON.stringify({ version: 1, screens }, null, 2)}\n`)
}
