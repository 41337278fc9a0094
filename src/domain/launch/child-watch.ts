/** How long what may take. */
export interface WatchLimits {
  /** From the start to the first sign of life. */
  readonly startMs: number
  /** Between two signs of life of a main thread that says one every second. */
  readonly beatMs: number
  /** Between two painted notes of an app that has no other way to say it lives. */
  readonly noteMs: number
  /** Since the last proven paint of an app that lives and once painted: its own steps come first, and take long. */
  readonly paintMs: number
  /** For a version on trial, over all its starts, to prove a paint. */
  readonly trialMs: number
}

export const ordinaryLimits: WatchLimits = {
  startMs: 60_000,
  beatMs: 5000,
  noteMs: 60_000,
  paintMs: 300_000,
  trialMs: 120_000
}

/** Of one child, in time that passed while the machine was awake. */
export interface ChildWatch {
  readonly livedMs: number
  /** Since the last sign of life of either kind. */
  readonly silentMs: number
  readonly hasBeaten: boolean
  /** Since the last proven paint; null before the first. */
  readonly unpaintedMs: number | null
}

export const newWatch: ChildWatch = { livedMs: 0, silentMs: 0, hasBeaten: false, unpaintedMs: null }

/**
 * Time goes on by a step of the launcher's own timer. A machine that slept, or a launcher that was stopped, finds a gap:
 * no more of it counts than `mostMs`, for the child slept too.
 */
export function withTime(watch: ChildWatch, gapMs: number, mostMs: number): ChildWatch {
  const stepMs = Math.min(Math.max(gapMs, 0), mostMs)
  return {
    ...watch,
    livedMs: watch.livedMs + stepMs,
    silentMs: watch.silentMs + stepMs,
    unpaintedMs: watch.unpaintedMs === null ? null : watch.unpaintedMs + stepMs
  }
}

export function withBeat(watch: ChildWatch): ChildWatch {
  return { ...watch, silentMs: 0, hasBeaten: true }
}

export function withPaint(watch: ChildWatch): ChildWatch {
  return { ...watch, silentMs: 0, unpaintedMs: 0 }
}

export type Verdict = 'well' | 'hangs' | 'paints-nothing'

/** Whether the child is to be ended. */
export function verdictOf(watch: ChildWatch, limits: WatchLimits): Verdict {
  if (watch.silentMs > silenceLimitOf(watch, limits)) return 'hangs'
  if (watch.unpaintedMs !== null && watch.unpaintedMs > limits.paintMs) return 'paints-nothing'
  return 'well'
}

/** Its first beat comes before the system has made it ready, which takes long after the machine was switched on. */
function silenceLimitOf(watch: ChildWatch, limits: WatchLimits): number {
  const isStarting = watch.unpaintedMs === null && watch.livedMs <= limits.startMs
  if (watch.hasBeaten && !isStarting) return limits.beatMs
  return watch.unpaintedMs === null ? limits.startMs : limits.noteMs
}
