import type { ReportColumn, ReportColumns, RegisterReport } from '../../shared/manager/register.ts'
import type { Amount } from '../money/amount.ts'
import type { RegisterLine } from './register-line.ts'
import type { LineFault } from './register-words.ts'
import { instantsOf, reportNumberOf, reportTimeOf } from './report-values.ts'

/** Longer is no name, code or number of a product. */
const LONGEST_TEXT = 200

export type ReadLine =
  | { readonly ok: true; readonly line: RegisterLine }
  | { readonly ok: false; readonly fault: LineFault }

/** Reads a record of a report by its mapping. Columns that are not mapped are never looked at. */
export type LineReader = (fields: readonly string[], lineNumber: number) => ReadLine

/** A reader for a report with these headers, at a store of this zone. What is after `nowMs` has not been sold. */
export function lineReaderOf(
  report: RegisterReport,
  headers: readonly string[],
  timeZone: string,
  nowMs: number
): LineReader {
  const places = placesOf(report.columns, headers)
  return (fields, lineNumber) => {
    const text = (column: ReportColumn): string | null => {
      const at = places.get(column)
      const value = at === undefined ? '' : (fields[at] ?? '').trim()
      return value === '' ? null : value.slice(0, LONGEST_TEXT)
    }
    const missing = (column: ReportColumn): ReadLine => {
      return { ok: false, fault: { kind: 'missing', header: report.columns[column] ?? column } }
    }
    const dateText = text('date')
    if (dateText === null) return missing('date')
    const timeText = report.columns.time === undefined ? null : text('time')
    if (report.columns.time !== undefined && timeText === null && report.byDay !== true) return missing('time')
    const time = reportTimeOf(dateText, timeText, report.dateOrder, report.byDay)
    const told = timeText === null ? dateText : `${dateText} ${timeText}`
    if (time === null) return { ok: false, fault: { kind: 'not-time', text: told } }
    const instants = instantsOf(time, timeZone)
    if (instants.atMs > nowMs) return { ok: false, fault: { kind: 'future', text: told } }
    const code = text('code')
    const name = text('name')
    if (code === null && name === null) return missing(report.columns.code === undefined ? 'name' : 'code')

    const numbers: Partial<Record<ReportColumn, Amount>> = {}
    for (const column of ['quantity', 'unitPrice', 'amount', 'discount', 'tax', 'total'] as const) {
      const value = text(column)
      if (value === null) continue
      const number = reportNumberOf(value, report.decimals)
      if (number === null)
        return { ok: false, fault: { kind: 'not-number', header: report.columns[column] ?? column, text: value } }
      numbers[column] = number
    }
    if (numbers.quantity === undefined) return missing('quantity')
    return {
      ok: true,
      line: {
        lineNumber,
        receipt: text('receipt'),
        code,
        name,
        quantity: numbers.quantity,
        unitPrice: numbers.unitPrice ?? null,
        amount: numbers.amount ?? null,
        discount: numbers.discount ?? null,
        tax: numbers.tax ?? null,
        total: numbers.total ?? null,
        atMs: instants.atMs,
        untilMs: Math.min(instants.untilMs, Math.max(nowMs, instants.atMs))
      }
    }
  }
}

function placesOf(columns: ReportColumns, headers: readonly string[]): ReadonlyMap<ReportColumn, number> {
  const places = new Map<ReportColumn, number>()
  for (const [column, header] of Object.entries(columns)) places.set(column as ReportColumn, headers.indexOf(header))
  return places
}
