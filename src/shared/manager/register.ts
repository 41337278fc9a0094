/** A time of day, and the day where it is not today. */
export interface MomentInWords {
  readonly day: string | null
  readonly time: string
}

/** A line of a receipt beside what the board said at that instant, in words. */
export interface CheckedLineInWords {
  readonly lineNumber: number
  readonly receipt: string | null
  /** As the register calls it. */
  readonly product: string
  readonly productId: string | null
  readonly productName: string | null
  readonly quantity: string
  readonly isReturn: boolean
  /** Null where the store's zone is unknown. */
  readonly soldAt: MomentInWords | null
  readonly charged: string | null
  readonly promised: string | null
  /** Both amounts are without the taxes, because the register tells no other. */
  readonly isBeforeTax: boolean
  /** `over`: the board promised less than was charged. */
  readonly kind: 'over' | 'under' | 'agrees' | 'unchecked'
  /** "$2.91 more than the board said"; null where there is none. */
  readonly difference: string | null
  /** The likely cause, a sentence. */
  readonly cause: string
}

/** What a check found, in figures. */
export interface CheckCounts {
  readonly lines: number
  readonly agreed: number
  readonly over: number
  readonly under: number
  readonly unchecked: number
  /** Lines of the report that could not be read. */
  readonly malformed: number
}

/** The end of a check. */
export interface CheckSummary {
  readonly counts: CheckCounts
  /** "4,981 of 5,003 lines agree with the board." */
  readonly headline: string
  /** What was charged beyond the board in all, and below it; null for none. */
  readonly overText: string | null
  readonly underText: string | null
}

/** What a column of a report can be. Whatever else a report has is never kept. */
export type ReportColumn =
  | 'receipt'
  | 'date'
  | 'time'
  /** SKU, barcode or Cova's product id. */
  | 'code'
  | 'name'
  | 'quantity'
  | 'unitPrice'
  | 'amount'
  | 'discount'
  | 'tax'
  | 'total'

export type ReportColumns = Readonly<Partial<Record<ReportColumn, string>>>

/** How dates are written: year first, month first, day first. */
export type DateOrder = 'ymd' | 'mdy' | 'dmy'

/** How the register's report is read, remembered from one import to the next. */
export interface RegisterReport {
  /** Header by column. */
  readonly columns: ReportColumns
  readonly dateOrder: DateOrder
  readonly decimals: 'point' | 'comma'
  /** True: it tells days alone, and a line is compared with everything the board showed on its day. */
  readonly byDay?: boolean
}

/** As the page asks for it; a null order is the only one that fits. */
export type AskedReport = Omit<RegisterReport, 'dateOrder'> & { readonly dateOrder: DateOrder | null }

/** A column of the file as the mapping step offers it. */
export interface OfferedHeader {
  readonly header: string
  /** First values, a few; empty for a column that may be about a customer. */
  readonly samples: readonly string[]
  /** Looks like something about the customer: it cannot be chosen and is never kept. */
  readonly isAboutCustomer: boolean
}

export interface ImportBegun {
  readonly importId: string
  readonly headers: readonly OfferedHeader[]
  readonly suggested: ReportColumns
  /** Null: ask, the sample fits several. */
  readonly dateOrder: DateOrder | null
  /** Those that fit the sample, each with the first date as it would be read: "March 4, 2026". */
  readonly dateOrders: readonly { readonly order: DateOrder; readonly example: string }[]
  readonly decimals: 'point' | 'comma' | null
  /** False: its dates tell the day alone, and no column that is known tells the time. */
  readonly tellsTime: boolean
  /** As it was compared the last time. */
  readonly suggestedByDay: boolean
  readonly delimiter: ',' | ';' | '\t' | '|'
  /** True: this report was imported before, and the remembered mapping fits. */
  readonly isRemembered: boolean
}

export interface MalformedLine {
  readonly lineNumber: number
  readonly why: string
}

export interface ImportProgress {
  readonly lines: number
  readonly counts: CheckCounts
  /** "12,400 lines checked, 3 differ" */
  readonly text: string
}

