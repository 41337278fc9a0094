import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Engine, JsonAnswer, Refusal, ViewQuery } from '../engine/engine.types.ts'
import type { HandOvers } from '../kiosk/hand-overs.ts'
import { answerCounter, answerKiosk } from '../kiosk/kiosk-host.ts'
import { COUNTER_POLICY, counterPage } from './counter-page.ts'

const WORKED_OUT = { config: { weight: 5 } } as const
/** The code is the permission: it tells what was handed over with it, and nothing else. */
const FOR_CODES = { config: { forAnybody: true, weight: 5 } } as const
const CALLS = ['sheet', 'basket', 'hand-over'] as const
const COUNTER_STATUS = { shape: 400, unknown: 404, wait: 429 } as const
const COUNTER_MESSAGES = {
  shape: 'code: expected six letters and figures, or the text of a QR code',
  unknown: 'code: nobody handed over a basket with it',
  wait: 'Too many wrong codes: none is looked at for a minute'
} as const

const FROM_ELSEWHERE: Refusal = {
  status: 403,
  code: 'forbidden',
  message: 'The counter answers its own page and whoever types its address, no page of another site'
}

export interface KioskRoutesHost {
  readonly handOvers: HandOvers
  readonly language: () => string | null
  readonly engine: () => Engine | null
  readonly queryOf: (
    params: { readonly locationId: string },
    query: Record<string, unknown>
  ) => { readonly ok: true; readonly value: ViewQuery } | ({ readonly ok: false } & Refusal)
  readonly withEngine: (reply: FastifyReply, use: (engine: Engine) => Promise<unknown>) => Promise<unknown>
  readonly refuse: (reply: FastifyReply, refusal: Refusal) => FastifyReply
  readonly sendJson: (reply: FastifyReply, answer: JsonAnswer) => FastifyReply
}

/** What kiosks in browsers ask, and the counter's page (contract, Kiosk). */
export function addKioskRoutes(server: FastifyInstance, host: KioskRoutesHost): void {
  for (const call of CALLS)
    server.post<{ Params: { readonly locationId: string }; Querystring: Record<string, unknown> }>(
      `/api/kiosk/:locationId/${call}`,
      WORKED_OUT,
      (request, reply) => {
        const query = host.queryOf(request.params, request.query)
        if (!query.ok) return host.refuse(reply, query)
        return host.withEngine(reply, async (engine) =>
          host.sendJson(reply, await answerKiosk(engine, host.handOvers, query.value, call, request.body))
        )
      }
    )

  server.get<{ Querystring: Record<string, unknown> }>('/api/counter', FOR_CODES, (request, reply) => {
    if (isFromElsewhere(request)) return host.refuse(reply, FROM_ELSEWHERE)
    return host.withEngine(reply, async (engine) => {
      const { code } = request.query
      const answer = await answerCounter(
        engine,
        host.handOvers,
        typeof code === 'string' ? code : '',
        request.asker?.address ?? request.ip
      )
      if (answer.ok) return host.sendJson(reply, { ok: true, json: JSON.stringify(answer.basket) })
      const { fault } = answer
      const status = COUNTER_STATUS[fault]
      return host.refuse(reply, { status, code: `code-${fault}`, message: COUNTER_MESSAGES[fault] })
    })
  })

  server.get<{ Querystring: Record<string, unknown> }>('/counter', FOR_CODES, async (request, reply) => {
    const code = typeof request.query['code'] === 'string' ? request.query['code'] : null
    // A link to the page itself may stand anywhere.
    if (code !== null && isFromElsewhere(request)) return host.refuse(reply, FROM_ELSEWHERE)
    const engine = host.engine()
    const answer =
      code === null || code.trim() === ''
        ? null
        : engine === null
          ? ({ ok: false, fault: 'no-engine' } as const)
          : await answerCounter(engine, host.handOvers, code, request.asker?.address ?? request.ip)
    return reply
      .header('content-security-policy', COUNTER_POLICY)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(counterPage(code ?? '', answer, host.language()))
  })
}

/** Whether a browser says that a page of another site asks: it would count wrong codes for whoever looks at it. */
function isFromElsewhere({ headers }: FastifyRequest): boolean {
  const site = headers['sec-fetch-site']
  return site !== undefined && site !== 'same-origin' && site !== 'none'
}
