import * as fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { NO_PICTURES } from '../../../src/main/board/board-pictures.ts'
import { createBoardService } from '../../../src/main/board/board-service.ts'
import type { BoardService } from '../../../src/main/board/board-service.types.ts'
import type { BoardQuery, BoardEvent, ViewEvent, ViewQuery } from '../../../src/main/engine/engine.types.ts'
import type { StoreReader } from '../../../src/main/store/store.types.ts'
import type { Market } from '../../../src/domain/location/market.ts'
import type { ProductFacts, PromotionFacts } from '../../../src/domain/board/board-facts.ts'
import { DEFAULT_SCREEN } from '../../../src/domain/screen/default-screen.ts'
import type { BoardPatch, BoardSnapshot, FeedName } from '../../../src/shared/board-snapshot.ts'
import type { ViewHead, ViewItem } from '../../../src/shared/board-view.ts'
import type { PricedBasket } from '../../../src/shared/priced-basket.ts'
import type { StoreRewards } from '../../../src/shared/rewards.ts'
import type { ScreenSettings } from '../../../src/shared/screen-settings.ts'
import { location, percentage, priceRecord, product, sale, tier } from '../../domain/price-records.ts'
import { HOUSE_AS_DELIVERED } from './house-as-delivered.ts'

const START = Date.parse('2026-11-20T22:00:00Z')
const QUERY: BoardQuery = { locationId: 94451, atMs: null, groupId: null, customer: 'recreational' }

/** A store held in memory: what the service reads, editable by the test. */
interface MemoryStore {
  products: readonly ProductFacts[]
  promotions: readonly PromotionFacts[]
  pricesAtMs: number | null
  reads: number
  firstSeenAtMs: ReadonlyMap<string, number>
  installedAtMs: number | null
  /** The location's own where it is not said. */
  timeZone?: null
  markets?: ReadonlyMap<number, Market> | undefined
}

function readerOf(memory: MemoryStore): StoreReader {
  const placed = memory.timeZone === null ? { timeZone: null } : {}
  const feed = (name: FeedName) => ({ feed: name, lastSuccessAtMs: memory.pricesAtMs, cursorMs: null, lastError: null })
  return {
    locations: () => [location(placed)],
    location: (locationId) => (locationId === 94451 ? location(placed) : null),
    traitNames: () => ({ classifications: new Map(), suppliers: new Map() }),
    places: () => new Map(),
    storeHours: () => null,
    treeNames: () => new Map(),
    markets: () => memory.markets ?? new Map(),
    pricingGroups: () => [],
    recordsOfLastFull: () => null,
    productsAt: () => memory.products,
    someProductsAt: (_locationId, productIds) => {
      memory.reads += productIds.length
      return memory.products.filter(({ productId }) => productIds.includes(productId))
    },
    promotionsAt: () => memory.promotions,
    feedStates: () => ({
      locations: feed('locations'),
      catalogue: feed('catalogue'),
      prices: feed('prices'),
      promotions: feed('promotions'),
      taxes: feed('taxes')
    }),
    problems: () => [],
    quarantinedCount: () => 0,
    lastFullPassStartedAtMs: () => START,
    quarantine: () => [],
    syncRuns: () => [],
    storedClockOffsetMs: () => null,
    owner: () => null,
    firstSeenAtMs: () => memory.firstSeenAtMs,
    installedAtMs: () => memory.installedAtMs,
    close: () => {}
  }
}

let memory: MemoryStore
let service: BoardService

function serve(changes: Partial<Parameters<typeof createBoardService>[0]> = {}): BoardService {
  return createBoardService({
    ...HOUSE_AS_DELIVERED,
    reader: readerOf(memory),
    ...changes
  })
}

function watch(): { readonly snapshot: BoardSnapshot; readonly patches: BoardPatch[]; readonly ids: number[] } {
  const patches: BoardPatch[] = []
  const ids: number[] = []
  let snapshot: BoardSnapshot | null = null
  const subscribed = service.subscribeBoard(QUERY, ({ id, event, data }: BoardEvent) => {
    ids.push(id)
    if (event === 'snapshot') snapshot = JSON.parse(data) as BoardSnapshot
    else patches.push(JSON.parse(data) as BoardPatch)
  })
  expect(subscribed.ok).toBe(true)
  if (snapshot === null) throw new Error('no snapshot came first')
  return { snapshot, patches, ids }
}

beforeEach(() => {
  vi.useFakeTimers({ now: START })
  memory = {
    products: [
      product({
        productId: 'wren',
        records: [priceRecord({ price: '10', sales: [sale('8', '2026-11-20T22:30:00Z', '2026-11-20T23:00:00Z')] })]
      }),
      product({ productId: 'steady', records: [priceRecord({ price: '5' })] })
    ],
    promotions: [
      {
        promotionId: 'ferry',
        name: 'Ferry Friday',
        type: 'Percent Off',
        enabledAtEntityIds: [94447],
        // 16:45 to 17:15 by the wall clock of Regina, which is UTC-6.
        schedule: 'BEGIN:VEVENT\r\nDTSTART:20261120T164500\r\nDTEND:20261120T171500\r\nEND:VEVENT',
        productIds: ['steady'],
        terms: null
      }
    ],
    pricesAtMs: START,
    reads: 0,
    firstSeenAtMs: new Map(),
    installedAtMs: null
  }
  service = serve()
})

afterEach(() => {
  service.stop()
  vi.useRealTimers()
})

