import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { BoardView, ViewItem } from '../../src/shared/board-view.ts'
import { SCREENS, startFakeHost, type FakeHost } from './built-page.ts'
import { builtRenderer } from './renderer-build.ts'
import { launchChromium } from './chromium.ts'
import { faultsOf } from './drawn-page.ts'
import { itemOf, manyView, rung, standardView } from './fixture-view.ts'

const LONG_MS = 40_000

/** Names in what Archivo has and has not, and whose letters they are. */
const NAMES: readonly (readonly [script: string, name: string, family: RegExp])[] = [
  ['greek', 'Χρυσή Αυγή του Αιγαίου', /^Noto Sans$/],
  ['cyrillic', 'Полярная ночь Ёлки', /^Noto Sans$/],
  ['devanagari', 'हिमालय की ठंडी हवा', /^Noto Sans$/],
  ['hebrew', 'לילה כחול בירושלים', /^Noto Sans Hebrew/],
  ['arabic', 'نسيم الجبل العالي', /^Noto Sans Arabic/],
  ['vietnamese', 'Ngọn lửa đỏ Ẩn Hiện', /^Archivo/],
  ['emoji', '🍓🔥🌱', /^Noto Emoji/],
  ['family', '👩‍🌾🇨🇦❤️', /^Noto Emoji/],
  ['keycap', '7️⃣', /^Noto Emoji/],
  ['stars', '★●✓', /^Noto Sans Symbols 2/],
  ['arrows', '→①♪', /^Noto Sans Symbols(?! 2)/],
  ['formula', '₂≈⅛', /^Roboto/],
  ['rare-latin', 'Ǥɯʃ', /^Noto Sans$/]
]

let browser: Browser
let host: FakeHost
let page: Page
/** Font files that the page asked for. */
let fetched: string[]

beforeAll(async () => {
  host = await startFakeHost(await builtRenderer())
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  await host.close()
})

afterEach(() => page.close())

async function open(view: BoardView): Promise<void> {
  host.view = view
  page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
  fetched = []
  page.on('request', (request) => {
    const file = request.url().split('/').at(-1) ?? ''
    if (file.endsWith('.woff2')) fetched.push(file)
  })
  await page.clock.install()
}

async function showBoard(): Promise<void> {
  await page.goto(`${host.origin}/boards/7?dwell=${LONG_MS}`)
  await page.waitForSelector('[data-state=board]')
}

function named(at: number, [script, name]: (typeof NAMES)[number]): ViewItem {
  return itemOf({
    productId: script,
    name,
    brand: at % 2 === 0 ? 'Wickerby' : name,
    classification: ['Flower', at % 3 === 0 ? name : 'Indica'],
    tickets: at % 2 === 0 ? [{ promotionId: 'ferry', short: '20% off' }] : [],
    state: at % 4 === 1 ? 'new' : null,
    rungs: [
      rung('3.5 g', { pay: '39.42', shelf: '35.20', was: '44.00' }),
      rung('7 g', { pay: '71.68', shelf: '64.00' })
    ]
  })
}

function scriptsView(): BoardView {
  const view = standardView({ storeName: 'Φάρος Маяк' })
  const onShelf = NAMES.map((entry, at) => ({
    ...named(at, entry),
    productId: `${entry[0]}-shelf`,
    classification: ['Flower'],
    shelf: { shelfId: 1, name: 'Ράφι' }
  }))
  return { head: view.head, items: [...onShelf, ...NAMES.map((entry, at) => named(at, entry))] }
}

/** The fonts that an element's glyphs come from, as the browser itself says. */
async function fontsOf(selector: string): Promise<{ family: string; bundled: boolean; glyphs: number }[]> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument')
  const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
  await session.detach()
  return fonts.map(({ familyName, isCustomFont, glyphCount }) => ({
    family: familyName,
    bundled: isCustomFont,
    glyphs: glyphCount
  }))
}

function drawn(productId: string): Promise<string> {
  return page.locator(`[data-item="${productId}"]`).innerHTML()
}

