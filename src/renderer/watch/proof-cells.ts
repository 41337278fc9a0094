import type { PaintedProof, PaintedState } from '../../shared/painted-proof.ts'

/** The strip in cells, row by row. */
export const PROOF_COLUMNS = 16
export const PROOF_ROWS = 4
/** CSS px. */
export const PROOF_CELL_PX = 2

/**
 * `domain/watch/painted-proof.ts` reads what is written here, bit by bit: mark 12, state 4, snapshot 24, frame 8, check 16.
 * The numbers stand in both, since a page imports no rules; a property test holds them together.
 */
const MARK = 0xb53
const STATE_NUMBERS: Readonly<Record<PaintedState, number>> = {
  empty: 0,
  connecting: 1,
  board: 2,
  kiosk: 3,
  setup: 4,
  pairing: 5,
  dark: 6,
  kept: 7
}
/** Levels above and below the ground: unseen beside each other, and far enough apart for whoever reads the pixels. */
const SWING = 4

/** Light (true) and dark cells of a strip. */
export function proofCellsOf({ state, snapshotHash, frame }: PaintedProof): readonly boolean[] {
  const said = [
    ...bitsOf(MARK, 12),
    ...bitsOf(STATE_NUMBERS[state], 4),
    ...bitsOf(snapshotHash, 24),
    ...bitsOf(frame % 256, 8)
  ]
  return [...said, ...bitsOf(checkOf(said), 16)]
}

/** The low 24 bits of the FNV-1a of a snapshot's id. */
export function snapshotHashOf(id: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  return hash & 0xffffff
}

/** The strip's pixels, one a cell, in RGBA: a little lighter and darker than the ground (red, green, blue). */
export function proofPixelsOf(
  cells: readonly boolean[],
  ground: readonly [number, number, number]
): Uint8ClampedArray<ArrayBuffer> {
  const middle = ground.map((level) => Math.min(255 - SWING, Math.max(SWING, Math.round(level))))
  return Uint8ClampedArray.from(
    cells.flatMap((isLight) => [...middle.map((level) => level + (isLight ? SWING : -SWING)), 255])
  )
}

function bitsOf(value: number, count: number): readonly boolean[] {
  return Array.from({ length: count }, (_, at) => ((value >>> (count - 1 - at)) & 1) === 1)
}

/** CRC-16/CCITT-FALSE over bits. */
function checkOf(bits: readonly boolean[]): number {
  let check = 0xffff
  for (const bit of bits) {
    const carry = ((check >>> 15) & 1) === 1
    check = (check << 1) & 0xffff
    if (carry !== bit) check ^= 0x1021
  }
  return check
}
