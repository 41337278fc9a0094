import { hasFinerConditions, type Frequency, type RecurrenceRule } from './recurrence-rule.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, dayOfWall, floorMod, weekdayOfDay } from './wall-clock.ts'

/** Starts that repeat in an even cycle, so that any of them is found by integer arithmetic. */
export interface EvenStarts {
  /** Where a cycle begins, at or before the rule's DTSTART. */
  readonly baseMs: number
  readonly cycleMs: number
  /** Starts within a cycle, rising, 0 <= offset < cycleMs; at least one. */
  readonly offsets: readonly number[]
  /** First start at or after DTSTART. */
  readonly firstMs: number
  /** Last start by COUNT; Infinity without one. */
  readonly lastMs: number
}

/**
 * The cycle of a DAILY or WEEKLY rule with INTERVAL, BYDAY and WKST, or of a plain rule of hours, minutes or seconds;
 * null when the rule needs a calendar, 'never' when it yields no start. COUNT becomes the last start, once.
 */
export function evenStartsOf(rule: RecurrenceRule, startMs: number): EvenStarts | 'never' | null {
  if (hasFinerConditions(rule) || rule.bySetPosition !== null) return null
  const cycle = cycleOf(rule, startMs)
  if (cycle === null) return null
  if (cycle.offsets.length === 0) return 'never'
  const unbounded = { ...cycle, firstMs: -Infinity, lastMs: Infinity }
  const firstMs = startAfter(unbounded, startMs - 1)
  return { ...cycle, firstMs, lastMs: rule.count === null ? Infinity : startAtRank(cycle, firstMs, rule.count - 1) }
}

/** The last start at or before `wallMs`, -Infinity when there is none. */
export function startAtOrBefore(starts: EvenStarts, wallMs: number): number {
  const upTo = Math.min(wallMs, starts.lastMs)
  if (upTo < starts.firstMs) return -Infinity
  const { baseMs, cycleMs, offsets } = starts
  let cycleStart = baseMs + Math.floor((upTo - baseMs) / cycleMs) * cycleMs
  const into = upTo - cycleStart
  let index = offsets.length - 1
  while (index >= 0 && (offsets[index] as number) > into) index -= 1
  if (index < 0) {
    cycleStart -= cycleMs
    index = offsets.length - 1
  }
  const start = cycleStart + (offsets[index] as number)
  return start < starts.firstMs ? -Infinity : start
}

/** The first start after `wallMs`, Infinity when there is none. */
export function startAfter(starts: EvenStarts, wallMs: number): number {
  if (wallMs < starts.firstMs) return starts.firstMs
  const { baseMs, cycleMs, offsets } = starts
  const cycleStart = baseMs + Math.floor((wallMs - baseMs) / cycleMs) * cycleMs
  const into = wallMs - cycleStart
  let index = 0
  while (index < offsets.length && (offsets[index] as number) <= into) index += 1
  const start =
    index < offsets.length ? cycleStart + (offsets[index] as number) : cycleStart + cycleMs + (offsets[0] as number)
  return start > starts.lastMs ? Infinity : start
}

/** The longest time between two starts that follow each other. */
export function longestGapOf(starts: EvenStarts): number {
  const { offsets, cycleMs } = starts
  let longest = cycleMs - (offsets.at(-1) as number) + (offsets[0] as number)
  for (let index = 1; index < offsets.length; index += 1) {
    longest = Math.max(longest, (offsets[index] as number) - (offsets[index - 1] as number))
  }
  return longest
}

type Cycle = Pick<EvenStarts, 'baseMs' | 'cycleMs' | 'offsets'>

function cycleOf(rule: RecurrenceRule, startMs: number): Cycle | null {
  switch (rule.frequency) {
    case 'WEEKLY':
      return weeklyCycle(rule, startMs)
    case 'DAILY':
      return dailyCycle(rule, startMs)
    case 'HOURLY':
    case 'MINUTELY':
    case 'SECONDLY':
      if (rule.byDay !== null) return null
      return { baseMs: startMs, cycleMs: rule.interval * UNIT_MS[rule.frequency], offsets: [0] }
    case 'MONTHLY':
    case 'YEARLY':
      return null
  }
}

export const UNIT_MS: Readonly<Record<Extract<Frequency, 'HOURLY' | 'MINUTELY' | 'SECONDLY'>, number>> = {
  HOURLY: HOUR_MS,
  MINUTELY: MINUTE_MS,
  SECONDLY: SECOND_MS
}

function weeklyCycle(rule: RecurrenceRule, startMs: number): Cycle {
  const startDay = dayOfWall(startMs)
  const timeOfDay = startMs - startDay * DAY_MS
  const daysIntoWeek = floorMod(weekdayOfDay(startDay) - rule.weekStart, 7)
  const days = rule.byDay?.map((day) => floorMod(day.weekday - rule.weekStart, 7)) ?? [daysIntoWeek]
  return {
    baseMs: (startDay - daysIntoWeek) * DAY_MS,
    cycleMs: rule.interval * 7 * DAY_MS,
    offsets: days.sort((a, b) => a - b).map((day) => day * DAY_MS + timeOfDay)
  }
}

/** Every INTERVAL days the weekday moves on, and is back after seven times. */
function dailyCycle(rule: RecurrenceRule, startMs: number): Cycle {
  if (rule.byDay === null) return { baseMs: startMs, cycleMs: rule.interval * DAY_MS, offsets: [0] }
  const weekdays = new Set(rule.byDay.map((day) => day.weekday))
  const startDay = dayOfWall(startMs)
  const steps = [0, 1, 2, 3, 4, 5, 6].filter((step) => weekdays.has(weekdayOfDay(startDay + step * rule.interval)))
  return {
    baseMs: startMs,
    cycleMs: 7 * rule.interval * DAY_MS,
    offsets: steps.map((step) => step * rule.interval * DAY_MS)
  }
}

/** The start that comes `rank` starts after `firstMs`, which is one. */
function startAtRank(cycle: Cycle, firstMs: number, rank: number): number {
  const { baseMs, cycleMs, offsets } = cycle
  const into = floorMod(firstMs - baseMs, cycleMs)
  const position = offsets.indexOf(into) + rank
  return (
    firstMs - into + Math.floor(position / offsets.length) * cycleMs + (offsets[position % offsets.length] as number)
  )
}
