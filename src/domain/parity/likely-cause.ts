import { Amount, minorDigitsOf, moneyTextOf, quantityTextOf, ZERO } from '../money/amount.ts'
import { builtItemAt, type PricedLocation } from '../board/board-item.ts'
import type { ProductFacts } from '../board/board-facts.ts'
import { saleBoundariesOf } from '../pricing/record-amount.ts'
import type { Cause } from './cause.ts'
import { isPriced, type PricedRung, type Promised, promisedAt, rungFor } from './promised-amount.ts'
import type { Charged } from './register-line.ts'
import { type ShownPrice, type ShownProduct, shownRungsAt } from './shown-price.ts'
import { taxCauseOf } from './tax-cause.ts'
import type { TaxRate } from '../tax/tax-rate.ts'

/** A change of price this close to the sale is one that reached the register and the board at different times. */
export const SYNC_DELAY_MS = 15 * 60_000
/** How far from the sale another price of the board is looked for. */
const NEIGHBOURHOOD_MS = 3 * 24 * 60 * 60_000

/** What a line's cause is looked for in. */
export interface CauseEvidence {
  readonly atMs: number
  readonly location: PricedLocation
  readonly shown: ShownProduct
  /** As it is stored now; null where it has left. */
  readonly stored: ProductFacts | null
  /** All rates of the location. */
  readonly locationRates: readonly TaxRate[]
  /** Names of the promotions that were on and list the product. */
  readonly promotionNames: () => readonly string[]
}

/** Why a line that differs does, as far as figures tell: what matches to the cent counts, in the order of what is likely. */
export function likelyCauseOf(charged: Charged, promised: Promised, counted: Amount, evidence: CauseEvidence): Cause {
  const digits = minorDigitsOf(evidence.location.currency)
  const { net, total, discount } = charged
  const samePrice = net?.eq(promised.amount) ?? false
  if (samePrice || net === null) {
    const tax = taxCauseOf(charged, promised, evidence.locationRates, digits)
    if (tax !== null) return tax
    if (samePrice) return { kind: 'tax-other' }
  }
  const { outTheDoor, taxTotal } = promised.taxed
  if (net !== null && total === null && !taxTotal.isZero() && net.eq(outTheDoor) && !outTheDoor.eq(promised.amount))
    return { kind: 'amount-with-tax' }
  if (net !== null && discount.gt(0) && net.plus(discount).eq(promised.amount))
    return { kind: 'discount', amount: moneyTextOf(discount, digits) }
  const exact =
    saleCauseOf(charged, promised, counted, evidence) ??
    tierCauseOf(charged, promised, counted, evidence, digits) ??
    groupCauseOf(charged, counted, evidence, digits) ??
    timeCauseOf(charged, promised, counted, evidence, digits)
  if (exact !== null) return exact
  const difference = differenceOf(charged, promised) ?? ZERO
  if (difference.abs().lte(new Amount(2).div(10 ** digits))) return { kind: 'rounding' }
  if (difference.isNegative()) {
    const names = evidence.promotionNames()
    if (names.length > 0) return { kind: 'promotion', names }
    if (discount.gt(0)) return { kind: 'discount', amount: moneyTextOf(discount, digits) }
  }
  return { kind: 'unknown' }
}

/** Charged less promised; by the total where the register tells it. Null where it tells no amount. */
export function differenceOf(charged: Charged, promised: Promised): Amount | null {
  const { amount, rung, taxed } = promised
  if (charged.total !== null) return charged.total.minus(taxed.outTheDoor)
  if (charged.net === null) return null
  // Where prices have their taxes in them, "before tax" is what is left without.
  if (rung.taxPricing === 'Inclusive' && charged.net.eq(amount.minus(taxed.taxTotal))) return ZERO
  return charged.net.minus(amount)
}

/** Whether a line charged just what another price would have come to. */
function isWhat(charged: Charged, other: Promised): boolean {
  if (charged.net !== null) return charged.net.eq(other.amount)
  return charged.total?.eq(other.taxed.outTheDoor) ?? false
}

