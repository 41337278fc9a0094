import { ianaZoneOf } from '../location/time-zone.ts'
import { eventPropertiesOf, shortened, type EventProperty } from './event-lines.ts'
import { parseDuration, parseWrittenTime, type WrittenTime } from './ical-values.ts'
import { parseRecurrenceRule } from './recurrence-rule.ts'
import {
  needsLocationZone,
  repeatStartsOf,
  windowSourcesOf,
  type FramedTime,
  type Repeat,
  type ScheduleDefinition,
  type WindowEnd
} from './schedule-windows.ts'
import type { ClockFrame, Schedule } from './schedule.ts'
import type { WindowSource } from './window-source.ts'

export type ParsedSchedule =
  | { readonly ok: true; readonly schedule: Schedule }
  /** `reason` is a sentence for the manager; the promotion is never active. */
  | { readonly ok: false; readonly reason: string }

/** Far beyond any real VEVENT; keeps the work on a bad one small. */
const LONGEST_TEXT = 262_144
const MOST_ZONES_KEPT = 64

class Unreadable extends Error {}

/**
 * Reads a promotion's VEVENT (pricing rules, Promotion schedules; Promotions guide, iCalendar). Never throws.
 *
 * A time without Z or TZID is the location's wall clock, with Z UTC, with TZID (an IANA or a Windows name) that zone's.
 * Times of different clocks are brought into DTSTART's frame. A date alone is its midnight in DTSTART's frame: UNTIL as
 * a date still admits a start at that midnight and none later that day; EXDATE as a date takes out the whole day.
 * COUNT may be anything for a plain rule; of one that needs a calendar, millions of starts within two centuries are
 * refused rather than counted.
 */
export function parseSchedule(text: string): ParsedSchedule {
  if (text.trim() === '') return { ok: false, reason: 'The schedule is empty.' }
  if (text.length > LONGEST_TEXT) return { ok: false, reason: 'The schedule is too long to be one event.' }
  const lines = eventPropertiesOf(text)
  if (!lines.ok) return lines
  try {
    const definition = definitionOf(lines.properties)
    const summary = singleOf(lines.properties, 'summary')?.value ?? null
    return { ok: true, schedule: scheduleOf(definition, summary) }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, reason: error.message }
    throw error
  }
}

/** SUMMARY, which holds the promotion's id, in the form ids are compared in: trimmed, lower-case; null without one. */
export function scheduleSummaryOf(schedule: Schedule): string | null {
  return schedule.summary?.trim().toLowerCase() ?? null
}

function scheduleOf(definition: ScheduleDefinition, summary: string | null): Schedule {
  if (!needsLocationZone(definition)) {
    const sources = windowSourcesOf(definition, null)
    return { summary, frame: definition.frame, windowsIn: () => sources }
  }
  const kept = new Map<string, readonly WindowSource[]>()
  const windowsIn = (locationZone: string | null) => {
    if (locationZone === null) return null
    const known = kept.get(locationZone)
    if (known !== undefined) return known
    const sources = windowSourcesOf(definition, locationZone)
    if (kept.size >= MOST_ZONES_KEPT) kept.clear()
    kept.set(locationZone, sources)
    return sources
  }
  return { summary, frame: definition.frame, windowsIn }
}

function definitionOf(properties: readonly EventProperty[]): ScheduleDefinition {
  const startProperty = singleOf(properties, 'dtstart')
  if (startProperty === null) throw new Unreadable('The schedule has no DTSTART.')
  const start = timeOf(startProperty, startProperty.value)
  const frame: ClockFrame = start.frame === 'as-start' ? { kind: 'location' } : start.frame
  if (properties.some(({ name }) => name === 'exrule')) {
    throw new Unreadable('The schedule has an EXRULE, which RFC 5545 no longer knows.')
  }
  const definition: ScheduleDefinition = {
    startMs: start.time.wallMs,
    frame,
    end: endOf(properties),
    repeat: repeatOf(properties, start.time),
    extra: properties.filter(({ name }) => name === 'rdate').flatMap(extraOf),
    excluded: properties
      .filter(({ name }) => name === 'exdate')
      .flatMap((property) => property.value.split(',').map((value) => timeOf(property, value)))
  }
  refuseBackwards(definition)
  return definition
}

