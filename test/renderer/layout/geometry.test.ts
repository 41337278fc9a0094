import { describe, expect, it } from 'vitest'
import { geometryOf } from '../../../src/renderer/layout/geometry.ts'

describe('the page of a screen', () => {
  it('has the columns of the standard drawing at 1920x1080', () => {
    const page = geometryOf(1920, 1080)
    expect(page.amPx).toBeCloseTo(1.101, 3)
    expect(page.safeXPx).toBe(48)
    expect(page.safeYPx).toBe(27)
    expect(page.spinePx / page.amPx).toBeCloseTo(75.6, 1)
    expect(page.rungPx / page.amPx).toBeCloseTo(154, 0)
    expect([page.hairPx, page.gapPx, page.barPx]).toEqual([1, 2, 3])
  })

  it('is the same picture at 4K', () => {
    const page = geometryOf(3840, 2160)
    expect(page.amPx).toBeCloseTo(2 * 1.101, 2)
    expect(page.rungPx).toBeCloseTo(2 * geometryOf(1920, 1080).rungPx, 6)
  })

  it.each([
    [1659, 1],
    [1661, 2],
    [2484, 2],
    [2486, 3],
    [9000, 3]
  ])('of %i arcminutes of width takes %i leaves', (widthAm, leaves) => {
    expect(geometryOf(widthAm, 1000, 1).leafCount).toBe(leaves)
  })

  it.each([
    [1920, 1080],
    [1080, 1920],
    [3840, 2160]
  ])('keeps its safe margin free on every side, of %i x %i', (width, height) => {
    for (const percent of [2.5, 4, 5, 8, 10]) {
      const page = geometryOf(width, height, undefined, percent)
      expect(page.safeXPx).toBeGreaterThanOrEqual((width * percent) / 100)
      expect(page.safeYPx).toBeGreaterThanOrEqual((height * percent) / 100)
      const textRight =
        page.spinePx + page.insetPx + page.leafCount * page.leafPx + (page.leafCount - 1) * page.leafGapPx
      expect(textRight).toBeCloseTo(width - page.safeXPx, 6)
      expect(page.spinePx + page.insetPx).toBeGreaterThanOrEqual(page.safeXPx)
      const bodyTop = page.portrait ? page.bandPx + 8 * page.amPx : page.safeYPx
      expect(bodyTop + page.sheetPx).toBeCloseTo(height - page.safeYPx, 6)
      if (page.portrait) expect(page.bandPx).toBeGreaterThanOrEqual(page.safeYPx + 28 * page.amPx - 1e-9)
    }
  })

  it('never has less than the design says, whatever is asked for', () => {
    expect(geometryOf(1920, 1080, undefined, 0)).toEqual(geometryOf(1920, 1080))
  })
})
