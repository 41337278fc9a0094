import type { SetupResult } from '../../shared/setup.ts'
import type { SetupWords } from './setup-words.ts'

export interface SetupFailure {
  /** In the page's language where the cause is a known one. */
  readonly message: string
  /** The program's own words, where they say more. */
  readonly detail: string | null
  readonly field: Extract<SetupResult, { ok: false }>['field']
}

/** The host's answer; one that does not come is a refusal too. */
export async function answerOf(call: () => Promise<SetupResult>): Promise<SetupResult> {
  try {
    return await call()
  } catch {
    return { ok: false, field: null, code: 'no-answer', message: '' }
  }
}

/** A refusal as the page says it. */
export function failureOf(refusal: Extract<SetupResult, { ok: false }>, words: SetupWords): SetupFailure {
  const { field, code, message } = refusal
  if (code === null) return { message, detail: null, field }
  if (code === 'missing' && field !== null)
    return { message: words.fieldMissing(words.fields[field]), detail: null, field }
  return { message: words.refusals[code], detail: message === '' || code === 'no-answer' ? null : message, field }
}
