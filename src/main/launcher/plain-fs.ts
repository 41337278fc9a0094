import * as fs from 'node:fs'

/**
 * Files as they lie on the disk. Electron's own `fs` takes an `app.asar` for a folder, so that what copies, reads or flushes a whole program
 * would go into it.
 */
export const plainFs: typeof fs =
  process.versions['electron'] === undefined
    ? fs
    : (process.getBuiltinModule as (name: string) => typeof fs)('original-fs')
