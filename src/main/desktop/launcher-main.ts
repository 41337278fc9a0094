import { join } from 'node:path'
import { app } from 'electron'
import { setAutostartEntry, wantsStartAtBoot } from '../launcher/start-at-boot.ts'
import { readEnvironment } from '../settings/environment.ts'
import { productVersion } from '../settings/product-version.ts'
import { foundApp } from '../launcher/app-process.ts'
import { handedOn, takenOver } from '../launcher/launched.ts'
import { runLauncher } from '../launcher/launcher.ts'
import { launcherLimits } from '../launcher/launcher-limits.ts'
import { LAUNCH_FOLDER } from '../launcher/painted-note.ts'
import { outliveLostLog } from '../setup/lost-log.ts'

// The launcher of a packaged app: Electron's main process alone, for its fuses leave no plain Node. It opens no window,
// and needs neither the display nor the graphics of the machine.
outliveLostLog()
const { dataDir } = readEnvironment(process.env)
// Not the app's own folder: the lock on that one says which app is running.
app.setPath('userData', join(dataDir, LAUNCH_FOLDER, 'chromium'))
app.disableHardwareAcceleration()
app.commandLine.appendSwitch('in-process-gpu')
app.commandLine.appendSwitch('disable-software-rasterizer')
app.commandLine.appendSwitch('enable-features', 'NetworkServiceInProcess,NetworkServiceInProcess2')
app.commandLine.removeSwitch('remote-debugging-port')
if (process.platform === 'darwin') app.setActivationPolicy('prohibited')

// An AppImage's program lies in a mount that goes with it: the file itself is what can be started again.
const ownProgram = process.env['APPIMAGE'] ?? process.execPath
const found = takenOver(process.argv)
const launcher = runLauncher({
  dataDir,
  version: productVersion,
  program: { executable: process.execPath, args: [] },
  launchedBy: ownProgram,
  args: handedOn(process.argv.slice(1)),
  isCheckout: false,
  limits: launcherLimits(process.env),
  found: found === null ? null : { app: foundApp(found.pid), version: found.version },
  warn,
  settingsChanged: applyStartAtBoot
})
applyStartAtBoot()
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => launcher.quit(signal))
app.on('before-quit', (event) => {
  event.preventDefault()
  launcher.quit('SIGTERM')
})
launcher.ended.then(
  (end) => app.exit(end.kind === 'exit' ? (end.code ?? 1) : 1),
  (error: unknown) => {
    // A launcher that stays and watches nobody would keep the app from starting another one.
    warn(`ended by a fault of its own: ${(error as Error).stack ?? String(error)}`)
    app.exit(1)
  }
)

/** As the settings say. The launcher does it, for the program that boots must be the installed one, and not that of a slot. */
function applyStartAtBoot(): void {
  const isOn = wantsStartAtBoot(dataDir)
  if (isOn === null) return
  // How the windows are; a demo is for one run, and so is what somebody looks into it with.
  const args = process.argv.filter((argument) => /^--(kiosk|windowed|windows=\d|no-sandbox)$/.test(argument))
  try {
    if (process.platform === 'linux') {
      const own = readEnvironment({ ...process.env, TOPSHELF_DATA_DIR: undefined }).dataDir
      setAutostartEntry(isOn, { executable: ownProgram, args, dataDir: own === dataDir ? null : dataDir })
    } else app.setLoginItemSettings({ openAtLogin: isOn, path: ownProgram, args })
  } catch (error) {
    warn(`the start at boot cannot be set: ${(error as Error).message}`)
  }
}

/** stderr is what a service manager keeps; it may be gone when a terminal was closed. */
function warn(line: string): void {
  try {
    process.stderr.write(`topshelf: launcher: ${line}\n`)
  } catch {
    // Nobody reads it.
  }
}
