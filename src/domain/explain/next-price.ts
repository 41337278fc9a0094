import type { BoardRung } from '../../shared/board-snapshot.ts'
import { CHANGE_HORIZON_MS } from '../board/item-change.ts'
import type { RungRecords } from '../pricing/ladder.ts'
import { saleBoundariesOf } from '../pricing/record-amount.ts'
import { pricedRungAt, type RungPricing } from '../pricing/rung-price.ts'
import type { PriceChangeCause } from './explain-words.ts'

export interface NextPrice {
  readonly atMs: number
  readonly rung: BoardRung
  readonly cause: PriceChangeCause
}

/** The first later instant at which the amounts of this rung differ, with nothing new from the register; null for none. */
export function nextPriceOf(records: RungRecords, pricing: RungPricing, atMs: number): NextPrice | null {
  const now = pricedRungAt(records, pricing, atMs)?.rung
  const all = [...records.publicRecords, ...records.groupRecords]
  const boundariesMs = [...new Set(all.flatMap(saleBoundariesOf))]
    .filter((boundaryMs) => boundaryMs > atMs && boundaryMs <= atMs + CHANGE_HORIZON_MS)
    .sort((a, b) => a - b)
  for (const boundaryMs of boundariesMs) {
    const later = pricedRungAt(records, pricing, boundaryMs)?.rung
    if (later === undefined || (later.price === now?.price && later.outTheDoor === now?.outTheDoor)) continue
    const sales = all.flatMap((record) => record.sales)
    const starts = sales.some(({ startsAtMs }) => startsAtMs === boundaryMs)
    const ends = sales.some(({ stopsAtMs }) => stopsAtMs === boundaryMs)
    return {
      atMs: boundaryMs,
      rung: later,
      cause: starts && ends ? 'sales-change' : starts ? 'sale-starts' : 'sale-ends'
    }
  }
  return null
}
