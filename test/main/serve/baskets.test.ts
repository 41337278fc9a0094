import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CATEGORY, CLASSIFICATIONS, isWithin } from '../../../src/main/demo-store/classification.ts'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoProduct, DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import type { BoardSnapshot, Health, TimelineEntry } from '../../../src/shared/board-snapshot.ts'
import type { PricedBasket } from '../../../src/shared/priced-basket.ts'
import {
  environmentOf,
  eventually,
  getJson,
  removeDir,
  type Serving,
  startServe,
  temporaryDir
} from './serve-process.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS

let store: DemoStore
let dataDir: string
let serving: Serving
let locations: Readonly<Record<'Regina' | 'Hamilton' | 'Ottawa' | 'Denver', number>>

beforeAll(async () => {
  store = await startDemoStore({ living: false })
  dataDir = temporaryDir()
  serving = await startServe(['--sync-interval', '60'], environmentOf(store, dataDir))
  await eventually(
    () => getJson<Health>(`${serving.url}/api/health`),
    ({ status }) => status === 'ok'
  )
  const idOf = (town: string): number => store.state.locations.find(({ Name }) => Name.includes(town))?.Id ?? 0
  locations = { Regina: idOf('Regina'), Hamilton: idOf('Hamilton'), Ottawa: idOf('Ottawa'), Denver: idOf('Denver') }
}, 120_000)

afterAll(async () => {
  await serving.stop()
  await store.close()
  removeDir(dataDir)
})

type Bought = readonly { readonly productId: string; readonly quantity: string }[]

function post(body: unknown): Promise<Response> {
  return fetch(`${serving.url}/api/baskets`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body)
  })
}

async function priced(body: object): Promise<PricedBasket> {
  const response = await post(body)
  if (response.status !== 200) throw new Error(await response.text())
  return (await response.json()) as PricedBasket
}

function promotionNamed(name: string): string {
  const found = store.state.promotions.find((promotion) => promotion.name === name)
  if (found === undefined) throw new Error(`the demo store has no promotion ${name}`)
  return found.promotionId
}

/** Instants within the coming weeks at which a promotion has just started, and the same minute of the coming days. */
async function instantsOf(locationId: number, promotionId: string): Promise<readonly string[]> {
  const from = Date.now()
  const to = new Date(from + 40 * DAY_MS).toISOString()
  const entries = await getJson<readonly TimelineEntry[]>(
    `${serving.url}/api/boards/${locationId}/timeline?from=${new Date(from).toISOString()}&to=${to}`
  )
  const starts = entries.filter((entry) => entry.kind === 'promotion-starts' && entry.promotionId === promotionId)
  const days = [0, 1, 2, 3, 4].map((day) => from + day * DAY_MS)
  return [...starts.map(({ at }) => Date.parse(at)), ...days].map((ms) => new Date(ms + MINUTE_MS).toISOString())
}

/** Products of a kind that a location sells at their regular price. */
async function onShelf(
  locationId: number,
  at: string,
  isWanted: (product: DemoProduct) => boolean
): Promise<readonly string[]> {
  const board = await getJson<BoardSnapshot>(`${serving.url}/api/boards/${locationId}?at=${at}`)
  const wanted = new Set(store.state.products.filter(isWanted).map(({ productId }) => productId))
  return board.items
    .filter(({ productId, ladder }) => wanted.has(productId) && ladder.every(({ source }) => source === 'regular'))
    .filter(({ ladder }) => ladder[0]?.quantity === '1')
    .map(({ productId }) => productId)
}

/** A kind of product, by its classification or the category above it. */
function kind(id: number, measurement?: DemoProduct['measurementType']): (product: DemoProduct) => boolean {
  return (product) =>
    isWithin(product.classificationId, id) && (measurement === undefined || product.measurementType === measurement)
}

/** A product that a promotion names by its id, in whatever case. */
function isNamedBy(promotion: string): (product: DemoProduct) => boolean {
  return ({ productId }) => {
    const { promotionType } = store.state.promotions.find(({ name }) => name === promotion) ?? {}
    return JSON.stringify(promotionType).toLowerCase().includes(productId)
  }
}

/** So many of different products of a kind, so much of each. */
interface Wanted {
  readonly of: (product: DemoProduct) => boolean
  readonly products: number
  readonly quantity: string
}

