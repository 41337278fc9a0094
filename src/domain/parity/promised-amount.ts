import Fraction from 'fraction.js'
import { roundedFractionOf, spreadOverShares } from '../basket/shelf-shares.ts'
import { Amount, ZERO } from '../money/amount.ts'
import { type TaxedAmount, taxedAmountOf } from '../tax/taxes.ts'
import type { ShownDeal, ShownPrice } from './shown-price.ts'

/** What a board said for a quantity. */
export interface Promised {
  /** The rung that decides the quantity. */
  readonly rung: ShownPrice
  /** Before tax, or with the taxes in it where the store's prices include them. */
  readonly amount: Amount
  /** The same before the deal that the board showed. */
  readonly gross: Amount
  readonly listAmount: Amount
  readonly taxed: TaxedAmount
}

/** A rung with amounts. */
export type PricedRung = ShownPrice & { readonly price: string }

/** Whether a rung has amounts, or says "ask for today's price". */
export function isPriced(rung: ShownPrice): rung is PricedRung {
  return rung.price !== null
}

/**
 * The rung in force for a quantity, as the register picks it: the greatest tier not above it, else the base (pricing
 * rules, Quantity). Of tiers that share a quantity the dearer.
 */
export function rungFor(rungs: readonly PricedRung[], quantity: Amount): PricedRung | null {
  let chosen: PricedRung | null = null
  for (const rung of rungs) {
    if (rung.tierId === null || quantity.lt(rung.quantity)) continue
    const order = chosen === null ? 1 : new Amount(rung.quantity).cmp(chosen.quantity)
    if (order > 0 || (order === 0 && new Amount(rung.price).gt(chosen?.price ?? 0))) chosen = rung
  }
  return chosen ?? rungs.find(({ tierId }) => tierId === null) ?? rungs.find((rung) => rung.quantity === '1') ?? null
}

/** A rung's exact amount for a quantity. */
export function exactShareOf(rung: PricedRung, quantity: Amount): Fraction {
  return new Fraction(rung.exact ?? rung.price).mul(quantity.toFixed()).div(rung.quantity)
}

/**
 * What a rung promises for a quantity, less its deal; `amount` is before the deal, where a shelf's cents have been shared out
 * already.
 */
export function promisedAt(rung: PricedRung, quantity: Amount, digits: number, amount?: Amount): Promised {
  const gross = amount ?? roundedFractionOf(exactShareOf(rung, quantity), digits)
  const rounded = gross.minus(dealDiscountOf(rung.deal ?? null, gross, quantity, digits))
  const regular = new Fraction(rung.regular ?? rung.price).mul(quantity.toFixed()).div(rung.quantity)
  const listAmount = roundedFractionOf(regular, digits)
  return {
    rung,
    amount: rounded,
    gross,
    listAmount,
    taxed: taxedAmountOf({ amount: rounded, listAmount, quantity }, rung.taxRates, rung.taxPricing, digits)
  }
}

/** What a deal takes off an amount, rounded down as in a basket (pricing rules, Promotions in a basket). */
function dealDiscountOf(deal: ShownDeal | null, gross: Amount, quantity: Amount, digits: number): Amount {
  if (deal === null) return ZERO
  return exactDiscountOf(deal.discount, gross, quantity).toDecimalPlaces(digits, Amount.ROUND_DOWN)
}

function exactDiscountOf(discount: ShownDeal['discount'], gross: Amount, quantity: Amount): Amount {
  switch (discount.kind) {
    case 'share':
      return gross.times(discount.share)
    case 'off': {
      const units = quantity.div(discount.perQuantity).floor()
      const taken = units.times(discount.amount)
      // No unit goes below zero: together they are worth no more than their share of the amount.
      const worth = gross.times(units).times(discount.perQuantity).div(quantity)
      return taken.lt(worth) ? taken : worth
    }
  }
}

/** A line of a receipt whose product and board are known. */
export interface CountedLine {
  readonly productId: string
  readonly unit: string
  readonly quantity: Amount
  readonly rungs: readonly PricedRung[]
}

/** What the board promised for a line, and the quantity that was counted for it: its shelf's on the whole receipt. */
export interface CountedPromise {
  readonly counted: Amount
  /** Null: no rung for so little. */
  readonly promised: Promised | null
}

/**
 * What the board promised for the lines of one receipt: jars of one shelf, and lines of one product, count together, and
 * their sum is rounded once (pricing rules, Quantity). In the order given.
 */
export function promisesOf(lines: readonly CountedLine[], digits: number): readonly CountedPromise[] {
  const together = new Map<string, CountedLine[]>()
  for (const line of lines) {
    const key = countingKeyOf(line)
    together.set(key, [...(together.get(key) ?? []), line])
  }
  const promises = new Map<CountedLine, CountedPromise>()
  for (const shelf of together.values()) {
    const counted = Amount.sum(...shelf.map(({ quantity }) => quantity))
    const chosen = shelf.map((line) => ({ line, rung: rungFor(line.rungs, counted) }))
    const priced = chosen.flatMap(({ line, rung }) => (rung === null ? [] : [{ line, rung }]))
    const amounts = spreadOverShares(
      priced.map(({ line, rung }) => ({ productId: line.productId, exact: exactShareOf(rung, line.quantity) })),
      digits
    )
    for (const { line } of chosen) promises.set(line, { counted, promised: null })
    priced.forEach(({ line, rung }, index) =>
      promises.set(line, { counted, promised: promisedAt(rung, line.quantity, digits, amounts[index] as Amount) })
    )
  }
  return lines.map((line) => promises.get(line) as CountedPromise)
}

function countingKeyOf({ productId, unit, rungs }: CountedLine): string {
  const shelfId = rungs[0]?.shelfId ?? null
  return shelfId === null ? `product ${productId}` : `shelf ${shelfId} ${unit}`
}
