import { describe, expect, it } from 'vitest'
import { isActive, reasonOf, scheduleOf, spansOf, stateOf, eventOf } from './event-text.ts'

const TORONTO = 'America/Toronto'
const REGINA = 'America/Regina'

describe('Pricing rules, Promotion schedules: whose clock', () => {
  it('takes times without Z or TZID as wall-clock time at the location: one promotion, two instants', () => {
    const schedule = scheduleOf('DTSTART:20240701T180000', 'DTEND:20240701T200000', 'RRULE:FREQ=DAILY')
    expect(stateOf(schedule, TORONTO, '2024-07-10T12:00:00Z')).toBe('off until 2024-07-10T22:00Z')
    expect(stateOf(schedule, REGINA, '2024-07-10T12:00:00Z')).toBe('off until 2024-07-11T00:00Z')
  })

  it('takes times with Z as UTC, wherever the location is', () => {
    const schedule = scheduleOf('DTSTART:20240701T180000Z', 'DTEND:20240701T200000Z', 'RRULE:FREQ=DAILY')
    for (const zone of [TORONTO, REGINA, null]) {
      expect(stateOf(schedule, zone, '2024-11-03T12:00:00Z')).toBe('off until 2024-11-03T18:00Z')
    }
  })

  it('takes times with TZID as the wall clock of that zone', () => {
    const schedule = scheduleOf(
      'DTSTART;TZID=America/Toronto:20240701T180000',
      'DTEND;TZID=America/Toronto:20240701T200000',
      'RRULE:FREQ=DAILY'
    )
    expect(stateOf(schedule, 'America/Vancouver', '2024-07-10T12:00:00Z')).toBe('off until 2024-07-10T22:00Z')
    expect(stateOf(schedule, null, '2024-12-10T12:00:00Z')).toBe('off until 2024-12-10T23:00Z')
  })

  it('takes a Windows zone name as TZID', () => {
    const schedule = scheduleOf(
      'DTSTART;TZID="Eastern Standard Time":20240701T180000',
      'DTEND;TZID="Eastern Standard Time":20240701T200000'
    )
    expect(stateOf(schedule, REGINA, '2024-07-01T12:00:00Z')).toBe('off until 2024-07-01T22:00Z')
  })

  it('brings an UNTIL with Z to the clock of a floating DTSTART', () => {
    // 23:00 UTC on the 3rd is 19:00 in Toronto, and 17:00 in Regina: before that day's start.
    const schedule = scheduleOf(
      'DTSTART:20240701T180000',
      'DTEND:20240701T200000',
      'RRULE:FREQ=DAILY;UNTIL=20240703T230000Z'
    )
    expect(isActive(schedule, TORONTO, '2024-07-03T22:30:00Z')).toBe(true)
    expect(isActive(schedule, TORONTO, '2024-07-04T22:30:00Z')).toBe(false)
    expect(isActive(schedule, REGINA, '2024-07-03T00:30:00Z')).toBe(true)
    expect(isActive(schedule, REGINA, '2024-07-04T00:30:00Z')).toBe(false)
  })

  it('brings a floating UNTIL to the clock of a DTSTART with Z', () => {
    // 14:00 at the location is 18:00 UTC in Toronto and 20:00 UTC in Regina.
    const schedule = scheduleOf(
      'DTSTART:20240701T190000Z',
      'DTEND:20240701T193000Z',
      'RRULE:FREQ=DAILY;UNTIL=20240703T140000'
    )
    expect(isActive(schedule, TORONTO, '2024-07-03T19:00:00Z')).toBe(false)
    expect(isActive(schedule, REGINA, '2024-07-03T19:00:00Z')).toBe(true)
    expect(isActive(schedule, null, '2024-07-02T19:00:00Z')).toBe(false)
  })

  it('brings a DTEND of another clock to that of DTSTART', () => {
    const schedule = scheduleOf('DTSTART:20240701T180000', 'DTEND:20240702T000000Z')
    expect(stateOf(schedule, TORONTO, '2024-07-01T22:00:00Z')).toBe('active until 2024-07-02T00:00Z')
    // In Regina 18:00 is midnight UTC: nothing is left of the window.
    expect(stateOf(schedule, REGINA, '2024-07-02T00:00:00Z')).toBe('off until further notice')
  })

  it('reads a date-only UNTIL as the midnight at which that date starts', () => {
    const evening = scheduleOf('DTSTART:20240701T180000', 'DTEND:20240701T200000', 'RRULE:FREQ=DAILY;UNTIL=20240703')
    expect(isActive(evening, TORONTO, '2024-07-02T22:30:00Z')).toBe(true)
    expect(isActive(evening, TORONTO, '2024-07-03T22:30:00Z')).toBe(false)
    const allDay = scheduleOf('DTSTART:20240701T000000', 'DTEND:20240701T235959', 'RRULE:FREQ=DAILY;UNTIL=20240703')
    expect(isActive(allDay, TORONTO, '2024-07-03T22:30:00Z')).toBe(true)
    expect(isActive(allDay, TORONTO, '2024-07-04T12:30:00Z')).toBe(false)
  })

  it('never runs a floating schedule where the zone of the location is not known', () => {
    const schedule = scheduleOf('DTSTART:20240701T000000', 'DTEND:20240701T235959', 'RRULE:FREQ=DAILY')
    expect(stateOf(schedule, null, '2024-07-10T12:00:00Z')).toBe('off until further notice')
    expect(spansOf(schedule, null, '2024-07-10T12:00:00Z', '2024-07-20T12:00:00Z')).toEqual([])
  })
})

