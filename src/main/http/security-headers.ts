import type { FastifyInstance, FastifyRequest } from 'fastify'
import { LOOPBACK } from './loopback.ts'

/** Scripts, styles, fonts and calls of our own only. */
const CONTENT_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const ALWAYS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_POLICY,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  // Those that every browser with this header knows: of others they complain on each page.
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=()'
}

/** Plain HTTP has no HSTS; an opener policy counts on the machine itself alone, and elsewhere browsers complain of it. */
const HERE: Readonly<Record<string, string>> = { ...ALWAYS, 'cross-origin-opener-policy': 'same-origin' }

export function securityHeadersOf({ ip }: FastifyRequest): Readonly<Record<string, string>> {
  return LOOPBACK.has(ip) ? HERE : ALWAYS
}

/** On every answer, refusals and streams too. */
export function addSecurityHeaders(server: FastifyInstance): void {
  server.addHook('onRequest', async (request, reply) => {
    reply.headers(securityHeadersOf(request))
  })
}
