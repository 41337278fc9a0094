import { expect, test } from 'vitest'
import type { CartCondition, LineCondition } from '../../../src/main/demo-store/wire.types.ts'
import { askEngine, REGINA, setAbsenceStage, viewOn } from './absence-stage.ts'

const SCREENS = {
  Flower: { set: { kind: 'classifications', paths: [['Flower']] } },
  Birch: { set: { kind: 'shelf', shelfId: 28 } },
  Deals: { set: { kind: 'on-promotion' }, soldOut: 'hide' },
  Bar: {
    set: { kind: 'full' },
    timedSets: [{ from: '14:00', set: { kind: 'classifications', paths: [['Pre-rolls']] } }]
  },
  New: { set: { kind: 'new-arrivals' } },
  Clinic: { set: { kind: 'full' }, customer: 'medical' },
  ClinicDeals: { set: { kind: 'on-promotion' }, customer: 'medical' }
}

const ANY = { Type: 'None' } as const
const MEDICAL = { Type: 'MedCustomer' } as const
const CONDITIONS: readonly (readonly [string, CartCondition, LineCondition])[] = [
  ['Anybody', ANY, ANY],
  ['Medical', MEDICAL, ANY],
  ['Recreational', { Type: 'NoneOf', Conditions: [MEDICAL] }, ANY],
  ['Group', { Type: 'CustomerInPricingGroup', PricingGroupId: 700 }, ANY],
  ['Nobody', { Type: 'AnyOf', Conditions: [] }, ANY],
  ['Not with sale prices', ANY, { Type: 'NoSalePricing' }]
]

test('over the whole demo store, what is up is what the boards show, on every screen', async () => {
  const stage = await setAbsenceStage()
  const { state } = stage.store
  const [first, second] = state.products
  state.setStock(first?.productId ?? '', REGINA, '0')
  state.archive(second?.productId ?? '')
  // Over products with sales and without: whom it is for, and which prices it leaves out, decide what is up.
  for (const [name, cartCondition, lineCondition] of CONDITIONS)
    state.addPromotion({
      name,
      cartCondition,
      lineCondition,
      schedule: ['BEGIN:VEVENT', 'DTSTART:20261101T000000', 'DTEND:20261231T235959', 'END:VEVENT', ''].join('\r\n'),
      promotionType: { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.1, ItemsToMatch: { Type: 'None' } },
      catalogIds: state.products.slice(100, 104).map(({ productId }) => productId)
    })
  for (const { productId } of state.products.slice(100, 104)) state.setSale(productId, null, { salePrice: '0.50' })
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
