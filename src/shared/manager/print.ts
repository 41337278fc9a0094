import type { BoardSet } from '../screen-settings.ts'

/** What is printed: all prices in rows, cards to cut out, or everything on one page. */
export type PrintKind = 'price-list' | 'shelf-talkers' | 'menu'
export type PaperSize = 'letter' | 'a4'

/** What a manager asks to have printed. */
export interface PrintRequest {
  readonly kind: PrintKind
  readonly locationId: number
  /** A name of the settings' `screens`; null is a screen that nobody has set up. */
  readonly screen: string | null
  /** Null prints what the screen shows now. */
  readonly set: BoardSet | null
  readonly paper: PaperSize
  /** BCP 47; null prints in the screen's language. */
  readonly language: string | null
  /** Products that are sold out are printed too, marked as such. */
  readonly soldOut: boolean
  /** A code that leads a phone to the board's page, where phones can reach it. */
  readonly qrCode: boolean
}

export type PrintFace = 'text' | 'strong' | 'display'
/** Black, two greys that stay apart on paper, and white on black. */
export type PrintInk = 'ink' | 'soft' | 'faint' | 'paper'

/** A QR code: `rows` of "1" for dark and "0" for light, without its quiet zone. */
export interface QrCode {
  readonly rows: readonly string[]
}

/** Something drawn on a page. Points (1/72 inch) from the page's upper left corner; a text stands on `y`. */
export type PrintPiece =
  | {
      readonly kind: 'text'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly size: number
      readonly face: PrintFace
      readonly ink: PrintInk
      readonly text: string
      /** Struck out: a price that is not asked any more. */
      readonly struck: boolean
    }
  | {
      readonly kind: 'box'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      /** Yellow means a reduced price and nothing else. */
      readonly fill: 'reduced' | 'ink' | 'band'
    }
  | {
      readonly kind: 'line'
      readonly x: number
      readonly y: number
      readonly toX: number
      readonly toY: number
      readonly weight: number
      readonly ink: PrintInk
    }
  | { readonly kind: 'qr'; readonly x: number; readonly y: number; readonly size: number; readonly code: QrCode }

/** What belongs together for whoever has the page read out; `around` is repeated on each page and read out on none. */
export interface PrintBlock {
  readonly role: 'title' | 'heading' | 'text' | 'around' | 'picture'
  readonly pieces: readonly PrintPiece[]
  /** Of a picture. */
  readonly alt: string | null
}

export interface PrintPage {
  readonly width: number
  readonly height: number
  readonly blocks: readonly PrintBlock[]
}

/** What there is to know of a print before it is made. */
export interface PrintFacts {
  readonly title: string
  readonly fileName: string
  readonly language: string
  readonly pages: number
  readonly products: number
  /** Products that the one page has no room for; its own words say so too. */
  readonly leftOut: number
  /** Names of products of which something is cut, or that have letters that no built-in font has: those letters are left out. */
  readonly incomplete: readonly string[]
  /** "Prices as of Saturday, November 21, 2026 at 4:18 pm". */
  readonly asOf: string
  readonly stale: boolean
  readonly held: boolean
}

/** One page as it will be printed. */
export interface PrintPreview {
  readonly facts: PrintFacts
  /** From 0; the last where there are fewer. */
  readonly pageIndex: number
  /** Null where there is nothing to print. */
  readonly page: PrintPage | null
}

export interface PrintedPdf {
  readonly facts: PrintFacts
  readonly base64: string
}

/** How many products there are to print. */
export interface PrintCount {
  /** Those that are sold out too. */
  readonly products: number
  readonly soldOut: number
}

export interface PrintClass extends PrintCount {
  readonly path: readonly string[]
}

/** What can be chosen for a store. */
export interface PrintOptions {
  /** What products are sorted under at the top, in the order of the board. */
  readonly classes: readonly PrintClass[]
  readonly everything: PrintCount
  readonly onPromotion: PrintCount
  /** What the screen shows now. */
  readonly onScreen: PrintCount
  readonly paper: PaperSize
  readonly language: string
}

/** Why no phone can open the board's page by an address that is known here. */
export type NoPhones = 'this-machine-only' | 'no-network' | 'app'

/** Where a phone finds the board's page. */
export interface PhoneAddress {
  /** Null where no phone can reach it. */
  readonly url: string | null
  readonly qrCode: QrCode | null
  /** As the manager typed it: what other machines call this one. */
  readonly publicUrl: string | null
  /** Other addresses of this machine's page, where it is on several networks. */
  readonly others: readonly string[]
  readonly noPhones: NoPhones | null
  /** Whether a PDF can be saved to a file by this program itself: not by `serve`, where the browser does it. */
  readonly saves: boolean
}

export type WrongAddress =
  | 'no-address'
  | 'no-web-address'
  | 'this-machine'
  | 'more-than-a-base'
  | 'too-long'
  | 'unwritable'

export interface PrintInquiries {
  'print:options': {
    readonly args: readonly [locationId: number, screen: string | null]
    readonly answer: PrintOptions
  }
  /** The page of a print, without its file. `boardUrl` is what the code leads to; null prints none. */
  'print:sheet': {
    readonly args: readonly [request: PrintRequest, boardUrl: string | null, pageIndex: number]
    readonly answer: PrintPreview
  }
  'print:document': {
    readonly args: readonly [request: PrintRequest, boardUrl: string | null]
    readonly answer: PrintedPdf
  }
}

/** The host knows where phones find it, and how a file is saved. */
export interface PrintChannels {
  'print:address': {
    readonly args: readonly [locationId: number, screen: string | null]
    readonly answer: PhoneAddress
  }
  /** Null forgets it. */
  'print:keep-address': {
    readonly args: readonly [publicUrl: string | null]
    readonly answer: { readonly ok: true } | { readonly ok: false; readonly why: WrongAddress }
  }
  /** Codes of the store that were printed before lead nowhere from now on. */
  'print:renew-codes': { readonly args: readonly [locationId: number]; readonly answer: null }
  'print:preview': { readonly args: readonly [request: PrintRequest, pageIndex: number]; readonly answer: PrintPreview }
  'print:pdf': { readonly args: readonly [request: PrintRequest]; readonly answer: PrintedPdf }
  /** Asks where to, and writes it there. Null where the manager thought better of it. */
  'print:save': { readonly args: readonly [request: PrintRequest]; readonly answer: { readonly file: string | null } }
}
