import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { PrintHost } from '../../../src/main/manager/print-handlers.ts'
import { loadSettings } from '../../../src/main/settings/settings-file.ts'
import { DEFAULT_SCREEN } from '../../../src/domain/screen/default-screen.ts'
import type { BoardSnapshot } from '../../../src/shared/board-snapshot.ts'
import type { PrintedPdf, PrintRequest } from '../../../src/shared/manager/print.ts'
import { type ManagerHost, startManagerHost } from '../../renderer/manager/manager-host.ts'
import { pageTextsOf } from './pdf-text.ts'

const REGINA = 110501
const HAMILTON = 110502
let folder: string
let host: ManagerHost
let listening: ReturnType<PrintHost['listening']> = null
let saved: { readonly fileName: string; readonly bytes: Uint8Array } | null = null
let saves: Awaited<ReturnType<NonNullable<PrintHost['savePdf']>>> = { ok: true, file: '/home/me/menu.pdf' }

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'topshelf-print-'))
  const screens = {
    Veterans: { ...DEFAULT_SCREEN, groupId: 700 },
    Edibles: {
      ...DEFAULT_SCREEN,
      set: { kind: 'classifications' as const, paths: [['Edibles']] },
      soldOut: 'hide' as const,
      language: 'fr-CA'
    }
  }
  host = await startManagerHost(
    folder,
    { kind: 'demo' },
    { screens },
    {
      print: {
        listening: () => listening,
        addresses: () => ['192.168.1.20', '10.8.0.2'],
        savePdf: async (fileName, bytes) => {
          saved = { fileName, bytes }
          return saves
        }
      }
    }
  )
}, 120_000)
afterAll(async () => {
  await host?.close()
  rmSync(folder, { recursive: true, force: true })
})
beforeEach(() => {
  listening = { host: '0.0.0.0', port: 4747 }
})

function requestOf(changes: Partial<PrintRequest> = {}): PrintRequest {
  return {
    kind: 'price-list',
    locationId: REGINA,
    screen: null,
    set: { kind: 'full' },
    paper: 'letter',
    language: null,
    soldOut: true,
    qrCode: true,
    ...changes
  }
}

async function printed(changes: Partial<PrintRequest> = {}): Promise<PrintedPdf & { readonly words: string }> {
  const reply = await host.call('print:pdf', requestOf(changes))
  if (!reply.ok) throw new Error(reply.message)
  const pages = pageTextsOf(Buffer.from(reply.answer.base64, 'base64'))
  expect(pages).toHaveLength(reply.answer.facts.pages)
  return { ...reply.answer, words: pages.map(({ all }) => all).join(' ') }
}

async function snapshot(locationId = REGINA): Promise<BoardSnapshot> {
  const answer = await host.engine().board({ locationId, atMs: null, groupId: null, customer: 'recreational' })
  if (!answer.ok) throw new Error(answer.message)
  return JSON.parse(answer.json) as BoardSnapshot
}

function moneyIn(text: string): string[] {
  return text.match(/\$[\d,]+\.\d\d/g) ?? []
}

