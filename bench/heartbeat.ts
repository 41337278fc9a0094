import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import { newHeartbeat, readHeartbeat } from '../src/main/engine/heartbeat.ts'
import type { BenchFigure } from './run.ts'

/**
 * **heartbeat**: the longest silence of the engine worker, in ms, as its host sees it, while a pass of 150,000 price records lands in one
 * transaction and two screens of a board of 25,000 products follow; against the whole of it. Aim: below a quarter of what is
 * taken for a hang (`hang-watch.ts`).
 */
export async function benchHeartbeat(): Promise<readonly BenchFigure[]> {
  const heartbeat = newHeartbeat()
  const worker = new Worker(new URL('./heartbeat-worker.ts', import.meta.url), { workerData: { heartbeat } })
  await once(worker, 'message')
  const beganMs = performance.now()
  let longestMs = 0
  let lastMs = beganMs
  let lastBeats = readHeartbeat(heartbeat).beats
  const looks = setInterval(() => {
    const { beats } = readHeartbeat(heartbeat)
    const nowMs = performance.now()
    longestMs = Math.max(longestMs, nowMs - lastMs)
    if (beats === lastBeats) return
    lastBeats = beats
    lastMs = nowMs
  }, 2)
  await once(worker, 'message')
  clearInterval(looks)
  const reference = performance.now() - beganMs
  await worker.terminate()
  return [{ name: 'heartbeat', value: longestMs, unit: 'ms', reference, ratio: longestMs / reference }]
}
