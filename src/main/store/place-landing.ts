import type Database from 'better-sqlite3'
import type { LocationRecord, TaxPricingRecord, TreeNodeRecord } from '../cova/records.ts'
import type { Meta } from './meta.ts'
import { bitOf } from './rows.ts'

/** Locations, company tree and tax pricing. Every method runs inside the caller's transaction. */
export interface PlaceLanding {
  readonly landLocations: (locations: readonly LocationRecord[]) => boolean
  readonly landTree: (nodes: readonly TreeNodeRecord[]) => boolean
  /** True when a location's effective tax pricing changed, or a setting was added. */
  readonly landTaxPricing: (configurations: readonly TaxPricingRecord[], atMs: number) => boolean
  /** Takes a setting away: the location is Exclusive again. True when there was one. */
  readonly dropTaxPricing: (locationId: number, atMs: number) => boolean
  /** Lifts the holds of changes that landed before that run started; the locations freed. */
  readonly liftHolds: (fullRunId: number) => readonly number[]
}

export const preparePlaceLanding = (db: Database.Database, meta: Meta): PlaceLanding => {
  const upsertLocation = db.prepare(
    `INSERT INTO location (location_id, name, city, state_code, state_name, country_code, windows_zone,
       observes_daylight_saving, store_hours)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (location_id) DO UPDATE SET name = excluded.name, city = excluded.city,
       state_code = excluded.state_code, state_name = excluded.state_name, country_code = excluded.country_code,
       windows_zone = excluded.windows_zone, observes_daylight_saving = excluded.observes_daylight_saving,
       store_hours = excluded.store_hours
     WHERE name IS NOT excluded.name OR city IS NOT excluded.city OR state_code IS NOT excluded.state_code
       OR state_name IS NOT excluded.state_name OR country_code IS NOT excluded.country_code
       OR windows_zone IS NOT excluded.windows_zone
       OR observes_daylight_saving IS NOT excluded.observes_daylight_saving
       OR store_hours IS NOT excluded.store_hours`
  )
  const upsertNode = db.prepare(
    `INSERT INTO tree_node (entity_id, name, role, parent_id) VALUES (?, ?, ?, ?)
     ON CONFLICT (entity_id) DO UPDATE SET name = excluded.name, role = excluded.role, parent_id = excluded.parent_id
     WHERE name IS NOT excluded.name OR role IS NOT excluded.role OR parent_id IS NOT excluded.parent_id`
  )
  const selectPricing = db
    .prepare<[number], string>('SELECT tax_pricing FROM tax_pricing WHERE location_id = ?')
    .pluck()
  const upsertPricing = db.prepare(
    `INSERT INTO tax_pricing (location_id, tax_pricing) VALUES (?, ?)
     ON CONFLICT (location_id) DO UPDATE SET tax_pricing = excluded.tax_pricing`
  )
  const removePricing = db.prepare('DELETE FROM tax_pricing WHERE location_id = ?')
  const lastRunId = db.prepare<[], number | null>('SELECT max(run_id) FROM sync_run').pluck()
  const upsertHold = db.prepare(
    `INSERT INTO tax_hold (location_id, changed_at_ms, after_run_id) VALUES (?, ?, ?)
     ON CONFLICT (location_id) DO UPDATE SET changed_at_ms = excluded.changed_at_ms, after_run_id = excluded.after_run_id`
  )
  const removeHolds = db
    .prepare<[number], number>('DELETE FROM tax_hold WHERE after_run_id < ? RETURNING location_id')
    .pluck()

  const hold = (locationId: number, atMs: number): void => {
    upsertHold.run(locationId, atMs, lastRunId.get() ?? 0)
  }

  return {
    landLocations: (locations) => {
      let changed = false
      for (const one of new Map(locations.map((item) => [item.locationId, item])).values()) {
        const { changes } = upsertLocation.run(
          one.locationId,
          one.name,
          one.city,
          one.stateCode,
          one.stateName,
          one.countryCode,
          one.windowsZone,
          bitOf(one.observesDaylightSaving),
          one.storeHours
        )
        if (changes > 0) changed = true
      }
      return changed
    },
    landTree: (nodes) => {
      let changed = false
      for (const node of new Map(nodes.map((item) => [item.entityId, item])).values()) {
        if (upsertNode.run(node.entityId, node.name, node.role, node.parentId).changes > 0) changed = true
      }
      return changed
    },
    landTaxPricing: (configurations, atMs) => {
      const byLocation = new Map<number, 'Inclusive' | 'Exclusive'>()
      for (const { locationId, taxPricing } of configurations) {
        // Named twice and differently, a location is Exclusive: taxes on top promise least.
        const before = byLocation.get(locationId)
        byLocation.set(locationId, before === undefined || before === taxPricing ? taxPricing : 'Exclusive')
      }
      const isFirst = meta.get('tax_pricing_known') === null
      let changed = false
      for (const [locationId, taxPricing] of byLocation) {
        const stored = selectPricing.get(locationId)
        if (stored === taxPricing) continue
        upsertPricing.run(locationId, taxPricing)
        if ((stored ?? 'Exclusive') === taxPricing) continue
        changed = true
        if (!isFirst) hold(locationId, atMs)
      }
      if (isFirst) meta.set('tax_pricing_known', '1')
      return changed
    },
    dropTaxPricing: (locationId, atMs) => {
      const stored = selectPricing.get(locationId)
      removePricing.run(locationId)
      if (stored === undefined || stored === 'Exclusive') return false
      hold(locationId, atMs)
      return true
    },
    liftHolds: (fullRunId) => removeHolds.all(fullRunId)
  }
}
