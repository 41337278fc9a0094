import { randomUUID } from 'node:crypto'
import { fastify, type FastifyInstance, type FastifyReply } from 'fastify'
import type { ViewQuery } from '../engine/engine.types.ts'
import { isScreen } from '../board/asked-screens.ts'
import { createHandOvers, type HandOvers } from '../kiosk/hand-overs.ts'
import type { ScreenDescription } from '../screens/open-screens.ts'
import { screenReportSchema } from '../settings/screen-report-schema.ts'
import { answerErrors, MOST_BODY_BYTES } from './answer-errors.ts'
import { parseViewQuery } from './board-query.ts'
import { builtPageOf } from './built-page.ts'
import { addContractRoutes } from './contract-routes.ts'
import { badQuery, createEngineAnswers, type LocationParams, peerOf, queryOf, sendJson } from './engine-answers.ts'
import { addKioskRoutes } from './kiosk-routes.ts'
import { addNetworkBorder, type NetworkBorder, PAIRED_ALONE } from './network-border.ts'
import { pageBuildOf } from './page-build.ts'
import { addPageRoutes, type PageRoutesOptions } from './page-routes.ts'
import { addPairRoutes } from './pair-routes.ts'
import { refuse } from './refuse.ts'
import { FOR_ANYBODY, WORKED_OUT } from './route-config.ts'
import { createScreenPages } from './screen-pages.ts'
import { addSecurityHeaders } from './security-headers.ts'

/** The only names that pictures have. */
const PICTURE_HASH = /^[0-9a-f]{32}$/
/** As long as a UUID. */
const LONGEST_PAGE_NAME = 36

/** A peer sends its headers, and its whole request, within these; who is slower has its connection closed. */
const WITHIN: RequestsWithin = { headersMs: 10_000, requestMs: 30_000, lookedForEveryMs: 2000 }
/** Neither side has said anything for so long; a stream says that it is there more often. */
const IDLE_MS = 120_000
const KEPT_ALIVE_MS = 20_000

export interface RequestsWithin {
  readonly headersMs: number
  readonly requestMs: number
  /** How often those that are late are looked for. */
  readonly lookedForEveryMs: number
}

export interface BoardServerOptions extends PageRoutesOptions {
  /** Adds routes of the host, e.g. first run. */
  readonly extend?: (server: FastifyInstance) => void
  /** Why no engine runs although there should be one, in one line; null where that is not known. */
  readonly problem?: () => string | null
  /** Baskets that wait for the counter; its own where the host has no other. */
  readonly handOvers?: HandOvers
  /** Who of the network may read, and by which names this machine is called; paired screens alone where nothing is said. */
  readonly network?: NetworkBorder
  readonly within?: RequestsWithin
}

export interface BoardServer {
  readonly server: FastifyInstance
  /** Ends streams and sockets. */
  readonly close: () => Promise<void>
}

