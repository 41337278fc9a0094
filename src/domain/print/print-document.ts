import { Temporal } from 'temporal-polyfill'
import type { BoardView, MoneyText, ViewItem, ViewRung } from '../../shared/board-view.ts'
import type { PaperSize, PrintKind, QrCode } from '../../shared/manager/print.ts'
import type { LocationFormat } from '../display/location-format.ts'
import { type PrintWords, printWordsOf } from './print-words.ts'

/** A quantity of a product and what it costs, in words. */
export interface PrintRung {
  readonly quantity: string
  /** The large amount; null while amounts are held. */
  readonly price: string | null
  /** What is handed over and what the shelf says, for whoever has a column for each. */
  readonly youPay: string | null
  readonly shelfPrice: string | null
  /** The amount of the two that is not the large one, with its name: "Shelf price 24.29". */
  readonly beside: string | null
  /** The higher price of other days, of the same kind as the shelf price: to be struck out. */
  readonly regular: string | null
  /** The same where it may stand beside the large amount, because both have tax in them, or neither has. */
  readonly was: string | null
  readonly unitPrice: string | null
  readonly reduced: boolean
  /** "Sale until Sunday". */
  readonly reduction: string | null
  /** What a shopper of the screen's group pays, where that is less. */
  readonly groupPays: string | null
}

export interface PrintProduct {
  readonly name: string
  /** Brand, strain, THC and CBD. */
  readonly about: string
  readonly brand: string | null
  /** Offers, as their tickets name them. */
  readonly offers: readonly string[]
  readonly soldOut: boolean
  readonly unit: ViewItem['unit']
  readonly rungs: readonly PrintRung[]
}

export interface PrintSection {
  readonly heading: string
  readonly products: readonly PrintProduct[]
}

/** What a phone is led to. */
export interface PrintCode {
  readonly code: QrCode
  readonly url: string
}

/** All the words of a print, before they have a place on a page. */
export interface PrintDocument {
  readonly kind: PrintKind
  readonly paper: PaperSize
  readonly language: string
  readonly words: PrintWords
  readonly number: (count: number) => string
  readonly storeName: string
  readonly sections: readonly PrintSection[]
  /** What the large amounts are: "You pay, tax included". */
  readonly priceLabel: string
  readonly youPayLabel: string
  readonly beforeTaxLabel: string
  readonly groupLabel: string | null
  /** With the day in words, and short for a card. */
  readonly asOf: string
  readonly asOfShort: string
  /** "Prices checked 4:16 pm"; stale ones are asked about. */
  readonly ageLine: string
  readonly stale: boolean
  /** "Ask for today's price", in the place of every amount that is held. */
  readonly askForPrice: string
  readonly held: boolean
  readonly taxLine: string
  readonly legend: readonly string[]
  readonly notice: string | null
  readonly code: PrintCode | null
}

export interface PrintFrame {
  readonly kind: PrintKind
  readonly paper: PaperSize
  /** The board's instant, and when its prices were last confirmed. */
  readonly atMs: number
  readonly pricesAtMs: number | null
  readonly timeZone: string | null
  readonly code: PrintCode | null
}

/** A board's view as a print says it: every amount, mark and notice of the board, and none more. */
export function printDocumentOf(view: BoardView, frame: PrintFrame, format: LocationFormat): PrintDocument {
  const { head } = view
  const words = printWordsOf(format.language)
  // Old prices are of their own time, whenever they are printed.
  const sinceMs = head.stale ? frame.pricesAtMs : frame.atMs
  const when = (dates: Intl.DateTimeFormatOptions): string =>
    sinceMs === null ? words.asOfUnknown : words.asOf(whenOf(sinceMs, frame.timeZone, format, dates))
  return {
    kind: frame.kind,
    paper: frame.paper,
    language: format.language,
    words,
    number: (count) => format.number(String(count)),
    storeName: head.storeName,
    sections: sectionsOf(view, words),
    priceLabel: head.screen.priceStyle === 'shelf-price' ? beforeTaxOf(view) : head.railLabel.join(' '),
    youPayLabel: head.railLabel.join(' '),
    beforeTaxLabel: head.screen.rowLabels.beforeTax,
    groupLabel: head.screen.rowLabels.group,
    asOf: when({ weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }),
    asOfShort: when({ year: 'numeric', month: 'short', day: 'numeric' }),
    ageLine: head.ageLine,
    stale: head.stale,
    askForPrice: head.heldLine ?? format.words.askForPrice,
    held: head.heldLine !== null,
    taxLine: head.taxLine,
    legend: head.legend.map(({ short, text }) => (short === text ? text : `${short}: ${text}`)),
    notice: head.notice,
    code: frame.code
  }
}

