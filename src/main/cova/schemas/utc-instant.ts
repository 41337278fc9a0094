const INSTANT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d{1,9}))?(Z|[+-]\d\d:?\d\d)?$/i
const CACHE_LIMIT = 4096

// Dated sales repeat a handful of instants over thousands of records.
const known = new Map<string, number | null>()

/**
 * Epoch milliseconds of an instant as Cova writes it, or null where it is none. Fractions of any length are cut to
 * milliseconds; a date without a zone, in a field whose name ends in Utc, is UTC (wire, "Dates").
 */
export function utcInstantOf(text: string): number | null {
  const seen = known.get(text)
  if (seen !== undefined) return seen
  const instant = readInstant(text)
  // Only short texts are kept, so that the table stays small whatever is sent.
  if (text.length <= 40) {
    if (known.size >= CACHE_LIMIT) known.clear()
    known.set(text, instant)
  }
  return instant
}

function readInstant(text: string): number | null {
  const parts = INSTANT.exec(text)
  if (parts === null) return null
  const year = Number(parts[1])
  const month = Number(parts[2])
  const day = Number(parts[3])
  const hour = Number(parts[4])
  const minute = Number(parts[5])
  const second = Number(parts[6])
  if (month < 1 || month > 12 || day < 1 || hour > 23 || minute > 59 || second > 59) return null
  if (day > daysOf(year, month)) return null
  const millisecond = Number((parts[7] ?? '').slice(0, 3).padEnd(3, '0'))
  const offset = offsetMinutesOf(parts[8])
  if (offset === null) return null
  return utcOf(year, month, day) + ((hour * 60 + minute - offset) * 60 + second) * 1000 + millisecond
}

function utcOf(year: number, month: number, day: number): number {
  // Date.UTC reads the years 0 to 99 as 1900 to 1999; .NET's least date is in the year 1. 400 years are one cycle.
  return year >= 100 ? Date.UTC(year, month - 1, day) : Date.UTC(year + 400, month - 1, day) - 146_097 * 86_400_000
}

function daysOf(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function offsetMinutesOf(zone: string | undefined): number | null {
  if (zone === undefined || zone === 'Z' || zone === 'z') return 0
  const digits = zone.slice(1).replace(':', '')
  const hours = Number(digits.slice(0, 2))
  const minutes = Number(digits.slice(2))
  if (hours > 14 || minutes > 59) return null
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes)
}