describe('a print of a store', () => {
  it('has every product of the board, each with every amount that the board has', async () => {
    const { words, facts } = await printed()
    const board = await snapshot()
    expect(facts.products).toBe(board.items.length)
    expect(board.items.length).toBeGreaterThan(400)
    const money = new Intl.NumberFormat('en-CA', { style: 'currency', currency: 'CAD' })
    const told = (amount: string | null): string => money.format(amount as Intl.StringNumericLiteral)
    const amounts = board.items.flatMap(({ ladder }) =>
      ladder.map(({ deal, outTheDoor }) => told(deal?.outTheDoor ?? outTheDoor))
    )
    // What offers say of money stands beside, and nothing else does.
    const offered = new Set(board.items.flatMap(({ badges }) => badges.flatMap(({ label }) => moneyIn(label ?? ''))))
    const beside = moneyIn(words)
    for (const amount of amounts) {
      const at = beside.indexOf(amount)
      expect(at, `${amount} is not printed as often as the board has it`).toBeGreaterThanOrEqual(0)
      beside.splice(at, 1)
    }
    expect(beside.filter((amount) => !offered.has(amount))).toEqual([])
    for (const { name } of board.items) expect(words.replaceAll(' ', '')).toContain(name.replaceAll(' ', ''))
    expect(facts.fileName).toMatch(/^tern-timber-regina-price-list-\d{4}-\d{2}-\d{2}\.pdf$/)
  })

  it('leaves sold-out products out where the manager wants it so', async () => {
    const board = await snapshot()
    const { facts } = await printed({ soldOut: false })
    expect(facts.products).toBe(board.items.filter(({ inStock }) => inStock !== false).length)
    expect(facts.products).toBeLessThan(board.items.length)
  })

  it('is of the classes that were chosen', async () => {
    const { words, facts } = await printed({ set: { kind: 'classifications', paths: [['Topicals']] } })
    expect(facts.products).toBe(11)
    expect(words).toContain('Topicals')
    expect(words).not.toContain('Edibles')
  })

  it('follows the screen: its set, its language, its group', async () => {
    const edibles = await printed({ screen: 'Edibles', set: null, soldOut: false })
    expect(edibles.words).toContain('Prix en date du')
    expect(edibles.words).not.toContain('Topicals')
    expect(edibles.facts.title).toBe('Tern & Timber Regina: Liste de prix')
    const veterans = await printed({ screen: 'Veterans' })
    expect(veterans.words).toContain('Veterans pay')
    expect((await printed()).words).not.toContain('Veterans pay')
  })

  it('speaks the language that was asked for', async () => {
    expect((await printed({ kind: 'menu', language: 'es-US' })).words).toContain('más: pregúntenos')
  })

  it('says what prices include where taxes are in them, with no shelf price beside', async () => {
    const { words } = await printed({ locationId: HAMILTON })
    expect(words).toContain('All prices include')
    expect(words).not.toContain('Shelf price')
  })

  it('is empty, and says so, where nothing fits what was chosen', async () => {
    const set = { kind: 'classifications', paths: [['Nothing of that name']] } as const
    expect(await host.call('print:pdf', requestOf({ set }))).toMatchObject({ ok: false, code: 'refused', field: 'set' })
    const preview = await host.call('print:preview', requestOf({ set }), 0)
    expect(preview).toMatchObject({ ok: true, answer: { page: null, facts: { pages: 0 } } })
  })

  it('is refused for a store that is not there', async () => {
    expect(await host.call('print:pdf', requestOf({ locationId: 1 }))).toMatchObject({
      ok: false,
      code: 'refused',
      field: 'locationId'
    })
  })

  it('shows beforehand the very page that is printed', async () => {
    const preview = await host.call('print:preview', requestOf(), 2)
    if (!preview.ok || preview.answer.page === null) throw new Error('no preview')
    const texts = preview.answer.page.blocks.flatMap(({ pieces }) =>
      pieces.flatMap((piece) => (piece.kind === 'text' ? [piece.text] : []))
    )
    const reply = await host.call('print:pdf', requestOf())
    if (!reply.ok) throw new Error(reply.message)
    const page = pageTextsOf(Buffer.from(reply.answer.base64, 'base64'))[2]
    // The clock may have gone on by a minute.
    const still = (all: readonly string[]): readonly string[] => all.filter((text) => !/\d(am| am| pm)/.test(text))
    expect(still(page?.texts ?? [])).toEqual(still(texts))
    expect(preview.answer.pageIndex).toBe(2)
  })

  it('offers the classes of the store, and Letter', async () => {
    const reply = await host.call('print:options', REGINA, null)
    if (!reply.ok) throw new Error(reply.message)
    expect(reply.answer).toMatchObject({ paper: 'letter', language: 'en-CA' })
    expect(reply.answer.classes.map(({ path }) => path[0])).toContain('Flower')
    expect(reply.answer.everything.products).toBe((await snapshot()).items.length)
  })

  it('counts what is printed: with those that are sold out, and without', async () => {
    const options = await host.call('print:options', REGINA, 'Veterans')
    const edibles = await host.call('print:options', REGINA, 'Edibles')
    if (!options.ok || !edibles.ok) throw new Error('no options')
    const { everything, onPromotion, classes } = options.answer
    const flower = classes.find(({ path }) => path[0] === 'Flower')
    if (flower === undefined) throw new Error('the demo store sells no flower')
    for (const [count, request] of [
      [everything, { screen: 'Veterans' }],
      [onPromotion, { screen: 'Veterans', set: { kind: 'on-promotion' } }],
      [flower, { screen: 'Veterans', set: { kind: 'classifications', paths: [['Flower']] } }],
      [edibles.answer.onScreen, { screen: 'Edibles', set: null }]
    ] as const) {
      expect(count.soldOut).toBeGreaterThan(0)
      expect((await printed({ ...request, soldOut: true })).facts.products).toBe(count.products)
      expect((await printed({ ...request, soldOut: false })).facts.products).toBe(count.products - count.soldOut)
    }
  })

  it.each([
    ['en-CA', /Prices as of \w+, \w+ \d+, 20\d\d, \d+:\d\d [ap]m/, /Prices checked \d/],
    ['fr-CA', /Prix en date du \S+ \d+ \S+ 20\d\d, \d+ h/, /Prix vérifiés? /],
    ['es-US', /Precios del \S+, \d+ de \S+ de 20\d\d, \d+:\d\d/, /Precios (revisados|comprobados|verificados) /]
  ])('says in %s of when its prices are, and when they were checked', async (language, asOf, age) => {
    const { words, facts } = await printed({ language, set: { kind: 'classifications', paths: [['Topicals']] } })
    const plain = words.replaceAll(/\s+/g, ' ')
    expect(plain).toMatch(asOf)
    expect(plain).toMatch(age)
    expect(facts.language).toBe(language)
  })
})

