import { CLASSIFICATIONS } from './classification.ts'
import { ENTITY, LOCATION_IDS } from './company.ts'
import type { DemoProduct, DemoStock } from './demo-store.types.ts'
import { heroShotOf } from './hero-shots.ts'
import type { PriceBook } from './price-book.ts'
import {
  CEDAR,
  EVERYWHERE,
  entriesOf,
  type PlannedNode,
  type PlannedPrice,
  type PricePlan,
  type SaleTime
} from './price-plan.ts'
import { SUPPLIERS } from './product-names.ts'
import { productDraftsOf, type ProductDraft } from './product-drafts.ts'
import { hashOf, type Random } from './random.ts'
import { specificationsOf } from './specifications.ts'

const DAY_MS = 86_400_000

/** Makes the products and puts their prices into the book. What a product is depends on `random` alone. */
export function stockUp(
  random: Random,
  startMs: number,
  updatedAtStart: boolean,
  book: PriceBook,
  nextSaleId: () => number
): readonly DemoProduct[] {
  const updatedAtMsOf = (): number => {
    const ageMs = random.between(2 * DAY_MS, 300 * DAY_MS)
    return updatedAtStart ? startMs : startMs - ageMs
  }
  const drafts = productDraftsOf(random)
  const exception = drafts.findLastIndex((draft) => draft.plan === CEDAR)
  return drafts.map((draft, number) => {
    const product = productOf(draft, number, updatedAtMsOf(), random)
    const plan = withSales(draft.plan, number)
    for (const { entityId, percent } of nodesOf(draft, number)) {
      const updatedAtMs = updatedAtMsOf()
      for (const entry of entriesOf(plan, percent, startMs, updatedAtMs, nextSaleId)) {
        book.put(product.productId, entityId, entry)
      }
    }
    if (number === exception) {
      // One product of the shelf has an eighth of its own in Regina, so that its records disagree with the shelf's.
      const own: PricePlan = { shelf: 'cedar', prices: [{ tier: 'eighth', cents: 2650 }] }
      for (const entry of entriesOf(own, 100, startMs, product.updatedAtMs, nextSaleId)) {
        book.put(product.productId, ENTITY.regina, entry)
      }
    }
    return product
  })
}

function productOf(draft: ProductDraft, number: number, updatedAtMs: number, random: Random): DemoProduct {
  const supplier = random.pick(SUPPLIERS)
  const isShelved = draft.plan.shelf !== undefined
  const isDiscontinued = !isShelved && number % 71 === 33
  const isArchived = !isShelved && (number % 71 === 34 || number === 200)
  const sku = `TT-${String(10_000 + number)}`
  const hasClassification = number % 211 !== 127
  return {
    productId: random.guid(),
    masterProductId: guidFrom(draft.masterName, draft.classification),
    masterProductName: draft.masterName,
    variationId: draft.name === draft.masterName ? null : random.guid(),
    name: draft.name,
    shortDescription: draft.marijuanaType === null ? null : `${draft.marijuanaType} by ${draft.brand}`,
    longDescription: null,
    // Archived with an active life cycle is something a store can have.
    lifeCycle: isDiscontinued ? 'Discontinued' : isArchived && number !== 200 ? 'Archived' : 'Active',
    isArchived,
    measurementType: draft.measurementType,
    isBatchTracked: draft.marijuanaType !== null,
    isNonStock: draft.isNonStock,
    classificationId: hasClassification ? CLASSIFICATIONS[draft.classification].classificationId : null,
    supplier: draft.isGiftCard ? null : supplier,
    sku,
    upcs: draft.isNonStock ? [] : [String(random.between(1_000_000, 99_999_999)).padStart(12, '0')],
    specifications: specificationsOf({
      brand: draft.brand,
      strainType: draft.strainType,
      strength: draft.strength,
      netWeight: draft.netWeight,
      terpenes: draft.strength?.unit === '%' && random.chance(0.4) ? random.pick(TERPENES) : null,
      marijuanaType: draft.marijuanaType,
      isGiftCard: draft.isGiftCard
    }),
    stock: draft.isNonStock ? [] : stockOf(draft, number, random),
    taxRateIds: draft.taxRateIds,
    heroShot: heroShotOf(draft.classification, number),
    updatedAtMs
  }
}

