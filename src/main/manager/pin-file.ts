import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { writeWhole } from '../settings/write-whole.ts'
import type { PinHash } from './pin-hash.ts'

export const PIN_FILE = 'manager-pin.json'

/** The PIN as it is kept, and what has been tried since it was last right. */
export interface KeptPin {
  readonly pin: PinHash
  readonly failedAttempts: number
  /** No attempt is looked at before this, by the machine's clock; null for no wait. */
  readonly waitUntilMs: number | null
}

export type ReadPin =
  | { readonly kind: 'none' }
  | { readonly kind: 'damaged' }
  | { readonly kind: 'kept'; readonly kept: KeptPin }

const base64 = z.base64().transform((text) => Buffer.from(text, 'base64'))
const schema = z.object({
  version: z.literal(1),
  salt: base64.refine((salt) => salt.length >= 16),
  hash: base64.refine((hash) => hash.length === 64),
  cost: z.object({
    N: z
      .int()
      .min(2)
      .max(2 ** 20),
    r: z.int().min(1).max(32),
    p: z.int().min(1).max(16)
  }),
  failedAttempts: z.int().min(0),
  waitUntilMs: z.int().nullable()
})

/** Anything but a file that is whole and ours is damaged, never "no PIN": that would open the window. */
export function readPin(dataDir: string): ReadPin {
  const file = join(dataDir, PIN_FILE)
  if (!existsSync(file)) return { kind: 'none' }
  try {
    const { salt, hash, cost, failedAttempts, waitUntilMs } = schema.parse(JSON.parse(readFileSync(file, 'utf8')))
    return { kind: 'kept', kept: { pin: { salt, hash, cost }, failedAttempts, waitUntilMs } }
  } catch {
    return { kind: 'damaged' }
  }
}

/** Readable by its owner alone. Throws where the data directory cannot be written. */
export function writePin(dataDir: string, { pin, failedAttempts, waitUntilMs }: KeptPin): void {
  const stored = {
    version: 1,
    salt: pin.salt.toString('base64'),
    hash: pin.hash.toString('base64'),
    cost: pin.cost,
    failedAttempts,
    waitUntilMs
  }
  writeWhole(dataDir, PIN_FILE, `${JSON.stringify(stored, null, 2)}\n`)
}

/** Whether anybody has chosen one, or there was one that is damaged now. */
export function hasPin(dataDir: string): boolean {
  return existsSync(join(dataDir, PIN_FILE))
}

/** For whoever has forgotten it and may write to the data directory. False where there was none. */
export function removePin(dataDir: string): boolean {
  const file = join(dataDir, PIN_FILE)
  if (!existsSync(file)) return false
  rmSync(file)
  return true
}
