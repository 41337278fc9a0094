import type { LocationFacts, ProductFacts } from '../../domain/board/board-facts.ts'
import { type BadgeWords, NO_BADGE_WORDS } from '../../domain/board/item-badges.ts'
import { languageOf, locationFormatOf } from '../../domain/display/location-format.ts'
import type { OfferNames } from '../../domain/promotion/offer/offer-context.ts'
import { offersIn } from '../../domain/promotion/offer/offer-words.ts'
import type { StoreReader } from '../store/store.types.ts'

/** Where names are read from. */
export type NameReader = Pick<StoreReader, 'traitNames' | 'pricingGroups'>

/**
 * Names of what a location's promotions count by: as the catalogue lists them, a category that it does not list from the path
 * of a product below it, a group from the prices here before those elsewhere. Read once, when the first is asked for.
 */
export function offerNamesAt(products: ReadonlyMap<string, ProductFacts>, reader: NameReader): OfferNames {
  let read: {
    readonly classifications: ReadonlyMap<number, string>
    readonly suppliers: ReadonlyMap<number, string>
    readonly groups: ReadonlyMap<number, string>
  } | null = null
  const known = (): NonNullable<typeof read> => {
    if (read !== null) return read
    const { classifications, suppliers } = reader.traitNames()
    const groups = new Map(reader.pricingGroups().map(({ groupId, name }) => [groupId, name]))
    for (const { records } of products.values())
      for (const { group } of records) if (group?.name != null) groups.set(group.groupId, group.name)
    return (read = { classifications: withCategories(classifications, products), suppliers, groups })
  }
  return {
    classification: (id) => known().classifications.get(id) ?? null,
    supplier: (id) => known().suppliers.get(id) ?? null,
    group: (id) => known().groups.get(id) ?? null
  }
}

/** The one category above a classification has the name before its own; where there are more, which is which is not said. */
function withCategories(
  listed: ReadonlyMap<number, string>,
  products: ReadonlyMap<string, ProductFacts>
): ReadonlyMap<number, string> {
  const names = new Map<number, string>()
  for (const { classification, traits } of products.values()) {
    const [own, above, ...more] = traits.classificationIds
    const [first, second, ...deeper] = classification
    if (own === undefined || first === undefined || more.length > 0 || deeper.length > 0) continue
    if (above === undefined) {
      if (second === undefined) names.set(own, first)
    } else if (second !== undefined) names.set(own, second).set(above, first)
  }
  for (const [id, name] of listed) names.set(id, name)
  return names
}

export interface LocationWords {
  /** What classifications, suppliers and groups are called. */
  readonly offerNames: OfferNames
  /** Words of badges, in the language of the location's board. */
  readonly words: BadgeWords
}

/** Offers are put into words once each, for the products as they are now; `language` null follows the country. */
export function locationWordsOf(
  location: LocationFacts,
  products: ReadonlyMap<string, ProductFacts>,
  reader: NameReader,
  language: string | null
): LocationWords {
  const offerNames = offerNamesAt(products, reader)
  const { currency } = location
  if (currency === null) return { offerNames, words: NO_BADGE_WORDS }
  const format = locationFormatOf(languageOf(currency, language), currency, location.timeZone)
  const { taxPricing } = location
  const offerOf = offersIn({ format, names: offerNames, taxPricing, products: () => products.values() })
  return {
    offerNames,
    words: { labelOf: (terms) => offerOf(terms).label, groupName: offerNames.group, joined: format.list }
  }
}

/** Whether the words of offers can differ where a product is as one rather than as the other: prices say nothing. */
export function readsDifferently(a: ProductFacts | undefined, b: ProductFacts | undefined): boolean {
  if (a === undefined || b === undefined) return a !== b
  return spokenOf(a) !== spokenOf(b)
}

function spokenOf({ name, unit, classification, traits, taxRates, records }: ProductFacts): string {
  const groups = records.flatMap(({ group }) => (group === null ? [] : [`${group.groupId} ${group.name}`])).sort()
  return JSON.stringify([name, unit, classification, traits, taxRates, [...new Set(groups)]])
}
