import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { PromotionHead } from '../../../src/main/cova/records.ts'
import { createBoardService } from '../../../src/main/board/board-service.ts'
import type { BoardService } from '../../../src/main/board/board-service.types.ts'
import type { StoreWriter } from '../../../src/main/store/store.types.ts'
import type { BoardItem, BoardPatch, BoardSnapshot } from '../../../src/shared/board-snapshot.ts'
import {
  aCataloguePage,
  aFullPromotion,
  aLocation,
  aPrice,
  aProduct,
  aPromotion,
  aSale,
  aSet,
  landPrices,
  openTestStore,
  passBothPromotions,
  passCatalogue,
  passLocations,
  passPromotions,
  tick
} from '../store/store-fixture.ts'
import { HOUSE_AS_DELIVERED } from './house-as-delivered.ts'

const START = Date.parse('2026-11-20T18:00:00Z')
const MINUTE_MS = 60_000
const QUERY = { locationId: 1, atMs: null, groupId: null, customer: 'recreational' } as const
/** Minutes 3 to 7. */
const SCHEDULE = 'BEGIN:VEVENT\r\nDTSTART:20261120T180300Z\r\nDTEND:20261120T180700Z\r\nEND:VEVENT\r\n'
const ALWAYS = 'BEGIN:VEVENT\r\nDTSTART:20200101T000000Z\r\nDTEND:20300101T000000Z\r\nEND:VEVENT\r\n'
const CATEGORIES = [{ classificationId: 1, name: 'Indica', parentCategoryIds: [] }]

let store: StoreWriter
let service: BoardService
let patches: BoardPatch[]

const catalogue = [
  { product: aProduct('wren', { name: 'Wren' }), sets: [aSet(1, 'wren', [aPrice('10')])] },
  {
    product: aProduct('finch', { name: 'Finch', measurementType: 'SingleUnit' as const }),
    sets: [aSet(1, 'finch', [aPrice('5')])]
  }
]

beforeEach(() => {
  vi.useFakeTimers({ now: START })
  store = openTestStore()
  passLocations(store, [aLocation(1)])
  passCatalogue(store, catalogue, { classifications: CATEGORIES })
  service = createBoardService({ ...HOUSE_AS_DELIVERED, reader: store })
  patches = []
  const watched = service.subscribeBoard(QUERY, ({ event, data }) => {
    if (event === 'patch') patches.push(JSON.parse(data) as BoardPatch)
  })
  expect(watched.ok).toBe(true)
})

afterEach(() => {
  service.stop()
  vi.useRealTimers()
})

function shown(): readonly BoardItem[] {
  const answer = service.boardJson(QUERY)
  if (!answer.ok) throw new Error(answer.message)
  return (JSON.parse(answer.json) as BoardSnapshot).items
}

const of = (productId: string, items: readonly BoardItem[] = shown()) =>
  items.find((item) => item.productId === productId)

/** Both feeds have these, listing both products. */
function promote(type: object, head: Partial<PromotionHead> = {}, line: object | null = null): void {
  const lists = { schedule: SCHEDULE, ...head }
  const terms = JSON.stringify({ promotionType: type, cartCondition: null, lineCondition: line })
  passBothPromotions(
    store,
    [aPromotion('off', { ...lists, productIds: ['wren', 'finch'] })],
    [aFullPromotion('off', { ...lists, terms })]
  )
  service.applyChange({ productIds: [], promotions: true, locations: false })
}

const percentOff = { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.2, ItemsToMatch: { Type: 'IsGram' } }
const threeOf = (grams: number | null) => ({
  Type: 'CheapestMatchedForDollar',
  DollarValueOfCheapest: 1,
  ItemsToMatch: { Type: 'Classification', ParentCategoryOrClassificationId: 1 },
  NumberToMatch: 3,
  GramsPerMatchUnit: grams
})

