/** Why a call to Cova gave no data. An expected outcome, so a value and not an exception. */
export interface CovaFailure {
  readonly code:
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
  /** One line for a store manager: what failed, and what to do where that is known. Never holds a secret. */
  readonly message: string
  readonly status: number | null
  /** How long Cova asked us to wait, or null. */
  readonly retryAfterMs: number | null
}

export type CovaResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: CovaFailure }
