import { z } from 'zod'
import { LONGEST_ID, LONGEST_NAME, MOST_REWARDS } from '../../domain/reward/reward-faults.ts'
import { REWARD_CLASS_IDS, REWARD_SYSTEM_IDS } from '../../domain/reward/reward-systems.ts'
import type { Reward, RewardSystem, StoreRewards } from '../../shared/rewards.ts'

export const rewardSystemSchema: z.ZodType<RewardSystem> = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listed'), id: z.enum(REWARD_SYSTEM_IDS) }),
  z.object({
    kind: z.literal('other'),
    name: z
      .string()
      .trim()
      .min(1)
      .max(LONGEST_NAME)
      .regex(/^\P{Cc}+$/u),
    like: z.enum(REWARD_CLASS_IDS).nullable()
  })
])

export const takenFromSchema = z.enum(['before-taxes', 'after-taxes'])

/** The shape alone: what a system cannot run stays in the file, is left out of boards and told (docs/rewards.md). */
const rewardFieldSchemas = {
  rewardId: z.string().regex(/^[a-z0-9-]{1,60}$/),
  // Letters, as a save counts them: an emoji is two of a string's units.
  name: z
    .string()
    .min(1)
    .refine((name) => [...name].length <= LONGEST_NAME),
  kind: z.enum(['flat', 'percent']),
  value: z.string().regex(/^\d{1,12}(\.\d{1,12})?$/),
  points: z.number(),
  linkedId: z.string().max(LONGEST_ID).nullable()
} satisfies { readonly [Field in keyof Reward]: z.ZodType }
const rewardSchema = z.object(rewardFieldSchemas)
const REWARD_FIELDS: ReadonlySet<string> = new Set(Object.keys(rewardFieldSchemas))
const STORE_FIELDS: ReadonlySet<string> = new Set<keyof StoreRewards>(['system', 'takenFrom', 'rewards'])
const LOCATION_KEY = /^\d{1,15}$/

/** Rewards by location id: a reward that is none, or a store whose system cannot be read, is left out; the rest stays. */
export const rewardsSchema: z.ZodType<Readonly<Record<number, StoreRewards>>> = z
  .record(z.string(), z.unknown())
  .transform((stored) =>
    Object.fromEntries(
      Object.entries(stored).flatMap(([locationId, store]) => {
        const read = LOCATION_KEY.test(locationId) ? readStore(store) : null
        return read === null ? [] : [[locationId, read]]
      })
    )
  )

function readStore(stored: unknown): StoreRewards | null {
  const parsed = z
    .object({ system: rewardSystemSchema, takenFrom: takenFromSchema, rewards: z.array(z.unknown()) })
    .safeParse(stored)
  if (!parsed.success) return null
  const { system, takenFrom, rewards } = parsed.data
  const read: Reward[] = []
  for (const one of rewards) {
    const reward = rewardSchema.safeParse(one)
    if (reward.success && read.length < MOST_REWARDS && read.every(({ rewardId }) => rewardId !== reward.data.rewardId))
      read.push(reward.data)
  }
  return { system, takenFrom, rewards: read }
}

/** Places of stored rewards whose value is wrong: "rewards.110501.rewards.2.value", "rewards.110501.system". */
export function wrongRewardPlacesOf(stored: unknown): readonly string[] {
  if (!isRecord(stored)) return []
  return Object.entries(stored).flatMap(([locationId, store]) => {
    const place = `rewards.${locationId}`
    if (!isRecord(store) || !LOCATION_KEY.test(locationId)) return [place]
    const { system, takenFrom, rewards } = store
    const wrong = unknownIn(store, STORE_FIELDS).map((key) => `${place}.${key}`)
    if (!rewardSystemSchema.safeParse(system).success) wrong.push(`${place}.system`)
    if (!takenFromSchema.safeParse(takenFrom).success) wrong.push(`${place}.takenFrom`)
    if (!Array.isArray(rewards)) return [...wrong, `${place}.rewards`]
    return [...wrong, ...wrongRewardsIn(rewards, `${place}.rewards`)]
  })
}

function wrongRewardsIn(rewards: readonly unknown[], place: string): readonly string[] {
  const ids = new Set<unknown>()
  const wrong = rewards.flatMap((one, index) => {
    if (!isRecord(one)) return [`${place}.${index}`]
    const { rewardId } = one
    const isTwice = ids.has(rewardId)
    ids.add(rewardId)
    const fields = (Object.keys(rewardFieldSchemas) as (keyof Reward)[]).filter(
      (field) => !rewardFieldSchemas[field].safeParse(one[field]).success || (field === 'rewardId' && isTwice)
    )
    return [...fields, ...unknownIn(one, REWARD_FIELDS)].map((field) => `${place}.${index}.${field}`)
  })
  return rewards.length > MOST_REWARDS ? [...wrong, place] : wrong
}

/** What a newer version may have written, or a hand misspelt: it is not kept, and so it is named. */
function unknownIn(stored: Readonly<Record<string, unknown>>, known: ReadonlySet<string>): readonly string[] {
  return Object.keys(stored).filter((key) => !known.has(key))
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