describe('names in other scripts', () => {
  it('are drawn in fonts that the board brings along, letter by letter, with nothing out of place', async () => {
    await open(scriptsView())
    await showBoard()
    const pageCount = Number(await page.getAttribute('[data-state=board]', 'data-pages'))
    const seen = new Set<string>()
    for (let number = 1; number <= pageCount; number += 1) {
      expect(await faultsOf(page)).toEqual([])
      await page.screenshot({ path: join(SCREENS, `scripts-${number}.png`) })
      for (const [script, , family] of NAMES)
        for (const productId of [script, `${script}-shelf`]) {
          const selector = `.sheet:not(.leaving) [data-item="${productId}"] bdi`
          if ((await page.locator(selector).count()) === 0) continue
          seen.add(productId)
          const fonts = await fontsOf(selector)
          expect(fonts.filter(({ bundled }) => !bundled)).toEqual([])
          expect([productId, ...fonts.map((font) => font.family)]).toContainEqual(expect.stringMatching(family))
        }
      if (number === pageCount) break
      await page.clock.fastForward(LONG_MS)
      await page.clock.fastForward(1000)
      await page.waitForSelector('.leaving', { state: 'detached' })
    }
    expect(seen.size).toBe(2 * NAMES.length)
  })

  it('cost a board without them nothing: it fetches Archivo alone', async () => {
    await open(manyView(60, { storeName: 'Épicerie Łódź' }))
    await showBoard()
    expect(fetched.length).toBeGreaterThan(0)
    expect(fetched.filter((file) => !file.startsWith('archivo-latin'))).toEqual([])
  })

  it('cost a board with one of them one file', async () => {
    const view = standardView()
    await open({ head: view.head, items: [named(0, ['greek', 'Χρυσή Αυγή', /./])] })
    await showBoard()
    const beside = fetched.filter((file) => !file.startsWith('archivo-latin'))
    expect(beside).toEqual([expect.stringMatching(/^noto-sans-greek-standard/)])
  })
})

describe('emoji', () => {
  it('are in the colour of the text, also those that ask for the coloured one; a family and a keycap are one picture', async () => {
    const names = ['❤️☀️✔️', '👩‍🌾', '👩‍❤️‍👨', '7️⃣']
    const view = standardView()
    await open({ head: view.head, items: names.map((name, at) => itemOf({ productId: `e${at}`, name })) })
    await showBoard()
    const drawnAs = []
    for (const at of names.keys()) drawnAs.push(await fontsOf(`[data-item=e${at}] bdi`))
    const one = { family: expect.stringMatching(/^Noto Emoji/), bundled: true }
    expect(drawnAs).toEqual([
      [{ ...one, glyphs: 3 }],
      [{ ...one, glyphs: 1 }],
      [{ ...one, glyphs: 1 }],
      [{ ...one, glyphs: 1 }]
    ])
    expect(await page.innerText('.sheet')).not.toContain('\ufe0f')
  })
})

describe('a name in a new script that comes with a patch', () => {
  const long = named(0, ['greek', 'Χρυσή Αυγή του Αιγαίου Πελάγους και των Κυκλάδων', /./])
  const view = standardView()
  const patch = { head: { ...view.head, revision: 'r2' }, items: [long], removed: [], order: null }

  async function laidOutFromTheStart(): Promise<string> {
    await open({ head: view.head, items: [...view.items, long] })
    await showBoard()
    const html = await drawn('greek')
    await page.close()
    return html
  }

  it('is laid out as if its font had been there from the start', async () => {
    const expected = await laidOutFromTheStart()
    await open(view)
    await showBoard()
    host.push('patch', patch)
    await page.waitForSelector('[data-revision=r2]')
    expect(await drawn('greek')).toBe(expected)
  })

  it('waits for its font three seconds at most, and is measured anew when that comes later', async () => {
    const expected = await laidOutFromTheStart()
    await open(view)
    let letGo: () => void = () => {}
    const held = new Promise<void>((resolve) => (letGo = resolve))
    const asked = new Promise<void>((resolve) => {
      void page.route('**/noto-sans-greek-*.woff2', async (route) => {
        resolve()
        await held
        await route.continue()
      })
    })
    await showBoard()
    host.push('patch', patch)
    await asked
    // A price that comes after it waits behind it: nothing is half old and half new.
    host.push('patch', { ...patch, head: { ...view.head, revision: 'r3' }, items: [] })
    expect(await page.getAttribute('[data-state=board]', 'data-revision')).toBe('r1')
    await page.clock.fastForward(3000)
    await page.waitForSelector('[data-revision=r3]')
    expect(await page.locator('[data-item=greek]').count()).toBe(1)
    letGo()
    await expect.poll(() => drawn('greek')).toBe(expected)
  })

  it('is drawn also where its font cannot be had', async () => {
    await open(view)
    await page.route('**/noto-sans-greek-*.woff2', (route) => route.abort())
    await showBoard()
    host.push('patch', patch)
    await page.waitForSelector('[data-revision=r2]')
    expect(await faultsOf(page)).toEqual([])
  })
})

