import type { Audience } from '../../../board/board-item.ts'
import { readValue } from '../../raw-node.ts'
import type { CartLeafOf } from '../cart-leaf.ts'
import type { LeafDefinition } from '../condition-tree.ts'

/** In no pricing group, or not known to the store (Promotions guide, CustomerNotInPricingGroup). */
export const customerNotInPricingGroup: LeafDefinition<CartLeafOf<'CustomerNotInPricingGroup'>, Audience> = {
  spellings: ['CustomerNotInPricingGroup'],
  bit: 8192,
  read: () => readValue({ type: 'CustomerNotInPricingGroup' }),
  holds: (_leaf, { groupId }) => groupId === null
}
