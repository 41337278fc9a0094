import type { BoardItem } from '../../shared/board-snapshot.ts'
import type { BoardSet, ScreenSettings } from '../../shared/screen-settings.ts'
import type { LocationFacts, ProductFacts } from '../board/board-facts.ts'
import { builtItemAt, earlierOf, type PricedLocation } from '../board/board-item.ts'
import { allowedQuantitiesOf, type MarketRule } from '../market/market-profile.ts'
import { quantityTextOf } from '../money/amount.ts'
import { rungsOf, shelfOf } from '../pricing/ladder.ts'
import type { PromotionState } from '../promotion/promotion-state.ts'
import { isInSet } from '../screen/board-set.ts'
import { isNewAt } from '../screen/product-state.ts'
import { setInForceAt } from '../screen/set-in-force.ts'

/** Why a product is not on a screen, the most fundamental reason first: that one is shown, the others after it. */
export const PRODUCT_ABSENCES = [
  'never-seen',
  'gone',
  'not-synced',
  'quarantined',
  'lifecycle',
  'archived',
  'no-price',
  'not-served',
  'currency-unknown',
  'set',
  'market-quantities',
  'sold-out'
] as const

export type ProductAbsenceKind = (typeof PRODUCT_ABSENCES)[number]

export type ProductAbsence =
  /** Cova has never sent anything that names it. */
  | { readonly kind: 'never-seen' }
  /** It was here once, and Cova's full list no longer has it. */
  | { readonly kind: 'gone' }
  | { readonly kind: 'not-synced'; readonly because: 'no-full-sync' | 'price-only' | 'promotion-only' }
  /** Its own record failed; `olderStored` where a last good one keeps it off the board. */
  | { readonly kind: 'quarantined'; readonly why: string; readonly olderStored: boolean }
  | { readonly kind: 'lifecycle'; readonly lifeCycle: string }
  | { readonly kind: 'archived' }
  | {
      readonly kind: 'no-price'
      readonly because:
        | { readonly kind: 'none'; readonly elsewhere: readonly string[] }
        | { readonly kind: 'rejected'; readonly why: string }
        /** `besideGroup` is the one of them whose prices the screen shows beside everybody's. */
        | { readonly kind: 'groups-only'; readonly groups: readonly string[]; readonly besideGroup: string | null }
    }
  | { readonly kind: 'not-served' }
  | { readonly kind: 'currency-unknown' }
  /** The set in force leaves it out; `next` is when one that has it begins, within the horizon of 60 days. */
  | {
      readonly kind: 'set'
      readonly set: BoardSet
      readonly next: { readonly atMs: number; readonly set: BoardSet } | null
    }
  | { readonly kind: 'market-quantities'; readonly allowed: readonly string[]; readonly unit: ProductFacts['unit'] }
  | { readonly kind: 'sold-out'; readonly inBackRoom: boolean }

/** What is known of a product at one location. */
export interface ProductStanding {
  /** Null where no record of the product itself is stored. `facts.records` is empty without a price here. */
  readonly stored: {
    readonly facts: ProductFacts
    readonly lifeCycle: string
    readonly isArchived: boolean
    /** Stock in a room here that does not sell. */
    readonly inBackRoom: boolean
  } | null
  /** When it first landed here, also where it is gone by now. */
  readonly firstSeenAtMs: number | null
  readonly installedAtMs: number | null
  /** What else names it, where it is not stored itself. */
  readonly namedBy: 'price' | 'promotion' | null
  /** Why its own record, or a price of it here, is in quarantine. */
  readonly unreadRecord: string | null
  readonly unreadPrice: string | null
  /** Names of other locations where it has a price. */
  readonly pricedElsewhere: readonly string[]
}

/** Where and when is asked about. */
export interface AskedPlace {
  readonly location: LocationFacts
  readonly isServed: boolean
  readonly firstSyncDone: boolean
  readonly marketRules: readonly MarketRule[]
  readonly nowMs: number
  /** Whether to say when a screen will have what it leaves out now: for one product, not for a list of thousands. */
  readonly looksAhead: boolean
}

/** States of the promotions that list a product and stand at the location. */
export type StatesAt = (atMs: number) => readonly PromotionState[]

/** More steps than this from one change to the next would be a schedule that flickers. */
const MOST_STEPS_AHEAD = 40

/**
 * Every reason why a screen does not show a product, in the order of PRODUCT_ABSENCES; empty where it is up. What cannot
 * be told (the set of a product whose price is not known) is left out. `statesAt` are those of the promotions that list
 * the product; it is asked only where they decide.
 */
export function absencesOfProduct(
  product: ProductStanding,
  place: AskedPlace,
  statesAt: StatesAt,
  screen: Pick<ScreenSettings, 'set' | 'timedSets' | 'soldOut' | 'groupId' | 'customer'>
): readonly ProductAbsence[] {
  const absences: ProductAbsence[] = []
  const { stored } = product
  if (!place.firstSyncDone) absences.push({ kind: 'not-synced', because: 'no-full-sync' })
  if (stored === null) absences.push(...absencesOfUnstored(product, place))
  else {
    absences.push(...absencesOfStored(stored, product))
    if (rungsOf(stored.facts.records, null).length === 0)
      absences.push(priceAbsenceOf(stored.facts, product, screen.groupId))
  }
  if (!place.isServed) absences.push({ kind: 'not-served' })
  const { currency } = place.location
  if (currency === null) absences.push({ kind: 'currency-unknown' })
  else if (stored !== null) {
    absences.push(...screenAbsencesOf(stored, product, { ...place, currency }, statesAt, screen))
  }
  return absences
}

