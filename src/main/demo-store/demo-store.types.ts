import type { CartCondition, LineCondition, PromotionType, WireLocation, WireSpecification } from './wire.types.ts'

/** One call of the wire. */
export type DemoEndpoint =
  | 'token'
  | 'locations'
  | 'tree'
  | 'catalogue'
  | 'catalogue-changes'
  | 'prices'
  | 'prices-at-location'
  | 'tax-pricing'
  | 'menu-board-promotions'
  | 'promotions'

export interface DemoStoreOptions {
  /** 0, the default, takes any free one. */
  readonly port?: number
  readonly host?: '127.0.0.1'
  /** The same seed and start give the same store. */
  readonly seed?: number
  /** The store's own clock: `Date` headers, update stamps, token lives. `Date.now` by default. */
  readonly nowMs?: () => number
  /** Whether prices, stock and sales move by themselves; true by default. `tick()` works either way. */
  readonly living?: boolean
  /** Time between two moves of a living store; 10 s by default, which changes two prices a minute. */
  readonly livingStepMs?: number
  /**
   * Stamps everything as updated at the start, for a client that still has data of an earlier run: a store that is
   * started again is as at first, and without this its stamps, all days old, say nothing of it. False by default.
   */
  readonly updatedAtStart?: boolean
  /** The most a page holds, whatever `Top` asks for; 500 by default. */
  readonly pageCap?: number
  /** How many entries of the page before each later page repeats; 0 by default. */
  readonly overlap?: number
  /** TaxPricingConfiguration as an array of one object, as the portal shows it, in place of the guide's object. */
  readonly taxPricingAsArray?: boolean
  /** Calls per service and 60 s, beyond which 429 is answered; by default only named in the header, never enforced. */
  readonly rateLimit?: number
  /** How long PromotionsForMenuBoard is kept before it is worked out again (Cova: about an hour); 0 by default. */
  readonly menuBoardCacheMs?: number
}

export interface DemoCredentials {
  readonly companyId: string
  readonly clientId: string
  readonly clientSecret: string
  readonly username: string
  readonly password: string
}

export interface DemoRequest {
  readonly method: string
  /** Path and query as asked. */
  readonly path: string
  /** Null for a path that is no call of the wire. */
  readonly endpoint: DemoEndpoint | null
  readonly atMs: number
  /** Null when no reply was sent: still open, reset, or never answered. */
  readonly status: number | null
}

export interface DemoStore {
  /** An origin, e.g. http://127.0.0.1:40123 */
  readonly url: string
  readonly tokenUrl: string
  readonly credentials: DemoCredentials
  /** The latest requests, oldest first, at most 1000. */
  readonly requests: readonly DemoRequest[]
  readonly state: DemoStoreState
  readonly faults: DemoFaults
  /** Makes the next move of a living store, at once: the same seed makes the same moves. Returns what was done. */
  readonly tick: () => DemoMove
  /** Every token given out so far is refused from now on. */
  readonly expireTokens: () => void
  readonly close: () => Promise<void>
}

export interface DemoMove {
  readonly kind: 'price' | 'sold-out' | 'restock' | 'sale-starts' | 'sale-stops' | 'none'
  readonly productId: string | null
  readonly locationId: number | null
}

