import type { CovaFailureCode } from '../../shared/setup.ts'
import type { CovaFailure, CovaResult } from './cova-failure.ts'
import { transportFaultOf } from './transport-failure.ts'

export interface HttpRequest {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  /** What is asked for, as it stands in a sentence: "the catalogue". */
  readonly subject: string
  /** For the whole exchange, body included. */
  readonly timeoutMs: number
}

export interface HttpReply {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly sentAtMs: number
  /** When the headers came. */
  readonly receivedAtMs: number
}

export interface HttpLimits {
  readonly fetch: typeof fetch
  readonly nowMs: () => number
  /** How long a body may pause. */
  readonly stallTimeoutMs: number
  /** After unpacking. */
  readonly maxBodyBytes: number
}

type Stop = 'cancelled' | 'timeout' | 'stalled' | 'too-large'

/** A failure without a reply. */
export function failureOf(code: CovaFailureCode, message: string): { readonly ok: false; failure: CovaFailure } {
  return { ok: false, failure: { code, message, status: null, retryAfterMs: null } }
}

/**
 * One HTTP exchange, its body read whole, within its time and size. Any status is a reply; only what gave none is a
 * failure. Redirects are not followed: they would carry credentials to another place.
 */
export async function exchange(
  request: HttpRequest,
  limits: HttpLimits,
  signal: AbortSignal | undefined
): Promise<CovaResult<HttpReply>> {
  const abort = new AbortController()
  let stopped: Stop | null = null
  const stop = (why: Stop) => {
    stopped ??= why
    abort.abort()
  }
  const onCancel = () => stop('cancelled')
  if (signal?.aborted === true) return stopFailure('cancelled', request, limits)
  signal?.addEventListener('abort', onCancel, { once: true })
  const timer = setTimeout(() => stop('timeout'), request.timeoutMs)
  try {
    const sentAtMs = limits.nowMs()
    const { url, method, headers, body } = request
    const response = await limits.fetch(url, { method, headers, body, redirect: 'manual', signal: abort.signal })
    const receivedAtMs = limits.nowMs()
    const text = await readBody(response, limits, stop)
    // A stop in the last moment: what was read may be half of it.
    if (stopped !== null) return stopFailure(stopped, request, limits)
    return { ok: true, value: { status: response.status, headers: response.headers, text, sentAtMs, receivedAtMs } }
  } catch (error) {
    if (stopped !== null) return stopFailure(stopped, request, limits)
    const fault = transportFaultOf(error)
    return failureOf(fault.code, `Cannot get ${request.subject} from ${hostOf(request.url)}: ${fault.words}.`)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', onCancel)
  }
}

async function readBody(response: Response, limits: HttpLimits, stop: (why: Stop) => void): Promise<string> {
  if (response.body === null) return ''
  const reader = response.body.getReader()
  const chunks: Uint8Array[] = []
  let size = 0
  let timer: NodeJS.Timeout | undefined
  try {
    for (;;) {
      timer = setTimeout(() => stop('stalled'), limits.stallTimeoutMs)
      const { done, value } = await reader.read()
      clearTimeout(timer)
      if (done) break
      size += value.byteLength
      if (size > limits.maxBodyBytes) {
        stop('too-large')
        return ''
      }
      chunks.push(value)
    }
  } finally {
    clearTimeout(timer)
  }
  return new TextDecoder().decode(Buffer.concat(chunks, size))
}

function stopFailure(
  why: Stop,
  request: HttpRequest,
  limits: HttpLimits
): { readonly ok: false; failure: CovaFailure } {
  const host = hostOf(request.url)
  switch (why) {
    case 'cancelled':
      return failureOf('cancelled', `Asking Cova for ${request.subject} was cancelled.`)
    case 'timeout':
      return failureOf(
        'timeout',
        `${host} did not answer within ${secondsOf(request.timeoutMs)} when asked for ${request.subject}.`
      )
    case 'stalled':
      return failureOf(
        'timeout',
        `${host} sent nothing for ${secondsOf(limits.stallTimeoutMs)} in the middle of ${request.subject}.`
      )
    case 'too-large':
      return failureOf(
        'bad-reply',
        `The answer for ${request.subject} is larger than ${Math.floor(limits.maxBodyBytes / 1_048_576)} MB.`
      )
  }
}

const secondsOf = (ms: number): string => (ms < 1000 ? `${ms} ms` : `${Math.round(ms / 1000)} s`)

/** Only the host: an address may hold a user name and a password. */
export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).host : 'the address'
}
