import type { Explanation } from '../../shared/manager/explanation.ts'
import { dayHolding } from '../forecast/days.ts'
import type { Wording } from './price-question.ts'

/** A product that was fetched again from the register, and whether that said something else than what was stored. */
export interface FetchedAgain {
  readonly atMs: number
  readonly differed: boolean
}

/** What came of fetching the product again, with the day where that is not today's. */
export function registerNoteOf(
  fetched: FetchedAgain | null,
  timeZone: string | null,
  nowMs: number,
  { words, calendar }: Wording
): Explanation['register'] {
  if (fetched === null) return null
  const { atMs, differed } = fetched
  const zone = timeZone ?? 'UTC'
  const isToday = dayHolding(zone, atMs).day === dayHolding(zone, nowMs).day
  const when = words.fetchedAt(isToday ? null : calendar.day(atMs), calendar.time(atMs))
  return differed
    ? { lead: words.registerDiffered, text: words.fetchedOther(when) }
    : { lead: words.registerAgrees, text: words.fetchedSame(when) }
}
