import type { Amount } from '../money/amount.ts'
import type { Promised } from './promised-amount.ts'
import type { Charged } from './register-line.ts'

/**
 * What a line's amounts may mean, the likelier first. Where prices have their taxes in them, registers differ in whether
 * an amount "before tax" is with or without: it is held against the nearer of the two. Of two that are as near, the one
 * by which more was charged: the board is not let off by a guess.
 */
export function readingsOf(charged: Charged, promised: Promised): readonly Charged[] {
  const { net, total } = charged
  if (net === null || total !== null || promised.rung.taxPricing !== 'Inclusive') return [charged]
  const withTaxes = { ...charged, net: null, total: net }
  const isNearer = distanceOf(withTaxes, promised).lt(distanceOf(charged, promised))
  return isNearer ? [withTaxes, charged] : [charged, withTaxes]
}

function distanceOf(charged: Charged, promised: Promised): Amount {
  return (differenceOf(charged, promised) ?? promised.amount).abs()
}

/** What the board promised before tax. */
export function netOf({ amount, rung, taxed }: Promised): Amount {
  return rung.taxPricing === 'Inclusive' ? amount.minus(taxed.taxTotal) : amount
}

/** What a reading is held against: the total where the register tells it. */
export function promisedFor(charged: Charged, promised: Promised): Amount {
  return charged.total === null ? netOf(promised) : promised.taxed.outTheDoor
}

/** Charged less promised; null where a line tells no amount. */
export function differenceOf(charged: Charged, promised: Promised): Amount | null {
  return (charged.total ?? charged.net)?.minus(promisedFor(charged, promised)) ?? null
}

/** Whether a line charged just what another price would have come to. */
export function isWhat({ net, total }: Charged, other: Promised): boolean {
  // What is called "before tax" is told by the total, where both are there and prices have their taxes in them.
  const isByTotal = net === null || (total !== null && other.rung.taxPricing === 'Inclusive')
  return (isByTotal ? total?.eq(other.taxed.outTheDoor) : net.eq(netOf(other))) ?? false
}

/** Whether a discount that the line names makes up for the whole of what it is below the board. */
export function isDiscounted({ net, total, discount }: Charged, promised: Promised): boolean {
  if (!discount.gt(0)) return false
  if (net?.plus(discount).eq(netOf(promised))) return true
  return promised.rung.taxPricing === 'Inclusive' && (total?.plus(discount).eq(promised.taxed.outTheDoor) ?? false)
}
