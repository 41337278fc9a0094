import type { Migration } from './migrations.ts'

/** Schema of `keep.sqlite`: what Cova cannot tell again, so it outlives the cache. */
export const keepMigrations: readonly Migration[] = [
  {
    name: 'when each product was first seen here',
    sql: `
      CREATE TABLE first_seen (
        product_id TEXT NOT NULL PRIMARY KEY,
        first_seen_at_ms INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `
  }
]
