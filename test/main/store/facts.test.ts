import { expect, test } from 'vitest'
import type { SpecificationRecord } from '../../../src/main/cova/records.ts'
import {
  NO_OVERRIDES,
  NOW,
  aCataloguePage,
  aLocation,
  aPrice,
  aProduct,
  aPromotion,
  aRate,
  aSet,
  ids,
  landPrices,
  openTestStore,
  passCatalogue,
  passLocations,
  passPromotions,
  priced,
  tick
} from './store-fixture.ts'

const aSpecification = (displayName: string, value: string, unit: string | null = null): SpecificationRecord => ({
  fieldId: 1,
  stringId: null,
  fieldGroup: null,
  fieldName: null,
  displayName,
  value,
  type: null,
  unit
})

test('a product becomes facts of one location', () => {
  const store = openTestStore()
  const product = aProduct('p1', {
    name: 'Blue Dream',
    specifications: [
      aSpecification('Brand', 'Acme'),
      aSpecification('THC Min', '22', '%'),
      aSpecification('THC Max', '26', '%')
    ],
    availability: [
      { locationId: 1, roomId: 5, inStockQuantity: '3.5', isSellingRoom: true },
      { locationId: 2, roomId: 6, inStockQuantity: '9', isSellingRoom: true }
    ],
    applicableTaxRateIds: ['pst', 'gst', 'elsewhere', 'undescribed'],
    heroShotUri: 'https://pictures.example/1.png'
  })
  const sets = [aSet(1, 'p1', [aPrice('10')]), aSet(2, 'p1', [aPrice('11')])]
  passCatalogue(store, [{ product, sets }], {
    taxRates: [
      aRate('gst', { displayName: 'G.S.T.' }),
      aRate('pst', { name: 'PST', displayName: '', rate: '0.07', layer: 1 }),
      aRate('elsewhere', { locationIds: [2] }),
      aRate('not-its-own')
    ]
  })
  const facts = {
    productId: 'p1',
    name: 'Blue Dream',
    classification: ['Flower', 'Indica'],
    unit: 'g',
    inStock: true,
    stock: '3.5',
    records: [aPrice('10')],
    taxRates: [
      { taxRateId: 'gst', name: 'G.S.T.', kind: 'Percentage', rate: '0.05', layer: 0, calculatedOn: 'SoldAtPrice' },
      { taxRateId: 'pst', name: 'PST', kind: 'Percentage', rate: '0.07', layer: 1, calculatedOn: 'SoldAtPrice' }
    ],
    details: { brand: 'Acme', strain: 'indica', thc: '22–26%', cbd: null },
    pictureUrl: 'https://pictures.example/1.png',
    traits: {
      classificationIds: [1],
      classificationIsWhole: false,
      supplierIds: [],
      specifications: [
        { fieldId: 1, stringId: null, displayName: 'Brand', value: 'Acme' },
        { fieldId: 1, stringId: null, displayName: 'THC Max', value: '26' },
        { fieldId: 1, stringId: null, displayName: 'THC Min', value: '22' }
      ],
      isNonStock: null,
      isBatchTracked: null
    }
  }
  expect(store.productsAt(1)).toEqual([facts])
  expect(store.someProductsAt(1, ['p1', 'p1', 'unknown'])).toEqual([facts])
  expect(store.problems(NO_OVERRIDES).map((one) => one.code)).toEqual(['tax-rate-unknown'])
})

test('the same facts whether one product, many, or all are read', () => {
  const store = openTestStore()
  const products = ids(400).map((id, i) => ({
    product: aProduct(id, {
      measurementType: i % 2 === 0 ? 'Mass' : 'SingleUnit',
      applicableTaxRateIds: i % 3 === 0 ? ['gst'] : [],
      availability: [{ locationId: 1, roomId: null, inStockQuantity: String(i % 4), isSellingRoom: true }],
      specifications: [aSpecification('CBD', String(i), 'mg')]
    }),
    sets: [
      aSet(1, id, [
        aPrice('1', { sales: [{ salePrice: '0.9', atTierSalePrice: null, startsAtMs: null, stopsAtMs: null }] }),
        aPrice('2', { group: { groupId: 7, name: 'Staff' } })
      ])
    ]
  }))
  passCatalogue(store, products, { taxRates: [aRate('gst')] })
  const all = store.productsAt(1)
  expect(all).toHaveLength(400)
  expect(store.someProductsAt(1, ids(400))).toEqual(all)
  expect(ids(400).flatMap((id) => store.someProductsAt(1, [id]))).toEqual(all)
})