/** At an inclusive location the shelf's price and what is paid are one. */
function beforeTaxOf({ head }: BoardView): string {
  return head.taxPricing === 'Inclusive' ? head.railLabel.join(' ') : head.screen.rowLabels.beforeTax
}

function whenOf(
  atMs: number,
  timeZone: string | null,
  format: LocationFormat,
  dates: Intl.DateTimeFormatOptions
): string {
  const time = format.time(atMs)
  const instant = Temporal.Instant.fromEpochMilliseconds(atMs)
  // Paper needs a day also where the store's zone is unknown: then it says whose day it is.
  if (timeZone === null || time === null)
    return `${instant.toString({ smallestUnit: 'minute' }).replace(/[TZ]/g, ' ')}UTC`
  return `${instant.toZonedDateTimeISO(timeZone).toPlainDate().toLocaleString(format.language, dates)}, ${time}`
}

/** In the board's order; a class begins where the classification differs from the product before. */
function sectionsOf(view: BoardView, words: PrintWords): readonly PrintSection[] {
  const sections: { readonly heading: string; readonly products: PrintProduct[] }[] = []
  for (const item of view.items) {
    const heading = item.classification.length === 0 ? words.unsorted : item.classification.join(' / ')
    const last = sections.at(-1)
    const product = productOf(item, view, words)
    if (last?.heading === heading) last.products.push(product)
    else sections.push({ heading, products: [product] })
  }
  return sections
}

function productOf(item: ViewItem, view: BoardView, words: PrintWords): PrintProduct {
  const about = [
    item.brand,
    item.strain === null ? null : words.strains[item.strain],
    item.thc === null ? null : `THC\u00a0${item.thc}`,
    item.cbd === null ? null : `CBD\u00a0${item.cbd}`
  ]
  return {
    name: item.name,
    about: about.filter((part) => part !== null).join(' · '),
    brand: item.brand,
    offers: item.tickets.map(({ short }) => short),
    soldOut: item.soldOut,
    unit: item.unit,
    rungs: item.rungs.map((rung) => rungOf(rung, item, view, words))
  }
}

function rungOf(rung: ViewRung, item: ViewItem, view: BoardView, words: PrintWords): PrintRung {
  const { screen } = view.head
  const youPay = rung.youPay === null ? null : moneyOf(rung.youPay)
  const byShelf = screen.priceStyle === 'shelf-price' && rung.shelfPrice !== null
  const beside = byShelf
    ? youPay === null
      ? null
      : `${screen.rowLabels.youPay} ${youPay}`
    : rung.shelfPrice === null
      ? null
      : `${words.shelfPrice} ${rung.shelfPrice}`
  return {
    quantity: rung.quantity,
    price: byShelf ? rung.shelfPrice : youPay,
    youPay,
    shelfPrice: rung.shelfPrice,
    beside,
    regular: rung.regular,
    was: byShelf || view.head.taxPricing === 'Inclusive' ? rung.regular : null,
    unitPrice: rung.unitPrice === null ? null : words.unitPrice[item.unit](rung.unitPrice),
    reduced: rung.reduced,
    reduction: rung.reduced ? [words.onSale, rung.until].filter((part) => part !== null).join(' ') : null,
    groupPays: rung.groupPays === null ? null : moneyOf(rung.groupPays)
  }
}

function moneyOf({ digits, sign, signAfter }: MoneyText): string {
  return signAfter ? `${digits}\u00a0${sign}` : `${sign}${digits}`
}
