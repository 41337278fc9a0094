import { z } from 'zod'
import type { CovaSettings } from './cova-client.types.ts'
import type { CovaFailure, CovaResult } from './cova-failure.ts'
import { failureOf, type HttpReply, type HttpRequest } from './http-exchange.ts'
import { badReply, jsonOf, saidIn, statusFailureOf } from './reply-failure.ts'
import { reasonOf } from './schemas/rejected-record.ts'
import type { ServicePolicy } from './service-policy.ts'

const SUBJECT = 'a log-in'
/** Renewed this long before its end, or at nine tenths of a short life. */
const RENEWAL_MARGIN_MS = 300_000
/** For a reply without expires_in; a token that ends sooner shows itself by a 401. */
const UNSTATED_LIFE_S = 3600

const tokenSchema = z.object({
  // Whatever else comes would not pass as a header, and fetch would quote it in its error.
  access_token: z.string().regex(/^[\x21-\x7e]+$/, { error: 'not a token' }),
  expires_in: z.coerce.number().positive().max(31_536_000).catch(UNSTATED_LIFE_S)
})

export interface TokenSource {
  /** The token in hand while it lives, else a new one. All who wait share one log-in. */
  readonly token: (signal: AbortSignal | undefined) => Promise<CovaResult<string>>
  /** Forgets a token that a data call was refused with, unless it was replaced in the meantime. */
  readonly drop: (token: string) => void
  /** Everything that must not show in a message. */
  readonly secrets: () => readonly string[]
}

export interface TokenSourceOptions {
  readonly settings: CovaSettings
  readonly policy: ServicePolicy
  readonly send: (request: HttpRequest, signal: AbortSignal) => Promise<CovaResult<HttpReply>>
  readonly noteReply: (reply: HttpReply) => void
  readonly nowMs: () => number
  readonly serverNowMs: () => number
  readonly timeoutMs: number
}

interface HeldToken {
  readonly value: string
  readonly obtainedAtMs: number
  readonly renewAtMs: number
}

interface Login {
  readonly result: Promise<CovaResult<string>>
  readonly abort: AbortController
  waiting: number
}

/** Password-grant tokens (wire, "Token"): held for their life, renewed by logging in again, one log-in at a time. */
export function createTokenSource(options: TokenSourceOptions): TokenSource {
  const { settings, nowMs } = options
  let held: HeldToken | null = null
  let login: Login | null = null
  // Late replies may still echo the token before.
  let issued: readonly string[] = []

  const logIn = async (signal: AbortSignal): Promise<CovaResult<string>> => {
    const result = await options.policy.run(async () => ({ result: await askOnce(signal) }), { signal })
    if (!result.ok) return result
    const { value, lifeMs } = result.value
    const obtainedAtMs = nowMs()
    held = { value, obtainedAtMs, renewAtMs: obtainedAtMs + lifeMs - Math.min(RENEWAL_MARGIN_MS, lifeMs / 10) }
    issued = [value, ...issued].slice(0, 3)
    return { ok: true, value }
  }

  const askOnce = async (signal: AbortSignal): Promise<CovaResult<{ value: string; lifeMs: number }>> => {
    const reply = await options.send(tokenRequestOf(settings, options.timeoutMs), signal)
    if (!reply.ok) return reply
    const { value } = reply
    const secrets = secretsOf(settings, issued)
    const failure = loginFailureOf(value, secrets, options.serverNowMs())
    if (failure !== null) return { ok: false, failure }
    // A new token may stand in it, which no list has yet.
    const body = jsonOf(value.text, secrets, false)
    if ('what' in body) return { ok: false, failure: badReply(value, SUBJECT, body.what) }
    options.noteReply(value)
    const checked = tokenSchema.safeParse(body.json)
    if (!checked.success) return { ok: false, failure: badReply(value, SUBJECT, `has ${reasonOf(checked.error)}`) }
    return { ok: true, value: { value: checked.data.access_token, lifeMs: checked.data.expires_in * 1000 } }
  }

  const sharedLogIn = (): Login => {
    if (login !== null) return login
    const abort = new AbortController()
    const own: Login = {
      abort,
      waiting: 0,
      result: logIn(abort.signal).finally(() => {
        if (login === own) login = null
      })
    }
    login = own
    return own
  }

  return {
    token: async (signal) => {
      if (signal?.aborted === true) return failureOf('cancelled', 'The log-in was cancelled.')
      const now = nowMs()
      // A clock that was set back tells nothing about the token's age.
      if (held !== null && now >= held.obtainedAtMs && now < held.renewAtMs) return { ok: true, value: held.value }
      const shared = sharedLogIn()
      shared.waiting += 1
      try {
        return await unlessCancelled(shared.result, signal)
      } finally {
        shared.waiting -= 1
        // One who gives up does not take the log-in from the others.
        if (shared.waiting === 0) {
          shared.abort.abort()
          if (login === shared) login = null
        }
      }
    },
    drop: (token) => {
      if (held?.value === token) held = null
    },
    secrets: () => secretsOf(settings, issued)
  }
}

function secretsOf(settings: CovaSettings, issued: readonly string[]): readonly string[] {
  return [settings.clientSecret, settings.password, settings.username, settings.clientId, ...issued]
}

function tokenRequestOf(settings: CovaSettings, timeoutMs: number): HttpRequest {
  const form = new URLSearchParams({
    grant_type: 'password',
    client_id: settings.clientId,
    client_secret: settings.clientSecret,
    username: settings.username,
    password: settings.password
  })
  return {
    url: settings.tokenUrl,
    method: 'POST',
    headers: { Accept: 'application/json', 'Content-Type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
    subject: SUBJECT,
    timeoutMs
  }
}

function loginFailureOf(reply: HttpReply, secrets: readonly string[], serverNowMs: number): CovaFailure | null {
  const { status } = reply
  if (status === 400 || status === 401) {
    const said = saidIn(reply.text, secrets)
    const message =
      `Cova does not accept the credentials (${status}). Check client id, client secret, user name and password.` +
      (said === '' ? '' : ` Cova says: ${said}`)
    return { code: 'bad-credentials', message, status, retryAfterMs: null }
  }
  const failure = statusFailureOf(reply, { subject: SUBJECT, service: 'the Cova API', secrets, serverNowMs })
  if (failure?.code !== 'not-found') return failure
  return { ...failure, message: `There is no log-in at the token address (404). Check the token URL.` }
}

async function unlessCancelled<T>(
  work: Promise<CovaResult<T>>,
  signal: AbortSignal | undefined
): Promise<CovaResult<T>> {
  if (signal === undefined) return work
  const done = new AbortController()
  const cancelled = new Promise<CovaResult<T>>((resolve) => {
    const giveUp = () => resolve(failureOf('cancelled', 'The log-in was cancelled.'))
    signal.addEventListener('abort', giveUp, { once: true, signal: done.signal })
  })
  try {
    return await Promise.race([work, cancelled])
  } finally {
    done.abort()
  }
}
