import type { RegisterScore } from './register.ts'

/** Something that wants a look, and where more is said. */
export interface Want {
  readonly words: string
  readonly detail: string | null
  readonly place: TodayPlace
}

/** Where in the manager's window more is said. */
export type TodayPlace = 'health' | 'problems' | 'quarantine' | 'settings' | 'screens'

export interface TodayNews {
  /** Sentences about what is as it should be in the feeds. */
  readonly well: readonly string[]
  /** What wants a look, the gravest first. */
  readonly wants: readonly Want[]
  /** "9:00 pm: Ferry Friday ends"; null where nothing is known to change within a week. */
  readonly nextChange: string | null
  /** The store that the next change is about; null before one is known. */
  readonly store: string | null
  /** How far boards and register agree, by the receipts that were checked and the nightly sample. */
  readonly score: RegisterScore
}

/** What the host knows, with or without an engine. */
export interface MachineNews {
  /** Sentences about what is as it should be. */
  readonly well: readonly string[]
  /** What wants a look, the gravest first; graver than what the engine has to say. */
  readonly wants: readonly Want[]
}

/** Answered by the engine. */
export interface TodayChannels {
  /** `locationId` is the store that the next change is about; null is this machine's. */
  'home:today': { readonly args: readonly [locationId: number | null]; readonly answer: TodayNews }
}

/** Answered by the host. */
export interface TodayHostChannels {
  'home:machine': { readonly args: readonly []; readonly answer: MachineNews }
}
