import { createServer } from 'node:http'
import { connect, type AddressInfo, type Socket } from 'node:net'

export interface ConnectProxy {
  /** "http://127.0.0.1:4711" */
  readonly url: string
  /** What was asked for, in order: "cova.invalid:443", with the log-in where one was sent. */
  readonly asked: string[]
  readonly close: () => Promise<void>
}

/** A CONNECT proxy: whatever name it is asked for leads to the one port of this machine, or to `refusal`. */
export async function startConnectProxy(port: number, refusal: string | null = null): Promise<ConnectProxy> {
  const asked: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((_request, response) => response.writeHead(400).end())
  server.on('connection', (socket: Socket) => sockets.add(socket))
  server.on('connect', ({ url, headers }, socket) => {
    const login = headers['proxy-authorization']
    asked.push(`${url}${login === undefined ? '' : ` ${login}`}`)
    if (refusal !== null) return void socket.end(`HTTP/1.1 ${refusal}\r\n\r\n`)
    const onward = connect(port, '127.0.0.1', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
      onward.pipe(socket)
      socket.pipe(onward)
    })
    for (const end of [onward, socket]) end.on('error', () => {})
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      })
  }
}
