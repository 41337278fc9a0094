import { amountOf, numberOf, unitAmountOf } from './amount.ts'
import { stockUp } from './catalogue.ts'
import { pathOf } from './classification.ts'
import { ENTITY, LOCATIONS, LOCATION_IDS, TAX_PRICING, TREE } from './company.ts'
import type {
  DemoPriceEntry,
  DemoProduct,
  DemoPromotion,
  DemoRung,
  DemoSale,
  DemoStoreState,
  NewPromotion
} from './demo-store.types.ts'
import { keyOf, priceBookOf, type PriceBook } from './price-book.ts'
import { promotionsOf } from './promotions.ts'
import { randomOf } from './random.ts'
import { groupOf, tierOf } from './tiers.ts'
import type { WireTreeNode } from './wire.types.ts'

/** The state with what the replies need beside it. */
export interface DemoStateWithBook {
  readonly state: DemoStoreState
  readonly book: PriceBook
}

const PARENTS = parentsOf(TREE, null, new Map<number, number | null>())

/** The store as it is at `startMs`, the same for the same seed and start; edits are stamped with `nowMs()`. */
export function demoStateOf(
  seed: number,
  startMs: number,
  nowMs: () => number,
  updatedAtStart = false
): DemoStateWithBook {
  const random = randomOf(seed)
  let saleId = 90_000
  const nextSaleId = (): number => ++saleId
  const book = priceBookOf(parentOf)
  const products = new Map(
    stockUp(random, startMs, updatedAtStart, book, nextSaleId)
      .toSorted(byProductId)
      .map((product) => [product.productId, product])
  )
  const promotions = new Map(
    promotionsOf(random, startMs, [...products.values()]).map((promotion) => [promotion.promotionId, promotion])
  )
  const taxPricing = new Map(TAX_PRICING)

  const productOf = (productId: string): DemoProduct => {
    const product = products.get(productId.toLowerCase())
    if (product === undefined) throw new Error(`the demo store has no product ${productId}`)
    return product
  }

  const touch = (productId: string, change: Partial<DemoProduct> = {}): void => {
    const product = productOf(productId)
    products.set(product.productId, { ...product, ...change, updatedAtMs: nowMs() })
  }

  /** The entry of a rung at a node; one that the node inherits is copied down to it first. */
  const entryAt = (productId: string, entityId: number, rung: DemoRung): DemoPriceEntry | null => {
    const tier = tierOf(rung.tierId)
    const group = groupOf(rung.groupId)
    const entry = book.resolve(productId, entityId).find((candidate) => keyOf(candidate) === keyOf({ tier, group }))
    if (entry === undefined) return null
    const { fromEntityId: _, ...set } = entry
    return set
  }

  const put = (productId: string, entityId: number, entry: DemoPriceEntry): void => {
    book.put(productId, entityId, { ...entry, updatedAtMs: nowMs() })
    touch(productId)
  }

  const state: DemoStoreState = {
    companyId: ENTITY.company,
    locations: LOCATIONS,
    parentOf,
    get products() {
      return [...products.values()]
    },
    product: productOf,
    classificationPathOf: (productId) => pathOf(productOf(productId).classificationId),
    pricesAt: (productId, locationId) => book.resolve(productOf(productId).productId, knownEntity(locationId)),
    get promotions() {
      return [...promotions.values()]
    },
    taxPricing,
    setPrice: (productId, locationId, amount, rung = {}) => {
      numberOf(amount)
      const id = productOf(productId).productId
      const entityId = knownEntity(locationId)
      const tier = tierOf(rung.tierId)
      const before = entryAt(id, entityId, rung)
      put(id, entityId, {
        tier,
        group: groupOf(rung.groupId),
        shelf: before?.shelf ?? book.resolve(id, entityId)[0]?.shelf ?? null,
        sales: before?.sales ?? [],
        price: tier === null ? amount : unitAmountOf(amount, tier.quantity),
        atTierPrice: tier === null ? null : amount,
        updatedAtMs: nowMs()
      })
    },
    setSale: (productId, locationId, sale, rung = {}) => {
      numberOf(sale.salePrice)
      const id = productOf(productId).productId
      const entityId = knownEntity(locationId)
      const entry = entryAt(id, entityId, rung)
      if (entry === null) throw new Error(`product ${id} has no such price at ${entityId}`)
      const added: DemoSale = {
        saleId: nextSaleId(),
        salePrice: entry.tier === null ? sale.salePrice : unitAmountOf(sale.salePrice, entry.tier.quantity),
        atTierSalePrice: entry.tier === null ? null : sale.salePrice,
        startsAtMs: sale.startsAtMs ?? null,
        stopsAtMs: sale.stopsAtMs ?? null
      }
      put(id, entityId, { ...entry, sales: [...entry.sales.filter((kept) => !areRivals(kept, added)), added] })
    },
    endSale: (productId, locationId, rung = {}) => {
      const id = productOf(productId).productId
      if (locationId !== null) {
        const entityId = knownEntity(locationId)
        const entry = entryAt(id, entityId, rung)
        if (entry !== null) put(id, entityId, { ...entry, sales: [] })
        return
      }
      for (const entityId of PARENTS.keys()) {
        for (const entry of book.at(id, entityId)) {
          if (entry.sales.length > 0) put(id, entityId, { ...entry, sales: [] })
        }
      }
    },
    removePrices: (productId, locationId) => {
      const id = productOf(productId).productId
      book.clear(id, knownEntity(locationId), nowMs())
      touch(id)
    },
    setStock: (productId, locationId, quantity) => {
      numberOf(quantity)
      if (!LOCATION_IDS.includes(locationId)) throw new Error(`the demo store has no location ${locationId}`)
      const product = productOf(productId)
      const known = product.stock.filter((stock) => stock.locationId === locationId)
      const floor = known.find((stock) => stock.isSellingRoom) ?? {
        locationId,
        roomId: locationId * 10 + 1,
        isSellingRoom: true,
        unitCost: amountOf(500)
      }
      const stock = product.stock.filter((entry) => entry.locationId !== locationId)
      stock.push({ ...floor, quantity })
      for (const room of known) if (!room.isSellingRoom) stock.push({ ...room, quantity: '0' })
      touch(productId, { stock })
    },
    archive: (productId, archived = true) =>
      touch(productId, { isArchived: archived, lifeCycle: archived ? 'Archived' : 'Active' }),
    changeProduct: (productId, change) => touch(productId, change),
    addProduct: (likeProductId, change) => {
      const like = productOf(likeProductId)
      const id = (change.productId ?? random.guid()).toLowerCase()
      if (products.has(id)) throw new Error(`the demo store already has a product ${id}`)
      products.set(id, {
        ...like,
        masterProductId: id,
        masterProductName: change.name,
        variationId: null,
        ...change,
        productId: id,
        updatedAtMs: nowMs()
      })
      book.copy(like.productId, id, nowMs())
      const sorted = [...products.values()].sort(byProductId)
      products.clear()
      for (const product of sorted) products.set(product.productId, product)
      return id
    },
    removeProduct: (productId) => {
      const id = productOf(productId).productId
      products.delete(id)
      book.forget(id)
    },
    setTaxPricing: (locationId, pricing) => {
      if (pricing === null) taxPricing.delete(locationId)
      else taxPricing.set(locationId, pricing)
    },
    addPromotion: (promotion) => {
      const added = newPromotionOf(promotion, random.guid(), nowMs())
      if (promotions.has(added.promotionId))
        throw new Error(`the demo store already has a promotion ${added.promotionId}`)
      promotions.set(added.promotionId, added)
      return added
    },
    replacePromotion: (promotionId, change) => {
      const before = promotions.get(promotionId)
      if (before === undefined) throw new Error(`the demo store has no promotion ${promotionId}`)
      const replaced = { ...before, version: before.version + 1, ...change, promotionId }
      promotions.set(promotionId, replaced)
      return replaced
    },
    removePromotion: (promotionId) => {
      if (!promotions.delete(promotionId)) throw new Error(`the demo store has no promotion ${promotionId}`)
    }
  }
  return { state, book }
}

