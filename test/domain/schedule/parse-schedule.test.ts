import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSchedule } from '../../../src/domain/schedule/parse-schedule.ts'
import { promotionStateAt } from '../../../src/domain/schedule/promotion-state-at.ts'
import { eventOf, isActive, reasonOf, scheduleOf, spansOf, stateOf } from './event-text.ts'

const START = 'DTSTART:20240701T180000'
const END = 'DTEND:20240701T200000'
const ON_AT = '2024-07-02T00:30:00Z'
const REGINA = 'America/Regina'

function readsAsUsual(text: string): boolean {
  const parsed = parseSchedule(text)
  return parsed.ok && isActive(parsed.schedule, REGINA, ON_AT)
}

describe('the text of a schedule', () => {
  it('may come bare or inside a VCALENDAR, with its zone definitions and alarms', () => {
    expect(readsAsUsual(eventOf(START, END))).toBe(true)
    const wrapped = [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VTIMEZONE',
      'TZID:Somewhere',
      'BEGIN:STANDARD',
      'DTSTART:19700101T000000',
      'END:STANDARD',
      'END:VTIMEZONE',
      'BEGIN:VEVENT',
      START,
      'BEGIN:VALARM',
      'DURATION:PT5M',
      'END:VALARM',
      END,
      'END:VEVENT',
      'END:VCALENDAR'
    ]
    expect(readsAsUsual(wrapped.join('\r\n'))).toBe(true)
    expect(readsAsUsual(wrapped.join('\n'))).toBe(true)
  })

  it('may be folded, in any case, and spaced', () => {
    expect(readsAsUsual(eventOf('DTSTART:2024070\r\n 1T180000', 'DTEND:20240701T\r\n\t200000'))).toBe(true)
    expect(readsAsUsual(eventOf('dtstart: 20240701T180000 ', 'DtEnd:  20240701T200000'))).toBe(true)
    expect(readsAsUsual(`\n\n${eventOf(START, '', END, 'RRULE: FREQ=DAILY; COUNT=2;')}\n`)).toBe(true)
  })

  it('may give dates without a time', () => {
    const schedule = scheduleOf('DTSTART;VALUE=DATE:20240701', 'DTEND;VALUE=DATE:20240703')
    expect(stateOf(schedule, REGINA, '2024-07-01T06:00:00Z')).toBe('active until 2024-07-03T06:00Z')
    const oneDay = scheduleOf('DTSTART;VALUE=DATE:20240701', 'RRULE:FREQ=WEEKLY;UNTIL=20240708')
    expect(spansOf(oneDay, REGINA, '2024-07-01T00:00:00Z', '2024-08-01T00:00:00Z')).toEqual([
      '2024-07-01T06:00Z/2024-07-02T06:00Z',
      '2024-07-08T06:00Z/2024-07-09T06:00Z'
    ])
  })

  it('may give DURATION instead of DTEND', () => {
    expect(stateOf(scheduleOf(START, 'DURATION:P1DT2H30M'), REGINA, '2024-07-02T00:00:00Z')).toBe(
      'active until 2024-07-03T02:30Z'
    )
    expect(stateOf(scheduleOf(START, 'DURATION:P1W'), REGINA, '2024-07-02T00:00:00Z')).toBe(
      'active until 2024-07-09T00:00Z'
    )
  })

  it('takes EXDATE out and RDATE in', () => {
    const schedule = scheduleOf(
      START,
      END,
      'RRULE:FREQ=DAILY;COUNT=4',
      'EXDATE:20240702T180000,20240801T000000',
      'EXDATE;VALUE=DATE:20240703',
      'RDATE:20240710T090000,20240702T180000',
      'RDATE;VALUE=PERIOD:20240711T090000/PT30M,20240712T090000/20240712T095959'
    )
    expect(spansOf(schedule, REGINA, '2024-07-01T00:00:00Z', '2024-08-01T00:00:00Z')).toEqual([
      '2024-07-02T00:00Z/2024-07-02T02:00Z',
      '2024-07-05T00:00Z/2024-07-05T02:00Z',
      '2024-07-10T15:00Z/2024-07-10T17:00Z',
      '2024-07-11T15:00Z/2024-07-11T15:30Z',
      '2024-07-12T15:00Z/2024-07-12T16:00Z'
    ])
  })

  it('counts starts that EXDATE takes out among COUNT', () => {
    const schedule = scheduleOf(START, END, 'RRULE:FREQ=DAILY;COUNT=2', 'EXDATE:20240701T180000')
    expect(spansOf(schedule, REGINA, '2024-07-01T00:00:00Z', '2024-08-01T00:00:00Z')).toEqual([
      '2024-07-03T00:00Z/2024-07-03T02:00Z'
    ])
  })

  it('brings an EXDATE with Z to the clock of DTSTART', () => {
    const schedule = scheduleOf(START, END, 'RRULE:FREQ=DAILY', 'EXDATE:20240703T000000Z')
    expect(isActive(schedule, REGINA, '2024-07-03T00:30:00Z')).toBe(false)
    expect(isActive(schedule, 'America/Toronto', '2024-07-02T22:30:00Z')).toBe(true)
  })

  it('is bounded by COUNT and UNTIL together, whichever comes first', () => {
    const rule = (count: number) => scheduleOf(START, END, `RRULE:FREQ=DAILY;COUNT=${count};UNTIL=20240703T180000`)
    const days = (count: number) => spansOf(rule(count), REGINA, '2024-07-01T00:00:00Z', '2024-08-01T00:00:00Z').length
    expect([days(2), days(5)]).toEqual([2, 3])
  })
})

