/**
 * Windows on and around the days on which clocks change, as instants worked out by hand from the zones' published rules.
 * Days are in the years 2024 and 2025, which every zone database in use has alike.
 */
export interface DaylightSavingVector {
  readonly name: string
  readonly zone: string
  readonly startTime: string
  readonly endTime: string
  /** A window that ends on the next day. */
  readonly overMidnight?: true
  readonly from: string
  readonly to: string
  readonly spans: readonly string[]
}

const midnightTo = (date: string, nextDate: string, offsetAtStart: string, offsetAtEnd: string) => ({
  from: `${date}T00:00:00${offsetAtStart}`,
  to: `${nextDate}T00:00:00${offsetAtEnd}`
})
const TORONTO_SPRING = midnightTo('2025-03-09', '2025-03-10', '-05:00', '-04:00')
const TORONTO_AUTUMN = midnightTo('2025-11-02', '2025-11-03', '-04:00', '-05:00')
const VANCOUVER_SPRING = midnightTo('2025-03-09', '2025-03-10', '-08:00', '-07:00')
const VANCOUVER_AUTUMN = midnightTo('2025-11-02', '2025-11-03', '-07:00', '-08:00')
const REGINA_SPRING = midnightTo('2025-03-09', '2025-03-10', '-06:00', '-06:00')
const REGINA_AUTUMN = midnightTo('2025-11-02', '2025-11-03', '-06:00', '-06:00')
/** 02:00 becomes 02:30 on 2025-10-05, and 02:00 becomes 01:30 on 2025-04-06. */
const LORD_HOWE_SPRING = midnightTo('2025-10-05', '2025-10-06', '+10:30', '+11:00')
const LORD_HOWE_AUTUMN = midnightTo('2025-04-06', '2025-04-07', '+11:00', '+10:30')
/** 01:00 becomes 02:00 on 2025-03-30, and 02:00 becomes 01:00 on 2025-10-26. */
const LONDON_SPRING = midnightTo('2025-03-30', '2025-03-31', '+00:00', '+01:00')
const LONDON_AUTUMN = midnightTo('2025-10-26', '2025-10-27', '+01:00', '+00:00')

const vector = (
  zone: string,
  change: string,
  startTime: string,
  endTime: string,
  day: { readonly from: string; readonly to: string },
  spans: readonly string[]
): DaylightSavingVector => ({
  name: `${zone}, ${change}: ${startTime}-${endTime}`,
  zone,
  startTime,
  endTime,
  ...day,
  spans
})

const nightVector = (...given: Parameters<typeof vector>): DaylightSavingVector => ({
  ...vector(...given),
  overMidnight: true
})