const room = (inStockQuantity: string, isSellingRoom = true, locationId = 1) => ({
  locationId,
  roomId: null,
  inStockQuantity,
  isSellingRoom
})

test('stock: the exact sum over the selling rooms of that location is above nothing', () => {
  const store = openTestStore()
  const cases: readonly (readonly [ReturnType<typeof room>[] | null, boolean | null, boolean?])[] = [
    [null, null],
    [[], false],
    [[room('0')], false],
    [[room('0.1')], true],
    [[room('5', false)], false],
    [[room('5', true, 2)], false],
    [[room('0.1'), room('0.2'), room('-0.3')], false],
    [[room('0.1'), room('0.2'), room('-0.29999')], true],
    [[room('5')], null, true]
  ]
  passCatalogue(
    store,
    cases.map(([availability, , isNonStock], i) => ({
      product: aProduct(`p${i}`, { availability, isNonStock: isNonStock ?? false }),
      sets: [aSet(1, `p${i}`, [aPrice('1')])]
    }))
  )
  const inStock = new Map(store.productsAt(1).map((one) => [one.productId, one.inStock]))
  expect(cases.map((_, i) => inStock.get(`p${i}`))).toEqual(cases.map(([, expected]) => expected))
})

test('classification: the path in parts, else the name, else nothing', () => {
  const store = openTestStore()
  const cases = [
    ['Flower > Indica', 'Indica', ['Flower', 'Indica']],
    [' Edibles >  Gummies ', null, ['Edibles', 'Gummies']],
    [null, 'Flower', ['Flower']],
    ['', ' ', []],
    [null, null, []]
  ] as const
  passCatalogue(
    store,
    cases.map(([classificationPath, classificationName], i) => ({
      product: aProduct(`p${i}`, { classificationPath, classificationName }),
      sets: [aSet(1, `p${i}`, [aPrice('1')])]
    }))
  )
  expect(store.productsAt(1).map((one) => one.classification)).toEqual(cases.map(([, , expected]) => expected))
})

test('only active, unarchived products with a price appear; a price may come before its product', () => {
  const store = openTestStore()
  landPrices(store, [aSet(1, 'p1', [aPrice('5', { group: { groupId: 7, name: null } })])])
  expect(store.productsAt(1)).toEqual([])
  const run = store.startRun('catalogue', 'changes', tick())
  store.landCataloguePage(run, aCataloguePage([{ product: aProduct('p2'), sets: [] }], tick()), tick())
  const page = aCataloguePage([], tick(), { products: [aProduct('p1')], presentProductIds: ['p1'] })
  expect(store.landCataloguePage(run, page, tick()).productIds).toEqual(['p1'])
  expect(store.productsAt(1).map((one) => one.productId)).toEqual(['p1'])
})

test('a changed tax rate rebuilds whole boards; the same again does not', () => {
  const store = openTestStore()
  const run = store.startRun('catalogue', 'changes', tick())
  const land = (rate: string) =>
    store.landCataloguePage(run, aCataloguePage([], tick(), { taxRates: [aRate('gst', { rate })] }), tick())
  expect(land('0.05').locations).toBe(true)
  expect(land('0.05').locations).toBe(false)
  expect(land('0.06').locations).toBe(true)
})

const node = (entityId: number, role: 'Company' | 'Division' | 'Location', parentId: number | null) => ({
  entityId,
  name: role,
  role,
  parentId
})

test('a location becomes facts: zone, currency, tax pricing, ancestry', () => {
  const store = openTestStore()
  const run = store.startRun('locations', 'full', tick())
  store.landLocations(run, { locations: [aLocation(11)], presentLocationIds: [11], rejected: [] }, tick())
  store.landTree(
    run,
    { nodes: [node(9, 'Company', null), node(10, 'Division', 9), node(11, 'Location', 10)], rejected: [] },
    tick()
  )
  store.finishRun(run, null, tick())
  expect(store.locations(NO_OVERRIDES)).toEqual([
    {
      locationId: 11,
      name: 'Store 11',
      timeZone: 'America/Regina',
      currency: 'CAD',
      taxPricing: 'Exclusive',
      amountsHeld: false,
      ancestry: [11, 10, 9]
    }
  ])
  expect(store.location(12, NO_OVERRIDES)).toBeNull()
  expect(store.places()).toEqual(new Map([[11, 'Regina, SK']]))
})

