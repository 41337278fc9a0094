import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { app, powerMonitor, safeStorage, type WebContents } from 'electron'
import type { KioskReply } from '../../shared/kiosk.ts'
import type { SetupResult } from '../../shared/setup.ts'
import { isDatabaseBroughtOn } from '../engine/hang-watch.ts'
import { createHandOvers } from '../kiosk/hand-overs.ts'
import { answerKiosk } from '../kiosk/kiosk-host.ts'
import type { KioskCall } from '../kiosk/kiosk-request.ts'
import type { ScreensDesk } from '../manager/screens-calls.ts'
import type { MachineActions } from '../manager/machine-handlers.ts'
import { openManagerDesk } from '../manager/open-desk.ts'
import type { NetworkHost } from '../manager/network-handlers.ts'
import type { PrintHost } from '../manager/print-handlers.ts'
import { hasPin } from '../manager/pin-file.ts'
import { createLogFile } from '../manager/log-file.ts'
import { createRecentLines, noteLinesOf } from '../manager/recent-lines.ts'
import { secretsOf } from '../settings/secrets.ts'
import { launcherOf, leaveWith, startAnew, tellLauncher } from '../launcher/launched.ts'
import { linkToLauncher } from '../launcher/launcher-link.ts'
import { createPaintedNotes } from '../launcher/painted-note.ts'
import { readEnvironment } from '../settings/environment.ts'
import { productVersion } from '../settings/product-version.ts'
import { loadSettings } from '../settings/settings-file.ts'
import { openRecoveries, type Recoveries } from '../screens/recoveries.ts'
import { createScreensHost, type ScreensHost } from '../screens/screens-host.ts'
import { networkAddresses } from '../http/network-addresses.ts'
import { settingsBorderOf } from '../http/settings-border.ts'
import { outliveLostLog } from '../setup/lost-log.ts'
import { createSetupHost } from '../setup/setup-host.ts'
import { setUpAlready } from '../setup/set-up-already.ts'
import { createSetupSession, type SetupSession } from '../setup/setup-session.ts'
import { claimDataFolder, setupMenu, setupSandbox } from './app-setup.ts'
import { createBoardWindows, type BoardWindows } from './board-windows.ts'
import { createCredentialStore, type KeyStore } from './credential-store.ts'
import { readDesktopOptions } from './desktop-options.ts'
import { setupUpdates } from './desktop-updates.ts'
import { handleChannels, handleManagerCalls } from './ipc.ts'
import { machineDisplays, onDisplaysChanged } from './machine-displays.ts'
import { createMachineUse, type MachineUse } from './machine-use.ts'
import { createManagerWindow, type ManagerWindow } from './manager-window.ts'
import { denyPermissions, limitPages } from './page-limits.ts'
import { registerPageScheme, servePages } from './page-protocol.ts'
import { saveFileByDialog, savePdfByDialog } from './save-file.ts'
import { createScreenServer, type ScreenServer } from './screen-server.ts'
import { showTray } from './tray.ts'
import { createWatchHost, setupPower } from './watch-host.ts'
import { displayWordsOf, planOrdinaryWindows, type PlannedWindow, planWindows } from './window-plan.ts'

const stopWithinMs = 10_000
const environment = readEnvironment(process.env)
const log = createLogFile(environment.dataDir)
const recent = createRecentLines(log.note)
noteLinesOf(process.stderr, recent, Date.now)
outliveLostLog()
const { options, problem: optionProblem } = readDesktopOptions(process.argv)
const handOvers = createHandOvers()
const paintedNotes = createPaintedNotes(environment.dataDir, productVersion, Date.now)
let windows: BoardWindows | null = null
let toldDisplays = ''
/** How the program ends once everything is closed. */
let leave = (): void => leaveWith(app, 0)

// Electron is not ready before this module is evaluated, so it must not be awaited at the top level.
start()

function start(): void {
  if (!claimDataFolder({ dataDir: environment.dataDir, showFirst: () => windows?.showFirst(), warn })) return
  setupProcess()
  registerPageScheme()
  limitPages()
  setupSandbox()
  void app.whenReady().then(whenReady).catch(failToStart)
}

