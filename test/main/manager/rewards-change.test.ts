import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { judgedRewardsOf } from '../../../src/domain/reward/offered-rewards.ts'
import { REWARD_CLASS_IDS, REWARD_SYSTEM_IDS } from '../../../src/domain/reward/reward-systems.ts'
import { changedRewards } from '../../../src/main/manager/rewards-change.ts'
import type { SettingFacts } from '../../../src/main/manager/changed-settings.ts'
import { rewardsSchema, wrongRewardPlacesOf } from '../../../src/main/settings/rewards-schema.ts'
import { defaultSettings } from '../../../src/main/settings/settings-file.ts'
import type { TypedReward, TypedRewards } from '../../../src/shared/manager/settings.ts'
import type { RewardSystem } from '../../../src/shared/rewards.ts'

const REGINA = 110_501
const FACTS: SettingFacts = {
  dataDir: '/nowhere',
  nowMs: 0,
  themes: new Set(),
  profiles: new Set(),
  stores: null,
  pairedScreens: []
}

const systems: fc.Arbitrary<RewardSystem> = fc.oneof(
  fc.record({ kind: fc.constant('listed' as const), id: fc.constantFrom(...REWARD_SYSTEM_IDS) }),
  fc.record({
    kind: fc.constant('other' as const),
    name: fc.constantFrom('Tillmate', '', ' T '),
    like: fc.constantFrom(...REWARD_CLASS_IDS, null)
  })
)
const rewards: fc.Arbitrary<TypedReward> = fc.record({
  rewardId: fc.constantFrom(null, 'five', 'nobody-s', '../x'),
  name: fc.oneof(
    { weight: 3, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }) },
    { weight: 1, arbitrary: fc.constantFrom('', 'Five', 'five ') }
  ),
  kind: fc.constantFrom('flat', 'flat', 'percent', 'percent', 'spend-get', 'x'),
  value: fc.oneof(
    fc.integer({ min: 0, max: 12_000 }).map((cents) => (cents / 100).toFixed(2)),
    fc.constantFrom('', '5,5', '00.50', ' 7 ', '1e3', '-1', '100.001')
  ),
  points: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: 1, max: 9999 }) }, fc.constantFrom(0, 1.5, 'x', '')),
  linkedId: fc.constantFrom(null, 'D-7', '  ', 'x'.repeat(101))
})
const stores: fc.Arbitrary<TypedRewards> = fc.record({
  system: systems,
  takenFrom: fc.constantFrom('before-taxes', 'after-taxes', 'after-taxes', ''),
  rewards: fc.array(rewards, { maxLength: 3 })
})

describe('rewards as they are typed', () => {
  it('are refused at a place that is theirs, or kept such that the file gives them back and every one is offered', () => {
    let taken = 0
    fc.assert(
      fc.property(stores, (typed) => {
        const outcome = changedRewards(defaultSettings, { rewards: { [REGINA]: typed } }, FACTS)
        if (!outcome.ok) {
          for (const { field } of outcome.wrong) expect(field.startsWith(`rewards.${REGINA}`)).toBe(true)
          return
        }
        taken += 1
        const kept = outcome.settings.rewards
        const file: unknown = JSON.parse(JSON.stringify(kept))
        expect(wrongRewardPlacesOf(file)).toEqual([])
        expect(rewardsSchema.parse(file)).toEqual(kept)
        const store = kept[REGINA]
        if (store === undefined) throw new Error('nothing was kept')
        const { offered, unfit } = judgedRewardsOf(store, 'CAD')
        expect(unfit).toEqual([])
        expect(offered).toHaveLength(typed.rewards.length)
        expect(new Set(offered.map(({ rewardId }) => rewardId)).size).toBe(offered.length)
      }),
      { numRuns: 2000 }
    )
    expect(taken).toBeGreaterThan(100)
  })
})
