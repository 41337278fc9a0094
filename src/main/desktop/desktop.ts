import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { app, Menu, powerMonitor, powerSaveBlocker, safeStorage, type BrowserWindow } from 'electron'
import type { SetupState } from '../../shared/setup.ts'
import { readEnvironment } from '../settings/environment.ts'
import { createSetupHost } from '../setup/setup-host.ts'
import { createSetupSession, type SetupSession } from '../setup/setup-session.ts'
import { createBoardFeed, type BoardFeed, type BoardSource } from './board-feed.ts'
import { openBoardWindow } from './board-window.ts'
import { createCredentialStore, type KeyStore } from './credential-store.ts'
import { readDesktopOptions } from './desktop-options.ts'
import { handleChannels, push } from './ipc.ts'
import { denyPermissions, limitPages } from './page-limits.ts'
import { registerPageScheme, servePages } from './page-protocol.ts'
import { openScreenServer, type ScreenServer } from './screen-server.ts'

const stopWithinMs = 10_000
const environment = readEnvironment(process.env)
const options = readDesktopOptions(process.argv)
let window: BrowserWindow | null = null

// Electron is not ready before this module is evaluated, so it must not be awaited at the top level.
start()

function start(): void {
  setupDataFolder()
  if (!setupSingleInstance()) return
  setupProcess()
  registerPageScheme()
  limitPages()
  setupSandbox()
  void app.whenReady().then(whenReady).catch(failToStart)
}

async function whenReady(): Promise<void> {
  const session = setupSession()
  const feed = setupFeed(session)
  setupChannels(session, feed)
  setupPages(session)
  setupMenu()
  setupPower(session)
  const screens = setupScreens(session)
  setupQuit(session, feed, screens)
  setupWindow(session, feed)
  await openSession(session)
}

/** Chromium keeps its own files beside ours; the lock on them makes one running app of each data directory. */
function setupDataFolder(): void {
  app.setPath('userData', join(environment.dataDir, 'chromium'))
}

function setupSingleInstance(): boolean {
  if (!app.requestSingleInstanceLock()) {
    app.quit()
    return false
  }
  app.on('second-instance', () => {
    if (window === null) return
    if (window.isMinimized()) window.restore()
    window.show()
    window.focus()
  })
  return true
}

function setupProcess(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  if (environment.credentials.kind === 'partial') {
    warn(`${environment.credentials.missing.join(', ')} not set: the other COVA_ variables are not used`)
  }
}

/** Every page is sandboxed, unless whoever started Electron asked otherwise in so many words. */
function setupSandbox(): void {
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
}

function setupSession(): SetupSession {
  const credentialStore = createCredentialStore(
    join(environment.dataDir, 'credentials.bin'),
    safeStorage as unknown as KeyStore
  )
  const host = createSetupHost({ environment, credentialStore, demoForThisRun: options.demo, warn })
  return createSetupSession(host, { chooseFirst: options.demo })
}

function setupFeed(session: SetupSession): BoardFeed {
  const feed = createBoardFeed(() => sourceOf(session), session.problem, {
    view: (view) => withPage((contents) => push(contents, 'board:view', view)),
    patch: (patch) => withPage((contents) => push(contents, 'board:patch', patch)),
    clock: (clock) => withPage((contents) => push(contents, 'board:clock', clock)),
    alive: () => withPage((contents) => push(contents, 'board:alive', null)),
    beat: () => withPage((contents) => push(contents, 'board:beat', null)),
    problem: (message) => withPage((contents) => push(contents, 'board:problem', message))
  })
  session.onChanged((state) => {
    feed.sourceChanged()
    withPage((contents) => push(contents, 'setup:changed', state))
  })
  return feed
}

function setupChannels(session: SetupSession, feed: BoardFeed): void {
  handleChannels({
    'setup:state': () => session.state(),
    'setup:use-demo': () => session.useDemo(),
    'setup:connect': (credentials) => session.connect(credentials),
    'setup:choose-location': (locationId) => session.chooseLocation(locationId),
    'board:ready': () => feed.pageReady()
  })
}

function setupPages(session: SetupSession): void {
  const pictureOf = async (hash: string): Promise<Uint8Array | null> => (await session.engine()?.picture(hash)) ?? null
  servePages(join(import.meta.dirname, '../renderer'), pictureOf)
  denyPermissions()
}

/** A television has no menu. On macOS the menu is where copy, paste and quit come from. */
function setupMenu(): void {
  Menu.setApplicationMenu(
    process.platform === 'darwin' ? Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }]) : null
  )
}

/** The display stays on, and after sleep the board looks at the time anew. */
function setupPower(session: SetupSession): void {
  powerSaveBlocker.start('prevent-display-sleep')
  powerMonitor.on('resume', () => session.engine()?.clockMayHaveJumped())
  powerMonitor.on('unlock-screen', () => session.engine()?.clockMayHaveJumped())
}

/** Boards for other screens of this machine; where they are is said on stderr. */
async function setupScreens(session: SetupSession): Promise<ScreenServer | null> {
  const screens = await openScreenServer(
    { engine: session.engine, problem: session.problem },
    join(import.meta.dirname, '../renderer'),
    environment.screensPort
  )
  warn(screens === null ? 'no port for other screens could be had' : `boards for other screens at ${screens.url}`)
  return screens
}

function setupQuit(session: SetupSession, feed: BoardFeed, screens: Promise<ScreenServer | null>): void {
  let isStopping = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    // The engine closes its database first. Quitting again from here is not heard, so the exit is plain.
    event.preventDefault()
    if (isStopping) return
    isStopping = true
    feed.close()
    const closed = screens.then((server) => server?.close()).then(() => session.close())
    void Promise.race([closed, delay(stopWithinMs)])
      .catch((error: unknown) => warn(`the engine did not stop cleanly: ${(error as Error).message}`))
      .finally(() => setImmediate(() => app.exit(0)))
  })
}

function setupWindow(session: SetupSession, feed: BoardFeed): void {
  window = openBoardWindow(options, { onSetup: () => session.reopen(), onPageGone: feed.pageGone })
  window.on('closed', () => {
    feed.pageGone()
    window = null
  })
}

/**
 * What was chosen before is taken up again. A television has nobody who answers a question: where that fails, the
 * session tries again by itself, and the page and stderr say why meanwhile.
 */
async function openSession(session: SetupSession): Promise<void> {
  const opened = await session.open()
  if (opened.ok && opened.notice !== undefined) warn(opened.notice)
}

function sourceOf(session: SetupSession): BoardSource | null {
  const state: SetupState = session.state()
  const engine = session.engine()
  return state.phase === 'ready' && engine !== null ? { engine, locationId: state.locationId } : null
}

function withPage(use: (contents: Electron.WebContents) => void): void {
  if (window !== null && !window.isDestroyed()) use(window.webContents)
}

function failToStart(error: unknown): void {
  warn(`cannot start: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  app.exit(1)
}

/** stderr is what a service manager keeps; it may be gone when a terminal was closed. */
function warn(line: string): void {
  try {
    process.stderr.write(`topshelf: ${line}\n`)
  } catch {
    // Nobody reads it.
  }
}
