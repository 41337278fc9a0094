import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fastify, type FastifyInstance, type InjectOptions } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addSetupRoutes } from '../../../src/main/http/setup-routes.ts'
import { createPinGate } from '../../../src/main/manager/pin-gate.ts'
import type { SetupSession } from '../../../src/main/setup/setup-session.ts'

let server: FastifyInstance
let asked: string[]
let dataDir: string
let phase: 'choose-source' | 'ready'
let isOpened: boolean

beforeEach(async () => {
  asked = []
  phase = 'choose-source'
  isOpened = true
  dataDir = mkdtempSync(join(tmpdir(), 'topshelf-routes-'))
  const answer = (name: string) => () => {
    asked.push(name)
    return { phase }
  }
  const session = {
    state: answer('state'),
    isOpened: () => isOpened,
    useDemo: answer('useDemo'),
    connect: answer('connect'),
    chooseLocation: answer('chooseLocation'),
    finish: answer('finish'),
    cancel: answer('cancel')
  }
  server = fastify({ routerOptions: { ignoreTrailingSlash: true } })
  addSetupRoutes(server, session as unknown as SetupSession, dataDir)
  server.get('/boards/7', () => 'a board')
  await server.ready()
})
afterEach(async () => {
  await server.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const here = { remoteAddress: '127.0.0.1', headers: { host: 'localhost:8080' } }
const elsewhere: InjectOptions[] = [
  { remoteAddress: '192.168.1.20', headers: { host: 'localhost:8080' } },
  { remoteAddress: '127.0.0.1', headers: { host: 'evil.example' } },
  { remoteAddress: '127.0.0.1', headers: { host: 'localhost:8080', origin: 'http://evil.example' } }
]

describe('first run over HTTP', () => {
  it('is answered on the machine itself', async () => {
    const answer = await server.inject({ ...here, url: '/setup/state' })
    expect([answer.statusCode, answer.json()]).toEqual([200, { phase: 'choose-source' }])
  })

  it('is refused to everybody else, however the path is written', async () => {
    for (const from of elsewhere)
      for (const url of [
        '/setup/state',
        '/%73etup/state',
        '/%73%65tup/st%61te',
        '/setup/state/',
        '/setup/state?a=/x'
      ]) {
        const answer = await server.inject({ ...from, url })
        expect([url, answer.statusCode, answer.json<{ error: { code: string } }>().error.code]).toEqual([
          url,
          403,
          'not-from-here'
        ])
      }
    for (const from of elsewhere)
      for (const name of ['use-demo', 'connect', 'choose-location', 'finish', 'cancel']) {
        const answer = await server.inject({ ...from, method: 'POST', url: `/%73etup/${name}`, payload: {} })
        expect(answer.statusCode).toBe(403)
      }
    expect(asked).toEqual([])
  })

  it('asks for the manager’s window once the screen is set up and has a PIN, and not before', async () => {
    const { headers } = here
    const demo = { ...here, method: 'POST', url: '/setup/use-demo', headers, payload: {} } as const
    phase = 'ready'
    expect((await server.inject(demo)).json()).toEqual({ phase: 'ready' })
    await createPinGate({ dataDir, nowMs: Date.now, cost: { N: 16, r: 1, p: 1 } }).choose('2580')
    expect((await server.inject(demo)).json()).toMatchObject({ ok: false, code: 'set-up' })
    expect(asked.filter((name) => name === 'useDemo')).toHaveLength(1)
    phase = 'choose-source'
    expect((await server.inject(demo)).json()).toEqual({ phase: 'choose-source' })
  })

  it('takes no step while nobody knows yet whether the screen is set up, where there is a PIN', async () => {
    const demo = { ...here, method: 'POST', url: '/setup/use-demo', payload: {} } as const
    isOpened = false
    await createPinGate({ dataDir, nowMs: Date.now, cost: { N: 16, r: 1, p: 1 } }).choose('2580')
    expect((await server.inject(demo)).json()).toMatchObject({ ok: false, code: 'opening' })
    expect(asked).not.toContain('useDemo')
    isOpened = true
    expect((await server.inject(demo)).json()).toEqual({ phase: 'choose-source' })
  })

  it('names what is wrong with a body', async () => {
    const post = (name: string, payload: object) =>
      server.inject({ ...here, method: 'POST', url: `/setup/${name}`, payload })
    expect((await post('finish', { market: { kind: 'restricted', hides: [] }, displays: [] })).statusCode).toBe(400)
    expect((await post('finish', { market: { kind: 'free' }, displays: [] })).statusCode).toBe(200)
    expect((await post('choose-location', { locationId: 1, restrictToLocationIds: [] })).statusCode).toBe(400)
    expect((await post('choose-location', { locationId: 1 })).statusCode).toBe(200)
  })

  it('leaves every other page to everybody', async () => {
    for (const from of elsewhere) expect((await server.inject({ ...from, url: '/boards/7' })).body).toBe('a board')
  })
})
