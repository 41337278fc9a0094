import { randomInt } from 'node:crypto'
import { correction, generate } from 'lean-qr'
import { handOverTextOf, linesOfHandOver } from '../../domain/kiosk/hand-over-text.ts'
import { CODE_ALPHABET, CODE_LENGTH, codeOf, shownCodeOf, typedCodeOf } from '../../domain/screen/pairing-code.ts'
import type { KioskHandOver, KioskLine } from '../../shared/kiosk.ts'

const MINUTE_MS = 60_000
/** Somebody may wait their turn, or come back after lunch. */
const LASTS_MS = 4 * 60 * MINUTE_MS
const MOST_KEPT = 2000
/** Of all of them together: whoever can reach the machine may hand over. */
const MOST_LINES_KEPT = 40_000
const MOST_WRONG = 10

interface Kept {
  readonly code: string
  readonly lines: readonly KioskLine[]
  readonly atMs: number
}

export type CodeRead =
  | { readonly ok: true; readonly lines: readonly KioskLine[] }
  /** A text that can be no code, a code that nobody has, or too many of those. */
  | { readonly ok: false; readonly fault: 'shape' | 'unknown' | 'wait' }

/** Baskets that wait for the counter: in memory, product ids and quantities alone (docs/kiosk.md, Hand-over). */
export interface HandOvers {
  readonly keep: (lines: readonly KioskLine[]) => KioskHandOver
  /** What was typed or scanned. Wrong codes are counted, and after ten in a minute none is looked at. */
  readonly read: (text: string) => CodeRead
}

/** `elapsedMs` counts up whatever is done to the machine's clock. */
export function createHandOvers(elapsedMs: () => number = () => performance.now()): HandOvers {
  /** By what is in them, the oldest first: the same basket again is the same code. */
  const kept = new Map<string, Kept>()
  let wrongAtMs: readonly number[] = []

  /** Makes room for a basket of so many lines. */
  function sweep(atMs: number, coming: number): void {
    for (const [key, one] of kept) if (atMs - one.atMs >= LASTS_MS) kept.delete(key)
    let lines = coming
    for (const one of kept.values()) lines += one.lines.length
    for (const [key, one] of kept) {
      if (kept.size < MOST_KEPT && lines <= MOST_LINES_KEPT) return
      lines -= one.lines.length
      kept.delete(key)
    }
  }

  function freshCode(): string {
    for (;;) {
      const code = codeOf(Array.from({ length: CODE_LENGTH }, () => randomInt(CODE_ALPHABET.length)))
      if (![...kept.values()].some((other) => other.code === code)) return code
    }
  }

  return {
    keep: (lines) => {
      const atMs = elapsedMs()
      const key = JSON.stringify(lines)
      const before = kept.get(key)
      if (before === undefined || atMs - before.atMs >= LASTS_MS) sweep(atMs, lines.length)
      const code = before !== undefined && atMs - before.atMs < LASTS_MS ? before.code : freshCode()
      // Now the latest.
      kept.delete(key)
      kept.set(key, { code, lines, atMs })
      const text = handOverTextOf(lines)
      return { code: shownCodeOf(code), text, rows: text === null ? null : rowsOf(text) }
    },
    read: (text) => {
      const scanned = linesOfHandOver(text)
      if (scanned !== null) return { ok: true, lines: scanned }
      const atMs = elapsedMs()
      wrongAtMs = wrongAtMs.filter((wrong) => atMs - wrong < MINUTE_MS)
      if (wrongAtMs.length >= MOST_WRONG) return { ok: false, fault: 'wait' }
      const code = typedCodeOf(text)
      // What can be no code guesses nothing.
      if (code === null) return { ok: false, fault: 'shape' }
      const found = [...kept.values()].find((one) => one.code === code && atMs - one.atMs < LASTS_MS)
      if (found !== undefined) return { ok: true, lines: found.lines }
      wrongAtMs = [...wrongAtMs, atMs]
      return { ok: false, fault: 'unknown' }
    }
  }
}

function rowsOf(text: string): readonly string[] {
  const bitmap = generate(text, { minCorrectionLevel: correction.L })
  const indices = Array.from({ length: bitmap.size }, (_, index) => index)
  return indices.map((y) => indices.map((x) => (bitmap.get(x, y) ? '1' : '0')).join(''))
}
