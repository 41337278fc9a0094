import { join } from 'node:path'
import { Transformer } from '@napi-rs/image'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Colour, stillLifeOf } from '../../src/main/demo-store/still-life.ts'
import type { BoardView, ViewItem, ViewPicture, ViewScreen } from '../../src/shared/board-view.ts'
import { SCREENS, startFakeHost, type FakeHost } from './built-page.ts'
import { builtRenderer } from './renderer-build.ts'
import { launchChromium } from './chromium.ts'
import { faultsOf } from './drawn-page.ts'
import { headOf, itemOf, manyView, SCREEN, standardView } from './fixture-view.ts'

declare global {
  interface Window {
    /** Pictures that were put on the page before they could be drawn. */
    undrawn?: number
  }
}

let browser: Browser
let host: FakeHost
let page: Page
let complaints: string[] = []

beforeAll(async () => {
  host = await startFakeHost(await builtRenderer())
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  await host.close()
})
beforeEach(async () => {
  host.pictures.clear()
  for (const [index, [widthPx, heightPx]] of SIZES.entries()) {
    const wall: Colour = [110 + index * 20, 150, 140]
    const body = { x: 50, y: 54, width: 42, height: 54, round: 7, colour: [220, 228, 222] as const }
    const png = stillLifeOf(wall, [90, 110, 104], [body])
    host.pictures.set(
      hashOf(index),
      await new Transformer(png).resize({ width: widthPx, height: heightPx, fit: 1 }).webp(80)
    )
  }
})
afterEach(() => page.close())

/** Square, lying and standing. */
const SIZES = [
  [360, 360],
  [640, 320],
  [240, 640]
] as const
const MISSING = 'f'.repeat(32)
const LONG_MS = 40_000
const LANDSCAPE = { width: 1920, height: 1080 }
const UPRIGHT = { width: 1080, height: 1920 }

function hashOf(index: number): string {
  return String(index % SIZES.length).repeat(32)
}

function pictureOf(index: number): ViewPicture {
  const [widthPx, heightPx] = SIZES[index % SIZES.length] ?? [0, 0]
  return { href: `/pictures/${hashOf(index)}`, widthPx, heightPx }
}

/** A board whose every product has the picture that is given for its place. */
function pictured(
  view: BoardView,
  of: (index: number) => ViewPicture | null,
  screen: Partial<ViewScreen> = {}
): BoardView {
  const items = view.items.map((item, index): ViewItem => ({ ...item, picture: of(index) }))
  return { head: { ...view.head, screen: { ...view.head.screen, ...screen } }, items }
}

async function openBoard(view: BoardView, size = LANDSCAPE, query = ''): Promise<void> {
  host.view = view
  complaints = []
  page = await browser.newPage({ viewport: size })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.clock.install()
  await page.goto(`${host.origin}/boards/7?dwell=${LONG_MS}${query}`)
  await page.waitForSelector('[data-state=board]')
}

async function turnPage(): Promise<void> {
  await page.clock.fastForward(LONG_MS)
  await page.clock.fastForward(1000)
  await page.waitForSelector('.leaving', { state: 'detached' })
}

async function pagesOf(look: (number: number) => Promise<void>): Promise<void> {
  const count = Number(await page.locator('[data-state=board]').getAttribute('data-pages'))
  for (let number = 1; number <= count; number += 1) {
    await look(number)
    if (number < count) await turnPage()
  }
}

interface DrawnPicture {
  readonly productId: string | null
  readonly onRail: boolean
  readonly widthPx: number
  readonly heightPx: number
  /** From the picture's right edge to the leaf's. */
  readonly shortOfLeafPx: number
  /** From the single's top and bottom to the picture's. */
  readonly belowTopPx: number
  readonly aboveBottomPx: number
  readonly drawn: boolean
}

function drawnPictures(): Promise<DrawnPicture[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLImageElement>('.sheet:not(.leaving) img')].map((image) => {
      const box = image.getBoundingClientRect()
      const single = image.closest('[data-item]')
      const own = single?.getBoundingClientRect()
      const leaf = image.closest('.leaf')?.getBoundingClientRect()
      return {
        productId: single?.getAttribute('data-item') ?? null,
        onRail: image.closest('.shelf') !== null,
        widthPx: box.width,
        heightPx: box.height,
        shortOfLeafPx: (leaf?.right ?? NaN) - box.right,
        belowTopPx: box.top - (own?.top ?? NaN),
        aboveBottomPx: (own?.bottom ?? NaN) - box.bottom,
        drawn: image.complete && image.naturalWidth > 0
      }
    })
  )
}

