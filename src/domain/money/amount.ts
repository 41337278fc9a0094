import DecimalJs from 'decimal.js'
import type { Currency } from '../../shared/board-snapshot.ts'

/**
 * Exact decimals. 40 digits: sums and products of prices are exact, and a quotient that does not end is far closer to
 * the truth than any cent boundary it could be mistaken for.
 */
export const Amount = DecimalJs.clone({
  precision: 40,
  rounding: DecimalJs.ROUND_HALF_UP,
  toExpNeg: -60,
  toExpPos: 60
})
export type Amount = DecimalJs

export const ZERO: Amount = new Amount(0)
export const ONE: Amount = new Amount(1)

/** Digits of the currency's minor unit, the "cent" of the pricing rules. */
export function minorDigitsOf(currency: Currency): number {
  switch (currency) {
    case 'CAD':
    case 'USD':
      return 2
  }
}

/** Half-up to the cent (pricing rules: rounding is half-up unless a line says otherwise). */
export function roundHalfUp(amount: Amount, digits: number): Amount {
  return amount.toDecimalPlaces(digits, DecimalJs.ROUND_HALF_UP)
}

/** Up to the cent: unit prices, as Cova's hub shows them (pricing rules, Price records). */
export function roundUp(amount: Amount, digits: number): Amount {
  return amount.toDecimalPlaces(digits, DecimalJs.ROUND_CEIL)
}

/** Text at the border, with the currency's minor digits: "24.29". The amount is expected to be rounded already. */
export function moneyTextOf(amount: Amount, digits: number): string {
  return amount.toFixed(digits)
}

/** A quantity as its tier gives it, without trailing zeros: "3.5", "14". */
export function quantityTextOf(quantity: Amount): string {
  return quantity.toFixed()
}
