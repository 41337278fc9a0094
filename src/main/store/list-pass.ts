import type Database from 'better-sqlite3'
import type { AncestryOf } from './ancestry.ts'
import type { HeldRemovals } from './held-removals.ts'
import { EVERYWHERE } from './held-removals.ts'
import type { PlaceLanding } from './place-landing.ts'
import type { PromotionLanding } from './promotion-landing.ts'

interface PassEnd {
  readonly changed: boolean
  readonly heldBack: boolean
}

/** Ends of the passes that come in one reply. Each runs inside the caller's transaction. */
export interface ListPassEnds {
  readonly locations: (runId: number, atMs: number) => PassEnd
  readonly tree: (runId: number, atMs: number) => PassEnd
  readonly taxPricing: (runId: number, atMs: number) => PassEnd
  readonly promotions: (runId: number, atMs: number) => PassEnd
}

export const prepareListPassEnds = (
  db: Database.Database,
  parts: {
    readonly held: HeldRemovals
    readonly places: PlaceLanding
    readonly promotions: PromotionLanding
    readonly readAncestry: () => AncestryOf
  }
): ListPassEnds => {
  const { held, places, promotions, readAncestry } = parts
  const unseen = (table: string, column: string, kind: string) =>
    db
      .prepare<[number], number>(
        `SELECT ${column} FROM ${table}
         WHERE ${column} NOT IN (SELECT key FROM run_seen WHERE run_id = ? AND kind = '${kind}')`
      )
      .pluck()
  const unseenLocations = unseen('location', 'location_id', 'location')
  const unseenNodes = unseen('tree_node', 'entity_id', 'tree-node')
  const unseenPricing = unseen('tax_pricing', 'location_id', 'tax-pricing')
  const countLocations = db.prepare<[], number>('SELECT count(*) FROM location').pluck()
  const countNodes = db.prepare<[], number>('SELECT count(*) FROM tree_node').pluck()
  const removeLocation = db.prepare('DELETE FROM location WHERE location_id = ?')
  const removeHold = db.prepare('DELETE FROM tax_hold WHERE location_id = ?')
  const removeNode = db.prepare('DELETE FROM tree_node WHERE entity_id = ?')
  const selectLocationIds = db.prepare<[], number>('SELECT location_id FROM location').pluck()
  const selectPromotionIds = db.prepare<[], string>('SELECT promotion_id FROM promotion').pluck()
  const unseenPromotions = db
    .prepare<[number], string>(
      `SELECT promotion_id FROM promotion
       WHERE promotion_id NOT IN (SELECT key FROM run_seen WHERE run_id = ? AND kind = 'promotion')`
    )
    .pluck()
  const selectEntities = db
    .prepare<[], readonly [string, number]>('SELECT promotion_id, entity_id FROM promotion_entity')
    .raw()
  const selectLeft = db
    .prepare<[], readonly [string, number]>('SELECT promotion_id, location_id FROM promotion_left')
    .raw()

  const removeEverywhere = (
    scope: 'locations' | 'tree',
    missing: readonly number[],
    shown: number,
    atMs: number,
    remove: (id: number) => void
  ): PassEnd => {
    const verdicts = held.judge(
      scope,
      missing.length === 0 ? [] : [{ locationId: EVERYWHERE, shown, keys: missing.map(String) }],
      atMs
    )
    const removed = verdicts.flatMap((verdict) => verdict.removed)
    for (const key of removed) remove(Number(key))
    return { changed: removed.length > 0, heldBack: verdicts.some((verdict) => verdict.held.length > 0) }
  }

  /** Which promotions stand at each known location; those of no known location stand together, everywhere. */
  const promotionsByLocation = (): ReadonlyMap<number, readonly string[]> => {
    const ancestryOf = readAncestry()
    const entitiesOf = new Map<string, Set<number>>()
    for (const [promotionId, entityId] of selectEntities.all()) {
      const entities = entitiesOf.get(promotionId)
      if (entities === undefined) entitiesOf.set(promotionId, new Set([entityId]))
      else entities.add(entityId)
    }
    const left = new Set(selectLeft.all().map(([promotionId, locationId]) => `${locationId}/${promotionId}`))
    const all = selectPromotionIds.all()
    const standing = new Map<number, readonly string[]>()
    const placed = new Set<string>()
    for (const locationId of selectLocationIds.all()) {
      const ancestry = ancestryOf(locationId)
      const here = all.filter((promotionId) => ancestry.some((node) => entitiesOf.get(promotionId)?.has(node) === true))
      for (const promotionId of here) placed.add(promotionId)
      standing.set(
        locationId,
        here.filter((promotionId) => !left.has(`${locationId}/${promotionId}`))
      )
    }
    standing.set(
      EVERYWHERE,
      all.filter((promotionId) => !placed.has(promotionId))
    )
    return standing
  }

  return {
    locations: (runId, atMs) =>
      removeEverywhere('locations', unseenLocations.all(runId), countLocations.get() ?? 0, atMs, (locationId) => {
        removeLocation.run(locationId)
        removeHold.run(locationId)
      }),
    tree: (runId, atMs) =>
      removeEverywhere('tree', unseenNodes.all(runId), countNodes.get() ?? 0, atMs, (entityId) => {
        removeNode.run(entityId)
      }),
    taxPricing: (runId, atMs) => {
      // Not a removal but a statement: a location that is not listed is Exclusive (Product Pricing guide).
      let changed = false
      for (const locationId of unseenPricing.all(runId)) if (places.dropTaxPricing(locationId, atMs)) changed = true
      return { changed, heldBack: false }
    },
    promotions: (runId, atMs) => {
      const missing = new Set(unseenPromotions.all(runId))
      const standing = promotionsByLocation()
      const judged = [...standing]
        .map(([locationId, all]) => ({ locationId, shown: all.length, keys: all.filter((id) => missing.has(id)) }))
        .filter((one) => one.keys.length > 0)
      const verdicts = held.judge('promotions', judged, atMs)
      const kept = new Set(verdicts.flatMap((verdict) => verdict.held))
      let changed = false
      for (const { locationId, removed } of verdicts) {
        for (const promotionId of removed) {
          if (kept.has(promotionId) && promotions.leave(promotionId, locationId)) changed = true
        }
      }
      for (const promotionId of missing) {
        if (kept.has(promotionId)) continue
        promotions.remove(promotionId)
        changed = true
      }
      return { changed, heldBack: kept.size > 0 }
    }
  }
}
