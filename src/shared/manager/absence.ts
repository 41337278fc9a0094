/** "Why isn't it up?": a product or a promotion, found by name, SKU or barcode, and what keeps it off a screen. */
export type AbsenceSubject = 'product' | 'promotion'

export interface AbsenceMatch {
  readonly subject: AbsenceSubject
  readonly id: string
  readonly name: string
  /** Classification and SKU of a product, type of a promotion; in words. */
  readonly detail: string
  /** On the screen that was asked about. */
  readonly up: boolean
  /** "Up", or the first reason in a few words. */
  readonly state: string
}

export interface AbsenceFindings {
  readonly matches: readonly AbsenceMatch[]
  /** All that fit, beyond those given too. */
  readonly count: number
  /** The one whose SKU, barcode or id the text is: what a scanner meant. */
  readonly exact: { readonly subject: AbsenceSubject; readonly id: string } | null
  /** Where nothing fits: why, what to do, and names that are much like the text. */
  readonly nothing: {
    readonly reason: string
    readonly remedy: string
    readonly nearest: readonly string[]
  } | null
}

export interface AbsenceReason {
  /** Of `ProductAbsence` or `PromotionAbsence`. */
  readonly kind: string
  readonly reason: string
  readonly remedy: string
}

/** One way screens are set, and whether it shows what was asked about. */
export interface AbsenceScreen {
  /** Null for screens that nobody has set up. */
  readonly name: string | null
  readonly label: string
  readonly up: boolean
  /** "Up", or the first reason there in a few words. */
  readonly state: string
}

export interface AbsenceAnswer {
  readonly subject: AbsenceSubject
  readonly id: string
  readonly name: string
  readonly detail: string
  /** On the screen that was asked about. */
  readonly up: boolean
  /** "Copper Wren is up.", or the first reason. */
  readonly headline: string
  /** What to do about the first reason; null where it is up. */
  readonly remedy: string | null
  /** All reasons on that screen, the first one first. */
  readonly reasons: readonly AbsenceReason[]
  readonly screens: readonly AbsenceScreen[]
  /** "Up on: Front window. Not on: Vape corner (shows Flower only)." */
  readonly summary: string
  /** What else is to be known: of something that is up, or of when a remedy shows. */
  readonly notes: readonly string[]
  /** Of a promotion whose products are not up: some of them, to look up in turn. */
  readonly products: readonly { readonly id: string; readonly name: string }[]
  /** When it will be up by itself, as far as that is known: for the time machine. */
  readonly comesUp: { readonly at: string; readonly label: string } | null
}

export interface AbsenceChannels {
  /** `screen` is a name of the settings' `screens`; null for screens that nobody has set up. */
  'absence:search': {
    readonly args: readonly [locationId: number, screen: string | null, text: string]
    readonly answer: AbsenceFindings
  }
  'absence:product': {
    readonly args: readonly [locationId: number, screen: string | null, productId: string]
    readonly answer: AbsenceAnswer
  }
  'absence:promotion': {
    readonly args: readonly [locationId: number, screen: string | null, promotionId: string]
    readonly answer: AbsenceAnswer
  }
}
