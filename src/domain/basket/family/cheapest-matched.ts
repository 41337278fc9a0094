import type { Ratio } from '../../money/ratio.ts'
import type { CheapestMatched } from '../../promotion/type/promotion-type.ts'
import { type Application, applicationOfUnits } from '../application.ts'
import type { Left } from '../stock-line.ts'
import { firstWithUnits, type OneApplication, repeatedApplications, takeFirst } from '../taking.ts'
import { type Bucket, unitCountsOf, type Units } from '../units.ts'

export interface CheapestMatchedOnLines {
  readonly type: CheapestMatched
  readonly units: Units
  readonly items: Bucket
  /** By line: what is taken off one unit; nothing off what cannot be discounted. */
  readonly savings: readonly Ratio[]
}

/** The n-1 dearest units and the cheapest are consumed, the cheapest is discounted (Promotions guide, CheapestMatchedFor). */
export function applyCheapestMatched(offer: CheapestMatchedOnLines, left: Left): Application | null {
  const { type, units, items, savings } = offer
  const next = (counts: readonly number[]): OneApplication | null => {
    const dearest = takeFirst(items.dearestFirst, counts, type.numberToMatch - 1)
    if (dearest === null) return null
    const cheapest = firstWithUnits(items.cheapestFirst, counts, dearest)
    if (cheapest === null || savings[cheapest]?.n === 0n) return null
    return { taken: [...dearest, { line: cheapest, units: 1 }], discountedLine: cheapest }
  }
  const made = repeatedApplications(unitCountsOf(units, left), type.maxApplicationCount ?? Infinity, next)
  return applicationOfUnits(made, units, savings, left)
}
