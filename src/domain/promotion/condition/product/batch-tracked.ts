import type { ProductFacts } from '../../../board/board-facts.ts'
import { readValue } from '../../raw-node.ts'
import type { LeafDefinition } from '../condition-tree.ts'
import type { ProductLeafOf } from '../product-leaf.ts'

/** `IsBatchTracked` is true (Promotions guide, BatchTracked). */
export const batchTracked: LeafDefinition<ProductLeafOf<'BatchTracked'>, ProductFacts> = {
  spellings: ['BatchTracked'],
  bit: 64,
  read: () => readValue({ type: 'BatchTracked' }),
  holds: (_leaf, { traits }) => traits.isBatchTracked
}
