import { hostname, networkInterfaces } from 'node:os'
import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { LOOPBACK, PROXY_HEADERS } from './loopback.ts'

/** Who asks: somebody at this machine, or somebody of the network, by whose address limits count. */
export interface Asker {
  readonly place: 'machine' | 'network'
  readonly address: string
}

/** The last two are what `serve` says it listens on where that is every address. */
const LOOPBACK_NAME =
  /^((localhost|[a-z0-9-]+\.localhost|ip6-localhost|ip6-loopback)\.?|127(\.\d{1,3}){3}|\[::1\]|0\.0\.0\.0|\[::\])$/
const HOST = /^(\[[0-9a-f:.]+\]|[^:\s/@]+)(:\d{1,5})?$/
/** Networks change seldom, and each look at them costs a call of the system. */
const INTERFACES_KNOWN_MS = 5000

/** The name of a `Host` header without its port, in lower case; null for what is none. */
function hostNameOf(host: string | undefined): string | null {
  return host === undefined ? null : (HOST.exec(host.toLowerCase())?.[1] ?? null)
}

/**
 * A loopback peer is this machine, unless a proxy speaks through it: one that names itself in a header, or that is asked
 * by a name which others call this machine by. Headers of other peers are not believed.
 */
export function askerOf(request: FastifyRequest, names: readonly string[]): Asker {
  const { ip, headers } = request
  if (!LOOPBACK.has(ip)) return { place: 'network', address: plainAddress(ip) }
  const name = hostNameOf(headers.host)
  const isProxied = PROXY_HEADERS.some((header) => headers[header] !== undefined)
  if (!isProxied && !(name !== null && names.includes(name))) return { place: 'machine', address: ip }
  // The last is whom the proxy itself saw; those before are what that one said.
  const forwarded = [headers['x-forwarded-for']].flat().at(-1)?.split(',').at(-1)?.trim() ?? ''
  return { place: 'network', address: isIP(forwarded) === 0 ? ip : plainAddress(forwarded) }
}

/** An IPv4 address as such, also where the socket is of both kinds. */
function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}

/**
 * Whether a `Host` names this machine, against DNS rebinding: a page of another site whose name was made to lead here
 * comes by that name.
 */
export function isOwnHost(request: FastifyRequest, asker: Asker, names: readonly string[]): boolean {
  const name = hostNameOf(request.headers.host)
  // Of two names one would be looked at here, and perhaps the other by a proxy.
  if (name === null || hostHeadersOf(request) !== 1) return false
  if (LOOPBACK.has(request.ip) && LOOPBACK_NAME.test(name)) return true
  if (asker.place === 'machine') return ownNames().has(name)
  const address = name.replace(/^\[(.*)\]$/, '$1')
  const { localAddress } = request.socket
  if (localAddress !== undefined && plainAddress(localAddress) === address) return true
  return names.includes(name) || ownNames().has(name) || ownAddresses().has(address)
}

function hostHeadersOf({ raw }: FastifyRequest): number {
  // Nothing but a test's own call comes without raw headers.
  const names = raw.rawHeaders?.filter((_, index) => index % 2 === 0) ?? ['host']
  return names.filter((name) => name.toLowerCase() === 'host').length
}

function ownNames(): ReadonlySet<string> {
  const whole = hostname().toLowerCase()
  const short = whole.split('.')[0] ?? whole
  return new Set([whole, short, `${short}.local`])
}

let known: { readonly atMs: number; readonly addresses: ReadonlySet<string> } | null = null

function ownAddresses(): ReadonlySet<string> {
  const atMs = performance.now()
  if (known === null || atMs - known.atMs > INTERFACES_KNOWN_MS) {
    const addresses = Object.values(networkInterfaces()).flatMap((ones) => (ones ?? []).map(({ address }) => address))
    known = { atMs, addresses: new Set(addresses.map((address) => address.toLowerCase())) }
  }
  return known.addresses
}

/** Whether a page of another site asks: its `Origin` is neither the host asked nor a name that others call it by. */
export function isFromOtherSite(request: FastifyRequest, names: readonly string[]): boolean {
  const { origin, host } = request.headers
  if (origin === undefined) return false
  if (!URL.canParse(origin)) return true
  const { protocol, host: asks } = new URL(origin)
  if (protocol !== 'http:' && protocol !== 'https:') return true
  return asks !== host?.toLowerCase() && !names.includes(hostNameOf(asks) ?? '')
}
