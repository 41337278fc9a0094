import { join } from 'node:path'
import { app, Menu } from 'electron'
import { tellLauncher } from '../launcher/launched.ts'

/**
 * Chromium keeps its own files beside ours; the lock on them makes one running app of each data directory. False for a second
 * one: it says so, has the first one show its window, and ends well.
 */
export function claimDataFolder(options: {
  readonly dataDir: string
  readonly showFirst: () => void
  readonly warn: (line: string) => void
}): boolean {
  app.setPath('userData', join(options.dataDir, 'chromium'))
  if (!app.requestSingleInstanceLock()) {
    options.warn(`already running on ${options.dataDir}: its window is shown, and this one ends`)
    tellLauncher({ topshelf: 'elsewhere' })
    app.quit()
    return false
  }
  app.on('second-instance', options.showFirst)
  return true
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
