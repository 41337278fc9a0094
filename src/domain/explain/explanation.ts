import type { Explanation, PromotionNote } from '../../shared/manager/explanation.ts'
import { isolatedName } from '../display/isolated-name.ts'
import { moneyWordsOf } from '../display/money-words.ts'
import { shelfOf } from '../pricing/ladder.ts'
import { pricedRungAt, type PriceTrace } from '../pricing/rung-price.ts'
import { dealAt, dealStepsOf, dealtTraceOf } from './effect/rung-deals.ts'
import { lossesOf } from './losses.ts'
import { nextPriceOf } from './next-price.ts'
import { askedQuantityOf, groupNameOf, type PriceQuestion, pricingOf, type Wording } from './price-question.ts'
import { priceStepsOf } from './price-steps.ts'
import { promotionNotesOf } from './promotion-notes.ts'
import { noteOf, roundingStepsOf, taxStepsOf } from './tax-steps.ts'

/**
 * How a price came to be, step by step, from the trace the board itself keeps: the record, what is in force and why, what
 * is not, rounding, each tax, what is paid, and when that changes next. The amounts that count add up to what is paid
 * exactly. Null where nobody has a price on this rung.
 */
export function explanationOf(
  question: PriceQuestion,
  beside: Pick<Explanation, 'register' | 'remarks'>,
  wording: Wording
): Explanation | null {
  const priced = pricedRungAt(question.rung, pricingOf(question), question.atMs)
  if (priced === null) return null
  const { words, format } = wording
  const { rung, trace } = priced
  const { amountsHeld } = question.location
  const deal = dealAt(question, question.atMs)
  const paid = dealtTraceOf(question, priced, deal)
  const outTheDoor = rung.outTheDoor === null ? null : paid.outTheDoor
  return {
    question: whyOf(question, wording),
    answer: amountsHeld
      ? words.askForPrice
      : words.answer(moneyWordsOf(askedAmountOf(question, deal?.price ?? trace.price, paid), format)),
    steps: amountsHeld
      ? [noteOf(words.askForPrice, words.held)]
      : [
          ...priceStepsOf(question, trace, wording),
          ...roundingStepsOf(trace, wording),
          ...dealStepsOf(question, trace, deal, wording),
          ...taxStepsOf(question, paid, wording)
        ],
    notUsed: { title: words.notUsed, lines: amountsHeld ? [] : lossesOf(question, trace, wording) },
    youPay: {
      title: words.youPay,
      amount: outTheDoor === null ? null : format.plainMoney(outTheDoor),
      exact: outTheDoor
    },
    next: amountsHeld ? null : nextOf(question, wording),
    promotions: {
      title: words.promotions,
      notes: promotionNotesOf(question, { source: rung.source, price: trace.price, deal }, wording)
    },
    ...beside
  }
}

/** The explanation as lines to send to somebody. */
export function explanationTextOf(explanation: Explanation): string {
  const { question, answer, steps, notUsed, youPay, next, register, promotions, remarks } = explanation
  const beside = (title: string, amount: string | null): string => (amount === null ? title : `${title}  ${amount}`)
  return [
    `${question} ${answer}`,
    '',
    ...steps.map(({ title, amount, text }) => `${beside(title, amount)}\n  ${text}`),
    ...(notUsed.lines.length === 0 ? [] : [notUsed.title, ...notUsed.lines.map((line) => `  ${line}`)]),
    beside(youPay.title, youPay.amount),
    ...(next === null ? [] : ['', [next.lead, next.text].filter((part) => part !== null).join(' ')]),
    ...(register === null ? [] : ['', `${register.lead} ${register.text}`]),
    ...(promotions.notes.length === 0 ? [] : ['', promotions.title, ...promotions.notes.flatMap(noteLinesOf)]),
    ...(remarks.length === 0 ? [] : ['', ...remarks])
  ].join('\n')
}

function noteLinesOf({ name, text, offer, conditions }: PromotionNote): readonly string[] {
  return [
    `  ${name}: ${text}`,
    ...(offer === null ? [] : [`    ${offer}`]),
    ...conditions.map((one) => `    ${one.text}`)
  ]
}

function askedAmountOf({ asked }: PriceQuestion, price: string, { outTheDoor }: PriceTrace): string {
  switch (asked) {
    case 'you-pay':
      return outTheDoor
    case 'shelf-price':
      return price
  }
}

function whyOf({ product, rung, payer }: PriceQuestion, { words, format }: Wording): string {
  const quantity = askedQuantityOf(rung.quantity, product.unit, format)
  const name = isolatedName(product.name)
  if (payer !== null) return words.whyGroup(groupNameOf(payer, words), quantity, name)
  const shelf = shelfOf(product.records)
  return shelf === null || shelf.name === null
    ? words.whyProduct(quantity, name)
    : words.whyShelf(quantity, isolatedName(shelf.name))
}

function nextOf(question: PriceQuestion, { words, format, calendar }: Wording): Explanation['next'] {
  const next = nextPriceOf(question)
  if (next === null) return { lead: null, text: words.noNext }
  return {
    lead: words.nextAmount(format.plainMoney(next.outTheDoor), calendar.moment(next.atMs)),
    text: words.because(next.cause)
  }
}
