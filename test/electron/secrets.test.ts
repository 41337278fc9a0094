import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterEach, expect, it } from 'vitest'
import { startDemoStore } from '../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../src/main/demo-store/demo-store.types.ts'
import type { ManagerBridge } from '../../src/shared/manager/manager-channels.ts'
import type { PairingAnswer } from '../../src/shared/pairing.ts'
import { filesIn, PLANTED, PLANTED_PIN, secretsFound } from '../main/security/secret-search.ts'
import { freePort, hamilton, launchDesktop } from './desktop-app.ts'
import { openManagerWindow } from './manager-window.ts'

const WRONG_PASSWORD = 'PLANTED-wrong-password-3a9d'
const ends: (() => unknown)[] = []

afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end()
})

/** The demo store behind a server of little care: it wants the planted log-in, and echoes it in what it says of a failure. */
interface CarelessCova {
  readonly url: string
  /** Every token that was given out. */
  readonly issued: string[]
  readonly server: Server
  /** Fails so many calls, each with an echo of all it knows. */
  failNext: number
}

async function startCarelessCova(store: DemoStore): Promise<CarelessCova> {
  const cova: CarelessCova = {
    url: '',
    issued: [],
    failNext: 0,
    server: createServer((request, response) => void answer(request, response))
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const asked = Buffer.concat(chunks).toString()
    const say = (status: number, body: unknown): void => {
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
    }
    const isLogin = request.url?.endsWith('/token') === true
    if (isLogin && !new URLSearchParams(asked).has('password', PLANTED.COVA_PASSWORD))
      return say(401, { message: 'no', asked, wanted: PLANTED })
    if (!isLogin && cova.failNext > 0) {
      cova.failNext -= 1
      return say(500, { message: 'no', headers: request.headers, asked, credentials: PLANTED })
    }
    const { credentials } = store
    const login = { client_id: credentials.clientId, client_secret: credentials.clientSecret }
    const own = { ...login, username: credentials.username, password: credentials.password }
    const sent = new URLSearchParams(asked)
    if (isLogin) for (const [name, value] of Object.entries(own)) sent.set(name, value)
    const path = (request.url ?? '').replaceAll(PLANTED.COVA_COMPANY_ID, credentials.companyId)
    const { host: _host, 'content-length': _length, connection: _connection, ...headers } = request.headers
    const passed = await fetch(store.url + path, {
      method: request.method ?? 'GET',
      headers: headers as Record<string, string>,
      ...(asked === '' ? {} : { body: isLogin ? sent.toString() : asked })
    })
    const text = await passed.text()
    if (isLogin) cova.issued.push((JSON.parse(text) as { access_token: string }).access_token)
    response.writeHead(passed.status, { 'content-type': passed.headers.get('content-type') ?? 'text/plain' })
    response.end(text)
  }

  await new Promise<void>((resolve) => cova.server.listen(0, '127.0.0.1', resolve))
  return Object.assign(cova, { url: `http://127.0.0.1:${(cova.server.address() as AddressInfo).port}` })
}

/** As the manager's own page asks. */
async function ask<Answer>(
  page: Page,
  channel: string,
  token: string | null,
  args: readonly unknown[]
): Promise<Answer> {
  const reply = await page.evaluate(
    ([to, by, given]) => {
      const { topshelfManager } = window as unknown as { topshelfManager: { call: (...all: unknown[]) => unknown } }
      return topshelfManager.call(to, by, given)
    },
    [channel, token, args] as const
  )
  const answered = reply as Awaited<ReturnType<ManagerBridge['call']>>
  if (!answered.ok) throw new Error(`${channel}: ${answered.message}`)
  return answered.answer as Answer
}

