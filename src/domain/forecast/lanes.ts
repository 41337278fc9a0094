import type { LocationFacts, ProductFacts } from '../board/board-facts.ts'
import { compareCodePoints } from '../order/code-points.ts'
import { rungsOf, shelfOf } from '../pricing/ladder.ts'
import { priceInForceAt } from '../pricing/price-in-force.ts'
import type { PriceRecord, SalePrice } from '../pricing/price-record.ts'
import { saleBoundariesOf } from '../pricing/record-amount.ts'
import { isEnabledAt, type PreparedPromotion } from '../promotion/promotion-state.ts'
import { activeIntervalsOf } from '../schedule/promotion-state-at.ts'

/** A stretch of time in which a promotion or a sale is on; null where it begins before, or ends after, what was asked for. */
export interface LaneSpan {
  readonly startsAtMs: number | null
  readonly stopsAtMs: number | null
}

/** What a sale is on: a product, a shelf, some products of a class, or several. */
export type SaleSubject =
  | { readonly kind: 'product'; readonly name: string }
  | { readonly kind: 'shelf'; readonly name: string }
  | { readonly kind: 'class'; readonly count: number; readonly name: string }
  | { readonly kind: 'products'; readonly count: number }

/** A promotion, or sales on the same products, with every stretch in which it is on. */
export type Lane = {
  readonly laneId: string
  readonly productIds: readonly string[]
  /** In order. */
  readonly spans: readonly LaneSpan[]
} & ({ readonly kind: 'promotion'; readonly name: string } | { readonly kind: 'sale'; readonly subject: SaleSubject })

/**
 * Every promotion and dated public sale that is on at some time with fromMs <= at < toMs, for the products given. Sales
 * of one window are one; windows on the same products stand in one lane. Ordered by what is on or comes first; last
 * what neither begins nor ends meanwhile.
 */
export function lanesOf(
  location: LocationFacts,
  products: readonly ProductFacts[],
  promotions: readonly PreparedPromotion[],
  fromMs: number,
  toMs: number
): readonly Lane[] {
  const lanes = [...promotionLanes(location, products, promotions, fromMs, toMs), ...saleLanes(products, fromMs, toMs)]
  return lanes.sort(compareLanes)
}

function promotionLanes(
  location: LocationFacts,
  products: readonly ProductFacts[],
  promotions: readonly PreparedPromotion[],
  fromMs: number,
  toMs: number
): readonly Lane[] {
  const shown = new Set(products.map(({ productId }) => productId))
  return promotions.flatMap(({ facts, schedule }): readonly Lane[] => {
    if (schedule === null || !isEnabledAt(facts, location)) return []
    const productIds = [...new Set(facts.productIds)].filter((productId) => shown.has(productId))
    if (productIds.length === 0) return []
    const spans = activeIntervalsOf(schedule, location.timeZone, fromMs, toMs).map(({ startsAtMs, endsAtMs }) => ({
      startsAtMs,
      // An end after the range is told by the schedule too: it is outside.
      stopsAtMs: endsAtMs !== null && endsAtMs < toMs ? endsAtMs : null
    }))
    return spans.length === 0
      ? []
      : [{ kind: 'promotion', laneId: `promotion ${facts.promotionId}`, name: facts.name, productIds, spans }]
  })
}

function saleLanes(products: readonly ProductFacts[], fromMs: number, toMs: number): readonly Lane[] {
  const byWindow = new Map<string, { readonly span: LaneSpan; readonly products: Map<string, ProductFacts> }>()
  for (const product of products)
    for (const { startsAtMs, stopsAtMs } of salesThatCount(product, fromMs, toMs)) {
      const key = `${startsAtMs} ${stopsAtMs}`
      const entry = byWindow.get(key) ?? { span: { startsAtMs, stopsAtMs }, products: new Map() }
      byWindow.set(key, entry)
      entry.products.set(product.productId, product)
    }
  const byProducts = new Map<string, { readonly products: readonly ProductFacts[]; readonly spans: LaneSpan[] }>()
  for (const { span, products: onSale } of byWindow.values()) {
    const sorted = [...onSale.values()].sort((a, b) => compareCodePoints(a.productId, b.productId))
    const key = sorted.map(({ productId }) => productId).join(' ')
    const lane = byProducts.get(key) ?? { products: sorted, spans: [] }
    byProducts.set(key, lane)
    lane.spans.push(withinRange(span, fromMs, toMs))
  }
  return [...byProducts.entries()].map(([key, lane]) => ({
    kind: 'sale',
    laneId: `sale ${key}`,
    subject: subjectOf(lane.products),
    productIds: lane.products.map(({ productId }) => productId),
    spans: lane.spans.sort((a, b) => startOf(a) - startOf(b))
  }))
}

