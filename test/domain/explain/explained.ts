import type { Explanation } from '../../../src/shared/manager/explanation.ts'
import { calendarFormatOf } from '../../../src/domain/display/calendar-format.ts'
import { locationFormatOf } from '../../../src/domain/display/location-format.ts'
import { explainWordsOf } from '../../../src/domain/explain/explain-words.ts'
import { explanationOf } from '../../../src/domain/explain/explanation.ts'
import type { OfferContext } from '../../../src/domain/promotion/offer/offer-context.ts'
import type { PriceQuestion, Wording } from '../../../src/domain/explain/price-question.ts'
import type { PromotionFacts, ProductFacts } from '../../../src/domain/board/board-facts.ts'
import { Amount } from '../../../src/domain/money/amount.ts'
import { rungsOf } from '../../../src/domain/pricing/ladder.ts'
import { preparePromotion } from '../../../src/domain/promotion/promotion-state.ts'
import { location, product } from '../price-records.ts'

/** Friday 27 November 2026, 4:20 pm in Regina. */
export const FRIDAY = Date.parse('2026-11-27T22:20:00Z')

export const HARBOUR_STREET = location({
  locationId: 94451,
  name: 'Harbour Street',
  timeZone: 'America/Regina',
  ancestry: [94451, 94450, 94447]
})

export const NODE_NAMES = new Map([
  [94451, 'Harbour Street'],
  [94450, 'Coast region'],
  [94447, 'Tern & Timber']
])

export function wordingIn(language: string, timeZone: string | null = 'America/Regina'): Wording {
  const format = locationFormatOf(language, 'CAD', timeZone)
  return { words: explainWordsOf(language), format, calendar: calendarFormatOf(format, timeZone, FRIDAY) }
}

/** What offers are told with: no names but what a test gives. */
export function offersIn(
  language: string,
  products: readonly ProductFacts[],
  change: Partial<OfferContext> = {}
): OfferContext {
  return {
    format: wordingIn(language).format,
    names: { classification: () => null, supplier: () => null, group: () => null },
    taxPricing: 'Exclusive',
    products: () => products,
    ...change
  }
}

export interface Asked extends Partial<Omit<PriceQuestion, 'rung' | 'product' | 'promotions'>> {
  readonly quantity?: string
  readonly language?: string
  readonly promotions?: readonly PromotionFacts[]
  readonly names?: OfferContext['names']
}

/** The explanation of one rung of a product, as a screen of Harbour Street without a group asks for it. */
export function explained(facts: Partial<ProductFacts>, asked: Asked = {}): Explanation {
  const { quantity = '1', language = 'en-CA', promotions = [], names, ...more } = asked
  const thing = product({ productId: 'p1', name: 'Night Ferry', ...facts })
  const rung = rungsOf(thing.records, more.payer?.groupId ?? null).find((one) => one.quantity.eq(new Amount(quantity)))
  if (rung === undefined) throw new Error(`no rung of ${quantity}`)
  const question: PriceQuestion = {
    product: thing,
    location: HARBOUR_STREET,
    rung,
    payer: null,
    screenGroup: null,
    customer: 'recreational',
    offers: offersIn(language, [thing], names === undefined ? {} : { names }),
    nodeNames: NODE_NAMES,
    promotions: promotions.map(preparePromotion),
    hidesPromotions: false,
    asked: 'you-pay',
    atMs: FRIDAY,
    ...more
  }
  const explanation = explanationOf(
    question,
    { register: null, remarks: [] },
    wordingIn(language, question.location.timeZone)
  )
  if (explanation === null) throw new Error('nobody has a price there')
  return explanation
}

/** No-break spaces as spaces: tests are read by people. */
export function plain(text: string): string {
  return text.replaceAll(/[\u00a0\u202f]/g, ' ')
}
