import type { Audience } from '../../../board/board-item.ts'
import { readValue } from '../../raw-node.ts'
import type { CartLeafOf } from '../cart-leaf.ts'
import type { LeafDefinition } from '../condition-tree.ts'

/** A medical customer (Promotions guide, MedCustomer). */
export const medCustomer: LeafDefinition<CartLeafOf<'MedCustomer'>, Audience> = {
  spellings: ['MedCustomer'],
  bit: 1,
  read: () => readValue({ type: 'MedCustomer' }),
  holds: (_leaf, { customer }) => customer === 'medical'
}
