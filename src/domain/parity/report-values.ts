import type { DateOrder } from '../../shared/manager/register.ts'
import { Amount } from '../money/amount.ts'
import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, dayOfDate } from '../schedule/wall-clock.ts'
import { instantOfWall } from '../schedule/zone-offsets.ts'

export type Decimals = 'point' | 'comma'

/** An amount or a quantity as a report writes it: signs of money, thousands, brackets or a minus at either end. */
export function reportNumberOf(text: string, decimals: Decimals): Amount | null {
  let rest = text.replaceAll(/[\s\u00a0\u202f'’]/g, '').replaceAll(/(?:CA|US|C|A)?\$|€|CAD|USD/gi, '')
  const inBrackets = /^\((.*)\)$/.exec(rest)
  if (inBrackets !== null) rest = inBrackets[1] ?? ''
  const signed = /^([-+\u2212]?)(.*?)([-\u2212]?)$/.exec(rest)
  const isNegative =
    inBrackets !== null || (signed?.[1] ?? '') === '-' || signed?.[1] === '\u2212' || signed?.[3] !== ''
  const plain = plainNumberOf(signed?.[2] ?? '', decimals)
  if (plain === null) return null
  const amount = new Amount(plain)
  return isNegative ? amount.negated() : amount
}

function plainNumberOf(text: string, decimals: Decimals): string | null {
  const [thousands, point] = decimals === 'point' ? [',', '.'] : ['.', ',']
  const parts = text.split(point)
  if (parts.length > 2) return null
  const [whole = '', fraction] = parts
  const groups = whole.split(thousands)
  const isGrouped = groups.length === 1 || groups.every((group, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(group))
  if (!isGrouped) return null
  const digits = groups.join('')
  if (!/^\d{0,12}$/.test(digits) || (fraction !== undefined && !/^\d{0,6}$/.test(fraction))) return null
  if (digits === '' && (fraction ?? '') === '') return null
  return `${digits === '' ? '0' : digits}.${fraction === undefined || fraction === '' ? '0' : fraction}`
}

/** How a sample writes its decimals; null where it shows none, or both. */
export function decimalsOf(samples: readonly string[]): Decimals | null {
  const comma = samples.some((text) => /\d,\d{1,2}\D*$/.test(text) || /\.\d{3},/.test(text))
  const point = samples.some((text) => /\d\.\d{1,2}\D*$/.test(text) || /,\d{3}\./.test(text))
  if (comma === point) return null
  return comma ? 'comma' : 'point'
}

/** What a clock read, or an instant where the text says how far the clock is from UTC. */
export interface ReadTime {
  readonly wallMs: number
  readonly offsetMs: number | null
  /** How long the time that is told lasts: a second, a minute, or a day where none is told. */
  readonly lastsMs: number
}

/** No time, or the midnight that a spreadsheet writes in its place. */
const NO_TIME = /^(0?0:00(:00([.,]0+)?)?|12:00(:00)? ?am)?$/i

/**
 * Reads a date, with its time in the same text or in another column. Null where it is none in that order; where days
 * alone will do, one without a time is its whole day.
 */
export function reportTimeOf(
  dateText: string,
  timeText: string | null,
  order: DateOrder,
  byDay = false
): ReadTime | null {
  const date = dateOf(dateText.trim(), order)
  if (date === null) return null
  const clock = (timeText === null ? date.rest : timeText).trim()
  const time = byDay && NO_TIME.test(clock) ? WHOLE_DAY : clockOf(clock)
  return time === null ? null : { ...time, wallMs: date.day * DAY_MS + time.wallMs }
}

const WHOLE_DAY: ReadTime = { wallMs: 0, offsetMs: null, lastsMs: DAY_MS }

/** Whether any of some dates tells a time of day: midnights alone are the dates of a spreadsheet. */
export function tellTimes(samples: readonly { readonly date: string; readonly time: string | null }[]): boolean {
  return samples.some(({ date, time }) =>
    ORDERS.some((order) => {
      const read = reportTimeOf(date, time, order, true)
      return read !== null && read.lastsMs < DAY_MS
    })
  )
}

/** The instants that a read time can mean, by the store's clock. */
export function instantsOf(read: ReadTime, timeZone: string): { readonly atMs: number; readonly untilMs: number } {
  const atMs = read.offsetMs === null ? instantOfWall(timeZone, read.wallMs) : read.wallMs - read.offsetMs
  // A day of 23 or 25 hours ends with the next.
  if (read.lastsMs === DAY_MS) return { atMs, untilMs: instantOfWall(timeZone, read.wallMs + DAY_MS) - 1 }
  return { atMs, untilMs: atMs + read.lastsMs - 1 }
}

interface ReadDate {
  readonly day: number
  /** What follows the date. */
  readonly rest: string
}

const NUMBERS = /^(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})(?!\d)[,T]?\s*(.*)$/
const NAMED_FIRST = /^([\p{L}.]+)\s+(\d{1,2})(?:st|nd|rd|th|er)?,?\s+(\d{4})[,T]?\s*(.*)$/u
const NAMED_SECOND =
  /^(\d{1,2})(?:st|nd|rd|th|er|\.)?[\s-]+(?:de\s+)?([\p{L}.]+)[\s-]+(?:de\s+|del\s+)?(\d{4})[,T]?\s*(.*)$/u
const WEEKDAY = /^\p{L}{3,10}\.?,\s+/u

function dateOf(text: string, order: DateOrder): ReadDate | null {
  const plain = text.replace(WEEKDAY, '')
  const numbers = NUMBERS.exec(plain)
  if (numbers !== null) {
    const [, a = '', b = '', c = '', rest = ''] = numbers
    switch (order) {
      case 'ymd':
        return a.length === 4 ? dayOf(a, b, c, rest) : null
      case 'mdy':
        return dayOf(yearOf(c), a, b, rest)
      case 'dmy':
        return dayOf(yearOf(c), b, a, rest)
    }
  }
  const first = NAMED_FIRST.exec(plain)
  if (first !== null) return namedDay(first[3] ?? '', first[1] ?? '', first[2] ?? '', first[4] ?? '')
  const second = NAMED_SECOND.exec(plain)
  return second === null ? null : namedDay(second[3] ?? '', second[2] ?? '', second[1] ?? '', second[4] ?? '')
}

/** "26" is 2026; three digits are no year. */
function yearOf(text: string): string {
  return text.length === 2 ? `20${text}` : text
}

const MONTHS = [
  /^(jan|janv|ene)/,
  /^(feb|fev)/,
  /^(mar)/,
  /^(apr|avr|abr)/,
  /^(may|mai)/,
  /^(jun|juin)/,
  /^(jul|juil)/,
  /^(aug|aou|ago)/,
  /^(sep|set)/,
  /^(oct)/,
  /^(nov)/,
  /^(dec|dic)/
]

function namedDay(year: string, month: string, day: string, rest: string): ReadDate | null {
  const plain = month
    .normalize('NFD')
    .replaceAll(/[\p{M}.]/gu, '')
    .toLowerCase()
  const index = MONTHS.findIndex((pattern) => pattern.test(plain))
  return index < 0 ? null : dayOf(year, String(index + 1), day, rest)
}

function dayOf(yearText: string, monthText: string, dayText: string, rest: string): ReadDate | null {
  const [year, month, day] = [yearText, monthText, dayText].map(Number) as [number, number, number]
  if (yearText.length !== 4 || dayText.length > 2 || monthText.length > 2) return null
  if (year < 2000 || year > 2100 || month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null
  return { day: dayOfDate(year, month, day), rest }
}

function daysIn(year: number, month: number): number {
  return month === 12 ? 31 : dayOfDate(year, month + 1, 1) - dayOfDate(year, month, 1)
}

const CLOCK =
  /^(\d{1,2})(?:\s?[:h.]\s?(\d{2}))?(?::(\d{2})(?:[.,]\d{1,9})?)?\s*([ap])?\.?\s?(m)?\.?\s*(z|utc|[+-]\d{2}:?\d{2})?$/i

function clockOf(text: string): ReadTime | null {
  const read = CLOCK.exec(text.replaceAll(/[\u00a0\u202f]/g, ' '))
  if (read === null) return null
  const [, hourText = '', minuteText, secondText, half, , zone] = read
  // A bare number is no time.
  if (minuteText === undefined && half === undefined && !/h$/i.test(text)) return null
  const minute = Number(minuteText ?? 0)
  const second = Number(secondText ?? 0)
  let hour = Number(hourText)
  if (half !== undefined) {
    if (hour < 1 || hour > 12) return null
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0)
  }
  if (hour > 23 || minute > 59 || second > 59) return null
  return {
    wallMs: hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS,
    offsetMs: zone === undefined ? null : offsetOf(zone),
    lastsMs: secondText === undefined ? MINUTE_MS : SECOND_MS
  }
}

function offsetOf(zone: string): number {
  const read = /^([+-])(\d{2}):?(\d{2})$/.exec(zone)
  if (read === null) return 0
  return (read[1] === '-' ? -1 : 1) * (Number(read[2]) * HOUR_MS + Number(read[3]) * MINUTE_MS)
}

const ORDERS: readonly DateOrder[] = ['ymd', 'mdy', 'dmy']

/**
 * The ways in which every date of a sample can be read. More than one: somebody has to say which. A date that no way can
 * read says nothing of the others: its line is named when it is checked.
 */
export function dateOrdersOf(
  samples: readonly { readonly date: string; readonly time: string | null }[],
  byDay = false
): readonly DateOrder[] {
  const told = samples.filter(({ date, time }) =>
    ORDERS.some((order) => reportTimeOf(date, time, order, byDay) !== null)
  )
  if (told.length === 0) return []
  const orders = ORDERS.filter((order) =>
    told.every(({ date, time }) => reportTimeOf(date, time, order, byDay) !== null)
  )
  // Written out, or year first: every order reads the same.
  const [first, ...others] = orders
  const isSame = (other: DateOrder): boolean =>
    told.every(
      ({ date, time }) =>
        reportTimeOf(date, time, other, byDay)?.wallMs === reportTimeOf(date, time, first ?? other, byDay)?.wallMs
    )
  return first !== undefined && others.every(isSame) ? [first] : orders
}
