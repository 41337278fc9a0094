import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { SyncProgress } from '../../shared/setup.ts'
import type { BoardEvent, Engine, EngineOptions, EngineStart, SyncEvent, ViewEvent } from './engine.types.ts'
import type { EngineMethod, FromWorker, KioskAsked, ToWorker, WorkerData } from './engine-protocol.ts'
import { type HangLimits, watchForHang } from './hang-watch.ts'
import { newHeartbeat } from './heartbeat.ts'
import { productVersion } from '../settings/product-version.ts'

/** Three such answers that do not come are noticed by a screen before its clock is old. */
const PING_EVERY_MS = 15_000
/** Five minutes: for a worker that gets on with something for ever and answers nobody. One that stands still is noticed by its heartbeat. */
const PINGS_UNTIL_HUNG = 20
/** What the largest reply takes ten times over; beyond it the worker ends, by itself, and not the whole program. */
const MAX_HEAP_MB = 1024
/** A worker that has not closed its database by then is ended as it is: SQLite's journal survives that. */
const STOP_WITHIN_MS = 10_000

const START_FAILURES = ['data-dir-unwritable', 'database-newer', 'writer-busy'] as const

/** The worker's file: built beside this one, or the source where sources are run. */
function workerUrl(): URL {
  const built = new URL('./engine-worker.js', import.meta.url)
  return existsSync(fileURLToPath(built)) ? built : new URL('./engine-worker.ts', import.meta.url)
}

/** Another worker and other times than the product's own. */
export interface EngineSetting {
  readonly workerUrl?: URL
  readonly pingEveryMs?: number
  /** Pings without an answer after which the worker is taken for hung and ended. */
  readonly pingsUntilHung?: number
  readonly hangs?: HangLimits
  readonly stopWithinMs?: number
  readonly maxHeapMb?: number
}

/**
 * Starts the engine in a worker thread and answers its facade. A data directory that cannot be used is a value with one
 * line that names it. Should the worker die once it ran, every open call fails, every subscription ends, and `onDeath`
 * is told, once; a worker that never ran is the answer alone.
 */
