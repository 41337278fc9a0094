import type Database from 'better-sqlite3'
import type { ShownDeal, ShownPrice, ShownProduct, ShownStretch } from '../../domain/parity/shown-price.ts'
import type { TaxRate } from '../../domain/tax/tax-rate.ts'
import type { CustomerKind, PriceSource, TaxPricing, Unit } from '../../shared/board-snapshot.ts'

/** Longer than this without a sign of life, and nobody knows that the board was shown in between. */
export const LONGEST_SILENCE_MS = 3 * 60_000

/** A board as history knows it: prices go by the pricing group, and deals by the kind of customer too. */
export interface HistoryBoard {
  readonly locationId: number
  readonly groupId: number | null
  /** Recreational when absent. */
  readonly customer?: CustomerKind
}

/** A rung as it is shown from now on. */
export type RungShown = Omit<ShownPrice, 'fromMs' | 'toMs' | 'taxPricing' | 'taxRates'>

export interface ProductShown {
  readonly productId: string
  readonly name: string
  readonly unit: Unit
  readonly taxPricing: TaxPricing
  readonly taxRates: readonly TaxRate[]
  /** Empty: it is off the board. */
  readonly rungs: readonly RungShown[]
}

/** What boards showed from when to when, in `keep.sqlite`. Writing methods run inside the caller's `write`. */
export interface PriceHistory {
  /** One transaction. Throws what SQLite throws for a full disk. */
  readonly write: (work: () => void) => void
  /**
   * A board is being shown. A stretch that ended a moment ago goes on; after a longer silence, or when the clock was put
   * back, a new one begins. Answers when what turns out to differ was last shown.
   */
  readonly begin: (board: HistoryBoard, atMs: number) => number
  /** The board is still shown. */
  readonly goOn: (board: HistoryBoard, atMs: number) => void
  /** Notes what differs from the open rows: they end at `endMs`, new ones begin at `atMs`. Answers rows written. */
  readonly note: (board: HistoryBoard, product: ProductShown, endMs: number, atMs: number) => number
  /** Products with open rows. */
  readonly openProducts: (board: HistoryBoard) => readonly string[]
  readonly drop: (olderThanMs: number) => void
  readonly stretches: (board: HistoryBoard) => readonly ShownStretch[]
  readonly product: (board: HistoryBoard, productId: string) => ShownProduct | null
  /** Ids of all products that a board of the location showed in the time kept, with their names. */
  readonly names: (locationId: number) => ReadonlyMap<string, string>
}

type OpenRow = readonly [
  rowId: number,
  fromMs: number,
  tierId: number | null,
  quantity: string,
  shelfId: number | null,
  price: string | null,
  exact: string | null,
  regular: string | null,
  outTheDoor: string | null,
  source: string,
  saleEndsMs: number | null,
  deal: string | null,
  taxesId: number
]

interface PriceRow {
  readonly tierId: number | null
  readonly quantity: string
  readonly shelfId: number | null
  readonly price: string | null
  readonly exact: string | null
  readonly regular: string | null
  readonly outTheDoor: string | null
  readonly source: PriceSource
  readonly saleEndsAtMs: number | null
  readonly deal: string | null
  readonly taxesId: number
  readonly fromMs: number
  readonly toMs: number | null
}

interface Taxes {
  readonly taxPricing: TaxPricing
  readonly taxRates: readonly TaxRate[]
}

const audienceOf = ({ groupId, customer = 'recreational' }: HistoryBoard): string =>
  [...(groupId === null ? [] : [`group ${groupId}`]), ...(customer === 'recreational' ? [] : [customer])].join(' ')

