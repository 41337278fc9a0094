import { readFileSync } from 'node:fs'
import { request, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer, type Server } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { setDefaultCACertificates, getCACertificates } from 'node:tls'

/** Made for tests, valid for a hundred years; the key is in the repository and protects nothing. */
const certificate = (name: string): string =>
  readFileSync(new URL(`./certificates/${name}.pem`, import.meta.url), 'utf8')
const KEY = readFileSync(new URL('./certificates/test-only.key', import.meta.url), 'utf8')

/** What a network does to calls on their way. */
export type NetworkFault =
  | 'none'
  | 'refused'
  | 'silent'
  | 'reset'
  | 'reset-midway'
  | 'cut-short'
  | 'byte-by-byte'
  | 'portal-page'
  | 'portal-redirect'
  | 'portal-certificate'
  | 'expired-certificate'
  | 'future-certificate'
  | 'unknown-certificate'

const CERTIFICATES: Partial<Readonly<Record<NetworkFault, string>>> = {
  'portal-certificate': 'other-name',
  'expired-certificate': 'expired',
  'future-certificate': 'not-yet',
  'unknown-certificate': 'self-signed'
}

/** What stands between the store's machine and Cova: TLS, and whatever the network does. */
export interface NetworkFront {
  /** "https://localhost:4711" */
  readonly origin: string
  readonly use: (fault: NetworkFault) => Promise<void>
  /** Instants at which calls came, by the machine's clock. */
  readonly calls: readonly { readonly path: string; readonly atMs: number }[]
  readonly close: () => Promise<void>
}

/** Lets this process trust the certificates of these tests, beside its own. */
export function trustTestAuthority(): void {
  setDefaultCACertificates([...getCACertificates('default'), certificate('authority')])
}

/** A front before the server at `target` ("http://127.0.0.1:4712"). */
export async function startNetworkFront(target: string): Promise<NetworkFront> {
  let fault: NetworkFault = 'none'
  const calls: { path: string; atMs: number }[] = []
  const sockets = new Set<Socket>()
  const server = createServer({ key: KEY, cert: certificate('right') }, (incoming, response) => {
    calls.push({ path: incoming.url ?? '', atMs: Date.now() })
    answer(fault, incoming, response, target)
  })
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('close', () => sockets.delete(socket))
  })
  server.on('tlsClientError', () => {})
  const port = await listening(server, 0)
  const drop = (): void => {
    for (const socket of sockets) socket.destroy()
  }
  return {
    origin: `https://localhost:${port}`,
    calls,
    use: async (next) => {
      fault = next
      server.setSecureContext({ key: KEY, cert: certificate(CERTIFICATES[next] ?? 'right') })
      // Nothing that was under way before goes on.
      drop()
      if (next === 'refused') await new Promise<void>((resolve) => void server.close(() => resolve()))
      else if (!server.listening) await listening(server, port)
    },
    close: async () => {
      drop()
      if (server.listening) await new Promise<void>((resolve) => void server.close(() => resolve()))
    }
  }
}

function listening(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })
}

function answer(fault: NetworkFault, incoming: IncomingMessage, response: ServerResponse, target: string): void {
  switch (fault) {
    case 'silent':
      return
    case 'reset':
      response.socket?.destroy()
      return
    case 'portal-page':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html><title>Welcome to Guest Wi-Fi</title></html>')
      return
    case 'portal-redirect':
      response.writeHead(302, { location: 'https://login.portal.example/' }).end()
      return
    default:
      forward(fault, incoming, response, target)
  }
}

function forward(fault: NetworkFault, incoming: IncomingMessage, response: ServerResponse, target: string): void {
  const { method, url, headers } = incoming
  const onward = request(target + (url ?? ''), { method, headers }, (reply) => {
    const chunks: Buffer[] = []
    reply.on('data', (chunk: Buffer) => chunks.push(chunk))
    reply.on('end', () => {
      const body = Buffer.concat(chunks)
      const { 'transfer-encoding': _chunked, ...given } = reply.headers
      const length = fault === 'cut-short' ? body.length + 500 : body.length
      response.writeHead(reply.statusCode ?? 502, { ...given, 'content-length': String(length) })
      send(fault, body, response)
    })
  })
  onward.on('error', () => response.socket?.destroy())
  incoming.pipe(onward)
}

function send(fault: NetworkFault, body: Buffer, response: ServerResponse): void {
  switch (fault) {
    case 'reset-midway':
      response.write(body.subarray(0, body.length / 2), () => response.socket?.destroy())
      return
    case 'cut-short':
      response.write(body, () => response.socket?.end())
      return
    case 'byte-by-byte': {
      let at = 0
      const timer = setInterval(() => {
        if (at >= body.length || response.destroyed) clearInterval(timer)
        else response.write(body.subarray(at, (at += 1)))
      }, 50)
      return
    }
    default:
      response.end(body)
  }
}
