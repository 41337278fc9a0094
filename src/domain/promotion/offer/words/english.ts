import { sentenceOf } from '../../../display/sentence.ts'
import type { Count, OfferPhrases, Reduction, ThingWords } from '../offer-phrases.ts'

/** "for $1.00", "free", "$2.00 off", "20% off": after what it is about. */
function after(reduction: Reduction): string {
  switch (reduction.kind) {
    case 'price':
      return `for ${reduction.money}`
    case 'free':
      return 'free'
    case 'off':
      return `${reduction.money} off`
    case 'share':
      return `${reduction.percent} off`
  }
}

/** The same around what it is about: "the cheapest for $1.00", "$2.00 off the cheapest". */
function about(reduction: Reduction, what: string): string {
  switch (reduction.kind) {
    case 'price':
    case 'free':
      return `${what} ${after(reduction)}`
    case 'off':
    case 'share':
      return `${after(reduction)} ${what}`
  }
}

const capitalOf = (text: string): string => sentenceOf(text, 'en')

function counted(count: Count): string {
  return count.kind === 'each' ? count.count : count.total
}

/** " from Flower", " of these", or nothing where nobody needs to be told. */
function from(count: Count, things: ThingWords | null): string {
  switch (things?.kind) {
    case undefined:
      return ''
    case 'anything':
      return ' of anything'
    case 'these':
      return ' of these'
    case 'named':
      return count.kind === 'each' ? ` from ${things.text}` : ` of ${things.text}`
  }
}

function bare(things: ThingWords): string {
  switch (things.kind) {
    case 'anything':
      return 'everything'
    case 'these':
      return 'these'
    case 'named':
      return things.text
  }
}

function unitOf(unit: Count): string {
  return unit.kind === 'each' ? 'each' : `each ${unit.isGram ? 'gram' : unit.unit}`
}

/** A price ends the sentence; what comes off stands apart. */
function beside(what: string, reduction: Reduction): string {
  switch (reduction.kind) {
    case 'price':
    case 'free':
      return `${what} ${after(reduction)}`
    case 'off':
    case 'share':
      return `${what}, ${after(reduction)}`
  }
}

export const ENGLISH_OFFERS: OfferPhrases = {
  madeBy: (names, makers) => `${names} by ${makers}`,
  allOf: (reduction, things) => {
    if (things === null) return capitalOf(after(reduction))
    return capitalOf(about(reduction, bare(things)))
  },
  eachOf: (reduction, unit, things) => capitalOf(about(reduction, `${unitOf(unit)}${from(unit, things)}`)),
  eachShort: (reduction, unit) => capitalOf(about(reduction, unitOf(unit))),
  buy: (count, things) => `Buy ${counted(count)}${from(count, things)}`,
  getCheapest: (reduction, count) =>
    `get ${about(reduction, count.kind === 'each' ? 'the cheapest' : `the cheapest ${count.isGram ? 'gram' : count.unit}`)}`,
  getOther: (reduction, count, other) => {
    if (other === null)
      return `get ${about(reduction, count.kind === 'each' ? 'another' : `another ${count.isGram ? 'gram' : count.unit}`)}`
    if (other.kind === 'these')
      return `get ${about(reduction, count.kind === 'each' ? 'one of the others' : `${count.unit} of the others`)}`
    return `get ${about(reduction, `${count.kind === 'each' ? 'one' : count.unit}${from(count, other)}`)}`
  },
  any: (reduction, count, things) => beside(`Any ${counted(count)}${from(count, things)}`, reduction),
  bundle: (reduction, parts) => {
    const what = parts
      .map(({ count, things }) => {
        if (count.kind === 'grams') return `${count.total} of ${things.text}`
        return count.isOne ? things.text : `${count.count} × ${things.text}`
      })
      .join(' + ')
    return beside(what, reduction)
  },
  bundleOf: (reduction, count) => beside(`${count} of these together`, reduction),
  bundleShort: (reduction) => `Bundle ${after(reduction)}`,
  buyAndGet: 'Buy and get',
  missing: (count, things, isMore) => {
    const more = isMore ? `${counted(count)} more` : counted(count)
    return things.kind === 'these' ? `${more} of this offer’s products` : `${more}${from(count, things)}`
  },
  orGrams: (grams) => `or ${grams}`,
  limits: {
    plusTax: 'plus tax',
    beforeTax: 'before tax',
    gramsCountAsOne: (grams) => `${grams} counts as one`,
    timesPerOrder: (count, text) => (count === 1 ? 'once per order' : `up to ${text} times per order`),
    notWithSalePrices: 'not with sale prices',
    salePricesOnly: 'on sale prices only',
    forNobody: 'for nobody',
    forMedical: 'for medical customers',
    forRecreational: 'for recreational customers',
    forGroups: (names) => `for ${names}`,
    forMedicalIn: (names) => `for ${names} (medical customers)`,
    forRecreationalIn: (names) => `for ${names} (recreational customers)`,
    forAnyGroup: 'for customers with a group price',
    forNoGroup: 'for customers without a group price',
    customersOfNoGroup: 'customers without a group price',
    butNot: (names) => `not for ${names}`,
    aGroup: 'customers with a group price'
  }
}
