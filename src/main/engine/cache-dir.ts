import { join } from 'node:path'

/** Where a source's cache is: the demo store never mixes with a real one. */
export function cacheDirOf(dataDir: string, kind: 'demo' | 'cova'): string {
  return kind === 'demo' ? join(dataDir, 'demo') : dataDir
}
