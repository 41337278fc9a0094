import Database from 'better-sqlite3'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import type { EngineCore } from '../../../src/main/engine/engine-core.ts'
import { createHealthCalls, type HealthHost } from '../../../src/main/manager/health-calls.ts'
import { secretsOf } from '../../../src/main/settings/secrets.ts'
import { loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import type { ManagerReply } from '../../../src/shared/manager/manager-channels.ts'
import type { HealthNews, QuarantineNews, RunNews } from '../../../src/shared/manager/health.ts'
import type { TodayNews } from '../../../src/shared/manager/today.ts'
import { runEngine, syncOnce } from '../engine/running-engine.ts'
import { removeDir, temporaryDir } from '../serve/serve-process.ts'

let store: DemoStore
let dataDir: string
let engine: EngineCore | null

beforeEach(async () => {
  store = await startDemoStore({ living: false })
  dataDir = temporaryDir()
  engine = null
})
afterEach(async () => {
  await engine?.stop()
  await store.close()
  removeDir(dataDir)
})

async function started(): Promise<EngineCore> {
  engine = await runEngine(store, dataDir)
  return engine
}

async function asked<T>(channel: 'health:read' | 'health:runs' | 'health:quarantine' | 'home:today'): Promise<T> {
  const reply = (await engine?.inquire({ channel, args: channel === 'home:today' ? [null] : [] })) as ManagerReply<T>
  if (!reply.ok) throw new Error(reply.message)
  return reply.answer
}

function callsOf(more: Partial<HealthHost> = {}) {
  return createHealthCalls({
    dataDir,
    nowMs: () => Date.parse('2026-11-20T22:20:00Z'),
    uptimeMs: () => 3_725_000,
    engineProblem: () => (engine === null ? 'The engine did not start: no room' : null),
    inquire: async (channel) => ((await engine?.inquire({ channel, args: [] })) ?? null) as never,
    secrets: async () => secretsOf(store.credentials),
    recentLines: () => [],
    recoveries: () => [],
    choices: async () => null,
    pairedScreens: () => [],
    saveFile: async (file) => ({ kind: 'content', file }),
    ...more
  })
}

describe('how the feeds are', () => {
  it('after a good sync: fresh, each with its run, its counts and how long it took', async () => {
    expect(await syncOnce(await started())).toBeNull()
    const { status, statusWords, feeds, quarantined } = await asked<HealthNews>('health:read')
    expect([status, statusWords, quarantined]).toEqual(['ok', 'Everything comes in as it should.', 0])
    expect(feeds.map(({ name, state, age, fault }) => [name, state, age, fault])).toEqual(
      ['Stores', 'Taxes', 'Products', 'Promotions', 'Prices'].map((name) => [name, 'ok', 'just now', null])
    )
    const runs = await asked<readonly RunNews[]>('health:runs')
    expect(runs.map(({ name, kind, fault }) => [name, kind, fault])).toEqual([
      ['Prices', 'changes', null],
      ['Promotions', 'everything', null],
      ['Products', 'everything', null],
      ['Taxes', 'everything', null],
      ['Stores', 'everything', null]
    ])
    const products = runs.find(({ feed }) => feed === 'catalogue')
    expect(products).toMatchObject({
      records: store.state.products.length,
      rejected: 0,
      took: expect.stringMatching(/sec/)
    })
  })

  it('says of a refused one what happened, what to do, and the line that was written down', async () => {
    store.faults.always('menu-board-promotions', { kind: 'status', status: 403 })
    await syncOnce(await started())
    const { status, feeds } = await asked<HealthNews>('health:read')
    expect(status).toBe('degraded')
    expect(feeds.find(({ feed }) => feed === 'promotions')).toMatchObject({
      state: 'failed',
      age: null,
      fault: {
        code: 'forbidden',
        what: 'The API user lacks a permission (403).',
        todo: expect.stringContaining('“Manage Dispensary Specific Elements”'),
        detail: expect.stringContaining('promotions')
      }
    })
    expect(await asked<TodayNews>('home:today')).toMatchObject({
      wants: expect.arrayContaining([
        {
          words: 'Promotions: The API user lacks a permission (403).',
          detail: expect.stringContaining('Manage Dispensary Specific Elements'),
          place: 'health'
        }
      ])
    })
  })

  it('in the manager’s language, by the clock of the store that this machine shows', async () => {
    const regina = store.state.locations.find(({ Name }) => Name.includes('Regina'))?.Id as number
    saveSettings(dataDir, { ...loadSettings(dataDir).settings, language: 'fr-CA', locationId: regina })
    await syncOnce(await started())
    const { statusWords, feeds } = await asked<HealthNews>('health:read')
    expect(statusWords).toBe('Tout arrive comme prévu.')
    expect(feeds[0]).toMatchObject({
      name: 'Magasins',
      age: 'à l’instant',
      at: expect.stringMatching(/^\d+\u00a0h\u00a0\d+$/)
    })
    const today = await asked<TodayNews>('home:today')
    expect(today.well).toContain('Prix vérifiés à l’instant.')
    expect(today.nextChange).toMatch(/\u00a0: (début|fin) /)
    expect(today.score).toMatchObject({ share: null, lines: 0, text: expect.stringMatching(/./) })
  })
})

describe('to a French reader', () => {
  beforeEach(() => {
    saveSettings(dataDir, { ...loadSettings(dataDir).settings, language: 'fr-CA' })
  })

  it('a problem is French in the window, and English where programs read it', async () => {
    writeFileSync(join(dataDir, 'cache.sqlite.damaged-2026-11-20T16-20-00-000Z'), '')
    const { health } = await started()
    const { problems } = await asked<HealthNews>('health:read')
    const told = problems.find(({ code }) => code === 'file-moved-aside')
    expect(told).toMatchObject({
      title: 'Un fichier endommagé a été mis de côté',
      detail: expect.stringMatching(
        /^cache\.sqlite a été trouvé endommagé le 20 novembre 2026 et gardé sous .*besoin\.$/
      )
    })
    expect(await asked<TodayNews>('home:today')).toMatchObject({
      wants: expect.arrayContaining([{ words: told?.title, detail: told?.detail, place: 'problems' }])
    })
    const line = health().problems.find(({ code }) => code === 'file-moved-aside')
    expect(Object.keys(line ?? {})).toEqual(['code', 'message', 'locationId'])
    expect(line?.message).toMatch(/^cache\.sqlite was found damaged on 2026-11-20 /)
  })

  it('an earlier database in use is told with where the newer one is kept, as long as that lies there', async () => {
    for (const name of ['cache.sqlite', 'keep.sqlite']) {
      const db = new Database(join(dataDir, `${name}.newer-2026-11-20T16-20-00-000Z`))
      db.pragma('journal_mode = WAL')
      db.pragma('user_version = 999')
      db.close()
      writeFileSync(join(dataDir, `${name}.newer-2026-11-20T16-20-00-000Z-wal`), '')
    }
    const { health } = await started()
    const told = (await asked<HealthNews>('health:read')).problems.filter(
      ({ code }) => code === 'newer-version-taken-back'
    )
    expect(told.map(({ title }) => title)).toEqual(Array(2).fill('Une base de données antérieure est utilisée'))
    expect(told.map(({ detail }) => detail)).toEqual([
      expect.stringMatching(/retirée le 20 novembre 2026\u00a0: les tableaux .*cache\.sqlite\.newer-.*supprimer\.$/),
      expect.stringMatching(/retirée le 20 novembre 2026\u00a0: ce qu’elle .*keep\.sqlite\.newer-.*pas\.$/)
    ])
    const lines = health().problems.filter(({ code }) => code === 'newer-version-taken-back')
    expect(lines.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^A newer Topshelf was taken back on 2026-11-20: .* may be deleted\.$/),
      expect.stringMatching(/^A newer Topshelf was taken back on 2026-11-20: .* do not delete it\.$/)
    ])
  })

  it('a record that could not be used says why in French', async () => {
    store.faults.always('catalogue', {
      kind: 'transform',
      transform: (body) => ({
        ...body,
        Products: body.Products.map((product: Record<string, unknown>, index: number) =>
          index === 0 ? { ...product, Name: null } : product
        )
      })
    })
    await syncOnce(await started())
    const [record] = await asked<readonly QuarantineNews[]>('health:quarantine')
    expect(record).toMatchObject({ kind: 'produit', reason: 'Le champ «\u00a0Name\u00a0» manque.' })
  })
})

