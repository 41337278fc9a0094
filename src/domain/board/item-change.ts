import type { BoardRung } from '../../shared/board-snapshot.ts'
import { type RungRecords } from '../pricing/ladder.ts'
import { priceInForceAt } from '../pricing/price-in-force.ts'
import { saleBoundariesOf } from '../pricing/record-amount.ts'
import type { PromotionState } from '../promotion/promotion-state.ts'
import { goesBySales, hasBadge, type RungSources } from './item-badges.ts'

/** How far ahead a change is looked for: 60 days (contract, nextChangeAt). */
export const CHANGE_HORIZON_MS = 60 * 24 * 60 * 60 * 1000

/** More instants than these at which nothing differed, and the next is taken for a change: a look finds out. */
const MOST_INSTANTS = 500

/** What is shown of an item, as far as time alone can change it. */
export interface ShownItem {
  readonly rungs: readonly RungRecords[]
  readonly ladder: readonly BoardRung[]
  /** Those that the audience may see. */
  readonly states: readonly PromotionState[]
  readonly atMs: number
}

/** Instants within the horizon at which a sale of the rungs starts or stops, in order. */
export function saleInstantsOf(rungs: readonly RungRecords[], atMs: number): readonly number[] {
  const instantsMs = new Set<number>()
  for (const { publicRecords, groupRecords } of rungs)
    for (const records of [publicRecords, groupRecords])
      for (const record of records)
        if (record.sales.length > 0)
          for (const instantMs of saleBoundariesOf(record))
            if (instantMs > atMs && instantMs <= atMs + CHANGE_HORIZON_MS) instantsMs.add(instantMs)
  return [...instantsMs].sort((a, b) => a - b)
}

/** Where the prices of the rungs come from at an instant. */
function sourcesAt(rungs: readonly RungRecords[], atMs: number): RungSources {
  return rungs.flatMap(({ publicRecords, groupRecords }) => {
    const inForce = priceInForceAt(publicRecords, groupRecords, atMs)
    return inForce === null ? [] : [{ source: inForce.winner.source }]
  })
}

/**
 * First later instant at which a badge that stands now is gone: its promotion ends, or a sale takes the last price that it
 * goes with. Null where none comes in sight.
 */
export function badgeEndOf(
  state: PromotionState,
  rungs: readonly RungRecords[],
  saleInstantsMs: readonly number[]
): number | null {
  if (!goesBySales(state)) return state.changesAtMs
  const hidesAtMs = saleInstantsMs.find(
    (instantMs) =>
      (state.changesAtMs === null || instantMs < state.changesAtMs) && !hasBadge(state, sourcesAt(rungs, instantMs))
  )
  return hidesAtMs ?? state.changesAtMs
}

/**
 * First later instant at which a badge or an amount of the item differs with nothing new: promotions and sales together,
 * because a sale can hide a badge or end a deal. One that changes nothing (a sale that never wins, a promotion whose badge
 * is hidden) is passed over. `ladderAt` is the ladder at another instant.
 */
export function itemChangeOf(
  { rungs, ladder, states, atMs }: ShownItem,
  saleInstantsMs: readonly number[],
  ladderAt: (atMs: number, states: readonly PromotionState[]) => readonly BoardRung[]
): number | null {
  const badges = badgeIdsOf(states, ladder)
  let then = states
  let sale = 0
  for (let looked = 0; ; looked += 1) {
    const promotionMs = firstOf(then)
    const saleMs = saleInstantsMs[sale] ?? null
    if (promotionMs === null && saleMs === null) return null
    const instantMs = Math.min(promotionMs ?? Infinity, saleMs ?? Infinity)
    if (instantMs > atMs + CHANGE_HORIZON_MS) return null
    if (looked >= MOST_INSTANTS) return instantMs
    const isSale = instantMs === saleMs
    if (isSale) sale += 1
    if (instantMs === promotionMs) {
      // A state that cannot be asked about later is known to its first change only: that is one.
      if (then.some(({ changesAtMs, at }) => changesAtMs === instantMs && at === undefined)) return instantMs
      then = then.map((state) => (state.changesAtMs === instantMs ? (state.at?.(instantMs) ?? state) : state))
    }
    if (badgeIdsOf(then, sourcesAt(rungs, instantMs)) !== badges) return instantMs
    // Where the badges are the same, no deal has begun or ended but by a sale.
    if (isSale && !isSameLadder(ladderAt(instantMs, then), ladder)) return instantMs
  }
}

function badgeIdsOf(states: readonly PromotionState[], rungs: RungSources): string {
  return states
    .filter((state) => hasBadge(state, rungs))
    .map(({ facts }) => facts.promotionId)
    .join(' ')
}

function firstOf(states: readonly PromotionState[]): number | null {
  let firstMs: number | null = null
  for (const { changesAtMs } of states)
    if (changesAtMs !== null && (firstMs === null || changesAtMs < firstMs)) firstMs = changesAtMs
  return firstMs
}

function isSameLadder(a: readonly BoardRung[], b: readonly BoardRung[]): boolean {
  return a.length === b.length && a.every((rung, index) => isSameRung(rung, b[index]))
}

/** Whether two rungs show the same; taxes follow from the amounts and the same rates. */
function isSameRung(a: BoardRung, b: BoardRung | undefined): boolean {
  return (
    b !== undefined &&
    a.price === b.price &&
    a.unitPrice === b.unitPrice &&
    a.regular === b.regular &&
    a.source === b.source &&
    a.saleEndsAt === b.saleEndsAt &&
    a.fromEntityId === b.fromEntityId &&
    a.outTheDoor === b.outTheDoor &&
    a.deal?.promotionId === b.deal?.promotionId &&
    a.deal?.price === b.deal?.price &&
    a.deal?.outTheDoor === b.deal?.outTheDoor
  )
}
