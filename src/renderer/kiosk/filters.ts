import type { StrainType, ViewItem } from '../../shared/board-view.ts'

/** What a shopper narrows the menu to; empty sets narrow nothing. */
export interface Filters {
  readonly strains: ReadonlySet<StrainType>
  readonly potencies: ReadonlySet<string>
  readonly prices: ReadonlySet<string>
  readonly brands: ReadonlySet<string>
  readonly onPromotion: boolean
}

export type FilterSet = Exclude<keyof Filters, 'onPromotion'>

const NONE: ReadonlySet<never> = new Set()
export const NO_FILTERS: Filters = { strains: NONE, potencies: NONE, prices: NONE, brands: NONE, onPromotion: false }

export function filterCountOf({ strains, potencies, prices, brands, onPromotion }: Filters): number {
  return strains.size + potencies.size + prices.size + brands.size + (onPromotion ? 1 : 0)
}

/** Something is on promotion that has a ticket, or a rung that is reduced. */
export function isOnPromotion(item: ViewItem): boolean {
  return item.tickets.length > 0 || item.rungs.some(({ reduced }) => reduced)
}

export function narrowed(items: readonly ViewItem[], filters: Filters): readonly ViewItem[] {
  if (filterCountOf(filters) === 0) return items
  const { strains, potencies, prices, brands, onPromotion } = filters
  return items.filter(
    (item) =>
      (strains.size === 0 || (item.strain !== null && strains.has(item.strain))) &&
      (potencies.size === 0 || potencies.has(item.kiosk?.potency ?? '')) &&
      (prices.size === 0 || prices.has(item.kiosk?.price ?? '')) &&
      (brands.size === 0 || (item.brand !== null && brands.has(item.brand))) &&
      (!onPromotion || isOnPromotion(item))
  )
}

/** The same filters with one choice of a set turned on or off. */
export function toggled(filters: Filters, set: FilterSet, value: string): Filters {
  const chosen = new Set<string>(filters[set])
  if (!chosen.delete(value)) chosen.add(value)
  return { ...filters, [set]: chosen }
}
