import { Temporal } from 'temporal-polyfill'
import { RRule } from '../../../src/domain/schedule/rrule-library.ts'

/** A schedule the straightforward way: rrule's own text over wall-clock time, each time converted by Temporal. */
export interface OracleSchedule {
  /** Wall clock as rrule has it: UTC dates. */
  readonly startMs: number
  readonly lengthMs: number
  readonly rule: string
}

const DAY_MS = 86_400_000
export const HORIZON_MS = 60 * DAY_MS

export function oracleStateAt(schedule: OracleSchedule, zone: string, atMs: number) {
  const rule = new RRule({ ...RRule.parseString(schedule.rule), dtstart: new Date(schedule.startMs) }, true)
  const wall = wallMsAt(zone, atMs)
  const starts = rule
    .between(new Date(wall - schedule.lengthMs - 3 * DAY_MS), new Date(wall + HORIZON_MS + 3 * DAY_MS), true)
    .map((date) => date.getTime())
  const isActive = (instantMs: number) => {
    const clock = wallMsAt(zone, instantMs)
    return starts.some((start) => start <= clock && clock < start + schedule.lengthMs)
  }
  const active = isActive(atMs)
  const firstChangeWithin = (reachMs: number) => {
    const candidates = new Set<number>(transitionsBetween(zone, atMs, atMs + reachMs))
    for (const boundary of starts.flatMap((start) => [start, start + schedule.lengthMs])) {
      // A day either way holds every offset there is.
      if (boundary < wall - DAY_MS || boundary > wall + reachMs + DAY_MS) continue
      for (const disambiguation of ['earlier', 'later'] as const) {
        candidates.add(plainOf(boundary).toZonedDateTime(zone, { disambiguation }).epochMilliseconds)
      }
    }
    return [...candidates]
      .sort((a, b) => a - b)
      .find((instant) => instant > atMs && instant <= atMs + reachMs && isActive(instant) !== active)
  }
  // Most changes are near: looking far only when they are not keeps the oracle quick.
  return { active, changesAtMs: firstChangeWithin(3 * DAY_MS) ?? firstChangeWithin(HORIZON_MS) ?? null }
}

/** Instants at which the zone's offset changes, from < instant <= to. */
export function transitionsBetween(zone: string, fromMs: number, toMs: number): readonly number[] {
  const found: number[] = []
  let at = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(zone).getTimeZoneTransition('next')
  while (at !== null && at.epochMilliseconds <= toMs) {
    found.push(at.epochMilliseconds)
    at = at.getTimeZoneTransition('next')
  }
  return found
}

export function wallMsAt(zone: string, instantMs: number): number {
  const clock = Temporal.Instant.fromEpochMilliseconds(instantMs).toZonedDateTimeISO(zone)
  return instantMs + clock.offsetNanoseconds / 1e6
}

function plainOf(wallMs: number): Temporal.PlainDateTime {
  return Temporal.Instant.fromEpochMilliseconds(wallMs).toZonedDateTimeISO('UTC').toPlainDateTime()
}

/** A wall-clock time as iCalendar writes it. */
export function icalTime(wallMs: number): string {
  return new Date(wallMs).toISOString().replaceAll(/[-:]|\.\d{3}Z/g, '')
}
