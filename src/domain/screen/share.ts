import type { ViewItem, ViewPanel } from '../../shared/board-view.ts'

/** A screen's part of a board that several screens show together; `index` counts from 0. */
export interface Share {
  readonly index: number
  readonly count: number
}

/** A run of products that stays on one screen: a shelf, the singles of one class, or those beside one panel. */
interface Unit {
  readonly productIds: string[]
  weight: number
}

/**
 * Which products each of `count` screens shows: the menu in its order, cut into as many parts of about the same size, only
 * between shelves and classes, or between panels where there are any. Every product is in exactly one part; with fewer such
 * runs than screens the last parts are empty (docs/board.md, Several screens).
 */
export function sharesOf(
  items: readonly ViewItem[],
  count: number,
  panels: readonly ViewPanel[] | null = null
): readonly ReadonlySet<string>[] {
  const units = panels === null ? unitsOf(items, placeOf) : unitsBesidePanels(items, panels)
  const parts = Array.from({ length: count }, () => new Set<string>())
  const total = units.reduce((sum, { weight }) => sum + weight, 0)
  let before = 0
  for (const unit of units) {
    // By where the unit's middle falls: parts differ by no more than a unit, and an earlier part never waits for a later.
    const middle = before + unit.weight / 2
    const part = Math.min(count - 1, Math.floor((middle * count) / Math.max(total, 1)))
    for (const productId of unit.productIds) parts[part]?.add(productId)
    before += unit.weight
  }
  return parts
}

function unitsOf(items: readonly ViewItem[], keyOf: (item: ViewItem) => string): readonly Unit[] {
  const units = new Map<string, Unit>()
  for (const item of items) {
    const key = keyOf(item)
    const unit = units.get(key)
    const weight = weightOf(item)
    if (unit === undefined) units.set(key, { productIds: [item.productId], weight: weight + 2 })
    else {
      unit.productIds.push(item.productId)
      unit.weight += weight
    }
  }
  return [...units.values()]
}

/** A shelf is one block wherever in its section its products are classed. */
function placeOf({ classification, shelf }: ViewItem): string {
  const [section] = classification
  const place = shelf === null ? classification.join(' > ') : `shelf ${shelf.shelfId}`
  return `${section ?? ''} / ${place}`
}

/** In the order of the panels; what no panel is for comes last. */
function unitsBesidePanels(items: readonly ViewItem[], panels: readonly ViewPanel[]): readonly Unit[] {
  const panelAtOf = ({ tickets }: ViewItem): number => {
    const at = panels.findIndex(({ promotionId }) => tickets.some((ticket) => ticket.promotionId === promotionId))
    return at < 0 ? panels.length : at
  }
  return unitsOf(
    items.toSorted((a, b) => panelAtOf(a) - panelAtOf(b)),
    (item) => `panel ${panelAtOf(item)}`
  )
}

/** Lines a product takes: one on a shelf's rail, else its name, a line for every four rungs, and its details. */
function weightOf(item: ViewItem): number {
  return item.shelf === null ? 2 + Math.ceil(item.rungs.length / 4) : 1
}
