import { nodeOf, type RawNode, type Read, typeOf, unreadable } from '../raw-node.ts'
import { bundleForPercentOff } from './bundle-for-percent-off.ts'
import { bundleForTotalDollarDistributed } from './bundle-for-total-dollar-distributed.ts'
import { bundleForTotalDollarOffDistributed } from './bundle-for-total-dollar-off-distributed.ts'
import { cheapestMatchedForDollar } from './cheapest-matched-for-dollar.ts'
import { cheapestMatchedForDollarOff } from './cheapest-matched-for-dollar-off.ts'
import { cheapestMatchedForPercentOff } from './cheapest-matched-for-percent-off.ts'
import { eachMatchedDollarOff } from './each-matched-dollar-off.ts'
import { eachMatchedPercentOff } from './each-matched-percent-off.ts'
import { matchThenCheapestOtherForDollar } from './match-then-cheapest-other-for-dollar.ts'
import { matchThenCheapestOtherForDollarOff } from './match-then-cheapest-other-for-dollar-off.ts'
import { matchThenCheapestOtherForPercentOff } from './match-then-cheapest-other-for-percent-off.ts'
import type { PromotionType, TypeDefinition } from './promotion-type.ts'

/** The one table of promotion types: what is in it is asked for, read and applied. */
const PROMOTION_TYPES: { readonly [Type in PromotionType['type']]: TypeDefinition<Type> } = {
  CheapestMatchedForDollar: cheapestMatchedForDollar,
  CheapestMatchedForPercentOff: cheapestMatchedForPercentOff,
  CheapestMatchedForDollarOff: cheapestMatchedForDollarOff,
  MatchThenCheapestOtherForDollar: matchThenCheapestOtherForDollar,
  MatchThenCheapestOtherForDollarOff: matchThenCheapestOtherForDollarOff,
  MatchThenCheapestOtherForPercentOff: matchThenCheapestOtherForPercentOff,
  BundleForTotalDollarDistributed: bundleForTotalDollarDistributed,
  BundleForTotalDollarOffDistributed: bundleForTotalDollarOffDistributed,
  BundleForPercentOff: bundleForPercentOff,
  EachMatchedDollarOff: eachMatchedDollarOff,
  EachMatchedPercentOff: eachMatchedPercentOff
}

const DEFINITION_BY_NAME = new Map<string, { readonly read: (node: RawNode, where: string) => Read<PromotionType> }>(
  Object.entries(PROMOTION_TYPES)
)

/** The bits of PromotionTypeCapabilities that are asked for. */
export const PROMOTION_TYPE_BITS = Object.values(PROMOTION_TYPES).reduce((bits, { bit }) => bits | bit, 0)

/** Reads a promotion's type with its conditions; names the first field or node that is not known. Never throws. */
export function readPromotionType(value: unknown, where: string): Read<PromotionType> {
  const node = nodeOf(value)
  if (node === null) return unreadable(where, 'a promotion type')
  const type = typeOf(node)
  if (type === null) return unreadable(`${where}.Type`, 'the type of a promotion')
  const definition = DEFINITION_BY_NAME.get(type)
  return definition === undefined ? { ok: false, fault: { kind: 'unknown-type', type } } : definition.read(node, where)
}
