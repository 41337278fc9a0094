import { locationFormatOf } from '../display/location-format.ts'
import { managerTagOf } from './manager-language.ts'

/** "4:20 pm", and "Nov 20, 4:20 pm" on another day than that of `nowMs`, by the wall clock of the zone. */
export function momentWordsOf(atMs: number, nowMs: number, language: string | null, timeZone: string): string {
  // No money is written here: the currency is any.
  const moment = locationFormatOf(managerTagOf(language), 'CAD', timeZone).timeSince(atMs, nowMs)
  if (moment === null) return ''
  return moment.day === null ? moment.time : `${moment.day}, ${moment.time}`
}
