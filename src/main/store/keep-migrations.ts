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
  },
  {
    name: 'what boards showed from when to when',
    sql: `
      CREATE TABLE shown_board (
        board_id INTEGER NOT NULL PRIMARY KEY,
        location_id INTEGER NOT NULL,
        audience TEXT NOT NULL,
        UNIQUE (location_id, audience)
      ) STRICT;

      CREATE TABLE shown_stretch (
        stretch_id INTEGER NOT NULL PRIMARY KEY,
        board_id INTEGER NOT NULL,
        from_ms INTEGER NOT NULL,
        to_ms INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE shown_product (
        product_ref INTEGER NOT NULL PRIMARY KEY,
        product_id TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        unit TEXT NOT NULL
      ) STRICT;

      CREATE TABLE shown_taxes (
        taxes_id INTEGER NOT NULL PRIMARY KEY,
        taxes TEXT NOT NULL UNIQUE
      ) STRICT;

      CREATE TABLE shown_price (
        row_id INTEGER NOT NULL PRIMARY KEY,
        board_id INTEGER NOT NULL,
        product_ref INTEGER NOT NULL,
        tier_id INTEGER,
        quantity TEXT NOT NULL,
        shelf_id INTEGER,
        price TEXT,
        exact TEXT,
        regular TEXT,
        out_the_door TEXT,
        source TEXT NOT NULL,
        sale_ends_ms INTEGER,
        taxes_id INTEGER NOT NULL,
        from_ms INTEGER NOT NULL,
        to_ms INTEGER
      ) STRICT;
      CREATE INDEX shown_price_of ON shown_price (product_ref, board_id);
    `
  },
  {
    name: 'what the register was found to have charged',
    sql: `
      CREATE TABLE register_check (
        check_id INTEGER NOT NULL PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        location_id INTEGER NOT NULL,
        source TEXT NOT NULL,
        fingerprint TEXT NOT NULL,
        lines INTEGER NOT NULL,
        agreed INTEGER NOT NULL,
        differed INTEGER NOT NULL,
        unchecked INTEGER NOT NULL,
        malformed INTEGER NOT NULL,
        over TEXT NOT NULL,
        under TEXT NOT NULL
      ) STRICT;

      CREATE TABLE sample_run (
        run_id INTEGER NOT NULL PRIMARY KEY,
        at_ms INTEGER NOT NULL,
        nightly INTEGER NOT NULL,
        checked INTEGER NOT NULL,
        differed INTEGER NOT NULL,
        error TEXT
      ) STRICT;

      CREATE TABLE sample_product (
        product_id TEXT NOT NULL,
        location_id INTEGER NOT NULL,
        at_ms INTEGER NOT NULL,
        differed INTEGER NOT NULL,
        PRIMARY KEY (product_id, location_id)
      ) STRICT, WITHOUT ROWID;
    `
  },
  {
    name: 'what deals boards showed',
    sql: 'ALTER TABLE shown_price ADD COLUMN deal TEXT;'
  },
  {
    name: 'since when a product that was seen is in no catalogue any more',
    sql: 'ALTER TABLE first_seen ADD COLUMN gone_since_ms INTEGER;'
  }
]
