import { LOCATION_IDS } from './company.ts'
import type { DemoProduct, DemoStoreState } from './demo-store.types.ts'
import type { PriceBook } from './price-book.ts'
import { priceRecordsOf } from './product-reply.ts'
import { hashOf } from './random.ts'

/**
 * Products whose prices last changed at or after `asOfMs`, at one location (or above it) or at any
 * (Product Pricing guide, "All changed prices").
 */
export function productsWithChangedPrices(
  state: DemoStoreState,
  book: PriceBook,
  locationId: number | null,
  asOfMs: number
): readonly DemoProduct[] {
  return state.products.filter((product) => {
    const changedAtMs = book.changedAtMs(product.productId, locationId)
    return changedAtMs !== null && changedAtMs >= asOfMs
  })
}

/** All current prices of a product, location by location; `Prices` is empty where it has none. */
export function changedPriceOf(product: DemoProduct, book: PriceBook, locationId: number | null): unknown {
  const { productId } = product
  const writtenAs = hashOf(productId) % 3 === 0 ? productId : productId.toUpperCase()
  return {
    ChangedProductId: writtenAs,
    Locations: (locationId === null ? LOCATION_IDS : [locationId]).map((id) => ({
      LocationId: id,
      Prices: priceRecordsOf(book, productId, id, writtenAs)
    }))
  }
}
