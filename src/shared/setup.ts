/** First run: where the data comes from, then which location this machine shows. */

export interface CovaCredentials {
  readonly companyId: string
  readonly clientId: string
  readonly clientSecret: string
  readonly username: string
  readonly password: string
}

export type CredentialField = keyof CovaCredentials

export interface LocationChoice {
  readonly locationId: number
  readonly name: string
  readonly place: string
  /** The province or state of its address; null where that names none. */
  readonly market: { readonly market: string; readonly name: string } | null
  /** Why this location cannot be shown yet, in words; null when it can. */
  readonly problem: string | null
}

/** A display of this machine, as a person tells it from the others. */
export interface DisplayChoice {
  readonly label: string
  /** In the system's own units. */
  readonly width: number
  readonly height: number
  readonly isPrimary: boolean
}

/** What a market may keep off a board. */
export type MarketHide = 'promotions' | 'reductions' | 'potency' | 'pictures'

/** Whether the market restricts what a board shows: asked, never assumed. */
export type MarketAnswer =
  | { readonly kind: 'free' }
  /** Nothing is hidden until somebody says so in the settings. */
  | { readonly kind: 'unsure' }
  | { readonly kind: 'restricted'; readonly hides: readonly MarketHide[] }

export interface FirstRunAnswers {
  readonly market: MarketAnswer
  /** Whether each display shows a board, in the order they were offered in. */
  readonly displays: readonly boolean[]
}

export type SetupState =
  /** First run goes on in another window of this machine. */
  | { readonly phase: 'elsewhere' }
  | { readonly phase: 'choose-source' }
  | { readonly phase: 'syncing'; readonly source: 'demo' | 'cova'; readonly progress: readonly SyncProgress[] }
  | {
      readonly phase: 'choose-location'
      readonly source: 'demo' | 'cova'
      readonly locations: readonly LocationChoice[]
    }
  /** The last questions: which displays, and what the market restricts. */
  | {
      readonly phase: 'finish'
      readonly source: 'demo' | 'cova'
      readonly locationName: string
      readonly displays: readonly DisplayChoice[]
    }
  | { readonly phase: 'ready'; readonly source: 'demo' | 'cova'; readonly locationId: number }

export interface SyncProgress {
  readonly feed: string
  readonly records: number
  /** How many the last full pass had; Cova itself names no total. Absent where that is not known. */
  readonly expected?: number
  readonly done: boolean
  readonly error: string | null
}

export type SetupResult =
  /** `notice` is something to know that stops nothing, such as credentials that cannot be kept after this run. */
  | { readonly ok: true; readonly state: SetupState; readonly notice?: SetupNotice }
  | {
      readonly ok: false
      readonly field: CredentialField | null
      /** Why, for a page that says it in its own language; null where only `message` does. */
      readonly code: SetupRefusalCode | null
      readonly message: string
    }

/** What a manager should know although nothing stands in the way; `message` is one line in English. */
export interface SetupNotice {
  readonly code: 'no-key-store' | 'not-written' | 'until-end' | 'forgotten'
  readonly message: string
}

/** Causes that a manager can do something about. */
export type SetupRefusalCode =
  | 'missing'
  | 'bad-credentials'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'server-error'
  | 'bad-reply'
  | 'timeout'
  | 'unreachable'
  | 'no-answer'
  | 'set-up'
