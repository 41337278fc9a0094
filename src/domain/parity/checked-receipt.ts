import { type Amount, minorDigitsOf } from '../money/amount.ts'
import type { PromotionState } from '../promotion/promotion-state.ts'
import type { Cause, Unchecked } from './cause.ts'
import { type CauseEvidence, type Explained, explainedOf } from './likely-cause.ts'
import { type CountedLine, isPriced, type Promised, promisesOf } from './promised-amount.ts'
import { differenceOf, isWhat, readingsOf } from './reading.ts'
import { type PromisedLine, promotedReceiptsOf, type PromotedReceipt, withoutDealOf } from './receipt-promotions.ts'
import { type Charged, chargedOf, isByDay, type RegisterLine } from './register-line.ts'
import { shownRungsAt, type ShownStretch, wasShownAt } from './shown-price.ts'

/** A line beside what the board said at its instant. */
export interface CheckedLine {
  readonly line: RegisterLine
  readonly productId: string | null
  readonly productName: string | null
  readonly charged: Charged
  readonly verdict: Verdict
}

export type Verdict =
  | { readonly kind: 'agrees'; readonly promised: Promised }
  | {
      readonly kind: 'differs'
      readonly promised: Promised
      /** Charged less promised: above zero the board promised less than was charged. Of a return: the other way round. */
      readonly difference: Amount
      readonly cause: Cause
    }
  | { readonly kind: 'unchecked'; readonly why: Unchecked }

/** What a product's name or code on a receipt stands for. */
export type FoundProduct =
  | { readonly kind: 'one'; readonly productId: string; readonly name: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'several' }

/** What lines are checked against. */
export interface CheckSource {
  readonly stretches: readonly ShownStretch[]
  readonly find: (line: Pick<RegisterLine, 'code' | 'name'>) => FoundProduct
  /** Null: no board of this store ever showed it in the time kept. */
  readonly evidence: (productId: string, atMs: number) => CauseEvidence | null
  readonly currency: 'CAD' | 'USD'
  /** The location's promotions at an instant, as they are stored now. */
  readonly promotionsAt: (atMs: number) => readonly PromotionState[]
}

interface Placed {
  readonly line: RegisterLine
  readonly charged: Charged
  readonly product: { readonly productId: string; readonly name: string } | null
  readonly why: Unchecked | null
  readonly evidence: CauseEvidence | null
  readonly counted: CountedLine | null
}

/**
 * Checks the lines of one receipt together: jars of a shelf count together. In the order given. Where a time tells the
 * minute alone and the board changed within it, what it said at either end will do; where it tells the day alone, anything
 * that the board said on it.
 */
export function checkedReceiptOf(lines: readonly RegisterLine[], source: CheckSource): readonly CheckedLine[] {
  let best = checkedAt(lines, source)
  for (const laterMs of laterLooksOf(lines, source)) {
    if (best.every(({ verdict }) => verdict.kind === 'agrees')) return best
    const later = checkedAt(
      lines.map((line) => ({ ...line, atMs: Math.max(line.atMs, Math.min(line.untilMs, laterMs)) })),
      source
    )
    best = best.map((checked, index) => {
      const other = later[index]
      return other === undefined || !saysMore(other, checked) ? checked : { ...other, line: checked.line }
    })
  }
  return best
}

/** A day on which a board changed more often is looked at no further. */
const MOST_LOOKS = 100

/** When else what the board said may have been what was charged: at the end of a minute, at every change of a day. */
function laterLooksOf(lines: readonly RegisterLine[], source: CheckSource): readonly number[] {
  const endMs = Math.max(...lines.map(({ untilMs }) => untilMs))
  if (lines.every(({ atMs, untilMs }) => untilMs <= atMs)) return []
  if (!lines.some(isByDay)) return [endMs]
  const looksMs = new Set<number>()
  for (const line of lines.filter(isByDay)) {
    const found = source.find(line)
    const shown = found.kind === 'one' ? (source.evidence(found.productId, line.atMs)?.shown.prices ?? []) : []
    const changesMs = [...shown, ...source.stretches].flatMap(({ fromMs, toMs }) => [fromMs, toMs ?? fromMs])
    for (const changeMs of changesMs) if (changeMs > line.atMs && changeMs <= line.untilMs) looksMs.add(changeMs)
  }
  return [...[...looksMs].sort((a, b) => a - b).slice(0, MOST_LOOKS), endMs]
}

/** A look that agrees is believed; one that cannot be compared says nothing; of two that differ, the one that does less. */
function saysMore(checked: CheckedLine, other: CheckedLine): boolean {
  const rank = worthOf(checked) - worthOf(other)
  if (rank !== 0) return rank > 0
  const [a, b] = [checked.verdict, other.verdict]
  return (
    isByDay(other.line) && a.kind === 'differs' && b.kind === 'differs' && a.difference.abs().lt(b.difference.abs())
  )
}

function worthOf({ verdict }: CheckedLine): number {
  switch (verdict.kind) {
    case 'agrees':
      return 2
    case 'differs':
      return 1
    case 'unchecked':
      return 0
  }
}

