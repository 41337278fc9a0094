import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type LastLook, unjudgedOf } from '../../../src/domain/watch/judged-windows.ts'
import type { Seen } from '../../../src/domain/watch/recovery-steps.ts'

const NOW = 100_000
const look = (seen: Seen, agoMs = 1000): LastLook => ({ seen, atMs: NOW - agoMs })
const hidden: Seen = { kind: 'unjudged', why: 'hidden' }
const noPictures: Seen = { kind: 'unjudged', why: 'no-pictures' }

describe('a machine of which nothing can be judged', () => {
  it('sleeps, is locked or has no display, with windows or without', () => {
    expect(unjudgedOf([], true, true, NOW)).toBe('dark')
    expect(unjudgedOf([look({ kind: 'well' })], true, true, NOW)).toBe('dark')
  })

  it('has all its windows hidden', () => {
    expect(unjudgedOf([look(hidden), look(hidden)], false, true, NOW)).toBe('hidden')
  })

  it('gives no pictures of some, and has hidden the others', () => {
    expect(unjudgedOf([look(hidden), look(noPictures)], false, true, NOW)).toBe('no-pictures')
  })

  it('is none that has no window at all and should have one', () => {
    expect(unjudgedOf([], false, true, NOW)).toBeNull()
  })

  it('has no display that is to show a board: its television is off, and the monitor beside it shows none', () => {
    expect(unjudgedOf([], false, false, NOW)).toBe('dark')
    // The window that was there is looked at as long as it lives.
    expect(unjudgedOf([look({ kind: 'well' })], false, false, NOW)).toBeNull()
  })

  it('is none with any window that is seen, that loads, or that was not looked at of late', () => {
    const judged = fc.oneof(
      fc
        .constantFrom<Seen>({ kind: 'well' }, { kind: 'unknown' }, { kind: 'faulty', fault: 'one-colour' })
        .map((seen) => look(seen)),
      fc.integer({ min: 8001, max: 90_000 }).map((agoMs) => look(hidden, agoMs))
    )
    fc.assert(
      fc.property(fc.array(fc.constantFrom(look(hidden), look(noPictures))), judged, fc.nat(), (others, one, at) => {
        const looks = others.toSpliced(at % (others.length + 1), 0, one)
        expect(unjudgedOf(looks, false, true, NOW)).toBeNull()
      })
    )
  })
})
