import type { BoardAudience, CustomerKind } from '../../shared/board-snapshot.ts'
import type { Audience } from '../board/board-item.ts'
import { type CartCondition, cartPasses } from './condition/cart-condition.ts'
import { leavesOf } from './condition/condition-tree.ts'
import { type LineCondition, linePasses } from './condition/line-condition.ts'
import type { PromotionTerms } from './promotion-terms.ts'

/** How a promotion meets the people in front of a screen (pricing rules, On promotion). */
export type AudienceMatch =
  | { readonly kind: 'holds' }
  /** Nobody chose a group, and only one would do: these, and any other where `anyOther` is set. */
  | { readonly kind: 'needs-group'; readonly groupIds: readonly number[]; readonly anyOther: boolean }
  | { readonly kind: 'excluded' }

/** Which pricing groups a shopper has to be in. */
export type GroupLimit =
  | { readonly kind: 'anybody' }
  | { readonly kind: 'no-group' }
  | { readonly kind: 'any-group' }
  /** One of these; with `orNone` also a shopper in no group. */
  | { readonly kind: 'one-of'; readonly groupIds: readonly number[]; readonly orNone: boolean }
  /** A group, but none of these; with `orNone` also a shopper in no group. */
  | { readonly kind: 'none-of'; readonly groupIds: readonly number[]; readonly orNone: boolean }

/** Shoppers of one kind (null: of any) in such groups. */
export interface ShopperLimit {
  readonly customer: CustomerKind | null
  readonly groups: GroupLimit
}

/** Whom and what a promotion is limited to, as sentences say it. */
export interface Limits {
  /** Any of them will do; empty: nobody ever. One entry with null and 'anybody': no limit. */
  readonly shoppers: readonly ShopperLimit[]
  /** What it never touches: sale prices (a group's price is one here), or all of it where no line can pass. */
  readonly lines: 'all' | 'no-sale-prices' | 'sale-prices-only' | 'none'
}

const CUSTOMER_KINDS: readonly CustomerKind[] = ['recreational', 'medical']

/** Shoppers that a cart condition can tell apart: every group it names, no group, and one that it does not name. */
interface Groups {
  readonly named: readonly number[]
  /** An id that no condition of the tree names. */
  readonly other: number
}

/**
 * How a cart condition meets an audience: by trying the shoppers it can tell apart, so that trees of any shape are
 * understood. What no shopper can meet is excluded for every screen.
 */
export function audienceMatchOf(cart: CartCondition, audience: Audience): AudienceMatch {
  if (cartPasses(cart, audience) === true) return { kind: 'holds' }
  // A screen with a group stands before that group; only where nobody chose one can another be named.
  if (audience.groupId !== null) return { kind: 'excluded' }
  const { named, other } = groupsOf(cart)
  const passes = (groupId: number): boolean => cartPasses(cart, { ...audience, groupId }) === true
  const groupIds = named.filter(passes)
  const anyOther = passes(other)
  return groupIds.length === 0 && !anyOther ? { kind: 'excluded' } : { kind: 'needs-group', groupIds, anyOther }
}

/**
 * Whom a badge on an audience's screen is for (contract, BoardSnapshot): the pricing group it needs, else the kind of customer;
 * null where everybody before the screen has it. `nameOf` gives a group's name or null, `joined` a list in words. A group
 * that has no name, and "any group", are a group with the name null.
 */
export function boardAudienceOf(
  cart: CartCondition,
  audience: Audience,
  nameOf: (groupId: number) => string | null,
  joined: (names: readonly string[]) => string
): BoardAudience | null {
  const match = audienceMatchOf(cart, audience)
  switch (match.kind) {
    case 'excluded':
      return null
    case 'needs-group': {
      const names = match.groupIds.map(nameOf)
      const known = names.filter((name) => name !== null)
      const whole = !match.anyOther && known.length === names.length
      return { kind: 'group', name: whole ? joined(known) : null }
    }
    case 'holds':
      if (audience.groupId !== null && cartPasses(cart, { ...audience, groupId: null }) !== true)
        return { kind: 'group', name: nameOf(audience.groupId) }
      return cartPasses(cart, { ...audience, customer: otherKind(audience.customer) }) === true
        ? null
        : { kind: audience.customer, name: null }
  }
}

/** Whom and what a promotion is limited to, whatever screen it stands on. */
export function limitsOf({ cart, line }: Pick<PromotionTerms, 'cart' | 'line'>): Limits {
  return { shoppers: shopperLimitsOf(cart), lines: lineLimitOf(line) }
}

/** True where nobody is left out and no line is. */
export function isUnlimited({ shoppers, lines }: Limits): boolean {
  const [only] = shoppers
  return lines === 'all' && only !== undefined && only.customer === null && only.groups.kind === 'anybody'
}

function shopperLimitsOf(cart: CartCondition): readonly ShopperLimit[] {
  const limits = CUSTOMER_KINDS.flatMap((customer): ShopperLimit[] => {
    const groups = groupLimitOf(cart, customer)
    return groups === null ? [] : [{ customer, groups }]
  })
  const [first, second] = limits
  if (first === undefined || second === undefined) return limits
  return isSameLimit(first.groups, second.groups) ? [{ customer: null, groups: first.groups }] : limits
}

/** Null where no shopper of the kind passes. */
function groupLimitOf(cart: CartCondition, customer: CustomerKind): GroupLimit | null {
  const { named, other } = groupsOf(cart)
  const passes = (groupId: number | null): boolean => cartPasses(cart, { customer, groupId }) === true
  const orNone = passes(null)
  const inside = named.filter(passes)
  if (passes(other)) {
    const groupIds = named.filter((groupId) => !passes(groupId))
    if (groupIds.length > 0) return { kind: 'none-of', groupIds, orNone }
    return { kind: orNone ? 'anybody' : 'any-group' }
  }
  if (inside.length > 0) return { kind: 'one-of', groupIds: inside, orNone }
  return orNone ? { kind: 'no-group' } : null
}

function isSameLimit(a: GroupLimit, b: GroupLimit): boolean {
  // Both are made by one function from one list of groups: the same limit has the same text.
  return JSON.stringify(a) === JSON.stringify(b)
}

function groupsOf(cart: CartCondition): Groups {
  const named = [
    ...new Set(leavesOf(cart).flatMap((leaf) => (leaf.type === 'CustomerInPricingGroup' ? [leaf.groupId] : [])))
  ].sort((a, b) => a - b)
  let other = 0
  while (named.includes(other)) other += 1
  return { named, other }
}

function lineLimitOf(line: LineCondition): Limits['lines'] {
  const regular = linePasses(line, { source: 'regular' }) === true
  // Every other source is a sale to line conditions (pricing rules, Promotions in a basket).
  const sale = linePasses(line, { source: 'sale' }) === true
  if (regular) return sale ? 'all' : 'no-sale-prices'
  return sale ? 'sale-prices-only' : 'none'
}

function otherKind(customer: CustomerKind): CustomerKind {
  return customer === 'medical' ? 'recreational' : 'medical'
}
