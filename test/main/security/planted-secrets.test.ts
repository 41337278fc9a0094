import { afterEach, beforeEach, expect, it } from 'vitest'
import { createPairing } from '../../../src/main/screens/pairing.ts'
import type { PairingAnswer } from '../../../src/shared/pairing.ts'
import { type Answer, json, raw, type ScriptedCova, startScriptedCova, token } from '../cova/scripted-cova.ts'
import { eventually, removeDir, type Serving, startServe, temporaryDir } from '../serve/serve-process.ts'
import { filesIn, PLANTED, PLANTED_PIN, secretsFound } from './secret-search.ts'

let cova: ScriptedCova
let dataDir: string
let serving: Serving | null
let written: string
/** Everything that was answered over HTTP. */
let answered: string

beforeEach(async () => {
  cova = await startScriptedCova()
  dataDir = temporaryDir()
  serving = null
  written = ''
  answered = ''
})
afterEach(async () => {
  await serving?.stop('SIGKILL')
  await cova.close()
  removeDir(dataDir)
})

/** What a server of little care says of a request that it does not like. */
function echo(status: number): Answer {
  return (request, response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify({ message: 'no', request, credentials: PLANTED }))
  }
}

/** What it says with the token that it was asked by in it. */
function echoText(said: (used: string) => string, status: number): Answer {
  return ({ headers }, response) => {
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(said(String(headers.authorization).replace('Bearer ', '')))
  }
}

/** A screen that was paired while there were stores: its token. */
function pairedBefore(): string {
  const pairing = createPairing({ dataDir, nowMs: Date.now, elapsedMs: () => performance.now(), warn: () => undefined })
  const waits = pairing.wait(null, '10.0.0.7')
  if (waits.kind !== 'code') throw new Error('it is paired already')
  pairing.pair(waits.ticket, { name: 'Door', locationId: 1, board: null })
  const paired = pairing.wait(waits.ticket, '10.0.0.7')
  if (paired.kind !== 'paired') throw new Error('it was not paired')
  return paired.token
}

async function ask(path: string, body?: unknown, session?: string): Promise<string> {
  const response = await fetch(`${serving?.url}${path}`, {
    ...(body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) }),
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(session === undefined ? {} : { authorization: `Bearer ${session}` })
    }
  })
  const text = await response.text()
  return text
}

it(
  'nothing that is written or said has a secret in it, whatever the other side echoes',
  { timeout: 90_000 },
  async () => {
    const issued = ['PLANTED-token-1-aa17', 'PLANTED-token-2-bb28', 'PLANTED-token-3-cc39']
    const [first = '', second = '', third = ''] = issued
    cova.script({
      login: [
        echo(500),
        raw(`{"access_token": "${first}", `, 200, { 'content-type': 'application/json' }),
        json({ access_token: `${first} with a space`, refresh_token: first }),
        token(first, 1),
        echo(401),
        token(second, 1),
        token(third)
      ],
      data: [
        echo(401),
        echo(500),
        echoText((used) => `<html>${used} ${PLANTED.COVA_PASSWORD} ${PLANTED.COVA_CLIENT_SECRET}</html>`, 502),
        echoText((used) => `[{"Id": "${used}", "Name": "Bearer ${used}`, 200),
        echo(403),
        echoText((used) => JSON.stringify({ unexpected: { ...PLANTED, token: used } }), 200),
        echo(400),
        echo(500)
      ]
    })
    const screenToken = pairedBefore()
    serving = await startServe(['--sync-interval', '0.5'], {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      TOPSHELF_DATA_DIR: dataDir,
      COVA_API_URL: cova.origin,
      COVA_TOKEN_URL: `${cova.origin}/token`,
      ...PLANTED
    })
    for (const stream of [serving.child.stdout, serving.child.stderr])
      stream?.on('data', (chunk: Buffer) => (written += chunk.toString()))

    // A manager at work, with wrong PINs, a paired screen and a printed code.
    const call = async (channel: string, args: readonly unknown[], session?: string): Promise<unknown> => {
      const text = await ask(`/manager/calls/${channel}`, { args }, session)
      // What a call is for is told by it alone: the session's own token, and the code for phones.
      if (!channel.startsWith('gate:') && channel !== 'print:address') answered += text
      return JSON.parse(text)
    }
    const opened = (await call('gate:choose-pin', [PLANTED_PIN])) as { answer: { token: string } }
    const session = opened.answer.token
    await call('gate:unlock', [`${PLANTED_PIN}9`.slice(1)])
    const shown = JSON.parse(await ask('/pair/code', { ticket: null })) as Extract<PairingAnswer, { kind: 'code' }>
    answered += await ask('/pair/here', { token: screenToken, page: null, tab: null })
    await call('print:keep-address', ['http://menu.example'], session)
    const printed = (await call('print:address', [1, null], session)) as { answer: { url: string } }
    const link = new URL(printed.answer.url).searchParams.get('link') ?? ''

    // Each kind of failure has been met, and been written down.
    await eventually(
      async () => cova.requests.length,
      (count) => count >= 14
    )
    const health = await eventually(
      () => ask('/api/health'),
      (text) => text.includes('"lastError":{')
    )
    answered += health
    for (const path of ['/', '/api/locations', '/api/boards/1', '/pair', '/counter']) answered += await ask(path)
    answered += await ask('/api/baskets', { locationId: 'x' })
    for (const channel of [
      'health:bundle',
      'health:host',
      'health:read',
      'health:runs',
      'health:quarantine',
      'backup:export',
      'settings:read',
      'screens:list',
      'home:machine'
    ])
      await call(channel, [], session)
    const bundle = JSON.stringify(await call('health:bundle', [], session))
    expect(answered).toContain('topshelf-support-bundle')
    expect(await serving.stop()).toBe(0)

    // The company's id is one like a store's: prices name it as where they come from. Bundles leave it out all the same.
    const { COVA_COMPANY_ID, ...credentials } = PLANTED
    expect(bundle).not.toContain(COVA_COMPANY_ID)
    const secrets: readonly (readonly [string, string])[] = [
      ...Object.entries(credentials),
      ...issued.map((value) => ['a token of the token endpoint', value] as const),
      ['the PIN', PLANTED_PIN],
      ['the session of the manager', session],
      ['the token of a paired screen', screenToken],
      ['the ticket of a browser that waits', shown.ticket],
      ['the link of a printed code', link]
    ]
    const places = [
      ...filesIn(dataDir),
      { name: 'stdout and stderr', bytes: Buffer.from(written) },
      { name: 'answers', bytes: Buffer.from(answered) }
    ]
    expect(places.map(({ name }) => name)).toEqual(
      expect.arrayContaining([
        'cache.sqlite',
        'settings.json',
        'manager-pin.json',
        'paired-screens.json',
        'phone-links.json'
      ])
    )
    expect(secretsFound(places, secrets)).toEqual([])
  }
)
