import type { BoardTax, TaxPricing } from '../../shared/board-snapshot.ts'
import { Amount, moneyTextOf, roundHalfUp, ZERO } from '../money/amount.ts'
import { compareCodePoints } from '../order/code-points.ts'
import type { TaxRate } from './tax-rate.ts'

/** How one tax came to be; figures as text, `exact` before rounding. */
export interface TaxTrace {
  readonly taxRateId: string
  readonly name: string
  readonly layer: 0 | 1
  readonly kind: 'Percentage' | 'FlatRate'
  readonly rate: string
  readonly calculatedOn: TaxRate['calculatedOn']
  /** What the rate was taken on; of a flat rate the quantity. */
  readonly base: string
  readonly exact: string
  /** Rounded to the cent: what is charged, or is inside the amount. */
  readonly amount: string
}

export interface TaxedAmount {
  /** By layer, name, id; empty also when an inclusive amount leaves no net (`unknown`). */
  readonly taxes: readonly BoardTax[]
  readonly traces: readonly TaxTrace[]
  readonly taxTotal: Amount
  /** What the shopper hands over. */
  readonly outTheDoor: Amount
  /** True when flat taxes exceed an inclusive amount, so that what is inside cannot be told. */
  readonly unknown: boolean
}

/** What is taxed: rounded amounts for a quantity. `listAmount` is the regular amount, the base of BasePriceListPrice. */
export interface Taxable {
  readonly amount: Amount
  readonly listAmount: Amount
  readonly quantity: Amount
}

interface PreparedRate {
  readonly taxRate: TaxRate
  readonly rate: Amount
}

const preparedByList = new WeakMap<readonly TaxRate[], readonly PreparedRate[]>()

/** Rates in the order layer, name, id by code point (contract). Kept per list: products share their lists. */
function preparedRatesOf(taxRates: readonly TaxRate[]): readonly PreparedRate[] {
  let prepared = preparedByList.get(taxRates)
  if (prepared === undefined) {
    prepared = taxRates
      .map((taxRate) => ({ taxRate, rate: new Amount(taxRate.rate) }))
      .sort(
        (a, b) =>
          a.taxRate.layer - b.taxRate.layer ||
          compareCodePoints(a.taxRate.name, b.taxRate.name) ||
          compareCodePoints(a.taxRate.taxRateId, b.taxRate.taxRateId)
      )
    preparedByList.set(taxRates, prepared)
  }
  return prepared
}

/** Taxes on an amount at a location, added to it or found inside it (pricing rules, Taxes). */
export function taxedAmountOf(
  taxable: Taxable,
  taxRates: readonly TaxRate[],
  taxPricing: TaxPricing,
  digits: number
): TaxedAmount {
  const rates = preparedRatesOf(taxRates)
  switch (taxPricing) {
    case 'Exclusive':
      return addTaxes(taxable, rates, digits)
    case 'Inclusive':
      return findTaxesInside(taxable, rates, digits)
  }
}

/** Base of a percentage: the amount charged, or the regular amount of the same rung. */
function baseOf(taxRate: TaxRate, soldAmount: Amount, listAmount: Amount): Amount {
  switch (taxRate.calculatedOn) {
    case 'SoldAtPrice':
      return soldAmount
    case 'BasePriceListPrice':
      return listAmount
  }
}

interface ExactTax {
  readonly taxRate: TaxRate
  readonly base: Amount
  readonly exact: Amount
}

/** Unrounded taxes on the given bases; layer 1 is taken on its base plus the unrounded layer-0 taxes. */
function exactTaxesOn(
  soldAmount: Amount,
  listAmount: Amount,
  quantity: Amount,
  rates: readonly PreparedRate[]
): readonly ExactTax[] {
  let layerZero = ZERO
  return rates.map(({ taxRate, rate }) => {
    if (taxRate.kind === 'FlatRate') {
      const exact = rate.times(quantity)
      if (taxRate.layer === 0) layerZero = layerZero.plus(exact)
      return { taxRate, base: quantity, exact }
    }
    const own = baseOf(taxRate, soldAmount, listAmount)
    const base = taxRate.layer === 1 ? own.plus(layerZero) : own
    const exact = base.times(rate)
    if (taxRate.layer === 0) layerZero = layerZero.plus(exact)
    return { taxRate, base, exact }
  })
}

