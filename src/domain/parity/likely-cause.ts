import { Amount, minorDigitsOf, moneyTextOf, quantityTextOf } from '../money/amount.ts'
import { builtItemAt, type PricedLocation } from '../board/board-item.ts'
import type { ProductFacts } from '../board/board-facts.ts'
import { saleBoundariesOf } from '../pricing/record-amount.ts'
import type { Cause } from './cause.ts'
import { isPriced, type PricedRung, type Promised, promisedAt, rungFor } from './promised-amount.ts'
import { differenceOf, isDiscounted, isWhat, netOf } from './reading.ts'
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

/** A line that differs from its board. */
export interface Explained {
  readonly charged: Charged
  /** Charged less promised. */
  readonly difference: Amount
  readonly cause: Cause
}

/**
 * Why a line differs, as far as figures tell: what matches to the cent counts, in the order of what is likely. Of what its
 * amounts may mean (`readingsOf`) the first that is explained to the cent, else the likeliest.
 */
export function explainedOf(
  readings: readonly Charged[],
  promised: Promised,
  counted: Amount,
  evidence: CauseEvidence
): Explained | null {
  const told = readings.flatMap((charged) => {
    const difference = differenceOf(charged, promised)
    return difference === null ? [] : [{ charged, difference }]
  })
  const [likeliest] = told
  if (likeliest === undefined) return null
  const cents = new Amount(2).div(10 ** minorDigitsOf(evidence.location.currency))
  const isClose = likeliest.difference.abs().lte(cents)
  for (const { charged, difference } of isClose ? [likeliest] : told) {
    const cause = exactCauseOf(charged, promised, counted, evidence)
    if (cause !== null) return { charged, difference, cause }
  }
  return { ...likeliest, cause: isClose ? { kind: 'rounding' } : guessedCauseOf(likeliest, evidence) }
}

function exactCauseOf(charged: Charged, promised: Promised, counted: Amount, evidence: CauseEvidence): Cause | null {
  const digits = minorDigitsOf(evidence.location.currency)
  const { net, total, discount } = charged
  const samePrice = net !== null && (net.eq(promised.amount) || net.eq(netOf(promised)))
  if (samePrice || net === null) {
    const tax = taxCauseOf(charged, promised, evidence.locationRates, digits)
    if (tax !== null) return tax
    if (samePrice) return { kind: 'tax-other' }
  }
  const { outTheDoor, taxTotal } = promised.taxed
  if (net !== null && total === null && !taxTotal.isZero() && net.eq(outTheDoor) && !outTheDoor.eq(promised.amount))
    return { kind: 'amount-with-tax' }
  if (isDiscounted(charged, promised)) return { kind: 'discount', amount: moneyTextOf(discount, digits) }
  return (
    saleCauseOf(charged, promised, counted, evidence) ??
    tierCauseOf(charged, promised, counted, evidence, digits) ??
    groupCauseOf(charged, counted, evidence, digits) ??
    timeCauseOf(charged, promised, counted, evidence, digits)
  )
}

/** Where no figure explains it. */
function guessedCauseOf({ charged, difference }: Omit<Explained, 'cause'>, evidence: CauseEvidence): Cause {
  if (difference.isNegative()) {
    const names = evidence.promotionNames()
    if (names.length > 0) return { kind: 'promotion', names }
    const amount = moneyTextOf(charged.discount, minorDigitsOf(evidence.location.currency))
    if (charged.discount.gt(0)) return { kind: 'discount', amount }
  }
  return { kind: 'unknown' }
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
    const endedAtMs = storedEndOf(rung, evidence) ?? next.fromMs
    return { kind: 'sale-over-at-register', endedAtMs }
  }
  const nowStored = otherPromise(storedRungs(evidence, null, atMs), charged, counted, digits)
  const storedEnd = storedEndOf(rung, evidence)
  if (storedEnd !== null && nowStored !== null && isWhat(charged, nowStored))
    return { kind: 'sale-over-at-register', endedAtMs: storedEnd }
  return { kind: 'sale-not-at-register', untilMs: rung.saleEndsAtMs }
}

/** The last end before the line of a stored sale of this rung: each tier, and each group, has sales of its own. */
function storedEndOf(rung: ShownPrice, { stored, atMs }: CauseEvidence): number | null {
  const ends = (stored?.records ?? [])
    .filter(({ tier, group }) => group === null && (tier?.tierId ?? null) === rung.tierId)
    .flatMap(({ sales }) =>
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
