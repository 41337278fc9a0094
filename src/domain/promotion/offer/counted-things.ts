import type { ProductFacts } from '../../board/board-facts.ts'
import { isolatedName } from '../../display/isolated-name.ts'
import { type ProductCondition, productPasses } from '../condition/product-condition.ts'
import type { ProductLeaf } from '../condition/product-leaf.ts'
import type { OfferContext } from './offer-context.ts'
import { shopTruthsOf } from './shop-truths.ts'

/** What a condition counts, as far as a shopper can be told in few words. */
export type Things =
  | { readonly kind: 'anything' }
  /** Any of the names, of any of the makers; one of the two lists may be empty. */
  | { readonly kind: 'named'; readonly names: readonly string[]; readonly makers: readonly string[] }
  /** More than a few words could say: the products that carry the badge. */
  | { readonly kind: 'these' }

/** How units of a condition's products are counted at a location. */
export type Measure = 'each' | 'grams' | 'both'

export interface CountedThings {
  readonly things: Things
  readonly measure: Measure
  /** Taxes come on top of a price of theirs; `onFree` where one is taken even of what costs nothing. */
  readonly taxAdded: boolean
  readonly taxOnFree: boolean
}

/** More names than these are a list that nobody reads. */
const MOST_NAMES = 3
const MOST_NAME_LENGTH = 40

/**
 * What a condition counts at a location. Names are said only where they promise no more than the condition: every product
 * here that the names mean must pass it. Where the words say grams, names need not say that pieces are left out.
 */
export function countedThingsOf(condition: ProductCondition, context: OfferContext, saysGrams: boolean): CountedThings {
  const said = sayableOf(condition)
  const { products, of } = shopTruthsOf(context)
  const passes = of(condition)
  const isMeant = said === null ? null : { whats: of(anyOf(said.whats)), makers: of(anyOf(said.makers)) }
  let taxed = false
  let taxedWhenFree = false
  let isHonest = said !== null
  const passing: ProductFacts[] = []
  for (const [index, product] of products.entries()) {
    if (passes(index) === true) {
      passing.push(product)
      for (const { kind, calculatedOn } of product.taxRates) {
        taxed = true
        if (kind === 'FlatRate' || calculatedOn === 'BasePriceListPrice') taxedWhenFree = true
      }
    } else if (isHonest && said !== null && isMeant?.whats(index) !== false && isMeant?.makers(index) !== false) {
      // Grams in the words already leave out what is sold by the piece.
      isHonest = saysGrams && said.byGram && product.unit !== 'g'
    }
  }
  const grams = passing.filter(({ unit }) => unit === 'g').length
  const taxAdded = context.taxPricing === 'Exclusive' && taxed
  return {
    things: said !== null && isHonest ? thingsOf(said, passing, context) : { kind: 'these' },
    measure: grams === 0 ? 'each' : grams === passing.length ? 'grams' : 'both',
    taxAdded,
    taxOnFree: taxAdded && taxedWhenFree
  }
}

/** Alternatives of one kind and, where there are any, of who makes them; both have to hold. */
interface Sayable {
  readonly whats: readonly NameLeaf[]
  readonly makers: readonly MakerLeaf[]
  readonly byGram: boolean
}

type NameLeaf = Extract<ProductLeaf, { type: 'CatalogId' | 'Classification' }>
type MakerLeaf = Extract<ProductLeaf, { type: 'Supplier' | 'SpecificationValue' }>

/** The part of a condition that names can say; null where there is none. Flags are left to the check against products. */
function sayableOf(condition: ProductCondition): Sayable | null {
  const alternatives = conjunctsOf(condition)
  if (alternatives === null) return null
  let whats: readonly NameLeaf[] | null = null
  let makers: readonly MakerLeaf[] | null = null
  let byGram = false
  for (const leaves of alternatives) {
    const [only] = leaves
    if (leaves.every(isName)) {
      if (whats !== null) return null
      whats = leaves.filter(isName)
    } else if (leaves.every(isMaker)) {
      if (makers !== null) return null
      makers = leaves.filter(isMaker)
    } else if (leaves.length === 1 && only?.type === 'IsGram') byGram = true
  }
  return { whats: whats ?? [], makers: makers ?? [], byGram }
}

