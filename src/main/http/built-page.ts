import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A built page of the renderer, as it lies in the folder; null where it has not been built. */
export function builtPageOf(rendererDir: string, name: 'index.html' | 'manager.html'): string | null {
  const page = join(rendererDir, name)
  return existsSync(page) ? readFileSync(page, 'utf8') : null
}
