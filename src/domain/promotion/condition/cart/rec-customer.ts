import type { Audience } from '../../../board/board-item.ts'
import { readValue } from '../../raw-node.ts'
import type { CartLeafOf } from '../cart-leaf.ts'
import type { LeafDefinition } from '../condition-tree.ts'

/** Anybody who is not a medical customer (Promotions guide, RecCustomer). */
export const recCustomer: LeafDefinition<CartLeafOf<'RecCustomer'>, Audience> = {
  spellings: ['RecCustomer'],
  bit: 2,
  read: () => readValue({ type: 'RecCustomer' }),
  holds: (_leaf, { customer }) => customer !== 'medical'
}
