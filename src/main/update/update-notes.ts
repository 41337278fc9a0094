import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { weeklyHoursSchema } from '../settings/opening-hours-schema.ts'
import { writeWhole } from '../settings/write-whole.ts'

const NOTES_FILE = 'state.json'

const readySchema = z.object({
  version: z.string().min(1).max(100),
  /** Name below `ready`. */
  file: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._+ -]{0,199}$/),
  sha512: z.string().length(88),
  size: z.int().positive(),
  channels: z.array(z.enum(['stable', 'beta'])),
  /** The `.sig` document that it was taken by: looked at once more before it is installed. */
  signature: z.string().max(20_000)
})

const notesSchema = z.object({
  format: z.literal(1),
  checkedAtMs: z.number().nullable(),
  fault: z
    .object({
      code: z.enum([
        'no-answer',
        'no-channel',
        'not-a-feed',
        'no-file-for-system',
        'file-missing',
        'broken-off',
        'checksum',
        'unsigned',
        'signature',
        'not-https',
        'disk-full',
        'not-installed',
        'failed'
      ]),
      detail: z.string(),
      atMs: z.number()
    })
    .nullable(),
  ready: readySchema.nullable(),
  /** Of the stores that this machine shows, as the engine told them last. */
  stores: z.array(z.object({ timeZone: z.string(), hours: weeklyHoursSchema.nullable() }))
})

export type ReadyUpdate = z.infer<typeof readySchema>
export type UpdateNotes = Omit<z.infer<typeof notesSchema>, 'format'>

const NO_NOTES: UpdateNotes = { checkedAtMs: null, fault: null, ready: null, stores: [] }

/** What is remembered over a restart. A file that is missing or damaged remembers nothing: the next check tells it anew. */
export function readUpdateNotes(folder: string): UpdateNotes {
  try {
    const { format: _format, ...notes } = notesSchema.parse(JSON.parse(readFileSync(join(folder, NOTES_FILE), 'utf8')))
    return notes
  } catch {
    return NO_NOTES
  }
}

/** Throws as the file system does. */
export function writeUpdateNotes(folder: string, notes: UpdateNotes): void {
  writeWhole(folder, NOTES_FILE, `${JSON.stringify({ format: 1, ...notes }, null, 2)}\n`)
}
