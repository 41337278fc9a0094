/**
 * An exact quotient that is not negative, not reduced: comparing and rounding down need no common divisor, and a basket is
 * priced while a shopper waits.
 */
export interface Ratio {
  readonly n: bigint
  /** Above zero. */
  readonly d: bigint
}

export const NOTHING: Ratio = { n: 0n, d: 1n }

export function compareRatios(a: Ratio, b: Ratio): number {
  const left = a.n * b.d
  const right = b.n * a.d
  return left === right ? 0 : left < right ? -1 : 1
}

export function lesserOf(a: Ratio, b: Ratio): Ratio {
  return compareRatios(a, b) <= 0 ? a : b
}

export function sumOf(a: Ratio, b: Ratio): Ratio {
  return a.d === b.d ? { n: a.n + b.n, d: a.d } : { n: a.n * b.d + b.n * a.d, d: a.d * b.d }
}

/** What is left of `a` without `b`; nothing where `b` is more. */
export function differenceOf(a: Ratio, b: Ratio): Ratio {
  const n = a.n * b.d - b.n * a.d
  return n <= 0n ? NOTHING : { n, d: a.d * b.d }
}

export function productOf(a: Ratio, b: Ratio): Ratio {
  return { n: a.n * b.n, d: a.d * b.d }
}

/** `times` x the ratio, rounded down. */
export function floorOf(ratio: Ratio, times = 1n): bigint {
  return (ratio.n * times) / ratio.d
}
