import Fraction from 'fraction.js'
import { Amount } from '../money/amount.ts'
import { compareCodePoints } from '../order/code-points.ts'

export interface ExactShare {
  readonly productId: string
  readonly exact: Fraction
}

/** Half-up to `digits` decimals; the fraction is not negative. */
export function roundedFractionOf(exact: Fraction, digits: number): Amount {
  const scaled = exact.mul(10 ** digits)
  return new Amount(scaled.add(1, 2).floor().toString()).div(10 ** digits)
}

/**
 * The sum of a shelf's lines, rounded once and spread over them: each exact amount cut to the cent, spare cents to the
 * largest remainders, then by productId (pricing rules, Quantity). Shares come back in the order given and sum exactly.
 */
export function spreadOverShares(shares: readonly ExactShare[], digits: number): readonly Amount[] {
  const scale = 10 ** digits
  const sum = shares.reduce((total, { exact }) => total.add(exact), new Fraction(0))
  const sumCents = sum.mul(scale).add(1, 2).floor()
  const cut = shares.map(({ exact }) => exact.mul(scale).floor())
  const remainder = shares.map(({ exact }, index) => exact.mul(scale).sub(cut[index] as Fraction))
  const spare = Number(sumCents.sub(cut.reduce((total, cents) => total.add(cents), new Fraction(0))).valueOf())
  const order = shares
    .map((_, index) => index)
    .sort(
      (a, b) =>
        (remainder[b] as Fraction).compare(remainder[a] as Fraction) ||
        compareCodePoints((shares[a] as ExactShare).productId, (shares[b] as ExactShare).productId)
    )
  const favoured = new Set(order.slice(0, spare))
  return cut.map((cents, index) => new Amount(cents.toString()).plus(favoured.has(index) ? 1 : 0).div(scale))
}
