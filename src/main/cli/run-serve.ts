import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Listening, phoneBaseOf } from '../../domain/print/phone-address.ts'
import { startEngine } from '../engine/start-engine.ts'
import { createBoardServer } from '../http/board-server.ts'
import { addManagerRoutes } from '../http/manager-routes.ts'
import { settingsBorderOf } from '../http/settings-border.ts'
import { addSetupRoutes } from '../http/setup-routes.ts'
import { networkAddresses } from '../http/network-addresses.ts'
import { reachableAddress } from '../http/reachable-address.ts'
import { SERVED_UPDATES } from '../manager/updates-calls.ts'
import { openManagerDesk } from '../manager/open-desk.ts'
import { createLogFile } from '../manager/log-file.ts'
import { createRecentLines, noteLinesOf } from '../manager/recent-lines.ts'
import { readEnvironment } from '../settings/environment.ts'
import { createScreensHost } from '../screens/screens-host.ts'
import { loadSettings } from '../settings/settings-file.ts'
import { type EngineKeeper, keepEngine } from '../setup/engine-keeper.ts'
import type { SetupSession } from '../setup/setup-session.ts'
import type { Command } from './command-line.ts'
import { serveActionsOf, type ServedBy } from './serve-actions.ts'
import { openServeSetup } from './serve-setup.ts'
import { chooseSource, dataDirOf } from './source-choice.ts'

const DEFAULT_SYNC_INTERVAL_MS = 60_000
/** A supervisor kills what does not end: this is sooner than it. */
const STOP_WITHIN_MS = 15_000

/** The built pages, beside the built main code. */
function rendererDir(): string {
  return join(dirname(fileURLToPath(import.meta.url)), '..', 'renderer')
}

/**
 * Syncs and serves boards until SIGTERM or SIGINT, then ends with 0. The first line on stdout says where it listens.
 * Exit code 2 for missing credentials, 1 for a port or a data directory that cannot be had. An engine that dies later is
 * followed by another; the server stays, and says 503 meanwhile. With `--setup` first run is served whatever the engine does.
 */
export async function runServe(command: Command & { kind: 'serve' }): Promise<number> {
  const environment = readEnvironment(process.env)
  const dataDir = dataDirOf(command.dataDir, environment)
  const syncIntervalMs = command.syncIntervalMs ?? environment.syncIntervalMs ?? DEFAULT_SYNC_INTERVAL_MS
  const chosen = chooseSource(command.demo, environment, dataDir)
  if (!chosen.ok && !command.setup) {
    process.stderr.write(`${chosen.message}\n`)
    return 2
  }
  // Heard from the start: a supervisor may change its mind before the first board stands.
  const signalled = new Promise<null>((resolve) => {
    process.once('SIGTERM', () => resolve(null))
    process.once('SIGINT', () => resolve(null))
  })
  const log = createLogFile(dataDir)
  const recent = createRecentLines(log.note)
  noteLinesOf(process.stderr, recent, Date.now)
  const warn = (line: string): void => void process.stderr.write(`${line}\n`)
  let kept: EngineKeeper | null = null
  let setup: SetupSession | null = null
  let servedBy: ServedBy
  if (chosen.ok && !command.setup) {
    const { source } = chosen
    kept = keepEngine({
      startEngine: (onDeath) => startEngine({ dataDir, source, syncIntervalMs }, onDeath),
      onRestarted: () => warn('The engine runs again'),
      onProblem: warn
    })
    servedBy = { kind: 'kept', keeper: kept, source }
    const started = await kept.start()
    if (!started.ok) {
      await kept.stop()
      process.stderr.write(`${started.message}\n`)
      return 1
    }
  } else {
    setup = openServeSetup({ ...environment, dataDir, syncIntervalMs }, command.demo, warn)
    servedBy = { kind: 'setup', setup }
  }
  const running = {
    engine: () => setup?.engine() ?? kept?.engine() ?? null,
    problem: () => setup?.problem() ?? kept?.problem() ?? null
  }
  let listening: Listening | null = null
  const screens = createScreensHost(dataDir, warn)
  const actions = serveActionsOf(servedBy, dataDir, () => [...log.earlierLines(), ...recent.lines()])
  log.writeWithout(actions.secrets)
  const desk = openManagerDesk({
    ...running,
    dataDir,
    warn,
    actions,
    screens: {
      screens,
      pairingAddress: () => {
        const address = boards.server.server.address()
        return typeof address === 'object' && address !== null
          ? `${reachableAddress(command.host, address.port)}/pair`
          : null
      }
    },
    print: { listening: () => listening, addresses: networkAddresses, savePdf: null },
    network: {
      serve: null,
      address: () => phoneBaseOf(null, listening, networkAddresses()).url
    },
    updates: SERVED_UPDATES
  })
  const boards = createBoardServer({
    ...running,
    problem: () => running.problem()?.message ?? null,
    rendererDir: rendererDir(),
    screens,
    network: settingsBorderOf(dataDir, command.open),
    language: () => loadSettings(dataDir).settings.language,
    ...(setup === null ? {} : { landing: () => landingOf(setup) }),
    extend: (server) => {
      addManagerRoutes(server, desk, rendererDir())
      if (setup !== null) addSetupRoutes(server, setup, dataDir)
    }
  })
  const stop = async (): Promise<void> => {
    await boards.close()
    await setup?.close()
    await kept?.stop()
    await log.flush()
  }
  try {
    await boards.server.listen({ port: command.port, host: command.host })
  } catch (error) {
    process.stderr.write(`${listenFailureOf(error as NodeJS.ErrnoException, command)}\n`)
    await stop()
    return 1
  }
  const address = boards.server.server.address()
  const port = typeof address === 'object' && address !== null ? address.port : command.port
  listening = { host: command.host, port }
  const host = command.host.includes(':') ? `[${command.host}]` : command.host
  process.stdout.write(`listening on http://${host}:${port}\n`)
  // Not waited for: a signal may come first. The session goes on trying, and the first-run page can choose anew.
  if (setup !== null) void openSetup(setup)
  await signalled
  // What hangs is left to the exit.
  setTimeout(() => process.exit(0), STOP_WITHIN_MS).unref()
  await stop()
  return 0
}

/** A refusal was said when it came about (serve-setup.ts). */
async function openSetup(setup: SetupSession): Promise<void> {
  const opened = await setup.open()
  if (opened.ok && opened.notice !== undefined) process.stderr.write(`${opened.notice.message}\n`)
}

function landingOf(setup: SetupSession): string {
  const state = setup.state()
  return state.phase === 'ready' ? `/boards/${state.locationId}` : '/setup'
}

function listenFailureOf(error: NodeJS.ErrnoException, { host, port }: { host: string; port: number }): string {
  switch (error.code) {
    case 'EADDRINUSE':
      return `--port: ${port} on ${host} is taken by another program; choose another, or 0 for any free one`
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `--host: ${host} is no address of this machine`
    case 'EACCES':
      return `--port: ${port} needs more rights than this user has; choose one above 1023`
    default:
      return `cannot listen on ${host}:${port}: ${error.message}`
  }
}
