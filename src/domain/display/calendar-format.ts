import { Temporal } from 'temporal-polyfill'
import type { LocationFormat } from './location-format.ts'

/** Days, instants and spans of time in the words of one location, as a manager reads them in a sentence. */
export interface CalendarFormat {
  readonly language: string
  /** "Friday 27 November"; with the year where that is another one than now. */
  readonly day: (atMs: number) => string
  /** "Friday 27": beside a strip whose month is said elsewhere. */
  readonly shortDay: (atMs: number) => string
  /** "27", "1er". */
  readonly dayNumber: (atMs: number) => string
  /** "Friday". */
  readonly weekday: (atMs: number) => string
  /** "November". */
  readonly month: (atMs: number) => string
  /** "4:20 pm". */
  readonly time: (atMs: number) => string
  /** "Friday 27 November, 4:20 pm". */
  readonly moment: (atMs: number) => string
  /** "Friday 20 to Sunday 29 November, 11:59 pm"; null where neither end is known. */
  readonly span: (startsAtMs: number | null, stopsAtMs: number | null) => string | null
  /** "4 pm to 9 pm". */
  readonly hours: (startsAtMs: number, stopsAtMs: number) => string
}

interface CalendarWords {
  readonly dayNumber: (day: number) => string
  readonly date: (parts: { weekday: string; day: string; month: string | null; year: string | null }) => string
  readonly on: (day: string) => string
  readonly fromTo: (from: string, to: string) => string
  readonly timesFromTo: (from: string, to: string) => string
  readonly from: (day: string) => string
  readonly until: (day: string) => string
  readonly midnight: string
  /** A whole day, midnight to midnight. */
  readonly all: (day: string) => string
}

const after = (text: string | null, before = ' '): string => (text === null ? '' : before + text)

const ENGLISH: CalendarWords = {
  dayNumber: String,
  date: ({ weekday, day, month, year }) => `${weekday} ${day}${after(month)}${after(year)}`,
  on: (day) => day,
  fromTo: (from, to) => `${from} to ${to}`,
  timesFromTo: (from, to) => `${from} to ${to}`,
  from: (day) => `from ${day}`,
  until: (day) => `until ${day}`,
  midnight: 'midnight',
  all: (day) => `all of ${day}`
}

const FRENCH: CalendarWords = {
  dayNumber: (day) => (day === 1 ? '1er' : String(day)),
  date: ({ weekday, day, month, year }) => `${weekday} ${day}${after(month)}${after(year)}`,
  on: (day) => `le ${day}`,
  fromTo: (from, to) => `du ${from} au ${to}`,
  timesFromTo: (from, to) => `de ${from} à ${to}`,
  from: (day) => `à partir du ${day}`,
  until: (day) => `jusqu’au ${day}`,
  midnight: 'minuit',
  all: (day) => `toute la journée du ${day}`
}

const SPANISH: CalendarWords = {
  dayNumber: String,
  date: ({ weekday, day, month, year }) => `${weekday} ${day}${after(month, ' de ')}${after(year, ' de ')}`,
  on: (day) => `el ${day}`,
  fromTo: (from, to) => `del ${from} al ${to}`,
  timesFromTo: (from, to) => `de ${from} a ${to}`,
  from: (day) => `desde el ${day}`,
  until: (day) => `hasta el ${day}`,
  midnight: 'medianoche',
  all: (day) => `todo el ${day}`
}

function calendarWordsOf(language: string): CalendarWords {
  switch (language.slice(0, 2).toLowerCase()) {
    case 'fr':
      return FRENCH
    case 'es':
      return SPANISH
    default:
      return ENGLISH
  }
}

/**
 * Days and times as `format` writes them, in the store's zone. Where that is unknown they are UTC's, and say so: an
 * instant that cannot be told in the store's time is still better told than kept back.
 */