/** An end of another clock than the start's can only be compared once the location's zone is known. */
function refuseBackwards(definition: ScheduleDefinition): void {
  const end = definition.end
  const comparable =
    end.kind === 'after' ||
    (end.kind === 'at' && !needsLocationZone({ ...definition, repeat: null, extra: [], excluded: [] }))
  if (!comparable) return
  const alone = windowSourcesOf({ ...definition, repeat: null, extra: [], excluded: [] }, null)
  if (alone.every((source) => source.endCovering(definition.startMs) === -Infinity)) {
    throw new Unreadable(
      `The schedule's ${end.kind === 'at' ? 'DTEND is not after its DTSTART' : 'DURATION is not above zero'}.`
    )
  }
}

function endOf(properties: readonly EventProperty[]): WindowEnd {
  const end = singleOf(properties, 'dtend')
  const duration = singleOf(properties, 'duration')
  if (end !== null && duration !== null) throw new Unreadable('The schedule has both DTEND and DURATION.')
  if (end !== null) return { kind: 'at', at: timeOf(end, end.value) }
  if (duration !== null) return { kind: 'after', lengthMs: lengthOf('DURATION', duration.value) }
  return { kind: 'end-of-day' }
}

function repeatOf(properties: readonly EventProperty[], start: WrittenTime): Repeat | null {
  const property = singleOf(properties, 'rrule')
  if (property === null) return null
  const parsed = parseRecurrenceRule(property.value)
  if (!parsed.ok) throw new Unreadable(`The schedule's ${parsed.reason}.`)
  const { rule } = parsed
  const starts = repeatStartsOf(rule, start.wallMs)
  if (starts === null) throw new Unreadable("The schedule's RRULE has a COUNT too large to be followed.")
  return { rule, starts, until: rule.until === null ? null : framed(rule.until, null) }
}

function extraOf(property: EventProperty): ScheduleDefinition['extra'] {
  return property.value.split(',').map((value) => {
    const [startText = '', endText] = value.split('/')
    const start = timeOf(property, startText)
    if (endText === undefined) return { start, end: null }
    const end: WindowEnd = /^[+-]?P/i.test(endText)
      ? { kind: 'after', lengthMs: lengthOf('RDATE', endText) }
      : { kind: 'at', at: timeOf(property, endText) }
    return { start, end }
  })
}

function lengthOf(name: string, text: string): number {
  const lengthMs = parseDuration(text)
  if (lengthMs === null) throw new Unreadable(`The schedule's ${name} "${shortened(text)}" is not a length of time.`)
  return lengthMs
}

function timeOf(property: EventProperty, text: string): FramedTime {
  const name = property.name.toUpperCase()
  const time = parseWrittenTime(text.trim())
  if (time === null) throw new Unreadable(`The schedule's ${name} "${shortened(text)}" is not a date or time.`)
  const zoneName = property.parameters['tzid']
  if (zoneName === undefined || time.utc) return framed(time, null)
  const timeZone = ianaZoneOf(zoneName, null)
  if (timeZone === null)
    throw new Unreadable(`The schedule's ${name} names an unknown time zone, "${shortened(zoneName)}".`)
  return framed(time, timeZone)
}

function framed(time: WrittenTime, timeZone: string | null): FramedTime {
  if (time.utc) return { time, frame: { kind: 'zone', timeZone: 'UTC' } }
  if (timeZone !== null) return { time, frame: { kind: 'zone', timeZone } }
  return { time, frame: time.dateOnly ? 'as-start' : { kind: 'location' } }
}

function singleOf(properties: readonly EventProperty[], name: string): EventProperty | null {
  const found = properties.filter((property) => property.name === name)
  if (found.length > 1)
    throw new Unreadable(`The schedule has ${found.length} ${name.toUpperCase()} lines where one is expected.`)
  return found[0] ?? null
}
