import type { ProductFacts } from '../../board/board-facts.ts'
import type { Truth } from '../condition/condition-tree.ts'
import { type ProductCondition, productPasses } from '../condition/product-condition.ts'
import type { ProductLeaf } from '../condition/product-leaf.ts'
import type { OfferContext } from './offer-context.ts'

const NO = 0
const YES = 1
const UNKNOWN = 2

/** Products of a shop, and for each whether a condition holds: hundreds of promotions ask the same of thousands of products. */
export interface ShopTruths {
  readonly products: readonly ProductFacts[]
  /** By the index of the product. */
  readonly of: (condition: ProductCondition) => (index: number) => Truth
}

const truthsByContext = new WeakMap<OfferContext, ShopTruths>()

/** Truths over the products that a context has when it is first asked; they hold as long as the context does. */
export function shopTruthsOf(context: OfferContext): ShopTruths {
  let truths = truthsByContext.get(context)
  if (truths === undefined) truthsByContext.set(context, (truths = truthsOver([...context.products()])))
  return truths
}

function truthsOver(products: readonly ProductFacts[]): ShopTruths {
  const byLeaf = new Map<string, Uint8Array>()
  const { length } = products

  function ofLeaf(leaf: ProductLeaf): Uint8Array {
    const key = JSON.stringify(leaf)
    let truths = byLeaf.get(key)
    if (truths === undefined) {
      truths = new Uint8Array(length)
      for (const [index, product] of products.entries()) {
        const passes = productPasses({ kind: 'leaf', leaf }, product)
        truths[index] = passes === null ? UNKNOWN : passes ? YES : NO
      }
      byLeaf.set(key, truths)
    }
    return truths
  }

  /** What decides an "all of": NO as soon as one is; else UNKNOWN where one is. `negates` takes each the other way round. */
  function all(conditions: readonly ProductCondition[], negates: boolean): Uint8Array {
    const truths = new Uint8Array(length).fill(YES)
    for (const condition of conditions) {
      const inner = ofTree(condition)
      for (let index = 0; index < length; index += 1) {
        const truth = negates ? negated(inner[index] ?? NO) : (inner[index] ?? NO)
        if (truth === NO) truths[index] = NO
        else if (truth === UNKNOWN && truths[index] === YES) truths[index] = UNKNOWN
      }
    }
    return truths
  }

  function ofTree(condition: ProductCondition): Uint8Array {
    switch (condition.kind) {
      case 'none':
        return new Uint8Array(length).fill(YES)
      case 'leaf':
        return ofLeaf(condition.leaf)
      case 'all-of':
        return all(condition.conditions, false)
      case 'any-of':
        return all(condition.conditions, true).map(negated)
      case 'none-of':
        return all(condition.conditions, true)
    }
  }

  return {
    products,
    of: (condition) => {
      const truths = ofTree(condition)
      return (index) => {
        const truth = truths[index]
        return truth === UNKNOWN ? null : truth === YES
      }
    }
  }
}

function negated(truth: number): number {
  return truth === UNKNOWN ? UNKNOWN : truth === YES ? NO : YES
}