/** Where everything on the page stands, to a tenth of a px. */
function placesOf(): Promise<unknown> {
  return page.evaluate(() =>
    [...document.querySelectorAll('main *:not(img)')].map((element) => {
      const { left, top, width, height } = element.getBoundingClientRect()
      return [element.className.toString(), ...[left, top, width, height].map((px) => Math.round(px * 10) / 10)].join(
        ' '
      )
    })
  )
}

describe('a board with pictures', () => {
  it.each([
    ['landscape', LANDSCAPE, {}, standardView()],
    ['portrait', UPRIGHT, {}, standardView()],
    ['roomy', LANDSCAPE, { level: 'roomy', distanceMetres: 5 } as const, standardView()],
    ['narrow', UPRIGHT, { level: 'roomy', distanceMetres: 5 } as const, standardView()],
    ['4k', { width: 3840, height: 2160 }, {}, standardView()],
    ['thirty', LANDSCAPE, { level: 'dense' } as const, manyView(30)]
  ])(
    'shows them beside singles alone, as squares at the end of their leaf, and nothing overlaps: %s',
    async (name, size, screen, view) => {
      await openBoard(pictured(view, pictureOf, screen), size)
      await page.waitForSelector(`[data-pictures="${view.items.length}"]`)
      const seen = new Set<string | null>()
      await pagesOf(async (number) => {
        expect(await faultsOf(page)).toEqual([])
        for (const picture of await drawnPictures()) {
          expect(picture).toMatchObject({ onRail: false, drawn: true })
          expect(picture.widthPx).toBeCloseTo(picture.heightPx, 1)
          expect(Math.abs(picture.shortOfLeafPx)).toBeLessThan(1)
          expect(Math.abs(picture.belowTopPx)).toBeLessThan(1)
          expect(picture.aboveBottomPx).toBeGreaterThan(-1)
          seen.add(picture.productId)
        }
        await page.screenshot({ path: join(SCREENS, `pictures-${name}-${number}.png`) })
      })
      const singles = view.items.filter(({ shelf }) => shelf === null).map(({ productId }) => productId)
      // A product that is alone on its shelf is a single too.
      expect([...seen]).toEqual(expect.arrayContaining(singles))
      expect(complaints).toEqual([])
    }
  )

  it('is laid out as one without, where none is there: a missing picture leaves no hole', async () => {
    await openBoard(pictured(standardView(), () => null))
    const without = await placesOf()
    await page.close()
    await openBoard(pictured(standardView(), () => ({ href: `/pictures/${MISSING}`, widthPx: 9, heightPx: 9 })))
    await expect.poll(() => complaints.length).toBeGreaterThan(0)
    expect(await placesOf()).toEqual(without)
    expect(await page.locator('img').count()).toBe(0)
  })

  it('of which some cannot be loaded is laid out as if those had none', async () => {
    const some = (missing: ViewPicture | null) => (index: number) => (index % 2 === 0 ? pictureOf(index) : missing)
    await openBoard(pictured(manyView(12), some(null)))
    await page.waitForSelector('img.picture')
    const expected = await placesOf()
    const count = await page.locator('img.picture').count()
    await page.close()
    await openBoard(pictured(manyView(12), some({ href: `/pictures/${MISSING}`, widthPx: 9, heightPx: 9 })))
    await page.waitForSelector('img.picture')
    expect(await page.locator('img.picture').count()).toBe(count)
    expect(await placesOf()).toEqual(expected)
    expect(await faultsOf(page)).toEqual([])
  })

  it('tries one that could not be loaded again', async () => {
    const picture = pictureOf(0)
    const webp = host.pictures.get(hashOf(0)) ?? new Uint8Array()
    host.pictures.clear()
    await openBoard(pictured(manyView(2), () => picture))
    await expect.poll(() => complaints.length).toBeGreaterThan(0)
    host.pictures.set(hashOf(0), webp)
    await page.clock.fastForward(61_000)
    await page.waitForSelector('img.picture')
  })

  it('takes pictures that come later in one step, and only once they can be drawn', async () => {
    const view = manyView(6)
    await openBoard(pictured(view, () => null))
    await page.evaluate(() => {
      window.undrawn = 0
      new MutationObserver(() => {
        for (const image of document.querySelectorAll('img'))
          if (!image.complete || image.naturalWidth === 0) window.undrawn = (window.undrawn ?? 0) + 1
      }).observe(document.body, { childList: true, subtree: true })
    })
    const later = pictured(view, pictureOf)
    host.push('patch', { head: { ...later.head, revision: 'r2' }, items: later.items, removed: [], order: null })
    await page.waitForSelector('img.picture')
    expect(await page.locator('img.picture').count()).toBe(6)
    expect(await page.evaluate(() => window.undrawn)).toBe(0)
    expect(await faultsOf(page)).toEqual([])
  })

  it('leaves out an item whose picture is anybody else’s, and asks nobody for it', async () => {
    const elsewhere = { href: 'https://pictures.example/1.png', widthPx: 9, heightPx: 9 }
    const view = { head: headOf(), items: [itemOf({ productId: 'a', name: 'Copper Wren', picture: elsewhere })] }
    const asked: string[] = []
    await openBoard(view)
    page.on('request', (request) => asked.push(request.url()))
    await page.reload()
    await page.waitForSelector('[data-state=board]')
    expect(await page.locator('[data-item]').count()).toBe(0)
    expect(asked.filter((url) => !url.startsWith(host.origin))).toEqual([])
  })

  it('greys the picture of what is sold out', async () => {
    const view = manyView(2)
    const items = view.items.map((item, index) => ({ ...item, soldOut: index === 0 }))
    await openBoard(pictured({ ...view, items }, pictureOf))
    await page.waitForSelector('img.picture')
    const opacities = await page.evaluate(() =>
      [...document.querySelectorAll('img.picture')].map((image) => getComputedStyle(image).opacity)
    )
    expect(opacities.sort()).toEqual(['0.45', '1'])
  })
})

