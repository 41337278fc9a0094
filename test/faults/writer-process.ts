import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { outDir } from '../../scripts/ensure-built.ts'
import type { DemoStore } from '../../src/main/demo-store/demo-store.ts'
import { environmentOf } from '../main/serve/serve-process.ts'

/** How the built program writes: one full sync, or its feeds at their cadence behind a server. */
export type WriterCommand = 'sync' | 'serve'

/** The built program, writing into a data directory: a process of its own. */
export interface WriterProcess {
  readonly child: ChildProcess
  /** Requests that the server has had of it. */
  readonly asked: () => number
  readonly walBytes: () => number
  readonly isOver: () => boolean
  /** `kill -9`; resolves when it is gone. */
  readonly kill: () => Promise<void>
}

export function startWriter(command: WriterCommand, server: DemoStore, dataDir: string): WriterProcess {
  // The server remembers the last thousand requests: counted from the last one that was known.
  let known = server.requests.at(-1)
  let askedSoFar = 0
  const port = command === 'serve' ? ['--port', '0'] : []
  const child = spawn(process.execPath, [join(outDir, 'main/cli.js'), command, ...port], {
    env: environmentOf(server, dataDir),
    stdio: 'ignore'
  })
  const gone = once(child, 'exit')
  return {
    child,
    asked: () => {
      const { requests } = server
      const at = known === undefined ? -1 : requests.lastIndexOf(known)
      askedSoFar += requests.length - 1 - at
      known = requests.at(-1)
      return askedSoFar
    },
    walBytes: () => statSync(join(dataDir, 'cache.sqlite-wal'), { throwIfNoEntry: false })?.size ?? 0,
    isOver: () => child.exitCode !== null || child.signalCode !== null,
    kill: async () => {
      child.kill('SIGKILL')
      await gone
    }
  }
}

/** How far an uninterrupted writer goes: what random instants are drawn from. */
export interface WriterReach {
  readonly requests: number
  readonly walBytes: number
  readonly tookMs: number
}

/** Runs one to its end, or until it has had nothing to ask for a while. */
export async function measureReach(command: WriterCommand, server: DemoStore, dataDir: string): Promise<WriterReach> {
  const writer = startWriter(command, server, dataDir)
  let walBytes = 0
  let beganMs: number | null = null
  let lastAskedMs = performance.now()
  let requests = 0
  while (!writer.isOver()) {
    await wait(1)
    walBytes = Math.max(walBytes, writer.walBytes())
    if (writer.asked() === requests) {
      if (requests > 0 && performance.now() - lastAskedMs > 2500) break
      continue
    }
    requests = writer.asked()
    lastAskedMs = performance.now()
    beganMs ??= lastAskedMs
  }
  const tookMs = lastAskedMs - (beganMs ?? lastAskedMs)
  await writer.kill()
  return { requests, walBytes, tookMs }
}

/** A moment of a writer's run, drawn at random. */
export type Moment =
  /** So many milliseconds after the server has been asked for the nth time. */
  | { readonly kind: 'request'; readonly number: number; readonly delayMs: number }
  /** When the write-ahead log has grown to so many bytes: while a transaction is being written. */
  | { readonly kind: 'log'; readonly bytes: number }

/** One moment of three in the log; the last requests, behind which passes land, as often as all others. */
export function drawMoment({ requests, walBytes }: WriterReach, random: () => number): Moment {
  if (random() < 0.35) return { kind: 'log', bytes: Math.ceil(random() * walBytes) }
  return { kind: 'request', number: 1 + Math.floor(random() * requests), delayMs: Math.floor(random() ** 2 * 120) }
}

/** Waits for the moment; false where the writer was over before it came, or it did not come in half a minute. */
export async function reachMoment(writer: WriterProcess, moment: Moment): Promise<boolean> {
  const untilMs = performance.now() + 30_000
  const isThere = (): boolean =>
    moment.kind === 'log' ? writer.walBytes() >= moment.bytes : writer.asked() >= moment.number
  while (!isThere()) {
    if (writer.isOver() || performance.now() > untilMs) return false
    await wait(1)
  }
  if (moment.kind === 'request') await wait(moment.delayMs)
  return !writer.isOver()
}
