import type { Audience } from '../board/board-item.ts'
import type { ProductFacts } from '../board/board-facts.ts'
import { discountOf, promotedLinesOf } from '../basket/promoted-lines.ts'
import type { Amount } from '../money/amount.ts'
import { compareCodePoints } from '../order/code-points.ts'
import { leavesOf } from '../promotion/condition/condition-tree.ts'
import type { PromotionState } from '../promotion/promotion-state.ts'
import { taxedAmountOf } from '../tax/taxes.ts'
import type { Promised } from './promised-amount.ts'

/** A line of a receipt with what the board promised for it. */
export interface PromisedLine {
  /** As it is stored now; null where it has left: then no condition can be looked at. */
  readonly stored: ProductFacts | null
  readonly quantity: Amount
  readonly promised: Promised
}

/** What promotions make of a line. */
export interface PromotedLine {
  readonly promised: Promised
  readonly promotionIds: readonly string[]
  readonly names: readonly string[]
}

/** What promotions make of the lines of one receipt for one kind of shopper; lines that none touches are not in it. */
export type PromotedReceipt = ReadonlyMap<PromisedLine, PromotedLine>

/** More shoppers than these are not tried. */
const MOST_SHOPPERS = 12

/** Whom the board speaks to. */
const ANYBODY: Audience = { customer: 'recreational', groupId: null }

/**
 * What the promotions that were on make of a receipt: for anybody first, then for each kind of shopper that one of them is
 * for, because a receipt does not say who bought. By the terms that are stored now.
 */
export function promotedReceiptsOf(
  lines: readonly PromisedLine[],
  states: readonly PromotionState[],
  digits: number
): readonly PromotedReceipt[] {
  const known = states.filter(({ active, terms }) => active && terms?.ok === true)
  if (known.length === 0) return [new Map()]
  return shoppersOf(known).map((audience) => promotedFor(lines, known, audience, digits))
}

function shoppersOf(states: readonly PromotionState[]): readonly Audience[] {
  const leaves = states.flatMap(({ terms }) => (terms?.ok === true ? leavesOf(terms.value.cart) : []))
  const groupIds = new Set(leaves.flatMap((leaf) => (leaf.type === 'CustomerInPricingGroup' ? [leaf.groupId] : [])))
  const hasMedical = leaves.some(({ type }) => type === 'MedCustomer' || type === 'RecCustomer')
  const shoppers = [null, ...groupIds].flatMap((groupId): readonly Audience[] => [
    { ...ANYBODY, groupId },
    ...(hasMedical ? [{ customer: 'medical' as const, groupId }] : [])
  ])
  return shoppers.slice(0, MOST_SHOPPERS)
}

function promotedFor(
  lines: readonly PromisedLine[],
  states: readonly PromotionState[],
  audience: Audience,
  digits: number
): PromotedReceipt {
  const counted = lines
    .flatMap((line) => (line.stored === null ? [] : [{ line, product: line.stored }]))
    .sort((a, b) => compareCodePoints(a.product.productId, b.product.productId))
  const prices = counted.map(({ line, product }) => ({
    product,
    quantity: line.quantity,
    amount: line.promised.gross,
    source: line.promised.rung.source
  }))
  const { byLine } = promotedLinesOf(prices, states, audience, digits)
  return new Map(
    counted.flatMap(({ line }, index) => {
      const promotions = byLine[index] ?? []
      if (promotions.length === 0) return []
      const promoted: PromotedLine = {
        promised: pricedAt(line, line.promised.gross.minus(discountOf(promotions)), digits),
        promotionIds: promotions.map(({ promotionId }) => promotionId),
        names: promotions.map(({ name }) => name)
      }
      return [[line, promoted] as const]
    })
  )
}

/** What a board would have promised for a line without the deal that it showed. */
export function withoutDealOf(line: PromisedLine, digits: number): Promised {
  return pricedAt(line, line.promised.gross, digits)
}

/** The same line for another amount: taxes are those of that, but for those of the list price. */
function pricedAt({ promised, quantity }: PromisedLine, amount: Amount, digits: number): Promised {
  const { rung, listAmount, gross } = promised
  return {
    rung,
    amount,
    gross,
    listAmount,
    taxed: taxedAmountOf({ amount, listAmount, quantity }, rung.taxRates, rung.taxPricing, digits)
  }
}