interface Example {
  readonly type: string
  readonly promotion: string
  readonly at: keyof typeof locations
  readonly wanted: readonly Wanted[]
  /** Cents off in all, from the amounts of the lines in the order wanted. */
  readonly off: (cents: readonly bigint[]) => bigint
}

const least = (cents: readonly bigint[]): bigint => cents.reduce((a, b) => (a < b ? a : b))
const sum = (cents: readonly bigint[]): bigint => cents.reduce((a, b) => a + b, 0n)
const centsOf = (text: string): bigint => BigInt(text.replace('.', ''))

/** The eleven types, each by a promotion of the demo store. */
const EXAMPLES: readonly Example[] = [
  {
    type: 'CheapestMatchedForDollar',
    promotion: 'Buy 3 gummies, the cheapest for 0.49',
    at: 'Regina',
    wanted: [{ of: kind(CLASSIFICATIONS.gummies.classificationId), products: 3, quantity: '1' }],
    off: (cents) => least(cents) - 49n
  },
  {
    type: 'CheapestMatchedForPercentOff',
    promotion: 'Second eighth at half price',
    at: 'Hamilton',
    wanted: [{ of: kind(CATEGORY.Flower, 'Mass'), products: 1, quantity: '7' }],
    off: ([line = 0n]) => line / 4n
  },
  {
    type: 'CheapestMatchedForDollarOff',
    promotion: '3.33 off the second cap',
    at: 'Regina',
    wanted: [{ of: kind(CLASSIFICATIONS.caps.classificationId), products: 1, quantity: '2' }],
    off: () => 333n
  },
  {
    type: 'MatchThenCheapestOtherForDollar',
    promotion: 'A grinder for 2.99 with half an ounce',
    at: 'Regina',
    wanted: [
      { of: (one) => kind(CATEGORY.Flower, 'Mass')(one) && one.isBatchTracked, products: 1, quantity: '14' },
      { of: kind(CLASSIFICATIONS.grinders.classificationId), products: 1, quantity: '1' }
    ],
    off: ([, grinder = 0n]) => grinder - 299n
  },
  {
    type: 'MatchThenCheapestOtherForDollarOff',
    promotion: 'Five rolls, 4.00 off a tray',
    at: 'Hamilton',
    wanted: [
      { of: kind(CLASSIFICATIONS.infused.classificationId), products: 1, quantity: '5' },
      { of: kind(CLASSIFICATIONS.trays.classificationId), products: 1, quantity: '1' }
    ],
    off: () => 400n
  },
  {
    type: 'MatchThenCheapestOtherForPercentOff',
    promotion: 'Night papers',
    at: 'Denver',
    wanted: [
      { of: kind(CATEGORY.Flower, 'Mass'), products: 1, quantity: '1' },
      { of: kind(CLASSIFICATIONS.papers.classificationId), products: 1, quantity: '1' }
    ],
    off: ([, papers = 0n]) => (papers * 99n) / 100n
  },
  {
    type: 'BundleForTotalDollarDistributed',
    promotion: 'Roll, papers and a light for 12',
    at: 'Regina',
    wanted: [
      { of: kind(CLASSIFICATIONS.singles.classificationId), products: 1, quantity: '1' },
      { of: kind(CLASSIFICATIONS.papers.classificationId), products: 1, quantity: '1' },
      { of: kind(CLASSIFICATIONS.lighters.classificationId), products: 1, quantity: '1' }
    ],
    off: (cents) => sum(cents) - 1200n
  },
  {
    type: 'BundleForTotalDollarOffDistributed',
    promotion: 'Two seltzers and a bar, 3.00 off',
    at: 'Regina',
    wanted: [
      { of: kind(CLASSIFICATIONS.beverages.classificationId), products: 2, quantity: '1' },
      { of: kind(CLASSIFICATIONS.chocolate.classificationId), products: 1, quantity: '1' }
    ],
    off: () => 300n
  },
  {
    type: 'BundleForPercentOff',
    promotion: 'Balm and oil, 15% off on Sundays',
    at: 'Hamilton',
    wanted: [
      { of: kind(CLASSIFICATIONS.topicals.classificationId), products: 1, quantity: '1' },
      { of: kind(CLASSIFICATIONS.oils.classificationId), products: 1, quantity: '1' }
    ],
    off: (cents) => (sum(cents) * 15n) / 100n
  },
  {
    type: 'EachMatchedDollarOff',
    promotion: '2.00 off Brackenjar vapes',
    at: 'Regina',
    wanted: [
      {
        of: (one) =>
          kind(CATEGORY.Vapes)(one) &&
          one.measurementType === 'SingleUnit' &&
          one.specifications.some(({ Value }) => Value?.toLowerCase() === 'brackenjar'),
        products: 1,
        quantity: '3'
      }
    ],
    off: () => 600n
  },
  {
    type: 'EachMatchedPercentOff',
    promotion: '20% off Harvest Days',
    at: 'Regina',
    wanted: [{ of: isNamedBy('20% off Harvest Days'), products: 1, quantity: '2' }],
    off: ([line = 0n]) => line / 5n
  }
]

