import type { BoardRung } from '../../shared/board-snapshot.ts'
import type { ViewItem, ViewLegend } from '../../shared/board-view.ts'

/** What a market lets a board show, as a store has confirmed it. A lead for counsel, never advice (docs/market-profiles.md). */
export type MarketRule = {
  /** Where the rule is written, with its date, so that counsel can look it up. */
  readonly source: string
  readonly date: string
  /** The source's own words; absent where whoever wrote the profile quotes none. */
  readonly wording?: string | undefined
} & (
  | { readonly kind: 'hide-promotions' }
  /** Prices stay what they are; nothing says that they are lower than usual. */
  | { readonly kind: 'hide-reductions' }
  | { readonly kind: 'hide-potency' }
  | { readonly kind: 'hide-pictures' }
  /** Only rungs of these quantities, e.g. ["3.5"]; a product that has none of them is not shown. */
  | { readonly kind: 'show-quantities'; readonly unit: 'g' | 'each'; readonly quantities: readonly string[] }
  | { readonly kind: 'require-notice'; readonly text: string }
  /** A kiosk asks whether somebody is so old before it shows anything. */
  | { readonly kind: 'require-age-gate'; readonly minimumAge: number }
)

export interface MarketProfile {
  readonly id: string
  readonly name: string
  /** A lead until the store's counsel has read its sources; absent in a profile that says nothing of it. */
  readonly status?: 'lead-for-counsel' | 'checked-by-counsel' | undefined
  readonly rules: readonly MarketRule[]
}

/**
 * A product as the rules let it be shown; null where they leave nothing of it. `ladder` is the board item's, one rung for
 * each of the view, in its order.
 */
export function withinMarket(
  item: ViewItem,
  ladder: readonly Pick<BoardRung, 'quantity' | 'deal'>[],
  rules: readonly MarketRule[]
): ViewItem | null {
  const allowed = allowedQuantitiesOf(item.unit, rules)
  const hidesPromotions = rules.some(({ kind }) => kind === 'hide-promotions')
  const rungs = item.rungs.flatMap((rung, index) => {
    const { quantity = '', deal = null } = ladder[index] ?? {}
    if (allowed !== null && !allowed.has(quantity)) return []
    // A promotion's deal stays the price, and nothing says that it is one; a sale is still told.
    return hidesPromotions && deal !== null ? { ...rung, regular: null, reduced: false, until: null } : rung
  })
  if (rungs.length === 0) return null
  // A mark for the best of a ladder says nothing of what is left of it.
  const isWhole = rungs.length === item.rungs.length
  const isSame = isWhole && rungs.every((rung, index) => rung === item.rungs[index])
  const shown: ViewItem = isSame
    ? item
    : { ...item, rungs: isWhole ? rungs : rungs.map((rung) => ({ ...rung, best: false })) }
  return rules.reduce((kept, { kind }) => withinRule(kept, kind), shown)
}

function withinRule(item: ViewItem, kind: MarketRule['kind']): ViewItem {
  switch (kind) {
    case 'hide-promotions':
      return { ...item, tickets: [] }
    case 'hide-reductions':
      return {
        ...item,
        // What a group pays stands for less than the price beside it: a reduction told.
        rungs: item.rungs.map((rung) => ({ ...rung, regular: null, reduced: false, until: null, groupPays: null }))
      }
    case 'hide-potency':
      return { ...item, thc: null, cbd: null }
    case 'hide-pictures':
      return { ...item, picture: null }
    case 'show-quantities':
    case 'require-notice':
    case 'require-age-gate':
      return item
  }
}

/** Quantities that every rule of the unit allows; null where none says anything. */
export function allowedQuantitiesOf(unit: ViewItem['unit'], rules: readonly MarketRule[]): ReadonlySet<string> | null {
  const lists = rules.flatMap((rule) =>
    rule.kind === 'show-quantities' && rule.unit === unit ? [rule.quantities] : []
  )
  const [first, ...others] = lists
  if (first === undefined) return null
  return new Set(first.filter((quantity) => others.every((list) => list.includes(quantity))))
}

/** Whether the rules leave any picture to be shown, or fetched. */
export function showsPictures(rules: readonly MarketRule[]): boolean {
  return rules.every(({ kind }) => kind !== 'hide-pictures')
}

/** Whether the rules let a promotion be named at all. */
export function mayHavePromotions(rules: readonly MarketRule[]): boolean {
  return rules.every(({ kind }) => kind !== 'hide-promotions')
}

/** The legend as the rules let it be shown. */
export function legendWithinMarket(legend: readonly ViewLegend[], rules: readonly MarketRule[]): readonly ViewLegend[] {
  return rules.some(({ kind }) => kind === 'hide-promotions') ? [] : legend
}

/** Whether promotions and reductions may be what a page is about: panels that name them. */
export function mayHavePanels(rules: readonly MarketRule[]): boolean {
  return rules.every(({ kind }) => kind !== 'hide-promotions' && kind !== 'hide-reductions')
}

/** The age that a kiosk asks for: of several rules the highest; null for none. */
export function minimumAgeOf(rules: readonly MarketRule[]): number | null {
  const ages = rules.flatMap((rule) => (rule.kind === 'require-age-gate' ? [rule.minimumAge] : []))
  return ages.length === 0 ? null : Math.max(...ages)
}

/** Whether it may be told that something costs less than usual, or would. */
export function mayHaveReductions(rules: readonly MarketRule[]): boolean {
  return rules.every(({ kind }) => kind !== 'hide-reductions')
}

/** What must stand on every page, or null. */
export function noticeOf(rules: readonly MarketRule[]): string | null {
  const texts = rules.flatMap((rule) => (rule.kind === 'require-notice' ? [rule.text] : []))
  return texts.length === 0 ? null : texts.join(' ')
}
