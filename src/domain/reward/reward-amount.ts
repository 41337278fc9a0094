import Fraction from 'fraction.js'
import DecimalJs from 'decimal.js'
import type { RewardKind, RewardTakenFrom } from '../../shared/rewards.ts'
import { spreadOverShares } from '../basket/shelf-shares.ts'
import { Amount, ZERO } from '../money/amount.ts'

/** A reward that may be taken: checked against its store's system (`offered-rewards.ts`). */
export interface OfferedReward {
  readonly rewardId: string
  readonly name: string
  readonly kind: RewardKind
  /** Money for a flat reward; for a percentage 12.5 is 12.5 %. */
  readonly value: Amount
  readonly points: number
  readonly takenFrom: RewardTakenFrom
}

/** What is left of a line after promotions, before taxes: not negative, in whole cents. */
export interface LineLeft {
  readonly productId: string
  readonly left: Amount
}

/**
 * What a reward takes off each line, in the order given and in whole cents: nothing of one that is taken after taxes. Never
 * more than is left of a line (pricing rules, Promotions in a basket: spread in proportion to what is left).
 */
export function rewardOffLines(reward: OfferedReward, lines: readonly LineLeft[], digits: number): readonly Amount[] {
  const left = lines.reduce((sum, line) => sum.plus(line.left), ZERO)
  if (reward.takenFrom === 'after-taxes' || left.isZero()) return lines.map(() => ZERO)
  const off = new Fraction(offOf(reward, left, digits).toFixed())
  return spreadOverShares(
    lines.map((line) => ({
      productId: line.productId,
      exact: off.mul(line.left.toFixed()).div(left.toFixed())
    })),
    digits
  )
}

/** What a reward takes off the total alone: nothing of one that is taken before taxes. Never more than the total. */
export function rewardOffTotal(reward: OfferedReward, total: Amount, digits: number): Amount {
  return reward.takenFrom === 'before-taxes' ? ZERO : offOf(reward, total, digits)
}

/** Rounded down to the cent, as every discount is; at most `from`. */
function offOf({ kind, value }: OfferedReward, from: Amount, digits: number): Amount {
  const off = kind === 'flat' ? value : from.times(value).div(100)
  return Amount.min(off, from).toDecimalPlaces(digits, DecimalJs.ROUND_DOWN)
}
