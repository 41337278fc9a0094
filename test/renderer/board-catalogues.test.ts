import { Transformer } from '@napi-rs/image'
import * as fc from 'fast-check'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { stillLifeOf } from '../../src/main/demo-store/still-life.ts'
import { LEAST_AM, LEAST_CAP_AM } from '../../src/renderer/layout/legibility.ts'
import type { BoardView } from '../../src/shared/board-view.ts'
import { buildRenderer, startFakeHost, type FakeHost } from './built-page.ts'
import { launchChromium } from './chromium.ts'
import { faultsOf } from './drawn-page.ts'
import { hardView, manyView, SCREEN } from './fixture-view.ts'
import { catalogues, PICTURE, SIZES, type Size } from './random-catalogue.ts'

const LONG_MS = 40_000
/** Pages looked at of each catalogue: the first ones have every kind of block. */
const MOST_PAGES = 4
const SAMPLES = 4

let browser: Browser
let host: FakeHost

beforeAll(async () => {
  host = await startFakeHost(await buildRenderer('catalogues'))
  browser = await launchChromium()
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

/** Texts drawn more than 1 % wider or narrower than an element of the measurer's own kind says. */
function misjudgedOn(page: Page): Promise<{ count: number; misjudged: string[] }> {
  return page.evaluate(
    (styles) => {
      const main = document.querySelector('main')
      const misjudged: string[] = []
      let count = 0
      const measurer = document.createElement('div')
      measurer.className = 'board measurer'
      measurer.style.cssText = main?.style.cssText ?? ''
      document.body.append(measurer)
      const widthOf = (node: Node) => {
        const range = document.createRange()
        range.selectNodeContents(node)
        return range.getBoundingClientRect().width
      }
      for (const style of styles) {
        for (const element of document.querySelectorAll(`main .sheet:not(.leaving) .${style}`)) {
          const lines = element.querySelectorAll('.text-line')
          for (const line of lines.length > 0 ? lines : [element]) {
            const [only] = line.childNodes
            if (line.childNodes.length !== 1 || only === undefined || only.nodeType !== Node.TEXT_NODE) continue
            const span = document.createElement('span')
            span.className = style
            span.textContent = (only.textContent ?? '').trim()
            measurer.append(span)
            const [drawn, measured] = [widthOf(only), widthOf(span)]
            span.remove()
            count += 1
            if (Math.abs(drawn - measured) > Math.max(0.5, measured * 0.01))
              misjudged.push(`${style} ${only.textContent}: ${drawn} for ${measured}`)
          }
        }
      }
      measurer.remove()
      return { count, misjudged }
    },
    Object.keys(LEAST_CAP_AM).filter(
      (style) => style.startsWith('name') || /^(title|ticket|state|quantity)/.test(style)
    )
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

async function expectSoundPages(page: Page, mostPages: number): Promise<void> {
  const pageCount = Number(await page.getAttribute('[data-state=board]', 'data-pages'))
  for (let number = 1; number <= Math.min(pageCount, mostPages); number += 1) {
    expect(await page.getAttribute('[data-state=board]', 'data-page')).toBe(String(number))
    expect(await faultsOf(page)).toEqual([])
    expect(await smallLettersOn(page)).toEqual([])
    const { misjudged } = await misjudgedOn(page)
    expect(misjudged).toEqual([])
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

describe('the measure of what is drawn', () => {
  it('looks at real texts: hundreds on one page', async () => {
    const page = await open(manyView(60), SIZES[0])
    expect((await misjudgedOn(page)).count).toBeGreaterThan(20)
    await page.close()
  })
})
