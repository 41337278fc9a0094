import { isolatedName } from '../../display/isolated-name.ts'
import type { LocationFormat } from '../../display/location-format.ts'
import type { Limits, ShopperLimit } from '../limits.ts'
import { type LimitPhrases, offerPhrasesOf, oneOf } from './offer-phrases.ts'

/** A pricing group's name by its id; null where nobody knows it. */
export type GroupName = (groupId: number) => string | null

/** Whom and what an offer is limited to, a part for each limit: "for Members", "not with sale prices". */
export function limitWordsOf(limits: Limits, format: LocationFormat, groupName: GroupName): readonly string[] {
  return [...shopperWordsOf(limits.shoppers, format, groupName), ...lineWordsOf(limits.lines, format)]
}

/** Whom an offer is for; nothing where it is for everybody. */
export function shopperWordsOf(
  shoppers: Limits['shoppers'],
  format: LocationFormat,
  groupName: GroupName
): readonly string[] {
  const phrases = offerPhrasesOf(format).limits
  if (shoppers.length === 0) return [phrases.forNobody]
  const clauses = shoppers.map((limit) => clausesOf(limit, phrases, format, groupName))
  const [only] = clauses
  if (clauses.length === 1 && only !== undefined) return only
  return [
    oneOf(
      clauses.map((clause) => clause.join(', ')),
      format
    )
  ]
}

function lineWordsOf(lines: Limits['lines'], format: LocationFormat): readonly string[] {
  const phrases = offerPhrasesOf(format).limits
  switch (lines) {
    case 'all':
      return []
    case 'no-sale-prices':
      return [phrases.notWithSalePrices]
    case 'sale-prices-only':
      return [phrases.salePricesOnly]
    case 'none':
      return [phrases.forNobody]
  }
}

function clausesOf(
  { customer, groups }: ShopperLimit,
  phrases: LimitPhrases,
  format: LocationFormat,
  groupName: GroupName
): readonly string[] {
  const ofKind = customer === null ? [] : [customer === 'medical' ? phrases.forMedical : phrases.forRecreational]
  const listed = (groupIds: readonly number[], others: readonly string[]): string => {
    const names = groupIds.map((groupId) => {
      const name = groupName(groupId)
      return name === null ? phrases.aGroup : isolatedName(name)
    })
    return oneOf([...new Set([...names, ...others])], format)
  }
  switch (groups.kind) {
    case 'anybody':
      return ofKind
    case 'no-group':
      return [...ofKind, phrases.forNoGroup]
    case 'any-group':
      return [...ofKind, phrases.forAnyGroup]
    case 'one-of': {
      const names = listed(groups.groupIds, groups.orNone ? [phrases.customersOfNoGroup] : [])
      switch (customer) {
        case null:
          return [phrases.forGroups(names)]
        case 'medical':
          return [phrases.forMedicalIn(names)]
        case 'recreational':
          return [phrases.forRecreationalIn(names)]
      }
    }
    // falls through: every kind of customer has returned
    case 'none-of':
      return [...ofKind, ...(groups.orNone ? [] : [phrases.forAnyGroup]), phrases.butNot(listed(groups.groupIds, []))]
  }
}
