import type { LocationFormat } from '../../domain/display/location-format.ts'
import { foundProblem } from '../../domain/health/found-problem.ts'
import { mayHavePromotions } from '../../domain/market/market-profile.ts'
import { judgedRewardsOf } from '../../domain/reward/offered-rewards.ts'
import type { OfferedReward } from '../../domain/reward/reward-amount.ts'
import { rewardsInWords } from '../../domain/reward/rewards-in-words.ts'
import type { LocationFacts } from '../../domain/board/board-facts.ts'
import type { PricedLocation } from '../../domain/board/board-item.ts'
import type { FoundProblem } from '../../shared/problem.ts'
import type { RewardsInWords, StoreRewards } from '../../shared/rewards.ts'
import type { HouseRules } from './live-view.ts'

/** The rewards that may be taken at a location: those that its point of sale runs. */
export function offeredRewardsAt(
  house: Pick<HouseRules, 'rewardsOf'>,
  { locationId, currency }: Pick<PricedLocation, 'locationId' | 'currency'>
): readonly OfferedReward[] {
  const store = house.rewardsOf?.(locationId) ?? null
  return store === null ? [] : judgedRewardsOf(store, currency).offered
}

/** A location's rewards in a shopper's words; null where there is none, or where the market hides promotions. */
export function rewardsInWordsAt(
  house: Pick<HouseRules, 'rewardsOf' | 'marketRules'>,
  location: PricedLocation,
  format: LocationFormat
): RewardsInWords | null {
  if (!mayHavePromotions(house.marketRules)) return null
  return rewardsInWords(offeredRewardsAt(house, location), location, format)
}

export type AskedReward =
  | { readonly ok: true; readonly reward: OfferedReward | null }
  /** Starts with the field's name. */
  | { readonly ok: false; readonly message: string }

/** The reward that a basket names. One that its point of sale cannot run is refused like one that is not there. */
export function askedRewardOf(
  rewardId: string | null,
  house: Pick<HouseRules, 'rewardsOf'>,
  location: Pick<PricedLocation, 'locationId' | 'currency'>
): AskedReward {
  if (rewardId === null) return { ok: true, reward: null }
  const reward = offeredRewardsAt(house, location).find((one) => one.rewardId === rewardId)
  return reward === undefined
    ? { ok: false, message: `reward.rewardId: there is no reward ${rewardId} at this location` }
    : { ok: true, reward }
}

/** Stored rewards that no longer fit their store's system: they are shown nowhere, and a manager should know. */
export function refusedRewardsOf(
  locations: readonly LocationFacts[],
  rewards: Readonly<Record<number, StoreRewards>>
): readonly FoundProblem[] {
  return locations.flatMap(({ locationId, name, currency }) => {
    const store = rewards[locationId]
    // A store without a currency has no board either, and says so.
    if (store === undefined || currency === null) return []
    return judgedRewardsOf(store, currency).unfit.map(({ reward, fault }) =>
      foundProblem({ code: 'reward-refused', store: name, reward: reward?.name ?? null, fault }, locationId)
    )
  })
}