describe('flips at their instant, with no data from anywhere', () => {
  it('a sale starts and stops, a promotion comes and goes: each a patch of what differs alone', () => {
    const { snapshot, patches } = watch()
    expect(snapshot.nextChangeAt).toBe('2026-11-20T22:30:00.000Z')
    const seen = (): readonly unknown[] =>
      patches
        .splice(0)
        .filter(({ items }) => items.length > 0)
        .map(({ at, items }) => [at, items.map((item) => [item.productId, item.ladder[0]?.price, item.badges.length])])

    vi.setSystemTime(START)
    vi.advanceTimersByTime(30 * 60_000 - 1)
    expect(seen()).toEqual([])
    vi.advanceTimersByTime(1)
    expect(seen()).toEqual([['2026-11-20T22:30:00.000Z', [['wren', '8.00', 0]]]])
    vi.advanceTimersByTime(15 * 60_000)
    expect(seen()).toEqual([['2026-11-20T22:45:00.000Z', [['steady', '5.00', 1]]]])
    vi.advanceTimersByTime(15 * 60_000)
    expect(seen()).toEqual([['2026-11-20T23:00:00.000Z', [['wren', '10.00', 0]]]])
    vi.advanceTimersByTime(15 * 60_000)
    expect(seen()).toEqual([['2026-11-20T23:15:00.000Z', [['steady', '5.00', 0]]]])
    vi.advanceTimersByTime(24 * 3_600_000)
    expect(seen()).toEqual([])
    expect(memory.reads).toBe(0)
  })

  it('after sleep everything that was missed is there at once', () => {
    const { patches } = watch()
    vi.setSystemTime(START + 46 * 60_000)
    service.lookAtClock()
    expect(
      patches
        .at(-1)
        ?.items.map((item) => [item.productId, item.ladder[0]?.price, item.badges.length])
        .sort()
    ).toEqual([
      ['steady', '5.00', 1],
      ['wren', '8.00', 0]
    ])
  })

  it('sleep that nobody reported is noticed within seconds', () => {
    const { patches } = watch()
    vi.setSystemTime(START + 31 * 60_000)
    vi.advanceTimersByTime(10_000)
    expect(patches.some(({ items }) => items.some(({ productId }) => productId === 'wren'))).toBe(true)
  })

  it('a clock that is set back takes the board back', () => {
    vi.setSystemTime(START + 31 * 60_000)
    const { snapshot, patches } = watch()
    expect(snapshot.items.find(({ productId }) => productId === 'wren')?.ladder[0]?.price).toBe('8.00')
    vi.setSystemTime(START)
    vi.advanceTimersByTime(10_000)
    expect(patches.flatMap(({ items }) => items).find(({ productId }) => productId === 'wren')?.ladder[0]?.price).toBe(
      '10.00'
    )
  })
})

describe('a board of a fixed instant', () => {
  it('changes with the data, and not with the time', () => {
    const atMs = Date.parse('2026-11-20T22:45:00Z')
    const events: BoardPatch[] = []
    const subscribed = service.subscribeBoard({ ...QUERY, atMs }, ({ event, data }) => {
      if (event === 'patch') events.push(JSON.parse(data) as BoardPatch)
    })
    expect(subscribed.ok).toBe(true)
    vi.advanceTimersByTime(3_600_000)
    expect(events.filter(({ items }) => items.length > 0)).toEqual([])
    memory.products = [
      product({ productId: 'steady', records: [priceRecord({ price: '6' })] }),
      ...memory.products.filter(({ productId }) => productId !== 'steady')
    ]
    service.applyChange({ productIds: ['steady'], promotions: false, locations: false })
    expect(events.at(-1)?.items.map((item) => [item.productId, item.ladder[0]?.price, item.badges.length])).toEqual([
      ['steady', '6.00', 1]
    ])
  })
})

describe('boards of other instants', () => {
  const openAt = (atMs: number) => service.subscribeBoard({ ...QUERY, atMs }, () => undefined)
  const lookAt = (atMs: number) => service.subscribeView({ ...QUERY, atMs }, () => undefined)

  it('are sixteen at once: one more is refused, and whatever is open goes on', () => {
    const live = watch()
    const opened = Array.from({ length: 16 }, (_, index) => openAt(START + index * 60_000))
    expect(opened.map(({ ok }) => ok)).toEqual(opened.map(() => true))
    const refusal = { ok: false, status: 503, code: 'busy', message: 'Boards of 16 other instants are open already' }
    expect(openAt(START - 60_000)).toEqual(refusal)
    expect(lookAt(START - 60_000)).toEqual(refusal)
    // Readers of the same instants, the live board, and what is answered once.
    expect([openAt(START).ok, lookAt(START + 60_000).ok]).toEqual([true, true])
    expect(service.subscribeView(QUERY, () => undefined).ok).toBe(true)
    expect(service.boardJson({ ...QUERY, atMs: START - 60_000 }).ok).toBe(true)
    expect(service.viewAt({ ...QUERY, atMs: START - 60_000, screen: null, isNow: false }).ok).toBe(true)
    vi.advanceTimersByTime(30 * 60_000)
    expect(live.patches.length).toBeGreaterThan(0)
  })

  it('make room when they are left', () => {
    const opened = Array.from({ length: 16 }, (_, index) => openAt(START + index * 60_000))
    const [first] = opened
    if (first?.ok !== true) throw new Error('it was refused')
    first.close()
    expect(lookAt(START - 60_000).ok).toBe(true)
    expect(openAt(START - 120_000).ok).toBe(false)
  })
})

describe('changes of data', () => {
  it('only what a change touches is read and pushed; ids rise', () => {
    const { patches, ids } = watch()
    memory.products = [
      product({ productId: 'steady', records: [priceRecord({ price: '6' })] }),
      ...memory.products.filter(({ productId }) => productId !== 'steady')
    ]
    service.applyChange({ productIds: ['steady'], promotions: false, locations: false })
    expect(memory.reads).toBe(1)
    expect(patches).toHaveLength(1)
    expect(patches[0]?.items.map((item) => [item.productId, item.ladder[0]?.price])).toEqual([['steady', '6.00']])
    expect(ids).toEqual([1, 2])
  })

  it('one that lands at the moment a sale ends brings that end with it', () => {
    vi.setSystemTime(START + 31 * 60_000)
    const { patches } = watch()
    vi.setSystemTime(START + 61 * 60_000)
    memory.products = [
      product({ productId: 'steady', records: [priceRecord({ price: '6' })] }),
      ...memory.products.filter(({ productId }) => productId !== 'steady')
    ]
    service.applyChange({ productIds: ['steady'], promotions: false, locations: false })
    const [patch] = patches
    expect(patch?.items.map((item) => [item.productId, item.ladder[0]?.price]).sort()).toEqual([
      ['steady', '6.00'],
      ['wren', '10.00']
    ])
    expect(patch?.nextChangeAt === null || String(patch?.nextChangeAt) > String(patch?.at)).toBe(true)
  })

  it('the same facts again push nothing', () => {
    const { patches } = watch()
    service.applyChange({ productIds: ['steady', 'wren'], promotions: true, locations: false })
    expect(patches).toEqual([])
  })

  it('a product that left is removed by its id', () => {
    const { patches } = watch()
    memory.products = memory.products.filter(({ productId }) => productId !== 'wren')
    service.applyChange({ productIds: ['wren'], promotions: false, locations: false })
    expect(patches.map(({ removed }) => removed)).toEqual([['wren']])
  })

  it('a promotion taken away loses its badge', () => {
    vi.setSystemTime(START + 50 * 60_000)
    const { snapshot, patches } = watch()
    expect(snapshot.items.find(({ productId }) => productId === 'steady')?.badges).toHaveLength(1)
    memory.promotions = []
    service.applyChange({ productIds: [], promotions: true, locations: false })
    expect(patches.flatMap(({ items }) => items).map(({ productId, badges }) => [productId, badges.length])).toEqual([
      ['steady', 0]
    ])
  })

  it('a change of the location is a new snapshot', () => {
    const events: string[] = []
    service.subscribeBoard(QUERY, ({ event }) => events.push(event))
    service.applyChange({ productIds: [], promotions: false, locations: true })
    expect(events).toEqual(['snapshot', 'snapshot'])
  })

  it('a location that is gone leaves the last board where it is', () => {
    const { patches } = watch()
    service.stop()
    service = createBoardService({
      ...HOUSE_AS_DELIVERED,
      reader: { ...readerOf(memory), location: () => null },
      staleAfterMs: 1
    })
    expect(service.boardJson(QUERY)).toMatchObject({ ok: false, status: 404 })
    expect(patches).toEqual([])
  })
})

