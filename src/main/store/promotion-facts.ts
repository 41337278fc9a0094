import type Database from 'better-sqlite3'
import type { LocationFacts, PromotionFacts } from '../../domain/board/board-facts.ts'
import type { WrittenTerms } from '../../domain/promotion/promotion-terms.ts'

/** A promotion as both feeds have it together, whatever its state. */
export interface JoinedPromotion {
  readonly facts: PromotionFacts
  readonly status: string
  /** The full feed had it at this version or a later one, and has it no more: nothing of it is shown. */
  readonly isDropped: boolean
}

/** Promotions of both feeds joined (docs/promotions.md, Two feeds). Every method runs inside the caller's transaction. */
export interface PromotionFactReader {
  /** Those in force at the location: active ones, enabled there or above, not dropped, not gone from it. */
  readonly at: (location: LocationFacts) => readonly PromotionFacts[]
  readonly one: (promotionId: string) => JoinedPromotion | null
}

interface JoinedRow {
  readonly promotionId: string
  readonly name: string
  readonly status: string
  readonly type: string
  readonly schedule: string
  /** Of the full feed, where its version is the newer one. */
  readonly entityIds: string | null
  /** Null where the full feed has it not, or in a version older than the menu board's. */
  readonly terms: string | null
  readonly isDropped: number
}

const newer = (column: string): string => `CASE WHEN f.version > p.version THEN f.${column} ELSE p.${column} END`

const JOINED = `SELECT p.promotion_id AS promotionId, ${newer('name')} AS name, ${newer('status')} AS status,
    ${newer('type')} AS type, ${newer('schedule')} AS schedule,
    CASE WHEN f.version > p.version THEN f.entity_ids END AS entityIds,
    CASE WHEN f.version >= p.version THEN f.terms END AS terms,
    coalesce(d.version >= p.version, 0) AS isDropped
  FROM promotion p
  LEFT JOIN promotion_full f ON f.promotion_id = p.promotion_id
  LEFT JOIN promotion_dropped d ON d.promotion_id = p.promotion_id`

export const preparePromotionFactReader = (db: Database.Database): PromotionFactReader => {
  const selectAt = db.prepare<[{ ancestry: string; locationId: number }], JoinedRow>(
    `SELECT * FROM (${JOINED}) j
     WHERE status = 'Active' AND isDropped = 0
       AND CASE WHEN entityIds IS NULL
         THEN EXISTS (SELECT 1 FROM promotion_entity e WHERE e.promotion_id = j.promotionId
                      AND e.entity_id IN (SELECT value FROM json_each(@ancestry)))
         ELSE EXISTS (SELECT 1 FROM json_each(j.entityIds) e WHERE e.value IN (SELECT value FROM json_each(@ancestry))) END
       AND NOT EXISTS (SELECT 1 FROM promotion_left l WHERE l.promotion_id = j.promotionId AND l.location_id = @locationId)
     ORDER BY promotionId`
  )
  const selectOne = db.prepare<[string], JoinedRow>(`${JOINED} WHERE p.promotion_id = ?`)
  const entitiesOf = db
    .prepare<[string], number>('SELECT entity_id FROM promotion_entity WHERE promotion_id = ? ORDER BY entity_id')
    .pluck()
  const productsOf = db
    .prepare<[string], string>('SELECT product_id FROM promotion_product WHERE promotion_id = ? ORDER BY product_id')
    .pluck()

  const factsOf = (row: JoinedRow): PromotionFacts => ({
    promotionId: row.promotionId,
    name: row.name,
    type: row.type,
    schedule: row.schedule,
    enabledAtEntityIds:
      row.entityIds === null ? entitiesOf.all(row.promotionId) : (JSON.parse(row.entityIds) as readonly number[]),
    productIds: productsOf.all(row.promotionId),
    terms: row.terms === null ? null : (JSON.parse(row.terms) as WrittenTerms)
  })

  return {
    at: ({ ancestry, locationId }) =>
      selectAt.all({ ancestry: JSON.stringify(ancestry), locationId }).map((row) => factsOf(row)),
    one: (promotionId) => {
      const row = selectOne.get(promotionId)
      return row === undefined ? null : { facts: factsOf(row), status: row.status, isDropped: row.isDropped === 1 }
    }
  }
}
