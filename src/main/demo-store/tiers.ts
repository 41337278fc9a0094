import type { DemoGroup, DemoShelf, DemoTier } from './demo-store.types.ts'

/** Tiers of the demo company; the first five are weights, the rest count pieces. */
export const TIERS = {
  gram: { tierId: 24, name: '1 g', quantity: '1' },
  eighth: { tierId: 2, name: '1/8 oz', quantity: '3.5' },
  quarter: { tierId: 3, name: '1/4 oz', quantity: '7' },
  half: { tierId: 10, name: '1/2 oz', quantity: '14' },
  ounce: { tierId: 12, name: '1 oz', quantity: '28' },
  two: { tierId: 30, name: '2 for', quantity: '2' },
  three: { tierId: 31, name: '3 for', quantity: '3' },
  five: { tierId: 32, name: '5 for', quantity: '5' }
} as const satisfies Readonly<Record<string, DemoTier>>

export const GROUPS = {
  veterans: { groupId: 700, name: 'Veterans' },
  members: { groupId: 701, name: 'Members' },
  employees: { groupId: 702, name: 'Employees' }
} as const satisfies Readonly<Record<string, DemoGroup>>

export const SHELVES = {
  cedar: { shelfId: 26, name: 'Cedar shelf' },
  alder: { shelfId: 27, name: 'Alder shelf' },
  birch: { shelfId: 28, name: 'Birch shelf' }
} as const satisfies Readonly<Record<string, DemoShelf>>

export type TierKey = keyof typeof TIERS
export type GroupKey = keyof typeof GROUPS
export type ShelfKey = keyof typeof SHELVES

export function tierOf(tierId: number | undefined): DemoTier | null {
  return foundIn(Object.values<DemoTier>(TIERS), (tier) => tier.tierId, tierId, 'tier')
}

export function groupOf(groupId: number | undefined): DemoGroup | null {
  return foundIn(Object.values<DemoGroup>(GROUPS), (group) => group.groupId, groupId, 'pricing group')
}

function foundIn<T>(all: readonly T[], idOf: (entry: T) => number, id: number | undefined, what: string): T | null {
  if (id === undefined) return null
  const found = all.find((entry) => idOf(entry) === id)
  if (found === undefined) throw new Error(`the demo store has no ${what} ${id}`)
  return found
}
