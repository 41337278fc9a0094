import type { BoardSet, ScreenSettings } from '../../shared/screen-settings.ts'
import { instantOfWall, wallOfInstant } from '../schedule/zone-offsets.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

export interface SetInForce {
  readonly set: BoardSet
  /** When to look again: the next set begins, or the day ends. Null without timed sets. */
  readonly changesAtMs: number | null
}

/**
 * The set of a screen at an instant: the timed one that began last today on the location's wall clock, else the screen's
 * own, which also begins each day. Without a known zone there is no wall clock, and the screen's own set stays.
 */
export function setInForceAt(
  settings: Pick<ScreenSettings, 'set' | 'timedSets'>,
  timeZone: string | null,
  atMs: number
): SetInForce {
  if (timeZone === null || settings.timedSets.length === 0) return { set: settings.set, changesAtMs: null }
  const wallMs = wallOfInstant(timeZone, atMs)
  const midnightMs = Math.floor(wallMs / DAY_MS) * DAY_MS
  const timed = settings.timedSets
    .map(({ from, set }) => ({ fromMs: midnightMs + minutesOf(from) * MINUTE_MS, set }))
    .sort((a, b) => a.fromMs - b.fromMs)
  const begun = timed.findLast(({ fromMs }) => fromMs <= wallMs)
  const nextWallMs = timed.find(({ fromMs }) => fromMs > wallMs)?.fromMs ?? midnightMs + DAY_MS
  const nextMs = instantOfWall(timeZone, nextWallMs)
  // Where the clock has been put back, that time may have been read already: look again within the minute.
  return { set: begun?.set ?? settings.set, changesAtMs: nextMs > atMs ? nextMs : atMs + MINUTE_MS }
}

/** "16:30" as minutes of the day. */
function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}
