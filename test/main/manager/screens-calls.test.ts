import { existsSync, mkdirSync, mkdtempSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildRendererHead, readStream, type ReadStream } from './screen-stream.ts'
import { loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import type { ListedScreen, ScreenChange } from '../../../src/shared/manager/screens.ts'
import type { ManagerReply } from '../../../src/shared/manager/manager-channels.ts'
import type { PairedAnswer, PairingAnswer } from '../../../src/shared/pairing.ts'
import { startManagerHost, type ManagerHost } from '../../renderer/manager/manager-host.ts'

const REGINA = 110501
const HAMILTON = 110502

let rendererDir: string
let host: ManagerHost
const streams: ReadStream[] = []
/** By how much the host of the screens is ahead: nobody waits here for a page that does not come back. */
let aheadMs = 0

beforeAll(async () => {
  rendererDir = mkdtempSync(join(tmpdir(), 'topshelf-pages-'))
  buildRendererHead(rendererDir)
  host = await startManagerHost(
    rendererDir,
    { kind: 'demo' },
    { locationId: HAMILTON },
    { screensNowMs: () => Date.now() + aheadMs }
  )
}, 120_000)
afterAll(async () => {
  await host?.close()
  rmSync(rendererDir, { recursive: true, force: true })
})
beforeEach(engineRuns)
afterEach(async () => {
  for (const stream of streams.splice(0)) stream.close()
  aheadMs += 15_000
  await expect.poll(async () => (await listed()).filter(({ isOn }) => isOn)).toEqual([])
})

/** A change of settings starts another engine. */
async function engineRuns(): Promise<void> {
  await expect.poll(async () => (await host.call('stores:list')).ok, { timeout: 20_000 }).toBe(true)
}

async function openScreen(path: string): Promise<ReadStream> {
  await engineRuns()
  const stream = await readStream(`${host.url}${path}`)
  streams.push(stream)
  return stream
}

async function listed(): Promise<readonly ListedScreen[]> {
  const reply = await host.call('screens:list')
  if (!reply.ok) throw new Error(reply.message)
  return reply.answer.screens
}

async function only(): Promise<ListedScreen> {
  const screens = (await listed()).filter(({ isOn }) => isOn)
  expect(screens.length).toBe(1)
  return screens[0]!
}

async function post<Answer>(path: string, body: unknown): Promise<Answer> {
  const response = await fetch(`${host.url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body)
  })
  return (await response.json()) as Answer
}

async function codeOf(ticket: string | null = null): Promise<{ readonly ticket: string; readonly code: string }> {
  const answer = await post<PairingAnswer>('/pair/code', { ticket })
  if (answer.kind !== 'code') throw new Error('paired')
  return answer
}

/** A browser that was paired: its id, and its token. */
async function pairedScreen(change: ScreenChange): Promise<{ readonly id: string; readonly token: string }> {
  await engineRuns()
  const { ticket, code } = await codeOf()
  const reply = await host.call('screens:pair', code, change)
  if (!reply.ok) throw new Error(reply.message)
  const answer = await post<PairingAnswer>('/pair/code', { ticket })
  if (answer.kind !== 'paired') throw new Error('not paired')
  return { id: reply.answer, token: answer.token }
}

async function placeOf(token: string, page: string | null = null): Promise<PairedAnswer> {
  return post('/pair/here', { token, page, tab: null })
}

function refusalOf(reply: ManagerReply<unknown>): readonly [field: string | null, message: string] {
  if (reply.ok) throw new Error('it was not refused')
  return [reply.field, reply.message]
}

function speak(language: string): void {
  saveSettings(host.dataDir, { ...loadSettings(host.dataDir).settings, language })
}

describe('the list of screens', () => {
  it('has a browser that shows a board: what, where, since when, and how old its prices are', async () => {
    await openScreen(`/boards/${HAMILTON}?screen=till`)
    const screen = await only()
    expect(screen).toMatchObject({ kind: 'browser', name: 'till', where: 'Browser on this machine', number: 1 })
    expect(screen.since).toMatch(/^On since \d+:\d\d [ap]\.?m\.?$/)
    expect(screen.facts).toMatchObject({
      locationId: HAMILTON,
      storeName: 'Tern & Timber Hamilton',
      shows: 'The whole menu',
      theme: 'Dark',
      pages: null,
      stale: false,
      heard: 'Heard a moment ago',
      light: null
    })
    expect(screen.facts?.priceAge).toMatch(/^Prices checked /)
    expect(screen.problems).toEqual([
      'Its address names the screen “till”, which no settings know: it shows the defaults.'
    ])
  })

  it('has no shopper’s phone, which is black at no hour and reports to nobody', async () => {
    const phone = await openScreen(`/boards/${HAMILTON}?phone=1&outsideHours=off`)
    expect((await phone.next('view')).head.light).toEqual({ now: 'on', later: [] })
    const alive = await fetch(`${host.url}/boards/${HAMILTON}/alive?phone=1&page=${phone.page}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ pages: 14, seconds: 168, advice: null, page: 3, widthPx: 390, heightPx: 844 })
    })
    expect(alive.status).toBe(204)
    expect((await listed()).filter(({ isOn }) => isOn)).toEqual([])
    const other = await fetch(`${host.url}/boards/${HAMILTON}/stream?phone=yes`)
    expect(other.status).toBe(400)
    expect(await other.json()).toEqual({ error: { code: 'bad-query', message: 'phone: expected 1' } })
  })

  it('says which page is on the screen, and what would shorten a long wait, as the screen reports it', async () => {
    const stream = await openScreen(`/boards/${HAMILTON}`)
    const advice = { screensMore: 2, orLevel: 'dense', orSet: ['Flower', 'Vapes'] }
    const report = { pages: 14, seconds: 168, advice, page: 3, widthPx: 1080, heightPx: 1920 }
    await fetch(`${host.url}/boards/${HAMILTON}/alive?page=${stream.page}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(report)
    })
    await expect
      .poll(async () => (await only()).facts)
      .toMatchObject({ pages: 'Page 4 of 14, all of them in 2 mins 48 secs', pageAt: 3, widthPx: 1080, heightPx: 1920 })
    expect((await only()).problems).toEqual([
      'All 14 pages take 2 mins 48 secs: a shopper may wait as long for the right one. To bring it under 1 min 30 secs: 2 more screens, or the dense level, or a smaller set such as Flower and Vapes.'
    ])
  })

  it('takes the report of a page that does not say which page is on it', async () => {
    const stream = await openScreen(`/boards/${HAMILTON}`)
    const response = await fetch(`${host.url}/boards/${HAMILTON}/alive?page=${stream.page}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ pages: 2, seconds: 24, advice: null })
    })
    expect(response.status).toBe(204)
    await expect.poll(async () => (await only()).facts?.pages).toBe('2 pages, all of them in 24 secs')
  })

  it.each([
    ['fr-CA', 'Navigateur de cet appareil', 'Tout le menu', 'Entendu à l’instant'],
    ['es-US', 'Navegador de este equipo', 'Todo el menú', 'Dio señal hace un momento']
  ])('speaks %s', async (language, where, shows, heard) => {
    speak(language)
    await host.restart()
    await openScreen(`/boards/${HAMILTON}`)
    const screen = await only()
    expect(screen.where).toBe(where)
    expect(screen.facts).toMatchObject({ shows, heard })
    speak('en-CA')
    await host.restart()
  })

  it('has a screen as it was while another engine is started, and when its page is back', async () => {
    const { page } = await openScreen(`/boards/${HAMILTON}?screen=till`)
    await post('/pair/here', { token: null, page, tab: 'its tab' })
    const before = await only()
    const looks: ListedScreen[] = []
    const state = { isBack: false }
    const back = host.restart().then(async () => {
      const again = await openScreen(`/boards/${HAMILTON}?screen=till`)
      await post('/pair/here', { token: null, page: again.page, tab: 'its tab' })
      state.isBack = true
    })
    while (!state.isBack) {
      const reply = await host.call('screens:list')
      expect(reply).toMatchObject({ ok: true, answer: { problem: null } })
      looks.push(await only())
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    await back
    expect(looks.length).toBeGreaterThan(3)
    looks.push(await only())
    for (const look of looks)
      expect([look.id, look.number, look.since]).toEqual([before.id, before.number, before.since])
    for (const look of looks) expect(look.facts?.shows).toBe('The whole menu')
  })

  it('keeps the number of each whoever goes, and it is the one that Identify shows', async () => {
    const names = ['one', 'two', 'three']
    const opened: ReadStream[] = []
    for (const name of names) {
      const stream = await openScreen(`/boards/${HAMILTON}?screen=${name}`)
      await post('/pair/here', { token: null, page: stream.page, tab: `tab ${name}` })
      opened.push(stream)
    }
    const numbers = async () => Object.fromEntries((await listed()).map(({ name, number }) => [name, number]))
    const before = await numbers()
    expect(new Set(names.map((name) => before[name])).size).toBe(3)
    opened[0]!.close()
    await expect.poll(async () => 'one' in (await numbers())).toBe(false)
    expect(await numbers()).toMatchObject({ two: before['two'], three: before['three'] })
    const three = (await listed()).find(({ name }) => name === 'three')!
    expect(await host.call('screens:identify', three.id)).toEqual({ ok: true, answer: null })
    expect(await opened[2]!.next('order')).toMatchObject({ kind: 'identify', number: String(before['three']) })
    const again = await openScreen(`/boards/${HAMILTON}?screen=one`)
    await post('/pair/here', { token: null, page: again.page, tab: 'tab one' })
    expect(await numbers()).toMatchObject(before)
  })

  it('has no page that looks at another instant', async () => {
    await openScreen(`/boards/${HAMILTON}?at=2026-12-01T20:00:00Z`)
    expect((await listed()).filter(({ isOn }) => isOn)).toEqual([])
  })

  it('gives the very board that a screen shows, and another key once that changes', async () => {
    const stream = await openScreen(`/boards/${HAMILTON}?set=class:Flower`)
    const { facts } = await only()
    const reply = await host.call('screens:view', facts!.page, facts!.viewKey)
    if (!reply.ok) throw new Error(reply.message)
    expect(facts!.page).toBe(stream.page)
    expect(reply.answer.view.items).toEqual((await stream.next('view')).items)
    expect(new Set(reply.answer.view.items.map(({ classification }) => classification[0]))).toEqual(new Set(['Flower']))
    expect(reply.answer.viewKey).toBe(facts!.viewKey)
    expect(await host.call('screens:view', 'nobody', 'x')).toMatchObject({ ok: false, code: 'unavailable' })
  })
})

