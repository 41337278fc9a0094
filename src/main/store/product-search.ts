import type Database from 'better-sqlite3'
import { compareCodePoints, sortKeyOf } from '../../domain/order/code-points.ts'
import { fitRankOf, fitsName, foldedWordsOf, nearestNamesOf } from '../../domain/search/name-search.ts'
import { type QuarantineRow, type UnreadRecord, unreadRecordOf } from './unread-record.ts'

/** A product or a promotion that a text finds, whether or not any board may show it. */
export interface FoundRecord {
  readonly subject: 'product' | 'promotion'
  readonly id: string
  /** Null where a record could not be read, and has no name either. */
  readonly name: string | null
  /** The text is its SKU, its barcode or its id. */
  readonly isExact: boolean
}

export interface CatalogueFindings {
  /** The best first. */
  readonly found: readonly FoundRecord[]
  /** How many there are, beyond those given too. */
  readonly count: number
  /** Where nothing was found, names that are much like the text. */
  readonly nearest: readonly string[]
}

export interface CatalogueSearch {
  /**
   * By name (its words in any order, each from its beginning, without accents and case), SKU, barcode or id: over every
   * product and promotion that is stored, archived and priceless ones too, and over records that could not be read.
   */
  readonly searchCatalogue: (text: string, most: number) => CatalogueFindings
  readonly unreadRecords: () => readonly UnreadRecord[]
}

const MOST_NEAREST = 5
/** Folded names are kept; a catalogue has some thousands. */
const MOST_FOLDED = 100_000

type NamedRow = readonly [id: string, name: string]

export const prepareCatalogueSearch = (db: Database.Database): CatalogueSearch => {
  const productNames = db.prepare<[], NamedRow>('SELECT product_id, name FROM product').raw()
  const promotionNames = db.prepare<[], NamedRow>('SELECT promotion_id, name FROM promotion').raw()
  const bySku = db.prepare<[string], string>('SELECT product_id FROM product_sku WHERE sku = ? COLLATE NOCASE').pluck()
  // Scanners and catalogues differ in the zeros a barcode begins with (UPC-A within EAN-13 within GTIN-14).
  const byUpc = db.prepare<[string], string>("SELECT product_id FROM product_upc WHERE ltrim(upc, '0') = ?").pluck()
  const quarantined = db.prepare<[], QuarantineRow>(
    "SELECT kind, key, twin, reason, raw FROM quarantine WHERE kind IN ('product', 'promotion') AND feed <> 'full-promotions' ORDER BY kind, key, twin"
  )
  const folded = new Map<string, readonly string[]>()
  const wordsOf = (name: string): readonly string[] => {
    let words = folded.get(name)
    if (words === undefined) {
      if (folded.size >= MOST_FOLDED) folded.clear()
      words = foldedWordsOf(name)
      folded.set(name, words)
    }
    return words
  }

  const unreadRecords = (): readonly UnreadRecord[] => quarantined.all().map(unreadRecordOf)

  const exactProductIds = (text: string, unread: readonly UnreadRecord[]): ReadonlySet<string> => {
    const ids = new Set([...bySku.all(text), ...barcodeMatches(text, (digits) => byUpc.all(digits))])
    const digits = barcodeOf(text)
    for (const { id, skus, upcs } of unread) {
      const sku = skus.some((one) => one.toLowerCase() === text.toLowerCase())
      const upc = digits !== null && upcs.some((one) => barcodeOf(one) === digits)
      if (sku || upc) ids.add(id)
    }
    return ids
  }

  const search = (text: string, most: number): CatalogueFindings => {
    const asked = text.trim()
    const words = foldedWordsOf(asked)
    if (words.length === 0) return { found: [], count: 0, nearest: [] }
    const id = asked.toLowerCase()
    const unread = unreadRecords()
    const exact = exactProductIds(asked, unread)
    const products = new Map(productNames.all())
    const promotions = new Map(promotionNames.all())
    const found: { readonly record: FoundRecord; readonly rank: number }[] = []
    const look = (subject: FoundRecord['subject'], recordId: string, name: string | null): void => {
      const isExact = recordId === id || (subject === 'product' && exact.has(recordId))
      const nameWords = wordsOf(name ?? '')
      if (!isExact && !fitsName(words, nameWords)) return
      found.push({ record: { subject, id: recordId, name, isExact }, rank: isExact ? -1 : fitRankOf(words, nameWords) })
    }
    for (const [productId, name] of products) look('product', productId, name)
    for (const [promotionId, name] of promotions) look('promotion', promotionId, name)
    for (const { kind, id: recordId, name } of unread) {
      // A record that once could be read is found as it was then.
      if (!(kind === 'product' ? products : promotions).has(recordId)) look(kind, recordId, name)
    }
    found.sort(
      (a, b) =>
        a.rank - b.rank ||
        compareCodePoints(sortKeyOf(a.record.name ?? ''), sortKeyOf(b.record.name ?? '')) ||
        compareCodePoints(a.record.id, b.record.id)
    )
    const nearest =
      found.length > 0 ? [] : nearestNamesOf(asked, [...products.values(), ...promotions.values()], MOST_NEAREST)
    return { found: found.slice(0, most).map(({ record }) => record), count: found.length, nearest }
  }

  const atOnce = db.transaction(search)
  return { searchCatalogue: (text, most) => atOnce(text, most), unreadRecords }
}

/** The digits of a barcode without the zeros it begins with; null for what is none. */
function barcodeOf(text: string): string | null {
  const digits = text.replaceAll(/[\s-]/g, '')
  return /^\d{6,14}$/.test(digits) ? digits.replace(/^0+/, '') : null
}

function barcodeMatches(text: string, find: (digits: string) => readonly string[]): readonly string[] {
  const digits = barcodeOf(text)
  return digits === null ? [] : find(digits)
}
