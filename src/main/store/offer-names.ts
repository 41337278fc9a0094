import type Database from 'better-sqlite3'

/** Names that conditions of promotions know by id alone. */
export interface StoredNames {
  readonly classifications: ReadonlyMap<number, string>
  readonly suppliers: ReadonlyMap<number, string>
}

/** Of several names of one supplier the one that most products have counts. */
export const prepareOfferNames = (db: Database.Database): (() => StoredNames) => {
  const classifications = db
    .prepare<[], readonly [number, string]>('SELECT classification_id, name FROM classification')
    .raw()
  const suppliers = db
    .prepare<[], readonly [number, string]>(
      `SELECT supplier_id, supplier FROM product_sku
       WHERE supplier_id IS NOT NULL AND trim(coalesce(supplier, '')) <> ''
       GROUP BY supplier_id, supplier ORDER BY supplier_id, count(*), supplier DESC`
    )
    .raw()
  return db.transaction(() => ({
    classifications: new Map(classifications.all()),
    suppliers: new Map(suppliers.all())
  }))
}
