import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { createServerClock } from '../../../src/main/cova/server-clock.ts'

const noon = Date.UTC(2026, 5, 1, 12)
const header = (ms: number) => new Date(ms).toUTCString()

test('knows nothing before the first reply, and takes the device at its word', () => {
  const clock = createServerClock()
  expect(clock.offsetMs()).toBeNull()
  expect(clock.serverMsAt(noon)).toBe(noon)
})

test('a header that is missing or no date says nothing, nor does a clock that was set back meanwhile', () => {
  const clock = createServerClock()
  clock.note(null, noon, noon)
  clock.note('soon', noon, noon)
  clock.note(header(noon), noon, noon - 1)
  expect(clock.offsetMs()).toBeNull()
})

test('the time a server took to answer is not taken for an offset', () => {
  const clock = createServerClock()
  clock.note(header(noon + 20_000), noon, noon + 20_300)
  expect(Math.abs(clock.offsetMs() ?? Infinity)).toBeLessThan(1000)
})

test('a device clock that is set moves the offset with the next reply', () => {
  const clock = createServerClock()
  clock.note(header(noon), noon, noon + 100)
  clock.note(header(noon + 1000), noon - 3_600_000, noon - 3_600_000 + 100)
  expect(clock.offsetMs()).toBeGreaterThan(3_599_000)
  expect(clock.offsetMs()).toBeLessThan(3_602_000)
})

test('stays within a second and the travel time of the truth, and never drifts while the truth stands', () => {
  const exchanges = fc.array(fc.record({ gapMs: fc.nat(90_000), thereMs: fc.nat(2000), backMs: fc.nat(2000) }), {
    minLength: 1,
    maxLength: 30
  })
  fc.assert(
    fc.property(fc.integer({ min: -1e10, max: 1e10 }), exchanges, (offsetMs, travels) => {
      const clock = createServerClock()
      let deviceMs = noon
      let least = -Infinity
      let most = Infinity
      for (const { gapMs, thereMs, backMs } of travels) {
        deviceMs += gapMs
        const dateMs = Math.floor((deviceMs + thereMs + offsetMs) / 1000) * 1000
        clock.note(header(dateMs), deviceMs, deviceMs + thereMs + backMs)
        least = Math.max(least, dateMs - (deviceMs + thereMs + backMs))
        most = Math.min(most, dateMs + 1000 - deviceMs)
        deviceMs += thereMs + backMs
        const known = clock.offsetMs() ?? Infinity
        expect(Math.abs(known - offsetMs)).toBeLessThanOrEqual(1000 + thereMs + backMs)
      }
      expect(clock.offsetMs()).toBeGreaterThanOrEqual(least)
      expect(clock.offsetMs()).toBeLessThanOrEqual(most)
    })
  )
})
