import { once } from 'node:events'
import { connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { BoardEvent, Engine, ViewEvent } from '../../../src/main/engine/engine.types.ts'
import { createBoardServer, type BoardServer } from '../../../src/main/http/board-server.ts'

let boards: BoardServer
let url: string
let engine: Engine | null
let problem: string | null
/** Of the stream opened last. */
let tell: (event: BoardEvent & ViewEvent) => void
let end: () => void
let closed: number

beforeEach(async () => {
  problem = null
  closed = 0
  const subscribe = async (_query: unknown, listener: typeof tell, onEnded: () => void) => {
    tell = listener
    end = onEnded
    return { ok: true, close: () => (closed += 1) }
  }
  engine = { subscribeBoard: subscribe, subscribeView: subscribe } as unknown as Engine
  boards = createBoardServer({ engine: () => engine, rendererDir: '/nowhere', problem: () => problem })
  url = await boards.server.listen({ port: 0, host: '127.0.0.1' })
})
afterEach(() => boards.close())

describe('a stream', () => {
  it('ends with its engine, so that its reader comes back', async () => {
    for (const path of ['/boards/7/stream', '/api/boards/7/stream']) {
      const response = await fetch(`${url}${path}`)
      end()
      expect(await response.text()).toBe('')
    }
    expect(closed).toBe(2)
  })

  it('ends also where its engine ended before the first event', async () => {
    const subscribe = async (_query: unknown, _listener: unknown, onEnded: () => void) => {
      onEnded()
      return { ok: true, close: () => (closed += 1) }
    }
    engine = { subscribeView: subscribe } as unknown as Engine
    expect(await (await fetch(`${url}/boards/7/stream`)).text()).toBe('')
    expect(closed).toBe(1)
  })

  it('of a board page says that the engine is alive', async () => {
    const response = await fetch(`${url}/boards/7/stream`)
    tell({ kind: 'alive' } as BoardEvent & ViewEvent)
    end()
    expect(await response.text()).toBe('event: alive\ndata: {}\n\n')
  })

  it('brings a board of any size; a reader that takes nothing is cut off by what comes after it', async () => {
    const large = 'x'.repeat(12 * 1024 * 1024)
    const taking = await fetch(`${url}/boards/7/stream`)
    const received = taking.text()
    tell({ kind: 'view', view: large } as unknown as BoardEvent & ViewEvent)
    await new Promise((resolve) => setTimeout(resolve, 500))
    end()
    expect((await received).length).toBeGreaterThan(large.length)

    const { hostname, port } = new URL(url)
    const idle = connect(Number(port), hostname)
    idle.write(`GET /boards/7/stream HTTP/1.1\r\nhost: ${hostname}:${port}\r\n\r\n`)
    const gone = once(idle, 'close')
    await once(idle, 'readable')
    for (let at = 0; at < 3; at += 1) {
      tell({ kind: 'view', view: large } as unknown as BoardEvent & ViewEvent)
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    expect(closed).toBe(2)
    idle.destroy()
    await gone
  })

  it('is refused with the reason while no engine runs', async () => {
    engine = null
    problem = '/data cannot be written'
    const response = await fetch(`${url}/boards/7/stream`)
    expect((await fetch(`${url}/api/health`)).status).toBe(503)
    expect([response.status, await response.json()]).toEqual([
      503,
      { error: { code: 'unavailable', message: '/data cannot be written' } }
    ])
  })
})
