import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import type { EngineCore } from '../../../src/main/engine/engine-core.ts'
import type {
  InquiryChannel,
  ManagerAnswer,
  ManagerArgs,
  ManagerReply
} from '../../../src/shared/manager/manager-channels.ts'
import { runEngine, syncOnce } from '../engine/running-engine.ts'
import { removeDir, temporaryDir } from '../serve/serve-process.ts'

const NOW = Date.parse('2026-11-24T10:00:00-06:00')

let store: DemoStore
let engine: EngineCore
let dataDir: string

beforeAll(async () => {
  const startedAt = Date.now()
  store = await startDemoStore({ living: false, nowMs: () => NOW + Date.now() - startedAt })
  dataDir = temporaryDir()
  engine = await runEngine(store, dataDir)
  expect(await syncOnce(engine)).toBeNull()
}, 60_000)

afterAll(async () => {
  await engine?.stop()
  await store?.close()
  if (dataDir !== undefined) removeDir(dataDir)
})

async function ask<C extends InquiryChannel>(channel: C, ...args: ManagerArgs<C>): Promise<ManagerAnswer<C>> {
  const reply = (await engine.inquire({ channel, args })) as ManagerReply<ManagerAnswer<C>>
  if (!reply.ok) throw new Error(reply.message)
  return reply.answer
}

describe('in the demo store', () => {
  it.each([
    ['Regina, taxes added', 110501],
    ['Hamilton, taxes inside', 110502],
    ['Denver, layers and list prices', 110503]
  ])(
    '%s: every price of the board is explained, and is the one explained',
    async (_name, locationId) => {
      const at = { kind: 'wall', day: '2026-11-27', minute: 980 } as const
      const { view } = await ask('time-machine:board', { locationId, screen: null, at })
      expect(view.items.length).toBeGreaterThan(100)
      let prices = 0
      for (const { productId, rungs } of view.items)
        for (const { quantity, youPay } of rungs) {
          const asked = { locationId, screen: null, at, productIds: [productId], quantity, payer: 'everybody' } as const
          const { explanation } = await ask('price:explain', asked)
          // The plain amount has the same digits as the large one.
          expect(explanation.youPay.amount).toBe(youPay?.digits)
          prices += 1
        }
      expect(prices).toBeGreaterThan(200)
    },
    60_000
  )

  it('tells the weekly promotions of the company, and when the next of them begins', async () => {
    const at = { kind: 'now' } as const
    const { lanes, next } = await ask('time-machine:forecast', { locationId: 110501, screen: null, at })
    expect(lanes.find(({ name }) => name === 'Ferry Friday')?.bars).toHaveLength(4)
    expect(next?.label).toMatch(/^Next change: /)
    const there = await ask('time-machine:board', {
      locationId: 110501,
      screen: null,
      at: { kind: 'instant', at: next?.at ?? '' }
    })
    expect(there.chosen.at).toBe(next?.at)
  })

  it('what changes before opening is what the two boards differ in', async () => {
    const { at, changes } = await ask('time-machine:differences', { locationId: 110501, screen: null })
    const now = await ask('time-machine:board', { locationId: 110501, screen: null, at: { kind: 'now' } })
    const then = await ask('time-machine:board', { locationId: 110501, screen: null, at: { kind: 'instant', at } })
    const paid = (view: typeof now.view) =>
      new Map(view.items.map(({ name, rungs }) => [name, rungs.map(({ youPay }) => youPay?.digits).join(' ')]))
    const [before, after] = [paid(now.view), paid(then.view)]
    const differing = [...after].filter(([name, amounts]) => before.get(name) !== amounts).map(([name]) => name)
    const told = changes.filter(({ kind }) => kind === 'price').flatMap(({ title, products }) => [title, ...products])
    expect(differing.length).toBeGreaterThan(5)
    expect(differing.filter((name) => !told.some((text) => text.includes(name)))).toEqual([])
  })
})
