import type { FastifyReply, FastifyRequest, RouteOptions } from 'fastify'

export const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1'])
const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/
/** A proxy on this machine speaks for somebody else. */
export const PROXY_HEADERS = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const

/** Whether only this machine itself reaches an address. */
export function isLoopbackUrl(url: string): boolean {
  return LOOPBACK_HOST.test(new URL(url).host)
}

/** Whether a request was made on this machine: a loopback peer and name, the page's own origin, and through no proxy. */
function isFromHere(request: FastifyRequest): boolean {
  const { host, origin } = request.headers
  if (!LOOPBACK.has(request.ip) || host === undefined || !LOOPBACK_HOST.test(host)) return false
  if (PROXY_HEADERS.some((name) => request.headers[name] !== undefined)) return false
  return origin === undefined || origin === `http://${host}`
}

/** A hook that answers 403 to whoever is not on this machine; `what` says what is refused. */
export function onlyFromHere(what: string) {
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply | undefined> => {
    if (isFromHere(request)) return undefined
    return reply
      .status(403)
      .send({ error: { code: 'not-from-here', message: `${what} is answered on the machine itself only` } })
  }
}

/** For routes behind `onlyFromHere`: they say so themselves to whoever asks from elsewhere, paired or not. */
export function looksForItself(route: RouteOptions): void {
  route.config = { ...route.config, fromHereAlone: true }
}
