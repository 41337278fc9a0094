import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { Transformer } from '@napi-rs/image'

/** A file server on loopback, whose replies a test gives by path. */
export interface PictureHost {
  readonly origin: string
  readonly asked: string[]
  readonly most: { atOnce: number }
  answer: (path: string, response: ServerResponse, request: IncomingMessage) => void
  readonly close: () => Promise<void>
}

export async function startPictureHost(): Promise<PictureHost> {
  let open = 0
  const server = createServer((request, response) => {
    open += 1
    host.most.atOnce = Math.max(host.most.atOnce, open)
    response.on('close', () => (open -= 1))
    host.asked.push(request.url ?? '')
    host.answer(request.url ?? '', response, request)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  const host: PictureHost = {
    origin: `http://127.0.0.1:${address.port}`,
    asked: [],
    most: { atOnce: 0 },
    answer: (_path, response) => response.writeHead(404).end(),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      })
  }
  return host
}

export function send(response: ServerResponse, bytes: Uint8Array, type = 'image/png'): void {
  response.writeHead(200, { 'content-type': type }).end(bytes)
}

/** One colour, as a PNG. */
export function pngOf(widthPx: number, heightPx: number, tone = 120): Promise<Buffer> {
  return Transformer.fromRgbaPixels(new Uint8Array(widthPx * heightPx * 4).fill(tone), widthPx, heightPx).png()
}
