import { readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { digestOf } from './file-download.ts'
import { UpdateFailure } from './update-failure.ts'
import type { ReadyUpdate } from './update-notes.ts'
import { checkOffered, readSignature, type UpdateKey } from './update-signature.ts'

/** Whether a file that has lain on the disk is still what was downloaded and signed, by this build's keys. Rejects where not. */
export async function checkReadyFile(file: string, update: ReadyUpdate, keys: readonly UpdateKey[]): Promise<void> {
  const signed = readSignature(update.signature, keys)
  checkOffered(signed, { ...update, channel: update.channels[0] ?? 'stable' })
  if (sizeOf(file) !== signed.size || (await digestOf(file)) !== signed.sha512)
    throw new UpdateFailure('checksum', `${update.file} is not what was downloaded`)
}

/** Takes away what no longer lies ready. */
export function keepOnly(folder: string, kept: string | null): void {
  try {
    for (const name of readdirSync(folder))
      if (name !== kept) rmSync(join(folder, name), { recursive: true, force: true })
  } catch {
    // None has ever been there, or the disk is not to be read: the next one tries again.
  }
}

/** In bytes; null where there is none. */
export function sizeOf(file: string): number | null {
  return statSync(file, { throwIfNoEntry: false })?.size ?? null
}
