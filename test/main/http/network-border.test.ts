import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { networkAddresses } from '../../../src/main/http/network-addresses.ts'
import { argumentsOf } from '../../../src/main/manager/manager-arguments.ts'
import { loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import type { NetworkSettings } from '../../../src/main/settings/settings.types.ts'
import type { PairingAnswer } from '../../../src/shared/pairing.ts'
import { type ManagerHost, startManagerHost } from '../../renderer/manager/manager-host.ts'
import { buildRendererHead } from '../manager/screen-stream.ts'
import { callFrom, type OpenCall, OTHER_MACHINE, streamFrom } from './network-caller.ts'

const REGINA = 110501
const HAMILTON = 110502
/** Everything that tells something of a store. */
const READS = [
  '/api/health',
  '/api/locations',
  `/api/boards/${HAMILTON}`,
  `/api/boards/${HAMILTON}/timeline`,
  `/api/boards/${HAMILTON}/stream`,
  `/boards/${HAMILTON}`,
  `/boards/${HAMILTON}/stream`
] as const
const WRITES = [
  ['/api/baskets', { locationId: HAMILTON, lines: [] }],
  [`/boards/${HAMILTON}/alive`, null],
  [`/api/kiosk/${HAMILTON}/sheet`, { productId: 'x' }],
  [`/api/kiosk/${HAMILTON}/basket`, { lines: [], rewardId: null }],
  [`/api/kiosk/${HAMILTON}/hand-over`, { lines: [] }]
] as const

let rendererDir: string
let host: ManagerHost
let port: string
const open: OpenCall[] = []

beforeAll(async () => {
  rendererDir = mkdtempSync(join(tmpdir(), 'topshelf-pages-'))
  buildRendererHead(rendererDir)
  writeFileSync(join(rendererDir, 'manager.html'), '<!doctype html>')
  // Listens where its network reaches it, as `serve --host 0.0.0.0` does.
  host = await startManagerHost(rendererDir, { kind: 'demo' }, { locationId: HAMILTON }, { listensOn: '0.0.0.0' })
  port = new URL(host.url).port
}, 120_000)
afterAll(async () => {
  await host?.close()
  rmSync(rendererDir, { recursive: true, force: true })
})
afterEach(async () => {
  for (const stream of open.splice(0)) stream.close()
  await setNetwork({ serve: false, boards: 'paired', names: [] })
})

function at(path: string): string {
  return `http://127.0.0.1:${port}${path}`
}

/** The settings are looked at once a second. */
async function setNetwork(network: NetworkSettings, publicUrl: string | null = null): Promise<void> {
  const { settings } = loadSettings(host.dataDir)
  if (JSON.stringify([settings.network, settings.publicUrl]) === JSON.stringify([network, publicUrl])) return
  saveSettings(host.dataDir, { ...settings, network, publicUrl })
  await new Promise((resolve) => setTimeout(resolve, 1050))
}

/** Pairs a browser of the network as a manager does: its token. */
async function pairFrom(address: string, name: string): Promise<string> {
  const ask = async (ticket: string | null): Promise<PairingAnswer> =>
    JSON.parse((await callFrom(address, at('/pair/code'), { body: { ticket } })).text) as PairingAnswer
  const shown = await ask(null)
  if (shown.kind !== 'code') throw new Error('it is paired already')
  const paired = await host.call('screens:pair', shown.code, { name, locationId: HAMILTON })
  if (!paired.ok) throw new Error(paired.message)
  const answer = await ask(shown.ticket)
  if (answer.kind !== 'paired') throw new Error('it was not paired')
  await engineRuns()
  return answer.token
}

/** A change of the screens is followed by another engine. */
async function engineRuns(): Promise<void> {
  await expect
    .poll(async () => (await callFrom('127.0.0.1', at('/api/locations'))).status, { timeout: 20_000 })
    .toBe(200)
}

describe('somebody of the network who is not paired', () => {
  it.each(READS)('is shown nothing of %s', async (path) => {
    const answer = await callFrom(OTHER_MACHINE, at(path))
    expect(answer.status).toBe(401)
    expect(answer.text).not.toMatch(/Hamilton|110502/)
    if (path.startsWith('/api') || path.endsWith('stream')) expect(answer.code).toBe('not-paired')
    expect((await callFrom('127.0.0.1', at(path.replace(/\/stream$/, '')))).status).toBe(200)
  })

  it.each(WRITES)('is answered nothing at %s', async (path, body) => {
    expect(await callFrom(OTHER_MACHINE, at(path), { body })).toMatchObject({ status: 401, code: 'not-paired' })
  })

  it('is not told which boards there are', async () => {
    const list = await callFrom(OTHER_MACHINE, at('/'))
    expect(list.text).toContain('href="/pair"')
    expect(list.text).not.toMatch(/Hamilton|boards\//)
    const [known, unknown] = await Promise.all([HAMILTON, 9].map((id) => callFrom(OTHER_MACHINE, at(`/boards/${id}`))))
    expect([known?.status, known?.text]).toEqual([unknown?.status, unknown?.text])
  })

  it('is told so in the language of the store', async () => {
    const { settings } = loadSettings(host.dataDir)
    saveSettings(host.dataDir, { ...settings, language: 'fr-CA' })
    expect((await callFrom(OTHER_MACHINE, at(`/boards/${HAMILTON}`))).text).toContain('Ce menu n’est pas ouvert ici')
    saveSettings(host.dataDir, settings)
  })

  it('gets the page that pairs it, and the page of the counter, which tells nothing without a code', async () => {
    for (const path of ['/pair', '/board-list.css', '/counter'])
      expect((await callFrom(OTHER_MACHINE, at(path))).status).toBe(200)
    expect(await callFrom(OTHER_MACHINE, at('/api/counter?code=K7M4QX'))).toMatchObject({ code: 'code-unknown' })
  })

  it.each(['', 'x', 'a'.repeat(43), '%00', '../..'])('is nobody by the token %j', async (token) => {
    expect((await callFrom(OTHER_MACHINE, at(`/api/locations?token=${encodeURIComponent(token)}`))).status).toBe(401)
    const headers = { authorization: `Bearer ${token}` }
    expect((await callFrom(OTHER_MACHINE, at('/api/locations'), { headers })).status).toBe(401)
  })

  it('is looked at no more after thirty wrong tokens; who has a right one is', async () => {
    const token = await pairFrom('127.0.0.40', 'patient')
    const guess = (): ReturnType<typeof callFrom> => callFrom('127.0.0.40', at('/api/locations?token=guess'))
    for (let n = 0; n < 30; n += 1) expect((await guess()).status).toBe(401)
    const refused = await guess()
    expect(refused).toMatchObject({ status: 429, code: 'token-wait' })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await callFrom('127.0.0.40', at(`/api/locations?token=${token}`))).status).toBe(200)
    expect((await callFrom('127.0.0.41', at('/api/locations?token=guess'))).status).toBe(401)
  })
})

