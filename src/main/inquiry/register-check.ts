import { createHash } from 'node:crypto'
import type { PricedLocation } from '../../domain/board/board-item.ts'
import { languageOf, type LocationFormat, locationFormatOf } from '../../domain/display/location-format.ts'
import { createCheckTally, type CheckTally } from '../../domain/parity/check-tally.ts'
import { type CheckedLine, checkedReceiptOf } from '../../domain/parity/checked-receipt.ts'
import { lineInWords } from '../../domain/parity/line-in-words.ts'
import type { RegisterLine } from '../../domain/parity/register-line.ts'
import { registerWordsOf, type RegisterWords } from '../../domain/parity/register-words.ts'
import { parityWordsOf } from '../../domain/parity/parity-words.ts'
import { reportNumberOf } from '../../domain/parity/report-values.ts'
import { summaryInWords } from '../../domain/parity/summary-in-words.ts'
import { moneyTextOf } from '../../domain/money/amount.ts'
import { dayOfDate, DAY_MS, MINUTE_MS } from '../../domain/schedule/wall-clock.ts'
import { instantOfWall } from '../../domain/schedule/zone-offsets.ts'
import type { ManagerRefusal, ManagerReply } from '../../shared/manager/manager-channels.ts'
import type { CheckedLineInWords, CheckedReceipt, TypedReceipt } from '../../shared/manager/register.ts'
import type { RegisterRecords } from '../store/register-records.ts'
import { storeFailureOf } from '../store/store-failure.ts'
import type { InquiryContext } from './inquiry-context.ts'
import { checkSourceOf, nameKeyOf, productIndexOf, shownBoardOf } from './register-source.ts'

const MOST_TYPED_LINES = 100

/** A store whose register can be checked: its currency and its zone are known. */
export type CheckedStore = PricedLocation & { readonly timeZone: string }

export function refusedAt(field: string | null, message: string): ManagerRefusal {
  return { ok: false, code: 'refused', field, message }
}

/** The store's words and formats; those of its country where it is not known. */
export function formatFor(context: InquiryContext, location: PricedLocation | null): LocationFormat {
  const currency = location?.currency ?? 'CAD'
  const language = languageOf(currency, context.settings.language)
  return locationFormatOf(language, currency, location?.timeZone ?? null)
}

/** The store at hand, or why its register cannot be checked. */
export function checkedStoreOf(
  context: InquiryContext,
  locationId: number
): { readonly ok: true; readonly store: CheckedStore } | ManagerRefusal {
  const isServed = context.boards.locations().some((one) => one.locationId === locationId)
  const location = isServed ? context.reader.location(locationId, context.overrides) : null
  const words = registerWordsOf(context.settings.language ?? 'en')
  if (location === null || location.currency === null) return refusedAt('locationId', words.unknownStore)
  if (location.timeZone === null) return refusedAt('locationId', words.noZone)
  return { ok: true, store: { ...location, currency: location.currency, timeZone: location.timeZone } }
}

/** A typed receipt beside the board of its minute. What is wrong is refused beside its field. */
export function checkTyped(context: InquiryContext, receipt: TypedReceipt): ManagerReply<CheckedReceipt> {
  const found = checkedStoreOf(context, receipt.locationId)
  if (!found.ok) return found
  const { store } = found
  const format = formatFor(context, store)
  const words = registerWordsOf(format.language)
  const read = linesOf(receipt, store, context.nowMs(), words)
  if (!read.ok) return read
  context.records.bringUpToDate()
  const index = productIndexOf(context.records.register.productCodes(), context.records.history.names(store.locationId))
  const tally = createCheckTally(MOST_TYPED_LINES)
  const checked = checkedReceiptOf(read.lines, checkSourceOf(context, store, index))
  for (const line of checked) tally.add(line)
  const kept = keep(context, store.locationId, 'typed', fingerprintOf(receipt, checked), tally)
  const before =
    kept === null || kept.replacedAtMs === null ? null : format.timeSince(kept.replacedAtMs, context.nowMs())
  return {
    ok: true,
    answer: {
      checkId: kept?.checkId ?? null,
      replaced: before === null ? null : words.replaced(parityWordsOf(format.language).at(before)),
      lines: checked.map((line) => inWords(context, store, line)),
      summary: summaryInWords(tally.counts(), format)
    }
  }
}

/**
 * The same receipt typed anew has the same: by its number where that is typed, else by its lines, in any order and however
 * they are written. Of one day: a shopper who buys the same tomorrow has another receipt. The minute is no part of it, for
 * people type it differently.
 */
