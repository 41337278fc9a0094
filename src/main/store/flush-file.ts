import { closeSync, fsyncSync, openSync } from 'node:fs'

/** Makes what a file holds last through a power cut. */
export function flushFile(file: string): void {
  flush(file, 'r+')
}

/** The same for the names in a folder; not every system lets one be opened. */
export function flushFolder(folder: string): void {
  if (process.platform !== 'win32') flush(folder, 'r')
}

function flush(path: string, mode: 'r' | 'r+'): void {
  const descriptor = openSync(path, mode)
  try {
    fsyncSync(descriptor)
  } finally {
    closeSync(descriptor)
  }
}
