import type { ProductCondition } from '../promotion/condition/product-condition.ts'
import { unitsOfElement } from './family/bundle.ts'
import type { MissingPart } from './missing.ts'
import { measureOf } from './missing-measure.ts'
import type { BasketLines, OfferOnLines } from './offer-on-lines.ts'
import { type Left, quantityOf } from './stock-line.ts'
import { countsWithout, firstWithUnits, takeFirst } from './taking.ts'
import { type Bucket, unitCountsOf } from './units.ts'

/** A part of what is missing, with the lines that meet its condition. */
interface Short {
  readonly role: MissingPart['role']
  readonly condition: ProductCondition
  readonly bucket: Bucket
  readonly units: number
}

/** What is missing of a promotion for one more application on what is left; no parts where nothing is. */
export interface MissingOnLines {
  readonly parts: readonly MissingPart[]
  /** True where something that is left counts already, and the application would save something as far as can be told. */
  readonly isBegun: boolean
}

export function missingOnLines(offer: OfferOnLines, basket: BasketLines, left: Left): MissingOnLines {
  const { shorts, isBegun } = shortsOf(offer, left)
  const parts = shorts.map((short) => partOf(short, offer, basket, left))
  const toppedUp = parts.length === 1 && parts[0]?.units === 1 && parts[0].topUp !== null
  return { parts, isBegun: isBegun || (toppedUp && offer.family !== 'match-then-cheapest-other') }
}

function shortsOf(offer: OfferOnLines, left: Left): { readonly shorts: readonly Short[]; readonly isBegun: boolean } {
  const counts = unitCountsOf(offer.units, left)
  switch (offer.family) {
    case 'cheapest-matched': {
      const { type, items, savings } = offer
      const have = unitsIn(items, counts)
      const cheapest = firstWithUnits(items.cheapestFirst, counts)
      // What is added can only be cheaper still: it saves no more than the cheapest that is there.
      const isBegun = cheapest !== null && savings[cheapest]?.n !== 0n
      return { shorts: shortBy('match', type.itemsToMatch, items, type.numberToMatch - have), isBegun }
    }
    case 'match-then-cheapest-other': {
      const { type, matches, others, savings } = offer
      const couldBoth = new Set(others.dearestFirst)
      const inMatches = new Set(matches.dearestFirst)
      const onlyMatch = unitsOn(
        matches.dearestFirst.filter((line) => !couldBoth.has(line)),
        counts
      )
      const both = unitsIn(matches, counts) - onlyMatch
      const onlyOther = unitsOn(
        others.dearestFirst.filter((line) => !inMatches.has(line)),
        counts
      )
      const needed = type.numberToMatch
      const spareBoth = both - Math.max(0, needed - onlyMatch)
      const other = firstWithUnits(others.cheapestFirst, counts)
      return {
        shorts: [
          ...shortBy('match', type.matchConditions, matches, needed - onlyMatch - both),
          ...shortBy('other', type.otherItemConditions, others, onlyOther > 0 || spareBoth > 0 ? 0 : 1)
        ],
        isBegun: onlyMatch + both + onlyOther > 0 && (other === null || savings[other]?.n !== 0n)
      }
    }
    case 'bundle': {
      let rest = counts
      const shorts: Short[] = []
      let isBegun = false
      for (const [element, { condition }] of offer.type.elements.entries()) {
        const bucket = offer.elements[element] as Bucket
        const needed = unitsOfElement(offer.type, element)
        const have = Math.min(needed, unitsIn(bucket, rest))
        rest = countsWithout(rest, takeFirst(bucket.dearestFirst, rest, have) ?? [], 1)
        if (have > 0) isBegun = true
        shorts.push(...shortBy('element', condition, bucket, needed - have))
      }
      return { shorts, isBegun }
    }
    case 'each-matched': {
      const { type, items } = offer
      // A share is taken of any quantity, an amount of whole units alone.
      const isThere =
        type.discount.kind === 'share'
          ? items.dearestFirst.some((line) => (left.quanta[line] as bigint) > 0n)
          : unitsIn(items, counts) > 0
      return { shorts: shortBy('match', type.itemsToMatch, items, isThere ? 0 : 1), isBegun: false }
    }
  }
}

function shortBy(role: Short['role'], condition: ProductCondition, bucket: Bucket, units: number): readonly Short[] {
  return units > 0 ? [{ role, condition, bucket, units }] : []
}

function unitsIn({ dearestFirst }: Bucket, counts: readonly number[]): number {
  return unitsOn(dearestFirst, counts)
}

function unitsOn(lines: readonly number[], counts: readonly number[]): number {
  return lines.reduce((sum, line) => sum + (counts[line] as number), 0)
}

function partOf(
  { role, condition, bucket, units }: Short,
  offer: OfferOnLines,
  basket: BasketLines,
  left: Left
): MissingPart {
  const lines = bucket.dearestFirst.toSorted((a, b) => a - b)
  const products = lines.flatMap((line) => basket.lines[line]?.price.product ?? [])
  return {
    role,
    condition,
    units,
    gramsPerUnit: offer.type.gramsPerMatchUnit,
    measure: measureOf(condition, products),
    inBasket: products.map(({ productId }) => productId),
    topUp: units === 1 ? topUpOf(lines, offer, basket, left) : null
  }
}

/** The line by weight that is nearest to its next unit, of those that lie between two. */
function topUpOf(
  lines: readonly number[],
  { units }: OfferOnLines,
  basket: BasketLines,
  left: Left
): MissingPart['topUp'] {
  let nearest: { readonly line: number; readonly quanta: bigint } | null = null
  for (const line of lines) {
    const size = units.size[line] as bigint
    const over = (left.quanta[line] as bigint) % size
    if (over > 0n && (nearest === null || size - over < nearest.quanta)) nearest = { line, quanta: size - over }
  }
  const product = nearest === null ? undefined : basket.lines[nearest.line]?.price.product
  return nearest === null || product === undefined
    ? null
    : { productId: product.productId, grams: quantityOf(nearest.quanta) }
}
