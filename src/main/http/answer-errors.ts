import type { FastifyError, FastifyInstance } from 'fastify'
import { refuse } from './refuse.ts'

/** The largest body that is read. */
export const MOST_BODY_BYTES = 1024 * 1024

const METHODS = ['GET', 'POST'] as const

/** Contract, HTTP errors: always a code and a message, never a stack. */
export function answerErrors(server: FastifyInstance): void {
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500
    switch (status) {
      case 400:
        return refuse(reply, { status, code: 'bad-request', message: 'body: expected JSON' })
      case 413:
        return refuse(reply, { status, code: 'too-large', message: `body: expected at most ${MOST_BODY_BYTES} bytes` })
      case 415:
        return refuse(reply, {
          status,
          code: 'unsupported-media-type',
          message: 'content-type: expected application/json'
        })
      default:
        if (status < 500) return refuse(reply, { status, code: 'bad-request', message: 'The request cannot be read' })
        console.error(error)
        return refuse(reply, { status: 503, code: 'unavailable', message: 'The board engine does not answer' })
    }
  })
  server.setNotFoundHandler((request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    const allowed = METHODS.filter((method) => isAnswered(method, path))
    if (allowed.length > 0 && !allowed.includes(request.method as (typeof METHODS)[number])) {
      reply.header('allow', allowed.includes('GET') ? [...allowed, 'HEAD'].join(', ') : allowed.join(', '))
      return refuse(reply, {
        status: 405,
        code: 'method-not-allowed',
        message: `${request.method} is not answered here`
      })
    }
    return refuse(reply, { status: 404, code: 'not-found', message: 'There is nothing here' })
  })
}

const PATTERNS: readonly { readonly method: (typeof METHODS)[number]; readonly pattern: RegExp }[] = [
  { method: 'GET', pattern: /^\/api\/(health|locations)\/?$/ },
  { method: 'GET', pattern: /^\/api\/boards\/[^/]+(\/(timeline|stream))?\/?$/ },
  { method: 'POST', pattern: /^\/api\/baskets\/?$/ },
  { method: 'POST', pattern: /^\/api\/kiosk\/[^/]+\/(sheet|basket|hand-over)\/?$/ },
  { method: 'GET', pattern: /^(\/api)?\/counter\/?$/ },
  { method: 'POST', pattern: /^\/boards\/[^/]+\/alive\/?$/ },
  { method: 'GET', pattern: /^\/boards\/[^/]+(\/stream)?\/?$/ },
  { method: 'GET', pattern: /^\/pictures\/[^/]+\/?$/ },
  { method: 'POST', pattern: /^\/pair\/(code|here)\/?$/ },
  { method: 'GET', pattern: /^\/(setup|pair)?\/?$/ }
]

function isAnswered(method: (typeof METHODS)[number], path: string): boolean {
  return PATTERNS.some((entry) => entry.method === method && entry.pattern.test(path))
}