describe('age', () => {
  it('prices older than 15 minutes make the board stale, on the minute, and fresh prices end it', () => {
    const { patches } = watch()
    vi.advanceTimersByTime(15 * 60_000)
    expect(patches.some(({ stale }) => stale)).toBe(false)
    vi.advanceTimersByTime(2)
    expect(patches.at(-1)).toMatchObject({ stale: true, items: [], removed: [] })
    memory.pricesAtMs = Date.now()
    service.feedsChanged()
    expect(patches.at(-1)).toMatchObject({ stale: false })
  })
})

describe('age by a wrong clock', () => {
  it('prices from well ahead of now say nothing of their age: stale', () => {
    memory.pricesAtMs = START + 24 * 3_600_000
    expect(watch().snapshot.stale).toBe(true)
  })
})

describe('views', () => {
  function watchView(): ViewEvent[] {
    const events: ViewEvent[] = []
    expect(service.subscribeView(QUERY, (event) => events.push(event)).ok).toBe(true)
    return events
  }

  it('start with the whole board in words, then patch what differs, each with a new revision', () => {
    const events = watchView()
    expect(events[0]).toMatchObject({
      kind: 'view',
      view: { head: { storeName: 'Regina', clock: '4:00 pm', revision: '0' } }
    })
    vi.advanceTimersByTime(30 * 60_000)
    const patch = events.find((event) => event.kind === 'patch' && event.patch.items.length > 0)
    expect(patch).toMatchObject({
      patch: {
        head: { revision: expect.stringMatching(/^[1-9]/) },
        order: null,
        items: [
          {
            productId: 'wren',
            rungs: [{ youPay: { digits: '8.00' }, regular: '10.00', reduced: true, until: 'until 5 pm' }]
          }
        ]
      }
    })
  })

  it("the clock moves with the location's minute", () => {
    const events = watchView()
    vi.advanceTimersByTime(3 * 60_000)
    expect(events.filter(({ kind }) => kind === 'clock')).toEqual([
      { kind: 'clock', clock: '4:01 pm' },
      { kind: 'clock', clock: '4:02 pm' },
      { kind: 'clock', clock: '4:03 pm' }
    ])
  })

  it('nothing is pushed while nothing changes but the clock', () => {
    const events = watchView()
    vi.advanceTimersByTime(14 * 60_000)
    expect(events.filter(({ kind }) => kind === 'patch')).toEqual([])
  })
})

