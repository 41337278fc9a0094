import type { ProductFacts } from '../../../board/board-facts.ts'
import { readValue, unreadable } from '../../raw-node.ts'
import type { LeafDefinition } from '../condition-tree.ts'
import type { ProductLeafOf } from '../product-leaf.ts'

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** One product by its id; every caller has to know it. Guids differ in case between feeds (Promotions guide, CatalogId). */
export const catalogId: LeafDefinition<ProductLeafOf<'CatalogId'>, ProductFacts> = {
  spellings: ['CatalogId'],
  bit: 0,
  read: (node, where) => {
    const id = node['Id']
    const productId = typeof id === 'string' ? id.trim().toLowerCase() : ''
    return GUID.test(productId) ? readValue({ type: 'CatalogId', productId }) : unreadable(`${where}.Id`, 'a guid')
  },
  holds: ({ productId }, product) => product.productId === productId
}
