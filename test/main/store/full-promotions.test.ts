import { expect, test } from 'vitest'
import type { LocationFacts } from '../../../src/domain/board/board-facts.ts'
import type { StoreWriter } from '../../../src/main/store/store.types.ts'
import {
  NO_OVERRIDES,
  PERCENT_OFF,
  aFullPromotion,
  aLocation,
  aPromotion,
  aRejected,
  ids,
  makeDataDir,
  openTestStore,
  passBothPromotions,
  passLocations,
  passPromotions,
  tick
} from './store-fixture.ts'

const HERE: LocationFacts = {
  locationId: 1,
  name: '',
  timeZone: null,
  currency: null,
  taxPricing: 'Exclusive',
  amountsHeld: false,
  ancestry: [1, 9]
}

const shown = (store: StoreWriter) =>
  store.promotionsAt(HERE).map(({ promotionId, name, terms }) => [promotionId, name, terms === null ? null : 'terms'])

const rejectedFull = (key: string, more: { readonly unidentified?: true } = {}) =>
  aRejected('promotion', key, { feed: 'full-promotions', ...more })

test('in both feeds at one version, a promotion has its badge and what it does, to the digit', () => {
  const store = openTestStore()
  const terms = PERCENT_OFF.replace('0.2', '0.12345678901')
  const { change } = passBothPromotions(
    store,
    [aPromotion('a', { productIds: ['x'] })],
    [aFullPromotion('a', { terms })]
  )
  expect(change.promotions).toBe(true)
  expect(store.promotionsAt(HERE)).toEqual([
    {
      promotionId: 'a',
      name: 'Promotion a',
      type: 'Bundle',
      enabledAtEntityIds: [1],
      schedule: 'BEGIN:VEVENT\nEND:VEVENT',
      productIds: ['x'],
      terms: {
        promotionType: {
          Type: 'EachMatchedPercentOff',
          PercentOffOfEach: 0.12345678901,
          ItemsToMatch: { Type: 'None' }
        },
        cartCondition: null,
        lineCondition: null
      }
    }
  ])
  const again = passBothPromotions(store, [aPromotion('a', { productIds: ['x'] })], [aFullPromotion('a', { terms })])
  expect([again.change.promotions, again.end.promotions]).toEqual([false, false])
})

test("with the full feed behind, its terms are not used and the name is the menu board's", () => {
  const store = openTestStore()
  passBothPromotions(store, [aPromotion('a', { version: 3, name: 'New' })], [aFullPromotion('a', { version: 2 })])
  expect(shown(store)).toEqual([['a', 'New', null]])
})

test('with the menu board behind, the newer head and its stores stand, and the products it lists', () => {
  const store = openTestStore()
  const menuBoard = [aPromotion('a', { version: 2, productIds: ['x'] }), aPromotion('b', { version: 2 })]
  passBothPromotions(store, menuBoard, [
    aFullPromotion('a', { version: 3, name: 'New', type: 'Percent Off', schedule: 'NEW', enabledAtEntityIds: [9] }),
    aFullPromotion('b', { version: 3, enabledAtEntityIds: [2] })
  ])
  expect(store.promotionsAt(HERE)).toMatchObject([
    { promotionId: 'a', name: 'New', type: 'Percent Off', schedule: 'NEW', enabledAtEntityIds: [9], productIds: ['x'] }
  ])
  expect(store.promotionsAt({ ...HERE, locationId: 2, ancestry: [2] })).toMatchObject([{ promotionId: 'b' }])
  expect(store.promotionStanding('a', 1).stored).toMatchObject({ facts: { name: 'New' }, isDropped: false })
})

test('a newer head that says Deleted takes the promotion away, whichever feed it comes from', () => {
  const store = openTestStore()
  passBothPromotions(
    store,
    [aPromotion('a', { version: 2 }), aPromotion('b', { version: 3, status: 'Deleted' })],
    [aFullPromotion('a', { version: 3, status: 'Deleted' }), aFullPromotion('b', { version: 2 })]
  )
  expect(shown(store)).toEqual([])
})

