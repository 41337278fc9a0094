import type Database from 'better-sqlite3'
import type { PriceRecord } from '../../domain/pricing/price-record.ts'
import type { Cell } from './rows.ts'

const ROWS_AT_ONCE = 8

const COMMON = ['set_id', 'ordinal', 'from_entity_id', 'price', 'at_tier_price', 'sale_count']
const TIER = ['tier_id', 'tier_name', 'tier_quantity']
const GROUP = ['group_id', 'group_name']
const SHELF = ['shelf_id', 'shelf_name']

/**
 * Writes the records of one set. Binding values is what an insert mostly costs, so several rows share a statement, and
 * columns that no record of the set fills are left out: about half the time of a row by itself.
 */
export const prepareRecordInsert = (
  db: Database.Database
): ((setId: number, records: readonly PriceRecord[]) => void) => {
  const statements = new Map<number, Database.Statement>()

  const statementOf = (rows: number, hasTier: boolean, hasGroup: boolean, hasShelf: boolean): Database.Statement => {
    const key = rows * 8 + (hasTier ? 4 : 0) + (hasGroup ? 2 : 0) + (hasShelf ? 1 : 0)
    const known = statements.get(key)
    if (known !== undefined) return known
    const columns = [...COMMON, ...(hasTier ? TIER : []), ...(hasGroup ? GROUP : []), ...(hasShelf ? SHELF : [])]
    const row = `(${columns.map(() => '?').join(', ')})`
    const statement = db.prepare(
      `INSERT INTO price_record (${columns.join(', ')}) VALUES ${Array.from({ length: rows }, () => row).join(', ')}`
    )
    statements.set(key, statement)
    return statement
  }

  return (setId, records) => {
    let hasTier = false
    let hasGroup = false
    let hasShelf = false
    for (const record of records) {
      if (record.tier !== null) hasTier = true
      if (record.group !== null) hasGroup = true
      if (record.shelf !== null) hasShelf = true
    }
    for (let from = 0; from < records.length; from += ROWS_AT_ONCE) {
      const upTo = Math.min(from + ROWS_AT_ONCE, records.length)
      const values: Cell[] = []
      for (let ordinal = from; ordinal < upTo; ordinal += 1) {
        const record = records[ordinal]
        if (record === undefined) continue
        const { tier, group, shelf } = record
        values.push(setId, ordinal, record.fromEntityId, record.price, record.atTierPrice, record.sales.length)
        if (hasTier) {
          if (tier === null) values.push(null, null, null)
          else values.push(tier.tierId, tier.name, tier.quantity)
        }
        if (hasGroup) {
          if (group === null) values.push(null, null)
          else values.push(group.groupId, group.name)
        }
        if (hasShelf) {
          if (shelf === null) values.push(null, null)
          else values.push(shelf.shelfId, shelf.name)
        }
      }
      statementOf(upTo - from, hasTier, hasGroup, hasShelf).run(values)
    }
  }
}