export interface ImportEnded {
  readonly checkId: number | null
  readonly summary: CheckSummary
  /** The first of them; the counts are of all. */
  readonly malformed: readonly MalformedLine[]
  /** What keeps the check from being whole, in words; null for nothing. */
  readonly problem: string | null
  /** How its lines were compared, where that is not by their minute; null where it is. */
  readonly note: string | null
}

export interface ImportPage {
  readonly lines: readonly CheckedLineInWords[]
  readonly total: number
}

export interface TypedLine {
  readonly product: string
  /** Typed as the store writes numbers: "3.5", "3,5". */
  readonly quantity: string
  /** Before tax. */
  readonly amount: string
  /** With tax; null or empty where the receipt does not say. */
  readonly total: string | null
}

export interface TypedReceipt {
  readonly locationId: number
  /** "2026-11-21" */
  readonly day: string
  /** Of the day, by the store's clock. */
  readonly minute: number
  /** As the receipt has it; null where nobody typed one. */
  readonly receipt: string | null
  readonly lines: readonly TypedLine[]
}

export interface CheckedReceipt {
  /** Null where its figures could not be kept. */
  readonly checkId: number | null
  readonly lines: readonly CheckedLineInWords[]
  readonly summary: CheckSummary
  /** "It takes the place of the same receipt, checked at 11:56 am."; null where none was. */
  readonly replaced: string | null
}

export interface FoundRegisterProduct {
  readonly productId: string
  readonly name: string
  readonly sku: string | null
}

export interface SampleNews {
  /** "At 3:12 am: 50 products fetched again from Cova, all as stored." */
  readonly text: string
  readonly checked: number
  readonly differed: number
  readonly failed: boolean
}

/** For the home view. */
export interface RegisterScore {
  /** "99.6%" of checked lines over 30 days agree to the cent; null: nothing has been checked. */
  readonly share: string | null
  readonly lines: number
  readonly agreed: number
  readonly text: string
  readonly sample: SampleNews
}

export interface RegisterChannels {
  /** Today, this minute and the language's money for an empty receipt. */
  'register:blank': {
    readonly args: readonly [locationId: number]
    readonly answer: { readonly day: string; readonly minute: number; readonly earliestDay: string }
  }
  /** Products by a part of their name, a SKU or a barcode. */
  'register:find': {
    readonly args: readonly [locationId: number, text: string]
    readonly answer: readonly FoundRegisterProduct[]
  }
  'register:check-lines': { readonly args: readonly [receipt: TypedReceipt]; readonly answer: CheckedReceipt }
  /** The first piece of the file, as text: header and some lines. Nothing is checked yet. */
  'register:import-begin': {
    readonly args: readonly [locationId: number, fileName: string, bytes: number, head: string]
    readonly answer: ImportBegun
  }
  /** Says how the file is read, and answers how it will be. Refused beside the column that is wrong. */
  'register:import-map': {
    readonly args: readonly [importId: string, report: AskedReport]
    readonly answer: RegisterReport
  }
  /** Pieces of the file in order, from its start. */
  'register:import-chunk': {
    readonly args: readonly [importId: string, index: number, text: string]
    readonly answer: ImportProgress
  }
  'register:import-end': { readonly args: readonly [importId: string]; readonly answer: ImportEnded }
  'register:import-cancel': { readonly args: readonly [importId: string]; readonly answer: null }
  /** Lines that differ or could not be checked, worst first. */
  'register:import-lines': {
    readonly args: readonly [importId: string, from: number, count: number]
    readonly answer: ImportPage
  }
  /** Takes a check out of the score: one that was typed wrongly. */
  'register:forget-check': { readonly args: readonly [checkId: number]; readonly answer: null }
  'register:score': { readonly args: readonly []; readonly answer: RegisterScore }
  /** Fetches a sample afresh from Cova and compares it with what is stored. */
  'register:sample-now': { readonly args: readonly []; readonly answer: SampleNews }
}

export interface RegisterHostChannels {
  /** Keeps how the register's report is read. */
  'register:remember': { readonly args: readonly [report: RegisterReport]; readonly answer: null }
}
