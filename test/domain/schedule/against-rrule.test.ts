import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { promotionStateAt } from '../../../src/domain/schedule/promotion-state-at.ts'
import { scheduleOf } from './event-text.ts'
import { icalTime, oracleStateAt, transitionsBetween, type OracleSchedule } from './wall-clock-oracle.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const ZONES = [
  'America/Toronto',
  'America/Regina',
  'America/Vancouver',
  'Australia/Lord_Howe',
  'Europe/London',
  'Africa/Casablanca',
  'UTC'
]
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const FIRST_START_MS = Date.UTC(2023, 0, 1)

const zone = fc.constantFrom(...ZONES)
/** To the minute within three years, often on the hours at which clocks change. */
const startMs = fc
  .record({
    day: fc.integer({ min: 0, max: 1095 }),
    minute: fc.oneof(fc.integer({ min: 0, max: 1439 }), fc.constantFrom(0, 60, 90, 105, 120, 150, 180, 1080))
  })
  .map(({ day, minute }) => FIRST_START_MS + day * DAY_MS + minute * MINUTE_MS)
const lengthMs = fc.oneof(
  fc.integer({ min: 1, max: 4 * 24 * 60 }).map((minutes) => minutes * MINUTE_MS),
  fc.constantFrom(15 * MINUTE_MS, HOUR_MS, 2 * HOUR_MS, DAY_MS, 7 * DAY_MS)
)
const byDay = fc.subarray(WEEKDAYS, { minLength: 1 })
const option = <T>(arbitrary: fc.Arbitrary<T>) => fc.option(arbitrary, { nil: null })

const plainRule = fc
  .record({
    frequency: fc.constantFrom('DAILY', 'WEEKLY'),
    // Every seven days on another weekday is never: rrule looks for it until the year 9999.
    interval: option(fc.constantFrom(1, 2, 3, 4, 5, 6, 8, 9)),
    byDay: option(byDay),
    weekStart: option(fc.constantFrom(...WEEKDAYS)),
    end: fc.oneof(
      fc.constant(''),
      fc.integer({ min: 1, max: 200 }).map((count) => `;COUNT=${count}`),
      fc.integer({ min: 0, max: 4 * 365 * 24 }).map((hours) => `;UNTIL=${icalTime(FIRST_START_MS + hours * HOUR_MS)}`)
    )
  })
  .map(
    (rule) =>
      `FREQ=${rule.frequency}` +
      (rule.interval === null ? '' : `;INTERVAL=${rule.interval}`) +
      (rule.byDay === null ? '' : `;BYDAY=${rule.byDay.join(',')}`) +
      (rule.weekStart === null ? '' : `;WKST=${rule.weekStart}`) +
      rule.end
  )

/** What Cova does not write but RFC 5545 allows. */
const calendarRule = fc
  .tuple(
    fc.constantFrom(
      'FREQ=MONTHLY',
      'FREQ=MONTHLY;BYMONTHDAY=1,15,-1',
      'FREQ=MONTHLY;BYDAY=1MO,-1FR',
      'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
      'FREQ=MONTHLY;INTERVAL=3;BYDAY=SU;BYHOUR=9,17',
      'FREQ=YEARLY',
      'FREQ=YEARLY;BYMONTH=4,7;BYDAY=2SA',
      'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
      'FREQ=YEARLY;BYYEARDAY=1,100,-1',
      'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29',
      'FREQ=YEARLY;BYMONTH=11;BYDAY=TH;BYSETPOS=4',
      'FREQ=DAILY;BYMONTH=1,4,7',
      'FREQ=DAILY;INTERVAL=2;BYMONTHDAY=1,2,3,28',
      'FREQ=DAILY;BYHOUR=8,12,20;BYMINUTE=0,30',
      'FREQ=DAILY;BYHOUR=8,12,20;BYSETPOS=-1',
      'FREQ=WEEKLY;BYMONTH=6,12;BYDAY=MO,SA',
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SU;BYHOUR=7,19;WKST=SU',
      'FREQ=HOURLY;INTERVAL=5',
      'FREQ=HOURLY;BYHOUR=9,10,11;BYDAY=SA',
      'FREQ=HOURLY;INTERVAL=3;BYMINUTE=0,20,40;BYSETPOS=2',
      // rrule 2.8.1 skips Fridays of FREQ=MINUTELY;INTERVAL=15;BYHOUR=16;BYDAY=FR: such rules are tested by hand.
      'FREQ=MINUTELY;INTERVAL=90'
    ),
    fc.oneof(
      fc.constant(''),
      fc.integer({ min: 1, max: 60 }).map((count) => `;COUNT=${count}`),
      fc.integer({ min: 0, max: 1500 }).map((days) => `;UNTIL=${icalTime(FIRST_START_MS + days * DAY_MS)}`)
    )
  )
  .map(([rule, end]) => rule + end)

