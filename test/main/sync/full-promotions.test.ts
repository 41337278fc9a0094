import { expect, test } from 'vitest'
import { createCovaClient } from '../../../src/main/cova/cova-client.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import { createCorrectedClock } from '../../../src/main/sync/corrected-clock.ts'
import { passPromotions, type PassResult } from '../../../src/main/sync/feed-passes.ts'
import { createSyncHold } from '../../../src/main/sync/sync-hold.ts'
import type { StoreWriter } from '../../../src/main/store/store.types.ts'
import { type DemoCaller, REGINA, withDemoStore } from '../demo-store/demo-caller.ts'
import { NO_OVERRIDES, openTestStore } from '../store/store-fixture.ts'

const HOUR_MS = 3_600_000

interface Stage extends DemoCaller {
  readonly topshelf: StoreWriter
  /** The hourly pass of the promotions. */
  readonly pass: (full?: boolean) => Promise<PassResult>
  /** Records told as progress by the last pass. */
  readonly told: () => number
  /** How often the full promotions were asked for so far. */
  readonly asked: () => number
}

async function withStage(play: (stage: Stage) => Promise<void>): Promise<void> {
  await withDemoStore(async (caller) => {
    const { store, clock } = caller
    const topshelf = openTestStore()
    let told = 0
    const client = createCovaClient(
      { apiUrl: store.url, tokenUrl: store.tokenUrl, ...store.credentials },
      { nowMs: () => clock.nowMs, retries: 0, breakerThreshold: 1000 }
    )
    const host = {
      client,
      store: topshelf,
      clock: createCorrectedClock({
        nowMs: () => clock.nowMs,
        steadyMs: () => clock.nowMs,
        uptimeMs: () => clock.nowMs
      }),
      onChange: () => {},
      onStart: () => {},
      onProgress: (_feed: string, records: number) => {
        told = records
      },
      onPlaces: () => {},
      hold: createSyncHold(new AbortController().signal),
      steadyMs: () => clock.nowMs,
      firstPauseMs: 1
    }
    const run = topshelf.startRun('locations', 'full', clock.nowMs)
    const locations = await client.fetchLocations()
    const tree = await client.fetchTree()
    if (!locations.ok || !tree.ok) throw new Error('the demo store does not answer')
    topshelf.landLocations(run, locations.value, clock.nowMs)
    topshelf.landTree(run, tree.value, clock.nowMs)
    topshelf.finishRun(run, null, clock.nowMs)
    await play({
      ...caller,
      topshelf,
      pass: (full = false) => passPromotions(host, full),
      told: () => told,
      asked: () => fullCalls(store).length
    })
  })
}

const fullCalls = (store: DemoStore): readonly string[] =>
  store.requests.filter(({ endpoint }) => endpoint === 'promotions').map(({ path }) => path)

/** Promotions in force at the store in Regina: id, name and whether anything is known of what it does. */
function shown({ topshelf }: Stage): ReadonlyMap<string, { readonly name: string; readonly hasTerms: boolean }> {
  const location = topshelf.location(REGINA, NO_OVERRIDES)
  if (location === null) throw new Error('the store has no location')
  return new Map(
    topshelf
      .promotionsAt(location)
      .map(({ promotionId, name, terms }) => [promotionId.toLowerCase(), { name, hasTerms: terms !== null }])
  )
}

test('the first pass reads both feeds with every bit that can be evaluated, and counts both', async () => {
  await withStage(async (stage) => {
    expect(await stage.pass()).toMatchObject({ ok: true })
    expect(fullCalls(stage.store)).toEqual([
      `/promotions/v1/Companies/${stage.store.credentials.companyId}/ConditionCapabilities/32767/PromotionTypeCapabilities/2047/Promotions`
    ])
    const { length } = stage.store.state.promotions
    expect(stage.told()).toBe(2 * length)
    expect(stage.topshelf.syncRuns(1)).toMatchObject([
      { feed: 'promotions', pages: 2, records: 2 * length, rejected: 0 }
    ])
    const promotions = [...shown(stage).values()]
    expect(promotions.length).toBeGreaterThan(5)
    expect(promotions.every(({ hasTerms }) => hasTerms)).toBe(true)
  })
})

test('hourly passes do not ask for the full feed again within a day, and do after it', async () => {
  await withStage(async (stage) => {
    await stage.pass()
    for (let hour = 0; hour < 23; hour += 1) {
      stage.clock.nowMs += HOUR_MS
      await stage.pass()
    }
    expect(stage.asked()).toBe(1)
    stage.clock.nowMs += HOUR_MS
    await stage.pass()
    expect(stage.asked()).toBe(2)
    expect(await stage.pass(true)).toMatchObject({ ok: true })
    expect(stage.asked()).toBe(3)
  })
})