describe('a record that could not be used', () => {
  it('is shown with the reason and its place, and without what it cost', async () => {
    store.faults.always('catalogue', {
      kind: 'transform',
      transform: (body) => ({
        ...body,
        Products: body.Products.map((product: Record<string, unknown>, index: number) =>
          index === 0
            ? {
                ...product,
                MeasurementType: 'Volume',
                LastCost: 3.21,
                Vendor: { WholesaleAmount: 3.22 },
                CustomerEmail: 'someone@example.test'
              }
            : product
        )
      })
    })
    await syncOnce(await started())
    const [record, ...others] = await asked<readonly QuarantineNews[]>('health:quarantine')
    expect(others).toEqual([])
    expect(record).toMatchObject({
      feed: 'catalogue',
      name: 'Products',
      kind: 'product',
      reason: 'The field “MeasurementType” holds a value that is not known.',
      detail: expect.stringMatching(/^MeasurementType: expected /)
    })
    expect(record?.raw).toContain('"MeasurementType": "Volume"')
    expect(record?.raw).not.toMatch(/3\.2[12]|example\.test|cost|wholesale|customer/i)
    expect(await asked<TodayNews>('home:today')).toMatchObject({
      wants: expect.arrayContaining([
        expect.objectContaining({ words: 'One record that Cova sent could not be used.' })
      ])
    })
  })
})