function otherPromise(
  rungs: readonly ShownPrice[],
  charged: Charged,
  counted: Amount,
  digits: number
): Promised | null {
  const rung = rungFor(rungs.filter(isPriced), counted)
  return rung === null ? null : promisedAt(rung, charged.quantity, digits)
}

/** The regular price where the board showed a sale. */
function saleCauseOf(charged: Charged, promised: Promised, counted: Amount, evidence: CauseEvidence): Cause | null {
  const { rung } = promised
  if ((rung.source !== 'sale' && rung.source !== 'group-sale') || rung.regular === null) return null
  const digits = minorDigitsOf(evidence.location.currency)
  const regular: PricedRung = { ...rung, price: rung.regular, exact: null }
  if (!isWhat(charged, promisedAt(regular, charged.quantity, digits))) return null
  const { atMs, shown } = evidence
  if (rung.saleEndsAtMs !== null && rung.saleEndsAtMs <= atMs)
    return { kind: 'sale-over-at-register', endedAtMs: rung.saleEndsAtMs }
  // The board let go of the sale a little later: it had learned of the end late.
  const next = shown.prices.find(
    ({ fromMs, tierId, quantity }) =>
      fromMs > atMs && fromMs <= atMs + SYNC_DELAY_MS && tierId === rung.tierId && quantity === rung.quantity
  )
  if (next !== undefined && next.source === 'regular' && rung.saleEndsAtMs !== next.fromMs) {
    const endedAtMs = storedEndOf(evidence) ?? next.fromMs
    return { kind: 'sale-over-at-register', endedAtMs }
  }
  const nowStored = otherPromise(storedRungs(evidence, null, atMs), charged, counted, digits)
  const storedEnd = storedEndOf(evidence)
  if (storedEnd !== null && nowStored !== null && isWhat(charged, nowStored))
    return { kind: 'sale-over-at-register', endedAtMs: storedEnd }
  return { kind: 'sale-not-at-register', untilMs: rung.saleEndsAtMs }
}

/** The last end of a stored sale before the line. */
function storedEndOf({ stored, atMs }: CauseEvidence): number | null {
  const ends = (stored?.records ?? []).flatMap(({ sales }) =>
    sales.flatMap(({ stopsAtMs }) => (stopsAtMs !== null && stopsAtMs <= atMs ? [stopsAtMs] : []))
  )
  return ends.length === 0 ? null : Math.max(...ends)
}

/** One price for all of it, or that of another tier. */
function tierCauseOf(
  charged: Charged,
  promised: Promised,
  counted: Amount,
  { atMs, shown }: CauseEvidence,
  digits: number
): Cause | null {
  const rungs = shownRungsAt(shown.prices, atMs).filter(isPriced)
  for (const rung of rungs) {
    if (rung.tierId === promised.rung.tierId && rung.quantity === promised.rung.quantity) continue
    const isLower = new Amount(rung.quantity).lt(promised.rung.quantity)
    const unit = new Amount(rung.price).div(rung.quantity)
    const candidates = [
      promisedAt(rung, charged.quantity, digits),
      // A register that rounds the price of one before it multiplies.
      ...[unit.toDecimalPlaces(digits), unit.toDecimalPlaces(digits, Amount.ROUND_UP)].map((rounded) =>
        promisedAt(rung, charged.quantity, digits, rounded.times(charged.quantity).toDecimalPlaces(digits))
      )
    ]
    if (!candidates.some((other) => isWhat(charged, other))) continue
    return isLower
      ? { kind: 'tier-not-given', tierQuantity: promised.rung.quantity, counted: quantityTextOf(counted) }
      : { kind: 'tier-given', tierQuantity: rung.quantity }
  }
  return null
}

