import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { projectRoot } from './project-root.ts'

const stampedPaths = ['src', 'resources', 'electron.vite.config.ts', 'package.json', 'package-lock.json']

/**
 * Hex digest of everything that goes into a build: paths and contents, not times, so that a checkout or a copy of the
 * tree does not look newer than it is.
 */
export function sourceStamp(root: string = projectRoot): string {
  const digest = createHash('sha256')
  for (const file of stampedPaths.flatMap((path) => filesUnder(join(root, path)))) {
    digest.update(relative(root, file)).update('\0').update(readFileSync(file)).update('\0')
  }
  // Built in, in place of resources/update-keys.json.
  const updateKeys = process.env['TOPSHELF_UPDATE_KEYS']
  if (updateKeys) digest.update('update-keys\0').update(readFileSync(updateKeys)).update('\0')
  return digest.digest('hex')
}

function filesUnder(path: string): readonly string[] {
  if (!existsSync(path)) return []
  if (statSync(path).isFile()) return [path]
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}
