import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { build, type UserConfig } from 'vite'
import { sourceStamp } from '../../scripts/build-stamp.ts'
import { withProcessLock } from '../../scripts/process-lock.ts'
import { SCREENS } from './built-page.ts'

const OUTPUT = join(import.meta.dirname, '..', 'output')

/** A folder that no test has asked for within this is nobody's any more. */
const KEPT_MS = 60 * 60_000

/**
 * A folder with the renderer built as the app has it from the sources as they are now: one build for every test file of every run until
 * something of them changes. Nobody may write into it. Files that run side by side wait for the one that builds.
 */
export async function builtRenderer(): Promise<string> {
  mkdirSync(SCREENS, { recursive: true })
  const folder = folderNow()
  if (isTaken(folder)) return folder
  return withProcessLock(join(OUTPUT, '.renderer-lock'), async () => {
    for (;;) {
      const wanted = folderNow()
      if (isTaken(wanted)) return wanted
      const draft = `${wanted}-draft`
      await buildInto(draft)
      // Sources that changed meanwhile may be half in it.
      if (folderNow() !== wanted) continue
      sweep()
      renameSync(draft, wanted)
      return wanted
    }
  })
}

/** Named by what goes into it: the sources with their packages and settings, and how it is built here. */
function folderNow(): string {
  const how = readFileSync(import.meta.filename)
  const stamp = createHash('sha256').update(sourceStamp()).update(how).digest('hex')
  return join(OUTPUT, `renderer-${stamp.slice(0, 24)}`)
}

/** Whether it is there, whole: it then counts as asked for. */
function isTaken(folder: string): boolean {
  if (!existsSync(folder)) return false
  utimesSync(folder, new Date(), new Date())
  return true
}

function sweep(): void {
  for (const name of readdirSync(OUTPUT).filter((each) => each.startsWith('renderer-'))) {
    const path = join(OUTPUT, name)
    if (Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true, force: true })
  }
}

async function buildInto(folder: string): Promise<void> {
  // The app's own settings; loaded where they are needed, for what reads them is slow to load.
  const { default: config } = (await import('../../electron.vite.config.ts')) as unknown as {
    readonly default: { readonly renderer: UserConfig }
  }
  // A test runner's own mode must not make it another build than the app's.
  const mode = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await build({
      ...config.renderer,
      configFile: false,
      logLevel: 'warn',
      build: {
        ...config.renderer.build,
        outDir: folder,
        // What electron-vite adds by itself.
        modulePreload: { polyfill: false },
        reportCompressedSize: false
      }
    })
  } finally {
    if (mode === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = mode
  }
}
