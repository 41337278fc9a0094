import type { ManagerLanguage } from '../settings/manager-language.ts'

const SECOND_MS = 1000
const MINUTE_MS = 60 * SECOND_MS
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const JUST_NOW: Readonly<Record<ManagerLanguage, string>> = { en: 'just now', fr: 'à l’instant', es: 'ahora mismo' }

/** "2 minutes ago"; a few seconds, and what a clock that was set back makes of the future, are just now. */
export function agoWordsOf(ageMs: number, tag: string, language: ManagerLanguage): string {
  if (ageMs < 10 * SECOND_MS) return JUST_NOW[language]
  const format = new Intl.RelativeTimeFormat(tag, { numeric: 'always' })
  if (ageMs < MINUTE_MS) return format.format(-Math.floor(ageMs / SECOND_MS), 'second')
  if (ageMs < HOUR_MS) return format.format(-Math.floor(ageMs / MINUTE_MS), 'minute')
  if (ageMs < 2 * DAY_MS) return format.format(-Math.floor(ageMs / HOUR_MS), 'hour')
  return format.format(-Math.floor(ageMs / DAY_MS), 'day')
}

/** "0.4 s", "12 s", "3 min 5 s", "2 h 10 min", "5 days 3 h": two units at most. */
export function durationWordsOf(durationMs: number, tag: string): string {
  const ms = Math.max(0, durationMs)
  const of = (amount: number, unit: 'second' | 'minute' | 'hour' | 'day', digits = 0): string =>
    new Intl.NumberFormat(tag, { style: 'unit', unit, unitDisplay: 'short', maximumFractionDigits: digits }).format(
      amount
    )
  const whole = (unitMs: number): number => Math.floor(ms / unitMs)
  const pair = (first: string, rest: number, second: string): string => (rest === 0 ? first : `${first} ${second}`)
  if (ms < 10 * SECOND_MS) return of(ms / SECOND_MS, 'second', 1)
  if (ms < MINUTE_MS) return of(whole(SECOND_MS), 'second')
  if (ms < HOUR_MS)
    return pair(of(whole(MINUTE_MS), 'minute'), whole(SECOND_MS) % 60, of(whole(SECOND_MS) % 60, 'second'))
  if (ms < DAY_MS) return pair(of(whole(HOUR_MS), 'hour'), whole(MINUTE_MS) % 60, of(whole(MINUTE_MS) % 60, 'minute'))
  return pair(of(whole(DAY_MS), 'day'), whole(HOUR_MS) % 24, of(whole(HOUR_MS) % 24, 'hour'))
}

const SIZES = [
  [1e12, 'terabyte'],
  [1e9, 'gigabyte'],
  [1e6, 'megabyte'],
  [1e3, 'kilobyte']
] as const

/** "12.4 GB", by powers of ten as disks are sold. */
export function sizeWordsOf(bytes: number, tag: string): string {
  const [unitBytes, unit] = SIZES.find(([least]) => bytes >= least) ?? [1, 'byte' as const]
  const format = new Intl.NumberFormat(tag, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: bytes >= 100 * unitBytes ? 0 : 1
  })
  return format.format(bytes / unitBytes)
}
