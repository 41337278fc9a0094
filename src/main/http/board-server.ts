import fastifyStatic from '@fastify/static'
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Engine, JsonAnswer, Peer, Refusal, ViewQuery } from '../engine/engine.types.ts'
import { screenReportSchema } from '../settings/screen-report-schema.ts'
import { answerErrors, MOST_BODY_BYTES } from './answer-errors.ts'
import { BOARD_LIST_CSS, boardListPage, closedPage } from './board-list-page.ts'
import { type Parsed, parseBoardQuery, parseInstant, parseLocationId, parseViewQuery } from './board-query.ts'
import { builtPageOf } from './built-page.ts'
import { type EventStream, openEventStream } from './event-stream.ts'
import type { ScreenDescription } from '../screens/open-screens.ts'
import type { ScreensHost } from '../screens/screens-host.ts'
import { createHandOvers, type HandOvers } from '../kiosk/hand-overs.ts'
import { addKioskRoutes } from './kiosk-routes.ts'
import { addPairRoutes } from './pair-routes.ts'
import { isScreen } from '../board/asked-screens.ts'
import { createScreenPages } from './screen-pages.ts'
import { addNetworkBorder, goesOn, mayRead, type NetworkBorder, PAIRED_ALONE } from './network-border.ts'
import { pageBuildOf, withPageBuild } from './page-build.ts'
import { refuse } from './refuse.ts'
import { addSecurityHeaders, securityHeadersOf } from './security-headers.ts'

/** What an answer that the engine works out costs of a network's limits, against a file. */
const WORKED_OUT = { config: { weight: 5 } } as const
const FOR_ANYBODY = { config: { forAnybody: true } } as const
const SAYS_ITSELF = { config: { saysItself: true } } as const
/** The only names that pictures have. */
const PICTURE_HASH = /^[0-9a-f]{32}$/
/** As long as a UUID. */
const LONGEST_PAGE_NAME = 36

/** How often a stream of the network is asked whether it may go on: a screen is unpaired, a code is made void. */
const LOOKED_AT_EVERY_MS = 1000
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

export interface BoardServerOptions {
  /** Null while none runs yet: first run. */
  readonly engine: () => Engine | null
  /** Folder of the built renderer. */
  readonly rendererDir: string
  /** Adds routes of the host, e.g. first run. */
  readonly extend?: (server: FastifyInstance) => void
  /** Why no engine runs although there should be one, in one line; null where that is not known. */
  readonly problem?: () => string | null
  /** Where the pages that are open are known by; null answers no calls of pairing. */
  readonly screens?: ScreensHost
  /** The language of the settings. */
  readonly language?: () => string | null
  /** Baskets that wait for the counter; its own where the host has no other. */
  readonly handOvers?: HandOvers
  /** Who of the network may read, and by which names this machine is called; paired screens alone where nothing is said. */
  readonly network?: NetworkBorder
  readonly within?: RequestsWithin
  /** Where `/` leads before a board can be shown; null lists the boards. */
  readonly landing?: () => string | null
}

export interface BoardServer {
  readonly server: FastifyInstance
  /** Ends streams and sockets. */
  readonly close: () => Promise<void>
}

interface LocationParams {
  readonly locationId: string
}

