import { calendarStartsOf, lastCountedStart, type CalendarStarts } from './calendar-starts.ts'
import { calendarWindows } from './calendar-windows.ts'
import { evenStartsOf, startAtOrBefore, type EvenStarts } from './even-starts.ts'
import { evenWindows } from './even-windows.ts'
import type { WrittenTime } from './ical-values.ts'
import { listedWindows, type Window } from './listed-windows.ts'
import type { RecurrenceRule } from './recurrence-rule.ts'
import type { ClockFrame } from './schedule.ts'
import { DAY_MS, SECOND_MS, dayOfWall } from './wall-clock.ts'
import type { Exclusions, WindowLength, WindowSource } from './window-source.ts'
import { instantOfWall, wallOfInstant } from './zone-offsets.ts'

/** A time and the clock it is read from; a date alone is read in DTSTART's frame, whichever that is. */
export interface FramedTime {
  readonly time: WrittenTime
  readonly frame: ClockFrame | 'as-start'
}

export type WindowEnd =
  | { readonly kind: 'at'; readonly at: FramedTime }
  | { readonly kind: 'after'; readonly lengthMs: number }
  | { readonly kind: 'end-of-day' }

/** A VEVENT's facts on time, before anything is converted into DTSTART's frame. */
export interface ScheduleDefinition {
  readonly startMs: number
  readonly frame: ClockFrame
  readonly end: WindowEnd
  readonly repeat: Repeat | null
  /** RDATE; with an end of its own where it is a PERIOD. */
  readonly extra: readonly { readonly start: FramedTime; readonly end: WindowEnd | null }[]
  readonly excluded: readonly FramedTime[]
}

/** A rule with its starts; UNTIL stays apart, since its frame may need the location's zone. */
export interface Repeat {
  readonly rule: RecurrenceRule
  readonly until: FramedTime | null
  readonly starts: RepeatStarts
}

type RepeatStarts =
  | { readonly kind: 'even'; readonly even: EvenStarts }
  | { readonly kind: 'calendar'; readonly calendar: CalendarStarts; readonly lastMs: number }
  | { readonly kind: 'never' }

/**
 * How a rule's starts are found: by arithmetic where the cycle is even, else by the calendar. COUNT is turned into a last
 * start here, once; null when that takes more work than a promotion is worth.
 */
export function repeatStartsOf(rule: RecurrenceRule, startMs: number): RepeatStarts | null {
  const even = evenStartsOf(rule, startMs)
  if (even === 'never') return { kind: 'never' }
  if (even !== null) return { kind: 'even', even }
  const calendar = calendarStartsOf(rule, startMs)
  const lastMs = rule.count === null ? Infinity : lastCountedStart(calendar, startMs, rule.count)
  return lastMs === null ? null : { kind: 'calendar', calendar, lastMs }
}

/** True when a time is to be converted between the location's clock and another one. */
export function needsLocationZone(definition: ScheduleDefinition): boolean {
  const times: FramedTime[] = [...definition.excluded]
  if (definition.end.kind === 'at') times.push(definition.end.at)
  if (definition.repeat?.until) times.push(definition.repeat.until)
  for (const { start, end } of definition.extra) {
    times.push(start)
    if (end?.kind === 'at') times.push(end.at)
  }
  return times.some(
    ({ frame }) => frame !== 'as-start' && (frame.kind === 'location') !== (definition.frame.kind === 'location')
  )
}

/**
 * The windows of a definition in the wall clock of its frame. `locationZone` is null only where nothing needs it.
 * Windows whose end is not after their start are none.
 */
