import type { CustomerKind, Unit } from '../../shared/board-snapshot.ts'
import type { ProductFacts } from '../board/board-facts.ts'
import type { PricedLocation } from '../board/board-item.ts'
import type { CalendarFormat } from '../display/calendar-format.ts'
import { isolatedName } from '../display/isolated-name.ts'
import type { LocationFormat } from '../display/location-format.ts'
import { type Amount, minorDigitsOf } from '../money/amount.ts'
import type { RungRecords } from '../pricing/ladder.ts'
import type { PricingGroup } from '../pricing/price-record.ts'
import type { RungPricing } from '../pricing/rung-price.ts'
import type { OfferContext } from '../promotion/offer/offer-context.ts'
import type { PreparedPromotion } from '../promotion/promotion-state.ts'
import type { AskedQuantity, ExplainWords } from './explain-words.ts'

/** A price that somebody wants explained. */
export interface PriceQuestion {
  readonly product: ProductFacts
  readonly location: PricedLocation
  /** The records of the rung, for whoever pays. */
  readonly rung: RungRecords
  /** The group whose price is asked for; null is everybody's. */
  readonly payer: PricingGroup | null
  /** The group that the screen names, whose prices stand in a row of their own. */
  readonly screenGroup: PricingGroup | null
  /** Whom the screen is for. */
  readonly customer: CustomerKind
  /** By id, of the company tree. */
  readonly nodeNames: ReadonlyMap<number, string>
  /** Enabled at the location, and listing the product. */
  readonly promotions: readonly PreparedPromotion[]
  /** What offers are put into the manager's words with. */
  readonly offers: OfferContext
  /** A market profile keeps promotions off the screen. */
  readonly hidesPromotions: boolean
  /** Which amount the screen shows large. */
  readonly asked: 'you-pay' | 'shelf-price'
  readonly atMs: number
}

/** In whose words a question is answered. */
export interface Wording {
  readonly words: ExplainWords
  readonly format: LocationFormat
  readonly calendar: CalendarFormat
}

/** What the rung's price is worked out with: the board's own. */
export function pricingOf({ product, location }: Pick<PriceQuestion, 'product' | 'location'>): RungPricing {
  return {
    taxRates: product.taxRates,
    taxPricing: location.taxPricing,
    amountsHeld: location.amountsHeld,
    digits: minorDigitsOf(location.currency)
  }
}

/** A quantity as a sentence says it. */
export function askedQuantityOf(quantity: Amount, unit: Unit, format: LocationFormat): AskedQuantity {
  const number = format.number(quantity.toFixed())
  switch (unit) {
    case 'g':
      return { kind: 'grams', text: format.words.grams(number) }
    case 'each':
      return { kind: quantity.eq(1) ? 'one' : 'several', text: number }
  }
}

export function groupNameOf(group: PricingGroup, words: ExplainWords): string {
  return group.name === null || group.name.trim() === ''
    ? words.unnamedGroup(String(group.groupId))
    : isolatedName(group.name)
}
