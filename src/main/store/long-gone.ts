import type Database from 'better-sqlite3'
import { beat } from '../engine/heartbeat.ts'

/** A season: what comes back after that is as good as new. */
const KEPT_MS = 90 * 24 * 60 * 60 * 1000

/**
 * Forgets dates of first sight and dropped promotions of what has been in no catalogue and no feed for 90 days. The earliest date
 * stays: it is the day of installation, against which products are new. A cache that was thrown away costs nothing: what comes
 * again is no longer taken for gone. `nowMs` must be known to be right.
 */
export const prepareForgetLongGone = (cache: Database.Database, keep: Database.Database): ((nowMs: number) => void) => {
  const isInCatalogue = cache.prepare<[string]>('SELECT 1 FROM product WHERE product_id = ?')
  const seen = keep
    .prepare<[], readonly [productId: string, goneSinceMs: number | null]>(
      'SELECT product_id, gone_since_ms FROM first_seen'
    )
    .raw()
  const noteProduct = keep.prepare('UPDATE first_seen SET gone_since_ms = ? WHERE product_id = ?')
  const dropProducts = keep.prepare(
    `DELETE FROM first_seen WHERE gone_since_ms < ?
       AND first_seen_at_ms > (SELECT min(first_seen_at_ms) FROM first_seen)`
  )
  const promotionsBack = cache.prepare(
    `UPDATE promotion_dropped SET gone_since_ms = NULL
     WHERE gone_since_ms IS NOT NULL AND promotion_id IN (SELECT promotion_id FROM promotion)`
  )
  const promotionsGone = cache.prepare(
    `UPDATE promotion_dropped SET gone_since_ms = ?
     WHERE gone_since_ms IS NULL AND promotion_id NOT IN (SELECT promotion_id FROM promotion)`
  )
  const dropPromotions = cache.prepare('DELETE FROM promotion_dropped WHERE gone_since_ms < ?')

  const products = keep.transaction((nowMs: number) => {
    for (const [productId, goneSinceMs] of seen.all()) {
      beat()
      const isGone = isInCatalogue.get(productId) === undefined
      if (isGone && goneSinceMs === null) noteProduct.run(nowMs, productId)
      if (!isGone && goneSinceMs !== null) noteProduct.run(null, productId)
    }
    dropProducts.run(nowMs - KEPT_MS)
  })
  const promotions = cache.transaction((nowMs: number) => {
    promotionsBack.run()
    promotionsGone.run(nowMs)
    dropPromotions.run(nowMs - KEPT_MS)
  })
  return (nowMs) => {
    products.immediate(nowMs)
    promotions.immediate(nowMs)
  }
}
