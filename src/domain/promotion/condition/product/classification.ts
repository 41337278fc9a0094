import type { ProductFacts } from '../../../board/board-facts.ts'
import { readInteger, readValue } from '../../raw-node.ts'
import type { LeafDefinition } from '../condition-tree.ts'
import type { ProductLeafOf } from '../product-leaf.ts'

/** The product's classification, or a category above it (Promotions guide, Classification). */
export const classification: LeafDefinition<ProductLeafOf<'Classification'>, ProductFacts> = {
  spellings: ['Classification'],
  bit: 16,
  read: (node, where) => {
    const id = readInteger(node, 'ParentCategoryOrClassificationId', where, -Infinity)
    return id.ok ? readValue({ type: 'Classification', categoryOrClassificationId: id.value }) : id
  },
  holds: ({ categoryOrClassificationId }, { traits }) => {
    if (traits.classificationIds.includes(categoryOrClassificationId)) return true
    return traits.classificationIsWhole ? false : null
  }
}