/** A condition as alternatives that must all hold; null for shapes that are rare and hard to say. */
function conjunctsOf(condition: ProductCondition): readonly (readonly ProductLeaf[])[] | null {
  switch (condition.kind) {
    case 'none':
      return []
    case 'leaf':
      return [[condition.leaf]]
    case 'none-of':
      // Whether what it leaves out matters here is seen on the products.
      return []
    case 'all-of': {
      const all: (readonly ProductLeaf[])[] = []
      for (const inner of condition.conditions) {
        const conjuncts = conjunctsOf(inner)
        if (conjuncts === null) return null
        all.push(...conjuncts)
      }
      return all
    }
    case 'any-of': {
      const any: ProductLeaf[] = []
      for (const inner of condition.conditions) {
        const conjuncts = conjunctsOf(inner)
        const [only] = conjuncts ?? []
        if (conjuncts === null || only === undefined || conjuncts.length > 1) return null
        any.push(...only)
      }
      return [any]
    }
  }
}

const isName = (leaf: ProductLeaf): leaf is NameLeaf => leaf.type === 'CatalogId' || leaf.type === 'Classification'

const isMaker = (leaf: ProductLeaf): leaf is MakerLeaf => leaf.type === 'Supplier' || leaf.type === 'SpecificationValue'

/** Products that the names would make a shopper think of: where the catalogue does not say, it may be one. */
function anyOf(leaves: readonly ProductLeaf[]): ProductCondition {
  if (leaves.length === 0) return { kind: 'none' }
  return { kind: 'any-of', conditions: leaves.map((leaf) => ({ kind: 'leaf', leaf })) }
}

function thingsOf({ whats, makers }: Sayable, passing: readonly ProductFacts[], context: OfferContext): Things {
  // A condition that nothing here passes is not one that everything does.
  if (whats.length === 0 && makers.length === 0) return { kind: passing.length === 0 ? 'these' : 'anything' }
  const names = namesOf(whats, (leaf) => nameOf(leaf, passing, context))
  const makerNames = namesOf(makers, (leaf) => makerOf(leaf, passing, context))
  return names === null || makerNames === null ? { kind: 'these' } : { kind: 'named', names, makers: makerNames }
}

/** Null where one has no name, or where there are too many to read. */
function namesOf<Leaf>(leaves: readonly Leaf[], nameOfLeaf: (leaf: Leaf) => string | null): readonly string[] | null {
  const names = new Set<string>()
  for (const leaf of leaves) {
    const name = nameOfLeaf(leaf)?.trim() ?? ''
    if (name === '' || name.length > MOST_NAME_LENGTH) return null
    names.add(isolatedName(name))
    if (names.size > MOST_NAMES) return null
  }
  return [...names]
}

function nameOf(leaf: NameLeaf, passing: readonly ProductFacts[], { names }: OfferContext): string | null {
  switch (leaf.type) {
    case 'Classification':
      return names.classification(leaf.categoryOrClassificationId)
    case 'CatalogId':
      return passing.find(({ productId }) => productId === leaf.productId)?.name ?? null
  }
}

/** A specification has a name only where it is the brand, as the catalogue spells it. */
function makerOf(leaf: MakerLeaf, passing: readonly ProductFacts[], { names }: OfferContext): string | null {
  switch (leaf.type) {
    case 'Supplier':
      return names.supplier(leaf.supplierId)
    case 'SpecificationValue':
      return (
        passing.find(
          (product) =>
            product.details.brand?.toLowerCase() === leaf.value.toLowerCase() &&
            productPasses({ kind: 'leaf', leaf }, product) === true
        )?.details.brand ?? null
      )
  }
}
