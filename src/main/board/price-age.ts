import { instantTextOrNull } from '../../domain/instant/instant-text.ts'
import type { StoreReader } from '../store/store.types.ts'
import type { BoardHead } from './live-board.ts'

/** When each feed came last, and whether the prices are too old at an instant to go unmarked. */
export function headAt(reader: StoreReader, staleAfterMs: number, atMs: number): BoardHead {
  const states = reader.feedStates()
  const feeds = {
    prices: instantTextOrNull(states.prices.lastSuccessAtMs),
    promotions: instantTextOrNull(states.promotions.lastSuccessAtMs),
    taxes: instantTextOrNull(states.taxes.lastSuccessAtMs),
    catalogue: instantTextOrNull(states.catalogue.lastSuccessAtMs)
  }
  const ageMs = feeds.prices === null ? Infinity : atMs - Date.parse(feeds.prices)
  // Prices from well ahead of now tell that the clock is wrong, and nothing of their age.
  return { feeds, stale: ageMs > staleAfterMs || ageMs < -staleAfterMs }
}
