import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS, dateOfDay, dayOfDate } from './wall-clock.ts'

/** A DATE or DATE-TIME as written: what the clock reads, and whether it was written in UTC. */
export interface WrittenTime {
  readonly wallMs: number
  readonly dateOnly: boolean
  readonly utc: boolean
  /** 0 to 59, for the rule on ends. */
  readonly seconds: number
}

const WRITTEN_TIME = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/i
const WRITTEN_DURATION = /^([+-]?)P(?:(\d{1,6})W|(?:(\d{1,6})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,6})M)?(?:(\d{1,9})S)?)?)$/i

/** Reads "20240916", "20240916T180000" or "20240916T180000Z"; null when it is none of them or names no real time. */
export function parseWrittenTime(text: string): WrittenTime | null {
  const match = WRITTEN_TIME.exec(text)
  if (match === null) return null
  const [year, month, dayOfMonth, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number
  ]
  if (month < 1 || month > 12 || year < 1) return null
  const day = dayOfDate(year, month, dayOfMonth)
  if (dateOfDay(day).dayOfMonth !== dayOfMonth || dateOfDay(day).month !== month) return null
  if (hour > 23 || minute > 59 || second > 60) return null
  // RFC 5545 allows second 60 and has systems without leap seconds read it as 59.
  const seconds = Math.min(second, 59)
  return {
    wallMs: day * DAY_MS + hour * HOUR_MS + minute * MINUTE_MS + seconds * SECOND_MS,
    dateOnly: match[4] === undefined,
    utc: (match[7] ?? '') !== '',
    seconds
  }
}

/** Reads an RFC 5545 DURATION ("PT2H", "P1DT30M", "P2W") to ms of wall-clock time, negative ones too; null if unreadable. */
export function parseDuration(text: string): number | null {
  const match = WRITTEN_DURATION.exec(text)
  if (match === null || /[PT]$/i.test(text)) return null
  const [weeks, days, hours, minutes, seconds] = match.slice(2, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number
  ]
  const lengthMs = (weeks * 7 + days) * DAY_MS + hours * HOUR_MS + minutes * MINUTE_MS + seconds * SECOND_MS
  return match[1] === '-' ? -lengthMs : lengthMs
}
