import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { SyncProgress } from '../../shared/setup.ts'
import type { BoardEvent, Engine, EngineOptions, EngineStart, SyncEvent, ViewEvent } from './engine.types.ts'
import type { EngineMethod, FromWorker, ToWorker, WorkerData } from './engine-protocol.ts'
import { productVersion } from '../settings/product-version.ts'

const START_FAILURES = ['data-dir-unwritable', 'database-newer', 'writer-busy'] as const

/** The worker's file: built beside this one, or the source where sources are run. */
function workerUrl(): URL {
  const built = new URL('./engine-worker.js', import.meta.url)
  return existsSync(fileURLToPath(built)) ? built : new URL('./engine-worker.ts', import.meta.url)
}

/**
 * Starts the engine in a worker thread and answers its facade. A data directory that cannot be used is a value with one
 * line that names it. Should the worker die later, every open call fails and `onDeath` is told, once.
 */
export function startEngine(
  options: EngineOptions,
  onDeath: (message: string) => void = () => {}
): Promise<EngineStart> {
  const workerData: WorkerData = { options, version: productVersion }
  const worker = new Worker(workerUrl(), { workerData, name: 'topshelf-engine' })
  const calls = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  const boardListeners = new Map<number, (event: BoardEvent) => void>()
  const viewListeners = new Map<number, (event: ViewEvent) => void>()
  const syncListeners = new Map<number, (event: SyncEvent) => void>()
  const progressListeners = new Set<(progress: readonly SyncProgress[]) => void>()
  let lastProgress: readonly SyncProgress[] = []
  let nextCallId = 1
  let stopping = false
  let dead = false

  function send(message: ToWorker): void {
    worker.postMessage(message)
  }

  function call<T>(method: EngineMethod, argument: unknown, callId = nextCallId++): Promise<T> {
    if (dead) return Promise.reject(new Error('The engine is not running'))
    return new Promise<T>((resolve, reject) => {
      calls.set(callId, { resolve: resolve as (value: unknown) => void, reject })
      send({ kind: 'call', callId, method, argument })
    })
  }

  async function subscribe<Event>(
    method: 'subscribeBoard' | 'subscribeView',
    listeners: Map<number, (event: Event) => void>,
    query: unknown,
    listener: (event: Event) => void
  ): ReturnType<Engine['subscribeBoard']> {
    const callId = nextCallId++
    listeners.set(callId, listener)
    const answer = await call<Awaited<ReturnType<Engine['subscribeBoard']>>>(method, query, callId)
    if (!answer.ok) {
      listeners.delete(callId)
      return answer
    }
    return {
      ok: true,
      close: () => {
        listeners.delete(callId)
        if (!dead) send({ kind: 'unsubscribe', callId })
      }
    }
  }

  const engine: Engine = {
    health: () => call('health', null),
    locations: () => call('locations', null),
    locationChoices: () => call('locationChoices', null),
    board: (query) => call('board', query),
    timeline: (query) => call('timeline', query),
    basket: (body) => call('basket', body),
    subscribeBoard: (query, listener) => subscribe('subscribeBoard', boardListeners, query, listener),
    subscribeView: (query, listener) => subscribe('subscribeView', viewListeners, query, listener),
    syncOnce: async (listener) => {
      const callId = nextCallId++
      syncListeners.set(callId, listener)
      try {
        return await call<{ ok: boolean; message: string | null }>('syncOnce', null, callId)
      } finally {
        syncListeners.delete(callId)
      }
    },
    onSyncProgress: (listener) => {
      progressListeners.add(listener)
      if (lastProgress.length > 0) listener(lastProgress)
      return () => void progressListeners.delete(listener)
    },
    clockMayHaveJumped: () => {
      if (!dead) send({ kind: 'clock-may-have-jumped' })
    },
    stop: async () => {
      if (dead || stopping) return
      stopping = true
      await call('stop', null)
      await worker.terminate()
    }
  }

  return new Promise<EngineStart>((resolve) => {
    function die(message: string): void {
      if (dead) return
      dead = true
      for (const { reject } of calls.values()) reject(new Error(message))
      calls.clear()
      resolve({ ok: false, code: 'engine-failed', message })
      if (!stopping) onDeath(message)
    }
    worker.on('error', (error) => die(`The engine failed: ${error.message}`))
    worker.on('exit', () => die('The engine ended'))
    worker.on('message', (message: FromWorker) => {
      switch (message.kind) {
        case 'started':
          resolve({ ok: true, engine })
          return
        case 'not-started': {
          stopping = true
          const code = START_FAILURES.find((one) => one === message.code) ?? 'engine-failed'
          resolve({ ok: false, code, message: message.message })
          void worker.terminate()
          return
        }
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
