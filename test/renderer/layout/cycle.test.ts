import { describe, expect, it } from 'vitest'
import { cycleOf, dwellMsOf } from '../../../src/renderer/layout/cycle.ts'

const pages = (count: number) => Array.from({ length: count }, () => ({ fullness: 0 }))
const twelve = () => 12_000

describe('the dwell of a page', () => {
  it("is the screen's for one that is half full or less, and half as long again for a full one", () => {
    expect([0, 0.5, 0.75, 1, 1.2].map((fullness) => dwellMsOf({ fullness }, 12_000))).toEqual([
      12_000, 12_000, 15_000, 18_000, 18_000
    ])
  })
})

describe('the cycle of a board', () => {
  it('is the sum of its dwells, and needs no advice up to 90 seconds', () => {
    expect(cycleOf(pages(7), twelve, 'standard')).toEqual({ seconds: 84, advice: null })
    expect(cycleOf([], twelve, 'standard')).toEqual({ seconds: 0, advice: null })
  })

  it('beyond that says how many more screens would bring it under, or the dense level if that is enough', () => {
    expect(cycleOf(pages(10), twelve, 'standard')).toEqual({
      seconds: 120,
      advice: { screensMore: 1, orLevel: 'dense' }
    })
    expect(cycleOf(pages(10), twelve, 'dense').advice).toEqual({ screensMore: 1, orLevel: null })
    expect(cycleOf(pages(24), twelve, 'standard')).toEqual({ seconds: 288, advice: { screensMore: 3, orLevel: null } })
  })

  it('of one page that stays long is no cause for advice', () => {
    expect(cycleOf(pages(1), () => 200_000, 'standard').advice).toBeNull()
  })
})