describe('a schedule that cannot be parsed says why', () => {
  const cases: readonly (readonly [string, string])[] = [
    ['', 'The schedule is empty.'],
    [' \r\n ', 'The schedule is empty.'],
    ['see the poster', 'The schedule has a line that cannot be read: "see the poster".'],
    ['SUMMARY:x', 'The schedule has no VEVENT.'],
    [eventOf(START, END) + eventOf(START, END), 'The schedule has 2 VEVENTs where one is expected.'],
    [`BEGIN:VEVENT\n${START}`, 'The schedule breaks off before END:VEVENT.'],
    [`BEGIN:VEVENT\n${START}\nEND:VCALENDAR`, 'The schedule ends "VCALENDAR" where it was not begun.'],
    [eventOf(END), 'The schedule has no DTSTART.'],
    [eventOf(START, START), 'The schedule has 2 DTSTART lines where one is expected.'],
    [eventOf('DTSTART:20241301T180000'), 'The schedule\'s DTSTART "20241301T180000" is not a date or time.'],
    [eventOf('DTSTART:20240230T180000'), 'The schedule\'s DTSTART "20240230T180000" is not a date or time.'],
    [eventOf('DTSTART:'), 'The schedule\'s DTSTART "" is not a date or time.'],
    [eventOf(START, START.replace('START', 'END')), "The schedule's DTEND is not after its DTSTART."],
    [eventOf(START, 'DTEND:20240701T170000'), "The schedule's DTEND is not after its DTSTART."],
    [eventOf(START, 'DURATION:PT0S'), "The schedule's DURATION is not above zero."],
    [eventOf(START, 'DURATION:-PT5M'), "The schedule's DURATION is not above zero."],
    [eventOf(START, 'DURATION:soon'), 'The schedule\'s DURATION "soon" is not a length of time.'],
    [eventOf(START, END, 'DURATION:PT2H'), 'The schedule has both DTEND and DURATION.'],
    [
      eventOf('DTSTART;TZID=Mars/Olympus:20240701T180000'),
      'The schedule\'s DTSTART names an unknown time zone, "Mars/Olympus".'
    ],
    [eventOf(START, END, 'EXRULE:FREQ=DAILY'), 'The schedule has an EXRULE, which RFC 5545 no longer knows.'],
    [eventOf(START, END, 'EXDATE:never'), 'The schedule\'s EXDATE "never" is not a date or time.']
  ]
  it.each(cases)('%j', (text, reason) => {
    expect(reasonOf(text)).toBe(reason)
  })

  const rules: readonly (readonly [string, string])[] = [
    ['COUNT=2', 'FREQ is missing'],
    ['FREQ=DAILY;INTERVAL=0', 'INTERVAL "0" is not a positive whole number in range'],
    ['FREQ=DAILY;COUNT=5x', 'COUNT "5X" is not a positive whole number in range'],
    ['FREQ=DAILY;UNTIL=later', 'UNTIL "LATER" is not a date or time'],
    ['FREQ=DAILY;FREQ=WEEKLY', 'FREQ is given twice'],
    ['FREQ=DAILY;BYMOOD=1', '"BYMOOD=1" is not a part of a rule'],
    ['FREQ=WEEKLY;BYDAY=XX', 'BYDAY "XX" is not a day of the week'],
    ['FREQ=WEEKLY;BYDAY=1MO', 'BYDAY with a number does not go with FREQ=WEEKLY'],
    ['FREQ=WEEKLY;BYMONTHDAY=1', 'BYMONTHDAY does not go with FREQ=WEEKLY'],
    ['FREQ=DAILY;BYYEARDAY=1', 'BYYEARDAY does not go with FREQ=DAILY'],
    ['FREQ=MONTHLY;BYWEEKNO=1', 'BYWEEKNO goes with FREQ=YEARLY only'],
    ['FREQ=YEARLY;BYMONTH=13', 'BYMONTH "13" is out of range'],
    ['FREQ=MONTHLY;BYSETPOS=1', 'BYSETPOS needs another BY part']
  ]
  it.each(rules)('RRULE:%s', (rule, reason) => {
    expect(reasonOf(eventOf(START, END, `RRULE:${rule}`))).toBe(`The schedule's RRULE cannot be read: ${reason}.`)
  })
})