describe("the store's logo", () => {
  const ALONG = 'a'.repeat(32)
  const SQUARE = 'b'.repeat(32)
  beforeEach(async () => {
    const svg = (width: number, parts: string): string =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="100" viewBox="0 0 ${width} 100">${parts}</svg>`
    const mark = '<circle cx="50" cy="50" r="46" fill="#f2efe4"/><path d="M50 12 L80 84 L20 84Z" fill="#1d5a46"/>'
    const bars = [130, 190, 250, 310, 370]
      .map(
        (x, index) =>
          `<rect x="${x}" y="${20 + (index % 2) * 12}" width="40" height="${60 - (index % 3) * 8}" fill="#f2efe4"/>`
      )
      .join('')
    host.pictures.set(ALONG, await Transformer.fromSvg(svg(420, mark + bars)).webp(90))
    host.pictures.set(SQUARE, await Transformer.fromSvg(svg(100, mark)).webp(90))
  })

  const withLogo = (hash: string, widthPx: number, screen: Partial<ViewScreen> = {}): BoardView =>
    standardView({
      logo: { href: `/pictures/${hash}`, widthPx, heightPx: 100 },
      screen: { ...SCREEN, ...screen }
    })

  it.each([
    ['along', LANDSCAPE, ALONG, 420, 'stands'],
    ['square', LANDSCAPE, SQUARE, 100, 'square'],
    ['along-portrait', UPRIGHT, ALONG, 420, 'lies'],
    ['square-portrait', UPRIGHT, SQUARE, 100, 'square']
  ])('stands in the place of the name, in the spine or the band: %s', async (name, size, hash, widthPx, shape) => {
    await openBoard(withLogo(hash, widthPx), size)
    await page.waitForSelector('.spine img')
    expect(await faultsOf(page)).toEqual([])
    expect(await page.locator('.wordmark').count()).toBe(0)
    expect(await page.getByRole('img', { name: 'Tern & Timber' }).count()).toBe(1)
    const [logo, spine] = await page.evaluate(() =>
      ['.spine img', '.spine'].map((selector) => {
        const { left, right, top, bottom, width, height } =
          document.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect()
        return { left, right, top, bottom, width, height }
      })
    )
    if (logo === undefined || spine === undefined) throw new Error('no logo')
    expect(
      logo.left >= spine.left && logo.right <= spine.right && logo.top >= spine.top && logo.bottom <= spine.bottom
    ).toBe(true)
    const drawn = logo.width / logo.height
    expect(drawn).toBeCloseTo(shape === 'square' ? 1 : shape === 'lies' ? 4.2 : 1 / 4.2, 1)
    // The safe margin holds for it as for the name.
    const { x, y } = { x: size.width * 0.025 - 1, y: size.height * 0.025 - 1 }
    expect(logo.left >= x && logo.top >= y && logo.right <= size.width - x).toBe(true)
    await page.screenshot({ path: join(SCREENS, `logo-${name}.png`) })
  })

  it('stays the written name where it cannot be loaded', async () => {
    await openBoard(withLogo(MISSING, 420))
    await expect.poll(() => complaints.length).toBeGreaterThan(0)
    expect(await page.locator('.wordmark').innerText()).toBe('Tern & Timber')
    expect(await page.locator('.spine img').count()).toBe(0)
  })
})
