import { expect, test } from 'vitest'
import type { TaxPricingRecord } from '../../../src/main/cova/records.ts'
import type { StoreWriter } from '../../../src/main/store/store.types.ts'
import {
  NO_OVERRIDES,
  aLocation,
  aRejected,
  openTestStore,
  passCatalogue,
  passLocations,
  priced,
  tick
} from './store-fixture.ts'

type Listed = Readonly<Record<number, TaxPricingRecord['taxPricing']>>

const landTaxes = (store: StoreWriter, listed: Listed) => {
  const configurations = Object.entries(listed).map(([id, taxPricing]) => ({ locationId: Number(id), taxPricing }))
  const run = store.startRun('taxes', 'full', tick())
  const presentLocationIds = configurations.map((one) => one.locationId)
  const change = store.landTaxPricing(run, { configurations, presentLocationIds, rejected: [] }, tick())
  return { change, end: store.finishRun(run, null, tick()) }
}

const stateOf = (store: StoreWriter) =>
  store.locations(NO_OVERRIDES).map((one) => `${one.locationId} ${one.taxPricing}${one.amountsHeld ? ' held' : ''}`)

const withLocations = (): StoreWriter => {
  const store = openTestStore()
  passLocations(store, [aLocation(1), aLocation(2), aLocation(3)])
  return store
}

test('a location that is not listed is Exclusive, and what is first known holds nothing', () => {
  const store = withLocations()
  expect(landTaxes(store, { 1: 'Inclusive', 2: 'Exclusive' }).change.locations).toBe(true)
  expect(stateOf(store)).toEqual(['1 Inclusive', '2 Exclusive', '3 Exclusive'])
  expect(landTaxes(store, { 1: 'Inclusive', 2: 'Exclusive' }).change.locations).toBe(false)
})

test('a change holds the amounts until a full catalogue pass that started after it has finished', () => {
  const store = withLocations()
  landTaxes(store, { 1: 'Exclusive', 2: 'Inclusive' })
  const early = store.startRun('catalogue', 'full', tick())
  expect(landTaxes(store, { 1: 'Inclusive', 2: 'Inclusive' }).change.locations).toBe(true)
  expect(stateOf(store)).toEqual(['1 Inclusive held', '2 Inclusive', '3 Exclusive'])
  expect(store.problems(NO_OVERRIDES)).toMatchObject([{ code: 'amounts-held', locationId: 1 }])

  expect(store.finishRun(early, null, tick()).locations).toBe(false)
  const changes = store.startRun('catalogue', 'changes', tick())
  expect(store.finishRun(changes, null, tick()).locations).toBe(false)
  const failed = store.startRun('catalogue', 'full', tick())
  store.failRun(failed, { code: 'timeout', message: '' }, tick())
  expect(stateOf(store)[0]).toBe('1 Inclusive held')

  expect(passCatalogue(store, [priced('p1')]).locations).toBe(true)
  expect(stateOf(store)[0]).toBe('1 Inclusive')
  expect(passCatalogue(store, [priced('p1')]).locations).toBe(false)
})

test('a location that is listed no more becomes Exclusive at the end of the pass, and is held', () => {
  const store = withLocations()
  landTaxes(store, { 1: 'Inclusive', 2: 'Exclusive' })
  const { change, end } = landTaxes(store, { 2: 'Exclusive' })
  expect([change.locations, end.locations]).toEqual([false, true])
  expect(stateOf(store)).toEqual(['1 Exclusive held', '2 Exclusive', '3 Exclusive'])
})

test('Exclusive listed or not is the same: nothing changes, nothing is held', () => {
  const store = withLocations()
  landTaxes(store, { 1: 'Exclusive' })
  const { change, end } = landTaxes(store, { 2: 'Exclusive' })
  expect([change.locations, end.locations]).toEqual([false, false])
  expect(stateOf(store)).toEqual(['1 Exclusive', '2 Exclusive', '3 Exclusive'])
})

test('a location whose setting was rejected keeps its last good one', () => {
  const store = withLocations()
  landTaxes(store, { 1: 'Inclusive' })
  const run = store.startRun('taxes', 'full', tick())
  const rejected = [aRejected('tax-pricing', '1', { feed: 'taxes' })]
  store.landTaxPricing(run, { configurations: [], presentLocationIds: [1], rejected }, tick())
  expect(store.finishRun(run, null, tick()).locations).toBe(false)
  expect(stateOf(store)[0]).toBe('1 Inclusive')
})

test('a run that failed takes no setting away', () => {
  const store = withLocations()
  landTaxes(store, { 1: 'Inclusive' })
  const run = store.startRun('taxes', 'full', tick())
  store.failRun(run, { code: 'forbidden', message: '' }, tick())
  const empty = store.startRun('taxes', 'full', tick())
  store.finishRun(empty, null, tick())
  expect(stateOf(store)[0]).toBe('1 Inclusive')
})

test('a location named twice and differently is Exclusive', () => {
  const store = withLocations()
  const run = store.startRun('taxes', 'full', tick())
  const configurations: readonly TaxPricingRecord[] = [
    { locationId: 1, taxPricing: 'Exclusive' },
    { locationId: 1, taxPricing: 'Inclusive' }
  ]
  store.landTaxPricing(run, { configurations, presentLocationIds: [1], rejected: [] }, tick())
  expect(stateOf(store)[0]).toBe('1 Exclusive')
})
