import { describe, expect, it } from 'vitest'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoMove } from '../../../src/main/demo-store/demo-store.types.ts'
import { DENVER, HAMILTON, OTTAWA, REGINA, START_MS, withDemoStore } from './demo-caller.ts'

async function movesOf(seed: number, count: number): Promise<readonly DemoMove[]> {
  let moves: readonly DemoMove[] = []
  await withDemoStore(
    async ({ store }) => {
      moves = Array.from({ length: count }, () => store.tick())
    },
    { seed }
  )
  return moves
}

describe('a living store', () => {
  it('makes the same moves for the same seed', async () => {
    const moves = await movesOf(7, 60)
    expect(await movesOf(7, 60)).toEqual(moves)
    expect(await movesOf(8, 60)).not.toEqual(moves)
    expect(new Set(moves.map((move) => move.kind))).toEqual(
      new Set(['price', 'sold-out', 'sale-starts', 'restock', 'sale-stops', 'none'])
    )
  })

  it('changes two prices in six moves, each seen by a poll of changed prices', () =>
    withDemoStore(async ({ store, clock, changedPrices }) => {
      for (let round = 0; round < 5; round++) {
        clock.nowMs += 60_000
        const moves = Array.from({ length: 6 }, () => store.tick())
        const priced = moves.filter((move) => move.kind === 'price')
        expect(priced).toHaveLength(2)
        const changed = (await changedPrices(clock.nowMs)).map((change) => change.ChangedProductId.toLowerCase())
        for (const move of priced) expect(changed).toContain(move.productId)
      }
    }))

  it('sells out and restocks on the floor', () =>
    withDemoStore(async ({ store }) => {
      const floorOf = (move: DemoMove) =>
        store.state
          .product(move.productId ?? '')
          .stock.find((stock) => stock.locationId === move.locationId && stock.isSellingRoom)?.quantity
      let soldOut = 0
      let restocked = 0
      for (let count = 0; count < 60; count++) {
        const move = store.tick()
        if (move.kind === 'sold-out') {
          expect(floorOf(move)).toBe('0')
          soldOut++
        }
        if (move.kind === 'restock') {
          expect(floorOf(move)).not.toBe('0')
          restocked++
        }
      }
      expect(soldOut).toBeGreaterThan(3)
      expect(restocked).toBeGreaterThan(3)
    }))

  it('after six thousand moves looks as it did: prices near the first ones, few sales and gaps of its own', () =>
    withDemoStore(async ({ store, clock }) => {
      const before = new Map(
        [REGINA, HAMILTON, DENVER, OTTAWA].flatMap((locationId) =>
          store.state.products.map((product) => {
            const base = store.state.pricesAt(product.productId, locationId).find((entry) => entry.tier === null)
            return [`${product.productId}/${locationId}`, Number(base?.price ?? 0)] as const
          })
        )
      )
      for (let move = 0; move < 6000; move++) {
        clock.nowMs += 10_000
        store.tick()
      }
      let sales = 0
      for (const [key, first] of before) {
        const [productId = '', locationId] = key.split('/')
        const base = store.state.pricesAt(productId, Number(locationId)).find((entry) => entry.tier === null)
        expect(Math.abs(Number(base?.price ?? 0) - first)).toBeLessThanOrEqual(Math.max(0.05, first * 0.09))
        sales += base?.sales.filter((sale) => (sale.startsAtMs ?? 0) > START_MS + 60_000).length ?? 0
      }
      expect(sales).toBeGreaterThan(0)
      expect(clock.nowMs).toBeGreaterThan(START_MS)
      const soldOut = store.state.products.filter((product) =>
        product.stock.some((stock) => stock.isSellingRoom && stock.locationId === REGINA && stock.quantity === '0')
      )
      expect(soldOut.length).toBeLessThan(80)
    }))

  it('moves by itself', async () => {
    const store = await startDemoStore({ livingStepMs: 1 })
    const first = JSON.stringify(store.state.products.map((product) => product.updatedAtMs))
    const now = () => JSON.stringify(store.state.products.map((product) => product.updatedAtMs))
    await expect.poll(now).not.toBe(first)
    await store.close()
  })
})