describe('a paired screen', () => {
  it('reads by its token, in the header or in the address, and writes nothing', async () => {
    const token = await pairFrom(OTHER_MACHINE, 'door')
    for (const path of ['/api/health', '/api/locations', `/api/boards/${HAMILTON}`, `/boards/${HAMILTON}`]) {
      expect((await callFrom(OTHER_MACHINE, at(`${path}?token=${token}`))).status).toBe(200)
      const headers = { authorization: `Bearer ${token}` }
      expect((await callFrom(OTHER_MACHINE, at(path), { headers })).status).toBe(200)
    }
    for (const path of ['/manager', '/manager/calls/gate:state', '/setup/state'])
      expect((await callFrom(OTHER_MACHINE, at(`${path}?token=${token}`), { body: {} })).status).toBeGreaterThan(400)
    const stream = await streamFrom(OTHER_MACHINE, at(`/boards/${HAMILTON}/stream?token=${token}`))
    open.push(stream)
    expect(stream.status).toBe(200)
  })

  it('that is unpaired reads no more, its open streams included', async () => {
    const token = await pairFrom(OTHER_MACHINE, 'window')
    const streams = await Promise.all(
      [`/boards/${HAMILTON}/stream`, `/api/boards/${HAMILTON}/stream`].map((path) =>
        streamFrom(OTHER_MACHINE, at(`${path}?token=${token}`))
      )
    )
    open.push(...streams)
    expect(streams.map(({ status }) => status)).toEqual([200, 200])
    const listed = await host.call('screens:list')
    if (!listed.ok) throw new Error(listed.message)
    const card = listed.answer.screens.find(({ name }) => name === 'window')
    expect(await host.call('screens:unpair', card?.id ?? '')).toMatchObject({ ok: true })
    await Promise.all(streams.map(({ ended }) => ended))
    expect((await callFrom(OTHER_MACHINE, at(`/api/locations?token=${token}`))).status).toBe(401)
    await engineRuns()
  })
})

