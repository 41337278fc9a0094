import type { ProductFacts } from '../../board/board-facts.ts'
import type { Read } from '../raw-node.ts'
import {
  capabilityBitsOf,
  type ConditionTree,
  holdsFor,
  type LeafTable,
  readConditionTree,
  type Truth
} from './condition-tree.ts'
import type { ProductLeaf } from './product-leaf.ts'
import { batchTracked } from './product/batch-tracked.ts'
import { catalogId } from './product/catalog-id.ts'
import { classification } from './product/classification.ts'
import { containsCannabis } from './product/contains-cannabis.ts'
import { giftCard } from './product/gift-card.ts'
import { isEach } from './product/is-each.ts'
import { isGram } from './product/is-gram.ts'
import { nonStock } from './product/non-stock.ts'
import { regular } from './product/regular.ts'
import { specificationValue } from './product/specification-value.ts'
import { supplier } from './product/supplier.ts'

export type ProductCondition = ConditionTree<ProductLeaf>

/** The one table of product conditions: what is in it is asked for, read and evaluated. */
const PRODUCT_CONDITIONS: LeafTable<ProductLeaf, ProductFacts> = {
  CatalogId: catalogId,
  Classification: classification,
  NonStock: nonStock,
  BatchTracked: batchTracked,
  GiftCard: giftCard,
  Regular: regular,
  ContainsCannabis: containsCannabis,
  IsGram: isGram,
  IsEach: isEach,
  Supplier: supplier,
  SpecificationValue: specificationValue
}

export const PRODUCT_CONDITION_BITS = capabilityBitsOf(PRODUCT_CONDITIONS)

export function readProductCondition(value: unknown, where: string): Read<ProductCondition> {
  return readConditionTree(value, where, PRODUCT_CONDITIONS)
}

/** Whether a product passes the whole tree (Promotions guide: it must evaluate to True); null where its facts do not say. */
export function productPasses(condition: ProductCondition, product: ProductFacts): Truth {
  return holdsFor(condition, product, PRODUCT_CONDITIONS)
}
