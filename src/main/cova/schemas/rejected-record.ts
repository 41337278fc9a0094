import type { z } from 'zod'
import type { Feed, RejectedRecord } from '../records.ts'
import { isPrivateKey } from './private-keys.ts'

const RAW_LIMIT = 20_000
const REASON_LIMIT = 300

/** Stands in a key for a part that could not be read. */
export const UNREAD = '?'

/**
 * A record for the quarantine. `key` null means that its id could not be read: nobody can say which stored record it is.
 */
export function rejectedRecord(
  feed: Feed,
  kind: RejectedRecord['kind'],
  key: string | number | null,
  reason: string,
  value: unknown
): RejectedRecord {
  const record = { feed, kind, key: key === null ? UNREAD : String(key), reason, raw: rawTextOf(value) }
  return key === null ? { ...record, unidentified: true } : record
}

/** The record's JSON without private fields, at most 20,000 characters. */
export function rawTextOf(value: unknown): string {
  let raw: string
  try {
    raw = JSON.stringify(value, (key, inner: unknown) => (isPrivateKey(key) ? undefined : inner)) ?? 'null'
  } catch {
    // JSON.parse reads any depth, JSON.stringify runs out of stack.
    return '"(nested too deeply to keep)"'
  }
  return raw.length <= RAW_LIMIT ? raw : `${raw.slice(0, RAW_LIMIT - 1)}…`
}

/** "Prices[2].Price: expected number, received string", from zod's first issue. */
export function reasonOf(error: z.ZodError, prefix = ''): string {
  const [first] = error.issues
  if (first === undefined) return 'not a valid record'
  const where = pathText(first.path, prefix)
  const what = first.message
    .replace(/^(?:Invalid input|Invalid option|Too small|Too big|Invalid string): /, '')
    .replace('received undefined', 'it is missing')
  const more = error.issues.length > 1 ? ` (and ${error.issues.length - 1} more)` : ''
  return (where === '' ? what : `${where}: ${what}`).slice(0, REASON_LIMIT) + more
}

function pathText(path: readonly PropertyKey[], prefix: string): string {
  let where = prefix
  for (const step of path) {
    if (typeof step === 'number') where += `[${step}]`
    else where += where === '' ? String(step) : `.${String(step)}`
  }
  return where
}
