import type { CovaFailureCode } from '../../shared/setup.ts'

/** Why a call to Cova gave no data. An expected outcome, so a value and not an exception. */
export interface CovaFailure {
  readonly code: CovaFailureCode
  /** One line for a store manager: what failed, and what to do where that is known. Never holds a secret. */
  readonly message: string
  readonly status: number | null
  /** How long Cova asked us to wait, or null. */
  readonly retryAfterMs: number | null
}

export type CovaResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly failure: CovaFailure }
