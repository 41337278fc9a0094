import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { once } from 'node:events'
import { join } from 'node:path'
import { sourceStamp } from './build-stamp.ts'
import { withProcessLock } from './process-lock.ts'
import { projectRoot } from './project-root.ts'

export const outDir = join(projectRoot, 'out')
const stampFile = join(outDir, '.stamp')

/** Builds into out/ unless it holds a build of exactly these sources. Several processes may ask at once: one builds. */
export async function ensureBuilt(): Promise<void> {
  if (isFresh()) return
  await withProcessLock(join(outDir, '.build-lock'), async () => {
    if (!isFresh()) await build()
  })
}

/** Builds in any case, as `npm run build` does. */
export async function rebuild(): Promise<void> {
  await withProcessLock(join(outDir, '.build-lock'), build)
}

function isFresh(): boolean {
  return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === sourceStamp()
}

/** stdout belongs to the program that is about to run, so the builder writes to stderr alone. */
async function build(): Promise<void> {
  const stamp = sourceStamp()
  rmSync(stampFile, { force: true })
  const builder = join(projectRoot, 'node_modules/electron-vite/bin/electron-vite.js')
  const child = spawn(process.execPath, [builder, 'build', '--logLevel', 'warn'], {
    cwd: projectRoot,
    // A test runner's NODE_ENV would put React's development build on the screen.
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 2, 2]
  })
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  if (code !== 0) throw new Error(`the build failed (${signal ?? `exit ${code}`}); its messages are above`)
  mkdirSync(outDir, { recursive: true })
  writeFileSync(stampFile, stamp)
}
