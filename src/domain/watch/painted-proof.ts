import type { PaintedProof, PaintedState } from '../../shared/painted-proof.ts'

/** A picture as the system gives it: four bytes a pixel, from the upper left, blue, green, red and one that is not read. */
export interface PictureBytes {
  readonly widthPx: number
  readonly heightPx: number
  readonly bgra: Uint8Array
}

const COLUMNS = 16
const ROWS = 4
/** CSS px. */
const CELL_PX = 2
/** What holds the strip with some room above it, CSS px. */
export const PROOF_AREA = { widthPx: COLUMNS * CELL_PX + 8, heightPx: ROWS * CELL_PX + 8 } as const

const MARK = 0xb53
const STATES: readonly PaintedState[] = ['empty', 'connecting', 'board', 'kiosk', 'setup', 'pairing', 'dark', 'kept']
/** Red, green and blue together: light and dark cells are 24 apart as drawn, less where a screen's colours are converted. */
const LEAST_APART = 9
const MOST_APART = 60

/**
 * Reads the proof strip (renderer/watch/proof-cells.ts) at the lower left of a picture; null where there is none that is
 * whole. `scale` is pixels of the picture to a CSS px. A page's lower edge may lie a few pixels off the picture's where the
 * scale is no whole number: every place nearby is tried, and mark, check and two clear levels together let no chance
 * pass.
 */
export function readPaintedProof(picture: PictureBytes, scale: number): PaintedProof | null {
  if (!(scale > 0) || picture.bgra.length < picture.widthPx * picture.heightPx * 4) return null
  const slack = Math.ceil(3 * scale)
  for (let up = 0; up <= slack; up += 1)
    for (let right = 0; right <= Math.ceil(scale); right += 1) {
      const proof = proofAt(picture, scale, right, picture.heightPx - up)
      if (proof !== null) return proof
    }
  return null
}

/** The low 24 bits of the FNV-1a of a snapshot's id, as a strip carries it. */
export function snapshotHashOf(id: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < id.length; at += 1) hash = Math.imul(hash ^ id.charCodeAt(at), 0x01000193)
  return hash & 0xffffff
}

/** Whether a picture is of one colour: no channel differs by more than a few levels anywhere. A strip alone is not seen. */
export function isOneColour({ widthPx, heightPx, bgra }: PictureBytes): boolean {
  const least = [255, 255, 255]
  const most = [0, 0, 0]
  const pixels = Math.min(widthPx * heightPx, Math.floor(bgra.length / 4))
  if (pixels === 0) return false
  for (let at = 0; at < pixels * 4; at += 4)
    for (let channel = 0; channel < 3; channel += 1) {
      const level = bgra[at + channel] ?? 0
      if (level < (least[channel] ?? 0)) least[channel] = level
      if (level > (most[channel] ?? 0)) most[channel] = level
    }
  return most.every((level, channel) => level - (least[channel] ?? 0) <= ONE_COLOUR_WITHIN)
}

/** The strip's own cells are eight levels apart, and a picture made smaller blurs them further. */
const ONE_COLOUR_WITHIN = 8

function proofAt(picture: PictureBytes, scale: number, leftPx: number, bottomPx: number): PaintedProof | null {
  const levels: number[] = []
  for (let row = 0; row < ROWS; row += 1)
    for (let column = 0; column < COLUMNS; column += 1) {
      const x = leftPx + Math.floor((column + 0.5) * CELL_PX * scale)
      const y = bottomPx - Math.ceil((ROWS - row - 0.5) * CELL_PX * scale)
      if (x < 0 || y < 0 || x >= picture.widthPx || y >= picture.heightPx) return null
      const at = (y * picture.widthPx + x) * 4
      const { bgra } = picture
      levels.push((bgra[at] ?? 0) + (bgra[at + 1] ?? 0) + (bgra[at + 2] ?? 0))
    }
  const dark = Math.min(...levels)
  const light = Math.max(...levels)
  const apart = light - dark
  if (apart < LEAST_APART || apart > MOST_APART) return null
  // Two levels and nothing between them.
  const isClear = levels.every((level) => Math.min(level - dark, light - level) * 4 <= apart)
  return isClear ? proofOf(levels.map((level) => (level - dark) * 2 > apart)) : null
}

function proofOf(bits: readonly boolean[]): PaintedProof | null {
  const said = bits.slice(0, 48)
  if (numberOf(said.slice(0, 12)) !== MARK || numberOf(bits.slice(48)) !== checkOf(said)) return null
  const state = STATES[numberOf(said.slice(12, 16))]
  if (state === undefined) return null
  return { state, snapshotHash: numberOf(said.slice(16, 40)), frame: numberOf(said.slice(40)) }
}

function numberOf(bits: readonly boolean[]): number {
  return bits.reduce((value, bit) => value * 2 + Number(bit), 0)
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
