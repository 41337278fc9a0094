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
  /** For a version on trial, over all its starts, to prove a paint: time in which its windows could be judged. */
  readonly trialMs: number
  /** How long what the app says of windows that nobody can judge holds; it says so with each look, every two seconds. */
  readonly holdMs: number
  /** A version on trial that has lived for so long without anything to judge has not crashed. */
  readonly lifeMs: number
  /** For bringing its database on to its version, once the worker itself gives it no more (`LONG_PIECES`). */
  readonly databaseMs: number
}

export const ordinaryLimits: WatchLimits = {
  startMs: 60_000,
  beatMs: 5000,
  noteMs: 60_000,
  paintMs: 300_000,
  trialMs: 120_000,
  holdMs: 10_000,
  lifeMs: 600_000,
  databaseMs: 1_800_000
}

/** Of one child, in time that passed while the machine was awake. */
export interface ChildWatch {
  readonly livedMs: number
  /** Since the last sign of life of either kind. */
  readonly silentMs: number
  readonly hasBeaten: boolean
  /** Since the last proven paint; null before the first. */
  readonly unpaintedMs: number | null
  /** Since it last said that there is nothing to judge; null where a paint was proven after that, or it never said so. */
  readonly sinceUnjudgedMs: number | null
  /** Since it last said that its database is worked on; null where it never said so. Its page is painted meanwhile. */
  readonly sinceDatabaseMs: number | null
  /** Of what it lived: while its windows could be judged, while they could not, and while its database was worked on. */
  readonly judgedMs: number
  readonly unjudgedMs: number
  readonly databaseMs: number
}

export const newWatch: ChildWatch = {
  livedMs: 0,
  silentMs: 0,
  hasBeaten: false,
  unpaintedMs: null,
  sinceUnjudgedMs: null,
  sinceDatabaseMs: null,
  judgedMs: 0,
  unjudgedMs: 0,
  databaseMs: 0
}

/**
 * Time goes on by a step of the launcher's own timer. A machine that slept, or a launcher that was stopped, finds a gap:
 * no more of it counts than `mostMs`, for the child slept too. While nothing can be judged, or no board can be there yet, the
 * time without a paint stands still; that without a sign of life goes on.
 */
export function withTime(watch: ChildWatch, gapMs: number, mostMs: number, holdMs: number): ChildWatch {
  const stepMs = Math.min(Math.max(gapMs, 0), mostMs)
  const holds = (sinceMs: number | null): boolean => sinceMs !== null && sinceMs < holdMs
  const unjudgedStepMs = holds(watch.sinceUnjudgedMs) ? stepMs : 0
  const databaseStepMs = unjudgedStepMs === 0 && holds(watch.sinceDatabaseMs) ? stepMs : 0
  const judgedStepMs = stepMs - unjudgedStepMs - databaseStepMs
  return {
    ...watch,
    livedMs: watch.livedMs + stepMs,
    silentMs: watch.silentMs + stepMs,
    unpaintedMs: watch.unpaintedMs === null ? null : watch.unpaintedMs + judgedStepMs,
    sinceUnjudgedMs: watch.sinceUnjudgedMs === null ? null : watch.sinceUnjudgedMs + stepMs,
    sinceDatabaseMs: watch.sinceDatabaseMs === null ? null : watch.sinceDatabaseMs + stepMs,
    judgedMs: watch.judgedMs + judgedStepMs,
    unjudgedMs: watch.unjudgedMs + unjudgedStepMs,
    databaseMs: watch.databaseMs + databaseStepMs
  }
}

export function withBeat(watch: ChildWatch): ChildWatch {
  return { ...watch, silentMs: 0, hasBeaten: true }
}

export function withPaint(watch: ChildWatch): ChildWatch {
  return { ...watch, silentMs: 0, unpaintedMs: 0, sinceUnjudgedMs: null }
}

/** None of its windows can be judged: that holds for a little while, and must be said again and again. */
export function withUnjudged(watch: ChildWatch): ChildWatch {
  return { ...watch, sinceUnjudgedMs: 0 }
}

/** Its database is worked on: that holds as long, and for no more than its time in all. */
export function withDatabaseWork(watch: ChildWatch, { databaseMs }: WatchLimits): ChildWatch {
  return watch.databaseMs < databaseMs ? { ...watch, sinceDatabaseMs: 0 } : watch
}

export type Verdict = 'well' | 'hangs' | 'paints-nothing'

/** Whether the child is to be ended. */
export function verdictOf(watch: ChildWatch, limits: WatchLimits): Verdict {
  if (watch.silentMs > silenceLimitOf(watch, limits)) return 'hangs'
  if (watch.unpaintedMs !== null && watch.unpaintedMs > limits.paintMs) return 'paints-nothing'
  return 'well'
}

/** Why no window of the app can be judged just now. */
export type Unjudged =
  /** The machine sleeps, is locked, or has no display. */
  | 'dark'
  /** Each window was shown, and is hidden or minimised. */
  | 'hidden'
  /** The system never gave a picture of any window. */
  | 'no-pictures'
  /** The database is checked or brought on to this version: whatever its windows show, it can be no board yet. */
  | 'database'

/** What a version on trial is measured by. */
export interface TrialTerms {
  /** What is left to it of the time to prove a paint. */
  readonly leftMs: number
  /** A version on this machine proved a paint before: so this one has to. */
  readonly needsProof: boolean
}

export type TrialVerdict =
  | 'waits'
  /** Its windows could be judged for its whole time, and it proved none. */
  | 'not-painted'
  /** Nobody can ever judge a window on this machine: it lived for long enough without one. */
  | 'lives'

/**
 * What the app's word that nothing can be judged counts as; `terms` are null for one that is not on trial. Where a version before was
 * seen to paint, the system gives pictures: a new one of which there is none is not taken at its word. An app that is newer than its
 * launcher may name a reason that is not known here: on trial it holds as long as work on a database may, and not for ever.
 */
export function unjudgedAs(why: Unjudged, terms: TrialTerms | null): 'unjudged' | 'database' | 'nothing' {
  if (why === 'database') return 'database'
  if (terms === null) return 'unjudged'
  if (why === 'no-pictures') return terms.needsProof ? 'nothing' : 'unjudged'
  return why === 'dark' || why === 'hidden' ? 'unjudged' : 'database'
}

/** How a trial ends, as long as no paint is proven. */
export function trialVerdictOf(watch: ChildWatch, terms: TrialTerms, limits: WatchLimits): TrialVerdict {
  if (watch.judgedMs > terms.leftMs) return 'not-painted'
  return !terms.needsProof && watch.unjudgedMs >= limits.lifeMs ? 'lives' : 'waits'
}

/** Its first beat comes before the system has made it ready, which takes long after the machine was switched on. */
function silenceLimitOf(watch: ChildWatch, limits: WatchLimits): number {
  const isStarting = watch.unpaintedMs === null && watch.livedMs <= limits.startMs
  if (watch.hasBeaten && !isStarting) return limits.beatMs
  return watch.unpaintedMs === null ? limits.startMs : limits.noteMs
}
