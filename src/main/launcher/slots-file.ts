import { readFileSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { z } from 'zod'
import { emptySlots, type Slot, type SlotsState, type TrialFault, withTrial } from '../../domain/launch/slots.ts'
import { writeWhole } from '../settings/write-whole.ts'
import { LAUNCH_FOLDER, readPaintedNote } from './painted-note.ts'

const SLOTS_FILE = 'slots.json'
const FORMAT = 1

const placeSchema = z.enum(['installed', 'a', 'b'])
const slotSchema = z.enum(['a', 'b'])
const versionSchema = z.object({
  version: z.string().min(1).max(100),
  executable: z.string().refine(isAbsolute)
})
const stateSchema = z.object({
  format: z.literal(FORMAT),
  current: placeSchema,
  slots: z.object({ a: versionSchema.nullable(), b: versionSchema.nullable() }),
  trial: z
    .object({ slot: slotSchema, before: placeSchema, needsBoard: z.boolean(), starts: z.int().min(0) })
    .nullable(),
  refused: z.array(
    z.object({
      version: z.string(),
      atMs: z.number(),
      reason: z.enum(['not-painted', 'crashed', 'cannot-start'])
    })
  )
})

/**
 * What is in the slots of a data directory. A file that is missing or damaged says what a new machine says: the installed
 * version is started, which needs no file.
 */
export function readSlots(dataDir: string): SlotsState {
  let text: string
  try {
    text = readFileSync(join(dataDir, LAUNCH_FOLDER, SLOTS_FILE), 'utf8')
  } catch {
    return emptySlots
  }
  try {
    const { format: _, ...state } = stateSchema.parse(JSON.parse(text))
    return state
  } catch {
    return emptySlots
  }
}

/** Writes the file whole. Throws as the file system does. */
export function writeSlots(dataDir: string, state: SlotsState): void {
  const content = JSON.stringify({ format: FORMAT, ...state }, null, 2)
  writeWhole(join(dataDir, LAUNCH_FOLDER), SLOTS_FILE, `${content}\n`)
}

/** The folder of a slot: whoever unpacks a version empties it first, and only where `freeSlotOf` names it. */
export function slotFolderOf(dataDir: string, slot: Slot): string {
  return join(dataDir, LAUNCH_FOLDER, 'slots', slot)
}

/**
 * Has the launcher start `version` next, on trial: whoever calls this then leaves by `startAnew`. The version must be
 * unpacked and checked already. Where the machine has a board on its screen, the version must paint one too; where first run
 * is not done, any proven paint will do. Throws as the file system does where the file cannot be written.
 */
export function beginTrial(
  dataDir: string,
  next: { readonly slot: Slot; readonly version: string; readonly executable: string }
): { readonly ok: true } | { readonly ok: false; readonly fault: TrialFault } {
  const { slot, version, executable } = next
  const hasBoard = (readPaintedNote(dataDir)?.snapshotId ?? null) !== null
  const begun = withTrial(readSlots(dataDir), slot, { version, executable }, hasBoard)
  if (!begun.ok) return begun
  writeSlots(dataDir, begun.state)
  return { ok: true }
}
