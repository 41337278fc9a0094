import type { BasketLine } from '../../domain/basket/line-prices.ts'
import type { Missing } from '../../domain/basket/missing.ts'
import { nearOf } from '../../domain/basket/outcome.ts'
import { type BasketResult, pricedBasketOf } from '../../domain/basket/priced-basket.ts'
import type { Audience, PricedLocation } from '../../domain/board/board-item.ts'
import { type BasketWordsLine, kioskBasketOf } from '../../domain/kiosk/basket-in-words.ts'
import { productSheetOf } from '../../domain/kiosk/product-sheet.ts'
import { quantityStepsOf } from '../../domain/kiosk/quantity-steps.ts'
import { allowedQuantitiesOf, type MarketRule } from '../../domain/market/market-profile.ts'
import type { LocationFormat } from '../../domain/display/location-format.ts'
import { Amount, quantityTextOf } from '../../domain/money/amount.ts'
import type { PromotionState } from '../../domain/promotion/promotion-state.ts'
import type { OfferedReward } from '../../domain/reward/reward-amount.ts'
import type { KioskBasket, KioskLine, KioskSheet } from '../../shared/kiosk.ts'
import type { PricedBasket } from '../../shared/priced-basket.ts'
import type { LiveBoard } from '../board/live-board.ts'
import type { LocationData } from '../board/location-data.ts'
import { offersOf } from '../board/offer-book.ts'
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
  /** That may be taken here; none where the market hides promotions. */
  readonly rewards: readonly OfferedReward[]
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
    offerOf: offersOf(menu.data, menu.location, menu.format),
    price: (quantity) => basketOf(menu, [{ product, quantity: new Amount(quantity) }])
  })
}

/**
 * A basket with everything that can be priced of it; a line that cannot says why. A reward that is not there any more is
 * none: nothing is taken off that the counter does not know.
 */
export function kioskBasketFor(menu: KioskMenu, asked: readonly KioskLine[], rewardId: string | null): KioskBasket {
  const reward = menu.rewards.find((one) => one.rewardId === rewardId) ?? null
  let lines = mergedLines(asked).map((line) => lineOf(menu, line))
  let basket: PricedBasket | null = null
  let fixes: ReadonlyMap<string, KioskLine> = new Map()
  if (!menu.location.amountsHeld)
    for (;;) {
      const sold = lines.flatMap(({ product, quantity, fault }) =>
        product === null || fault !== null ? [] : [{ product, quantity: new Amount(quantity) }]
      )
      if (sold.length === 0) break
      const priced = priceOf(menu, sold, reward)
      if (priced.ok) {
        basket = priced.basket
        fixes = fixesOf(menu, sold, priced)
        break
      }
      // One that nothing prices is told, and the others are added up.
      const { productId } = priced
      lines = lines.map((line) => (line.productId === productId ? { ...line, fault: 'no-price' as const } : line))
    }
  return kioskBasketOf(lines, basket, { ...menu, reward, fixes })
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
  const priced = priceOf(menu, lines, null)
  return priced.ok ? priced.basket : null
}

function priceOf(
  { data, location, audience, states, format, atMs }: KioskMenu,
  lines: readonly BasketLine[],
  reward: OfferedReward | null
): BasketResult {
  const offers = offerContextOf(data, location, format)
  return pricedBasketOf({ location, audience, lines, promotions: states, reward, offers, atMs })
}

/** Offers whose missing part is tried out. */
const MOST_TRIED = 3

/**
 * Of offers that nearly apply, by their ids, the line that makes them do so: more of what is in the basket already. Tried out
 * first: what would not make the offer apply, or once more, is not proposed.
 */
function fixesOf(
  menu: KioskMenu,
  sold: readonly BasketLine[],
  { outcomes }: Extract<BasketResult, { readonly ok: true }>
): ReadonlyMap<string, KioskLine> {
  const fixes = new Map<string, KioskLine>()
  for (const outcome of outcomes.filter((one) => nearOf(one) !== null).slice(0, MOST_TRIED)) {
    const missing = nearOf(outcome)
    const line = missing === null ? null : fixOf(missing, sold)
    if (line === null) continue
    const tried = sold.map((one) =>
      one.product.productId === line.productId ? { ...one, quantity: new Amount(line.quantity) } : one
    )
    const priced = priceOf(menu, tried, null)
    if (priced.ok && priced.basket.applied.some(({ promotionId }) => promotionId === outcome.promotionId))
      fixes.set(outcome.promotionId, line)
  }
  return fixes
}

/** One thing missing, of which the basket has some: that line with what is missing added. */
function fixOf({ parts }: Missing, sold: readonly BasketLine[]): KioskLine | null {
  const [part] = parts
  if (part === undefined || parts.length > 1) return null
  const productId = part.topUp?.productId ?? (part.inBasket.length === 1 ? part.inBasket[0] : undefined)
  const line = sold.find(({ product }) => product.productId === productId)
  if (productId === undefined || line === undefined) return null
  const added =
    part.topUp?.grams ?? (line.product.unit === 'g' ? part.gramsPerUnit.times(part.units) : new Amount(part.units))
  const quantity = line.quantity.plus(added)
  const { stock } = line.product
  if (stock !== null && quantity.gt(stock)) return null
  return { productId, quantity: quantityTextOf(quantity) }
}
