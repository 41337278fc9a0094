import type Database from 'better-sqlite3'

/**
 * Joins what a newer program kept with what an older one kept while that was gone: two databases of this schema that went apart from one
 * copy, the newer one's file first in time. Rows of first sight: the earlier date. What boards showed: until its last sign of life as the
 * newer one wrote it, from then on as `main` did. Checks of the register: of both; where both have the same one, that of `main`. One
 * transaction over `db`, the other only read. Joined twice it changes nothing more, so that a death before the file is removed costs nothing.
 */
export const joinKept = (db: Database.Database, newerFile: string): void => {
  db.prepare('ATTACH ? AS newer').run(newerFile)
  try {
    db.transaction(() => {
      for (const sql of [FIRST_SEEN, boardsAndProducts(db), STRETCHES, prices(db), checks(db), DROP_TEMPORARY])
        db.exec(sql)
    }).immediate()
  } finally {
    db.exec('DETACH newer')
  }
}

/** Tables of `keep.sqlite` that are joined: all of them, which a test holds against the schema. */
export const JOINED_TABLES = [
  'first_seen',
  'register_check',
  'sample_product',
  'sample_run',
  'shown_board',
  'shown_price',
  'shown_product',
  'shown_stretch',
  'shown_taxes'
] as const

type JoinedTable = (typeof JOINED_TABLES)[number]

/** Columns but for those that have a value of their own here, as the schema has them. */
const columnsOf = (db: Database.Database, table: JoinedTable, but: readonly string[]): readonly string[] =>
  (db.pragma(`main.table_info(${table})`) as readonly { readonly name: string }[])
    .map(({ name }) => name)
    .filter((name) => !but.includes(name))

const FIRST_SEEN = `
  INSERT INTO main.first_seen (product_id, first_seen_at_ms, gone_since_ms)
  SELECT product_id, first_seen_at_ms, gone_since_ms FROM newer.first_seen WHERE true
  ON CONFLICT (product_id) DO UPDATE SET first_seen_at_ms = min(first_seen_at_ms, excluded.first_seen_at_ms);
`

/** Which board, product and taxes of the newer file is which of `main`, and until when it saw a board (`until_ms`). */
const boardsAndProducts = (db: Database.Database): string => {
  const named = columnsOf(db, 'shown_product', ['product_ref']).join(', ')
  return `
  INSERT INTO main.shown_board (location_id, audience)
  SELECT location_id, audience FROM newer.shown_board WHERE true ON CONFLICT DO NOTHING;
  INSERT INTO main.shown_product (${named})
  SELECT ${named} FROM newer.shown_product WHERE true ON CONFLICT DO NOTHING;
  INSERT INTO main.shown_taxes (taxes) SELECT taxes FROM newer.shown_taxes WHERE true ON CONFLICT DO NOTHING;

  CREATE TEMP TABLE joined_board AS
  SELECT ours, theirs, until_ms,
    EXISTS (SELECT 1 FROM main.shown_stretch WHERE board_id = ours AND to_ms > until_ms) AS goes_on
  FROM (
    SELECT m.board_id AS ours, n.board_id AS theirs,
      (SELECT max(to_ms) FROM newer.shown_stretch s WHERE s.board_id = n.board_id) AS until_ms
    FROM newer.shown_board n JOIN main.shown_board m USING (location_id, audience)
  ) WHERE until_ms IS NOT NULL;
  CREATE TEMP TABLE joined_product (ours INTEGER PRIMARY KEY, theirs INTEGER NOT NULL UNIQUE);
  INSERT INTO joined_product SELECT m.product_ref, n.product_ref
  FROM newer.shown_product n JOIN main.shown_product m USING (product_id);
  CREATE TEMP TABLE joined_taxes (theirs INTEGER PRIMARY KEY, ours INTEGER NOT NULL);
  INSERT INTO joined_taxes SELECT n.taxes_id, m.taxes_id FROM newer.shown_taxes n JOIN main.shown_taxes m USING (taxes);
`
}

/** Readers take the order of rows for that of time: what came later is written anew behind what the newer one has. */
const STRETCHES = `
  CREATE TEMP TABLE same_stretch AS
  SELECT m.stretch_id, n.stretch_id AS theirs, m.to_ms
  FROM joined_board b JOIN main.shown_stretch m ON m.board_id = b.ours
    JOIN newer.shown_stretch n ON n.board_id = b.theirs AND n.from_ms = m.from_ms;
  CREATE TEMP TABLE later_stretch AS
  SELECT board_id, from_ms, to_ms FROM main.shown_stretch
  WHERE board_id IN (SELECT ours FROM joined_board) AND stretch_id NOT IN (SELECT stretch_id FROM same_stretch)
  ORDER BY stretch_id;
  DELETE FROM main.shown_stretch WHERE board_id IN (SELECT ours FROM joined_board);
  INSERT INTO main.shown_stretch (board_id, from_ms, to_ms)
  SELECT b.ours, n.from_ms, max(n.to_ms, coalesce((SELECT max(to_ms) FROM same_stretch WHERE theirs = n.stretch_id), n.to_ms))
  FROM newer.shown_stretch n JOIN joined_board b ON b.theirs = n.board_id ORDER BY n.stretch_id;
  INSERT INTO main.shown_stretch (board_id, from_ms, to_ms) SELECT board_id, from_ms, to_ms FROM later_stretch ORDER BY rowid;
`

