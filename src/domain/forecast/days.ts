import { DAY_MS, dateOfDay, dayOfDate, dayOfWall, MINUTE_MS, weekdayOfDay } from '../schedule/wall-clock.ts'
import { instantOfWall, offsetSegmentAt, wallOfInstant } from '../schedule/zone-offsets.ts'
import type { ChosenInstant } from '../../shared/manager/time-machine.ts'

/** A day of a store's own calendar; 23 or 25 hours long where its clock is changed. */
export interface StoreDay {
  /** "2026-11-27" */
  readonly day: string
  readonly startsAtMs: number
  readonly endsAtMs: number
  readonly isWeekend: boolean
}

/** The store's day that holds an instant, and those that follow it. */
export function daysFrom(timeZone: string, atMs: number, count: number): readonly StoreDay[] {
  const first = dayOfWall(wallOfInstant(timeZone, atMs))
  return Array.from({ length: count }, (_, index) => dayAt(timeZone, first + index))
}

/** The store's day that holds an instant. */
export function dayHolding(timeZone: string, atMs: number): StoreDay {
  return dayAt(timeZone, dayOfWall(wallOfInstant(timeZone, atMs)))
}

function dayAt(timeZone: string, day: number): StoreDay {
  const { year, month, dayOfMonth } = dateOfDay(day)
  const pad = (value: number, length: number): string => String(value).padStart(length, '0')
  return {
    day: `${pad(year, 4)}-${pad(month, 2)}-${pad(dayOfMonth, 2)}`,
    startsAtMs: instantOfWall(timeZone, day * DAY_MS),
    endsAtMs: instantOfWall(timeZone, (day + 1) * DAY_MS),
    isWeekend: weekdayOfDay(day) >= 5
  }
}

/** Where an instant stands on a row of days of equal width, as a fraction of it: 0 is its start, 1 its end. */
export function placeOf(days: readonly StoreDay[], atMs: number): number {
  const index = days.findIndex(({ endsAtMs }) => atMs < endsAtMs)
  const day = days[index]
  if (day === undefined) return 1
  return index / days.length + placeIn(day, atMs) / days.length
}

/** Where an instant stands within a day, as a fraction of the time that it lasts. */
export function placeIn({ startsAtMs, endsAtMs }: Pick<StoreDay, 'startsAtMs' | 'endsAtMs'>, atMs: number): number {
  return Math.min(1, Math.max(0, (atMs - startsAtMs) / (endsAtMs - startsAtMs)))
}

/** Minutes of the wall clock since midnight. */
export function minuteOfDay(timeZone: string, atMs: number): number {
  const wallMs = wallOfInstant(timeZone, atMs)
  return Math.floor((wallMs - dayOfWall(wallMs) * DAY_MS) / MINUTE_MS)
}

/**
 * The instant that a page has chosen, in the store's zone. A minute that the clock skips is the next there is; one that
 * it reads twice is the first. Null for what is no day or no instant.
 */
export function instantOfChoice(choice: ChosenInstant, timeZone: string, nowMs: number): number | null {
  switch (choice.kind) {
    case 'now':
      return nowMs
    case 'instant': {
      const atMs = Date.parse(choice.at)
      return Number.isNaN(atMs) ? null : atMs
    }
    case 'wall': {
      const day = dayNumberOf(choice.day)
      if (day === null) return null
      const wallMs = day * DAY_MS + choice.minute * MINUTE_MS
      const atMs = instantOfWall(timeZone, wallMs)
      return wallOfInstant(timeZone, atMs) === wallMs ? atMs : offsetSegmentAt(timeZone, atMs).fromMs
    }
  }
}

/** "2026-11-27"; null for a day that no month has. */
function dayNumberOf(text: string): number | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (parts === null) return null
  const [year, month, dayOfMonth] = parts.slice(1).map(Number) as [number, number, number]
  if (month < 1 || month > 12) return null
  const day = dayOfDate(year, month, dayOfMonth)
  const back = dateOfDay(day)
  return back.month === month && back.dayOfMonth === dayOfMonth ? day : null
}