test('a server whose clock was put back by days does not keep the full feed from being read', async () => {
  await withStage(async (stage) => {
    await stage.pass()
    stage.clock.nowMs -= 48 * HOUR_MS
    await stage.pass()
    expect(stage.asked()).toBe(2)
  })
})

test('a new version and a new id on the menu board are each followed by a full reading, once', async () => {
  await withStage(async (stage) => {
    await stage.pass()
    const [promotion] = stage.store.state.promotions
    const id = promotion?.promotionId ?? ''
    stage.store.state.replacePromotion(id, { name: 'Renamed' })
    stage.clock.nowMs += HOUR_MS
    await stage.pass()
    expect(stage.asked()).toBe(2)
    expect(shown(stage).get(id)).toEqual({ name: 'Renamed', hasTerms: true })
    await stage.pass()
    expect(stage.asked()).toBe(2)

    if (promotion === undefined) throw new Error('the demo store has no promotion')
    const added = stage.store.state.addPromotion({
      name: 'Added',
      schedule: promotion.schedule,
      promotionType: promotion.promotionType,
      enabledAtEntityIds: [REGINA]
    })
    stage.clock.nowMs += HOUR_MS
    await stage.pass()
    expect(stage.asked()).toBe(3)
    expect(shown(stage).get(added.promotionId)).toEqual({ name: 'Added', hasTerms: true })
  })
})

test('a promotion that the full feed has no more is gone though the menu board lags, and is asked about once more', async () => {
  await withStage(async (stage) => {
    const lagging = [...stage.store.state.promotions]
    await stage.pass()
    const [goneId] = [...shown(stage).keys()]
    stage.store.faults.always('menu-board-promotions', null)
    stage.store.faults.always('promotions', {
      kind: 'transform',
      transform: (body) =>
        (body as readonly { readonly PromotionId: string }[]).filter(
          ({ PromotionId }) => PromotionId.toLowerCase() !== goneId
        )
    })
    stage.clock.nowMs += 24 * HOUR_MS
    await stage.pass()
    expect(stage.asked()).toBe(2)
    expect(shown(stage).has(goneId ?? '')).toBe(false)
    expect(stage.store.state.promotions).toHaveLength(lagging.length)
    stage.clock.nowMs += HOUR_MS
    await stage.pass()
    expect(stage.asked()).toBe(3)
    stage.clock.nowMs += HOUR_MS
    await stage.pass()
    expect(stage.asked()).toBe(3)
    expect(shown(stage).has(goneId ?? '')).toBe(false)
  })
})

test('a full feed that is refused fails the run with the permission, and the menu board goes on', async () => {
  await withStage(async (stage) => {
    await stage.pass()
    const [promotion] = stage.store.state.promotions
    const id = promotion?.promotionId ?? ''
    stage.store.state.replacePromotion(id, { name: 'Renamed' })
    stage.store.faults.always('promotions', { kind: 'status', status: 403 })
    stage.clock.nowMs += HOUR_MS
    const refused = await stage.pass()
    expect(refused).toMatchObject({ ok: false, failure: { code: 'forbidden' } })
    expect(stage.topshelf.feedStates().promotions.lastError?.message).toContain('"Manage Dispensary Specific Elements"')
    // The new version's terms are not known; the other promotions' stay in force.
    expect(shown(stage).get(id)).toEqual({ name: 'Renamed', hasTerms: false })
    expect([...shown(stage).values()].filter(({ hasTerms }) => hasTerms).length).toBe(shown(stage).size - 1)

    stage.store.faults.clear()
    expect(await stage.pass()).toMatchObject({ ok: true })
    expect(shown(stage).get(id)).toEqual({ name: 'Renamed', hasTerms: true })
    expect(stage.topshelf.feedStates().promotions.lastError).toBeNull()
  })
})

test('a record that is no promotion is put aside under its own feed, and the rest lands', async () => {
  await withStage(async (stage) => {
    stage.store.faults.next('promotions', {
      kind: 'transform',
      transform: (body) => (body as readonly object[]).map((one, at) => (at === 0 ? { ...one, PromotionType: 7 } : one))
    })
    expect(await stage.pass()).toMatchObject({ ok: true })
    expect(stage.topshelf.quarantine(9)).toMatchObject([
      { feed: 'full-promotions', kind: 'promotion', reason: 'PromotionType: expected object' }
    ])
    expect([...shown(stage).values()].filter(({ hasTerms }) => !hasTerms)).toHaveLength(1)
  })
})
