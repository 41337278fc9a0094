import type { BoardTax, Currency, PriceSource, TaxPricing } from './board-snapshot.ts'

/** The board contract's basket request and PricedBasket (docs/contract.md). */
export interface BasketRequest {
  readonly locationId: number
  readonly at?: string
  readonly customer?: { readonly medical: boolean; readonly groupId: number | null }
  readonly reward?: { readonly rewardId: string }
  readonly lines: readonly { readonly productId: string; readonly quantity: string }[]
}

export interface PricedLine {
  readonly productId: string
  readonly quantity: string
  readonly unitPrice: string
  readonly amount: string
  readonly source: PriceSource
  readonly discount: string
  readonly taxes: readonly BoardTax[]
  readonly total: string
  readonly promotions: readonly { readonly promotionId: string; readonly name: string; readonly discount: string }[]
}

export interface PricedBasket {
  readonly locationId: number
  readonly at: string
  readonly currency: Currency
  readonly taxPricing: TaxPricing
  readonly estimate: true
  readonly lines: readonly PricedLine[]
  readonly applied: readonly {
    readonly promotionId: string
    readonly name: string
    readonly times: number
    readonly discount: string
  }[]
  readonly skipped: readonly { readonly promotionId: string; readonly name: string; readonly reason: string }[]
  readonly near: readonly { readonly promotionId: string; readonly name: string; readonly needs: string }[]
  readonly reward: { readonly rewardId: string; readonly name: string; readonly amount: string } | null
  readonly subtotal: string
  readonly discount: string
  readonly taxes: string
  readonly total: string
}
