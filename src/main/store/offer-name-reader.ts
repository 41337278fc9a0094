import type Database from 'better-sqlite3'

/** Names that the catalogue has for ids which promotions count by. */
export interface OfferNameReader {
  readonly offerNames: () => {
    readonly classifications: ReadonlyMap<number, string>
    readonly suppliers: ReadonlyMap<number, string>
  }
}

type NamedRow = readonly [id: number, name: string]

export const prepareOfferNameReader = (db: Database.Database): OfferNameReader => {
  const classifications = db.prepare<[], NamedRow>('SELECT classification_id, name FROM classification').raw()
  const suppliers = db
    .prepare<[], NamedRow>(
      `SELECT supplier_id, min(supplier) FROM product_sku
       WHERE supplier_id IS NOT NULL AND trim(supplier) <> '' GROUP BY supplier_id`
    )
    .raw()
  return {
    offerNames: () => ({ classifications: new Map(classifications.all()), suppliers: new Map(suppliers.all()) })
  }
}
