import { Amount } from '../money/amount.ts'
import type { Ratio } from '../money/ratio.ts'
import type { PromotableLine } from './line-prices.ts'

/**
 * Quantities are counted in whole 10^-12 of a gram or piece: as fine as any quantity of a basket or a promotion is written,
 * so that what is left of a line is exact whatever grams its promotions count by.
 */
const QUANTA_DECIMALS = 12
export const QUANTA = 10n ** BigInt(QUANTA_DECIMALS)

/** A priced line as promotions see it: an amount in cents over a quantity. */
export interface StockLine {
  readonly price: PromotableLine
  readonly quanta: bigint
  readonly cents: bigint
}

/** What promotions have left of each line: the quantity that none consumed, and the amount that none took off. */
export interface Left {
  readonly quanta: readonly bigint[]
  readonly cents: readonly bigint[]
}

/** Priced lines, in order of productId, as promotions count them. */
export function stockLinesOf(lines: readonly PromotableLine[], digits: number): readonly StockLine[] {
  return lines.map((price) => ({
    price,
    quanta: quantaOf(price.quantity),
    cents: BigInt(price.amount.times(10 ** digits).toFixed(0))
  }))
}

export function allOf(lines: readonly StockLine[]): Left {
  return { quanta: lines.map(({ quanta }) => quanta), cents: lines.map(({ cents }) => cents) }
}

/** Cut to whole quanta; what is more than nothing is one at least, for shares are taken of it. */
export function quantaOf(amount: Amount): bigint {
  const [whole = '0', decimals = ''] = amount.toFixed().split('.')
  const quanta = BigInt(whole) * QUANTA + BigInt(decimals.slice(0, QUANTA_DECIMALS).padEnd(QUANTA_DECIMALS, '0'))
  return quanta === 0n && amount.gt(0) ? 1n : quanta
}

export function quantityOf(quanta: bigint): Amount {
  return new Amount(quanta.toString()).div(QUANTA.toString())
}

/** An amount of money in cents, exact. */
export function centsOf(amount: Amount, digits: number): Ratio {
  return { n: quantaOf(amount.times(10 ** digits)), d: QUANTA }
}

export function moneyOf(cents: bigint, digits: number): Amount {
  return new Amount(cents.toString()).div(10 ** digits)
}

/** A share between 0 and 1, exact. */
export function shareOf(share: Amount): Ratio {
  return { n: quantaOf(share), d: QUANTA }
}
