import { Amount } from '../money/amount.ts'
import type { PriceRecord, SalePrice } from './price-record.ts'

/** Regular amount of a record: for the tier's whole quantity, or for one unit (pricing rules, Price records). Unrounded. */
export function regularAmountOf(record: PriceRecord): Amount {
  if (record.tier === null) return new Amount(record.price)
  if (record.atTierPrice !== null) return new Amount(record.atTierPrice)
  return new Amount(record.price).times(record.tier.quantity)
}

/** Amount of one of the record's sales, for the same quantity; null when the sale names no usable price. */
export function saleAmountOf(record: PriceRecord, sale: SalePrice): Amount | null {
  if (record.tier === null) return sale.salePrice === null ? null : new Amount(sale.salePrice)
  if (sale.atTierSalePrice !== null) return new Amount(sale.atTierSalePrice)
  return sale.salePrice === null ? null : new Amount(sale.salePrice).times(record.tier.quantity)
}

export interface SaleInForce {
  readonly sale: SalePrice
  readonly amount: Amount
  readonly dated: boolean
}

function isDefault(sale: SalePrice): boolean {
  return sale.startsAtMs === null && sale.stopsAtMs === null
}

function isRunning(sale: SalePrice, atMs: number): boolean {
  return (sale.startsAtMs === null || sale.startsAtMs <= atMs) && (sale.stopsAtMs === null || atMs < sale.stopsAtMs)
}

/**
 * The sale of a record at an instant: the dated one with start <= t < stop, else the default one, else none. A dated sale
 * replaces the default even when dearer; of overlapping ones the dearer applies (pricing rules, Price records).
 */
export function saleInForceAt(record: PriceRecord, atMs: number): SaleInForce | null {
  let chosen: SaleInForce | null = null
  for (const sale of record.sales) {
    const dated = !isDefault(sale)
    if (dated && !isRunning(sale, atMs)) continue
    if (chosen !== null && chosen.dated && !dated) continue
    const amount = saleAmountOf(record, sale)
    if (amount === null) continue
    if (chosen === null || (dated && !chosen.dated) || amount.gt(chosen.amount)) chosen = { sale, amount, dated }
  }
  return chosen
}

/** Instants at which a dated sale of the record starts or stops, in no order. */
export function saleBoundariesOf(record: PriceRecord): readonly number[] {
  const boundariesMs: number[] = []
  for (const sale of record.sales) {
    if (sale.startsAtMs !== null) boundariesMs.push(sale.startsAtMs)
    if (sale.stopsAtMs !== null) boundariesMs.push(sale.stopsAtMs)
  }
  return boundariesMs
}
