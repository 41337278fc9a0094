import type { ProductFacts } from '../board/board-facts.ts'
import type { ProductCondition } from '../promotion/condition/product-condition.ts'
import type { MissingPart } from './missing.ts'

/** In what units of a condition can be: as the condition says, else as the lines of the basket that meet it are sold. */
export function measureOf(condition: ProductCondition, inBasket: readonly ProductFacts[]): MissingPart['measure'] {
  if (asksFor(condition, 'IsGram')) return 'grams'
  if (asksFor(condition, 'IsEach')) return 'pieces'
  if (inBasket.length === 0) return 'either'
  if (inBasket.every(({ unit }) => unit === 'g')) return 'grams'
  return inBasket.every(({ unit }) => unit === 'each') ? 'pieces' : 'either'
}

/** Whether nothing meets a condition that is not measured so. */
function asksFor(condition: ProductCondition, type: 'IsGram' | 'IsEach'): boolean {
  switch (condition.kind) {
    case 'none':
      return false
    case 'leaf':
      return condition.leaf.type === type
    case 'all-of':
      return condition.conditions.some((inner) => asksFor(inner, type))
    case 'any-of':
      return condition.conditions.length > 0 && condition.conditions.every((inner) => asksFor(inner, type))
    case 'none-of': {
      const opposite = type === 'IsGram' ? 'IsEach' : 'IsGram'
      return condition.conditions.some((inner) => inner.kind === 'leaf' && inner.leaf.type === opposite)
    }
  }
}