describe('a live board', () => {
  it('pushes a deal at the instant at which it begins, and takes it away when it ends', () => {
    promote(percentOff)
    patches.length = 0
    vi.advanceTimersByTime(3 * MINUTE_MS + 10)
    const begun = patches.flatMap(({ items }) => items)
    expect(of('wren', begun)?.ladder[0]?.deal).toEqual({ promotionId: 'off', price: '8.00', outTheDoor: '8.00' })
    // Listed, and not by the gram: a badge and no deal.
    expect(of('finch', begun)).toMatchObject({ badges: [{ label: '20% off' }], ladder: [{ deal: null }] })
    patches.length = 0
    vi.advanceTimersByTime(4 * MINUTE_MS)
    expect(
      of(
        'wren',
        patches.flatMap(({ items }) => items)
      )
    ).toMatchObject({ badges: [], ladder: [{ deal: null }] })
  })

  it('pushes what a promotion does as soon as the full feed has it', () => {
    const head = { schedule: ALWAYS, productIds: ['wren'] }
    passPromotions(store, [aPromotion('off', head)])
    service.applyChange({ productIds: [], promotions: true, locations: false })
    expect(of('wren')).toMatchObject({ badges: [{ name: 'Promotion off', label: null }], ladder: [{ deal: null }] })
    patches.length = 0
    passBothPromotions(store, [aPromotion('off', head)], [aFullPromotion('off', { schedule: ALWAYS })])
    service.applyChange({ productIds: [], promotions: true, locations: false })
    expect(
      of(
        'wren',
        patches.flatMap(({ items }) => items)
      )
    ).toMatchObject({
      badges: [{ label: '20% off' }],
      ladder: [{ deal: { price: '8.00' } }]
    })
  })

  it('hides a badge at the start of a sale that the promotion leaves alone, and shows it again at its end', () => {
    promote(percentOff, { schedule: ALWAYS }, { Type: 'NoSalePricing' })
    const sale = aSale('7', START + 2 * MINUTE_MS, START + 4 * MINUTE_MS)
    service.applyChange(landPrices(store, [aSet(1, 'wren', [aPrice('10', { sales: [sale] })])], Date.now()))
    expect(of('wren')).toMatchObject({
      badges: [{ endsAt: '2026-11-20T18:02:00.000Z' }],
      ladder: [{ deal: { price: '8.00' } }]
    })
    vi.advanceTimersByTime(2 * MINUTE_MS + 10)
    expect(of('wren')).toMatchObject({ badges: [], ladder: [{ price: '7.00', deal: null }] })
    vi.advanceTimersByTime(2 * MINUTE_MS)
    expect(of('wren')).toMatchObject({ badges: [{ endsAt: null }], ladder: [{ deal: { price: '8.00' } }] })
  })

  it('words a badge anew on every product when what the offer counts has changed', () => {
    promote(threeOf(3.5), { schedule: ALWAYS })
    const before = of('wren')?.badges[0]?.label
    expect(before).toBe(of('finch')?.badges[0]?.label)
    patches.length = 0
    // Sold by the gram from now on, as the other is: grams are said in place of pieces.
    const run = store.startRun('catalogue', 'changes', tick())
    const finch = { product: aProduct('finch', { name: 'Finch' }), sets: [aSet(1, 'finch', [aPrice('5')])] }
    service.applyChange(store.landCataloguePage(run, aCataloguePage([finch], tick()), tick()))
    store.finishRun(run, tick(), tick())
    const items = patches.flatMap((patch) => patch.items)
    const after = of('wren', items)?.badges[0]?.label
    expect(after).toContain('10.5')
    expect(after).not.toBe(before)
    expect(of('finch', items)?.badges[0]?.label).toBe(after)
  })

  it('does not word or build anything anew for another price', () => {
    promote(threeOf(3.5), { schedule: ALWAYS })
    patches.length = 0
    service.applyChange(landPrices(store, [aSet(1, 'finch', [aPrice('6')])], Date.now()))
    expect(patches.flatMap(({ items }) => items.map(({ productId }) => productId))).toEqual(['finch'])
  })

  it('shows at another instant what it will show then', () => {
    promote(percentOff)
    const at = (minutes: number) => service.boardJson({ ...QUERY, atMs: START + minutes * MINUTE_MS })
    const itemsAt = (minutes: number) => {
      const answer = at(minutes)
      if (!answer.ok) throw new Error(answer.message)
      return (JSON.parse(answer.json) as BoardSnapshot).items
    }
    const promised = [2, 5, 8].map(itemsAt)
    for (const [index, minutes] of [2, 5, 8].entries()) {
      vi.setSystemTime(START + minutes * MINUTE_MS)
      service.lookAtClock()
      expect(shown()).toEqual(promised[index])
    }
    expect(of('wren', promised[1])?.ladder[0]?.deal?.price).toBe('8.00')
  })
})
