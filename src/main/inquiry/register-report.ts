import { parse } from 'csv-parse/sync'
import { dateOrdersOf, decimalsOf, instantsOf, reportTimeOf, tellTimes } from '../../domain/parity/report-values.ts'
import { isAboutCustomer, suggestedColumnsOf } from '../../domain/parity/report-columns.ts'
import type { LocationFormat } from '../../domain/display/location-format.ts'
import type { RegisterWords } from '../../domain/parity/register-words.ts'
import type { DateOrder, ImportBegun, RegisterReport, ReportColumns } from '../../shared/manager/register.ts'
import { type Delimiter, delimiterOf } from './report-records.ts'
import { Temporal } from 'temporal-polyfill'

export const MOST_COLUMNS = 200
const LONGEST_HEADER = 200
/** Lines that are looked at to tell how dates and decimals are written. */
const SAMPLE_LINES = 200
const DATE_ORDERS: readonly DateOrder[] = ['ymd', 'mdy', 'dmy']
const SAMPLES_SHOWN = 3
const LONGEST_SAMPLE = 40

export interface ReportHead {
  readonly headers: readonly string[]
  readonly delimiter: Delimiter
  readonly rows: readonly (readonly string[])[]
}

/** The header and first lines of a report, or why it is none. The last line of the piece may be cut and is left out. */
export function reportHeadOf(head: string, words: RegisterWords): ReportHead | string {
  const text = head.replace(/^\uFEFF/, '')
  const lines = text.split(/\r\n|\n|\r/)
  const first = lines.find((line) => line.trim() !== '') ?? ''
  if (first === '' || first.includes('\0') || first.startsWith('PK')) return words.noHeader
  const delimiter = delimiterOf(first)
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines
  const records = parse(`${whole.slice(0, SAMPLE_LINES).join('\n')}\n`, {
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true
  })
  const [header, ...rows] = records
  if (header === undefined) return words.noHeader
  if (header.length > MOST_COLUMNS) return words.tooManyColumns(String(MOST_COLUMNS))
  const headers = namedApart(header.map((name) => name.trim().slice(0, LONGEST_HEADER)))
  const isHeader = headers.length >= 3 && header.filter((name) => /\p{L}/u.test(name)).length >= 3
  return isHeader ? { headers, delimiter, rows } : words.noHeader
}

/** Two columns of one name are told apart by their place. */
function namedApart(names: readonly string[]): readonly string[] {
  const seen = new Map<string, number>()
  return names.map((name, index) => {
    const plain = name === '' ? `Column ${index + 1}` : name
    const count = (seen.get(plain) ?? 0) + 1
    seen.set(plain, count)
    return count === 1 ? plain : `${plain} (${count})`
  })
}

/** What the page is offered to choose from: the remembered mapping where the file has its columns, else a suggestion. */
export function offerOf(
  importId: string,
  { headers, delimiter, rows }: ReportHead,
  remembered: RegisterReport | null,
  format: LocationFormat,
  timeZone: string
): ImportBegun {
  const fits =
    remembered !== null && Object.values(remembered.columns).every((header) => headers.includes(header ?? ''))
  const columns = fits && remembered !== null ? remembered.columns : suggestedColumnsOf(headers)
  const dates = datesOf(columns, headers, rows)
  const tellsTime = dates.length === 0 || tellTimes(dates)
  const orders = dateOrdersOf(dates, true)
  const isRememberedOrder = fits && remembered !== null && orders.includes(remembered.dateOrder)
  const [only] = orders
  return {
    importId,
    delimiter,
    headers: headers.map((header, index) => ({
      header,
      isAboutCustomer: isAboutCustomer(header),
      samples: isAboutCustomer(header) ? [] : samplesOf(rows, index)
    })),
    suggested: columns,
    dateOrder:
      isRememberedOrder && remembered !== null ? remembered.dateOrder : orders.length === 1 ? (only ?? null) : null,
    dateOrders: orders.map((order) => ({ order, example: exampleOf(columns, headers, rows, order, format, timeZone) })),
    suggestedByDay: fits && remembered?.byDay === true && !tellsTime,
    tellsTime,
    decimals: decimalsOfRows(columns, headers, rows, delimiter) ?? (fits ? (remembered?.decimals ?? null) : null),
    isRemembered: fits
  }
}

