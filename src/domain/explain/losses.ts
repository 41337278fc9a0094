import { Amount, ONE } from '../money/amount.ts'
import { baseRecordsOf } from '../pricing/ladder.ts'
import { priceInForceAt } from '../pricing/price-in-force.ts'
import type { PriceRecord, PricingGroup, SalePrice } from '../pricing/price-record.ts'
import { regularAmountOf, saleAmountOf } from '../pricing/record-amount.ts'
import type { CandidateTrace, PriceTrace } from '../pricing/rung-price.ts'
import type { LossReason } from './explain-words.ts'
import { groupNameOf, type PriceQuestion, type Wording } from './price-question.ts'
import { isDefault, titleOf } from './price-steps.ts'

const DAY_MS = 24 * 60 * 60 * 1000
/** A register keeps sales for years: those that ended longer ago explain nothing about today. */
const REMEMBERED_MS = 30 * DAY_MS

/** What is stored for the rung and is not the price, each with the reason, in sentences. */
export function lossesOf(question: PriceQuestion, trace: PriceTrace, wording: Wording): readonly string[] {
  return [
    ...beatenLines(trace, wording),
    ...recordsThatCounted(trace).flatMap((record) => saleLines(question, trace, record, wording)),
    ...doubledLines(trace, wording),
    ...baseLines(question, wording),
    ...groupLines(question, wording)
  ]
}

/** Candidates that have no step of their own: neither the first nor the one in force. */
function beatenLines({ candidates }: PriceTrace, wording: Wording): readonly string[] {
  const winner = candidates.find(({ won }) => won)
  if (winner === undefined) return []
  return candidates
    .filter((candidate, index) => index > 0 && candidate !== winner)
    .map((candidate) =>
      wording.words.lost(titleOf(candidate, wording), wording.format.exactMoney(candidate.amount), {
        kind: new Amount(candidate.amount).eq(winner.amount) ? 'no-lower' : 'another-is-lower',
        amount: wording.format.exactMoney(winner.amount)
      })
    )
}

function recordsThatCounted({ candidates }: PriceTrace): readonly PriceRecord[] {
  return [...new Set(candidates.map(({ record }: CandidateTrace) => record))]
}

/** The sales of a record other than the one in force, by when they begin. */
function saleLines(
  { atMs }: PriceQuestion,
  trace: PriceTrace,
  record: PriceRecord,
  { words, format, calendar }: Wording
): readonly string[] {
  const inForce = trace.candidates.find((candidate) => candidate.record === record && candidate.sale !== null)?.sale
  return record.sales
    .filter((sale) => sale !== inForce)
    .filter(({ stopsAtMs }) => stopsAtMs === null || stopsAtMs > atMs - REMEMBERED_MS)
    .toSorted((a, b) => (a.startsAtMs ?? -Infinity) - (b.startsAtMs ?? -Infinity))
    .map((sale) => {
      const amount = saleAmountOf(record, sale)
      const span = calendar.span(sale.startsAtMs, sale.stopsAtMs)
      return words.lost(
        span === null ? words.standingSale : words.saleWithin(span),
        amount === null ? null : format.exactMoney(amount.toFixed()),
        reasonOf(sale, amount, inForce ?? null, atMs)
      )
    })
}

function reasonOf(sale: SalePrice, amount: Amount | null, inForce: SalePrice | null, atMs: number): LossReason {
  if (amount === null) return { kind: 'no-price' }
  const { startsAtMs, stopsAtMs } = sale
  if (startsAtMs !== null && stopsAtMs !== null && stopsAtMs <= startsAtMs) return { kind: 'ends-before-it-begins' }
  if (startsAtMs !== null && startsAtMs > atMs) return { kind: 'not-begun' }
  if (stopsAtMs !== null && stopsAtMs <= atMs) return { kind: 'over' }
  return isDefault(sale) && inForce !== null && !isDefault(inForce)
    ? { kind: 'dated-sale-replaces-it' }
    : { kind: 'dearer-sale-at-the-same-time' }
}

function doubledLines({ doubled }: PriceTrace, { words, format }: Wording): readonly string[] {
  return doubled.map((record) =>
    words.lost(words.anotherRecord, format.exactMoney(regularAmountOf(record).toFixed()), {
      kind: 'dearer-of-two-records'
    })
  )
}

/** Where a tier of quantity 1 stands, the base does not count (pricing rules, Ladder). */
function baseLines({ product, rung, payer }: PriceQuestion, { words, format }: Wording): readonly string[] {
  if (rung.tier === null || !rung.quantity.eq(ONE)) return []
  const base = baseRecordsOf(product.records, payer?.groupId ?? null)
  const unused = [...base.publicRecords, ...base.groupRecords.filter((record) => !rung.groupRecords.includes(record))]
  return unused.map((record) =>
    words.lost(
      record.group === null ? words.basePrice : groupNameOf(record.group, words),
      format.exactMoney(regularAmountOf(record).toFixed()),
      record.group === null
        ? {
            kind: 'tier-takes-its-place',
            quantity: words.quantity({ kind: product.unit === 'g' ? 'grams' : 'one', text: format.words.grams('1') })
          }
        : { kind: 'group-has-its-own-tier' }
    )
  )
}

/** Prices of groups other than whoever pays, at the same tier. */
function groupLines(question: PriceQuestion, { words, format }: Wording): readonly string[] {
  const { product, rung, payer, screenGroup, atMs } = question
  const byGroup = new Map<number, { readonly group: PricingGroup; readonly records: PriceRecord[] }>()
  for (const record of product.records) {
    const { group, tier } = record
    if (group === null || group.groupId === payer?.groupId || !isOfRung(tier, rung)) continue
    const entry = byGroup.get(group.groupId)
    if (entry === undefined) byGroup.set(group.groupId, { group, records: [record] })
    else entry.records.push(record)
  }
  return [...byGroup.values()].map(({ group, records }) => {
    const amount = priceInForceAt([], records, atMs)?.winner.amount
    const reason: LossReason =
      screenGroup === null
        ? { kind: 'screen-names-no-group' }
        : screenGroup.groupId === group.groupId
          ? { kind: 'row-of-its-own' }
          : { kind: 'screen-names-other-group', groupName: groupNameOf(screenGroup, words) }
    return words.lost(
      groupNameOf(group, words),
      amount === undefined ? null : format.exactMoney(amount.toFixed()),
      reason
    )
  })
}

function isOfRung(tier: PriceRecord['tier'], rung: PriceQuestion['rung']): boolean {
  if (tier === null) return rung.tier === null
  return rung.tier?.tierId === tier.tierId && rung.quantity.eq(tier.quantity)
}
