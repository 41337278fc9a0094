import type { ProductFacts } from '../../../board/board-facts.ts'
import { readInteger, readOptional, readValue, unreadable } from '../../raw-node.ts'
import type { LeafDefinition } from '../condition-tree.ts'
import type { ProductLeafOf } from '../product-leaf.ts'

/** A specification by FieldId, else by StringId, whose value is the same but for case (pricing rules, Promotions in a basket). */
export const specificationValue: LeafDefinition<ProductLeafOf<'SpecificationValue'>, ProductFacts> = {
  spellings: ['SpecificationValue'],
  bit: 16384,
  read: (node, where) => {
    const { StringId, Value } = node
    const fieldId = readOptional(node, 'FieldId', () => readInteger(node, 'FieldId', where, -Infinity))
    if (!fieldId.ok) return fieldId
    const stringId = typeof StringId === 'string' && StringId !== '' ? StringId : null
    if (fieldId.value === null && stringId === null) return unreadable(`${where}.FieldId`, 'it or a StringId')
    if (typeof Value !== 'string') return unreadable(`${where}.Value`, 'a text')
    return readValue({ type: 'SpecificationValue', fieldId: fieldId.value, stringId, value: Value })
  },
  holds: ({ fieldId, stringId, value }, { traits }) =>
    traits.specifications.some(
      (field) =>
        (fieldId === null ? field.stringId === stringId : field.fieldId === fieldId) &&
        field.value !== null &&
        field.value.toLowerCase() === value.toLowerCase()
    )
}