describe('POST /api/baskets on the demo store', () => {
  it('every type has its example', () => {
    expect(new Set(EXAMPLES.map(({ type }) => type)).size).toBe(11)
    const types = new Map(store.state.promotions.map((promotion) => [promotion.name, promotion.promotionType.Type]))
    for (const { promotion, type } of EXAMPLES) expect(types.get(promotion)).toBe(type)
  })

  it.for(EXAMPLES)('$type: $promotion', async ({ promotion, at: town, wanted, off }) => {
    const locationId = locations[town]
    const promotionId = promotionNamed(promotion)
    let met: PricedBasket | null = null
    let order: readonly string[] = []
    // Others may save more on a day: the first day on which it is alone.
    for (const at of await instantsOf(locationId, promotionId)) {
      const lines: { productId: string; quantity: string }[] = []
      for (const { of, products, quantity } of wanted)
        for (const productId of (await onShelf(locationId, at, of)).slice(0, products))
          lines.push({ productId, quantity })
      expect(lines).toHaveLength(wanted.reduce((count, { products }) => count + products, 0))
      const basket = await priced({ locationId, at, lines })
      expect(basket.skipped).toEqual([])
      if (basket.applied.length !== 1 || basket.applied[0]?.promotionId !== promotionId) continue
      met = basket
      order = lines.map(({ productId }) => productId)
      break
    }
    if (met === null) throw new Error(`${promotion} was never applied alone`)
    const basket = met
    const amounts = order.map((productId) =>
      centsOf(basket.lines.find((line) => line.productId === productId)?.amount ?? '0')
    )
    const expected = off(amounts)
    expect(expected > 0n).toBe(true)
    expect(centsOf(basket.applied[0]?.discount ?? '0')).toBe(expected)
    expect(centsOf(basket.discount)).toBe(expected)
    expect(sum(basket.lines.map(({ discount }) => centsOf(discount)))).toBe(expected)
    expect(sum(basket.lines.map(({ total }) => centsOf(total)))).toBe(centsOf(basket.total))
  })

  it('says what an offer nearly needs', async () => {
    const promotionId = promotionNamed('Buy 3 gummies, the cheapest for 0.49')
    const [at = ''] = await instantsOf(locations.Regina, promotionId)
    const [productId = ''] = await onShelf(locations.Regina, at, kind(CLASSIFICATIONS.gummies.classificationId))
    const basket = await priced({ locationId: locations.Regina, at, lines: [{ productId, quantity: '2' }] })
    expect(basket.near).toContainEqual({
      promotionId,
      name: 'Buy 3 gummies, the cheapest for 0.49',
      needs: '1 more from Gummies'
    })
  })

  it('an offer for members is for members', async () => {
    const promotionId = promotionNamed('Two jars for 70, for Members')
    const at = new Date(Date.now() + MINUTE_MS).toISOString()
    const { state } = store
    const group = (state.promotions.find((one) => one.promotionId === promotionId)?.cartCondition ?? null) as {
      PricingGroupId: number
    } | null
    const jars = await onShelf(locations.Regina, at, kind(CATEGORY.Flower, 'SingleUnit'))
    const lines: Bought = jars.map((productId) => ({ productId, quantity: '4' }))
    const body = { locationId: locations.Regina, at, lines }
    expect((await priced(body)).applied.map((one) => one.promotionId)).not.toContain(promotionId)
    const asMember = await priced({ ...body, customer: { medical: false, groupId: group?.PricingGroupId ?? null } })
    expect(asMember.applied.map((one) => one.promotionId)).toContain(promotionId)
  })
})