async function whenReady(): Promise<void> {
  const session = setupSession()
  const manager = createManagerWindow()
  const screens = createScreensHost(environment.dataDir, warn)
  const recoveries = openRecoveries(environment.dataDir, Date.now)
  const isDark = setupPower({
    resumed: () => session.engine()?.clockMayHaveJumped(),
    lookSoon: () => windows?.lookSoon()
  })
  const mayBeTyping = (): boolean => manager.window() !== null || session.state().phase !== 'ready'
  const use = createMachineUse({
    mayBeTyping,
    idleSeconds: () => powerMonitor.getSystemIdleTime(),
    elapsedMs: () => performance.now()
  })
  const watchHost = createWatchHost({
    recoveries,
    isDark,
    isWindowWanted: () => windows?.isAnyPlanned() ?? true,
    isDatabaseBroughtOn,
    mayBeTyping,
    painted: paintedNotes.painted,
    unjudged: (why) => tellLauncher({ topshelf: 'unjudged', why }),
    relaunch: leaveAnew,
    warn
  })
  const managerKeys = {
    mayReopenSetup: () => !hasPin(environment.dataDir),
    openManager: () => manager.open('keyboard')
  }
  const boards = createBoardWindows(options, session, screens.open, managerKeys, watchHost)
  windows = boards
  const server = setupScreens(session, screens)
  setupManager(session, manager, boards, screens, server, recoveries, use)
  setupChannels(session, boards, manager, use)
  setupPages(session)
  setupMenu()
  setupQuit(session, boards, server)
  setupWindows(session, boards)
  await openSession(session)
}

function setupProcess(): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit())
  const unlink = linkToLauncher({ argv: process.argv, version: productVersion, quit: () => app.quit(), warn })
  // Later than this it would be started for an app that leaves.
  app.once('will-quit', unlink)
  if (optionProblem !== null) warn(optionProblem)
  if (environment.credentials.kind === 'unusable') warn(environment.credentials.message)
  if (environment.credentials.kind === 'partial') {
    warn(`${environment.credentials.missing.join(', ')} not set: the other COVA_ variables are not used`)
  }
}

function setupSession(): SetupSession {
  const credentialStore = createCredentialStore(
    join(environment.dataDir, 'credentials.bin'),
    safeStorage as unknown as KeyStore
  )
  const host = createSetupHost({
    environment,
    credentialStore,
    demoForThisRun: options.demo,
    displays: options.ordinaryWindows === null ? machineDisplays : () => [],
    warn
  })
  return createSetupSession(host, { chooseFirst: options.demo })
}

/** What a page asks is answered for its own window; first run is answered to the first one alone. */
function setupChannels(session: SetupSession, boards: BoardWindows, manager: ManagerWindow, use: MachineUse): void {
  const inFirst = (page: WebContents, step: () => Promise<SetupResult>): Promise<SetupResult> => {
    if (!boards.maySetUp(page)) throw new Error('setup: refused')
    const refusal = setUpAlready(session, environment.dataDir)
    return refusal === null ? step() : Promise.resolve(refusal)
  }
  handleChannels({
    'setup:state': (page) => boards.stateOf(page),
    'setup:use-demo': (page) => inFirst(page, session.useDemo),
    'setup:connect': (page, credentials) => inFirst(page, () => session.connect(credentials)),
    'setup:choose-location': (page, locationId, restrictTo) =>
      inFirst(page, () => session.chooseLocation(locationId, restrictTo)),
    'setup:finish': (page, answers) => inFirst(page, () => session.finish(answers)),
    'setup:cancel': (page) => inFirst(page, session.cancel),
    'board:ready': (page) => boards.feedOf(page)?.pageReady() ?? null,
    'manager:open': () => {
      // A shopper's hand may rest there too: without a PIN there is nothing to stand before the window.
      if (hasPin(environment.dataDir)) manager.open('board')
      return null
    },
    'kiosk:sheet': (page, productId) => askKiosk({ boards, use }, page, 'sheet', { productId }),
    'kiosk:basket': (page, lines, rewardId) => askKiosk({ boards, use }, page, 'basket', { lines, rewardId }),
    'kiosk:hand-over': (page, lines) => askKiosk({ boards, use }, page, 'hand-over', { lines }),
    'screen:alive': (page, report) => {
      boards.feedOf(page)?.alive(report)
      return null
    }
  })
}

/** Answered for the window's own screen. */
async function askKiosk<Answer>(
  { boards, use }: { readonly boards: BoardWindows; readonly use: MachineUse },
  page: WebContents,
  call: KioskCall,
  body: unknown
): Promise<KioskReply<Answer>> {
  use.kioskAsked()
  const shown = boards.feedOf(page)?.shown() ?? null
  if (shown === null) return { ok: false, code: 'unavailable', message: 'There is no board yet' }
  const answer = await answerKiosk(shown.engine, handOvers, shown.query, call, body)
  if (!answer.ok) return { ok: false, code: answer.code, message: answer.message }
  const parsed: Answer = JSON.parse(answer.json)
  return { ok: true, answer: parsed }
}

