import { isObject } from './fields.ts'

/** What a parse function makes of a whole reply. A reply of another shape altogether is a reason and not an exception. */
export type ParseOutcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly reason: string }

/** "array", "null", "missing", ... for reasons. */
export function kindOf(value: unknown): string {
  if (value === undefined) return 'missing'
  if (value === null) return 'null'
  return Array.isArray(value) ? 'array' : typeof value
}

export function wrongShape(where: string, expected: string, value: unknown): { readonly ok: false; reason: string } {
  const found = value === undefined ? 'it is missing' : `received ${kindOf(value)}`
  return { ok: false, reason: `${where}: expected ${expected}, ${found}` }
}

/** A key of a value that may be anything. */
export function fieldOf(value: unknown, name: string): unknown {
  return isObject(value) ? value[name] : undefined
}
