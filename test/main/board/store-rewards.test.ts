import { describe, expect, it } from 'vitest'
import { askedRewardOf, refusedRewardsOf } from '../../../src/main/board/store-rewards.ts'
import type { StoreRewards } from '../../../src/shared/rewards.ts'
import { location } from '../../domain/price-records.ts'

const FIVE = { rewardId: 'five', name: 'Five off', kind: 'flat', value: '5', points: 100, linkedId: null } as const
const STORE: StoreRewards = {
  system: { kind: 'listed', id: 'treez' },
  takenFrom: 'before-taxes',
  rewards: [
    { ...FIVE, linkedId: 'D-7' },
    { ...FIVE, rewardId: 'ten', name: 'Ten off', value: '10' }
  ]
}
const HOUSE = { rewardsOf: (locationId: number) => (locationId === 94451 ? STORE : null) }
const AT = { locationId: 94451, currency: 'CAD' } as const

describe('the reward that a basket names', () => {
  it('is one of the location’s that its point of sale runs', () => {
    expect(askedRewardOf('five', HOUSE, AT)).toMatchObject({
      ok: true,
      reward: { rewardId: 'five', takenFrom: 'before-taxes', points: 100 }
    })
    expect(askedRewardOf(null, HOUSE, AT)).toEqual({ ok: true, reward: null })
  })

  it('is refused with the field’s name where it is not there, or has no id to be reached by', () => {
    const unknown = (rewardId: string) => ({
      ok: false,
      message: `reward.rewardId: there is no reward ${rewardId} at this location`
    })
    expect(askedRewardOf('none', HOUSE, AT)).toEqual(unknown('none'))
    expect(askedRewardOf('ten', HOUSE, AT)).toEqual(unknown('ten'))
    expect(askedRewardOf('five', HOUSE, { ...AT, locationId: 7 })).toEqual(unknown('five'))
    expect(askedRewardOf('five', {}, AT)).toEqual(unknown('five'))
  })
})

describe('stored rewards that no longer fit', () => {
  it('are problems of their store, each with its reason', () => {
    const problems = refusedRewardsOf([location()], { 94451: STORE, 7: STORE })
    expect(problems).toMatchObject([{ code: 'reward-refused', locationId: 94451 }])
    expect(problems[0]?.message).toContain(
      'the reward “Ten off” is on no board and in no basket. Paste the ID that Treez has for the discount'
    )
  })

  it('are told once as a whole while nobody has said what the system is like', () => {
    const system = { kind: 'other', name: 'Tillmate', like: null } as const
    const [only, ...more] = refusedRewardsOf([location()], { 94451: { ...STORE, system } })
    expect(more).toEqual([])
    expect(only?.message).toContain('its rewards are on no board and in no basket.')
  })
})
