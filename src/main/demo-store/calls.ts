import { ENTITY, LOCATIONS, LOCATION_IDS, TREE } from './company.ts'
import type { DemoEndpoint, DemoStoreState } from './demo-store.types.ts'
import { changedPriceOf, productsWithChangedPrices } from './price-reply.ts'
import type { PriceBook } from './price-book.ts'
import { productQueryOf, productReplyOf, productsFor } from './product-reply.ts'
import { fullReplyOf, menuBoardReplyOf } from './promotion-reply.ts'
import { messageReply, pageOf, statusCodeReply, type Paging, type Reply } from './reply.ts'
import { msOfInstant } from './wire-instant.ts'

export interface Call {
  readonly endpoint: DemoEndpoint
  readonly method: 'GET' | 'POST'
  /** What the path names, in order; the first is the company. */
  readonly parts: readonly string[]
}

interface Route {
  readonly endpoint: DemoEndpoint
  readonly method: 'GET' | 'POST'
  readonly path: RegExp
}

/** Each service has its own casing and its own way to write the company: both matter. */
const ROUTES: readonly Route[] = [
  { endpoint: 'token', method: 'POST', path: /^\/v1\/oauth2\/token$/ },
  { endpoint: 'locations', method: 'GET', path: /^\/entitymanager\/v1\/Companies\((\d+)\)\/Locations$/ },
  { endpoint: 'tree', method: 'GET', path: /^\/entitymanager\/v1\/Companies\((\d+)\)\/Tree$/ },
  { endpoint: 'catalogue', method: 'POST', path: /^\/dataplatform\/v1\/Companies\/(\d+)\/DetailedProductData$/ },
  {
    endpoint: 'catalogue-changes',
    method: 'POST',
    path: /^\/dataplatform\/v1\/Companies\/(\d+)\/DetailedProductData\/UpdatedAsOf\/([^/]+)$/
  },
  { endpoint: 'prices', method: 'GET', path: /^\/pricing\/v1\/Companies\/(\d+)\/ChangedPrices\/([^/]+)$/ },
  {
    endpoint: 'prices-at-location',
    method: 'GET',
    path: /^\/pricing\/v1\/Companies\/(\d+)\/Locations\/(\d+)\/ChangedPrices\/([^/]+)$/
  },
  { endpoint: 'tax-pricing', method: 'GET', path: /^\/taxes\/v1\/Companies\((\d+)\)\/TaxPricingConfiguration$/ },
  {
    endpoint: 'menu-board-promotions',
    method: 'GET',
    path: /^\/promotions\/v1\/Companies\/(\d+)\/PromotionsForMenuBoard$/
  },
  {
    endpoint: 'promotions',
    method: 'GET',
    path: /^\/promotions\/v1\/Companies\/(\d+)\/ConditionCapabilities\/(\d+)\/PromotionTypeCapabilities\/(\d+)\/Promotions$/
  }
]

/** Which call of the wire a path is; null for none. */
export function callOf(pathname: string): Call | null {
  const path = decoded(pathname)
  for (const route of ROUTES) {
    const match = route.path.exec(path)
    if (match !== null) return { endpoint: route.endpoint, method: route.method, parts: match.slice(1) }
  }
  return null
}

/** Callers may percent-encode brackets and colons, or not. */
function decoded(pathname: string): string {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return pathname
  }
}

export interface CallContext {
  readonly state: DemoStoreState
  readonly book: PriceBook
  readonly paging: Paging
  readonly taxPricingAsArray: boolean
  /** Where the store's own pictures are. */
  readonly origin: string
  /** The menu board's promotions are worked out anew or taken from the cache. */
  readonly menuBoard: (make: () => readonly unknown[]) => readonly unknown[]
}

/** Answers a data call whose token is good. `body` is the parsed body of a POST, undefined where it is no JSON. */
export function answerCall(call: Call, query: URLSearchParams, body: unknown, context: CallContext): Reply {
  const { state, book, paging } = context
  if (call.parts[0] !== String(ENTITY.company)) {
    return statusCodeReply(403, `The user has no permission for company ${call.parts[0]}.`)
  }
  switch (call.endpoint) {
    case 'token':
      throw new Error('logins are answered by the token desk')
    case 'locations':
      return { status: 200, body: LOCATIONS }
    case 'tree':
      return { status: 200, body: TREE }
    case 'catalogue':
    case 'catalogue-changes': {
      const asked = productQueryOf(body)
      const since = call.endpoint === 'catalogue' ? null : msOfInstant(call.parts[1] ?? '')
      if (asked === null || (call.endpoint === 'catalogue-changes' && since === null)) {
        return messageReply(400, 'The request is invalid.')
      }
      if (asked.LocationId !== null && !LOCATION_IDS.includes(asked.LocationId)) {
        return messageReply(404, `Location ${asked.LocationId} was not found.`)
      }
      const page = pageOf(productsFor(state, asked, since), asked.Skip, asked.Top, paging)
      return { status: 200, body: productReplyOf(page, asked, book, context.origin) }
    }
    case 'prices':
    case 'prices-at-location': {
      const locationId = call.endpoint === 'prices' ? null : Number(call.parts[1])
      const asOfMs = msOfInstant(call.parts.at(-1) ?? '')
      const skip = countOf(query.get('skip') ?? '0')
      const top = countOf(query.get('top') ?? '500')
      if (asOfMs === null || skip === null || top === null) return statusCodeReply(400, 'The request is invalid.')
      if (locationId !== null && !LOCATION_IDS.includes(locationId)) {
        return statusCodeReply(404, `Location ${locationId} was not found.`)
      }
      const page = pageOf(productsWithChangedPrices(state, book, locationId, asOfMs), skip, top, paging)
      return { status: 200, body: page.map((product) => changedPriceOf(product, book, locationId)) }
    }
    case 'tax-pricing': {
      const configuration = {
        Id: ENTITY.company,
        CompanyId: ENTITY.company,
        Configurations: [...state.taxPricing].map(([locationId, TaxPricing]) => ({
          Id: locationId,
          LocationId: locationId,
          CompanyId: ENTITY.company,
          TaxPricing
        }))
      }
      return { status: 200, body: context.taxPricingAsArray ? [configuration] : configuration }
    }
    case 'menu-board-promotions':
      return { status: 200, body: context.menuBoard(() => menuBoardReplyOf(state)) }
    case 'promotions':
      return { status: 200, body: fullReplyOf(state, Number(call.parts[1]), Number(call.parts[2])) }
  }
}

function countOf(text: string): number | null {
  return /^\d{1,9}$/.test(text) ? Number(text) : null
}