describe('one screen is told', () => {
  it('to show who it is, and the others are not', async () => {
    const first = await openScreen(`/boards/${HAMILTON}?screen=left`)
    const second = await openScreen(`/boards/${HAMILTON}?screen=right`)
    const right = (await listed()).find(({ name }) => name === 'right')!
    expect(await host.call('screens:identify', right.id)).toEqual({ ok: true, answer: null })
    expect(await second.next('order')).toEqual({
      kind: 'identify',
      number: String(right.number),
      name: 'right',
      note: 'Tern & Timber Hamilton',
      forMs: 10_000
    })
    expect(await host.call('screens:reload', right.id)).toEqual({ ok: true, answer: null })
    expect(await second.next('order')).toEqual({ kind: 'reload' })
    expect(first.had('order')).toBe(false)
  })

  it('nothing where it is not on, or is nobody’s', async () => {
    const { id } = await pairedScreen({ name: 'Away', locationId: HAMILTON })
    expect(refusalOf(await host.call('screens:identify', id))[1]).toContain('shows no board now')
    expect(refusalOf(await host.call('screens:reload', 'paired nobody'))[1]).toContain('no such screen')
    await host.call('screens:unpair', id)
  })
})

describe('pairing', () => {
  it('gives a browser its board by its code, and the same one again however often it comes back', async () => {
    const { id, token } = await pairedScreen({ name: 'Front window', locationId: REGINA })
    const place = { kind: 'board', locationId: REGINA, query: '?screen=Front+window' }
    expect(await placeOf(token)).toEqual(place)
    const stream = await openScreen(`/boards/${REGINA}?screen=Front+window`)
    expect(await placeOf(token, stream.page)).toEqual(place)
    const on = (await listed()).find((one) => one.id === id)
    expect(on).toMatchObject({ kind: 'paired', name: 'Front window', isOn: true, mayMove: true, locationId: REGINA })
    expect(on?.problems).toEqual([])
    stream.close()
    await expect.poll(async () => (await listed()).find((one) => one.id === id)?.isOn).toBe(false)
    const away = (await listed()).find((one) => one.id === id)
    // By the store's clock, whatever the machine's own is.
    const hour = new Intl.DateTimeFormat('en-CA', { hour: 'numeric', hour12: true, timeZone: 'America/Regina' })
      .format(Date.now())
      .replace(/\D/g, '')
    expect(away?.since).toMatch(new RegExp(`^Last seen ${hour}:`))
    expect(away?.problems).toEqual(['Its page is closed, or its browser has lost its power or the network.'])
    // Another engine, as after any restart.
    await host.restart()
    expect(await placeOf(token)).toEqual(place)
    expect(await host.call('screens:unpair', id)).toEqual({ ok: true, answer: null })
    expect(await placeOf(token)).toEqual({ kind: 'unknown' })
  })

  it('refuses each field that is wrong, beside it', async () => {
    const { code } = await codeOf()
    const tryOut = async (typed: string, change: ScreenChange): Promise<readonly [string | null, string]> =>
      refusalOf(await host.call('screens:pair', typed, change))
    expect(await tryOut('12', { name: 'A', locationId: HAMILTON })).toEqual([
      'code',
      'Type the six letters and figures that the screen shows, such as K7M 4QX. There is no 0, O, 1, I or L in them.'
    ])
    expect((await tryOut('AAAAAA', { name: 'A', locationId: HAMILTON }))[0]).toBe('code')
    expect((await tryOut(code, { name: 'A' }))[0]).toBe('locationId')
    expect((await tryOut(code, { name: 'A', locationId: 5 }))[0]).toBe('locationId')
    expect((await tryOut(code, { name: ' ', locationId: HAMILTON }))[0]).toBe('name')
    expect((await tryOut(code, { name: 'A', locationId: HAMILTON, settings: { theme: 'pink' } }))[0]).toBe('theme')
    expect((await tryOut(code, { name: 'A', locationId: HAMILTON, settings: { diagonalInches: 3 } }))[0]).toBe(
      'diagonalInches'
    )
  })

  it.each([
    [
      'fr-CA',
      'Tapez les six lettres et chiffres que montre l’écran, comme K7M 4QX. Il n’y a ni 0, ni O, ni 1, ni I, ni L.'
    ],
    ['es-US', 'Escriba las seis letras y cifras que muestra la pantalla, como K7M 4QX. No llevan 0, O, 1, I ni L.']
  ])('refuses in %s', async (language, message) => {
    speak(language)
    expect(refusalOf(await host.call('screens:pair', '12', {}))[1]).toBe(message)
    speak('en-CA')
  })

  it('waits for the engine that a save has started, as when one screen is paired after the other', async () => {
    const [first, second] = [await codeOf(), await codeOf()]
    const one = await host.call('screens:pair', first.code, { name: 'First', locationId: HAMILTON })
    const two = await host.call('screens:pair', second.code, { name: 'Second', locationId: HAMILTON })
    expect([one.ok, two.ok]).toEqual([true, true])
    for (const reply of [one, two]) if (reply.ok) await host.call('screens:unpair', reply.answer)
  })

  it('is for anybody in the network, and changes nothing but with the manager’s word', async () => {
    const page = await fetch(`${host.url}/pair`)
    expect([page.status, page.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8'])
    expect(await (await fetch(host.url)).text()).toContain('href="/pair"')
    expect((await fetch(`${host.url}/pair/code`)).status).toBe(405)
    expect((await post<{ error: { code: string } }>('/pair/code', { ticket: 5 })).error.code).toBe('bad-request')
    expect(await post('/pair/here', { token: 'x', page: null, tab: null })).toEqual({ kind: 'unknown' })
  })
})

describe('a change of a screen', () => {
  it('of a paired one is its own alone: settings, name and store, taken up by what it shows', async () => {
    const { id, token } = await pairedScreen({ name: 'Bar', locationId: HAMILTON })
    const stream = await openScreen(`/boards/${HAMILTON}?screen=Bar`)
    await placeOf(token, stream.page)
    // Another store is no setting: the browser is sent there at once.
    expect(await host.call('screens:change', id, { locationId: REGINA, board: 'wall' })).toMatchObject({ ok: true })
    expect(await stream.next('order')).toEqual({ kind: 'look-up' })
    expect(await placeOf(token)).toEqual({ kind: 'board', locationId: REGINA, query: '?board=wall&screen=Bar' })
    const settings = {
      theme: 'light',
      set: { kind: 'classifications', paths: [['Flower']] },
      timedSets: [{ from: '16:00', set: { kind: 'on-promotion' } }],
      orientation: 'portrait-left',
      outsideHours: 'dim'
    }
    expect(await host.call('screens:change', id, { name: 'Long bar', board: '', settings })).toEqual({
      ok: true,
      answer: null
    })
    expect(await placeOf(token)).toEqual({ kind: 'board', locationId: REGINA, query: '?screen=Long+bar' })
    expect(loadSettings(host.dataDir).settings.screens).toMatchObject({ 'Long bar': settings })
    expect(loadSettings(host.dataDir).settings.screens).not.toHaveProperty('Bar')
    // The engine is another one now, and goes by what was saved.
    await expect
      .poll(
        async () => (await readStream(`${host.url}/boards/${REGINA}?screen=Long+bar`, true).catch(() => null))?.theme,
        {
          timeout: 20_000
        }
      )
      .toBe('light')
    await host.call('screens:unpair', id)
  })

  it('is refused where the name is another’s, in the words of a form', async () => {
    const first = await pairedScreen({ name: 'One', locationId: HAMILTON })
    await engineRuns()
    const second = await pairedScreen({ name: 'Two', locationId: HAMILTON })
    expect(refusalOf(await host.call('screens:change', second.id, { name: 'One' }))).toEqual([
      'name',
      'There is a screen “One” already. Choose another name.'
    ])
    const wrong = [
      ['level', 'tiny'],
      ['distanceMetres', 0],
      ['orientation', 'upside-down'],
      ['outsideHours', 'asleep'],
      ['set', { kind: 'classifications', paths: [] }],
      ['timedSets', [{ from: '4 pm', set: { kind: 'full' } }]],
      ['theme', 'custom:none']
    ] as const
    for (const [field, value] of wrong)
      expect(refusalOf(await host.call('screens:change', second.id, { settings: { [field]: value } }))[0]).toBe(
        field === 'timedSets' ? 'timedSets.0' : field
      )
    // All of it at once: each beside its own field, and nothing is saved.
    await engineRuns()
    const all = await host.call('screens:change', second.id, {
      name: 'One',
      locationId: 5,
      settings: Object.fromEntries(wrong)
    })
    expect(all.ok ? [] : all.faults?.map(({ field }) => field)).toEqual([
      'name',
      'locationId',
      'level',
      'distanceMetres',
      'orientation',
      'outsideHours',
      'set',
      'timedSets.0',
      'theme'
    ])
    expect(loadSettings(host.dataDir).settings.screens['Two']).toMatchObject({ level: 'standard', distanceMetres: 3 })
    await host.call('screens:unpair', first.id)
    await host.call('screens:unpair', second.id)
  })

  it('of a browser that is not paired is of the settings that its address names; its name and store are there', async () => {
    await openScreen(`/boards/${HAMILTON}?screen=kiosk`)
    const { id, mayMove } = await only()
    expect(mayMove).toBe(false)
    expect(refusalOf(await host.call('screens:change', id, { name: 'Other' }))[0]).toBe('name')
    expect(await host.call('screens:change', id, { settings: { level: 'roomy' } })).toMatchObject({ ok: true })
    expect(loadSettings(host.dataDir).settings.screens['kiosk']).toMatchObject({ level: 'roomy', theme: 'dark' })
  })
})

describe('a disk that takes nothing', () => {
  /** Whatever is written into a file does not come to stand there, as long as the work goes on. */
  async function withoutFile<T>(name: string, work: () => Promise<T>): Promise<T> {
    const file = join(host.dataDir, name)
    const isThere = existsSync(file)
    if (isThere) renameSync(file, `${file}.away`)
    // No file takes the name of a directory.
    mkdirSync(file)
    try {
      return await work()
    } finally {
      rmdirSync(file)
      if (isThere) renameSync(`${file}.away`, file)
    }
  }

  it('leaves a screen and its settings as they were', async () => {
    const { id, token } = await pairedScreen({ name: 'Door', locationId: HAMILTON, settings: { theme: 'light' } })
    await engineRuns()
    const before = loadSettings(host.dataDir).settings.screens
    const reply = await withoutFile('paired-screens.json', () =>
      host.call('screens:change', id, { name: 'Exit', locationId: REGINA, settings: { theme: 'contrast' } })
    )
    expect(reply).toMatchObject({ ok: false, code: 'failed' })
    expect(loadSettings(host.dataDir).settings.screens).toEqual(before)
    expect(await placeOf(token)).toEqual({ kind: 'board', locationId: HAMILTON, query: '?screen=Door' })
    expect((await listed()).find((one) => one.id === id)).toMatchObject({ name: 'Door', settings: { theme: 'light' } })
    // Its record was written, and then its settings were not: the record is as before, too.
    const other = await withoutSettings(() =>
      host.call('screens:change', id, { name: 'Exit', locationId: REGINA, settings: { theme: 'contrast' } })
    )
    expect(other).toMatchObject({ ok: false, code: 'failed' })
    expect(await placeOf(token)).toEqual({ kind: 'board', locationId: HAMILTON, query: '?screen=Door' })
    expect(loadSettings(host.dataDir).settings.screens).toEqual(before)
    await host.call('screens:unpair', id)
  })

  it('pairs nobody and leaves no settings behind; afterwards the same code pairs', async () => {
    await engineRuns()
    const before = loadSettings(host.dataDir).settings.screens
    const { ticket, code } = await codeOf()
    const pair = (): Promise<ManagerReply<string>> =>
      host.call('screens:pair', code, { name: 'Hall', locationId: REGINA })
    for (const without of [() => withoutFile('paired-screens.json', pair), () => withoutSettings(pair)]) {
      expect(await without()).toMatchObject({ ok: false, code: 'failed' })
      expect(loadSettings(host.dataDir).settings.screens).toEqual(before)
      expect((await listed()).some(({ name }) => name === 'Hall')).toBe(false)
      expect(await codeOf(ticket)).toMatchObject({ kind: 'code', code })
    }
    const reply = await pair()
    expect(reply).toMatchObject({ ok: true })
    if (reply.ok) await host.call('screens:unpair', reply.answer)
  })

  /** Settings are read as they are; what is written takes no name. */
  async function withoutSettings<T>(work: () => Promise<T>): Promise<T> {
    const partial = join(host.dataDir, `settings.json.${process.pid}.partial`)
    mkdirSync(partial)
    try {
      return await work()
    } finally {
      if (existsSync(partial)) rmdirSync(partial)
    }
  }
})

describe('what there is to choose from', () => {
  it('are the classes and shelves of the store’s own menu, each with its products', async () => {
    const reply = await host.call('screens:menu', HAMILTON)
    if (!reply.ok) throw new Error(reply.message)
    const names = reply.answer.classes.map(({ name }) => name)
    expect(names).toContain('Flower')
    const flower = reply.answer.classes.find(({ name }) => name === 'Flower')!
    const below = reply.answer.classes.filter(({ path }) => path.length === 2 && path[0] === 'Flower')
    expect(below.length).toBeGreaterThan(0)
    expect(flower.products).toBeGreaterThanOrEqual(below.reduce((sum, { products }) => sum + products, 0))
    expect(reply.answer.shelves.every(({ products }) => products > 0)).toBe(true)
  })

  it('are the hours that Cova says of a store, until the manager says others', async () => {
    const hours = async () => {
      const reply = await host.call('screens:hours', REGINA)
      if (!reply.ok) throw new Error(reply.message)
      return reply.answer
    }
    const said = await hours()
    expect([said.isOwn, said.days[0], said.hours?.length]).toEqual([false, 'Monday', 7])
    const own = Array.from({ length: 7 }, (_, day) => (day === 6 ? null : { opensAt: '10:00', closesAt: '01:00' }))
    expect(await host.call('screens:set-hours', REGINA, own)).toEqual({ ok: true, answer: null })
    await expect.poll(async () => (await hours().catch(() => null))?.hours, { timeout: 20_000 }).toEqual(own)
    await engineRuns()
    const wrong = own.with(2, { opensAt: '10', closesAt: '01:00' })
    expect(refusalOf(await host.call('screens:set-hours', REGINA, wrong))).toEqual([
      'hours.2',
      'Wednesday: write times of 24 hours such as 09:00 and 22:00.'
    ])
    const both = await host.call('screens:set-hours', REGINA, wrong.with(0, { opensAt: '', closesAt: '01:00' }))
    expect(both.ok ? [] : both.faults?.map(({ field }) => field)).toEqual(['hours.0', 'hours.2'])
    await engineRuns()
    expect(await host.call('screens:set-hours', REGINA, null)).toEqual({ ok: true, answer: null })
    await expect.poll(async () => (await hours().catch(() => null))?.hours, { timeout: 20_000 }).toEqual(said.hours)
  })
})