export function windowSourcesOf(definition: ScheduleDefinition, locationZone: string | null): readonly WindowSource[] {
  const wallOf = (framed: FramedTime) => wallInFrame(framed, definition.frame, locationZone)
  const length = windowLengthOf(definition.startMs, definition.end, wallOf)
  const exclusions: Exclusions = {
    times: new Set(definition.excluded.filter(({ time }) => !time.dateOnly).map(wallOf)),
    days: new Set(definition.excluded.filter(({ time }) => time.dateOnly).map((framed) => dayOfWall(wallOf(framed))))
  }
  const isExcluded = (startMs: number) => exclusions.times.has(startMs) || exclusions.days.has(dayOfWall(startMs))
  const single: Window[] = definition.extra.map(({ start, end }) => {
    const startMs = wallOf(start)
    return windowFrom(startMs, end === null ? length : windowLengthOf(startMs, end, wallOf))
  })
  if (definition.repeat === null) single.push(windowFrom(definition.startMs, length))
  const listed = single.filter(({ startMs }) => !isExcluded(startMs))
  const sources = listed.length > 0 ? [listedWindows(listed)] : []
  const repeated =
    definition.repeat && repeatedWindows(definition.repeat, definition.startMs, length, exclusions, wallOf)
  return repeated === null ? sources : [repeated, ...sources]
}

function repeatedWindows(
  repeat: Repeat,
  startMs: number,
  length: WindowLength,
  exclusions: Exclusions,
  wallOf: (framed: FramedTime) => number
): WindowSource | null {
  if (length !== 'to-end-of-day' && length <= 0) return null
  const untilMs = repeat.until === null ? Infinity : wallOf(repeat.until)
  const { rule, starts } = repeat
  switch (starts.kind) {
    case 'never':
      return null
    case 'calendar':
      return calendarWindows(starts.calendar, startMs, Math.min(starts.lastMs, untilMs), length, exclusions)
    case 'even': {
      const even = { ...starts.even, lastMs: Math.min(starts.even.lastMs, untilMs) }
      const daysOnly = rule.frequency === 'DAILY' || rule.frequency === 'WEEKLY'
      // Many starts a day are dealt with a day at a time where each has to be looked at.
      if (!daysOnly && (length === 'to-end-of-day' || exclusions.times.size + exclusions.days.size > 0)) {
        const lastMs = even.lastMs === Infinity ? Infinity : startAtOrBefore(even, even.lastMs)
        return calendarWindows(calendarStartsOf(rule, startMs), startMs, lastMs, length, exclusions)
      }
      return evenWindows(even, length === 'to-end-of-day' ? timeLeftInDay(startMs) : length, exclusions)
    }
  }
}

function windowFrom(startMs: number, length: WindowLength): Window {
  return { startMs, endMs: startMs + (length === 'to-end-of-day' ? timeLeftInDay(startMs) : length) }
}

function timeLeftInDay(wallMs: number): number {
  return (dayOfWall(wallMs) + 1) * DAY_MS - wallMs
}

/**
 * Wall-clock time from start to end. An end whose seconds are 59 means the end of that second, so that all-day windows
 * follow each other without a gap (pricing rules, Promotion schedules).
 */
function windowLengthOf(startMs: number, end: WindowEnd, wallOf: (framed: FramedTime) => number): WindowLength {
  switch (end.kind) {
    case 'at':
      return wallOf(end.at) + (end.at.time.seconds === 59 ? SECOND_MS : 0) - startMs
    case 'after': {
      const endSecond = Math.floor((startMs + end.lengthMs) / SECOND_MS)
      return end.lengthMs + (((endSecond % 60) + 60) % 60 === 59 ? SECOND_MS : 0)
    }
    case 'end-of-day':
      return 'to-end-of-day'
  }
}

/** Reads a time of one clock off another one, by way of the instant. */
function wallInFrame({ time, frame }: FramedTime, target: ClockFrame, locationZone: string | null): number {
  if (frame === 'as-start') return time.wallMs
  const from = zoneOf(frame, locationZone)
  const to = zoneOf(target, locationZone)
  if (from === to) return time.wallMs
  if (from === null || to === null) throw new Error('the zone of the location is needed to convert a time')
  return wallOfInstant(to, instantOfWall(from, time.wallMs))
}

/** The zone whose clock a frame means; null for the location's while that is unknown. */
export function zoneOf(frame: ClockFrame, locationZone: string | null): string | null {
  return frame.kind === 'zone' ? frame.timeZone : locationZone
}
