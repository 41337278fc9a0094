import type { Browser, CDPSession, Page, Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../chromium.ts'
import type { ManagerHost } from '../manager/manager-host.ts'
import { keepKioskScreen, openKiosk, startKioskHost, UPRIGHT } from './kiosk-host.ts'

let browser: Browser
let host: ManagerHost
let page: Page

beforeAll(async () => {
  host = await startKioskHost()
  browser = await launchChromium()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await host.close()
})
afterEach(() => page.context().close())

async function goToFirstFlower(): Promise<void> {
  await page.locator('.begin').tap()
  await page.locator('.class-tile', { hasText: 'Flower' }).tap()
  await page.locator('.product-row').nth(1).tap()
  await page.waitForSelector('.page.product[data-pending=false]')
}

describe('nobody there', () => {
  it('asks after its idle time, goes on at a touch, and else forgets everything', async () => {
    page = await openKiosk(browser, host, '&idle=30', UPRIGHT, (fresh) => fresh.clock.install())
    await goToFirstFlower()
    await page.getByRole('button', { name: 'Add to basket' }).tap()
    await page.clock.runFor(29_000)
    expect(await page.getByRole('alertdialog').count()).toBe(0)
    await page.clock.runFor(2000)
    const asked = page.getByRole('alertdialog', { name: 'Still there?' })
    expect(await asked.textContent()).toContain('Starting over in 9 seconds')
    await keepKioskScreen(page, 'still-there')
    // Behind it nothing is reached.
    expect(await page.locator('.kiosk-page').evaluate((element: HTMLElement) => element.inert)).toBe(true)
    await asked.getByRole('button', { name: 'Yes, go on' }).tap()
    expect(await page.getByRole('alertdialog').count()).toBe(0)
    expect(await page.locator('main.kiosk').getAttribute('data-page')).toBe('product')
    await page.clock.runFor(41_000)
    await page.waitForSelector('main.kiosk[data-page=start]')
    await page.locator('.begin').tap()
    expect(await page.getByRole('button', { name: 'Basket, 0' }).count()).toBe(1)
  }, 60_000)

  it.each<[string, (to: Page) => Promise<void>]>([
    ['a bare click', (to) => to.locator('.still-there button').evaluate((button: HTMLElement) => button.click())],
    [
      'a slider that is set',
      (to) =>
        to.getByRole('slider').evaluate((slider) => void slider.dispatchEvent(new Event('input', { bubbles: true })))
    ]
  ])(
    'is answered as well by %s, which is all that a switch or a screen reader sends',
    async (what, answer) => {
      page = await openKiosk(browser, host, '&idle=30', UPRIGHT, (fresh) => fresh.clock.install())
      await goToFirstFlower()
      await page.clock.runFor(what === 'a bare click' ? 32_000 : 29_000)
      expect(await page.getByRole('alertdialog').count()).toBe(what === 'a bare click' ? 1 : 0)
      await answer(page)
      await page.clock.runFor(20_000)
      expect(await page.getByRole('alertdialog').count()).toBe(0)
      expect(await page.locator('main.kiosk').getAttribute('data-page')).toBe('product')
    },
    60_000
  )

  it('says nothing at the start, and keeps nothing anywhere', async () => {
    page = await openKiosk(browser, host, '&idle=15', UPRIGHT, (fresh) => fresh.clock.install())
    await page.clock.runFor(120_000)
    expect(await page.getByRole('alertdialog').count()).toBe(0)
    await goToFirstFlower()
    await page.getByRole('button', { name: 'Add to basket' }).tap()
    await page.getByRole('button', { name: /^Basket, 1/ }).tap()
    await page.getByRole('button', { name: 'Hand over' }).tap()
    await page.waitForSelector('.code')
    const kept = await page.evaluate(async () => ({
      local: window.localStorage.length,
      session: Object.keys(window.sessionStorage).filter((key) => !key.startsWith('topshelf')),
      cookies: document.cookie,
      databases: (await indexedDB.databases()).length,
      address: window.location.search
    }))
    expect(kept).toMatchObject({ session: [], cookies: '', databases: 0, address: '?mode=kiosk&idle=15' })
  }, 60_000)
})

describe('a hammering child', () => {
  it('taps, long presses, pinches, drags, goes back: it stands, and says the truth at the end', async () => {
    const errors: string[] = []
    page = await openKiosk(browser, host)
    page.on('pageerror', (error) => errors.push(error.message))
    const fingers = await page.context().newCDPSession(page)
    let seed = 42
    const random = (below: number): number => {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((seed / 2_147_483_648) * below)
    }
    for (let round = 0; round < 250; round += 1) {
      const [x, y] = [random(UPRIGHT.width), random(UPRIGHT.height)]
      switch (round % 8) {
        case 0:
          await pinch(fingers, x, y)
          break
        case 1:
          await drag(fingers, x, y, random(UPRIGHT.width), random(UPRIGHT.height))
          break
        case 2:
          await page.evaluate(() => window.history.back())
          break
        case 3:
          await page.mouse.click(x, y, { button: 'right' })
          break
        case 4:
          await page.mouse.dblclick(x, y)
          break
        default:
          await page.touchscreen.tap(x, y)
      }
    }
    expect(errors).toEqual([])
    expect(await page.evaluate(() => window.location.pathname)).toBe('/boards/110501')
    expect(
      await page.evaluate(() => ({
        zoom: window.visualViewport?.scale,
        selected: window.getSelection()?.toString(),
        scrolled: [window.scrollX, window.scrollY, document.querySelector('main.kiosk')?.scrollTop]
      }))
    ).toEqual({ zoom: 1, selected: '', scrolled: [0, 0, 0] })
    expect(await page.locator('main.kiosk h1, main.kiosk .begin').count()).toBeGreaterThan(0)
    await keepKioskScreen(page, 'hammered')
  }, 120_000)

  it('whirls the slider and presses add: nothing is asked for the slider, and few calls for the basket', async () => {
    page = await openKiosk(browser, host)
    const calls: string[] = []
    let underWay = 0
    let mostUnderWay = 0
    page.on('request', (request) => {
      const call = /\/api\/kiosk\/\d+\/([a-z-]+)/.exec(request.url())?.[1]
      if (call === undefined) return
      calls.push(call)
      underWay += 1
      mostUnderWay = Math.max(mostUnderWay, underWay)
    })
    const ended = (request: Request): void => {
      if (request.url().includes('/api/kiosk/')) underWay -= 1
    }
    page.on('requestfinished', ended)
    page.on('requestfailed', ended)
    await goToFirstFlower()
    const slider = page.getByRole('slider')
    for (let move = 0; move < 100; move += 1)
      await slider.evaluate(
        (input: HTMLInputElement, value) => {
          Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(input, String(value))
          input.dispatchEvent(new Event('input', { bubbles: true }))
        },
        (move * 7) % 26
      )
    const figure = await page.locator('.amount').textContent()
    // The sum is of the quantity that is said.
    expect(await page.locator('.sum-lines dt').first().textContent()).toContain((figure ?? '').replace('g', ''))
    expect(calls).toEqual(['sheet'])
    const add = page.getByRole('button', { name: 'Add to basket' })
    await add.evaluate((button: HTMLButtonElement) => {
      for (let press = 0; press < 300; press += 1) button.click()
    })
    await expect.poll(() => page.locator('.dock small').count()).toBe(1)
    expect(calls.filter((call) => call === 'basket').length).toBeLessThan(20)
    expect(mostUnderWay).toBeLessThanOrEqual(2)
    await page.getByRole('button', { name: /^Basket, 1/ }).tap()
    await expect.poll(() => page.locator('.basket-line').count()).toBe(1)
  }, 60_000)

  it('fills a basket with 500 things: it is added up, scrolls, and is handed over by the short code alone', async () => {
    page = await openKiosk(browser, host)
    const board = (await (await fetch(`${host.url}/api/boards/110501`)).json()) as {
      items: { productId: string; inStock: boolean | null; ladder: unknown[] }[]
    }
    expect(board.items.length).toBeGreaterThan(400)
    await page.locator('.begin').tap()
    await page.locator('.class-tile', { hasText: 'Everything' }).tap()
    // By the page's own buttons, as fast as they go: each product of the list, and once more.
    const added = await page.evaluate(async () => {
      const wait = () => new Promise((resolve) => requestAnimationFrame(resolve))
      const press = async (selector: string, ready: string): Promise<boolean> => {
        document.querySelector<HTMLElement>(selector)?.click()
        for (let frames = 0; frames < 300; frames += 1) {
          if (document.querySelector(ready) !== null) return true
          await wait()
        }
        return false
      }
      let count = 0
      for (let at = 0; at < 120; at += 1) {
        const scroller = document.querySelector('.kiosk-scroll')
        const row = scroller?.querySelector<HTMLElement>(`li[aria-posinset="${at + 1}"] button`)
        if (row === null || row === undefined) {
          scroller?.scrollTo({ top: at * 148 })
          for (let frames = 0; frames < 4; frames += 1) await wait()
        }
        document.querySelector<HTMLElement>(`li[aria-posinset="${at + 1}"] button`)?.click()
        for (let frames = 0; frames < 300; frames += 1) {
          if (document.querySelector('.page.product[data-pending=false]') !== null) break
          await wait()
        }
        const go = document.querySelector<HTMLElement>('.dock .go')
        if (go?.getAttribute('aria-disabled') === 'false') {
          for (let press5 = 0; press5 < 5; press5 += 1) go.click()
          count += 1
        }
        await press('.dock > button', '.page.list .product-row')
        document.querySelector('.kiosk-scroll')?.scrollTo({ top: (at + 1) * 148 })
        await wait()
        await wait()
      }
      return count
    })
    expect(added).toBeGreaterThan(80)
    await page.getByRole('button', { name: new RegExp(`^Basket, ${added}`) }).tap()
    await page.waitForSelector('.basket[data-pending=false] .basket-line')
    await keepKioskScreen(page, 'basket-full')
    // Only those that are seen are in the page.
    expect(await page.locator('.basket-line').count()).toBeLessThan(30)
    expect(await page.locator('.total-amount').textContent()).toMatch(/^\$[\d,]+\.\d\d$/)
    await page.getByRole('button', { name: 'Hand over' }).tap()
    await page.waitForSelector('.code')
    expect(await page.locator('.qr').count()).toBe(0)
    const code = (await page.locator('.code').textContent()) ?? ''
    const counter = (await (await fetch(`${host.url}/api/counter?code=${encodeURIComponent(code)}`)).json()) as {
      lines: unknown[]
    }
    expect(counter.lines).toHaveLength(added)
  }, 120_000)
})

async function pinch(fingers: CDPSession, x: number, y: number): Promise<void> {
  const points = (apart: number) => [
    { x: Math.max(0, x - apart), y, id: 1 },
    { x: Math.min(UPRIGHT.width - 1, x + apart), y, id: 2 }
  ]
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: points(20) })
  for (const apart of [60, 120, 200])
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: points(apart) })
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}

async function drag(fingers: CDPSession, x: number, y: number, toX: number, toY: number): Promise<void> {
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] })
  await fingers.send('Input.dispatchTouchEvent', {
    type: 'touchMove',
    touchPoints: [{ x: (x + toX) / 2, y: (y + toY) / 2 }]
  })
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: toX, y: toY }] })
  await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
}
