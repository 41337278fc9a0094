import type { ExplanationStep } from '../../shared/manager/explanation.ts'
import { isolatedName } from '../display/isolated-name.ts'
import { ended, sentenceOf } from '../display/sentence.ts'
import { Amount, quantityTextOf } from '../money/amount.ts'
import { shelfOf } from '../pricing/ladder.ts'
import type { PriceRecord, SalePrice } from '../pricing/price-record.ts'
import type { CandidateTrace, PriceTrace } from '../pricing/rung-price.ts'
import type { PriceOrigin, Reckoning } from './explain-words.ts'
import { askedQuantityOf, groupNameOf, type PriceQuestion, type Wording } from './price-question.ts'

/**
 * The amounts that lead to the price: the regular one, struck where another has taken its place, and the one in force with
 * why it is. What else competed and lost is told by `lossesOf`.
 */
export function priceStepsOf(question: PriceQuestion, trace: PriceTrace, wording: Wording): readonly ExplanationStep[] {
  const [first] = trace.candidates
  const winner = trace.candidates.find(({ won }) => won)
  const shown = trace.candidates.filter((candidate) => candidate === first || candidate === winner)
  return shown.map((candidate) => ({
    kind: candidate.source === 'regular' ? 'record' : candidate.source,
    part: candidate.won ? 'counts' : 'replaced',
    title: titleOf(candidate, wording),
    text: [
      ...aboutOf(question, candidate, wording),
      ...(candidate === first ? shelfSentences(question, wording) : []),
      ...(candidate.won ? [whyItWon(question, trace, wording)] : [])
    ].join(' '),
    amount: wording.format.exactMoney(candidate.amount),
    exact: candidate.amount
  }))
}

export function titleOf({ source, sale, record }: CandidateTrace, { words }: Wording): string {
  const groupName = record.group === null ? '' : groupNameOf(record.group, words)
  switch (source) {
    case 'regular':
      return words.priceRecord
    case 'sale':
      return sale !== null && isDefault(sale) ? words.standingSale : words.sale
    case 'group':
      return groupName
    case 'group-sale':
      return words.groupSale(groupName)
  }
}

function whyItWon({ product, rung }: PriceQuestion, trace: PriceTrace, { words, format }: Wording): string {
  const quantity = words.quantity(askedQuantityOf(rung.quantity, product.unit, format))
  return trace.candidates.length === 1 ? words.only(quantity) : words.lowest(quantity)
}

/** Sentences on what an amount is and where it comes from. */
function aboutOf(question: PriceQuestion, { record, sale }: CandidateTrace, wording: Wording): readonly string[] {
  const { words, format, calendar } = wording
  const reckoning = words.reckoned(reckoningOf(question, record, sale, wording), question.product.unit, sale !== null)
  if (sale !== null) {
    const span = calendar.span(sale.startsAtMs, sale.stopsAtMs)
    return [
      span === null ? words.standing : ended(sentenceOf(span, format.language)),
      `${sentenceOf(reckoning, format.language)}.`
    ]
  }
  return [
    ...(record.group === null ? [] : [words.groupRecord]),
    `${sentenceOf(reckoning, format.language)}, ${words.setAt(originOf(question, record))}.`
  ]
}

function shelfSentences({ product }: PriceQuestion, { words }: Wording): readonly string[] {
  const shelf = shelfOf(product.records)
  return shelf === null || shelf.name === null ? [] : [words.onShelf(isolatedName(shelf.name))]
}

function originOf({ nodeNames, location }: PriceQuestion, { fromEntityId }: PriceRecord): PriceOrigin {
  if (fromEntityId === null) return { kind: 'unsaid' }
  const locationName = isolatedName(location.name)
  if (fromEntityId === location.locationId) return { kind: 'own', locationName }
  const nodeName = nodeNames.get(fromEntityId)
  return nodeName === undefined
    ? { kind: 'unnamed', entityId: String(fromEntityId) }
    : { kind: 'inherited', nodeName: isolatedName(nodeName), locationName }
}

/** What an amount of a record was made from: its unit price, its tier's own amount, or the one times the other. */
function reckoningOf(
  { product }: PriceQuestion,
  record: PriceRecord,
  sale: SalePrice | null,
  { words, format }: Wording
): Reckoning {
  const { tier } = record
  if (tier === null) return { kind: 'unit' }
  const amount = new Amount(tier.quantity)
  const quantity = words.quantity(askedQuantityOf(amount, product.unit, format))
  const atTier = sale === null ? record.atTierPrice : sale.atTierSalePrice
  if (atTier === null)
    return {
      kind: 'times',
      each: format.exactMoney(sale?.salePrice ?? record.price),
      quantity: format.number(quantityTextOf(amount))
    }
  return { kind: 'at-tier', quantity, tierName: tierNameBeside(tier.name, quantityTextOf(amount)) }
}

/** A tier's name where it says something that its quantity does not: "1/4 oz", not "7 g" or "5 for". */
function tierNameBeside(name: string | null, quantity: string): string | null {
  if (name === null || name.trim() === '') return null
  const bare = name.replaceAll(/\s|grams?$|g$|for$|x$/gi, '')
  return bare === quantity ? null : isolatedName(name)
}

export function isDefault(sale: SalePrice): boolean {
  return sale.startsAtMs === null && sale.stopsAtMs === null
}
