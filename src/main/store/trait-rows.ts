import type { ProductTraits, TraitSpecification } from '../../domain/board/board-facts.ts'
import type { ClassificationPath, ClassificationPathOf } from './classification-paths.ts'

export type SpecificationRow = readonly [
  productId: string,
  fieldName: string | null,
  displayName: string | null,
  value: string | null,
  unit: string | null,
  fieldId: number | null,
  stringId: string | null
]

export const SPECIFICATION_FIELDS = 'product_id, field_name, display_name, value, unit, field_id, string_id'
export const SUPPLIERS = 'SELECT DISTINCT product_id, supplier_id FROM product_sku WHERE supplier_id IS NOT NULL'

/** What a product's row says for its traits. */
export interface TraitRow {
  readonly isNonStock: number | null
  readonly isBatchTracked: number | null
  readonly classificationId: number | null
  readonly classificationName: string | null
  readonly classificationPath: string | null
}

export interface TraitMaker {
  readonly traitsOf: (
    row: TraitRow,
    parts: {
      readonly specifications: readonly SpecificationRow[]
      readonly supplierIds: readonly number[]
      readonly pathOf: ClassificationPathOf
    }
  ) => ProductTraits
}

/** Different specifications and suppliers kept to be shared; a catalogue has some thousands. */
const MOST_SHARED = 100_000
const NONE: readonly never[] = []

/**
 * Makes traits of rows. Thousands of products at several locations say the same few things again and again: what is equal
 * is one object, whichever product and location it was read for.
 */
export const makeTraitMaker = (): TraitMaker => {
  const specifications = new Map<string, TraitSpecification>()
  const suppliers = new Map<string, readonly number[]>()

  const specificationOf = ([, , displayName, value, , fieldId, stringId]: SpecificationRow): TraitSpecification => {
    const key = `${fieldId}\n${stringId}\n${displayName}\n${value}`
    let shared = specifications.get(key)
    if (shared === undefined) {
      if (specifications.size >= MOST_SHARED) specifications.clear()
      specifications.set(key, (shared = { fieldId, stringId, displayName, value }))
    }
    // Texts may hold the separator, and null reads like "null": what is shared must be the same in every field.
    return shared.fieldId === fieldId &&
      shared.stringId === stringId &&
      shared.displayName === displayName &&
      shared.value === value
      ? shared
      : { fieldId, stringId, displayName, value }
  }
  const suppliersOf = (ids: readonly number[]): readonly number[] => {
    if (ids.length === 0) return NONE
    const key = ids.join()
    let shared = suppliers.get(key)
    if (shared === undefined) {
      if (suppliers.size >= MOST_SHARED) suppliers.clear()
      suppliers.set(key, (shared = ids))
    }
    return shared
  }

  return {
    traitsOf: (row, parts) => {
      const path = row.classificationId === null ? null : parts.pathOf(row.classificationId)
      return {
        classificationIds: path?.ids ?? NONE,
        classificationIsWhole: isWhole(row, path),
        supplierIds: suppliersOf(parts.supplierIds),
        specifications: parts.specifications.length === 0 ? NONE : parts.specifications.map(specificationOf),
        isNonStock: flagOf(row.isNonStock),
        isBatchTracked: flagOf(row.isBatchTracked)
      }
    }
  }
}

const isWhole = ({ classificationName, classificationPath }: TraitRow, path: ClassificationPath | null): boolean => {
  // Named without an id, it stands somewhere, and nobody knows under what.
  if (path === null) return `${classificationName ?? ''}${classificationPath ?? ''}`.trim() === ''
  // Categories need not be listed themselves: then the names from the top to the product tell how many there are.
  const names = (classificationPath ?? '').split(' > ').filter((name) => name.trim() !== '')
  return path.isWhole || (names.length > 0 && path.ids.length >= names.length)
}

const flagOf = (bit: number | null): boolean | null => (bit === null ? null : bit === 1)
