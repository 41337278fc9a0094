import type { ProductFacts } from '../../../board/board-facts.ts'
import { readInteger, readValue } from '../../raw-node.ts'
import type { LeafDefinition } from '../condition-tree.ts'
import type { ProductLeafOf } from '../product-leaf.ts'

/** One of the product's suppliers. The guide calls the node Supplier in its text and SupplierId in its table of bits. */
export const supplier: LeafDefinition<ProductLeafOf<'Supplier'>, ProductFacts> = {
  spellings: ['Supplier', 'SupplierId'],
  bit: 4096,
  read: (node, where) => {
    const id = readInteger(node, 'SupplierId', where, -Infinity)
    return id.ok ? readValue({ type: 'Supplier', supplierId: id.value }) : id
  },
  holds: ({ supplierId }, { traits }) => traits.supplierIds.includes(supplierId)
}
