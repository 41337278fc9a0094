/** A time of day, and the day where it is not today: "4:16 pm", "Nov 18". */
export interface Moment {
  readonly day: string | null
  readonly time: string
}

/** The words a board is made of, in one language. Numbers, money and times come in already formatted. */
export interface BoardWords {
  readonly youPay: readonly [string, string]
  readonly youPayUntaxed: readonly [string, string]
  readonly beforeTax: string
  readonly groupPays: (groupName: string) => string
  readonly each: string
  readonly severalFor: (quantity: string) => string
  readonly grams: (quantity: string) => string
  readonly untilTime: (time: string) => string
  readonly untilMidnight: string
  /** With the name of a weekday. */
  readonly untilDay: (day: string) => string
  readonly onNow: string
  /** One tax with its rate: "5% GST". */
  readonly taxAt: (percent: string, name: string) => string
  /** What a list of taxes begins with after "include". */
  readonly taxList: (taxes: string) => string
  readonly largePricesInclude: (taxes: string) => string
  /** On a screen whose large prices are the shelf's. */
  readonly largePricesAreBefore: (taxes: string) => string
  readonly allPricesInclude: (taxes: string) => string
  readonly allTaxes: string
  readonly whereTheyApply: (taxes: string) => string
  readonly noTaxes: string
  readonly pricesChecked: (moment: Moment) => string
  readonly pricesFrom: (moment: Moment) => string
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
  untilTime: (time) => `until ${time}`,
  untilMidnight: 'until midnight',
  untilDay: (day) => `until ${day}`,
  onNow: 'on now',
  taxAt: (percent, name) => `${percent} ${name}`,
  taxList: (taxes) => taxes,
  largePricesInclude: (taxes) => `Large prices include ${taxes}`,
  largePricesAreBefore: (taxes) => `Large prices are before tax; “You pay” includes ${taxes}`,
  allPricesInclude: (taxes) => `All prices include ${taxes}`,
  allTaxes: 'all taxes',
  whereTheyApply: (taxes) => `${taxes} where they apply`,
  noTaxes: 'No tax is added to these prices',
  pricesChecked: ({ day, time }) => `Prices checked ${day === null ? '' : `${day}, `}${time}`,
  pricesFrom: ({ day, time }) => `Prices from ${day === null ? '' : `${day}, `}${time}, please ask`,
  pricesUnchecked: 'Prices not checked yet, please ask',
  pricesOld: 'Prices may be old, please ask',
  askForPrice: 'Ask for today\u2019s price',
  sale: 'Sale',
  ticketOfType: (type) => ticketIn({ bundle: 'Bundle', buy: 'Buy and get', sale: 'Sale', other: 'Offer' }, type)
}

/** Canadian French. */
export const FRENCH: BoardWords = {
  youPay: ['Vous payez,', 'taxes comprises'],
  youPayUntaxed: ['Vous payez,', 'sans taxe'],
  beforeTax: 'Avant taxes',
  groupPays: (groupName) => `Prix ${groupName}`,
  each: 'ch.',
  severalFor: (quantity) => `${quantity} pour`,
  grams: (quantity) => `${quantity}${NO_BREAK_SPACE}g`,
  untilTime: (time) => `jusqu\u2019à ${time}`,
  untilMidnight: 'jusqu\u2019à minuit',
  untilDay: (day) => `jusqu\u2019à ${day}`,
  onNow: 'en ce moment',
  taxAt: (percent, name) => `${name} de ${percent}`,
  // A colon takes the place of articles, whose gender nobody knows of a name from the register.
  taxList: (taxes) => `: ${taxes}`,
  largePricesInclude: (taxes) => `Les prix en gros caractères incluent${NO_BREAK_SPACE}${taxes}`,
  largePricesAreBefore: (taxes) =>
    `Les prix en gros caractères sont avant taxes; «${NO_BREAK_SPACE}Vous payez${NO_BREAK_SPACE}» inclut${NO_BREAK_SPACE}${taxes}`,
  allPricesInclude: (taxes) => `Tous les prix incluent${NO_BREAK_SPACE}${taxes}`,
  allTaxes: 'toutes les taxes',
  whereTheyApply: (taxes) => `${taxes}, s\u2019il y a lieu`,
  noTaxes: 'Aucune taxe ne s\u2019ajoute à ces prix',
  pricesChecked: ({ day, time }) => (day === null ? `Prix vérifiés à ${time}` : `Prix vérifiés le ${day} à ${time}`),
  pricesFrom: ({ day, time }) =>
    day === null ? `Prix de ${time}, informez-vous` : `Prix du ${day} à ${time}, informez-vous`,
  pricesUnchecked: 'Prix non vérifiés, informez-vous',
  pricesOld: 'Ces prix ont pu changer, informez-vous',
  askForPrice: 'Demandez le prix du jour',
  sale: 'Rabais',
  ticketOfType: (type) =>
    ticketIn({ bundle: 'Ensemble', buy: 'Achetez et obtenez', sale: 'Rabais', other: 'Offre' }, type)
}

export const SPANISH: BoardWords = {
  youPay: ['Usted paga,', 'impuestos incluidos'],
  youPayUntaxed: ['Usted paga,', 'sin impuestos'],
  beforeTax: 'Antes de impuestos',
  groupPays: (groupName) => `Precio ${groupName}`,
  each: 'c/u',
  severalFor: (quantity) => `${quantity} por`,
  grams: (quantity) => `${quantity}${NO_BREAK_SPACE}g`,
  untilTime: (time) => `hasta ${articleOf(time)} ${time}`,
  untilMidnight: 'hasta la medianoche',
  untilDay: (day) => `hasta el ${day}`,
  onNow: 'ahora',
  taxAt: (percent, name) => `${percent} de ${name}`,
  taxList: (taxes) => taxes,
  largePricesInclude: (taxes) => `Los precios en letra grande incluyen ${taxes}`,
  largePricesAreBefore: (taxes) => `Los precios en letra grande son antes de impuestos; «Usted paga» incluye ${taxes}`,
  allPricesInclude: (taxes) => `Todos los precios incluyen ${taxes}`,
  allTaxes: 'todos los impuestos',
  whereTheyApply: (taxes) => `${taxes}, según corresponda`,
  noTaxes: 'A estos precios no se les suma ningún impuesto',
  pricesChecked: ({ day, time }) =>
    `Precios verificados ${day === null ? '' : `el ${day} `}a ${articleOf(time)} ${time}`,
  pricesFrom: ({ day, time }) =>
    day === null
      ? `Precios de ${articleOf(time)} ${time}, pregunte`
      : `Precios del ${day} a ${articleOf(time)} ${time}, pregunte`,
  pricesUnchecked: 'Precios sin verificar, pregunte',
  pricesOld: 'Los precios pueden haber cambiado, pregunte',
  askForPrice: 'Pregunte por el precio de hoy',
  sale: 'Oferta',
  ticketOfType: (type) =>
    ticketIn({ bundle: 'Paquete', buy: 'Compre y lleve', sale: 'Oferta', other: 'Promoción' }, type)
}

/** "la 1:05 p.m.", "las 9 p.m.", "las 13:05". */
export function articleOf(time: string): 'la' | 'las' {
  return /^1(?!\d)/.test(time) ? 'la' : 'las'
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
