import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openSpansIn, type WeeklyHours } from '../../../src/domain/schedule/opening-hours.ts'
import { BEFORE_OPENING_MS, installableFrom } from '../../../src/domain/update/install-window.ts'
import { firstCheckAt, nextCheckAt } from '../../../src/domain/update/next-check.ts'
import { nextUpdateStep } from '../../../src/domain/update/next-step.ts'
import { mayStillInstall, offerChoiceOf } from '../../../src/domain/update/offer-choice.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
const REGINA = 'America/Regina'
/** A Saturday, 12:00 in Regina. */
const NOON = Date.parse('2026-11-21T18:00:00Z')

const instant = fc.integer({ min: Date.parse('2025-01-01T00:00:00Z'), max: Date.parse('2030-01-01T00:00:00Z') })
const zone = fc.constantFrom(REGINA, 'America/Toronto', 'America/Los_Angeles', 'America/St_Johns')
const timeOfDay = fc
  .integer({ min: 0, max: 24 * 4 - 1 })
  .map(
    (quarter) => `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
  )
const week: fc.Arbitrary<WeeklyHours> = fc.array(
  fc.option(fc.record({ opensAt: timeOfDay, closesAt: timeOfDay }), { freq: 4 }),
  { minLength: 7, maxLength: 7 }
)
const daily = (opensAt: string, closesAt: string): WeeklyHours =>
  Array.from({ length: 7 }, () => ({ opensAt, closesAt }))
const regina = (hours: WeeklyHours | null) => [{ timeZone: REGINA, hours }]

describe('when an update may be installed', () => {
  test('once the store closes, and not in its last quarter of an hour before it opens', () => {
    const hours = regina(daily('09:00', '22:00'))
    expect(installableFrom(hours, REGINA, NOON)).toEqual({ fromMs: NOON + 10 * HOUR_MS, because: 'closed' })
    const eight = NOON + 20 * HOUR_MS
    expect(installableFrom(hours, REGINA, eight).fromMs).toBe(eight)
    const soonOpen = NOON + 21 * HOUR_MS - BEFORE_OPENING_MS
    expect(installableFrom(hours, REGINA, soonOpen).fromMs).toBe(NOON + 34 * HOUR_MS)
  })

  test('where no hours are known, or the store never closes: from three to a quarter to five at night', () => {
    const three = NOON + 15 * HOUR_MS
    for (const hours of [null, daily('00:00', '00:00')]) {
      expect(installableFrom(regina(hours), REGINA, NOON)).toEqual({ fromMs: three, because: 'night' })
      expect(installableFrom(regina(hours), REGINA, three + 104 * MINUTE_MS).fromMs).toBe(three + 104 * MINUTE_MS)
      expect(installableFrom(regina(hours), REGINA, three + 105 * MINUTE_MS).fromMs).toBe(three + DAY_MS)
    }
    expect(installableFrom([], REGINA, NOON)).toEqual({ fromMs: three, because: 'night' })
  })

  test('a store that stays closed all week is closed', () => {
    expect(installableFrom(regina([null, null, null, null, null, null, null]), REGINA, NOON).fromMs).toBe(NOON)
  })

  test('of two stores on one machine both must be closed', () => {
    const stores = [
      { timeZone: REGINA, hours: daily('09:00', '22:00') },
      // An hour ahead of Regina: 23:00 there is 00:00 in Toronto.
      { timeZone: 'America/Toronto', hours: daily('10:00', '02:00') }
    ]
    expect(installableFrom(stores, REGINA, NOON).fromMs).toBe(NOON + 13 * HOUR_MS)
  })

  test('never while a store is open, nor when it is about to, whatever its hours', () => {
    fc.assert(
      fc.property(week, zone, instant, (hours, timeZone, nowMs) => {
        const { fromMs, because } = installableFrom([{ timeZone, hours }], timeZone, nowMs)
        expect(fromMs).toBeGreaterThanOrEqual(nowMs)
        expect(fromMs).toBeLessThanOrEqual(nowMs + 8 * DAY_MS)
        if (because === 'night') return
        expect(openSpansIn(hours, timeZone, fromMs, fromMs + BEFORE_OPENING_MS)).toEqual([])
      })
    )
  })

  test('what is told before is what holds then', () => {
    fc.assert(
      fc.property(week, zone, instant, (hours, timeZone, nowMs) => {
        const { fromMs } = installableFrom([{ timeZone, hours }], timeZone, nowMs)
        expect(installableFrom([{ timeZone, hours }], timeZone, fromMs).fromMs).toBe(fromMs)
      })
    )
  })
})

describe('when the next check is due', () => {
  const random = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

  test('a quarter around four hours, sooner after a failure, never at once', () => {
    fc.assert(
      fc.property(instant, fc.integer({ min: 0, max: 5000 }), random, (nowMs, failures, share) => {
        const waitMs = nextCheckAt(nowMs, failures, share) - nowMs
        expect(waitMs).toBeGreaterThanOrEqual(failures === 0 ? 3 * HOUR_MS : 7.5 * MINUTE_MS)
        expect(waitMs).toBeLessThanOrEqual(5 * HOUR_MS)
      })
    )
  })

  test('a chain whose machines are all started by one switch does not come at one time', () => {
    const first = Array.from({ length: 100 }, (_, at) => firstCheckAt(NOON, at / 100))
    expect(Math.max(...first) - Math.min(...first)).toBeGreaterThan(4 * MINUTE_MS)
    const next = Array.from({ length: 100 }, (_, at) => nextCheckAt(NOON, 0, at / 100))
    expect(Math.max(...next) - Math.min(...next)).toBeGreaterThan(1.9 * HOUR_MS)
  })
})

describe('what is done next', () => {
  const situation = fc.record({
    asked: fc.constantFrom('check' as const, 'install' as const, null),
    installFromMs: fc.option(instant),
    heldBackSinceMs: fc.option(instant),
    nextCheckMs: instant
  })

  test('nothing is installed that does not lie ready, or before its time without being asked', () => {
    fc.assert(
      fc.property(situation, instant, (given, nowMs) => {
        const { kind } = nextUpdateStep(given, nowMs)
        if (kind !== 'install') return
        expect(given.installFromMs).not.toBeNull()
        expect(given.asked === 'install' || (given.installFromMs ?? Infinity) <= nowMs).toBe(true)
      })
    )
  })

  test('whoever uses the machine is waited for, an hour at most; who asks for it is not', () => {
    const due = { asked: null, installFromMs: NOON, heldBackSinceMs: NOON, nextCheckMs: NOON + 2 * HOUR_MS }
    expect(nextUpdateStep(due, NOON)).toEqual({ kind: 'wait', untilMs: NOON + HOUR_MS })
    expect(nextUpdateStep(due, NOON + HOUR_MS - 1).kind).toBe('wait')
    expect(nextUpdateStep(due, NOON + HOUR_MS).kind).toBe('install')
    expect(nextUpdateStep({ ...due, asked: 'install' }, NOON).kind).toBe('install')
  })

  test('a wait ends in the time to come, within six hours', () => {
    fc.assert(
      fc.property(situation, instant, (given, nowMs) => {
        const step = nextUpdateStep(given, nowMs)
        if (step.kind !== 'wait') return
        expect(step.untilMs).toBeGreaterThan(nowMs)
        expect(step.untilMs).toBeLessThanOrEqual(nowMs + 6 * HOUR_MS)
      })
    )
  })
})

describe('which version is taken', () => {
  const version = fc.constantFrom('1.0.0', '1.1.0', '1.2.0')
  const offer = fc.record({
    version,
    order: fc.constantFrom('newer' as const, 'same' as const, 'older' as const),
    isForThisSystem: fc.boolean(),
    isInRollout: fc.boolean()
  })
  const rules = fc.record({ pinnedVersion: fc.option(version), refused: fc.array(version) })

  test('only a newer one that is neither refused, nor pinned away, nor staged out, nor for another system', () => {
    fc.assert(
      fc.property(offer, rules, (offered, { pinnedVersion, refused }) => {
        const isTaken = offerChoiceOf(offered, { pinnedVersion, refused }).kind === 'take'
        expect(isTaken).toBe(
          offered.order === 'newer' &&
            !refused.includes(offered.version) &&
            (pinnedVersion ?? offered.version) === offered.version &&
            offered.isForThisSystem &&
            offered.isInRollout
        )
      })
    )
  })

  test('what was taken may still be installed unless it was refused or pinned away since', () => {
    fc.assert(
      fc.property(version, fc.boolean(), (taken, isPinned) => {
        const given = { pinnedVersion: isPinned ? taken : null, refused: [] }
        const offered = { version: taken, order: 'newer', isForThisSystem: true, isInRollout: true } as const
        expect(offerChoiceOf(offered, given).kind).toBe('take')
        expect(mayStillInstall(offered.version, '0.9.0', given)).toBe(true)
        expect(mayStillInstall(offered.version, offered.version, given)).toBe(false)
        // Somebody installed a newer one by hand while it lay ready.
        expect(mayStillInstall(offered.version, '99.0.0', given)).toBe(false)
        expect(mayStillInstall(offered.version, '0.9.0', { ...given, refused: [taken] })).toBe(false)
        expect(mayStillInstall(taken, '0.9.0', { ...given, pinnedVersion: '3.0.0' })).toBe(false)
      })
    )
  })
})
