import type { Currency } from '../../shared/board-snapshot.ts'

const CANADA: ReadonlySet<string> = new Set(['ca', 'can', 'canada'])
const UNITED_STATES: ReadonlySet<string> = new Set(['us', 'usa', 'united states'])

/**
 * The currency of a location: a manager's override, else the one of its address's country; null where the country is
 * missing or another one, which the manager is told (pricing rules, Taxes). Case does not matter.
 */
export function currencyOf(place: {
  readonly countryCode: string | null
  readonly override: Currency | null
}): Currency | null {
  if (place.override !== null) return place.override
  const country = (place.countryCode ?? '').trim().toLowerCase()
  if (CANADA.has(country)) return 'CAD'
  if (UNITED_STATES.has(country)) return 'USD'
  return null
}
