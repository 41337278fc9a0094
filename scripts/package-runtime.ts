import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PackagedRuntime } from '../electron-builder.config.ts'
import { projectRoot } from './project-root.ts'

const packageDir = join(projectRoot, 'node_modules/electron')

/**
 * The Electron to package: ELECTRON_OVERRIDE_DIST_PATH, else the electron package's own where that is here already, else
 * the same version, which the packager downloads. Throws where the folder that was named holds no runtime.
 */
export function findPackagedRuntime(env: Readonly<Record<string, string | undefined>>): PackagedRuntime {
  const override = env['ELECTRON_OVERRIDE_DIST_PATH']
  if (override) return { version: versionIn(override), dist: override }
  const dist = join(packageDir, 'dist')
  return { version: shippedElectron(), dist: existsSync(join(dist, 'version')) ? dist : null }
}

/** The version that the app ships with. */
export function shippedElectron(): string {
  const { version } = JSON.parse(readFileSync(join(packageDir, 'package.json'), 'utf8')) as { version: string }
  return version
}

function versionIn(dist: string): string {
  const file = join(dist, 'version')
  if (!existsSync(file)) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH: there is no ${file}, so no Electron`)
  return readFileSync(file, 'utf8').trim().replace(/^v/, '')
}