const TERPENES: readonly string[] = ['Myrcene', 'Limonene', 'Caryophyllene', 'Pinene', 'Linalool', 'Terpinolene']

/** A selling room and a back room at each location; what lies in the back room alone is sold out on the floor. */
function stockOf(draft: ProductDraft, number: number, random: Random): readonly DemoStock[] {
  const soldOutEverywhere = number % 53 === 20
  const weighed = draft.measurementType === 'Mass'
  return LOCATION_IDS.flatMap((locationId) => {
    const soldOut = soldOutEverywhere || random.chance(0.06)
    const unitCost = `${random.between(2, 30)}.${random.between(10, 99)}`
    const floor = soldOut ? '0' : weighed ? `${random.between(20, 400)}.5` : String(random.between(1, 60))
    const back = soldOutEverywhere ? '0' : String(random.between(0, 80))
    return [
      { locationId, roomId: locationId * 10 + 1, isSellingRoom: true, quantity: floor, unitCost },
      { locationId, roomId: locationId * 10 + 2, isSellingRoom: false, quantity: back, unitCost }
    ]
  })
}

/** Where in the tree a product's prices are set: mostly everywhere, some with a price of their own further down. */
function nodesOf(draft: ProductDraft, number: number): readonly PlannedNode[] {
  if (draft.plan.shelf !== undefined) return EVERYWHERE
  if (number % 101 === 50) return []
  if (number % 17 === 4) {
    return [
      { entityId: ENTITY.canada, percent: 100 },
      { entityId: ENTITY.taxInPrice, percent: 113 }
    ]
  }
  if (number % 23 === 7) return [{ entityId: ENTITY.unitedStates, percent: 85 }]
  if (number % 47 === 11) return [{ entityId: ENTITY.saskatchewan, percent: 100 }]
  return [
    ...EVERYWHERE,
    ...(number % 11 === 2 ? [{ entityId: ENTITY.ontario, percent: 96 }] : []),
    ...(number % 13 === 5 ? [{ entityId: ENTITY.colorado, percent: 78 }] : []),
    ...(number % 7 === 5 ? [{ entityId: ENTITY.regina, percent: 105 }] : [])
  ]
}

/** Gives some products sales on their base price and their first tier. */
function withSales(plan: PricePlan, number: number): PricePlan {
  const times = saleTimesOf(number)
  if (plan.shelf !== undefined || times.length === 0) return plan
  let tiersOnSale = 0
  const prices = plan.prices.map((price): PlannedPrice => {
    if (price.group !== undefined) return price
    if (price.tier !== undefined && ++tiersOnSale > 1) return price
    const sales = times.map((time) => ({
      time,
      cents: Math.round((price.cents * SALE_PERCENT[time]) / 2500) * 25,
      unitOnly: number % 2 === 0
    }))
    return { ...price, sales }
  })
  return { ...plan, prices }
}

/** A running sale is dearer than a default one: it replaces it all the same. */
const SALE_PERCENT: Readonly<Record<SaleTime, number>> = {
  default: 80,
  running: 85,
  past: 75,
  future: 75,
  'starts-soon': 70,
  'ends-soon': 70
}

function saleTimesOf(number: number): readonly SaleTime[] {
  const times: SaleTime[] = []
  if (number % 13 === 0 || number % 39 === 6) times.push('default')
  if (number % 13 === 3 || number % 39 === 6) times.push('running')
  if (number % 13 === 9) times.push('future')
  if (number % 13 === 11) times.push('past')
  if (number % 29 === 5 && !times.includes('running')) times.push('starts-soon')
  if (number % 29 === 17 && !times.includes('running')) times.push('ends-soon')
  return times
}

/** The same words, the same guid. */
function guidFrom(...words: readonly string[]): string {
  const hex = [0, 1, 2, 3]
    .map((part) =>
      hashOf(`${part}${words.join('|')}`)
        .toString(16)
        .padStart(8, '0')
    )
    .join('')
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20)].join('-')
}