export const DAYLIGHT_SAVING_VECTORS: readonly DaylightSavingVector[] = [
  vector('America/Toronto', 'spring', '01:30', '02:30', TORONTO_SPRING, ['2025-03-09T06:30Z/2025-03-09T07:00Z']),
  vector('America/Toronto', 'spring', '02:30', '03:30', TORONTO_SPRING, ['2025-03-09T07:00Z/2025-03-09T07:30Z']),
  vector('America/Toronto', 'spring', '02:00', '03:00', TORONTO_SPRING, []),
  vector('America/Toronto', 'spring', '03:00', '04:00', TORONTO_SPRING, ['2025-03-09T07:00Z/2025-03-09T08:00Z']),
  vector('America/Toronto', 'spring', '00:00', '23:00', TORONTO_SPRING, ['2025-03-09T05:00Z/2025-03-10T03:00Z']),
  vector('America/Toronto', 'autumn', '01:30', '01:45', TORONTO_AUTUMN, [
    '2025-11-02T05:30Z/2025-11-02T05:45Z',
    '2025-11-02T06:30Z/2025-11-02T06:45Z'
  ]),
  vector('America/Toronto', 'autumn', '01:00', '02:00', TORONTO_AUTUMN, ['2025-11-02T05:00Z/2025-11-02T07:00Z']),
  vector('America/Toronto', 'autumn', '00:30', '01:00', TORONTO_AUTUMN, ['2025-11-02T04:30Z/2025-11-02T05:00Z']),
  nightVector('America/Toronto', 'spring', '22:00', '04:00', TORONTO_SPRING, [
    '?/2025-03-09T08:00Z',
    '2025-03-10T02:00Z/?'
  ]),
  nightVector('America/Toronto', 'autumn', '23:30', '01:15', TORONTO_AUTUMN, [
    '?/2025-11-02T05:15Z',
    '2025-11-02T06:00Z/2025-11-02T06:15Z',
    '2025-11-03T04:30Z/?'
  ]),
  vector('America/Vancouver', 'spring', '01:30', '02:30', VANCOUVER_SPRING, ['2025-03-09T09:30Z/2025-03-09T10:00Z']),
  vector('America/Vancouver', 'spring', '02:30', '03:30', VANCOUVER_SPRING, ['2025-03-09T10:00Z/2025-03-09T10:30Z']),
  vector('America/Vancouver', 'autumn', '00:30', '01:45', VANCOUVER_AUTUMN, [
    '2025-11-02T07:30Z/2025-11-02T08:45Z',
    '2025-11-02T09:00Z/2025-11-02T09:45Z'
  ]),
  nightVector('America/Vancouver', 'autumn', '22:00', '02:00', VANCOUVER_AUTUMN, [
    '?/2025-11-02T10:00Z',
    '2025-11-03T06:00Z/?'
  ]),
  vector('America/Regina', 'spring elsewhere', '01:30', '02:30', REGINA_SPRING, [
    '2025-03-09T07:30Z/2025-03-09T08:30Z'
  ]),
  vector('America/Regina', 'autumn elsewhere', '01:30', '01:45', REGINA_AUTUMN, [
    '2025-11-02T07:30Z/2025-11-02T07:45Z'
  ]),
  nightVector('America/Regina', 'autumn elsewhere', '22:00', '02:30', REGINA_AUTUMN, [
    '?/2025-11-02T08:30Z',
    '2025-11-03T04:00Z/?'
  ]),
  vector('Australia/Lord_Howe', 'spring', '01:45', '02:15', LORD_HOWE_SPRING, ['2025-10-04T15:15Z/2025-10-04T15:30Z']),
  vector('Australia/Lord_Howe', 'spring', '02:15', '03:00', LORD_HOWE_SPRING, ['2025-10-04T15:30Z/2025-10-04T16:00Z']),
  vector('Australia/Lord_Howe', 'spring', '02:00', '02:30', LORD_HOWE_SPRING, []),
  vector('Australia/Lord_Howe', 'autumn', '01:40', '01:50', LORD_HOWE_AUTUMN, [
    '2025-04-05T14:40Z/2025-04-05T14:50Z',
    '2025-04-05T15:10Z/2025-04-05T15:20Z'
  ]),
  vector('Australia/Lord_Howe', 'autumn', '01:15', '01:45', LORD_HOWE_AUTUMN, [
    '2025-04-05T14:15Z/2025-04-05T14:45Z',
    '2025-04-05T15:00Z/2025-04-05T15:15Z'
  ]),
  nightVector('Australia/Lord_Howe', 'autumn', '23:00', '01:35', LORD_HOWE_AUTUMN, [
    '?/2025-04-05T14:35Z',
    '2025-04-05T15:00Z/2025-04-05T15:05Z',
    '2025-04-06T12:30Z/?'
  ]),
  vector('Europe/London', 'spring', '00:30', '01:30', LONDON_SPRING, ['2025-03-30T00:30Z/2025-03-30T01:00Z']),
  vector('Europe/London', 'autumn', '01:30', '01:45', LONDON_AUTUMN, [
    '2025-10-26T00:30Z/2025-10-26T00:45Z',
    '2025-10-26T01:30Z/2025-10-26T01:45Z'
  ])
]
