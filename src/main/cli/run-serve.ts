import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Engine } from '../engine/engine.types.ts'
import { startEngine } from '../engine/start-engine.ts'
import { createBoardServer } from '../http/board-server.ts'
import { addSetupRoutes } from '../http/setup-routes.ts'
import { readEnvironment } from '../settings/environment.ts'
import type { SetupSession } from '../setup/setup-session.ts'
import type { Command } from './command-line.ts'
import { openServeSetup } from './serve-setup.ts'
import { chooseSource, dataDirOf } from './source-choice.ts'

const DEFAULT_SYNC_INTERVAL_MS = 60_000

/** The built pages, beside the built main code. */
function rendererDir(): string {
  return join(dirname(fileURLToPath(import.meta.url)), '..', 'renderer')
}

/**
 * Syncs and serves boards until SIGTERM or SIGINT, then ends with 0. The first line on stdout says where it listens.
 * Exit code 2 for missing credentials, 1 for a port or a data directory that cannot be had.
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
  let engine: Engine | null = null
  let setup: SetupSession | null = null
  let fail: ((message: string) => void) | null = null
  const failed = new Promise<string>((resolve) => {
    fail = resolve
  })
  if (command.setup) {
    setup = openServeSetup({ ...environment, dataDir, syncIntervalMs }, command.demo)
  } else if (chosen.ok) {
    const started = await startEngine({ dataDir, source: chosen.source, syncIntervalMs }, (message) => fail?.(message))
    if (!started.ok) {
      process.stderr.write(`${started.message}\n`)
      return 1
    }
    engine = started.engine
  }
  const boards = createBoardServer({
    engine: () => setup?.engine() ?? engine,
    rendererDir: rendererDir(),
    ...(setup === null
      ? {}
      : {
          landing: () => landingOf(setup),
          extend: (server) => addSetupRoutes(server, setup)
        })
  })
  const stop = async (): Promise<void> => {
    await boards.close()
    await setup?.close()
    await engine?.stop()
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
  const host = command.host.includes(':') ? `[${command.host}]` : command.host
  process.stdout.write(`listening on http://${host}:${port}\n`)
  await setup?.open()
  const death = await Promise.race([signalled, failed])
  if (death !== null) process.stderr.write(`${death}\n`)
  await stop()
  return death === null ? 0 : 1
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
