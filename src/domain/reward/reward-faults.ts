import type { RewardFault, RewardSystem } from '../../shared/rewards.ts'
import { Amount } from '../money/amount.ts'
import { REWARD_CLASSES, rewardClassOf } from './reward-systems.ts'

export type RewardField = 'name' | 'kind' | 'value' | 'points' | 'linkedId'

export interface WrongReward {
  readonly field: RewardField
  readonly fault: RewardFault
}

/** A reward as it is stored or typed: `kind` and `value` are not believed. */
export interface AskedReward {
  readonly name: string
  readonly kind: string
  readonly value: string
  readonly points: unknown
  readonly linkedId: string | null
}

export const MOST_REWARDS = 30
export const LONGEST_NAME = 60
export const LONGEST_ID = 100
const MOST_POINTS = 10_000_000
const MOST_MONEY = '100000'
const PERCENT_DIGITS = 2
const DECIMAL = /^\d{1,12}(\.\d{1,12})?$/

/**
 * What is wrong with a reward at a store of this system, at most one fault a field, in the order of the fields. `others` are
 * the store's rewards before it: of two with one name the later is refused. `digits` are the currency's.
 */
export function rewardFaultsOf(
  reward: AskedReward,
  system: RewardSystem,
  others: readonly { readonly name: string }[],
  digits: number
): readonly WrongReward[] {
  const faults: readonly (readonly [RewardField, RewardFault | null])[] = [
    ['name', nameFaultOf(reward.name, others)],
    ['kind', kindFaultOf(reward.kind, system)],
    ['value', valueFaultOf(reward, digits)],
    ['points', isWholePoints(reward.points) ? null : { kind: 'points' }],
    ['linkedId', idFaultOf(reward.linkedId, system)]
  ]
  return faults.flatMap(([field, fault]) => (fault === null ? [] : [{ field, fault }]))
}

/** Two names that a shopper or the register's staff would take for one another are one. */
export function rewardNameKeyOf(name: string): string {
  return name.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLowerCase()
}

function nameFaultOf(name: string, others: readonly { readonly name: string }[]): RewardFault | null {
  const key = rewardNameKeyOf(name)
  if (key === '' || [...name.trim()].length > LONGEST_NAME || /\p{Cc}/u.test(name)) return { kind: 'name' }
  return others.some((other) => rewardNameKeyOf(other.name) === key) ? { kind: 'name-taken', name: name.trim() } : null
}

function kindFaultOf(kind: string, system: RewardSystem): RewardFault | null {
  const rewardClass = rewardClassOf(system)
  switch (kind) {
    case 'flat':
    case 'percent':
      return null
    case 'spend-get':
      return {
        kind: 'spend-get',
        system,
        bySystem: rewardClass !== null && REWARD_CLASSES[rewardClass].refusesSpendGet
      }
    default:
      return { kind: 'kind-unknown' }
  }
}

/** Of "spend X, get Y" only that it has no value of this sort is known: its kind is what is wrong with it. */
function valueFaultOf({ kind, value }: AskedReward, digits: number): RewardFault | null {
  if (kind === 'spend-get') return null
  if (!DECIMAL.test(value)) return { kind: 'value-none' }
  const amount = new Amount(value)
  if (amount.isZero()) return { kind: 'value-zero' }
  const isPercent = kind === 'percent'
  if (isPercent && amount.gt(100)) return { kind: 'percent-over-100' }
  if (!isPercent && amount.gt(MOST_MONEY)) return { kind: 'value-large', most: MOST_MONEY }
  const most = isPercent ? PERCENT_DIGITS : digits
  return amount.decimalPlaces() > most ? { kind: 'digits', most, of: isPercent ? 'percent' : 'money' } : null
}

function isWholePoints(points: unknown): boolean {
  return typeof points === 'number' && Number.isSafeInteger(points) && points >= 1 && points <= MOST_POINTS
}

function idFaultOf(linkedId: string | null, system: RewardSystem): RewardFault | null {
  if (linkedId !== null && linkedId.length > LONGEST_ID) return { kind: 'id-long' }
  const rewardClass = rewardClassOf(system)
  if (rewardClass === null || !REWARD_CLASSES[rewardClass].needsId) return null
  return linkedId === null || linkedId.trim() === '' ? { kind: 'id-missing', system } : null
}
