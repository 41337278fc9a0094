import type { PriceQuestion } from '../../domain/explain/price-question.ts'
import { instantTextOf, instantTextOrNull } from '../../domain/instant/instant-text.ts'

/**
 * What an explanation was made from, as JSON to read: everything stored of the product that a price can come from. What
 * things cost the store is never stored, and so is not here.
 */
export function recordTextOf({ product, location, nodeNames, promotions, atMs }: PriceQuestion): string {
  const record = {
    at: instantTextOf(atMs),
    location: {
      locationId: location.locationId,
      name: location.name,
      timeZone: location.timeZone,
      currency: location.currency,
      taxPricing: location.taxPricing,
      amountsHeld: location.amountsHeld
    },
    product: {
      productId: product.productId,
      name: product.name,
      classification: product.classification,
      unit: product.unit,
      inStock: product.inStock
    },
    records: product.records.map(({ fromEntityId, sales, ...more }) => ({
      setAt: fromEntityId === null ? null : { entityId: fromEntityId, name: nodeNames.get(fromEntityId) ?? null },
      ...more,
      sales: sales.map(({ startsAtMs, stopsAtMs, ...amounts }) => ({
        ...amounts,
        startsAt: instantTextOrNull(startsAtMs),
        stopsAt: instantTextOrNull(stopsAtMs)
      }))
    })),
    taxRates: product.taxRates,
    promotions: promotions.map(({ facts }) => ({
      promotionId: facts.promotionId,
      name: facts.name,
      type: facts.type,
      enabledAtEntityIds: facts.enabledAtEntityIds,
      schedule: facts.schedule
    }))
  }
  return JSON.stringify(record, null, 2)
}
