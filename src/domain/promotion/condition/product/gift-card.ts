import type { ProductFacts } from '../../../board/board-facts.ts'
import { readValue } from '../../raw-node.ts'
import type { LeafDefinition } from '../condition-tree.ts'
import type { ProductLeafOf } from '../product-leaf.ts'

/** A specification displayed as "Integrated Gift Card" says true or yes (Promotions guide, GiftCard). */
export const giftCard: LeafDefinition<ProductLeafOf<'GiftCard'>, ProductFacts> = {
  spellings: ['GiftCard'],
  bit: 128,
  read: () => readValue({ type: 'GiftCard' }),
  holds: (_leaf, { traits }) =>
    traits.specifications.some(
      ({ displayName, value }) => displayName === 'Integrated Gift Card' && /^(true|yes)$/i.test((value ?? '').trim())
    )
}
