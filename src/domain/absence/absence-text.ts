import type { BoardSet } from '../../shared/screen-settings.ts'
import type { Limits } from '../promotion/limits.ts'
import type { ProductAbsence } from './product-absence.ts'
import type { PromotionAbsence } from './promotion-absence.ts'

/** A reason in words: a label of a few words, what is so, and what to do about it. */
export interface AbsenceText {
  readonly label: string
  readonly reason: string
  readonly remedy: string
}

/** What sentences name and count; all of it in words already. */
export interface AbsenceSubjects {
  readonly store: string
  /** A screen within a sentence, and at the beginning of one: its name, or "the screen as delivered". */
  readonly screen: string
  readonly screenFirst: string
  readonly list: (parts: readonly string[]) => string
  readonly number: (value: string) => string
  readonly shelf: (shelfId: number) => string
  /** Whom a promotion is for, to stand after "It is": "for medical customers". */
  readonly shoppers: (shoppers: Limits['shoppers']) => string
  /** "Friday 27 November, 4:00 pm", on the store's clock, or on that of the zone where the store's is not known. */
  readonly moment: (atMs: number, timeZone?: string) => string
  /** "Friday 27 November, 4:00 pm to 9:00 pm", on the clock of that zone. */
  readonly window: (startsAtMs: number, endsAtMs: number | null, timeZone: string) => string
}

/** The reasons in one language. */
export interface AbsenceWords {
  readonly defaultScreen: string
  /** The same within a sentence. */
  readonly theDefaultScreen: string
  readonly up: string
  readonly isUp: (name: string) => string
  /** "Up on: Front window." */
  readonly upOn: (screens: string) => string
  readonly notOn: (screens: string) => string
  /** A screen with its reason behind it: "Vape corner (shows Flower only)". */
  readonly becauseOf: (screen: string, label: string) => string
  readonly shownAsLastRead: (why: string) => string
  readonly priceAsLastRead: (why: string) => string
  readonly amountsHeld: string
  readonly frozen: string
  readonly soldOutShown: string
  readonly nothingFound: (text: string) => AbsenceText
  readonly nothingYet: AbsenceText
  readonly product: (absence: ProductAbsence, about: AbsenceSubjects) => AbsenceText
  readonly promotion: (absence: PromotionAbsence, about: AbsenceSubjects) => AbsenceText
  readonly set: (set: BoardSet, about: AbsenceSubjects) => string
}
