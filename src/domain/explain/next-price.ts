import { CHANGE_HORIZON_MS } from '../board/item-change.ts'
import { saleBoundariesOf } from '../pricing/record-amount.ts'
import { promotionStatesAt } from '../promotion/promotion-state.ts'
import { paidAt } from './effect/rung-deals.ts'
import type { PriceChangeCause } from './explain-words.ts'
import type { PriceQuestion } from './price-question.ts'

export interface NextPrice {
  readonly atMs: number
  readonly outTheDoor: string
  readonly cause: PriceChangeCause
}

/** Instants of promotions that change nothing about the price, after which no more are looked at. */
const MOST_INSTANTS = 500

/** The first later instant at which the amounts of this rung differ, with nothing new from the register; null for none. */
export function nextPriceOf(question: PriceQuestion): NextPrice | null {
  const { rung, atMs } = question
  const now = paidAt(question, atMs)
  const all = [...rung.publicRecords, ...rung.groupRecords]
  const horizonMs = atMs + CHANGE_HORIZON_MS
  const salesMs = new Set(all.flatMap(saleBoundariesOf).filter((ms) => ms > atMs && ms <= horizonMs))
  const sales = all.flatMap((record) => record.sales)
  let fromMs = atMs
  for (let looked = 0; looked < MOST_INSTANTS; looked += 1) {
    const laterMs = earliestOf([...salesMs, ...promotionChangesAfter(question, fromMs)].filter((ms) => ms > fromMs))
    if (laterMs === null || laterMs > horizonMs) return null
    fromMs = laterMs
    const later = paidAt(question, laterMs)
    if (later === null || (later.price === now?.price && later.outTheDoor === now.outTheDoor)) continue
    if (later.dealId !== (now?.dealId ?? null) && !salesMs.has(laterMs))
      return { atMs: laterMs, outTheDoor: later.outTheDoor, cause: dealCauseOf(now?.dealId ?? null, later.dealId) }
    const starts = sales.some(({ startsAtMs }) => startsAtMs === laterMs)
    const ends = sales.some(({ stopsAtMs }) => stopsAtMs === laterMs)
    return {
      atMs: laterMs,
      outTheDoor: later.outTheDoor,
      cause: starts && ends ? 'sales-change' : starts ? 'sale-starts' : 'sale-ends'
    }
  }
  return null
}

/** When the promotions that list the product next start or end; only those that price a quantity by itself matter. */
function promotionChangesAfter({ promotions, location }: PriceQuestion, atMs: number): readonly number[] {
  const pricing = promotions.filter(({ terms }) => terms?.ok === true && terms.value.type.family === 'each-matched')
  return promotionStatesAt(pricing, location, atMs).flatMap(({ changesAtMs }) => changesAtMs ?? [])
}

function dealCauseOf(before: string | null, after: string | null): PriceChangeCause {
  if (before === null) return 'promotion-starts'
  return after === null ? 'promotion-ends' : 'promotions-change'
}

function earliestOf(instantsMs: readonly number[]): number | null {
  return instantsMs.length === 0 ? null : Math.min(...instantsMs)
}
