import type { FastifyReply, FastifyRequest } from 'fastify'

/** Keeps proxies and televisions from taking a quiet board for a dead one. */
const HEARTBEAT_MS = 15_000
/** A reader that far behind is cut off; it comes back and starts from a whole board. */
const MOST_UNREAD_BYTES = 8 * 1024 * 1024

export interface EventStream {
  readonly send: (event: string, data: string, id?: number) => void
  readonly close: () => void
}

/** Turns a reply into server-sent events. `onClosed` runs once, whoever ended it. */
export function openEventStream(
  request: FastifyRequest,
  reply: FastifyReply,
  headers: Readonly<Record<string, string>>,
  onClosed: () => void
): EventStream {
  reply.hijack()
  const { raw } = reply
  raw.writeHead(200, {
    ...headers,
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no'
  })
  raw.flushHeaders()
  request.raw.socket.setNoDelay(true)
  let closed = false
  const heartbeat = setInterval(() => raw.write(': still here\n\n'), HEARTBEAT_MS)
  heartbeat.unref()
  function end(): void {
    if (closed) return
    closed = true
    clearInterval(heartbeat)
    raw.end()
    onClosed()
  }
  // A reader that left while its board was looked for is not told again.
  if (raw.destroyed || request.raw.socket.destroyed) queueMicrotask(end)
  raw.on('close', end)
  raw.on('error', end)
  return {
    send: (event, data, id) => {
      if (closed) return
      // Looked at before writing: one board may be larger than what a reader may leave unread.
      if (raw.writableLength > MOST_UNREAD_BYTES) raw.destroy()
      else raw.write(`${id === undefined ? '' : `id: ${id}\n`}event: ${event}\ndata: ${data}\n\n`)
    },
    close: end
  }
}
