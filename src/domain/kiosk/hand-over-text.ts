import type { KioskLine } from '../../shared/kiosk.ts'
import { isLineQuantity } from './line-quantity.ts'

/** What every text begins with: its kind and its version. */
const MARK = 'TS1'
/** 128 bits in base 36. */
const ID_DIGITS = 25
/** More lines than these make a code that no phone finds on a screen. */
const MOST_LINES = 60
const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/**
 * A basket as the text of a QR code: product ids and quantities and nothing else, in the letters that such codes hold best
 * (docs/kiosk.md, Hand-over). Null for one that is too big, and for ids that are no guids.
 */
export function handOverTextOf(lines: readonly KioskLine[]): string | null {
  if (lines.length === 0 || lines.length > MOST_LINES) return null
  if (!lines.every(({ productId, quantity }) => GUID.test(productId) && isLineQuantity(quantity))) return null
  const parts = lines.flatMap(({ productId, quantity }) => [shortIdOf(productId), quantity])
  return [MARK, ...parts].join('-')
}

/** The basket of a text that was scanned, whatever case and blanks the scanner gave it; null where it is none. */
export function linesOfHandOver(text: string): readonly KioskLine[] | null {
  const [mark, ...parts] = text.trim().toUpperCase().split('-')
  if (mark !== MARK || parts.length === 0 || parts.length % 2 !== 0 || parts.length > 2 * MOST_LINES) return null
  const lines: KioskLine[] = []
  for (let at = 0; at < parts.length; at += 2) {
    const productId = guidOf(parts[at] ?? '')
    const quantity = parts[at + 1] ?? ''
    if (productId === null || !isLineQuantity(quantity)) return null
    lines.push({ productId, quantity })
  }
  return lines
}

function shortIdOf(guid: string): string {
  return BigInt(`0x${guid.replaceAll('-', '')}`)
    .toString(36)
    .toUpperCase()
    .padStart(ID_DIGITS, '0')
}

function guidOf(short: string): string | null {
  if (short.length !== ID_DIGITS || !/^[0-9A-Z]+$/.test(short)) return null
  let value = 0n
  for (const digit of short) value = value * 36n + BigInt(Number.parseInt(digit, 36))
  const hex = value.toString(16).padStart(32, '0')
  if (hex.length > 32) return null
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