describe('a screen', () => {
  /** Opens a view and keeps it as the screen would, patch by patch. */
  function screen(changes: Partial<ScreenSettings>): {
    readonly shown: () => readonly ViewItem[]
    readonly head: () => ViewHead
  } {
    let head: ViewHead | null = null
    let order: readonly string[] = []
    const items = new Map<string, ViewItem>()
    const subscribed = service.subscribeView({ ...QUERY, changes }, (event) => {
      switch (event.kind) {
        case 'view':
          head = event.view.head
          order = event.view.items.map(({ productId }) => productId)
          for (const item of event.view.items) items.set(item.productId, item)
          return
        case 'patch':
          head = event.patch.head
          for (const item of event.patch.items) items.set(item.productId, item)
          for (const productId of event.patch.removed) items.delete(productId)
          order = event.patch.order ?? order
          return
        default:
      }
    })
    expect(subscribed.ok).toBe(true)
    return {
      shown: () => order.map((productId) => items.get(productId) as ViewItem),
      head: () => head as ViewHead
    }
  }
  const namesOf = (items: readonly ViewItem[]): readonly string[] => items.map(({ productId }) => productId)

  it('on promotion only: a product comes with its sale and goes with its end, the board unasked', () => {
    const only = screen({ set: { kind: 'on-promotion' } })
    const seen: (readonly string[])[] = []
    for (const minutes of [0, 30, 45, 60, 75]) {
      vi.advanceTimersByTime(START + minutes * 60_000 - Date.now())
      seen.push(namesOf(only.shown()))
    }
    expect(seen).toEqual([[], ['wren'], ['steady', 'wren'], ['steady'], []])
    expect(only.head().legend).toEqual([])
  })

  it('on promotion only: each promotion is a panel while it runs, and so is a sale; elsewhere there are none', () => {
    const only = screen({ set: { kind: 'on-promotion' } })
    const full = screen({})
    const seen: (readonly string[] | undefined)[] = []
    for (const minutes of [0, 30, 45, 60, 75]) {
      vi.advanceTimersByTime(START + minutes * 60_000 - Date.now())
      seen.push(only.head().panels?.map(({ headline, note }) => `${headline}: ${note}`))
      expect(full.head().panels).toBeNull()
    }
    const ferry = 'Ferry Friday: until 5:15 pm'
    expect(seen).toEqual([[], ['Sale: on now'], [ferry, 'Sale: on now'], [ferry], []])
  })

  it('that shows nothing says the taxes of the menu, and not that there are none', () => {
    const taxLineOf = (set: ScreenSettings['set']): string => screen({ set }).head().taxLine
    expect(namesOf(screen({ set: { kind: 'new-arrivals' } }).shown())).toEqual([])
    expect(taxLineOf({ kind: 'new-arrivals' })).toBe(taxLineOf({ kind: 'full' }))
  })

  it('has no panels where the market hides promotions or that prices are reduced', () => {
    for (const kind of ['hide-promotions', 'hide-reductions'] as const) {
      service.stop()
      service = serve({ marketRules: [{ kind, source: 'a statute', date: '2026-01-01' }] })
      vi.advanceTimersByTime(45 * 60_000)
      expect(screen({ set: { kind: 'on-promotion' } }).head().panels).toBeNull()
    }
  })

  it('shows the store’s rewards where it is set to, and only those that the point of sale runs', () => {
    const store: StoreRewards = {
      system: { kind: 'listed', id: 'cova' },
      takenFrom: 'before-taxes',
      rewards: [
        { rewardId: 'five', name: 'Five off', kind: 'flat', value: '5', points: 100, linkedId: null },
        { rewardId: 'all', name: 'All of it', kind: 'percent', value: '101', points: 9, linkedId: null }
      ]
    }
    service.stop()
    service = serve({ rewardsOf: (locationId) => (locationId === 94451 ? store : null) })
    expect(screen({}).head().rewards).toBeNull()
    expect(screen({ rewardsPanel: true, language: 'fr-CA' }).head().rewards).toEqual({
      title: 'Récompenses',
      rule: 'Une par commande',
      rewards: [
        {
          rewardId: 'five',
          name: 'Five off',
          offer: '5,00\u00a0$ de rabais',
          basis: 'avant taxes',
          note: 'Five off, avant taxes',
          points: '100 points'
        }
      ]
    })
    service.stop()
    service = serve({
      rewardsOf: () => store,
      marketRules: [{ kind: 'hide-promotions', source: 'a statute', date: '2026-01-01' }]
    })
    expect(screen({ rewardsPanel: true }).head().rewards).toBeNull()
    service.stop()
    service = serve({ rewardsOf: () => ({ ...store, system: { kind: 'other', name: 'Tillmate', like: null } }) })
    expect(screen({ rewardsPanel: true }).head().rewards).toBeNull()
  })

  it("a timed set begins at its time of the location's clock", () => {
    // 16:30 in Regina is 22:30 UTC.
    const timed = screen({ set: { kind: 'shelf', shelfId: 99 }, timedSets: [{ from: '16:30', set: { kind: 'full' } }] })
    expect(namesOf(timed.shown())).toEqual([])
    vi.advanceTimersByTime(30 * 60_000)
    expect(namesOf(timed.shown())).toEqual(['steady', 'wren'])
  })

  it('goes dark with the close of its store, to the minute, and tells a page what follows as distances in time', () => {
    service.stop()
    // Open until 16:30 in Regina, which is 22:30 UTC, every day from 9.
    const hours = Array.from({ length: 7 }, () => ({ opensAt: '09:00', closesAt: '16:30' }))
    service = serve({ hoursOf: () => hours })
    const dark = screen({ outsideHours: 'off' })
    const always = screen({})
    const told = (): unknown => [dark.head().light.now, dark.head().light.later[0], always.head().light.now]
    expect(told()).toEqual(['on', { light: 'off', inMs: 30 * 60_000 }, 'on'])
    vi.advanceTimersByTime(30 * 60_000)
    expect(told()).toEqual(['off', { light: 'on', inMs: 16.5 * 60 * 60_000 }, 'on'])
    // Who joins later is told how far off it is from then on.
    vi.advanceTimersByTime(60 * 60_000)
    expect(screen({ outsideHours: 'off' }).head().light.later[0]).toEqual({ light: 'on', inMs: 15.5 * 60 * 60_000 })
    expect(service.screensOn().map(({ light }) => light)).toEqual([])
    vi.advanceTimersByTime(15.5 * 60 * 60_000)
    expect(dark.head().light.now).toBe('on')
  })

  it('of another instant is lit, whatever the hour', () => {
    service.stop()
    service = serve({ hoursOf: () => Array.from({ length: 7 }, () => ({ opensAt: '09:00', closesAt: '10:00' })) })
    const events: ViewEvent[] = []
    service.subscribeView({ ...QUERY, atMs: START, changes: { outsideHours: 'off' } }, (event) => events.push(event))
    expect(events[0]).toMatchObject({ kind: 'view', view: { head: { light: { now: 'on', later: [] } } } })
  })

  it('is no screen where it is a shopper’s phone: always lit, not listed, not listened to, and no part of a board', () => {
    service.stop()
    const hours = Array.from({ length: 7 }, () => ({ opensAt: '09:00', closesAt: '10:00' }))
    service = serve({ hoursOf: () => hours })
    const query = { ...QUERY, screen: 'gone', board: 'front', page: 'p', changes: { outsideHours: 'off' } } as const
    const phone = { ...query, phone: true }
    const events: ViewEvent[] = []
    expect(service.subscribeView(phone, (event) => events.push(event)).ok).toBe(true)
    service.screenAlive(phone, { pages: 27, seconds: 330, advice: { screensMore: 3, orLevel: null, orSet: [] } })
    expect(events[0]).toMatchObject({ kind: 'view', view: { head: { light: { now: 'on', later: [] } } } })
    expect([service.screensOn(), service.shownScreens(), service.problems()]).toEqual([[], [], []])
    // The screen beside it keeps the whole board.
    service.subscribeView({ ...query, screen: 'left' }, () => undefined)
    service.screenAlive({ ...query, screen: 'left' }, null)
    expect(service.screensOn()).toMatchObject([{ sharing: { screens: 1 }, share: null, light: 'off' }])
  })

  it('that is silent, and one that the settings do not know, are told to the manager', () => {
    const query = { ...QUERY, screen: 'nobody', page: 'p' }
    expect(service.subscribeView(query, () => undefined).ok).toBe(true)
    service.screenAlive(query, { pages: 3, seconds: 36, advice: null, page: 2, widthPx: 1920, heightPx: 1080 })
    expect(service.screensOn()).toMatchObject([
      { page: 'p', isUnknown: true, heardAtMs: START, report: { page: 2 }, light: 'on', set: { kind: 'full' } }
    ])
    vi.advanceTimersByTime(80_000)
    expect(service.screensOn()).toMatchObject([{ heardAtMs: START, report: null }])
    service.screenAlive(query, null)
    expect(service.screensOn()).toMatchObject([{ heardAtMs: START + 80_000, report: null }])
  })

  it('the row of a group shows what it pays where that is less, and follows its own sales', () => {
    const [wren, steady] = memory.products
    if (wren === undefined || steady === undefined) throw new Error('two products')
    memory.products = [
      {
        ...wren,
        records: [
          ...wren.records,
          priceRecord({
            price: '9',
            group: { groupId: 701, name: 'Members' },
            sales: [sale('7', '2026-11-20T22:10:00Z', null)]
          })
        ]
      },
      steady
    ]
    service.applyChange({ productIds: ['wren'], promotions: false, locations: false })
    const members = screen({ groupId: 701 })
    const pays = (): readonly unknown[] =>
      members
        .shown()
        .map(({ productId, rungs }) => [productId, rungs[0]?.youPay?.digits, rungs[0]?.groupPays?.digits ?? null])
    expect(members.head().screen).toMatchObject({ groupName: 'Members', rowLabels: { group: 'Members pay' } })
    expect(pays()).toEqual([
      ['steady', '5.00', null],
      ['wren', '10.00', '9.00']
    ])
    vi.advanceTimersByTime(10 * 60_000)
    expect(pays()[1]).toEqual(['wren', '10.00', '7.00'])
    vi.advanceTimersByTime(20 * 60_000)
    expect(pays()[1]).toEqual(['wren', '8.00', '7.00'])
  })

  it('the row of a group brings neither a product nor a tier that the group alone has a price for', () => {
    const [wren, steady] = memory.products
    if (wren === undefined || steady === undefined) throw new Error('two products')
    const group = { groupId: 701, name: 'Members' }
    memory.products = [
      {
        ...wren,
        records: [...wren.records, priceRecord({ price: '4', group, tier: tier(5, '5 for', '5') })]
      },
      steady,
      product({ productId: 'theirs', records: [priceRecord({ price: '4', group })] })
    ]
    service.applyChange({ productIds: ['wren', 'theirs'], promotions: false, locations: false })
    const members = screen({ groupId: 701 })
    expect(members.head().screen.groupName).toBe('Members')
    expect(members.shown().map(({ productId, rungs }) => [productId, rungs.length])).toEqual([
      ['steady', 1],
      ['wren', 1]
    ])
    // Asked for as data it is the group's own board, and has both.
    const asked = service.boardJson({ ...QUERY, groupId: 701 })
    if (!asked.ok) throw new Error(asked.message)
    const { items } = JSON.parse(asked.json) as BoardSnapshot
    expect(items.map(({ productId, ladder }) => [productId, ladder.length])).toEqual([
      ['steady', 1],
      ['theirs', 1],
      ['wren', 2]
    ])
  })

  it('marks what is new and what is few, and hides what is sold out when it is set so', () => {
    const [wren, steady] = memory.products
    if (wren === undefined || steady === undefined) throw new Error('two products')
    memory.products = [
      { ...wren, stock: '3' },
      steady,
      product({ productId: 'gone', inStock: false, stock: '0', records: [priceRecord({ price: '4' })] })
    ]
    memory.installedAtMs = START - 30 * 86_400_000
    memory.firstSeenAtMs = new Map([['steady', START - 86_400_000]])
    service.stop()
    service = serve()
    const plain = screen({ lastFewBelow: '5' })
    expect(plain.shown().map(({ productId, state, soldOut }) => [productId, state, soldOut])).toEqual([
      ['gone', null, true],
      ['steady', 'new', false],
      ['wren', 'last-few', false]
    ])
    expect(namesOf(screen({ soldOut: 'hide' }).shown())).toEqual(['steady', 'wren'])
    expect(namesOf(screen({ set: { kind: 'new-arrivals' } }).shown())).toEqual(['steady'])
  })

  it('what was new is so no longer a day after its week, also where the zone is unknown', () => {
    service.stop()
    memory.installedAtMs = START - 30 * 86_400_000
    memory.firstSeenAtMs = new Map([['steady', START - 6 * 86_400_000]])
    memory.timeZone = null
    service = serve()
    const shown = screen({})
    const stateOf = (): unknown => shown.shown().find(({ productId }) => productId === 'steady')?.state
    expect(stateOf()).toBe('new')
    vi.advanceTimersByTime(2 * 86_400_000)
    expect(stateOf()).toBeNull()
  })

  it('is named by the settings; a name they do not have shows the defaults and is a problem', () => {
    service.stop()
    service = createBoardService({
      reader: readerOf(memory),
      nowMs: Date.now,
      overrides: { timeZones: {}, currencies: {} },
      staleAfterMs: 1,
      language: null,
      marketRules: [],
      storeColour: null,
      pictures: NO_PICTURES,
      screens: { bar: { ...DEFAULT_SCREEN, theme: 'light', language: 'fr-CA' } },
      restrictToLocationIds: null
    })
    const headOf = (name: string | null): ViewHead => {
      let head: ViewHead | null = null
      service.subscribeView({ ...QUERY, screen: name }, (event) => {
        if (event.kind === 'view') ({ head } = event.view)
      })
      return head as unknown as ViewHead
    }
    expect(headOf('bar')).toMatchObject({ language: 'fr-CA', screen: { theme: 'light' } })
    expect(headOf(null).screen.theme).toBe('dark')
    expect(service.problems()).toEqual([])
    expect(headOf('door').screen.theme).toBe('dark')
    expect(service.problems()).toMatchObject([{ code: 'unknown-screen', message: expect.stringContaining('door') }])
  })
})