it('the app writes and says no secret: first run, a manager at work, failures that echo everything, a crash', async () => {
  const store = await startDemoStore({ living: false })
  ends.push(() => store.close())
  const cova = await startCarelessCova(store)
  ends.push(() => cova.server.close())
  // All that is the user's: what the app, Chromium and the desktop write beside the data directory is in it too.
  const home = mkdtempSync(join(tmpdir(), 'topshelf-secrets-'))
  ends.push(() => rmSync(home, { recursive: true, force: true }))
  const dataDir = join(home, 'data')
  const port = await freePort()
  const app = await launchDesktop(
    {
      HOME: home,
      XDG_CONFIG_HOME: join(home, '.config'),
      XDG_CACHE_HOME: join(home, '.cache'),
      TMPDIR: home,
      TOPSHELF_DATA_DIR: dataDir,
      TOPSHELF_SCREENS_PORT: String(port),
      TOPSHELF_SYNC_INTERVAL_SECONDS: '1',
      COVA_API_URL: cova.url,
      COVA_TOKEN_URL: `${cova.url}/v1/oauth2/token`
    },
    ['--windowed']
  )
  ends.push(app.close)
  let stdout = ''
  app.electron.process().stdout?.on('data', (chunk: Buffer) => (stdout += chunk.toString()))

  // First run, with a wrong password first, typed by hand.
  const { page } = app
  for (const password of [WRONG_PASSWORD, PLANTED.COVA_PASSWORD]) {
    const letter = [
      `Company ID: ${PLANTED.COVA_COMPANY_ID}`,
      `Client ID: ${PLANTED.COVA_CLIENT_ID}`,
      `Client secret: ${PLANTED.COVA_CLIENT_SECRET}`,
      `Username: ${PLANTED.COVA_USERNAME}`,
      `Password: ${password}`
    ]
    await page.getByLabel('Paste the five values').fill(letter.join('\n'))
    await page.getByRole('button', { name: 'Connect to Cova' }).click()
    if (password === WRONG_PASSWORD) await page.getByRole('alert').first().waitFor()
  }
  await page.getByRole('heading', { name: 'Which store is this screen in?' }).waitFor()
  // Without a key store that deserves the name nothing is kept, and the page says so; with one, what is kept is searched below.
  const hasKeyStore = await app.electron.evaluate(
    ({ safeStorage }) =>
      safeStorage.isEncryptionAvailable() && !/basic_text|unknown/.test(safeStorage.getSelectedStorageBackend())
  )
  expect(existsSync(join(dataDir, 'credentials.bin'))).toBe(hasKeyStore)
  if (!hasKeyStore) await page.getByText('This system has no key store, so the fiv').waitFor()
  await page.locator('.setup-locations').getByRole('button', { name: hamilton.name }).click()
  await page.locator('label.choice').filter({ hasText: 'No' }).last().click()
  await page.getByRole('button', { name: 'Show the board' }).click()
  await page.waitForSelector('main.board [data-item]')

  // A manager: a PIN, a paired screen, a printed code, a bundle, a backup.
  const manager = await openManagerWindow(app, PLANTED_PIN)
  const session = (await ask<{ token: string }>(manager, 'gate:unlock', null, [PLANTED_PIN])).token
  const http = async <T>(path: string, body: unknown): Promise<T> => {
    const headers = { 'content-type': 'application/json' }
    const given = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: 'POST',
      headers,
      body: JSON.stringify(body)
    })
    return (await given.json()) as T
  }
  const shown = await http<Extract<PairingAnswer, { kind: 'code' }>>('/pair/code', { ticket: null })
  await ask(manager, 'screens:pair', session, [
    shown.code,
    { name: 'Door', locationId: hamilton.locationId, board: null }
  ])
  const paired = await http<{ kind: string; token: string }>('/pair/code', { ticket: shown.ticket })
  expect(paired.kind).toBe('paired')
  await ask(manager, 'print:keep-address', session, ['http://menu.example'])
  const printed = await ask<{ url: string }>(manager, 'print:address', session, [hamilton.locationId, null])
  const link = new URL(printed.url).searchParams.get('link') ?? ''

  // Each call fails, with an echo of everything; the log says so. A page dies, and is mended.
  cova.failNext = 12
  await expect.poll(() => cova.failNext, { timeout: 60_000 }).toBe(0)
  await app.electron.evaluate(({ BrowserWindow }) => {
    const board = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().includes('/index.html'))
    board?.webContents.forcefullyCrashRenderer()
  })
  await expect.poll(() => existsSync(join(dataDir, 'recoveries.json')), { timeout: 60_000 }).toBe(true)
  const texts: string[] = []
  for (const channel of [
    'health:bundle',
    'backup:export',
    'health:read',
    'health:runs',
    'health:host',
    'home:machine',
    'settings:read',
    'screens:list'
  ])
    texts.push(JSON.stringify(await ask(manager, channel, session, [])))
  await app.close()

  const { COVA_COMPANY_ID: _id, ...credentials } = PLANTED
  const secrets = [
    ...Object.entries(credentials),
    ['the password that was wrong', WRONG_PASSWORD],
    ...cova.issued.map((token) => ['a token of the token endpoint', token]),
    ['the PIN', PLANTED_PIN],
    ['the session of the manager', session],
    ['the token of a paired screen', paired.token],
    ['the ticket of a browser that waits', shown.ticket],
    ['the link of a printed code', link]
  ] as unknown as readonly (readonly [string, string])[]
  expect(secrets.every(([, value]) => value.length >= 8)).toBe(true)
  expect(cova.issued.length).toBeGreaterThan(0)
  const places = [
    ...filesIn(home),
    { name: 'stdout and stderr', bytes: Buffer.from(stdout + app.stderr()) },
    { name: 'the bundle, the backup and other answers', bytes: Buffer.from(texts.join('\n')) }
  ]
  const names = places.map(({ name }) => name)
  expect(names).toEqual(
    expect.arrayContaining(
      [
        'logs/topshelf.log',
        'launch/painted.json',
        'recoveries.json',
        'settings.json',
        'cache.sqlite',
        'manager-pin.json',
        'paired-screens.json',
        'phone-links.json'
      ].map((name) => `data/${name}`)
    )
  )
  expect(names.some((name) => name.startsWith('data/chromium/'))).toBe(true)
  // No dump is written of the page that died.
  expect(names.filter((name) => name.endsWith('.dmp'))).toEqual([])
  expect(places.find(({ name }) => name === 'data/logs/topshelf.log')?.bytes.length).toBeGreaterThan(100)
  // What failed was written down, and what stands there is found.
  expect(texts.join('\n')).toMatch(/\b500\b/)
  expect(secretsFound(places, [['a store', hamilton.name]])).toContain('a store in data/cache.sqlite')
  expect(secretsFound(places, secrets)).toEqual([])
}, 180_000)
