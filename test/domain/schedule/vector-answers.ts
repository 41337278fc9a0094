import { timeZoneOf } from '../../../src/domain/location/time-zone.ts'
import { promotionStateAt } from '../../../src/domain/schedule/promotion-state-at.ts'
import { DAYLIGHT_SAVING_VECTORS, type DaylightSavingVector } from './daylight-saving-vectors.ts'
import { scheduleOf, spansOf } from './event-text.ts'

/** The daily schedule of a vector, from the year before. */
export function vectorScheduleOf({ startTime, endTime, overMidnight }: DaylightSavingVector) {
  const start = `20240101T${startTime.replace(':', '')}00`
  const end = `202401${overMidnight ? '02' : '01'}T${endTime.replace(':', '')}00`
  return scheduleOf(`DTSTART:${start}`, `DTEND:${end}`, 'RRULE:FREQ=DAILY;UNTIL=20340101T000000')
}

const MORE_RULES = [
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=20',
  'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20280101T000000Z',
  'FREQ=HOURLY;INTERVAL=7;BYDAY=SA,SU'
]

/** Every answer that a host's own time zone might spoil, as one text. */
export function vectorAnswers(): string {
  const spans = DAYLIGHT_SAVING_VECTORS.map((vector) => [
    vector.name,
    spansOf(vectorScheduleOf(vector), vector.zone, vector.from, vector.to)
  ])
  const zones = [...new Set(DAYLIGHT_SAVING_VECTORS.map(({ zone }) => zone))]
  const states = MORE_RULES.flatMap((rule) => {
    const schedule = scheduleOf('DTSTART:20240116T013000', 'DTEND;TZID=Europe/London:20240116T230000', `RRULE:${rule}`)
    return zones.flatMap((zone) =>
      Array.from({ length: 60 }, (_, index) =>
        promotionStateAt(schedule, zone, Date.UTC(2024, 0, 1) + index * 1_000_000_007)
      )
    )
  })
  const mapped = timeZoneOf({ windowsZone: 'Canada Central Standard Time', countryCode: 'CA', override: null })
  return JSON.stringify({ spans, states, mapped })
}