function taxedFrom(
  exactTaxes: readonly ExactTax[],
  digits: number
): { readonly taxes: readonly BoardTax[]; readonly traces: readonly TaxTrace[]; readonly taxTotal: Amount } {
  let taxTotal = ZERO
  const taxes: BoardTax[] = []
  const traces: TaxTrace[] = []
  for (const { taxRate, base, exact } of exactTaxes) {
    const rounded = roundHalfUp(exact, digits)
    taxTotal = taxTotal.plus(rounded)
    const amount = moneyTextOf(rounded, digits)
    taxes.push({ name: taxRate.name, amount })
    traces.push({
      taxRateId: taxRate.taxRateId,
      name: taxRate.name,
      layer: taxRate.layer,
      kind: taxRate.kind,
      rate: taxRate.rate,
      calculatedOn: taxRate.calculatedOn,
      base: base.toFixed(),
      exact: exact.toFixed(),
      amount
    })
  }
  return { taxes, traces, taxTotal }
}

function addTaxes(taxable: Taxable, rates: readonly PreparedRate[], digits: number): TaxedAmount {
  const taxed = taxedFrom(exactTaxesOn(taxable.amount, taxable.listAmount, taxable.quantity, rates), digits)
  return { ...taxed, outTheDoor: taxable.amount.plus(taxed.taxTotal), unknown: false }
}

/**
 * The net n with n + taxes(n) = amount. A BasePriceListPrice rate takes n x regular / amount as its base. Taxes are linear
 * in n, so with t(n) = flat + n x slope: n = (amount - flat) / (1 + slope). Each exact tax is put over that one divisor, so
 * that a quotient which ends is exact and half-up meets no rounding before its own.
 */
function findTaxesInside(taxable: Taxable, rates: readonly PreparedRate[], digits: number): TaxedAmount {
  const { amount, listAmount, quantity } = taxable
  const nothing = { taxes: [], traces: [], taxTotal: ZERO, outTheDoor: amount, unknown: true }
  if (rates.length === 0) return { ...nothing, unknown: false }
  if (amount.isZero()) {
    const atNothing = exactTaxesOn(ZERO, ZERO, quantity, rates)
    if (atNothing.some(({ exact }) => !exact.isZero())) return nothing
    return { ...taxedFrom(atNothing, digits), outTheDoor: amount, unknown: false }
  }
  // Scaled by `amount`, so that regular / amount needs no quotient: at net n the scaled bases are n x amount and n x list.
  const flat = exactTaxesOn(ZERO, ZERO, quantity, rates)
  const slopeScaled = exactTaxesOn(amount, listAmount, ZERO, rates)
  const flatTotal = flat.reduce((sum, { exact }) => sum.plus(exact), ZERO)
  const slopeTotal = slopeScaled.reduce((sum, { exact }) => sum.plus(exact), ZERO)
  if (flatTotal.gt(amount)) return nothing
  const netNumerator = amount.minus(flatTotal)
  const divisor = amount.plus(slopeTotal)
  const exactTaxes = flat.map((part, index) => {
    const slope = slopeScaled[index] as ExactTax
    return {
      taxRate: part.taxRate,
      base:
        part.taxRate.kind === 'FlatRate'
          ? quantity
          : part.base.times(divisor).plus(netNumerator.times(slope.base)).div(divisor),
      exact: part.exact.times(divisor).plus(netNumerator.times(slope.exact)).div(divisor)
    }
  })
  const taxed = taxedFrom(exactTaxes, digits)
  if (taxed.taxTotal.gt(amount)) return nothing
  return { ...taxed, outTheDoor: amount, unknown: false }
}
