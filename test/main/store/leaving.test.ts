import { expect, test } from 'vitest'
import {
  NO_OVERRIDES,
  aCataloguePage,
  aLocation,
  aPrice,
  aProduct,
  aPromotion,
  aRejected,
  aSet,
  ids,
  landPrices,
  openTestStore,
  passCatalogue,
  passLocations,
  passPromotions,
  priced,
  shownAt,
  tick
} from './store-fixture.ts'

const products = (count: number, locationIds: readonly number[] = [1]) =>
  ids(count).map((id) => priced(id, locationIds))
const problemCodes = (store: ReturnType<typeof openTestStore>): readonly string[] =>
  store.problems(NO_OVERRIDES).map((problem) => problem.code)

test('a product missing from a complete pass leaves the board when the pass ends, not before', () => {
  const store = openTestStore()
  passCatalogue(store, products(10))
  const run = store.startRun('catalogue', 'full', tick())
  store.landCataloguePage(run, aCataloguePage(products(8), tick()), tick())
  expect(shownAt(store, 1)).toHaveLength(10)
  const end = store.finishRun(run, null, tick())
  expect(end).toMatchObject({ heldBack: false })
  expect([...end.productIds].sort()).toEqual(['p10', 'p9'])
  expect(shownAt(store, 1)).toEqual([...ids(8)].sort())
})

test('exactly 20 % may leave, more is held back and reported, and the next pass that agrees removes it', () => {
  const store = openTestStore()
  passLocations(store, [aLocation(1)])
  passCatalogue(store, products(10))
  const end = passCatalogue(store, products(7))
  expect(end).toMatchObject({ heldBack: true, productIds: [] })
  expect(shownAt(store, 1)).toHaveLength(10)
  expect(store.problems(NO_OVERRIDES)).toMatchObject([
    { code: 'removals-held-back', locationId: 1, message: expect.stringContaining('3 of 10 products') }
  ])
  const agreed = passCatalogue(store, products(7))
  expect(agreed.heldBack).toBe(false)
  expect(agreed.productIds).toHaveLength(3)
  expect(shownAt(store, 1)).toHaveLength(7)
  expect(problemCodes(store)).toEqual([])
})

test('what is newly missing in the agreeing pass counts anew', () => {
  const store = openTestStore()
  passCatalogue(store, products(20))
  expect(passCatalogue(store, products(15)).heldBack).toBe(true)
  const second = passCatalogue(store, products(10))
  expect(second.heldBack).toBe(true)
  expect(shownAt(store, 1)).toEqual([...ids(15)].sort())
  expect(passCatalogue(store, products(10)).heldBack).toBe(false)
  expect(shownAt(store, 1)).toEqual([...ids(10)].sort())
})

test('a pass that has them again forgets what was held back', () => {
  const store = openTestStore()
  passCatalogue(store, products(10))
  passCatalogue(store, products(5))
  passCatalogue(store, products(10))
  expect(problemCodes(store)).toEqual([])
  expect(passCatalogue(store, products(5)).heldBack).toBe(true)
  expect(shownAt(store, 1)).toHaveLength(10)
})

test('the guard judges each location by itself', () => {
  const store = openTestStore()
  const everywhere = products(10, [1, 2])
  const only1 = ids(20).map((id) => priced(`only1-${id}`, [1]))
  passCatalogue(store, [...everywhere, ...only1])
  // 5 of 30 leave location 1, but 5 of 10 would leave location 2.
  const end = passCatalogue(store, [...everywhere.slice(0, 5), ...only1])
  expect(end.heldBack).toBe(true)
  expect(shownAt(store, 1)).toHaveLength(25)
  expect(shownAt(store, 2)).toHaveLength(10)
  passCatalogue(store, [...everywhere.slice(0, 5), ...only1])
  expect(shownAt(store, 2)).toHaveLength(5)
})

test('an empty catalogue is held back first', () => {
  const store = openTestStore()
  passCatalogue(store, products(3))
  expect(passCatalogue(store, []).heldBack).toBe(true)
  expect(shownAt(store, 1)).toHaveLength(3)
})

test('a run that failed midway removes nothing, and neither does the one after it for what only that one missed', () => {
  const store = openTestStore()
  passCatalogue(store, products(10))
  const run = store.startRun('catalogue', 'full', tick())
  store.landCataloguePage(run, aCataloguePage(products(2), tick()), tick())
  store.failRun(run, { code: 'timeout', message: 'Cova did not answer' }, tick())
  expect(shownAt(store, 1)).toHaveLength(10)
  expect(passCatalogue(store, products(10)).productIds).toEqual([])
  expect(() => store.finishRun(run, null, tick())).toThrow('not under way')
})