describe('the code for phones', () => {
  it('leads to the board in the store’s network, and stands in the PDF', async () => {
    const reply = await host.call('print:address', REGINA, 'Veterans')
    expect(reply).toMatchObject({
      ok: true,
      answer: {
        url: expect.stringMatching(
          /^http:\/\/192\.168\.1\.20:4747\/boards\/110501\?screen=Veterans&phone=1&link=[\w-]{22}$/
        ),
        others: [expect.stringMatching(/^http:\/\/10\.8\.0\.2:4747\/boards\/110501\?screen=Veterans&phone=1&link=/)],
        noPhones: null,
        saves: true
      }
    })
    expect((await printed({ kind: 'menu' })).words).toContain('Today’s prices on your phone')
  })

  it('is not printed where no phone could follow it', async () => {
    listening = { host: '127.0.0.1', port: 4747 }
    expect(await host.call('print:address', REGINA, null)).toMatchObject({
      answer: { url: null, qrCode: null, noPhones: 'this-machine-only' }
    })
    expect((await printed({ kind: 'menu' })).words).not.toContain('Today’s prices on your phone')
  })

  it('goes to the address that the manager typed, which is kept', async () => {
    listening = { host: '127.0.0.1', port: 4747 }
    expect(await host.call('print:keep-address', 'http://localhost:1')).toEqual({
      ok: true,
      answer: { ok: false, why: 'this-machine' }
    })
    expect(await host.call('print:keep-address', ' https://menu.example/ ')).toEqual({ ok: true, answer: { ok: true } })
    expect(loadSettings(host.dataDir).settings.publicUrl).toBe('https://menu.example')
    expect(await host.call('print:address', REGINA, null)).toMatchObject({
      answer: {
        url: expect.stringMatching(/^https:\/\/menu\.example\/boards\/110501\?phone=1&link=[\w-]{22}$/),
        publicUrl: 'https://menu.example',
        noPhones: null
      }
    })
    expect(await host.call('print:keep-address', null)).toEqual({ ok: true, answer: { ok: true } })
    expect(loadSettings(host.dataDir).settings.publicUrl).toBeNull()
  })
})

describe('saving in the app', () => {
  it('writes the PDF where the manager says', async () => {
    saves = { ok: true, file: '/home/me/menu.pdf' }
    expect(await host.call('print:save', requestOf({ kind: 'menu' }))).toEqual({
      ok: true,
      answer: { file: '/home/me/menu.pdf' }
    })
    expect(saved?.fileName).toMatch(/^tern-timber-regina-menu-/)
    expect(pageTextsOf(saved?.bytes ?? new Uint8Array())).toHaveLength(1)
  })

  it('says why it could not', async () => {
    saves = { ok: false, message: 'The disk is full: nothing can be saved in /home/me/menu.pdf' }
    expect(await host.call('print:save', requestOf({ kind: 'menu' }))).toMatchObject({
      ok: false,
      code: 'refused',
      message: expect.stringContaining('“The disk is full: nothing can be saved in /home/me/menu.pdf”') as string
    })
  })
})

describe('arguments', () => {
  it.each([
    ['kind', { kind: 'poster' }],
    ['paper', { paper: 'a3' }],
    ['language', { language: 'not a language' }],
    ['set', { set: { kind: 'classifications', paths: [] } }],
    ['a field of its own', { compress: false }]
  ])('with a wrong %s are refused', async (_name, changes) => {
    const request = { ...requestOf(), ...changes } as PrintRequest
    expect(await host.call('print:pdf', request)).toMatchObject({ ok: false, code: 'wrong-arguments' })
  })

  it('take no address that is none of the web', async () => {
    expect(await host.call('print:document', requestOf(), 'javascript:alert(1)')).toMatchObject({
      code: 'wrong-arguments'
    })
  })
})

describe('a market that restricts what is shown', () => {
  async function wordsOf(profile: string, kind: PrintRequest['kind']): Promise<readonly string[]> {
    const market = { profile, confirmed: true }
    const restricted = await startManagerHost(folder, { kind: 'demo' }, { market })
    try {
      const reply = await restricted.call('print:pdf', requestOf({ kind, soldOut: false }))
      if (!reply.ok) throw new Error(reply.message)
      return pageTextsOf(Buffer.from(reply.answer.base64, 'base64')).map(({ all }) => all)
    } finally {
      await restricted.close()
    }
  }

  it('has its warnings on every page', { timeout: 60_000 }, async () => {
    for (const words of await wordsOf('washington-warnings', 'price-list'))
      expect(words).toContain('This product has intoxicating effects and may be habit forming.')
  })

  it('has no offers and no struck prices printed where it forbids them', { timeout: 60_000 }, async () => {
    expect((await printed()).words).toContain('Sale until')
    const words = (await wordsOf('massachusetts-adult-use', 'price-list')).join(' ')
    for (const forbidden of ['Sale', 'Regular', 'Bundle', 'Buy and get']) expect(words).not.toContain(forbidden)
  })
})
