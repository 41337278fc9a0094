import { z } from 'zod'
import type { ClassificationRecord, RejectedRecord } from '../records.ts'
import { integer, integerOf, name } from './fields.ts'
import { fieldOf, wrongShape } from './parse-outcome.ts'
import { reasonOf, rejectedRecord } from './rejected-record.ts'

/** The shape of a parent is nowhere stated: an id, or an object with one. */
const parentId = z
  .union([integer, z.object({ Id: integer })], { error: 'expected an id or an object with an Id' })
  .transform((parent) => (typeof parent === 'number' ? parent : parent.Id))

const classificationSchema = z.object({ Id: integer, Name: name, ParentCategories: z.array(parentId).nullish() })

/** The `Classifications` of a catalogue page. A missing list is an empty one: other pages may carry it. */
export function readClassifications(list: unknown): {
  readonly classifications: readonly ClassificationRecord[]
  readonly rejected: readonly RejectedRecord[]
} {
  const classifications = new Map<number, ClassificationRecord>()
  const rejected: RejectedRecord[] = []
  if (!Array.isArray(list)) {
    if (list !== null && list !== undefined) {
      const reason = wrongShape('Classifications', 'array', list).reason
      rejected.push(rejectedRecord('catalogue', 'classification', null, reason, list))
    }
    return { classifications: [], rejected }
  }
  for (const value of list as readonly unknown[]) {
    const checked = classificationSchema.safeParse(value)
    if (checked.success) {
      const { Id, Name, ParentCategories } = checked.data
      const record = { classificationId: Id, name: Name, parentCategoryIds: [...new Set(ParentCategories ?? [])] }
      classifications.set(Id, record)
    } else {
      const key = integerOf(fieldOf(value, 'Id'))
      rejected.push(rejectedRecord('catalogue', 'classification', key, reasonOf(checked.error), value))
    }
  }
  return { classifications: [...classifications.values()], rejected }
}
