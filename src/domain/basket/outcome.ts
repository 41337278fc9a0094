import type { Amount } from '../money/amount.ts'
import type { CartCondition } from '../promotion/condition/cart-condition.ts'
import type { NotReadable } from '../promotion/raw-node.ts'
import type { Missing } from './missing.ts'

/** What became of a promotion that runs at the location, in one basket. */
export type PromotionOutcome = { readonly promotionId: string; readonly name: string } & (
  | AppliedOutcome
  | { readonly kind: 'not-applied'; readonly why: NotApplied }
  /** `fault` null: no feed says what it does, or the one that does has an older version of it. */
  | { readonly kind: 'not-evaluated'; readonly fault: NotReadable | null }
)

export interface AppliedOutcome {
  readonly kind: 'applied'
  /** 1 for the EachMatched types. */
  readonly times: number
  readonly saved: Amount
  /** The lines it touched, in order of productId. */
  readonly lines: readonly OutcomeLine[]
}

/** What a promotion did to a line; quantities in grams or pieces, as the line is sold. */
export interface OutcomeLine {
  readonly productId: string
  /** What no other promotion could use any more, the discounted part included. */
  readonly consumed: Amount
  readonly discounted: Amount
  readonly discount: Amount
}

export type NotApplied =
  /** It is for other shoppers. */
  | { readonly kind: 'audience'; readonly cart: CartCondition }
  /** There would be enough, but for lines that it must not touch (priced by a sale or a group). */
  | { readonly kind: 'line-condition' }
  | { readonly kind: 'not-enough'; readonly missing: Missing }
  | { readonly kind: 'saves-nothing' }
  /** Another one saves more with the same units; `missing` for one on top of that, null where nothing is. */
  | { readonly kind: 'beaten'; readonly missing: Missing | null }

/** What an outcome misses little of, to tell a shopper; null where it does not. */
export function nearOf(outcome: PromotionOutcome): Missing | null {
  if (outcome.kind !== 'not-applied') return null
  const { why } = outcome
  switch (why.kind) {
    case 'not-enough':
    case 'beaten':
      return why.missing?.isNear === true ? why.missing : null
    case 'audience':
    case 'line-condition':
    case 'saves-nothing':
      return null
  }
}
