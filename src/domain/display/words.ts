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
  /** Where the location's zone is unknown, no time can be said. */
  readonly pricesOld: string
  readonly askForPrice: string
  /** Heads what is reduced without a promotion. */
  readonly sale: string
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
  pricesOld: 'Prices may be old, please ask',
  askForPrice: "Ask for today's price",
  sale: 'Sale',
  ticketOfType: (type) => ticketIn({ bundle: 'Bundle', buy: 'Buy and get', sale: 'Sale', other: 'Offer' }, type)
}

/** Canadian French. */
export const FRENCH: BoardWords = {
  youPay: ['Vous payez,', 'taxes comprises'],
  youPayUntaxed: ['Vous payez,', 'sans taxe'],
  beforeTax: 'Avant taxes',
  groupPays: (groupName) => `Prix ${groupName}`,
  each: 'chacun',
  severalFor: (quantity) => `${quantity} pour`,
  grams: (quantity) => `${quantity}${NO_BREAK_SPACE}g`,
  until: (moment) => `jusqu\u2019à ${moment}`,
  midnight: 'minuit',
  onNow: 'en ce moment',
  largePricesInclude: (taxes) => `Les grands prix comprennent ${taxes}`,
  allPricesInclude: (taxes) => `Tous les prix comprennent ${taxes}`,
  allTaxes: 'toutes les taxes',
  whereTheyApply: (taxes) => `${taxes}, s\u2019il y a lieu`,
  noTaxes: 'Aucune taxe ne s\u2019ajoute à ces prix',
  pricesChecked: (time) => `Prix vérifiés à ${time}`,
  pricesFrom: (time) => `Prix de ${time}, à demander`,
  pricesUnchecked: 'Prix non vérifiés, à demander',
  pricesOld: 'Prix peut-être anciens, à demander',
  askForPrice: 'Demandez le prix du jour',
  sale: 'Rabais',
  ticketOfType: (type) => ticketIn({ bundle: 'Ensemble', buy: 'Achat et prime', sale: 'Rabais', other: 'Offre' }, type)
}

export const SPANISH: BoardWords = {
  youPay: ['Usted paga,', 'impuestos incluidos'],
  youPayUntaxed: ['Usted paga,', 'sin impuestos'],
  beforeTax: 'Antes de impuestos',
  groupPays: (groupName) => `Precio ${groupName}`,
  each: 'c/u',
  severalFor: (quantity) => `${quantity} por`,
  grams: (quantity) => `${quantity}${NO_BREAK_SPACE}g`,
  until: (moment) => `hasta ${moment}`,
  midnight: 'medianoche',
  onNow: 'ahora',
  largePricesInclude: (taxes) => `Los precios grandes incluyen ${taxes}`,
  allPricesInclude: (taxes) => `Todos los precios incluyen ${taxes}`,
  allTaxes: 'todos los impuestos',
  whereTheyApply: (taxes) => `${taxes} donde corresponda`,
  noTaxes: 'A estos precios no se les suma ningún impuesto',
  pricesChecked: (time) => `Precios revisados a las ${time}`,
  pricesFrom: (time) => `Precios de las ${time}, pregunte`,
  pricesUnchecked: 'Precios sin revisar, pregunte',
  pricesOld: 'Los precios pueden haber cambiado, pregunte',
  askForPrice: 'Pregunte el precio de hoy',
  sale: 'Oferta',
  ticketOfType: (type) =>
    ticketIn({ bundle: 'Paquete', buy: 'Compre y lleve', sale: 'Oferta', other: 'Promoción' }, type)
}

interface TicketWords {
  readonly bundle: string
  readonly buy: string
  readonly sale: string
  readonly other: string
}

/** Cova's readable promotion types (Promotions guide), and what its hub calls them. */
function ticketIn(words: TicketWords, type: string): string {
  switch (type.toLowerCase()) {
    case 'bundle':
      return words.bundle
    case 'bogo':
    case 'buy x get y':
      return words.buy
    case 'dollar off':
    case 'percent off':
    case 'product discount':
      return words.sale
    default:
      return words.other
  }
}

/** Words of a language tag; a language without words of its own reads English. */
export function wordsOf(language: string): BoardWords {
  switch (language.slice(0, 2).toLowerCase()) {
    case 'fr':
      return FRENCH
    case 'es':
      return SPANISH
    default:
      return ENGLISH
  }
}
