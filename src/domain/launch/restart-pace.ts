import type { WatchLimits } from './child-watch.ts'

/** What the ends so far say of the next start. */
export interface RestartPace {
  /** Ends one after another, each soon after its start. */
  readonly quickEnds: number
  /** Times that it was ended for hanging, or for painting nothing, since it last ran for long. */
  readonly hangs: number
  readonly unpainted: number
}

export const newPace: RestartPace = { quickEnds: 0, hangs: 0, unpainted: 0 }

/** A child that ran for so long was well: the next end is the first again. */
const steadyMs = 120_000
const calmMs = 1_800_000
const firstPauseMs = 1000
const longestPauseMs = 60_000
const longestBeatMs = 60_000
const longestPaintMs = 3_600_000

/** However slowly a system ends a process: after this it is gone. */
const goneWithinMs = 60_000

export type EndKind = 'ended' | 'hung' | 'unpainted'

export function paceAfter(pace: RestartPace, livedMs: number, kind: EndKind): RestartPace {
  const known = livedMs >= calmMs ? newPace : pace
  return {
    quickEnds: livedMs >= steadyMs ? 1 : known.quickEnds + 1,
    hangs: known.hangs + Number(kind === 'hung'),
    unpainted: known.unpainted + Number(kind === 'unpainted')
  }
}

/** How long to wait before the next start: not at all the first time, then doubled up to a minute, and never for good. */
export function pauseOf({ quickEnds }: RestartPace): number {
  if (quickEnds <= 1) return 0
  return Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(quickEnds - 2, 20))
}

/** A machine so slow that a living app was taken for a hanging one is given twice the time, and so on, within bounds. */
export function patientLimits(limits: WatchLimits, { hangs, unpainted }: RestartPace): WatchLimits {
  return {
    ...limits,
    beatMs: doubled(limits.beatMs, hangs, longestBeatMs),
    startMs: doubled(limits.startMs, hangs, 10 * longestBeatMs),
    noteMs: doubled(limits.noteMs, hangs, 10 * longestBeatMs),
    paintMs: doubled(limits.paintMs, unpainted, longestPaintMs)
  }
}

function doubled(ms: number, times: number, mostMs: number): number {
  return Math.max(ms, Math.min(mostMs, ms * 2 ** Math.min(times, 20)))
}

/**
 * Whether an app that is found on the data directory may be the launcher's own last one. On Windows one that was taken over
 * seems to have ended before its process has: who left the screen to it would leave it to nobody. Null where none ended yet.
 */
export function mayBeOwnApp(sinceOwnEndMs: number | null): boolean {
  return sinceOwnEndMs !== null && sinceOwnEndMs < goneWithinMs
}
