import { Temporal } from 'temporal-polyfill'
import type { Currency } from '../../shared/board-snapshot.ts'
import type { MoneyText } from '../../shared/board-view.ts'
import { type BoardWords, type Moment, wordsOf } from './words.ts'

/** Money, numbers and times in the words of one location. Amounts come as decimal strings and never become floats. */
export interface LocationFormat {
  readonly language: string
  readonly words: BoardWords
  readonly money: (amount: string) => MoneyText
  readonly plainMoney: (amount: string) => string
  /** The same with every digit that follows the cents: "24.285". */
  readonly exactMoney: (amount: string) => string
  readonly number: (value: string) => string
  readonly percent: (rate: string) => string
  /** An amount of THC or CBD ("22.5–26%") as the language writes its decimals and its per cent. */
  readonly content: (text: string) => string
  readonly list: (parts: readonly string[]) => string
  /** "4:18 pm"; null where the location's zone is unknown. */
  readonly time: (atMs: number) => string | null
  /** "9 pm", "21 h": the same, shorter on the hour. */
  readonly hour: (atMs: number) => string | null
  /** The same in a sentence, with the day when that is not the day of `nowMs`. */
  readonly timeSince: (atMs: number, nowMs: number) => Moment | null
  /** "until 9 pm" today, a weekday within six days, else null. */
  readonly until: (endsAtMs: number, nowMs: number) => string | null
  /** First instant of the location's next day: texts that name a day change then. */
  readonly nextDayMs: (atMs: number) => number | null
}

const formats = new Map<string, LocationFormat>()

/** The language of a store's board where none is set: English as its country writes it. */
export function languageOf(currency: Currency, language: string | null): string {
  if (language !== null) return language
  switch (currency) {
    case 'CAD':
      return 'en-CA'
    case 'USD':
      return 'en-US'
  }
}

/** Formats for a language, currency and zone; kept, because Intl objects are slow to make. */
export function locationFormatOf(language: string, currency: Currency, timeZone: string | null): LocationFormat {
  const key = `${language} ${currency} ${timeZone}`
  let format = formats.get(key)
  if (format === undefined) {
    format = createLocationFormat(language, currency, timeZone)
    formats.set(key, format)
  }
  return format
}

function createLocationFormat(language: string, currency: Currency, timeZone: string | null): LocationFormat {
  const words = wordsOf(language)
  const moneyFormat = new Intl.NumberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
  const plainFormat = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const exactFormat = new Intl.NumberFormat(language, { minimumFractionDigits: 2, maximumFractionDigits: 20 })
  const numberFormat = new Intl.NumberFormat(language, { maximumFractionDigits: 6 })
  const percentFormat = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 4 })
  const decimalPoint = partOf(numberFormat.formatToParts(1.5), 'decimal')
  const percentSign = /^0(.*%)$/.exec(percentFormat.format(0))?.[1] ?? '%'
  const listFormat = new Intl.ListFormat(language, { type: 'conjunction' })
  const moneyTexts = new Map<string, MoneyText>()
  const zonedOf = (atMs: number): Temporal.ZonedDateTime | null =>
    timeZone === null ? null : Temporal.Instant.fromEpochMilliseconds(atMs).toZonedDateTimeISO(timeZone)

  const money = (amount: string): MoneyText => {
    let text = moneyTexts.get(amount)
    if (text === undefined) {
      text = moneyTextFromParts(moneyFormat.formatToParts(amount as Intl.StringNumericLiteral))
      if (moneyTexts.size > 20_000) moneyTexts.clear()
      moneyTexts.set(amount, text)
    }
    return text
  }
  const time = (atMs: number): string | null => {
    const zoned = zonedOf(atMs)
    return zoned === null ? null : timeTextOf(zoned, language)
  }
  const weekdayOf = (zoned: Temporal.ZonedDateTime): string =>
    zoned.toPlainDate().toLocaleString(language, { weekday: 'long' })

  return {
    language,
    words,
    money,
    plainMoney: (amount) => plainFormat.format(amount as Intl.StringNumericLiteral),
    exactMoney: (amount) => exactFormat.format(amount as Intl.StringNumericLiteral),
    number: (value) => numberFormat.format(value as Intl.StringNumericLiteral),
    percent: (rate) => percentFormat.format(rate as Intl.StringNumericLiteral),
    content: (text) => text.replaceAll(/(?<=\d)\.(?=\d)/g, decimalPoint).replace('%', percentSign),
    list: (parts) => listFormat.format(parts),
    time,
    hour: (atMs) => {
      const zoned = zonedOf(atMs)
      return zoned === null ? null : untilTimeTextOf(zoned, language)
    },
    timeSince: (atMs, nowMs) => {
      const zoned = zonedOf(atMs)
      const now = zonedOf(nowMs)
      if (zoned === null || now === null) return null
      const clock = timeTextOf(zoned, language)
      if (zoned.toPlainDate().equals(now.toPlainDate())) return { day: null, time: clock }
      const day = zoned.toPlainDate().toLocaleString(language, { month: 'short', day: 'numeric' })
      return { day, time: clock }
    },
    until: (endsAtMs, nowMs) => {
      // The last moment it still holds names the day: an end at midnight belongs to the day before.
      const last = zonedOf(endsAtMs - 1)
      const end = zonedOf(endsAtMs)
      const now = zonedOf(nowMs)
      if (last === null || end === null || now === null) return null
      const days = now.toPlainDate().until(last.toPlainDate()).days
      if (days <= 0) return isMidnight(end) ? words.untilMidnight : words.untilTime(untilTimeTextOf(end, language))
      return days <= 6 ? words.untilDay(weekdayOf(last)) : null
    },
    nextDayMs: (atMs) => {
      const zoned = zonedOf(atMs)
      return zoned === null
        ? null
        : zoned.toPlainDate().add({ days: 1 }).toZonedDateTime(zoned.timeZoneId).epochMilliseconds
    }
  }
}

