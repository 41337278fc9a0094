import { join } from 'node:path'
import { app, Menu } from 'electron'
import { launcherOf, leaveSaying, START_ANEW } from '../launcher/launched.ts'
import { claimFolder } from '../launcher/singleton-lock.ts'

/**
 * Makes one running app of each data directory. False for another one, which ends: where the first could be asked it shows
 * its window; where nobody answers for it, the launcher tries again and again, for a screen must not stay blank over a lock.
 */
export function claimDataFolder(options: {
  readonly dataDir: string
  readonly showFirst: () => void
  readonly warn: (line: string) => void
}): boolean {
  const { dataDir, warn } = options
  // Chromium keeps its own files beside ours.
  app.setPath('userData', join(dataDir, 'chromium'))
  const instance = { request: () => app.requestSingleInstanceLock(), release: () => app.releaseSingleInstanceLock() }
  const claim = claimFolder(dataDir, instance, warn)
  switch (claim.kind) {
    case 'claimed':
      app.on('second-instance', options.showFirst)
      return true
    case 'elsewhere':
      warn(`already running on ${dataDir}: its window is shown, and this one ends`)
      leaveSaying(app, { topshelf: 'elsewhere' }, 0)
      return false
    case 'held':
      warn(`${dataDir} is in use: ${claim.why}`)
      leaveSaying(app, { topshelf: 'held' }, launcherOf(process.argv) === null ? 1 : START_ANEW)
      return false
  }
}

/** Every page is sandboxed, unless whoever started Electron asked otherwise in so many words. */
export function setupSandbox(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
}

/** A television has no menu. On macOS the menu is where copy, paste and quit come from. */
export function setupMenu(): void {
  Menu.setApplicationMenu(
    process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null
  )
}