describe('Pricing rules, Promotion schedules: windows', () => {
  it('lasts DTEND - DTSTART and may cross midnight', () => {
    const schedule = scheduleOf('DTSTART:20240701T220000', 'DTEND:20240702T020000', 'RRULE:FREQ=WEEKLY;BYDAY=FR')
    expect(spansOf(schedule, REGINA, '2024-07-05T00:00:00-06:00', '2024-07-13T12:00:00-06:00')).toEqual([
      '2024-07-06T04:00Z/2024-07-06T08:00Z',
      '2024-07-13T04:00Z/2024-07-13T08:00Z'
    ])
  })

  it('lasts in wall-clock time: 22:00-06:00 is 22:00-06:00 on the night the clock changes', () => {
    const schedule = scheduleOf('DTSTART:20240301T220000', 'DTEND:20240302T060000', 'RRULE:FREQ=DAILY')
    expect(stateOf(schedule, TORONTO, '2024-03-10T03:00:00Z')).toBe('active until 2024-03-10T10:00Z')
    expect(stateOf(schedule, TORONTO, '2024-11-03T02:00:00Z')).toBe('active until 2024-11-03T11:00Z')
  })

  it('repeats every INTERVAL days', () => {
    const schedule = scheduleOf('DTSTART:20240701T090000', 'DTEND:20240701T100000', 'RRULE:FREQ=DAILY;INTERVAL=3')
    expect(stateOf(schedule, REGINA, '2024-07-01T16:00:00Z')).toBe('off until 2024-07-04T15:00Z')
  })

  it('repeats every INTERVAL weeks, which begin on WKST', () => {
    // RFC 5545, 3.8.5.3: the same rule with WKST=MO and WKST=SU gives different days.
    const with4 = (weekStart: string) =>
      scheduleOf(
        'DTSTART:19970805T090000',
        'DTEND:19970805T100000',
        `RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=${weekStart}`
      )
    const days = (weekStart: string) =>
      spansOf(with4(weekStart), 'UTC', '1997-08-01T00:00:00Z', '1997-10-01T00:00:00Z').map((span) => span.slice(0, 10))
    expect(days('MO')).toEqual(['1997-08-05', '1997-08-10', '1997-08-19', '1997-08-24'])
    expect(days('SU')).toEqual(['1997-08-05', '1997-08-17', '1997-08-19', '1997-08-31'])
  })

  it('counts starts with COUNT, from the first that the rule yields', () => {
    const schedule = scheduleOf(
      'DTSTART:20240701T090000',
      'DTEND:20240701T100000',
      'RRULE:FREQ=WEEKLY;BYDAY=WE,FR;COUNT=3'
    )
    expect(spansOf(schedule, REGINA, '2024-07-01T00:00:00Z', '2024-08-20T00:00:00Z')).toEqual([
      '2024-07-03T15:00Z/2024-07-03T16:00Z',
      '2024-07-05T15:00Z/2024-07-05T16:00Z',
      '2024-07-10T15:00Z/2024-07-10T16:00Z'
    ])
  })

  it('counts DTSTART only if the rule itself yields it', () => {
    // 2024-07-01 is a Monday.
    const schedule = scheduleOf('DTSTART:20240701T090000', 'DTEND:20240701T100000', 'RRULE:FREQ=WEEKLY;BYDAY=TU')
    expect(isActive(schedule, REGINA, '2024-07-01T15:30:00Z')).toBe(false)
    expect(isActive(schedule, REGINA, '2024-07-02T15:30:00Z')).toBe(true)
  })

  it('evaluates, and does not reject, what else RFC 5545 allows', () => {
    const lastFriday = scheduleOf('DTSTART:20240101T160000', 'DTEND:20240101T180000', 'RRULE:FREQ=MONTHLY;BYDAY=-1FR')
    expect(stateOf(lastFriday, REGINA, '2024-07-10T12:00:00Z')).toBe('off until 2024-07-26T22:00Z')
    const april20 = scheduleOf('DTSTART:20240420T000000', 'DTEND:20240420T235959', 'RRULE:FREQ=YEARLY')
    expect(stateOf(april20, REGINA, '2026-04-01T12:00:00Z')).toBe('off until 2026-04-20T06:00Z')
  })

  it('has one window without RRULE', () => {
    const schedule = scheduleOf('DTSTART:20240701T090000', 'DTEND:20240703T100000')
    expect(spansOf(schedule, REGINA, '2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z')).toEqual([
      '2024-07-01T15:00Z/2024-07-03T16:00Z'
    ])
  })

  it("lasts to the end of the start's day without DTEND", () => {
    const once = scheduleOf('DTSTART:20240701T093000')
    expect(stateOf(once, TORONTO, '2024-07-01T14:00:00Z')).toBe('active until 2024-07-02T04:00Z')
    const daily = scheduleOf('DTSTART:20240701T093000', 'RRULE:FREQ=DAILY')
    expect(stateOf(daily, TORONTO, '2024-11-03T18:00:00Z')).toBe('active until 2024-11-04T05:00Z')
    const twice = scheduleOf('DTSTART:20240701T093000', 'RRULE:FREQ=DAILY;BYHOUR=9,23')
    expect(stateOf(twice, REGINA, '2024-07-02T15:30:00Z')).toBe('active until 2024-07-03T06:00Z')
  })

  it('means the end of that second by an end whose seconds are 59, so that all-day windows leave no gap', () => {
    const schedule = scheduleOf('DTSTART:20240701T000000', 'DTEND:20240701T235959', 'RRULE:FREQ=DAILY;COUNT=3')
    expect(spansOf(schedule, REGINA, '2024-06-01T00:00:00Z', '2024-08-01T00:00:00Z')).toEqual([
      '2024-07-01T06:00Z/2024-07-04T06:00Z'
    ])
    const lengths = scheduleOf('DTSTART:20240701T000000', 'DURATION:PT23H59M59S', 'RRULE:FREQ=DAILY;COUNT=3')
    expect(stateOf(lengths, REGINA, '2024-07-01T06:00:00Z')).toBe('active until 2024-07-04T06:00Z')
  })

  it('leaves an end alone whose seconds are not 59', () => {
    const schedule = scheduleOf('DTSTART:20240701T000000', 'DTEND:20240701T235958')
    expect(stateOf(schedule, REGINA, '2024-07-01T06:00:00Z')).toBe('active until 2024-07-02T05:59:58Z')
  })

  it('bounds starts with UNTIL, inclusive: a window that starts at UNTIL runs to its own end', () => {
    const schedule = scheduleOf(
      'DTSTART:20240701T180000',
      'DTEND:20240701T200000',
      'RRULE:FREQ=DAILY;UNTIL=20240703T180000'
    )
    expect(stateOf(schedule, REGINA, '2024-07-04T00:00:00Z')).toBe('active until 2024-07-04T02:00Z')
    expect(stateOf(schedule, REGINA, '2024-07-04T02:00:00Z')).toBe('off until further notice')
    const oneSecondLess = scheduleOf(
      'DTSTART:20240701T180000',
      'DTEND:20240701T200000',
      'RRULE:FREQ=DAILY;UNTIL=20240703T175959'
    )
    expect(isActive(oneSecondLess, REGINA, '2024-07-04T00:00:00Z')).toBe(false)
  })

  it('is active while start <= clock < end', () => {
    const schedule = scheduleOf('DTSTART:20240701T180000Z', 'DTEND:20240701T200000Z')
    expect(
      ['17:59:59.999', '18:00:00.000', '19:59:59.999', '20:00:00.000'].map((time) =>
        isActive(schedule, null, `2024-07-01T${time}Z`)
      )
    ).toEqual([false, true, true, false])
  })
})

