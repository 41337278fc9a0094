import type { PriceSource } from '../../../shared/board-snapshot.ts'
import type { ConditionLine } from '../../../shared/manager/explanation.ts'
import type { ProductFacts } from '../../board/board-facts.ts'
import type { Audience } from '../../board/board-item.ts'
import { isolatedName } from '../../display/isolated-name.ts'
import { sentenceOf } from '../../display/sentence.ts'
import { cartPasses } from '../../promotion/condition/cart-condition.ts'
import type { CartLeaf } from '../../promotion/condition/cart-leaf.ts'
import { type ConditionTree, leavesOf, type Truth } from '../../promotion/condition/condition-tree.ts'
import type { LineLeaf } from '../../promotion/condition/line-leaf.ts'
import { linePasses } from '../../promotion/condition/line-condition.ts'
import { type ProductCondition, productPasses } from '../../promotion/condition/product-condition.ts'
import type { ProductLeaf } from '../../promotion/condition/product-leaf.ts'
import type { OfferContext } from '../../promotion/offer/offer-context.ts'
import { oneOf } from '../../promotion/offer/offer-phrases.ts'
import type { PromotionTerms } from '../../promotion/promotion-terms.ts'
import { type ConditionRole, type ConditionWords, conditionWordsOf } from './condition-words.ts'

/** The price whose conditions are told: one product, for whoever stands before a screen, from where it comes. */
export interface ConditionSubject {
  readonly product: ProductFacts
  readonly audience: Audience
  readonly source: PriceSource
}

/** One kind of tree: how its leaves are said, whether they hold, and what there is instead. */
interface Told<Leaf> {
  readonly text: (leaf: Leaf) => string
  readonly holds: (tree: ConditionTree<Leaf>) => Truth
  readonly own: (leaves: readonly Leaf[]) => string | null
}

/** Every condition of a promotion, a line for each, and whether this price meets it: of products, shoppers, then prices. */
export function conditionLinesOf(
  terms: PromotionTerms,
  subject: ConditionSubject,
  context: OfferContext
): readonly ConditionLine[] {
  const words = conditionWordsOf(context.format)
  const products = toldOfProducts(subject, words, context)
  return [
    ...productTreesOf(terms).flatMap(({ tree, role }) => linesOf(tree, role, products, words, context)),
    ...linesOf(terms.cart, null, toldOfShoppers(subject, words, context), words, context),
    ...linesOf(terms.line, null, toldOfPrices(subject, words), words, context)
  ]
}

function productTreesOf({
  type
}: PromotionTerms): readonly { readonly tree: ProductCondition; readonly role: ConditionRole | null }[] {
  switch (type.family) {
    case 'each-matched':
    case 'cheapest-matched':
      return [{ tree: type.itemsToMatch, role: null }]
    case 'match-then-cheapest-other':
      return [
        { tree: type.matchConditions, role: { kind: 'match' } },
        { tree: type.otherItemConditions, role: { kind: 'other' } }
      ]
    case 'bundle':
      return type.elements.map(({ condition }, index) => ({
        tree: condition,
        role: type.elements.length === 1 ? null : { kind: 'part', number: String(index + 1) }
      }))
  }
}

/** A tree as lines: one for each condition that must hold. A tree without conditions needs no line. */
function linesOf<Leaf>(
  tree: ConditionTree<Leaf>,
  role: ConditionRole | null,
  told: Told<Leaf>,
  words: ConditionWords,
  context: OfferContext
): readonly ConditionLine[] {
  return conjunctsOf(tree).map((part) => {
    const plain = textOf(part, told, words, context)
    const condition = role === null ? plain : words.role(role, plain)
    const holds = told.holds(part)
    const text =
      holds === true
        ? words.holds(condition)
        : holds === null
          ? words.unknown(condition)
          : words.fails(condition, part.kind === 'none-of' ? null : told.own(leavesOf(part)))
    return { text: sentenceOf(text, context.format.language), holds }
  })
}

function conjunctsOf<Leaf>(tree: ConditionTree<Leaf>): readonly ConditionTree<Leaf>[] {
  switch (tree.kind) {
    case 'none':
      return []
    case 'leaf':
    case 'none-of':
      return [tree]
    case 'any-of': {
      const [only] = tree.conditions
      return only !== undefined && tree.conditions.length === 1 ? conjunctsOf(only) : [tree]
    }
    case 'all-of':
      return tree.conditions.flatMap(conjunctsOf)
  }
}

