/** First run: where the data comes from, then which location this machine shows. */
import type { EngineProblemCode } from './engine-problem.ts'

export interface CovaCredentials {
  readonly companyId: string
  readonly clientId: string
  readonly clientSecret: string
  readonly username: string
  readonly password: string
}

export type CredentialField = keyof CovaCredentials

/** Why a location's boards cannot be shown. */
export type LocationProblem =
  /** Of a country whose money is not known. */
  'currency-unknown'

export interface LocationChoice {
  readonly locationId: number
  readonly name: string
  readonly place: string
  /** The province or state of its address; null where that names none. */
  readonly market: { readonly market: string; readonly name: string } | null
  /** Why this location cannot be shown yet; null when it can. */
  readonly problem: LocationProblem | null
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
  readonly error: SyncFault | null
}

/** Why a call to Cova gave no data (docs/cova-wire.md, Errors). */
export type CovaFailureCode =
  | 'bad-credentials'
  | 'unauthorized'
  | 'forbidden'
  | 'not-found'
  | 'rate-limited'
  | 'server-error'
  | 'bad-reply'
  | 'timeout'
  | 'unreachable'
  | 'circuit-open'
  | 'cancelled'
/** Why a run of a feed failed: Cova's answer, a store that cannot write, or a fault in the program. */
export type SyncFaultCode =
  | CovaFailureCode
  | 'disk-full'
  | 'data-dir-unwritable'
  | 'database-corrupt'
  | 'database-busy'
  | 'internal-error'

/** Which part of the way to Cova failed: its name, the secure connection, this machine's network, or nobody knows. */
export type ConnectionWay = 'dns' | 'tls' | 'network' | 'other'

export interface SyncFault {
  readonly code: SyncFaultCode
  /** Where the code is `unreachable`. */
  readonly way: ConnectionWay | null
  /** One line in English, as it is written down. */
  readonly message: string
}

export type SetupResult =
  /** `notice` is something to know that stops nothing, such as credentials that cannot be kept after this run. */
  | { readonly ok: true; readonly state: SetupState; readonly notice?: SetupNotice }
  | {
      readonly ok: false
      readonly field: CredentialField | null
      /** Why, for a page that says it in its own language. */
      readonly code: SetupRefusalCode
      /** One line in English. */
      readonly message: string
    }

/** What a manager should know although nothing stands in the way; `message` is one line in English. */
export interface SetupNotice {
  readonly code: 'no-key-store' | 'not-written' | 'until-end' | 'forgotten'
  readonly message: string
}

/** What stands in the way of a step. */
export type SetupRefusalCode =
  | 'missing'
  | CovaFailureCode
  | 'no-answer'
  | 'set-up'
  | 'source-first'
  | 'store-first'
  | 'display-first'
  | 'own-store-left-out'
  | ShowStoreFault
  | EngineProblemCode

/** Why a screen of this machine does not show another store. */
export type ShowStoreFault =
  | 'not-over'
  /** The engine is about to be started. */
  | 'opening'
  | 'no-such-store'
  | LocationProblem
  | 'disk-full'
  | 'data-dir-unwritable'
