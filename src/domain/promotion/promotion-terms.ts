import { type CartCondition, CART_CONDITION_BITS, readCartCondition } from './condition/cart-condition.ts'
import { LINE_CONDITION_BITS, type LineCondition, readLineCondition } from './condition/line-condition.ts'
import { PRODUCT_CONDITION_BITS } from './condition/product-condition.ts'
import { type Read, readValue } from './raw-node.ts'
import type { PromotionType } from './type/promotion-type.ts'
import { PROMOTION_TYPE_BITS, readPromotionType } from './type/promotion-types.ts'

/** What the full feed says a promotion does, as JSON that nobody has read yet. */
export interface WrittenTerms {
  readonly promotionType: unknown
  readonly cartCondition: unknown
  readonly lineCondition: unknown
}

/** What a promotion does, to whom and to which lines. */
export interface PromotionTerms {
  readonly type: PromotionType
  readonly cart: CartCondition
  readonly line: LineCondition
}

/** What the full feed is asked for: exactly what can be evaluated (Promotions guide, the bitmask tables). */
export const CAPABILITIES = {
  conditions: PRODUCT_CONDITION_BITS | CART_CONDITION_BITS | LINE_CONDITION_BITS,
  promotionTypes: PROMOTION_TYPE_BITS
} as const

/** Reads a promotion's terms; what is not known makes the promotion "not evaluated", never a price. Never throws. */
export function readPromotionTerms(written: WrittenTerms): Read<PromotionTerms> {
  const type = readPromotionType(written.promotionType, 'PromotionType')
  if (!type.ok) return type
  const cart = readCartCondition(written.cartCondition, 'CartCondition')
  if (!cart.ok) return cart
  const line = readLineCondition(written.lineCondition, 'LineCondition')
  if (!line.ok) return line
  return readValue({ type: type.value, cart: cart.value, line: line.value })
}
