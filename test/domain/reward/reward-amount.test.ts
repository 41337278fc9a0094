import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Amount } from '../../../src/domain/money/amount.ts'
import { type OfferedReward, rewardOffLines, rewardOffTotal } from '../../../src/domain/reward/reward-amount.ts'

const FIVE_OFF: OfferedReward = {
  rewardId: 'five-off',
  name: 'Five off',
  kind: 'flat',
  value: new Amount('5'),
  points: 100,
  takenFrom: 'before-taxes'
}
const TEN_PERCENT: OfferedReward = { ...FIVE_OFF, kind: 'percent', value: new Amount('10') }
const AFTER = { takenFrom: 'after-taxes' } as const

function offLines(reward: OfferedReward, left: readonly string[]): readonly string[] {
  const lines = left.map((text, index) => ({ productId: `p${index}`, left: new Amount(text) }))
  return rewardOffLines(reward, lines, 2).map((off) => off.toFixed(2))
}

function offTotal(reward: OfferedReward, total: string): string {
  return rewardOffTotal(reward, new Amount(total), 2).toFixed(2)
}

describe('a reward before taxes', () => {
  it('is spread over the lines in proportion to what is left of them', () => {
    expect(offLines(FIVE_OFF, ['30.00', '20.00'])).toEqual(['3.00', '2.00'])
    expect(offLines(TEN_PERCENT, ['30.00', '20.00'])).toEqual(['3.00', '2.00'])
  })

  it('gives spare cents to the largest remainders, then by productId', () => {
    expect(offLines(FIVE_OFF, ['10.00', '10.00', '10.00'])).toEqual(['1.67', '1.67', '1.66'])
    // 3.125, 1.25, 0.625: one spare cent, and the two that are halfway are told apart by productId.
    expect(offLines(FIVE_OFF, ['25.00', '10.00', '5.00'])).toEqual(['3.13', '1.25', '0.62'])
  })

  it('takes at most what is left', () => {
    expect(offLines(FIVE_OFF, ['1.00', '0.00', '2.00'])).toEqual(['1.00', '0.00', '2.00'])
    expect(offLines(FIVE_OFF, ['0.00', '0.00'])).toEqual(['0.00', '0.00'])
    expect(offLines(FIVE_OFF, [])).toEqual([])
  })

  it('rounds a percentage of the whole down to the cent, once', () => {
    // 10 % of 0.59 is 0.059.
    expect(offLines(TEN_PERCENT, ['0.19', '0.40'])).toEqual(['0.02', '0.03'])
    expect(offLines({ ...TEN_PERCENT, value: new Amount('12.5') }, ['24.29'])).toEqual(['3.03'])
  })

  it('takes nothing off the total by itself', () => {
    expect(offTotal(FIVE_OFF, '50.00')).toBe('0.00')
  })
})

describe('a reward after taxes', () => {
  it('lowers the total and no line', () => {
    expect(offTotal({ ...FIVE_OFF, ...AFTER }, '27.20')).toBe('5.00')
    expect(offTotal({ ...TEN_PERCENT, ...AFTER }, '27.29')).toBe('2.72')
    expect(offLines({ ...FIVE_OFF, ...AFTER }, ['24.29', '1.00'])).toEqual(['0.00', '0.00'])
  })

  it('never takes the total below zero', () => {
    expect(offTotal({ ...FIVE_OFF, ...AFTER }, '3.10')).toBe('3.10')
    expect(offTotal({ ...FIVE_OFF, ...AFTER }, '0.00')).toBe('0.00')
  })
})

const cents = (max: number) => fc.integer({ min: 0, max }).map((value) => new Amount(value).div(100))
const anyReward = fc.record({
  rewardId: fc.constant('any'),
  name: fc.constant('Any'),
  points: fc.constant(1),
  kind: fc.constantFrom('flat' as const, 'percent' as const),
  value: cents(10_000),
  takenFrom: fc.constantFrom('before-taxes' as const, 'after-taxes' as const)
})
const anyLines = fc.uniqueArray(fc.record({ productId: fc.string(), left: cents(50_000) }), {
  selector: ({ productId }) => productId,
  maxLength: 40
})

describe('properties', () => {
  it('shares are whole cents that sum to the reward, and none is above what is left of its line', () => {
    fc.assert(
      fc.property(anyReward, anyLines, (reward, lines) => {
        const off = rewardOffLines({ ...reward, takenFrom: 'before-taxes' }, lines, 2)
        const left = lines.reduce((sum, line) => sum.plus(line.left), new Amount(0))
        const whole = reward.kind === 'flat' ? Amount.min(reward.value, left) : left.times(reward.value).div(100)
        const sum = off.reduce((total, one) => total.plus(one), new Amount(0))
        expect(sum.toFixed(2)).toBe(whole.toDecimalPlaces(2, Amount.ROUND_DOWN).toFixed(2))
        off.forEach((one, index) => {
          expect(one.times(100).isInteger()).toBe(true)
          expect(one.gte(0) && one.lte(lines[index]?.left ?? 0)).toBe(true)
        })
      })
    )
  })

  it('the order of the lines does not matter', () => {
    fc.assert(
      fc.property(anyReward, anyLines, (reward, lines) => {
        const there = rewardOffLines(reward, lines, 2).map(String)
        expect(rewardOffLines(reward, lines.toReversed(), 2).map(String).toReversed()).toEqual(there)
      })
    )
  })

  it('the total never goes below zero, and one of the two is always nothing', () => {
    fc.assert(
      fc.property(anyReward, anyLines, cents(100_000), (reward, lines, total) => {
        const offTheTotal = rewardOffTotal(reward, total, 2)
        const offTheLines = rewardOffLines(reward, lines, 2)
        expect(offTheTotal.lte(total)).toBe(true)
        expect(offTheTotal.isZero() || offTheLines.every((one) => one.isZero())).toBe(true)
      })
    )
  })
})
