import { type ClientRequest, get } from 'node:http'

/** Readers of a board server's streams, each over a socket of its own, that leave and come back. */
export interface StreamReaders {
  /** Every reader leaves, and comes back. Resolves when each has had its first event. */
  readonly comeBack: () => Promise<void>
  /** Events that came, however often the readers have left. */
  readonly events: () => number
  /** What no stream may do: be refused, end by itself, or leave out an event. */
  readonly wrong: readonly string[]
  readonly close: () => Promise<void>
}

export function createStreamReaders(url: string, paths: readonly string[]): StreamReaders {
  const wrong: string[] = []
  let events = 0
  let open: { readonly request: ClientRequest; readonly gone: Promise<void> }[] = []

  function read(path: string): Promise<void> {
    return new Promise((resolve) => {
      let isOurs = false
      let lastId: number | null = null
      let gone = (): void => {}
      const whenGone = new Promise<void>((tell) => (gone = tell))
      const note = (what: string): void => {
        if (!isOurs) wrong.push(`${path}: ${what}`)
        resolve()
      }
      const request = get(url + path, { agent: false }, (response) => {
        if (response.statusCode !== 200) note(`was answered ${response.statusCode}`)
        let unread = ''
        response.setEncoding('utf8')
        response.on('data', (text: string) => {
          const lines = (unread + text).split('\n')
          unread = lines.pop() ?? ''
          for (const line of lines) {
            if (line.startsWith('id: ')) {
              const id = Number(line.slice(4))
              if (lastId !== null && id !== lastId + 1) note(`event ${id} came after ${lastId}`)
              lastId = id
            }
            if (!line.startsWith('event: ')) continue
            events += 1
            resolve()
          }
        })
        response.on('error', () => note('broke off'))
        response.on('end', () => note('ended by itself'))
        response.on('close', () => gone())
      })
      request.on('error', (error) => {
        note(error.message)
        gone()
      })
      open.push({
        request: Object.assign(request, {
          leave: () => {
            isOurs = true
            request.destroy()
          }
        }),
        gone: whenGone
      })
    })
  }

  async function leave(): Promise<void> {
    const readers = open
    open = []
    for (const { request } of readers) (request as ClientRequest & { leave: () => void }).leave()
    await Promise.all(readers.map(({ gone }) => gone))
  }

  return {
    wrong,
    events: () => events,
    comeBack: async () => {
      await leave()
      await Promise.all(paths.map(read))
    },
    close: leave
  }
}
