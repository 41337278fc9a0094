import { z } from 'zod'
import { Amount, minorDigitsOf } from '../../domain/money/amount.ts'
import { rewardIdFor } from '../../domain/reward/offered-rewards.ts'
import { MOST_REWARDS, rewardFaultsOf } from '../../domain/reward/reward-faults.ts'
import { rewardClassOf } from '../../domain/reward/reward-systems.ts'
import type { SettingsChange } from '../../shared/manager/settings.ts'
import type { Reward, RewardFault, RewardSystem, StoreRewards } from '../../shared/rewards.ts'
import { rewardSystemSchema, takenFromSchema } from '../settings/rewards-schema.ts'
import type { Settings } from '../settings/settings.types.ts'
import { changedByStore, type ChangedSettings, type SettingFacts, type WrongField } from './changed-settings.ts'

/** The shape of what is typed; values are looked at one by one. */
const typedStore = z.object({
  system: z.unknown(),
  takenFrom: z.unknown(),
  rewards: z
    .array(
      z.object({
        rewardId: z.string().max(60).nullable(),
        name: z.string().max(1000),
        kind: z.string().max(60),
        value: z.string().max(1000),
        points: z.unknown(),
        linkedId: z.string().max(1000).nullable()
      })
    )
    .max(1000)
})
type TypedStore = z.infer<typeof typedStore>

/** Takes over the rewards of stores as they were typed; what a store's system cannot run is refused beside its field. */
export function changedRewards(settings: Settings, change: SettingsChange, facts: SettingFacts): ChangedSettings {
  return changedByStore(settings, 'rewards', change.rewards, facts, (typed, field, locationId) => {
    const shape = typedStore.safeParse(typed)
    if (!shape.success) return { ok: false, wrong: [{ field, fault: { kind: 'not-a-setting' } }] }
    // Both currencies that there are have as many digits.
    const digits = minorDigitsOf(settings.currencyOverrides[locationId] ?? 'CAD')
    const read = storeRewardsOf(shape.data, settings.rewards[locationId] ?? null, digits)
    if (read.ok) return { ok: true, value: read.store }
    const wrong = read.faults.map(([place, fault]): WrongField => ({
      field: `${field}.${place}`,
      fault: { kind: 'reward', fault }
    }))
    return { ok: false, wrong }
  })
}

type ReadRewards =
  | { readonly ok: true; readonly store: StoreRewards }
  | { readonly ok: false; readonly faults: readonly (readonly [place: string, fault: RewardFault])[] }

function storeRewardsOf(typed: TypedStore, before: StoreRewards | null, digits: number): ReadRewards {
  const faults: (readonly [string, RewardFault])[] = []
  const system = rewardSystemSchema.safeParse(typed.system)
  if (!system.success)
    faults.push(['system', isOther(typed.system) ? { kind: 'system-name' } : { kind: 'system-unknown' }])
  else if (rewardClassOf(system.data) === null) faults.push(['system.like', { kind: 'system-unanswered' }])
  const takenFrom = takenFromSchema.safeParse(typed.takenFrom)
  if (!takenFrom.success) faults.push(['takenFrom', { kind: 'taken-from' }])
  if (typed.rewards.length > MOST_REWARDS) faults.push(['rewards', { kind: 'too-many', most: MOST_REWARDS }])
  const judgedBy: RewardSystem = system.success ? system.data : { kind: 'other', name: '', like: null }
  const tidied = typed.rewards.map(tidy)
  for (const [index, reward] of tidied.slice(0, MOST_REWARDS).entries())
    for (const { field, fault } of rewardFaultsOf(reward, judgedBy, tidied.slice(0, index), digits))
      faults.push([`rewards.${index}.${field}`, fault])
  if (faults.length > 0 || !system.success || !takenFrom.success) return { ok: false, faults }
  const kept = new Set(before?.rewards.map(({ rewardId }) => rewardId))
  const taken = new Set(kept)
  const given = new Set<string>()
  const rewards = tidied.map((reward): Reward => {
    // An id is the one that the reward has had; nobody chooses another.
    const { rewardId: asked } = reward
    const rewardId = asked !== null && kept.has(asked) && !given.has(asked) ? asked : rewardIdFor(reward.name, taken)
    taken.add(rewardId)
    given.add(rewardId)
    return {
      rewardId,
      name: reward.name,
      kind: reward.kind === 'percent' ? 'percent' : 'flat',
      value: new Amount(reward.value).toFixed(),
      points: Number(reward.points),
      linkedId: reward.linkedId
    }
  })
  return { ok: true, store: { system: system.data, takenFrom: takenFrom.data, rewards } }
}

/** As people type: spaces around it, a comma for the decimal point, an id that is left empty. */
function tidy(reward: TypedStore['rewards'][number]): TypedStore['rewards'][number] {
  const { name, value, linkedId } = reward
  const id = linkedId?.trim() ?? ''
  return {
    ...reward,
    name: name.trim().replaceAll(/\s+/g, ' '),
    value: value.trim().replace(/^(\d+),(\d{1,2})$/, '$1.$2'),
    linkedId: id === '' ? null : id
  }
}

function isOther(system: unknown): boolean {
  return typeof system === 'object' && system !== null && 'kind' in system && system.kind === 'other'
}