/** The contract's HTTP calls, and the board pages for televisions and browsers, over one engine. */
export function createBoardServer(options: BoardServerOptions): BoardServer {
  const answers = createEngineAnswers(options.engine, () => options.problem?.() ?? null)
  const { withEngine, stream } = answers
  const pages = createScreenPages(options.screens?.pairing ?? null)
  const within = options.within ?? WITHIN
  const server = fastify({
    bodyLimit: MOST_BODY_BYTES,
    forceCloseConnections: true,
    requestTimeout: within.requestMs,
    connectionTimeout: IDLE_MS,
    keepAliveTimeout: KEPT_ALIVE_MS,
    http: { headersTimeout: within.headersMs, connectionsCheckingInterval: within.lookedForEveryMs },
    // A path that cannot be decoded, or an id of a hundred digits: no location goes by it.
    frameworkErrors: (_error, _request, reply) =>
      refuse(reply as FastifyReply, { status: 404, code: 'not-found', message: 'There is nothing here' }),
    routerOptions: { ignoreTrailingSlash: true }
  })

  // JSON is the only body there is.
  server.removeContentTypeParser('text/plain')
  addSecurityHeaders(server)
  addNetworkBorder(server, options.network ?? PAIRED_ALONE, options.screens ?? null)
  addContractRoutes(server, answers)

  server.get<{ Params: LocationParams; Querystring: Record<string, unknown> }>(
    '/boards/:locationId/stream',
    WORKED_OUT,
    (request, reply) => {
      const query = queryOf(parseViewQuery, request.params, request.query)
      if (!query.ok) return refuse(reply, query)
      const html = builtPageOf(options.rendererDir, 'index.html')
      return stream(request, reply, async (engine, send, onEnded) => {
        const page = randomUUID()
        let engineEnded = false
        const { token } = request.query
        const { query: shown, pairedId } = pages.take(query.value, token)
        if (html !== null) send('host', JSON.stringify({ build: pageBuildOf(html), page }))
        const subscribed = await engine.subscribeView(
          { ...shown, page, peer: peerOf(request) },
          (event) => {
            switch (event.kind) {
              case 'view':
                return send('view', JSON.stringify(event.view))
              case 'patch':
                return send('patch', JSON.stringify(event.patch))
              case 'beat':
                return send('beat', '{}')
              case 'clock':
                return send('clock', JSON.stringify({ clock: event.clock }))
              case 'alive':
                return send('alive', '{}')
            }
          },
          () => {
            engineEnded = true
            onEnded()
          }
        )
        if (!subscribed.ok) return subscribed
        const forget = pages.open(page, query.value, token)
        // One of several that hangs before its first word must be missed too.
        if (shown.isOwn === true) engine.screenAlive({ ...shown, page }, null)
        const open = isScreen(shown) ? options.screens?.open : undefined
        const leave = open?.open({
          describe: () => browserOf(page, shown, request.ip),
          tell: (order) => send('order', JSON.stringify(order))
        })
        if (pairedId !== null) open?.identified(page, { tab: null, pairedId })
        return {
          ok: true,
          close: () => {
            forget()
            leave?.(engineEnded)
            subscribed.close()
          }
        }
      })
    }
  )

  server.post<{ Params: LocationParams; Querystring: Record<string, unknown> }>(
    '/boards/:locationId/alive',
    (request, reply) => {
      const query = queryOf(parseViewQuery, request.params, request.query)
      if (!query.ok) return refuse(reply, query)
      const { page } = request.query
      if (page !== undefined && (typeof page !== 'string' || page.length > LONGEST_PAGE_NAME))
        return refuse(reply, badQuery('page: expected the name that the stream gave'))
      const report = screenReportSchema.nullish().safeParse(request.body)
      return withEngine(reply, async (engine) => {
        // Whoever reports nonsense is there all the same.
        engine.screenAlive(pages.heard(query.value, page ?? null), report.data ?? null)
        if (!report.success)
          return refuse(reply, { status: 400, code: 'bad-request', message: 'body: expected the report of a screen' })
        return reply.status(204).send()
      })
    }
  )

  // Only a board tells the name of a picture, and of a picture nothing else.
  server.get<{ Params: { readonly hash: string } }>('/pictures/:hash', FOR_ANYBODY, async (request, reply) => {
    const { hash } = request.params
    const picture = PICTURE_HASH.test(hash) ? await options.engine()?.picture(hash) : null
    if (picture === null || picture === undefined)
      return reply
        .status(404)
        .header('cache-control', 'no-store')
        .type('text/plain; charset=utf-8')
        .send('There is no such picture')
    // Another picture has another hash.
    return reply
      .header('cache-control', 'public, max-age=31536000, immutable')
      .type('image/webp')
      .send(Buffer.from(picture.buffer, picture.byteOffset, picture.byteLength))
  })

  addKioskRoutes(server, {
    handOvers: options.handOvers ?? createHandOvers(),
    language: options.language ?? (() => null),
    engine: options.engine,
    // As the stream of the same page: a paired browser is what the manager's list says, whatever its address does.
    queryOf: (params, query) => {
      const parsed = queryOf(parseViewQuery, params, query)
      return parsed.ok ? { ok: true, value: pages.take(parsed.value, query['token']).query } : parsed
    },
    withEngine,
    refuse,
    sendJson
  })
  if (options.screens !== undefined) addPairRoutes(server, options.screens, options.language ?? (() => null))
  addPageRoutes(server, options)
  options.extend?.(server)
  answerErrors(server)
  return {
    server,
    close: async () => {
      answers.close()
      await server.close()
    }
  }
}

function browserOf(page: string, { locationId, screen, board }: ViewQuery, address: string): ScreenDescription {
  return {
    page,
    locationId,
    screen: screen ?? null,
    board: board ?? null,
    setAs: null,
    place: { kind: 'browser', address }
  }
}
