import { Amount } from '../money/amount.ts'

const DAY_MS = 24 * 60 * 60 * 1000
const NEW_FOR_MS = 7 * DAY_MS

/**
 * A product is new within seven days of when it was first seen - but for those of the first day, when everything was seen
 * for the first time (docs/board.md, Sets).
 */
export function isNewAt(firstSeenAtMs: number | null, installedAtMs: number | null, atMs: number): boolean {
  if (firstSeenAtMs === null || installedAtMs === null) return false
  return firstSeenAtMs - installedAtMs > DAY_MS && atMs - firstSeenAtMs < NEW_FOR_MS
}

/** In stock, and with less than the screen's limit. */
export function isLastFew(stock: string | null, lastFewBelow: string | null): boolean {
  if (stock === null || lastFewBelow === null) return false
  const amount = new Amount(stock)
  return amount.gt(0) && amount.lt(lastFewBelow)
}