/** What goes wrong with one reply. An array of them combines, e.g. `page-cap` with `slow`. */
export type DemoFault =
  /** 200 with a text that is no JSON. */
  | { readonly kind: 'not-json' }
  /** The right body, cut in half; `Content-Length` agrees with what is sent. */
  | { readonly kind: 'truncated' }
  | { readonly kind: 'html'; readonly status?: number }
  | { readonly kind: 'status'; readonly status: number; readonly retryAfter?: string; readonly body?: unknown }
  /** The connection is torn down without a reply. */
  | { readonly kind: 'reset' }
  /** The connection is torn down after half of the body. */
  | { readonly kind: 'reset-midway' }
  | { readonly kind: 'never-answers' }
  | { readonly kind: 'slow'; readonly bytesPerStep: number; readonly stepMs: number }
  /** The right page, its first entry repeated until the body has this many bytes. */
  | { readonly kind: 'huge-page'; readonly bytes: number }
  | { readonly kind: 'empty-page' }
  /** Every entry twice. */
  | { readonly kind: 'duplicate-ids' }
  /** The `Date` header is off by this much; `header` replaces it altogether ('' sends none). */
  | { readonly kind: 'clock'; readonly offsetMs?: number; readonly header?: string }
  /** A page holds no more than this, whatever `Top` asks for. */
  | { readonly kind: 'page-cap'; readonly cap: number }
  /** Anything else: the parsed body goes in, what is to be sent comes out. The body is a copy and may be changed. */
  // eslint-disable-next-line typescript/no-explicit-any -- a test breaks the body in ways that no type allows
  | { readonly kind: 'transform'; readonly transform: (body: any) => unknown }

export type DemoFaultPlan = DemoFault | readonly DemoFault[] | null

export interface DemoFaults {
  /** Scripts the next replies, one plan each and in order; null is a good reply. Plans queue up behind earlier ones. */
  readonly next: (endpoint: DemoEndpoint | 'all', ...plans: readonly DemoFaultPlan[]) => void
  /** For every reply that `next` says nothing about, until cleared; null ends it. */
  readonly always: (endpoint: DemoEndpoint | 'all', plan: DemoFaultPlan) => void
  readonly clear: () => void
}

export interface DemoTier {
  readonly tierId: number
  readonly name: string
  /** Grams or pieces, a decimal string. */
  readonly quantity: string
}

export interface DemoShelf {
  readonly shelfId: number
  readonly name: string
}

export interface DemoGroup {
  readonly groupId: number
  readonly name: string
}

/** Amounts are decimal strings. */
export interface DemoSale {
  readonly saleId: number
  /** For one gram or piece, also at a tier. */
  readonly salePrice: string
  /** The amount at the tier; null leaves it out on the wire, where the unit price then counts. */
  readonly atTierSalePrice: string | null
  readonly startsAtMs: number | null
  readonly stopsAtMs: number | null
}

/** A price as a manager set it at one node of the tree. */
export interface DemoPriceEntry {
  readonly tier: DemoTier | null
  readonly group: DemoGroup | null
  readonly shelf: DemoShelf | null
  /** For one gram or piece. */
  readonly price: string
  readonly atTierPrice: string | null
  readonly sales: readonly DemoSale[]
  readonly updatedAtMs: number
}

export interface DemoStock {
  readonly locationId: number
  readonly roomId: number
  readonly isSellingRoom: boolean
  /** Grams or pieces, a decimal string. */
  readonly quantity: string
  /** What the store paid for one; real replies carry it, and no client may keep it. */
  readonly unitCost: string
}

export interface DemoProduct {
  /** Lower case; some feeds write it in upper case. */
  readonly productId: string
  readonly masterProductId: string
  readonly masterProductName: string
  readonly variationId: string | null
  readonly name: string
  readonly shortDescription: string | null
  readonly longDescription: string | null
  readonly lifeCycle: string
  readonly isArchived: boolean
  readonly measurementType: 'Mass' | 'SingleUnit'
  readonly isBatchTracked: boolean
  readonly isNonStock: boolean
  readonly classificationId: number | null
  readonly supplier: { readonly supplierId: number; readonly name: string } | null
  readonly sku: string
  readonly upcs: readonly string[]
  readonly specifications: readonly WireSpecification[]
  readonly stock: readonly DemoStock[]
  readonly taxRateIds: readonly string[]
  /** A path on the demo store, or any address as it is; null for no picture. */
  readonly heroShot: string | null
  readonly updatedAtMs: number
}