describe('a view that follows', () => {
  interface Shown {
    readonly items: readonly ViewItem[]
    readonly head: ViewHead
  }

  /** What a screen shows that took every event since it was opened. */
  function follow(query: ViewQuery): () => Shown {
    const items = new Map<string, ViewItem>()
    let order: readonly string[] = []
    let head: ViewHead | null = null
    const subscribed = service.subscribeView(query, (event) => {
      if (event.kind !== 'view' && event.kind !== 'patch') return
      const given = event.kind === 'view' ? event.view : event.patch
      head = given.head
      for (const item of given.items) items.set(item.productId, item)
      order = event.kind === 'view' ? event.view.items.map(({ productId }) => productId) : (event.patch.order ?? order)
    })
    expect(subscribed.ok).toBe(true)
    return () => ({
      items: order.map((productId) => items.get(productId)!),
      // The clock goes by itself, and the revision only counts.
      head: { ...head!, revision: '', clock: null }
    })
  }

  function nowOf(query: ViewQuery): Shown {
    let shown: Shown | null = null
    const subscribed = service.subscribeView(query, (event) => {
      if (event.kind === 'view')
        shown = { items: event.view.items, head: { ...event.view.head, revision: '', clock: null } }
    })
    if (!subscribed.ok || shown === null) throw new Error('no view')
    subscribed.close()
    return shown
  }

  type Step =
    | { readonly kind: 'wait'; readonly minutes: number }
    | { readonly kind: 'price'; readonly productId: string; readonly price: string }
    | { readonly kind: 'prices-confirmed' }
    | { readonly kind: 'promotion'; readonly name: string }
    | { readonly kind: 'same-facts' }
    | { readonly kind: 'asked' }

  const step: fc.Arbitrary<Step> = fc.oneof(
    fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(0.05, 1, 7, 16, 61, 600) }),
    fc.record({
      kind: fc.constant('price' as const),
      productId: fc.constantFrom('wren', 'steady'),
      price: fc.constantFrom('5', '6.50', '9')
    }),
    fc.record({ kind: fc.constant('prices-confirmed' as const) }),
    fc.record({ kind: fc.constant('promotion' as const), name: fc.constantFrom('Ferry Friday', 'Ferry Day') }),
    fc.record({ kind: fc.constant('same-facts' as const) }),
    fc.record({ kind: fc.constant('asked' as const) })
  )

  function take(one: Step): void {
    const change = { productIds: [], promotions: false, locations: false }
    switch (one.kind) {
      case 'wait':
        vi.advanceTimersByTime(one.minutes * 60_000)
        return
      case 'price':
        memory.products = memory.products.map((facts) =>
          facts.productId === one.productId
            ? { ...facts, records: facts.records.map((record) => ({ ...record, price: one.price })) }
            : facts
        )
        service.applyChange({ ...change, productIds: [one.productId] })
        return
      case 'prices-confirmed':
        memory.pricesAtMs = Date.now()
        service.feedsChanged()
        return
      case 'promotion':
        memory.promotions = memory.promotions.map((promotion) => ({ ...promotion, name: one.name }))
        service.applyChange({ ...change, promotions: true })
        return
      case 'same-facts':
        service.applyChange({ ...change, productIds: ['wren', 'steady'] })
        return
      case 'asked':
        service.boardJson(QUERY)
        watch()
    }
  }

  it('shows what one opened anew would, whatever happens and however often nothing does', () => {
    const facts = memory
    const [wren, steady] = facts.products
    if (wren === undefined || steady === undefined) throw new Error('two products')
    const products = [
      {
        ...wren,
        records: [
          ...wren.records,
          priceRecord({
            price: '9',
            group: { groupId: 701, name: 'Members' },
            sales: [sale('7', '2026-11-20T22:10:00Z', '2026-11-21T09:00:00Z')]
          })
        ]
      },
      steady
    ]
    const screens: Readonly<Record<string, ScreenSettings>> = {
      timed: {
        ...DEFAULT_SCREEN,
        set: { kind: 'on-promotion' },
        timedSets: [
          { from: '16:17', set: { kind: 'full' } },
          { from: '23:30', set: { kind: 'shelf', shelfId: 99 } }
        ]
      },
      members: { ...DEFAULT_SCREEN, groupId: 701 }
    }
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
        vi.setSystemTime(START)
        memory = { ...facts, products, pricesAtMs: START }
        service.stop()
        service = serve({ screens })
        const queries: readonly ViewQuery[] = [
          QUERY,
          { ...QUERY, screen: 'timed' },
          { ...QUERY, screen: 'members' },
          { ...QUERY, board: 'front', screen: 'left' },
          { ...QUERY, board: 'front', screen: 'right' }
        ]
        // Another way to the same look: a view is shared by the pages that are set alike.
        const apart = (query: ViewQuery): ViewQuery => ({ ...query, changes: { dwellSeconds: 13 } })
        const followed = queries.map(follow)
        for (const one of steps) {
          take(one)
          for (const [index, query] of queries.entries()) {
            const shown = followed[index]!()
            const anew = query.board === 'front' ? nowOf(query) : nowOf(apart(query))
            const { screen } = anew.head
            expect(shown).toEqual({ ...anew, head: { ...anew.head, screen: { ...screen, dwellMs: 12_000 } } })
          }
        }
      }),
      { numRuns: 40, endOnFailure: true }
    )
  })

  it('is not made anew at looks that find nothing', () => {
    let looked = 0
    const products = memory.products.map((facts) => ({
      ...facts,
      get taxRates() {
        looked += 1
        return []
      }
    }))
    memory.products = products
    service.stop()
    service = serve()
    expect(service.subscribeView({ ...QUERY, board: 'front', screen: 'left' }, () => {}).ok).toBe(true)
    vi.advanceTimersByTime(20_000)
    looked = 0
    for (let second = 0; second < 300; second += 1) {
      service.screenAlive({ ...QUERY, board: 'front', screen: 'left' }, null)
      vi.advanceTimersByTime(1000)
    }
    expect(looked).toBe(0)
  })
})

