import { sentenceOf } from '../display/sentence.ts'
import type { ForecastEvent } from '../../shared/manager/time-machine.ts'
import type { CalendarFormat } from '../display/calendar-format.ts'
import { isolatedName } from '../display/isolated-name.ts'
import type { LocationFormat } from '../display/location-format.ts'
import { instantTextOf } from '../instant/instant-text.ts'
import type { ForecastWords } from './forecast-words.ts'
import type { Lane, LaneEdge } from './lanes.ts'

/** In whose words a forecast is told. */
export interface ForecastWording {
  readonly words: ForecastWords
  readonly format: LocationFormat
  readonly calendar: CalendarFormat
}

/** A lane's name in a sentence: "Ferry Friday", "Sale on Cedar shelf". */
export function laneNameOf(lane: Lane, words: ForecastWords): string {
  switch (lane.kind) {
    case 'promotion':
      return isolatedName(lane.name)
    case 'sale':
      return isolatedName(words.saleOn(lane.subject))
  }
}

/** A start or an end in words, as a line of its own. */
export function eventOf(edge: LaneEdge, wording: ForecastWording): ForecastEvent {
  const { calendar } = wording
  return {
    at: instantTextOf(edge.atMs),
    moment: calendar.moment(edge.atMs),
    text: sentenceOf(eventWordsOf(edge, wording), calendar.language)
  }
}

/** The same inside a sentence. */
export function eventWordsOf({ lane, edge }: LaneEdge, { words }: ForecastWording): string {
  const name = laneNameOf(lane, words)
  return edge === 'starts' ? words.begins(name) : words.ends(name)
}
