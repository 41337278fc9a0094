/** The wire as the demo store writes it: names and casing are Cova's own (docs/cova-wire.md). */

export interface WireLocation {
  readonly Id: number
  readonly Name: string
  readonly Address: {
    readonly City: string
    readonly StateCode: string
    readonly StateName: string
    readonly CountryCode: string
    /** A text, or a number where the postal code is all digits. */
    readonly Zip: string | number
  }
  readonly TimeZone: { readonly Id: string; readonly DaylightSavingTimeEnabled: boolean } | null
  readonly StoreHours: Readonly<Record<WeekDay, WireOpeningHours | null>>
}

export type WeekDay = 'Monday' | 'Tuesday' | 'Wednesday' | 'Thursday' | 'Friday' | 'Saturday' | 'Sunday'

export interface WireOpeningHours {
  readonly Open: { readonly Hour: number; readonly Minute: number }
  readonly Close: { readonly Hour: number; readonly Minute: number }
}

export interface WireTreeNode {
  readonly Id: number
  readonly Name: string
  readonly Role: 'Company' | 'Division' | 'Group' | 'Location'
  readonly Nodes: readonly WireTreeNode[]
}

export interface WireSpecification {
  readonly FieldGroup: string
  readonly FieldId: number
  readonly FieldName: string
  readonly StringId: string
  readonly DisplayName: string
  readonly Value: string
  readonly Type: string
  readonly Unit: string | null
}

export interface WireClassification {
  readonly TreeId: number
  readonly Id: number
  readonly Name: string
  /** The shape of a parent is not documented: some are plain ids, some are objects. */
  readonly ParentCategories: readonly (number | { readonly Id: number; readonly Name: string })[]
}

export interface WireTaxRate {
  readonly Id: string
  readonly Name: string
  readonly DisplayName: string | null
  readonly Type: 'Percentage' | 'FlatRate'
  readonly Rate: number
  readonly Layer: 0 | 1
  readonly CalculatedOn: 'SoldAtPrice' | 'BasePriceListPrice'
  readonly Locations: readonly number[]
}

export interface WireSalePrice {
  readonly Id: number
  readonly StartDateUtc: string | null
  readonly StopDateUtc: string | null
  readonly SalePrice: number
  readonly AtTierSalePrice: number | null
}

export interface WirePriceRecord {
  readonly LocationId: number
  readonly FromEntityId: number
  readonly ProductId: string
  readonly TierId: number | null
  readonly TierName: string | null
  readonly TierQuantity: number | null
  readonly GroupId: number | null
  readonly GroupName: string | null
  readonly ShelfId: number | null
  readonly ShelfName: string | null
  readonly Price: number
  readonly AtTierPrice: number | null
  readonly SalePrices: readonly WireSalePrice[]
  readonly UpdatedDateUtc: string
}

export type ProductCondition =
  | { readonly Type: 'AllOf' | 'AnyOf' | 'NoneOf'; readonly Conditions: readonly ProductCondition[] }
  | {
      readonly Type:
        | 'None'
        | 'NonStock'
        | 'BatchTracked'
        | 'GiftCard'
        | 'Regular'
        | 'ContainsCannabis'
        | 'IsGram'
        | 'IsEach'
    }
  | { readonly Type: 'Classification'; readonly ParentCategoryOrClassificationId: number }
  | { readonly Type: 'CatalogId'; readonly Id: string }
  /** The Promotions guide spells this node both ways. */
  | { readonly Type: 'Supplier' | 'SupplierId'; readonly SupplierId: number }
  | {
      readonly Type: 'SpecificationValue'
      readonly StringId: string | null
      readonly FieldId: number | null
      readonly Value: string
    }

export type CartCondition =
  | { readonly Type: 'AllOf' | 'AnyOf' | 'NoneOf'; readonly Conditions: readonly CartCondition[] }
  | { readonly Type: 'None' | 'MedCustomer' | 'RecCustomer' | 'CustomerNotInPricingGroup' }
  | { readonly Type: 'CustomerInPricingGroup'; readonly PricingGroupId: number }

export type LineCondition =
  | { readonly Type: 'AllOf' | 'AnyOf' | 'NoneOf'; readonly Conditions: readonly LineCondition[] }
  | { readonly Type: 'None' | 'NoSalePricing' }

export interface BundleMatch {
  readonly ProductCondition: ProductCondition
  readonly QuantityToMatch: number
}

interface CheapestMatched {
  readonly ItemsToMatch: ProductCondition
  readonly NumberToMatch: number
  readonly GramsPerMatchUnit: number | null
  readonly MaxApplicationCount: number | null
}

interface MatchThenCheapestOther {
  readonly OtherItemConditions: ProductCondition
  readonly MatchConditions: ProductCondition
  readonly NumberToMatch: number
  readonly GramsPerMatchUnit: number | null
  readonly MaxApplicationCount: number | null
}

interface Bundle {
  readonly BundleItemsToMatch: readonly BundleMatch[]
  readonly GramsPerMatchUnit: number | null
}

/** The eleven types of the Promotions guide. */
export type PromotionType =
  | ({ readonly Type: 'CheapestMatchedForDollar'; readonly DollarValueOfCheapest: number } & CheapestMatched)
  | ({ readonly Type: 'CheapestMatchedForPercentOff'; readonly PercentOffOfCheapest: number } & CheapestMatched)
  | ({ readonly Type: 'CheapestMatchedForDollarOff'; readonly DollarOffOfCheapest: number } & CheapestMatched)
  | ({ readonly Type: 'MatchThenCheapestOtherForDollar'; readonly DollarValueOfOther: number } & MatchThenCheapestOther)
  | ({
      readonly Type: 'MatchThenCheapestOtherForDollarOff'
      readonly DollarOffOfOther: number
    } & MatchThenCheapestOther)
  | ({
      readonly Type: 'MatchThenCheapestOtherForPercentOff'
      readonly PercentOffOfOther: number
    } & MatchThenCheapestOther)
  | ({ readonly Type: 'BundleForTotalDollarDistributed'; readonly DollarValueOfAll: number } & Bundle)
  | ({ readonly Type: 'BundleForTotalDollarOffDistributed'; readonly DollarOffOfAll: number } & Bundle)
  | ({ readonly Type: 'BundleForPercentOff'; readonly PercentOffOfAll: number } & Bundle)
  | {
      readonly Type: 'EachMatchedDollarOff'
      readonly DollarOffOfEach: number
      readonly ItemsToMatch: ProductCondition
      readonly GramsPerMatchUnit: number | null
    }
  | {
      readonly Type: 'EachMatchedPercentOff'
      readonly PercentOffOfEach: number
      readonly ItemsToMatch: ProductCondition
    }

export type HumanReadablePromotionType = 'BOGO' | 'Buy X Get Y' | 'Bundle' | 'Dollar Off' | 'Percent Off'
