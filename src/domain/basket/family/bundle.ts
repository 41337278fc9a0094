import { floorOf, type Ratio, NOTHING, productOf, sumOf } from '../../money/ratio.ts'
import type { Bundle } from '../../promotion/type/promotion-type.ts'
import { type Application, applicationFrom, type LineUse } from '../application.ts'
import { spreadWithinRoom } from '../spread-within-room.ts'
import type { Left } from '../stock-line.ts'
import { countsWithout, takeFirst, type Taking, timesPossible } from '../taking.ts'
import { type ExactDiscount, savingOn } from '../unit-saving.ts'
import { type Bucket, unitCountsOf, type Units } from '../units.ts'

export interface BundleOnLines {
  readonly type: Bundle
  readonly units: Units
  /** One for each element of the bundle, in its order. */
  readonly elements: readonly Bucket[]
  readonly discount: ExactDiscount
}

/** Whole units that an element asks for: a fraction counts up (pricing rules, Promotions in a basket). */
export function unitsOfElement(type: Bundle, element: number): number {
  return type.elements[element]?.quantityToMatch.ceil().toNumber() ?? 0
}

/**
 * Each element in turn takes its dearest units, as often as all fit. The discount of one bundle is rounded down and then
 * spread over its lines in proportion to worth (Promotions guide, BundleFor; pricing rules, Promotions in a basket).
 */
export function applyBundle(offer: BundleOnLines, left: Left): Application | null {
  const { units } = offer
  let counts = unitCountsOf(units, left)
  const room = [...left.cents]
  const uses = new Map<number, LineUse>()
  let times = 0
  for (;;) {
    const taken = takeElements(offer, counts)
    if (taken === null) break
    const parts = discountParts(offer, taken, room)
    if (parts.every(({ cents }) => cents === 0n)) break
    // The next bundle is the same one until a line lacks units, or room for the same cents.
    let repeats = timesPossible(counts, taken)
    for (const { line, cents } of parts)
      if (cents > 0n) repeats = Math.min(repeats, Number((room[line] as bigint) / cents))
    const many = BigInt(repeats)
    for (const { line, units: taking, cents } of parts) {
      const earlier = uses.get(line)
      const quanta = BigInt(taking) * (units.size[line] as bigint) * many
      uses.set(line, {
        line,
        consumed: (earlier?.consumed ?? 0n) + quanta,
        discounted: (earlier?.discounted ?? 0n) + quanta,
        discount: (earlier?.discount ?? 0n) + cents * many
      })
      room[line] = (room[line] as bigint) - cents * many
    }
    counts = countsWithout(counts, taken, repeats)
    times += repeats
  }
  return applicationFrom(times, [...uses.values()])
}

/** What one bundle takes, one entry a line; null where an element lacks units. */
function takeElements(offer: BundleOnLines, counts: readonly number[]): readonly Taking[] | null {
  const all: Taking[] = []
  const byLine = new Map<number, number>()
  for (const [element, bucket] of offer.elements.entries()) {
    const taken = takeFirst(bucket.dearestFirst, counts, unitsOfElement(offer.type, element), all)
    if (taken === null) return null
    all.push(...taken)
    for (const { line, units } of taken) byLine.set(line, (byLine.get(line) ?? 0) + units)
  }
  return [...byLine].map(([line, units]) => ({ line, units }))
}

function discountParts(
  { discount, units }: BundleOnLines,
  taken: readonly Taking[],
  room: readonly bigint[]
): readonly (Taking & { readonly cents: bigint })[] {
  const worths = taken.map(({ line, units: count }) =>
    productOf(units.worth[line] as Ratio, { n: BigInt(count), d: 1n })
  )
  const whole = worths.reduce(sumOf, NOTHING)
  const cents = floorOf(savingOn(discount, whole))
  if (cents === 0n) return taken.map((taking) => ({ ...taking, cents: 0n }))
  const parts = spreadWithinRoom(
    worths.map((worth, index) => {
      const { line } = taken[index] as Taking
      return { line, exact: { n: cents * worth.n * whole.d, d: worth.d * whole.n }, room: room[line] as bigint }
    }),
    cents
  )
  return taken.map((taking, index) => ({ ...taking, cents: parts[index] as bigint }))
}
