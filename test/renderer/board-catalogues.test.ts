import { join } from 'node:path'
import { Transformer } from '@napi-rs/image'
import * as fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stillLifeOf } from '../../src/main/demo-store/still-life.ts'
import { LEAST_AM, LEAST_CAP_AM } from '../../src/renderer/layout/legibility.ts'
import type { BoardView, ViewScreen } from '../../src/shared/board-view.ts'
import { SCREENS, startFakeHost, type FakeHost } from './built-page.ts'
import { builtRenderer } from './renderer-build.ts'
import { launchChromium } from './chromium.ts'
import { overflowsOn } from './drawn-boxes.ts'
import { faultsOf } from './drawn-page.ts'
import { hardView, itemOf, manyView, rung, SCREEN, standardView } from './fixture-view.ts'
import { measuredTextsOn, measuringScript } from './measured-texts.ts'
import { catalogues, PICTURE, SIZES, type Size } from './random-catalogue.ts'

const LONG_MS = 40_000
/** Pages looked at of each catalogue: the first ones have every kind of block. */
const MOST_PAGES = 4
const SAMPLES = 4

let browser: Browser
let host: FakeHost
let script: string

beforeAll(async () => {
  host = await startFakeHost(await builtRenderer())
  browser = await launchChromium()
  script = await measuringScript()
  const png = stillLifeOf([150, 170, 160], [90, 110, 104], [])
  host.pictures.set(PICTURE.href.replace('/pictures/', ''), await new Transformer(png).webp(80))
})

afterAll(async () => {
  await browser.close()
  await host.close()
})

/** Letters smaller than the design's least for their style, each with its text and cap height in arcminutes. */
function smallLettersOn(page: Page): Promise<string[]> {
  return page.evaluate(
    ({ leastOf, leastOfAll }) => {
      const main = document.querySelector('main')
      if (main === null) return ['no board']
      const am = Number.parseFloat(getComputedStyle(main).getPropertyValue('--am'))
      const found: string[] = []
      const walker = document.createTreeWalker(main, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const element = node.parentElement
        if (element === null || element.closest('svg') !== null || (node.textContent ?? '').trim() === '') continue
        const styled = [...element.classList].find((name) => name in leastOf)
        const least = Math.max(leastOfAll, (styled === undefined ? null : leastOf[styled]) ?? 0)
        const capAm = (Number.parseFloat(getComputedStyle(element).fontSize) * 0.686) / am
        if (capAm < least - 0.01) found.push(`${node.textContent} ${capAm.toFixed(2)} < ${least}`)
      }
      return found
    },
    { leastOf: LEAST_CAP_AM as Readonly<Record<string, number>>, leastOfAll: LEAST_AM }
  )
}

async function open(view: BoardView, size: Size): Promise<Page> {
  host.view = view
  const page = await browser.newPage({ viewport: { width: size.width, height: size.height } })
  await page.clock.install()
  await page.goto(`${host.origin}/boards/7?dwell=${LONG_MS}`)
  const pictures = view.items.filter(({ picture }) => picture !== null).length
  await page.waitForSelector(`[data-state=board][data-pictures="${pictures}"]`)
  return page
}

async function expectSoundPage(page: Page): Promise<void> {
  expect(await faultsOf(page)).toEqual([])
  expect(await smallLettersOn(page)).toEqual([])
  expect(await overflowsOn(page)).toEqual([])
  const { misjudged } = await measuredTextsOn(page, script)
  expect(misjudged).toEqual([])
}

async function pageCountOf(page: Page): Promise<number> {
  return Number(await page.getAttribute('[data-state=board]', 'data-pages'))
}

async function expectSoundPages(page: Page, mostPages: number): Promise<void> {
  const pageCount = await pageCountOf(page)
  for (let number = 1; number <= Math.min(pageCount, mostPages); number += 1) {
    expect(await page.getAttribute('[data-state=board]', 'data-page')).toBe(String(number))
    await expectSoundPage(page)
    if (number === pageCount) break
    await page.clock.fastForward(LONG_MS)
    await page.clock.fastForward(1000)
    await page.waitForSelector('.leaving', { state: 'detached' })
  }
}

describe.each(SIZES)('on a screen of $name', (size) => {
  it('random catalogues have no fault, no letter below the least, and the widths that were laid out', async () => {
    for (const [at, view] of fc.sample(catalogues(80), { numRuns: SAMPLES, seed: size.width }).entries()) {
      const page = await open(view, size)
      await expectSoundPages(page, MOST_PAGES).catch((cause: unknown) => {
        throw new Error(`catalogue ${at}: ${JSON.stringify(view.head.screen)}`, { cause })
      })
      await page.close()
    }
  })

  it.each(['roomy', 'standard', 'dense'] as const)('the hard content is sound at the %s level', async (level) => {
    const view = hardView()
    const page = await open({ ...view, head: { ...view.head, screen: { ...SCREEN, level } } }, size)
    await expectSoundPages(page, MOST_PAGES)
    await page.close()
  })
})

