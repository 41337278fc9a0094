import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { instantOfWall, offsetSegmentAt, wallOfInstant } from '../../../src/domain/schedule/zone-offsets.ts'
import { wallMsAt } from './wall-clock-oracle.ts'

const zone = fc.constantFrom(
  'America/Toronto',
  'America/Vancouver',
  'America/Regina',
  'Australia/Lord_Howe',
  'Africa/Casablanca'
)
const instant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2060, 0, 1) })

describe('offsets of a zone', () => {
  it('are those of Temporal at any instant', () => {
    fc.assert(
      fc.property(zone, instant, (timeZone, instantMs) => {
        expect(wallOfInstant(timeZone, instantMs)).toBe(wallMsAt(timeZone, instantMs))
        const { fromMs, toMs } = offsetSegmentAt(timeZone, instantMs)
        expect(fromMs <= instantMs && instantMs < toMs).toBe(true)
      }),
      { numRuns: 300 }
    )
  })

  it('turn a wall-clock time into the instant that Temporal calls compatible', () => {
    const near = [Date.UTC(2025, 2, 9), Date.UTC(2025, 10, 2), Date.UTC(2025, 3, 6), Date.UTC(2025, 9, 5)]
    const wall = fc.oneof(
      instant,
      fc.tuple(fc.constantFrom(...near), fc.integer({ min: 0, max: 300 })).map(([day, minute]) => day + minute * 60_000)
    )
    fc.assert(
      fc.property(zone, wall, (timeZone, wallMs) => {
        const plain = Temporal.Instant.fromEpochMilliseconds(wallMs).toZonedDateTimeISO('UTC').toPlainDateTime()
        expect(instantOfWall(timeZone, wallMs)).toBe(plain.toZonedDateTime(timeZone).epochMilliseconds)
      }),
      { numRuns: 500 }
    )
  })

  it('have an edge at the change of the clock', () => {
    const jumpMs = Date.parse('2025-03-09T07:00:00Z')
    expect(offsetSegmentAt('America/Toronto', jumpMs - 1)).toMatchObject({ toMs: jumpMs, offsetMs: -5 * 3_600_000 })
    expect(offsetSegmentAt('America/Toronto', jumpMs)).toMatchObject({ fromMs: jumpMs, offsetMs: -4 * 3_600_000 })
  })

  it('are refused for an unknown zone and for what is no instant', () => {
    expect(() => offsetSegmentAt('Mars/Olympus', 0)).toThrow(RangeError)
    expect(() => offsetSegmentAt('America/Toronto', Number.NaN)).toThrow(RangeError)
    expect(() => offsetSegmentAt('America/Toronto', 8.64e15 + 1)).toThrow(RangeError)
  })
})
