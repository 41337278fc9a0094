import { MOST_OF_ONE_LINE } from '../../domain/kiosk/line-quantity.ts'
import { Amount, quantityTextOf } from '../../domain/money/amount.ts'
import type { KioskLine } from '../../shared/kiosk.ts'

/** A basket with each product once, in the order in which they came. */
export function mergedLines(lines: readonly KioskLine[]): readonly KioskLine[] {
  const merged = new Map<string, Amount>()
  for (const { productId, quantity } of lines)
    merged.set(productId, Amount.min(MOST_OF_ONE_LINE, new Amount(quantity).plus(merged.get(productId) ?? 0)))
  return [...merged].map(([productId, quantity]) => ({ productId, quantity: quantityTextOf(quantity) }))
}
