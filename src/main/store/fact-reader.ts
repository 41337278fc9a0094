import type Database from 'better-sqlite3'
import type { LocationFacts, ProductFacts, PromotionFacts } from '../../domain/board/board-facts.ts'
import type { TaxRate } from '../../domain/tax/tax-rate.ts'
import { beat } from '../engine/heartbeat.ts'
import { SHOWABLE } from './catalogue-pass.ts'
import { prepareClassificationPaths } from './classification-paths.ts'
import type { ProductRow, TaxRateRow } from './fact-rows.ts'
import {
  applicable,
  groupPairs,
  groupRecords,
  groupSales,
  groupSpecifications,
  productFactsOf,
  taxRateOf
} from './fact-rows.ts'
import type { RecordRow, SaleRow } from './price-set.ts'
import { RECORD_COLUMNS, SALE_COLUMNS, recordOfRow, saleOfRow } from './price-set.ts'
import { preparePromotionFactReader } from './promotion-facts.ts'
import { makeTraitMaker, SPECIFICATION_FIELDS, type SpecificationRow, SUPPLIERS } from './trait-rows.ts'

/** More products than this, and reading the whole location is quicker. */
const FEW_PRODUCTS = 300

/** Of `product p`. */
export const PRODUCT_COLUMNS = `p.product_id AS productId, p.name, p.measurement_type AS measurementType,
  p.is_non_stock AS isNonStock, p.availability_known AS availabilityKnown,
  p.is_batch_tracked AS isBatchTracked, p.classification_id AS classificationId,
  p.classification_name AS classificationName, p.classification_path AS classificationPath,
  p.hero_shot_uri AS heroShotUri`

const PRODUCT_FIELDS = `s.set_id AS setId, ${PRODUCT_COLUMNS}`

/** Turns rows into what the rules work on. Each answer is read in one transaction: never half old, half new. */
export interface FactReader {
  readonly productsAt: (locationId: number) => readonly ProductFacts[]
  readonly someProductsAt: (locationId: number, productIds: readonly string[]) => readonly ProductFacts[]
  readonly promotionsAt: (location: LocationFacts) => readonly PromotionFacts[]
}

