import type { DemoStore } from '../../src/main/demo-store/demo-store.ts'
import type { Json } from './mutate-json.ts'

export const FUZZED_CALLS = [
  'locations',
  'tree',
  'tax-pricing',
  'catalogue',
  'prices',
  'menu-board-promotions',
  'promotions'
] as const
export type FuzzedCall = (typeof FUZZED_CALLS)[number]

/** What each call answers in one state of the store. */
export type Replies = Readonly<Record<FuzzedCall, Json>>

/** Which call a path is; null for the log-in. */
export function callOf(path: string): FuzzedCall | null {
  if (path.includes('/DetailedProductData')) return 'catalogue'
  if (path.includes('/ChangedPrices/')) return 'prices'
  if (path.endsWith('/Locations')) return 'locations'
  if (path.endsWith('/Tree')) return 'tree'
  if (path.endsWith('/TaxPricingConfiguration')) return 'tax-pricing'
  if (path.endsWith('/PromotionsForMenuBoard')) return 'menu-board-promotions'
  if (path.endsWith('/Promotions')) return 'promotions'
  return null
}

/** A store of eight products, of every kind of ladder: small enough for a hundred thousand replies. */
export function fewProductsOf({ state }: DemoStore, count = 8): ReadonlySet<string> {
  const kept = new Map<string, string[]>()
  for (const { productId, isArchived, lifeCycle, measurementType } of state.products) {
    if (isArchived || lifeCycle !== 'Active') continue
    const prices = state.pricesAt(productId, 110501)
    if (prices.length === 0) continue
    const shape = `${measurementType} ${prices.length > 3} ${prices.some(({ group }) => group !== null)} ${prices.some(({ sales }) => sales.length > 0)}`
    kept.set(shape, [...(kept.get(shape) ?? []), productId])
  }
  const drawn: string[] = []
  for (let at = 0; drawn.length < count && at < count; at += 1)
    for (const ids of kept.values()) {
      const one = ids[at]
      if (one !== undefined && drawn.length < count) drawn.push(one)
    }
  return new Set(drawn)
}

/** The store's real replies, over its own HTTP, for those products alone. */
export async function repliesOf(store: DemoStore, productIds: ReadonlySet<string>, asOfMs: number): Promise<Replies> {
  const { companyId, clientId, clientSecret, username, password } = store.credentials
  const form = { grant_type: 'password', client_id: clientId, client_secret: clientSecret, username, password }
  const token = (await (await fetch(store.tokenUrl, { method: 'POST', body: new URLSearchParams(form) })).json()) as {
    readonly access_token: string
  }
  const ask = async (path: string, body?: unknown): Promise<Json> => {
    const reply = await fetch(store.url + path, {
      headers: { authorization: `Bearer ${token.access_token}`, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) })
    })
    if (!reply.ok) throw new Error(`${path}: ${reply.status}`)
    return (await reply.json()) as Json
  }
  const isKept = (id: unknown): boolean => typeof id === 'string' && productIds.has(id.toLowerCase())
  const catalogue = (await ask(`/dataplatform/v1/Companies/${companyId}/DetailedProductData`, {
    LocationId: null,
    IncludeProductSkusAndUpcs: true,
    IncludeProductSpecifications: true,
    IncludeClassifications: true,
    IncludeProductAssets: true,
    IncludeAvailability: true,
    IncludePricing: true,
    IncludeTaxes: true,
    IncludeAllLifecycles: true,
    InStockOnly: false,
    SellingRoomOnly: false,
    Skip: 0,
    Top: 500
  })) as { [key: string]: Json }
  const prices = (await ask(
    `/pricing/v1/Companies/${companyId}/ChangedPrices/${new Date(asOfMs).toISOString()}?skip=0&top=500`
  )) as { [key: string]: Json }[]
  const menuBoard = (await ask(`/promotions/v1/Companies/${companyId}/PromotionsForMenuBoard`)) as {
    [key: string]: Json
  }[]
  return {
    locations: await ask(`/entitymanager/v1/Companies(${companyId})/Locations`),
    tree: await ask(`/entitymanager/v1/Companies(${companyId})/Tree`),
    'tax-pricing': await ask(`/taxes/v1/Companies(${companyId})/TaxPricingConfiguration`),
    catalogue: {
      ...catalogue,
      Products: (catalogue['Products'] as { [key: string]: Json }[]).filter((one) => isKept(one['ProductId']))
    },
    prices: prices.filter((one) => isKept(one['ChangedProductId'])),
    'menu-board-promotions': menuBoard.map((one) => ({
      ...one,
      CatalogIds: ((one['CatalogIds'] as Json[] | null) ?? []).filter(isKept)
    })),
    promotions: await ask(
      `/promotions/v1/Companies/${companyId}/ConditionCapabilities/32767/PromotionTypeCapabilities/2047/Promotions`
    )
  }
}