function fingerprintOf({ day, receipt }: TypedReceipt, checked: readonly CheckedLine[]): string {
  const number = (receipt ?? '').trim().toLowerCase()
  const lines = checked.map(({ line, productId }) =>
    JSON.stringify([
      productId ?? nameKeyOf(line.name ?? ''),
      ...[line.quantity, line.amount, line.total].map((amount) => amount?.toFixed() ?? null)
    ])
  )
  const about = number === '' ? ['lines', day, ...lines.toSorted()] : ['number', day, number]
  return createHash('sha256').update(JSON.stringify(about)).digest('base64url')
}

/** A checked line in the words of its store. */
export function inWords(context: InquiryContext, store: PricedLocation, line: CheckedLine): CheckedLineInWords {
  const { productId } = line
  const shown =
    productId === null
      ? null
      : context.records.history.product(shownBoardOf(context.records.history, store.locationId), productId)
  return lineInWords(line, formatFor(context, store), context.nowMs(), shown?.unit ?? null)
}

/** Keeps the figures of a check; a disk that is full loses them and not the answer, which is then null. */
export function keep(
  context: InquiryContext,
  locationId: number,
  source: 'typed' | 'report',
  fingerprint: string,
  tally: CheckTally
): ReturnType<RegisterRecords['keepCheck']> | null {
  const { lines, agreed, over, under, unchecked, malformed, overSum, underSum } = tally.counts()
  if (lines === 0) return null
  try {
    return context.records.register.keepCheck({
      atMs: context.nowMs(),
      locationId,
      source,
      fingerprint,
      lines,
      agreed,
      differed: over + under,
      unchecked,
      malformed,
      over: moneyTextOf(overSum, 2),
      under: moneyTextOf(underSum, 2)
    })
  } catch (error) {
    if (storeFailureOf(error, '') === null) throw error
    return null
  }
}

/** "2026-11-21" as a day number; null where it is none. */
export function dayNumberOf(text: string): number | null {
  const read = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (read === null) return null
  const [year, month, day] = read.slice(1).map(Number) as [number, number, number]
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  const number = dayOfDate(year, month, day)
  // February the 30th is another day's number.
  return new Date(number * DAY_MS).toISOString().startsWith(text) ? number : null
}

function linesOf(
  receipt: TypedReceipt,
  { timeZone }: CheckedStore,
  nowMs: number,
  words: RegisterWords
): { readonly ok: true; readonly lines: readonly RegisterLine[] } | ManagerRefusal {
  const day = dayNumberOf(receipt.day)
  if (day === null) return refusedAt('day', words.noSuchDay)
  const atMs = instantOfWall(timeZone, day * DAY_MS + receipt.minute * MINUTE_MS)
  if (atMs > nowMs) return refusedAt('minute', words.future)
  // The last empty row of a form is no line.
  const typed = receipt.lines
    .map((line, index) => ({ line, index }))
    .filter(({ line }) =>
      [line.product, line.quantity, line.amount, line.total ?? ''].some((text) => text.trim() !== '')
    )
  if (typed.length === 0) return refusedAt('lines.0.product', words.noLines)
  if (typed.length > MOST_TYPED_LINES) return refusedAt(null, words.tooManyLines(String(MOST_TYPED_LINES)))
  const lines: RegisterLine[] = []
  for (const { line, index } of typed) {
    const product = line.product.trim()
    const quantity = typedNumberOf(line.quantity)
    const amount = line.amount.trim() === '' ? null : typedNumberOf(line.amount)
    const total = line.total === null || line.total.trim() === '' ? null : typedNumberOf(line.total)
    const at = (field: string): string => `lines.${index}.${field}`
    if (product === '') return refusedAt(at('product'), words.productNeeded)
    if (quantity === null || quantity.isZero()) return refusedAt(at('quantity'), words.quantityNeeded)
    if (line.amount.trim() !== '' && amount === null) return refusedAt(at('amount'), words.amountNeeded)
    if ((line.total ?? '').trim() !== '' && total === null) return refusedAt(at('total'), words.amountNeeded)
    if (amount === null && total === null) return refusedAt(at('amount'), words.amountNeeded)
    lines.push({
      lineNumber: index + 1,
      receipt: 'typed',
      code: product,
      name: product,
      quantity,
      unitPrice: null,
      amount,
      discount: null,
      tax: null,
      total,
      atMs,
      untilMs: Math.min(nowMs, atMs + MINUTE_MS - 1)
    })
  }
  return { ok: true, lines }
}

/** A number as somebody types it: "3.5", "3,5", "1,234.50". */
function typedNumberOf(text: string): ReturnType<typeof reportNumberOf> {
  const lastComma = text.lastIndexOf(',')
  const lastPoint = text.lastIndexOf('.')
  const isComma = lastComma > lastPoint && !/^\d{1,3}(,\d{3})+$/.test(text.trim())
  return reportNumberOf(text, isComma ? 'comma' : 'point')
}
