import { createHash } from 'node:crypto'

/** What can be told of a record that failed its schema: enough to find it by. */
export interface UnreadRecord {
  readonly kind: 'product' | 'promotion'
  /** The record's own id, or one made of its text where that could not be read. */
  readonly id: string
  readonly name: string | null
  readonly skus: readonly string[]
  readonly upcs: readonly string[]
  readonly reason: string
}

export interface QuarantineRow {
  readonly kind: 'product' | 'promotion'
  readonly key: string
  readonly twin: string
  readonly reason: string
  readonly raw: string
}

/** Before the id of a record whose own could not be read. */
const UNREAD_PREFIX = 'unread-'

/** A quarantined product or promotion: name, SKU and barcode are read from its text, which may have been cut off. */
export function unreadRecordOf({ kind, key, twin, reason, raw }: QuarantineRow): UnreadRecord {
  const text = twin === '' ? raw : twin
  const id = twin === '' ? key : `${UNREAD_PREFIX}${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
  return {
    kind,
    id,
    name: textsOf(raw, 'Name')[0] ?? null,
    skus: textsOf(raw, 'SKU'),
    upcs: textsOf(raw, 'UPC'),
    reason
  }
}

/** The texts under a key, wherever in the record, up to where its text was cut off. */
function textsOf(raw: string, key: string): readonly string[] {
  const texts: string[] = []
  for (const [, literal] of raw.matchAll(new RegExp(`"${key}":("(?:[^"\\\\]|\\\\.)*"|-?\\d+)`, 'g'))) {
    const value: unknown = JSON.parse(literal ?? '""')
    const text = typeof value === 'number' ? String(value) : value
    if (typeof text === 'string' && text.trim() !== '') texts.push(text.trim())
  }
  return texts
}
