import { amountOf, centsOf } from './amount.ts'
import { LOCATION_IDS } from './company.ts'
import type { DemoMove, DemoProduct, DemoStoreState } from './demo-store.types.ts'
import { randomOf, type Random } from './random.ts'

const NOTHING: DemoMove = { kind: 'none', productId: null, locationId: null }
const SALE_MS = 20 * 60_000

/** What happens in turn: at one move every ten seconds, two prices a minute. */
const TURNS: readonly DemoMove['kind'][] = ['price', 'sold-out', 'sale-starts', 'price', 'restock', 'sale-stops']

/**
 * The store's own life, one move a call. Prices swing around what they were at first and never drift away, and few
 * products are on sale or sold out by it at a time: a store that has run for a month looks like one that just started.
 */
export function livingOf(state: DemoStoreState, seed: number, nowMs: () => number): () => DemoMove {
  const random = randomOf(seed ^ 0x5eed)
  const firstCents = new Map<string, number>()
  const soldOut: { readonly productId: string; readonly locationId: number; readonly quantity: string }[] = []
  const onSale: { readonly productId: string; readonly locationId: number }[] = []
  let turn = 0

  const moveOf = (kind: DemoMove['kind']): DemoMove => {
    switch (kind) {
      case 'price': {
        const found = pickPriced(state, random)
        if (found === null) return NOTHING
        const key = `${found.product.productId}/${found.locationId}`
        const first = firstCents.get(key) ?? centsOf(found.price)
        firstCents.set(key, first)
        const now = centsOf(found.price)
        const step = Math.max(5, Math.round((first * random.between(2, 8)) / 500) * 5)
        const next = now === first ? first + (random.chance(0.5) ? step : -Math.min(step, first - 5)) : first
        if (next === now) return NOTHING
        state.setPrice(found.product.productId, found.locationId, amountOf(next))
        return { kind, productId: found.product.productId, locationId: found.locationId }
      }
      case 'sold-out': {
        const product = random.pick(state.products)
        const floor = random.pick(LOCATION_IDS)
        const stock = product.stock.find((entry) => entry.locationId === floor && entry.isSellingRoom)
        if (stock === undefined || Number(stock.quantity) === 0 || soldOut.length >= 12) return NOTHING
        soldOut.push({ productId: product.productId, locationId: floor, quantity: stock.quantity })
        state.setStock(product.productId, floor, '0')
        return { kind, productId: product.productId, locationId: floor }
      }
      case 'restock': {
        const back = soldOut.length > 2 ? soldOut.shift() : undefined
        if (back === undefined || !exists(state, back.productId)) return NOTHING
        state.setStock(back.productId, back.locationId, back.quantity)
        return { kind, productId: back.productId, locationId: back.locationId }
      }
      case 'sale-starts': {
        const found = pickPriced(state, random)
        if (found === null || found.onSale || onSale.length >= 12) return NOTHING
        const { productId } = found.product
        const startsAtMs = Math.floor(nowMs() / 1000) * 1000
        state.setSale(productId, found.locationId, {
          salePrice: amountOf(Math.max(5, Math.round((centsOf(found.price) * 0.8) / 5) * 5)),
          startsAtMs,
          stopsAtMs: startsAtMs + SALE_MS
        })
        onSale.push({ productId, locationId: found.locationId })
        return { kind, productId, locationId: found.locationId }
      }
      case 'sale-stops': {
        const ended = onSale.length > 3 ? onSale.shift() : undefined
        if (ended === undefined || !exists(state, ended.productId)) return NOTHING
        state.endSale(ended.productId, ended.locationId)
        return { kind, productId: ended.productId, locationId: ended.locationId }
      }
      case 'none':
        return NOTHING
    }
  }

  return () => {
    const kind = TURNS[turn++ % TURNS.length] ?? 'none'
    // A pick may be unfit (not in stock, no price there); a few more are tried.
    for (let attempt = 0; attempt < 8; attempt++) {
      const move = moveOf(kind)
      if (move.kind !== 'none') return move
    }
    return NOTHING
  }
}

/** A product with a price of its own, off any shelf (a shelf's products must agree), at some location. */
function pickPriced(
  state: DemoStoreState,
  random: Random
): {
  readonly product: DemoProduct
  readonly locationId: number
  readonly price: string
  readonly onSale: boolean
} | null {
  const product = random.pick(state.products)
  const locationId = random.pick(LOCATION_IDS)
  if (product.isArchived || product.lifeCycle !== 'Active' || product.isNonStock) return null
  const base = state
    .pricesAt(product.productId, locationId)
    .find((entry) => entry.tier === null && entry.group === null)
  if (base === undefined || base.shelf !== null) return null
  return { product, locationId, price: base.price, onSale: base.sales.length > 0 }
}

function exists(state: DemoStoreState, productId: string): boolean {
  return state.products.some((product) => product.productId === productId)
}
