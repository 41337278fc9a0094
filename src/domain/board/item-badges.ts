import type { BoardBadge, BoardRung } from '../../shared/board-snapshot.ts'
import { instantTextOrNull } from '../instant/instant-text.ts'
import { linePasses } from '../promotion/condition/line-condition.ts'
import { audienceMatchOf, boardAudienceOf } from '../promotion/limits.ts'
import type { PromotionState } from '../promotion/promotion-state.ts'
import type { PromotionTerms } from '../promotion/promotion-terms.ts'
import type { Audience } from './board-item.ts'

/** What a location's badges are put into words with. */
export interface BadgeWords {
  /** The offer in words; null where there are none. */
  readonly labelOf: (terms: PromotionTerms) => string | null
  /** A pricing group's name by its id; null where nobody knows it. */
  readonly groupName: (groupId: number) => string | null
  /** Names in a sentence. */
  readonly joined: (names: readonly string[]) => string
}

/** For who asks about prices alone. */
export const NO_BADGE_WORDS: BadgeWords = {
  labelOf: () => null,
  groupName: () => null,
  joined: (names) => names.join(', ')
}

/** Where the prices in force of an item's rungs come from. */
export type RungSources = readonly Pick<BoardRung, 'source'>[]

/** Promotions that any screen of the audience may ever show or be priced by: its cart condition rules none of them out. */
export function promotionsFor(states: readonly PromotionState[], audience: Audience): readonly PromotionState[] {
  return states.every((state) => isFor(state, audience)) ? states : states.filter((state) => isFor(state, audience))
}

function isFor({ terms }: PromotionState, audience: Audience): boolean {
  return terms === null || !terms.ok || audienceMatchOf(terms.value.cart, audience).kind !== 'excluded'
}

/**
 * Whether a promotion's badge stands on an item: it is active, and of the item's prices in force at least one passes its line
 * condition, so that one which leaves sale prices alone has no badge where every rung is a sale (pricing rules, On
 * promotion). What is not evaluated keeps its badge.
 */
export function hasBadge({ active, terms }: PromotionState, rungs: RungSources): boolean {
  return active && (terms === null || !terms.ok || passesAny(terms.value, rungs))
}

function passesAny({ line }: PromotionTerms, rungs: RungSources): boolean {
  return line.kind === 'none' || rungs.some((rung) => linePasses(line, rung) === true)
}

/** Whether a sale that starts or ends can hide or show the badge. */
export function goesBySales({ terms }: PromotionState): boolean {
  return terms !== null && terms.ok && terms.value.line.kind !== 'none'
}

/** A badge that stands on an item until an instant. */
export function badgeOf(
  { facts, terms }: PromotionState,
  endsAtMs: number | null,
  audience: Audience,
  words: BadgeWords
): BoardBadge {
  const known = terms !== null && terms.ok ? terms.value : null
  return {
    promotionId: facts.promotionId,
    name: facts.name,
    type: facts.type,
    label: known === null ? null : words.labelOf(known),
    endsAt: instantTextOrNull(endsAtMs),
    audience: known === null ? null : boardAudienceOf(known.cart, audience, words.groupName, words.joined)
  }
}