describe('Pricing rules, Promotion schedules: daylight saving', () => {
  const daily = (start: string, end: string) =>
    scheduleOf(`DTSTART:20240101T${start}00`, `DTEND:20240101T${end}00`, 'RRULE:FREQ=DAILY')
  const springDay = ['2024-03-10T00:00:00-05:00', '2024-03-11T00:00:00-04:00'] as const
  const autumnDay = ['2024-11-03T00:00:00-04:00', '2024-11-04T00:00:00-05:00'] as const

  it('ends 01:30-02:30 at the jump from 02:00 to 03:00', () => {
    expect(spansOf(daily('0130', '0230'), TORONTO, ...springDay)).toEqual(['2024-03-10T06:30Z/2024-03-10T07:00Z'])
  })

  it('starts 02:30-03:30 at the jump', () => {
    expect(spansOf(daily('0230', '0330'), TORONTO, ...springDay)).toEqual(['2024-03-10T07:00Z/2024-03-10T07:30Z'])
  })

  it('skips a window that lies inside the hour that does not occur', () => {
    expect(spansOf(daily('0210', '0250'), TORONTO, ...springDay)).toEqual([])
    expect(stateOf(daily('0210', '0250'), TORONTO, '2024-03-10T05:00:00Z')).toBe('off until 2024-03-11T06:10Z')
  })

  it('is active twice for 01:30-01:45 on the day 01:00-02:00 occurs twice', () => {
    expect(spansOf(daily('0130', '0145'), TORONTO, ...autumnDay)).toEqual([
      '2024-11-03T05:30Z/2024-11-03T05:45Z',
      '2024-11-03T06:30Z/2024-11-03T06:45Z'
    ])
  })

  it('goes off and on again for 00:30-01:45', () => {
    expect(spansOf(daily('0030', '0145'), TORONTO, ...autumnDay)).toEqual([
      '2024-11-03T04:30Z/2024-11-03T05:45Z',
      '2024-11-03T06:00Z/2024-11-03T06:45Z'
    ])
  })

  it('goes off and on again for 01:15-02:30, which starts in the repeated hour', () => {
    expect(spansOf(daily('0115', '0230'), TORONTO, ...autumnDay)).toEqual([
      '2024-11-03T05:15Z/2024-11-03T06:00Z',
      '2024-11-03T06:15Z/2024-11-03T07:30Z'
    ])
  })
})

