import { longestGapOf, startAfter, startAtOrBefore, type EvenStarts } from './even-starts.ts'
import { dayOfWall } from './wall-clock.ts'
import type { Exclusions, WindowSource } from './window-source.ts'

/**
 * Windows of one length from evenly repeating starts, by integer arithmetic alone: the way of every promotion that Cova
 * writes. `starts.lastMs` bounds them (COUNT, UNTIL).
 */
export function evenWindows(starts: EvenStarts, lengthMs: number, exclusions: Exclusions): WindowSource {
  if (lengthMs <= 0 || starts.firstMs > starts.lastMs) return NO_WINDOWS
  if (exclusions.times.size === 0 && exclusions.days.size === 0) return everyWindow(starts, lengthMs)
  const isExcluded = (start: number) => exclusions.times.has(start) || exclusions.days.has(dayOfWall(start))
  return {
    endCovering: (wallMs) => {
      let start = startAtOrBefore(starts, wallMs)
      while (start > -Infinity && isExcluded(start)) start = startAtOrBefore(starts, start - 1)
      return start + lengthMs > wallMs ? start + lengthMs : -Infinity
    },
    nextStart: (wallMs) => {
      let start = startAfter(starts, wallMs)
      while (start < Infinity && isExcluded(start)) start = startAfter(starts, start)
      return start
    }
  }
}

export const NO_WINDOWS: WindowSource = { endCovering: () => -Infinity, nextStart: () => Infinity }

function everyWindow(starts: EvenStarts, lengthMs: number): WindowSource {
  // Windows that always touch are one window: a rule of seconds is then no more work than one of days.
  const neverOff = longestGapOf(starts) <= lengthMs
  const finalEnd = starts.lastMs === Infinity ? Infinity : startAtOrBefore(starts, starts.lastMs) + lengthMs
  return {
    endCovering: (wallMs) => {
      const start = startAtOrBefore(starts, wallMs)
      if (start + lengthMs <= wallMs) return -Infinity
      return neverOff ? finalEnd : start + lengthMs
    },
    nextStart: (wallMs) => startAfter(starts, wallMs)
  }
}