function checkedAt(lines: readonly RegisterLine[], source: CheckSource): readonly CheckedLine[] {
  const digits = minorDigitsOf(source.currency)
  const placed = lines.map((line) => placedOf(line, source))
  const counted = placed.flatMap((one) => (one.counted === null || one.charged.isReturn ? [] : [one.counted]))
  const promises = new Map(promisesOf(counted, digits).map((promise, index) => [counted[index], promise]))
  const lineOf = (one: Placed): PromisedLine | null => {
    const promised = one.counted === null ? null : (promises.get(one.counted)?.promised ?? null)
    if (promised === null) return null
    return { stored: one.evidence?.stored ?? null, quantity: one.charged.quantity, promised }
  }
  const promisedLines = placed.map(lineOf)
  const first = placed.find(({ counted: one }) => one !== null)
  let made: readonly PromotedReceipt[] | null = null
  // Most lines agree before anybody asks for promotions, and a report has thousands of receipts.
  const receipts = (): readonly PromotedReceipt[] =>
    (made ??= promotedReceiptsOf(
      promisedLines.filter((one) => one !== null),
      first === undefined ? [] : source.promotionsAt(first.line.atMs),
      digits
    ))
  return placed.map((one, index) => {
    const { line, charged, product, evidence } = one
    const checked = { line, charged, productId: product?.productId ?? null, productName: product?.name ?? null }
    if (one.why !== null || one.counted === null || evidence === null)
      return { ...checked, verdict: { kind: 'unchecked', why: one.why ?? 'not-on-board' } }
    // A return is priced by itself: what it was sold with is on another receipt.
    const promise = promises.get(one.counted) ?? promisesOf([one.counted], digits)[0]
    const promised = promise?.promised ?? null
    if (promise === undefined || promised === null)
      return { ...checked, verdict: { kind: 'unchecked', why: 'no-price-for-quantity' } }
    const promisedLine = promisedLines[index] ?? {
      stored: evidence.stored,
      quantity: charged.quantity,
      promised
    }
    const readings = readingsOf(charged, promised, digits)
    // A return is of another day: it is believed with its deal and without.
    for (const told of charged.isReturn ? [promised, withoutDealOf(promisedLine, digits)] : [promised]) {
      const same = readings.find((reading) => differenceOf(reading, told)?.isZero())
      if (same !== undefined) return { ...checked, charged: same, verdict: { kind: 'agrees', promised: told } }
    }
    const explained =
      promotionCauseOf(readings, promisedLine, receipts(), source, digits) ??
      explainedOf(readings, promised, promise.counted, evidence)
    if (explained === null) return { ...checked, verdict: { kind: 'unchecked', why: 'no-amount' } }
    const { difference, cause } = explained
    return {
      ...checked,
      charged: explained.charged,
      verdict: { kind: 'differs', promised, cause, difference: charged.isReturn ? difference.negated() : difference }
    }
  })
}

/** A promotion that explains a line to the cent: one that the board showed and the register left out, or that it took off. */
function promotionCauseOf(
  readings: readonly Charged[],
  line: PromisedLine,
  receipts: readonly PromotedReceipt[],
  source: CheckSource,
  digits: number
): Explained | null {
  for (const charged of readings) {
    const difference = differenceOf(charged, line.promised)
    if (difference === null) continue
    const deal = line.promised.rung.deal ?? null
    if (deal !== null && isWhat(charged, withoutDealOf(line, digits))) {
      const known = source
        .promotionsAt(line.promised.rung.fromMs)
        .find(({ facts }) => facts.promotionId === deal.promotionId)
      return { charged, difference, cause: { kind: 'deal-not-given', name: known?.facts.name ?? deal.promotionId } }
    }
    for (const receipt of receipts) {
      const promoted = receipt.get(line)
      if (promoted !== undefined && isWhat(charged, promoted.promised))
        return { charged, difference, cause: { kind: 'promotion-applied', names: promoted.names } }
    }
  }
  return null
}

function placedOf(line: RegisterLine, source: CheckSource): Placed {
  const charged = chargedOf(line)
  const nothing = { line, charged, product: null, evidence: null, counted: null }
  const found = source.find(line)
  if (found.kind === 'none') return { ...nothing, why: 'unknown-product' }
  if (found.kind === 'several') return { ...nothing, why: 'several-products' }
  const known = { ...nothing, product: { productId: found.productId, name: found.name } }
  const firstMs = source.stretches.reduce((first, { fromMs }) => Math.min(first, fromMs), Infinity)
  if (line.atMs < firstMs) return { ...known, why: 'no-history' }
  if (!wasShownAt(source.stretches, line.atMs)) return { ...known, why: 'not-shown' }
  const evidence = source.evidence(found.productId, line.atMs)
  if (evidence === null) return { ...known, why: 'not-on-board' }
  const shown = shownRungsAt(evidence.shown.prices, line.atMs)
  if (shown.length === 0) return { ...known, why: 'not-on-board' }
  const rungs = shown.filter(isPriced)
  if (rungs.length === 0) return { ...known, why: 'held' }
  if (charged.quantity.isZero()) return { ...known, why: 'no-price-for-quantity' }
  const { productId } = found
  const { unit } = evidence.shown
  return { ...known, why: null, evidence, counted: { productId, unit, quantity: charged.quantity, rungs } }
}

/** Worst first: the board promised less than was charged; then the other way; then what could not be checked. */
export function compareChecked(a: CheckedLine, b: CheckedLine): number {
  const order = rankOf(a) - rankOf(b)
  if (order !== 0) return order
  if (a.verdict.kind === 'differs' && b.verdict.kind === 'differs') {
    const bySize = b.verdict.difference.abs().cmp(a.verdict.difference.abs())
    if (bySize !== 0) return bySize
  }
  return a.line.lineNumber - b.line.lineNumber
}

function rankOf({ verdict }: CheckedLine): number {
  switch (verdict.kind) {
    case 'differs':
      return verdict.difference.isNegative() ? 1 : 0
    case 'unchecked':
      return 2
    case 'agrees':
      return 3
  }
}
