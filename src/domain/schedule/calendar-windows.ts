import type { CalendarStarts } from './calendar-starts.ts'
import { indexOfLastStarted, type Window } from './listed-windows.ts'
import { DAY_MS, dayOfWall } from './wall-clock.ts'
import type { Exclusions, WindowLength, WindowSource } from './window-source.ts'

/** Kept periods and windows of one rule; a board asks about sixty days ahead. */
const MOST_PERIODS_KEPT = 512
const MOST_WINDOWS_KEPT = 50_000
/** How far back one question looks for an open window, by periodCost: decades of any sane rule. */
const MOST_WORK_BACK = 1_000_000

/**
 * Windows of a rule that needs a calendar, worked out by period near the time asked for, and kept within bounds. A
 * window of years is found by looking back period by period as far as a window lasts, or as far as reasonable work goes:
 * a rule of seconds or minutes that has had no start for centuries counts as closed.
 * @param lastMs last start by COUNT or UNTIL, inclusive
 */
export function calendarWindows(
  starts: CalendarStarts,
  startMs: number,
  lastMs: number,
  length: WindowLength,
  exclusions: Exclusions
): WindowSource {
  const endOf = (start: number) => (length === 'to-end-of-day' ? (dayOfWall(start) + 1) * DAY_MS : start + length)
  const longestMs = length === 'to-end-of-day' ? DAY_MS : length
  const firstPeriod = starts.periodOf(startMs)
  const kept = new Map<number, readonly Window[]>()
  let windowsKept = 0

  const windowsIn = (period: number): readonly Window[] => {
    const known = kept.get(period)
    if (known !== undefined) return known
    const windows: Window[] = []
    let openedMs = -Infinity
    let endMs = -Infinity
    // Starts rise and so do ends: one pass merges, also where a window opens every second.
    for (const start of starts.startsIn(period)) {
      if (start > lastMs) break
      if (exclusions.times.has(start) || exclusions.days.has(dayOfWall(start))) continue
      if (start > endMs) {
        if (endMs > openedMs) windows.push({ startMs: openedMs, endMs })
        openedMs = start
      }
      endMs = endOf(start)
    }
    if (endMs > openedMs) windows.push({ startMs: openedMs, endMs })
    if (kept.size >= MOST_PERIODS_KEPT || windowsKept > MOST_WINDOWS_KEPT) {
      kept.clear()
      windowsKept = 0
    }
    kept.set(period, windows)
    windowsKept += windows.length
    return windows
  }

  return {
    endCovering: (wallMs) => {
      const latestStart = Math.min(wallMs, lastMs)
      const earliestStart = wallMs - longestMs
      let work = 0
      for (let period = starts.periodOf(latestStart); period >= firstPeriod && work < MOST_WORK_BACK; period -= 1) {
        const windows = windowsIn(period)
        work += starts.periodCost
        const window = windows[indexOfLastStarted(windows, wallMs)]
        // Ends rise with starts: what the latest start leaves open, no earlier one covers.
        if (window !== undefined) return window.endMs > wallMs ? window.endMs : -Infinity
        if (starts.periodStart(period) <= earliestStart) return -Infinity
      }
      return -Infinity
    },
    nextStart: (wallMs, horizonMs) => {
      const latest = Math.min(horizonMs, lastMs)
      if (latest <= wallMs) return Infinity
      const lastPeriod = starts.periodOf(latest)
      for (let period = Math.max(starts.periodOf(wallMs), firstPeriod); period <= lastPeriod; period += 1) {
        const windows = windowsIn(period)
        const window = windows[indexOfLastStarted(windows, wallMs) + 1]
        if (window !== undefined) return window.startMs
      }
      return Infinity
    }
  }
}
