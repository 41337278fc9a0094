import type Database from 'better-sqlite3'

/** When products were first seen: `keep.sqlite`, which outlives the cache. */
export const prepareFirstSeenReader = (
  db: Database.Database
): ((productIds: readonly string[]) => ReadonlyMap<string, number>) => {
  const select = db.prepare<[string], number>('SELECT first_seen_at_ms FROM first_seen WHERE product_id = ?').pluck()
  return (productIds) => {
    const found = new Map<string, number>()
    for (const productId of productIds) {
      const atMs = select.get(productId)
      if (atMs !== undefined) found.set(productId, atMs)
    }
    return found
  }
}

/** When the first product of all was seen: the day of installation. Null before. */
export const prepareInstalledReader = (db: Database.Database): (() => number | null) => {
  const select = db.prepare<[], number | null>('SELECT min(first_seen_at_ms) FROM first_seen').pluck()
  return () => select.get() ?? null
}

/** Notes products that are new to the cache; the first date ever noted stays. One transaction. */
export const prepareFirstSeenWriter = (
  db: Database.Database
): ((productIds: readonly string[], atMs: number) => void) => {
  const insert = db.prepare(
    'INSERT INTO first_seen (product_id, first_seen_at_ms) VALUES (?, ?) ON CONFLICT DO NOTHING'
  )
  return db.transaction((productIds: readonly string[], atMs: number) => {
    for (const productId of productIds) insert.run(productId, atMs)
  })
}
