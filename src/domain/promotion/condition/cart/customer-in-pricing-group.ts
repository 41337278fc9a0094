import type { Audience } from '../../../board/board-item.ts'
import { readInteger, readValue } from '../../raw-node.ts'
import type { CartLeafOf } from '../cart-leaf.ts'
import type { LeafDefinition } from '../condition-tree.ts'

/** A customer of the pricing group (Promotions guide, CustomerInPricingGroup). */
export const customerInPricingGroup: LeafDefinition<CartLeafOf<'CustomerInPricingGroup'>, Audience> = {
  spellings: ['CustomerInPricingGroup'],
  bit: 4,
  read: (node, where) => {
    const id = readInteger(node, 'PricingGroupId', where, -Infinity)
    return id.ok ? readValue({ type: 'CustomerInPricingGroup', groupId: id.value }) : id
  },
  holds: ({ groupId }, shopper) => shopper.groupId === groupId
}
