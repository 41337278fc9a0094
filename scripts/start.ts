import { ordinaryLimits } from '../src/domain/launch/child-watch.ts'
import { runLauncher } from '../src/main/launcher/launcher.ts'
import { readEnvironment } from '../src/main/settings/environment.ts'
import { productVersion } from '../src/main/settings/product-version.ts'
import { ensureBuilt } from './ensure-built.ts'
import { extraElectronArgs, findElectron, hasDisplay, isSandboxedRoot } from './electron-runtime.ts'
import { projectRoot } from './project-root.ts'
import { becomeBuilt } from './run-built.ts'
import { runScript } from './run-script.ts'

/** What a loader answers when a shared library of the runtime is missing. */
const cannotBeLoaded = 127

/**
 * Opens the desktop app and keeps it running as a packaged one's launcher does, or says in one line why it cannot be and serves the same board to a browser.
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

  const launcher = runLauncher({
    dataDir: readEnvironment(process.env).dataDir,
    version: productVersion,
    program: { executable: runtime.executable, args: [...extraArgs, projectRoot] },
    launchedBy: '',
    args,
    isCheckout: true,
    limits: ordinaryLimits,
    warn: (line) => process.stderr.write(`topshelf: launcher: ${line}\n`),
    settingsChanged: () => undefined
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, launcher.quit)
  const end = await launcher.ended
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.off(signal, launcher.quit)
  if (end.kind === 'no-start') return `the Electron runtime does not start (${end.message})`
  if (end.code === cannotBeLoaded) return 'the Electron runtime lacks a library of this system'
  return end.code ?? (end.signal === 'SIGINT' || end.signal === 'SIGTERM' ? 0 : 1)
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