function textOf<Leaf>(
  tree: ConditionTree<Leaf>,
  told: Told<Leaf>,
  words: ConditionWords,
  context: OfferContext
): string {
  const inner = (conditions: readonly ConditionTree<Leaf>[]): readonly string[] =>
    conditions.map((one) => {
      const text = textOf(one, told, words, context)
      return one.kind === 'leaf' || one.kind === 'none' || isSingle(one) ? text : `(${text})`
    })
  switch (tree.kind) {
    case 'none':
      return words.anything
    case 'leaf':
      return told.text(tree.leaf)
    case 'all-of':
      return tree.conditions.length === 0 ? words.anything : context.format.list(inner(tree.conditions))
    case 'any-of':
      return tree.conditions.length === 0 ? words.nothing : oneOf(inner(tree.conditions), context.format)
    case 'none-of': {
      if (tree.conditions.length === 0) return words.anything
      const text = oneOf(inner(tree.conditions), context.format)
      return words.not(tree.conditions.length === 1 ? text : `(${text})`)
    }
  }
}

function isSingle<Leaf>(tree: ConditionTree<Leaf>): boolean {
  return tree.kind !== 'leaf' && tree.kind !== 'none' && tree.kind !== 'none-of' && tree.conditions.length === 1
}

function toldOfProducts(
  { product }: ConditionSubject,
  words: ConditionWords,
  context: OfferContext
): Told<ProductLeaf> {
  const { names, format } = context
  const named = (name: string | null, id: number): string =>
    name === null ? words.byId(String(id)) : isolatedName(name)
  const fieldOf = (leaf: Extract<ProductLeaf, { type: 'SpecificationValue' }>) =>
    product.traits.specifications.find(({ fieldId, stringId }) =>
      leaf.fieldId === null ? stringId === leaf.stringId : fieldId === leaf.fieldId
    )
  return {
    text: (leaf) => {
      switch (leaf.type) {
        case 'CatalogId': {
          const name = productNameOf(leaf.productId, context)
          return name === null ? words.anotherProduct : words.product(isolatedName(name))
        }
        case 'Classification':
          return words.within(
            named(names.classification(leaf.categoryOrClassificationId), leaf.categoryOrClassificationId)
          )
        case 'Supplier':
          return words.suppliedBy(named(names.supplier(leaf.supplierId), leaf.supplierId))
        case 'SpecificationValue': {
          const called = fieldOf(leaf)?.displayName ?? leaf.stringId ?? words.byId(String(leaf.fieldId))
          return words.specification(isolatedName(called), isolatedName(leaf.value))
        }
        case 'NonStock':
          return words.nonStock
        case 'Regular':
          return words.regular
        case 'BatchTracked':
          return words.batchTracked
        case 'GiftCard':
          return words.giftCard
        case 'ContainsCannabis':
          return words.cannabis
        case 'IsGram':
          return words.byWeight
        case 'IsEach':
          return words.byPiece
      }
    },
    holds: (tree) => productPasses(tree, product),
    own: (leaves) => {
      const [first] = leaves
      if (first === undefined || leaves.some(({ type }) => type !== first.type)) return null
      switch (first.type) {
        case 'Classification':
          return product.classification.length === 0
            ? words.ownNoClass
            : words.ownClass(product.classification.map(isolatedName).join(' > '))
        case 'Supplier': {
          const { supplierIds } = product.traits
          return supplierIds.length === 0
            ? words.ownNoSupplier
            : words.ownSuppliers(format.list(supplierIds.map((id) => named(names.supplier(id), id))))
        }
        case 'SpecificationValue': {
          const value = fieldOf(first)?.value ?? null
          return value === null ? words.ownNoValue : words.ownValue(isolatedName(value))
        }
        case 'IsGram':
        case 'IsEach':
        case 'CatalogId':
        case 'NonStock':
        case 'Regular':
        case 'BatchTracked':
        case 'GiftCard':
        case 'ContainsCannabis':
          return null
      }
    }
  }
}

function toldOfShoppers({ audience }: ConditionSubject, words: ConditionWords, context: OfferContext): Told<CartLeaf> {
  const groupName = (groupId: number): string => {
    const name = context.names.group(groupId)
    return name === null ? words.byId(String(groupId)) : isolatedName(name)
  }
  return {
    text: (leaf) => {
      switch (leaf.type) {
        case 'MedCustomer':
          return words.medical
        case 'RecCustomer':
          return words.recreational
        case 'CustomerInPricingGroup':
          return words.inGroup(groupName(leaf.groupId))
        case 'CustomerNotInPricingGroup':
          return words.inNoGroup
      }
    },
    holds: (tree) => cartPasses(tree, audience),
    own: () => words.ownShoppers(audience.customer, audience.groupId === null ? null : groupName(audience.groupId))
  }
}

function toldOfPrices({ source }: ConditionSubject, words: ConditionWords): Told<LineLeaf> {
  return {
    text: () => words.atRegularPrice,
    holds: (tree) => linePasses(tree, { source }),
    own: () => {
      switch (source) {
        case 'regular':
          return null
        case 'sale':
          return words.ownSale
        case 'group':
        case 'group-sale':
          return words.ownGroupPrice
      }
    }
  }
}

function productNameOf(wanted: string, { products }: OfferContext): string | null {
  for (const { productId, name } of products()) if (productId === wanted) return name
  return null
}
