import { zoneOf } from './schedule-windows.ts'
import type { Schedule } from './schedule.ts'
import { DAY_MS } from './wall-clock.ts'
import { stretchAt, type WindowSource } from './window-source.ts'
import { offsetSegmentAt } from './zone-offsets.ts'

export interface ScheduleState {
  readonly active: boolean
  /** First later instant at which `active` differs; null when that is more than 60 days off, or never. */
  readonly changesAtMs: number | null
}

/** A span in which a promotion is active; null where it begins or ends outside the range asked for. */
export interface ActiveInterval {
  readonly startsAtMs: number | null
  readonly endsAtMs: number | null
}

/** Sixty days of 24 hours; a change at exactly that distance is still told. */
const HORIZON_MS = 60 * DAY_MS
/** ECMAScript's last instant. */
const LATEST_MS = 8.64e15
const LONGEST_RANGE_MS = 3_660 * DAY_MS
const MOST_INTERVALS = 10_000
const INACTIVE: ScheduleState = { active: false, changesAtMs: null }

/**
 * Whether a promotion is active at an instant, and when that next changes: active while the wall clock reads a time
 * inside a window (pricing rules, Promotion schedules). With the location's zone unknown, whatever needs it is never
 * active. Throws RangeError for an unknown zone or what is no instant.
 */
export function promotionStateAt(schedule: Schedule, timeZone: string | null, atMs: number): ScheduleState {
  const zone = zoneOf(schedule.frame, timeZone)
  const sources = schedule.windowsIn(timeZone)
  if (zone === null || sources === null) return INACTIVE
  return stateAt(sources, zone, atMs, Math.min(atMs + HORIZON_MS, LATEST_MS))
}

/**
 * The spans with fromMs <= instant < toMs in which a promotion is active, merged, in order. A start at `fromMs` and an
 * end at `toMs` are told as such. At most ten years, else RangeError; of a schedule that flickers, the first 10,000 spans.
 */
export function activeIntervalsOf(
  schedule: Schedule,
  timeZone: string | null,
  fromMs: number,
  toMs: number
): readonly ActiveInterval[] {
  if (!(toMs >= fromMs && toMs - fromMs <= LONGEST_RANGE_MS))
    throw new RangeError(`not a range of time: ${fromMs} to ${toMs}`)
  const zone = zoneOf(schedule.frame, timeZone)
  const sources = schedule.windowsIn(timeZone)
  if (zone === null || sources === null || fromMs === toMs) return []
  const intervals: ActiveInterval[] = []
  let state = stateAt(sources, zone, fromMs, toMs)
  // Schedules change on whole milliseconds: active just before means that the start lies outside.
  let startsAtMs = stateAt(sources, zone, fromMs - 1, fromMs - 1).active ? null : fromMs
  while (intervals.length < MOST_INTERVALS) {
    if (state.active) intervals.push({ startsAtMs, endsAtMs: state.changesAtMs })
    if (state.changesAtMs === null || state.changesAtMs >= toMs) break
    startsAtMs = state.changesAtMs
    state = stateAt(sources, zone, startsAtMs, toMs)
  }
  return intervals
}

/**
 * Goes from one stretch of constant offset to the next. Within one, wall clock and instant run side by side; at its edge
 * the clock may jump, and what it reads there decides.
 * @param limitMs last instant at which a change is told
 */
function stateAt(sources: readonly WindowSource[], zone: string, atMs: number, limitMs: number): ScheduleState {
  let segment = offsetSegmentAt(zone, atMs)
  let stretch = stretchAt(sources, atMs + segment.offsetMs, limitMs + segment.offsetMs)
  const { active } = stretch
  for (;;) {
    const changesAtMs = stretch.untilMs - segment.offsetMs
    if (changesAtMs < segment.toMs) return { active, changesAtMs: changesAtMs <= limitMs ? changesAtMs : null }
    if (segment.toMs > limitMs) return { active, changesAtMs: null }
    const edgeMs = segment.toMs
    segment = offsetSegmentAt(zone, edgeMs)
    stretch = stretchAt(sources, edgeMs + segment.offsetMs, limitMs + segment.offsetMs)
    if (stretch.active !== active) return { active, changesAtMs: edgeMs }
  }
}
