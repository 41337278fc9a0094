import { expect, test } from 'vitest'
import { createCovaClient } from '../../../src/main/cova/cova-client.ts'
import { createCorrectedClock } from '../../../src/main/sync/corrected-clock.ts'
import {
  passCatalogue,
  passLocations,
  passPrices,
  passPromotions,
  type PassHost
} from '../../../src/main/sync/feed-passes.ts'
import { createSyncHold, type SyncHold } from '../../../src/main/sync/sync-hold.ts'
import type { StoreChange, StoreWriter } from '../../../src/main/store/store.types.ts'
import { type DemoCaller, REGINA, withDemoStore } from '../demo-store/demo-caller.ts'
import { NO_OVERRIDES, openTestStore } from '../store/store-fixture.ts'

interface Stage extends DemoCaller {
  readonly topshelf: StoreWriter
  readonly host: PassHost
  readonly hold: SyncHold
  /** What boards were told of, each time something had landed. */
  readonly changes: StoreChange[]
  /** Base prices in Regina, by product. */
  readonly prices: () => ReadonlyMap<string, string>
}

/** A store that has been filled once, and pages of forty; the prices of a hundred products have changed since. */
async function withStage(play: (stage: Stage) => Promise<void>, limits?: PassHost['holdingLimits']): Promise<void> {
  await withDemoStore(
    async (caller) => {
      const { store, clock } = caller
      const topshelf = openTestStore()
      const changes: StoreChange[] = []
      const hold = createSyncHold(new AbortController().signal)
      const host: PassHost = {
        client: createCovaClient(
          { apiUrl: store.url, tokenUrl: store.tokenUrl, ...store.credentials },
          { nowMs: () => clock.nowMs, retries: 0, breakerThreshold: 1000 }
        ),
        store: topshelf,
        clock: createCorrectedClock({
          nowMs: () => clock.nowMs,
          steadyMs: () => clock.nowMs,
          uptimeMs: () => clock.nowMs
        }),
        onChange: (change) => changes.push(change),
        onStart: () => {},
        onProgress: () => {},
        onPlaces: () => {},
        hold,
        steadyMs: () => clock.nowMs,
        firstPauseMs: 1,
        ...(limits === undefined ? {} : { holdingLimits: limits })
      }
      await passLocations(host)
      await passCatalogue(host, null)
      clock.nowMs += 60_000
      for (const { productId } of store.state.products.slice(0, 100)) store.state.setPrice(productId, null, '77.70')
      clock.nowMs += 1000
      changes.length = 0
      const prices = (): ReadonlyMap<string, string> =>
        new Map(
          topshelf
            .productsAt(REGINA)
            .map(({ productId, records }) => [
              productId,
              records.find(({ tier, group }) => tier === null && group === null)?.price ?? ''
            ])
        )
      await play({ ...caller, topshelf, host, hold, changes, prices })
    },
    { pageCap: 40 }
  )
}

const MINUTE_MS = 60_000
const raisedOf = (prices: ReadonlyMap<string, string>): number =>
  [...prices.values()].filter((price) => price === '77.7').length

/** What the board has at each reply to come: `at` is called before the reply is sent. */
function beforeEachReply({ store }: DemoCaller, endpoint: 'prices' | 'catalogue' | 'promotions', at: () => void): void {
  store.faults.always(endpoint, {
    kind: 'transform',
    transform: (body) => {
      at()
      return body
    }
  })
}

test('prices of a poll of many pages change all at once, with the last of them', async () => {
  await withStage(async (stage) => {
    const seen: number[] = []
    beforeEachReply(stage, 'prices', () => seen.push(raisedOf(stage.prices())))
    expect(await passPrices(stage.host, stage.clock.nowMs - 5 * MINUTE_MS)).toMatchObject({ ok: true })
    expect(seen.length).toBeGreaterThan(3)
    expect(new Set(seen)).toEqual(new Set([0]))
    expect(raisedOf(stage.prices())).toBeGreaterThan(50)
    expect(stage.changes).toHaveLength(1)
    expect(stage.changes[0]?.productIds.length).toBeGreaterThan(50)
  })
})

test('a full catalogue of many pages changes a board at once, with what has left it', async () => {
  await withStage(async (stage) => {
    const gone = [...stage.prices().keys()].at(-1) ?? ''
    stage.store.state.removeProduct(gone)
    const seen: string[] = []
    beforeEachReply(stage, 'catalogue', () => seen.push(`${raisedOf(stage.prices())} ${stage.prices().has(gone)}`))
    expect(await passCatalogue(stage.host, null)).toMatchObject({ ok: true })
    expect(new Set(seen)).toEqual(new Set(['0 true']))
    expect(stage.prices().has(gone)).toBe(false)
    expect(raisedOf(stage.prices())).toBeGreaterThan(50)
    expect(stage.changes).toHaveLength(1)
  })
})

