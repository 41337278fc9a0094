import type Database from 'better-sqlite3'
import type { PromotionRecord } from '../cova/records.ts'
import type { Row } from './rows.ts'
import { isSameRow } from './rows.ts'

/** Menu-board promotions. Every method runs inside the caller's transaction. */
export interface PromotionLanding {
  readonly land: (promotions: readonly PromotionRecord[]) => boolean
  /** Present again, wherever it had left: true when it had left somewhere. */
  readonly bringBack: (promotionId: string) => boolean
  readonly remove: (promotionId: string) => void
  /** Leaves one location only, while another still holds it back. True when it was there. */
  readonly leave: (promotionId: string, locationId: number) => boolean
}

export const preparePromotionLanding = (db: Database.Database): PromotionLanding => {
  const select = db
    .prepare<[string], Row>('SELECT name, status, type, schedule, version FROM promotion WHERE promotion_id = ?')
    .raw()
  const upsert = db.prepare(
    `INSERT INTO promotion (promotion_id, name, status, type, schedule, version) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (promotion_id) DO UPDATE SET name = excluded.name, status = excluded.status, type = excluded.type,
       schedule = excluded.schedule, version = excluded.version`
  )
  const remove = db.prepare('DELETE FROM promotion WHERE promotion_id = ?')
  const selectEntities = db
    .prepare<[string], number>('SELECT entity_id FROM promotion_entity WHERE promotion_id = ? ORDER BY entity_id')
    .pluck()
  const insertEntity = db.prepare('INSERT INTO promotion_entity (promotion_id, entity_id) VALUES (?, ?)')
  const removeEntities = db.prepare('DELETE FROM promotion_entity WHERE promotion_id = ?')
  const selectProducts = db
    .prepare<[string], string>('SELECT product_id FROM promotion_product WHERE promotion_id = ? ORDER BY product_id')
    .pluck()
  const insertProduct = db.prepare('INSERT INTO promotion_product (promotion_id, product_id) VALUES (?, ?)')
  const removeProducts = db.prepare('DELETE FROM promotion_product WHERE promotion_id = ?')
  const insertLeft = db.prepare(
    'INSERT INTO promotion_left (promotion_id, location_id) VALUES (?, ?) ON CONFLICT DO NOTHING'
  )
  const removeLeft = db.prepare('DELETE FROM promotion_left WHERE promotion_id = ?')

  const landOne = (promotion: PromotionRecord): boolean => {
    const { promotionId } = promotion
    const row: Row = [promotion.name, promotion.status, promotion.type, promotion.schedule, promotion.version]
    const entityIds = [...new Set(promotion.enabledAtEntityIds)].sort((a, b) => a - b)
    const productIds = [...new Set(promotion.productIds)].sort()
    const stored = select.get(promotionId)
    const rowChanged = stored === undefined || !isSameRow(row, stored)
    const entitiesChanged = !isSameRow(entityIds, selectEntities.all(promotionId))
    const productsChanged = !isSameRow(productIds, selectProducts.all(promotionId))
    if (rowChanged) upsert.run(promotionId, ...row)
    if (entitiesChanged) {
      removeEntities.run(promotionId)
      for (const entityId of entityIds) insertEntity.run(promotionId, entityId)
    }
    if (productsChanged) {
      removeProducts.run(promotionId)
      for (const productId of productIds) insertProduct.run(promotionId, productId)
    }
    return rowChanged || entitiesChanged || productsChanged
  }

  return {
    land: (promotions) => {
      let changed = false
      for (const promotion of new Map(promotions.map((one) => [one.promotionId, one])).values()) {
        if (landOne(promotion)) changed = true
      }
      return changed
    },
    bringBack: (promotionId) => removeLeft.run(promotionId).changes > 0,
    remove: (promotionId) => {
      remove.run(promotionId)
      removeEntities.run(promotionId)
      removeProducts.run(promotionId)
      removeLeft.run(promotionId)
    },
    leave: (promotionId, locationId) => insertLeft.run(promotionId, locationId).changes > 0
  }
}
