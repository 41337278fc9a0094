import { Amount } from '../money/amount.ts'

/** A JSON object as Cova sent it: nothing is known of its fields. */
export type RawNode = Readonly<Record<string, unknown>>

/** Why a promotion is not evaluated: what the program does not know, or what it cannot read, and where it stands. */
export type NotReadable =
  | { readonly kind: 'unknown-type'; readonly type: string }
  | { readonly kind: 'unknown-condition'; readonly where: string; readonly type: string }
  | { readonly kind: 'unreadable'; readonly where: string; readonly expected: string }

export type Read<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: NotReadable }

/** Names of types are Cova's own and short; of anything else no more is repeated. */
const LONGEST_NAME = 80

export function readValue<T>(value: T): Read<T> {
  return { ok: true, value }
}

export function unreadable(where: string, expected: string): { readonly ok: false; readonly fault: NotReadable } {
  return { ok: false, fault: { kind: 'unreadable', where, expected } }
}

export function nodeOf(value: unknown): RawNode | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as RawNode) : null
}

/** The `Type` of a node; null where it has none. */
export function typeOf(node: RawNode): string | null {
  const type = node['Type']
  return typeof type === 'string' && type !== '' ? type.slice(0, LONGEST_NAME) : null
}

/** An amount of a JSON number or a decimal text, not negative. */
export function readAmount(node: RawNode, field: string, where: string): Read<Amount> {
  const value = node[field]
  const text = typeof value === 'number' || typeof value === 'string' ? String(value) : ''
  // JSON numbers of up to 15 digits come through text exactly; 0.15000000000000002 is how some write 15 %.
  if (!/^\d{1,12}(\.\d{1,20})?$/.test(text)) return unreadable(`${where}.${field}`, 'a decimal that is not negative')
  return readValue(new Amount(text))
}

/** An amount above zero. */
export function readPositive(node: RawNode, field: string, where: string): Read<Amount> {
  const read = readAmount(node, field, where)
  if (!read.ok || read.value.gt(0)) return read
  return unreadable(`${where}.${field}`, 'a decimal above zero')
}

/** A share between 0.0 and 1.0 (Promotions guide: percentages are between 0.0 and 1.0). */
export function readShare(node: RawNode, field: string, where: string): Read<Amount> {
  const read = readAmount(node, field, where)
  if (!read.ok || read.value.lte(1)) return read
  return unreadable(`${where}.${field}`, 'a decimal from 0.0 to 1.0')
}

export function readInteger(node: RawNode, field: string, where: string, least: number): Read<number> {
  const value = node[field]
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= least) return readValue(value)
  return unreadable(`${where}.${field}`, least > 0 ? `an integer of at least ${least}` : 'an integer')
}

/** Null and a missing field are null. */
export function readOptional<T>(node: RawNode, field: string, read: () => Read<T>): Read<T | null> {
  return node[field] === null || node[field] === undefined ? readValue(null) : read()
}