/** Rows that both have are from before they went apart: the newer one knows how long they held, and `main` what held after it. */
const prices = (db: Database.Database): string => {
  const shown = columnsOf(db, 'shown_price', ['row_id', 'board_id', 'product_ref', 'taxes_id', 'from_ms', 'to_ms'])
  const into = [...shown, 'board_id', 'product_ref', 'taxes_id', 'from_ms', 'to_ms'].join(', ')
  const theirs = shown.map((column) => `n.${column}`).join(', ')
  return `
  CREATE TEMP TABLE both_have AS
  SELECT m.row_id, b.goes_on, b.until_ms
  FROM joined_board b JOIN main.shown_price m ON m.board_id = b.ours JOIN joined_product p ON p.ours = m.product_ref
  WHERE EXISTS (
    SELECT 1 FROM newer.shown_price n WHERE n.product_ref = p.theirs AND n.board_id = b.theirs
      AND n.from_ms = m.from_ms AND n.tier_id IS m.tier_id AND n.quantity = m.quantity);
  UPDATE main.shown_price SET from_ms = both_have.until_ms FROM both_have
  WHERE both_have.row_id = shown_price.row_id AND goes_on AND (to_ms IS NULL OR to_ms > until_ms);
  DELETE FROM main.shown_price WHERE row_id IN (
    SELECT row_id FROM both_have WHERE NOT goes_on OR (
      SELECT to_ms <= until_ms FROM main.shown_price m WHERE m.row_id = both_have.row_id));
  CREATE TEMP TABLE later_price AS
  SELECT * FROM main.shown_price WHERE board_id IN (SELECT ours FROM joined_board) ORDER BY row_id;
  DELETE FROM main.shown_price WHERE board_id IN (SELECT ours FROM joined_board);
  INSERT INTO main.shown_price (${into})
  SELECT ${theirs}, b.ours, p.ours, t.ours, n.from_ms, CASE WHEN b.goes_on THEN coalesce(n.to_ms, max(n.from_ms, b.until_ms)) ELSE n.to_ms END
  FROM newer.shown_price n JOIN joined_board b ON b.theirs = n.board_id JOIN joined_product p ON p.theirs = n.product_ref
    JOIN joined_taxes t ON t.theirs = n.taxes_id
  ORDER BY n.row_id;
  INSERT INTO main.shown_price (${into}) SELECT ${into} FROM later_price ORDER BY rowid;
`
}

const checks = (db: Database.Database): string => {
  const check = columnsOf(db, 'register_check', []).join(', ')
  const run = columnsOf(db, 'sample_run', ['run_id']).join(', ')
  const product = columnsOf(db, 'sample_product', []).join(', ')
  const renewed = columnsOf(db, 'sample_product', ['product_id', 'location_id'])
    .map((column) => `${column} = excluded.${column}`)
    .join(', ')
  return `
  INSERT INTO main.register_check (${check})
  SELECT ${check} FROM newer.register_check n WHERE NOT EXISTS (
    SELECT 1 FROM main.register_check m WHERE m.check_id = n.check_id
      OR (m.location_id = n.location_id AND m.source = n.source AND m.fingerprint = n.fingerprint));
  CREATE TEMP TABLE later_run AS
  SELECT * FROM main.sample_run WHERE at_ms NOT IN (SELECT at_ms FROM newer.sample_run) ORDER BY run_id;
  DELETE FROM main.sample_run;
  INSERT INTO main.sample_run (${run}) SELECT ${run} FROM newer.sample_run ORDER BY run_id;
  INSERT INTO main.sample_run (${run}) SELECT ${run} FROM later_run ORDER BY rowid;
  INSERT INTO main.sample_product (${product}) SELECT ${product} FROM newer.sample_product WHERE true
  ON CONFLICT (product_id, location_id) DO UPDATE SET ${renewed} WHERE excluded.at_ms > sample_product.at_ms;
`
}

const DROP_TEMPORARY = [
  'joined_board',
  'joined_product',
  'joined_taxes',
  'same_stretch',
  'later_stretch',
  'both_have',
  'later_price',
  'later_run'
]
  .map((table) => `DROP TABLE temp.${table};`)
  .join('\n')
