import Fraction from 'fraction.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyPromotions } from '../../../src/domain/basket/apply-promotions.ts'
import type { LinePrice } from '../../../src/domain/basket/line-prices.ts'
import { basketLinesOf, offerOnLines } from '../../../src/domain/basket/offer-on-lines.ts'
import { allOf, QUANTA, stockLinesOf } from '../../../src/domain/basket/stock-line.ts'
import { pricesOf, type RandomPromotion, randomLines, randomPromotions } from './random-baskets.ts'
import { slowBasket, slowLines } from './unit-by-unit.ts'

function engineOn(promotions: readonly RandomPromotion[], prices: readonly LinePrice[]) {
  const lines = stockLinesOf(prices, 2)
  const basket = basketLinesOf(lines, 2)
  return applyPromotions(
    promotions.map(({ promotionId, terms }) => ({ promotionId, offer: offerOnLines(terms, basket, terms.line) })),
    allOf(lines)
  )
}

function inWords(promotions: readonly RandomPromotion[], prices: readonly LinePrice[]) {
  const quantity = (quanta: bigint): string => new Fraction(quanta, QUANTA).toFraction()
  return engineOn(promotions, prices).applied.map(({ candidate, application }) => ({
    promotionId: candidate.promotionId,
    times: application.times,
    saved: application.saved,
    uses: application.uses.map((use) => ({
      productId: prices[use.line]?.product.productId,
      consumed: quantity(use.consumed),
      discounted: quantity(use.discounted),
      discount: use.discount
    }))
  }))
}

describe('the engine beside the rules applied unit by unit', () => {
  it('applies the same promotions, as often, to the same units, for the same cents', () => {
    fc.assert(
      fc.property(randomLines, randomPromotions(5), (lines, promotions) => {
        const prices = pricesOf(lines)
        const slow = slowBasket(promotions, slowLines(prices)).map(({ promotionId, times, saved, uses }) => ({
          promotionId,
          times,
          saved,
          uses
        }))
        expect(inWords(promotions, prices)).toEqual(slow)
      }),
      { numRuns: 3000 }
    )
  })
})
