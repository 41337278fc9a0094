import type { RecurrenceRule } from './recurrence-rule.ts'
import { RRule, Weekday } from './rrule-library.ts'
import {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  SECOND_MS,
  dateOfDay,
  dayOfDate,
  dayOfWall,
  floorMod,
  weekdayOfDay
} from './wall-clock.ts'

/**
 * The starts of a rule that needs a calendar, one period at a time: a year, a month or a week of a rule of that
 * frequency, a day of a finer one. A period never depends on those before it, so nothing is expanded from DTSTART on.
 */
export interface CalendarStarts {
  readonly periodOf: (wallMs: number) => number
  /** Wall-clock time at which a period begins. */
  readonly periodStart: (period: number) => number
  /** Starts of a period, rising, none before DTSTART; COUNT and UNTIL are not looked at. */
  readonly startsIn: (period: number) => readonly number[]
  /** Rough cost of a period, to bound a walk over many. */
  readonly periodCost: number
}

const NO_STARTS: readonly number[] = []
const LAST_YEAR = 9999
/** Past rrule's last year: each call yields one period and ends. */
const ONE_PERIOD = { years: 10_000, months: 120_000 }
const EVERY_WEEKDAY = [0, 1, 2, 3, 4, 5, 6]
const MOST_YEARS_KEPT = 64

export function calendarStartsOf(rule: RecurrenceRule, startMs: number): CalendarStarts {
  const from = (starts: readonly number[]) =>
    starts[0] !== undefined && starts[0] < startMs ? starts.filter((start) => start >= startMs) : starts
  switch (rule.frequency) {
    case 'YEARLY':
    case 'MONTHLY': {
      const periods = rule.frequency === 'YEARLY' ? YEARS : MONTHS
      const first = periods.periodOf(startMs)
      return {
        ...periods,
        startsIn: (period) => {
          if (period < first || (period - first) % rule.interval !== 0) return NO_STARTS
          return from(expandPeriod(rule, startMs, periods.periodStart(period)))
        },
        periodCost: (rule.frequency === 'YEARLY' ? 800 : 150) + 20 * expectedTimes(rule)
      }
    }
    case 'WEEKLY':
      return weeklyStarts(rule, startMs, from)
    case 'DAILY':
    case 'HOURLY':
    case 'MINUTELY':
    case 'SECONDLY':
      return dailyAndFinerStarts(rule, startMs, from)
  }
}

type Periods = Pick<CalendarStarts, 'periodOf' | 'periodStart'>

const YEARS: Periods = {
  periodOf: (wallMs) => dateOfDay(dayOfWall(wallMs)).year,
  periodStart: (year) => dayOfDate(year, 1, 1) * DAY_MS
}

const MONTHS: Periods = {
  periodOf: (wallMs) => {
    const { year, month } = dateOfDay(dayOfWall(wallMs))
    return year * 12 + month - 1
  },
  periodStart: (period) => dayOfDate(Math.floor(period / 12), floorMod(period, 12) + 1, 1) * DAY_MS
}

/** One year or month through rrule, which reads UTC dates as wall-clock time and never sees a zone. */
function expandPeriod(rule: RecurrenceRule, startMs: number, periodStartMs: number): readonly number[] {
  if (dateOfDay(dayOfWall(periodStartMs)).year > LAST_YEAR) return NO_STARTS
  const yearly = rule.frequency === 'YEARLY'
  const start = dateOfDay(dayOfWall(startMs))
  // What DTSTART implies has to be said, since the period begins on its first day.
  const impliesDay = [rule.byDay, rule.byMonthDay, rule.byYearDay, rule.byWeekNumber].every((part) => part === null)
  const byMonth = rule.byMonth ?? (yearly && impliesDay ? [start.month] : null)
  const byMonthDay = rule.byMonthDay ?? (impliesDay ? [start.dayOfMonth] : null)
  const expansion = new RRule(
    {
      freq: yearly ? RRule.YEARLY : RRule.MONTHLY,
      interval: yearly ? ONE_PERIOD.years : ONE_PERIOD.months,
      dtstart: new Date(periodStartMs),
      wkst: rule.weekStart,
      ...(byMonth !== null && { bymonth: [...byMonth] }),
      ...(byMonthDay !== null && { bymonthday: [...byMonthDay] }),
      ...(rule.byYearDay !== null && { byyearday: [...rule.byYearDay] }),
      ...(rule.byWeekNumber !== null && { byweekno: [...rule.byWeekNumber] }),
      ...(rule.byDay !== null && {
        byweekday: rule.byDay.map((day) => (day.ordinal === 0 ? day.weekday : new Weekday(day.weekday, day.ordinal)))
      }),
      ...(rule.bySetPosition !== null && { bysetpos: [...rule.bySetPosition] }),
      ...timesOf(rule, startMs)
    },
    true
  )
  return expansion
    .all()
    .map((date) => date.getTime())
    .sort((a, b) => a - b)
}

