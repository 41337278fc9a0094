import type Database from 'better-sqlite3'
import type { Feed, RejectedRecord } from '../cova/records.ts'

const ROWS_KEPT = 1000
const RAW_LIMIT = 4096

type Kind = RejectedRecord['kind']

interface Entry {
  readonly feed: string
  readonly kind: string
  readonly key: string
  readonly twin: string
}

/**
 * Records that failed their schema, with the reason: at most 1,000, the longest unseen leave first. The same bad record
 * again only moves its `last_seen`; one that lands well leaves. Every method runs inside the caller's transaction.
 */
export interface Quarantine {
  readonly add: (rejected: readonly RejectedRecord[], atMs: number) => void
  /** For replies that are complete in themselves: what they no longer reject leaves. */
  readonly replaceFeed: (feed: Feed, rejected: readonly RejectedRecord[], atMs: number) => void
  /** These records landed well; those that the same page rejects too stay. */
  readonly landedWell: (kind: Kind, keys: readonly string[], rejected: readonly RejectedRecord[]) => void
  /** Prices of the product landed well at these locations. */
  readonly pricesLandedWell: (
    productId: string,
    locationIds: readonly number[],
    rejected: readonly RejectedRecord[]
  ) => void
  /** A complete catalogue pass saw everything: what it did not reject again is no longer there. */
  readonly dropUnseen: (feeds: readonly Feed[], kinds: readonly Kind[], sinceMs: number) => void
  readonly dropOlder: (olderThanMs: number) => void
  /** Whether anything at all is kept of that product's prices: cheap, to skip the rest. */
  readonly mayHoldPricesOf: (productId: string) => boolean
  /** After a rollback: what memory believes may be wrong. */
  readonly reload: () => void
}

const productOf = (key: string): string => {
  const slash = key.indexOf('/')
  return slash === -1 ? key : key.slice(0, slash)
}

const isPrice = (kind: string): boolean => kind === 'price' || kind === 'price-set'
const idOf = (entry: Entry): string => JSON.stringify([entry.feed, entry.kind, entry.key, entry.twin])

const entryOf = (record: RejectedRecord): Entry => ({
  feed: record.feed,
  kind: record.kind,
  key: record.key,
  // Two records without an id are the same bad record only if they read the same.
  twin: record.unidentified === true ? record.raw.slice(0, RAW_LIMIT) : ''
})

const keysOf = (kinds: (kind: string) => boolean, rejected: readonly RejectedRecord[]): ReadonlySet<string> =>
  new Set(rejected.filter((record) => kinds(record.kind)).map((record) => record.key))

export const prepareQuarantine = (db: Database.Database): Quarantine => {
  const selectAll = db.prepare<[], Entry>('SELECT feed, kind, key, twin FROM quarantine')
  const upsert = db.prepare(
    `INSERT INTO quarantine (feed, kind, key, twin, reason, raw, first_seen_at_ms, last_seen_at_ms)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (feed, kind, key, twin) DO UPDATE SET reason = excluded.reason, raw = excluded.raw,
       last_seen_at_ms = max(last_seen_at_ms, excluded.last_seen_at_ms)`
  )
  const remove = db.prepare('DELETE FROM quarantine WHERE feed = ? AND kind = ? AND key = ? AND twin = ?')
  const removeUnseen = db.prepare('DELETE FROM quarantine WHERE feed = ? AND kind = ? AND last_seen_at_ms < ?')
  const removeOlder = db.prepare('DELETE FROM quarantine WHERE last_seen_at_ms < ?')
  const oldest = db.prepare<[number], Entry>(
    'SELECT feed, kind, key, twin FROM quarantine ORDER BY last_seen_at_ms, first_seen_at_ms, feed, kind, key LIMIT ?'
  )

  /** What is stored, so that a good page need not ask the database; price entries by product. */
  const entries = new Map<string, Entry>()
  const pricesOf = new Map<string, Map<string, Entry>>()

  const note = (entry: Entry): void => {
    const id = idOf(entry)
    entries.set(id, entry)
    if (!isPrice(entry.kind)) return
    const productId = productOf(entry.key)
    const held = pricesOf.get(productId)
    if (held === undefined) pricesOf.set(productId, new Map([[id, entry]]))
    else held.set(id, entry)
  }
  const forget = (entry: Entry): void => {
    const id = idOf(entry)
    entries.delete(id)
    const held = pricesOf.get(productOf(entry.key))
    held?.delete(id)
    if (held?.size === 0) pricesOf.delete(productOf(entry.key))
  }
  const drop = (entry: Entry): void => {
    remove.run(entry.feed, entry.kind, entry.key, entry.twin)
    forget(entry)
  }
  const reload = (): void => {
    entries.clear()
    pricesOf.clear()
    for (const entry of selectAll.all()) note(entry)
  }
  reload()

  const add = (rejected: readonly RejectedRecord[], atMs: number): void => {
    for (const record of rejected) {
      const entry = entryOf(record)
      upsert.run(
        entry.feed,
        entry.kind,
        entry.key,
        entry.twin,
        record.reason,
        record.raw.slice(0, RAW_LIMIT),
        atMs,
        atMs
      )
      note(entry)
    }
    if (entries.size > ROWS_KEPT) for (const entry of oldest.all(entries.size - ROWS_KEPT)) drop(entry)
  }

  return {
    add,
    replaceFeed: (feed, rejected, atMs) => {
      const again = new Set(rejected.map((record) => idOf(entryOf(record))))
      for (const [id, entry] of entries) if (entry.feed === feed && !again.has(id)) drop(entry)
      add(rejected, atMs)
    },
    landedWell: (kind, keys, rejected) => {
      if (entries.size === 0) return
      const good = new Set(keys)
      const bad = keysOf((one) => one === kind, rejected)
      for (const entry of entries.values()) {
        if (entry.kind === kind && good.has(entry.key) && !bad.has(entry.key)) drop(entry)
      }
    },
    pricesLandedWell: (productId, locationIds, rejected) => {
      const held = pricesOf.get(productId)
      if (held === undefined) return
      const bad = keysOf(isPrice, rejected)
      for (const entry of held.values()) {
        if (bad.has(entry.key)) continue
        const place = entry.key.split('/')[1]
        const isHere = place === undefined || place === '?' || locationIds.includes(Number(place))
        if (isHere) drop(entry)
      }
    },
    dropUnseen: (feeds, kinds, sinceMs) => {
      let changes = 0
      for (const feed of feeds) for (const kind of kinds) changes += removeUnseen.run(feed, kind, sinceMs).changes
      if (changes > 0) reload()
    },
    dropOlder: (olderThanMs) => {
      if (removeOlder.run(olderThanMs).changes > 0) reload()
    },
    mayHoldPricesOf: (productId) => pricesOf.has(productId),
    reload
  }
}
