import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  isOneColour,
  type PictureBytes,
  readPaintedProof,
  snapshotHashOf
} from '../../../src/domain/watch/painted-proof.ts'
import * as page from '../../../src/renderer/watch/proof-cells.ts'
import type { PaintedProof, PaintedState } from '../../../src/shared/painted-proof.ts'

const STATES: readonly PaintedState[] = ['empty', 'connecting', 'board', 'kiosk', 'setup', 'pairing', 'dark', 'kept']

const proofs: fc.Arbitrary<PaintedProof> = fc.record({
  state: fc.constantFrom(...STATES),
  snapshotHash: fc.integer({ min: 0, max: 0xffffff }),
  frame: fc.integer({ min: 0, max: 255 })
})
const level = fc.integer({ min: 0, max: 255 })
const grounds = fc.tuple(level, level, level)

/** A page's lower left corner as a screen of this scale shows it: each pixel from the cell that its middle lies in. */
function cornerOf(
  proof: PaintedProof,
  ground: readonly [number, number, number],
  scale: number,
  lowerEdgePx: number
): PictureBytes {
  const pixels = page.proofPixelsOf(page.proofCellsOf(proof), ground)
  const widthPx = Math.ceil(40 * scale)
  const heightPx = Math.ceil(16 * scale)
  const bgra = new Uint8Array(widthPx * heightPx * 4)
  for (let y = 0; y < heightPx; y += 1)
    for (let x = 0; x < widthPx; x += 1) {
      const column = Math.floor((x + 0.5) / scale / page.PROOF_CELL_PX)
      const fromBelow = Math.floor((heightPx - lowerEdgePx - y - 0.5) / scale / page.PROOF_CELL_PX)
      const isIn = column < page.PROOF_COLUMNS && fromBelow >= 0 && fromBelow < page.PROOF_ROWS
      const cell = ((page.PROOF_ROWS - 1 - fromBelow) * page.PROOF_COLUMNS + column) * 4
      const rgb = isIn ? [pixels[cell]!, pixels[cell + 1]!, pixels[cell + 2]!] : ground
      bgra.set([rgb[2]!, rgb[1]!, rgb[0]!, 255], (y * widthPx + x) * 4)
    }
  return { widthPx, heightPx, bgra }
}

describe('the proof of what is painted', () => {
  it('is read as it was written, on any ground, at any scale, and where the lower edge lies a pixel off', () => {
    fc.assert(
      fc.property(
        proofs,
        grounds,
        fc.constantFrom(1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3),
        fc.integer({ min: 0, max: 2 }),
        (proof, ground, scale, lowerEdgePx) => {
          expect(readPaintedProof(cornerOf(proof, ground, scale, lowerEdgePx), scale)).toEqual(proof)
        }
      )
    )
  })

  it('is a few levels from its ground, whatever that is', () => {
    fc.assert(
      fc.property(proofs, grounds, (proof, ground) => {
        const pixels = page.proofPixelsOf(page.proofCellsOf(proof), ground)
        for (const [at, value] of pixels.entries())
          if (at % 4 < 3) expect(Math.abs(value - ground[at % 4]!)).toBeLessThanOrEqual(8)
      })
    )
  })

  it('is in no picture of chance', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 1, max: 60 }), (seed, apart) => {
        let state = seed | 1
        const random = (): number => {
          state = Math.imul(state ^ (state >>> 15), 0x2c1b3c6d)
          state ^= state >>> 12
          return (state >>> 0) / 2 ** 32
        }
        const bgra = Uint8Array.from({ length: 40 * 16 * 4 }, () => 100 + Math.round(random()) * apart)
        // Grey of two clear levels, as a strip is: only mark and check are left to refuse it.
        for (let at = 0; at < bgra.length; at += 4) bgra[at + 1] = bgra[at + 2] = bgra[at]!
        expect(readPaintedProof({ widthPx: 40, heightPx: 16, bgra }, 1)).toBeNull()
      }),
      { numRuns: 2000 }
    )
  })

  it('is not read where a cell of it is covered or turned over', () => {
    fc.assert(
      fc.property(proofs, grounds, fc.integer({ min: 0, max: 63 }), (proof, ground, cell) => {
        const cells = page.proofCellsOf(proof).map((isLight, at) => (at === cell ? !isLight : isLight))
        const picture = cornerOf(proof, ground, 1, 0)
        const flipped = page.proofPixelsOf(cells, ground)
        const x = (cell % 16) * 2
        const y = 16 - 8 + Math.floor(cell / 16) * 2
        const bgra = picture.bgra.slice()
        for (const [dx, dy] of [
          [0, 0],
          [1, 0],
          [0, 1],
          [1, 1]
        ] as const)
          for (const channel of [0, 1, 2])
            bgra[((y + dy) * 40 + x + dx) * 4 + 2 - channel] = flipped[cell * 4 + channel]!
        expect(readPaintedProof({ ...picture, bgra }, 1)).toBeNull()
      })
    )
  })

  it('is not in a picture that is smaller than itself or cut short', () => {
    const picture = cornerOf({ state: 'board', snapshotHash: 1, frame: 1 }, [10, 20, 30], 1, 0)
    expect(readPaintedProof({ ...picture, bgra: picture.bgra.slice(0, 100) }, 1)).toBeNull()
    expect(readPaintedProof({ widthPx: 0, heightPx: 0, bgra: new Uint8Array() }, 1)).toBeNull()
    expect(readPaintedProof(picture, 0)).toBeNull()
  })

  it('names a snapshot by the same hash on both sides', () => {
    fc.assert(
      fc.property(fc.string(), (id) => {
        expect(page.snapshotHashOf(id)).toBe(snapshotHashOf(id))
      })
    )
    expect(snapshotHashOf('12')).not.toBe(snapshotHashOf('13'))
  })
})

describe('a picture of one colour', () => {
  const flat = (colour: readonly [number, number, number]): PictureBytes => ({
    widthPx: 40,
    heightPx: 20,
    bgra: Uint8Array.from({ length: 40 * 20 * 4 }, (_, at) => (at % 4 === 3 ? 255 : colour[at % 4]!))
  })

  it('is one whose levels are the same but for what a strip makes of them', () => {
    fc.assert(
      fc.property(grounds, fc.nat(799), (colour, spot) => {
        const picture = flat(colour)
        expect(isOneColour(picture)).toBe(true)
        const bgra = picture.bgra.slice()
        bgra[spot * 4] = (colour[0] + 60) % 256
        // Sixty more or, past white, far less.
        expect(isOneColour({ ...picture, bgra })).toBe(false)
      })
    )
    expect(isOneColour({ widthPx: 0, heightPx: 0, bgra: new Uint8Array() })).toBe(false)
  })
})
