import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type BoardServer, createBoardServer } from '../../../src/main/http/board-server.ts'
import { MOST_OF_ONE_ADDRESS } from '../../../src/main/http/connection-limits.ts'
import { createRequestLimits, networkOf } from '../../../src/main/http/request-limits.ts'
import { callFrom, OTHER_MACHINE, rawCall } from './network-caller.ts'

const WITHIN = { headersMs: 600, requestMs: 900, lookedForEveryMs: 100 }

let dir: string
let boards: BoardServer
let url: string
const sockets: Socket[] = []

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'topshelf-hostile-'))
  const rendererDir = join(dir, 'renderer')
  mkdirSync(join(rendererDir, 'assets'), { recursive: true })
  writeFileSync(join(dir, 'secret.txt'), 'SECRET')
  writeFileSync(join(rendererDir, 'index.html'), '<!doctype html><head></head>')
  writeFileSync(join(rendererDir, 'assets', 'page.js'), '// page')
  writeFileSync(join(rendererDir, '.env'), 'SECRET')
  mkdirSync(join(rendererDir, '.git'))
  writeFileSync(join(rendererDir, '.git', 'config'), 'SECRET')
  boards = createBoardServer({ engine: () => null, rendererDir, within: WITHIN })
  await boards.server.listen({ port: 0, host: '0.0.0.0' })
  const address = boards.server.server.address()
  url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
})
afterEach(async () => {
  for (const socket of sockets.splice(0)) socket.destroy()
  await boards.close()
  rmSync(dir, { recursive: true, force: true })
})

/** A socket that says what it is told and nothing more: whether the host has closed it, and what it heard. */
async function openSocket(text: string, from = OTHER_MACHINE): Promise<{ readonly closed: Promise<string> }> {
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port), localAddress: from })
  sockets.push(socket)
  let heard = ''
  socket.on('data', (chunk: Buffer) => (heard += chunk.toString()))
  socket.on('error', () => undefined)
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(heard)))
  await new Promise<void>((resolve) => {
    socket.once('connect', () => resolve())
    socket.once('close', () => resolve())
  })
  socket.write(text)
  return { closed }
}

