import type { RegisterScore } from './register.ts'

/** Where in the manager's window more is said. */
export type TodayPlace = 'health' | 'settings' | 'screens'

export interface TodayNews {
  /** Sentences about what is as it should be. */
  readonly well: readonly string[]
  /** What wants a look, the gravest first. */
  readonly wants: readonly { readonly words: string; readonly detail: string | null; readonly place: TodayPlace }[]
  /** "9:00 pm: Ferry Friday ends"; null where nothing is known to change within a week. */
  readonly nextChange: string | null
  /** The store that the next change is about; null before one is known. */
  readonly store: string | null
  /** How far boards and register agree, by the receipts that were checked and the nightly sample. */
  readonly score: RegisterScore
}

export interface TodayChannels {
  /** `locationId` is the store that the next change is about; null is this machine's. */
  'home:today': { readonly args: readonly [locationId: number | null]; readonly answer: TodayNews }
}
