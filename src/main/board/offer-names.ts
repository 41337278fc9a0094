import type { ProductFacts } from '../../domain/board/board-facts.ts'
import type { OfferNames } from '../../domain/promotion/offer/offer-context.ts'

/**
 * Names for what conditions count, from the products of a location: a classification's from the path of a product in it, its
 * own first and the one above next. Suppliers have no names in what is kept.
 */
export function offerNamesOf(products: ReadonlyMap<string, ProductFacts>): OfferNames {
  return {
    product: (productId) => products.get(productId)?.name ?? null,
    classification: (id) => {
      for (const { classification, traits } of products.values()) {
        const above = traits.classificationIds.indexOf(id)
        if (above >= 0 && traits.classificationIds.length === classification.length)
          return classification.at(-1 - above) ?? null
      }
      return null
    },
    supplier: () => null
  }
}
