import { request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createBoardServer, type BoardServer } from '../../../src/main/http/board-server.ts'
import { addManagerRoutes } from '../../../src/main/http/manager-routes.ts'
import type { ManagerDesk } from '../../../src/main/manager/desk.ts'
import { argumentsOf } from '../../../src/main/manager/manager-arguments.ts'
import { createScreensHost } from '../../../src/main/screens/screens-host.ts'
import { removePin } from '../../../src/main/manager/pin-file.ts'
import { createPinGate } from '../../../src/main/manager/pin-gate.ts'
import { NO_NETWORK } from '../../../src/main/manager/network-handlers.ts'
import { openManagerDesk } from '../../../src/main/manager/open-desk.ts'
import { SERVED_UPDATES } from '../../../src/main/manager/updates-calls.ts'
import { loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import type { EngineProblem } from '../../../src/shared/engine-problem.ts'
import { NO_ACTIONS } from './no-actions.ts'

/** Every channel of the map: the argument table has each, by its type. */
const CHANNELS = Object.keys(argumentsOf)
const GATED = CHANNELS.filter((channel) => !channel.startsWith('gate:'))
const PIN = '2580'

let dataDir: string
/** Why no engine runs; null while the first is on its way. */
let engineProblem: EngineProblem | null
let desk: ManagerDesk
let boards: BoardServer
let url: string

beforeEach(async () => {
  engineProblem = null
  dataDir = mkdtempSync(join(tmpdir(), 'topshelf-desk-'))
  desk = openManagerDesk({
    updates: SERVED_UPDATES,
    dataDir,
    print: { listening: () => null, addresses: () => [], savePdf: null },
    network: NO_NETWORK,
    engine: () => null,
    problem: () => engineProblem,
    warn: () => undefined,
    actions: NO_ACTIONS,
    screens: { screens: createScreensHost(dataDir, () => undefined), pairingAddress: () => null }
  })
  boards = createBoardServer({
    engine: () => null,
    rendererDir: dataDir,
    extend: (server) => addManagerRoutes(server, desk, dataDir)
  })
  await boards.server.listen({ port: 0, host: '127.0.0.1' })
  url = `http://127.0.0.1:${(boards.server.server.address() as AddressInfo).port}`
})
afterEach(async () => {
  await boards.close()
  rmSync(dataDir, { recursive: true, force: true })
})

async function post(channel: string, token: string | null, args: readonly unknown[]): Promise<Response> {
  return fetch(`${url}/manager/calls/${channel}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify({ args })
  })
}

/** Opens a session; the PIN is one whose hash costs little, because every test has its own. */
async function openSession(): Promise<string> {
  await createPinGate({ dataDir, nowMs: Date.now, cost: { N: 16, r: 1, p: 1 } }).choose(PIN)
  const reply = await desk.answer({ token: null, mayChoosePin: true }, 'gate:unlock', [PIN])
  if (!reply.ok) throw new Error(reply.message)
  return (reply.answer as { token: string }).token
}

describe('no manager call works without the PIN', () => {
  it('knows which channels the gate answers', () => {
    expect(CHANNELS.filter((channel) => channel.startsWith('gate:')).toSorted()).toEqual([
      'gate:choose-pin',
      'gate:state',
      'gate:unlock'
    ])
    expect(GATED.length).toBeGreaterThan(2)
  })

  it.each(GATED)('%s, through the desk', async (channel) => {
    await openSession()
    for (const token of [null, '', 'x', 'undefined'])
      expect(await desk.answer({ token, mayChoosePin: true }, channel, [])).toMatchObject({ ok: false, code: 'locked' })
  })

  it.each(GATED)('%s, over HTTP', async (channel) => {
    await openSession()
    for (const token of [null, 'wrong']) {
      const response = await post(channel, token, [])
      expect(response.status).toBe(401)
      expect(await response.json()).toMatchObject({ ok: false, code: 'locked' })
    }
  })

  it.each(GATED)('%s takes no arguments but its own', async (channel) => {
    const token = await openSession()
    const reply = await desk.answer({ token, mayChoosePin: true }, channel, ['too', 'many', {}, [], 5, null, 7, 8, 9])
    expect(reply).toMatchObject({ ok: false, code: 'wrong-arguments' })
  })

  it('nor a channel that is in no map', async () => {
    const token = await openSession()
    for (const channel of ['', 'toString', '__proto__', 'constructor', 'settings'])
      expect(await desk.answer({ token, mayChoosePin: true }, channel, [])).toMatchObject({ code: 'unknown-call' })
  })
})

describe('a refusal of the desk itself', () => {
  it.each([
    ['fr-CA', /^Le menu est en train/, /^Un autre Topshelf/, /^Ce qui a été saisi/, /verrouillée/],
    ['es-MX', /^El menú se está abriendo/, /^Otro Topshelf/, /^Lo que se escribió/, /bloqueada/]
  ])('is in the language of the settings: %s', async (language, opening, busy, wrong, locked) => {
    saveSettings(dataDir, { ...loadSettings(dataDir).settings, language })
    const token = await openSession()
    const messageOf = async (
      channel: string,
      args: readonly unknown[],
      by: string | null = token
    ): Promise<unknown> => {
      const reply = await desk.answer({ token: by, mayChoosePin: true }, channel, args)
      return reply.ok ? null : reply.message
    }
    expect(await messageOf('stores:list', [])).toMatch(opening)
    engineProblem = { code: 'writer-busy', message: 'Another Topshelf (7) is already syncing into /data' }
    expect(await messageOf('stores:list', [])).toMatch(busy)
    expect(await messageOf('screens:identify', [7, 8, 9])).toMatch(wrong)
    expect(await messageOf('stores:list', [], null)).toMatch(locked)
    const host = await desk.answer({ token, mayChoosePin: true }, 'health:host', [])
    expect(host).toMatchObject({ ok: true, answer: { engineProblem: expect.stringMatching(busy) } })
  })
})

describe('a session', () => {
  it('opens with the PIN, and ends when it is told to', async () => {
    const token = await openSession()
    expect(await desk.answer({ token, mayChoosePin: true }, 'session:end', [])).toEqual({ ok: true, answer: null })
    expect(await desk.answer({ token, mayChoosePin: true }, 'session:end', [])).toMatchObject({ code: 'locked' })
  })

  it('of others ends with a change of the PIN, one’s own goes on', async () => {
    const mine = await openSession()
    const unlocked = await desk.answer({ token: null, mayChoosePin: false }, 'gate:unlock', [PIN])
    const { token: other } = (unlocked as { answer: { token: string } }).answer
    expect(await desk.answer({ token: mine, mayChoosePin: true }, 'session:change-pin', [PIN, '1357'])).toEqual({
      ok: true,
      answer: { ok: true }
    })
    expect(await desk.answer({ token: other, mayChoosePin: true }, 'stores:list', [])).toMatchObject({ code: 'locked' })
    expect(await desk.answer({ token: mine, mayChoosePin: true }, 'stores:list', [])).toMatchObject({
      code: 'unavailable'
    })
  })

  it('ends where the PIN is forgotten from outside, and is none of the next PIN’s', async () => {
    const before = await openSession()
    expect(await desk.answer({ token: before, mayChoosePin: true }, 'settings:read', [])).toMatchObject({ ok: true })
    expect(removePin(dataDir)).toBe(true)
    expect(await desk.answer({ token: before, mayChoosePin: true }, 'settings:read', [])).toMatchObject({
      code: 'locked'
    })
    const again = await openSession()
    removePin(dataDir)
    // Nobody asked anything between the one PIN and the next.
    const chosen = await desk.answer({ token: null, mayChoosePin: true }, 'gate:choose-pin', ['8520'])
    expect(chosen).toMatchObject({ ok: true, answer: { ok: true } })
    expect(await desk.answer({ token: again, mayChoosePin: true }, 'settings:read', [])).toMatchObject({
      code: 'locked'
    })
  })

  it('is not opened by a long press while there is no PIN', async () => {
    const caller = { token: null, mayChoosePin: false }
    expect(await desk.answer(caller, 'gate:state', [])).toMatchObject({
      answer: { state: { kind: 'no-pin', mayChoose: false } }
    })
    expect(await desk.answer(caller, 'gate:choose-pin', [PIN])).toMatchObject({ answer: { ok: false } })
  })
})

/** A request whose headers a browser would not let a page choose. */
function statusOf(path: string, headers: Readonly<Record<string, string>>): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${url}${path}`, { method: path === '/manager' ? 'GET' : 'POST', headers }, (response) => {
      response.resume()
      resolve(response.statusCode)
    })
    asked.on('error', reject)
    asked.end(path === '/manager' ? undefined : '{"args":[]}')
  })
}

describe('other machines', () => {
  it.each(['/manager', '/manager/calls/gate:state', '/%6danager/calls/gate:state'])(
    'get nothing of %s',
    async (path) => {
      const json = { 'content-type': 'application/json' }
      const { host } = new URL(url)
      expect(await statusOf(path, { ...json, host: 'board.example' })).toBe(403)
      expect(await statusOf(path, { ...json, host, origin: 'http://evil.example' })).toBe(403)
      expect(await statusOf(path, { ...json, host, 'x-forwarded-for': '10.0.0.7' })).toBe(403)
      expect(await statusOf(path, { ...json, host, forwarded: 'for=10.0.0.7' })).toBe(403)
      expect(await statusOf(path, { ...json, host })).not.toBe(403)
    }
  )
})
