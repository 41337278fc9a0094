import type { CalendarFormat } from '../display/calendar-format.ts'
import { nextOpeningOrUsual, type WeeklyHours } from '../schedule/opening-hours.ts'
import { dayOfWall } from '../schedule/wall-clock.ts'
import { wallOfInstant } from '../schedule/zone-offsets.ts'
import type { OpeningDay } from './forecast-words.ts'

export interface Opening {
  readonly atMs: number
  readonly day: OpeningDay
}

/** The store's next opening, and how its day is called. */
export function openingAfter(
  hours: WeeklyHours | null,
  timeZone: string,
  nowMs: number,
  calendar: CalendarFormat
): Opening {
  const atMs = nextOpeningOrUsual(hours, timeZone, nowMs)
  const days = dayOfWall(wallOfInstant(timeZone, atMs)) - dayOfWall(wallOfInstant(timeZone, nowMs))
  switch (days) {
    case 0:
      return { atMs, day: { kind: 'today' } }
    case 1:
      return { atMs, day: { kind: 'tomorrow' } }
    default:
      return { atMs, day: { kind: 'weekday', name: calendar.weekday(atMs) } }
  }
}
