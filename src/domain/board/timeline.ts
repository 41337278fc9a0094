import type { TimelineEntry, TimelineKind } from '../../shared/board-snapshot.ts'
import { instantTextOf } from '../instant/instant-text.ts'
import { compareCodePoints } from '../order/code-points.ts'
import { isEnabledAt, type PreparedPromotion } from '../promotion/promotion-state.ts'
import { activeIntervalsOf } from '../schedule/promotion-state-at.ts'
import type { LocationFacts, ProductFacts } from './board-facts.ts'

/**
 * Every promotion and public dated sale that starts or ends at a location with fromMs <= at < toMs, by time, then kind,
 * then promotion id (contract, timeline). Sales that start or end together make one entry. Products are those on the board.
 */
export function timelineOf(
  location: LocationFacts,
  products: readonly ProductFacts[],
  promotions: readonly PreparedPromotion[],
  fromMs: number,
  toMs: number
): readonly TimelineEntry[] {
  const entries: { atMs: number; kind: TimelineKind; promotionId: string | null; productIds: readonly string[] }[] = []
  const shown = new Set(products.map(({ productId }) => productId))
  for (const { facts, schedule } of promotions) {
    if (schedule === null || !isEnabledAt(facts, location)) continue
    const productIds = [...new Set(facts.productIds)]
      .filter((productId) => shown.has(productId))
      .sort(compareCodePoints)
    for (const { startsAtMs, endsAtMs } of activeIntervalsOf(schedule, location.timeZone, fromMs, toMs)) {
      if (startsAtMs !== null)
        entries.push({ atMs: startsAtMs, kind: 'promotion-starts', promotionId: facts.promotionId, productIds })
      if (endsAtMs !== null)
        entries.push({ atMs: endsAtMs, kind: 'promotion-ends', promotionId: facts.promotionId, productIds })
    }
  }
  for (const [kind, byInstant] of saleInstantsOf(products))
    for (const [atMs, productIds] of byInstant)
      entries.push({ atMs, kind, promotionId: null, productIds: [...productIds].sort(compareCodePoints) })
  return entries
    .filter(({ atMs }) => fromMs <= atMs && atMs < toMs)
    .sort(
      (a, b) =>
        a.atMs - b.atMs ||
        compareCodePoints(a.kind, b.kind) ||
        compareCodePoints(a.promotionId ?? '', b.promotionId ?? '')
    )
    .map(({ atMs, kind, promotionId, productIds }) => ({ at: instantTextOf(atMs), kind, promotionId, productIds }))
}

function saleInstantsOf(
  products: readonly ProductFacts[]
): readonly (readonly [TimelineKind, ReadonlyMap<number, ReadonlySet<string>>])[] {
  const starts = new Map<number, Set<string>>()
  const ends = new Map<number, Set<string>>()
  for (const product of products)
    for (const record of product.records)
      if (record.group === null)
        for (const sale of record.sales) {
          // A sale that stops before it starts is never in force.
          if (sale.startsAtMs !== null && sale.stopsAtMs !== null && sale.stopsAtMs <= sale.startsAtMs) continue
          note(starts, sale.startsAtMs, product.productId)
          note(ends, sale.stopsAtMs, product.productId)
        }
  return [
    ['sale-starts', starts],
    ['sale-ends', ends]
  ]
}

function note(instants: Map<number, Set<string>>, atMs: number | null, productId: string): void {
  if (atMs === null) return
  const productIds = instants.get(atMs)
  if (productIds === undefined) instants.set(atMs, new Set([productId]))
  else productIds.add(productId)
}
