import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { flushFolder } from '../store/flush-file.ts'
import { makeFolder } from '../store/make-folder.ts'

/**
 * Writes a file whole: a temporary one, flushed to the disk and readable by its owner alone, takes the old one's name, so
 * that a crash leaves one or the other. Throws as the file system does.
 */
export function writeWhole(folder: string, name: string, content: string | Uint8Array): void {
  const file = join(folder, name)
  const partial = `${file}.${process.pid}.partial`
  try {
    makeFolder(folder)
    writeFlushed(partial, content)
    renameSync(partial, file)
    flushFolder(folder)
  } catch (error) {
    if (existsSync(partial)) rmSync(partial, { force: true })
    throw error
  }
}

function writeFlushed(file: string, content: string | Uint8Array): void {
  const descriptor = openSync(file, 'w', 0o600)
  try {
    writeFileSync(descriptor, content)
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
