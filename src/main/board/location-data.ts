import type { LocationFacts, ProductFacts } from '../../domain/board/board-facts.ts'
import { earlierOf } from '../../domain/board/board-item.ts'
import type { OfferNames } from '../../domain/promotion/offer/offer-context.ts'
import {
  preparePromotion,
  type PreparedPromotion,
  type PromotionState,
  promotionStatesAt,
  statesByProductOf
} from '../../domain/promotion/promotion-state.ts'
import type { FactOverrides, StoreReader } from '../store/store.types.ts'

/** Ends beyond the horizon are unknown; looking again within the hour keeps them within sight. */
const LOOK_AGAIN_MS = 60 * 60 * 1000

/** What one location's boards are built from, kept in memory and reloaded in part as the store changes. */
export interface LocationData {
  readonly location: LocationFacts
  readonly products: Map<string, ProductFacts>
  /** For "new" marks. */
  readonly firstSeenAtMs: Map<string, number>
  installedAtMs: number | null
  promotions: readonly PreparedPromotion[]
  /** What classifications, suppliers and groups are called. */
  offerNames: OfferNames
  /** States at an instant, good until the first of them changes. */
  states: {
    readonly fromMs: number
    readonly untilMs: number
    readonly byProduct: ReadonlyMap<string, readonly PromotionState[]>
  } | null
}

/** Everything a location's boards need; null where there is no such location. */
export function loadLocationData(
  reader: StoreReader,
  overrides: FactOverrides,
  locationId: number
): LocationData | null {
  const location = reader.location(locationId, overrides)
  if (location === null) return null
  const products = new Map(reader.productsAt(locationId).map((product) => [product.productId, product]))
  return {
    location,
    products,
    firstSeenAtMs: new Map(reader.firstSeenAtMs([...products.keys()])),
    installedAtMs: reader.installedAtMs(),
    promotions: reader.promotionsAt(location).map(preparePromotion),
    offerNames: offerNamesOf(reader),
    states: null
  }
}

function offerNamesOf(reader: StoreReader): OfferNames {
  const { classifications, suppliers } = reader.traitNames()
  const groups = new Map(reader.pricingGroups().map(({ groupId, name }) => [groupId, name]))
  return {
    classification: (id) => classifications.get(id) ?? null,
    supplier: (id) => suppliers.get(id) ?? null,
    group: (id) => groups.get(id) ?? null
  }
}

/** Takes up some products anew; those that no longer qualify are dropped. */
export function reloadProducts(data: LocationData, reader: StoreReader, productIds: readonly string[]): void {
  const found = new Map(
    reader
      .someProductsAt(data.location.locationId, productIds)
      .map((product): [string, ProductFacts] => [product.productId, product])
  )
  data.installedAtMs ??= reader.installedAtMs()
  for (const [productId, atMs] of reader.firstSeenAtMs(productIds)) data.firstSeenAtMs.set(productId, atMs)
  for (const productId of productIds) {
    const product = found.get(productId)
    if (product === undefined) data.products.delete(productId)
    else data.products.set(productId, product)
  }
}

/** Takes up the promotions anew; answers every product that one of them lists or listed. */
export function reloadPromotions(data: LocationData, reader: StoreReader): ReadonlySet<string> {
  const touched = new Set<string>()
  const note = (): void => {
    for (const { facts } of data.promotions) for (const productId of facts.productIds) touched.add(productId)
  }
  note()
  data.promotions = reader.promotionsAt(data.location).map(preparePromotion)
  data.offerNames = offerNamesOf(reader)
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
