import { parseSchedule } from '../src/domain/schedule/parse-schedule.ts'
import { promotionStateAt, type ScheduleState } from '../src/domain/schedule/promotion-state-at.ts'
import { RRule } from '../src/domain/schedule/rrule-library.ts'
import type { Schedule } from '../src/domain/schedule/schedule.ts'
import { instantOfWall, wallOfInstant } from '../src/domain/schedule/zone-offsets.ts'

export interface ScheduleBench {
  readonly name: 'schedule'
  /** Ours, in ms for the state and next change of 1,000 promotions. */
  readonly value: number
  readonly unit: string
  /** The same by rrule's `before` and `after`. */
  readonly reference: number
  /** How many times faster ours is. */
  readonly ratio: number
}

const PROMOTIONS = 1000
const ROUNDS = 50
const DAY_MS = 86_400_000
const HORIZON_MS = 60 * DAY_MS
const ZONE = 'America/Toronto'
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
/** Summer in Toronto: no clock changes within the sixty days ahead, so that rrule's answer needs no more than one conversion. */
const NOW_MS = Date.UTC(2026, 5, 1)
const INSTANT_SPREAD_MS = 60 * DAY_MS

interface Promotion {
  readonly schedule: Schedule
  readonly rule: InstanceType<typeof RRule>
  readonly lengthMs: number
}

/**
 * State and next change of 1,000 ten-year daily and weekly promotions as in the Promotions guide, some years into their
 * run, each at an instant of its own and another one each round. The reference asks rrule over floating time, `before` for
 * the window that may be open and `after` for the next; schedules are read beforehand on both sides, answers compared.
 */
export async function benchSchedule(): Promise<readonly ScheduleBench[]> {
  const random = seededRandom(20_260_601)
  const promotions = Array.from({ length: PROMOTIONS }, () => promotionOf(random))
  const instants = Array.from({ length: ROUNDS + 1 }, () =>
    promotions.map(() => NOW_MS + Math.floor(random() * INSTANT_SPREAD_MS))
  )
  const referenceInstants = instants[ROUNDS] as readonly number[]
  const referenceStart = performance.now()
  const expected = promotions.map((promotion, index) => rruleStateAt(promotion, referenceInstants[index] as number))
  const reference = performance.now() - referenceStart

  const answered = promotions.map(({ schedule }, index) =>
    promotionStateAt(schedule, ZONE, referenceInstants[index] as number)
  )
  for (const [index, answer] of answered.entries()) {
    const wanted = expected[index] as ScheduleState
    if (answer.active !== wanted.active || answer.changesAtMs !== wanted.changesAtMs) {
      throw new Error(`schedule bench: ${JSON.stringify(answer)} where rrule says ${JSON.stringify(wanted)}`)
    }
  }

  const rounds: number[] = []
  let activeCount = 0
  for (let round = 0; round < ROUNDS; round += 1) {
    const roundInstants = instants[round] as readonly number[]
    const start = performance.now()
    for (const [index, { schedule }] of promotions.entries()) {
      if (promotionStateAt(schedule, ZONE, roundInstants[index] as number).active) activeCount += 1
    }
    rounds.push(performance.now() - start)
  }
  if (activeCount === 0) throw new Error('schedule bench: no promotion was ever active')
  const value = rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] as number
  return [{ name: 'schedule', value, unit: 'ms per 1000 promotions', reference, ratio: reference / value }]
}

function promotionOf(random: () => number): Promotion {
  const startDay = Date.UTC(2021 + Math.floor(random() * 4), Math.floor(random() * 12), 1 + Math.floor(random() * 28))
  const startMs = startDay + Math.floor(random() * 48) * 30 * 60_000
  const lengthMs = (1 + Math.floor(random() * 16)) * 30 * 60_000
  const untilMs = startDay + 3652 * DAY_MS
  const days = WEEKDAYS.filter(() => random() < 0.4)
  const weekly = random() < 0.5
  const rule =
    `FREQ=${weekly ? 'WEEKLY' : 'DAILY'};UNTIL=${icalTime(untilMs)}` +
    (random() < 0.2 ? ';INTERVAL=2' : '') +
    (weekly && days.length > 0 ? `;BYDAY=${days.join(',')}` : '')
  const parsed = parseSchedule(
    [
      'BEGIN:VEVENT',
      `DTSTART:${icalTime(startMs)}`,
      `DTEND:${icalTime(startMs + lengthMs)}`,
      `RRULE:${rule}`,
      'END:VEVENT'
    ].join('\r\n')
  )
  if (!parsed.ok) throw new Error(`schedule bench: ${parsed.reason}`)
  return {
    schedule: parsed.schedule,
    // Without rrule's cache: a board asks at another instant each time.
    rule: new RRule({ ...RRule.parseString(rule), dtstart: new Date(startMs) }, true),
    lengthMs
  }
}

/** Windows here are shorter than the time between starts, and no clock changes: the start before and the one after tell all. */
function rruleStateAt({ rule, lengthMs }: Promotion, atMs: number): ScheduleState {
  const wallMs = wallOfInstant(ZONE, atMs)
  const before = rule.before(new Date(wallMs), true)
  const active = before !== null && wallMs < before.getTime() + lengthMs
  const after = rule.after(new Date(wallMs), false)
  const changeWallMs = active ? before.getTime() + lengthMs : (after?.getTime() ?? null)
  const changesAtMs = changeWallMs === null ? null : instantOfWall(ZONE, changeWallMs)
  return { active, changesAtMs: changesAtMs !== null && changesAtMs - atMs <= HORIZON_MS ? changesAtMs : null }
}

function icalTime(wallMs: number): string {
  return new Date(wallMs).toISOString().replaceAll(/[-:]|\.\d{3}Z/g, '')
}

/** mulberry32: the same promotions on every machine. */
function seededRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
