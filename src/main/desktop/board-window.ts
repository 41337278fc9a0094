import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { BrowserWindow } from 'electron'
import type { DesktopOptions } from './desktop-options.ts'
import { boardPageUrl } from './page-origin.ts'
import { type Bounds, isSamePlace } from './window-plan.ts'

/** The board's ground colour, so that nothing flashes before the first picture. */
const ground = '#0b1412'
const stepMs = 150

/**
 * The window of a television: over the whole of a display, or an ordinary one where `placeNow` gives null. Shown once it has
 * something to show. Its watch (window-watch.ts) loads a page that dies again.
 */
export function openBoardWindow(
  options: DesktopOptions,
  placeNow: () => Bounds | null,
  keys: { readonly onSetup: () => void; readonly onManager: () => void; readonly onPageGone: () => void }
): BrowserWindow {
  const place = placeNow()
  const window = new BrowserWindow({
    ...(place ?? { width: 1920, height: 1080, useContentSize: true }),
    show: false,
    frame: place === null,
    fullscreen: place !== null,
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
  if (options.kiosk) standInFront(window)
  window.once('ready-to-show', () => {
    window.show()
    // Displays may have moved since it was made.
    const shownAt = placeNow()
    if (shownAt !== null) void coverWhole(window, shownAt, options.kiosk)
  })
  window.webContents.on('did-start-navigation', (details) => {
    if (details.isMainFrame && !details.isSameDocument) keys.onPageGone()
  })
  window.webContents.on('render-process-gone', keys.onPageGone)
  window.webContents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown') return
    const isCommand = (input.control || input.meta) && input.shift
    if (isCommand && input.code === 'KeyS') {
      event.preventDefault()
      keys.onSetup()
    } else if (isCommand && input.code === 'KeyM') {
      event.preventDefault()
      keys.onManager()
    } else if (input.code === 'F11' && !options.kiosk) {
      event.preventDefault()
      window.setFullScreen(!window.isFullScreen())
    }
  })
  void loadBoardPage(window)
  return window
}

/** Over the system's taskbar and what it pops up there, under the manager's window, and itself not on that bar. */
function standInFront(window: BrowserWindow): void {
  window.setAlwaysOnTop(true, 'pop-up-menu')
  window.setSkipTaskbar(true)
}

/**
 * Lays a window over another place: its display moved, turned, or has another size. A window that fills a screen is not
 * moved by its bounds, and the window system takes each step for itself.
 */
export async function coverPlace(window: BrowserWindow, place: Bounds, kiosk: boolean): Promise<void> {
  const before = moves.get(window) ?? Promise.resolve()
  const move = before.then(() => moveTo(window, place, kiosk))
  moves.set(window, move)
  await move
}

/** The last move of each window: the steps of two would undo each other. */
const moves = new WeakMap<BrowserWindow, Promise<void>>()

async function moveTo(window: BrowserWindow, place: Bounds, kiosk: boolean): Promise<void> {
  const steps = [
    () => {
      if (kiosk) window.setKiosk(false)
      window.setFullScreen(false)
    },
    () => window.setBounds(place),
    () => {
      window.setFullScreen(true)
      if (kiosk) window.setKiosk(true)
    }
  ]
  for (const step of steps) {
    if (window.isDestroyed()) return
    step()
    await delay(stepMs)
  }
}

/** Where no window manager runs, a window that opens as large as its screen may be left a line short. */
async function coverWhole(window: BrowserWindow, place: Bounds, kiosk: boolean): Promise<void> {
  await delay(stepMs)
  if (!window.isDestroyed() && !isSamePlace(window.getBounds(), place)) await coverPlace(window, place, kiosk)
}

/** A failure also arrives as did-fail-load, which the window's watch sees. */
export async function loadBoardPage(window: BrowserWindow): Promise<void> {
  try {
    await window.loadURL(boardPageUrl)
  } catch (error) {
    process.stderr.write(`topshelf: the page did not load: ${(error as Error).message}\n`)
  }
}
