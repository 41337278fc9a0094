import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { ScreensHost } from '../screens/screens-host.ts'
import { type Admission, admissionOf, type BoardsFor } from './board-admission.ts'
import { type Asker, askerOf, isFromOtherSite, isOwnHost } from './asker.ts'
import { limitConnections } from './connection-limits.ts'
import {
  createRequestLimits,
  OF_ALL,
  OF_ONE_ADDRESS,
  type RequestLimits,
  WRONG_OF_ALL,
  WRONG_OF_ONE
} from './request-limits.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Whoever reaches this host may ask: nothing of a store is in the answer, or the route looks for itself. */
    readonly forAnybody?: boolean
    /** Only the machine itself is answered, and the route looks for that: more strictly than the border. */
    readonly fromHereAlone?: boolean
    /** The route answers in its own words, where it is shown to nobody. */
    readonly saysItself?: boolean
    /** What an answer costs, of the limits for a network; 1 where it does not say. */
    readonly weight?: number
  }
  interface FastifyRequest {
    /** Null before the border has looked. */
    asker: Asker | null
    admission: Admission | null
  }
}

export interface NetworkBorder {
  readonly boardsFor: () => BoardsFor
  /** Names that others call this machine by, beside its own: in lower case, without a port. */
  readonly names: () => readonly string[]
}

/** Boards for who is paired, and no name but the machine's own. */
export const PAIRED_ALONE: NetworkBorder = { boardsFor: () => 'paired', names: () => [] }

interface BorderRefusal {
  readonly status: number
  readonly code: string
  readonly message: string
}

const WRONG_HOST: BorderRefusal = {
  status: 421,
  code: 'wrong-host',
  message: 'host: expected a name or an address of this machine; others are named in the settings'
}
const OTHER_SITE: BorderRefusal = {
  status: 403,
  code: 'other-site',
  message: 'origin: no page of another site may ask'
}
const NOT_PAIRED: BorderRefusal = {
  status: 401,
  code: 'not-paired',
  message: 'This screen is not paired: open /pair on it, or send the token of a paired screen'
}
const TOO_MANY: BorderRefusal = { status: 429, code: 'too-many-requests', message: 'Too many requests of this network' }
const TOO_MANY_WRONG: BorderRefusal = { ...TOO_MANY, code: 'token-wait', message: 'Too many wrong tokens' }

/**
 * Looks at every request before its route does, in this order: does it name this machine, does a page of another site ask,
 * does its network ask too much, may it read (docs/security.md). At the machine itself only the first two are asked.
 */
export function addNetworkBorder(
  server: FastifyInstance,
  border: NetworkBorder,
  screens: ScreensHost | null,
  elapsedMs: () => number = () => performance.now()
): void {
  const limits = createRequestLimits(OF_ONE_ADDRESS, OF_ALL, elapsedMs)
  const wrong = createRequestLimits(WRONG_OF_ONE, WRONG_OF_ALL, elapsedMs)
  limitConnections(server.server)
  server.decorateRequest('asker', null)
  server.decorateRequest('admission', null)

  server.addHook('onRequest', async (request, reply) => {
    const names = border.names()
    const asker = askerOf(request, names)
    request.asker = asker
    const { config } = request.routeOptions
    if (config.fromHereAlone === true) return undefined
    if (!isOwnHost(request, asker, names)) return send(reply, WRONG_HOST)
    if (isFromOtherSite(request, names)) return send(reply, OTHER_SITE)
    if (asker.place === 'machine') return undefined
    const waits = limits.take(asker.address, config.weight ?? 1)
    if (waits > 0) return send(reply.header('retry-after', waits), TOO_MANY)
    return admit(request, reply, asker)
  })

  /** What is there for nobody is answered as nothing: the route itself says 404. */
  function admit(request: FastifyRequest, reply: FastifyReply, asker: Asker): FastifyReply | undefined {
    const { config } = request.routeOptions
    if (request.is404) return undefined
    const admission = admissionOf(request, border.boardsFor, screens)
    request.admission = admission
    const waits = !admission.ok && admission.fault === 'wrong' ? wrongWait(wrong, asker) : 0
    if (admission.ok || config.forAnybody === true) return undefined
    if (waits > 0) return send(reply.header('retry-after', waits), TOO_MANY_WRONG)
    if (config.saysItself === true) return undefined
    return send(reply.header('www-authenticate', 'Bearer'), NOT_PAIRED)
  }
}

function wrongWait(wrong: RequestLimits, { address }: Asker): number {
  return wrong.take(address, 1)
}

/** Whether the board may be shown to who asks; a route that says itself what it answers asks for it. */
export function mayRead({ asker, admission }: FastifyRequest): boolean {
  return asker?.place === 'machine' || admission?.ok === true
}

/** Whether a stream that was opened may go on. */
export function goesOn({ asker, admission }: FastifyRequest): boolean {
  return asker?.place === 'machine' || (admission?.ok === true && admission.goesOn())
}

function send(reply: FastifyReply, { status, code, message }: BorderRefusal): FastifyReply {
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ error: { code, message } }))
}
