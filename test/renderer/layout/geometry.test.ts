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
})
