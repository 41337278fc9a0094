import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { answerCall, callOf, type Call, type CallContext } from './calls.ts'
import { demoStateOf } from './demo-state.ts'
import type { DemoRequest, DemoStore, DemoStoreOptions } from './demo-store.types.ts'
import { faultDeskOf, faultOf } from './faults.ts'
import { answerHeroShot } from './hero-shots.ts'
import { livingOf } from './living.ts'
import { randomOf } from './random.ts'
import { messageReply, type Reply } from './reply.ts'
import { sendReply } from './send-reply.ts'
import { CREDENTIALS, tokenDeskOf } from './token-desk.ts'

export type { DemoStore } from './demo-store.types.ts'

const MOST_REQUESTS = 1000
const MOST_BODY_BYTES = 1_000_000
const NAMED_RATE_LIMIT = 1000
const RATE_WINDOW_MS = 60_000

/**
 * Starts a server that speaks the whole wire (docs/cova-wire.md) over a catalogue of its own. Rejects when the port is
 * taken. `close` also ends replies that are still open.
 */
export async function startDemoStore(options: DemoStoreOptions = {}): Promise<DemoStore> {
  const { port = 0, host = '127.0.0.1', seed = 1, nowMs = Date.now, living = true, livingStepMs = 10_000 } = options
  const { state, book } = demoStateOf(seed, nowMs(), nowMs, options.updatedAtStart ?? false)
  const tick = livingOf(state, seed, nowMs)
  const tokens = tokenDeskOf(randomOf(seed + 1), nowMs)
  const desk = faultDeskOf()
  const requests: { -readonly [K in keyof DemoRequest]: DemoRequest[K] }[] = []
  const menuBoard = cachedFor(options.menuBoardCacheMs ?? 0, nowMs)
  const overRate = rateGuardOf(options.rateLimit ?? null, nowMs)

  let url = ''
  const answer = (request: IncomingMessage, asked: URL, call: Call | null, body: string, pageCap: number): Reply => {
    if (call === null) return messageReply(404, `No HTTP resource was found that matches '${asked.pathname}'.`)
    if (request.method !== call.method) {
      return messageReply(405, `The requested resource does not support http method '${request.method}'.`)
    }
    const tooMany = overRate(asked.pathname)
    if (tooMany !== null) return tooMany
    const contentType = request.headers['content-type'] ?? ''
    if (call.endpoint === 'token') return tokens.login(contentType, body)
    if (!tokens.isValid(request.headers.authorization)) {
      return messageReply(401, 'Authorization has been denied for this request.')
    }
    if (call.method === 'POST' && !contentType.startsWith('application/json')) {
      return messageReply(415, 'The request entity’s media type is not supported.')
    }
    const context: CallContext = {
      state,
      book,
      menuBoard,
      paging: { cap: pageCap, overlap: options.overlap ?? 0 },
      taxPricingAsArray: options.taxPricingAsArray ?? false,
      origin: url
    }
    return answerCall(call, asked.searchParams, parsed(body), context)
  }

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = request.url ?? '/'
    const asked = new URL(path, 'http://demo.invalid')
    const call = callOf(asked.pathname)
    const entry = { method: request.method ?? '', path, endpoint: call?.endpoint ?? null, atMs: nowMs(), status: null }
    requests.push(entry)
    if (requests.length > MOST_REQUESTS) requests.shift()
    // Pictures are a file server's, which asks for no token and knows no faults but its own.
    if (call === null && answerHeroShot(asked.pathname, response)) {
      Object.assign(entry, { status: response.statusCode })
      return
    }
    const body = await bodyOf(request)
    if (body === null) return
    const faults = call === null ? [] : desk.take(call.endpoint)
    const cap = Math.min(faultOf(faults, 'page-cap')?.cap ?? Infinity, options.pageCap ?? 500)
    const reply = answer(request, asked, call, body, cap)
    response.setHeader('COVA-APIM-RateLimit-Limit', String(options.rateLimit ?? NAMED_RATE_LIMIT))
    Object.assign(entry, { status: sendReply(response, reply, faults, nowMs()) })
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      // A fault's transformer threw, or this server has a bug: either way the test that runs it is to see it.
      response.statusCode = 500
      response.end(JSON.stringify({ Message: String(error) }))
    })
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve()
    })
  })

  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the demo store has no port')
  url = `http://${host}:${address.port}`
  let timer: ReturnType<typeof setTimeout> | null = null
  const live = (): void => {
    timer = setTimeout(() => {
      tick()
      live()
    }, livingStepMs)
    timer.unref()
  }
  if (living) live()

  return {
    url,
    tokenUrl: `${url}/v1/oauth2/token`,
    credentials: CREDENTIALS,
    requests,
    state,
    faults: desk.faults,
    tick,
    expireTokens: tokens.expireAll,
    close: () =>
      new Promise((resolve) => {
        if (timer !== null) clearTimeout(timer)
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
}

/** The body as text; null for one that is too long or was cut off, whose connection is then closed. */
async function bodyOf(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = []
  let bytes = 0
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      chunks.push(chunk)
      bytes += chunk.length
      if (bytes > MOST_BODY_BYTES) {
        request.destroy()
        return null
      }
    }
  } catch {
    return null
  }
  return Buffer.concat(chunks).toString('utf8')
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Keeps what was made for some time, on the store's clock. */
function cachedFor(lifeMs: number, nowMs: () => number): (make: () => readonly unknown[]) => readonly unknown[] {
  let kept: { readonly value: readonly unknown[]; readonly madeAtMs: number } | null = null
  return (make) => {
    if (kept === null || nowMs() - kept.madeAtMs >= lifeMs) kept = { value: make(), madeAtMs: nowMs() }
    return kept.value
  }
}

/** Counts the calls of each service in windows of 60 s; null while there is room. */
function rateGuardOf(limit: number | null, nowMs: () => number): (pathname: string) => Reply | null {
  const windows = new Map<string, { readonly startedAtMs: number; count: number }>()
  return (pathname) => {
    if (limit === null) return null
    const service = pathname.split('/')[1] ?? ''
    const open = windows.get(service)
    const window =
      open === undefined || nowMs() - open.startedAtMs >= RATE_WINDOW_MS ? { startedAtMs: nowMs(), count: 0 } : open
    windows.set(service, window)
    if (++window.count <= limit) return null
    const waitMs = window.startedAtMs + RATE_WINDOW_MS - nowMs()
    return {
      status: 429,
      body: { statusCode: 429, message: 'Rate limit is exceeded.' },
      headers: { 'Retry-After': String(Math.ceil(waitMs / 1000)) }
    }
  }
}
