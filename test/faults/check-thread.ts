/** Opens what an interrupted writer left, in a thread of its own: the store's server goes on answering meanwhile. */
import { isMainThread, parentPort, Worker } from 'node:worker_threads'
import { type Found, openAsFound } from './two-states.ts'

interface Asked {
  readonly id: number
  readonly dataDir: string
}

type Answered = { readonly id: number; readonly found: Found } | { readonly id: number; readonly error: string }

/** `openAsFound` in another thread. */
export interface Checker {
  readonly check: (dataDir: string) => Promise<Found>
  readonly close: () => Promise<void>
}

export function startChecker(): Checker {
  const worker = new Worker(new URL(import.meta.url))
  const waiting = new Map<number, { resolve: (found: Found) => void; reject: (error: Error) => void }>()
  let nextId = 1
  worker.on('message', (answered: Answered) => {
    const one = waiting.get(answered.id)
    waiting.delete(answered.id)
    if ('found' in answered) one?.resolve(answered.found)
    else one?.reject(new Error(answered.error))
  })
  worker.on('error', (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
  })
  return {
    check: (dataDir) =>
      new Promise((resolve, reject) => {
        const id = nextId++
        waiting.set(id, { resolve, reject })
        worker.postMessage({ id, dataDir } satisfies Asked)
      }),
    close: async () => {
      await worker.terminate()
    }
  }
}

if (!isMainThread && parentPort !== null) {
  const port = parentPort
  port.on('message', ({ id, dataDir }: Asked) => {
    try {
      port.postMessage({ id, found: openAsFound(dataDir) } satisfies Answered)
    } catch (error) {
      port.postMessage({ id, error: (error as Error).stack ?? String(error) } satisfies Answered)
    }
  })
}