describe('a printed code', () => {
  async function linkOf(locationId: number): Promise<string> {
    const reply = await host.call('print:address', locationId, null)
    if (!reply.ok) throw new Error(reply.message)
    return new URL(reply.answer.url ?? '').searchParams.get('link') ?? ''
  }

  it('opens its one board, and nothing else', async () => {
    await setNetwork({ serve: false, boards: 'paired', names: [] }, 'http://menu.example')
    const link = await linkOf(HAMILTON)
    expect(link).toMatch(/^[\w-]{22}$/)
    const query = `phone=1&link=${link}`
    expect((await callFrom(OTHER_MACHINE, at(`/boards/${HAMILTON}?${query}`))).status).toBe(200)
    const stream = await streamFrom(OTHER_MACHINE, at(`/boards/${HAMILTON}/stream?${query}`))
    open.push(stream)
    expect(stream.status).toBe(200)
    for (const path of [
      `/boards/${REGINA}?${query}`,
      `/boards/${HAMILTON}?link=${link}`,
      `/boards/${HAMILTON}?${query}&group=700`,
      `/boards/${HAMILTON}/stream?${query}&at=2030-01-01T00:00:00Z`,
      `/api/boards/${HAMILTON}?${query}`,
      `/api/locations?${query}`,
      `/?${query}`
    ])
      expect((await callFrom(OTHER_MACHINE, at(path))).text).not.toMatch(/Hamilton|Regina|110502/)
  })

  it('that was made void opens nothing, and ends what it had open', async () => {
    await setNetwork({ serve: false, boards: 'paired', names: [] }, 'http://menu.example')
    const before = await linkOf(HAMILTON)
    const stream = await streamFrom(OTHER_MACHINE, at(`/boards/${HAMILTON}/stream?phone=1&link=${before}`))
    open.push(stream)
    const other = await linkOf(REGINA)
    expect(await host.call('print:renew-codes', HAMILTON)).toMatchObject({ ok: true })
    await stream.ended
    expect((await callFrom(OTHER_MACHINE, at(`/boards/${HAMILTON}?phone=1&link=${before}`))).status).toBe(401)
    expect(await linkOf(HAMILTON)).not.toBe(before)
    expect(await linkOf(REGINA)).toBe(other)
  })
})

describe('a store that trusts its network', () => {
  it('shows boards to everybody in it, until it does not', async () => {
    await setNetwork({ serve: false, boards: 'everybody', names: [] })
    for (const path of ['/api/locations', `/api/boards/${HAMILTON}`, `/boards/${HAMILTON}`])
      expect((await callFrom(OTHER_MACHINE, at(path))).status).toBe(200)
    const stream = await streamFrom(OTHER_MACHINE, at(`/boards/${HAMILTON}/stream`))
    open.push(stream)
    await setNetwork({ serve: false, boards: 'paired', names: [] })
    await stream.ended
    expect((await callFrom(OTHER_MACHINE, at('/api/locations'))).status).toBe(401)
  })
})

describe('the name that this machine is asked by', () => {
  const WRONG = [
    'evil.example',
    'evil.example:4747',
    '10.255.255.1',
    'localhost.evil.example',
    '127.0.0.1.evil.example'
  ]
  it.each(WRONG)('is not %s, on the machine itself nor in the network', async (name) => {
    for (const from of ['127.0.0.1', OTHER_MACHINE])
      for (const path of ['/api/locations', '/', '/pair', '/board-list.css', `/boards/${HAMILTON}/stream`])
        expect(await callFrom(from, at(path), { headers: { host: name } })).toMatchObject({
          status: 421,
          code: 'wrong-host'
        })
    // Those routes look at more than the name.
    expect((await callFrom('127.0.0.1', at('/manager'), { headers: { host: name } })).status).toBe(403)
  })

  it('is localhost, a loopback address, or its own name, on the machine itself', async () => {
    for (const name of [
      'localhost',
      'localhost.',
      'LOCALHOST:4747',
      '127.0.0.1',
      '[::1]:4747',
      '0.0.0.0:4747',
      '[::]:4747',
      hostname()
    ])
      expect((await callFrom('127.0.0.1', at('/api/locations'), { headers: { host: name } })).status).toBe(200)
  })

  it('is its address, its name, or one of the settings, in the network', async () => {
    await setNetwork({ serve: false, boards: 'everybody', names: ['menu.lan'] }, 'https://menu.example')
    for (const name of [
      `127.0.0.1:${port}`,
      hostname(),
      `${hostname().split('.')[0]}.local`,
      'menu.lan',
      'menu.example'
    ])
      expect((await callFrom(OTHER_MACHINE, at('/api/locations'), { headers: { host: name } })).status).toBe(200)
    // By such a name somebody else asks, also where a proxy of this machine brings it.
    expect((await callFrom('127.0.0.1', at('/manager'), { headers: { host: 'menu.lan' } })).status).toBe(403)
  })
})

