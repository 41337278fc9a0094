import Fraction from 'fraction.js'
import { linePasses } from '../../../src/domain/promotion/condition/line-condition.ts'
import { productPasses, type ProductCondition } from '../../../src/domain/promotion/condition/product-condition.ts'
import type { PromotionTerms } from '../../../src/domain/promotion/promotion-terms.ts'
import type { Discount } from '../../../src/domain/promotion/type/promotion-type.ts'
import type { LinePrice } from '../../../src/domain/basket/line-prices.ts'

/**
 * The rules of promotions in a basket once more, unit by unit, slowly and with none of the engine's code, to hold the engine
 * against. Every unit is an object of its own; money is in cents.
 */
export interface SlowLine {
  readonly price: LinePrice
  quantity: Fraction
  cents: bigint
}

interface Unit {
  readonly line: SlowLine
  readonly size: Fraction
  readonly worth: Fraction
}

export interface SlowUse {
  readonly productId: string
  readonly consumed: string
  readonly discounted: string
  readonly discount: bigint
}

export interface SlowApplication {
  readonly times: number
  readonly saved: bigint
  readonly uses: readonly SlowUse[]
}

export interface SlowPromotion {
  readonly promotionId: string
  readonly terms: PromotionTerms
}

const ZERO = new Fraction(0)

export function slowLines(prices: readonly LinePrice[]): SlowLine[] {
  return prices.map((price) => ({
    price,
    quantity: new Fraction(price.quantity.toFixed()),
    cents: BigInt(price.amount.times(100).toFixed(0))
  }))
}

function idOf({ price }: SlowLine): string {
  return price.product.productId
}

function byId(a: SlowLine, b: SlowLine): number {
  return idOf(a) < idOf(b) ? -1 : idOf(a) > idOf(b) ? 1 : 0
}

function worthOf(line: SlowLine, quantity: Fraction): Fraction {
  return new Fraction(line.price.amount.toFixed()).mul(100).mul(quantity).div(line.price.quantity.toFixed())
}

function saving(discount: Discount, worth: Fraction): Fraction {
  if (discount.kind === 'share') return worth.mul(discount.share.toFixed())
  const cents = new Fraction(discount.amount.toFixed()).mul(100)
  if (discount.kind === 'off') return cents.lt(worth) ? cents : worth
  return cents.lt(worth) ? worth.sub(cents) : ZERO
}

function dearest(units: readonly Unit[]): Unit | undefined {
  return units.toSorted((a, b) => b.worth.compare(a.worth) || byId(a.line, b.line))[0]
}

function cheapest(units: readonly Unit[]): Unit | undefined {
  return units.toSorted((a, b) => a.worth.compare(b.worth) || byId(a.line, b.line))[0]
}

function without(units: readonly Unit[], some: readonly Unit[]): Unit[] {
  return units.filter((unit) => !some.includes(unit))
}

function takeDearest(units: readonly Unit[], number: number): Unit[] | null {
  const taken: Unit[] = []
  for (let index = 0; index < number; index += 1) {
    const next = dearest(without(units, taken))
    if (next === undefined) return null
    taken.push(next)
  }
  return taken
}

/** A promotion with all its applications, on copies; null where it saves nothing. */
export function slowApplication(terms: PromotionTerms, lines: readonly SlowLine[]): SlowApplication | null {
  const { type } = terms
  const mayTouch = (condition: ProductCondition, line: SlowLine): boolean =>
    linePasses(terms.line, line.price) === true && productPasses(condition, line.price.product) === true
  const units: Unit[] = []
  for (const line of lines) {
    const size = line.price.product.unit === 'each' ? new Fraction(1) : new Fraction(type.gramsPerMatchUnit.toFixed())
    let left = line.quantity
    while (left.gte(size)) {
      units.push({ line, size, worth: worthOf(line, size) })
      left = left.sub(size)
    }
  }
  const used: { taken: Unit[]; off: Unit[] }[] = []
  let free = units
  const spread = new Map<SlowLine, bigint>()
  const most =
    (type.family === 'cheapest-matched' || type.family === 'match-then-cheapest-other') &&
    type.maxApplicationCount !== null
      ? type.maxApplicationCount
      : Infinity

  if (type.family === 'each-matched') {
    const uses = lines
      .filter((line) => mayTouch(type.itemsToMatch, line))
      .map((line) => {
        const whole = units.filter((unit) => unit.line === line)
        const consumed =
          type.discount.kind === 'share'
            ? line.quantity
            : whole.reduce((sum, { size }) => sum.add(size), new Fraction(0))
        const exact =
          type.discount.kind === 'share'
            ? worthOf(line, line.quantity).mul(type.discount.share.toFixed())
            : whole.reduce((sum, { worth }) => sum.add(saving(type.discount, worth)), new Fraction(0))
        const cents = exact.floor().n
        const text = consumed.toFraction()
        return {
          productId: idOf(line),
          consumed: text,
          discounted: text,
          discount: cents < line.cents ? cents : line.cents
        }
      })
      .filter(({ discount }) => discount > 0n)
    return finished(1, uses)
  }

  while (used.length < most) {
    if (type.family === 'cheapest-matched') {
      const matching = free.filter(({ line }) => mayTouch(type.itemsToMatch, line))
      const first = takeDearest(matching, type.numberToMatch - 1)
      if (first === null) break
      const last = cheapest(without(matching, first))
      if (last === undefined || saving(type.discount, last.worth).equals(0)) break
      used.push({ taken: [...first, last], off: [last] })
      free = without(free, [...first, last])
    } else if (type.family === 'match-then-cheapest-other') {
      const matching = free.filter(({ line }) => mayTouch(type.matchConditions, line))
      const taken = takeDearest(matching, type.numberToMatch)
      if (taken === null) break
      const canBeOther = (unit: Unit): boolean => mayTouch(type.otherItemConditions, unit.line)
      let other = cheapest(without(free, taken).filter(canBeOther))
      let kept = taken
      if (other === undefined) {
        other = cheapest(taken.filter(canBeOther))
        const next = dearest(without(matching, taken))
        if (other === undefined || next === undefined) break
        kept = [...without(taken, [other]), next]
      }
      if (saving(type.discount, other.worth).equals(0)) break
      used.push({ taken: [...kept, other], off: [other] })
      free = without(free, [...kept, other])
    } else {
      const taken: Unit[] = []
      let isWhole = true
      for (const element of type.elements) {
        const some = takeDearest(
          without(free, taken).filter(({ line }) => mayTouch(element.condition, line)),
          element.quantityToMatch.ceil().toNumber()
        )
        if (some === null) isWhole = false
        else taken.push(...some)
      }
      if (!isWhole) break
      const sum = taken.reduce((total, { worth }) => total.add(worth), new Fraction(0))
      const cents = saving(type.discount, sum).floor().n
      const parts = spreadOne(taken, sum, cents, spread)
      if (parts.size === 0) break
      for (const [line, part] of parts) spread.set(line, (spread.get(line) ?? 0n) + part)
      used.push({ taken, off: taken })
      free = without(free, taken)
    }
  }

  const uses: SlowUse[] = []
  for (const line of lines) {
    const sizeOf = (pick: 'taken' | 'off'): Fraction =>
      used
        .flatMap((one) => one[pick])
        .filter((unit) => unit.line === line)
        .reduce((sum, { size }) => sum.add(size), new Fraction(0))
    const consumed = sizeOf('taken')
    if (consumed.equals(0)) continue
    const exact = used
      .flatMap(({ off }) => off)
      .filter((unit) => unit.line === line)
      .reduce((sum, { worth }) => sum.add(saving(type.discount, worth)), new Fraction(0))
    const cents = type.family === 'bundle' ? (spread.get(line) ?? 0n) : exact.floor().n
    uses.push({
      productId: idOf(line),
      consumed: consumed.toFraction(),
      discounted: sizeOf('off').toFraction(),
      discount: cents < line.cents ? cents : line.cents
    })
  }
  return finished(used.length, uses)
}