describe('Pricing rules, Promotion schedules: the end of a badge', () => {
  it('runs on over touching and overlapping windows', () => {
    const touching = scheduleOf('DTSTART:20240701T000000', 'DTEND:20240702T000000', 'RRULE:FREQ=WEEKLY;BYDAY=MO,TU,WE')
    expect(stateOf(touching, REGINA, '2024-07-08T12:00:00Z')).toBe('active until 2024-07-11T06:00Z')
    const overlapping = scheduleOf('DTSTART:20240701T120000', 'DTEND:20240703T130000', 'RRULE:FREQ=DAILY;COUNT=5')
    expect(stateOf(overlapping, REGINA, '2024-07-01T18:00:00Z')).toBe('active until 2024-07-07T19:00Z')
  })

  it('is told when it is exactly 60 days off, and null when more', () => {
    const schedule = scheduleOf('DTSTART:20240101T000000Z', 'DTEND:20240301T000000Z')
    // 2024-01-01 to 2024-03-01 are 60 days.
    expect(stateOf(schedule, null, '2024-01-01T00:00:00Z')).toBe('active until 2024-03-01T00:00Z')
    expect(stateOf(schedule, null, '2023-12-31T23:59:59.999Z')).toBe('off until 2024-01-01T00:00Z')
    const longer = scheduleOf('DTSTART:20240101T000000Z', 'DTEND:20240301T000001Z')
    expect(stateOf(longer, null, '2024-01-01T00:00:00Z')).toBe('active until further notice')
    expect(stateOf(longer, null, '2024-01-01T00:00:01Z')).toBe('active until 2024-03-01T00:00:01Z')
    expect(stateOf(schedule, null, '2023-11-02T00:00:00Z')).toBe('off until 2024-01-01T00:00Z')
    expect(stateOf(schedule, null, '2023-11-01T23:59:59.999Z')).toBe('off until further notice')
  })

  it('is null when it never comes', () => {
    const schedule = scheduleOf('DTSTART:20240101T000000', 'DTEND:20240101T235959', 'RRULE:FREQ=DAILY')
    expect(stateOf(schedule, TORONTO, '2024-10-15T12:00:00Z')).toBe('active until further notice')
  })
})

describe('Pricing rules, Promotion schedules: a schedule that cannot be parsed', () => {
  it('says why, for the manager', () => {
    expect(reasonOf(eventOf('DTEND:20240701T200000'))).toBe('The schedule has no DTSTART.')
    expect(reasonOf(eventOf('DTSTART:20240701T180000', 'DTEND:20240701T200000', 'RRULE:FREQ=SOMETIMES'))).toBe(
      'The schedule\'s RRULE cannot be read: FREQ "SOMETIMES" is not a frequency.'
    )
  })
})
