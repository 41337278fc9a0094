import { expect, test } from 'vitest'
import { askEngine, REGINA, setAbsenceStage, viewOn } from './absence-stage.ts'

const SCREENS = {
  Flower: { set: { kind: 'classifications', paths: [['Flower']] } },
  Birch: { set: { kind: 'shelf', shelfId: 28 } },
  Deals: { set: { kind: 'on-promotion' }, soldOut: 'hide' },
  Bar: {
    set: { kind: 'full' },
    timedSets: [{ from: '14:00', set: { kind: 'classifications', paths: [['Pre-rolls']] } }]
  },
  New: { set: { kind: 'new-arrivals' } }
}

test('over the whole demo store, what is up is what the boards show, on every screen', async () => {
  const stage = await setAbsenceStage()
  const { state } = stage.store
  const [first, second] = state.products
  state.setStock(first?.productId ?? '', REGINA, '0')
  state.archive(second?.productId ?? '')
  const engine = await stage.engineWith({ screens: SCREENS })
  expect(await stage.sync()).toBeNull()

  const views = new Map(
    [null, ...Object.keys(SCREENS)].map((screen) => {
      const view = viewOn(engine, screen)
      const tickets = view?.items.flatMap((item) => item.tickets.map(({ promotionId }) => promotionId))
      return [screen, { products: view?.items.map(({ productId }) => productId), promotions: new Set(tickets) }]
    })
  )
  const upOn = new Map<string | null, string[]>([...views.keys()].map((screen) => [screen, []]))
  for (const { productId } of state.products) {
    const { screens, reasons, up } = await askEngine(engine, 'absence:product', REGINA, null, productId)
    expect(up).toBe(reasons.length === 0)
    for (const screen of screens) if (screen.up) upOn.get(screen.name)?.push(productId)
  }
  for (const [screen, { products }] of views) expect(upOn.get(screen)?.toSorted()).toEqual(products?.toSorted())

  for (const { promotionId } of state.promotions) {
    const { screens } = await askEngine(engine, 'absence:promotion', REGINA, null, promotionId)
    for (const { name, up } of screens) expect(up).toBe(views.get(name)?.promotions.has(promotionId))
  }
  expect(upOn.get(null)?.length).toBeGreaterThan(350)
  expect(upOn.get('New')).toEqual([])
  expect(views.get('Deals')?.promotions.size).toBeGreaterThan(3)
})
