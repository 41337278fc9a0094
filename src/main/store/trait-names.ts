import type Database from 'better-sqlite3'
import type { TraitNames } from './store.types.ts'

type NameRow = readonly [id: number, name: string]

/** What Cova calls classifications and suppliers; of a supplier with several names the first by the alphabet. */
export const prepareTraitNameReader = (db: Database.Database): (() => TraitNames) => {
  const classifications = db.prepare<[], NameRow>('SELECT classification_id, name FROM classification').raw()
  const suppliers = db
    .prepare<[], NameRow>(
      `SELECT supplier_id, min(supplier) FROM product_sku
       WHERE supplier_id IS NOT NULL AND supplier IS NOT NULL AND trim(supplier) <> '' GROUP BY supplier_id`
    )
    .raw()
  return () => ({ classifications: new Map(classifications.all()), suppliers: new Map(suppliers.all()) })
}
