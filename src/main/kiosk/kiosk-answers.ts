import type { BasketLine } from '../../domain/basket/line-prices.ts'
import { pricedBasketOf } from '../../domain/basket/priced-basket.ts'
import type { Audience, PricedLocation } from '../../domain/board/board-item.ts'
import { type BasketWordsLine, kioskBasketOf } from '../../domain/kiosk/basket-in-words.ts'
import { productSheetOf } from '../../domain/kiosk/product-sheet.ts'
import { quantityStepsOf } from '../../domain/kiosk/quantity-steps.ts'
import { allowedQuantitiesOf, type MarketRule } from '../../domain/market/market-profile.ts'
import type { LocationFormat } from '../../domain/display/location-format.ts'
import { Amount } from '../../domain/money/amount.ts'
import type { PromotionState } from '../../domain/promotion/promotion-state.ts'
import type { KioskBasket, KioskLine, KioskSheet } from '../../shared/kiosk.ts'
import type { PricedBasket } from '../../shared/priced-basket.ts'
import type { LiveBoard } from '../board/live-board.ts'
import type { LocationData } from '../board/location-data.ts'
import { offerContextOf } from '../board/offer-context.ts'
import { mergedLines } from './merged-lines.ts'

/** What a kiosk's answers are made of: the menu it shows, whom it addresses, and the instant. */
export interface KioskMenu {
  readonly data: LocationData
  readonly location: PricedLocation
  readonly board: LiveBoard
  readonly audience: Audience
  readonly states: readonly PromotionState[]
  readonly rules: readonly MarketRule[]
  readonly format: LocationFormat
  readonly atMs: number
}

/** A product's page; null for a product that is not on the menu. */
export function kioskSheetOf(menu: KioskMenu, productId: string): KioskSheet | null {
  const product = menu.data.products.get(productId)
  const item = menu.board.items.get(productId)?.built.item
  if (product === undefined || item === undefined) return null
  return productSheetOf(product, item, {
    ...menu,
    price: (quantity) => basketOf(menu, [{ product, quantity: new Amount(quantity) }])
  })
}

/** A basket with everything that can be priced of it; a line that cannot says why. */
export function kioskBasketFor(menu: KioskMenu, asked: readonly KioskLine[]): KioskBasket {
  let lines = mergedLines(asked).map((line) => lineOf(menu, line))
  let basket: PricedBasket | null = null
  if (!menu.location.amountsHeld)
    for (;;) {
      const sold = lines.flatMap(({ product, quantity, fault }) =>
        product === null || fault !== null ? [] : [{ product, quantity: new Amount(quantity) }]
      )
      if (sold.length === 0) break
      const priced = priceOf(menu, sold)
      if (priced.ok) {
        basket = priced.basket
        break
      }
      // One that nothing prices is told, and the others are added up.
      const { productId } = priced
      lines = lines.map((line) => (line.productId === productId ? { ...line, fault: 'no-price' as const } : line))
    }
  return kioskBasketOf(lines, basket, menu)
}

function lineOf({ data, board, rules }: KioskMenu, { productId, quantity }: KioskLine): BasketWordsLine {
  const product = data.products.get(productId) ?? null
  const item = board.items.get(productId)?.built.item ?? null
  if (product === null || item === null) return { productId, quantity, product, item, steps: [], fault: 'not-sold' }
  const allowed = allowedQuantitiesOf(item.unit, rules)
  const rungs = item.ladder.map((rung) => rung.quantity)
  const steps = quantityStepsOf({
    unit: item.unit,
    rungs: allowed === null ? rungs : rungs.filter((rung) => allowed.has(rung)),
    stock: product.stock,
    rungsAlone: allowed !== null
  })
  const isWhole = product.unit === 'g' || new Amount(quantity).isInteger()
  return {
    productId,
    quantity,
    product,
    item,
    steps,
    fault: product.inStock === false ? 'sold-out' : isWhole ? null : 'no-price'
  }
}

function basketOf(menu: KioskMenu, lines: readonly BasketLine[]): PricedBasket | null {
  const priced = priceOf(menu, lines)
  return priced.ok ? priced.basket : null
}

function priceOf({ data, location, audience, states, format, atMs }: KioskMenu, lines: readonly BasketLine[]) {
  const offers = offerContextOf(data, location, format)
  return pricedBasketOf({ location, audience, lines, promotions: states, reward: null, offers, atMs })
}