test('a product that is present but rejected is not missing, and its last good value stays', () => {
  const store = openTestStore()
  passCatalogue(store, products(10))
  const end = passCatalogue(store, products(9), {
    presentProductIds: ids(10),
    rejected: [aRejected('product', 'p10', { feed: 'catalogue' })]
  })
  expect(end.productIds).toEqual([])
  expect(shownAt(store, 1)).toHaveLength(10)
})

test('with a product whose id could not be read, nobody can say which ones are missing', () => {
  const store = openTestStore()
  passCatalogue(store, products(10))
  passCatalogue(store, products(9), {
    rejected: [aRejected('product', '?', { feed: 'catalogue', unidentified: true })]
  })
  expect(shownAt(store, 1)).toHaveLength(10)
})

test('archived and inactive products leave at once, however many', () => {
  const store = openTestStore()
  passCatalogue(store, products(4))
  const run = store.startRun('catalogue', 'changes', tick())
  const gone = [
    { ...priced('p1'), product: aProduct('p1', { isArchived: true }) },
    { ...priced('p2'), product: aProduct('p2', { lifeCycle: 'Discontinued' }) },
    { ...priced('p3'), product: aProduct('p3', { lifeCycle: 'Inactive' }) }
  ]
  expect([...store.landCataloguePage(run, aCataloguePage(gone, tick()), tick()).productIds].sort()).toEqual([
    'p1',
    'p2',
    'p3'
  ])
  expect(shownAt(store, 1)).toEqual(['p4'])
})

test('in a full pass, a location where a product has no prices any more is a removal behind the guard', () => {
  const store = openTestStore()
  passCatalogue(store, products(10, [1, 2]))
  const withoutTwo = [...products(2, [1]), ...products(10, [1, 2]).slice(2)]
  expect(passCatalogue(store, withoutTwo)).toMatchObject({ heldBack: false })
  expect(shownAt(store, 1)).toHaveLength(10)
  expect(shownAt(store, 2)).toHaveLength(8)
  expect(passCatalogue(store, products(10, [1]))).toMatchObject({ heldBack: true, productIds: [] })
  expect(shownAt(store, 2)).toHaveLength(8)
  expect(passCatalogue(store, products(10, [1])).productIds).toHaveLength(8)
  expect(shownAt(store, 2)).toEqual([])
  expect(shownAt(store, 1)).toHaveLength(10)
})

test('prices and products that another feed brought while the pass was under way stay', () => {
  const store = openTestStore()
  passCatalogue(store, [...products(10), priced('old', [1])])
  const run = store.startRun('catalogue', 'full', tick())
  store.landCataloguePage(run, aCataloguePage([...products(10), { ...priced('old'), sets: [] }], tick()), tick())
  const changes = store.startRun('catalogue', 'changes', tick())
  store.landCataloguePage(changes, aCataloguePage([priced('new')], tick()), tick())
  store.finishRun(changes, null, tick())
  landPrices(store, [aSet(1, 'old', [aPrice('11')])])
  store.finishRun(run, null, tick())
  expect(shownAt(store, 1)).toContain('new')
  expect(shownAt(store, 1)).toContain('old')
})

test('a page that was asked for before the pass ended does not bring a removed product back', () => {
  const store = openTestStore()
  passCatalogue(store, products(10))
  const late = aCataloguePage([priced('p10')], tick())
  passCatalogue(store, products(9))
  const run = store.startRun('catalogue', 'changes', tick())
  expect(store.landCataloguePage(run, late, tick()).productIds).toEqual([])
  expect(shownAt(store, 1)).toHaveLength(9)
})

