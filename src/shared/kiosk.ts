import type { MoneyText } from './board-view.ts'

/**
 * What a kiosk is given: every amount, quantity and sentence in the words of the screen (docs/kiosk.md). Ids and quantities go
 * back as they came.
 */

/** A line of a basket, as the page keeps it and the contract writes it. */
export interface KioskLine {
  readonly productId: string
  /** "5.5". */
  readonly quantity: string
}

/** A quantity as it goes back, and as it is said: "5.5 g". */
export interface KioskQuantity {
  readonly quantity: string
  readonly said: string
}

/** Of the view's head, on a kiosk alone. */
export interface ViewKiosk {
  readonly idleSeconds: number
  readonly ageGate: KioskAgeGate | null
  /** Bands that products of this menu are in, in their order. */
  readonly potencyBands: readonly KioskBand[]
  readonly priceBands: readonly KioskBand[]
  /** Whether "on promotion" may be told. */
  readonly tellsPromotions: boolean
}

export interface KioskAgeGate {
  readonly question: string
  readonly yes: string
  readonly no: string
  /** For whoever said no. */
  readonly refusal: string
}

export interface KioskBand {
  readonly id: string
  readonly label: string
}

/** Of a product of the view, on a kiosk alone. */
export interface ViewKioskItem {
  readonly potency: string | null
  readonly price: string | null
  /** Without accents and case. */
  readonly words: readonly string[]
  /** `ticket` with whom it is for; null where that has no room, and the row tells the number of offers. */
  readonly offers: { readonly ticket: string | null; readonly count: number } | null
}

/** An offer as a product's page explains it. */
export interface KioskOffer {
  readonly promotionId: string
  /** As on a ticket: "Any 2 for $70.00". */
  readonly short: string
  /** "Any 2 from Caps for $70.00". */
  readonly headline: string
  /** "plus tax, for Members, Two for seventy, until Sunday". */
  readonly note: string
}

/** A label and its amount; the amounts of a sum stand under each other. */
export interface KioskSum {
  readonly label: string
  readonly amount: string
}

/** THC or CBD: in words, and as a stretch of the one scale that both share. */
export interface KioskContent {
  readonly text: string
  /** In per cent of the scale; null for what is not a per cent. */
  readonly bar: { readonly from: number; readonly width: number } | null
}

export interface KioskNudge {
  /** "Add 1.5 g for the 7 g price". */
  readonly words: string
  /** "7 g comes to $47.04, that is $4.29 more". */
  readonly note: string
  /** "Make it 7 g". */
  readonly action: string
  /** The step that it leads to, from 0. */
  readonly step: number
}

export interface KioskStep {
  readonly quantity: string
  /** "5.5" and "g"; "2" and nothing. */
  readonly figure: string
  readonly unit: string
  /** "5.5 g", for whoever does not see the figure. */
  readonly spoken: string
  /** The rung in force, as an index of the view's rungs; null where none of them is. */
  readonly rung: number | null
  readonly sums: readonly KioskSum[]
  /** Null where nothing prices the quantity. */
  readonly total: MoneyText | null
  readonly nudge: KioskNudge | null
  /** What is missing for offers that nearly apply: "1 more from Caps". */
  readonly missing: readonly { readonly promotionId: string; readonly needs: string }[]
}

/** A rung that has a place on the slider. */
export interface KioskTick {
  readonly step: number
  /** An index of the view's rungs. */
  readonly rung: number
  readonly label: string
}

export interface KioskSheet {
  readonly productId: string
  /** "Hybrid flower by Wickerby, Cedar shelf". */
  readonly kind: string
  readonly thc: KioskContent | null
  readonly cbd: KioskContent | null
  /** "35%": where the scale ends. */
  readonly scaleEnd: string
  readonly offers: readonly KioskOffer[]
  /** By rising quantity; empty where nothing can be had. */
  readonly steps: readonly KioskStep[]
  readonly ticks: readonly KioskTick[]
  /** Where the slider stands first. */
  readonly firstStep: number
  /** "Only 3.5 g left"; null where there is enough, or nobody knows. */
  readonly stockNote: string | null
}

export interface KioskBasketLine extends KioskQuantity {
  readonly productId: string
  readonly name: string
  /** "5.5 g at the 3.5 g price, 6.94 a gram". */
  readonly about: string
  /** Null where the line is no part of the sums. */
  readonly amount: string | null
  /** "Staff pick, 20% off: −2.40". */
  readonly offers: readonly string[]
  /** Why it is no part of the sums, or that little is left; null for neither. */
  readonly note: string | null
  /** The next quantities down and up; null where there is none. */
  readonly less: KioskQuantity | null
  readonly more: KioskQuantity | null
}

export interface KioskNearOffer {
  readonly promotionId: string
  readonly words: string
  /** What the basket would be with it, and what to call that; null where that cannot be told. */
  readonly fix: { readonly line: KioskLine & KioskQuantity; readonly label: string } | null
}

export interface KioskReward {
  readonly rewardId: string
  readonly label: string
  readonly isChosen: boolean
}

export interface KioskBasket {
  readonly lines: readonly KioskBasketLine[]
  readonly sums: readonly KioskSum[]
  readonly applied: readonly string[]
  readonly near: readonly KioskNearOffer[]
  readonly rewards: readonly KioskReward[]
  /** What to know of the reward that is chosen: where it is redeemed. */
  readonly rewardNote: string | null
  /** Null while amounts are held, and where nothing in it has a price. */
  readonly total: MoneyText | null
  /** "about $66.62". */
  readonly about: string | null
  /** What to know of the total. */
  readonly notes: readonly string[]
}

export interface KioskHandOver {
  /** "K7M 4QX". */
  readonly code: string
  /** Rows of a QR code, "1" for dark; null for a basket that is too big for one. */
  readonly rows: readonly string[] | null
  /** What stands in it. */
  readonly text: string | null
}

/** What a counter is told of a code. */
export interface CounterBasket {
  readonly lines: readonly {
    readonly productId: string
    /** Null for a product that no store here sells. */
    readonly name: string | null
    readonly skus: readonly string[]
    readonly quantity: string
    readonly unit: 'g' | 'each' | null
  }[]
}

/** Why there is no answer: a code of the contract, and English for whoever reads logs. */
export interface KioskRefusal {
  readonly ok: false
  readonly code: string
  readonly message: string
}

export type KioskReply<Answer> = { readonly ok: true; readonly answer: Answer } | KioskRefusal
