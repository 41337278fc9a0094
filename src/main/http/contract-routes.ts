import type { FastifyInstance } from 'fastify'
import { parseBoardQuery, parseInstant, parseLocationId } from './board-query.ts'
import {
  badQuery,
  type EngineAnswers,
  type LocationParams,
  peerOf,
  queryOf,
  sendJson,
  unknownLocation
} from './engine-answers.ts'
import { refuse } from './refuse.ts'
import { WORKED_OUT } from './route-config.ts'

/** The calls that other programs may rely on (docs/contract.md). */
export function addContractRoutes(server: FastifyInstance, { withEngine, stream }: EngineAnswers): void {
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
}
