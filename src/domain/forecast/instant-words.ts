import type { InstantWords } from '../../shared/manager/time-machine.ts'
import type { CalendarFormat } from '../display/calendar-format.ts'
import { sentenceOf } from '../display/sentence.ts'
import { instantTextOf } from '../instant/instant-text.ts'
import { dayOfWall, MINUTE_MS } from '../schedule/wall-clock.ts'
import { wallOfInstant } from '../schedule/zone-offsets.ts'
import { dayHolding, minuteOfDay } from './days.ts'
import type { ForecastWords } from './forecast-words.ts'

/** An instant as a headline: the store's day and time, and how far off that is. */
export function instantWordsOf(
  atMs: number,
  nowMs: number,
  timeZone: string,
  calendar: CalendarFormat,
  words: ForecastWords
): InstantWords {
  return {
    at: instantTextOf(atMs),
    day: dayHolding(timeZone, atMs).day,
    minute: minuteOfDay(timeZone, atMs),
    isNow: isSameMinute(atMs, nowMs),
    headline: sentenceOf(calendar.moment(atMs), calendar.language),
    note: `${distanceText(atMs, nowMs, timeZone, words)}, ${words.storeTime(cityOf(timeZone))}`
  }
}

function distanceText(atMs: number, nowMs: number, timeZone: string, words: ForecastWords): string {
  if (isSameMinute(atMs, nowMs)) return words.now
  const days = dayOfWall(wallOfInstant(timeZone, atMs)) - dayOfWall(wallOfInstant(timeZone, nowMs))
  if (days === 0) return atMs > nowMs ? words.laterToday : words.earlierToday
  return words.inDays(days)
}

function isSameMinute(aMs: number, bMs: number): boolean {
  return Math.floor(aMs / MINUTE_MS) === Math.floor(bMs / MINUTE_MS)
}

/** "America/Argentina/Buenos_Aires" is "Buenos Aires". */
function cityOf(timeZone: string): string {
  return (timeZone.split('/').at(-1) ?? timeZone).replaceAll('_', ' ')
}