/** The manager's window and its desk; the tray, where the system has one. */
function setupManager(
  session: SetupSession,
  manager: ManagerWindow,
  boards: BoardWindows,
  known: ScreensHost,
  server: ScreenServer,
  recoveries: Recoveries,
  { isInUse }: MachineUse
): void {
  const { dataDir } = environment
  const actions: MachineActions = {
    restartEngine: () => void session.restartEngine(),
    displays: options.ordinaryWindows === null ? machineDisplays : () => [],
    displaysChanged: () => boards.follow(plannedWindows()),
    // A packaged one: a checkout's launcher is a script in a terminal.
    startAtBootChanged: launcherOf(process.argv) ? () => tellLauncher({ topshelf: 'settings' }) : null,
    showStore: session.showLocation,
    secrets: async () => secretsOf(await session.credentials()),
    setUpAgain: () => {
      if (session.state().phase === 'ready') session.reopen()
      manager.window()?.close()
      boards.showFirst()
      return { kind: 'window' }
    },
    recentLines: () => [...log.earlierLines(), ...recent.lines()],
    recoveries: recoveries.list,
    saveFile: (file) => saveFileByDialog(manager.window(), file)
  }
  log.writeWithout(actions.secrets)
  const { engine, problem } = session
  const print: PrintHost = {
    listening: server.listening,
    addresses: networkAddresses,
    savePdf: (name, bytes) => savePdfByDialog(manager.window(), name, bytes)
  }
  const network: NetworkHost = {
    address: () => (server.listening() === null ? null : server.url()),
    serve: server.serveNetwork
  }
  const pairingAddress = (): string | null => (server.url() === null ? null : `${server.url()}/pair`)
  const screens: ScreensDesk = { screens: known, pairingAddress }
  const updates = setupUpdates({ dataDir, engine, isInUse, restart: leaveAnew, warn })
  const desk = openManagerDesk({ dataDir, engine, problem, warn, actions, screens, print, network, updates })
  handleManagerCalls(manager.isItsPage, (_page, channel, token, args) =>
    desk.answer({ token, mayChoosePin: manager.mayChoosePin() }, channel, args)
  )
  showTray(loadSettings(dataDir).settings.language ?? app.getLocale(), () => manager.open('tray'))
}

/** Ends everything as quitting does, and is started anew. */
function leaveAnew(): void {
  leave = () => startAnew(app)
  app.quit()
}

function setupPages(session: SetupSession): void {
  const pictureOf = async (hash: string): Promise<Uint8Array | null> => (await session.engine()?.picture(hash)) ?? null
  servePages(join(import.meta.dirname, '../renderer'), pictureOf)
  denyPermissions()
}

/** Boards for other screens; where they are is said on stderr. */
function setupScreens(session: SetupSession, known: ScreensHost): ScreenServer {
  const { dataDir } = environment
  const server = createScreenServer(
    {
      engine: session.engine,
      problem: () => session.problem()?.message ?? null,
      screens: known,
      handOvers,
      language: () => loadSettings(dataDir).settings.language,
      network: settingsBorderOf(dataDir, false)
    },
    join(import.meta.dirname, '../renderer'),
    environment.screensPort,
    (url) => warn(url === null ? 'no port for other screens could be had' : `boards for other screens at ${url}`)
  )
  void server.serveNetwork(loadSettings(dataDir).settings.network.serve)
  return server
}

function setupQuit(session: SetupSession, boards: BoardWindows, screens: ScreenServer): void {
  let isStopping = false
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    // The engine closes its database first. Quitting again from here is not heard, so the exit is plain.
    event.preventDefault()
    if (isStopping) return
    isStopping = true
    boards.close()
    const closed = screens
      .close()
      .then(() => session.close())
      .then(log.flush)
    void Promise.race([closed, delay(stopWithinMs)])
      .catch((error: unknown) => warn(`the engine did not stop cleanly: ${(error as Error).message}`))
      .finally(() => setImmediate(() => leave()))
  })
}

/** A window on each display that is to have one, now and whenever displays come, go, or change. */
function setupWindows(session: SetupSession, boards: BoardWindows): void {
  boards.follow(plannedWindows())
  if (options.ordinaryWindows !== null) return
  const follow = (): void => boards.follow(plannedWindows())
  onDisplaysChanged(follow)
  // First run asks which displays show a board.
  session.onChanged(({ phase }) => {
    if (phase === 'ready') follow()
    // A machine that shows a real store from now on may want to be started with it.
    tellLauncher({ topshelf: 'settings' })
  })
  powerMonitor.on('resume', follow)
}

function plannedWindows(): readonly PlannedWindow[] {
  if (options.ordinaryWindows !== null) return planOrdinaryWindows(options.ordinaryWindows)
  const displays = machineDisplays()
  const words = displayWordsOf(displays)
  // So that the settings can name them.
  if (words !== toldDisplays) warn(`displays: ${words}`)
  toldDisplays = words
  return planWindows(displays, loadSettings(environment.dataDir).settings.displays)
}

/**
 * What was chosen before is taken up again. A television has nobody who answers a question: where that fails, the
 * session tries again by itself, and the page and stderr say why meanwhile.
 */
async function openSession(session: SetupSession): Promise<void> {
  const opened = await session.open()
  if (opened.ok && opened.notice !== undefined) warn(opened.notice.message)
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
