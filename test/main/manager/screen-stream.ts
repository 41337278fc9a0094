import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { BoardView } from '../../../src/shared/board-view.ts'
import type { ScreenOrder } from '../../../src/shared/screen-order.ts'

interface Events {
  readonly host: { readonly build: string; readonly page: string }
  readonly view: BoardView
  readonly order: ScreenOrder
}

/** A board page's stream, read as a browser would. */
export interface ReadStream {
  /** The host's name for it. */
  readonly page: string
  readonly theme: string
  /** The next event of that name that was not taken yet. */
  readonly next: <Name extends keyof Events>(name: Name) => Promise<Events[Name]>
  readonly had: (name: keyof Events) => boolean
  readonly close: () => void
}

/** Puts a page into a folder that a host serves, so that streams begin with the host's word. */
export function buildRendererHead(folder: string): void {
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html><head><title>Topshelf</title></head></html>')
}

/** Opens the stream of a board page's address; once the first view is there. `once` closes it again. */
export async function readStream(address: string, once = false): Promise<ReadStream> {
  const url = new URL(address)
  url.pathname += '/stream'
  const ending = new AbortController()
  const response = await fetch(url, { signal: ending.signal })
  if (!response.ok || response.body === null) throw new Error(`${url} answered ${response.status}`)
  const events: { name: string; data: unknown; taken: boolean }[] = []
  let told: (() => void)[] = []
  const read = async (body: ReadableStream<Uint8Array>): Promise<void> => {
    let text = ''
    const decoder = new TextDecoder()
    for await (const chunk of body) {
      text += decoder.decode(chunk, { stream: true })
      const blocks = text.split('\n\n')
      text = blocks.pop() ?? ''
      for (const block of blocks) {
        const name = /^event: (.*)$/m.exec(block)?.[1]
        const data = /^data: (.*)$/m.exec(block)?.[1]
        if (name !== undefined && data !== undefined) events.push({ name, data: JSON.parse(data), taken: false })
      }
      for (const tell of told.splice(0)) tell()
    }
  }
  read(response.body).catch(() => undefined)
  const next = async <Name extends keyof Events>(name: Name): Promise<Events[Name]> => {
    for (;;) {
      const event = events.find((one) => one.name === name && !one.taken)
      if (event !== undefined) {
        event.taken = true
        return event.data as Events[Name]
      }
      await new Promise<void>((resolve) => told.push(resolve))
    }
  }
  const { page } = await next('host')
  const view = await next('view')
  const first = events.find(({ name }) => name === 'view')
  if (first !== undefined) first.taken = false
  if (once) ending.abort()
  return {
    page,
    theme: view.head.screen.theme,
    next,
    had: (name) => events.some((event) => event.name === name && !event.taken),
    close: () => ending.abort()
  }
}
