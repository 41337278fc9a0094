/** The guides' own samples, as parsed JSON; each call gives a fresh copy. */
export const PRODUCT_A = '0a73aaf0-a347-4681-9e37-038062ab72a5'
export const PRODUCT_B = '6fab8a14-2c92-44d5-8224-36c1a7f4f6f2'
export const TAX_GST = '11111111-aaaa-4bbb-8ccc-000000000001'

export type Json = Record<string, unknown>

/** Figure 3: a record with a regular price alone. */
export const basePrice = (changes: Json = {}): Json => ({
  LocationId: 94451,
  FromEntityId: 94447,
  ProductId: PRODUCT_A,
  TierId: null,
  TierName: null,
  TierQuantity: null,
  GroupId: null,
  GroupName: null,
  ShelfId: null,
  ShelfName: null,
  Price: 1.0,
  AtTierPrice: null,
  SalePrices: [],
  UpdatedDateUtc: '2024-02-15T17:51:56.5266667Z',
  ...changes
})

/** Figure 11: an eighth on the bottom shelf, with a dated sale. */
export const eighth = (changes: Json = {}): Json =>
  basePrice({
    TierId: 2,
    TierName: '1/8 oz',
    TierQuantity: 3.5,
    ShelfId: 26,
    ShelfName: 'Bottom Shelf',
    Price: 6.94,
    AtTierPrice: 24.29,
    SalePrices: [
      {
        SalePrice: 5.72,
        AtTierSalePrice: 20.0,
        StartDateUtc: '2024-04-20T06:00:00Z',
        StopDateUtc: '2024-04-23T05:59:00Z'
      }
    ],
    ...changes
  })

export const changedPrices = (prices: readonly unknown[], changes: Json = {}): Json => ({
  ChangedProductId: PRODUCT_A,
  Locations: [{ LocationId: 94451, Prices: prices }],
  ...changes
})

export const product = (changes: Json = {}): Json => ({
  ProductId: PRODUCT_A,
  MasterProductId: 'b0000000-0000-4000-8000-000000000001',
  MasterProductName: 'Blue Dream',
  VariationId: null,
  Name: 'Blue Dream 3.5 g',
  ShortDescription: 'Sativa-leaning',
  LongDescription: 'Long',
  LifeCycle: 'Active',
  IsArchived: false,
  MeasurementType: 'Mass',
  IsBatchTracked: true,
  IsNonStock: false,
  ClassificationId: 12,
  ClassificationName: 'Sativa',
  ClassificationPath: 'Flower > Sativa',
  SupplierSkus: [{ SKU: '00123', SupplierId: 7, Supplier: 'Hi-Roller' }],
  Upcs: [{ UPC: '00628110000012' }],
  ProductSpecifications: [
    {
      FieldGroup: 'Cannabis',
      FieldId: 90,
      FieldName: 'THC',
      StringId: 'THC_PCT',
      DisplayName: 'THC',
      Value: '21.5',
      Type: 'Number',
      Unit: '%'
    }
  ],
  Availability: [
    { LocationId: 94451, RoomId: 5, InStockQuantity: 12.5, IsSellingRoom: true, UnitCost: 777.77, LastCost: 777.77 }
  ],
  Prices: [basePrice(), eighth()],
  ApplicableTaxRates: [TAX_GST],
  HeroShotUri: 'https://images.example/1.png',
  Assets: [],
  UpdatedDateUtc: '2024-04-18T15:55:00.41',
  ...changes
})

export const taxRate = (changes: Json = {}): Json => ({
  Id: TAX_GST,
  Name: 'GST',
  DisplayName: null,
  Type: 'Percentage',
  Rate: 0.05,
  Layer: 0,
  CalculatedOn: 'SoldAtPrice',
  Locations: [94451, 94452],
  ...changes
})

export const cataloguePage = (products: readonly unknown[], changes: Json = {}): Json => ({
  Products: products,
  Packages: [],
  TaxRates: [taxRate()],
  Classifications: [{ TreeId: 1, Id: 12, Name: 'Sativa', ParentCategories: [{ Id: 3, Name: 'Flower' }] }],
  ...changes
})

export const location = (changes: Json = {}): Json => ({
  Id: 94451,
  Name: 'Hamilton',
  Address: { City: 'Hamilton', StateCode: 'ON', StateName: 'Ontario', CountryCode: 'CA', Zip: 90210 },
  TimeZone: { Id: 'Eastern Standard Time', DaylightSavingTimeEnabled: true },
  StoreHours: { Monday: { Open: { Hour: 9, Minute: 0 }, Close: { Hour: 21, Minute: 0 } }, Sunday: null },
  ...changes
})

export const SCHEDULE = 'BEGIN:VEVENT\r\nDTSTART:20240916T180000\r\nDTEND:20240916T200000\r\nEND:VEVENT\r\n'

export const promotion = (changes: Json = {}): Json => ({
  PromotionId: '18A509C5-82FA-4B97-83EE-C20037D26E5B',
  CompanyId: 94447,
  Name: 'Happy hour',
  Status: 'Active',
  HumanReadablePromotionType: 'Percent Off',
  EnabledAtLocationIds: [94447],
  ICalEventSchedule: SCHEDULE,
  CreatedByUserId: 424242,
  CreatedDateTimeUTC: '2024-09-16T18:55:52Z',
  Version: 3,
  CatalogIds: [PRODUCT_A.toUpperCase(), PRODUCT_B],
  ...changes
})

export const fullPromotion = (changes: Json = {}): Json => {
  const { CatalogIds: _none, ...head } = promotion()
  return {
    ...head,
    PromotionType: {
      Type: 'CheapestMatchedForDollar',
      DollarValueOfCheapest: 0.49,
      ItemsToMatch: { Type: 'Classification', ParentCategoryOrClassificationId: 20 },
      NumberToMatch: 3,
      GramsPerMatchUnit: 3.5,
      MaxApplicationCount: null
    },
    CartCondition: { Type: 'CustomerInPricingGroup', PricingGroupId: 11 },
    LineCondition: { Type: 'None' },
    ...changes
  }
}
