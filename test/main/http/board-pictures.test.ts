import { request } from 'node:http'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Engine } from '../../../src/main/engine/engine.types.ts'
import { createBoardServer, type BoardServer } from '../../../src/main/http/board-server.ts'

const HASH = '0123456789abcdef0123456789abcdef'
const WEBP = Buffer.from('RIFF....WEBP')

let boards: BoardServer
let url: string
let engine: Engine | null
let asked: string[]

beforeEach(async () => {
  asked = []
  const picture = async (hash: string): Promise<Uint8Array | null> => {
    asked.push(hash)
    return hash === HASH ? WEBP : null
  }
  engine = { picture } as unknown as Engine
  boards = createBoardServer({ engine: () => engine, rendererDir: '/nowhere' })
  url = await boards.server.listen({ port: 0, host: '127.0.0.1' })
})
afterEach(() => boards.close())

it('a picture is served for good: its name is of what it is', async () => {
  const response = await fetch(`${url}/pictures/${HASH}`)
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/webp'])
  expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(response.headers.get('content-security-policy')).toContain("img-src 'self'")
  expect(Buffer.from(await response.arrayBuffer())).toEqual(WEBP)
})

it('one that is not there is not there now', async () => {
  const response = await fetch(`${url}/pictures/${'f'.repeat(32)}`)
  expect([response.status, response.headers.get('content-type')]).toEqual([404, 'text/plain; charset=utf-8'])
  expect(response.headers.get('cache-control')).toBe('no-store')
  engine = null
  expect((await fetch(`${url}/pictures/${HASH}`)).status).toBe(404)
})

/** As it is written, which `fetch` would put in order first. */
function statusOf(path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url)
    request({ hostname, port, path }, (response) => {
      response.resume()
      resolve(response.statusCode ?? 0)
    })
      .on('error', reject)
      .end()
  })
}

it.each([
  '/pictures/',
  '/pictures/..',
  '/pictures/../settings.json',
  '/pictures/..%2f..%2fsettings.json',
  '/pictures/%2e%2e%2fcache.sqlite',
  `/pictures/${HASH}.webp`,
  `/pictures/${HASH}%00`,
  `/pictures/${HASH.toUpperCase()}`,
  `/pictures/x/${HASH}`
])('%s is no picture, and nobody looks for it', async (path) => {
  expect(await statusOf(path)).toBe(404)
  expect(asked).toEqual([])
})

it('a picture is only there to be read', async () => {
  const response = await fetch(`${url}/pictures/${HASH}`, { method: 'POST' })
  expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})
