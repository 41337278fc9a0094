import { fastify, type FastifyInstance, type InjectOptions } from 'fastify'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addSetupRoutes } from '../../../src/main/http/setup-routes.ts'
import type { SetupSession } from '../../../src/main/setup/setup-session.ts'

let server: FastifyInstance
let asked: string[]

beforeEach(async () => {
  asked = []
  const answer = (name: string) => () => {
    asked.push(name)
    return { phase: 'choose-source' }
  }
  const session = {
    state: answer('state'),
    useDemo: answer('useDemo'),
    connect: answer('connect'),
    chooseLocation: answer('chooseLocation')
  }
  server = fastify({ routerOptions: { ignoreTrailingSlash: true } })
  addSetupRoutes(server, session as unknown as SetupSession)
  server.get('/boards/7', () => 'a board')
  await server.ready()
})
afterEach(() => server.close())

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
      for (const name of ['use-demo', 'connect', 'choose-location']) {
        const answer = await server.inject({ ...from, method: 'POST', url: `/%73etup/${name}`, payload: {} })
        expect(answer.statusCode).toBe(403)
      }
    expect(asked).toEqual([])
  })

  it('leaves every other page to everybody', async () => {
    for (const from of elsewhere) expect((await server.inject({ ...from, url: '/boards/7' })).body).toBe('a board')
  })
})