describe('one board over several screens', () => {
  interface Screen {
    readonly shown: () => readonly string[]
    readonly close: () => void
  }

  function open(screen: string, board = 'front'): Screen {
    let order: readonly string[] = []
    const subscribed = service.subscribeView({ ...QUERY, board, screen }, (event) => {
      if (event.kind === 'view') order = event.view.items.map(({ productId }) => productId)
      else if (event.kind === 'patch') order = event.patch.order ?? order
    })
    if (!subscribed.ok) throw new Error(subscribed.message)
    return { shown: () => order, close: subscribed.close }
  }

  beforeEach(() => {
    memory.products = ['a', 'b', 'c', 'd'].map((productId) =>
      product({ productId, classification: [productId], records: [priceRecord({ price: '5' })] })
    )
    service.stop()
    service = serve()
  })

  it('each shows its part: nothing twice, nothing missing, by the names of the screens', () => {
    const right = open('right')
    expect(right.shown()).toEqual(['a', 'b', 'c', 'd'])
    const left = open('left')
    expect(left.shown()).toEqual(['a', 'b'])
    expect(right.shown()).toEqual(['c', 'd'])
    const middle = open('middle')
    expect([...left.shown(), ...middle.shown(), ...right.shown()]).toEqual(['a', 'b', 'c', 'd'])
  })

  it('when one goes the others take its part at once, and give it back', () => {
    const left = open('left')
    const right = open('right')
    right.close()
    expect(left.shown()).toEqual(['a', 'b', 'c', 'd'])
    open('right')
    expect(left.shown()).toEqual(['a', 'b'])
  })

  it('one that falls silent without a word is missed within five seconds, and is back when heard', () => {
    const left = open('left')
    const right = open('right')
    const query = { ...QUERY, board: 'front' }
    for (let second = 0; second < 10; second += 1) {
      service.screenAlive({ ...query, screen: 'left' }, null)
      service.screenAlive({ ...query, screen: 'right' }, null)
      vi.advanceTimersByTime(1000)
    }
    expect(left.shown()).toEqual(['a', 'b'])
    for (let second = 0; second < 5; second += 1) {
      service.screenAlive({ ...query, screen: 'left' }, null)
      vi.advanceTimersByTime(1000)
    }
    expect(left.shown()).toEqual(['a', 'b', 'c', 'd'])
    service.screenAlive({ ...query, screen: 'right' }, null)
    expect([left.shown(), right.shown()]).toEqual([
      ['a', 'b'],
      ['c', 'd']
    ])
  })

  it('a clock that is set, or a sleep, makes nobody silent: each has a moment to be heard', () => {
    const left = open('left')
    const right = open('right')
    const query = { ...QUERY, board: 'front' }
    const hear = (): void => {
      service.screenAlive({ ...query, screen: 'left' }, null)
      service.screenAlive({ ...query, screen: 'right' }, null)
    }
    hear()
    vi.advanceTimersByTime(2000)
    vi.setSystemTime(Date.now() + 3_600_000)
    service.lookAtClock()
    expect([left.shown(), right.shown()]).toEqual([
      ['a', 'b'],
      ['c', 'd']
    ])
    service.screenAlive({ ...query, screen: 'left' }, null)
    vi.advanceTimersByTime(4500)
    expect(left.shown()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('the pages of all turn at one instant, on the dwell of the clock; a screen alone turns by itself', () => {
    const beats: string[] = []
    const listen = (name: string, query: { readonly board?: string; readonly screen?: string }): void => {
      service.subscribeView({ ...QUERY, ...query }, ({ kind }) => {
        if (kind === 'beat') beats.push(`${name} ${(Date.now() - START) / 1000}`)
      })
    }
    listen('left', { board: 'front', screen: 'left' })
    listen('right', { board: 'front', screen: 'right' })
    listen('alone', {})
    vi.advanceTimersByTime(25_000)
    expect(beats).toEqual(['left 12', 'right 12', 'left 24', 'right 24'])
  })

  it('a page that reloads overlaps itself and is one screen; other boards are their own', () => {
    const left = open('left')
    const before = open('right')
    const again = open('right')
    before.close()
    expect(left.shown()).toEqual(['a', 'b'])
    expect(again.shown()).toEqual(['c', 'd'])
    expect(open('left', 'back').shown()).toEqual(['a', 'b', 'c', 'd'])
  })

  it('screens set to show different things share with those set like them, and leave nothing out', () => {
    const onlyA: ScreenSettings = { ...DEFAULT_SCREEN, set: { kind: 'classifications', paths: [['a'], ['b']] } }
    service.stop()
    service = serve({ screens: { some: onlyA } })
    const shown = ['1', '2', '3', '4'].map((screen) => {
      let order: readonly string[] = []
      const setAs = screen === '2' || screen === '4' ? 'some' : null
      service.subscribeView({ ...QUERY, board: 'displays', screen, setAs }, (event) => {
        if (event.kind === 'view') order = event.view.items.map(({ productId }) => productId)
      })
      return () => order
    })
    expect(shown.map((order) => order())).toEqual([['a', 'b'], ['a'], ['c', 'd'], ['b']])
    expect(service.problems()).toEqual([])
  })

  it('screens of a board go by its own settings, else by the default ones; a name given for them must be there', () => {
    const themeOf = (query: { readonly board: string; readonly screen: string; readonly setAs?: string }): string => {
      let theme = ''
      service.subscribeView({ ...QUERY, ...query }, (event) => {
        if (event.kind === 'view') theme = event.view.head.screen.theme
      })
      return theme
    }
    service.stop()
    service = serve({
      screens: {
        front: { ...DEFAULT_SCREEN, theme: 'contrast' },
        default: { ...DEFAULT_SCREEN, theme: 'light' },
        bar: { ...DEFAULT_SCREEN, theme: 'dark' }
      }
    })
    expect(themeOf({ board: 'front', screen: 'left' })).toBe('contrast')
    expect(themeOf({ board: 'displays', screen: 'display 1' })).toBe('light')
    expect(themeOf({ board: 'displays', screen: 'display 2', setAs: 'bar' })).toBe('dark')
    expect(service.problems()).toEqual([])
    expect(themeOf({ board: 'displays', screen: 'display 3', setAs: 'baar' })).toBe('light')
    expect(service.problems().map(({ code, message }) => [code, message.includes('"baar"')])).toEqual([
      ['unknown-screen', true]
    ])
  })

  it('a product that comes lands on one screen alone', () => {
    const left = open('left')
    const right = open('right')
    memory.products = [
      ...memory.products,
      product({ productId: 'e', classification: ['e'], records: [priceRecord({ price: '5' })] })
    ]
    service.applyChange({ productIds: ['e'], promotions: false, locations: false })
    expect([...left.shown(), ...right.shown()]).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(service.problems()).toEqual([])
  })
})

describe('what screens report', () => {
  const report = { pages: 27, seconds: 330, advice: { screensMore: 3, orLevel: null, orSet: [] } } as const
  const messages = (): readonly string[] => service.problems().map(({ message }) => message)

  function openScreen(query: Partial<ViewQuery>): { readonly query: ViewQuery; readonly close: () => void } {
    const whole = { ...QUERY, ...query }
    const subscribed = service.subscribeView(whole, () => {})
    if (!subscribed.ok) throw new Error(subscribed.message)
    return { query: whole, close: subscribed.close }
  }

  it('is a problem while the screen is on, and gone with it', () => {
    const left = openScreen({ screen: 'left', board: 'front', page: 'p1' })
    const right = openScreen({ screen: 'right', board: 'front', page: 'p2' })
    expect(messages()).toEqual([])
    service.screenAlive(left.query, report)
    service.screenAlive(right.query, { pages: 7, seconds: 84, advice: null })
    expect(messages()).toEqual([
      `Screen left at ${location().name}: all 27 pages take 330 s. 3 more screens would bring it under 90 s`
    ])
    left.close()
    expect(messages()).toEqual([])
  })

  it('is the last one, and ends when the screen does not say it any more', () => {
    const { query } = openScreen({ page: 'p1' })
    service.screenAlive(query, report)
    service.screenAlive(query, { ...report, seconds: 150 })
    expect(messages()).toEqual([expect.stringContaining('take 150 s')])
    vi.advanceTimersByTime(60_000)
    expect(messages()).toEqual([expect.stringContaining('take 150 s')])
    vi.advanceTimersByTime(60_000)
    expect(messages()).toEqual([])
  })

  it('is not heard from a page that has no stream, nor of a board of another instant', () => {
    service.screenAlive({ ...QUERY, page: 'nobody' }, report)
    const preview = openScreen({ page: 'p1', atMs: START + 1000 })
    service.screenAlive(preview.query, report)
    expect(messages()).toEqual([])
  })

  it('is kept over a stream that comes back before the old one has ended', () => {
    const old = openScreen({ page: 'p1' })
    service.screenAlive(old.query, report)
    openScreen({ page: 'p1' })
    old.close()
    expect(messages().length).toBe(1)
  })

  it('names a screen that is dense, whether or not it reports', () => {
    const dense = openScreen({ screen: null, changes: { level: 'dense' } })
    expect(service.problems().map(({ code }) => code)).toEqual(['dense-screen'])
    dense.close()
    expect(service.problems()).toEqual([])
  })
})

describe('restricted to some locations', () => {
  it('serves those alone', () => {
    service.stop()
    service = createBoardService({
      reader: readerOf(memory),
      nowMs: Date.now,
      overrides: { timeZones: {}, currencies: {} },
      staleAfterMs: 1,
      language: null,
      screens: {},
      marketRules: [],
      storeColour: null,
      pictures: NO_PICTURES,
      restrictToLocationIds: [1]
    })
    expect(service.locations()).toEqual([])
    expect(service.boardJson(QUERY)).toMatchObject({ ok: false, status: 404 })
  })

  it('serves the provinces and states that are chosen, and a store whose address names none', () => {
    const serving = (markets: MemoryStore['markets']): number[] => {
      service.stop()
      service = createBoardService({
        reader: readerOf({ ...memory, markets }),
        nowMs: Date.now,
        overrides: { timeZones: {}, currencies: {} },
        staleAfterMs: 1,
        language: null,
        screens: {},
        marketRules: [],
        storeColour: null,
        pictures: NO_PICTURES,
        restrictToLocationIds: null,
        markets: ['CA-SK', 'CA-AB']
      })
      return service.locations().map(({ locationId }) => locationId)
    }
    expect(serving(new Map([[94451, { market: 'CA-SK', name: 'Saskatchewan' }]]))).toEqual([94451])
    expect(serving(new Map([[94451, { market: 'CA-ON', name: 'Ontario' }]]))).toEqual([])
    expect(service.boardJson(QUERY)).toMatchObject({ ok: false, status: 404 })
    expect(serving(new Map())).toEqual([94451])
  })
})

describe('a basket with a reward', () => {
  const STEADY = '0a73aaf0-a347-4681-9e37-038062ab72a5'
  const WREN = '0b73aaf0-a347-4681-9e37-038062ab72a5'

  it('takes the reward that a basket names off its lines before taxes, or off its total after them', () => {
    const taxRates = [percentage('GST', '0.05'), percentage('PST', '0.07')]
    memory.products = [
      product({ productId: WREN, records: [priceRecord({ price: '30' })], taxRates }),
      product({ productId: STEADY, records: [priceRecord({ price: '20' })], taxRates })
    ]
    memory.promotions = []
    const five = { rewardId: 'five', name: 'Five off', kind: 'flat', value: '5', points: 100, linkedId: null } as const
    const tenth = { ...five, rewardId: 'tenth', name: 'A tenth', kind: 'percent', value: '10' } as const
    const lines = [WREN, STEADY].map((productId) => ({ productId, quantity: '1' }))
    const pricedWith = (rewardId: string, takenFrom: StoreRewards['takenFrom']): PricedBasket => {
      service.stop()
      const store: StoreRewards = { system: { kind: 'listed', id: 'cova' }, takenFrom, rewards: [five, tenth] }
      service = serve({ rewardsOf: () => store })
      const answer = service.basketJson({ locationId: 94451, reward: { rewardId }, lines })
      if (!answer.ok) throw new Error(answer.message)
      return JSON.parse(answer.json) as PricedBasket
    }
    // 2 and 3 off the lines; 12 % of 18 and of 27.
    expect(pricedWith('five', 'before-taxes')).toMatchObject({
      lines: [
        { productId: STEADY, amount: '20.00', discount: '2.00', total: '20.16' },
        { productId: WREN, amount: '30.00', discount: '3.00', total: '30.24' }
      ],
      reward: { rewardId: 'five', name: 'Five off', amount: '5.00' },
      subtotal: '50.00',
      discount: '5.00',
      taxes: '5.40',
      total: '50.40'
    })
    expect(pricedWith('five', 'after-taxes')).toMatchObject({
      lines: [
        { discount: '0.00', total: '22.40' },
        { discount: '0.00', total: '33.60' }
      ],
      reward: { amount: '5.00' },
      discount: '0.00',
      taxes: '6.00',
      total: '51.00'
    })
    expect(pricedWith('tenth', 'before-taxes')).toMatchObject({ reward: { amount: '5.00' }, total: '50.40' })
    // A tenth of 56.00.
    expect(pricedWith('tenth', 'after-taxes')).toMatchObject({ reward: { amount: '5.60' }, total: '50.40' })
    expect(service.basketJson({ locationId: 94451, reward: { rewardId: 'none' }, lines })).toMatchObject({
      ok: false,
      status: 400,
      code: 'unknown-reward',
      message: 'reward.rewardId: there is no reward none at this location'
    })
  })
})