describe('what the machine says of itself', () => {
  it('with and without an engine: version, disk, databases, uptime', async () => {
    await syncOnce(await started())
    const reply = await callsOf()['health:host']()
    if (!reply.ok) throw new Error(reply.message)
    expect(reply.answer).toMatchObject({
      uptime: expect.stringMatching(/^1 hr 2 min/),
      engineProblem: null,
      dataDir,
      diskFree: expect.stringMatching(/B$/)
    })
    expect(reply.answer.databases.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['cache.sqlite', 'keep.sqlite'])
    )
    await engine?.stop()
    engine = null
    expect(await callsOf()['health:host']()).toMatchObject({
      ok: true,
      answer: { engineProblem: 'The engine did not start: no room' }
    })
  })

  it('where there is no data directory at all', async () => {
    expect(await callsOf({ dataDir: join(dataDir, 'gone') })['health:host']()).toMatchObject({
      ok: true,
      answer: { databases: [], diskFree: null }
    })
  })
})

describe('a paired screen', () => {
  const CHOICES = {
    stores: [
      { locationId: 1, name: 'Regina', place: '', market: 'CA-SK', timeZone: null, currency: null },
      { locationId: 2, name: 'Hamilton', place: '', market: 'CA-ON', timeZone: null, currency: null }
    ],
    markets: [],
    groups: []
  }
  const PAIRED = [
    { name: 'Door TV', locationId: 1 },
    { name: 'Window TV', locationId: 2 },
    { name: 'Old TV', locationId: 3 }
  ]

  async function problemsWith(settings: Partial<ReturnType<typeof loadSettings>['settings']>, choices = CHOICES) {
    saveSettings(dataDir, { ...loadSettings(dataDir).settings, ...settings })
    const calls = callsOf({ choices: async () => choices, pairedScreens: () => PAIRED })
    const reply = await calls['health:host']()
    if (!reply.ok) throw new Error(reply.message)
    return reply.answer.problems
  }

  const gone = {
    code: 'screen-without-store',
    title: 'A paired screen shows no board',
    detail: 'The paired screen "Old TV" has no board: the company has no store 3. Give it another store, or unpair it',
    store: null
  }
  const left = (by: string) => ({
    code: 'screen-without-store',
    title: 'A paired screen shows no board',
    detail: `The paired screen "Window TV" has no board: its store Hamilton (2) is left out by the filter by ${by}. Give it another store, or serve this one`,
    store: 'Hamilton'
  })

  it('whose store is not served or gone is told by name', async () => {
    expect(await problemsWith({})).toEqual([gone])
    expect(await problemsWith({ markets: ['CA-SK'] })).toEqual([left('province or state'), gone])
    expect(await problemsWith({ markets: null, restrictToLocationIds: [1] })).toEqual([left('store'), gone])
    expect(await problemsWith({ language: 'fr-CA', restrictToLocationIds: null })).toMatchObject([
      { title: 'Un écran jumelé n’affiche aucun tableau' }
    ])
  })

  it('is not missed before the stores have come', async () => {
    expect(await problemsWith({}, { stores: [], markets: [], groups: [] })).toEqual([])
  })

  it('stands in the support bundle', async () => {
    const calls = callsOf({ choices: async () => CHOICES, pairedScreens: () => PAIRED })
    const reply = await calls['health:bundle']()
    expect(reply).toMatchObject({ ok: true, answer: { text: expect.stringContaining('screen-without-store') } })
  })
})

