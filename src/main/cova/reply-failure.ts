import { isObject } from './schemas/fields.ts'
import type { CovaFailureCode } from '../../shared/setup.ts'
import type { CovaFailure } from './cova-failure.ts'
import type { HttpReply } from './http-exchange.ts'
import { retryAfterMsOf } from './retry-after.ts'
import { quoteOf } from './secret-redaction.ts'

/** The one permission that the data feeds of a menu board stand under; Cova gives it on request. */
export const DATA_PERMISSION = 'Manage Dispensary Specific Elements'

export interface ReplyContext {
  /** As it stands in a sentence: "the catalogue". */
  readonly subject: string
  /** As it stands in a sentence: "the pricing service". */
  readonly service: string
  readonly secrets: readonly string[]
  /** Server time now, for a Retry-After that is a date. */
  readonly serverNowMs: number
}

/** The failure of a reply whose status is not 2xx; null for one that is. Quotes what the server said, without secrets. */
export function statusFailureOf(reply: HttpReply, context: ReplyContext): CovaFailure | null {
  const { status } = reply
  if (status >= 200 && status < 300) return null
  const { subject, service } = context
  const said = saidIn(reply.text, context.secrets)
  const retryAfterMs = retryAfterMsOf(status, reply.headers.get('retry-after'), context.serverNowMs)
  const failure = (code: CovaFailureCode, words: string, waitMs: number | null = null): CovaFailure => ({
    code,
    message: said === '' ? words : `${words} Cova says: ${said}`,
    status,
    retryAfterMs: waitMs
  })
  if (status === 401) {
    return failure('unauthorized', `Cova does not accept its own new token for ${subject} (401). Ask Cova whether the API user is enabled.`) // oxfmt-ignore
  }
  if (status === 403) {
    return failure('forbidden', `Cova refuses ${subject} to this API user (403). Ask Cova for the permission "${DATA_PERMISSION}" and for access to ${service}.`) // oxfmt-ignore
  }
  if (status === 404) {
    return failure('not-found', `Cova does not know ${subject} at this address (404). Check the company id and the API address.`) // oxfmt-ignore
  }
  if (status === 429) {
    const seconds = Math.ceil((retryAfterMs ?? 0) / 1000)
    return failure('rate-limited', `Cova limits how often ${subject} may be asked for (429); waiting ${seconds} s.`, retryAfterMs) // oxfmt-ignore
  }
  if (status === 408) return failure('timeout', `Cova gave up waiting for the request for ${subject} (408).`)
  if (status >= 500) {
    return failure('server-error', `Cova failed while answering for ${subject} (${status}).`, retryAfterMs)
  }
  if (status < 400) {
    return failure('bad-reply', `Cova sends the request for ${subject} elsewhere (${status}). Check the API address.`)
  }
  return failure('bad-reply', `Cova does not accept the request for ${subject} (${status}).`)
}

/** What an error body says: one of the known fields, or its beginning. */
export function saidIn(text: string, secrets: readonly string[]): string {
  let said: unknown = null
  try {
    const body: unknown = JSON.parse(text)
    if (isObject(body)) {
      said = body['Message'] ?? body['message'] ?? body['error_description'] ?? body['error']
    } else if (typeof body === 'string') said = body
  } catch {
    if (looksLikeHtml(text)) return titleOf(text, secrets)
  }
  return quoteOf(typeof said === 'string' && said.trim() !== '' ? said : text, secrets)
}

/** A failure for a 2xx reply that is not what was asked for. `what` says where it is wrong; it may name the start. */
export function badReply(reply: HttpReply, subject: string, what: string): CovaFailure {
  return { code: 'bad-reply', message: `The answer for ${subject} ${what}.`, status: reply.status, retryAfterMs: null }
}

/**
 * The JSON of a reply, or in words why it is none. The parser's own message would quote the reply uncleaned. Where
 * `mayQuote` is false nothing of data is quoted: it may hold a secret that nobody knows yet.
 */
export function jsonOf(
  text: string,
  secrets: readonly string[],
  mayQuote = true
): { readonly json: unknown } | { readonly what: string } {
  if (text.trim() === '') return { what: 'is empty' }
  try {
    return { json: JSON.parse(text) }
  } catch (error) {
    const start = quoteOf(text, secrets).slice(0, 80)
    if (looksLikeHtml(text)) return { what: `is a web page and not data, starting with "${start}"` }
    const quoted = mayQuote ? `, starting with "${start}"` : ''
    const message = error instanceof Error ? error.message : ''
    const isCut = /end of JSON|Unterminated|after (?:array element|property)|Expected .* in JSON at position/i.test(
      message
    )
    if (isCut && /^\s*[[{]/.test(text) && endsEarly(message, text)) {
      return { what: `is cut off after ${text.length} characters${quoted}` }
    }
    return { what: `is not JSON${quoted}` }
  }
}

function endsEarly(message: string, text: string): boolean {
  const position = /position (\d+)/.exec(message)?.[1]
  return position === undefined || Number(position) >= text.length - 1
}

const looksLikeHtml = (text: string): boolean => /^[\s\uFEFF]*</.test(text)

function titleOf(html: string, secrets: readonly string[]): string {
  const title = /<title[^>]*>([^<]*)/i.exec(html.slice(0, 4096))?.[1] ?? ''
  return quoteOf(title, secrets)
}
