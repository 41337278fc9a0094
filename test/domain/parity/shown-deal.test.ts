import fc from 'fast-check'
import { expect, it } from 'vitest'
import { applyPromotions } from '../../../src/domain/basket/apply-promotions.ts'
import { linePricesOf } from '../../../src/domain/basket/line-prices.ts'
import { basketLinesOf, offerOnLines } from '../../../src/domain/basket/offer-on-lines.ts'
import { allOf, moneyOf, stockLinesOf } from '../../../src/domain/basket/stock-line.ts'
import { Amount } from '../../../src/domain/money/amount.ts'
import { promisedAt } from '../../../src/domain/parity/promised-amount.ts'
import type { ShownDeal } from '../../../src/domain/parity/shown-price.ts'
import { readPromotionTerms } from '../../../src/domain/promotion/promotion-terms.ts'
import { priceRecord, product } from '../price-records.ts'

const none = { cartCondition: null, lineCondition: null }
const everything = { Type: 'None' }

it('a deal that a board showed promises for any quantity what a basket of it comes to', () => {
  const share = fc.integer({ min: 1, max: 1000 }).map((thousandths) => thousandths / 1000)
  const cents = fc.integer({ min: 1, max: 3000 })
  fc.assert(
    fc.property(
      fc.oneof(
        share.map((value): readonly [object, ShownDeal['discount']] => [
          { Type: 'EachMatchedPercentOff', PercentOffOfEach: value, ItemsToMatch: everything },
          { kind: 'share', share: String(value) }
        ]),
        fc
          .tuple(cents, fc.constantFrom(0.7, 1, 3.5))
          .map(([amount, grams]): readonly [object, ShownDeal['discount']] => [
            {
              Type: 'EachMatchedDollarOff',
              DollarOffOfEach: amount / 100,
              ItemsToMatch: everything,
              GramsPerMatchUnit: grams
            },
            { kind: 'off', amount: String(amount / 100), perQuantity: String(grams) }
          ])
      ),
      cents,
      fc.integer({ min: 1, max: 400 }),
      ([promotionType, discount], price, tenths) => {
        const quantity = new Amount(tenths).div(10)
        const text = new Amount(price).div(100).toFixed(2)
        const sold = product({ productId: 'p', records: [priceRecord({ price: text })] })
        const deal = { promotionId: 'a', price: '0', outTheDoor: '0', discount }
        const promised = promisedAt(
          {
            tierId: null,
            quantity: '1',
            shelfId: null,
            price: text,
            exact: text,
            regular: text,
            outTheDoor: text,
            source: 'regular',
            saleEndsAtMs: null,
            deal,
            taxPricing: 'Exclusive',
            taxRates: [],
            fromMs: 0,
            toMs: null
          },
          quantity,
          2
        )
        const terms = readPromotionTerms({ promotionType, ...none })
        const priced = linePricesOf([{ product: sold, quantity }], { groupId: null, customer: 'recreational' }, 2, 0)
        if (!terms.ok || !priced.ok) throw new Error('the offer cannot be read')
        const stock = stockLinesOf(priced.lines, 2)
        const offer = offerOnLines(terms.value, basketLinesOf(stock, 2), terms.value.line)
        const { left } = applyPromotions([{ promotionId: 'a', offer }], allOf(stock))
        expect(promised.amount.toFixed(2)).toBe(moneyOf(left.cents[0] as bigint, 2).toFixed(2))
        expect(promised.taxed.outTheDoor.toFixed(2)).toBe(promised.amount.toFixed(2))
      }
    ),
    { numRuns: 300 }
  )
})
