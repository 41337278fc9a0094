import type { CounterBasket, KioskLine } from '../../shared/kiosk.ts'
import type { BoardService } from '../board/board-service.types.ts'
import type { StandingReader } from '../store/standing-reader.ts'

/** Names, SKUs and quantities of a basket, whichever of the stores that are served sells it (docs/kiosk.md, Hand-over). */
export function counterBasketOf(
  lines: readonly KioskLine[],
  boards: Pick<BoardService, 'locations' | 'find'>,
  store: Pick<StandingReader, 'productLabel'>
): CounterBasket {
  const locationIds = boards.locations().map(({ locationId }) => locationId)
  return {
    lines: lines.map(({ productId, quantity }) => {
      const label = store.productLabel(productId)
      return {
        productId,
        name: label?.name ?? null,
        skus: label?.skus ?? [],
        quantity,
        unit: label === null ? null : unitOf(productId, locationIds, boards)
      }
    })
  }
}

function unitOf(
  productId: string,
  locationIds: readonly number[],
  boards: Pick<BoardService, 'find'>
): CounterBasket['lines'][number]['unit'] {
  for (const locationId of locationIds) {
    const found = boards.find(locationId)
    const product = found.ok ? found.data.products.get(productId) : undefined
    if (product !== undefined) return product.unit
  }
  return null
}