export const prepareFactReader = (db: Database.Database): FactReader => {
  const productsAt = db.prepare<[number], ProductRow>(
    `SELECT ${PRODUCT_FIELDS} FROM price_set s JOIN product p ON p.product_id = s.product_id
     WHERE s.location_id = ? AND s.record_count > 0 AND ${SHOWABLE} ORDER BY s.set_id`
  )
  const productAt = db.prepare<[string, number], ProductRow>(
    `SELECT ${PRODUCT_FIELDS} FROM price_set s JOIN product p ON p.product_id = s.product_id
     WHERE s.product_id = ? AND s.location_id = ? AND s.record_count > 0 AND ${SHOWABLE}`
  )
  const recordFields = RECORD_COLUMNS.split(', ')
    .map((column) => `r.${column}`)
    .join(', ')
  const saleFields = SALE_COLUMNS.split(', ')
    .map((column) => `r.${column}`)
    .join(', ')
  // The row's own columns come first; the set it belongs to stands at the end.
  const recordsAt = db
    .prepare<[number], readonly unknown[]>(
      `SELECT ${recordFields}, s.set_id FROM price_set s JOIN price_record r ON r.set_id = s.set_id
       WHERE s.location_id = ? ORDER BY s.set_id, r.ordinal`
    )
    .raw()
  const salesAt = db
    .prepare<[number], readonly unknown[]>(
      `SELECT ${saleFields}, s.set_id FROM price_set s JOIN price_sale r ON r.set_id = s.set_id
       WHERE s.location_id = ? ORDER BY s.set_id, r.ordinal, r.sale_ordinal`
    )
    .raw()
  const recordsOf = db
    .prepare<[number], RecordRow>(`SELECT ${RECORD_COLUMNS} FROM price_record WHERE set_id = ? ORDER BY ordinal`)
    .raw()
  const salesOf = db
    .prepare<[number], SaleRow>(
      `SELECT ${SALE_COLUMNS} FROM price_sale WHERE set_id = ? ORDER BY ordinal, sale_ordinal`
    )
    .raw()
  const stockAt = db
    .prepare<[number], readonly [string, string]>(
      'SELECT product_id, in_stock_quantity FROM availability WHERE location_id = ? AND is_selling_room = 1'
    )
    .raw()
  const stockOf = db
    .prepare<[number, string], string>(
      `SELECT in_stock_quantity FROM availability
       WHERE location_id = ? AND product_id = ? AND is_selling_room = 1`
    )
    .pluck()
  const ratesAt = db.prepare<[number], TaxRateRow>(
    `SELECT t.tax_rate_id AS taxRateId, t.name, t.display_name AS displayName, t.kind, t.rate, t.layer,
       t.calculated_on AS calculatedOn
     FROM tax_rate_location l JOIN tax_rate t ON t.tax_rate_id = l.tax_rate_id WHERE l.location_id = ?`
  )
  const allRates = db
    .prepare<[], readonly [string, string]>(
      'SELECT product_id, tax_rate_id FROM product_tax_rate ORDER BY product_id, tax_rate_id'
    )
    .raw()
  const ratesOf = db
    .prepare<[string], string>('SELECT tax_rate_id FROM product_tax_rate WHERE product_id = ? ORDER BY tax_rate_id')
    .pluck()
  const allSpecifications = db
    .prepare<[], SpecificationRow>(
      `SELECT ${SPECIFICATION_FIELDS} FROM product_specification ORDER BY product_id, ordinal`
    )
    .raw()
  const specificationsOf = db
    .prepare<[string], SpecificationRow>(
      `SELECT ${SPECIFICATION_FIELDS} FROM product_specification WHERE product_id = ? ORDER BY ordinal`
    )
    .raw()
  const allSuppliers = db.prepare<[], readonly [string, number]>(`${SUPPLIERS} ORDER BY product_id, supplier_id`).raw()
  const suppliersOf = db
    .prepare<[string], readonly [string, number]>(`${SUPPLIERS} AND product_id = ? ORDER BY supplier_id`)
    .raw()
  const readPaths = prepareClassificationPaths(db)
  const { traitsOf } = makeTraitMaker()

  const taxRatesAt = (locationId: number): ReadonlyMap<string, TaxRate> =>
    new Map(ratesAt.all(locationId).map((row) => [row.taxRateId, taxRateOf(row)]))

  const readAll = (locationId: number): readonly ProductFacts[] => {
    beat()
    const records = groupRecords(recordsAt.all(locationId), groupSales(salesAt.all(locationId)))
    beat()
    const stock = groupPairs(stockAt.all(locationId))
    const rates = groupPairs(allRates.all())
    beat()
    const specifications = groupSpecifications(allSpecifications.all())
    beat()
    const suppliers = groupPairs(allSuppliers.all())
    const taxRates = taxRatesAt(locationId)
    const pathOf = readPaths()
    return productsAt.all(locationId).map((row) => {
      beat()
      const ofProduct = specifications.get(row.productId) ?? []
      return productFactsOf(row, {
        records: records.get(row.setId) ?? [],
        stock: stock.get(row.productId) ?? [],
        taxRates: applicable(rates.get(row.productId) ?? [], taxRates),
        specifications: ofProduct,
        traits: traitsOf(row, {
          specifications: ofProduct,
          supplierIds: suppliers.get(row.productId) ?? [],
          pathOf
        })
      })
    })
  }

  const readSome = (locationId: number, productIds: readonly string[]): readonly ProductFacts[] => {
    const taxRates = taxRatesAt(locationId)
    const pathOf = readPaths()
    const facts: ProductFacts[] = []
    for (const productId of productIds) {
      beat()
      const row = productAt.get(productId, locationId)
      if (row === undefined) continue
      const rows = recordsOf.all(row.setId)
      const specifications = specificationsOf.all(productId)
      const supplierIds = suppliersOf.all(productId).map(([, supplierId]) => supplierId)
      const sales = rows.some((one) => one[10] > 0) ? salesOf.all(row.setId) : []
      facts.push(
        productFactsOf(row, {
          records: rows.map((one, at) => recordOfRow(one, sales.filter((sale) => sale[0] === at).map(saleOfRow))),
          stock: stockOf.all(locationId, productId),
          taxRates: applicable(ratesOf.all(productId), taxRates),
          specifications,
          traits: traitsOf(row, { specifications, supplierIds, pathOf })
        })
      )
    }
    return facts
  }

  const atOnce = {
    all: db.transaction(readAll),
    some: db.transaction(readSome),
    promotions: db.transaction(preparePromotionFactReader(db).at)
  }
  return {
    productsAt: (locationId) => atOnce.all(locationId),
    someProductsAt: (locationId, productIds) => {
      const wanted = new Set(productIds)
      if (wanted.size <= FEW_PRODUCTS) return atOnce.some(locationId, [...wanted])
      return atOnce.all(locationId).filter((product) => wanted.has(product.productId))
    },
    promotionsAt: (location) => atOnce.promotions(location)
  }
}