function absencesOfUnstored(product: ProductStanding, place: AskedPlace): readonly ProductAbsence[] {
  if (product.unreadRecord !== null) {
    return [{ kind: 'quarantined', why: product.unreadRecord, olderStored: false }]
  }
  // Before the first full sync nobody can say what Cova has.
  if (!place.firstSyncDone) return []
  switch (product.namedBy) {
    case 'price':
      return [{ kind: 'not-synced', because: 'price-only' }]
    case 'promotion':
      return [{ kind: 'not-synced', because: 'promotion-only' }]
    case null:
      return [{ kind: product.firstSeenAtMs === null ? 'never-seen' : 'gone' }]
  }
}

function absencesOfStored(
  { lifeCycle, isArchived }: NonNullable<ProductStanding['stored']>,
  { unreadRecord }: ProductStanding
): readonly ProductAbsence[] {
  const absences: ProductAbsence[] = []
  // Cova's hub sets both at once when a product is archived: one reason, not two.
  if (lifeCycle !== 'Active' && !(isArchived && lifeCycle === 'Archived')) {
    absences.push({ kind: 'lifecycle', lifeCycle })
  }
  if (isArchived) absences.push({ kind: 'archived' })
  // Of a product that may be shown, the last good record stays on the board, and this is no reason.
  if (absences.length > 0 && unreadRecord !== null) {
    absences.unshift({ kind: 'quarantined', why: unreadRecord, olderStored: true })
  }
  return absences
}

function priceAbsenceOf(facts: ProductFacts, product: ProductStanding, groupId: number | null): ProductAbsence {
  if (product.unreadPrice !== null) return { kind: 'no-price', because: { kind: 'rejected', why: product.unreadPrice } }
  const groups = new Map(
    facts.records.flatMap(({ group }) => (group === null ? [] : [[group.groupId, group.name ?? `${group.groupId}`]]))
  )
  const besideGroup = groupId === null ? null : (groups.get(groupId) ?? null)
  return {
    kind: 'no-price',
    because:
      groups.size > 0
        ? { kind: 'groups-only', groups: [...new Set(groups.values())], besideGroup }
        : { kind: 'none', elsewhere: product.pricedElsewhere }
  }
}

function screenAbsencesOf(
  { facts, inBackRoom }: NonNullable<ProductStanding['stored']>,
  product: ProductStanding,
  place: Omit<AskedPlace, 'location'> & {
    readonly location: LocationFacts
    readonly currency: PricedLocation['currency']
  },
  statesAt: StatesAt,
  screen: Pick<ScreenSettings, 'set' | 'timedSets' | 'soldOut' | 'customer'>
): readonly ProductAbsence[] {
  const { nowMs, marketRules } = place
  const location: PricedLocation = { ...place.location, currency: place.currency }
  const absences: ProductAbsence[] = []
  const itemAt = (atMs: number) =>
    builtItemAt(facts, location, { groupId: null, customer: screen.customer }, statesAt(atMs), atMs)
  const isIn = (item: BoardItem, set: BoardSet, atMs: number): boolean =>
    isInSet(item, set, { isNew: isNewAt(product.firstSeenAtMs, product.installedAtMs, atMs) })
  const rungs = rungsOf(facts.records, null)
  const { set } = setInForceAt(screen, location.timeZone, nowMs)
  const item = set.kind === 'on-promotion' ? itemAt(nowMs)?.item : unpricedItemOf(facts)
  if (item !== undefined && (rungs.length > 0 || needsNoPrice(set)) && !isIn(item, set, nowMs)) {
    const next = place.looksAhead ? nextSetOf(itemAt, isIn, screen, location, nowMs) : null
    absences.push({ kind: 'set', set, next })
  }
  const allowed = allowedQuantitiesOf(facts.unit, marketRules)
  if (rungs.length > 0 && allowed !== null && !rungs.some(({ quantity }) => allowed.has(quantityTextOf(quantity)))) {
    absences.push({ kind: 'market-quantities', allowed: [...allowed], unit: facts.unit })
  }
  if (screen.soldOut === 'hide' && facts.inStock === false) absences.push({ kind: 'sold-out', inBackRoom })
  return absences
}

/** A product without a price here is still of a classification, and new or not. */
function needsNoPrice(set: BoardSet): boolean {
  return set.kind === 'classifications' || set.kind === 'new-arrivals'
}

/** As far as every set but that of promotions asks: thousands of products are looked at for one promotion. */
function unpricedItemOf({ productId, name, classification, unit, inStock, records }: ProductFacts): BoardItem {
  const shelf = shelfOf(records)
  return { productId, name, classification, unit, inStock, shelf, badges: [], ladder: [] }
}

/** The first later instant at which the screen's set has the product: another set begins, or it goes on promotion. */
function nextSetOf(
  itemAt: (atMs: number) => ReturnType<typeof builtItemAt>,
  isIn: (item: BoardItem, set: BoardSet, atMs: number) => boolean,
  screen: Pick<ScreenSettings, 'set' | 'timedSets'>,
  location: LocationFacts,
  nowMs: number
): { readonly atMs: number; readonly set: BoardSet } | null {
  let atMs = nowMs
  for (let step = 0; step < MOST_STEPS_AHEAD; step += 1) {
    const built = itemAt(atMs)
    const nextMs = earlierOf(setInForceAt(screen, location.timeZone, atMs).changesAtMs, built?.changesAtMs ?? null)
    if (built === null || nextMs === null) return null
    atMs = nextMs
    const item = itemAt(atMs)?.item
    const { set } = setInForceAt(screen, location.timeZone, atMs)
    if (item !== undefined && isIn(item, set, atMs)) return { atMs, set }
  }
  return null
}
