import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, outDir } from './ensure-built.ts'
import { runScript } from './run-script.ts'

/**
 * Becomes out/main/ENTRY.js: the same process, so that signals, stdio and the exit code need no forwarding.
 * Usage: run-built.ts ENTRY [ARGUMENT ...]
 */
export async function becomeBuilt(entry: string, args: readonly string[]): Promise<void> {
  const path = join(outDir, 'main', `${entry}.js`)
  await runScript(async () => {
    await ensureBuilt()
    if (!existsSync(path)) throw new Error(`there is no built program ${path}`)
    return 0
  })
  if (process.exitCode !== 0) return
  process.exitCode = undefined
  swallowRepeatedSignals()
  process.argv = [process.execPath, path, ...args]
  await import(pathToFileURL(path).href)
}

/**
 * A signal to a process group arrives twice, from the sender and from npm, which hands its own on. The second must not
 * cut short the clean end that the first one began. A program that listens to no signal ends by the first, as ever.
 */
function swallowRepeatedSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal)
      else process.on(signal, () => undefined)
    })
  }
}

if (import.meta.main) {
  const [entry, ...args] = process.argv.slice(2)
  if (entry === undefined) {
    process.stderr.write('usage: run-built.ts ENTRY [ARGUMENT ...]\n')
    process.exit(2)
  }
  await becomeBuilt(entry, args)
}
