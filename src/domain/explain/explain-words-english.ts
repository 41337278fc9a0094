import { ended } from '../display/sentence.ts'
import type { AskedQuantity, ExplainWords, LossReason, PriceOrigin, Reckoning } from './explain-words.ts'

function quantity({ kind, text }: AskedQuantity): string {
  return kind === 'one' ? 'one' : text
}

function setAt(origin: PriceOrigin): string {
  switch (origin.kind) {
    case 'unsaid':
      return 'the register does not say where it is set'
    case 'unnamed':
      return `set at node ${origin.entityId} of the company, which has no name here`
    case 'own':
      return `set at ${origin.locationName} itself`
    case 'inherited':
      return `set at ${origin.nodeName} and inherited by ${origin.locationName}`
  }
}

function reckoned(reckoning: Reckoning, unit: 'g' | 'each', isSale: boolean): string {
  const price = isSale ? 'sale price' : 'price'
  switch (reckoning.kind) {
    case 'unit':
      return `${isSale ? 'Sale price' : 'Price'} for ${unit === 'g' ? '1\u00a0g' : 'one'}`
    case 'at-tier': {
      const tier = reckoning.tierName === null ? '' : ` (tier “${reckoning.tierName}”)`
      return `At-tier ${price} for ${reckoning.quantity}${tier}`
    }
    case 'times':
      return `${reckoning.each} for ${unit === 'g' ? '1\u00a0g' : 'one'}, times ${reckoning.quantity}`
  }
}

function reasonText(reason: LossReason): string {
  switch (reason.kind) {
    case 'dated-sale-replaces-it':
      return 'a dated sale replaces it'
    case 'not-begun':
      return 'it has not begun'
    case 'over':
      return 'it is over'
    case 'ends-before-it-begins':
      return 'it ends before it begins, so it is never in force'
    case 'dearer-sale-at-the-same-time':
      return 'of two sales at one time the dearer applies'
    case 'another-is-lower':
      return `${reason.amount} is lower`
    case 'no-lower':
      return `no lower than the ${reason.amount} that counts`
    case 'screen-names-no-group':
      return 'this screen names no group'
    case 'screen-names-other-group':
      return `this screen names ${reason.groupName}`
    case 'row-of-its-own':
      return 'for this group alone, and shown in a row of its own where it is lower'
    case 'dearer-of-two-records':
      return 'of two records for one price the dearer applies'
    case 'tier-takes-its-place':
      return `the tier for ${reason.quantity} takes its place`
    case 'group-has-its-own-tier':
      return 'the group has a price of its own for this tier'
    case 'no-price':
      return 'it names no price'
  }
}

export const ENGLISH: ExplainWords = {
  quantity,
  whyShelf: (asked, shelfName) =>
    `Why ${asked.kind === 'several' ? 'are' : 'is'} any ${quantity(asked)} from ${shelfName}`,
  whyProduct: (asked, productName) => {
    switch (asked.kind) {
      case 'grams':
        return `Why is ${asked.text} of ${productName}`
      case 'one':
        return `Why is one ${productName}`
      case 'several':
        return `Why are ${asked.text} of ${productName}`
    }
  },
  whyGroup: (groupName, asked, name) => `What ${groupName} pay for ${quantity(asked)} of ${name}: why`,
  askGroup: (groupName) => `Explain what ${groupName} pay`,
  answer: (amount) => `${amount}?`,
  askForPrice: 'Ask for today’s price',

  priceRecord: 'Price record',
  sale: 'Sale',
  standingSale: 'Standing sale',
  groupSale: (groupName) => `Sale for ${groupName}`,
  unnamedGroup: (groupId) => `Group ${groupId}`,
  reckoned,
  setAt,
  onShelf: (shelfName) => `What is bought from ${shelfName} counts together.`,
  groupRecord: 'The group has a price of its own here.',
  standing: 'It has no dates: it stands whenever no dated sale runs.',
  only: (amount) => `The only price for ${amount}, so it is in force.`,
  lowest: (amount) => `The lowest of the prices for ${amount}, so it is in force.`,

  rounding: 'Rounding',
  rounded: (exact, price) => `${exact} becomes ${price}: to the cent, half up.`,
  tax: (name, percent) => `${name} ${percent}`,
  of: (base, kind) => {
    switch (kind.kind) {
      case 'price':
        return `of ${base}`
      case 'regular':
        return `of the regular price, ${base}`
      case 'price-and-taxes':
        return `of ${base}, on top of ${kind.names}`
      case 'regular-and-taxes':
        return `of ${base}: the regular price, on top of ${kind.names}`
    }
  },
  addedHere: 'added at the till here',
  insideHere: 'already inside the price here',
  notOnTopOf: (names) => `not on top of ${names}`,
  flatTax: (rate, amount, unit) => `${rate} for each ${unit === 'g' ? 'gram' : 'piece'}: ${amount}`,
  taxRounded: (exact, amount) => `${exact} rounded to ${amount}`,
  taxes: 'Taxes',
  noTaxes: 'No tax applies to this product here.',
  taxesUnknown: 'Not known: the taxes by quantity come to more than the price, so what is inside it cannot be told.',
  beforeTax: 'Before tax',
  netOf: 'What remains of the price without the taxes inside it.',
  held: 'Amounts are held until prices have been read again: whether they include tax has just changed, or nobody has confirmed them for longer than the store allows. Health says which.',
  youPay: 'You pay',

  notUsed: 'Not used',
  lost: (name, amount, reason) => ended(`${name}${amount === null ? '' : ` ${amount}`}: ${reasonText(reason)}`),
  saleWithin: (span) => `Sale ${span},`,
  basePrice: 'Base price',
  anotherRecord: 'Another record',

  nextAmount: (amount, moment) => `${amount} from ${moment},`,
  because: (cause) => {
    switch (cause) {
      case 'sale-starts':
        return 'when a sale begins.'
      case 'sale-ends':
        return 'when the sale ends.'
      case 'sales-change':
        return 'when one sale ends and another begins.'
      case 'promotion-starts':
        return 'when a promotion begins.'
      case 'promotion-ends':
        return 'when the promotion ends.'
      case 'promotions-change':
        return 'when one promotion ends and another applies.'
    }
  },
  noNext: 'No change of this price is known for the coming 60 days.',

  fetchedAt: (day, time) => (day === null ? `at ${time}` : `on ${day} at ${time}`),
  registerAgrees: 'The register agrees.',
  fetchedSame: (when) => `This product was fetched again ${when} and had the same prices and taxes.`,
  registerDiffered: 'The register had differed.',
  fetchedOther: (when) =>
    `This product was fetched again ${when} and had another price or tax than was shown; the board has followed it since.`,

  promotions: 'Promotions on this product',
  onUntil: (until) => ended(`On now, ${until}`),
  onForLong: 'On now, with no end in the coming 60 days.',
  notOnNext: (span) => ended(`Not on at this instant. Next: ${span}`),
  notSoon: 'Not on at this instant, nor in the 60 days that follow.',
  unreadable: (reason) => `Never shown: its schedule cannot be read (${reason}).`,
  zoneUnknown: 'Never shown: it goes by the store’s clock, and the store’s time zone is not known.',
  badgesHidden: 'The market profile keeps its badge off this screen.',

  shelfDiffers: (names) => `Products of this shelf differ: ${names}.`,
  sameQuantity: 'More than one tier has this quantity; this is the first of them.',

  refusals: {
    at: 'There is no such day.',
    payer: 'This screen names no group any more.',
    productIds: 'This product is not sold here any more.',
    quantity: 'This product has no price for that quantity any more.'
  }
}
