import type { ProductFacts } from '../../../board/board-facts.ts'
import { readValue } from '../../raw-node.ts'
import type { LeafDefinition } from '../condition-tree.ts'
import type { ProductLeafOf } from '../product-leaf.ts'

/** A product that is kept in stock: `IsNonStock` is false (Promotions guide, Regular). */
export const regular: LeafDefinition<ProductLeafOf<'Regular'>, ProductFacts> = {
  spellings: ['Regular'],
  bit: 256,
  read: () => readValue({ type: 'Regular' }),
  holds: (_leaf, { traits }) => (traits.isNonStock === null ? null : !traits.isNonStock)
}
