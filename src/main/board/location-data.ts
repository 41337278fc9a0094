import type { LocationFacts, ProductFacts } from '../../domain/board/board-facts.ts'
import { earlierOf } from '../../domain/board/board-item.ts'
import { leavesOf } from '../../domain/promotion/condition/condition-tree.ts'
import {
  preparePromotion,
  type PreparedPromotion,
  type PromotionState,
  promotionStatesAt,
  statesByProductOf
} from '../../domain/promotion/promotion-state.ts'
import type { FactOverrides, StoreReader } from '../store/store.types.ts'
import { type LocationWords, locationWordsOf, readsDifferently } from './location-words.ts'

/** Ends beyond the horizon are unknown; looking again within the hour keeps them within sight. */
const LOOK_AGAIN_MS = 60 * 60 * 1000

/** What one location's boards are built from, kept in memory and reloaded in part as the store changes. */
export interface LocationData extends LocationWords {
  readonly location: LocationFacts
  readonly products: Map<string, ProductFacts>
  /** For "new" marks. */
  readonly firstSeenAtMs: Map<string, number>
  installedAtMs: number | null
  promotions: readonly PreparedPromotion[]
  /** Names and words for products as they are now. */
  readonly wordsNow: () => LocationWords
  /** States at an instant, good until the first of them changes. */
  states: {
    readonly fromMs: number
    readonly untilMs: number
    readonly byProduct: ReadonlyMap<string, readonly PromotionState[]>
  } | null
}

/**
 * Everything a location's boards need; null where there is no such location. `language` is the settings' for badges; null
 * follows the country.
 */
export function loadLocationData(
  reader: StoreReader,
  overrides: FactOverrides,
  locationId: number,
  language: string | null
): LocationData | null {
  const location = reader.location(locationId, overrides)
  if (location === null) return null
  const products = new Map(reader.productsAt(locationId).map((product) => [product.productId, product]))
  const wordsNow = (): LocationWords => locationWordsOf(location, products, reader, language)
  return {
    location,
    products,
    ...wordsNow(),
    wordsNow,
    firstSeenAtMs: new Map(reader.firstSeenAtMs([...products.keys()])),
    installedAtMs: reader.installedAtMs(),
    promotions: reader.promotionsAt(location).map(preparePromotion),
    states: null
  }
}

/**
 * Takes up some products anew; those that no longer qualify are dropped. Answers the products whose badges now read
 * differently, because what an offer counts is not the same any more.
 */
export function reloadProducts(
  data: LocationData,
  reader: StoreReader,
  productIds: readonly string[]
): ReadonlySet<string> {
  const found = new Map(
    reader
      .someProductsAt(data.location.locationId, productIds)
      .map((product): [string, ProductFacts] => [product.productId, product])
  )
  data.installedAtMs ??= reader.installedAtMs()
  for (const [productId, atMs] of reader.firstSeenAtMs(productIds)) data.firstSeenAtMs.set(productId, atMs)
  const mayReadDifferently = productIds.some((id) => readsDifferently(data.products.get(id), found.get(id)))
  const before = mayReadDifferently ? labelsOf(data) : null
  for (const productId of productIds) {
    const product = found.get(productId)
    if (product === undefined) data.products.delete(productId)
    else data.products.set(productId, product)
  }
  const touched = new Set<string>()
  if (before === null) return touched
  Object.assign(data, data.wordsNow())
  labelsOf(data).forEach((label, index) => {
    if (label === before[index]) return
    for (const productId of data.promotions[index]?.facts.productIds ?? []) touched.add(productId)
  })
  return touched
}

/** What each promotion's badge is worded with. */
function labelsOf({ promotions, words }: LocationData): readonly string[] {
  return promotions.map(({ terms }) => {
    if (terms === null || !terms.ok) return ''
    const groups = leavesOf(terms.value.cart).flatMap((leaf) =>
      leaf.type === 'CustomerInPricingGroup' ? [words.groupName(leaf.groupId)] : []
    )
    return JSON.stringify([words.labelOf(terms.value), groups])
  })
}

/** Takes up the promotions anew; answers every product that one of them lists or listed. */
export function reloadPromotions(data: LocationData, reader: StoreReader): ReadonlySet<string> {
  const touched = new Set<string>()
  const note = (): void => {
    for (const { facts } of data.promotions) for (const productId of facts.productIds) touched.add(productId)
  }
  note()
  data.promotions = reader.promotionsAt(data.location).map(preparePromotion)
  Object.assign(data, data.wordsNow())
  data.states = null
  note()
  return touched
}

/** Promotions by product at an instant; computed anew only when one of them has changed in between. */
export function promotionStatesOf(data: LocationData, atMs: number): ReadonlyMap<string, readonly PromotionState[]> {
  const kept = data.states
  if (kept !== null && kept.fromMs <= atMs && atMs < kept.untilMs) return kept.byProduct
  const states = promotionStatesAt(data.promotions, data.location, atMs)
  let changesAtMs: number | null = null
  for (const state of states) changesAtMs = earlierOf(changesAtMs, state.changesAtMs)
  const untilMs = Math.min(changesAtMs ?? Infinity, atMs + LOOK_AGAIN_MS)
  data.states = { fromMs: atMs, untilMs, byProduct: statesByProductOf(states) }
  return data.states.byProduct
}
