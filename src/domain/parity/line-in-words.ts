import type { LocationFormat } from '../display/location-format.ts'
import { type Amount, moneyTextOf, quantityTextOf } from '../money/amount.ts'
import type { CheckedLineInWords } from '../../shared/manager/register.ts'
import type { Cause } from './cause.ts'
import type { CheckedLine } from './checked-receipt.ts'
import { promisedFor } from './reading.ts'
import { isByDay, type RegisterLine } from './register-line.ts'
import { type ParityWords, parityWordsOf } from './parity-words.ts'

/** A checked line as the manager's page shows it: every amount, time and cause put into words. */
export function lineInWords(
  checked: CheckedLine,
  format: LocationFormat,
  nowMs: number,
  unit: string | null
): CheckedLineInWords {
  const words = parityWordsOf(format.language)
  const { line, charged, verdict } = checked
  const money = (amount: Amount): string => moneyOf(format, moneyTextOf(amount, 2))
  const chargedAmount = charged.total ?? charged.net
  const common = {
    lineNumber: line.lineNumber,
    receipt: line.receipt,
    product: line.name ?? line.code ?? '',
    productId: checked.productId,
    productName: checked.productName,
    quantity: quantityOf(quantityTextOf(charged.quantity), unit, format),
    isReturn: charged.isReturn,
    soldAt: soldAtOf(line, format, nowMs),
    isBeforeTax: charged.total === null && chargedAmount !== null,
    charged: chargedAmount === null ? null : money(chargedAmount)
  }
  switch (verdict.kind) {
    case 'unchecked':
      return { ...common, kind: 'unchecked', promised: null, difference: null, cause: words.unchecked[verdict.why] }
    case 'agrees':
      return {
        ...common,
        kind: 'agrees',
        promised: promisedText(checked, money),
        difference: null,
        cause: words.agrees
      }
    case 'differs': {
      const isOver = verdict.difference.gt(0)
      const size = money(verdict.difference.abs())
      return {
        ...common,
        kind: isOver ? 'over' : 'under',
        promised: promisedText(checked, money),
        difference: isOver ? words.more(size) : words.less(size),
        cause: causeInWords(verdict.cause, format, nowMs, unit)
      }
    }
  }
}

/** With "no time" in its place where the day alone is told. */
function soldAtOf(line: RegisterLine, format: LocationFormat, nowMs: number): CheckedLineInWords['soldAt'] {
  const moment = format.timeSince(line.atMs, nowMs)
  return moment === null || !isByDay(line) ? moment : { ...moment, time: parityWordsOf(format.language).noTime }
}

function promisedText({ charged, verdict }: CheckedLine, money: (amount: Amount) => string): string | null {
  if (verdict.kind === 'unchecked') return null
  return money(promisedFor(charged, verdict.promised))
}

/** A cause as a sentence. */
export function causeInWords(cause: Cause, format: LocationFormat, nowMs: number, unit: string | null): string {
  const words = parityWordsOf(format.language)
  const at = (atMs: number): string => atOf(atMs, format, words, nowMs)
  const time = (atMs: number): string => timeOf(atMs, format, nowMs)
  const quantity = (text: string): string => quantityOf(text, unit, format)
  switch (cause.kind) {
    case 'tax-missing':
      return words.taxMissing(format.list(cause.taxes))
    case 'tax-extra':
      return words.taxExtra(format.list(cause.taxes))
    case 'tax-other':
      return words.taxOther
    case 'tax-added':
      return words.taxAdded
    case 'tax-not-added':
      return words.taxNotAdded
    case 'amount-with-tax':
      return words.amountWithTax
    case 'tax-rounding':
      return words.taxRounding
    case 'rounding':
      return words.rounding
    case 'sale-not-at-register':
      return words.saleNotAtRegister(cause.untilMs === null ? null : time(cause.untilMs))
    case 'sale-over-at-register':
      return words.saleOverAtRegister(at(cause.endedAtMs))
    case 'sale-over-on-board':
      return words.saleOverOnBoard(at(cause.endedAtMs))
    case 'sale-not-begun':
      return words.saleNotBegun(at(cause.beginsAtMs))
    case 'group-price':
      return words.groupPrice(cause.group)
    case 'tier-not-given':
      return words.tierNotGiven(quantity(cause.tierQuantity), quantity(cause.counted))
    case 'tier-given':
      return words.tierGiven(quantity(cause.tierQuantity))
    case 'discount':
      return words.discount(moneyOf(format, cause.amount))
    case 'promotion':
      return words.promotion(format.list(cause.names))
    case 'promotion-applied':
      return words.promotionApplied(format.list(cause.names))
    case 'deal-not-given':
      return words.dealNotGiven(cause.name)
    case 'price-changed': {
      const told = cause.boardWasLater ? words.boardWasLate : words.registerWasLate
      return told(at(cause.atMs), cause.minutes)
    }
    case 'price-of-another-time':
      return words.otherTime(time(cause.fromMs), cause.toMs === null ? null : time(cause.toMs))
    case 'unknown':
      return words.unknown
  }
}

/** An amount in one text: "$27.20", "27,20 $". */
export function moneyOf(format: LocationFormat, amount: string): string {
  const { digits, sign, signAfter } = format.money(amount)
  return signAfter ? `${digits}\u00a0${sign}` : `${sign}${digits}`
}

function quantityOf(quantity: string, unit: string | null, format: LocationFormat): string {
  const number = format.number(quantity)
  return unit === 'g' ? format.words.grams(number) : number
}

function atOf(atMs: number, format: LocationFormat, words: ParityWords, nowMs: number): string {
  const moment = format.timeSince(atMs, nowMs)
  return moment === null ? '' : words.at(moment)
}

/** "Nov 18, 4:16 pm"; the time alone today. */
function timeOf(atMs: number, format: LocationFormat, nowMs: number): string {
  const moment = format.timeSince(atMs, nowMs)
  if (moment === null) return ''
  return moment.day === null ? moment.time : `${moment.day}, ${moment.time}`
}