test("in the menu board's feed alone, a promotion keeps its badge and nothing is said of what it does", () => {
  const store = openTestStore()
  passBothPromotions(store, [aPromotion('a'), aPromotion('b')], [aFullPromotion('b')])
  expect(shown(store)).toEqual([
    ['a', 'Promotion a', null],
    ['b', 'Promotion b', 'terms']
  ])
})

test('in the full feed alone, it is not shown until the menu board lists its products', () => {
  const store = openTestStore()
  passBothPromotions(store, [], [aFullPromotion('a')])
  expect(shown(store)).toEqual([])
  passPromotions(store, [aPromotion('a')])
  expect(shown(store)).toEqual([['a', 'Promotion a', 'terms']])
})

test('what the full feed has no more is gone at once, all of them if need be, though the menu board still lists it', () => {
  const store = openTestStore()
  const menuBoard = ids(3).map((id) => aPromotion(id))
  passBothPromotions(
    store,
    menuBoard,
    ids(3).map((id) => aFullPromotion(id))
  )
  const { end } = passBothPromotions(store, menuBoard, [])
  expect(end).toMatchObject({ promotions: true, heldBack: false })
  expect(shown(store)).toEqual([])
  expect(store.promotionStanding('p1', 1).stored).toMatchObject({ isDropped: true })
  // The hour's menu board goes on listing it at the version that went.
  passPromotions(store, menuBoard)
  expect(shown(store)).toEqual([])
})

test('a newer version of it on the menu board is another matter: a badge, without what it does', () => {
  const store = openTestStore()
  passBothPromotions(store, [aPromotion('a')], [aFullPromotion('a')])
  passBothPromotions(store, [aPromotion('a')], [])
  passPromotions(store, [aPromotion('a', { version: 2 })])
  expect(shown(store)).toEqual([['a', 'Promotion a', null]])
})

test('what comes back in the full feed is back', () => {
  const store = openTestStore()
  passBothPromotions(store, [aPromotion('a')], [aFullPromotion('a')])
  passBothPromotions(store, [aPromotion('a')], [])
  const { change } = passBothPromotions(store, [aPromotion('a')], [aFullPromotion('a')])
  expect(change.promotions).toBe(true)
  expect(shown(store)).toEqual([['a', 'Promotion a', 'terms']])
})

test('a record that is rejected is not missing: what is stored stays, while its version is not older', () => {
  const store = openTestStore()
  passBothPromotions(store, [aPromotion('a')], [aFullPromotion('a')])
  passBothPromotions(store, [aPromotion('a')], [], [rejectedFull('a')])
  expect(shown(store)).toEqual([['a', 'Promotion a', 'terms']])
  passBothPromotions(store, [aPromotion('a', { version: 2 })], [], [rejectedFull('a')])
  expect(shown(store)).toEqual([['a', 'Promotion a', null]])
  expect(store.quarantine(9)).toMatchObject([{ feed: 'full-promotions', kind: 'promotion', key: 'a' }])
  // The record of the menu board can be read: nothing tells a manager otherwise.
  expect(store.promotionStanding('a', 1).unreadRecord).toBeNull()
  expect(store.unreadRecords()).toEqual([])
  passBothPromotions(store, [aPromotion('a', { version: 2 })], [aFullPromotion('a', { version: 2 })])
  expect(store.quarantine(9)).toEqual([])
})

test('with a record whose id cannot be read nobody knows what is missing, and the other feed is as sure as before', () => {
  const store = openTestStore()
  const menuBoard = ids(6).map((id) => aPromotion(id))
  const full = ids(6).map((id) => aFullPromotion(id))
  passBothPromotions(store, menuBoard, full)
  passBothPromotions(store, menuBoard.slice(1), full.slice(2), [rejectedFull('?', { unidentified: true })])
  expect(shown(store).map(([id]) => id)).toEqual(['p2', 'p3', 'p4', 'p5', 'p6'])
})

