/** Where in the manager's window more is said. */
export type TodayPlace = 'health' | 'settings' | 'screens' | 'time' | 'check'

/** How far boards and register agree, from the register check. */
export interface RegisterScore {
  readonly words: string
  readonly agrees: boolean
}

export interface TodayNews {
  /** Sentences about what is as it should be. */
  readonly well: readonly string[]
  /** What wants a look, the gravest first. */
  readonly wants: readonly { readonly words: string; readonly detail: string | null; readonly place: TodayPlace }[]
  /** "9:00 pm: Ferry Friday ends"; null where nothing is known to change within a week. */
  readonly nextChange: string | null
  /** The store that the next change is about; null before one is known. */
  readonly store: string | null
  /** Null until a receipt or a nightly sample has been checked. */
  readonly score: RegisterScore | null
}

export interface TodayChannels {
  /** `locationId` is the store that the next change is about; null is this machine's. */
  'home:today': { readonly args: readonly [locationId: number | null]; readonly answer: TodayNews }
}
