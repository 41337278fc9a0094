import { Temporal } from 'temporal-polyfill'
import { WINDOWS_TO_IANA_MAP } from 'windows-iana'
import type { TimeZoneFault } from '../../shared/problem.ts'

export interface TimeZoneSource {
  /** `TimeZone.Id` of Cova's location: a Windows zone name. */
  readonly windowsZone: string | null
  /** `Address.CountryCode`, which chooses among the IANA zones that share a Windows name. */
  readonly countryCode: string | null
  /** IANA name that a manager has set; wins over everything. */
  readonly override: string | null
}

export type TimeZoneResult =
  | { readonly ok: true; readonly timeZone: string }
  | { readonly ok: false; readonly fault: TimeZoneFault }

/** CLDR's entry for "no particular territory". */
const ANY_TERRITORY = '001'

/** Offsets ("+05:00") and ISO strings are zones to some runtimes, not to others: names only. */
const ZONE_NAME = /^[a-z][\w+\-/]*$/i

const zoneByWindowsName: ReadonlyMap<string, string> = new Map(
  WINDOWS_TO_IANA_MAP.map((entry) => [`${entry.windowsName.toLowerCase()}/${entry.territory}`, entry.iana[0]])
)

/**
 * The location's IANA zone: the manager's override, else Cova's Windows name through CLDR's table with the address's
 * country, else the table's entry for no territory. An IANA name in place of the Windows name is taken as it is.
 * Unknown or missing is an error and never UTC (pricing rules, Promotion schedules; wire, Locations).
 */
export function timeZoneOf(source: TimeZoneSource): TimeZoneResult {
  const override = source.override?.trim() ?? ''
  if (override !== '') {
    const timeZone = zoneNameOf(override)
    if (timeZone !== null) return { ok: true, timeZone }
    return { ok: false, fault: { kind: 'set-unknown', zone: override } }
  }
  const given = source.windowsZone?.trim() ?? ''
  if (given === '') {
    return { ok: false, fault: { kind: 'none' } }
  }
  const timeZone = ianaZoneOf(given, source.countryCode)
  if (timeZone !== null) return { ok: true, timeZone }
  return { ok: false, fault: { kind: 'unknown', zone: given } }
}

/**
 * IANA zone of a Windows name (any case) in a country (ISO 3166 two letters, null if unknown), or of an IANA name;
 * null when neither is known.
 */
export function ianaZoneOf(name: string, countryCode: string | null): string | null {
  const windowsName = name.trim().toLowerCase()
  const territory = countryCode?.trim().toUpperCase() ?? ANY_TERRITORY
  const mapped =
    zoneByWindowsName.get(`${windowsName}/${territory}`) ?? zoneByWindowsName.get(`${windowsName}/${ANY_TERRITORY}`)
  return zoneNameOf(mapped ?? name.trim())
}

/** True for an IANA zone name, in any case, that this runtime's zone data has. */
export function isKnownTimeZone(name: string): boolean {
  return zoneNameOf(name) !== null
}

function zoneNameOf(name: string): string | null {
  if (!ZONE_NAME.test(name)) return null
  try {
    return Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name).timeZoneId
  } catch (error) {
    // The only way to ask for a zone without a list of all of them.
    if (error instanceof RangeError) return null
    throw error
  }
}
