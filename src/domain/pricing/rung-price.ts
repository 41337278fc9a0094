import type { BoardRung, PriceSource, TaxPricing } from '../../shared/board-snapshot.ts'
import { instantTextOf } from '../instant/instant-text.ts'
import { type Amount, moneyTextOf, quantityTextOf, roundHalfUp, roundUp } from '../money/amount.ts'
import { type TaxedAmount, type TaxTrace, taxedAmountOf } from '../tax/taxes.ts'
import type { TaxRate } from '../tax/tax-rate.ts'
import type { RungRecords } from './ladder.ts'
import { priceInForceAt, type PriceCandidate } from './price-in-force.ts'
import type { PriceRecord, SalePrice } from './price-record.ts'

/** One amount that competed for a rung; `amount` is unrounded, for the rung's whole quantity. */
export interface CandidateTrace {
  readonly source: PriceSource
  readonly amount: string
  readonly won: boolean
  /** Says the tier, the group and the tree node the amount is set at. */
  readonly record: PriceRecord
  /** The sale of that record in force; null for a regular amount. */
  readonly sale: SalePrice | null
}

/** How a rung's price came to be, for a manager who asks. */
export interface PriceTrace {
  readonly quantity: string
  readonly candidates: readonly CandidateTrace[]
  /** Cheaper records under the same key that were passed over. */
  readonly doubled: readonly PriceRecord[]
  readonly exactAmount: string
  readonly price: string
  readonly taxPricing: TaxPricing
  readonly taxes: readonly TaxTrace[]
  readonly taxesUnknown: boolean
  readonly outTheDoor: string
}

export interface PricedRung {
  readonly rung: BoardRung
  readonly trace: PriceTrace
}

export interface RungPricing {
  readonly taxRates: readonly TaxRate[]
  readonly taxPricing: TaxPricing
  readonly amountsHeld: boolean
  /** Minor digits of the location's currency. */
  readonly digits: number
}

function candidateTraceOf(candidate: PriceCandidate, won: boolean): CandidateTrace {
  const { source, amount, record, sale } = candidate
  return { source, amount: amount.toFixed(), won, record, sale: sale?.sale ?? null }
}

/**
 * A rung at an instant: price in force, unit price rounded up, taxes from the rounded price, out-the-door amount, and the
 * trace of all that (pricing rules, Price records, Ladder, Taxes; contract, BoardSnapshot). Null without a record.
 */
export function pricedRungAt(records: RungRecords, pricing: RungPricing, atMs: number): PricedRung | null {
  const inForce = priceInForceAt(records.publicRecords, records.groupRecords, atMs)
  if (inForce === null) return null
  const { winner, regular } = inForce
  const { digits, taxPricing } = pricing
  const price = roundHalfUp(winner.amount, digits)
  const listAmount = regular === winner.amount ? price : roundHalfUp(regular, digits)
  const taxed = taxedAmountOf(
    { amount: price, listAmount, quantity: records.quantity },
    pricing.taxRates,
    taxPricing,
    digits
  )
  const priceText = moneyTextOf(price, digits)
  const outTheDoor = moneyTextOf(taxed.outTheDoor, digits)
  const quantity = quantityTextOf(records.quantity)
  const rung = rungOf(records, winner, {
    quantity,
    regular: listAmount === price ? priceText : moneyTextOf(listAmount, digits),
    price: priceText,
    unitPrice: moneyTextOf(unitPriceOf(winner.amount, records.quantity, digits), digits),
    outTheDoor,
    taxed
  })
  return {
    rung: pricing.amountsHeld ? heldRungOf(rung) : rung,
    trace: {
      quantity,
      candidates: inForce.candidates.map((candidate) => candidateTraceOf(candidate, candidate === winner)),
      doubled: inForce.doubled,
      exactAmount: winner.amount.toFixed(),
      price: priceText,
      taxPricing,
      taxes: taxed.traces,
      taxesUnknown: taxed.unknown,
      outTheDoor
    }
  }
}

/** An amount for a quantity as one for a gram or a piece, rounded up (pricing rules, Price records). */
export function unitPriceOf(amount: Amount, quantity: Amount, digits: number): Amount {
  return roundUp(quantity.eq(1) ? amount : amount.div(quantity), digits)
}

function rungOf(
  records: RungRecords,
  winner: PriceCandidate,
  texts: {
    readonly quantity: string
    readonly regular: string
    readonly price: string
    readonly unitPrice: string
    readonly outTheDoor: string
    readonly taxed: TaxedAmount
  }
): BoardRung {
  const stopsAtMs = winner.sale?.dated === true ? winner.sale.sale.stopsAtMs : null
  return {
    tierId: records.tier?.tierId ?? null,
    tierName: records.tier?.name ?? null,
    quantity: texts.quantity,
    regular: texts.regular,
    price: texts.price,
    unitPrice: texts.unitPrice,
    source: winner.source,
    saleEndsAt: stopsAtMs === null ? null : instantTextOf(stopsAtMs),
    fromEntityId: winner.record.fromEntityId,
    taxes: texts.taxed.taxes,
    outTheDoor: texts.outTheDoor,
    deal: null
  }
}

/** Amounts of a location whose tax setting has just changed are not shown until its prices have followed. */
function heldRungOf(rung: BoardRung): BoardRung {
  return { ...rung, regular: null, price: null, unitPrice: null, taxes: [], outTheDoor: null, deal: null }
}
