import { readValue } from '../../raw-node.ts'
import type { LeafDefinition } from '../condition-tree.ts'
import type { LineLeaf, LineSubject } from '../line-leaf.ts'

/** A line at its regular price; a group's price counts as a sale here (pricing rules, Promotions in a basket). */
export const noSalePricing: LeafDefinition<LineLeaf, LineSubject> = {
  spellings: ['NoSalePricing'],
  bit: 8,
  read: () => readValue({ type: 'NoSalePricing' }),
  holds: (_leaf, { source }) => source === 'regular'
}