describe('parseSchedule never throws', () => {
  const line = fc.oneof(
    fc.constantFrom(
      'BEGIN:VEVENT',
      'END:VEVENT',
      'BEGIN:VCALENDAR',
      START,
      END,
      'DURATION:PT1H',
      'DTSTART;TZID=Eastern Standard Time:20240701T180000',
      'EXDATE:20240701T180000',
      'RDATE;VALUE=PERIOD:20240701T180000/PT1H',
      'constructor;__proto__=1;VALUE=toString:x'
    ),
    fc
      .tuple(
        fc.constantFrom('FREQ', 'BYDAY', 'COUNT', 'UNTIL', 'INTERVAL', 'BYSETPOS', 'WKST', 'BYHOUR'),
        fc.constantFrom('DAILY', 'YEARLY', 'HOURLY', 'MO,TU', '-1FR', '7', '-1', '20250101', '99999999999', '')
      )
      .map(([part, value]) => `RRULE:FREQ=MONTHLY;${part}=${value}`),
    fc.string()
  )

  it('on any string', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(line, { maxLength: 12 }).map((lines) => lines.join('\r\n'))
        ),
        (text) => {
          expect(parseSchedule(text)).toHaveProperty('ok')
        }
      ),
      { numRuns: 1500 }
    )
  })

  it('on any lines of an event; what it reads can be asked', () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 4 }), (lines) => {
        const parsed = parseSchedule(eventOf(START, ...lines))
        if (parsed.ok) expect(promotionStateAt(parsed.schedule, REGINA, Date.parse(ON_AT))).toHaveProperty('active')
        else expect(parsed.reason).toMatch(/^The schedule.*\.$/s)
      }),
      { numRuns: 1500 }
    )
  })
})
