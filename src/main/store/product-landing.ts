import type Database from 'better-sqlite3'
import type { ProductRecord } from '../cova/records.ts'
import { AskedTimes } from './asked-times.ts'
import type { Row } from './rows.ts'
import { areSameRows, bitOf, compareRows, isSameRow, marks } from './rows.ts'

const PRODUCT_COLUMNS = [
  'master_product_id',
  'master_product_name',
  'variation_id',
  'name',
  'short_description',
  'life_cycle',
  'is_archived',
  'measurement_type',
  'is_batch_tracked',
  'is_non_stock',
  'classification_id',
  'classification_name',
  'classification_path',
  'availability_known',
  'hero_shot_uri',
  'updated_at_ms'
] as const

const productRowOf = (product: ProductRecord): Row => [
  product.masterProductId,
  product.masterProductName,
  product.variationId,
  product.name,
  product.shortDescription,
  product.lifeCycle,
  bitOf(product.isArchived),
  product.measurementType,
  bitOf(product.isBatchTracked),
  bitOf(product.isNonStock),
  product.classificationId,
  product.classificationName,
  product.classificationPath,
  bitOf(product.availability !== null),
  product.heroShotUri,
  product.updatedAtMs
]

/** A list that hangs on a product: its rows are kept in order of content, so that a reply's order is no change. */
interface ChildTable {
  readonly table: string
  readonly columns: readonly string[]
  readonly rowsOf: (product: ProductRecord) => readonly Row[]
}

const childTables: readonly ChildTable[] = [
  {
    table: 'product_specification',
    columns: ['field_id', 'string_id', 'field_group', 'field_name', 'display_name', 'value', 'type', 'unit'],
    rowsOf: (product) =>
      product.specifications.map((one) => [
        one.fieldId,
        one.stringId,
        one.fieldGroup,
        one.fieldName,
        one.displayName,
        one.value,
        one.type,
        one.unit
      ])
  },
  {
    table: 'product_sku',
    columns: ['sku', 'supplier_id', 'supplier'],
    rowsOf: (product) => product.skus.map((one) => [one.sku, one.supplierId, one.supplier])
  },
  { table: 'product_upc', columns: ['upc'], rowsOf: (product) => product.upcs.map((upc) => [upc]) },
  {
    table: 'availability',
    columns: ['location_id', 'room_id', 'in_stock_quantity', 'is_selling_room'],
    rowsOf: (product) =>
      (product.availability ?? []).map((one) => [
        one.locationId,
        one.roomId,
        one.inStockQuantity,
        bitOf(one.isSellingRoom)
      ])
  }
]

export interface ProductLanding {
  /** True when it changed what is stored; `isNew` when the product was not there. */
  readonly land: (product: ProductRecord, askedAtMs: number) => { readonly changed: boolean; readonly isNew: boolean }
  readonly remove: (productId: string, knownGoneAtMs: number) => void
  /** When the product was last known to be so; null when it is not stored, -Infinity where this process has not landed it. */
  readonly knownAtMs: (productId: string) => number | null
  readonly asked: AskedTimes<string>
}

/** Landing of products with their lists. Every method runs inside the caller's transaction. */
export const prepareProductLanding = (db: Database.Database): ProductLanding => {
  const asked = new AskedTimes<string>()
  const columns = PRODUCT_COLUMNS.join(', ')
  const isStored = db.prepare<[string]>('SELECT 1 FROM product WHERE product_id = ?')
  const select = db.prepare<[string], Row>(`SELECT ${columns} FROM product WHERE product_id = ?`).raw()
  const upsert = db.prepare(
    `INSERT INTO product (product_id, asked_at_ms, ${columns}) VALUES (${marks(PRODUCT_COLUMNS.length + 2)})
     ON CONFLICT (product_id) DO UPDATE SET asked_at_ms = excluded.asked_at_ms, ${PRODUCT_COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}`
  )
  const removeProduct = db.prepare('DELETE FROM product WHERE product_id = ?')
  const children = childTables.map((child) => ({
    rowsOf: child.rowsOf,
    select: db
      .prepare<[string], Row>(
        `SELECT ${child.columns.join(', ')} FROM ${child.table} WHERE product_id = ? ORDER BY ordinal`
      )
      .raw(),
    insert: db.prepare(
      `INSERT INTO ${child.table} (product_id, ordinal, ${child.columns.join(', ')}) VALUES (${marks(child.columns.length + 2)})`
    ),
    remove: db.prepare(`DELETE FROM ${child.table} WHERE product_id = ?`)
  }))
  const selectRates = db
    .prepare<[string], string>('SELECT tax_rate_id FROM product_tax_rate WHERE product_id = ? ORDER BY tax_rate_id')
    .pluck()
  const insertRate = db.prepare('INSERT INTO product_tax_rate (product_id, tax_rate_id) VALUES (?, ?)')
  const removeRates = db.prepare('DELETE FROM product_tax_rate WHERE product_id = ?')

  const knownAtMs = (productId: string): number | null => {
    return isStored.get(productId) === undefined ? null : asked.latest(productId)
  }

  const land = (product: ProductRecord, askedAtMs: number): { changed: boolean; isNew: boolean } => {
    const { productId } = product
    if (askedAtMs < asked.latest(productId)) return { changed: false, isNew: false }

    asked.confirm(productId, askedAtMs)
    const row = productRowOf(product)
    const rateIds = [...new Set(product.applicableTaxRateIds)].sort()
    const lists = children.map((child) => ({ child, rows: child.rowsOf(product).toSorted(compareRows) }))
    const stored = select.get(productId)
    const rowChanged = stored === undefined || !isSameRow(row, stored)
    const changedLists =
      stored === undefined ? lists : lists.filter(({ child, rows }) => !areSameRows(rows, child.select.all(productId)))
    const ratesChanged = stored === undefined || !isSameRow(rateIds, selectRates.all(productId))

    if (!rowChanged && changedLists.length === 0 && !ratesChanged) {
      return { changed: false, isNew: false }
    }
    upsert.run(productId, askedAtMs, ...row)
    for (const { child, rows } of changedLists) {
      child.remove.run(productId)
      for (const [ordinal, values] of rows.entries()) child.insert.run(productId, ordinal, ...values)
    }
    if (ratesChanged) {
      removeRates.run(productId)
      for (const rateId of rateIds) insertRate.run(productId, rateId)
    }
    return { changed: true, isNew: stored === undefined }
  }

  const remove = (productId: string, knownGoneAtMs: number): void => {
    removeProduct.run(productId)
    removeRates.run(productId)
    for (const child of children) child.remove.run(productId)
    // A page asked for before that must not bring it back.
    asked.confirm(productId, knownGoneAtMs)
  }

  return { land, remove, knownAtMs, asked }
}

/** The last of each product in a page, so that landing a page twice is landing it once. */
export const uniqueProducts = (products: readonly ProductRecord[]): readonly ProductRecord[] => {
  const byId = new Map(products.map((product) => [product.productId, product]))
  return byId.size === products.length ? products : [...byId.values()]
}
