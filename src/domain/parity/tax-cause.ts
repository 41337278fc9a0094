import { Amount, ZERO } from '../money/amount.ts'
import { taxedAmountOf } from '../tax/taxes.ts'
import type { TaxRate } from '../tax/tax-rate.ts'
import type { Cause } from './cause.ts'
import type { Promised } from './promised-amount.ts'
import { netOf } from './reading.ts'
import type { Charged } from './register-line.ts'

/** More taxes than this on one product, and not every combination is tried. */
const MOST_TAXES = 8

/**
 * Which tax explains a total that differs; null where none does. Where the register tells no price before tax, only what
 * matches to the cent counts.
 */
export function taxCauseOf(
  charged: Charged,
  promised: Promised,
  locationRates: readonly TaxRate[],
  digits: number
): Cause | null {
  const { total } = charged
  if (total === null) return null
  const { taxed, rung } = promised
  const difference = total.minus(taxed.outTheDoor)
  if (rung.taxPricing === 'Inclusive') {
    const added = taxesOn(promised, rung.taxRates, charged.quantity, digits)
    return !added.isZero() && difference.eq(added)
      ? { kind: 'tax-added' }
      : roundingOf(charged, promised, difference, digits)
  }
  const own = taxed.taxes.slice(0, MOST_TAXES).map(({ name, amount }) => ({ name, amount: new Amount(amount) }))
  const missing = namesThatSumTo(own, difference.negated())
  if (missing !== null) {
    return missing.length === taxed.taxes.length && missing.length > 1
      ? { kind: 'tax-not-added' }
      : { kind: 'tax-missing', taxes: missing }
  }
  const small = roundingOf(charged, promised, difference, digits)
  if (small !== null) return small
  const ownIds = new Set(rung.taxRates.map(({ taxRateId }) => taxRateId))
  const others = locationRates
    .filter(({ taxRateId }) => !ownIds.has(taxRateId))
    .map((rate) => ({ name: rate.name, amount: taxesOn(promised, [rate], charged.quantity, digits) }))
  const extra = namesThatSumTo([...others, ...own].slice(0, MOST_TAXES), difference)
  return extra === null ? null : { kind: 'tax-extra', taxes: extra }
}

/** A cent or so for each tax: one rounds for each line, the other for the whole receipt. */
function roundingOf({ net }: Charged, promised: Promised, difference: Amount, digits: number): Cause | null {
  if (net === null || !net.eq(netOf(promised))) return null
  const cents = Math.min(2, Math.max(1, promised.taxed.taxes.length))
  return difference.abs().lte(new Amount(cents).div(10 ** digits)) ? { kind: 'tax-rounding' } : null
}

function taxesOn(promised: Promised, rates: readonly TaxRate[], quantity: Amount, digits: number): Amount {
  const { amount, listAmount } = promised
  return taxedAmountOf({ amount, listAmount, quantity }, rates, 'Exclusive', digits).taxTotal
}

interface NamedAmount {
  readonly name: string
  readonly amount: Amount
}

/** The fewest of these amounts, none of them zero, that come to a sum. */
function namesThatSumTo(amounts: readonly NamedAmount[], sum: Amount): readonly string[] | null {
  if (sum.lte(0)) return null
  const counting = amounts.filter(({ amount }) => amount.gt(0))
  let best: readonly string[] | null = null
  for (let chosen = 1; chosen < 2 ** counting.length; chosen += 1) {
    const some = counting.filter((_, index) => (chosen & (1 << index)) !== 0)
    if (best !== null && some.length >= best.length) continue
    if (some.reduce((total, { amount }) => total.plus(amount), ZERO).eq(sum)) best = some.map(({ name }) => name)
  }
  return best
}
