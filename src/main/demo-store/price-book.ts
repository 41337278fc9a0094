import type { DemoPriceEntry } from './demo-store.types.ts'

export type ResolvedPrice = DemoPriceEntry & { readonly fromEntityId: number }

/** Prices as they were set at nodes of the tree. Product ids are lower case. */
export interface PriceBook {
  readonly put: (productId: string, entityId: number, entry: DemoPriceEntry) => void
  /** What was set at this very node. */
  readonly at: (productId: string, entityId: number) => readonly DemoPriceEntry[]
  /** No price at or below this node, until one is put there again. */
  readonly clear: (productId: string, entityId: number, atMs: number) => void
  /**
   * Each (tier, group) at the nearest node that has it, going up (Product Pricing guide, "Product Prices and
   * Inheritance"). Base first, then tiers by quantity, the public's before a group's.
   */
  readonly resolve: (productId: string, locationId: number) => readonly ResolvedPrice[]
  /** When a price that counts at this location last changed, removals included; null if never; null location is any. */
  readonly changedAtMs: (productId: string, locationId: number | null) => number | null
  readonly copy: (fromProductId: string, toProductId: string, atMs: number) => void
  readonly forget: (productId: string) => void
}

interface ProductPrices {
  readonly entries: Map<number, Map<string, DemoPriceEntry>>
  readonly cleared: Set<number>
  readonly changed: Map<number, number>
}

export function priceBookOf(parentOf: (entityId: number) => number | null): PriceBook {
  const products = new Map<string, ProductPrices>()

  const pricesOf = (productId: string): ProductPrices => {
    const known = products.get(productId)
    if (known !== undefined) return known
    const fresh: ProductPrices = { entries: new Map(), cleared: new Set(), changed: new Map() }
    products.set(productId, fresh)
    return fresh
  }

  const pathUpFrom = (entityId: number): readonly number[] => {
    const path: number[] = []
    for (let node: number | null = entityId; node !== null; node = parentOf(node)) path.push(node)
    return path
  }

  const stamp = (prices: ProductPrices, entityId: number, atMs: number): void => {
    prices.changed.set(entityId, Math.max(atMs, prices.changed.get(entityId) ?? atMs))
  }

  return {
    put: (productId, entityId, entry) => {
      const prices = pricesOf(productId)
      const set = prices.entries.get(entityId) ?? new Map<string, DemoPriceEntry>()
      set.set(keyOf(entry), entry)
      prices.entries.set(entityId, set)
      stamp(prices, entityId, entry.updatedAtMs)
    },
    at: (productId, entityId) => [...(products.get(productId)?.entries.get(entityId)?.values() ?? [])],
    clear: (productId, entityId, atMs) => {
      const prices = pricesOf(productId)
      for (const node of prices.entries.keys()) {
        if (pathUpFrom(node).includes(entityId)) {
          prices.entries.delete(node)
          stamp(prices, node, atMs)
        }
      }
      prices.cleared.add(entityId)
      stamp(prices, entityId, atMs)
    },
    resolve: (productId, locationId) => {
      const prices = products.get(productId)
      if (prices === undefined) return []
      const found = new Map<string, ResolvedPrice>()
      for (const node of pathUpFrom(locationId)) {
        for (const [key, entry] of prices.entries.get(node) ?? []) {
          if (!found.has(key)) found.set(key, { ...entry, fromEntityId: node })
        }
        if (prices.cleared.has(node)) break
      }
      return [...found.values()].sort(byRung)
    },
    changedAtMs: (productId, locationId) => {
      const changed = products.get(productId)?.changed
      if (changed === undefined) return null
      const nodes = locationId === null ? [...changed.keys()] : pathUpFrom(locationId)
      const stamps = nodes.map((node) => changed.get(node)).filter((at) => at !== undefined)
      return stamps.length === 0 ? null : Math.max(...stamps)
    },
    copy: (fromProductId, toProductId, atMs) => {
      const from = pricesOf(fromProductId)
      const to = pricesOf(toProductId)
      for (const [node, set] of from.entries) {
        to.entries.set(node, new Map([...set].map(([key, entry]) => [key, { ...entry, updatedAtMs: atMs }])))
        stamp(to, node, atMs)
      }
      for (const node of from.cleared) to.cleared.add(node)
    },
    forget: (productId) => {
      products.delete(productId)
    }
  }
}

export function keyOf(rung: Pick<DemoPriceEntry, 'tier' | 'group'>): string {
  return `${rung.tier?.tierId ?? 'base'}/${rung.group?.groupId ?? 'all'}`
}

function byRung(left: ResolvedPrice, right: ResolvedPrice): number {
  return (
    Number(left.tier?.quantity ?? 0) - Number(right.tier?.quantity ?? 0) ||
    (left.group?.groupId ?? 0) - (right.group?.groupId ?? 0)
  )
}
