import type Database from 'better-sqlite3'
import type { ProductStanding } from '../../domain/absence/product-absence.ts'
import type { PromotionFacts } from '../../domain/board/board-facts.ts'
import type { PriceRecord } from '../../domain/pricing/price-record.ts'
import { prepareClassificationPaths } from './classification-paths.ts'
import { PRODUCT_COLUMNS } from './fact-reader.ts'
import { type ProductRow, productFactsOf } from './fact-rows.ts'
import { prepareFirstSeenReader, prepareInstalledReader } from './first-seen.ts'
import { preparePromotionFactReader } from './promotion-facts.ts'
import { RECORD_COLUMNS, type RecordRow, recordOfRow, SALE_COLUMNS, type SaleRow, saleOfRow } from './price-set.ts'
import { makeTraitMaker, SPECIFICATION_FIELDS, type SpecificationRow, SUPPLIERS } from './trait-rows.ts'

/** A promotion as it is stored, whatever its state; null where it is not. */
export interface StoredPromotion {
  readonly facts: PromotionFacts
  readonly status: string
  /** Gone from this location while another still holds it back. */
  readonly hasLeft: boolean
  /** The full feed had it and has it no more: nothing of it is shown anywhere. */
  readonly isDropped: boolean
  /** Names of the nodes of the company tree where it is enabled. */
  readonly enabledAt: readonly string[]
}

/** What is known of one product or promotion at a location, shown there or not. */
export interface StandingReader {
  readonly productStanding: (productId: string, locationId: number) => ProductStanding
  readonly promotionStanding: (
    promotionId: string,
    locationId: number
  ) => { readonly stored: StoredPromotion | null; readonly unreadRecord: string | null }
  /** Ids of all promotions that list a product. */
  readonly promotionIdsOf: (productId: string) => readonly string[]
  /** SKU, barcodes and name of a product that is stored. */
  readonly productLabel: (productId: string) => { readonly name: string; readonly skus: readonly string[] } | null
  /** Name of a shelf, from any price that names it. */
  readonly shelfName: (shelfId: number) => string | null
}

interface StandingRow extends ProductRow {
  readonly lifeCycle: string
  readonly isArchived: number
}

interface QuarantinedRow {
  readonly key: string
  readonly reason: string
}

