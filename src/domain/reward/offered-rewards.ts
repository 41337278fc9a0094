import type { Currency } from '../../shared/board-snapshot.ts'
import type { Reward, RewardFault, StoreRewards } from '../../shared/rewards.ts'
import { Amount, minorDigitsOf } from '../money/amount.ts'
import type { OfferedReward } from './reward-amount.ts'
import { rewardFaultsOf } from './reward-faults.ts'
import { rewardClassOf } from './reward-systems.ts'

/** A stored reward that no longer fits its store's system; `reward` null where it is the system that is not known. */
export interface UnfitReward {
  readonly reward: Reward | null
  readonly fault: RewardFault
}

export interface JudgedRewards {
  /** In the order of the table. */
  readonly offered: readonly OfferedReward[]
  readonly unfit: readonly UnfitReward[]
}

/**
 * Which of a store's rewards may be shown and taken. One that its point of sale cannot run would promise what the register
 * does not do: it is left out, and told.
 */
export function judgedRewardsOf({ system, takenFrom, rewards }: StoreRewards, currency: Currency): JudgedRewards {
  if (rewardClassOf(system) === null) {
    const isAsked = rewards.length > 0
    return { offered: [], unfit: isAsked ? [{ reward: null, fault: { kind: 'system-unanswered' } }] : [] }
  }
  const offered: OfferedReward[] = []
  const unfit: UnfitReward[] = []
  for (const [index, reward] of rewards.entries()) {
    const [wrong] = rewardFaultsOf(reward, system, rewards.slice(0, index), minorDigitsOf(currency))
    if (wrong !== undefined) {
      unfit.push({ reward, fault: wrong.fault })
      continue
    }
    const { rewardId, name, kind, value, points } = reward
    offered.push({ rewardId, name, kind, value: new Amount(value), points, takenFrom })
  }
  return { offered, unfit }
}

/** An id for a new reward: its name's letters and figures, with a number where that is taken. It stays when the name changes. */
export function rewardIdFor(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)
  const base = plain === '' ? 'reward' : plain
  let id = base
  for (let n = 2; taken.has(id); n += 1) id = `${base}-${n}`
  return id
}
