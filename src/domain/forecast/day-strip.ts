import type { DayStrip } from '../../shared/manager/time-machine.ts'
import { sentenceOf } from '../display/sentence.ts'
import { instantTextOf } from '../instant/instant-text.ts'
import { openSpansIn, type WeeklyHours } from '../schedule/opening-hours.ts'
import { HOUR_MS, MINUTE_MS } from '../schedule/wall-clock.ts'
import { instantOfWall, wallOfInstant } from '../schedule/zone-offsets.ts'
import { placeIn, type StoreDay } from './days.ts'
import { type ForecastWording, laneNameOf } from './lane-words.ts'
import { isOnAt, type Lane } from './lanes.ts'

const STEP_MS = 5 * MINUTE_MS
const TICK_HOURS = [0, 6, 12, 18]

/** A day as a strip from midnight to midnight: its opening hours, and what begins or ends on it. */
export function dayStripOf(
  day: StoreDay,
  lanes: readonly Lane[],
  { timeZone, hours, atMs }: { readonly timeZone: string; readonly hours: WeeklyHours | null; readonly atMs: number },
  { words, format, calendar }: ForecastWording
): DayStrip {
  const steps = Array.from({ length: Math.ceil((day.endsAtMs - day.startsAtMs) / STEP_MS) }, (_, index) => {
    const stepMs = day.startsAtMs + index * STEP_MS
    return { at: instantTextOf(stepMs), time: calendar.time(stepMs) }
  })
  const hourText = (hourMs: number): string => format.hour(hourMs) ?? calendar.time(hourMs)
  const bars = lanes.flatMap((lane) =>
    lane.spans
      .filter(({ startsAtMs, stopsAtMs }) => isWithin(day, startsAtMs) || isWithin(day, stopsAtMs))
      .map((span) => {
        const fromMs = Math.max(span.startsAtMs ?? -Infinity, day.startsAtMs)
        const toMs = Math.min(span.stopsAtMs ?? Infinity, day.endsAtMs)
        return {
          at: instantTextOf(fromMs),
          from: placeIn(day, fromMs),
          to: placeIn(day, toMs),
          isInForce: isOnAt(span, atMs),
          label: `${laneNameOf(lane, words)}, ${calendar.hours(fromMs, toMs)}`
        }
      })
  )
  return {
    label: sentenceOf(calendar.shortDay(day.startsAtMs), calendar.language),
    steps,
    stepIndex: Math.min(steps.length - 1, Math.max(0, Math.floor((atMs - day.startsAtMs) / STEP_MS))),
    place: placeIn(day, atMs),
    ticks: TICK_HOURS.map((hour) => {
      const tickMs = instantOfWall(timeZone, wallOfInstant(timeZone, day.startsAtMs) + hour * HOUR_MS)
      return { label: hour === 12 ? words.noon : hourText(tickMs), place: placeIn(day, tickMs) }
    }),
    open: (hours === null ? [] : openSpansIn(hours, timeZone, day.startsAtMs, day.endsAtMs)).map(
      ({ fromMs, toMs }) => ({
        from: placeIn(day, fromMs),
        to: placeIn(day, toMs),
        label: words.open(hourText(fromMs), hourText(toMs))
      })
    ),
    bars,
    told: toldOf(bars, words)
  }
}

/** What is in force at the chosen moment: of several the one that has begun last, which the moment is about, and how many more. */
function toldOf(bars: DayStrip['bars'], { andMore }: ForecastWording['words']): string | null {
  const live = bars.filter(({ isInForce }) => isInForce)
  const last = live.reduce<DayStrip['bars'][number] | null>(
    (latest, bar) => (latest === null || bar.from >= latest.from ? bar : latest),
    null
  )
  if (last === null) return null
  return live.length === 1 ? last.label : andMore(last.label, live.length - 1)
}

/** An edge at the first midnight is that of the whole day, and no event of it. */
function isWithin({ startsAtMs, endsAtMs }: StoreDay, atMs: number | null): boolean {
  return atMs !== null && atMs > startsAtMs && atMs < endsAtMs
}
