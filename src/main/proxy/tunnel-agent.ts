import http from 'node:http'
import https from 'node:https'
import type { Duplex } from 'node:stream'
import tls from 'node:tls'

/** A proxy that takes the connection and then says nothing. */
const OPEN_WITHIN_MS = 30_000

type Opened = (error: Error | null, stream?: Duplex) => void

/**
 * An agent whose connections go through a proxy, by CONNECT: TLS goes through whole, and the proxy sees the name alone. A proxy
 * that refuses is an error with the code ERR_PROXY_TUNNEL. Ours: the oldest runtime that the program is started on has none, and
 * https-proxy-agent hands on a proxy's refusal as the server's answer, where a 403 would read as Cova's.
 */
export function tunnelAgent(proxy: URL, protocol: string, options: https.AgentOptions = {}): http.Agent {
  const agent = protocol === 'http:' ? new http.Agent(options) : new https.Agent(options)
  agent.createConnection = (wanted, opened) => {
    // @types has a stream in every case; Node's own agents give none with an error.
    const tell = (opened ?? (() => undefined)) as Opened
    openTunnel(proxy, wanted, (error, socket) => {
      if (error !== null || socket === undefined) tell(error)
      else tell(null, protocol === 'http:' ? socket : tls.connect({ ...(wanted as tls.ConnectionOptions), socket }))
    })
    return undefined
  }
  return agent
}

function openTunnel(proxy: URL, { host, port }: http.ClientRequestArgs, opened: Opened): void {
  const { protocol, hostname, username, password } = proxy
  const target = `${host?.includes(':') === true ? `[${host}]` : host}:${port}`
  const login = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`
  const request = (protocol === 'https:' ? https : http).request({
    method: 'CONNECT',
    hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: proxy.port === '' ? (protocol === 'https:' ? 443 : 80) : proxy.port,
    path: target,
    agent: false,
    headers: {
      host: target,
      ...(username === '' ? {} : { 'proxy-authorization': `Basic ${Buffer.from(login).toString('base64')}` })
    }
  })
  request.setTimeout(OPEN_WITHIN_MS, () => request.destroy(faultOf('ETIMEDOUT', 'the proxy does not answer')))
  request.once('error', opened)
  request.once('response', (response) => {
    response.destroy()
    opened(faultOf('ERR_PROXY_TUNNEL', `the proxy answers ${response.statusCode}`))
  })
  request.once('connect', ({ statusCode }, socket) => {
    socket.setTimeout(0)
    if (statusCode === 200) return opened(null, socket)
    socket.destroy()
    opened(faultOf('ERR_PROXY_TUNNEL', `the proxy does not let it through (${statusCode})`))
  })
  request.end()
}

function faultOf(code: string, message: string): Error {
  return Object.assign(new Error(message), { code })
}
