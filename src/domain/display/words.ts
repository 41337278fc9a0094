/** The words a board is made of, in one language. Numbers, money and times come in already formatted. */
export interface BoardWords {
  readonly youPay: readonly [string, string]
  readonly youPayUntaxed: readonly [string, string]
  readonly beforeTax: string
  readonly groupPays: (groupName: string) => string
  readonly each: string
  readonly severalFor: (quantity: string) => string
  readonly grams: (quantity: string) => string
  readonly until: (moment: string) => string
  readonly midnight: string
  readonly onNow: string
  readonly largePricesInclude: (taxes: string) => string
  readonly allPricesInclude: (taxes: string) => string
  readonly allTaxes: string
  readonly whereTheyApply: (taxes: string) => string
  readonly noTaxes: string
  readonly pricesChecked: (time: string) => string
  readonly pricesFrom: (time: string) => string
  readonly pricesUnchecked: string
  readonly askForPrice: string
  /** Short ticket for a promotion whose offer is not known and whose name is too long for a row. */
  readonly ticketOfType: (type: string) => string
}

const NO_BREAK_SPACE = '\u00a0'

export const ENGLISH: BoardWords = {
  youPay: ['You pay,', 'tax included'],
  youPayUntaxed: ['You pay,', 'no tax'],
  beforeTax: 'Before tax',
  groupPays: (groupName) => `${groupName} pay`,
  each: 'each',
  severalFor: (quantity) => `${quantity} for`,
  grams: (quantity) => `${quantity}${NO_BREAK_SPACE}g`,
  until: (moment) => `until ${moment}`,
  midnight: 'midnight',
  onNow: 'on now',
  largePricesInclude: (taxes) => `Large prices include ${taxes}`,
  allPricesInclude: (taxes) => `All prices include ${taxes}`,
  allTaxes: 'all taxes',
  whereTheyApply: (taxes) => `${taxes} where they apply`,
  noTaxes: 'No tax is added to these prices',
  pricesChecked: (time) => `Prices checked ${time}`,
  pricesFrom: (time) => `Prices from ${time}, please ask`,
  pricesUnchecked: 'Prices not checked yet, please ask',
  askForPrice: "Ask for today's price",
  ticketOfType: (type) => {
    switch (type.toLowerCase()) {
      case 'bundle':
        return 'Bundle'
      case 'bogo':
      case 'buy x get y':
        return 'Buy and get'
      case 'dollar off':
      case 'percent off':
      case 'product discount':
        return 'Sale'
      default:
        return 'Offer'
    }
  }
}

/** Words of a language tag; a language without words of its own reads English. */
export function wordsOf(language: string): BoardWords {
  switch (language.slice(0, 2)) {
    default:
      return ENGLISH
  }
}
