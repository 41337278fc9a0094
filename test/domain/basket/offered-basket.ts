import type { BasketLine } from '../../../src/domain/basket/line-prices.ts'
import { type BasketResult, pricedBasketOf } from '../../../src/domain/basket/priced-basket.ts'
import type { LocationFacts, ProductFacts, PromotionFacts } from '../../../src/domain/board/board-facts.ts'
import type { Audience } from '../../../src/domain/board/board-item.ts'
import { Amount } from '../../../src/domain/money/amount.ts'
import { locationFormatOf } from '../../../src/domain/display/location-format.ts'
import type { OfferContext, OfferNames } from '../../../src/domain/promotion/offer/offer-context.ts'
import { readPromotionTerms, type WrittenTerms } from '../../../src/domain/promotion/promotion-terms.ts'
import type { PromotionState } from '../../../src/domain/promotion/promotion-state.ts'
import type { OfferedReward } from '../../../src/domain/reward/reward-amount.ts'
import { location, NO_TRAITS, priceRecord, product } from '../price-records.ts'

const NO_NAMES: OfferNames = { classification: () => null, supplier: () => null, group: () => null }

/** In English, with the names of the products that are bought and no others unless they are given. */
export function offersFor(bought: readonly ProductFacts[], names: Partial<OfferNames> = {}): OfferContext {
  return {
    format: locationFormatOf('en', 'CAD', null),
    names: { ...NO_NAMES, ...names },
    taxPricing: 'Exclusive',
    products: () => bought
  }
}

export const AT = Date.parse('2026-11-20T16:20:00Z')

/** "a" is a guid that begins with 0a: ids in the order of their letters. */
export function guid(letter: string): string {
  return `0${letter.toLowerCase()}73aaf0-a347-4681-9e37-038062ab72a5`
}

/** A product sold by the piece at one price, named by its letter. */
export function piece(letter: string, price: string, facts: Partial<ProductFacts> = {}): ProductFacts {
  return product({
    productId: guid(letter),
    name: letter,
    unit: 'each',
    records: [priceRecord({ price })],
    ...facts
  })
}

/** The same by the gram. */
export function byGram(letter: string, price: string, facts: Partial<ProductFacts> = {}): ProductFacts {
  return piece(letter, price, { unit: 'g', ...facts })
}

export function within(...classificationIds: readonly number[]): Pick<ProductFacts, 'traits'> {
  return { traits: { ...NO_TRAITS, classificationIds } }
}

export function anyOf(...letters: readonly string[]): object {
  return { Type: 'AnyOf', Conditions: letters.map((letter) => ({ Type: 'CatalogId', Id: guid(letter) })) }
}

/** A promotion that runs, as the full feed writes what it does. */
export function running(
  promotionId: string,
  promotionType: unknown,
  more: Partial<WrittenTerms> & { readonly facts?: Partial<PromotionFacts>; readonly active?: boolean } = {}
): PromotionState {
  const { facts, active = true, ...conditions } = more
  const terms = { promotionType, cartCondition: null, lineCondition: null, ...conditions }
  return {
    facts: {
      promotionId,
      name: promotionId,
      type: 'BOGO',
      enabledAtEntityIds: [],
      schedule: '',
      productIds: [],
      terms,
      ...facts
    },
    active,
    changesAtMs: null,
    terms: readPromotionTerms(terms)
  }
}

export type Bought = readonly [ProductFacts, string | number]

export interface Occasion {
  readonly location?: Partial<LocationFacts>
  readonly audience?: Partial<Audience>
  readonly reward?: OfferedReward
  readonly names?: Partial<OfferNames>
}

export function linesOf(...bought: readonly Bought[]): readonly BasketLine[] {
  return bought.map(([facts, quantity]) => ({ product: facts, quantity: new Amount(quantity) }))
}

export function resultOf(
  bought: readonly Bought[],
  promotions: readonly PromotionState[],
  { location: facts = {}, audience = {}, reward, names = {} }: Occasion = {}
): Extract<BasketResult, { ok: true }> {
  const result = pricedBasketOf({
    location: location(facts),
    audience: { groupId: null, customer: 'recreational', ...audience },
    lines: linesOf(...bought),
    promotions,
    reward: reward ?? null,
    offers: offersFor(
      bought.map(([sold]) => sold),
      names
    ),
    atMs: AT
  })
  if (!result.ok) throw new Error(`${result.productId} ${result.reason}`)
  return result
}

/** What is taken off each product, by its letter; those with nothing off are left out. */
export function discountsOf({ basket }: Extract<BasketResult, { ok: true }>): Readonly<Record<string, string>> {
  return Object.fromEntries(
    basket.lines
      .filter(({ discount }) => discount !== '0.00')
      .map(({ productId, discount }) => [productId.charAt(1).toUpperCase(), discount])
  )
}

/** What a promotion consumed, by letter, in pieces or grams; null where it is not applied. */
export function consumedBy(
  { outcomes }: Extract<BasketResult, { ok: true }>,
  promotionId: string
): Readonly<Record<string, string>> | null {
  const outcome = outcomes.find((one) => one.promotionId === promotionId)
  if (outcome?.kind !== 'applied') return null
  return Object.fromEntries(
    outcome.lines.map(({ productId, consumed }) => [productId.charAt(1).toUpperCase(), consumed.toFixed()])
  )
}
