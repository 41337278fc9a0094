import { Temporal } from 'temporal-polyfill'
import type { BoardQuery, ViewQuery } from '../engine/engine.types.ts'
import { screenChangesOf } from '../settings/screen-schema.ts'

export type Parsed<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly message: string }

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/
const INTEGER = /^-?\d{1,15}$/

/** Epoch ms of an ISO 8601 instant with a zone, or null: also for a day that no calendar has. */
export function instantMsOf(text: string): number | null {
  if (!INSTANT.test(text)) return null
  try {
    return Temporal.Instant.from(text).epochMilliseconds
  } catch {
    return null
  }
}

/** An instant of a query or option. A plus sign that a form turned into a space is put back. */
export function parseInstant(name: string, text: unknown): Parsed<number | null> {
  if (text === undefined) return { ok: true, value: null }
  const atMs = typeof text === 'string' ? instantMsOf(text.replace(/ (?=\d{2}:?\d{2}$)/, '+')) : null
  if (atMs === null) return { ok: false, message: `${name}: expected an ISO 8601 instant such as 2026-11-20T16:20:00Z` }
  return { ok: true, value: atMs }
}

/** A location id of a path or option; null when it is no integer, so that nothing goes by that name. */
export function parseLocationId(text: string): number | null {
  return INTEGER.test(text) ? Number(text) : null
}

/** `at`, `group` and `customer` of a board (contract, HTTP). The message names the one that is wrong. */
export function parseBoardQuery(
  locationId: number,
  query: { readonly at?: unknown; readonly group?: unknown; readonly customer?: unknown }
): Parsed<BoardQuery> {
  const at = parseInstant('at', query.at)
  if (!at.ok) return at
  if (query.group !== undefined && (typeof query.group !== 'string' || !INTEGER.test(query.group)))
    return { ok: false, message: 'group: expected the id of a pricing group, an integer' }
  const customer = query.customer ?? 'recreational'
  if (customer !== 'recreational' && customer !== 'medical')
    return { ok: false, message: 'customer: expected recreational or medical' }
  return {
    ok: true,
    value: {
      locationId,
      atMs: at.value,
      groupId: query.group === undefined ? null : Number(query.group),
      customer
    }
  }
}

/** A board page's query: the board's, the screen's name, and what is changed for trying. */
export function parseViewQuery(locationId: number, query: Readonly<Record<string, unknown>>): Parsed<ViewQuery> {
  const board = parseBoardQuery(locationId, query)
  if (!board.ok) return board
  const { screen } = query
  if (screen !== undefined && (typeof screen !== 'string' || screen.length > 60))
    return { ok: false, message: 'screen: expected the name of a screen' }
  const { board: crew } = query
  if (crew !== undefined && (typeof crew !== 'string' || crew.length > 60 || screen === undefined))
    return { ok: false, message: 'board: expected the name of a board, and screen= with it' }
  const { phone } = query
  if (phone !== undefined && phone !== '1') return { ok: false, message: 'phone: expected 1' }
  const read = screenChangesOf(query)
  if (!read.ok) return { ok: false, message: `${read.field}: expected ${read.expected}` }
  const named = { screen: screen ?? null, board: crew ?? null, phone: phone !== undefined }
  return { ok: true, value: { ...board.value, ...named, changes: read.changes } }
}
