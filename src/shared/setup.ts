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
  /** Why this location cannot be shown yet, in words; null when it can. */
  readonly problem: string | null
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
  | { readonly ok: true; readonly state: SetupState; readonly notice?: string }
  | { readonly ok: false; readonly field: CredentialField | null; readonly message: string }