test('an unknown zone and an unknown currency are problems, never UTC; an override wins', () => {
  const store = openTestStore()
  passLocations(store, [aLocation(1, { windowsZone: 'Moon Standard Time', countryCode: 'FR' })])
  expect(store.location(1, NO_OVERRIDES)).toMatchObject({ timeZone: null, currency: null, ancestry: [1] })
  expect(store.problems(NO_OVERRIDES).map((one) => [one.code, one.locationId])).toEqual([
    ['time-zone-unknown', 1],
    ['currency-unknown', 1]
  ])
  const overrides = { timeZones: { 1: 'Europe/Paris' }, currencies: { 1: 'USD' as const } }
  expect(store.location(1, overrides)).toMatchObject({ timeZone: 'Europe/Paris', currency: 'USD' })
  expect(store.problems(overrides)).toEqual([])
})

test('a zone and a daylight-saving flag that contradict each other are reported', () => {
  const store = openTestStore()
  passLocations(store, [
    aLocation(1, { observesDaylightSaving: true }),
    aLocation(2, { windowsZone: 'Eastern Standard Time', observesDaylightSaving: false }),
    aLocation(3, { windowsZone: 'Eastern Standard Time', observesDaylightSaving: true }),
    aLocation(4, { observesDaylightSaving: null })
  ])
  expect(store.problems(NO_OVERRIDES).map((one) => [one.code, one.locationId])).toEqual([
    ['daylight-saving-contradiction', 1],
    ['daylight-saving-contradiction', 2]
  ])
})

test('a promotion is read where it is enabled: at the location or a node above it, and only while Active', () => {
  const store = openTestStore()
  passPromotions(store, [
    aPromotion('here', { enabledAtEntityIds: [1], productIds: ['b', 'a'] }),
    aPromotion('above', { enabledAtEntityIds: [9, 2] }),
    aPromotion('elsewhere', { enabledAtEntityIds: [2] }),
    aPromotion('paused', { status: 'Inactive' })
  ])
  const location = {
    locationId: 1,
    name: '',
    timeZone: null,
    currency: null,
    taxPricing: 'Exclusive' as const,
    amountsHeld: false,
    ancestry: [1, 9]
  }
  expect(store.promotionsAt(location)).toEqual([
    {
      promotionId: 'above',
      name: 'Promotion above',
      type: 'Bundle',
      enabledAtEntityIds: [2, 9],
      schedule: 'BEGIN:VEVENT\nEND:VEVENT',
      productIds: [],
      terms: null
    },
    {
      promotionId: 'here',
      name: 'Promotion here',
      type: 'Bundle',
      enabledAtEntityIds: [1],
      schedule: 'BEGIN:VEVENT\nEND:VEVENT',
      productIds: ['a', 'b'],
      terms: null
    }
  ])
})

test('feed states: success sets the cursor and clears the error, a failure keeps both', () => {
  const store = openTestStore()
  expect(store.feedStates().prices).toEqual({ feed: 'prices', lastSuccessAtMs: null, cursorMs: null, lastError: null })
  const first = store.startRun('prices', 'changes', NOW)
  store.finishRun(first, 77, NOW + 1)
  const second = store.startRun('prices', 'changes', NOW + 2)
  store.failRun(second, { code: 'timeout', message: 'No answer' }, NOW + 3)
  expect(store.feedStates().prices).toEqual({
    feed: 'prices',
    lastSuccessAtMs: NOW + 1,
    cursorMs: 77,
    lastError: { atMs: NOW + 3, code: 'timeout', message: 'No answer' }
  })
  const third = store.startRun('prices', 'changes', NOW + 4)
  store.finishRun(third, null, NOW + 5)
  expect(store.feedStates().prices).toMatchObject({ lastSuccessAtMs: NOW + 5, cursorMs: 77, lastError: null })
  expect(store.syncRuns(2).map((one) => [one.runId, one.errorCode])).toEqual([
    [third, null],
    [second, 'timeout']
  ])
})

test('the log counts pages, records, changes and rejects', () => {
  const store = openTestStore()
  passCatalogue(store, [priced('p1'), priced('p2')])
  expect(store.syncRuns(1)).toMatchObject([
    { feed: 'catalogue', kind: 'full', pages: 1, records: 2, changed: 2, rejected: 0 }
  ])
})

test('the clock offset and the start of the last full pass are kept', () => {
  const store = openTestStore()
  expect([store.storedClockOffsetMs(), store.lastFullPassStartedAtMs()]).toEqual([null, null])
  store.storeClockOffset(-1500)
  const run = store.startRun('catalogue', 'full', NOW)
  store.finishRun(run, null, NOW + 9)
  expect([store.storedClockOffsetMs(), store.lastFullPassStartedAtMs()]).toEqual([-1500, NOW])
})
