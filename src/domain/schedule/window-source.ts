/** How long a window lasts in wall-clock ms, or until the midnight after its start. */
export type WindowLength = number | 'to-end-of-day'

/**
 * Windows of wall-clock time, start <= clock < end. Promotions are asked by two questions only, so that a rule that
 * repeats for ever needs no list.
 */
export interface WindowSource {
  /**
   * An end of the windows that hold `wallMs`: the clock is inside up to there. -Infinity when none holds it. Windows that
   * follow may start before or at that end: ask again there.
   */
  readonly endCovering: (wallMs: number) => number
  /** The first start after `wallMs`, of a clock that is in no window; Infinity when there is none up to `horizonMs`. */
  readonly nextStart: (wallMs: number, horizonMs: number) => number
}

/** Whether the clock is inside a window, and the first later reading at which that differs; Infinity past the horizon. */
export interface Stretch {
  readonly active: boolean
  readonly untilMs: number
}

/** Touching and overlapping windows run on, also between sources (pricing rules, Promotion schedules). */
export function stretchAt(sources: readonly WindowSource[], wallMs: number, horizonMs: number): Stretch {
  let reached = wallMs
  for (;;) {
    let end = reached
    for (const source of sources) end = Math.max(end, source.endCovering(reached))
    if (end === reached) break
    reached = end
    if (reached > horizonMs) return { active: true, untilMs: Infinity }
  }
  if (reached > wallMs) return { active: true, untilMs: reached }
  let start = Infinity
  for (const source of sources) start = Math.min(start, source.nextStart(wallMs, horizonMs))
  return { active: false, untilMs: start > horizonMs ? Infinity : start }
}

/** Starts that EXDATE takes out: by their exact time, or all of a day. */
export interface Exclusions {
  readonly times: ReadonlySet<number>
  /** Day numbers since 1970-01-01. */
  readonly days: ReadonlySet<number>
}