function withinRange({ startsAtMs, stopsAtMs }: LaneSpan, fromMs: number, toMs: number): LaneSpan {
  return {
    startsAtMs: startsAtMs === null || startsAtMs < fromMs ? null : startsAtMs,
    stopsAtMs: stopsAtMs === null || stopsAtMs >= toMs ? null : stopsAtMs
  }
}

/** Dated sales of a product that are in force at some time in the range: one that never wins changes nothing. */
function salesThatCount(product: ProductFacts, fromMs: number, toMs: number): ReadonlySet<SalePrice> {
  const counting = new Set<SalePrice>()
  // Most products have none, and are not looked at further.
  if (!product.records.some(({ sales }) => sales.some((sale) => isOnBetween(sale, fromMs, toMs)))) return counting
  for (const { publicRecords } of rungsOf(product.records, null))
    for (const record of publicRecords)
      for (const sale of record.sales)
        if (isOnBetween(sale, fromMs, toMs) && everWins(sale, publicRecords, fromMs, toMs)) counting.add(sale)
  return counting
}

function isOnBetween({ startsAtMs, stopsAtMs }: SalePrice, fromMs: number, toMs: number): boolean {
  if (startsAtMs === null && stopsAtMs === null) return false
  return Math.max(startsAtMs ?? -Infinity, fromMs) < Math.min(stopsAtMs ?? Infinity, toMs)
}

function everWins(sale: SalePrice, records: readonly PriceRecord[], fromMs: number, toMs: number): boolean {
  const firstMs = Math.max(sale.startsAtMs ?? fromMs, fromMs)
  const lastMs = Math.min(sale.stopsAtMs ?? toMs, toMs)
  const looksMs = [firstMs, ...records.flatMap(saleBoundariesOf).filter((atMs) => atMs > firstMs && atMs < lastMs)]
  return looksMs.some((atMs) => priceInForceAt(records, [], atMs)?.winner.sale?.sale === sale)
}

function subjectOf(products: readonly ProductFacts[]): SaleSubject {
  const [first] = products
  if (products.length === 1 && first !== undefined) return { kind: 'product', name: first.name }
  const shelves = products.map(({ records }) => shelfOf(records))
  const [shelf = null] = shelves
  if (shelf !== null && shelf.name !== null && shelves.every((other) => other?.shelfId === shelf.shelfId))
    return { kind: 'shelf', name: shelf.name }
  const common = (first?.classification ?? []).filter((name, index) =>
    products.every(({ classification }) => classification[index] === name)
  )
  const name = common.at(-1)
  return name === undefined
    ? { kind: 'products', count: products.length }
    : { kind: 'class', count: products.length, name }
}

const startOf = ({ startsAtMs }: LaneSpan): number => startsAtMs ?? -Infinity
const stopOf = ({ stopsAtMs }: LaneSpan): number => stopsAtMs ?? Infinity

function compareLanes(a: Lane, b: Lane): number {
  const [first, other] = [a.spans[0], b.spans[0]]
  if (first === undefined || other === undefined) return 0
  return (
    Number(isSteady(a)) - Number(isSteady(b)) ||
    compareNumbers(startOf(first), startOf(other)) ||
    compareNumbers(stopOf(first), stopOf(other)) ||
    compareCodePoints(a.laneId, b.laneId)
  )
}

/** Two infinities are equal: their difference is no number. */
function compareNumbers(a: number, b: number): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function isSteady({ spans }: Lane): boolean {
  return spans.every(({ startsAtMs, stopsAtMs }) => startsAtMs === null && stopsAtMs === null)
}

/** Whether a stretch holds an instant. */
export function isOnAt({ startsAtMs, stopsAtMs }: LaneSpan, atMs: number): boolean {
  return (startsAtMs === null || startsAtMs <= atMs) && (stopsAtMs === null || atMs < stopsAtMs)
}

export interface LaneEdge {
  readonly atMs: number
  readonly lane: Lane
  readonly edge: 'starts' | 'ends'
}

/** Every start and end of the lanes, by time; at one instant what ends comes first. */
export function edgesOf(lanes: readonly Lane[]): readonly LaneEdge[] {
  const edges: LaneEdge[] = []
  for (const lane of lanes)
    for (const { startsAtMs, stopsAtMs } of lane.spans) {
      if (startsAtMs !== null) edges.push({ atMs: startsAtMs, lane, edge: 'starts' })
      if (stopsAtMs !== null) edges.push({ atMs: stopsAtMs, lane, edge: 'ends' })
    }
  return edges.sort((a, b) => a.atMs - b.atMs || compareCodePoints(a.edge, b.edge) || compareLanes(a.lane, b.lane))
}
