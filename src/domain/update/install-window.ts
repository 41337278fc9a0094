import { openSpansIn, type OpenSpan, type WeeklyHours } from '../schedule/opening-hours.ts'
import { DAY_MS, MINUTE_MS } from '../schedule/wall-clock.ts'

/** A store that the machine shows, as far as its hours are known. */
export interface StoreHours {
  readonly timeZone: string
  readonly hours: WeeklyHours | null
}

/** So that a version that has to go back has done so before anybody comes in. */
export const BEFORE_OPENING_MS = 15 * MINUTE_MS

/** Shorter than this, a pause between two openings is none to install in. */
const SHORTEST_MS = MINUTE_MS

/** Where no hours are known, or the store never closes: everything but this is taken for open. */
const QUIET_NIGHT: WeeklyHours = Array.from({ length: 7 }, () => ({ opensAt: '05:00', closesAt: '03:00' }))

/** From when an update may be installed: because the store is closed then, or because it is night. */
export interface InstallTime {
  readonly fromMs: number
  readonly because: 'closed' | 'night'
}

/**
 * The instant from which an update may be installed: `nowMs` itself where it may now. Every store must be closed then, and stay so for
 * a quarter of an hour. A store without hours, or without a pause in eight days, counts as open but for 03:00 to 05:00 of
 * its own clock. Stores whose pauses never meet have the first one's.
 */
export function installableFrom(stores: readonly StoreHours[], machineZone: string, nowMs: number): InstallTime {
  const shown = stores.length === 0 ? [{ timeZone: machineZone, hours: null }] : stores
  const toMs = nowMs + 8 * DAY_MS
  const busy = shown.map((store) => busyOf(store, nowMs, toMs))
  const together = firstPause(joined(busy.flatMap(({ spans }) => spans)), nowMs, toMs)
  const alone = firstPause(busy[0]?.spans ?? [], nowMs, toMs)
  const because = busy.every(({ isNight }) => !isNight) ? 'closed' : 'night'
  return { fromMs: together ?? alone ?? nowMs, because }
}

function busyOf(
  { hours, timeZone }: StoreHours,
  fromMs: number,
  toMs: number
): { readonly spans: readonly OpenSpan[]; readonly isNight: boolean } {
  const said = hours === null ? null : joined(openSpansIn(hours, timeZone, fromMs, toMs))
  if (said !== null && firstPause(said, fromMs, toMs) !== null) return { spans: said, isNight: false }
  return { spans: joined(openSpansIn(QUIET_NIGHT, timeZone, fromMs, toMs)), isNight: true }
}

/** In order, with the quarter of an hour before each, those that touch made one. */
function joined(spans: readonly OpenSpan[]): readonly OpenSpan[] {
  const sorted = [...spans].sort((a, b) => a.fromMs - b.fromMs)
  const whole: OpenSpan[] = []
  for (const span of sorted) {
    const before = whole.at(-1)
    if (before !== undefined && span.fromMs - BEFORE_OPENING_MS - SHORTEST_MS < before.toMs)
      whole[whole.length - 1] = { fromMs: before.fromMs, toMs: Math.max(before.toMs, span.toMs) }
    else whole.push(span)
  }
  return whole
}

function firstPause(spans: readonly OpenSpan[], nowMs: number, toMs: number): number | null {
  const busy = spans.find(({ fromMs, toMs: endMs }) => fromMs - BEFORE_OPENING_MS <= nowMs && nowMs < endMs)
  const fromMs = busy === undefined ? nowMs : busy.toMs
  return fromMs < toMs ? fromMs : null
}
