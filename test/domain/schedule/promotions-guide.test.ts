import { describe, expect, it } from 'vitest'
import { parseSchedule, scheduleSummaryOf } from '../../../src/domain/schedule/parse-schedule.ts'
import { isActive, spansOf, stateOf } from './event-text.ts'

const DAILY =
  'BEGIN:VEVENT\r\nUID:a2875ac9-4b56-42c0-b2ac-28406b092f0a\r\nSEQUENCE:0\r\nDTSTAMP:20240916T185552Z\r\nDTSTART:20240916T180000\r\nDTEND:20240916T200000\r\nRRULE:FREQ=DAILY;UNTIL=20300916T200000\r\nSUMMARY:18a509c5-82fa-4b97-83ee-c20037d26e5b\r\nEND:VEVENT\r\n'

const DAILY_AS_PRINTED = `BEGIN:VEVENT
UID: a2875ac9-4b56-42c0-b2ac-28406b092f0a
SEQUENCE:0
DTSTAMP:20240916T185552Z
DTSTART:20240916T180000
DTEND:20240916T200000
RRULE:FREQ=DAILY;UNTIL=20300916T200000
SUMMARY:18a509c5-82fa-4b97-83ee-c20037d26e5b
END:VEVENT`

const WEEKLY = `BEGIN:VEVENT
UID:d5c79244-d455-4b72-8127-385633df205c
SEQUENCE:0
DTSTAMP:20240909T175013Z
DTSTART:20240806T000000
DTEND:20240806T235959
RRULE:FREQ=WEEKLY;UNTIL=20310802T235959;BYDAY=TU,TH
SUMMARY:1b3c14eb-1f89-4c2c-b2f2-d2d9af8743f7
END:VEVENT`

function read(text: string) {
  const parsed = parseSchedule(text)
  if (!parsed.ok) throw new Error(parsed.reason)
  return parsed.schedule
}

describe('Promotions guide, iCalendar: the daily example', () => {
  const zone = 'America/Regina'
  const schedule = read(DAILY)

  it('starts at 18:00:00 on 2024-09-16', () => {
    expect(stateOf(schedule, zone, '2024-09-16T23:59:59Z')).toBe('off until 2024-09-17T00:00Z')
    expect(isActive(schedule, zone, '2024-09-15T00:30:00Z')).toBe(false)
  })

  it('ends at 20:00:00', () => {
    expect(stateOf(schedule, zone, '2024-09-17T00:00:00Z')).toBe('active until 2024-09-17T02:00Z')
    expect(isActive(schedule, zone, '2024-09-17T02:00:00Z')).toBe(false)
  })

  it('repeats daily until 2030-09-16', () => {
    expect(spansOf(schedule, zone, '2030-09-15T00:00:00-06:00', '2030-10-20T00:00:00-06:00')).toEqual([
      '2030-09-16T00:00Z/2030-09-16T02:00Z',
      '2030-09-17T00:00Z/2030-09-17T02:00Z'
    ])
    expect(stateOf(schedule, zone, '2030-09-17T02:00:00Z')).toBe('off until further notice')
  })

  it('is not moved by DTSTAMP, which has no relation to the active time', () => {
    const other = read(DAILY.replace('DTSTAMP:20240916T185552Z', 'DTSTAMP:20200101T000000Z'))
    expect(stateOf(other, zone, '2024-09-16T23:59:59Z')).toBe(stateOf(schedule, zone, '2024-09-16T23:59:59Z'))
  })

  it('reads the same as printed in the guide, with LF and a space after the colon', () => {
    const printed = read(DAILY_AS_PRINTED)
    for (const at of ['2024-09-17T00:00:00Z', '2027-01-01T12:00:00Z', '2030-09-17T02:00:00Z']) {
      expect(stateOf(printed, zone, at)).toBe(stateOf(schedule, zone, at))
    }
  })

  it('has the promotion as its SUMMARY', () => {
    expect(scheduleSummaryOf(schedule)).toBe('18a509c5-82fa-4b97-83ee-c20037d26e5b')
    expect(scheduleSummaryOf(read(DAILY.replace('SUMMARY:18a509c5', 'SUMMARY:  18A509C5')))).toBe(
      '18a509c5-82fa-4b97-83ee-c20037d26e5b'
    )
    expect(scheduleSummaryOf(read(DAILY.replace(/SUMMARY.*\r\n/, '')))).toBeNull()
  })
})

describe('Promotions guide, iCalendar: the weekly example', () => {
  const zone = 'America/Toronto'
  const schedule = read(WEEKLY)

  it('begins on 2024-08-06 at 00:00:00 and runs all day', () => {
    expect(stateOf(schedule, zone, '2024-08-05T12:00:00Z')).toBe('off until 2024-08-06T04:00Z')
    expect(stateOf(schedule, zone, '2024-08-06T04:00:00Z')).toBe('active until 2024-08-07T04:00Z')
    expect(isActive(schedule, zone, '2024-08-07T03:59:59.999Z')).toBe(true)
  })

  it('repeats every Tuesday and Thursday', () => {
    expect(spansOf(schedule, zone, '2026-06-01T00:00:00-04:00', '2026-06-15T00:00:00-04:00')).toEqual([
      '2026-06-02T04:00Z/2026-06-03T04:00Z',
      '2026-06-04T04:00Z/2026-06-05T04:00Z',
      '2026-06-09T04:00Z/2026-06-10T04:00Z',
      '2026-06-11T04:00Z/2026-06-12T04:00Z'
    ])
  })

  it('ends with the last Thursday before 2031-08-02 at 23:59:59', () => {
    expect(stateOf(schedule, zone, '2031-07-31T12:00:00Z')).toBe('active until 2031-08-01T04:00Z')
    expect(stateOf(schedule, zone, '2031-08-01T04:00:00Z')).toBe('off until further notice')
  })
})
