import type { ChosenInstant } from './time-machine.ts'

/** How a step's amount stands to what is paid. */
export type StepPart =
  /** Added up with the others that count, it makes what is paid. */
  | 'counts'
  /** Another amount has taken its place. */
  | 'replaced'
  /** Contained in what is paid; those inside make it up as well. */
  | 'inside'
  /** Says something and has no amount. */
  | 'says'

export interface ExplanationStep {
  readonly kind: 'record' | 'sale' | 'group' | 'group-sale' | 'rounding' | 'deal' | 'net' | 'tax' | 'note'
  readonly part: StepPart
  readonly title: string
  /** The cause, in a sentence. */
  readonly text: string
  /** "47.00", "+0.005"; null where there is none. */
  readonly amount: string | null
  /** The same as a decimal. */
  readonly exact: string | null
}

/** One condition of a promotion. */
export interface ConditionLine {
  /** "In Flower: no, it is in Pre-rolls" */
  readonly text: string
  /** Null where the catalogue does not say. */
  readonly holds: boolean | null
}

export interface PromotionNote {
  readonly promotionId: string
  readonly name: string
  readonly isOn: boolean
  /** Whether it is on, and what it does to this price or why nothing. */
  readonly text: string
  /** What it offers and to whom; null where that is not known. */
  readonly offer: string | null
  readonly conditions: readonly ConditionLine[]
}

/** How one price of a screen came to be, in words. */
export interface Explanation {
  /** "Why is any 7 g from Cedar shelf" */
  readonly question: string
  /** "$47.04?" */
  readonly answer: string
  readonly steps: readonly ExplanationStep[]
  readonly notUsed: { readonly title: string; readonly lines: readonly string[] }
  /** Amounts are null while the location's are held. */
  readonly youPay: { readonly title: string; readonly amount: string | null; readonly exact: string | null }
  /** "52.64 from Sunday 29 November, 11:59 pm," and "when the sale ends."; null while amounts are held. */
  readonly next: { readonly lead: string | null; readonly text: string } | null
  /** What the register said when the product was last fetched again; null where it was not. */
  readonly register: { readonly lead: string; readonly text: string } | null
  readonly promotions: { readonly title: string; readonly notes: readonly PromotionNote[] }
  /** What else to look at: products of a shelf that differ, for one. */
  readonly remarks: readonly string[]
}

export interface ExplainedPrice {
  readonly explanation: Explanation
  /** What the explanation was made from, as JSON to read. */
  readonly record: string
  /** The explanation as plain text. */
  readonly text: string
  /** The group whose price the screen shows beside this one, to be asked for in its turn. */
  readonly group: { readonly groupId: number; readonly label: string } | null
}

export interface ExplanationChannels {
  /** Why a price on a screen is what it is. */
  'price:explain': {
    readonly args: readonly [
      question: {
        readonly locationId: number
        /** A name of the settings' screens; null is a screen that nobody has set up. */
        readonly screen: string | null
        readonly at: ChosenInstant
        /** Of the cell that was picked: one, or those of its shelf. */
        readonly productIds: readonly string[]
        /** As the cell says it; null where it says none. */
        readonly quantity: string | null
        /** Everybody's price, or that of the screen's group. */
        readonly payer: 'everybody' | 'group'
      }
    ]
    readonly answer: ExplainedPrice
  }
}
