import type { ProductFacts } from '../../../board/board-facts.ts'
import { readValue } from '../../raw-node.ts'
import type { LeafDefinition } from '../condition-tree.ts'
import type { ProductLeafOf } from '../product-leaf.ts'

/** Sold by the piece: `MeasurementType` is SingleUnit (Promotions guide, IsEach). */
export const isEach: LeafDefinition<ProductLeafOf<'IsEach'>, ProductFacts> = {
  spellings: ['IsEach'],
  bit: 2048,
  read: () => readValue({ type: 'IsEach' }),
  holds: (_leaf, { unit }) => unit === 'each'
}
