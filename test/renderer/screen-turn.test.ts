import { describe, expect, it } from 'vitest'
import { screenTurnOf, turnStyleOf } from '../../src/renderer/board/screen-turn.ts'

const WIDE = { widthPx: 1920, heightPx: 1080 }
const UPRIGHT = { widthPx: 1080, heightPx: 1920 }

describe('a television that hangs on its side', () => {
  it('has its page laid out upright, and turned the other way than it hangs', () => {
    expect(screenTurnOf('portrait-left', WIDE)).toEqual({ size: UPRIGHT, degrees: 90 })
    expect(screenTurnOf('portrait-right', WIDE)).toEqual({ size: UPRIGHT, degrees: -90 })
    expect(turnStyleOf(screenTurnOf('portrait-left', WIDE)).transform).toBe('translateX(1920px) rotate(90deg)')
    expect(turnStyleOf(screenTurnOf('portrait-right', WIDE)).transform).toBe('translateY(1080px) rotate(-90deg)')
  })

  it('is not turned twice where its system turned the picture already', () => {
    for (const orientation of ['auto', 'portrait-left', 'portrait-right'] as const)
      expect(screenTurnOf(orientation, UPRIGHT)).toEqual({ size: UPRIGHT, degrees: 0 })
    expect(screenTurnOf('landscape', UPRIGHT)).toEqual({ size: WIDE, degrees: 90 })
    for (const orientation of ['auto', 'landscape'] as const)
      expect(screenTurnOf(orientation, WIDE)).toEqual({ size: WIDE, degrees: 0 })
  })
})