function finished(times: number, uses: readonly SlowUse[]): SlowApplication | null {
  const saved = uses.reduce((sum, { discount }) => sum + discount, 0n)
  return saved === 0n ? null : { times, saved, uses }
}

/** One bundle's cents over its lines: first each line's exact part without its fraction, then cent by cent. */
function spreadOne(
  taken: readonly Unit[],
  sum: Fraction,
  cents: bigint,
  before: ReadonlyMap<SlowLine, bigint>
): Map<SlowLine, bigint> {
  const parts = new Map<SlowLine, bigint>()
  if (cents === 0n) return parts
  const lines = [...new Set(taken.map(({ line }) => line))].sort(byId)
  const exact = new Map(
    lines.map((line): [SlowLine, Fraction] => {
      const worth = taken
        .filter((unit) => unit.line === line)
        .reduce((total, unit) => total.add(unit.worth), new Fraction(0))
      return [line, worth.mul(cents).div(sum)]
    })
  )
  const roomOf = (line: SlowLine): bigint => line.cents - (before.get(line) ?? 0n) - (parts.get(line) ?? 0n)
  for (const line of lines) {
    const cut = (exact.get(line) as Fraction).floor().n
    parts.set(line, cut < roomOf(line) ? cut : roomOf(line))
  }
  const order = lines.toSorted((a, b) => {
    const rest = (line: SlowLine): Fraction => (exact.get(line) as Fraction).sub((exact.get(line) as Fraction).floor())
    return rest(b).compare(rest(a)) || byId(a, b)
  })
  let spare = cents - [...parts.values()].reduce((total, part) => total + part, 0n)
  for (let round = 0; spare > 0n && round < 1000; round += 1)
    for (const line of order)
      if (spare > 0n && roomOf(line) > 0n) {
        parts.set(line, (parts.get(line) ?? 0n) + 1n)
        spare -= 1n
      }
  return [...parts.values()].every((part) => part === 0n) ? new Map() : parts
}

export function slowLeft(lines: readonly SlowLine[], application: SlowApplication): SlowLine[] {
  return lines.map((line) => {
    const use = application.uses.find(({ productId }) => productId === idOf(line))
    return use === undefined
      ? line
      : { price: line.price, quantity: line.quantity.sub(use.consumed), cents: line.cents - use.discount }
  })
}

/** Promotions one after another: always the one that saves most, ties by id, until none saves. */
export function slowBasket(
  promotions: readonly SlowPromotion[],
  whole: readonly SlowLine[]
): readonly (SlowPromotion & SlowApplication)[] {
  const applied: (SlowPromotion & SlowApplication)[] = []
  let lines = whole
  for (;;) {
    let best: (SlowPromotion & SlowApplication) | null = null
    for (const promotion of promotions.toSorted((a, b) => (a.promotionId < b.promotionId ? -1 : 1))) {
      if (applied.some(({ promotionId }) => promotionId === promotion.promotionId)) continue
      const application = slowApplication(promotion.terms, lines)
      if (application !== null && (best === null || application.saved > best.saved))
        best = { ...promotion, ...application }
    }
    if (best === null) return applied
    applied.push(best)
    lines = slowLeft(lines, best)
  }
}
