import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { chromium, type Browser, type Page } from 'playwright-core'
import { expect } from 'vitest'
import { type PaintedNote, readPaintedNote } from '../../src/main/launcher/painted-note.ts'
import { productVersion } from '../../src/main/settings/product-version.ts'
import { environmentWith, root, runtime } from './desktop-app.ts'

const unpacked = join(root, 'out/package/release/linux-unpacked')
export const packagedProgram = join(unpacked, 'topshelf')
export const packagedFolder = unpacked

/** Packages the built app with the runtime that the tests start. */
export function packageApp(): void {
  const packaged = spawnSync(process.execPath, [join(root, 'scripts/package.ts'), '--dir'], {
    env: { ...process.env, NODE_OPTIONS: '', ELECTRON_OVERRIDE_DIST_PATH: dirname(runtime()) },
    encoding: 'utf8',
    timeout: 110_000
  })
  if (packaged.status !== 0) throw new Error(`npm run package -- --dir: ${packaged.stdout}${packaged.stderr}`)
}

export interface PackagedApp {
  readonly launcher: ChildProcess
  readonly stderr: () => string
  /** The page of its first window, over the port that Chromium opened for it. */
  readonly openPage: () => Promise<Page>
  readonly close: () => Promise<void>
}

export function startPackaged(
  dataDir: string,
  variables: Readonly<Record<string, string>>,
  options: readonly string[] = []
): PackagedApp {
  const unsandboxed = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
  const launcher = spawn(packagedProgram, [...unsandboxed, '--remote-debugging-port=0', ...options], {
    env: environmentWith({ TOPSHELF_DATA_DIR: dataDir, ...variables }),
    stdio: ['ignore', 'ignore', 'pipe']
  })
  let stderr = ''
  launcher.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()))
  const browsers: Browser[] = []
  return {
    launcher,
    stderr: () => stderr,
    async openPage() {
      const file = join(dataDir, 'chromium/DevToolsActivePort')
      while (!existsSync(file)) await delay(100)
      const browser = await chromium.connectOverCDP(`http://127.0.0.1:${readFileSync(file, 'utf8').split('\n')[0]}`)
      browsers.push(browser)
      const page = browser.contexts()[0]?.pages()[0]
      if (page === undefined) throw new Error('the packaged app has no page')
      return page
    },
    async close() {
      for (const browser of browsers) await browser.close()
      if (launcher.exitCode !== null || launcher.signalCode !== null) return
      const ended = new Promise((resolve) => launcher.once('exit', resolve))
      launcher.kill('SIGTERM')
      await ended
    }
  }
}

/**
 * The command of a desktop entry, as a desktop reads it (Desktop Entry Specification, The Exec key): a string with its own
 * escapes first, then arguments in quotes.
 */
export function commandOf(entry: string): readonly string[] {
  const exec = /^Exec=(.*)$/m.exec(entry)?.[1]
  if (exec === undefined) throw new Error(`the entry has no command: ${entry}`)
  const text = exec.replaceAll('\\n', '\n').replaceAll('\\\\', '\\')
  return [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, quoted = '']) =>
    quoted.replaceAll(/\\(.)/g, '$1').replaceAll('%%', '%')
  )
}

/** Processes whose command line has this in it. */
export function processesWith(argument: string): readonly number[] {
  return readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((entry) => {
      try {
        return readFileSync(`/proc/${entry}/cmdline`, 'utf8').includes(argument)
      } catch {
        return false
      }
    })
    .map(Number)
}

/** Waits for a proven board of a process other than `before`; the test's own time bounds it. */
export async function boardAfter(dataDir: string, before: number | null): Promise<PaintedNote> {
  for (;;) {
    const note = readPaintedNote(dataDir)
    if (note !== null && note.snapshotId !== null && note.pid !== before && isRunning(note.pid)) return note
    await delay(100)
  }
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** How often a launcher said this since then. `from` is a length of stderr. */
export function timesSaid(app: PackagedApp, from: number, what: RegExp): number {
  return [...app.stderr().slice(from).matchAll(new RegExp(what, 'g'))].length
}

/**
 * That the app was started anew, and was not lost a second time on its way to a board more than once: a recovery is held
 * against what its launcher did, and not against a clock, which would tell of the machine.
 */
export function expectFewStarts(app: PackagedApp, from: number): void {
  const starts = timesSaid(app, from, /launcher: .*; started anew/)
  expect(starts).toBeGreaterThanOrEqual(1)
  expect(starts).toBeLessThanOrEqual(2)
}

/** Printed for the table in docs/reliability.md. */
export function tellRecovery(fault: string, sinceMs: number): number {
  const seconds = (performance.now() - sinceMs) / 1000
  process.stdout.write(`recovered: ${fault} in ${seconds.toFixed(1)} s\n`)
  return seconds
}

/** A newer version of equal length: 0.1.1 after 0.1.0, 0.2.9 after 0.1.9. */
export const newerVersion = productVersion.replace(/[0-8](?=[.9]*$)/, (digit) => String(Number(digit) + 1))

/** The same program under another version of equal length: on Linux nothing looks whether an archive is as it was. */
export function giveVersion(executable: string, version: string): void {
  const file = join(executable, '../resources/app.asar')
  const text = readFileSync(file).toString('latin1')
  const changed = text.replaceAll(new RegExp(`("?version"?: ?[\`"'])${productVersion}([\`"'])`, 'g'), `$1${version}$2`)
  if (changed === text) throw new Error(`${file} does not name version ${productVersion}`)
  writeFileSync(file, Buffer.from(changed, 'latin1'))
}
