import { HOUR_MS, MINUTE_MS } from '../schedule/wall-clock.ts'

const USUAL_MS = 4 * HOUR_MS
const AFTER_FAILURE_MS = 10 * MINUTE_MS
const JITTER = 0.25

/** When the first check after a start is due; `random` is in [0, 1). */
export function firstCheckAt(startedMs: number, random: number): number {
  return startedMs + Math.round(3 * MINUTE_MS + random * 5 * MINUTE_MS)
}

/**
 * When the next check is due after one at `nowMs`: every four hours, after `failures` in a row sooner and then at doubled distances, each
 * a quarter more or less, so that the stores of a chain do not come at one time. `random` is in [0, 1).
 */
export function nextCheckAt(nowMs: number, failures: number, random: number): number {
  const usual = failures === 0 ? USUAL_MS : Math.min(USUAL_MS, AFTER_FAILURE_MS * 2 ** Math.min(failures - 1, 20))
  return nowMs + Math.round(usual * (1 - JITTER + 2 * JITTER * random))
}
