import type { Migration } from './migrations.ts'

/**
 * Schema of `cache.sqlite`: all of it can be had from Cova again. No foreign keys: feeds land in any order, a price may
 * come before its product and a promotion before its location. No cost and no customer column, ever.
 * docs/store.md says what each table is for.
 */
export const cacheMigrations: readonly Migration[] = [
  {
    name: 'locations, catalogue, prices, promotions, taxes, sync log, quarantine',
    sql: `
      CREATE TABLE meta (
        key TEXT NOT NULL PRIMARY KEY,
        value TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE location (
        location_id INTEGER NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        city TEXT,
        state_code TEXT,
        state_name TEXT,
        country_code TEXT,
        windows_zone TEXT,
        observes_daylight_saving INTEGER,
        store_hours TEXT
      ) STRICT;

      CREATE TABLE tree_node (
        entity_id INTEGER NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        role TEXT NOT NULL,
        parent_id INTEGER
      ) STRICT;

      CREATE TABLE tax_pricing (
        location_id INTEGER NOT NULL PRIMARY KEY,
        tax_pricing TEXT NOT NULL
      ) STRICT;

      CREATE TABLE tax_hold (
        location_id INTEGER NOT NULL PRIMARY KEY,
        changed_at_ms INTEGER NOT NULL,
        after_run_id INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE product (
        product_id TEXT NOT NULL PRIMARY KEY,
        asked_at_ms INTEGER NOT NULL,
        master_product_id TEXT,
        master_product_name TEXT,
        variation_id TEXT,
        name TEXT NOT NULL,
        short_description TEXT,
        life_cycle TEXT NOT NULL,
        is_archived INTEGER NOT NULL,
        measurement_type TEXT NOT NULL,
        is_batch_tracked INTEGER,
        is_non_stock INTEGER,
        classification_id INTEGER,
        classification_name TEXT,
        classification_path TEXT,
        availability_known INTEGER NOT NULL,
        hero_shot_uri TEXT,
        updated_at_ms INTEGER
      ) STRICT;

      CREATE TABLE product_specification (
        product_id TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        field_id INTEGER,
        string_id TEXT,
        field_group TEXT,
        field_name TEXT,
        display_name TEXT,
        value TEXT,
        type TEXT,
        unit TEXT,
        PRIMARY KEY (product_id, ordinal)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE product_sku (
        product_id TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        sku TEXT,
        supplier_id INTEGER,
        supplier TEXT,
        PRIMARY KEY (product_id, ordinal)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX product_sku_sku ON product_sku (sku);

      CREATE TABLE product_upc (
        product_id TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        upc TEXT NOT NULL,
        PRIMARY KEY (product_id, ordinal)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX product_upc_upc ON product_upc (upc);

      CREATE TABLE availability (
        product_id TEXT NOT NULL,
        ordinal INTEGER NOT NULL,
        location_id INTEGER NOT NULL,
        room_id INTEGER,
        in_stock_quantity TEXT NOT NULL,
        is_selling_room INTEGER NOT NULL,
        PRIMARY KEY (product_id, ordinal)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX availability_location ON availability (location_id, product_id);

      CREATE TABLE product_tax_rate (
        product_id TEXT NOT NULL,
        tax_rate_id TEXT NOT NULL,
        PRIMARY KEY (product_id, tax_rate_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE price_set (
        set_id INTEGER NOT NULL PRIMARY KEY,
        location_id INTEGER NOT NULL,
        product_id TEXT NOT NULL,
        asked_at_ms INTEGER NOT NULL,
        record_count INTEGER NOT NULL,
        doubled_keys INTEGER NOT NULL,
        overlapping_sales INTEGER NOT NULL,
        UNIQUE (product_id, location_id)
      ) STRICT;
      CREATE INDEX price_set_location ON price_set (location_id);
      CREATE INDEX price_set_odd ON price_set (location_id) WHERE doubled_keys > 0 OR overlapping_sales > 0;

      CREATE TABLE price_record (
        set_id INTEGER NOT NULL,
        ordinal INTEGER NOT NULL,
        from_entity_id INTEGER,
        tier_id INTEGER,
        tier_name TEXT,
        tier_quantity TEXT,
        group_id INTEGER,
        group_name TEXT,
        shelf_id INTEGER,
        shelf_name TEXT,
        price TEXT NOT NULL,
        at_tier_price TEXT,
        sale_count INTEGER NOT NULL,
        PRIMARY KEY (set_id, ordinal)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE price_sale (
        set_id INTEGER NOT NULL,
        ordinal INTEGER NOT NULL,
        sale_ordinal INTEGER NOT NULL,
        sale_price TEXT,
        at_tier_sale_price TEXT,
        starts_at_ms INTEGER,
        stops_at_ms INTEGER,
        PRIMARY KEY (set_id, ordinal, sale_ordinal)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE tax_rate (
        tax_rate_id TEXT NOT NULL PRIMARY KEY,
        asked_at_ms INTEGER NOT NULL,
        name TEXT NOT NULL,
        display_name TEXT,
        kind TEXT NOT NULL,
        rate TEXT NOT NULL,
        layer INTEGER NOT NULL,
        calculated_on TEXT NOT NULL
      ) STRICT;

      CREATE TABLE tax_rate_location (
        tax_rate_id TEXT NOT NULL,
        location_id INTEGER NOT NULL,
        PRIMARY KEY (location_id, tax_rate_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE classification (
        classification_id INTEGER NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        parent_ids TEXT NOT NULL
      ) STRICT;

      CREATE TABLE promotion (
        promotion_id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        status TEXT NOT NULL,
        type TEXT NOT NULL,
        schedule TEXT NOT NULL,
        version INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE promotion_entity (
        promotion_id TEXT NOT NULL,
        entity_id INTEGER NOT NULL,
        PRIMARY KEY (promotion_id, entity_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE promotion_product (
        promotion_id TEXT NOT NULL,
        product_id TEXT NOT NULL,
        PRIMARY KEY (promotion_id, product_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE promotion_left (
        promotion_id TEXT NOT NULL,
        location_id INTEGER NOT NULL,
        PRIMARY KEY (promotion_id, location_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE feed (
        feed TEXT NOT NULL PRIMARY KEY,
        last_success_at_ms INTEGER,
        cursor_ms INTEGER,
        error_at_ms INTEGER,
        error_code TEXT,
        error_message TEXT
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE sync_run (
        run_id INTEGER PRIMARY KEY AUTOINCREMENT,
        feed TEXT NOT NULL,
        kind TEXT NOT NULL,
        started_at_ms INTEGER NOT NULL,
        finished_at_ms INTEGER,
        pages INTEGER NOT NULL DEFAULT 0,
        records INTEGER NOT NULL DEFAULT 0,
        changed INTEGER NOT NULL DEFAULT 0,
        rejected INTEGER NOT NULL DEFAULT 0,
        error_code TEXT,
        error_message TEXT
      ) STRICT;

      CREATE TABLE quarantine (
        feed TEXT NOT NULL,
        kind TEXT NOT NULL,
        key TEXT NOT NULL,
        reason TEXT NOT NULL,
        twin TEXT NOT NULL,
        raw TEXT NOT NULL,
        first_seen_at_ms INTEGER NOT NULL,
        last_seen_at_ms INTEGER NOT NULL,
        PRIMARY KEY (feed, kind, key, twin)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX quarantine_last_seen ON quarantine (last_seen_at_ms);

      CREATE TABLE held_removal (
        scope TEXT NOT NULL,
        location_id INTEGER NOT NULL,
        key TEXT NOT NULL,
        shown INTEGER NOT NULL,
        held_at_ms INTEGER NOT NULL,
        PRIMARY KEY (scope, location_id, key)
      ) STRICT, WITHOUT ROWID;
    `
  },
  {
    name: 'what promotions do, and what the last reading of the full feed saw',
    sql: `
      CREATE TABLE promotion_full (
        promotion_id TEXT NOT NULL PRIMARY KEY,
        name TEXT NOT NULL,
        status TEXT NOT NULL,
        type TEXT NOT NULL,
        schedule TEXT NOT NULL,
        version INTEGER NOT NULL,
        entity_ids TEXT NOT NULL,
        terms TEXT NOT NULL
      ) STRICT;

      CREATE TABLE promotion_dropped (
        promotion_id TEXT NOT NULL PRIMARY KEY,
        version INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE full_reading_saw (
        promotion_id TEXT NOT NULL PRIMARY KEY,
        version INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
    `
  },
  {
    name: 'since when a dropped promotion is in no feed any more',
    sql: 'ALTER TABLE promotion_dropped ADD COLUMN gone_since_ms INTEGER;'
  }
]