describe('a name that runs from right to left', () => {
  const places = (selector: string): Promise<{ left: number; right: number }[]> =>
    page.$$eval(selector, (each) =>
      each.map((element) => {
        const range = document.createRange()
        range.selectNodeContents(element)
        const { left, right } = range.getBoundingClientRect()
        return { left, right }
      })
    )

  it.each([
    ['hebrew', 'לילה 3.5'],
    ['arabic', 'نسيم 12'],
    ['an override', '\u202eWren 3.5'],
    ['an embedding that is not closed', '\u202bCop \u2067Wren 10'],
    ['closings of nothing', '\u202c\u2069\u2069Copper Wren']
  ])('leaves mark, tag, quantity and price where they are: %s', async (_kind, name) => {
    const view = standardView()
    const plain = { ...named(0, ['plain', 'Copper Wren', /./]) }
    const hard = { ...plain, productId: 'hard', name }
    await open({ head: view.head, items: [plain, hard] })
    await showBoard()
    expect(await faultsOf(page)).toEqual([])
    for (const productId of ['plain', 'hard']) {
      const item = `[data-item=${productId}]`
      const [mark] = await places(`${item} .mark`)
      const [written] = await places(`${item} bdi`)
      const [ticket] = await places(`${item} .ticket`)
      expect(written?.left).toBeGreaterThan(mark?.left ?? Infinity)
      expect(ticket?.left).toBeGreaterThanOrEqual(written?.right ?? Infinity)
    }
    const textsOf = (productId: string): Promise<string[]> =>
      page.$$eval(`[data-item=${productId}] :is(.rung, .price-beside)`, (cells) =>
        cells.map((cell) => (cell instanceof HTMLElement ? cell.innerText : ''))
      )
    expect(await textsOf('hard')).toEqual(await textsOf('plain'))
    const leftsOf = async (productId: string): Promise<number[]> => {
      const cells = await places(`[data-item=${productId}] :is(.rung > .detail, .label-price, .price-beside)`)
      const from = Math.min(...cells.map(({ left }) => left))
      return cells.map(({ left }) => Math.round(left - from))
    }
    expect(await leftsOf('hard')).toEqual(await leftsOf('plain'))
  })
})

describe('a section whose name runs from right to left', () => {
  it.each(['زهور', 'פרחים', '\u202eFlower'])('has its part after it: %s', async (heading) => {
    const view = manyView(60)
    await open({ head: view.head, items: view.items.map((item) => ({ ...item, classification: [heading] })) })
    await showBoard()
    const [name, part] = await page.$eval('.sheet h1', (h1) =>
      [h1.firstChild, h1.querySelector('.part')].map((node) => {
        const range = document.createRange()
        if (node !== null) range.selectNodeContents(node)
        return range.getBoundingClientRect().toJSON() as DOMRect
      })
    )
    expect(await page.innerText('.sheet h1 .part')).toMatch(/^1 of \d+$/)
    expect(part?.left).toBeGreaterThanOrEqual(name?.right ?? Infinity)
    expect(await faultsOf(page)).toEqual([])
  })
})

describe('the fallback', () => {
  it('promises no letter that its files have not', async () => {
    const css = readFileSync(join(import.meta.dirname, '../../src/renderer/theme/fallback-fonts.css'), 'utf8')
    const faces = [...css.matchAll(/files\/([\w-]+)\.woff2[\s\S]*?unicode-range:([^;]*);/g)]
    expect(faces.length).toBeGreaterThan(15)
    const texts = faces.map(([, file = '', ranges = '']) => ({ file, text: lettersIn(ranges) }))
    await open(standardView())
    await showBoard()
    await page.evaluate(async (given) => {
      const sheet = document.createElement('div')
      sheet.id = 'letters'
      for (const { text } of given) {
        const line = document.createElement('p')
        // Each letter by itself: neighbours would join.
        for (const letter of text) {
          const span = document.createElement('span')
          span.textContent = letter
          line.append(span, ' ')
        }
        sheet.append(line)
      }
      document.body.append(sheet)
      await document.fonts.load("20px 'Beyond Archivo'", given.map(({ text }) => text.join('')).join(''))
      await document.fonts.ready
    }, texts)
    for (const [at, { file }] of texts.entries()) {
      const foreign = (await fontsOf(`#letters p:nth-child(${at + 1})`)).filter(({ bundled }) => !bundled)
      expect([file, foreign]).toEqual([file, []])
    }
  })

  it('stands no lower than Archivo: capitals reach its cap line, and lines are no higher', async () => {
    await open(standardView())
    await showBoard()
    const tops = await page.evaluate(async () => {
      await document.fonts.load("100px 'Beyond Archivo'", 'ΗЖא')
      const context = document.createElement('canvas').getContext('2d')
      if (context === null) return []
      context.font = "100px Archivo, 'Beyond Archivo'"
      return ['H', 'Η', 'Ж', 'א'].map((letter) => context.measureText(letter).actualBoundingBoxAscent)
    })
    const [cap = 0, ...others] = tops
    expect(cap).toBeGreaterThan(60)
    for (const top of others) expect(Math.abs(top - cap)).toBeLessThanOrEqual(1)
  })
})

/** Every letter of a list of ranges that Unicode has given a meaning and that can be seen. */
function lettersIn(ranges: string): string[] {
  return [...ranges.matchAll(/U\+([0-9A-F]+)(?:-([0-9A-F]+))?/g)].flatMap(([, from = '', to]) => {
    const first = Number.parseInt(from, 16)
    const last = to === undefined ? first : Number.parseInt(to, 16)
    return Array.from({ length: last - first + 1 }, (_, step) => String.fromCodePoint(first + step)).filter(
      (letter) => /[\p{L}\p{N}\p{S}\p{P}]/u.test(letter) && !/\p{Default_Ignorable_Code_Point}/u.test(letter)
    )
  })
}
