import type { Forecast } from '../../shared/manager/time-machine.ts'
import type { LocationFacts, ProductFacts } from '../board/board-facts.ts'
import { sentenceOf } from '../display/sentence.ts'
import { instantTextOf } from '../instant/instant-text.ts'
import type { PreparedPromotion } from '../promotion/promotion-state.ts'
import type { WeeklyHours } from '../schedule/opening-hours.ts'
import { laneView } from './bars.ts'
import { dayStripOf } from './day-strip.ts'
import { dayHolding, daysFrom, placeOf, type StoreDay } from './days.ts'
import { instantWordsOf } from './instant-words.ts'
import { eventOf, eventWordsOf, type ForecastWording } from './lane-words.ts'
import { edgesOf, type LaneEdge, lanesOf } from './lanes.ts'
import { openingAfter } from './opening.ts'

/** How far the time machine looks ahead: today and the days that follow. */
export const FORECAST_DAYS = 30

export interface ForecastFacts {
  readonly location: LocationFacts & { readonly timeZone: string }
  /** Those that the screen may show. */
  readonly products: readonly ProductFacts[]
  readonly promotions: readonly PreparedPromotion[]
  readonly hours: WeeklyHours | null
  readonly nowMs: number
  readonly atMs: number
}

/** Which days a forecast made now is about. */
export function forecastDaysOf(timeZone: string, nowMs: number): readonly StoreDay[] {
  return daysFrom(timeZone, nowMs, FORECAST_DAYS)
}

/** The coming 30 days of a screen: each promotion and sale as a lane, what begins and ends, and the chosen day. */
export function forecastOf(facts: ForecastFacts, wording: ForecastWording): Forecast {
  const { location, nowMs, atMs } = facts
  const { timeZone } = location
  const { words, calendar } = wording
  const days = forecastDaysOf(timeZone, nowMs)
  const fromMs = days[0]?.startsAtMs ?? nowMs
  const toMs = days.at(-1)?.endsAtMs ?? nowMs
  const lanes = lanesOf(location, facts.products, facts.promotions, fromMs, toMs)
  const edges = edgesOf(lanes)
  const chosenDay = dayHolding(timeZone, atMs)
  const opening = openingAfter(facts.hours, timeZone, nowMs, calendar)
  return {
    chosen: instantWordsOf(atMs, nowMs, timeZone, calendar, words),
    days: days.map((day, index) => ({
      day: day.day,
      label: calendar.dayNumber(day.startsAtMs),
      name: sentenceOf(calendar.day(day.startsAtMs), calendar.language),
      isWeekend: day.isWeekend,
      isChosen: day.day === chosenDay.day,
      from: index / days.length,
      to: (index + 1) / days.length
    })),
    months: days.flatMap((day, index) =>
      index === 0 || day.day.endsWith('-01')
        ? [{ label: calendar.month(day.startsAtMs), place: index / days.length }]
        : []
    ),
    lanes: lanes.map((lane) => laneView(lane, days, atMs, wording)),
    place: placeOf(days, atMs),
    strip: dayStripOf(chosenDay, lanes, { timeZone, hours: facts.hours, atMs }, wording),
    events: edges.filter((edge) => edge.atMs >= nowMs).map((edge) => eventOf(edge, wording)),
    next: changeOf(edges, nextAtMs(edges, atMs), chosenDay, wording, words.nextChange),
    previous: changeOf(edges, previousAtMs(edges, atMs), chosenDay, wording, words.previousChange),
    opening: { at: instantTextOf(opening.atMs), label: words.beforeOpening(opening.day) }
  }
}

function nextAtMs(edges: readonly LaneEdge[], atMs: number): number | null {
  return edges.find((edge) => edge.atMs > atMs)?.atMs ?? null
}

function previousAtMs(edges: readonly LaneEdge[], atMs: number): number | null {
  return edges.findLast((edge) => edge.atMs < atMs)?.atMs ?? null
}

/** What begins or ends at an instant as one button: its time, with the day where that is another one. */
function changeOf(
  edges: readonly LaneEdge[],
  changeAtMs: number | null,
  chosenDay: StoreDay,
  wording: ForecastWording,
  say: (moment: string, text: string) => string
): Forecast['next'] {
  if (changeAtMs === null) return null
  const { words, calendar } = wording
  const [first, ...others] = edges.filter(({ atMs }) => atMs === changeAtMs)
  if (first === undefined) return null
  const text = eventWordsOf(first, wording)
  const isSameDay = changeAtMs >= chosenDay.startsAtMs && changeAtMs < chosenDay.endsAtMs
  return {
    at: instantTextOf(changeAtMs),
    label: say(
      isSameDay ? calendar.time(changeAtMs) : calendar.moment(changeAtMs),
      others.length === 0 ? text : words.andMore(text, others.length)
    )
  }
}
