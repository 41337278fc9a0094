import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { ViewLight, ViewScreen } from '../../src/shared/board-view.ts'
import { SCREENS, startFakeHost, type FakeHost } from './built-page.ts'
import { builtRenderer } from './renderer-build.ts'
import { launchChromium } from './chromium.ts'
import { SCREEN, standardView } from './fixture-view.ts'

const MINUTE_MS = 60_000
const LONG_MS = 100 * MINUTE_MS

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

async function openBoard(light: ViewLight, screen: Partial<ViewScreen> = {}): Promise<void> {
  const view = standardView()
  host.view = { ...view, head: { ...view.head, light, screen: { ...SCREEN, ...screen } } }
  page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
  await page.clock.install()
  await page.goto(`${host.origin}/boards/7?dwell=${LONG_MS}`)
  await page.waitForSelector('[data-state=board]')
}

function lightNow(): Promise<string | null> {
  return page.evaluate(() => document.querySelector('[data-light]')?.getAttribute('data-light') ?? null)
}

describe('a screen while its store is closed', () => {
  it('is dimmed or black as its host says, and its prices stay where they are', async () => {
    await openBoard({ now: 'dim', later: [] })
    expect(await lightNow()).toBe('dim')
    const opacity = await page.locator('.screen-light').evaluate((element) => getComputedStyle(element).opacity)
    expect(opacity).toBe('0.65')
    expect(await page.locator('[data-item]').count()).toBeGreaterThan(0)
    const view = host.view!
    host.push('patch', {
      head: { ...view.head, revision: 'r2', light: { now: 'off', later: [] } },
      items: [],
      removed: [],
      order: null
    })
    await expect.poll(lightNow).toBe('off')
    await page.screenshot({ path: join(SCREENS, 'screen-black.png') })
    host.push('patch', {
      head: { ...view.head, revision: 'r3', light: { now: 'on', later: [] } },
      items: [],
      removed: [],
      order: null
    })
    await expect.poll(lightNow).toBe(null)
  })

  it('goes by what its host said would follow, also when the host is gone for good, and is on at the end', async () => {
    await openBoard({
      now: 'on',
      later: [
        { light: 'off', inMs: 10 * MINUTE_MS },
        { light: 'on', inMs: 30 * MINUTE_MS },
        { light: 'dim', inMs: 40 * MINUTE_MS },
        { light: 'on', inMs: 60 * MINUTE_MS }
      ]
    })
    await host.goAway()
    const seen: (string | null)[] = []
    for (let minute = 0; minute < 70; minute += 5) {
      seen.push(await lightNow())
      await page.clock.runFor(5 * MINUTE_MS)
    }
    await host.comeBack()
    expect(seen).toEqual([null, null, 'off', 'off', 'off', 'off', null, null, 'dim', 'dim', 'dim', 'dim', null, null])
  })

  it('is woken for two minutes by a touch or a key', async () => {
    await openBoard({ now: 'off', later: [] })
    for (const touch of [() => page.mouse.click(600, 300), () => page.keyboard.press('a')]) {
      expect(await lightNow()).toBe('off')
      await touch()
      await expect.poll(lightNow).toBe(null)
      await page.clock.runFor(119_000)
      expect(await lightNow()).toBe(null)
      await page.clock.runFor(2000)
    }
    expect(await lightNow()).toBe('off')
  })
})

describe('a screen that hangs on its side', () => {
  it.each(['portrait-left', 'portrait-right'] as const)(
    '%s: the whole glass is filled, and its light turns with it',
    async (orientation) => {
      await openBoard({ now: 'dim', later: [] }, { orientation })
      await page.waitForSelector('main.board.portrait')
      const boxes = await page.evaluate(() =>
        ['.screen', 'main.board', '.screen-light'].map((selector) => {
          const { x, y, width, height } = document.querySelector(selector)!.getBoundingClientRect()
          return [x, y, width, height].map(Math.round)
        })
      )
      expect(boxes).toEqual([
        [0, 0, 1280, 720],
        [0, 0, 1280, 720],
        [0, 0, 1280, 720]
      ])
      // Nothing to scroll: a television has no wheel.
      expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(720)
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1280)
    }
  )
})
