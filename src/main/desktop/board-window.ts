import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import type { DesktopOptions } from './desktop-options.ts'
import { boardPageUrl } from './page-origin.ts'

/** The board's ground colour, so that nothing flashes before the first picture. */
const ground = '#0b1412'
const reloadAfterMs = 1000
/** Chromium's code for a navigation that was called off, e.g. to a page that is not ours. */
const navigationAborted = -3

/** The window of the store's television. Shown once it has something to show; a page that dies is loaded again. */
export function openBoardWindow(
  options: DesktopOptions,
  keys: { readonly onSetup: () => void; readonly onPageGone: () => void }
): BrowserWindow {
  const window = new BrowserWindow({
    width: 1920,
    height: 1080,
    useContentSize: true,
    show: false,
    frame: options.windowed,
    fullscreen: !options.windowed,
    kiosk: options.kiosk,
    autoHideMenuBar: true,
    backgroundColor: ground,
    title: 'Topshelf',
    icon: join(import.meta.dirname, '../../resources/icon.png'),
    webPreferences: {
      preload: join(import.meta.dirname, '../preload/preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: false,
      // A board goes on while something covers it.
      backgroundThrottling: false
    }
  })
  window.once('ready-to-show', () => window.show())
  window.webContents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) keys.onPageGone()
  })
  window.webContents.on('render-process-gone', (_event, details) => {
    keys.onPageGone()
    if (details.reason !== 'clean-exit') reloadSoon(window)
  })
  window.webContents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
    if (isMainFrame && code !== navigationAborted) reloadSoon(window)
  })
  window.webContents.on('unresponsive', () => window.webContents.forcefullyCrashRenderer())
  window.webContents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown') return
    if ((input.control || input.meta) && input.shift && input.code === 'KeyS') {
      event.preventDefault()
      keys.onSetup()
    } else if (input.code === 'F11' && !options.kiosk) {
      event.preventDefault()
      window.setFullScreen(!window.isFullScreen())
    }
  })
  void loadBoardPage(window)
  return window
}

function reloadSoon(window: BrowserWindow): void {
  setTimeout(() => {
    if (!window.isDestroyed()) void loadBoardPage(window)
  }, reloadAfterMs)
}

/** A failure also arrives as did-fail-load, which tries again. */
async function loadBoardPage(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(boardPageUrl)
  } catch (error) {
    process.stderr.write(`topshelf: the page did not load: ${(error as Error).message}\n`)
  }
}