/** Times of day that rrule works out for each day of a period. */
function expectedTimes(rule: RecurrenceRule): number {
  const times = (rule.byHour?.length ?? 1) * (rule.byMinute?.length ?? 1) * (rule.bySecond?.length ?? 1)
  return times * (rule.frequency === 'YEARLY' ? 52 : 5)
}

function timesOf(rule: RecurrenceRule, startMs: number) {
  const timeOfDay = startMs - dayOfWall(startMs) * DAY_MS
  return {
    byhour: [...(rule.byHour ?? [Math.floor(timeOfDay / HOUR_MS)])],
    byminute: [...(rule.byMinute ?? [Math.floor(timeOfDay / MINUTE_MS) % 60])],
    bysecond: [...(rule.bySecond ?? [Math.floor(timeOfDay / SECOND_MS) % 60])]
  }
}

function weeklyStarts(
  rule: RecurrenceRule,
  startMs: number,
  from: (starts: readonly number[]) => readonly number[]
): CalendarStarts {
  const dayMatches = dayFilterOf(rule)
  const weekdays = new Set(rule.byDay?.map((day) => day.weekday) ?? [weekdayOfDay(dayOfWall(startMs))])
  const times = timesOf(rule, startMs)
  // 1970-01-01 is a Thursday: week 0 is the one that holds it.
  const firstDayOf = (week: number) => week * 7 - floorMod(3 - rule.weekStart, 7)
  const periodOf = (wallMs: number) => Math.floor((dayOfWall(wallMs) + floorMod(3 - rule.weekStart, 7)) / 7)
  const first = periodOf(startMs)
  return {
    periodOf,
    periodStart: (week) => firstDayOf(week) * DAY_MS,
    startsIn: (week) => {
      if (week < first || (week - first) % rule.interval !== 0) return NO_STARTS
      const starts: number[] = []
      for (let day = firstDayOf(week); day < firstDayOf(week + 1); day += 1) {
        if (!weekdays.has(weekdayOfDay(day)) || !dayMatches(day)) continue
        for (const hour of times.byhour) {
          for (const minute of times.byminute) {
            for (const second of times.bysecond) starts.push(wallAt(day, hour, minute, second))
          }
        }
      }
      return from(atPositions(starts, rule.bySetPosition))
    },
    periodCost: 7 * times.byhour.length * times.byminute.length * times.bysecond.length
  }
}

const ALL_24 = Array.from({ length: 24 }, (_, hour) => hour)
const ALL_60 = Array.from({ length: 60 }, (_, minute) => minute)

