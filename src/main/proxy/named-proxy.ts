type Variables = Readonly<Record<string, string | undefined>>

/** This machine is never asked through a proxy: the demo store and tests are on it. */
const THIS_MACHINE: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '::1'])

/** The way to an address. */
export type Way =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly proxy: URL }
  /** A proxy is named that is none: the variable, and not what stands in it, which may be a password. */
  | { readonly kind: 'unusable'; readonly variable: string }

/**
 * How `to` is reached by HTTPS_PROXY, HTTP_PROXY and NO_PROXY, in either spelling: by `http://HOST:PORT` or `https://HOST:PORT`, with a name
 * and a password where the proxy asks for them. NO_PROXY is a list of names, each with all below it, of addresses, with a
 * port or without, or "*".
 */
export function wayTo(to: URL, env: Variables): Way {
  const variable = to.protocol === 'http:' ? 'HTTP_PROXY' : 'HTTPS_PROXY'
  const text = named(env, variable)
  if (text === undefined || isExempt(to, named(env, 'NO_PROXY') ?? '')) return { kind: 'direct' }
  if (!URL.canParse(text)) return { kind: 'unusable', variable }
  const proxy = new URL(text)
  const isHttp = proxy.protocol === 'http:' || proxy.protocol === 'https:'
  return isHttp && proxy.hostname !== '' ? { kind: 'proxy', proxy } : { kind: 'unusable', variable }
}

/** The first variable that names a proxy which is none. */
export function unusableProxyOf(env: Variables): string | null {
  for (const address of ['https://somewhere.invalid', 'http://somewhere.invalid']) {
    const way = wayTo(new URL(address), { ...env, NO_PROXY: undefined, no_proxy: undefined })
    if (way.kind === 'unusable') return way.variable
  }
  return null
}

function named(env: Variables, name: string): string | undefined {
  return env[name.toLowerCase()] || env[name] || undefined
}

function isExempt({ hostname, port, protocol }: URL, list: string): boolean {
  const host = bare(hostname)
  if (THIS_MACHINE.has(host)) return true
  const portOf = port === '' ? (protocol === 'http:' ? '80' : '443') : port
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === '*') return true
    const [, name = '', onlyPort] = /^(\[[^\]]*\]|[^:]*|[0-9a-f:]+)(?::(\d+))?$/i.exec(entry) ?? []
    const wanted = bare(name).replace(/^\*?\./, '')
    if (wanted === '' || (onlyPort !== undefined && onlyPort !== portOf)) return false
    return host === wanted || host.endsWith(`.${wanted}`)
  })
}

function bare(host: string): string {
  return host.toLowerCase().replace(/^\[(.*)\]$/, '$1')
}
