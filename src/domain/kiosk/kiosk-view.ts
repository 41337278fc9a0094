import type { BoardItem } from '../../shared/board-snapshot.ts'
import type { ViewItem } from '../../shared/board-view.ts'
import type { ViewKiosk, ViewKioskItem } from '../../shared/kiosk.ts'
import type { ScreenSettings } from '../../shared/screen-settings.ts'
import type { ProductFacts } from '../board/board-facts.ts'
import type { OfferOf } from '../display/badge-words.ts'
import type { LocationFormat } from '../display/location-format.ts'
import {
  allowedQuantitiesOf,
  type MarketRule,
  mayHavePromotions,
  mayHaveReductions,
  minimumAgeOf
} from '../market/market-profile.ts'
import { foldedWordsOf } from '../search/name-search.ts'
import { potencyBandOf, potencyBandsIn, priceBandOf, priceBandsIn } from './filter-bands.ts'
import { kioskWordsOf } from './kiosk-words.ts'
import { rowOffersOf } from './offers-on-item.ts'

/** What a kiosk filters and searches a product by, and what its row says of its offers. */
export function kioskItemOf(
  item: BoardItem,
  product: ProductFacts,
  rules: readonly MarketRule[],
  format: LocationFormat,
  offerOf: OfferOf
): ViewKioskItem {
  const { brand, strain, thc } = product.details
  const allowed = allowedQuantitiesOf(item.unit, rules)
  const rungs = allowed === null ? item.ladder : item.ladder.filter(({ quantity }) => allowed.has(quantity))
  const text = [item.name, brand, strain, ...item.classification, item.shelf?.name ?? null]
  return {
    potency: rules.some(({ kind }) => kind === 'hide-potency') ? null : potencyBandOf(thc),
    price: priceBandOf(rungs.map((rung) => rung.deal?.outTheDoor ?? rung.outTheDoor)),
    words: [...new Set(foldedWordsOf(text.filter((part) => part !== null).join(' ')))],
    offers: rowOffersOf(item, rules, format, offerOf)
  }
}

/** What a kiosk goes by beside its products; bands that none of them is in are not offered. */
export function kioskHeadOf(
  items: readonly ViewItem[],
  { idleSeconds }: Pick<ScreenSettings, 'idleSeconds'>,
  rules: readonly MarketRule[],
  format: LocationFormat
): ViewKiosk {
  const potencies = new Set(items.map(({ kiosk }) => kiosk?.potency ?? null))
  const prices = new Set(items.map(({ kiosk }) => kiosk?.price ?? null))
  const minimumAge = minimumAgeOf(rules)
  return {
    idleSeconds,
    ageGate: minimumAge === null ? null : kioskWordsOf(format.language).ageGate(minimumAge),
    potencyBands: potencyBandsIn(format).filter(({ id }) => potencies.has(id)),
    priceBands: priceBandsIn(format).filter(({ id }) => prices.has(id)),
    tellsPromotions: mayHavePromotions(rules) && mayHaveReductions(rules)
  }
}
