import { parseWrittenTime, type WrittenTime } from './ical-values.ts'

export const FREQUENCIES = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof FREQUENCIES)[number]

/** A weekday (Monday = 0), with its ordinal in the month or year; 0 means every one. */
export interface RuleWeekday {
  readonly weekday: number
  readonly ordinal: number
}

/** An RFC 5545 RRULE; lists are sorted without repeats, null where the rule does not give the part. */
export interface RecurrenceRule {
  readonly frequency: Frequency
  readonly interval: number
  readonly count: number | null
  readonly until: WrittenTime | null
  /** First day of the week, Monday = 0. */
  readonly weekStart: number
  readonly byDay: readonly RuleWeekday[] | null
  readonly byMonth: readonly number[] | null
  readonly byMonthDay: readonly number[] | null
  readonly byYearDay: readonly number[] | null
  readonly byWeekNumber: readonly number[] | null
  readonly byHour: readonly number[] | null
  readonly byMinute: readonly number[] | null
  readonly bySecond: readonly number[] | null
  readonly bySetPosition: readonly number[] | null
}

export type ParsedRule =
  | { readonly ok: true; readonly rule: RecurrenceRule }
  | { readonly ok: false; readonly reason: string }

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const KNOWN_PARTS = new Set(
  'FREQ INTERVAL COUNT UNTIL WKST BYDAY BYMONTH BYMONTHDAY BYYEARDAY BYWEEKNO BYHOUR BYMINUTE BYSECOND BYSETPOS'.split(
    ' '
  )
)

class Unreadable extends Error {}

/**
 * Reads an RRULE value strictly: what RFC 5545 (3.3.10) forbids is refused with the reason, so that no rule is half
 * understood. Only COUNT together with UNTIL is let through: whichever comes first ends the rule.
 */
export function parseRecurrenceRule(text: string): ParsedRule {
  try {
    return { ok: true, rule: readRule(text) }
  } catch (error) {
    if (error instanceof Unreadable) return { ok: false, reason: `RRULE cannot be read: ${error.message}` }
    throw error
  }
}

function readRule(text: string): RecurrenceRule {
  const parts = partsOf(text)
  const frequencyText = parts.get('FREQ')
  if (frequencyText === undefined) throw new Unreadable('FREQ is missing')
  const frequency = FREQUENCIES.find((known) => known === frequencyText)
  if (frequency === undefined) throw new Unreadable(`FREQ "${frequencyText}" is not a frequency`)
  const untilText = parts.get('UNTIL')
  const until = untilText === undefined ? null : parseWrittenTime(untilText)
  if (untilText !== undefined && until === null) throw new Unreadable(`UNTIL "${untilText}" is not a date or time`)
  const rule: RecurrenceRule = {
    frequency,
    interval: positiveOf(parts, 'INTERVAL', 9) ?? 1,
    count: positiveOf(parts, 'COUNT', 15),
    until,
    weekStart: parts.has('WKST') ? weekdayOf(parts.get('WKST') ?? '', 'WKST') : 0,
    byDay: weekdaysOf(parts.get('BYDAY')),
    byMonth: numbersOf(parts, 'BYMONTH', 1, 12, false),
    byMonthDay: numbersOf(parts, 'BYMONTHDAY', 1, 31, true),
    byYearDay: numbersOf(parts, 'BYYEARDAY', 1, 366, true),
    byWeekNumber: numbersOf(parts, 'BYWEEKNO', 1, 53, true),
    byHour: numbersOf(parts, 'BYHOUR', 0, 23, false),
    byMinute: numbersOf(parts, 'BYMINUTE', 0, 59, false),
    bySecond: numbersOf(parts, 'BYSECOND', 0, 60, false)?.filter((second) => second < 60) ?? null,
    bySetPosition: numbersOf(parts, 'BYSETPOS', 1, 366, true)
  }
  refuseForbidden(rule)
  return rule
}

