import type { Amount } from '../money/amount.ts'
import { ZERO } from '../money/amount.ts'

/** A line of a receipt as the register tells it. Amounts are of the whole line; whatever it does not say is null. */
export interface RegisterLine {
  /** Of the report or the form, from 1. */
  readonly lineNumber: number
  /** What tells one receipt from another; null: the line stands alone. */
  readonly receipt: string | null
  /** By which the register calls the product: SKU, barcode or Cova's id. */
  readonly code: string | null
  readonly name: string | null
  /** Below zero for a return. */
  readonly quantity: Amount
  readonly unitPrice: Amount | null
  /** Before tax. */
  readonly amount: Amount | null
  readonly discount: Amount | null
  readonly tax: Amount | null
  /** With tax. */
  readonly total: Amount | null
  readonly atMs: number
  /** The last instant that its time can mean: a receipt that tells the minute was made within it. */
  readonly untilMs: number
}

/** Longer than a minute is a line whose day alone is told. */
const MINUTE_LASTS_MS = 60_000

/** Whether a line can be from any time of its day. */
export function isByDay({ atMs, untilMs }: Pick<RegisterLine, 'atMs' | 'untilMs'>): boolean {
  return untilMs - atMs >= MINUTE_LASTS_MS
}

/** What a line charged, made positive for a return. */
export interface Charged {
  readonly quantity: Amount
  readonly isReturn: boolean
  /** Before tax and after discounts. */
  readonly net: Amount | null
  readonly discount: Amount
  /** With tax. */
  readonly total: Amount | null
}

/**
 * What a line charged. Reports differ in whether an amount is before or after its discount: the unit price tells, else the
 * total less the tax, else it is taken for what was charged.
 */
export function chargedOf(line: RegisterLine): Charged {
  const quantity = line.quantity.abs()
  const discount = line.discount?.abs() ?? ZERO
  const tax = line.tax?.abs() ?? null
  const total = line.total?.abs() ?? null
  const gross = line.unitPrice === null ? null : line.unitPrice.abs().times(quantity)
  const net = netOf(line.amount?.abs() ?? null, { gross, discount, tax, total })
  return {
    quantity,
    isReturn: isReturn(line),
    net,
    discount,
    total: total ?? (net === null || tax === null ? null : net.plus(tax))
  }
}

/** Registers write a return with the quantity below zero, with the amounts, or with both: two signs do not cancel out. */
function isReturn({ quantity, total, amount, unitPrice }: RegisterLine): boolean {
  const told = [total, amount, unitPrice].find((one) => one !== null && !one.isZero()) ?? null
  return quantity.lt(0) || (told?.lt(0) ?? false)
}

const ABOUT_A_CENT = '0.011'

function netOf(
  amount: Amount | null,
  {
    gross,
    discount,
    tax,
    total
  }: {
    readonly gross: Amount | null
    readonly discount: Amount
    readonly tax: Amount | null
    readonly total: Amount | null
  }
): Amount | null {
  const fromTotal = total === null || tax === null ? null : total.minus(tax)
  if (amount === null) return fromTotal ?? gross?.minus(discount).toDecimalPlaces(2) ?? null
  if (discount.isZero()) return amount
  const before = amount.minus(discount)
  if (gross !== null) return isAbout(amount, gross) ? before : amount
  return fromTotal !== null && isAbout(before, fromTotal) ? before : amount
}

function isAbout(a: Amount, b: Amount): boolean {
  return a.minus(b).abs().lt(ABOUT_A_CENT)
}
