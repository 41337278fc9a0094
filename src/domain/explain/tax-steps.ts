import type { ExplanationStep } from '../../shared/manager/explanation.ts'
import { isolatedName } from '../display/isolated-name.ts'
import { Amount, moneyTextOf } from '../money/amount.ts'
import type { PriceTrace } from '../pricing/rung-price.ts'
import type { TaxTrace } from '../tax/taxes.ts'
import type { TaxBase } from './explain-words.ts'
import { askedQuantityOf, type PriceQuestion, pricingOf, type Wording } from './price-question.ts'

/** Digits of an unrounded tax that anybody wants to read. */
const MOST_DIGITS = 6

/** From the exact amount in force to the price shown: a step only where rounding changes it. */
export function roundingStepsOf(trace: PriceTrace, { words, format }: Wording): readonly ExplanationStep[] {
  const difference = new Amount(trace.price).minus(trace.exactAmount)
  if (difference.isZero()) return []
  return [
    {
      kind: 'rounding',
      part: 'counts',
      title: words.rounding,
      text: words.rounded(exactTextOf(trace.exactAmount, format), format.plainMoney(trace.price)),
      amount: `${difference.isNegative() ? '\u2212' : '+'}${format.exactMoney(difference.abs().toFixed())}`,
      exact: difference.toFixed()
    }
  ]
}

/** Each tax, added to the price or found inside it; before those inside, what remains without them. */
export function taxStepsOf(question: PriceQuestion, trace: PriceTrace, wording: Wording): readonly ExplanationStep[] {
  const { words } = wording
  if (trace.taxesUnknown) return [noteOf(words.taxes, words.taxesUnknown)]
  if (trace.taxes.length === 0) return [noteOf(words.taxes, words.noTaxes)]
  const steps = trace.taxes.map((tax, index) => taxStepOf(question, trace, tax, index, wording))
  return trace.taxPricing === 'Inclusive' ? [netStepOf(question, trace, wording), ...steps] : steps
}

export function noteOf(title: string, text: string): ExplanationStep {
  return { kind: 'note', part: 'says', title, text, amount: null, exact: null }
}

function netStepOf(question: PriceQuestion, trace: PriceTrace, { words, format }: Wording): ExplanationStep {
  const taxes = trace.taxes.reduce((sum, { amount }) => sum.plus(amount), new Amount(0))
  const net = moneyTextOf(new Amount(trace.outTheDoor).minus(taxes), pricingOf(question).digits)
  return {
    kind: 'net',
    part: 'inside',
    title: words.beforeTax,
    text: words.netOf,
    amount: format.plainMoney(net),
    exact: net
  }
}

function taxStepOf(
  question: PriceQuestion,
  trace: PriceTrace,
  tax: TaxTrace,
  index: number,
  wording: Wording
): ExplanationStep {
  const { words, format } = wording
  const isInside = trace.taxPricing === 'Inclusive'
  const earlier = trace.taxes.slice(0, index).filter(({ layer }) => layer === 0)
  const parts = [
    baseText(question, tax, earlier, wording),
    // Said once, and where it surprises: that this one is not taken on the taxes before it.
    index === 0
      ? isInside
        ? words.insideHere
        : words.addedHere
      : tax.kind === 'Percentage' && tax.layer === 0
        ? words.notOnTopOf(namesOf(earlier, wording))
        : null
  ].filter((part) => part !== null)
  const rounded = new Amount(tax.exact).eq(tax.amount)
    ? ''
    : `; ${words.taxRounded(exactTextOf(tax.exact, format), format.plainMoney(tax.amount))}`
  return {
    kind: 'tax',
    part: isInside ? 'inside' : 'counts',
    title: taxTitleOf(tax, wording),
    text: `${parts.join(', ')}${rounded}`,
    amount: format.plainMoney(tax.amount),
    exact: tax.amount
  }
}

function baseText(
  { product, rung }: PriceQuestion,
  tax: TaxTrace,
  earlier: readonly TaxTrace[],
  wording: Wording
): string {
  const { words, format } = wording
  switch (tax.kind) {
    case 'FlatRate': {
      const quantity = words.quantity(askedQuantityOf(rung.quantity, product.unit, format))
      return words.flatTax(format.exactMoney(tax.rate), quantity, product.unit)
    }
    case 'Percentage':
      return words.of(exactTextOf(tax.base, format), taxBaseOf(tax, earlier, wording))
  }
}

function taxBaseOf(tax: TaxTrace, earlier: readonly TaxTrace[], wording: Wording): TaxBase {
  const isOnTop = tax.layer === 1 && earlier.length > 0
  const names = namesOf(earlier, wording)
  switch (tax.calculatedOn) {
    case 'SoldAtPrice':
      return isOnTop ? { kind: 'price-and-taxes', names } : { kind: 'price' }
    case 'BasePriceListPrice':
      return isOnTop ? { kind: 'regular-and-taxes', names } : { kind: 'regular' }
  }
}

function namesOf(taxes: readonly TaxTrace[], { format }: Wording): string {
  return format.list([...new Set(taxes.map(({ name }) => isolatedName(name)))])
}

/** A rate's name often says its percentage already: "GST 5%". */
function taxTitleOf({ name, rate, kind }: TaxTrace, { words, format }: Wording): string {
  switch (kind) {
    case 'FlatRate':
      return isolatedName(name)
    case 'Percentage':
      return /\d/.test(name) ? isolatedName(name) : words.tax(isolatedName(name), format.percent(rate))
  }
}

/** An unrounded amount as far as it is worth reading; "…" says that it goes on. */
function exactTextOf(amount: string, format: Wording['format']): string {
  const exact = new Amount(amount)
  const cut = exact.toDecimalPlaces(MOST_DIGITS, Amount.ROUND_DOWN)
  return `${format.exactMoney(cut.toFixed())}${cut.eq(exact) ? '' : '…'}`
}
