import { describe, expect, it } from 'vitest'
import { locationFormatOf } from '../../../src/domain/display/location-format.ts'
import { Amount } from '../../../src/domain/money/amount.ts'
import type { OfferedReward } from '../../../src/domain/reward/reward-amount.ts'
import { rewardsInWords } from '../../../src/domain/reward/rewards-in-words.ts'
import type { RewardInWords } from '../../../src/shared/rewards.ts'

const FIVE: OfferedReward = {
  rewardId: 'five',
  name: 'Regulars’ thanks',
  kind: 'flat',
  value: new Amount('5'),
  points: 1250,
  takenFrom: 'before-taxes'
}
const PERCENT: OfferedReward = { ...FIVE, name: '12.5% off', kind: 'percent', value: new Amount('12.5'), points: 1 }

function wordsOf(
  reward: OfferedReward,
  language = 'en-CA',
  taxPricing: 'Inclusive' | 'Exclusive' = 'Exclusive'
): string {
  const format = locationFormatOf(language, language.endsWith('CA') ? 'CAD' : 'USD', 'America/Regina')
  const [one] = rewardsInWords([reward], { taxPricing }, format)?.rewards ?? []
  const { offer, note, points } = one as RewardInWords
  return [offer, note, points].join(' | ').replaceAll(/[\u00a0\u202f]/g, ' ')
}

describe('a reward in words', () => {
  it('says the exact amount, of what it is taken and for how many points', () => {
    expect(wordsOf(FIVE)).toBe('$5.00 off | Regulars’ thanks, before tax | 1,250 points')
    expect(wordsOf({ ...FIVE, takenFrom: 'after-taxes' })).toBe(
      '$5.00 off | Regulars’ thanks, after tax | 1,250 points'
    )
    expect(wordsOf(FIVE, 'fr-CA')).toBe('5,00 $ de rabais | Regulars’ thanks, avant taxes | 1 250 points')
    expect(wordsOf(FIVE, 'es-US')).toBe('$5.00 de descuento | Regulars’ thanks, antes de impuestos | 1,250 puntos')
  })

  it('does not say a name twice', () => {
    expect(wordsOf(PERCENT)).toBe('12.5% off | before tax | 1 point')
    expect(wordsOf(PERCENT, 'fr-CA')).toBe('12,5 % de rabais | 12.5% off, avant taxes | 1 point')
  })

  it('names no basis where prices include taxes', () => {
    expect(wordsOf(FIVE, 'en-CA', 'Inclusive')).toBe('$5.00 off | Regulars’ thanks | 1,250 points')
    expect(wordsOf(PERCENT, 'en-CA', 'Inclusive')).toBe('12.5% off |  | 1 point')
  })

  it('says that an order takes one, and nothing where there is none', () => {
    const format = locationFormatOf('en-CA', 'CAD', null)
    expect(rewardsInWords([FIVE], { taxPricing: 'Exclusive' }, format)).toMatchObject({
      title: 'Rewards',
      rule: 'One per order'
    })
    expect(rewardsInWords([], { taxPricing: 'Exclusive' }, format)).toBeNull()
  })
})
