import { compareRatios, floorOf, type Ratio } from '../money/ratio.ts'
import { smallerOf } from './application.ts'

export interface RoomyShare {
  /** Lines are in order of productId. */
  readonly line: number
  readonly exact: Ratio
  /** The most it can take. */
  readonly room: bigint
}

/**
 * A sum in cents over shares that add up to it: each cut to the cent, spare cents to the largest remainders, then by
 * productId, as on shelves (pricing rules, Quantity), but never more than there is room for: a spare cent that has none goes
 * to the next. In the order given; less than the sum only where there is no more room at all.
 */
export function spreadWithinRoom(shares: readonly RoomyShare[], cents: bigint): readonly bigint[] {
  const parts = shares.map(({ exact, room }) => smallerOf(floorOf(exact), room))
  let spare = cents - parts.reduce((sum, part) => sum + part, 0n)
  const remainders = shares.map(({ exact }) => ({ n: exact.n % exact.d, d: exact.d }))
  const order = shares
    .map((_, index) => index)
    .sort(
      (a, b) =>
        compareRatios(remainders[b] as Ratio, remainders[a] as Ratio) ||
        (shares[a] as RoomyShare).line - (shares[b] as RoomyShare).line
    )
  let isGiven = true
  while (spare > 0n && isGiven) {
    isGiven = false
    for (const index of order) {
      if (spare === 0n || (parts[index] as bigint) >= (shares[index] as RoomyShare).room) continue
      parts[index] = (parts[index] as bigint) + 1n
      spare -= 1n
      isGiven = true
    }
  }
  return parts
}
