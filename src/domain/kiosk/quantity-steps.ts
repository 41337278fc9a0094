import type { Unit } from '../../shared/board-snapshot.ts'
import { Amount, ONE, quantityTextOf } from '../money/amount.ts'

/** A slider of more places than these is too fine for a finger, and a sheet of more too long. */
const MOST_STEPS = 60
/** One rung alone reaches so many times itself. */
const REACH_OF_ONE = 10
/** Distances of steps, the finest first. */
const DISTANCES: Readonly<Record<Unit, readonly string[]>> = {
  g: ['0.5', '1', '2', '5', '10', '50', '100'],
  each: ['1', '2', '5', '10', '50', '100', '500']
}

/** What decides which quantities a slider reaches. */
export interface SliderReach {
  readonly unit: Unit
  /** Of the rungs, rising. */
  readonly rungs: readonly string[]
  /** What is there; null where nobody knows. */
  readonly stock: string | null
  /** A market may allow the rungs' quantities alone. */
  readonly rungsAlone: boolean
}

/**
 * The quantities that a shopper can choose, rising: from the first rung to the last, every tier among them, by half grams or
 * whole pieces as far as sixty places reach; never more than there is. Empty where nothing can be had.
 */
export function quantityStepsOf({ unit, rungs, stock, rungsAlone }: SliderReach): readonly string[] {
  const tiers = [...new Set(rungs)].map((text) => new Amount(text)).sort((a, b) => a.cmp(b))
  const [first] = tiers
  const last = tiers.at(-1)
  if (first === undefined || last === undefined) return []
  const limit = stock === null ? null : new Amount(stock)
  const mayBeHad = (quantity: Amount): boolean => limit === null || quantity.lte(limit)
  // Whole pieces alone can be bought of what is sold by the piece.
  const from = unit === 'each' && !first.isInteger() ? ONE : first
  const quantities = rungsAlone
    ? tiers
    : tiers.length === 1
      ? timesOf(first, from)
      : between(from, endOf(last, unit), unit)
  const all = new Map([...quantities, ...tiers].map((quantity) => [quantity.toFixed(), quantity]))
  return [...all.values()]
    .filter((quantity) => mayBeHad(quantity) && (unit !== 'each' || quantity.isInteger()))
    .sort((a, b) => a.cmp(b))
    .slice(0, MOST_STEPS + tiers.length)
    .map(quantityTextOf)
}

/** Of pieces so many can be chosen at least, however soon the ladder ends. */
function endOf(last: Amount, unit: Unit): Amount {
  return unit === 'each' ? Amount.max(last, REACH_OF_ONE) : last
}

/** A quantity that is sold alone is a jar: so many of it, unless it is the gram or the piece itself. */
function timesOf(only: Amount, from: Amount): readonly Amount[] {
  if (only.eq(ONE)) return between(from, only.times(REACH_OF_ONE), 'g')
  return Array.from({ length: REACH_OF_ONE }, (_, at) => only.times(at + 1))
}

function between(from: Amount, to: Amount, unit: Unit): readonly Amount[] {
  const distances = DISTANCES[unit].map((text) => new Amount(text))
  const fitting = distances.find((distance) => to.minus(from).div(distance).lt(MOST_STEPS)) ?? distances.at(-1) ?? ONE
  const steps: Amount[] = []
  for (let quantity = from; quantity.lte(to) && steps.length < MOST_STEPS; quantity = quantity.plus(fitting))
    steps.push(quantity)
  return steps
}

/** The neighbours of a quantity among the steps; null past either end. */
export function neighboursOf(
  quantity: string,
  steps: readonly string[]
): { readonly less: string | null; readonly more: string | null } {
  const asked = new Amount(quantity)
  return {
    less: steps.findLast((step) => new Amount(step).lt(asked)) ?? null,
    more: steps.find((step) => new Amount(step).gt(asked)) ?? null
  }
}
