import { describe, expect, it } from 'vitest'
import { judgedRewardsOf, rewardIdFor } from '../../../src/domain/reward/offered-rewards.ts'
import { rewardFaultWords } from '../../../src/domain/reward/reward-fault-words.ts'
import { type AskedReward, rewardFaultsOf } from '../../../src/domain/reward/reward-faults.ts'
import type { Reward, RewardFault, RewardSystem } from '../../../src/shared/rewards.ts'

const COVA: RewardSystem = { kind: 'listed', id: 'cova' }
const TREEZ: RewardSystem = { kind: 'listed', id: 'treez' }
const KORONA: RewardSystem = { kind: 'listed', id: 'korona' }
const TILLMATE: RewardSystem = { kind: 'other', name: 'Tillmate', like: null }

const FIVE: Reward = { rewardId: 'five', name: 'Five off', kind: 'flat', value: '5', points: 100, linkedId: null }

function faultsOf(
  change: Partial<AskedReward>,
  system: RewardSystem = COVA,
  others: readonly string[] = []
): readonly string[] {
  const wrong = rewardFaultsOf(
    { ...FIVE, ...change },
    system,
    others.map((name) => ({ name })),
    2
  )
  return wrong.map(({ field, fault }) => `${field}: ${fault.kind}`)
}

describe('a reward at its store’s system', () => {
  it('a flat one and a percentage run on every system', () => {
    expect(faultsOf({})).toEqual([])
    expect(faultsOf({ kind: 'percent', value: '12.5' })).toEqual([])
    expect(faultsOf({ kind: 'percent', value: '100' })).toEqual([])
    expect(faultsOf({ linkedId: '4711' }, TREEZ)).toEqual([])
  })

  it.each([
    ['value', { value: '' }, 'value: value-none'],
    ['value', { value: '5 dollars' }, 'value: value-none'],
    ['value', { value: '-5' }, 'value: value-none'],
    ['value', { value: '1e9' }, 'value: value-none'],
    ['value', { value: '0' }, 'value: value-zero'],
    ['value', { value: '0.00' }, 'value: value-zero'],
    ['value', { value: '5.005' }, 'value: digits'],
    ['value', { value: '100000.01' }, 'value: value-large'],
    ['value', { kind: 'percent', value: '100.01' }, 'value: percent-over-100'],
    ['value', { kind: 'percent', value: '12.345' }, 'value: digits'],
    ['points', { points: 0 }, 'points: points'],
    ['points', { points: 2.5 }, 'points: points'],
    ['points', { points: -1 }, 'points: points'],
    ['points', { points: 'many' }, 'points: points'],
    ['points', { points: 10_000_001 }, 'points: points'],
    ['name', { name: '   ' }, 'name: name'],
    ['name', { name: 'x'.repeat(61) }, 'name: name'],
    ['kind', { kind: 'free-joint' }, 'kind: kind-unknown']
  ])('refuses a wrong %s: %j', (_field, change, fault) => {
    expect(faultsOf(change)).toEqual([fault])
  })

  it('refuses a second reward of one name, case and spaces aside', () => {
    expect(faultsOf({ name: ' five  OFF ' }, COVA, ['Five off'])).toEqual(['name: name-taken'])
  })

  it('wants the id where the system is reached by it, and nowhere else', () => {
    expect(faultsOf({}, TREEZ)).toEqual(['linkedId: id-missing'])
    expect(faultsOf({ linkedId: '  ' }, TREEZ)).toEqual(['linkedId: id-missing'])
    expect(faultsOf({}, KORONA)).toEqual([])
    expect(faultsOf({ linkedId: 'x'.repeat(101) })).toEqual(['linkedId: id-long'])
  })

  it('“spend X, get Y” is refused on Cova because Cova cannot run it', () => {
    const [wrong] = rewardFaultsOf({ ...FIVE, kind: 'spend-get', value: 'spend 50, get 10' }, COVA, [], 2)
    expect(wrong).toEqual({ field: 'kind', fault: { kind: 'spend-get', system: COVA, bySystem: true } })
    expect(rewardFaultWords((wrong as { fault: RewardFault }).fault).en).toMatch(/^Cova cannot run “spend X, get Y”/)
  })

  it('and where the list says nothing of it, because boards and estimates do not know it', () => {
    const [wrong] = rewardFaultsOf({ ...FIVE, kind: 'spend-get' }, KORONA, [], 2)
    expect(wrong?.fault).toEqual({ kind: 'spend-get', system: KORONA, bySystem: false })
    expect(rewardFaultWords((wrong as { fault: RewardFault }).fault).en).toMatch(/^Topshelf’s boards and estimates/)
  })

  it('names every wrong field at once', () => {
    expect(faultsOf({ name: '', kind: 'percent', value: '101', points: 1.5 }, TREEZ)).toEqual([
      'name: name',
      'value: percent-over-100',
      'points: points',
      'linkedId: id-missing'
    ])
  })
})