/** Anywhere in the rule's life, near a change of the clock, and near a start. */
function instantsNear(schedule: OracleSchedule, timeZone: string, offsets: readonly number[]): readonly number[] {
  const changes = transitionsBetween(timeZone, FIRST_START_MS, FIRST_START_MS + 5 * 365 * DAY_MS)
  return offsets.flatMap((offset, index) => {
    const change = changes[index % Math.max(1, changes.length)] ?? schedule.startMs
    return [
      schedule.startMs + (offset % (3 * 365)) * DAY_MS + offset * 997,
      change + (offset % 600) * MINUTE_MS,
      schedule.startMs + (offset % 50) * 7 * DAY_MS
    ]
  })
}

const offsets = fc.array(fc.integer({ min: -1000, max: 2_000_000 }), { minLength: 2, maxLength: 2 })

function expectSameAsRrule(rule: string, start: number, length: number, timeZone: string, near: readonly number[]) {
  const oracle: OracleSchedule = { startMs: start, lengthMs: length, rule }
  const schedule = scheduleOf(`DTSTART:${icalTime(start)}`, `DTEND:${icalTime(start + length)}`, `RRULE:${rule}`)
  for (const atMs of instantsNear(oracle, timeZone, near)) {
    const state = promotionStateAt(schedule, timeZone, atMs)
    expect({ atMs, ...state }).toEqual({ atMs, ...oracleStateAt(oracle, timeZone, atMs) })
  }
}

describe('state and next change are what rrule and Temporal say', () => {
  it('for any DAILY or WEEKLY rule', () => {
    fc.assert(fc.property(plainRule, startMs, lengthMs, zone, offsets, expectSameAsRrule), {
      numRuns: 500,
      endOnFailure: true
    })
  })

  it('for rules that Cova does not write', () => {
    fc.assert(
      fc.property(
        calendarRule,
        startMs,
        fc.constantFrom(10 * MINUTE_MS, HOUR_MS, 5 * HOUR_MS, 30 * HOUR_MS),
        zone,
        offsets,
        expectSameAsRrule
      ),
      { numRuns: 150, endOnFailure: true }
    )
  })

  it('answers the same however it was asked before', () => {
    fc.assert(
      fc.property(
        fc.oneof(plainRule, calendarRule),
        startMs,
        lengthMs,
        zone,
        offsets,
        (rule, start, length, timeZone, near) => {
          const lines = [`DTSTART:${icalTime(start)}`, `DTEND:${icalTime(start + length)}`, `RRULE:${rule}`]
          const asked = scheduleOf(...lines)
          const instants = instantsNear({ startMs: start, lengthMs: length, rule }, timeZone, near)
          for (const atMs of instants) promotionStateAt(asked, timeZone, atMs)
          for (const atMs of [...instants].reverse()) {
            expect(promotionStateAt(asked, timeZone, atMs)).toEqual(
              promotionStateAt(scheduleOf(...lines), timeZone, atMs)
            )
          }
        }
      ),
      { numRuns: 60, endOnFailure: true }
    )
  })
})