describe('a support bundle', () => {
  async function bundle(calls = callsOf()): Promise<string> {
    const reply = await calls['health:bundle']()
    if (!reply.ok) throw new Error(reply.message)
    expect(reply.answer.fileName).toBe('topshelf-support-2026-11-20.json')
    return reply.answer.text
  }

  it('has everything of the view in one file', async () => {
    await syncOnce(await started())
    const content = JSON.parse(await bundle(callsOf({ recentLines: () => ['2026-11-20T22:00:00.000Z it began'] })))
    expect(content).toMatchObject({
      kind: 'topshelf-support-bundle',
      madeAt: '2026-11-20T22:20:00.000Z',
      host: { version: expect.stringMatching(/\d/), system: expect.stringContaining('Node') },
      settings: { staleAfterMinutes: 15 },
      engine: { status: 'ok' },
      sync: { kind: 'idle' },
      lines: ['2026-11-20T22:00:00.000Z it began']
    })
    expect(content.engine.feeds).toHaveLength(5)
    expect(content.runs).toHaveLength(5)
    expect(content.quarantine).toEqual([])
  })

  it('is made where no engine runs, too, and says why none does', async () => {
    const content = JSON.parse(await bundle())
    expect(content).toMatchObject({ engine: { missing: 'The engine did not start: no room' }, host: { dataDir } })
  })

  it('has no secret in it, wherever one may stand', async () => {
    const { companyId, clientId, clientSecret, username, password } = store.credentials
    const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl'
    const secrets = [companyId, clientId, clientSecret, username, password]
    // Cova says them in an error.
    store.faults.always('menu-board-promotions', {
      kind: 'status',
      status: 400,
      body: { Message: `bad: ${secrets.join(' ')} Bearer ${token}` }
    })
    // They stand in a record that is rejected, beside what a shopper is called.
    store.faults.always('catalogue', {
      kind: 'transform',
      transform: (body) => ({
        ...body,
        Products: body.Products.map((product: Record<string, unknown>, index: number) =>
          index === 0
            ? {
                ...product,
                MeasurementType: `Mass ${password}`,
                Name: `${clientSecret} ${token}`,
                CustomerName: 'PERSON-ONE'
              }
            : product
        )
      })
    })
    // A careless hand wrote them into the settings: known keys, unknown keys, names, files beside.
    const { settings } = loadSettings(dataDir)
    saveSettings(dataDir, {
      ...settings,
      screens: {
        [`bar ${username}`.slice(0, 60)]:
          settings.screens['x'] ?? (await import('../../../src/domain/screen/default-screen.ts')).DEFAULT_SCREEN
      },
      displays: {
        mode: 'one-menu',
        known: [
          {
            label: `TV ${encodeURIComponent(password)}`,
            x: null,
            y: null,
            width: null,
            height: null,
            board: true,
            screen: null,
            locationId: null
          }
        ]
      }
    })
    const file = join(dataDir, 'settings.json')
    const { readFileSync } = await import('node:fs')
    writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), password: 'UNKNOWN-KEY-SECRET' }))
    writeFileSync(join(dataDir, 'manager-pin.json'), '{"salt":"PIN-SALT","hash":"PIN-HASH"}')
    writeFileSync(join(dataDir, 'credentials.bin'), 'CREDENTIALS-FILE')
    mkdirSync(join(dataDir, 'themes'))
    writeFileSync(join(dataDir, 'themes', 'x.json'), '{"password": "THEME-SECRET"}')
    await syncOnce(await started())
    const lines = secrets.map(
      (secret) => `the host said ${secret} and ${Buffer.from(secret).toString('base64')} and ${secret.toUpperCase()}`
    )
    const text = await bundle(callsOf({ recentLines: () => [...lines, `authorization: Bearer ${token}`] }))

    const lower = text.toLowerCase()
    for (const secret of secrets)
      for (const spelling of [
        secret,
        encodeURIComponent(secret),
        Buffer.from(secret).toString('base64'),
        JSON.stringify(secret).slice(1, -1)
      ])
        expect(lower).not.toContain(spelling.toLowerCase())
    for (const other of [
      token,
      'PERSON-ONE',
      'UNKNOWN-KEY-SECRET',
      'PIN-SALT',
      'PIN-HASH',
      'CREDENTIALS-FILE',
      'THEME-SECRET'
    ])
      expect(text).not.toContain(other)
    // It is a bundle still.
    const content = JSON.parse(text)
    expect(content.quarantine).toHaveLength(1)
    expect(content.engine.feeds).toHaveLength(5)
    expect(Object.keys(content.settings.screens)).toHaveLength(1)
  })

  it('goes where the host’s dialog says, or to the page where there is none', async () => {
    const files: string[] = []
    const calls = callsOf({
      saveFile: async ({ fileName }) => {
        files.push(fileName)
        return { kind: 'saved', path: '/home/manager/bundle.json' }
      }
    })
    expect(await calls['health:save-bundle']()).toEqual({
      ok: true,
      answer: { kind: 'saved', path: '/home/manager/bundle.json' }
    })
    expect(files).toEqual(['topshelf-support-2026-11-20.json'])
    expect(await callsOf()['health:save-bundle']()).toMatchObject({ ok: true, answer: { kind: 'content' } })
  })
})
