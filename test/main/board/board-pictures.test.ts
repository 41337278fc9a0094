import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_SCREEN } from '../../../src/domain/screen/default-screen.ts'
import type { BoardPictures } from '../../../src/main/board/board-pictures.ts'
import { createBoardService } from '../../../src/main/board/board-service.ts'
import type { BoardService } from '../../../src/main/board/board-service.types.ts'
import type { ViewEvent } from '../../../src/main/engine/engine.types.ts'
import type { FeedName } from '../../../src/shared/board-snapshot.ts'
import type { ViewPicture } from '../../../src/shared/board-view.ts'
import type { StoreReader } from '../../../src/main/store/store.types.ts'
import type { MarketRule } from '../../../src/domain/market/market-profile.ts'
import type { ProductFacts } from '../../../src/domain/board/board-facts.ts'
import { location, priceRecord, product } from '../../domain/price-records.ts'
import { HOUSE_AS_DELIVERED } from './house-as-delivered.ts'

const START = Date.parse('2026-11-20T22:00:00Z')
const ORIGIN = { source: 'a regulation', date: '2026-01-31' }
const url = (name: string): string => `https://pictures.example/${name}.png`
const picture = (digit: string): ViewPicture => ({ href: `/pictures/${digit.repeat(32)}`, widthPx: 640, heightPx: 480 })

let products: ProductFacts[]
/** Pictures that have been fetched, by their address. */
let here: Map<string, ViewPicture>
let logo: ViewPicture | null
let wanted: readonly string[]
let service: BoardService

const pictures: BoardPictures = {
  viewOf: (address) => here.get(address) ?? null,
  logo: () => logo,
  want: (urls) => (wanted = [...urls])
}

function serve(marketRules: readonly MarketRule[] = []): void {
  const feed = (name: FeedName) => ({ name, lastSuccessAtMs: START, lastError: null, cursor: null })
  const reader = {
    locations: () => [location()],
    location: () => location(),
    productsAt: () => products,
    someProductsAt: (_at: number, ids: readonly string[]) =>
      products.filter(({ productId }) => ids.includes(productId)),
    promotionsAt: () => [],
    traitNames: () => ({ classifications: new Map(), suppliers: new Map() }),
    pricingGroups: () => [],
    feedStates: () => ({
      locations: feed('locations'),
      catalogue: feed('catalogue'),
      prices: feed('prices'),
      promotions: feed('promotions'),
      taxes: feed('taxes')
    }),
    lastFullPassStartedAtMs: () => START,
    firstSeenAtMs: () => new Map(),
    installedAtMs: () => START
  } as unknown as StoreReader
  service = createBoardService({
    ...HOUSE_AS_DELIVERED,
    reader,
    screens: { pictured: { ...DEFAULT_SCREEN, pictures: true } },
    marketRules,
    pictures
  })
}

interface Watched {
  readonly events: ViewEvent[]
  readonly shown: () => Readonly<Record<string, string | null>>
  readonly close: () => void
}

function watch(screen: string | null): Watched {
  const events: ViewEvent[] = []
  const items = new Map<string, string | null>()
  const query = { locationId: 94451, atMs: null, groupId: null, customer: 'recreational', screen } as const
  const subscribed = service.subscribeView(query, (event) => {
    events.push(event)
    const changed = event.kind === 'view' ? event.view.items : event.kind === 'patch' ? event.patch.items : []
    for (const item of changed) items.set(item.productId, item.picture?.href ?? null)
  })
  if (!subscribed.ok) throw new Error(subscribed.message)
  return { events, shown: () => Object.fromEntries(items), close: subscribed.close }
}

beforeEach(() => {
  vi.useFakeTimers({ now: START })
  here = new Map()
  logo = null
  wanted = []
  products = ['wren', 'finch', 'plain'].map((productId) =>
    product({
      productId,
      records: [priceRecord({ price: '5' })],
      pictureUrl: productId === 'plain' ? null : url(productId)
    })
  )
  serve()
})
afterEach(() => {
  service.stop()
  vi.useRealTimers()
})

describe('the pictures of a screen that shows them', () => {
  it('are wanted in the order of the board, and no longer when it is closed', () => {
    const screen = watch('pictured')
    expect(wanted).toEqual([url('finch'), url('wren')])
    expect(screen.shown()).toEqual({ wren: null, finch: null, plain: null })
    screen.close()
    expect(wanted).toEqual([])
  })

  it('come with one patch when they are here, with the products that they are of alone', () => {
    const screen = watch('pictured')
    here = new Map([
      [url('wren'), picture('1')],
      [url('finch'), picture('2')]
    ])
    service.picturesChanged(new Set(here.keys()))
    expect(screen.events.map(({ kind }) => kind)).toEqual(['view', 'patch'])
    expect(screen.events[1]).toMatchObject({
      patch: { items: [{ productId: 'wren', picture: picture('1') }, { productId: 'finch' }], order: null }
    })
    service.picturesChanged(new Set(here.keys()))
    expect(screen.events).toHaveLength(2)
  })

  it('are on its first board where they are here already', () => {
    here = new Map([[url('wren'), picture('1')]])
    expect(watch('pictured').shown()).toMatchObject({ wren: picture('1').href, finch: null })
  })

  it('follow a changed address: the old one goes with the patch, the new one is wanted', () => {
    here = new Map([[url('wren'), picture('1')]])
    const screen = watch('pictured')
    products = products.map((each) => (each.productId === 'wren' ? { ...each, pictureUrl: url('new') } : each))
    service.applyChange({ productIds: ['wren'], promotions: false, locations: false })
    expect(screen.shown()['wren']).toBeNull()
    expect(wanted).toEqual([url('finch'), url('new')])
    here.set(url('new'), picture('3'))
    service.picturesChanged(new Set([url('new')]))
    expect(screen.shown()['wren']).toBe(picture('3').href)
  })
})

it('a screen that shows none wants none, also beside one that does', () => {
  here = new Map([[url('wren'), picture('1')]])
  const plain = watch(null)
  expect(wanted).toEqual([])
  watch('pictured')
  service.picturesChanged(new Set(here.keys()))
  expect(plain.shown()).toEqual({ wren: null, finch: null, plain: null })
  expect(plain.events).toHaveLength(1)
})

it('a market that hides pictures has none fetched and none shown', () => {
  service.stop()
  serve([{ kind: 'hide-pictures', ...ORIGIN }])
  here = new Map([[url('wren'), picture('1')]])
  const screen = watch('pictured')
  expect(wanted).toEqual([])
  expect(screen.shown()).toEqual({ wren: null, finch: null, plain: null })
})

it("the store's logo comes into the head with a patch, once it has been read", () => {
  const screen = watch(null)
  expect(screen.events[0]).toMatchObject({ view: { head: { logo: null } } })
  logo = picture('f')
  service.logoChanged()
  expect(screen.events[1]).toMatchObject({ kind: 'patch', patch: { head: { logo: picture('f') }, items: [] } })
})