describe('a page of another site', () => {
  it.each(['http://evil.example', 'https://127.0.0.1.evil.example', 'null', 'file://', 'http://127.0.0.1:1'])(
    'by the origin %s asks nothing',
    async (origin) => {
      for (const path of [`/boards/${HAMILTON}/stream`, `/api/boards/${HAMILTON}/stream`, '/api/locations'])
        expect(await callFrom('127.0.0.1', at(path), { headers: { origin } })).toMatchObject({ code: 'other-site' })
      for (const [path, body] of [...WRITES, ['/pair/code', { ticket: null }] as const])
        expect(await callFrom('127.0.0.1', at(path), { headers: { origin }, body })).toMatchObject({ status: 403 })
    }
  )

  it('is not the board’s own', async () => {
    const headers = { origin: `http://127.0.0.1:${port}` }
    expect((await callFrom('127.0.0.1', at('/api/locations'), { headers })).status).toBe(200)
  })
})

describe('a proxy on this machine', () => {
  it('speaks for the network, whatever it asks for', async () => {
    for (const header of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'])
      for (const path of ['/api/locations', `/boards/${HAMILTON}`])
        expect((await callFrom('127.0.0.1', at(path), { headers: { [header]: '127.0.0.1' } })).status).toBe(401)
  })

  it('is not believed from elsewhere', async () => {
    const headers = { 'x-forwarded-for': '127.0.0.1', forwarded: 'for=127.0.0.1', 'x-real-ip': '127.0.0.1' }
    expect((await callFrom(OTHER_MACHINE, at('/api/locations'), { headers })).status).toBe(401)
    expect((await callFrom(OTHER_MACHINE, at('/manager'), { headers })).status).toBe(403)
  })
})

describe('the manager’s calls', () => {
  it('are answered to no other machine, not even with a session', async () => {
    const token = await sessionToken()
    const [real] = networkAddresses()
    const peers = [
      ['127.0.0.2', at('')],
      ...(real === undefined || real.includes(':') ? [] : [[real, `http://${real}:${port}`] as const])
    ] as const
    for (const [from, base] of peers)
      for (const channel of Object.keys(argumentsOf))
        for (const headers of [
          {},
          { host: `127.0.0.1:${port}` },
          { host: 'localhost', 'x-forwarded-for': '127.0.0.1' }
        ])
          expect(
            (
              await callFrom(from, `${base}/manager/calls/${channel}`, {
                body: { args: [] },
                headers: { ...headers, authorization: `Bearer ${token}` }
              })
            ).status
          ).toBe(403)
  })

  async function sessionToken(): Promise<string> {
    const opened = await callFrom('127.0.0.1', at('/manager/calls/gate:unlock'), { body: { args: ['2580'] } })
    return (JSON.parse(opened.text) as { answer: { token: string } }).answer.token
  }
})

describe('every answer', () => {
  it('says what a page of it may do, and nothing of what made it', async () => {
    for (const from of ['127.0.0.1', OTHER_MACHINE])
      for (const path of ['/', '/pair', '/api/locations', `/boards/${HAMILTON}`, '/nothing', '/manager', '/counter']) {
        const { headers } = await callFrom(from, at(path))
        const policy = String(headers['content-security-policy'])
        expect(policy).toContain("default-src 'none'")
        expect(policy).toContain("frame-ancestors 'none'")
        expect(policy).not.toContain('unsafe-')
        expect(headers).toMatchObject({
          'x-content-type-options': 'nosniff',
          'x-frame-options': 'DENY',
          'referrer-policy': 'no-referrer',
          'cross-origin-resource-policy': 'same-origin'
        })
        for (const name of ['server', 'x-powered-by', 'access-control-allow-origin', 'set-cookie'])
          expect(headers[name]).toBeUndefined()
      }
  })
})
