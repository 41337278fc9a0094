import type { LocationFacts, ProductFacts } from '../../domain/board/board-facts.ts'
import type { OfferOf } from '../../domain/display/badge-words.ts'
import type { LocationFormat } from '../../domain/display/location-format.ts'
import { offersIn } from '../../domain/promotion/offer/offer-words.ts'
import type { PreparedPromotion } from '../../domain/promotion/promotion-state.ts'
import type { StoredNames } from '../store/offer-names.ts'

/** What a location's promotions offer, in the words of a screen. */
export type OfferBook = (format: LocationFormat) => OfferOf

/** What the words of an offer depend on. */
interface Spoken {
  readonly location: LocationFacts
  readonly products: ReadonlyMap<string, ProductFacts>
  readonly promotions: readonly PreparedPromotion[]
}

/** Offers in words, made as they are asked for and kept: good for these promotions and these products. */
export function offerBookOf({ location, products, promotions }: Spoken, names: StoredNames): OfferBook {
  const byLanguage = new Map<string, OfferOf>()
  const termsById = new Map(
    promotions.flatMap(({ facts, terms }) => (terms?.ok === true ? [[facts.promotionId, terms.value] as const] : []))
  )
  return (format) => {
    let offerOf = byLanguage.get(format.language)
    if (offerOf === undefined) {
      const offers = offersIn({
        format,
        names: {
          product: (productId) => products.get(productId)?.name ?? null,
          classification: (id) => names.classifications.get(id) ?? null,
          supplier: (id) => names.suppliers.get(id) ?? null
        },
        groupName: groupNamesIn(products),
        taxPricing: location.taxPricing,
        products: () => products.values()
      })
      offerOf = (promotionId) => {
        const terms = termsById.get(promotionId)
        return terms === undefined ? null : offers(terms)
      }
      byLanguage.set(format.language, offerOf)
    }
    return offerOf
  }
}

/** A group is named by its records, as boards name it (a screen's own row of prices). */
function groupNamesIn(products: ReadonlyMap<string, ProductFacts>): (groupId: number) => string | null {
  const known = new Map<number, string | null>()
  return (groupId) => {
    const name = known.get(groupId) ?? groupNameIn(products, groupId)
    known.set(groupId, name)
    return name
  }
}

/** Null where none of its records here says its name. */
export function groupNameIn(products: ReadonlyMap<string, ProductFacts>, groupId: number): string | null {
  for (const { records } of products.values())
    for (const { group } of records) if (group?.groupId === groupId && group.name !== null) return group.name
  return null
}

/** Whether offers are told alike with either of two products: prices and stock are not in their words. */
export function areSpokenOfAlike(a: ProductFacts | undefined, b: ProductFacts | undefined): boolean {
  if (a === undefined || b === undefined) return a === b
  return spokenOf(a) === spokenOf(b)
}

function spokenOf({ name, unit, details, traits, taxRates }: ProductFacts): string {
  return JSON.stringify([name, unit, details.brand, traits, taxRates])
}
