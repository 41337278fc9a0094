import { describe, expect, it } from 'vitest'
import { intervalOf, jittered, pricePollOf, retryDelayOf } from '../../../src/main/sync/cadence.ts'
import { createCorrectedClock, MACHINE_CLOCKS } from '../../../src/main/sync/corrected-clock.ts'

const MINUTE = 60_000
const NOW = Date.parse('2026-11-20T12:00:00Z')

describe('cadence', () => {
  it('prices once a minute, catalogue changes every few minutes, promotions hourly, taxes and locations daily', () => {
    expect(intervalOf('prices', MINUTE)).toBe(MINUTE)
    expect(intervalOf('catalogue', MINUTE)).toBe(5 * MINUTE)
    expect(intervalOf('promotions', MINUTE)).toBe(60 * MINUTE)
    expect(intervalOf('taxes', MINUTE)).toBe(24 * 60 * MINUTE)
    expect(intervalOf('locations', MINUTE)).toBe(24 * 60 * MINUTE)
  })

  it('jitter is a twentieth either way', () => {
    expect(jittered(1000, 0)).toBe(950)
    expect(jittered(1000, 0.999999)).toBe(1050)
  })
})

describe('after a failure', () => {
  const failure = (code: 'server-error' | 'bad-credentials' | 'rate-limited', retryAfterMs: number | null = null) => ({
    code,
    retryAfterMs
  })

  it("waits longer each time, and never longer than the feed's own interval", () => {
    const delays = (random: number) =>
      [1, 2, 3, 10].map((failures) => retryDelayOf(failures, MINUTE, failure('server-error'), random))
    expect(delays(1)).toEqual([5000, 10_000, 20_000, 60_000])
    expect(delays(0)).toEqual([2500, 5000, 10_000, 30_000])
    expect(retryDelayOf(1, 1000, failure('server-error'), 1)).toBe(1000)
  })

  it('never asks before the server allows', () => {
    expect(retryDelayOf(1, MINUTE, failure('rate-limited', 120_000), 0)).toBe(120_000)
    // One instant for everybody, as an HTTP date is, must not bring everybody back in it.
    expect(retryDelayOf(1, MINUTE, failure('rate-limited', 120_000), 1)).toBe(150_000)
    expect(retryDelayOf(1, MINUTE, failure('rate-limited', 3_600_000), 1)).toBe(3_660_000)
  })

  it('asks ever more rarely when the credentials are refused, so that no account is locked', () => {
    expect(retryDelayOf(1, MINUTE, failure('bad-credentials'), 1)).toBe(5000)
    expect(retryDelayOf(20, MINUTE, failure('bad-credentials'), 1)).toBe(15 * MINUTE)
  })
})

describe('the poll of changed prices', () => {
  it('asks for the last five minutes', () => {
    expect(pricePollOf(NOW, null, MINUTE)).toEqual({ asOfMs: NOW - 5 * MINUTE, absent: false })
    expect(pricePollOf(NOW, NOW - MINUTE, MINUTE)).toEqual({ asOfMs: NOW - 5 * MINUTE, absent: false })
  })

  it('reaches back to what is covered after an absence, and wants a full pass', () => {
    const coveredToMs = NOW - 60 * MINUTE
    expect(pricePollOf(NOW, coveredToMs, MINUTE)).toEqual({ asOfMs: coveredToMs - 5 * MINUTE, absent: true })
  })

  it("cannot tell what was covered while the server's clock ran ahead: a full pass", () => {
    expect(pricePollOf(NOW, NOW + 60 * MINUTE, MINUTE)).toEqual({ asOfMs: NOW - 5 * MINUTE, absent: true })
  })

  it('a missed poll or two is no absence', () => {
    expect(pricePollOf(NOW, NOW - 4 * MINUTE, MINUTE).absent).toBe(false)
  })
})

describe('the corrected clock', () => {
  it("is the device's until the server's is plainly another", () => {
    const clock = createCorrectedClock({ ...MACHINE_CLOCKS, nowMs: () => NOW, steadyMs: () => 0 })
    expect(clock.nowMs()).toBe(NOW)
    clock.learn(1500)
    expect(clock.nowMs()).toBe(NOW)
    clock.learn(3 * 60 * MINUTE)
    expect(clock.nowMs()).toBe(NOW + 3 * 60 * MINUTE)
    clock.learn(null)
    expect(clock.offsetMs()).toBe(3 * 60 * MINUTE)
    clock.learn(200)
    expect(clock.nowMs()).toBe(NOW)
  })
})
