import { once } from 'node:events'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { BenchFigure } from './run.ts'

const IDLE_MS = 10_000

/** p99.9 of the main thread's event-loop delay while `work` lasts, in ms. */
async function delayDuring(work: () => Promise<unknown>): Promise<number> {
  const histogram = monitorEventLoopDelay({ resolution: 1 })
  histogram.enable()
  await work()
  histogram.disable()
  return histogram.percentile(99.9) / 1e6
}

/**
 * **delay**: event-loop delay of the main thread while a worker ingests 1,000,000 price records, p99.9 less the idle
 * loop's, in ms; the reference is the idle loop's p99.9, the ratio that of the two delays. Aim: at most 20 ms.
 */
export async function benchDelay(): Promise<readonly BenchFigure[]> {
  await pause(500)
  const reference = await delayDuring(() => pause(IDLE_MS))
  const worker = new Worker(new URL('./delay-worker.ts', import.meta.url))
  // Starting a thread and loading its code is not what is measured.
  await once(worker, 'online')
  await pause(500)
  const busy = await delayDuring(() => once(worker, 'message'))
  await worker.terminate()
  return [{ name: 'delay', value: busy - reference, unit: 'ms', reference, ratio: busy / reference }]
}
