import { parseSchedule } from '../../../src/domain/schedule/parse-schedule.ts'
import { activeIntervalsOf, promotionStateAt } from '../../../src/domain/schedule/promotion-state-at.ts'
import type { Schedule } from '../../../src/domain/schedule/schedule.ts'

/** A bare VEVENT as Cova sends it, of the given lines. */
export function eventOf(...lines: readonly string[]): string {
  return ['BEGIN:VEVENT', ...lines, 'END:VEVENT', ''].join('\r\n')
}

export function scheduleOf(...lines: readonly string[]): Schedule {
  const parsed = parseSchedule(eventOf(...lines))
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.schedule
}

export function reasonOf(text: string): string {
  const parsed = parseSchedule(text)
  if (parsed.ok) throw new Error('the schedule was read')
  return parsed.reason
}

/** "active until 2024-...Z" and the like: a state in words, so that a test reads as the rule. */
export function stateOf(schedule: Schedule, timeZone: string | null, at: string): string {
  const { active, changesAtMs } = promotionStateAt(schedule, timeZone, Date.parse(at))
  return `${active ? 'active' : 'off'} until ${changesAtMs === null ? 'further notice' : instantText(changesAtMs)}`
}

export function isActive(schedule: Schedule, timeZone: string | null, at: string): boolean {
  return promotionStateAt(schedule, timeZone, Date.parse(at)).active
}

/** Spans as "from/to", "?" where one lies outside the range. */
export function spansOf(schedule: Schedule, timeZone: string | null, from: string, to: string): readonly string[] {
  return activeIntervalsOf(schedule, timeZone, Date.parse(from), Date.parse(to)).map(
    ({ startsAtMs, endsAtMs }) => `${textOrUnknown(startsAtMs)}/${textOrUnknown(endsAtMs)}`
  )
}

function textOrUnknown(instantMs: number | null): string {
  return instantMs === null ? '?' : instantText(instantMs)
}

/** Without the seconds where they are zero. */
function instantText(instantMs: number): string {
  return new Date(instantMs).toISOString().replace('.000Z', 'Z').replace(/:00Z$/, 'Z')
}
