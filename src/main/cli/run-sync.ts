import { startEngine } from '../engine/start-engine.ts'
import { readEnvironment } from '../settings/environment.ts'
import type { Command } from './command-line.ts'
import { chooseSource, dataDirOf } from './source-choice.ts'

/** One full sync into the data directory, a line per feed. Exit code 0, 1 with the cause, 2 for missing credentials. */
export async function runSync(command: Command & { kind: 'sync' }): Promise<number> {
  const environment = readEnvironment(process.env)
  const dataDir = dataDirOf(command.dataDir, environment)
  const chosen = chooseSource(command.demo, environment, dataDir)
  if (!chosen.ok) {
    process.stderr.write(`${chosen.message}\n`)
    return 2
  }
  const started = await startEngine({ dataDir, source: chosen.source, syncIntervalMs: 60_000, syncsByItself: false })
  if (!started.ok) {
    process.stderr.write(`${started.message}\n`)
    return 1
  }
  const syncing = started.engine.syncOnce((event) => {
    if (event.kind !== 'progress') return
    const { feed, records, done, error } = event.progress
    if (error !== null) process.stdout.write(`${feed}: failed, ${error.message}\n`)
    else if (done) process.stdout.write(`${feed}: ${records} ${records === 1 ? 'record' : 'records'}\n`)
  })
  // An engine that dies is a failed sync as well, and its one line the cause.
  const result = await syncing.catch((error: unknown) => ({
    ok: false,
    message: firstLineOf((error as Error).message)
  }))
  await started.engine.stop()
  if (!result.ok) process.stderr.write(`${result.message ?? 'the sync failed'}\n`)
  return result.ok ? 0 : 1
}

/** What an engine could not foresee comes with its stack. */
function firstLineOf(message: string): string {
  return message.split('\n', 1)[0] ?? message
}
