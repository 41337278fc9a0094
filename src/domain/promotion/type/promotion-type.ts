import type { Amount } from '../../money/amount.ts'
import type { ProductCondition } from '../condition/product-condition.ts'
import type { RawNode, Read } from '../raw-node.ts'

/** What becomes of what a promotion discounts: it costs so much, so much less, or less by a share of it (0.2 is 20 %). */
export type Discount =
  | { readonly kind: 'price'; readonly amount: Amount }
  | { readonly kind: 'off'; readonly amount: Amount }
  | { readonly kind: 'share'; readonly share: Amount }

/** Of so many matching units the cheapest is discounted (Promotions guide, CheapestMatchedFor). */
export interface CheapestMatched {
  readonly family: 'cheapest-matched'
  readonly itemsToMatch: ProductCondition
  readonly numberToMatch: number
  readonly gramsPerMatchUnit: Amount
  /** Null is as often as it fits. */
  readonly maxApplicationCount: number | null
  readonly discount: Discount
}

/** With so many matching units, the cheapest other is discounted (Promotions guide, MatchThenCheapestOtherFor). */
export interface MatchThenCheapestOther {
  readonly family: 'match-then-cheapest-other'
  readonly matchConditions: ProductCondition
  readonly otherItemConditions: ProductCondition
  readonly numberToMatch: number
  readonly gramsPerMatchUnit: Amount
  readonly maxApplicationCount: number | null
  readonly discount: Discount
}

export interface BundleElement {
  readonly condition: ProductCondition
  /** A fraction counts up to the next whole unit. */
  readonly quantityToMatch: Amount
}

/** One of each element together, discounted as a whole (Promotions guide, BundleFor). */
export interface Bundle {
  readonly family: 'bundle'
  readonly elements: readonly BundleElement[]
  readonly gramsPerMatchUnit: Amount
  readonly discount: Discount
}

/** Every matching unit is discounted (Promotions guide, EachMatched). */
export interface EachMatched {
  readonly family: 'each-matched'
  readonly itemsToMatch: ProductCondition
  readonly gramsPerMatchUnit: Amount
  readonly discount: Exclude<Discount, { readonly kind: 'price' }>
}

/** The eleven types of the Promotions guide, under the names it has for them. */
export type PromotionType =
  | ({ readonly type: 'CheapestMatchedForDollar' } & CheapestMatched)
  | ({ readonly type: 'CheapestMatchedForPercentOff' } & CheapestMatched)
  | ({ readonly type: 'CheapestMatchedForDollarOff' } & CheapestMatched)
  | ({ readonly type: 'MatchThenCheapestOtherForDollar' } & MatchThenCheapestOther)
  | ({ readonly type: 'MatchThenCheapestOtherForDollarOff' } & MatchThenCheapestOther)
  | ({ readonly type: 'MatchThenCheapestOtherForPercentOff' } & MatchThenCheapestOther)
  | ({ readonly type: 'BundleForTotalDollarDistributed' } & Bundle)
  | ({ readonly type: 'BundleForTotalDollarOffDistributed' } & Bundle)
  | ({ readonly type: 'BundleForPercentOff' } & Bundle)
  | ({ readonly type: 'EachMatchedDollarOff' } & EachMatched)
  | ({ readonly type: 'EachMatchedPercentOff' } & EachMatched)

export type PromotionTypeOf<Type extends PromotionType['type']> = Extract<PromotionType, { readonly type: Type }>

/** One type: the bit that asks for it, and how it is read. */
export interface TypeDefinition<Type extends PromotionType['type']> {
  /** Its bit of PromotionTypeCapabilities. */
  readonly bit: number
  readonly read: (node: RawNode, where: string) => Read<PromotionTypeOf<Type>>
}
