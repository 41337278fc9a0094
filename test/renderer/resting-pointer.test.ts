import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { startFakeHost, type FakeHost } from './built-page.ts'
import { launchChromium } from './chromium.ts'
import { standardView } from './fixture-view.ts'
import { builtRenderer } from './renderer-build.ts'

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

it('no pointer stands over a board, but for a moment after it was moved', async () => {
  host.view = standardView()
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  await page.clock.install()
  await page.goto(`${host.origin}/boards/7?dwell=3600000`)
  await page.waitForSelector('[data-state=board]')
  const pointer = (selector: string): Promise<string> =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => getComputedStyle(element).cursor)
  expect([await pointer('main.board'), await pointer('[data-product-id]')]).toEqual(['none', 'none'])
  await page.mouse.move(300, 300)
  await expect.poll(() => pointer('main.board')).toBe('auto')
  await page.clock.runFor(2900)
  expect(await pointer('main.board')).toBe('auto')
  await page.clock.runFor(200)
  await expect.poll(() => pointer('main.board')).toBe('none')
})