export function startEngine(
  options: EngineOptions,
  onDeath: (message: string) => void = () => {},
  setting: EngineSetting = {}
): Promise<EngineStart> {
  const heartbeat = newHeartbeat()
  const workerData: WorkerData = { options, version: productVersion, heartbeat }
  const worker = new Worker(setting.workerUrl ?? workerUrl(), {
    workerData,
    name: 'topshelf-engine',
    resourceLimits: { maxOldGenerationSizeMb: setting.maxHeapMb ?? MAX_HEAP_MB }
  })
  const calls = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const boardListeners = new Map<number, (event: BoardEvent) => void>()
  const viewListeners = new Map<number, (event: ViewEvent) => void>()
  const syncListeners = new Map<number, (event: SyncEvent) => void>()
  const endings = new Map<number, () => void>()
  const progressListeners = new Set<(progress: readonly SyncProgress[]) => void>()
  let lastProgress: readonly SyncProgress[] = []
  let nextCallId = 1
  let stopping: Promise<void> | null = null
  let started = false
  let dead = false
  let pinging = false
  let unanswered = 0

  function send(message: ToWorker): void {
    worker.postMessage(message)
  }

  function call<T>(method: EngineMethod, argument: unknown, callId = nextCallId++): Promise<T> {
    if (dead) return Promise.reject(notRunning())
    return new Promise<T>((resolve, reject) => {
      calls.set(callId, { resolve: resolve as (value: unknown) => void, reject })
      send({ kind: 'call', callId, method, argument })
    })
  }

  async function subscribe<Event>(
    method: 'subscribeBoard' | 'subscribeView',
    listeners: Map<number, (event: Event) => void>,
    query: unknown,
    listener: (event: Event) => void,
    onEnded: () => void
  ): ReturnType<Engine['subscribeBoard']> {
    const callId = nextCallId++
    listeners.set(callId, listener)
    let isOpen = false
    try {
      const answer = await call<Awaited<ReturnType<Engine['subscribeBoard']>>>(method, query, callId)
      if (!answer.ok) return answer
      if (dead || stopping !== null) throw notRunning()
      isOpen = true
    } finally {
      if (!isOpen) listeners.delete(callId)
    }
    endings.set(callId, () => {
      listeners.delete(callId)
      onEnded()
    })
    return {
      ok: true,
      close: () => {
        listeners.delete(callId)
        if (endings.delete(callId) && !dead) send({ kind: 'unsubscribe', callId })
      }
    }
  }

  function endSubscriptions(): void {
    const ended = [...endings.values()]
    endings.clear()
    for (const end of ended) end()
  }

  /** What was asked of the worker before still gets its answer, or fails when it ends. */
  async function stop(): Promise<void> {
    clearInterval(pings)
    unwatch()
    endSubscriptions()
    const closed = call('stop', null).catch(() => undefined)
    let limit: NodeJS.Timeout | undefined
    const late = new Promise((resolve) => (limit = setTimeout(resolve, setting.stopWithinMs ?? STOP_WITHIN_MS)))
    await Promise.race([closed, late])
    clearTimeout(limit)
    await worker.terminate()
  }

  /** A worker that no longer answers is as good as dead: its host starts another. */
  let endHung: (what: string) => void = () => {}

  // One at a time: a worker that hangs must not wake to a queue of them.
  const pings = setInterval(() => {
    if (!started || dead) return
    if (pinging) {
      unanswered += 1
      if (unanswered >= (setting.pingsUntilHung ?? PINGS_UNTIL_HUNG)) endHung('')
      return
    }
    pinging = true
    send({ kind: 'ping' })
  }, setting.pingEveryMs ?? PING_EVERY_MS)
  pings.unref()
  const unwatch = watchForHang(heartbeat, (what) => endHung(what), setting.hangs)

  const engine: Engine = {
    health: () => call('health', null),
    locations: () => call('locations', null),
    locationChoices: () => call('locationChoices', null),
    board: (query) => call('board', query),
    timeline: (query) => call('timeline', query),
    basket: (body) => call('basket', body),
    kiosk: (query, asked, body) => call('kiosk', { query, call: asked, body } satisfies KioskAsked),
    counter: (lines) => call('counter', lines),
    picture: (hash) => call('picture', hash),
    subscribeBoard: (query, listener, onEnded = () => {}) =>
      subscribe('subscribeBoard', boardListeners, query, listener, onEnded),
    subscribeView: (query, listener, onEnded = () => {}) =>
      subscribe('subscribeView', viewListeners, query, listener, onEnded),
    syncOnce: async (listener) => {
      const callId = nextCallId++
      syncListeners.set(callId, listener)
      try {
        return await call<{ ok: boolean; message: string | null }>('syncOnce', null, callId)
      } finally {
        syncListeners.delete(callId)
      }
    },
    inquire: (channel, args) => call('inquire', { channel, args }),
    onSyncProgress: (listener) => {
      progressListeners.add(listener)
      if (lastProgress.length > 0) listener(lastProgress)
      return () => void progressListeners.delete(listener)
    },
    screenAlive: (query, report) => {
      if (!dead) send({ kind: 'screen-alive', query, report })
    },
    ownStoreIs: (locationId) => {
      if (!dead) send({ kind: 'own-store', locationId })
    },
    clockMayHaveJumped: () => {
      if (!dead) send({ kind: 'clock-may-have-jumped' })
    },
    stop: async () => {
      if (!dead) stopping ??= stop()
      await stopping
    }
  }

  return new Promise<EngineStart>((resolve) => {
    function die(message: string): void {
      if (dead) return
      dead = true
      clearInterval(pings)
      unwatch()
      for (const { reject } of calls.values()) reject(new Error(message))
      calls.clear()
      endSubscriptions()
      if (!started) resolve({ ok: false, code: 'engine-failed', message })
      else if (stopping === null) onDeath(message)
    }
    endHung = (what) => {
      die(`The engine no longer answers${what}`)
      void worker.terminate()
    }
    worker.on('error', (error) => die(`The engine failed: ${error.message}`))
    worker.on('exit', () => die('The engine ended'))
    worker.on('message', (message: FromWorker) => {
      switch (message.kind) {
        case 'started':
          started = true
          resolve({ ok: true, engine })
          return
        case 'not-started': {
          const code = START_FAILURES.find((one) => one === message.code) ?? 'engine-failed'
          resolve({ ok: false, code, message: message.message })
          void worker.terminate()
          return
        }
        case 'alive':
          pinging = false
          unanswered = 0
          for (const listener of viewListeners.values()) listener({ kind: 'alive' })
          return
        case 'answer':
          calls.get(message.callId)?.resolve(message.value)
          calls.delete(message.callId)
          return
        case 'threw':
          calls.get(message.callId)?.reject(new Error(message.message))
          calls.delete(message.callId)
          return
        case 'board-event':
          boardListeners.get(message.callId)?.(message.event)
          return
        case 'view-event':
          viewListeners.get(message.callId)?.(message.event)
          return
        case 'sync-event':
          syncListeners.get(message.callId)?.(message.event)
          return
        case 'progress':
          lastProgress = message.progress
          for (const listener of progressListeners) listener(message.progress)
      }
    })
  })
}

function notRunning(): Error {
  return new Error('The engine is not running')
}
