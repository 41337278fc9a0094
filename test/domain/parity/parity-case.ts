import { builtItemAt, type PricedLocation } from '../../../src/domain/board/board-item.ts'
import type { ProductFacts } from '../../../src/domain/board/board-facts.ts'
import { Amount } from '../../../src/domain/money/amount.ts'
import type { CheckSource, FoundProduct } from '../../../src/domain/parity/checked-receipt.ts'
import type { RegisterLine } from '../../../src/domain/parity/register-line.ts'
import type { ShownPrice, ShownStretch } from '../../../src/domain/parity/shown-price.ts'
import type { TaxRate } from '../../../src/domain/tax/tax-rate.ts'
import { location, percentage, priceRecord, product, tier, VETERANS } from '../price-records.ts'

/** A Friday at noon in Regina. */
export const NOON = Date.parse('2026-11-20T18:00:00Z')
export const MINUTE_MS = 60_000
export const HOUR_MS = 60 * MINUTE_MS

export const GST = percentage('GST', '0.05')
export const PST = percentage('PST', '0.07')

/** The guide's shelf: 10.00 for a gram, 24.29 for an eighth, 19.98 for Veterans; GST 5 %, PST 7 %. */
export const WREN = product({
  productId: 'wren',
  name: 'Blue Wren',
  taxRates: [GST, PST],
  records: [
    priceRecord({ price: '10.00' }),
    priceRecord({ price: '6.94', atTierPrice: '24.29', tier: tier(4, '1/8 oz', '3.5') }),
    priceRecord({ price: '5.71', atTierPrice: '19.98', tier: tier(4, '1/8 oz', '3.5'), group: VETERANS })
  ]
})

/** What a board shows of a product at an instant, standing there over a time. */
export function shownAs(
  facts: ProductFacts,
  atMs: number,
  fromMs: number,
  toMs: number | null,
  at: PricedLocation = location()
): readonly ShownPrice[] {
  const built = builtItemAt(facts, at, { groupId: null, customer: 'recreational' }, [], atMs)
  return (built?.item.ladder ?? []).map((rung, index) => ({
    tierId: rung.tierId,
    quantity: rung.quantity,
    shelfId: built?.item.shelf?.shelfId ?? null,
    price: rung.price,
    exact: built?.traces[index]?.exactAmount ?? null,
    regular: rung.regular,
    outTheDoor: rung.outTheDoor,
    source: rung.source,
    saleEndsAtMs: rung.saleEndsAt === null ? null : Date.parse(rung.saleEndsAt),
    taxPricing: at.taxPricing,
    taxRates: facts.taxRates,
    fromMs,
    toMs
  }))
}

export interface ShownCase {
  readonly facts: ProductFacts
  /** As it is stored now; the same where it is not said. */
  readonly stored?: ProductFacts | null
  /** The whole day as it stands at noon, where it is not said. */
  readonly prices?: readonly ShownPrice[]
}

/** Products that a board has been showing since the morning of a day before. */
export function sourceOf(
  cases: readonly ShownCase[],
  more: {
    readonly location?: PricedLocation
    readonly rates?: readonly TaxRate[]
    readonly stretches?: readonly ShownStretch[]
    readonly promotions?: readonly string[]
    readonly promotionsAt?: CheckSource['promotionsAt']
  } = {}
): CheckSource {
  const at = more.location ?? location()
  const find = ({ name: text }: Pick<RegisterLine, 'name'>): FoundProduct => {
    const found = cases.filter(({ facts }) => facts.name === text || facts.productId === text)
    const [only] = found
    if (only === undefined) return { kind: 'none' }
    return found.length > 1
      ? { kind: 'several' }
      : { kind: 'one', productId: only.facts.productId, name: only.facts.name }
  }
  return {
    stretches: more.stretches ?? [{ fromMs: NOON - 48 * HOUR_MS, toMs: NOON + HOUR_MS }],
    currency: at.currency,
    promotionsAt: more.promotionsAt ?? (() => []),
    find,
    evidence: (productId, atMs) => {
      const one = cases.find(({ facts }) => facts.productId === productId)
      if (one === undefined) return null
      const prices = one.prices ?? shownAs(one.facts, NOON, NOON - 48 * HOUR_MS, null, at)
      return {
        atMs,
        location: at,
        shown: { productId, name: one.facts.name, unit: one.facts.unit, prices },
        stored: one.stored === undefined ? one.facts : one.stored,
        locationRates: more.rates ?? [GST, PST],
        promotionNames: () => more.promotions ?? []
      }
    }
  }
}

const amountOf = (text: string | undefined): Amount | null => (text === undefined ? null : new Amount(text))

export function line(
  text: string,
  quantity: string,
  told: Partial<Record<'unitPrice' | 'amount' | 'discount' | 'tax' | 'total', string>>,
  more: Partial<Pick<RegisterLine, 'atMs' | 'untilMs' | 'receipt' | 'lineNumber'>> = {}
): RegisterLine {
  return {
    lineNumber: 1,
    receipt: null,
    code: null,
    name: text,
    quantity: new Amount(quantity),
    unitPrice: amountOf(told.unitPrice),
    amount: amountOf(told.amount),
    discount: amountOf(told.discount),
    tax: amountOf(told.tax),
    total: amountOf(told.total),
    atMs: NOON,
    untilMs: more.atMs ?? NOON,
    ...more
  }
}