function refuseForbidden(rule: RecurrenceRule): void {
  const { frequency } = rule
  const ordinals = rule.byDay?.some((day) => day.ordinal !== 0) ?? false
  if (ordinals && frequency !== 'MONTHLY' && (frequency !== 'YEARLY' || rule.byWeekNumber !== null)) {
    throw new Unreadable(`BYDAY with a number does not go with FREQ=${frequency}`)
  }
  if (rule.byWeekNumber !== null && frequency !== 'YEARLY') throw new Unreadable('BYWEEKNO goes with FREQ=YEARLY only')
  if (rule.byYearDay !== null && (frequency === 'DAILY' || frequency === 'WEEKLY' || frequency === 'MONTHLY')) {
    throw new Unreadable(`BYYEARDAY does not go with FREQ=${frequency}`)
  }
  if (rule.byMonthDay !== null && frequency === 'WEEKLY') {
    throw new Unreadable('BYMONTHDAY does not go with FREQ=WEEKLY')
  }
  if (rule.bySetPosition !== null && !hasConditions(rule)) throw new Unreadable('BYSETPOS needs another BY part')
}

/** True when the rule has any BY part except BYSETPOS. */
export function hasConditions(rule: RecurrenceRule): boolean {
  return rule.byDay !== null || hasFinerConditions(rule)
}

/** True when the rule has any BY part except BYDAY and BYSETPOS. */
export function hasFinerConditions(rule: RecurrenceRule): boolean {
  return [
    rule.byMonth,
    rule.byMonthDay,
    rule.byYearDay,
    rule.byWeekNumber,
    rule.byHour,
    rule.byMinute,
    rule.bySecond
  ].some((part) => part !== null)
}

function partsOf(text: string): ReadonlyMap<string, string> {
  const parts = new Map<string, string>()
  for (const part of text.toUpperCase().replaceAll(/\s/g, '').split(';')) {
    // A trailing or doubled semicolon is common and harmless.
    if (part === '') continue
    const equals = part.indexOf('=')
    const name = part.slice(0, Math.max(0, equals))
    if (!KNOWN_PARTS.has(name)) throw new Unreadable(`"${part}" is not a part of a rule`)
    if (parts.has(name)) throw new Unreadable(`${name} is given twice`)
    parts.set(name, part.slice(equals + 1))
  }
  return parts
}

function positiveOf(parts: ReadonlyMap<string, string>, name: string, digits: number): number | null {
  const text = parts.get(name)
  if (text === undefined) return null
  const value = /^\d+$/.test(text) && text.length <= digits ? Number(text) : 0
  if (value < 1) throw new Unreadable(`${name} "${text}" is not a positive whole number in range`)
  return value
}

function numbersOf(
  parts: ReadonlyMap<string, string>,
  name: string,
  least: number,
  most: number,
  signed: boolean
): readonly number[] | null {
  const text = parts.get(name)
  if (text === undefined) return null
  const numbers = text.split(',').map((item) => {
    const value = /^[+-]?\d{1,3}$/.test(item) ? Number(item) : Number.NaN
    const size = signed ? Math.abs(value) : value
    if (!(size >= least && size <= most)) throw new Unreadable(`${name} "${item}" is out of range`)
    return value
  })
  return [...new Set(numbers)].sort((a, b) => a - b)
}

function weekdaysOf(text: string | undefined): readonly RuleWeekday[] | null {
  if (text === undefined) return null
  const days = new Map<string, RuleWeekday>()
  for (const item of text.split(',')) {
    const match = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(item)
    if (match === null) throw new Unreadable(`BYDAY "${item}" is not a day of the week`)
    const ordinal = match[1] === undefined ? 0 : Number(match[1])
    if (match[1] !== undefined && (ordinal === 0 || Math.abs(ordinal) > 53)) {
      throw new Unreadable(`BYDAY "${item}" is out of range`)
    }
    const weekday = weekdayOf(match[2] ?? '', 'BYDAY')
    days.set(`${ordinal} ${weekday}`, { weekday, ordinal })
  }
  return [...days.values()].sort((a, b) => a.weekday - b.weekday || a.ordinal - b.ordinal)
}

function weekdayOf(text: string, name: string): number {
  const weekday = WEEKDAYS.findIndex((known) => known === text)
  if (weekday < 0) throw new Unreadable(`${name} "${text}" is not a day of the week`)
  return weekday
}
