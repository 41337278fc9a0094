import { Amount, ONE } from '../money/amount.ts'
import type { PriceRecord, Shelf, Tier } from './price-record.ts'

/** The records that decide one rung for one audience. */
export interface RungRecords {
  /** Null for the base. */
  readonly tier: Tier | null
  readonly quantity: Amount
  readonly publicRecords: readonly PriceRecord[]
  readonly groupRecords: readonly PriceRecord[]
}

interface TierRecords {
  readonly tier: Tier
  readonly quantity: Amount
  readonly publicRecords: PriceRecord[]
  readonly groupRecords: PriceRecord[]
}

/**
 * Rungs of a product for an audience, by rising quantity: the base and each tier. A tier of quantity 1 takes the base's
 * place; a base record counts there only for a group that the tier has no record for. A tier that only a group has is a
 * rung for that group alone (pricing rules, Ladder). Empty when the audience has no price.
 */
export function rungsOf(records: readonly PriceRecord[], groupId: number | null): readonly RungRecords[] {
  const base = baseRecordsOf(records, groupId)
  const tiers = new Map<number, TierRecords>()
  for (const record of records) {
    if (record.tier === null || (record.group !== null && record.group.groupId !== groupId)) continue
    let entry = tiers.get(record.tier.tierId)
    if (entry === undefined) {
      entry = { tier: record.tier, quantity: new Amount(record.tier.quantity), publicRecords: [], groupRecords: [] }
      tiers.set(record.tier.tierId, entry)
    }
    ;(record.group === null ? entry.publicRecords : entry.groupRecords).push(record)
  }
  const rungs: RungRecords[] = []
  let unitTier = false
  for (const entry of tiers.values()) {
    if (!entry.quantity.eq(ONE)) {
      rungs.push(entry)
      continue
    }
    unitTier = true
    rungs.push(entry.groupRecords.length > 0 ? entry : { ...entry, groupRecords: base.groupRecords })
  }
  if (!unitTier && base.publicRecords.length + base.groupRecords.length > 0) rungs.push(base)
  return rungs.sort(
    (a, b) => a.quantity.cmp(b.quantity) || (a.tier?.tierId ?? -Infinity) - (b.tier?.tierId ?? -Infinity)
  )
}

/** The base alone, whether or not a tier of quantity 1 has taken its place: it prices quantities below every tier. */
export function baseRecordsOf(records: readonly PriceRecord[], groupId: number | null): RungRecords {
  return {
    tier: null,
    quantity: ONE,
    publicRecords: records.filter((record) => record.tier === null && record.group === null),
    groupRecords: records.filter(
      (record) => record.tier === null && record.group !== null && record.group.groupId === groupId
    )
  }
}

/** The shelf a product is priced on, or null. Records that disagree: the lowest shelf id, so that order never matters. */
export function shelfOf(records: readonly PriceRecord[]): Shelf | null {
  let shelf: Shelf | null = null
  for (const record of records)
    if (record.shelf !== null && (shelf === null || record.shelf.shelfId < shelf.shelfId)) shelf = record.shelf
  return shelf
}
