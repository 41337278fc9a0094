import type { PriceSource } from '../../shared/board-snapshot.ts'
import type { Amount } from '../money/amount.ts'
import type { PriceRecord } from './price-record.ts'
import { regularAmountOf, saleInForceAt, type SaleInForce } from './record-amount.ts'

/** One of the amounts that compete for a rung, for the rung's whole quantity and unrounded. */
export interface PriceCandidate {
  readonly source: PriceSource
  readonly amount: Amount
  readonly record: PriceRecord
  readonly sale: SaleInForce | null
}

export interface PriceInForce {
  readonly winner: PriceCandidate
  /** The public regular amount, or the group's where only the group has the rung. */
  readonly regular: Amount
  /** All that competed, the winner included, in the order regular, sale, group, group-sale. */
  readonly candidates: readonly PriceCandidate[]
  /** Records that share one key with the one that counted, and were cheaper: reported. */
  readonly doubled: readonly PriceRecord[]
}

interface RecordInForce {
  readonly record: PriceRecord
  readonly regular: Amount
  readonly sale: SaleInForce | null
  readonly lowest: Amount
}

function recordInForce(record: PriceRecord, atMs: number): RecordInForce {
  const regular = regularAmountOf(record)
  const sale = record.sales.length === 0 ? null : saleInForceAt(record, atMs)
  return { record, regular, sale, lowest: sale !== null && sale.amount.lt(regular) ? sale.amount : regular }
}

/** Of records with one key the dearer applies: by what it would charge, then by its regular amount (pricing rules). */
function dearestOf(records: readonly PriceRecord[], atMs: number): RecordInForce | null {
  let dearest: RecordInForce | null = null
  for (const record of records) {
    const one = recordInForce(record, atMs)
    if (dearest === null) dearest = one
    else {
      const order =
        one.lowest.cmp(dearest.lowest) ||
        one.regular.cmp(dearest.regular) ||
        (dearest.record.fromEntityId ?? 0) - (one.record.fromEntityId ?? 0)
      if (order > 0) dearest = one
    }
  }
  return dearest
}

/**
 * The price in force of one rung: the lowest of regular, sale, group regular and group sale of the same tier, compared
 * unrounded; ties keep the first in that order (pricing rules, Price records). Null when there is no record at all.
 */
export function priceInForceAt(
  publicRecords: readonly PriceRecord[],
  groupRecords: readonly PriceRecord[],
  atMs: number
): PriceInForce | null {
  const open = dearestOf(publicRecords, atMs)
  const group = dearestOf(groupRecords, atMs)
  const candidates: PriceCandidate[] = []
  if (open !== null) {
    candidates.push({ source: 'regular', amount: open.regular, record: open.record, sale: null })
    if (open.sale !== null)
      candidates.push({ source: 'sale', amount: open.sale.amount, record: open.record, sale: open.sale })
  }
  if (group !== null) {
    candidates.push({ source: 'group', amount: group.regular, record: group.record, sale: null })
    if (group.sale !== null)
      candidates.push({ source: 'group-sale', amount: group.sale.amount, record: group.record, sale: group.sale })
  }
  let winner = candidates[0]
  if (winner === undefined) return null
  for (const candidate of candidates) if (candidate.amount.lt(winner.amount)) winner = candidate
  const regular = (open ?? group)?.regular ?? winner.amount
  const doubled =
    publicRecords.length > 1 || groupRecords.length > 1
      ? [...publicRecords, ...groupRecords].filter((record) => record !== open?.record && record !== group?.record)
      : []
  return { winner, regular, candidates, doubled }
}
