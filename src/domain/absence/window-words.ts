import { Temporal } from 'temporal-polyfill'
import { locationFormatOf } from '../display/location-format.ts'
import { articleOf } from '../display/words.ts'

/** Moments and stretches of time as sentences name them, in one language. */
interface TimeWords {
  readonly today: string
  readonly tomorrow: string
  readonly midnight: string
  readonly day: (date: Temporal.PlainDate) => string
  readonly moment: (day: string, time: string) => string
  readonly fromTo: (day: string, from: string, to: string) => string
  readonly allDay: (day: string) => string
  /** Two moments on different days. */
  readonly between: (from: string, to: string) => string
  readonly onwards: (from: string) => string
  readonly onClockOf: (text: string, timeZone: string) => string
}

const ENGLISH: TimeWords = {
  today: 'today',
  tomorrow: 'tomorrow',
  midnight: 'midnight',
  day: (date) => `${named(date, 'en', { weekday: 'long' })} ${date.day} ${named(date, 'en', { month: 'long' })}`,
  moment: (day, time) => `${day}, ${time}`,
  fromTo: (day, from, to) => `${day}, ${from} to ${to}`,
  allDay: (day) => `${day}, all day`,
  between: (from, to) => `from ${from} to ${to}`,
  onwards: (from) => `from ${from} on`,
  onClockOf: (text, timeZone) => `${text} (${timeZone} time)`
}

const FRENCH: TimeWords = {
  today: 'aujourd’hui',
  tomorrow: 'demain',
  midnight: 'minuit',
  day: (date) => `le ${named(date, 'fr-CA', { weekday: 'long', day: 'numeric', month: 'long' })}`,
  moment: (day, time) => `${day} à ${time}`,
  fromTo: (day, from, to) => `${day}, de ${from} à ${to}`,
  allDay: (day) => `${day}, toute la journée`,
  between: (from, to) => `entre ${from} et ${to}`,
  onwards: (from) => `${from}, sans fin prévue`,
  onClockOf: (text, timeZone) => `${text} (heure de ${timeZone})`
}

const SPANISH: TimeWords = {
  today: 'hoy',
  tomorrow: 'mañana',
  midnight: 'medianoche',
  day: (date) => `el ${named(date, 'es', { weekday: 'long', day: 'numeric', month: 'long' }).replace(',', '')}`,
  moment: (day, time) => `${day} a ${withArticle(time)}`,
  fromTo: (day, from, to) => `${day}, de ${withArticle(from)} a ${withArticle(to)}`,
  allDay: (day) => `${day}, todo el día`,
  between: (from, to) => `desde ${from} hasta ${to}`,
  onwards: (from) => `desde ${from}, sin fin previsto`,
  onClockOf: (text, timeZone) => `${text} (hora de ${timeZone})`
}

/** "la 1:00 p.m.", "las 16:00", "medianoche". */
function withArticle(time: string): string {
  return /^\d/.test(time) ? `${articleOf(time)} ${time}` : time
}

function named(date: Temporal.PlainDate, language: string, what: Intl.DateTimeFormatOptions): string {
  return date.toLocaleString(language, what)
}

function timeWordsOf(language: string): TimeWords {
  switch (language.slice(0, 2).toLowerCase()) {
    case 'fr':
      return FRENCH
    case 'es':
      return SPANISH
    default:
      return ENGLISH
  }
}

/** The zone whose clock is read, and the store's own: where they differ, the text says which. */
export interface ClockZones {
  readonly clock: string
  readonly store: string | null
}

/** "today, 4:00 pm", "Friday 27 November, 4:00 pm": an instant as it is told at `nowMs`. */
export function momentTextOf(atMs: number, nowMs: number, language: string, zones: ClockZones): string {
  const text = plainMomentTextOf(atMs, nowMs, language, zones.clock)
  return zones.clock === zones.store ? text : timeWordsOf(language).onClockOf(text, zones.clock)
}

function plainMomentTextOf(atMs: number, nowMs: number, language: string, timeZone: string): string {
  const words = timeWordsOf(language)
  return words.moment(dayTextOf(zonedOf(atMs, timeZone), nowMs, words), timeTextOf(atMs, language, timeZone))
}

/** "Friday 27 November, 4:00 pm to 9:00 pm": a stretch of time on the clock of a zone; without an end it goes on. */
export function windowTextOf(
  window: { readonly startsAtMs: number; readonly endsAtMs: number | null },
  nowMs: number,
  language: string,
  zones: ClockZones
): string {
  const words = timeWordsOf(language)
  const text = plainWindowTextOf(window, nowMs, language, zones.clock)
  return zones.clock === zones.store ? text : words.onClockOf(text, zones.clock)
}

function plainWindowTextOf(
  { startsAtMs, endsAtMs }: { readonly startsAtMs: number; readonly endsAtMs: number | null },
  nowMs: number,
  language: string,
  timeZone: string
): string {
  const words = timeWordsOf(language)
  const from = plainMomentTextOf(startsAtMs, nowMs, language, timeZone)
  if (endsAtMs === null) return words.onwards(from)
  const start = zonedOf(startsAtMs, timeZone)
  const end = zonedOf(endsAtMs, timeZone)
  const endsAtMidnight = isMidnight(end)
  // The last moment names the day: an end at midnight belongs to the day before.
  const lastDay = zonedOf(endsAtMs - 1, timeZone).toPlainDate()
  if (!lastDay.equals(start.toPlainDate())) {
    return words.between(from, plainMomentTextOf(endsAtMs, nowMs, language, timeZone))
  }
  const day = dayTextOf(start, nowMs, words)
  if (isMidnight(start) && endsAtMidnight) return words.allDay(day)
  const to = endsAtMidnight ? words.midnight : timeTextOf(endsAtMs, language, timeZone)
  return words.fromTo(day, timeTextOf(startsAtMs, language, timeZone), to)
}

function dayTextOf(zoned: Temporal.ZonedDateTime, nowMs: number, words: TimeWords): string {
  const date = zoned.toPlainDate()
  const days = zonedOf(nowMs, zoned.timeZoneId).toPlainDate().until(date).days
  if (days === 0) return words.today
  if (days === 1) return words.tomorrow
  const year = zonedOf(nowMs, zoned.timeZoneId).year
  return date.year === year ? words.day(date) : `${words.day(date)} ${date.year}`
}

function timeTextOf(atMs: number, language: string, timeZone: string): string {
  // The currency plays no part in a time.
  return locationFormatOf(language, 'CAD', timeZone).time(atMs) ?? ''
}

function zonedOf(atMs: number, timeZone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone)
}

function isMidnight(zoned: Temporal.ZonedDateTime): boolean {
  return zoned.hour === 0 && zoned.minute === 0 && zoned.second === 0
}
