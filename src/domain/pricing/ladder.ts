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
  const tiers = new Map<string, TierRecords>()
  for (const record of records) {
    if (record.tier === null || (record.group !== null && record.group.groupId !== groupId)) continue
    // Records that give one tier two quantities are two rungs: neither amount may stand at the other's quantity.
    const quantity = new Amount(record.tier.quantity)
    const key = `${record.tier.tierId} ${quantity.toFixed()}`
    let entry = tiers.get(key)
    if (entry === undefined) {
      entry = { tier: record.tier, quantity, publicRecords: [], groupRecords: [] }
      tiers.set(key, entry)
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

/**
 * The rungs that decide a quantity: those of the greatest tier quantity not above it, else the base; empty where the
 * product has neither for the audience (pricing rules, Quantity). Several only where tiers share a quantity.
 */
export function rungsInForceFor(
  records: readonly PriceRecord[],
  groupId: number | null,
  quantity: Amount
): readonly RungRecords[] {
  const tiers = rungsOf(records, groupId).filter((rung) => rung.tier !== null && rung.quantity.lte(quantity))
  const greatest = tiers.at(-1)
  if (greatest !== undefined) return tiers.filter((rung) => rung.quantity.eq(greatest.quantity))
  const base = baseRecordsOf(records, groupId)
  return base.publicRecords.length + base.groupRecords.length > 0 ? [base] : []
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
