import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { BoardView, ViewScreen } from '../../src/shared/board-view.ts'
import { SCREENS, startFakeHost, type FakeHost } from './built-page.ts'
import { builtRenderer } from './renderer-build.ts'
import { launchChromium } from './chromium.ts'
import { faultsOf } from './drawn-page.ts'
import { frenchView, hardView, manyView, SCREEN, standardView } from './fixture-view.ts'

const LONG_MS = 40_000
const HARBOUR: { readonly base: 'dark'; readonly tokens: Readonly<Record<string, string>> } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../docs/themes/harbour.json'), 'utf8')
)

let browser: Browser
let host: FakeHost
let page: Page

beforeAll(async () => {
  host = await startFakeHost(await builtRenderer())
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  await host.close()
})

afterEach(() => page.close())

async function openBoard(
  view: BoardView,
  screen: Partial<ViewScreen>,
  query = '',
  size = { width: 1920, height: 1080 }
): Promise<void> {
  host.view = { ...view, head: { ...view.head, screen: { ...SCREEN, ...screen } } }
  page = await browser.newPage({ viewport: size })
  await page.clock.install()
  await page.goto(`${host.origin}/boards/7?dwell=${LONG_MS}${query}`)
  await page.waitForSelector('[data-state=board]')
}

function rgbOf(hex: string): string {
  return `rgb(${[1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)).join(', ')})`
}

/** The colour of one painted pixel, from a picture of the page. */
async function pixelAt(x: number, y: number): Promise<string> {
  const picture = (await page.screenshot({ clip: { x, y, width: 1, height: 1 } })).toString('base64')
  // The board's own page takes no picture but its host's.
  const reader = await browser.newPage()
  const colour = await reader.evaluate(async (data) => {
    const image = new Image()
    image.src = `data:image/png;base64,${data}`
    await image.decode()
    const context = document.createElement('canvas').getContext('2d')
    context?.drawImage(image, 0, 0)
    return `rgb(${[...(context?.getImageData(0, 0, 1, 1).data ?? [])].slice(0, 3).join(', ')})`
  }, picture)
  await reader.close()
  return colour
}

describe("a store's own theme", () => {
  const screen = { theme: HARBOUR.base, themeTokens: HARBOUR.tokens }
  const backgroundOf = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).backgroundColor)

  it('is drawn: its own colours where it sets them, those of its base where it does not', async () => {
    await openBoard(standardView(), screen)
    expect(await page.getAttribute('[data-state=board]', 'data-theme')).toBe('dark')
    expect(await backgroundOf('.sheet')).toBe(rgbOf('#0b1220'))
    expect(await backgroundOf('.rail')).toBe(rgbOf('#e6ecf6'))
    expect(await backgroundOf('.spine')).toBe(rgbOf('#1f3f77'))
    expect(await backgroundOf('.ticket')).toBe(rgbOf('#ffd21f'))
    expect(await backgroundOf('.rail-cell.sale')).toBe(rgbOf('#ffd21f'))
    await page.screenshot({ path: join(SCREENS, 'custom-theme.png') })
    expect(await pixelAt(10, 540)).toBe(rgbOf('#1f3f77'))
    expect(await pixelAt(960, 1070)).toBe(rgbOf('#0b1220'))
    expect(await faultsOf(page)).toEqual([])
  })

  it("wears the store's colour on its spine where one is set", async () => {
    const view = standardView({ storeColour: { ground: '#7a1f3d', ink: '#f2f6ee' } })
    await openBoard(view, screen)
    expect(await backgroundOf('.spine')).toBe(rgbOf('#7a1f3d'))
  })

  it('gives way to a built-in theme that the address names, whole', async () => {
    await openBoard(standardView(), screen, '&theme=light')
    expect(await backgroundOf('.sheet')).toBe(rgbOf('#ebf0e4'))
    expect(await backgroundOf('.rail')).toBe(rgbOf('#13211b'))
  })
})

describe('a safe margin', () => {
  it.each([
    [2.5, 1920, 1080],
    [5, 1920, 1080],
    [8, 1920, 1080],
    [10, 1920, 1080],
    [5, 1080, 1920],
    [8, 1080, 1920]
  ])('of %s per cent on %d x %d keeps every text inside it, on every page', async (percent, width, height) => {
    for (const view of [manyView(40), hardView()]) {
      await openBoard(view, { safeMarginPercent: percent }, '', { width, height })
      const pageCount = Number(await page.getAttribute('[data-state=board]', 'data-pages'))
      for (let number = 1; number <= Math.min(pageCount, 3); number += 1) {
        expect(await faultsOf(page, percent / 100)).toEqual([])
        await page.screenshot({ path: join(SCREENS, `margin-${percent}-${width}-${number}.png`) })
        if (number === pageCount) break
        await page.clock.fastForward(LONG_MS)
        await page.clock.fastForward(1000)
        await page.waitForSelector('.leaving', { state: 'detached' })
      }
      if (view.items.length > 30) await page.close()
    }
  })

  it('is bled into by colour alone: the spine and a rail reach the edges', async () => {
    await openBoard(standardView(), { safeMarginPercent: 8 })
    const edges = await page.evaluate(() => ({
      spine: document.querySelector('.spine')?.getBoundingClientRect().left,
      rail: Math.max(...[...document.querySelectorAll('.leaf.last .rail')].map((r) => r.getBoundingClientRect().right))
    }))
    expect(edges.spine).toBe(0)
    expect(edges.rail).toBeCloseTo(1920, 0)
  })
})

describe('a screen of shelf prices in French', () => {
  it('parts no amount of what is paid, however long the words before it are', async () => {
    const view = frenchView()
    const rowLabels = { group: 'Prix Membres fidèles', beforeTax: 'Avant taxes', youPay: 'Vous payez, taxes comprises' }
    const items = view.items.map((item) => ({
      ...item,
      rungs: item.rungs.map((rung) => ({ ...rung, groupPays: rung.youPay }))
    }))
    const screen: Partial<ViewScreen> = { priceStyle: 'shelf-price', groupName: 'Membres fidèles', rowLabels }
    await openBoard({ head: view.head, items }, screen)
    expect(await faultsOf(page)).toEqual([])
    await page.screenshot({ path: join(SCREENS, 'french-shelf-price.png') })
    const lines = await page.$$eval('.jar .note', (notes) =>
      notes.flatMap((note) => {
        const parts = [...note.querySelectorAll('.text-line')]
        return (parts.length > 0 ? parts : [note]).map((line) => line.textContent)
      })
    )
    const onPage = await page.$$eval('.jar', (jars) => jars.map((jar) => jar.getAttribute('data-item')))
    const singles = items.filter(({ productId }) => onPage.includes(productId)).flatMap(({ rungs }) => rungs)
    expect(singles.length).toBeGreaterThan(6)
    for (const { youPay } of singles)
      expect(lines.filter((line) => line.includes(youPay?.digits ?? '?')).length).toBeGreaterThanOrEqual(2)
  })
})
