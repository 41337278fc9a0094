type Fields = Readonly<Record<string, unknown>>

/** Commands and events as JSON over a WebSocket: what CDP and WebDriver BiDi have in common. */
export interface CommandSocket {
  readonly send: (method: string, params: object, more?: object) => Promise<Fields>
  readonly onEvent: (listener: (method: string, params: Fields) => void) => void
  readonly close: () => void
}

interface Waiting {
  readonly resolve: (result: Fields) => void
  readonly reject: (error: Error) => void
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {}
}

export async function openCommandSocket(url: string): Promise<CommandSocket> {
  const socket = new WebSocket(url)
  await new Promise<void>((resolve, reject) => {
    socket.addEventListener('open', () => resolve(), { once: true })
    socket.addEventListener('error', () => reject(new Error(`${url} cannot be opened`)), { once: true })
  })
  const waiting = new Map<number, Waiting>()
  const listeners: ((method: string, params: Fields) => void)[] = []
  let lastId = 0
  socket.addEventListener('message', ({ data }) => {
    const message = fieldsOf(JSON.parse(String(data)))
    const id = message['id']
    if (typeof id !== 'number') {
      const { method, params } = message
      for (const listener of listeners) listener(String(method), fieldsOf(params))
      return
    }
    const asked = waiting.get(id)
    waiting.delete(id)
    if (message['error'] === undefined) asked?.resolve(fieldsOf(message['result']))
    else asked?.reject(new Error(JSON.stringify(message['message'] ?? message['error'])))
  })
  socket.addEventListener('close', () => {
    for (const asked of waiting.values()) asked.reject(new Error('the browser has ended'))
    waiting.clear()
  })
  return {
    send: (method, params, more = {}) => {
      lastId += 1
      const id = lastId
      return new Promise((resolve, reject) => {
        waiting.set(id, { resolve, reject })
        socket.send(JSON.stringify({ id, method, params, ...more }))
      })
    },
    onEvent: (listener) => {
      listeners.push(listener)
    },
    close: () => socket.close()
  }
}
