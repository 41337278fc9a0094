import type { FoundLocation } from './board-answers.ts'
import type { BoardServiceOptions } from './board-service.types.ts'
import type { PriceTrust } from '../../domain/board/price-trust.ts'
import { type LocationData, loadLocationData } from './location-data.ts'

/** The stores that boards may be of, each with what its boards are built from, as long as somebody needs it. */
export interface ServedStores {
  readonly isServed: (locationId: number) => boolean
  /** Loads what is not there yet. */
  readonly find: (locationId: number) => FoundLocation
  readonly loaded: () => Iterable<readonly [number, LocationData]>
  /** Everything is loaded anew when it is asked for. */
  readonly forgetAll: () => void
  /** Of the stores that nobody looks at, those used last are kept. */
  readonly forgetUnused: (watched: ReadonlySet<number>, kept: number) => void
}

/** `trustNow`: how far what is stored may be promised now. */
export function createServedStores(
  {
    reader,
    overrides,
    restrictToLocationIds,
    language,
    markets = null
  }: Pick<BoardServiceOptions, 'reader' | 'overrides' | 'restrictToLocationIds' | 'language' | 'markets'>,
  trustNow: () => PriceTrust
): ServedStores {
  const lessened = new WeakMap<
    LocationData,
    Pick<LocationData, 'promotions' | 'words'> & { readonly time: boolean; readonly less: LocationData }
  >()
  /** In the order of use. */
  const data = new Map<number, LocationData>()

  function isServed(locationId: number): boolean {
    return (restrictToLocationIds === null || restrictToLocationIds.includes(locationId)) && isInMarkets(locationId)
  }

  /** A store whose address names no province or state may be anywhere: it keeps its board. */
  function isInMarkets(locationId: number): boolean {
    if (markets === null) return true
    const market = reader.markets().get(locationId)
    return market === undefined || markets.includes(market.market)
  }

  /**
   * What boards may promise of the promotions: all that is known; where nobody has confirmed it lately their names alone, so
   * that nothing is taken off and no offer stands on a ticket; and without a time none, because nobody knows what is on.
   */
  function promising(loaded: LocationData, { offers, time }: PriceTrust): LocationData {
    if (offers) return loaded
    const known = lessened.get(loaded)
    if (known?.time === time && known.promotions === loaded.promotions && known.words === loaded.words)
      return known.less
    const promotions = time ? loaded.promotions.map((promotion) => ({ ...promotion, terms: null })) : []
    // Words of its own: offers are kept by them.
    const less: LocationData = { ...loaded, promotions, words: { ...loaded.words }, states: null }
    lessened.set(loaded, { time, promotions: loaded.promotions, words: loaded.words, less })
    return less
  }

  return {
    isServed,
    find: (locationId) => {
      if (reader.lastFullPassStartedAtMs() === null) return STARTING
      const loaded =
        data.get(locationId) ??
        (isServed(locationId) ? loadLocationData(reader, overrides, locationId, language) : null)
      if (loaded === null)
        return { ok: false, status: 404, code: 'unknown-location', message: `There is no location ${locationId}` }
      data.delete(locationId)
      data.set(locationId, loaded)
      const { currency, amountsHeld } = loaded.location
      if (currency === null)
        return {
          ok: false,
          status: 503,
          code: 'unknown-currency',
          message: `The country of ${loaded.location.name} is not known, so neither is its currency: set the currency of location ${locationId}`
        }
      const trust = trustNow()
      return {
        ok: true,
        data: promising(loaded, trust),
        location: { ...loaded.location, currency, amountsHeld: amountsHeld || !trust.amounts }
      }
    },
    loaded: () => data,
    forgetAll: () => data.clear(),
    forgetUnused: (watched, kept) => {
      const unused = [...data.keys()].filter((locationId) => !watched.has(locationId))
      for (const locationId of unused.slice(0, -kept)) data.delete(locationId)
    }
  }
}

const STARTING: FoundLocation = {
  ok: false,
  status: 503,
  code: 'starting',
  message: 'The first sync has not finished yet'
}
