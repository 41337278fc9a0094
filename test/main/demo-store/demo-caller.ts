import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore, DemoStoreOptions } from '../../../src/main/demo-store/demo-store.types.ts'
import type { WirePriceRecord } from '../../../src/main/demo-store/wire.types.ts'

/** A Friday, 16:20 in Regina. */
export const START_MS = Date.parse('2026-06-12T22:20:00.123Z')

export const REGINA = 110501
export const HAMILTON = 110502
export const DENVER = 110503
export const OTTAWA = 110504
export const LOCATION_IDS = [REGINA, HAMILTON, DENVER, OTTAWA] as const

/** What the tests read of a product on the wire. */
export interface SeenProduct {
  readonly ProductId: string
  readonly MasterProductId: string
  readonly Name: string
  readonly LifeCycle: string
  readonly IsArchived: boolean
  readonly IsNonStock: boolean
  readonly MeasurementType: string
  readonly ClassificationId: number | null
  readonly ClassificationPath: string | null
  readonly SupplierSkus:
    | readonly { readonly SKU: string; readonly SupplierId: number; readonly Supplier: string }[]
    | null
  readonly Upcs: readonly { readonly UPC: string }[] | null
  readonly ProductSpecifications:
    | readonly { readonly DisplayName: string; readonly Value: string; readonly Unit: string | null }[]
    | null
  readonly Availability:
    | readonly {
        readonly LocationId: number
        readonly InStockQuantity: number
        readonly IsSellingRoom: boolean
        readonly UnitCost: number
      }[]
    | null
  readonly Prices: readonly WirePriceRecord[] | null
  readonly ApplicableTaxRates: readonly string[] | null
  readonly Assets: readonly unknown[] | null
  readonly UpdatedDateUtc: string
}

export interface SeenCatalogue {
  readonly Products: readonly SeenProduct[]
  readonly Packages: readonly { readonly UnitCost: number }[] | null
  readonly TaxRates: readonly { readonly Id: string; readonly Locations: readonly number[] }[] | null
  readonly Classifications: readonly { readonly Id: number; readonly ParentCategories: readonly unknown[] }[] | null
}

export interface SeenChange {
  readonly ChangedProductId: string
  readonly Locations: readonly { readonly LocationId: number; readonly Prices: readonly WirePriceRecord[] }[]
}

export const EVERYTHING = {
  LocationId: null,
  IncludeProductSkusAndUpcs: true,
  IncludeProductSpecifications: true,
  IncludeClassifications: true,
  IncludeProductAssets: true,
  IncludeAvailability: true,
  IncludePackageDetails: true,
  IncludePricing: true,
  IncludeTaxes: true,
  InStockOnly: false,
  IncludeAllLifecycles: true,
  SellingRoomOnly: false,
  Skip: 0,
  Top: 500
} as const

/** A caller that is logged in, over a clock that stands until it is moved. */
export interface DemoCaller {
  readonly store: DemoStore
  readonly clock: { nowMs: number }
  readonly get: (path: string, init?: RequestInit) => Promise<Response>
  readonly read: <T>(path: string) => Promise<T>
  readonly products: (body?: object, updatedAsOf?: string) => Promise<SeenCatalogue>
  readonly changedPrices: (asOfMs: number, locationId?: number, page?: string) => Promise<readonly SeenChange[]>
}

export async function callDemoStore(options: DemoStoreOptions = {}): Promise<DemoCaller> {
  const clock = { nowMs: START_MS }
  const store = await startDemoStore({ living: false, nowMs: () => clock.nowMs, ...options })
  const authorization = await logIn(store)
  const get = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${store.url}${path}`, {
      ...init,
      headers: { authorization, accept: 'application/json', ...(init.headers as Record<string, string> | undefined) }
    })
  const ofCompany = `Companies/${store.credentials.companyId}`
  return {
    store,
    clock,
    get,
    read: async (path) => (await get(path)).json(),
    products: async (body = {}, updatedAsOf) => {
      const since = updatedAsOf === undefined ? '' : `/UpdatedAsOf/${updatedAsOf}`
      const reply = await get(`/dataplatform/v1/${ofCompany}/DetailedProductData${since}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ ...EVERYTHING, ...body })
      })
      return reply.json()
    },
    changedPrices: async (asOfMs, locationId, page = 'skip=0&top=500') => {
      const at = locationId === undefined ? '' : `/Locations/${locationId}`
      const asOf = new Date(asOfMs).toISOString()
      return (await get(`/pricing/v1/${ofCompany}${at}/ChangedPrices/${asOf}?${page}`)).json()
    }
  }
}

export async function askForToken(store: DemoStore, change: Readonly<Record<string, string>> = {}): Promise<Response> {
  const { clientId, clientSecret, username, password } = store.credentials
  const form = {
    grant_type: 'password',
    client_id: clientId,
    client_secret: clientSecret,
    username,
    password,
    ...change
  }
  return fetch(store.tokenUrl, { method: 'POST', body: new URLSearchParams(form) })
}

export async function logIn(store: DemoStore): Promise<string> {
  const reply = (await (await askForToken(store)).json()) as { readonly access_token: string }
  return `Bearer ${reply.access_token}`
}

/** Runs with a store of its own and closes it, whatever happens. */
export async function withDemoStore(
  run: (caller: DemoCaller) => Promise<void>,
  options: DemoStoreOptions = {}
): Promise<void> {
  const caller = await callDemoStore(options)
  try {
    await run(caller)
  } finally {
    await caller.store.close()
  }
}

/** A product with a public base price from the company's list at Regina, off every shelf, sold by the piece. */
export function plainProductOf(store: DemoStore): string {
  const found = store.state.products.find((product) => {
    const prices = store.state.pricesAt(product.productId, REGINA)
    return (
      product.lifeCycle === 'Active' &&
      !product.isArchived &&
      product.stock.length > 0 &&
      prices.length === 1 &&
      prices[0]?.fromEntityId === store.state.companyId &&
      prices[0].sales.length === 0
    )
  })
  if (found === undefined) throw new Error('no plain product')
  return found.productId
}

export function msOf(instant: string): number {
  return Date.parse(instant.replace(/(\.\d{3})\d+Z$/, '$1Z'))
}