function dailyAndFinerStarts(
  rule: RecurrenceRule,
  startMs: number,
  from: (starts: readonly number[]) => readonly number[]
): CalendarStarts {
  const { frequency, interval, bySetPosition } = rule
  const dayMatches = dayFilterOf(rule)
  const times = timesOf(rule, startMs)
  const hourly = frequency === 'HOURLY'
  const minutely = frequency === 'MINUTELY'
  const secondly = frequency === 'SECONDLY'
  const hours = rule.byHour ?? (frequency === 'DAILY' ? times.byhour : ALL_24)
  const minutes = rule.byMinute ?? (minutely || secondly ? ALL_60 : times.byminute)
  const seconds = rule.bySecond ?? (secondly ? ALL_60 : times.bysecond)
  const isTurn = (wallMs: number, unitMs: number) =>
    (Math.floor(wallMs / unitMs) - Math.floor(startMs / unitMs)) % interval === 0
  const startsOfDay = (day: number) => {
    const starts: number[] = []
    let set: number[] = bySetPosition === null ? starts : []
    // BYSETPOS counts within one turn of the frequency: the day, the hour, the minute or the second.
    const endTurn = () => {
      if (bySetPosition === null) return
      for (const start of atPositions(set, bySetPosition)) starts.push(start)
      set = []
    }
    for (const hour of hours) {
      if (hourly && !isTurn(wallAt(day, hour, 0, 0), HOUR_MS)) continue
      for (const minute of minutes) {
        if (minutely && !isTurn(wallAt(day, hour, minute, 0), MINUTE_MS)) continue
        for (const second of seconds) {
          const start = wallAt(day, hour, minute, second)
          if (secondly && !isTurn(start, SECOND_MS)) continue
          set.push(start)
          if (secondly) endTurn()
        }
        if (minutely) endTurn()
      }
      if (hourly) endTurn()
    }
    endTurn()
    return starts
  }
  const first = dayOfWall(startMs)
  return {
    periodOf: dayOfWall,
    periodStart: (day) => day * DAY_MS,
    startsIn: (day) => {
      if (day < first || !dayMatches(day)) return NO_STARTS
      if (frequency === 'DAILY' && (day - first) % interval !== 0) return NO_STARTS
      return from(startsOfDay(day))
    },
    periodCost: hours.length * minutes.length * seconds.length
  }
}

function wallAt(day: number, hour: number, minute: number, second: number): number {
  return day * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS + second * SECOND_MS
}

function atPositions(set: readonly number[], positions: readonly number[] | null): readonly number[] {
  if (positions === null) return set
  const chosen = new Set(positions.map((position) => (position > 0 ? position - 1 : set.length + position)))
  return set.filter((_, index) => chosen.has(index))
}

/** Which days pass BYMONTH, BYMONTHDAY, BYYEARDAY and BYDAY: rrule says it, once for a year. */
function dayFilterOf(rule: RecurrenceRule): (day: number) => boolean {
  if ([rule.byMonth, rule.byMonthDay, rule.byYearDay, rule.byDay].every((part) => part === null)) return () => true
  const daysByYear = new Map<number, ReadonlySet<number>>()
  return (day) => {
    const { year } = dateOfDay(day)
    let days = daysByYear.get(year)
    if (days === undefined) {
      days = matchingDaysOf(rule, year)
      if (daysByYear.size >= MOST_YEARS_KEPT) daysByYear.clear()
      daysByYear.set(year, days)
    }
    return days.has(day)
  }
}

function matchingDaysOf(rule: RecurrenceRule, year: number): ReadonlySet<number> {
  if (year > LAST_YEAR) return new Set()
  const expansion = new RRule(
    {
      freq: RRule.YEARLY,
      interval: ONE_PERIOD.years,
      dtstart: new Date(YEARS.periodStart(year)),
      // Without a day part rrule would take the first of January for one.
      byweekday: rule.byDay?.map((day) => day.weekday) ?? EVERY_WEEKDAY,
      ...(rule.byMonth !== null && { bymonth: [...rule.byMonth] }),
      ...(rule.byMonthDay !== null && { bymonthday: [...rule.byMonthDay] }),
      ...(rule.byYearDay !== null && { byyearday: [...rule.byYearDay] }),
      byhour: [0],
      byminute: [0],
      bysecond: [0]
    },
    true
  )
  return new Set(expansion.all().map((date) => dayOfWall(date.getTime())))
}

/** A few tenths of a second. */
const MOST_WORK = 2_000_000
const BEYOND_CONCERN_MS = 200 * 366 * DAY_MS

/**
 * The start with which COUNT ends the rule; Infinity when that lies past the calendar, or so many starts ahead that two
 * hundred years do not use them up; null when it comes sooner than that but takes unreasonable work to find (millions of
 * starts).
 */
export function lastCountedStart(starts: CalendarStarts, startMs: number, count: number): number | null {
  const lastPeriod = starts.periodOf(YEARS.periodStart(LAST_YEAR + 1))
  let left = count
  let work = 0
  for (let period = starts.periodOf(startMs); period < lastPeriod; period += 1) {
    const found = starts.startsIn(period)
    if (found.length >= left) return found[left - 1] as number
    left -= found.length
    // A period that is passed over costs next to nothing.
    work += found === NO_STARTS ? 3 : starts.periodCost
    if (work > MOST_WORK) return starts.periodStart(period) > startMs + BEYOND_CONCERN_MS ? Infinity : null
  }
  return Infinity
}