/** The contract's HTTP calls, and the board pages for televisions and browsers, over one engine. */
export function createBoardServer(options: BoardServerOptions): BoardServer {
  const streams = new Map<EventStream, FastifyRequest>()
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
  const looking = setInterval(() => {
    for (const [events, request] of streams) if (!goesOn(request)) events.close()
  }, LOOKED_AT_EVERY_MS)
  looking.unref()

  function withEngine(reply: FastifyReply, use: (engine: Engine) => Promise<unknown>): Promise<unknown> {
    const engine = options.engine()
    if (engine === null) return Promise.resolve(refuse(reply, notRunning(options.problem?.() ?? null)))
    return use(engine)
  }

  function stream(
    request: FastifyRequest,
    reply: FastifyReply,
    subscribe: (
      engine: Engine,
      send: EventStream['send'],
      onEnded: () => void
    ) => Promise<{ readonly ok: true; readonly close: () => void } | ({ readonly ok: false } & Refusal)>
  ): Promise<unknown> {
    return withEngine(reply, async (engine) => {
      // Events that come before the stream is open wait: a refusal must still be able to answer as JSON.
      const waiting: Parameters<EventStream['send']>[] = []
      let opened: EventStream | null = null
      // A stream without its engine is closed: the reader comes back to the next engine.
      let ended = false
      const subscribed = await subscribe(
        engine,
        (...event) => {
          if (opened === null) waiting.push(event)
          else opened.send(...event)
        },
        () => {
          ended = true
          opened?.close()
        }
      )
      if (!subscribed.ok) return refuse(reply, subscribed)
      const events = openEventStream(request, reply, securityHeadersOf(request), () => {
        subscribed.close()
        streams.delete(events)
      })
      opened = events
      streams.set(events, request)
      for (const event of waiting) events.send(...event)
      if (ended) events.close()
      return reply
    })
  }

  server.get('/api/health', (_request, reply) => withEngine(reply, (engine) => engine.health()))
  server.get('/api/locations', (_request, reply) => withEngine(reply, (engine) => engine.locations()))

  server.get<{ Params: LocationParams; Querystring: Record<string, unknown> }>(
    '/api/boards/:locationId',
    WORKED_OUT,
    (request, reply) => {
      const query = queryOf(parseBoardQuery, request.params, request.query)
      if (!query.ok) return refuse(reply, query)
      return withEngine(reply, async (engine) => sendJson(reply, await engine.board(query.value)))
    }
  )

  server.get<{ Params: LocationParams; Querystring: Record<string, unknown> }>(
    '/api/boards/:locationId/timeline',
    WORKED_OUT,
    (request, reply) => {
      const locationId = parseLocationId(request.params.locationId)
      if (locationId === null) return refuse(reply, unknownLocation(request.params.locationId))
      const from = parseInstant('from', request.query['from'])
      if (!from.ok) return refuse(reply, badQuery(from.message))
      const to = parseInstant('to', request.query['to'])
      if (!to.ok) return refuse(reply, badQuery(to.message))
      return withEngine(reply, async (engine) =>
        sendJson(reply, await engine.timeline({ locationId, fromMs: from.value, toMs: to.value }))
      )
    }
  )

  server.get<{ Params: LocationParams; Querystring: Record<string, unknown> }>(
    '/api/boards/:locationId/stream',
    WORKED_OUT,
    (request, reply) => {
      const query = queryOf(parseBoardQuery, request.params, request.query)
      if (!query.ok) return refuse(reply, query)
      return stream(request, reply, (engine, send, onEnded) =>
        engine.subscribeBoard(
          { ...query.value, peer: peerOf(request) },
          ({ id, event, data }) => send(event, data, id),
          onEnded
        )
      )
    }
  )

  server.post('/api/baskets', WORKED_OUT, (request, reply) =>
    withEngine(reply, async (engine) => sendJson(reply, await engine.basket(request.body)))
  )

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
  servePages(server, options)
  options.extend?.(server)
  answerErrors(server)
  return {
    server,
    close: async () => {
      clearInterval(looking)
      for (const events of streams.keys()) events.close()
      await server.close()
    }
  }
}

