import type { Amount } from '../../money/amount.ts'
import { limitsOf } from '../limits.ts'
import type { PromotionTerms } from '../promotion-terms.ts'
import type {
  Bundle,
  BundleElement,
  CheapestMatched,
  EachMatched,
  MatchThenCheapestOther
} from '../type/promotion-type.ts'
import { type CountedThings, countedThingsOf } from './counted-things.ts'
import { limitWordsOf, shopperWordsOf } from './limit-words.ts'
import type { OfferContext } from './offer-context.ts'
import { countOf, gramsNoteOf, reductionOf, type Saying, taxNotesOf, thingWordsOf, unitsOf } from './offer-parts.ts'
import { type BundlePart, offerPhrasesOf } from './offer-phrases.ts'

/** An offer in words, made from what it does and never from the retailer's name for it. */
export interface OfferWords {
  /** Short enough for two lines of a ticket: "20% off", "Buy 2", "Any 3 for $25.00". */
  readonly ticket: string
  /** For a badge (contract, `label`): "Buy 2, get the cheapest for $1.00". */
  readonly label: string
  /** The same with what it is of: "Buy 2 from Gummies, get the cheapest for $1.00". */
  readonly full: string
  /** What stands beside it: "plus tax", "for Members", "not with sale prices", "once per order". */
  readonly notes: readonly string[]
  /** Of the notes, what a ticket must not be without: whom it is for, and that tax comes on top. */
  readonly ticketNotes: readonly string[]
}

/** Words before their limits, and what they are of for the taxes. */
interface Said extends Omit<OfferWords, 'notes' | 'ticketNotes'> {
  readonly discounted: readonly CountedThings[]
  readonly gramsNote: string | null
  readonly most: number | null
}

/** Longer ones say "these" instead of names. */
const LONGEST_LABEL = 90
const LONGEST_FULL = 120
const LONGEST_TICKET = 40
const LONGEST_OFF_TICKET = 24

/** The offer of a promotion at a location, in words. */
export function offerWordsOf(terms: PromotionTerms, context: OfferContext): OfferWords {
  const { format } = context
  const phrases = offerPhrasesOf(format)
  const saying: Saying = { context, phrases, reduction: reductionOf(terms.type.discount, format) }
  const { discounted, gramsNote, most, ...said } = saidOf(terms, saying)
  const times = most === null ? [] : [phrases.limits.timesPerOrder(most, format.number(String(most)))]
  const limits = limitsOf(terms)
  const taxNotes = taxNotesOf(discounted, saying)
  return {
    ...said,
    ticketNotes: [
      ...(promisesAmount(said.ticket, saying) ? taxNotes : []),
      ...shopperWordsOf(limits.shoppers, format, context.names.group)
    ],
    notes: [
      ...taxNotes,
      ...limitWordsOf(limits, format, context.names.group),
      ...times,
      ...(gramsNote === null ? [] : [phrases.limits.gramsCountAsOne(gramsNote)])
    ]
  }
}

/** Whether a ticket names what something is to cost: tax on top of it is more than that. What comes off is not. */
function promisesAmount(ticket: string, { reduction }: Saying): boolean {
  switch (reduction.kind) {
    case 'price':
      return /\d[.,]\d\d/.test(ticket)
    case 'free':
      return true
    case 'off':
    case 'share':
      return false
  }
}

/** The whole of an offer: what it is, of what, and its limits. */
export function offerSentenceOf({ full, notes }: OfferWords): string {
  return [full, ...notes].join(', ')
}

/** Offers in words, each made once: a location's promotions are spoken of for every product they list. */
export function offersIn(context: OfferContext): (terms: PromotionTerms) => OfferWords {
  const made = new WeakMap<PromotionTerms, OfferWords>()
  return (terms) => {
    let words = made.get(terms)
    if (words === undefined) made.set(terms, (words = offerWordsOf(terms, context)))
    return words
  }
}

function saidOf({ type }: PromotionTerms, saying: Saying): Said {
  switch (type.family) {
    case 'each-matched':
      return eachMatchedIn(type, saying)
    case 'cheapest-matched':
      return cheapestMatchedIn(type, saying)
    case 'match-then-cheapest-other':
      return otherIn(type, saying)
    case 'bundle':
      return bundleIn(type, saying)
  }
}

function eachMatchedIn({ itemsToMatch, gramsPerMatchUnit, discount }: EachMatched, saying: Saying): Said {
  const { phrases, reduction, context } = saying
  const counted = countedThingsOf(itemsToMatch, context, discount.kind === 'off')
  const things = thingWordsOf(counted.things, phrases, context.format)
  const plain = { discounted: [counted], gramsNote: null, most: null }
  switch (discount.kind) {
    case 'share': {
      const label = phrases.allOf(reduction, null)
      // These are what the ticket stands beside.
      const full = things.kind === 'these' ? label : fitting(phrases.allOf(reduction, things), label)
      return { ticket: label, label, full, ...plain }
    }
    case 'off':
      return {
        ...eachIn(counted, gramsPerMatchUnit, saying),
        ...plain,
        gramsNote: gramsNoteOf(counted, gramsPerMatchUnit, saying)
      }
  }
}

