import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { axeFindingsOn, type ManagerHost } from '../manager/manager-host.ts'
import { keepKioskScreen, openKiosk, startKioskHost, UPRIGHT } from './kiosk-host.ts'
import { unreachableOn } from './kiosk-reach.ts'

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

/** Every page of a kiosk in turn. */
async function throughAllPages(look: (name: string) => Promise<void>): Promise<void> {
  await look('start')
  await page.locator('.begin').tap()
  await page.waitForSelector('.page.menu')
  await look('menu')
  await page.locator('.class-tile', { hasText: 'Flower' }).tap()
  await page.waitForSelector('.page.list .product-row')
  await look('list')
  await page.locator('.dock-main button').first().tap()
  await page.waitForSelector('.page.filter')
  await page.locator('.filter-option').nth(1).tap()
  await look('filter')
  await page.locator('.dock .go').tap()
  await page.waitForSelector('.page.list .product-row')
  await page.locator('.product-row').nth(3).tap()
  await page.waitForSelector('.page.product[data-pending=false]')
  await page.locator('.step.plus').tap()
  await look('product')
  await page.locator('.dock .go').tap()
  await page.waitForSelector('.dock small')
  await page.locator('.dock > button').last().tap()
  await page.waitForSelector('.basket[data-pending=false] .basket-line')
  await look('basket')
  await page.locator('.dock .go').tap()
  await page.waitForSelector('.qr')
  await look('hand-over')
  await page.locator('.dock .go').tap()
  await page.locator('.begin').tap()
  await page.locator('.dock .go').tap()
  await page.waitForSelector('.page.search .product-row')
  await look('search')
}

describe('for everybody', () => {
  it.each(['dark', 'light', 'contrast'])(
    'axe-core finds nothing on any page, %s',
    async (theme) => {
      page = await openKiosk(browser, host, `&theme=${theme}`)
      const found: string[] = []
      await throughAllPages(async (name) => {
        for (const finding of await axeFindingsOn(page)) found.push(`${name}: ${finding}`)
        if (theme !== 'dark') await keepKioskScreen(page, `${theme}-${name}`)
      })
      expect(found).toEqual([])
    },
    120_000
  )

  it('everything that is touched is large enough and low enough, and every letter is', async () => {
    page = await openKiosk(browser, host)
    const faults: string[] = []
    await throughAllPages(async (name) => {
      for (const fault of await unreachableOn(page)) faults.push(`${name}: ${fault}`)
    })
    expect(faults).toEqual([])
  }, 60_000)

  it.each([
    ['fr-CA', /Touchez pour commencer/, /le gramme/, /Vous payez/],
    ['es-US', /Toque para empezar/, /por gramo/, /Usted paga/]
  ])(
    'speaks %s from the start to the counter',
    async (language, begin, gram, pay) => {
      page = await openKiosk(browser, host, `&language=${language}`)
      expect(await page.locator('.begin').textContent()).toMatch(begin)
      const english = /\b(price|basket|Back|Add|Menu page|each|tax included|You pay|products)\b/
      const faults: string[] = []
      await throughAllPages(async (name) => {
        await keepKioskScreen(page, `${language}-${name}`)
        // What the store wrote stays as it is.
        const own = await page.evaluate(() => {
          const copy = document.querySelector('main.kiosk')!.cloneNode(true) as Element
          for (const given of copy.querySelectorAll('.row-name, .basket-name, h1, .class-tile, .row-ticket'))
            given.remove()
          return copy.textContent ?? ''
        })
        const word = english.exec(own)?.[0]
        if (word !== undefined) faults.push(`${name}: ${word}`)
        if (name === 'product') {
          expect(own).toMatch(gram)
          expect(own).toMatch(pay)
        }
        for (const fault of await unreachableOn(page)) faults.push(`${name}: ${fault}`)
      })
      expect(faults).toEqual([])
    },
    120_000
  )

  it('tells whoever does not see it where the slider stands, what it comes to, and what was added', async () => {
    page = await openKiosk(browser, host)
    await page.locator('.begin').tap()
    await page.locator('.class-tile', { hasText: 'Flower' }).tap()
    await page.locator('.product-row').nth(1).tap()
    const slider = page.getByRole('slider', { name: 'How much?' })
    await slider.focus()
    await page.keyboard.press('ArrowRight')
    expect(await slider.getAttribute('aria-valuetext')).toBe('1.5\u00a0g')
    expect(await page.locator('.total[role=status]').textContent()).toMatch(/^You pay an estimate \$\d/)
    await page.getByRole('button', { name: 'Add to basket' }).tap()
    await expect.poll(() => page.locator('.said[aria-live=polite]').textContent()).toMatch(/^Added 1\.5\u00a0g of /)
    const rows = page.getByRole('list')
    await page.getByRole('button', { name: 'Back to Flower' }).tap()
    expect(await rows.getByRole('listitem').first().getAttribute('aria-setsize')).toBe(
      String((await page.locator('.poster-note span').textContent())?.match(/\d+/)?.[0])
    )
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  }, 60_000)

  it('moves nothing, so that there is nothing to reduce', async () => {
    page = await openKiosk(browser, host, '', UPRIGHT, (fresh) => fresh.emulateMedia({ reducedMotion: 'reduce' }))
    const moving: number[] = []
    await throughAllPages(async () => {
      moving.push(await page.evaluate(() => document.getAnimations().length))
    })
    expect(new Set(moving)).toEqual(new Set([0]))
  }, 60_000)
})
