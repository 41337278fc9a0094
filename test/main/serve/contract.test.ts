import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Amount, roundHalfUp } from '../../../src/domain/money/amount.ts'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import type {
  BoardItem,
  BoardLocation,
  BoardPatch,
  BoardSnapshot,
  Health,
  TimelineEntry
} from '../../../src/shared/board-snapshot.ts'
import { defaultSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import type { PricedBasket } from '../../../src/shared/priced-basket.ts'
import {
  environmentOf,
  eventually,
  getJson,
  removeDir,
  runCli,
  type Serving,
  startServe,
  temporaryDir
} from './serve-process.ts'

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const MONEY = /^\d+\.\d{2}$/

let store: DemoStore
let dataDir: string
let serving: Serving
let regina: number

beforeAll(async () => {
  store = await startDemoStore({ living: false })
  dataDir = temporaryDir()
  regina = store.state.locations.find(({ Name }) => Name.includes('Regina'))?.Id as number
  saveSettings(dataDir, {
    ...defaultSettings,
    rewards: {
      [regina]: {
        system: { kind: 'listed', id: 'cova' },
        takenFrom: 'after-taxes',
        rewards: [{ rewardId: 'dime', name: 'A dime', kind: 'flat', value: '0.1', points: 1, linkedId: null }]
      }
    }
  })
  serving = await startServe(['--sync-interval', '1'], environmentOf(store, dataDir))
  await eventually(
    () => getJson<Health>(`${serving.url}/api/health`),
    ({ status }) => status === 'ok'
  )
}, 120_000)

afterAll(async () => {
  await serving.stop()
  await store.close()
  removeDir(dataDir)
})

async function board(query = '', locationId = regina): Promise<BoardSnapshot> {
  return getJson<BoardSnapshot>(`${serving.url}/api/boards/${locationId}${query}`)
}

async function refusal(
  path: string,
  init?: RequestInit
): Promise<{ status: number; code: string; message: string; type: string | null }> {
  const response = await fetch(`${serving.url}${path}`, init)
  const body = (await response.json()) as { error: { code: string; message: string } }
  return { status: response.status, type: response.headers.get('content-type'), ...body.error }
}

function item(snapshot: BoardSnapshot, productId: string): BoardItem {
  const found = snapshot.items.find((one) => one.productId === productId)
  if (found === undefined) throw new Error(`${productId} is not on the board`)
  return found
}

/** A product with a plain base price and nothing else, so that an edit has one meaning. */
function plainProduct(): string {
  const found = store.state.products.find(({ productId, isArchived, lifeCycle }) => {
    const prices = store.state.pricesAt(productId, regina)
    return (
      !isArchived &&
      lifeCycle === 'Active' &&
      prices.length === 1 &&
      prices[0]?.tier === null &&
      prices[0].sales.length === 0
    )
  })
  if (found === undefined) throw new Error('the demo store has no plain product')
  return found.productId
}

describe('serve', () => {
  it('says where it listens as its first line', () => {
    expect(serving.firstLine).toMatch(/^listening on http:\/\/127\.0\.0\.1:\d+$/)
  })

  it('/api/health names every feed with its last success', async () => {
    const health = await getJson<Health>(`${serving.url}/api/health`)
    expect(health).toMatchObject({ status: 'ok', quarantined: 0 })
    expect(health.version).toMatch(/^\d+\.\d+\.\d+/)
    expect(Object.keys(health.feeds).sort()).toEqual(['catalogue', 'locations', 'prices', 'promotions', 'taxes'])
    for (const feed of Object.values(health.feeds)) {
      expect(feed.lastSuccessAt).toMatch(INSTANT)
      expect(feed.lastError).toBeNull()
    }
  })

  it('/api/locations gives every location in its zone, the unlisted one exclusive', async () => {
    const locations = await getJson<readonly BoardLocation[]>(`${serving.url}/api/locations`)
    expect(locations).toHaveLength(4)
    expect(new Set(locations.map(({ timeZone }) => timeZone)).size).toBe(3)
    for (const { locationId, taxPricing } of locations)
      expect(taxPricing).toBe(store.state.taxPricing.get(locationId) ?? 'Exclusive')
  })

  it("/api/boards gives every item in the contract's shape", async () => {
    for (const { locationId } of await getJson<readonly BoardLocation[]>(`${serving.url}/api/locations`)) {
      const snapshot = await board('', locationId)
      expect(snapshot.items.length).toBeGreaterThan(300)
      expect(snapshot.at).toMatch(INSTANT)
      expect(Object.keys(snapshot)).toEqual([
        'locationId',
        'locationName',
        'timeZone',
        'currency',
        'at',
        'taxPricing',
        'feeds',
        'stale',
        'nextChangeAt',
        'items'
      ])
      for (const one of snapshot.items) {
        expect(Object.keys(one)).toEqual([
          'productId',
          'name',
          'classification',
          'unit',
          'inStock',
          'shelf',
          'badges',
          'ladder'
        ])
        expect(one.productId).toBe(one.productId.toLowerCase())
        expect(one.ladder.length).toBeGreaterThan(0)
        for (const rung of one.ladder) {
          expect(Object.keys(rung)).toEqual([
            'tierId',
            'tierName',
            'quantity',
            'regular',
            'price',
            'unitPrice',
            'source',
            'saleEndsAt',
            'fromEntityId',
            'taxes',
            'outTheDoor',
            'deal'
          ])
          for (const amount of [rung.regular, rung.price, rung.unitPrice, rung.outTheDoor])
            expect(amount).toMatch(MONEY)
          const taxes = rung.taxes.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)
          const expected = Math.round(Number(rung.price) * 100) + (snapshot.taxPricing === 'Exclusive' ? taxes : 0)
          expect(Math.round(Number(rung.outTheDoor) * 100)).toBe(expected)
        }
      }
    }
  })

  it('prices are the ones of the store, inherited, regular and tiered', async () => {
    const snapshot = await board()
    for (const one of snapshot.items.slice(0, 100)) {
      const prices = store.state.pricesAt(one.productId, regina).filter(({ group }) => group === null)
      for (const rung of one.ladder) {
        const record = prices.find(({ tier }) => (tier?.tierId ?? null) === rung.tierId)
        expect(record?.fromEntityId).toBe(rung.fromEntityId)
        if (record === undefined) throw new Error('a rung without a price in the store')
        const exact =
          record.tier === null
            ? new Amount(record.price)
            : new Amount(record.atTierPrice ?? new Amount(record.price).times(record.tier.quantity))
        expect(rung.regular).toBe(roundHalfUp(exact, 2).toFixed(2))
      }
    }
  })

  it('at= gives any instant, past or future', async () => {
    const productId = plainProduct()
    const startsAtMs = Date.now() + 3_600_000
    store.state.setSale(productId, regina, { salePrice: '0.50', startsAtMs, stopsAtMs: startsAtMs + 3_600_000 })
    await eventually(
      () => board(`?at=${new Date(startsAtMs).toISOString()}`),
      (snapshot) => item(snapshot, productId).ladder[0]?.source === 'sale'
    )
    const before = item(await board(`?at=${new Date(startsAtMs - 1).toISOString()}`), productId).ladder[0]
    const during = item(await board(`?at=${new Date(startsAtMs).toISOString()}`), productId).ladder[0]
    expect(before).toMatchObject({ source: 'regular', saleEndsAt: null })
    expect(during).toMatchObject({ price: '0.50', saleEndsAt: new Date(startsAtMs + 3_600_000).toISOString() })
    const ahead = (await board(`?at=${new Date(startsAtMs - 1).toISOString()}`)).nextChangeAt
    expect(ahead).not.toBeNull()
    expect(Date.parse(ahead as string)).toBeLessThanOrEqual(startsAtMs)
  })

  it("group= shows the group's prices, an unknown group is no error", async () => {
    const open = await board()
    const withGroup = store.state.products.find(({ productId }) =>
      store.state.pricesAt(productId, regina).some(({ group }) => group?.groupId === 700)
    )
    if (withGroup === undefined) throw new Error('no group price in the demo store')
    const group = await board('?group=700')
    expect(JSON.stringify(item(group, withGroup.productId).ladder)).toMatch(/"source":"group/)
    // Whoever is in it is in no other: only badges that another group needs are not for them.
    const strangers = (await board('?group=987654')).items
    const forAnybody = ({ audience }: BoardItem['badges'][number]): boolean => audience?.kind !== 'group'
    expect(strangers).toEqual(open.items.map((each) => ({ ...each, badges: each.badges.filter(forAnybody) })))
  })

  it('timeline= runs by time, kind and id', async () => {
    const entries = await getJson<readonly TimelineEntry[]>(`${serving.url}/api/boards/${regina}/timeline`)
    expect(entries.length).toBeGreaterThan(10)
    const keys = entries.map(({ at, kind, promotionId }) => `${at} ${kind} ${promotionId ?? ''}`)
    expect(keys).toEqual([...keys].sort())
    for (const entry of entries) expect(entry.at).toMatch(INSTANT)
    const from = new Date(Date.now() + 86_400_000).toISOString()
    const to = new Date(Date.now() + 2 * 86_400_000).toISOString()
    const day = await getJson<readonly TimelineEntry[]>(
      `${serving.url}/api/boards/${regina}/timeline?from=${from}&to=${to}`
    )
    expect(day.every(({ at }) => from <= at && at < to)).toBe(true)
  })

  it('stream= sends a snapshot first, then a patch with the changed item whole', async () => {
    const productId = plainProduct()
    const reading = new AbortController()
    const response = await fetch(`${serving.url}/api/boards/${regina}/stream`, { signal: reading.signal })
    expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/)
    const events = readEvents(response)
    const first = (await events.next()).value
    expect(first?.event).toBe('snapshot')
    expect((JSON.parse(first?.data ?? '') as BoardSnapshot).items.length).toBeGreaterThan(300)
    store.state.setPrice(productId, regina, '77.77')
    let lastId = Number(first?.id)
    for (;;) {
      const next = (await events.next()).value
      if (next === undefined) throw new Error('the stream ended')
      expect(next.event).toBe('patch')
      expect(Number(next.id)).toBeGreaterThan(lastId)
      lastId = Number(next.id)
      const patch = JSON.parse(next.data) as BoardPatch
      expect(Object.keys(patch)).toEqual(['at', 'nextChangeAt', 'feeds', 'stale', 'items', 'removed'])
      const changed = patch.items.find((one) => one.productId === productId)
      if (changed === undefined) continue
      expect(changed.ladder[0]?.regular).toBe('77.77')
      expect(patch.items).toHaveLength(1)
      break
    }
    reading.abort()
  })

  it('two screens of one board show it between them, and one alone shows it all', async () => {
    const openScreen = async (name: string) => {
      const reading = new AbortController()
      const response = await fetch(`${serving.url}/boards/${regina}/stream?board=front&screen=${name}`, {
        signal: reading.signal
      })
      expect(response.status).toBe(200)
      const alive = await fetch(`${serving.url}/boards/${regina}/alive?board=front&screen=${name}`, { method: 'POST' })
      expect(alive.status).toBe(204)
      const events = readEvents(response)
      const nextView = async (): Promise<readonly string[]> => {
        for (;;) {
          const { value } = await events.next()
          if (value === undefined) throw new Error('the stream ended')
          if (value.event === 'view')
            return (JSON.parse(value.data) as { items: { productId: string }[] }).items.map(
              ({ productId }) => productId
            )
        }
      }
      return { nextView, close: () => reading.abort() }
    }
    const left = await openScreen('left')
    const whole = await left.nextView()
    const right = await openScreen('right')
    const [leftPart, rightPart] = [await left.nextView(), await right.nextView()]
    expect([...leftPart, ...rightPart].sort()).toEqual([...whole].sort())
    expect(Math.abs(leftPart.length - rightPart.length)).toBeLessThan(whole.length / 2)
    right.close()
    expect(await left.nextView()).toEqual(whole)
    left.close()
  })

  it('a page reports under the name that its stream gave, and health says what a manager should do', async () => {
    const reading = new AbortController()
    const response = await fetch(`${serving.url}/boards/${regina}/stream?screen=till&level=dense`, {
      signal: reading.signal
    })
    const events = readEvents(response)
    const { value } = await events.next()
    expect(value?.event).toBe('host')
    const { page } = JSON.parse(value!.data) as { page: string }
    const say = (body: unknown, name = page) =>
      fetch(`${serving.url}/boards/${regina}/alive?screen=till&page=${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body)
      })
    const advice = { screensMore: 2, orLevel: null, orSet: ['Flower'] }
    const ofScreens = async (): Promise<readonly (readonly [string, string])[]> => {
      const { problems } = await getJson<Health>(`${serving.url}/api/health`)
      return problems
        .filter(({ code }) => code === 'long-cycle' || code === 'dense-screen')
        .map(({ code, message }) => [code, message] as const)
    }
    const wrong = [
      { pages: -1, seconds: 1, advice: null },
      { pages: 1, seconds: 1, advice: { ...advice, orSet: Array.from({ length: 99 }, () => 'x') } },
      { pages: 1, seconds: 1, advice: null, more: '<script>' },
      'words'
    ]
    for (const body of wrong) expect((await say(body)).status).toBe(400)
    expect((await say(null, 'x'.repeat(99))).status).toBe(400)
    expect((await say({ pages: 9, seconds: 999, advice }, 'of-nobody')).status).toBe(204)
    expect((await say({ pages: 20, seconds: 240, advice })).status).toBe(204)
    await expect.poll(ofScreens).toEqual([
      [
        'long-cycle',
        'Screen till at Tern & Timber Regina: all 20 pages take 240 s. ' +
          '2 more screens or a smaller set such as Flower only would bring it under 90 s'
      ],
      ['dense-screen', expect.stringContaining('Screen till at Tern & Timber Regina is set to the dense level')]
    ])
    expect((await getJson<Health>(`${serving.url}/api/health`)).status).toBe('ok')
    reading.abort()
    await expect.poll(ofScreens).toEqual([])
  })

  it("a page's query changes its screen, and what is wrong in it is named", async () => {
    const answer = await fetch(`${serving.url}/boards/${regina}/stream?theme=puce`)
    expect(answer.status).toBe(400)
    expect(((await answer.json()) as { error: { message: string } }).error.message).toMatch(
      /^theme: expected dark, light or contrast/
    )
  })

  it('POST /api/baskets prices lines with their taxes', async () => {
    const productId = plainProduct()
    const rung = item(await board(), productId).ladder[0]
    const response = await fetch(`${serving.url}/api/baskets`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ locationId: regina, lines: [{ productId: productId.toUpperCase(), quantity: '1' }] })
    })
    expect(response.status).toBe(200)
    const basket = (await response.json()) as PricedBasket
    expect(basket).toMatchObject({ locationId: regina, currency: 'CAD', estimate: true, total: rung?.outTheDoor })
    expect(basket.lines).toMatchObject([{ productId, quantity: '1', amount: rung?.price, taxes: rung?.taxes }])
  })

  it('POST /api/baskets takes a reward of the store off the total', async () => {
    const productId = plainProduct()
    const priced = async (reward?: { readonly rewardId: string }): Promise<PricedBasket> => {
      const response = await fetch(`${serving.url}/api/baskets`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ locationId: regina, lines: [{ productId, quantity: '1' }], reward })
      })
      expect(response.status).toBe(200)
      return (await response.json()) as PricedBasket
    }
    const plain = await priced()
    const { reward, lines, total } = await priced({ rewardId: 'dime' })
    expect(plain.reward).toBeNull()
    expect(reward).toEqual({ rewardId: 'dime', name: 'A dime', amount: '0.10' })
    expect(lines).toEqual(plain.lines)
    expect(total).toBe(new Amount(plain.total).minus('0.1').toFixed(2))
  })

  it('the page lists the boards, and a board is a page', async () => {
    const list = await (await fetch(`${serving.url}/`)).text()
    expect(list).toContain(`/boards/${regina}`)
    const page = await fetch(`${serving.url}/boards/${regina}`)
    expect(page.status).toBe(200)
    expect(page.headers.get('content-security-policy')).not.toContain('unsafe-')
    expect(await page.text()).toContain('<script')
    expect((await fetch(`${serving.url}/boards/1`)).status).toBe(404)
  })

  it('refuses what is wrong with a code and a message, never HTML under /api', async () => {
    const post = (body: string, type = 'application/json'): RequestInit => ({
      method: 'POST',
      headers: { 'content-type': type },
      body
    })
    const productId = plainProduct()
    const lines = [{ productId, quantity: '1' }]
    const cases: readonly (readonly [string, RequestInit | undefined, number, RegExp])[] = [
      ['/api/boards/1', undefined, 404, /1/],
      ['/api/boards/abc', undefined, 404, /abc/],
      ['/api/boards/%ZZ', undefined, 404, /\w/],
      [`/api/boards/${'9'.repeat(150)}`, undefined, 404, /\w/],
      ['/api/boards/1000000000', undefined, 404, /1000000000/],
      [`/api/boards/${regina}?at=yesterday`, undefined, 400, /^at:/],
      [`/api/boards/${regina}?at=2026-11-20`, undefined, 400, /^at:/],
      [`/api/boards/${regina}?at=2026-02-30T00:00:00Z`, undefined, 400, /^at:/],
      [`/api/boards/${regina}?group=veterans`, undefined, 400, /^group:/],
      [`/api/boards/${regina}?customer=tourist`, undefined, 400, /^customer:/],
      [`/api/boards/${regina}/stream?customer=tourist`, undefined, 400, /^customer:/],
      [`/api/boards/1/stream`, undefined, 404, /1/],
      [`/api/boards/1/timeline`, undefined, 404, /1/],
      [`/api/boards/${regina}/timeline?from=x`, undefined, 400, /^from:/],
      [`/api/boards/${regina}/timeline?from=2026-01-02T00:00:00Z&to=2026-01-01T00:00:00Z`, undefined, 400, /^to:/],
      ['/api/nothing', undefined, 404, /\w/],
      ['/api/health', { method: 'POST' }, 405, /POST/],
      ['/api/baskets', undefined, 405, /GET/],
      ['/api/baskets', post('{', 'application/json'), 400, /JSON/],
      ['/api/baskets', post('a=1', 'text/plain'), 415, /application\/json/],
      ['/api/baskets', post(JSON.stringify({ x: 'y'.repeat(2_000_000) })), 413, /bytes/],
      ['/api/baskets', post('[]'), 400, /body/],
      ['/api/baskets', post(JSON.stringify({ locationId: regina, lines: [] })), 400, /^lines/],
      ['/api/baskets', post(JSON.stringify({ locationId: 1, lines })), 404, /1/],
      [
        '/api/baskets',
        post(JSON.stringify({ locationId: regina, lines, reward: { rewardId: 7 } })),
        400,
        /^reward\.rewardId/
      ],
      [
        '/api/baskets',
        post(JSON.stringify({ locationId: regina, lines, reward: { rewardId: 'none' } })),
        400,
        /^reward\.rewardId: there is no reward none/
      ],
      [
        '/api/baskets',
        post(JSON.stringify({ locationId: regina, lines: [{ productId, quantity: 1 }] })),
        400,
        /^lines\[0\]\.quantity/
      ],
      [
        '/api/baskets',
        post(JSON.stringify({ locationId: regina, lines: [{ productId, quantity: '0' }] })),
        400,
        /^lines\[0\]\.quantity/
      ],
      [
        '/api/baskets',
        post(JSON.stringify({ locationId: regina, lines: [{ productId, quantity: '-1' }] })),
        400,
        /^lines\[0\]\.quantity/
      ],
      [
        '/api/baskets',
        post(JSON.stringify({ locationId: regina, lines: [{ productId, quantity: '1e9' }] })),
        400,
        /^lines\[0\]\.quantity/
      ],
      ...['x', '', ' 1', '1.0000001', 'NaN', '0x10', '١'].map(
        (quantity) =>
          [
            '/api/baskets',
            post(JSON.stringify({ locationId: regina, lines: [{ productId, quantity }] })),
            400,
            /^lines\[0\]\.quantity/
          ] as const
      ),
      [
        '/api/baskets',
        post(JSON.stringify({ locationId: regina, lines: [{ productId: 'x', quantity: '1' }] })),
        400,
        /^lines\[0\]\.productId/
      ],
      [
        '/api/baskets',
        post(
          JSON.stringify({
            locationId: regina,
            lines: [{ productId: '00000000-0000-0000-0000-000000000000', quantity: '1' }]
          })
        ),
        400,
        /^lines\[0\]\.productId/
      ]
    ]
    for (const [path, init, status, message] of cases) {
      const answer = await refusal(path, init)
      expect({ path, status: answer.status }).toEqual({ path, status })
      expect(answer.type).toMatch(/^application\/json/)
      expect(answer.message).toMatch(message)
      expect(answer.message).not.toMatch(/\bat .*\.(js|ts):\d/)
    }
  })

  it('the command line reads the same board while it serves', async () => {
    const at = '2026-12-01T12:00:00.000Z'
    const cli = await runCli(
      ['board', '--location', String(regina), '--at', at, '--group', '700'],
      environmentOf(store, dataDir)
    )
    expect(cli.stderr).toBe('')
    expect(cli.code).toBe(0)
    const fromCli = JSON.parse(cli.stdout) as BoardSnapshot
    const fromServer = await board(`?at=${at}&group=700`)
    expect(fromCli.items).toEqual(fromServer.items)
    expect(fromCli.nextChangeAt).toBe(fromServer.nextChangeAt)
  })

  it('a second writer is told who has the data directory', async () => {
    const cli = await runCli(['sync'], environmentOf(store, dataDir))
    expect(cli.code).toBe(1)
    expect(cli.stderr).toContain(dataDir)
  })

  it('a taken port is one line and exit 1', async () => {
    const port = new URL(serving.url).port
    const other = temporaryDir()
    const cli = await runCli(['serve', '--demo', '--port', port], environmentOf(null, other))
    expect(cli.code).toBe(1)
    expect(cli.stderr).toMatch(/^--port: \d+ .*taken.*\n$/)
    removeDir(other)
  })
})

describe('commands', () => {
  it('a wrong option or a missing credential is one line that names it, exit 2', async () => {
    const dir = temporaryDir()
    const env = environmentOf(null, dir)
    const cases: readonly (readonly [readonly string[], NodeJS.ProcessEnv, RegExp])[] = [
      [['serve', '--prot', '1'], env, /--prot/],
      [['serve', '--port', 'abc'], env, /--port/],
      [['serve', '--sync-interval', '0'], env, /--sync-interval/],
      [['board'], env, /--location/],
      [['board', '--location', 'x'], env, /--location/],
      [['board', '--location', '1', '--at', 'noon'], env, /--at/],
      [['board', '--location', '1', '--customer', 'x'], env, /--customer/],
      [[], env, /expected a command/],
      [['dance'], env, /dance/],
      [['sync'], env, /COVA_COMPANY_ID/],
      [['serve'], { ...env, COVA_COMPANY_ID: '1' }, /COVA_CLIENT_SECRET/]
    ]
    for (const [args, some, message] of cases) {
      const cli = await runCli(args, some)
      expect({ args, code: cli.code, stdout: cli.stdout }).toEqual({ args, code: 2, stdout: '' })
      expect(cli.stderr).toMatch(message)
      expect(cli.stderr.trimEnd().split('\n')).toHaveLength(1)
    }
    removeDir(dir)
  }, 60_000)

  it('sync fills the data directory with a line per feed, and boards read from it', async () => {
    const dir = temporaryDir()
    const env = environmentOf(store, dir)
    const missing = await runCli(['board', '--location', String(regina)], env)
    expect(missing.code).toBe(1)
    const sync = await runCli(['sync'], env)
    expect(sync.stderr).toBe('')
    expect(sync.code).toBe(0)
    expect(
      sync.stdout
        .trim()
        .split('\n')
        .map((line) => line.split(':')[0])
    ).toEqual(['locations', 'taxes', 'catalogue', 'promotions', 'prices'])
    const cli = await runCli(['board', '--location', String(regina)], env)
    expect((JSON.parse(cli.stdout) as BoardSnapshot).items.length).toBeGreaterThan(300)
    const other = await runCli(['board', '--location', String(regina)], { ...env, COVA_COMPANY_ID: '424242' })
    expect([other.code, other.stdout]).toEqual([1, ''])
    expect(other.stderr).toContain('424242')
    const unknown = await runCli(['board', '--location', '1'], env)
    expect([unknown.code, unknown.stdout]).toEqual([1, ''])
    expect(unknown.stderr).toContain('1')
    removeDir(dir)
  }, 60_000)

  it('a data directory that cannot be made is one line that names it, exit 1, wherever it is', async () => {
    // /proc lets not even root make anything, and answers so that a careless maker of folders tries for ever.
    for (const dir of ['/dev/null/topshelf', ...(existsSync('/proc/self') ? ['/proc/topshelf'] : [])])
      for (const command of [
        ['sync', '--demo'],
        ['serve', '--demo', '--port', '0'],
        ['board', '--location', '1']
      ]) {
        const cli = await runCli([...command, '--data-dir', dir], environmentOf(null, dir))
        expect({ command, code: cli.code, stdout: cli.stdout }).toEqual({ command, code: 1, stdout: '' })
        expect(cli.stderr.trimEnd().split('\n')).toHaveLength(1)
        expect(cli.stderr).toContain(dir)
      }
  }, 60_000)

  it('sync says the cause and exits 1 when the credentials are wrong', async () => {
    const dir = temporaryDir()
    const cli = await runCli(['sync'], { ...environmentOf(store, dir), COVA_PASSWORD: 'planted-secret' })
    expect(cli.code).toBe(1)
    expect(cli.stderr).toMatch(/credential|password|client/i)
    expect(cli.stdout + cli.stderr).not.toContain('planted-secret')
    removeDir(dir)
  }, 60_000)

  it('SIGTERM and SIGINT end serve with 0', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const dir = temporaryDir()
      const one = await startServe(['--demo'], environmentOf(null, dir))
      expect(await one.stop(signal)).toBe(0)
      removeDir(dir)
    }
  }, 60_000)

  it('--help lists every command and option', async () => {
    const cli = await runCli(['--help'], environmentOf(null, temporaryDir()))
    expect(cli.code).toBe(0)
    for (const word of [
      'serve',
      'sync',
      'board',
      '--port',
      '--host',
      '--data-dir',
      '--demo',
      '--sync-interval',
      '--location',
      '--at',
      '--group',
      '--customer'
    ])
      expect(cli.stdout).toContain(word)
  })
})

interface ServerEvent {
  readonly id: string
  readonly event: string
  readonly data: string
}

async function* readEvents(response: Response): AsyncGenerator<ServerEvent> {
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const decoder = new TextDecoder()
  let text = ''
  for (;;) {
    const { value, done } = await reader.read()
    if (done) return
    text += decoder.decode(value, { stream: true })
    for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
      const block = text.slice(0, at)
      text = text.slice(at + 2)
      if (block.startsWith(':')) continue
      const field = (name: string): string =>
        block
          .split('\n')
          .find((line) => line.startsWith(`${name}: `))
          ?.slice(name.length + 2) ?? ''
      yield { id: field('id'), event: field('event'), data: field('data') }
    }
  }
}
