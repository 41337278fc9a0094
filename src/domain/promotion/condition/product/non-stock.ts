import type { ProductFacts } from '../../../board/board-facts.ts'
import { readValue } from '../../raw-node.ts'
import type { LeafDefinition } from '../condition-tree.ts'
import type { ProductLeafOf } from '../product-leaf.ts'

/** A product that is not kept in stock: `IsNonStock` is true (Promotions guide, NonStock). */
export const nonStock: LeafDefinition<ProductLeafOf<'NonStock'>, ProductFacts> = {
  spellings: ['NonStock'],
  bit: 32,
  read: () => readValue({ type: 'NonStock' }),
  holds: (_leaf, { traits }) => traits.isNonStock
}
