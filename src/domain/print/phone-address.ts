import type { NoPhones, WrongAddress } from '../../shared/manager/print.ts'

const LONGEST = 300
/** Names and numbers by which a machine means itself: a phone that is told one asks the phone. */
const LOOPBACK = /^(localhost|.*\.localhost|127(\.\d+){3}|\[::1\]|0\.0\.0\.0|\[::\])$/
const ANY_ADDRESS: ReadonlySet<string> = new Set(['0.0.0.0', '::', ''])

/** What a manager typed as the address by which others reach this machine, without its last slash; or why it is none. */
export function publicUrlOf(
  text: string
): { readonly ok: true; readonly url: string } | { readonly ok: false; readonly why: WrongAddress } {
  const typed = text.trim()
  if (typed.length > LONGEST) return { ok: false, why: 'too-long' }
  if (!URL.canParse(typed)) return { ok: false, why: 'no-address' }
  const url = new URL(typed)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return { ok: false, why: 'no-web-address' }
  if (LOOPBACK.test(url.hostname)) return { ok: false, why: 'this-machine' }
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '')
    return { ok: false, why: 'more-than-a-base' }
  return { ok: true, url: `${url.origin}${url.pathname.replace(/\/+$/, '')}` }
}

/** Where boards are served to others. */
export interface Listening {
  /** As it was asked for: "0.0.0.0", "127.0.0.1", a name. */
  readonly host: string
  readonly port: number
}

export interface PhoneBase {
  /** Without a last slash; null where no phone can get there. */
  readonly url: string | null
  readonly others: readonly string[]
  readonly noPhones: NoPhones | null
}

/**
 * The address that a phone is given: what the manager typed, else this machine's in its network. `addresses` are the
 * machine's own in networks, the likeliest first.
 */
export function phoneBaseOf(
  publicUrl: string | null,
  /** Null in the app, whose boards are for its own machine. */
  listening: Listening | null,
  addresses: readonly string[]
): PhoneBase {
  const inNetwork = listening === null ? [] : networkUrlsOf(listening, addresses)
  if (publicUrl !== null) return { url: publicUrl, others: inNetwork, noPhones: null }
  const [url, ...others] = inNetwork
  if (url !== undefined) return { url, others, noPhones: null }
  return { url: null, others: [], noPhones: whyNone(listening) }
}

function whyNone(listening: Listening | null): NoPhones {
  if (listening === null) return 'app'
  return ANY_ADDRESS.has(listening.host) ? 'no-network' : 'this-machine-only'
}

function networkUrlsOf({ host, port }: Listening, addresses: readonly string[]): readonly string[] {
  if (ANY_ADDRESS.has(host)) return addresses.map((address) => urlOf(address, port))
  const url = urlOf(host, port)
  return LOOPBACK.test(new URL(url).hostname) ? [] : [url]
}

function urlOf(host: string, port: number): string {
  return new URL(`http://${host.includes(':') ? `[${host}]` : host}:${port}`).origin
}

/** A store's board at a base address, for a phone: it is nobody's screen. `link` is what lets it in. */
export function boardUrlOf(base: string, locationId: number, screen: string | null, link: string): string {
  const named = screen === null ? '' : `screen=${encodeURIComponent(screen)}&`
  return `${base}/boards/${locationId}?${named}phone=1&link=${link}`
}