describe('the rewards that are offered', () => {
  it('leave out what no longer fits the system, and say which and why', () => {
    const rewards: readonly Reward[] = [
      FIVE,
      { ...FIVE, rewardId: 'half', name: 'Half', kind: 'percent', value: '150' },
      { ...FIVE, rewardId: 'again', name: 'five off' },
      { ...FIVE, rewardId: 'ten', name: 'Ten percent', kind: 'percent', value: '10' }
    ]
    const { offered, unfit } = judgedRewardsOf({ system: COVA, takenFrom: 'after-taxes', rewards }, 'CAD')
    expect(offered.map(({ rewardId, takenFrom }) => `${rewardId} ${takenFrom}`)).toEqual([
      'five after-taxes',
      'ten after-taxes'
    ])
    expect(unfit.map(({ reward, fault }) => `${reward?.rewardId} ${fault.kind}`)).toEqual([
      'half percent-over-100',
      'again name-taken'
    ])
  })

  it('are none where nobody has said what the system is like: it is asked, not guessed', () => {
    const { offered, unfit } = judgedRewardsOf({ system: TILLMATE, takenFrom: 'before-taxes', rewards: [FIVE] }, 'CAD')
    expect(offered).toEqual([])
    expect(unfit).toEqual([{ reward: null, fault: { kind: 'system-unanswered' } }])
    const like: RewardSystem = { kind: 'other', name: 'Tillmate', like: 'mirrored-apart' }
    expect(judgedRewardsOf({ system: like, takenFrom: 'before-taxes', rewards: [FIVE] }, 'CAD').offered).toHaveLength(1)
  })
})

describe('the id of a new reward', () => {
  it('is made of its name, and is never another reward’s', () => {
    expect(rewardIdFor('5 $ de rabais été', new Set())).toBe('5-de-rabais-ete')
    expect(rewardIdFor('Five off', new Set(['five-off', 'five-off-2']))).toBe('five-off-3')
    expect(rewardIdFor('五ドル', new Set())).toBe('reward')
  })
})

describe('the words of a fault', () => {
  const faults: readonly RewardFault[] = [
    { kind: 'system-unknown' },
    { kind: 'system-name' },
    { kind: 'system-unanswered' },
    { kind: 'taken-from' },
    { kind: 'name' },
    { kind: 'name-taken', name: 'Five off' },
    { kind: 'kind-unknown' },
    { kind: 'spend-get', system: COVA, bySystem: true },
    { kind: 'spend-get', system: { kind: 'listed', id: 'ecommerce' }, bySystem: true },
    { kind: 'spend-get', system: KORONA, bySystem: false },
    { kind: 'value-none' },
    { kind: 'value-zero' },
    { kind: 'value-large', most: '100000' },
    { kind: 'percent-over-100' },
    { kind: 'digits', most: 2, of: 'money' },
    { kind: 'digits', most: 2, of: 'percent' },
    { kind: 'points' },
    { kind: 'id-missing', system: TREEZ },
    { kind: 'id-long' },
    { kind: 'too-many', most: 30 }
  ]

  it('are whole sentences in each language, and differ', () => {
    for (const fault of faults) {
      const { en, fr, es } = rewardFaultWords(fault)
      for (const sentence of [en, fr, es]) expect(sentence).toMatch(/^\p{Lu}.+\.$/u)
      expect(new Set([en, fr, es]).size).toBe(3)
    }
  })
})