export interface DemoPromotion {
  readonly promotionId: string
  readonly name: string
  /** "Active" for all that the store begins with. */
  readonly status: string
  /** Ids of locations, groups, divisions or the company. */
  readonly enabledAtEntityIds: readonly number[]
  /** A VEVENT. */
  readonly schedule: string
  readonly promotionType: PromotionType
  readonly cartCondition: CartCondition
  readonly lineCondition: LineCondition
  readonly createdAtMs: number
  readonly version: number
  /** The menu board's products; null works them out from the conditions. */
  readonly catalogIds: readonly string[] | null
  /** Which of the guide's two spellings this promotion is written in. */
  readonly spelling: {
    readonly schedule: 'ICalEventSchedule' | 'ICalVEventSchedule'
    readonly createdAt: 'UTC' | 'Utc'
  }
}

export type NewPromotion = Pick<DemoPromotion, 'name' | 'schedule' | 'promotionType'> & Partial<DemoPromotion>

/** The base price unless a tier or a group is named. Ids must be ones of the store. */
export interface DemoRung {
  readonly tierId?: number
  readonly groupId?: number
}

/**
 * The store as a manager would edit it. Every edit takes effect at once and moves the product's update stamps, so that
 * changed-since calls see it. `locationId` may be any node of the tree; null is the company. A wrong id throws.
 */
export interface DemoStoreState {
  readonly companyId: number
  readonly locations: readonly WireLocation[]
  /** A node's parent; null for the company. */
  readonly parentOf: (entityId: number) => number | null
  /** In order of productId. */
  readonly products: readonly DemoProduct[]
  readonly product: (productId: string) => DemoProduct
  /** Names of the classification from the top, e.g. ["Flower", "Indica"]; [] for a product without one. */
  readonly classificationPathOf: (productId: string) => readonly string[]
  /** Inheritance resolved. Empty where the product has no price. */
  readonly pricesAt: (
    productId: string,
    locationId: number
  ) => readonly (DemoPriceEntry & { readonly fromEntityId: number })[]
  readonly promotions: readonly DemoPromotion[]
  readonly taxPricing: ReadonlyMap<number, 'Inclusive' | 'Exclusive'>
  /** `amount` is for one unit, or the amount at the tier's quantity where `rung` names a tier. Sales stay. */
  readonly setPrice: (productId: string, locationId: number | null, amount: string, rung?: DemoRung) => void
  /** Replaces the default sale (no dates), or adds a dated one and takes away those that overlap it. */
  readonly setSale: (
    productId: string,
    locationId: number | null,
    sale: { readonly salePrice: string; readonly startsAtMs?: number | null; readonly stopsAtMs?: number | null },
    rung?: DemoRung
  ) => void
  /** Takes every sale off the rung; at null off every rung of the product everywhere. */
  readonly endSale: (productId: string, locationId: number | null, rung?: DemoRung) => void
  /** The product then has no price at that location, or below that node; null is everywhere. */
  readonly removePrices: (productId: string, locationId: number | null) => void
  /** The quantity in the selling room; the back room is emptied. */
  readonly setStock: (productId: string, locationId: number, quantity: string) => void
  readonly archive: (productId: string, archived?: boolean) => void
  /** Any other field of a product. */
  readonly changeProduct: (productId: string, change: Partial<Omit<DemoProduct, 'productId' | 'updatedAtMs'>>) => void
  /** Like `likeProductId` in all that `change` does not say: prices, taxes and stock too. Returns its id. */
  readonly addProduct: (
    likeProductId: string,
    change: { readonly name: string } & Partial<Omit<DemoProduct, 'updatedAtMs'>>
  ) => string
  /** Gone from every feed at once, without a trace. */
  readonly removeProduct: (productId: string) => void
  /** Null takes the location off the list. */
  readonly setTaxPricing: (locationId: number, taxPricing: 'Inclusive' | 'Exclusive' | null) => void
  readonly addPromotion: (promotion: NewPromotion) => DemoPromotion
  /** Raises the version. */
  readonly replacePromotion: (promotionId: string, change: Partial<DemoPromotion>) => DemoPromotion
  readonly removePromotion: (promotionId: string) => void
}