export type SettledOrder =
  | { readonly kind: 'settled'; readonly order: DateOrder }
  /** Dates without a time of day, and no column for it. */
  | { readonly kind: 'no-time'; readonly text: string }
  | { readonly kind: 'wrong'; readonly text: string }
  | { readonly kind: 'several'; readonly text: string }

/** How the sample's dates are read under a mapping: as asked for, else in the only way that fits. */
export function dateOrderOf(
  { headers, rows }: ReportHead,
  columns: ReportColumns,
  asked: DateOrder | null,
  byDay: boolean
): SettledOrder {
  const dates = datesOf(columns, headers, rows).filter(({ date }) => date.trim() !== '')
  const [first] = dates
  // Without a line there is nothing to tell it by.
  if (first === undefined) return { kind: 'settled', order: asked ?? 'ymd' }
  const text = [first.date, first.time].filter((part) => part !== null).join(' ')
  // Days, or midnights alone: what the board said at the minute cannot be told, and nobody has said that the day will do.
  const isDay = DATE_ORDERS.some((order) => reportTimeOf(first.date, first.time, order, true) !== null)
  if (isDay && !byDay && columns.time === undefined && !tellTimes(dates)) return { kind: 'no-time', text }
  // One bad line of many is that line's fault.
  const fits = DATE_ORDERS.filter((order) =>
    dates.some(({ date, time }) => reportTimeOf(date, time, order, byDay) !== null)
  )
  const whole = dateOrdersOf(dates, byDay)
  if (asked !== null && fits.includes(asked)) return { kind: 'settled', order: asked }
  const [only] = whole
  if (asked === null && whole.length === 1 && only !== undefined) return { kind: 'settled', order: only }
  return { kind: fits.length > 0 && asked === null ? 'several' : 'wrong', text }
}

function datesOf(
  columns: ReportColumns,
  headers: readonly string[],
  rows: ReportHead['rows']
): readonly { readonly date: string; readonly time: string | null }[] {
  const dateAt = columns.date === undefined ? -1 : headers.indexOf(columns.date)
  const timeAt = columns.time === undefined ? -1 : headers.indexOf(columns.time)
  if (dateAt < 0) return []
  return rows.map((row) => ({ date: row[dateAt] ?? '', time: timeAt < 0 ? null : (row[timeAt] ?? '') }))
}

function exampleOf(
  columns: ReportColumns,
  headers: readonly string[],
  rows: ReportHead['rows'],
  order: DateOrder,
  { language }: LocationFormat,
  timeZone: string
): string {
  const first = datesOf(columns, headers, rows).find(({ date }) => date.trim() !== '')
  const read = first === undefined ? null : reportTimeOf(first.date, first.time, order, true)
  if (read === null) return ''
  return Temporal.Instant.fromEpochMilliseconds(instantsOf(read, timeZone).atMs)
    .toZonedDateTimeISO(timeZone)
    .toPlainDate()
    .toLocaleString(language, { dateStyle: 'long' })
}

function samplesOf(rows: ReportHead['rows'], index: number): readonly string[] {
  const values = rows.map((row) => (row[index] ?? '').trim().slice(0, LONGEST_SAMPLE))
  return [...new Set(values)].filter((value) => value !== '').slice(0, SAMPLES_SHOWN)
}

/** A report that separates by semicolons writes its decimals with commas, unless it shows otherwise. */
function decimalsOfRows(
  columns: ReportColumns,
  headers: readonly string[],
  rows: ReportHead['rows'],
  delimiter: Delimiter
): 'point' | 'comma' | null {
  const places = [columns.quantity, columns.unitPrice, columns.amount, columns.tax, columns.total, columns.discount]
    .map((header) => (header === undefined ? -1 : headers.indexOf(header)))
    .filter((at) => at >= 0)
  const values = rows.flatMap((row) => places.map((at) => row[at] ?? ''))
  const told = decimalsOf(values)
  if (told !== null || values.some((value) => /[.,]/.test(value))) return told
  return delimiter === ';' ? 'comma' : 'point'
}
