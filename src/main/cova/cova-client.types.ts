import type {
  CataloguePage,
  FullPromotionsReply,
  LocationsReply,
  PricePage,
  PromotionsReply,
  TaxPricingReply,
  TreeReply
} from './records.ts'
import type { CovaResult } from './cova-failure.ts'

export interface CovaSettings {
  /** An origin, e.g. https://api.covasoft.net */
  readonly apiUrl: string
  /** The full token URL. */
  readonly tokenUrl: string
  readonly companyId: string
  readonly clientId: string
  readonly clientSecret: string
  readonly username: string
  readonly password: string
}

export interface CatalogueQuery {
  readonly skip: number
  readonly top: number
  /** Null for the full catalogue, else the changed-since form. */
  readonly changedSinceMs: number | null
  /** Null asks for every location. */
  readonly locationId?: number | null
}

/** The one way to Cova: token, time-outs, retries, circuit breaker, Retry-After and schema checks are inside. */
export interface CovaClient {
  readonly fetchLocations: (signal?: AbortSignal) => Promise<CovaResult<LocationsReply>>
  readonly fetchTree: (signal?: AbortSignal) => Promise<CovaResult<TreeReply>>
  readonly fetchCataloguePage: (query: CatalogueQuery, signal?: AbortSignal) => Promise<CovaResult<CataloguePage>>
  readonly fetchPricePage: (
    query: { readonly asOfMs: number; readonly skip: number; readonly top: number },
    signal?: AbortSignal
  ) => Promise<CovaResult<PricePage>>
  readonly fetchPromotions: (signal?: AbortSignal) => Promise<CovaResult<PromotionsReply>>
  /** What promotions do: only those whose type and conditions can be evaluated (`CAPABILITIES`). */
  readonly fetchFullPromotions: (signal?: AbortSignal) => Promise<CovaResult<FullPromotionsReply>>
  readonly fetchTaxPricing: (signal?: AbortSignal) => Promise<CovaResult<TaxPricingReply>>
  /** Logs in (or uses the cached token) and says whether the credentials work. */
  readonly checkCredentials: (signal?: AbortSignal) => Promise<CovaResult<null>>
  /** Server time less device time as last seen in a `Date` header; null before the first reply. */
  readonly clockOffsetMs: () => number | null
  /** How many replies have told the time so far. */
  readonly clockReadings: () => number
}
