import type { ProductFacts } from '../../../board/board-facts.ts'
import { readValue } from '../../raw-node.ts'
import type { LeafDefinition } from '../condition-tree.ts'
import type { ProductLeafOf } from '../product-leaf.ts'

/** A specification displayed as "Retail Marijuana Product Type..." says anything (Promotions guide, ContainsCannabis). */
export const containsCannabis: LeafDefinition<ProductLeafOf<'ContainsCannabis'>, ProductFacts> = {
  spellings: ['ContainsCannabis'],
  bit: 512,
  read: () => readValue({ type: 'ContainsCannabis' }),
  holds: (_leaf, { traits }) =>
    traits.specifications.some(
      ({ displayName, value }) =>
        (displayName ?? '').startsWith('Retail Marijuana Product Type') && (value ?? '').trim() !== ''
    )
}
