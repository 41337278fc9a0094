import { amountOf, scaledCentsOf, unitAmountOf } from './amount.ts'
import { ENTITY } from './company.ts'
import type { DemoPriceEntry, DemoSale } from './demo-store.types.ts'
import { GROUPS, SHELVES, TIERS, type GroupKey, type ShelfKey, type TierKey } from './tiers.ts'

const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

/** When a planned sale runs, measured from the start of the store. */
export type SaleTime = 'default' | 'running' | 'past' | 'future' | 'starts-soon' | 'ends-soon'

/** Start and stop in ms from the start of the store. */
const SALE_SPANS: Readonly<Record<Exclude<SaleTime, 'default'>, readonly [number, number]>> = {
  running: [-2 * DAY_MS, 5 * DAY_MS],
  past: [-30 * DAY_MS, -27 * DAY_MS],
  future: [7 * DAY_MS, 10 * DAY_MS],
  'starts-soon': [4 * MINUTE_MS, 6 * HOUR_MS],
  'ends-soon': [-3 * HOUR_MS, 6 * MINUTE_MS]
}

/** One price in cents: for a tier the amount at its quantity. */
export interface PlannedPrice {
  readonly tier?: TierKey
  readonly group?: GroupKey
  readonly cents: number
  /** The tier then has only a unit price, `AtTierPrice` null. */
  readonly unitOnly?: boolean
  readonly sales?: readonly { readonly time: SaleTime; readonly cents: number; readonly unitOnly?: boolean }[]
}

export interface PricePlan {
  readonly shelf?: ShelfKey
  readonly prices: readonly PlannedPrice[]
}

/** A node at which a plan is set, and its amounts there as a percentage of the company's. */
export interface PlannedNode {
  readonly entityId: number
  readonly percent: number
}

/** Canada's prices are the company's; the States have their own, and where tax is inside, prices are higher by it. */
export const EVERYWHERE: readonly PlannedNode[] = [
  { entityId: ENTITY.company, percent: 100 },
  { entityId: ENTITY.unitedStates, percent: 80 },
  { entityId: ENTITY.taxInPrice, percent: 113 }
]

/** The guide's "Bottom Shelf" (Product Pricing guide, figure 8), with half an ounce more. */
export const CEDAR: PricePlan = {
  shelf: 'cedar',
  prices: [
    { cents: 1000 },
    { cents: 900, group: 'veterans' },
    { tier: 'gram', cents: 1000 },
    {
      tier: 'eighth',
      cents: 2429,
      sales: [
        { time: 'past', cents: 2000 },
        { time: 'future', cents: 2000 }
      ]
    },
    { tier: 'eighth', group: 'veterans', cents: 1998 },
    { tier: 'quarter', cents: 4700, sales: [{ time: 'running', cents: 4200 }] },
    { tier: 'half', cents: 8200 }
  ]
}

/** No base price: its ladder starts at an eighth. Its ounce is for members alone. */
export const ALDER: PricePlan = {
  shelf: 'alder',
  prices: [
    { tier: 'eighth', cents: 1900 },
    { tier: 'quarter', cents: 3500 },
    { tier: 'half', cents: 6500, sales: [{ time: 'ends-soon', cents: 6000 }] },
    { tier: 'ounce', group: 'members', cents: 12000 }
  ]
}

/** The guide's "Top Shelf" of pre-rolls: 5.00 each, 3 for 10.00. */
export const BIRCH: PricePlan = {
  shelf: 'birch',
  prices: [
    { cents: 500 },
    { tier: 'three', cents: 1000 },
    { tier: 'five', cents: 1650, sales: [{ time: 'starts-soon', cents: 1500 }] },
    { group: 'employees', cents: 400 }
  ]
}

/** What a plan puts at a node. `updatedAtMs` is given to each entry, sale ids count up through `nextSaleId`. */
export function entriesOf(
  plan: PricePlan,
  percent: number,
  startMs: number,
  updatedAtMs: number,
  nextSaleId: () => number
): readonly DemoPriceEntry[] {
  const shelf = plan.shelf === undefined ? null : SHELVES[plan.shelf]
  return plan.prices.map((planned) => {
    const tier = planned.tier === undefined ? null : TIERS[planned.tier]
    const amount = amountOf(scaledCentsOf(planned.cents, percent))
    const sales = (planned.sales ?? []).map((sale): DemoSale => {
      const saleAmount = amountOf(scaledCentsOf(sale.cents, percent))
      const span = sale.time === 'default' ? null : SALE_SPANS[sale.time]
      return {
        saleId: nextSaleId(),
        salePrice: tier === null ? saleAmount : unitAmountOf(saleAmount, tier.quantity),
        atTierSalePrice: tier === null || sale.unitOnly === true ? null : saleAmount,
        startsAtMs: span === null ? null : wholeSecond(startMs + span[0]),
        stopsAtMs: span === null ? null : wholeSecond(startMs + span[1])
      }
    })
    return {
      tier,
      group: planned.group === undefined ? null : GROUPS[planned.group],
      shelf,
      price: tier === null ? amount : unitAmountOf(amount, tier.quantity),
      atTierPrice: tier === null || planned.unitOnly === true ? null : amount,
      sales,
      updatedAtMs
    }
  })
}

function wholeSecond(ms: number): number {
  return Math.floor(ms / 1000) * 1000
}
