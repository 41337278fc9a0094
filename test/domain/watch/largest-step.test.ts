import { describe, expect, it } from 'vitest'
import { largestStepOf } from '../../../src/domain/watch/largest-step.ts'

describe('the largest step for a faulty window', () => {
  it('is a start anew, where nobody types and none was of late', () => {
    expect(largestStepOf({ isTyping: false, mayRelaunch: true, faultyMs: 0 })).toBe('relaunch')
    expect(largestStepOf({ isTyping: false, mayRelaunch: false, faultyMs: 3_600_000 })).toBe('new-window')
  })

  it('takes nothing from somebody who types, for ten minutes; then shoppers come first', () => {
    expect(largestStepOf({ isTyping: true, mayRelaunch: true, faultyMs: 599_999 })).toBe('new-window')
    expect(largestStepOf({ isTyping: true, mayRelaunch: true, faultyMs: 600_000 })).toBe('relaunch')
  })
})
