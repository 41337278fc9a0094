import { DAY_MS, dayOfWall, HOUR_MS, MINUTE_MS, weekdayOfDay } from './wall-clock.ts'
import { instantOfWall, wallOfInstant } from './zone-offsets.ts'

/** A day on which a store is open: "09:00" to "22:00". A close that is not after the opening is on the next day. */
export interface OpenHours {
  readonly opensAt: string
  readonly closesAt: string
}

/** Monday first; null is a day on which the store stays closed. */
export type WeeklyHours = readonly (OpenHours | null)[]

export interface OpenSpan {
  readonly fromMs: number
  readonly toMs: number
}

/** The opening that is taken where nobody has said any. */
export const USUAL_OPENING = '09:00'

/** When a store is open between two instants, in order; spans that touch are one, and none is cut at the edges. */
export function openSpansIn(hours: WeeklyHours, timeZone: string, fromMs: number, toMs: number): readonly OpenSpan[] {
  const first = dayOfWall(wallOfInstant(timeZone, fromMs)) - 1
  const last = dayOfWall(wallOfInstant(timeZone, toMs))
  const spans: OpenSpan[] = []
  for (let day = first; day <= last; day += 1) {
    const open = hours[weekdayOfDay(day)]
    if (open === null || open === undefined) continue
    const span = spanOn(day, open, timeZone)
    const before = spans.at(-1)
    if (before !== undefined && span.fromMs <= before.toMs)
      spans[spans.length - 1] = { fromMs: before.fromMs, toMs: Math.max(before.toMs, span.toMs) }
    else spans.push(span)
  }
  return spans.filter((span) => span.toMs > fromMs && span.fromMs < toMs)
}

/** The next opening after an instant; null for a store that never opens within eight days, or never closes. */
export function nextOpeningAfter(hours: WeeklyHours, timeZone: string, atMs: number): number | null {
  const spans = openSpansIn(hours, timeZone, atMs, atMs + 8 * DAY_MS)
  return spans.find(({ fromMs }) => fromMs > atMs)?.fromMs ?? null
}

/** The same, at nine in the morning where no hours are known or they have no opening. */
export function nextOpeningOrUsual(hours: WeeklyHours | null, timeZone: string, atMs: number): number {
  const said = hours === null ? null : nextOpeningAfter(hours, timeZone, atMs)
  if (said !== null) return said
  const usual = Array.from({ length: 7 }, () => ({ opensAt: USUAL_OPENING, closesAt: '22:00' }))
  return nextOpeningAfter(usual, timeZone, atMs) ?? atMs + DAY_MS
}

function spanOn(day: number, { opensAt, closesAt }: OpenHours, timeZone: string): OpenSpan {
  const opens = clockOf(opensAt)
  const closes = clockOf(closesAt)
  const closingDay = closes > opens ? day : day + 1
  return {
    fromMs: instantOfWall(timeZone, day * DAY_MS + opens),
    toMs: instantOfWall(timeZone, closingDay * DAY_MS + closes)
  }
}

/** "16:30" as time since midnight. */
function clockOf(time: string): number {
  const [hours, minutes] = time.split(':')
  return Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS
}
