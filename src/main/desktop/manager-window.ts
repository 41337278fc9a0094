import { join } from 'node:path'
import { BrowserWindow, screen, type WebContents } from 'electron'
import { managerPageUrl } from './page-origin.ts'

const reloadAfterMs = 1000
/** The light theme's ground, so that nothing flashes before the first picture. */
const ground = '#ebf0e4'
const wantedSize = { width: 1440, height: 900 }
/** Chromium's code for a navigation that was called off. */
const navigationAborted = -3

/** From where the window was asked for: whoever reaches the tray or the keyboard may choose the first PIN. */
export type OpenedFrom = 'tray' | 'keyboard' | 'board'

/** The one manager's window of this machine. */
export interface ManagerWindow {
  /** Opens it, or brings it to the front. */
  readonly open: (from: OpenedFrom) => void
  /** Null while it is shut. */
  readonly window: () => BrowserWindow | null
  readonly isItsPage: (page: WebContents) => boolean
  /** Whether the first PIN may be chosen in the window as it was opened. */
  readonly mayChoosePin: () => boolean
}

/** Stands on the display where the pointer is, over boards that fill it. */
export function createManagerWindow(): ManagerWindow {
  let window: BrowserWindow | null = null
  let mayChoosePin = false

  function make(): BrowserWindow {
    const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint())
    const width = Math.min(wantedSize.width, workArea.width)
    const height = Math.min(wantedSize.height, workArea.height)
    const made = new BrowserWindow({
      x: workArea.x + Math.floor((workArea.width - width) / 2),
      y: workArea.y + Math.floor((workArea.height - height) / 2),
      width,
      height,
      minWidth: 900,
      minHeight: 600,
      show: false,
      autoHideMenuBar: true,
      backgroundColor: ground,
      title: 'Topshelf',
      icon: join(import.meta.dirname, '../../resources/icon.png'),
      webPreferences: {
        preload: join(import.meta.dirname, '../preload/manager-preload.cjs'),
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        webviewTag: false,
        spellcheck: false
      }
    })
    // Boards fill their displays, and some stay in front.
    made.setAlwaysOnTop(true, 'screen-saver')
    made.once('ready-to-show', () => made.show())
    made.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason !== 'clean-exit') loadSoon(made)
    })
    made.webContents.on('did-fail-load', (_event, code, _description, _url, isMainFrame) => {
      if (isMainFrame && code !== navigationAborted) loadSoon(made)
    })
    made.on('closed', () => {
      window = null
      mayChoosePin = false
    })
    void load(made)
    return made
  }

  return {
    open: (from) => {
      mayChoosePin ||= from !== 'board'
      window ??= make()
      if (window.isMinimized()) window.restore()
      if (window.isVisible()) window.focus()
    },
    window: () => window,
    isItsPage: (page) => window?.webContents === page,
    mayChoosePin: () => mayChoosePin
  }
}

function loadSoon(window: BrowserWindow): void {
  setTimeout(() => {
    if (!window.isDestroyed()) void load(window)
  }, reloadAfterMs)
}

/** A failure also arrives as did-fail-load, which tries again. */
async function load(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(managerPageUrl)
  } catch (error) {
    process.stderr.write(`topshelf: the manager's page did not load: ${(error as Error).message}\n`)
  }
}