test('a missing promotion leaves at the end of the pass; more than 20 % of a location are held back', () => {
  const store = openTestStore()
  passLocations(store, [aLocation(1), aLocation(2)])
  const both = new Set(['p1', 'p2', 'p3'])
  const promotions = ids(20).map((id) => aPromotion(id, { enabledAtEntityIds: both.has(id) ? [1, 2] : [1] }))
  expect(passPromotions(store, promotions).change.promotions).toBe(true)
  expect(passPromotions(store, promotions).change.promotions).toBe(false)
  const [one, two] = store.locations(NO_OVERRIDES)
  if (one === undefined || two === undefined) throw new Error('two locations')

  // Three of twenty at location 1, but all of location 2: they leave the first, and the second holds them back.
  const without = promotions.filter(({ promotionId }) => !both.has(promotionId))
  const { end } = passPromotions(store, without)
  expect(end).toMatchObject({ heldBack: true, promotions: true })
  expect(store.promotionsAt(one)).toHaveLength(17)
  expect(store.promotionsAt(two)).toHaveLength(3)
  expect(store.problems(NO_OVERRIDES)).toMatchObject([{ code: 'removals-held-back', locationId: 2 }])
  expect(passPromotions(store, without).end).toMatchObject({ heldBack: false, promotions: true })
  expect(store.promotionsAt(two)).toEqual([])
  expect(passPromotions(store, promotions).change.promotions).toBe(true)
  expect(store.promotionsAt(one)).toHaveLength(20)

  expect(passPromotions(store, promotions.slice(0, 14)).end.heldBack).toBe(true)
  expect(store.promotionsAt(one)).toHaveLength(20)
})

test('a store with few promotions is guarded like any other: one of two is more than a fifth', () => {
  const store = openTestStore()
  passLocations(store, [aLocation(1)])
  const promotions = ids(2).map((id) => aPromotion(id))
  passPromotions(store, promotions)
  expect(passPromotions(store, promotions.slice(1)).end).toMatchObject({ heldBack: true, promotions: false })
  expect(passPromotions(store, promotions.slice(1)).end).toMatchObject({ heldBack: false, promotions: true })
  for (const location of store.locations(NO_OVERRIDES)) expect(store.promotionsAt(location)).toHaveLength(1)
})

test('a promotion that comes back is back everywhere', () => {
  const store = openTestStore()
  passLocations(store, [aLocation(1), aLocation(2)])
  const promotions = ids(10).map((id) => aPromotion(id, { enabledAtEntityIds: id === 'p1' ? [1, 2] : [1] }))
  passPromotions(store, promotions)
  passPromotions(store, promotions.slice(1))
  expect(passPromotions(store, promotions).change.promotions).toBe(true)
  for (const location of store.locations(NO_OVERRIDES)) {
    expect(store.promotionsAt(location).map((one) => one.promotionId)).toContain('p1')
  }
  expect(problemCodes(store)).toEqual([])
})

test('a promotion that is present but rejected stays', () => {
  const store = openTestStore()
  passLocations(store, [aLocation(1)])
  passPromotions(
    store,
    ids(10).map((id) => aPromotion(id))
  )
  const run = store.startRun('promotions', 'full', tick())
  store.landPromotions(
    run,
    {
      promotions: ids(9).map((id) => aPromotion(id)),
      presentPromotionIds: ids(10),
      rejected: [aRejected('promotion', 'p10', { feed: 'promotions' })]
    },
    tick()
  )
  expect(store.finishRun(run, null, tick())).toMatchObject({ promotions: false, heldBack: false })
})

test('locations: more than 20 % missing are held back until the next pass agrees', () => {
  const store = openTestStore()
  passLocations(store, [aLocation(1), aLocation(2)])
  const { end } = passLocations(store, [aLocation(1)])
  expect(end).toMatchObject({ heldBack: true, locations: false })
  expect(store.locations(NO_OVERRIDES)).toHaveLength(2)
  expect(problemCodes(store)).toEqual(['removals-held-back'])
  expect(passLocations(store, [aLocation(1)]).end).toMatchObject({ heldBack: false, locations: true })
  expect(store.locations(NO_OVERRIDES).map((one) => one.locationId)).toEqual([1])
})

test('a locations run that never got its tree leaves the tree alone', () => {
  const store = openTestStore()
  const run = store.startRun('locations', 'full', tick())
  const presentLocationIds = [1]
  store.landLocations(run, { locations: [aLocation(1)], presentLocationIds, rejected: [] }, tick())
  const nodes = [
    { entityId: 9, name: 'Company', role: 'Company' as const, parentId: null },
    { entityId: 1, name: 'Store', role: 'Location' as const, parentId: 9 }
  ]
  expect(store.landTree(run, { nodes, rejected: [] }, tick()).locations).toBe(true)
  store.finishRun(run, null, tick())
  expect(passLocations(store, [aLocation(1)]).end.locations).toBe(false)
  expect(store.location(1, NO_OVERRIDES)?.ancestry).toEqual([1, 9])
})

test('changed prices are never the whole: nothing is missing from them', () => {
  const store = openTestStore()
  passCatalogue(store, products(5))
  const run = store.startRun('prices', 'full', tick())
  expect(store.finishRun(run, null, tick()).productIds).toEqual([])
  expect(shownAt(store, 1)).toHaveLength(5)
})
