import type Database from 'better-sqlite3'
import type { ClassificationRecord, TaxRateRecord } from '../cova/records.ts'
import { AskedTimes } from './asked-times.ts'
import { prepareClassificationsUnder } from './classification-paths.ts'
import type { Row } from './rows.ts'
import { isSameRow } from './rows.ts'

/** The lists beside the products of a catalogue page. Every method runs inside the caller's transaction. */
export interface CatalogueListsLanding {
  /** True when a stored rate or where it applies changed. */
  readonly landTaxRates: (rates: readonly TaxRateRecord[], askedAtMs: number) => boolean
  /** Products of which another path to the top follows: their classification changed, or one above it. */
  readonly landClassifications: (classifications: readonly ClassificationRecord[]) => readonly string[]
  /** Removes what the run has not seen; answers the same. */
  readonly dropClassifications: (runId: number) => readonly string[]
  readonly removeTaxRate: (taxRateId: string) => void
  readonly asked: AskedTimes<string>
}

export const prepareCatalogueListsLanding = (db: Database.Database): CatalogueListsLanding => {
  const asked = new AskedTimes<string>()
  const selectRate = db
    .prepare<[string], Row>(
      'SELECT name, display_name, kind, rate, layer, calculated_on FROM tax_rate WHERE tax_rate_id = ?'
    )
    .raw()
  const upsertRate = db.prepare(
    `INSERT INTO tax_rate (tax_rate_id, asked_at_ms, name, display_name, kind, rate, layer, calculated_on)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (tax_rate_id) DO UPDATE SET asked_at_ms = excluded.asked_at_ms, name = excluded.name,
       display_name = excluded.display_name, kind = excluded.kind, rate = excluded.rate, layer = excluded.layer,
       calculated_on = excluded.calculated_on`
  )
  const selectLocations = db
    .prepare<[string], number>('SELECT location_id FROM tax_rate_location WHERE tax_rate_id = ? ORDER BY location_id')
    .pluck()
  const insertLocation = db.prepare('INSERT INTO tax_rate_location (tax_rate_id, location_id) VALUES (?, ?)')
  const removeLocations = db.prepare('DELETE FROM tax_rate_location WHERE tax_rate_id = ?')
  const removeRate = db.prepare('DELETE FROM tax_rate WHERE tax_rate_id = ?')
  const upsertClassification = db.prepare(
    `INSERT INTO classification (classification_id, name, parent_ids) VALUES (?, ?, ?)
     ON CONFLICT (classification_id) DO UPDATE SET name = excluded.name, parent_ids = excluded.parent_ids
     WHERE name IS NOT excluded.name OR parent_ids IS NOT excluded.parent_ids`
  )

  const dropUnseen = db
    .prepare<[number], number>(
      `DELETE FROM classification
       WHERE classification_id NOT IN (SELECT key FROM run_seen WHERE run_id = ? AND kind = 'classification')
       RETURNING classification_id`
    )
    .pluck()
  const selectProducts = db
    .prepare<[string], string>(
      'SELECT product_id FROM product WHERE classification_id IN (SELECT value FROM json_each(?)) ORDER BY product_id'
    )
    .pluck()
  const classificationsUnder = prepareClassificationsUnder(db)
  const productsUnder = (changed: readonly number[]): readonly string[] =>
    changed.length === 0 ? [] : selectProducts.all(JSON.stringify(classificationsUnder(changed)))

  const landTaxRate = (rate: TaxRateRecord, askedAtMs: number): boolean => {
    const stored = selectRate.get(rate.taxRateId)
    if (askedAtMs < asked.latest(rate.taxRateId)) return false
    asked.confirm(rate.taxRateId, askedAtMs)
    const row: Row = [rate.name, rate.displayName, rate.kind, rate.rate, rate.layer, rate.calculatedOn]
    const locationIds = [...new Set(rate.locationIds)].sort((a, b) => a - b)
    const isSame =
      stored !== undefined && isSameRow(row, stored) && isSameRow(locationIds, selectLocations.all(rate.taxRateId))
    if (isSame) return false
    upsertRate.run(rate.taxRateId, askedAtMs, ...row)
    removeLocations.run(rate.taxRateId)
    for (const locationId of locationIds) insertLocation.run(rate.taxRateId, locationId)
    return true
  }

  return {
    landTaxRates: (rates, askedAtMs) => {
      let changed = false
      for (const rate of new Map(rates.map((one) => [one.taxRateId, one])).values()) {
        if (landTaxRate(rate, askedAtMs)) changed = true
      }
      return changed
    },
    landClassifications: (classifications) => {
      const changed: number[] = []
      for (const one of new Map(classifications.map((item) => [item.classificationId, item])).values()) {
        const parentIds = JSON.stringify([...new Set(one.parentCategoryIds)].sort((a, b) => a - b))
        if (upsertClassification.run(one.classificationId, one.name, parentIds).changes > 0)
          changed.push(one.classificationId)
      }
      return productsUnder(changed)
    },
    dropClassifications: (runId) => productsUnder(dropUnseen.all(runId)),
    removeTaxRate: (taxRateId) => {
      removeLocations.run(taxRateId)
      removeRate.run(taxRateId)
    },
    asked
  }
}
