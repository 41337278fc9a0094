import { describe, expect, it } from 'vitest'
import { Amount } from '../../../src/domain/money/amount.ts'
import type { OfferedReward } from '../../../src/domain/reward/reward-amount.ts'
import type { PricedBasket } from '../../../src/shared/priced-basket.ts'
import { piece, resultOf } from '../basket/offered-basket.ts'
import { flat, percentage } from '../price-records.ts'

const ALL: OfferedReward = {
  rewardId: 'all',
  name: 'On the house',
  kind: 'percent',
  value: new Amount(100),
  points: 5000,
  takenFrom: 'before-taxes'
}
const FIFTY: OfferedReward = { ...ALL, rewardId: 'fifty', kind: 'flat', value: new Amount(50) }
const BASKET = [
  [piece('A', '24.29', { taxRates: [percentage('GST', '0.05'), percentage('PST', '0.07')] }), 1],
  [piece('B', '10', { taxRates: [percentage('GST', '0.05'), flat('Excise', '0.75')] }), 2]
] as const

function withReward(reward: OfferedReward, taxPricing: 'Inclusive' | 'Exclusive' = 'Exclusive'): PricedBasket {
  return resultOf(BASKET, [], { reward, location: { taxPricing } }).basket
}

describe('a reward of more than a basket', () => {
  it('before taxes leaves the taxes that are not on the price', () => {
    for (const reward of [ALL, FIFTY])
      expect(withReward(reward)).toMatchObject({
        reward: { amount: '44.29' },
        subtotal: '44.29',
        discount: '44.29',
        // 0.75 for each of two pieces.
        taxes: '1.50',
        total: '1.50'
      })
  })

  it('after taxes leaves nothing, and never less than nothing', () => {
    // 24.29 + 1.21 + 1.70, and 20.00 + 1.00 + 1.50.
    for (const reward of [ALL, FIFTY])
      expect(withReward({ ...reward, takenFrom: 'after-taxes' })).toMatchObject({
        reward: { amount: '49.70' },
        discount: '0.00',
        taxes: '5.41',
        total: '0.00'
      })
  })

  it('where prices include taxes takes the same off, whenever it is taken', () => {
    for (const takenFrom of ['before-taxes', 'after-taxes'] as const)
      expect(withReward({ ...ALL, takenFrom }, 'Inclusive')).toMatchObject({
        reward: { amount: '44.29' },
        total: '0.00'
      })
  })

  it('leaves a BasePriceListPrice tax as it is', () => {
    const listed = percentage('Levy', '0.10', { calculatedOn: 'BasePriceListPrice' })
    const { basket } = resultOf([[piece('A', '20', { taxRates: [listed] }), 1]], [], {
      reward: { ...ALL, value: new Amount(50) }
    })
    expect(basket).toMatchObject({ discount: '10.00', taxes: '2.00', total: '12.00' })
  })
})