function isMidnight(zoned: Temporal.ZonedDateTime): boolean {
  return zoned.hour === 0 && zoned.minute === 0 && zoned.second === 0
}

function moneyTextFromParts(parts: readonly Intl.NumberFormatPart[]): MoneyText {
  const signAt = parts.findIndex(({ type }) => type === 'currency')
  const digits = parts
    .filter(({ type }) => type !== 'currency' && type !== 'literal')
    .map(({ value }) => value)
    .join('')
  const firstDigitAt = parts.findIndex(({ type }) => type === 'integer')
  return { digits, sign: parts[signAt]?.value ?? '', signAfter: signAt > firstDigitAt }
}

/** "4:18 pm" in English, the language's own way elsewhere; "9 h" in French, as "9 h 42". */
function timeTextOf(zoned: Temporal.ZonedDateTime, language: string): string {
  if (!language.startsWith('en'))
    return unbroken(zoned.toPlainTime().toLocaleString(language, { hour: 'numeric', minute: '2-digit' })).replace(
      /(?<=\sh)\s00$/,
      ''
    )
  return `${hourTextOf(zoned)}:${String(zoned.minute).padStart(2, '0')} ${zoned.hour < 12 ? 'am' : 'pm'}`
}

/** Ends of sales are mostly full hours: "9 pm", "21 h", "9 p.m."; with minutes where the hour alone is a bare number. */
function untilTimeTextOf(zoned: Temporal.ZonedDateTime, language: string): string {
  if (zoned.minute !== 0) return timeTextOf(zoned, language)
  if (language.startsWith('en')) return `${hourTextOf(zoned)} ${zoned.hour < 12 ? 'am' : 'pm'}`
  // "9 h" beside "9 h 42": some languages write an hour alone with a zero before it.
  const hour = unbroken(zoned.toPlainTime().toLocaleString(language, { hour: 'numeric' })).replace(/^0(?=\d)/, '')
  return /^\d+$/.test(hour) ? timeTextOf(zoned, language) : hour
}

/** A time is never parted at the end of a line. */
function unbroken(text: string): string {
  return text.replaceAll(' ', '\u00a0')
}

function partOf(parts: readonly Intl.NumberFormatPart[], wanted: Intl.NumberFormatPartTypes): string {
  return parts.find(({ type }) => type === wanted)?.value ?? ''
}

function hourTextOf(zoned: Temporal.ZonedDateTime): string {
  return String(zoned.hour % 12 === 0 ? 12 : zoned.hour % 12)
}
