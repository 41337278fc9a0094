import type { ProductFacts, ProductTraits } from '../../domain/board/board-facts.ts'
import { productDetailsOf } from '../../domain/board/product-details.ts'
import type { Specification } from '../../domain/board/product-details.ts'
import { Amount, ZERO } from '../../domain/money/amount.ts'
import type { PriceRecord, SalePrice } from '../../domain/pricing/price-record.ts'
import type { TaxRate } from '../../domain/tax/tax-rate.ts'
import type { RecordRow, SaleRow } from './price-set.ts'
import { recordOfRow, saleOfRow } from './price-set.ts'
import type { SpecificationRow, TraitRow } from './trait-rows.ts'

export interface ProductRow extends TraitRow {
  readonly setId: number
  readonly productId: string
  readonly name: string
  readonly measurementType: string
  readonly availabilityKnown: number
  readonly heroShotUri: string | null
}

export interface TaxRateRow extends Omit<TaxRate, 'name'> {
  readonly name: string
  readonly displayName: string | null
}

const NO_SALES: readonly SalePrice[] = []

const appendTo = <Key, Value>(groups: Map<Key, Value[]>, key: Key, value: Value): void => {
  const group = groups.get(key)
  if (group === undefined) groups.set(key, [value])
  else group.push(value)
}

/** Sales by set, then by the ordinal of their record. */
export const groupSales = (
  rows: readonly (readonly unknown[])[]
): ReadonlyMap<number, ReadonlyMap<number, SalePrice[]>> => {
  const bySet = new Map<number, Map<number, SalePrice[]>>()
  for (const row of rows) {
    const setId = Number(row[5])
    let ofSet = bySet.get(setId)
    if (ofSet === undefined) bySet.set(setId, (ofSet = new Map()))
    const sale = row as unknown as SaleRow
    appendTo(ofSet, sale[0], saleOfRow(sale))
  }
  return bySet
}

export const groupRecords = (
  rows: readonly (readonly unknown[])[],
  sales: ReadonlyMap<number, ReadonlyMap<number, SalePrice[]>>
): ReadonlyMap<number, PriceRecord[]> => {
  const bySet = new Map<number, PriceRecord[]>()
  let setId = -1
  let group: PriceRecord[] = []
  for (const row of rows) {
    const id = row[11] as number
    if (id !== setId) {
      setId = id
      group = []
      bySet.set(id, group)
    }
    const record = row as unknown as RecordRow
    group.push(recordOfRow(record, record[10] === 0 ? NO_SALES : (sales.get(id)?.get(group.length) ?? NO_SALES)))
  }
  return bySet
}

export const groupPairs = <Value>(rows: readonly (readonly [string, Value])[]): ReadonlyMap<string, Value[]> => {
  const groups = new Map<string, Value[]>()
  for (const [key, value] of rows) appendTo(groups, key, value)
  return groups
}

const specificationOf = (row: SpecificationRow): Specification => ({
  fieldName: row[1],
  displayName: row[2],
  value: row[3],
  unit: row[4]
})

export const groupSpecifications = (rows: readonly SpecificationRow[]): ReadonlyMap<string, SpecificationRow[]> => {
  const groups = new Map<string, SpecificationRow[]>()
  for (const row of rows) appendTo(groups, row[0], row)
  return groups
}

/** Wire, "Taxes": the name is DisplayName, or Name where that is null or empty. */
export const taxRateOf = ({ displayName, ...row }: TaxRateRow): TaxRate => ({
  ...row,
  name: displayName === null || displayName.trim() === '' ? row.name : displayName
})

export const applicable = (rateIds: readonly string[], atLocation: ReadonlyMap<string, TaxRate>): readonly TaxRate[] =>
  rateIds.flatMap((rateId) => atLocation.get(rateId) ?? [])

export const productFactsOf = (
  row: ProductRow,
  parts: {
    readonly records: readonly PriceRecord[]
    readonly stock: readonly string[]
    readonly taxRates: readonly TaxRate[]
    readonly specifications: readonly SpecificationRow[]
    readonly traits: ProductTraits
  }
): ProductFacts => {
  const classification = classificationOf(row)
  const stock = row.availabilityKnown === 0 || row.isNonStock === 1 ? null : stockOf(parts.stock)
  return {
    productId: row.productId,
    name: row.name,
    classification,
    unit: row.measurementType === 'Mass' ? 'g' : 'each',
    inStock: stock === null ? null : stock.gt(ZERO),
    stock: stock === null ? null : stock.toFixed(),
    records: parts.records,
    taxRates: parts.taxRates,
    details: productDetailsOf({ specifications: parts.specifications.map(specificationOf), classification }),
    pictureUrl: row.heroShotUri,
    traits: parts.traits
  }
}

const classificationOf = (row: ProductRow): readonly string[] => {
  const path = (row.classificationPath ?? '')
    .split(' > ')
    .map((part) => part.trim())
    .filter((part) => part !== '')
  if (path.length > 0) return path
  const name = (row.classificationName ?? '').trim()
  return name === '' ? [] : [name]
}

/** Over the selling rooms together: an oversold room counts against the others. */
const stockOf = (quantities: readonly string[]): Amount => {
  const [only] = quantities
  if (only !== undefined && quantities.length === 1) return new Amount(only)
  return quantities.reduce((sum, quantity) => sum.plus(quantity), ZERO)
}
