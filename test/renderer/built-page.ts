import { readFileSync, statSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import type { BoardView, BoardViewPatch } from '../../src/shared/board-view.ts'
import type { DisplayChoice, LocationChoice, SetupResult, SetupState } from '../../src/shared/setup.ts'

/** Folder for pictures of what the tests saw. */
export const SCREENS = join(import.meta.dirname, '..', 'output', 'screens')

/** A host made of node:http alone: the built page, a board stream that tests push into, and the setup calls. */
export interface FakeHost {
  readonly origin: string
  readonly streamQueries: string[]
  readonly setupCalls: { path: string; body: unknown }[]
  /** What pages said of themselves, with the query they said it by. */
  readonly reports: { query: string; body: unknown }[]
  view: BoardView | null
  setup: SetupState
  /** What the next setup call answers, in place of its usual answer. */
  refuse: Extract<SetupResult, { ok: false }> | null
  locations: readonly LocationChoice[]
  displays: readonly DisplayChoice[]
  /** By their hashes; any other is not there. */
  readonly pictures: Map<string, Uint8Array>
  push: (
    name: 'host' | 'view' | 'patch' | 'clock' | 'beat',
    data: BoardView | BoardViewPatch | { clock: string | null } | { build: string; page: string } | string
  ) => void
  /** Cuts every stream and refuses new ones until `comeBack`. */
  goAway: () => Promise<void>
  comeBack: () => Promise<void>
  close: () => Promise<void>
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.woff2': 'font/woff2',
  '.svg': 'image/svg+xml'
}

export async function startFakeHost(folder: string): Promise<FakeHost> {
  const streams = new Set<ServerResponse>()
  let server = createServer((request, response) => void answer(request, response))
  let eventId = 0

  const send = (response: ServerResponse, name: string, data: unknown) => {
    eventId += 1
    response.write(
      `id: ${eventId}\nevent: ${name}\ndata: ${typeof data === 'string' ? data : JSON.stringify(data)}\n\n`
    )
  }

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? '/', 'http://host')
    if (/^\/boards\/\d+\/stream$/.test(url.pathname)) {
      host.streamQueries.push(url.search)
      response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
      response.write(': hello\n\n')
      streams.add(response)
      request.on('close', () => streams.delete(response))
      if (host.view !== null) send(response, 'view', host.view)
      return
    }
    const picture = host.pictures.get(url.pathname.replace('/pictures/', ''))
    if (picture !== undefined) {
      response.writeHead(200, { 'content-type': 'image/webp' }).end(picture)
      return
    }
    if (/^\/boards\/\d+\/alive$/.test(url.pathname)) {
      host.reports.push({ query: url.search, body: JSON.parse(await textOf(request)) })
      response.writeHead(204).end()
      return
    }
    if (url.pathname === '/setup/state') return sendJson(response, host.setup)
    if (url.pathname.startsWith('/setup/') && request.method === 'POST') {
      const body: unknown = JSON.parse(await textOf(request))
      host.setupCalls.push({ path: url.pathname, body })
      return sendJson(response, setupAnswer(url.pathname, body))
    }
    const isPage = url.pathname === '/setup' || /^\/boards\/\d+$/.test(url.pathname)
    const file = join(folder, isPage ? 'index.html' : url.pathname)
    if (!file.startsWith(folder) || !isFile(file)) {
      response.writeHead(404).end()
      return
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' })
    response.end(readFileSync(file))
  }

  const setupAnswer = (path: string, body: unknown): SetupResult => {
    if (host.refuse !== null) {
      const refusal = host.refuse
      host.refuse = null
      return refusal
    }
    if (path === '/setup/choose-location') {
      const chosen = typeof body === 'object' && body !== null && 'locationId' in body ? Number(body.locationId) : 0
      host.setup =
        host.setup.phase === 'choose-location' && host.setup.source === 'cova'
          ? { phase: 'finish', source: 'cova', locationName: `Store ${chosen}`, displays: host.displays }
          : { phase: 'ready', source: 'demo', locationId: chosen }
    } else if (path === '/setup/finish') {
      host.setup = { phase: 'ready', source: 'cova', locationId: 7 }
    } else if (path === '/setup/cancel') {
      host.setup = { phase: 'choose-source' }
    } else {
      host.setup = { phase: 'syncing', source: path === '/setup/connect' ? 'cova' : 'demo', progress: [] }
    }
    return { ok: true, state: host.setup }
  }

  const port = await listen(server, 0)
  const host: FakeHost = {
    origin: `http://127.0.0.1:${port}`,
    streamQueries: [],
    setupCalls: [],
    reports: [],
    view: null,
    setup: { phase: 'choose-source' },
    refuse: null,
    locations: [],
    displays: [],
    pictures: new Map(),
    push: (name, data) => {
      for (const stream of streams) send(stream, name, data)
    },
    goAway: () => close(server, streams),
    comeBack: async () => {
      server = createServer((request, response) => void answer(request, response))
      await listen(server, port)
    },
    close: () => close(server, streams)
  }
  return host
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false
}

function sendJson(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })
}

function close(server: Server, streams: Set<ServerResponse>): Promise<void> {
  for (const stream of streams) stream.destroy()
  streams.clear()
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
