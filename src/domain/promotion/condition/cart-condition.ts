import type { Audience } from '../../board/board-item.ts'
import { type Read, readValue } from '../raw-node.ts'
import type { CartLeaf } from './cart-leaf.ts'
import { customerInPricingGroup } from './cart/customer-in-pricing-group.ts'
import { customerNotInPricingGroup } from './cart/customer-not-in-pricing-group.ts'
import { medCustomer } from './cart/med-customer.ts'
import { recCustomer } from './cart/rec-customer.ts'
import {
  capabilityBitsOf,
  type ConditionTree,
  holdsFor,
  type LeafTable,
  readConditionTree,
  type Truth
} from './condition-tree.ts'

export type CartCondition = ConditionTree<CartLeaf>

/** The one table of cart conditions. */
const CART_CONDITIONS: LeafTable<CartLeaf, Audience> = {
  MedCustomer: medCustomer,
  RecCustomer: recCustomer,
  CustomerInPricingGroup: customerInPricingGroup,
  CustomerNotInPricingGroup: customerNotInPricingGroup
}

export const CART_CONDITION_BITS = capabilityBitsOf(CART_CONDITIONS)

/** A promotion that names no condition of its cart has none. */
export function readCartCondition(value: unknown, where: string): Read<CartCondition> {
  if (value === null || value === undefined) return readValue({ kind: 'none' })
  return readConditionTree(value, where, CART_CONDITIONS)
}

/** Whether a shopper's cart passes; an unknown shopper is recreational and in no group. */
export function cartPasses(condition: CartCondition, shopper: Audience): Truth {
  return holdsFor(condition, shopper, CART_CONDITIONS)
}
