import Database from 'better-sqlite3'
import type { FuzzedCall, Replies } from './fuzz-replies.ts'
import type { Json, Payload } from './mutate-json.ts'

/** Keys of a record under which an amount may stand; a number anywhere else is no price. */
const AMOUNT_KEYS = new Set(['Price', 'AtTierPrice', 'SalePrice', 'AtTierSalePrice'])
const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * Says which stored prices may be there, by a reading of its own of what was sent. A product that every reply had as the
 * store has it must have exactly its prices of the one state or of the other; one that was changed may also have amounts
 * that a reply said of it: as a number, not negative and below a quadrillion, under the name of an amount.
 */
export interface FuzzOracle {
  /** A reply goes out. */
  readonly note: (call: FuzzedCall, payload: Payload) => void
  /** After a good pass of everything nothing is taken for changed. */
  readonly forget: () => void
  /** What is stored and may not be, in words. */
  readonly wrongPrices: () => readonly string[]
  readonly isChanged: (productId: string) => boolean
  readonly close: () => void
}

type Row = readonly [
  productId: string,
  locationId: number,
  record: string,
  price: string,
  atTierPrice: string | null,
  sales: string | null
]

/** `goods` are the files of a store in each good state. */
export function createOracle(file: string, goods: readonly string[], replies: readonly Replies[]): FuzzOracle {
  const db = new Database(file, { readonly: true })
  const known = goods.map(setsIn)
  const intact = new Map<FuzzedCall, ReadonlySet<string>>(
    (['catalogue', 'prices'] as const).map((call) => [
      call,
      new Set(replies.flatMap((one) => (entriesOf(call, one[call]) ?? []).map((entry) => JSON.stringify(entry))))
    ])
  )
  const everyId = new Set(replies.flatMap((one) => (entriesOf('catalogue', one.catalogue) ?? []).flatMap(idsIn)))
  const said = new Map<string, Set<number>>()
  const read = statementOf(db)

  function touch(productId: string, amounts: readonly number[]): void {
    const before = said.get(productId) ?? new Set<number>()
    for (const amount of amounts) before.add(amount)
    said.set(productId, before)
  }

  return {
    note: (call, payload) => {
      const good = intact.get(call)
      if (good === undefined) return
      const entries = entriesOf(call, jsonOf(payload))
      // Refused whole: it may change nothing.
      if (entries === null) return
      const present = new Set<string>()
      for (const entry of entries) {
        if (good.has(textOf(entry))) {
          for (const id of idsIn(entry)) present.add(id)
          continue
        }
        const amounts: number[] = []
        collectAmounts(entry, amounts)
        for (const id of idsIn(entry)) touch(id, amounts)
      }
      // What a catalogue has no more may leave.
      if (call === 'catalogue') for (const id of everyId) if (!present.has(id)) touch(id, [])
    },
    forget: () => said.clear(),
    isChanged: (productId) => said.has(productId),
    wrongPrices: () => {
      const wrong: string[] = []
      const sets = groupsOf(read.all())
      for (const productId of everyId) {
        if (said.has(productId)) continue
        const found = sets.get(productId)?.text ?? ''
        if (!known.some((good) => (good.get(productId)?.text ?? '') === found))
          wrong.push(
            `prices of ${productId}, which no reply had changed, are of neither state: ${strangeLinesOf(
              found,
              known.map((good) => good.get(productId)?.text ?? '')
            ).slice(0, 300)}`
          )
      }
      for (const [productId, amounts] of said) {
        const allowed = new Set([...amounts, ...known.flatMap((good) => good.get(productId)?.amounts ?? [])])
        for (const amount of sets.get(productId)?.amounts ?? [])
          if (!allowed.has(amount)) wrong.push(`an amount of ${productId} that nobody said: ${amount}`)
      }
      return wrong
    },
    close: () => db.close()
  }
}

