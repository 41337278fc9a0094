import { floorOf, type Ratio } from '../money/ratio.ts'
import type { Left } from './stock-line.ts'
import type { RepeatedApplication } from './taking.ts'
import type { Units } from './units.ts'

/** What a promotion does to a line: quantities in quanta, money in cents. */
export interface LineUse {
  readonly line: number
  /** What no other promotion can use any more, the discounted part included. */
  readonly consumed: bigint
  readonly discounted: bigint
  readonly discount: bigint
}

/** A promotion with all its applications. */
export interface Application {
  readonly times: number
  /** One for each line it touches, in order of lines. */
  readonly uses: readonly LineUse[]
  /** Above zero. */
  readonly saved: bigint
}

/** Null where nothing is saved: then the promotion is not applied. */
export function applicationFrom(times: number, uses: readonly LineUse[]): Application | null {
  const saved = uses.reduce((sum, { discount }) => sum + discount, 0n)
  return saved === 0n ? null : { times, uses: uses.toSorted((a, b) => a.line - b.line), saved }
}

/**
 * Applications that discount one unit each: the discount of a line is rounded down once, and is never more than is left of
 * its amount.
 */
export function applicationOfUnits(
  made: readonly RepeatedApplication[],
  units: Units,
  savings: readonly Ratio[],
  left: Left
): Application | null {
  const consumed = new Map<number, number>()
  const discounted = new Map<number, number>()
  let times = 0
  for (const one of made) {
    times += one.times
    for (const { line, units: taken } of one.taken) consumed.set(line, (consumed.get(line) ?? 0) + taken * one.times)
    discounted.set(one.discountedLine, (discounted.get(one.discountedLine) ?? 0) + one.times)
  }
  return applicationFrom(
    times,
    [...consumed].map(([line, taken]) => {
      const count = BigInt(discounted.get(line) ?? 0)
      const size = units.size[line] as bigint
      return {
        line,
        consumed: BigInt(taken) * size,
        discounted: count * size,
        discount: smallerOf(floorOf(savings[line] as Ratio, count), left.cents[line] as bigint)
      }
    })
  )
}

export function smallerOf(a: bigint, b: bigint): bigint {
  return a < b ? a : b
}
