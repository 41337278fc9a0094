/** The calls of the wire, as paths and bodies (wire, "Endpoints"). Each service keeps its own spelling. */
import { CAPABILITIES } from '../../domain/promotion/promotion-terms.ts'
import type { CatalogueQuery } from './cova-client.types.ts'

/** Instants in paths are ISO 8601 in UTC with milliseconds and `Z`. */
const instantText = (atMs: number): string => new Date(atMs).toISOString()

const id = (companyId: string): string => encodeURIComponent(companyId.replace(/\p{Cs}/gu, '\uFFFD'))

export const locationsPath = (companyId: string): string => `/entitymanager/v1/Companies(${id(companyId)})/Locations`

export const treePath = (companyId: string): string => `/entitymanager/v1/Companies(${id(companyId)})/Tree`

export function cataloguePath(companyId: string, changedSinceMs: number | null): string {
  const path = `/dataplatform/v1/Companies/${id(companyId)}/DetailedProductData`
  return changedSinceMs === null ? path : `${path}/UpdatedAsOf/${instantText(changedSinceMs)}`
}

/** Whole products of every life cycle and room, sold-out ones included; a product that left is seen to have left. */
export function catalogueBody(query: CatalogueQuery): string {
  return JSON.stringify({
    LocationId: query.locationId ?? null,
    IncludeProductSkusAndUpcs: true,
    IncludeProductSpecifications: true,
    IncludeClassifications: true,
    IncludeProductAssets: true,
    IncludeAvailability: true,
    IncludePackageDetails: false,
    IncludePricing: true,
    IncludeTaxes: true,
    InStockOnly: false,
    IncludeAllLifecycles: true,
    SellingRoomOnly: false,
    Skip: query.skip,
    Top: query.top
  })
}

/** Paged by `skip` and `top` without the `$` that other Cova services use. */
export const changedPricesPath = (companyId: string, asOfMs: number, skip: number, top: number): string =>
  `/pricing/v1/Companies/${id(companyId)}/ChangedPrices/${instantText(asOfMs)}?skip=${skip}&top=${top}`

export const taxPricingPath = (companyId: string): string =>
  `/taxes/v1/Companies(${id(companyId)})/TaxPricingConfiguration`

export const menuBoardPromotionsPath = (companyId: string): string =>
  `/promotions/v1/Companies/${id(companyId)}/PromotionsForMenuBoard`

/** Asks for every promotion whose type and conditions can be evaluated, by the sums of their bits. */
export const fullPromotionsPath = (companyId: string): string =>
  `/promotions/v1/Companies/${id(companyId)}/ConditionCapabilities/${CAPABILITIES.conditions}` +
  `/PromotionTypeCapabilities/${CAPABILITIES.promotionTypes}/Promotions`
