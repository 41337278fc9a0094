/** Wall-clock time as a VEVENT writes it, 20240916T180000. */
export type WallClock = string

export interface VeventPlan {
  /** The promotion's id, which the guide puts into SUMMARY. */
  readonly promotionId: string
  /** The schedule's own id; it has no meaning. */
  readonly uid: string
  readonly createdAtMs: number
  readonly start: WallClock
  readonly end: WallClock
  /** e.g. FREQ=WEEKLY;UNTIL=20310802T235959;BYDAY=TU,TH */
  readonly rule?: string
  /** An IANA zone for both ends; without it they float: the wall clock of whichever location looks at them. */
  readonly zone?: string
}

/** One VEVENT with the lines and the order of the Promotions guide, "iCalendar". */
export function veventOf(plan: VeventPlan): string {
  const zone = plan.zone === undefined ? '' : `;TZID=${plan.zone}`
  const lines = [
    'BEGIN:VEVENT',
    `UID:${plan.uid}`,
    'SEQUENCE:0',
    `DTSTAMP:${utcClockOf(plan.createdAtMs)}`,
    `DTSTART${zone}:${plan.start}`,
    `DTEND${zone}:${plan.end}`,
    ...(plan.rule === undefined ? [] : [`RRULE:${plan.rule}`]),
    `SUMMARY:${plan.promotionId}`,
    'END:VEVENT'
  ]
  return lines.map((line) => `${line}\r\n`).join('')
}

/** 20240916T185552Z. */
export function utcClockOf(ms: number): WallClock {
  return `${new Date(ms).toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`
}

/** What the clock on the wall reads in an IANA zone. */
export function wallClockOf(ms: number, zone: string): WallClock {
  const parts = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit'
  }).formatToParts(ms)
  const read = (type: Intl.DateTimeFormatPartTypes): string => parts.find((part) => part.type === type)?.value ?? ''
  return `${read('year')}${read('month')}${read('day')}T${read('hour')}${read('minute')}${read('second')}`
}

/** The date some days later: ("20240916T180000", 1, "093000") -> "20240917T093000". */
export function dayAfter(clock: WallClock, days: number, time: string): WallClock {
  const date = new Date(
    Date.UTC(Number(clock.slice(0, 4)), Number(clock.slice(4, 6)) - 1, Number(clock.slice(6, 8)) + days)
  )
  return `${date.toISOString().slice(0, 10).replaceAll('-', '')}T${time}`
}

/** The latest date not after `clock` that falls on a weekday, 0 = Sunday. */
export function weekdayBefore(clock: WallClock, weekday: number, time: string): WallClock {
  const today = new Date(`${clock.slice(0, 4)}-${clock.slice(4, 6)}-${clock.slice(6, 8)}T00:00:00Z`).getUTCDay()
  return dayAfter(clock, -((today - weekday + 7) % 7), time)
}
