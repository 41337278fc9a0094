import type { ProductCondition } from '../promotion/condition/product-condition.ts'
import type { OfferNames } from '../promotion/offer/offer-context.ts'
import type { Missing, MissingPart } from './missing.ts'

/** How a condition is called in a sentence; `isAll` where the name says all that it asks for. */
interface Called {
  readonly noun: string | null
  readonly from: string | null
  readonly isAll: boolean
}

const NOT_CALLED: Called = { noun: null, from: null, isAll: false }

/**
 * What is missing, in English for programs (contract, `near`): "one more of Gummies", "1.5 g more of Night Ferry". Where a
 * name does not say all that is asked for, "that counts" is added: nobody is promised what the register will not give.
 */
export function needsTextOf(missing: Missing, names: OfferNames): string {
  return missing.parts.map((part) => partText(part, names)).join(' and ')
}

function partText(part: MissingPart, names: OfferNames): string {
  const { topUp, units, measure, gramsPerUnit } = part
  if (topUp !== null && units === 1) {
    const name = names.product(topUp.productId)
    return `${topUp.grams.toFixed()} g more${name === null ? ' that counts' : ` of ${name}`}`
  }
  const what = calledText(calledOf(part.condition, names))
  const number = units === 1 ? 'one' : String(units)
  switch (measure) {
    case 'grams':
      return `${gramsPerUnit.times(units).toFixed()} g more${what}`
    case 'pieces':
      return `${number} more${what}`
    case 'either':
      return gramsPerUnit.eq(1)
        ? `${number} more${what}`
        : `${number} more${what}, ${gramsPerUnit.toFixed()} g counting as one`
  }
}

function calledText({ noun, from, isAll }: Called): string {
  const supplier = from === null ? '' : ` from ${from}`
  if (noun === null && from === null) return isAll ? '' : ' that counts'
  return `${noun === null ? '' : ` of ${noun}`}${supplier}${isAll ? '' : ' that counts'}`
}

function calledOf(condition: ProductCondition, names: OfferNames): Called {
  switch (condition.kind) {
    case 'none':
      return { noun: null, from: null, isAll: true }
    case 'none-of':
      return NOT_CALLED
    case 'leaf':
      return calledLeaf(condition.leaf, names)
    case 'all-of': {
      const inner = condition.conditions.map((one) => calledOf(one, names))
      const nouns = inner.flatMap(({ noun }) => noun ?? [])
      const from = inner.flatMap((one) => one.from ?? [])
      return {
        noun: nouns.at(-1) ?? null,
        from: from.at(-1) ?? null,
        isAll: inner.every(({ isAll }) => isAll) && nouns.length <= 1 && from.length <= 1
      }
    }
    case 'any-of': {
      const inner = condition.conditions.map((one) => calledOf(one, names))
      const [only] = inner
      if (only !== undefined && inner.length === 1) return only
      const nouns = inner.flatMap(({ noun, from }) => (from === null ? (noun ?? []) : []))
      const suppliers = inner.flatMap(({ noun, from }) => (noun === null ? (from ?? []) : []))
      const isAll = inner.length > 0 && inner.every((one) => one.isAll)
      if (nouns.length === inner.length) return { noun: eitherOf(nouns), from: null, isAll }
      if (suppliers.length === inner.length) return { noun: null, from: eitherOf(suppliers), isAll }
      return NOT_CALLED
    }
  }
}

function calledLeaf(leaf: Extract<ProductCondition, { kind: 'leaf' }>['leaf'], names: OfferNames): Called {
  switch (leaf.type) {
    case 'Classification':
      return nounOrNot(names.classification(leaf.categoryOrClassificationId))
    case 'CatalogId':
      return nounOrNot(names.product(leaf.productId))
    case 'Supplier': {
      const from = names.supplier(leaf.supplierId)
      return from === null ? NOT_CALLED : { noun: null, from, isAll: true }
    }
    case 'IsGram':
    case 'IsEach':
      // The measure says it.
      return { noun: null, from: null, isAll: true }
    case 'NonStock':
    case 'BatchTracked':
    case 'GiftCard':
    case 'Regular':
    case 'ContainsCannabis':
    case 'SpecificationValue':
      return NOT_CALLED
  }
}

function nounOrNot(noun: string | null): Called {
  return noun === null ? NOT_CALLED : { noun, from: null, isAll: true }
}

/** "A, B or C"; of a longer list the first three, which is then not all of it but each of them counts. */
function eitherOf(names: readonly string[]): string {
  const some = [...new Set(names)].slice(0, 3)
  return some.length <= 1 ? (some[0] ?? '') : `${some.slice(0, -1).join(', ')} or ${some.at(-1)}`
}
