import type { Ratio } from '../../money/ratio.ts'
import type { MatchThenCheapestOther } from '../../promotion/type/promotion-type.ts'
import { type Application, applicationOfUnits } from '../application.ts'
import type { Left } from '../stock-line.ts'
import { firstWithUnits, type OneApplication, repeatedApplications, takeFirst, type Taking } from '../taking.ts'
import { type Bucket, unitCountsOf, type Units } from '../units.ts'

export interface MatchThenCheapestOtherOnLines {
  readonly type: MatchThenCheapestOther
  readonly units: Units
  readonly matches: Bucket
  readonly others: Bucket
  /** By line: what is taken off one unit; nothing off what cannot be discounted. */
  readonly savings: readonly Ratio[]
}

/**
 * The n dearest matches are taken, then the cheapest other unit left, which is discounted (Promotions guide,
 * MatchThenCheapestOtherFor). Where the matches leave no other, one of them is given back (pricing rules, Promotions in a
 * basket).
 */
export function applyMatchThenCheapestOther(offer: MatchThenCheapestOtherOnLines, left: Left): Application | null {
  const { type, units, matches, others, savings } = offer
  const next = (counts: readonly number[]): OneApplication | null => {
    const taken = takeFirst(matches.dearestFirst, counts, type.numberToMatch)
    if (taken === null) return null
    const other = firstWithUnits(others.cheapestFirst, counts, taken)
    const one =
      other === null
        ? givingOneBack(taken, counts, matches, others)
        : { taken: [...taken, { line: other, units: 1 }], discountedLine: other }
    return one === null || savings[one.discountedLine]?.n === 0n ? null : one
  }
  const counts = unitCountsOf(units, left)
  const made = repeatedApplications(counts, type.maxApplicationCount ?? Infinity, next)
  return applicationOfUnits(made, units, savings, left)
}

/**
 * The cheapest taken unit that could be the other is it, and the next dearest match is taken in its place; without either
 * there is no application. What is given back stays consumed, so the units taken are all that were and one more.
 */
function givingOneBack(
  taken: readonly Taking[],
  counts: readonly number[],
  matches: Bucket,
  others: Bucket
): OneApplication | null {
  const lines = new Set(taken.map(({ line }) => line))
  const back = others.cheapestFirst.find((line) => lines.has(line))
  const inItsPlace = firstWithUnits(matches.dearestFirst, counts, taken)
  if (back === undefined || inItsPlace === null) return null
  return { taken: [...taken, { line: inItsPlace, units: 1 }], discountedLine: back }
}
