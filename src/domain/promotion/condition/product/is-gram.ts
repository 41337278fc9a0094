import type { ProductFacts } from '../../../board/board-facts.ts'
import { readValue } from '../../raw-node.ts'
import type { LeafDefinition } from '../condition-tree.ts'
import type { ProductLeafOf } from '../product-leaf.ts'

/** Sold by the gram: `MeasurementType` is Mass (Promotions guide, IsGram). */
export const isGram: LeafDefinition<ProductLeafOf<'IsGram'>, ProductFacts> = {
  spellings: ['IsGram'],
  bit: 1024,
  read: () => readValue({ type: 'IsGram' }),
  holds: (_leaf, { unit }) => unit === 'g'
}
