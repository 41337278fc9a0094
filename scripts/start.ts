import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { ensureBuilt } from './ensure-built.ts'
import { extraElectronArgs, findElectron, hasDisplay, isSandboxedRoot } from './electron-runtime.ts'
import { projectRoot } from './project-root.ts'
import { becomeBuilt } from './run-built.ts'
import { runScript } from './run-script.ts'

/** What a loader answers when a shared library of the runtime is missing. */
const cannotBeLoaded = 127

/**
 * Opens the desktop app, or says in one line why it cannot be and serves the same board to a browser.
 * Usage: start.ts [--demo] [--windowed] [--windows=N] [--kiosk] [OPTION OF serve ...]
 */
async function start(args: readonly string[]): Promise<number | null> {
  await ensureBuilt()
  const why = await openDesktop(args)
  if (typeof why === 'number') return why
  process.stderr.write(`No window: ${why}. Serving the board to a browser instead.\n`)
  return null
}

/** The app's exit code, or why there is no app. */
async function openDesktop(args: readonly string[]): Promise<number | string> {
  const extraArgs = extraElectronArgs()
  if (!hasDisplay()) return 'this system has no display'
  if (isSandboxedRoot(extraArgs)) return 'Chromium does not run as root with its sandbox on'
  const runtime = findElectron({ download: true })
  if (!runtime.ok) return runtime.why

  const child = spawn(runtime.executable, [...extraArgs, projectRoot, ...args], { stdio: 'inherit' })
  const forward = (signal: NodeJS.Signals): void => {
    child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, forward)
  try {
    const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
    if (code === cannotBeLoaded) return 'the Electron runtime lacks a library of this system'
    return code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)
  } catch (error) {
    return `the Electron runtime does not start (${(error as Error).message})`
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, forward)
  }
}

const args = process.argv.slice(2)
let serve = false
await runScript(async () => {
  const code = await start(args)
  serve = code === null
  return code ?? 0
})
if (serve) {
  const ofWindows = /^--(windowed|kiosk|windows=.*)$/
  await becomeBuilt('cli', ['serve', '--setup', ...args.filter((argument) => !ofWindows.test(argument))])
}