function servePages(server: FastifyInstance, options: BoardServerOptions): void {
  const sendPage = (reply: FastifyReply): FastifyReply => {
    reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8')
    const html = builtPageOf(options.rendererDir, 'index.html')
    if (html !== null) return reply.send(withPageBuild(html))
    return reply.status(503).send('<!doctype html><title>Topshelf</title><p>The board page has not been built.</p>')
  }
  server.get('/', SAYS_ITSELF, async (request, reply) => {
    const landing = options.landing?.() ?? null
    if (landing !== null) return reply.redirect(landing)
    const mayPair = options.screens !== undefined
    reply.type('text/html; charset=utf-8')
    if (!mayRead(request)) return reply.send(closedPage(options.language?.() ?? null, mayPair))
    const engine = options.engine()
    return reply.send(boardListPage(engine === null ? [] : await engine.locations(), mayPair))
  })
  server.get('/board-list.css', FOR_ANYBODY, (_request, reply) =>
    reply.type('text/css; charset=utf-8').send(BOARD_LIST_CSS)
  )
  server.get<{ Params: LocationParams }>('/boards/:locationId', SAYS_ITSELF, async (request, reply) => {
    // Nobody is told whether there is such a board.
    if (!mayRead(request))
      return reply
        .status(401)
        .header('www-authenticate', 'Bearer')
        .header('cache-control', 'no-store')
        .type('text/html; charset=utf-8')
        .send(closedPage(options.language?.() ?? null, options.screens !== undefined))
    const locationId = parseLocationId(request.params.locationId)
    const engine = options.engine()
    // Without an engine, and before the first sync, no location is known: a television switched on early must wait and
    // not give up.
    const locations = engine === null || locationId === null ? [] : await engine.locations()
    const mayBeThere = locations.length === 0 || locations.some((location) => location.locationId === locationId)
    if (locationId === null || !mayBeThere)
      return reply
        .status(404)
        .type('text/html; charset=utf-8')
        .send('<!doctype html><title>Topshelf</title><p>There is no such board. <a href="/">All boards</a></p>')
    return sendPage(reply)
  })
  // The page alone: what it asks is answered on the machine itself only.
  server.get('/setup', FOR_ANYBODY, (_request, reply) => sendPage(reply))
  if (options.screens !== undefined) server.get('/pair', FOR_ANYBODY, (_request, reply) => sendPage(reply))
  if (existsSync(options.rendererDir))
    server.register(async (files) => {
      files.addHook('onRoute', (route) => {
        route.config = { ...route.config, ...FOR_ANYBODY.config }
      })
      // A route for each file that was built: a path that names none leads nowhere, however it is written.
      await files.register(fastifyStatic, {
        root: options.rendererDir,
        prefix: '/',
        wildcard: false,
        index: false,
        dotfiles: 'ignore',
        maxAge: '1h',
        globIgnore: ['index.html', 'manager.html']
      })
    })
}

function peerOf({ ip, asker }: FastifyRequest): Peer {
  return { address: asker?.address ?? ip, isThisMachine: asker?.place === 'machine' }
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

function queryOf<Query>(
  parse: (locationId: number, query: Record<string, unknown>) => Parsed<Query>,
  params: LocationParams,
  query: Record<string, unknown>
): { readonly ok: true; readonly value: Query } | ({ readonly ok: false } & Refusal) {
  const locationId = parseLocationId(params.locationId)
  if (locationId === null) return { ok: false, ...unknownLocation(params.locationId) }
  const parsed = parse(locationId, query)
  return parsed.ok ? parsed : { ok: false, ...badQuery(parsed.message) }
}

/** A television that waits says why. */
function notRunning(problem: string | null): Refusal {
  return problem === null
    ? { status: 503, code: 'starting', message: 'Nothing is set up yet' }
    : { status: 503, code: 'unavailable', message: problem }
}

function unknownLocation(text: string): Refusal {
  return { status: 404, code: 'unknown-location', message: `There is no location ${text.slice(0, 40)}` }
}

function badQuery(message: string): Refusal {
  return { status: 400, code: 'bad-query', message }
}

function sendJson(reply: FastifyReply, answer: JsonAnswer): FastifyReply {
  if (!answer.ok) return refuse(reply, answer)
  return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(answer.json)
}