/** What a pricing group pays, by what is stored now. */
function groupCauseOf(charged: Charged, counted: Amount, evidence: CauseEvidence, digits: number): Cause | null {
  const groups = new Map(
    (evidence.stored?.records ?? []).flatMap(({ group }) =>
      group === null ? [] : [[group.groupId, group.name ?? String(group.groupId)]]
    )
  )
  for (const [groupId, name] of groups)
    for (const quantity of [counted, charged.quantity]) {
      const other = otherPromise(storedRungs(evidence, groupId, evidence.atMs), charged, quantity, digits)
      if (other !== null && isWhat(charged, other)) return { kind: 'group-price', group: name }
    }
  return null
}

/** A price that the board showed, or that stored sales make, shortly before or after. */
function timeCauseOf(
  charged: Charged,
  promised: Promised,
  counted: Amount,
  evidence: CauseEvidence,
  digits: number
): Cause | null {
  const { atMs, shown, stored } = evidence
  const shownBoundaries = shown.prices.flatMap(({ fromMs, toMs }) => (toMs === null ? [fromMs] : [fromMs, toMs]))
  const saleBoundaries = (stored?.records ?? []).flatMap((record) => saleBoundariesOf(record))
  const sources = [
    { boundaries: shownBoundaries, rungsAt: (ms: number) => shownRungsAt(shown.prices, ms) },
    { boundaries: saleBoundaries, rungsAt: (ms: number) => storedRungs(evidence, null, ms) }
  ]
  for (const { boundaries, rungsAt } of sources) {
    const near = [...new Set(boundaries)]
      .filter((boundaryMs) => Math.abs(boundaryMs - atMs) <= NEIGHBOURHOOD_MS)
      .sort((a, b) => Math.abs(a - atMs) - Math.abs(b - atMs))
    for (const boundaryMs of near) {
      const isBefore = boundaryMs <= atMs
      const other = otherPromise(rungsAt(isBefore ? boundaryMs - 1 : boundaryMs), charged, counted, digits)
      if (other !== null && isWhat(charged, other))
        return timeCause(promised.rung, other.rung, boundaryMs, isBefore, atMs)
    }
  }
  return null
}

function timeCause(rung: ShownPrice, other: ShownPrice, boundaryMs: number, isBefore: boolean, atMs: number): Cause {
  const isSale = (one: ShownPrice): boolean => one.source === 'sale' || one.source === 'group-sale'
  if (isSale(other) && !isSale(rung)) {
    if (!isBefore) return { kind: 'sale-not-begun', beginsAtMs: boundaryMs }
    const endedAtMs = other.saleEndsAtMs !== null && other.saleEndsAtMs <= atMs ? other.saleEndsAtMs : boundaryMs
    return { kind: 'sale-over-on-board', endedAtMs }
  }
  const distanceMs = Math.abs(boundaryMs - atMs)
  if (distanceMs <= SYNC_DELAY_MS)
    return {
      kind: 'price-changed',
      atMs: boundaryMs,
      minutes: Math.max(1, Math.ceil(distanceMs / 60_000)),
      boardWasLater: !isBefore
    }
  return { kind: 'price-of-another-time', fromMs: other.fromMs, toMs: other.toMs }
}

/** The ladder of a product by what is stored now, for an instant. */
function storedRungs({ stored, location }: CauseEvidence, groupId: number | null, atMs: number): readonly ShownPrice[] {
  if (stored === null) return []
  const built = builtItemAt(stored, location, { groupId, customer: 'recreational' }, [], atMs)
  return (built?.item.ladder ?? []).map((rung, index) => ({
    tierId: rung.tierId,
    quantity: rung.quantity,
    shelfId: null,
    price: rung.price,
    exact: built?.traces[index]?.exactAmount ?? null,
    regular: rung.regular,
    outTheDoor: rung.outTheDoor,
    source: rung.source,
    saleEndsAtMs: rung.saleEndsAt === null ? null : Date.parse(rung.saleEndsAt),
    taxPricing: location.taxPricing,
    taxRates: stored.taxRates,
    fromMs: atMs,
    toMs: null
  }))
}
