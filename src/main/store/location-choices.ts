import type { Currency } from '../../shared/board-snapshot.ts'
import type { LocationChoice, LocationProblem } from '../../shared/setup.ts'
import type { FactOverrides, StoreReader } from './store.types.ts'

/** Every location with its place, and why one cannot be shown. */
export function locationChoicesOf(store: StoreReader, overrides: FactOverrides): readonly LocationChoice[] {
  const places = store.places()
  const markets = store.markets()
  return store.locations(overrides).map(({ locationId, name, currency }) => ({
    locationId,
    name,
    place: places.get(locationId) ?? '',
    market: markets.get(locationId) ?? null,
    problem: locationProblemOf(currency)
  }))
}

/** Why a location's boards cannot be shown; null when they can. */
export function locationProblemOf(currency: Currency | null): LocationProblem | null {
  return currency === null ? 'currency-unknown' : null
}
