import type { ForecastBar, ForecastLane } from '../../shared/manager/time-machine.ts'
import { isolatedName } from '../display/isolated-name.ts'
import { instantTextOf } from '../instant/instant-text.ts'
import { placeOf, type StoreDay } from './days.ts'
import { type ForecastWording, laneNameOf } from './lane-words.ts'
import { isOnAt, type Lane, type LaneSpan } from './lanes.ts'

/** More windows than these in a lane are told a day at a time: nobody can touch each of them. */
const MOST_BARS = 62

/** A lane as bars on the row of days. */
export function laneView(lane: Lane, days: readonly StoreDay[], atMs: number, wording: ForecastWording): ForecastLane {
  const { words } = wording
  return {
    laneId: lane.laneId,
    name: lane.kind === 'promotion' ? isolatedName(lane.name) : isolatedName(words.subject(lane.subject)),
    kind: lane.kind === 'promotion' ? words.promotion : words.sale,
    bars:
      lane.spans.length > MOST_BARS
        ? days.flatMap((day) => barsOfDay(lane, day, days, atMs, wording))
        : lane.spans.map((span) => barOf(lane, span, days, atMs, wording))
  }
}

function barOf(
  lane: Lane,
  span: LaneSpan,
  days: readonly StoreDay[],
  atMs: number,
  wording: ForecastWording
): ForecastBar {
  const { words, calendar } = wording
  const { startsAtMs, stopsAtMs } = span
  const isInForce = isOnAt(span, atMs)
  const spanText = calendar.span(startsAtMs, stopsAtMs) ?? words.allTheTime
  const name = laneNameOf(lane, words)
  // From inside a bar its end is what one has not seen; from elsewhere its start.
  const toEnd = stopsAtMs !== null && (startsAtMs === null || (isInForce && atMs !== startsAtMs) || atMs === startsAtMs)
  const jumpMs = toEnd ? stopsAtMs : startsAtMs
  return {
    from: startsAtMs === null ? 0 : placeOf(days, startsAtMs),
    to: stopsAtMs === null ? 1 : placeOf(days, stopsAtMs),
    opensLeft: startsAtMs === null,
    opensRight: stopsAtMs === null,
    isInForce,
    span: spanText,
    jump:
      jumpMs === null
        ? null
        : {
            at: instantTextOf(jumpMs),
            label: (toEnd ? words.goToEnd : words.goToStart)(name, spanText, calendar.moment(jumpMs))
          }
  }
}

/** All of a day's windows as one bar, from the first start to the last end. */
function barsOfDay(
  lane: Lane,
  day: StoreDay,
  days: readonly StoreDay[],
  atMs: number,
  wording: ForecastWording
): readonly ForecastBar[] {
  const spans = lane.spans.filter(
    ({ startsAtMs, stopsAtMs }) => (startsAtMs ?? -Infinity) < day.endsAtMs && (stopsAtMs ?? Infinity) > day.startsAtMs
  )
  const [first] = spans
  const last = spans.at(-1)
  if (first === undefined || last === undefined) return []
  const { words, calendar } = wording
  const startsAtMs = Math.max(first.startsAtMs ?? -Infinity, day.startsAtMs)
  const text = words.severalTimes(spans.length, calendar.day(day.startsAtMs))
  return [
    {
      from: placeOf(days, startsAtMs),
      to: placeOf(days, Math.min(last.stopsAtMs ?? Infinity, day.endsAtMs)),
      opensLeft: false,
      opensRight: false,
      isInForce: spans.some((span) => isOnAt(span, atMs)),
      span: text,
      jump: {
        at: instantTextOf(startsAtMs),
        label: words.goToStart(laneNameOf(lane, words), text, calendar.moment(startsAtMs))
      }
    }
  ]
}
