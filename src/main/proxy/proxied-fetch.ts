import http, { type Agent, type IncomingMessage } from 'node:http'
import https from 'node:https'
import { Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import { wayTo } from './named-proxy.ts'
import { tunnelAgent } from './tunnel-agent.ts'

/** Statuses that have no body, for which `Response` takes none. */
const WITHOUT_BODY: ReadonlySet<number> = new Set([101, 103, 204, 205, 304])

/**
 * `fetch`, which goes through the proxy that `env` names for an address, and by itself where none is named. Through a proxy it takes what our
 * calls to Cova are made of: a method, plain headers, a text as body, a signal; redirects are answers. It rejects as `fetch`
 * does, with the cause below.
 */
export function proxiedFetch(env: Readonly<Record<string, string | undefined>>): typeof fetch {
  const agents = new Map<string, Agent>()
  return (input, init) => {
    const url = new URL(input instanceof Request ? input.url : input)
    const way = wayTo(url, env)
    if (way.kind !== 'proxy') return fetch(input, init)
    const key = `${url.protocol} ${way.proxy.href}`
    const agent = agents.get(key) ?? tunnelAgent(way.proxy, url.protocol, { keepAlive: true })
    agents.set(key, agent)
    return fetchBy(agent, url, init)
  }
}

function fetchBy(agent: Agent, url: URL, init: RequestInit = {}): Promise<Response> {
  const { method = 'GET', headers, body, signal } = init
  return new Promise((resolve, reject) => {
    const fail = (cause: unknown): void => reject(new TypeError('fetch failed', { cause }))
    const sent = {
      'accept-encoding': 'gzip, deflate, br',
      ...Object.fromEntries(new Headers(headers)),
      ...(typeof body === 'string' ? { 'content-length': String(Buffer.byteLength(body)) } : {})
    }
    const options = { method, headers: sent, agent, ...(signal === null || signal === undefined ? {} : { signal }) }
    const request = (url.protocol === 'http:' ? http : https).request(url, options, (answer) => {
      try {
        resolve(responseOf(answer))
      } catch (error) {
        answer.destroy()
        fail(error)
      }
    })
    request.on('error', fail)
    request.end(typeof body === 'string' ? body : undefined)
  })
}

function responseOf(answer: IncomingMessage): Response {
  const headers = new Headers()
  for (let at = 0; at + 1 < answer.rawHeaders.length; at += 2)
    headers.append(answer.rawHeaders[at]!, answer.rawHeaders[at + 1]!)
  const status = answer.statusCode ?? 500
  if (WITHOUT_BODY.has(status)) {
    answer.resume()
    return new Response(null, { status, headers })
  }
  return new Response(Readable.toWeb(unpacked(answer)) as ReadableStream<Uint8Array>, { status, headers })
}

function unpacked(answer: IncomingMessage): Readable {
  const unpacker = unpackerOf(answer.headers['content-encoding']?.trim().toLowerCase())
  if (unpacker === null) return answer
  answer.on('error', (error) => unpacker.destroy(error))
  return answer.pipe(unpacker)
}

function unpackerOf(encoding: string | undefined) {
  switch (encoding) {
    case 'gzip':
    case 'x-gzip':
      return createGunzip()
    case 'deflate':
      return createInflate()
    case 'br':
      return createBrotliDecompress()
    default:
      return null
  }
}
