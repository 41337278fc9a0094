import { request as requestPlainly, type IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { isIP } from 'node:net'
import { lookupPublicOnly, PrivateAddressError, type ResolveHost, resolveBySystem } from './checked-lookup.ts'
import type { PictureRefusal } from '../../shared/problem.ts'
import { isPublicAddress } from './public-address.ts'

const MOST_REDIRECTS = 3
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])
const TYPES: ReadonlySet<string> = new Set([
  'image/jpeg',
  'image/jpg',
  'image/pjpeg',
  'image/png',
  'image/webp',
  'image/avif'
])

export interface FetchRules {
  /**
   * The one origin that may be plain HTTP and on any address: the demo store's own, which runs inside the engine. Null for
   * every other source.
   */
  readonly trustedOrigin: string | null
  readonly resolve?: ResolveHost
  /** For the whole exchange, redirects and body included. */
  readonly timeoutMs?: number
  readonly mostBytes?: number
}

export type FetchedPicture =
  | { readonly ok: true; readonly bytes: Uint8Array }
  | { readonly ok: false; readonly refusal: PictureRefusal }

/**
 * One picture as it is out there, unchecked but for its size and what it says it is (docs/pictures.md, What is refused).
 * Rejects only where `signal` ended it.
 */
export async function fetchPicture(address: string, rules: FetchRules, signal: AbortSignal): Promise<FetchedPicture> {
  const timeout = AbortSignal.timeout(rules.timeoutMs ?? 30_000)
  const either = AbortSignal.any([signal, timeout])
  try {
    return await follow(address, rules, either)
  } catch (error) {
    signal.throwIfAborted()
    if (timeout.aborted) return refused('too-slow')
    return refused(error instanceof PrivateAddressError ? 'private-address' : 'unreachable')
  }
}

async function follow(address: string, rules: FetchRules, signal: AbortSignal): Promise<FetchedPicture> {
  let next = address
  let from: URL | undefined
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const url = URL.canParse(next, from) ? new URL(next, from) : null
    const refusal = url === null ? 'bad-address' : refusalOf(url, rules)
    if (url === null || refusal !== null) return refused(refusal ?? 'bad-address')
    const reply = await ask(url, rules, signal)
    try {
      const { statusCode = 0, headers } = reply
      if (!REDIRECTS.has(statusCode)) return await pictureOf(reply, rules, signal)
      if (headers.location === undefined) return refused('bad-status')
      next = headers.location
      from = url
    } finally {
      reply.destroy()
    }
  }
  return refused('too-many-redirects')
}

/** What can be told before anybody is asked. Names are told by the connection's own look-up. */
function refusalOf(url: URL, { trustedOrigin }: FetchRules): PictureRefusal | null {
  if (url.username !== '' || url.password !== '') return 'bad-address'
  if (trustedOrigin !== null && url.origin === trustedOrigin) return null
  if (url.protocol !== 'https:') return 'not-https'
  // A connection to an address resolves nothing.
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  return isIP(host) !== 0 && !isPublicAddress(host) ? 'private-address' : null
}

function ask(url: URL, rules: FetchRules, signal: AbortSignal): Promise<IncomingMessage> {
  const options = {
    // A connection of its own, so that none that was not checked is used again.
    agent: false as const,
    autoSelectFamily: true,
    signal,
    headers: { accept: [...TYPES].join(', '), 'accept-encoding': 'identity', 'user-agent': 'Topshelf' }
  }
  return new Promise((resolve, reject) => {
    const sent =
      url.origin === rules.trustedOrigin
        ? (url.protocol === 'https:' ? request : requestPlainly)(url, options)
        : request(url, { ...options, lookup: lookupPublicOnly(rules.resolve ?? resolveBySystem) })
    sent.on('response', resolve)
    sent.on('error', reject)
    sent.end()
  })
}

async function pictureOf(
  reply: IncomingMessage,
  { mostBytes = 10_000_000 }: FetchRules,
  signal: AbortSignal
): Promise<FetchedPicture> {
  const { statusCode = 0, headers } = reply
  if (statusCode === 429 || statusCode >= 500) return refused('busy-status')
  if (statusCode !== 200) return refused('bad-status')
  const type = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? ''
  if (!TYPES.has(type) || (headers['content-encoding'] ?? 'identity') !== 'identity') return refused('wrong-type')
  if (Number(headers['content-length'] ?? 0) > mostBytes) return refused('too-large')
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of reply as AsyncIterable<Buffer>) {
    bytes += chunk.length
    if (bytes > mostBytes) return refused('too-large')
    chunks.push(chunk)
  }
  // A reply that was cut off, or whose time was up, ends like a whole one.
  signal.throwIfAborted()
  return reply.complete ? { ok: true, bytes: Buffer.concat(chunks) } : refused('unreachable')
}

function refused(refusal: PictureRefusal): FetchedPicture {
  return { ok: false, refusal }
}
