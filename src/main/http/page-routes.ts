import fastifyStatic from '@fastify/static'
import { existsSync } from 'node:fs'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Engine } from '../engine/engine.types.ts'
import type { ScreensHost } from '../screens/screens-host.ts'
import { BOARD_LIST_CSS, boardListPage, closedPage } from './board-list-page.ts'
import { parseLocationId } from './board-query.ts'
import { builtPageOf } from './built-page.ts'
import type { LocationParams } from './engine-answers.ts'
import { mayRead } from './network-border.ts'
import { withPageBuild } from './page-build.ts'
import { FOR_ANYBODY, SAYS_ITSELF } from './route-config.ts'

export interface PageRoutesOptions {
  /** Null while none runs yet: first run. */
  readonly engine: () => Engine | null
  /** Folder of the built renderer. */
  readonly rendererDir: string
  /** Where the pages that are open are known by; null answers no calls of pairing. */
  readonly screens?: ScreensHost
  /** The language of the settings. */
  readonly language?: () => string | null
  /** Where `/` leads before a board can be shown; null lists the boards. */
  readonly landing?: () => string | null
}

/** The pages themselves: the list of boards, a board, first run, pairing, and the files they are made of. */
export function addPageRoutes(server: FastifyInstance, options: PageRoutesOptions): void {
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
