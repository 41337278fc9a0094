import type { Amount } from '../money/amount.ts'
import { compareRatios, type Ratio } from '../money/ratio.ts'
import { compareCodePoints } from '../order/code-points.ts'
import { type Left, QUANTA, quantaOf, type StockLine } from './stock-line.ts'

/**
 * The units of a basket as one number of grams counts them (pricing rules, Promotions in a basket): pieces of what is sold by
 * the piece, so many grams of what is sold by weight. All units of a line are worth the same, so a line is a group of units.
 */
export interface Units {
  /** By line: how much of it is one unit. */
  readonly size: readonly bigint[]
  /** By line: what one unit is worth, its exact share of the line's amount, in cents. */
  readonly worth: readonly Ratio[]
  /** Lines by falling and by rising worth of a unit; equal ones by productId in both. */
  readonly dearestFirst: readonly number[]
  readonly cheapestFirst: readonly number[]
}

/** Lines that a condition lets in, in both orders. */
export interface Bucket {
  readonly dearestFirst: readonly number[]
  readonly cheapestFirst: readonly number[]
}

export function unitsOf(lines: readonly StockLine[], gramsPerUnit: Amount): Units {
  const grams = quantaOf(gramsPerUnit)
  const size = lines.map(({ price }) => (price.product.unit === 'each' ? QUANTA : grams))
  const worth = lines.map(({ cents, quanta }, line) => ({ n: cents * (size[line] as bigint), d: quanta }))
  const byProduct = (a: number, b: number): number =>
    compareCodePoints((lines[a] as StockLine).price.product.productId, (lines[b] as StockLine).price.product.productId)
  const byWorth = (a: number, b: number): number => compareRatios(worth[a] as Ratio, worth[b] as Ratio)
  const all = lines.map((_, line) => line)
  return {
    size,
    worth,
    dearestFirst: all.toSorted((a, b) => byWorth(b, a) || byProduct(a, b)),
    cheapestFirst: all.toSorted((a, b) => byWorth(a, b) || byProduct(a, b))
  }
}

export function bucketOf(units: Units, isIn: (line: number) => boolean): Bucket {
  return { dearestFirst: units.dearestFirst.filter(isIn), cheapestFirst: units.cheapestFirst.filter(isIn) }
}

/** Far beyond any basket, and far from where counting in numbers stops being exact. */
const MOST_UNITS = 2n ** 40n

const countsOfLeft = new WeakMap<Left, Map<Units, readonly number[]>>()

/** By line: how many whole units are left of it. Kept for as long as that is what is left: promotions share their grams. */
export function unitCountsOf(units: Units, left: Left): readonly number[] {
  let byUnits = countsOfLeft.get(left)
  if (byUnits === undefined) countsOfLeft.set(left, (byUnits = new Map()))
  let counts = byUnits.get(units)
  if (counts === undefined) {
    counts = left.quanta.map((quanta, line) => {
      const whole = quanta / (units.size[line] as bigint)
      return Number(whole < MOST_UNITS ? whole : MOST_UNITS)
    })
    byUnits.set(units, counts)
  }
  return counts
}
