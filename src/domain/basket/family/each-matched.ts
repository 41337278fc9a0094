import { floorOf, type Ratio } from '../../money/ratio.ts'
import type { EachMatched } from '../../promotion/type/promotion-type.ts'
import { type Application, applicationFrom, type LineUse, smallerOf } from '../application.ts'
import type { Left } from '../stock-line.ts'
import { type Bucket, type Units } from '../units.ts'

export interface EachMatchedOnLines {
  readonly type: EachMatched
  readonly units: Units
  readonly items: Bucket
  /** By line: what is taken off one unit; nothing off what cannot be discounted. */
  readonly savings: readonly Ratio[]
}

/**
 * Every matching line by itself: an amount off each whole unit, or a share off all that is left of it, whole units or not
 * (Promotions guide, EachMatched). A line that it would save nothing on is left alone.
 */
export function applyEachMatched({ type, units, items, savings }: EachMatchedOnLines, left: Left): Application | null {
  const uses: LineUse[] = []
  for (const line of items.dearestFirst) {
    const quanta = left.quanta[line] as bigint
    const size = units.size[line] as bigint
    const used = type.discount.kind === 'share' ? quanta : quanta - (quanta % size)
    const { n, d } = savings[line] as Ratio
    const discount = smallerOf(floorOf({ n, d: d * size }, used), left.cents[line] as bigint)
    if (discount > 0n) uses.push({ line, consumed: used, discounted: used, discount })
  }
  return applicationFrom(1, uses)
}
