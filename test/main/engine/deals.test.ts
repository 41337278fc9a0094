import { expect, it } from 'vitest'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { EngineCore } from '../../../src/main/engine/engine-core.ts'
import type { BoardSnapshot, CustomerKind } from '../../../src/shared/board-snapshot.ts'
import type { PricedBasket } from '../../../src/shared/priced-basket.ts'
import { removeDir, temporaryDir } from '../serve/serve-process.ts'
import { runEngine, syncOnce } from './running-engine.ts'

const HOUR_MS = 3_600_000

interface Asked {
  readonly locationId: number
  readonly atMs: number
  readonly groupId: number | null
  readonly customer: CustomerKind
}

function boardOf(engine: EngineCore, asked: Asked): BoardSnapshot {
  const answer = engine.boards.boardJson(asked)
  if (!answer.ok) throw new Error(answer.message)
  return JSON.parse(answer.json) as BoardSnapshot
}

function basketOf(engine: EngineCore, asked: Asked, productId: string, quantity: string): PricedBasket {
  const answer = engine.boards.basketJson({
    locationId: asked.locationId,
    at: new Date(asked.atMs).toISOString(),
    customer: { medical: asked.customer === 'medical', groupId: asked.groupId },
    lines: [{ productId, quantity }]
  })
  if (!answer.ok) throw new Error(answer.message)
  return JSON.parse(answer.json) as PricedBasket
}

it('the deal of every rung of the demo store is what a basket of that quantity comes to, at each store, hour and audience', async () => {
  const store = await startDemoStore({ living: false })
  const dataDir = temporaryDir()
  try {
    const engine = await runEngine(store, dataDir)
    expect(await syncOnce(engine)).toBeNull()
    const groupIds = new Set(
      store.state.products.flatMap(({ productId }) =>
        store.state.locations.flatMap(({ Id }) =>
          store.state.pricesAt(productId, Id).flatMap(({ group }) => (group === null ? [] : [group.groupId]))
        )
      )
    )
    const compared = { deals: 0, equal: 0, outTheDoor: 0, inclusive: 0, group: 0, medical: 0 }
    const nowMs = Date.now()
    for (const { Id: locationId } of store.state.locations)
      for (const hours of [0, 31, 78])
        for (const [groupId, customer] of [
          [null, 'recreational'],
          [null, 'medical'],
          ...[...groupIds].map((id) => [id, 'recreational'] as const)
        ] as const) {
          const asked = { locationId, atMs: nowMs + hours * HOUR_MS, groupId, customer }
          const board = boardOf(engine, asked)
          for (const { productId, ladder, badges } of board.items)
            for (const { quantity, price, deal } of ladder) {
              if (deal === null) continue
              compared.deals += 1
              expect(badges.map(({ promotionId }) => promotionId)).toContain(deal.promotionId)
              const { lines, total, discount } = basketOf(engine, asked, productId, quantity)
              const [line] = lines
              expect(line?.amount).toBe(price)
              const [only, ...others] = line?.promotions ?? []
              // Another promotion may leave less still; the board never promises it.
              const left = Number(price) - Number(discount)
              expect(Number(deal.price)).toBeGreaterThanOrEqual(left - 1e-9)
              if (others.length > 0 || only?.promotionId !== deal.promotionId) continue
              compared.equal += 1
              expect(deal.price).toBe(left.toFixed(2))
              expect(deal.outTheDoor).toBe(total)
              if (board.taxPricing === 'Inclusive') compared.inclusive += 1
              else if (deal.outTheDoor !== deal.price) compared.outTheDoor += 1
              if (groupId !== null) compared.group += 1
              if (customer === 'medical') compared.medical += 1
            }
        }
    for (const count of Object.values(compared)) expect(count).toBeGreaterThan(10)
    await engine.stop()
  } finally {
    await store.close()
    removeDir(dataDir)
  }
})
