import type { Currency } from '../../shared/board-snapshot.ts'
import type { LocationChoice } from '../../shared/setup.ts'
import type { FactOverrides, StoreReader } from './store.types.ts'

/** Every location with its place, and in words why one cannot be shown. */
export function locationChoicesOf(store: StoreReader, overrides: FactOverrides): readonly LocationChoice[] {
  const places = store.places()
  const markets = store.markets()
  return store.locations(overrides).map(({ locationId, name, currency }) => ({
    locationId,
    name,
    place: places.get(locationId) ?? '',
    market: markets.get(locationId) ?? null,
    problem: currencyProblemOf(currency)
  }))
}

/** Why a location's boards cannot be shown, in words; null when they can. */
export function currencyProblemOf(currency: Currency | null): string | null {
  return currency === null ? 'The country is not known, so prices cannot be shown in its currency' : null
}
