import type { ViewItem, ViewLegend } from '../../shared/board-view.ts'

/** What a market lets a board show, as a store has confirmed it. A lead for counsel, never advice (docs/market-profiles.md). */
export type MarketRule = { readonly source: string; readonly date: string } & (
  | { readonly kind: 'hide-promotions' }
  /** Prices stay what they are; nothing says that they are lower than usual. */
  | { readonly kind: 'hide-reductions' }
  | { readonly kind: 'hide-potency' }
  | { readonly kind: 'hide-pictures' }
  /** Only rungs of these quantities, e.g. ["3.5"]; a product that has none of them is not shown. */
  | { readonly kind: 'show-quantities'; readonly unit: 'g' | 'each'; readonly quantities: readonly string[] }
  | { readonly kind: 'require-notice'; readonly text: string }
)

export interface MarketProfile {
  readonly id: string
  readonly name: string
  readonly rules: readonly MarketRule[]
}

/**
 * A product as the rules let it be shown; null where they leave nothing of it. `quantities` are those of the board item,
 * one for each rung of the view, in its order.
 */
export function withinMarket(
  item: ViewItem,
  quantities: readonly string[],
  rules: readonly MarketRule[]
): ViewItem | null {
  const allowed = quantitiesAllowed(item.unit, rules)
  const rungs = item.rungs.filter((_, index) => allowed === null || allowed.has(quantities[index] ?? ''))
  if (rungs.length === 0) return null
  // A mark for the best of a ladder says nothing of what is left of it.
  const shown: ViewItem =
    rungs.length === item.rungs.length ? item : { ...item, rungs: rungs.map((rung) => ({ ...rung, best: false })) }
  return rules.reduce((kept, { kind }) => withinRule(kept, kind), shown)
}

function withinRule(item: ViewItem, kind: MarketRule['kind']): ViewItem {
  switch (kind) {
    case 'hide-promotions':
      return { ...item, tickets: [] }
    case 'hide-reductions':
      return { ...item, rungs: item.rungs.map((rung) => ({ ...rung, regular: null, reduced: false, until: null })) }
    case 'hide-potency':
      return { ...item, thc: null, cbd: null }
    case 'hide-pictures':
      return { ...item, picture: null }
    case 'show-quantities':
    case 'require-notice':
      return item
  }
}

/** Quantities that every rule of the unit allows; null where none says anything. */
function quantitiesAllowed(unit: ViewItem['unit'], rules: readonly MarketRule[]): ReadonlySet<string> | null {
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

/** The legend as the rules let it be shown. */
export function legendWithinMarket(legend: readonly ViewLegend[], rules: readonly MarketRule[]): readonly ViewLegend[] {
  return rules.some(({ kind }) => kind === 'hide-promotions') ? [] : legend
}

/** What must stand on every page, or null. */
export function noticeOf(rules: readonly MarketRule[]): string | null {
  const texts = rules.flatMap((rule) => (rule.kind === 'require-notice' ? [rule.text] : []))
  return texts.length === 0 ? null : texts.join(' ')
}