describe('a path', () => {
  const OUTSIDE = [
    '/../secret.txt',
    '/assets/../../secret.txt',
    '/%2e%2e/secret.txt',
    '/%2e%2e%2fsecret.txt',
    '/..%2fsecret.txt',
    '/..%5csecret.txt',
    '/assets/..%252f..%252fsecret.txt',
    '/assets/%00/../../secret.txt',
    '/secret.txt%00.js',
    '//secret.txt',
    '/.//../secret.txt',
    '/.env',
    '/%2eenv',
    '/.git/config',
    'http://127.0.0.1/../secret.txt',
    '/\\..\\secret.txt'
  ]
  it.each(OUTSIDE)('%s leads to no file', async (path) => {
    const answer = await rawCall(url, `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /)
    expect(answer).not.toContain('SECRET')
  })

  it.each(['/assets', '/assets/', '/.', '/assets/.'])('%s lists no folder', async (path) => {
    const answer = await rawCall(url, `GET ${path} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n`)
    expect(answer).toMatch(/^HTTP\/1\.1 404 /)
    expect(answer).not.toContain('page.js')
  })

  it('of a file that was built leads there', async () => {
    expect((await callFrom('127.0.0.1', `${url}/assets/page.js`)).text).toBe('// page')
  })
})

describe('who is slow', () => {
  it('with the headers is closed', async () => {
    const { closed } = await openSocket('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ')
    expect(await closed).toMatch(/^(HTTP\/1\.1 408 |$)/)
  })

  it('with the body is closed', async () => {
    const { closed } = await openSocket(
      'POST /pair/code HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 900\r\n\r\n{"tick'
    )
    expect(await closed).toMatch(/^(HTTP\/1\.1 4\d\d |$)/)
  })

  it('and says a letter now and then is closed all the same', async () => {
    const { closed } = await openSocket('GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ')
    const drip = setInterval(() => sockets[0]?.write('a'), 50)
    await closed
    clearInterval(drip)
  })
})

describe('what is not asked in the words of HTTP', () => {
  it.each([
    ['nonsense', '\x16\x03\x01\x02\x00'],
    ['no Host', 'GET /api/health HTTP/1.1\r\n\r\n'],
    ['two Hosts', 'GET /api/health HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\n\r\n'],
    ['two lengths', 'POST /pair/code HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\nContent-Length: 9\r\n\r\n{}'],
    [
      'a length and pieces',
      'POST /pair/code HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'
    ],
    ['long headers', `GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: ${'a'.repeat(40_000)}\r\n\r\n`]
  ])('%s is refused', async (_, text) => {
    const { closed } = await openSocket(text, '127.0.0.1')
    const answer = await closed
    expect(answer).toMatch(/^(HTTP\/1\.1 4\d\d |$)/)
    expect(answer).not.toMatch(/at .*\.ts|node:internal/)
  })

  it('a body above a megabyte is refused', async () => {
    const body = { ticket: 'a'.repeat(1_100_000) }
    expect(await callFrom('127.0.0.1', `${url}/pair/code`, { body })).toMatchObject({ status: 413, code: 'too-large' })
  })
})

describe('who opens too much', () => {
  it('is closed from the sixty-fifth connection on; another address is not, and the machine itself never', async () => {
    const text = 'GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n'
    let closedByHost = 0
    const held = await Promise.all(Array.from({ length: MOST_OF_ONE_ADDRESS }, () => openSocket(text)))
    for (const { closed } of held) void closed.then(() => (closedByHost += 1))
    expect(await (await openSocket(text)).closed).toBe('')
    expect((await callFrom('127.0.0.3', `${url}/board-list.css`)).status).toBe(200)
    for (let n = 0; n < MOST_OF_ONE_ADDRESS + 20; n += 1) await openSocket(text, '127.0.0.1')
    expect((await callFrom('127.0.0.1', `${url}/board-list.css`)).status).toBe(200)
    await expect.poll(() => closedByHost).toBe(MOST_OF_ONE_ADDRESS)
    expect((await callFrom(OTHER_MACHINE, `${url}/board-list.css`)).status).toBe(200)
  })

  it('asks no more than its limit, and the machine itself has none', { timeout: 30_000 }, async () => {
    const ask = (from: string): Promise<number> => callFrom(from, `${url}/board-list.css`).then(({ status }) => status)
    const refused: number[] = []
    for (let n = 0; n < 40 && refused.length === 0; n += 1) {
      const answers = await Promise.all(Array.from({ length: 50 }, () => ask('127.0.0.4')))
      refused.push(...answers.filter((status) => status !== 200))
    }
    expect(new Set(refused)).toEqual(new Set([429]))
    expect(await ask('127.0.0.5')).toBe(200)
    expect(await ask('127.0.0.1')).toBe(200)
  })
})

describe('a limit', () => {
  it('fills again with time, for each address and for all together', () => {
    let atMs = 0
    const limits = createRequestLimits({ most: 10, perSecond: 1 }, { most: 15, perSecond: 2 }, () => atMs)
    for (let n = 0; n < 10; n += 1) expect(limits.take('10.0.0.1', 1)).toBe(0)
    expect(limits.take('10.0.0.1', 1)).toBe(1)
    for (let n = 0; n < 5; n += 1) expect(limits.take('10.0.0.2', 1)).toBe(0)
    expect(limits.take('10.0.0.2', 1)).toBe(1)
    atMs = 1000
    expect(limits.take('10.0.0.1', 1)).toBe(0)
    expect(limits.take('10.0.0.1', 1)).toBe(1)
    atMs = 3_600_000
    for (let n = 0; n < 10; n += 1) expect(limits.take('10.0.0.1', 1)).toBe(0)
    expect(limits.take('10.0.0.1', 1)).toBe(1)
  })

  it('takes all addresses of one IPv6 network for one', () => {
    expect(networkOf('2001:db8:1:2:aaaa::1')).toBe(networkOf('2001:db8:1:2::9'))
    expect(networkOf('2001:db8:1:2::1')).not.toBe(networkOf('2001:db8:1:3::1'))
    expect(networkOf('fe80::1%eth0')).toBe('fe80:0:0:0')
    expect(networkOf('192.168.1.20')).toBe('192.168.1.20')
  })
})