test('a poll that fails half way lands what it had brought, which is newer than what is stored', async () => {
  await withStage(async (stage) => {
    stage.store.faults.next('prices', null, null, { kind: 'html' })
    expect(await passPrices(stage.host, stage.clock.nowMs - 5 * MINUTE_MS)).toMatchObject({ ok: false })
    const raised = raisedOf(stage.prices())
    expect(raised).toBeGreaterThan(0)
    expect(stage.changes.filter(({ productIds }) => productIds.length > 0)).toHaveLength(1)
    expect(await passPrices(stage.host, stage.clock.nowMs - 5 * MINUTE_MS)).toMatchObject({ ok: true })
    expect(raisedOf(stage.prices())).toBeGreaterThan(raised)
  })
})

test('a promotion’s new version never stands without what it does', async () => {
  await withStage(async (stage) => {
    await passPromotions(stage.host, true)
    const location = stage.topshelf.location(REGINA, NO_OVERRIDES)
    if (location === null) throw new Error('the store has no location')
    const shown = (): readonly string[] => stage.topshelf.promotionsAt(location).map((one) => JSON.stringify(one))
    const before = shown()
    const [promotion] = stage.store.state.promotions
    stage.store.state.replacePromotion(promotion?.promotionId ?? '', { name: 'Renamed', enabledAtEntityIds: [REGINA] })
    const seen: (readonly string[])[] = []
    beforeEachReply(stage, 'promotions', () => seen.push(shown()))
    await passPromotions(stage.host, false)
    expect(seen).toEqual([before])
    expect(shown().some((one) => one.includes('Renamed'))).toBe(true)
  })
})

test('a pass that is more than is held lands in pages, whole ones, and loses nothing', async () => {
  await withStage(
    async (stage) => {
      const seen: number[] = []
      beforeEachReply(stage, 'prices', () => seen.push(raisedOf(stage.prices())))
      expect(await passPrices(stage.host, stage.clock.nowMs - 5 * MINUTE_MS)).toMatchObject({ ok: true })
      expect(new Set(seen).size).toBeGreaterThan(2)
      expect(raisedOf(stage.prices())).toBeGreaterThan(50)
    },
    { records: 50, forMs: 60_000 }
  )
})

test('known prices do not wait for a slow rest longer than a minute, nor for a manager who holds the sync', async () => {
  await withStage(async (stage) => {
    const seen: number[] = []
    beforeEachReply(stage, 'prices', () => {
      seen.push(raisedOf(stage.prices()))
      stage.clock.nowMs += 45_000
    })
    await passPrices(stage.host, stage.clock.nowMs - 5 * MINUTE_MS)
    expect(seen.slice(0, 2)).toEqual([0, 0])
    expect(seen.at(-1)).toBeGreaterThan(0)
  })
  await withStage(
    async (stage) => {
      // A page that does not come at all: what came before it lands by itself, meanwhile.
      let replies = 0
      let meanwhile = 0
      const { fetchPricePage } = stage.host.client
      const slow: PassHost = {
        ...stage.host,
        client: {
          ...stage.host.client,
          fetchPricePage: async (...given) => {
            replies += 1
            if (replies === 3) {
              await expect.poll(() => raisedOf(stage.prices())).toBeGreaterThan(0)
              meanwhile = raisedOf(stage.prices())
            }
            return fetchPricePage(...given)
          }
        }
      }
      expect(await passPrices(slow, stage.clock.nowMs - 5 * MINUTE_MS)).toMatchObject({ ok: true })
      expect(meanwhile).toBeGreaterThan(0)
      expect(raisedOf(stage.prices())).toBeGreaterThan(meanwhile)
    },
    { records: 150_000, forMs: 200 }
  )
  await withStage(async (stage) => {
    let replies = 0
    beforeEachReply(stage, 'prices', () => {
      replies += 1
      if (replies === 3) stage.hold.hold()
    })
    const pass = passPrices(stage.host, stage.clock.nowMs - 5 * MINUTE_MS)
    await expect.poll(() => raisedOf(stage.prices())).toBeGreaterThan(0)
    expect(stage.hold.isHeld()).toBe(true)
    stage.hold.release()
    expect(await pass).toMatchObject({ ok: true })
  })
})

test('a page that cannot be landed keeps the others of its pass from nothing, and the run fails', async () => {
  await withStage(async (stage) => {
    let pages = 0
    const { landPricePage } = stage.topshelf
    const store: StoreWriter = {
      ...stage.topshelf,
      landPricePage: (...given) => {
        pages += 1
        // The second page, with the others and by itself.
        if (given[1].sets.length > 0 && given[1].sets[0]?.productId === second) throw new Error('a bug')
        return landPricePage(...given)
      }
    }
    const asOf = stage.clock.nowMs - 5 * MINUTE_MS
    const page = await stage.host.client.fetchPricePage({ asOfMs: asOf, skip: 40, top: 40 })
    const second = page.ok ? page.value.sets[0]?.productId : undefined
    expect(second).toBeDefined()
    await expect(passPrices({ ...stage.host, store }, asOf)).rejects.toThrow('a bug')
    expect(pages).toBeGreaterThan(2)
    expect(raisedOf(stage.prices())).toBeGreaterThan(20)
    expect(stage.topshelf.feedStates().prices.lastError).toMatchObject({ code: 'internal-error' })
  })
})
