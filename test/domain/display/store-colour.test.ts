import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contrastOf, hexColourOf, storeColourOf } from '../../../src/domain/display/store-colour.ts'

describe("a store's colour", () => {
  it("keeps the board's ink where that can be read, and turns to black or white where not", () => {
    expect(storeColourOf('#1d5a46')).toEqual({ ground: '#1d5a46', ink: '#f2f6ee' })
    expect(storeColourOf('#ffd21f')).toEqual({ ground: '#ffd21f', ink: '#000000' })
  })

  it('measures as WCAG does', () => {
    expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 5)
    expect(contrastOf('#f2f6ee', '#1d5a46')).toBeCloseTo(7.37, 2)
  })

  it('has readable text on any colour at all', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffffff }), (value) => {
        const { ground, ink } = storeColourOf(`#${value.toString(16).padStart(6, '0')}`)
        expect(contrastOf(ground, ink)).toBeGreaterThanOrEqual(4.5)
      })
    )
  })

  it('is six hex digits and nothing else', () => {
    expect(hexColourOf('#1D5A46')).toBe('#1d5a46')
    for (const text of ['red', '#fff', '1d5a46', '#1d5a46;}', '']) expect(hexColourOf(text)).toBeNull()
  })
})