export const preparePriceHistory = (db: Database.Database): PriceHistory => {
  const boardOf = db
    .prepare<[number, string], number>('SELECT board_id FROM shown_board WHERE location_id = ? AND audience = ?')
    .pluck()
  const addBoard = db.prepare('INSERT INTO shown_board (location_id, audience) VALUES (?, ?)')
  const lastStretch = db.prepare<[number], { readonly stretchId: number; readonly toMs: number }>(
    `SELECT stretch_id AS stretchId, to_ms AS toMs FROM shown_stretch WHERE board_id = ?
     ORDER BY stretch_id DESC LIMIT 1`
  )
  const addStretch = db.prepare('INSERT INTO shown_stretch (board_id, from_ms, to_ms) VALUES (?, ?, ?)')
  const lengthen = db.prepare('UPDATE shown_stretch SET to_ms = max(to_ms, ?) WHERE stretch_id = ?')
  const endAllOpen = db.prepare('UPDATE shown_price SET to_ms = max(from_ms, ?) WHERE board_id = ? AND to_ms IS NULL')
  const productRefOf = db.prepare<[string], { readonly ref: number; readonly name: string; readonly unit: string }>(
    'SELECT product_ref AS ref, name, unit FROM shown_product WHERE product_id = ?'
  )
  const putProduct = db.prepare(
    `INSERT INTO shown_product (product_id, name, unit) VALUES (?, ?, ?)
     ON CONFLICT (product_id) DO UPDATE SET name = excluded.name, unit = excluded.unit`
  )
  const taxesIdOf = db.prepare<[string], number>('SELECT taxes_id FROM shown_taxes WHERE taxes = ?').pluck()
  const addTaxes = db.prepare('INSERT INTO shown_taxes (taxes) VALUES (?)')
  const taxesOf = db.prepare<[number], string>('SELECT taxes FROM shown_taxes WHERE taxes_id = ?').pluck()
  const openRows = db
    .prepare<[number, number], OpenRow>(
      `SELECT row_id, from_ms, tier_id, quantity, shelf_id, price, exact, regular, out_the_door, source, sale_ends_ms,
         deal, taxes_id FROM shown_price WHERE product_ref = ? AND board_id = ? AND to_ms IS NULL`
    )
    .raw()
  const addRow = db.prepare(
    `INSERT INTO shown_price (board_id, product_ref, from_ms, tier_id, quantity, shelf_id, price, exact, regular,
       out_the_door, source, sale_ends_ms, deal, taxes_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
  )
  const endRow = db.prepare('UPDATE shown_price SET to_ms = ? WHERE row_id = ?')
  const dropRow = db.prepare('DELETE FROM shown_price WHERE row_id = ?')
  const openProducts = db
    .prepare<[number], string>(
      `SELECT DISTINCT p.product_id FROM shown_price s JOIN shown_product p ON p.product_ref = s.product_ref
       WHERE s.board_id = ? AND s.to_ms IS NULL`
    )
    .pluck()
  const stretches = db.prepare<[number], ShownStretch>(
    'SELECT from_ms AS fromMs, to_ms AS toMs FROM shown_stretch WHERE board_id = ? ORDER BY stretch_id'
  )
  const pricesOf = db.prepare<[number, number], PriceRow>(
    `SELECT tier_id AS tierId, quantity, shelf_id AS shelfId, price, exact, regular, out_the_door AS outTheDoor, source,
       sale_ends_ms AS saleEndsAtMs, deal, taxes_id AS taxesId, from_ms AS fromMs, to_ms AS toMs
     FROM shown_price WHERE product_ref = ? AND board_id = ? ORDER BY row_id`
  )
  const names = db
    .prepare<[number], readonly [string, string]>(
      `SELECT product_id, name FROM shown_product p WHERE EXISTS (
         SELECT 1 FROM shown_board b JOIN shown_price s ON s.board_id = b.board_id AND s.product_ref = p.product_ref
         WHERE b.location_id = ?)`
    )
    .raw()
  const dropPrices = db.prepare('DELETE FROM shown_price WHERE to_ms < ?')
  const dropStretches = db.prepare('DELETE FROM shown_stretch WHERE to_ms < ?')
  // A machine that is never off has one stretch: what stood there before is dropped all the same.
  const shortenStretches = db.prepare('UPDATE shown_stretch SET from_ms = @olderThanMs WHERE from_ms < @olderThanMs')
  const dropProducts = db.prepare(
    'DELETE FROM shown_product WHERE product_ref NOT IN (SELECT product_ref FROM shown_price)'
  )
  const dropTaxes = db.prepare('DELETE FROM shown_taxes WHERE taxes_id NOT IN (SELECT taxes_id FROM shown_price)')

  const inTransaction = db.transaction((work: () => void) => work())
  /** Products share their lists of rates: each list is put into words once. */
  let knownTaxes = new WeakMap<readonly TaxRate[], Map<TaxPricing, number>>()
  const readTaxes = new Map<number, Taxes>()

  const existingBoard = (board: HistoryBoard): number | null => boardOf.get(board.locationId, audienceOf(board)) ?? null
  const boardIdOf = (board: HistoryBoard): number =>
    existingBoard(board) ?? Number(addBoard.run(board.locationId, audienceOf(board)).lastInsertRowid)

  const refOf = ({ productId, name, unit }: ProductShown): number => {
    const known = productRefOf.get(productId)
    if (known !== undefined && known.name === name && known.unit === unit) return known.ref
    putProduct.run(productId, name, unit)
    return productRefOf.get(productId)?.ref as number
  }

  const taxesIdFor = ({ taxPricing, taxRates }: Taxes): number => {
    const known = knownTaxes.get(taxRates)?.get(taxPricing)
    if (known !== undefined) return known
    const text = JSON.stringify({ taxPricing, taxRates })
    const id = taxesIdOf.get(text) ?? Number(addTaxes.run(text).lastInsertRowid)
    const byPricing = knownTaxes.get(taxRates) ?? new Map<TaxPricing, number>()
    knownTaxes.set(taxRates, byPricing.set(taxPricing, id))
    return id
  }

  const taxesFor = (taxesId: number): Taxes => {
    let taxes = readTaxes.get(taxesId)
    if (taxes === undefined) {
      taxes = JSON.parse(taxesOf.get(taxesId) as string) as Taxes
      readTaxes.set(taxesId, taxes)
    }
    return taxes
  }

  /** A row that would end before it began was never seen. */
  const end = ([rowId, fromMs]: OpenRow, endMs: number): void => {
    if (fromMs >= endMs) dropRow.run(rowId)
    else endRow.run(endMs, rowId)
  }

  return {
    write: (work) => {
      try {
        inTransaction.immediate(work)
      } catch (error) {
        // Ids that were rolled back are nobody's.
        knownTaxes = new WeakMap()
        throw error
      }
    },
    begin: (board, atMs) => {
      const boardId = boardIdOf(board)
      const last = lastStretch.get(boardId)
      const silenceMs = last === undefined ? 0 : atMs - last.toMs
      if (last !== undefined && Math.abs(silenceMs) <= LONGEST_SILENCE_MS) {
        lengthen.run(atMs, last.stretchId)
        return atMs
      }
      // The clock was put back: what it wrote while it was ahead stays, and ends where it was.
      if (last !== undefined && silenceMs < 0) endAllOpen.run(last.toMs, boardId)
      addStretch.run(boardId, atMs, atMs)
      return last?.toMs ?? atMs
    },
    goOn: (board, atMs) => {
      const last = lastStretch.get(boardIdOf(board))
      if (last !== undefined) lengthen.run(atMs, last.stretchId)
    },
    note: (board, product, endMs, atMs) => {
      const boardId = boardIdOf(board)
      const known = productRefOf.get(product.productId)
      if (known === undefined && product.rungs.length === 0) return 0
      const ref = product.rungs.length === 0 ? (known?.ref as number) : refOf(product)
      const open = new Map(openRows.all(ref, boardId).map((row) => [`${row[2]} ${row[3]}`, row]))
      let written = 0
      for (const rung of product.rungs) {
        const key = `${rung.tierId} ${rung.quantity}`
        const before = open.get(key)
        open.delete(key)
        const cells = cellsOf(rung, taxesIdFor(product))
        if (before !== undefined && cells.every((cell, index) => cell === before[index + 2])) continue
        if (before !== undefined) end(before, endMs)
        addRow.run(boardId, ref, atMs, ...cells)
        written += 1
      }
      for (const row of open.values()) {
        end(row, endMs)
        written += 1
      }
      return written
    },
    openProducts: (board) => {
      const boardId = existingBoard(board)
      return boardId === null ? [] : openProducts.all(boardId)
    },
    drop: (olderThanMs) =>
      inTransaction.immediate(() => {
        dropStretches.run(olderThanMs)
        shortenStretches.run({ olderThanMs })
        if (dropPrices.run(olderThanMs).changes === 0) return
        dropProducts.run()
        dropTaxes.run()
        knownTaxes = new WeakMap()
        readTaxes.clear()
      }),
    stretches: (board) => {
      const boardId = existingBoard(board)
      return boardId === null ? [] : stretches.all(boardId)
    },
    product: (board, productId) => {
      const boardId = existingBoard(board)
      const known = productRefOf.get(productId)
      if (boardId === null || known === undefined) return null
      const prices = pricesOf.all(known.ref, boardId).map(({ taxesId, ...row }): ShownPrice => ({
        ...row,
        // Kept only where they differ from the price.
        exact: row.exact ?? row.price,
        regular: row.regular ?? row.price,
        deal: row.deal === null ? null : (JSON.parse(row.deal) as ShownDeal),
        ...taxesFor(taxesId)
      }))
      return prices.length === 0 ? null : { productId, name: known.name, unit: known.unit as Unit, prices }
    },
    names: (locationId) => new Map(names.all(locationId))
  }
}

/** A rung's cells in the order of `OpenRow`. */
const cellsOf = (rung: RungShown, taxesId: number): readonly (string | number | null)[] => [
  rung.tierId,
  rung.quantity,
  rung.shelfId,
  rung.price,
  rung.exact === rung.price ? null : rung.exact,
  rung.regular === rung.price ? null : rung.regular,
  rung.outTheDoor,
  rung.source,
  rung.saleEndsAtMs,
  rung.deal == null ? null : JSON.stringify(rung.deal),
  taxesId
]