test("when the full feed fails, the menu board's list has landed and what it has no more is gone", () => {
  const store = openTestStore()
  passLocations(store, [aLocation(1)])
  const menuBoard = ids(6).map((id) => aPromotion(id))
  passBothPromotions(
    store,
    menuBoard,
    ids(6).map((id) => aFullPromotion(id))
  )
  const run = store.startRun('promotions', 'full', tick())
  const promotions = [...menuBoard.slice(1), aPromotion('p7')]
  store.landPromotions(
    run,
    { promotions, presentPromotionIds: promotions.map((one) => one.promotionId), rejected: [] },
    tick()
  )
  const change = store.failRun(run, { code: 'forbidden', message: 'Cova refuses the full promotions' }, tick())
  expect(change.promotions).toBe(true)
  expect(shown(store).map(([id, , terms]) => [id, terms])).toEqual([
    ...['p2', 'p3', 'p4', 'p5', 'p6'].map((id) => [id, 'terms']),
    ['p7', null]
  ])
  expect(store.feedStates().promotions.lastError).toMatchObject({ code: 'forbidden' })
})

test('the last full reading is remembered: when it was, what the menu board had, and whether something was missing', () => {
  const dataDir = makeDataDir()
  const first = openTestStore(dataDir)
  expect(first.fullPromotionsReading([])).toEqual({ readAtMs: null, lacked: false, isBehind: false })
  passPromotions(first, [aPromotion('a')])
  expect(first.fullPromotionsReading([])).toEqual({ readAtMs: null, lacked: false, isBehind: true })
  passBothPromotions(first, [aPromotion('a'), aPromotion('b')], [aFullPromotion('a')])
  const { readAtMs } = first.fullPromotionsReading([])
  expect(first.fullPromotionsReading([])).toEqual({ readAtMs: expect.any(Number), lacked: false, isBehind: false })
  first.close()

  const second = openTestStore(dataDir)
  expect(second.fullPromotionsReading([])).toEqual({ readAtMs, lacked: false, isBehind: false })
  expect(shown(second)).toEqual([
    ['a', 'Promotion a', 'terms'],
    ['b', 'Promotion b', null]
  ])
  passPromotions(second, [aPromotion('a')])
  expect(second.fullPromotionsReading([]).isBehind).toBe(false)
  passPromotions(second, [aPromotion('a', { version: 2 })])
  expect(second.fullPromotionsReading([]).isBehind).toBe(true)
  // The full feed lags: it is asked again until it has what the menu board has.
  passBothPromotions(second, [aPromotion('a', { version: 2 })], [aFullPromotion('a')])
  expect(second.fullPromotionsReading([])).toMatchObject({ lacked: false, isBehind: true })
  passBothPromotions(second, [aPromotion('a', { version: 2 })], [])
  expect(second.fullPromotionsReading([])).toMatchObject({ lacked: true, isBehind: false })
  passBothPromotions(second, [aPromotion('a', { version: 2 })], [])
  expect(second.fullPromotionsReading([])).toMatchObject({ lacked: false, isBehind: false })
})

test('a program that died between landing the full feed and the end of the run dropped nothing', () => {
  const dataDir = makeDataDir()
  const first = openTestStore(dataDir)
  passBothPromotions(first, [aPromotion('a'), aPromotion('b')], [aFullPromotion('a'), aFullPromotion('b')])
  const { readAtMs } = first.fullPromotionsReading([])
  const run = first.startRun('promotions', 'full', tick())
  first.landPromotions(run, { promotions: [aPromotion('a')], presentPromotionIds: ['a'], rejected: [] }, tick())
  first.landFullPromotions(run, { promotions: [aFullPromotion('a')], presentPromotionIds: ['a'], rejected: [] }, tick())
  first.close()
  const second = openTestStore(dataDir)
  expect(shown(second).map(([id]) => id)).toEqual(['a', 'b'])
  expect(second.fullPromotionsReading([])).toMatchObject({ readAtMs })
  expect(second.problems(NO_OVERRIDES)).toEqual([])
})
