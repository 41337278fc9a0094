import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { refused, type ManagerDesk } from '../manager/desk.ts'
import { builtPageOf } from './built-page.ts'
import { looksForItself, onlyFromHere } from './loopback.ts'

const body = z.object({ args: z.array(z.unknown()) })
const BEARER = /^Bearer ([\w-]{1,100})$/

/** HTTP status of a refusal; the body says the rest. */
const STATUS = {
  'unknown-call': 404,
  locked: 401,
  'wrong-arguments': 400,
  refused: 400,
  unavailable: 503,
  failed: 500
} as const

/** The manager's window in a browser of this machine: `GET /manager`, and its calls (docs/manager.md). */
export function addManagerRoutes(server: FastifyInstance, desk: ManagerDesk, rendererDir: string): void {
  // The check belongs to the routes, not to how their path is written.
  server.register(async (routes) => {
    routes.addHook('onRoute', looksForItself)
    routes.addHook('onRequest', onlyFromHere('The manager’s window'))
    routes.get('/manager', (_request, reply) => {
      const html = builtPageOf(rendererDir, 'manager.html')
      reply.header('cache-control', 'no-cache').type('text/html; charset=utf-8')
      if (html !== null) return reply.send(html)
      return reply.status(503).send('<!doctype html><title>Topshelf</title><p>The page has not been built.</p>')
    })
    routes.post<{ Params: { readonly channel: string } }>('/manager/calls/:channel', async (request, reply) => {
      reply.header('cache-control', 'no-store')
      const parsed = body.safeParse(request.body)
      if (!parsed.success) return reply.status(400).send(refused('wrong-arguments', 'body: expected {"args": [...]}'))
      const token = BEARER.exec(request.headers.authorization ?? '')?.[1] ?? null
      const answer = await desk.answer({ token, mayChoosePin: true }, request.params.channel, parsed.data.args)
      return reply.status(answer.ok ? 200 : STATUS[answer.code]).send(answer)
    })
  })
}