export function calendarFormatOf(format: LocationFormat, timeZone: string | null, nowMs: number): CalendarFormat {
  const { language } = format
  const words = calendarWordsOf(language)
  const zone = timeZone ?? 'UTC'
  const zonedOf = (atMs: number): Temporal.ZonedDateTime =>
    Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(zone)
  const thisYear = zonedOf(nowMs).year
  const part = (date: Temporal.PlainDate, name: 'weekday' | 'month'): string =>
    partFormatOf(language, name).format(Date.UTC(date.year, date.month - 1, date.day))

  const dateText = (date: Temporal.PlainDate, withMonth = true): string =>
    words.date({
      weekday: part(date, 'weekday'),
      day: words.dayNumber(date.day),
      month: withMonth ? part(date, 'month') : null,
      year: withMonth && date.year !== thisYear ? String(date.year) : null
    })
  const day = (atMs: number): string => dateText(zonedOf(atMs).toPlainDate())
  const time = (atMs: number): string => {
    const text = format.time(atMs)
    return text ?? `${String(zonedOf(atMs).toPlainTime()).slice(0, 5)} UTC`
  }
  /** An end at midnight is the last of the day before, and said so. */
  const end = (atMs: number): { readonly date: Temporal.PlainDate; readonly time: string } =>
    isMidnight(zonedOf(atMs))
      ? { date: zonedOf(atMs - 1).toPlainDate(), time: words.midnight }
      : { date: zonedOf(atMs).toPlainDate(), time: time(atMs) }
  const start = (atMs: number): { readonly date: Temporal.PlainDate; readonly time: string | null } => ({
    date: zonedOf(atMs).toPlainDate(),
    time: isMidnight(zonedOf(atMs)) ? null : time(atMs)
  })

  const bounded = (startsAtMs: number, stopsAtMs: number): string => {
    const from = start(startsAtMs)
    const to = end(stopsAtMs)
    if (from.date.equals(to.date) && from.time === null && to.time === words.midnight)
      return words.all(dateText(to.date))
    if (from.date.equals(to.date))
      return `${words.on(dateText(to.date))}, ${words.timesFromTo(from.time ?? words.midnight, to.time)}`
    const sameMonth = from.time === null && from.date.year === to.date.year && from.date.month === to.date.month
    const fromText = `${dateText(from.date, !sameMonth)}${after(from.time, ', ')}`
    return words.fromTo(fromText, `${dateText(to.date)}, ${to.time}`)
  }

  return {
    language,
    day,
    shortDay: (atMs) => dateText(zonedOf(atMs).toPlainDate(), false),
    dayNumber: (atMs) => words.dayNumber(zonedOf(atMs).day),
    weekday: (atMs) => part(zonedOf(atMs).toPlainDate(), 'weekday'),
    month: (atMs) => part(zonedOf(atMs).toPlainDate(), 'month'),
    time,
    moment: (atMs) => `${day(atMs)}, ${time(atMs)}`,
    span: (startsAtMs, stopsAtMs) => {
      if (startsAtMs !== null && stopsAtMs !== null) return bounded(startsAtMs, stopsAtMs)
      if (startsAtMs !== null) {
        const from = start(startsAtMs)
        return words.from(`${dateText(from.date)}${after(from.time, ', ')}`)
      }
      if (stopsAtMs === null) return null
      const to = end(stopsAtMs)
      return words.until(`${dateText(to.date)}, ${to.time}`)
    },
    hours: (startsAtMs, stopsAtMs) =>
      words.timesFromTo(format.hour(startsAtMs) ?? time(startsAtMs), format.hour(stopsAtMs) ?? time(stopsAtMs))
  }
}

/** Intl objects are slow to make. */
const partFormats = new Map<string, Intl.DateTimeFormat>()

function partFormatOf(language: string, name: 'weekday' | 'month'): Intl.DateTimeFormat {
  const key = `${language} ${name}`
  let format = partFormats.get(key)
  if (format === undefined) {
    format = new Intl.DateTimeFormat(language, { [name]: 'long', timeZone: 'UTC' })
    partFormats.set(key, format)
  }
  return format
}

function isMidnight(zoned: Temporal.ZonedDateTime): boolean {
  return zoned.hour === 0 && zoned.minute === 0 && zoned.second === 0
}