describe('bodies that are no basket are refused with the name of the field', () => {
  const known = (): string => store.state.products[0]?.productId ?? ''
  const line = (more: object): object => ({
    locationId: locations.Regina,
    lines: [{ productId: known(), quantity: '1', ...more }]
  })
  const cases: readonly (readonly [string, () => unknown, RegExp])[] = [
    ['no lines', () => ({ locationId: locations.Regina }), /^lines: /],
    ['an empty list', () => ({ locationId: locations.Regina, lines: [] }), /^lines: /],
    ['lines that are no list', () => ({ locationId: locations.Regina, lines: {} }), /^lines: /],
    ['a line that is no object', () => ({ locationId: locations.Regina, lines: [known()] }), /^lines\[0\]: /],
    [
      '10,000 lines',
      () => ({
        locationId: locations.Regina,
        lines: Array.from({ length: 10_000 }, () => ({ productId: known(), quantity: '1' }))
      }),
      /^lines: expected at most 500/
    ],
    [
      'an unknown product',
      () => line({ productId: '00000000-0000-0000-0000-000000000000' }),
      /^lines\[0\]\.productId: /
    ],
    ['a product that is no id', () => line({ productId: 'Night Ferry' }), /^lines\[0\]\.productId: /],
    ['a number where the id belongs', () => line({ productId: 7 }), /^lines\[0\]\.productId: /],
    ['no product', () => line({ productId: undefined }), /^lines\[0\]\.productId: /],
    ['zero', () => line({ quantity: '0' }), /^lines\[0\]\.quantity: expected more than 0/],
    ['zero in many digits', () => line({ quantity: '0.000' }), /^lines\[0\]\.quantity: expected more than 0/],
    ['a negative quantity', () => line({ quantity: '-1' }), /^lines\[0\]\.quantity: /],
    ['1e9', () => line({ quantity: '1e9' }), /^lines\[0\]\.quantity: /],
    ['1e9 written out', () => line({ quantity: '1000000000' }), /^lines\[0\]\.quantity: .*10000/],
    ['1e9 as a number', () => line({ quantity: 1e9 }), /^lines\[0\]\.quantity: /],
    ['a number where text belongs', () => line({ quantity: 1 }), /^lines\[0\]\.quantity: /],
    ['null', () => line({ quantity: null }), /^lines\[0\]\.quantity: /],
    ['text where a number belongs', () => ({ ...line({}), locationId: 'Regina' }), /^locationId: /],
    ['a fraction where a whole number belongs', () => ({ ...line({}), locationId: 1.5 }), /^locationId: /],
    ['an instant that is none', () => ({ ...line({}), at: 'noon' }), /^at: /],
    ['a number where an instant belongs', () => ({ ...line({}), at: 1_700_000_000 }), /^at: /],
    [
      'text where a group belongs',
      () => ({ ...line({}), customer: { medical: false, groupId: 'Members' } }),
      /^customer\.groupId: /
    ],
    [
      'text where yes or no belongs',
      () => ({ ...line({}), customer: { medical: 'yes', groupId: null } }),
      /^customer\.medical: /
    ],
    ['a reward that is none', () => ({ ...line({}), reward: { rewardId: 'free-lunch' } }), /^reward\.rewardId: /],
    ['a number where a reward belongs', () => ({ ...line({}), reward: 5 }), /^reward: /]
  ]

  it.for(cases)('%s', async ([, body, message]) => {
    const response = await post(body())
    expect(response.status).toBe(400)
    const { error } = (await response.json()) as { error: { code: string; message: string } }
    expect(error.message).toMatch(message)
    expect(error.code).toMatch(/^[a-z-]+$/)
  })

  it('the most that can be asked for is priced', async () => {
    const at = new Date(Date.now() + MINUTE_MS).toISOString()
    const shelf = (await onShelf(locations.Regina, at, () => true)).slice(0, 500)
    const lines = shelf.map((productId) => ({ productId, quantity: '10000' }))
    const basket = await priced({ locationId: locations.Regina, at, lines })
    expect(basket.lines).toHaveLength(shelf.length)
    expect(sum(basket.lines.map(({ amount }) => centsOf(amount)))).toBe(centsOf(basket.subtotal))
  })
})
