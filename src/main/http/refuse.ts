import type { FastifyReply } from 'fastify'

/** Contract, HTTP errors: a code and one line, as JSON. */
export function refuse(
  reply: FastifyReply,
  refusal: { readonly status: number; readonly code: string; readonly message: string }
): FastifyReply {
  return reply
    .status(refusal.status)
    .type('application/json; charset=utf-8')
    .send(JSON.stringify({ error: { code: refusal.code, message: refusal.message } }))
}
