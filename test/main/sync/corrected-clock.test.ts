import { describe, expect, it } from 'vitest'
import { createCorrectedClock, type KnownTime } from '../../../src/main/sync/corrected-clock.ts'

const NOW = Date.UTC(2026, 10, 20, 22)
const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const YEAR = 365 * DAY

/** A machine whose clock can be set, and that can sleep. */
function machine(deviceMs = NOW) {
  const at = { deviceMs, steadyMs: 1000, uptimeMs: 50_000 }
  return {
    clocks: { nowMs: () => at.deviceMs, steadyMs: () => at.steadyMs, uptimeMs: () => at.uptimeMs },
    go: (ms: number) => {
      at.deviceMs += ms
      at.steadyMs += ms
      at.uptimeMs += ms
    },
    sleep: (ms: number) => {
      at.deviceMs += ms
      at.uptimeMs += ms
    },
    setBy: (ms: number) => {
      at.deviceMs += ms
    }
  }
}

function started(known: KnownTime, deviceMs = NOW) {
  const here = machine(deviceMs)
  return { ...here, clock: createCorrectedClock(here.clocks, known) }
}

const NOTHING: KnownTime = { offsetMs: null, seenAtMs: null }

describe('a clock that is set while the program runs', () => {
  it.each([
    ['back by hours', -3 * HOUR],
    ['ahead by hours', 3 * HOUR],
    ['back by years', -26 * YEAR],
    ['ahead by years', 10 * YEAR]
  ])('%s changes no time of boards', (_how, ms) => {
    const { clock, go, setBy } = started(NOTHING)
    go(10 * MINUTE)
    setBy(ms)
    go(SECOND)
    expect(clock.nowMs()).toBe(NOW + 10 * MINUTE + SECOND)
    expect(clock.offsetMs()).toBe(-ms)
  })

  it('set right again is right again', () => {
    const { clock, go, setBy } = started({ offsetMs: -3 * HOUR, seenAtMs: NOW - 3 * HOUR - MINUTE })
    expect(clock.nowMs()).toBe(NOW - 3 * HOUR)
    setBy(-3 * HOUR)
    go(SECOND)
    expect(clock.nowMs()).toBe(NOW - 3 * HOUR + SECOND)
    expect(clock.offsetMs()).toBe(0)
  })

  it('goes by the server once it has told, and no old answer of the server undoes what was seen', () => {
    const { clock, setBy } = started(NOTHING)
    clock.learn(0, 1)
    setBy(3 * HOUR)
    expect(clock.nowMs()).toBe(NOW)
    // A call that failed brings no reading: the last one is of before.
    clock.learn(0, 1)
    expect(clock.nowMs()).toBe(NOW)
    clock.learn(0, 2)
    expect(clock.nowMs()).toBe(NOW + 3 * HOUR)
  })

  it('is told to whoever shows time, once', async () => {
    const { clock, go, setBy } = started(NOTHING)
    let moved = 0
    clock.onMoved(() => (moved += 1))
    setBy(-HOUR)
    clock.nowMs()
    clock.nowMs()
    await Promise.resolve()
    expect(moved).toBe(1)
    go(30 * MINUTE)
    clock.nowMs()
    await Promise.resolve()
    expect(moved).toBe(1)
  })
})

it('a machine that slept wakes at the time it is', async () => {
  const { clock, sleep } = started(NOTHING)
  let moved = 0
  clock.onMoved(() => (moved += 1))
  sleep(9 * HOUR)
  expect(clock.nowMs()).toBe(NOW + 9 * HOUR)
  expect(clock.offsetMs()).toBe(0)
  await Promise.resolve()
  expect(moved).toBe(1)
})

it('drift that a time service slowly takes out is no clock that was set', () => {
  const { clock, go, setBy } = started(NOTHING)
  for (let minute = 0; minute < 24 * 60; minute += 1) {
    go(MINUTE)
    setBy(30)
    clock.nowMs()
  }
  expect(clock.offsetMs()).toBe(0)
})

describe('a start without a network', () => {
  it.each([
    ['1970', -NOW],
    ['2000', Date.UTC(2000, 0, 1) - NOW],
    ['an hour before the last sync', -DAY - HOUR],
    ['20 years ahead', 20 * YEAR]
  ])('with a clock of %s: nobody knows the time, and it goes on from what was seen last', (_when, ms) => {
    const { clock, go } = started({ offsetMs: 0, seenAtMs: NOW - DAY }, NOW + ms)
    expect(clock.isSure()).toBe(false)
    go(MINUTE)
    expect(clock.nowMs()).toBe(NOW - DAY + MINUTE)
    clock.learn(-ms, 1)
    expect(clock.isSure()).toBe(true)
    expect(clock.nowMs()).toBe(NOW + MINUTE)
  })

  it('goes by the offset that the last run was told', () => {
    const { clock } = started({ offsetMs: -5 * HOUR, seenAtMs: NOW - 6 * HOUR })
    expect(clock.isSure()).toBe(true)
    expect(clock.nowMs()).toBe(NOW - 5 * HOUR)
  })

  it('drops that offset where somebody has put the clock right since', () => {
    const { clock } = started({ offsetMs: -5 * HOUR, seenAtMs: NOW - HOUR })
    expect(clock.isSure()).toBe(true)
    expect(clock.nowMs()).toBe(NOW)
  })

  it('with nothing stored goes by the machine: there is nothing to show wrongly', () => {
    expect(started(NOTHING, 0).clock.isSure()).toBe(true)
  })

  it('after a month switched off knows the time: that is a season, and no wrong clock', () => {
    expect(started({ offsetMs: 0, seenAtMs: NOW - 30 * DAY }).clock.isSure()).toBe(true)
  })
})
