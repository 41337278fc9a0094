/** A tax rate as a product carries it at a location (docs/cova-wire.md, Taxes). */
export interface TaxRate {
  readonly taxRateId: string
  /** DisplayName, or Name where that is null or empty. */
  readonly name: string
  readonly kind: 'Percentage' | 'FlatRate'
  /** Decimal string; 0.05 is 5 %, or an amount per gram or piece for a flat rate. */
  readonly rate: string
  readonly layer: 0 | 1
  readonly calculatedOn: 'SoldAtPrice' | 'BasePriceListPrice'
}
