/** Points of sale of which it is known how a loyalty reward is set up (docs/rewards.md). */
export type RewardSystemId =
  | 'dutchie'
  | 'biotrack'
  | 'jane'
  | 'posabit'
  | 'flowhub'
  | 'blaze'
  | 'flourish'
  | 'treez'
  | 'ecommerce'
  | 'alleaves'
  | 'meadow'
  | 'korona'
  | 'mj-freeway'
  | 'mj-freeway-pa'
  | 'square'
  | 'cova'
  | 'staff-app'

/** How a discount is set up in the loyalty programme and in the point of sale. */
export type RewardClass = 'mirrored' | 'triggered' | 'static-only' | 'mirrored-apart' | 'programme-only'

export type RewardSystem =
  | { readonly kind: 'listed'; readonly id: RewardSystemId }
  /** `like` null: nobody has said yet which class it is like, and none is guessed. */
  | { readonly kind: 'other'; readonly name: string; readonly like: RewardClass | null }

export type RewardKind = 'flat' | 'percent'

/** As the store set it where its rewards are redeemed. */
export type RewardTakenFrom = 'before-taxes' | 'after-taxes'

export interface Reward {
  readonly rewardId: string
  readonly name: string
  readonly kind: RewardKind
  /** Decimal: "5" is five dollars, "12.5" with percent 12.5 %. */
  readonly value: string
  readonly points: number
  /** The point of sale's id of the discount, where the loyalty programme is given one. */
  readonly linkedId: string | null
}

/** The rewards of one store. */
export interface StoreRewards {
  readonly system: RewardSystem
  readonly takenFrom: RewardTakenFrom
  readonly rewards: readonly Reward[]
}

/** Why a reward, or a store's choice of system, is refused (docs/rewards.md). */
export type RewardFault =
  | { readonly kind: 'system-unknown' }
  | { readonly kind: 'system-name' }
  | { readonly kind: 'system-unanswered' }
  | { readonly kind: 'taken-from' }
  | { readonly kind: 'name' }
  | { readonly kind: 'name-taken'; readonly name: string }
  | { readonly kind: 'kind-unknown' }
  /** `bySystem`: the system cannot run it; else it is our boards and estimates that know flat and percent alone. */
  | { readonly kind: 'spend-get'; readonly system: RewardSystem; readonly bySystem: boolean }
  | { readonly kind: 'value-none' }
  | { readonly kind: 'value-zero' }
  | { readonly kind: 'value-large'; readonly most: string }
  | { readonly kind: 'percent-over-100' }
  | { readonly kind: 'digits'; readonly most: number; readonly of: 'money' | 'percent' }
  | { readonly kind: 'points' }
  | { readonly kind: 'id-missing'; readonly system: RewardSystem }
  | { readonly kind: 'id-long' }
  | { readonly kind: 'too-many'; readonly most: number }

/** A reward as a shopper reads it. */
export interface RewardInWords {
  readonly rewardId: string
  readonly name: string
  /** "$5.00 off", "10% off" */
  readonly offer: string
  /** "before tax"; null where prices include taxes. */
  readonly basis: string | null
  /** What stands below the offer: the name where the offer does not say it, and the basis. May be empty. */
  readonly note: string
  /** "100 points" */
  readonly points: string
}

/** The rewards of a store that it can give, in its order. */
export interface RewardsInWords {
  /** "Rewards" */
  readonly title: string
  /** "One per order" */
  readonly rule: string
  readonly rewards: readonly RewardInWords[]
}
