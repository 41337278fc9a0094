import type { LocationFacts, PromotionFacts } from '../board/board-facts.ts'
import { compareCodePoints } from '../order/code-points.ts'
import { parseSchedule } from '../schedule/parse-schedule.ts'
import type { Schedule } from '../schedule/schedule.ts'
import { promotionStateAt } from '../schedule/promotion-state-at.ts'
import { type PromotionTerms, readPromotionTerms } from './promotion-terms.ts'
import type { Read } from './raw-node.ts'

/** A promotion with its schedule read once; `schedule` is null where it cannot be read, and then it is never active. */
export interface PreparedPromotion {
  readonly facts: PromotionFacts
  readonly schedule: Schedule | null
  readonly unreadable: string | null
  /** What it does, read once; null where the full feed does not say. */
  readonly terms: Read<PromotionTerms> | null
}

/** A promotion at a location at an instant. */
export interface PromotionState {
  readonly facts: PromotionFacts
  readonly active: boolean
  /** First later instant at which `active` differs; null when more than 60 days off. */
  readonly changesAtMs: number | null
  readonly terms: Read<PromotionTerms> | null
  /** The same promotion at another instant; absent where only this one is known. */
  readonly at?: (atMs: number) => PromotionState
}

/** Reads a promotion's schedule (pricing rules, Promotion schedules). Never throws. */
export function preparePromotion(facts: PromotionFacts): PreparedPromotion {
  const parsed = parseSchedule(facts.schedule)
  const terms = facts.terms === null ? null : readPromotionTerms(facts.terms)
  return parsed.ok
    ? { facts, schedule: parsed.schedule, unreadable: null, terms }
    : { facts, schedule: null, unreadable: parsed.reason, terms }
}

/** True where an id of the promotion is the location or a tree node above it (pricing rules, On promotion). */
export function isEnabledAt(facts: PromotionFacts, location: LocationFacts): boolean {
  return facts.enabledAtEntityIds.some((entityId) => location.ancestry.includes(entityId))
}

/** State of every promotion enabled at the location, by promotion id. */
export function promotionStatesAt(
  promotions: readonly PreparedPromotion[],
  location: LocationFacts,
  atMs: number
): readonly PromotionState[] {
  return promotions
    .filter(({ facts }) => isEnabledAt(facts, location))
    .map((promotion) => stateOf(promotion, location, atMs))
    .sort((a, b) => compareCodePoints(a.facts.promotionId, b.facts.promotionId))
}

function stateOf(promotion: PreparedPromotion, location: LocationFacts, atMs: number): PromotionState {
  const { facts, schedule, terms } = promotion
  if (schedule === null) return { facts, active: false, changesAtMs: null, terms }
  const at = (otherMs: number): PromotionState => stateOf(promotion, location, otherMs)
  return { facts, ...promotionStateAt(schedule, location.timeZone, atMs), terms, at }
}

/** Which promotions list a product; the lists keep the order of the states. */
export function statesByProductOf(states: readonly PromotionState[]): ReadonlyMap<string, readonly PromotionState[]> {
  const byProduct = new Map<string, PromotionState[]>()
  for (const state of states)
    for (const productId of new Set(state.facts.productIds)) {
      const list = byProduct.get(productId)
      if (list === undefined) byProduct.set(productId, [state])
      else list.push(state)
    }
  return byProduct
}