/** What differs from each of the states. */
function strangeLinesOf(found: string, goods: readonly string[]): string {
  return goods
    .map((good, at) => {
      const [has, lacks] = [
        found.split('\n').filter((line) => !good.includes(line)),
        good.split('\n').filter((line) => !found.includes(line))
      ]
      return `unlike state ${at} it has ${has.join('; ') || 'nothing'} and lacks ${lacks.join('; ') || 'nothing'}`
    })
    .join(', ')
}

function statementOf(db: Database.Database): Database.Statement<[], Row> {
  return db
    .prepare<[], Row>(
      `SELECT s.product_id, s.location_id,
         json_array(r.tier_id, r.tier_quantity, r.group_id, r.shelf_id), r.price, r.at_tier_price,
         (SELECT json_group_array(json_array(sale_price, at_tier_sale_price, starts_at_ms, stops_at_ms)) FROM price_sale l
          WHERE l.set_id = r.set_id AND l.ordinal = r.ordinal)
       FROM price_set s JOIN price_record r ON r.set_id = s.set_id ORDER BY s.product_id, s.location_id, r.ordinal`
    )
    .raw()
}

interface Prices {
  readonly text: string
  readonly amounts: readonly number[]
}

function setsIn(file: string): ReadonlyMap<string, Prices> {
  const db = new Database(file, { readonly: true })
  try {
    return groupsOf(statementOf(db).all())
  } finally {
    db.close()
  }
}

function groupsOf(rows: readonly Row[]): ReadonlyMap<string, Prices> {
  const groups = new Map<string, { text: string; amounts: number[] }>()
  for (const [productId, locationId, record, price, atTierPrice, sales] of rows) {
    const group = groups.get(productId) ?? { text: '', amounts: [] }
    group.text += `${locationId} ${record} ${price} ${atTierPrice} ${sales}\n`
    for (const text of [price, atTierPrice]) if (text !== null) group.amounts.push(Number(text))
    for (const sale of JSON.parse(sales ?? '[]') as readonly (string | null)[][])
      for (const text of sale.slice(0, 2)) if (text !== null) group.amounts.push(Number(text))
    groups.set(productId, group)
  }
  return groups
}

/** Text to compare; a tree deeper than JSON.stringify goes is like no other. */
function textOf(entry: Json): string {
  try {
    // 1e400 is read as Infinity, which JSON.stringify would write as null.
    return JSON.stringify(entry, (_, value: unknown) =>
      typeof value === 'number' && !Number.isFinite(value) ? 'infinite' : value
    )
  } catch {
    return ''
  }
}

function jsonOf({ body, status }: Payload): Json | undefined {
  if (status !== 200) return undefined
  try {
    return JSON.parse(typeof body === 'string' ? body.replace(/^\ufeff/, '') : new TextDecoder().decode(body)) as Json
  } catch {
    return undefined
  }
}

/** The products of a reply that has the shape of one, else null. */
function entriesOf(call: FuzzedCall, json: Json | undefined): readonly Json[] | null {
  if (call === 'prices') return Array.isArray(json) ? json : null
  const products = typeof json === 'object' && json !== null && !Array.isArray(json) ? json['Products'] : undefined
  return Array.isArray(products) ? products : null
}

/** Products that an entry may be of: any text in it that is an id, but those of what is deep inside are of no product. */
function idsIn(entry: Json): readonly string[] {
  const found = new Set<string>()
  const look = (value: Json, depth: number): void => {
    if (typeof value === 'string') {
      if (GUID.test(value)) found.add(value.toLowerCase())
    } else if (typeof value === 'object' && value !== null && depth < 12)
      for (const one of Object.values(value)) look(one, depth + 1)
  }
  look(entry, 0)
  return [...found]
}

function collectAmounts(value: Json, into: number[], depth = 0): void {
  if (typeof value !== 'object' || value === null || depth > 12) return
  for (const [key, one] of Object.entries(value)) {
    if (typeof one === 'number') {
      if (AMOUNT_KEYS.has(key) && one >= 0 && one < 1e15) into.push(one)
    } else collectAmounts(one, into, depth + 1)
  }
}
