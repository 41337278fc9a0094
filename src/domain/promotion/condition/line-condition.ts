import { type Read, readValue } from '../raw-node.ts'
import {
  capabilityBitsOf,
  type ConditionTree,
  holdsFor,
  type LeafTable,
  readConditionTree,
  type Truth
} from './condition-tree.ts'
import type { LineLeaf, LineSubject } from './line-leaf.ts'
import { noSalePricing } from './line/no-sale-pricing.ts'

export type LineCondition = ConditionTree<LineLeaf>

/** The one table of line conditions. */
const LINE_CONDITIONS: LeafTable<LineLeaf, LineSubject> = { NoSalePricing: noSalePricing }

export const LINE_CONDITION_BITS = capabilityBitsOf(LINE_CONDITIONS)

/** A promotion that names no condition of its lines has none. */
export function readLineCondition(value: unknown, where: string): Read<LineCondition> {
  if (value === null || value === undefined) return readValue({ kind: 'none' })
  return readConditionTree(value, where, LINE_CONDITIONS)
}

/** Whether the promotion may touch a line at all, matches and others alike (pricing rules, Promotions in a basket). */
export function linePasses(condition: LineCondition, line: LineSubject): Truth {
  return holdsFor(condition, line, LINE_CONDITIONS)
}
