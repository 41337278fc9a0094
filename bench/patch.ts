import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { NO_PICTURES } from '../src/main/board/board-pictures.ts'
import { createBoardService } from '../src/main/board/board-service.ts'
import type { PriceSet, ProductRecord } from '../src/main/cova/records.ts'
import { openStoreWriter } from '../src/main/store/open-store.ts'
import type { BenchFigure } from './run.ts'

const PRODUCTS = 5000
const CHANGES = 1000
const LOCATION = 94451
const TIERS = ['3.5', '7', '14', '28', '56'] as const

function productIdOf(index: number): string {
  return `${String(index).padStart(8, '0')}-b347-4681-9e37-038062ab72a5`
}

function productOf(index: number): ProductRecord {
  return {
    productId: productIdOf(index),
    masterProductId: null,
    masterProductName: null,
    variationId: null,
    name: `Product ${index}`,
    shortDescription: null,
    lifeCycle: 'Active',
    isArchived: false,
    measurementType: 'Mass',
    isBatchTracked: true,
    isNonStock: false,
    classificationId: 1,
    classificationName: 'Indica',
    classificationPath: 'Flower > Indica',
    skus: [],
    upcs: [],
    specifications: [],
    availability: [{ locationId: LOCATION, roomId: 1, inStockQuantity: '10', isSellingRoom: true }],
    applicableTaxRateIds: ['00000000-0000-0000-0000-000000000001'],
    heroShotUri: null,
    updatedAtMs: 0
  }
}

function pricesOf(index: number, gram: string): PriceSet {
  const record = { fromEntityId: 1, group: null, shelf: null, price: gram, sales: [] }
  return {
    locationId: LOCATION,
    productId: productIdOf(index),
    rejectedCount: 0,
    records: [
      { ...record, tier: null, atTierPrice: null },
      ...TIERS.map((quantity, tier) => ({
        ...record,
        tier: { tierId: tier + 2, name: quantity, quantity },
        atTierPrice: null
      }))
    ]
  }
}

function percentileOf(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

/**
 * **patch**: one changed product on a board of 5,000, from the commit of its price to the pushed patch, p99 in ms, against
 * the median of what a whole board costs: built anew and made into its JSON.
 */
export async function benchPatch(): Promise<readonly BenchFigure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'topshelf-patch-'))
  try {
    const opened = openStoreWriter({ dataDir: folder, nowMs: Date.now })
    if (!opened.ok) throw new Error(opened.message)
    const { store } = opened
    const locations = store.startRun('locations', 'full', 1)
    store.landLocations(
      locations,
      {
        locations: [
          {
            locationId: LOCATION,
            name: 'Regina',
            city: 'Regina',
            stateCode: 'SK',
            stateName: null,
            countryCode: 'CA',
            windowsZone: 'Canada Central Standard Time',
            observesDaylightSaving: false,
            storeHours: null
          }
        ],
        presentLocationIds: [LOCATION],
        rejected: []
      },
      1
    )
    store.finishRun(locations, null, 1)
    const catalogue = store.startRun('catalogue', 'full', 1)
    const indices = Array.from({ length: PRODUCTS }, (_, index) => index)
    store.landCataloguePage(
      catalogue,
      {
        count: PRODUCTS,
        presentProductIds: indices.map(productIdOf),
        products: indices.map(productOf),
        prices: indices.map((index) => ({ productId: productIdOf(index), sets: [pricesOf(index, '8.25')] })),
        taxRates: [
          {
            taxRateId: '00000000-0000-0000-0000-000000000001',
            name: 'GST',
            displayName: null,
            kind: 'Percentage',
            rate: '0.05',
            layer: 0,
            calculatedOn: 'SoldAtPrice',
            locationIds: [LOCATION]
          }
        ],
        classifications: [],
        rejected: [],
        askedAtMs: 1
      },
      1
    )
    store.finishRun(catalogue, 1, 1)

    const boards = createBoardService({
      reader: store,
      nowMs: Date.now,
      overrides: { timeZones: {}, currencies: {} },
      staleAfterMs: 900_000,
      language: null,
      screens: {},
      marketRules: [],
      storeColour: null,
      pictures: NO_PICTURES,
      restrictToLocationIds: null
    })
    const query = { locationId: LOCATION, atMs: null, groupId: null, customer: 'recreational' as const }
    let pushed: string | null = null
    const subscribed = boards.subscribeBoard(query, ({ event, data }) => {
      if (event === 'patch') pushed = data
    })
    if (!subscribed.ok) throw new Error(subscribed.message)

    const patching: number[] = []
    const run = store.startRun('prices', 'changes', 2)
    for (let change = 0; change < CHANGES; change += 1) {
      const index = (change * 37) % PRODUCTS
      const sets = [pricesOf(index, (9 + change / 100).toFixed(2))]
      pushed = null
      const landed = store.landPricePage(run, { count: 1, sets, rejected: [], askedAtMs: 2 + change }, 2 + change)
      const committedMs = performance.now()
      boards.applyChange(landed)
      patching.push(performance.now() - committedMs)
      const text = pushed as string | null
      if (text === null || !text.includes(productIdOf(index))) throw new Error('no patch was pushed for the change')
    }

    const whole: number[] = []
    for (let round = 0; round < 7; round += 1) {
      const startedMs = performance.now()
      const answer = boards.boardJson({ ...query, atMs: Date.now() })
      whole.push(performance.now() - startedMs)
      if (!answer.ok) throw new Error(answer.message)
    }
    boards.stop()
    store.close()
    const value = percentileOf(patching, 0.99)
    const reference = percentileOf(whole, 0.5)
    return [{ name: 'patch', value, unit: 'ms', reference, ratio: value / reference }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