/** Each unit by itself. */
function eachIn(
  counted: CountedThings,
  gramsPerMatchUnit: Amount,
  saying: Saying
): Pick<OfferWords, 'ticket' | 'label' | 'full'> {
  const { phrases, reduction, context } = saying
  const unit = countOf(1, counted, gramsPerMatchUnit, saying)
  const label = phrases.eachShort(reduction, unit)
  const things = thingWordsOf(counted.things, phrases, context.format)
  const full = things.kind === 'these' ? label : fitting(phrases.eachOf(reduction, unit, things), label)
  // A price alone would be taken for that of any quantity; what comes off is explained where the ticket is.
  const isPrice = reduction.kind === 'price' || reduction.kind === 'free'
  const ticket =
    label.length <= (isPrice ? LONGEST_TICKET : LONGEST_OFF_TICKET) ? label : phrases.allOf(reduction, null)
  return { ticket, label, full }
}

function cheapestMatchedIn(type: CheapestMatched, saying: Saying): Said {
  const { phrases, reduction, context } = saying
  const { numberToMatch, gramsPerMatchUnit, maxApplicationCount } = type
  const counted = countedThingsOf(type.itemsToMatch, context, true)
  const plain = {
    discounted: [counted],
    gramsNote: gramsNoteOf(counted, gramsPerMatchUnit, saying),
    most: maxApplicationCount
  }
  // Of one, the cheapest is that one. Not at a price: the first that costs less already ends the offer for the dearer ones.
  if (numberToMatch === 1 && maxApplicationCount === null && type.discount.kind !== 'price')
    return { ...eachIn(counted, gramsPerMatchUnit, saying), ...plain }
  const count = countOf(numberToMatch, counted, gramsPerMatchUnit, saying)
  const get = phrases.getCheapest(reduction, count)
  const ticket = phrases.buy(count, null)
  const label = `${ticket}, ${get}`
  const full = `${phrases.buy(count, thingWordsOf(counted.things, phrases, context.format))}, ${get}`
  return { ticket, label, full: fitting(full, label), ...plain }
}

function otherIn(type: MatchThenCheapestOther, saying: Saying): Said {
  const { phrases, reduction, context } = saying
  const { gramsPerMatchUnit, maxApplicationCount } = type
  const matched = countedThingsOf(type.matchConditions, context, true)
  const other = countedThingsOf(type.otherItemConditions, context, true)
  const isSame = JSON.stringify(type.matchConditions) === JSON.stringify(type.otherItemConditions)
  const count = countOf(type.numberToMatch, matched, gramsPerMatchUnit, saying)
  const otherCount = countOf(1, other, gramsPerMatchUnit, saying)
  const [matchedWords, otherWords] = [
    thingWordsOf(matched.things, phrases, context.format),
    thingWordsOf(other.things, phrases, context.format)
  ]
  const named = `${phrases.buy(count, matchedWords)}, ${phrases.getOther(reduction, otherCount, isSame ? null : otherWords)}`
  const general = `${phrases.buy(count, { kind: 'these' })}, ${phrases.getOther(reduction, otherCount, isSame ? null : { kind: 'these' })}`
  return {
    // What stands beside the ticket may be the one or the other: which, the legend says.
    ticket: phrases.buyAndGet,
    label: named.length <= LONGEST_LABEL ? named : general,
    full: fitting(named, general),
    discounted: [other],
    gramsNote: gramsNoteOf(matched, gramsPerMatchUnit, saying) ?? gramsNoteOf(other, gramsPerMatchUnit, saying),
    most: maxApplicationCount
  }
}

function bundleIn({ elements, gramsPerMatchUnit }: Bundle, saying: Saying): Said {
  const { phrases, reduction, context } = saying
  const counted = elements.map(({ condition }) => countedThingsOf(condition, context, true))
  const plain = {
    discounted: counted,
    gramsNote:
      counted.map((things) => gramsNoteOf(things, gramsPerMatchUnit, saying)).find((note) => note !== null) ?? null,
    most: null
  }
  const [first] = counted
  const [element] = elements
  if (first !== undefined && element !== undefined && elements.length === 1) {
    const units = unitsOf(element)
    if (units === 1) return { ...eachIn(first, gramsPerMatchUnit, saying), ...plain }
    const count = countOf(units, first, gramsPerMatchUnit, saying)
    const label = phrases.any(reduction, count, null)
    const full = phrases.any(reduction, count, thingWordsOf(first.things, phrases, context.format))
    return { ticket: fittingTicket(label, saying), label, full: fitting(full, label), ...plain }
  }
  const parts = elements.map((part, index) => bundlePartOf(part, counted[index], gramsPerMatchUnit, saying))
  const known = parts.filter((part) => part !== null)
  const named = known.length === parts.length ? phrases.bundle(reduction, known) : null
  const general = counted.some(({ measure }) => measure === 'grams')
    ? phrases.bundleShort(reduction)
    : phrases.bundleOf(reduction, context.format.number(String(elements.reduce((sum, part) => sum + unitsOf(part), 0))))
  return {
    ticket: fittingTicket(phrases.bundleShort(reduction), saying),
    label: named !== null && named.length <= LONGEST_LABEL ? named : general,
    full: fitting(named, general),
    ...plain
  }
}

function bundlePartOf(
  element: BundleElement,
  counted: CountedThings | undefined,
  gramsPerMatchUnit: Amount,
  saying: Saying
): BundlePart | null {
  if (counted === undefined) return null
  const things = thingWordsOf(counted.things, saying.phrases, saying.context.format)
  return things.kind === 'named'
    ? { count: countOf(unitsOf(element), counted, gramsPerMatchUnit, saying), things }
    : null
}

function fitting(full: string | null, general: string): string {
  return full !== null && full.length <= LONGEST_FULL ? full : general
}

function fittingTicket(ticket: string, { phrases }: Saying): string {
  return ticket.length <= LONGEST_TICKET ? ticket : phrases.buyAndGet
}
