import type { Ratio } from '../money/ratio.ts'
import type { MissingPart } from './missing.ts'
import { applicationOf, type BasketLines, type OfferOnLines } from './offer-on-lines.ts'
import { type Left, quantaOf } from './stock-line.ts'

/**
 * Whether a promotion would be applied with what is missing added to lines of the basket, each at what its units cost now: the
 * dearest of those that count, or the cheapest. Where something has to come that is not in the basket, nothing can be tried.
 */
export function appliesWithMissing(
  offer: OfferOnLines,
  parts: readonly MissingPart[],
  basket: BasketLines,
  left: Left
): boolean {
  if (parts.some(({ inBasket }) => inBasket.length === 0)) return true
  const orders = [offer.units.dearestFirst, offer.units.cheapestFirst]
  return orders.some((order) => {
    const tried = parts.reduce((more, part) => withPart(more, part, order, offer, basket), left)
    return applicationOf(offer, tried) !== null
  })
}

function withPart(
  left: Left,
  { topUp, inBasket, units }: MissingPart,
  order: readonly number[],
  offer: OfferOnLines,
  basket: BasketLines
): Left {
  const counted = topUp === null ? inBasket : [topUp.productId]
  const line = order.find((index) => counted.includes(basket.lines[index]?.price.product.productId ?? ''))
  if (line === undefined) return left
  const size = offer.units.size[line] as bigint
  const { n, d } = offer.units.worth[line] as Ratio
  const added = topUp === null ? size * BigInt(units) : quantaOf(topUp.grams)
  return {
    quanta: left.quanta.with(line, (left.quanta[line] as bigint) + added),
    // A cent over what it costs at most: this is room for a discount, and no sum.
    cents: left.cents.with(line, (left.cents[line] as bigint) + (n * added) / (d * size) + 1n)
  }
}
