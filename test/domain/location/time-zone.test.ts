import { describe, expect, it } from 'vitest'
import { problemLineOf } from '../../../src/domain/health/problem-details.ts'
import { ianaZoneOf, isKnownTimeZone, timeZoneOf } from '../../../src/domain/location/time-zone.ts'

const zoneOf = (windowsZone: string | null, countryCode: string | null, override: string | null = null) => {
  const found = timeZoneOf({ windowsZone, countryCode, override })
  return found.ok
    ? found.timeZone
    : problemLineOf({ code: 'time-zone-unknown', store: '', fault: found.fault }).slice(': '.length)
}

describe("a location's time zone", () => {
  it.each([
    ['Canada Central Standard Time', 'CA', 'America/Regina'],
    ['Central Standard Time', 'CA', 'America/Winnipeg'],
    ['Central Standard Time', 'US', 'America/Chicago'],
    ['Eastern Standard Time', 'CA', 'America/Toronto'],
    ['Eastern Standard Time', 'US', 'America/New_York'],
    ['Mountain Standard Time', 'CA', 'America/Edmonton'],
    ['Pacific Standard Time', 'CA', 'America/Vancouver'],
    ['Atlantic Standard Time', 'CA', 'America/Halifax'],
    ['Newfoundland Standard Time', 'CA', 'America/St_Johns'],
    ['US Mountain Standard Time', 'US', 'America/Phoenix'],
    ['Lord Howe Standard Time', 'AU', 'Australia/Lord_Howe']
  ])('is, for %s in %s, %s', (windowsZone, countryCode, timeZone) => {
    expect(zoneOf(windowsZone, countryCode)).toBe(timeZone)
  })

  it('falls back to the entry for no territory', () => {
    expect(zoneOf('Canada Central Standard Time', null)).toBe('America/Regina')
    expect(zoneOf('Eastern Standard Time', 'FR')).toBe('America/New_York')
    expect(zoneOf('Eastern Standard Time', '')).toBe('America/New_York')
  })

  it('reads names and countries in any case, spaced', () => {
    expect(zoneOf(' canada central STANDARD time ', ' ca ')).toBe('America/Regina')
  })

  it('takes an IANA name in place of the Windows name', () => {
    expect(zoneOf('America/Toronto', 'CA')).toBe('America/Toronto')
    expect(zoneOf('america/toronto', null)).toBe('America/Toronto')
  })

  it("is a manager's override before everything", () => {
    expect(zoneOf('Eastern Standard Time', 'CA', 'America/Regina')).toBe('America/Regina')
    expect(zoneOf(null, null, 'America/Regina')).toBe('America/Regina')
    expect(zoneOf('Eastern Standard Time', 'CA', ' ')).toBe('America/Toronto')
  })

  it('is an error in words, and never UTC, when it is not known', () => {
    expect(zoneOf(null, 'CA')).toBe('Cova gives no time zone for this location. Choose its time zone in the settings.')
    expect(zoneOf('Middle Earth Standard Time', 'CA')).toBe(
      'Cova\'s time zone "Middle Earth Standard Time" for this location is not known. Choose its time zone in the settings.'
    )
    expect(zoneOf('Eastern Standard Time', 'CA', 'Toronto')).toBe(
      'The time zone "Toronto" in the settings is not known. Use a name such as America/Toronto.'
    )
  })
})

describe('zone names', () => {
  it('are known by the IANA name alone', () => {
    expect(['America/Toronto', 'US/Eastern', 'UTC', 'Australia/Lord_Howe'].map(isKnownTimeZone)).toEqual([
      true,
      true,
      true,
      true
    ])
    expect(
      ['', 'Nowhere', '+05:00', 'Eastern Standard Time', '2024-01-01T00:00Z[America/Toronto]', '__proto__'].map(
        isKnownTimeZone
      )
    ).toEqual([false, false, false, false, false, false])
  })

  it('are found for a Windows name without a country', () => {
    expect(ianaZoneOf('Eastern Standard Time', null)).toBe('America/New_York')
    expect(ianaZoneOf('Nowhere', null)).toBeNull()
  })
})
