import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Engine, JsonAnswer, Peer, Refusal } from '../engine/engine.types.ts'
import { type Parsed, parseLocationId } from './board-query.ts'
import { type EventStream, openEventStream } from './event-stream.ts'
import { goesOn } from './network-border.ts'
import { refuse } from './refuse.ts'
import { securityHeadersOf } from './security-headers.ts'

/** How often a stream of the network is asked whether it may go on: a screen is unpaired, a code is made void. */
const LOOKED_AT_EVERY_MS = 1000
export interface LocationParams {
  readonly locationId: string
}

/** Subscribes to the engine; what comes is sent on, and `onEnded` says that the engine has gone. */
type Subscribe = (
  engine: Engine,
  send: EventStream['send'],
  onEnded: () => void
) => Promise<{ readonly ok: true; readonly close: () => void } | ({ readonly ok: false } & Refusal)>

/** What the engine answers, as answers of HTTP. */
export interface EngineAnswers {
  /** Without an engine the answer is 503 with the reason. */
  readonly withEngine: (reply: FastifyReply, use: (engine: Engine) => Promise<unknown>) => Promise<unknown>
  /** An event stream; it ends with the engine, and once its reader may read no longer. */
  readonly stream: (request: FastifyRequest, reply: FastifyReply, subscribe: Subscribe) => Promise<unknown>
  readonly close: () => void
}

/** `problemOf` says in one line why no engine runs; null where that is not known. */
export function createEngineAnswers(engineNow: () => Engine | null, problemOf: () => string | null): EngineAnswers {
  const streams = new Map<EventStream, FastifyRequest>()
  const looking = setInterval(() => {
    for (const [events, request] of streams) if (!goesOn(request)) events.close()
  }, LOOKED_AT_EVERY_MS)
  looking.unref()

  function withEngine(reply: FastifyReply, use: (engine: Engine) => Promise<unknown>): Promise<unknown> {
    const engine = engineNow()
    if (engine === null) return Promise.resolve(refuse(reply, notRunning(problemOf())))
    return use(engine)
  }

  function stream(request: FastifyRequest, reply: FastifyReply, subscribe: Subscribe): Promise<unknown> {
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

  return {
    withEngine,
    stream,
    close: () => {
      clearInterval(looking)
      for (const events of streams.keys()) events.close()
    }
  }
}

export function peerOf({ ip, asker }: FastifyRequest): Peer {
  return { address: asker?.address ?? ip, isThisMachine: asker?.place === 'machine' }
}

export function queryOf<Query>(
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

export function unknownLocation(text: string): Refusal {
  return { status: 404, code: 'unknown-location', message: `There is no location ${text.slice(0, 40)}` }
}

export function badQuery(message: string): Refusal {
  return { status: 400, code: 'bad-query', message }
}

export function sendJson(reply: FastifyReply, answer: JsonAnswer): FastifyReply {
  if (!answer.ok) return refuse(reply, answer)
  return reply.header('cache-control', 'no-store').type('application/json; charset=utf-8').send(answer.json)
}