function newPromotionOf(promotion: NewPromotion, promotionId: string, atMs: number): DemoPromotion {
  return {
    promotionId,
    status: 'Active',
    enabledAtEntityIds: [ENTITY.company],
    cartCondition: { Type: 'None' },
    lineCondition: { Type: 'None' },
    createdAtMs: atMs,
    version: 1,
    catalogIds: null,
    spelling: { schedule: 'ICalVEventSchedule', createdAt: 'Utc' },
    ...promotion
  }
}

function parentOf(entityId: number): number | null {
  return PARENTS.get(entityId) ?? null
}

/** Null is the company. */
function knownEntity(entityId: number | null): number {
  if (entityId === null) return ENTITY.company
  if (!PARENTS.has(entityId)) throw new Error(`the demo store's tree has no node ${entityId}`)
  return entityId
}

function parentsOf(
  node: WireTreeNode,
  parentId: number | null,
  found: Map<number, number | null>
): ReadonlyMap<number, number | null> {
  found.set(node.Id, parentId)
  for (const child of node.Nodes) parentsOf(child, node.Id, found)
  return found
}

function isDefault(sale: DemoSale): boolean {
  return sale.startsAtMs === null && sale.stopsAtMs === null
}

/** Two default sales, or two dated ones that overlap: Cova's hub has room for one of them. */
function areRivals(left: DemoSale, right: DemoSale): boolean {
  if (isDefault(left) || isDefault(right)) return isDefault(left) && isDefault(right)
  return (
    (left.startsAtMs ?? -Infinity) < (right.stopsAtMs ?? Infinity) &&
    (right.startsAtMs ?? -Infinity) < (left.stopsAtMs ?? Infinity)
  )
}

function byProductId(left: DemoProduct, right: DemoProduct): number {
  return left.productId < right.productId ? -1 : 1
}