/** Turns through the whole board and looks at every so many pages of it, the first and the last among them. */
async function expectSoundBoard(view: BoardView, size: Size, every: number): Promise<void> {
  const page = await open(view, size)
  const pageCount = await pageCountOf(page)
  const ids: string[] = []
  for (let number = 1; number <= pageCount; number += 1) {
    if (number === 1 || number === pageCount || number % every === 0) await expectSoundPage(page)
    ids.push(
      ...(await page
        .locator('[data-item]')
        .evaluateAll((all) => all.map((each) => each.getAttribute('data-item') ?? '')))
    )
    if (number === pageCount) break
    host.push('beat', '{}')
    await page.waitForSelector(`[data-page="${number + 1}"]`)
    await page.clock.fastForward(1000)
    await page.waitForSelector('.leaving', { state: 'detached' })
  }
  expect([...new Set(ids)].toSorted()).toEqual(view.items.map((item) => item.productId).toSorted())
  await page.close()
}

describe('a large catalogue', () => {
  it('of 600 products is sound on every page, and each product is drawn', async () => {
    const [view] = fc.sample(catalogues(600, 600), { numRuns: 1, seed: 600 })
    await expectSoundBoard(view ?? manyView(600), SIZES[0], 1)
  }, 120_000)

  it('of 5,000 products is sound from the first page to the last, and each product is drawn', async () => {
    const [view] = fc.sample(catalogues(5000, 5000), { numRuns: 1, seed: 5000 })
    await expectSoundBoard(view ?? manyView(5000), SIZES[0], 40)
  }, 240_000)
})

/** A product of twelve rungs with a name that no line holds, beside the products of the standard drawing. */
function tallView(changes: Partial<ViewScreen>): BoardView {
  const view = standardView({ screen: { ...SCREEN, ...changes } })
  const tall = itemOf({
    productId: 'tall',
    name: 'Grandmotherwillowsextraordinarilylongwindedmidnightreserve'.repeat(3),
    rungs: Array.from({ length: 12 }, (_, step) => rung(`${step + 1} g`, { pay: '44.80', shelf: '40.00' }))
  })
  return { head: view.head, items: [...view.items.slice(0, 16), tall, ...view.items.slice(16)] }
}

describe('a product taller than a page', () => {
  it.each(SIZES)(
    'stands in parts on a $name screen seen from afar: its name on each, every price once',
    async (size) => {
      const page = await open(tallView({ level: 'roomy', diagonalInches: 43, distanceMetres: 5 }), size)
      const pageCount = await pageCountOf(page)
      const prices: string[] = []
      const labels: string[] = []
      for (let number = 1; number <= pageCount; number += 1) {
        await expectSoundPage(page)
        const own = page.locator('[data-item=tall]')
        prices.push(
          ...(await own
            .locator('[data-quantity]')
            .evaluateAll((all) => all.map((each) => each.getAttribute('data-quantity') ?? '')))
        )
        labels.push(...(await own.locator('.part').allTextContents()))
        if ((await own.count()) > 0)
          await page.screenshot({ path: join(SCREENS, `taller-${size.name}-${labels.length}.png`) })
        host.push('beat', '{}')
        await page.waitForSelector(`[data-page="${(number % pageCount) + 1}"]`)
        await page.clock.fastForward(1000)
        await page.waitForSelector('.leaving', { state: 'detached' })
      }
      expect(prices).toEqual(Array.from({ length: 12 }, (_, step) => `${step + 1}\u00a0g`))
      expect(labels).toEqual(labels.length === 0 ? [] : labels.map((_, at) => `${at + 1} of ${labels.length}`))
      if (size.name !== 'portrait') expect(labels.length).toBeGreaterThan(1)
      await page.close()
    }
  )
})

describe('a screen far too small for its place', () => {
  it.each(SIZES)(
    'shows its menu on $name in the largest letters that fit, and says from where to read them',
    async (size) => {
      const page = await open(tallView({ diagonalInches: 7, distanceMetres: 50 }), size)
      const metres = Number(await page.getAttribute('main', 'data-readable-metres'))
      expect(metres).toBeGreaterThan(0)
      expect(metres).toBeLessThan(5)
      const pageCount = await pageCountOf(page)
      for (let number = 1; number <= Math.min(pageCount, MOST_PAGES); number += 1) {
        expect((await page.locator('footer').innerText()).replace(/\s+/g, ' ')).toContain(`readable up to ${metres} m`)
        await expectSoundPage(page)
        await page.screenshot({ path: join(SCREENS, `too-small-${size.name}-${number}.png`) })
        host.push('beat', '{}')
        await page.waitForSelector(`[data-page="${(number % pageCount) + 1}"]`)
        await page.clock.fastForward(1000)
        await page.waitForSelector('.leaving', { state: 'detached' })
      }
      await page.close()
    }
  )
})

describe('the measure of what is drawn', () => {
  it('looks at real texts: hundreds on one page', async () => {
    const page = await open(manyView(60), SIZES[0])
    const { counts } = await measuredTextsOn(page, script)
    expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBeGreaterThan(200)
    expect(Object.keys(counts)).toEqual(
      expect.arrayContaining([
        'heading-122',
        'name-90',
        'detail',
        'label-price',
        'price-sign',
        'quantity-90',
        'rail-price'
      ])
    )
    await page.close()
  })
})
