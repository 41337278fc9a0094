import type { SetupRefusalCode, SetupResult } from '../../shared/setup.ts'
import type { SetupWords } from './setup-words.ts'

export interface SetupFailure {
  /** In the page's language. */
  readonly message: string
  /** The program's own line, where it says more. */
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

/** Of these the program's own line has what nobody can translate: what Cova said, a path, a fault. */
const QUOTED: ReadonlySet<SetupRefusalCode> = new Set([
  'bad-credentials',
  'unauthorized',
  'forbidden',
  'not-found',
  'rate-limited',
  'server-error',
  'bad-reply',
  'timeout',
  'unreachable',
  'disk-full',
  'data-dir-unwritable',
  'database-newer',
  'writer-busy',
  'engine-failed'
])

/** A refusal as the page says it. */
export function failureOf(refusal: Extract<SetupResult, { ok: false }>, words: SetupWords): SetupFailure {
  const { field, code, message } = refusal
  if (code === 'missing' && field !== null)
    return { message: words.fieldMissing(words.fields[field]), detail: null, field }
  const detail = QUOTED.has(code) && message !== '' ? words.systemSays(message) : null
  return { message: words.refusals[code], detail, field }
}
