import type { PlannedPrice, PricePlan } from './price-plan.ts'
import type { Random } from './random.ts'

/** By the gram, cheaper by the eighth, the quarter, the half and sometimes the whole ounce. */
export function weighedPlan(low: number, high: number, index: number, random: Random): PricePlan {
  const gram = random.between(low / 50, high / 50) * 50
  const tiers: PlannedPrice[] = [
    { tier: 'eighth', cents: toQuarter(gram * 3.2), unitOnly: index % 5 === 1 },
    { tier: 'quarter', cents: toQuarter(gram * 6.1) }
  ]
  if (index % 2 === 0) tiers.push({ tier: 'half', cents: toQuarter(gram * 11.4) })
  if (index % 4 === 0) tiers.push({ tier: 'ounce', cents: toQuarter(gram * 20.5) })
  if (index % 7 === 1) tiers.unshift({ tier: 'gram', cents: gram })
  if (index % 4 === 2) {
    tiers.push(
      { group: 'veterans', cents: toQuarter(gram * 0.9) },
      { tier: 'eighth', group: 'veterans', cents: toQuarter(gram * 2.8) }
    )
  }
  return { prices: [{ cents: gram }, ...tiers] }
}

/** By the piece, some cheaper by the two, three or five. */
export function eachPlan(low: number, high: number, index: number, random: Random): PricePlan {
  const each = random.between(Math.ceil(low / 25), Math.floor(high / 25)) * 25
  const prices: PlannedPrice[] = [{ cents: each }]
  if (index % 4 === 1) prices.push({ tier: 'two', cents: toQuarter(each * 1.85) })
  if (index % 4 === 3) prices.push({ tier: 'three', cents: toQuarter(each * 2.7), unitOnly: index % 8 === 7 })
  if (index % 12 === 3) prices.push({ tier: 'five', cents: toQuarter(each * 4.2) })
  if (index % 6 === 2) prices.push({ group: 'members', cents: toQuarter(each * 0.92) })
  if (index % 9 === 4) prices.push({ group: 'employees', cents: toQuarter(each * 0.75) })
  return { prices }
}

function toQuarter(cents: number): number {
  return Math.max(25, Math.round(cents / 25) * 25)
}