export const prepareStandingReader = (cache: Database.Database, keep: Database.Database | null): StandingReader => {
  const selectProduct = cache.prepare<[number, string], StandingRow>(
    `SELECT coalesce(s.set_id, -1) AS setId, ${PRODUCT_COLUMNS}, p.life_cycle AS lifeCycle, p.is_archived AS isArchived
     FROM product p LEFT JOIN price_set s ON s.product_id = p.product_id AND s.location_id = ?
     WHERE p.product_id = ?`
  )
  const selectRecords = cache
    .prepare<[number], RecordRow>(`SELECT ${RECORD_COLUMNS} FROM price_record WHERE set_id = ? ORDER BY ordinal`)
    .raw()
  const selectSales = cache
    .prepare<[number], SaleRow>(
      `SELECT ${SALE_COLUMNS} FROM price_sale WHERE set_id = ? ORDER BY ordinal, sale_ordinal`
    )
    .raw()
  const selectStock = cache
    .prepare<[string, number], readonly [string, number]>(
      'SELECT in_stock_quantity, is_selling_room FROM availability WHERE product_id = ? AND location_id = ?'
    )
    .raw()
  const selectElsewhere = cache
    .prepare<[string, number], string>(
      `SELECT l.name FROM price_set s JOIN location l ON l.location_id = s.location_id
       WHERE s.product_id = ? AND s.location_id <> ? AND s.record_count > 0 ORDER BY l.name`
    )
    .pluck()
  const hasPrice = cache
    .prepare<[string], number>('SELECT 1 FROM price_set WHERE product_id = ? AND record_count > 0')
    .pluck()
  const selectPromotionIds = cache
    .prepare<[string], string>('SELECT promotion_id FROM promotion_product WHERE product_id = ? ORDER BY promotion_id')
    .pluck()
  const selectUnread = cache.prepare<[string, string], QuarantinedRow>(
    `SELECT key, reason FROM quarantine WHERE kind = ? AND key = ? AND feed <> 'full-promotions'
     ORDER BY last_seen_at_ms DESC`
  )
  const selectUnreadPrices = cache.prepare<[string, string], QuarantinedRow>(
    `SELECT key, reason FROM quarantine
     WHERE kind IN ('price', 'price-set') AND (key = ? OR key LIKE ? || '/%')
     ORDER BY last_seen_at_ms DESC, key`
  )
  const promotions = preparePromotionFactReader(cache)
  const selectEntityName = cache
    .prepare<[{ entityId: number }], string | null>(
      `SELECT coalesce((SELECT name FROM tree_node WHERE entity_id = @entityId),
         (SELECT name FROM location WHERE location_id = @entityId))`
    )
    .pluck()
  const selectLeft = cache
    .prepare<[string, number], number>('SELECT 1 FROM promotion_left WHERE promotion_id = ? AND location_id = ?')
    .pluck()
  const selectName = cache.prepare<[string], string>('SELECT name FROM product WHERE product_id = ?').pluck()
  const selectSkus = cache
    .prepare<[string], string>(
      'SELECT DISTINCT sku FROM product_sku WHERE product_id = ? AND sku IS NOT NULL ORDER BY ordinal'
    )
    .pluck()
  const selectShelf = cache
    .prepare<[number], string>(
      'SELECT shelf_name FROM price_record WHERE shelf_id = ? AND shelf_name IS NOT NULL LIMIT 1'
    )
    .pluck()
  const selectSpecifications = cache
    .prepare<[string], SpecificationRow>(
      `SELECT ${SPECIFICATION_FIELDS} FROM product_specification WHERE product_id = ? ORDER BY ordinal`
    )
    .raw()
  const selectSuppliers = cache
    .prepare<[string], readonly [string, number]>(`${SUPPLIERS} AND product_id = ? ORDER BY supplier_id`)
    .raw()
  const readPaths = prepareClassificationPaths(cache)
  const { traitsOf } = makeTraitMaker()
  const firstSeen = keep === null ? () => new Map<string, number>() : prepareFirstSeenReader(keep)
  const installed = keep === null ? () => null : prepareInstalledReader(keep)

  const recordsOf = (setId: number): readonly PriceRecord[] => {
    const sales = selectSales.all(setId)
    return selectRecords
      .all(setId)
      .map((row, at) => recordOfRow(row, sales.filter((sale) => sale[0] === at).map(saleOfRow)))
  }

  const storedProduct = (productId: string, locationId: number): ProductStanding['stored'] => {
    const row = selectProduct.get(locationId, productId)
    if (row === undefined) return null
    const rooms = selectStock.all(productId, locationId)
    const facts = productFactsOf(row, {
      records: recordsOf(row.setId),
      stock: rooms.filter(([, sells]) => sells === 1).map(([quantity]) => quantity),
      // Whether a product is up depends on neither.
      taxRates: [],
      specifications: [],
      traits: traitsOf(row, {
        specifications: selectSpecifications.all(productId),
        supplierIds: selectSuppliers.all(productId).map(([, supplierId]) => supplierId),
        pathOf: readPaths()
      })
    })
    const inBackRoom = rooms.some(
      ([quantity, sells]) => sells === 0 && /[1-9]/.test(quantity) && !quantity.startsWith('-')
    )
    return { facts, lifeCycle: row.lifeCycle, isArchived: row.isArchived === 1, inBackRoom }
  }

  const readProduct = (productId: string, locationId: number): ProductStanding => {
    const unreadPrice = selectUnreadPrices.all(productId, productId).find(({ key }) => {
      const place = key.split('/')[1]
      return place === undefined || place === '?' || place === String(locationId)
    })
    const isNamed = selectPromotionIds.get(productId) !== undefined
    return {
      stored: storedProduct(productId, locationId),
      firstSeenAtMs: firstSeen([productId]).get(productId) ?? null,
      installedAtMs: installed(),
      namedBy: hasPrice.get(productId) === 1 ? 'price' : isNamed ? 'promotion' : null,
      unreadRecord: selectUnread.get('product', productId)?.reason ?? null,
      unreadPrice: unreadPrice?.reason ?? null,
      pricedElsewhere: selectElsewhere.all(productId, locationId)
    }
  }

  const readPromotion = (promotionId: string, locationId: number): ReturnType<StandingReader['promotionStanding']> => {
    const joined = promotions.one(promotionId)
    const unreadRecord = selectUnread.get('promotion', promotionId)?.reason ?? null
    if (joined === null) return { stored: null, unreadRecord }
    return {
      stored: {
        ...joined,
        hasLeft: selectLeft.get(promotionId, locationId) === 1,
        enabledAt: joined.facts.enabledAtEntityIds.map(
          (entityId) => selectEntityName.get({ entityId }) ?? String(entityId)
        )
      },
      unreadRecord
    }
  }

  const atOnce = { product: cache.transaction(readProduct), promotion: cache.transaction(readPromotion) }
  return {
    productStanding: (productId, locationId) => atOnce.product(productId, locationId),
    promotionStanding: (promotionId, locationId) => atOnce.promotion(promotionId, locationId),
    promotionIdsOf: (productId) => selectPromotionIds.all(productId),
    productLabel: (productId) => {
      const name = selectName.get(productId)
      return name === undefined ? null : { name, skus: selectSkus.all(productId) }
    },
    shelfName: (shelfId) => selectShelf.get(shelfId) ?? null
  }
}
