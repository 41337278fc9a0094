import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { axeFindingsOn, type ManagerHost } from '../manager/manager-host.ts'
import { goToProduct, keepKioskScreen, LYING, openKiosk, startKioskHost, TABLET, UPRIGHT } from './kiosk-host.ts'
import { cutTextsOn, unreachableOn } from './kiosk-reach.ts'

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

  it.each([
    ['upright', UPRIGHT],
    ['lying', LYING],
    ['tablet', TABLET]
  ])(
    'everything that is touched is large enough and low enough, every letter is, and nothing is cut, %s',
    async (sizeName, size) => {
      page = await openKiosk(browser, host, '', size)
      const faults: string[] = []
      const look = async (name: string): Promise<void> => {
        // A tablet has what is guaranteed on its own scale.
        if (size !== TABLET) for (const fault of await unreachableOn(page)) faults.push(`${name}: ${fault}`)
        for (const fault of await cutTextsOn(page)) faults.push(`${name}: ${fault}`)
      }
      await throughAllPages(look)
      expect(faults).toEqual([])
      await page.reload()
      // A nudge, a reduced rung, offers and several sums at once.
      await goToProduct(page, 'Night Viaduct')
      await keepKioskScreen(page, `${sizeName}-night-viaduct`)
      await look('Night Viaduct')
      const more = page.getByRole('button', { name: 'More', exact: true })
      for (let press = 0; press < 8 && (await more.isEnabled()); press += 1) {
        await more.tap()
        await look(`Night Viaduct, ${press}`)
      }
      await keepKioskScreen(page, `${sizeName}-night-viaduct-more`)
      expect(faults).toEqual([])
    },
    60_000
  )

  it.each([
    ['upright', UPRIGHT],
    ['lying', LYING],
    ['tablet', TABLET]
  ])(
    'every product on promotion has its offer, whom it is for, and its sums in sight, %s',
    async (sizeName, size) => {
      page = await openKiosk(browser, host, '', size)
      await page.locator('.begin').tap()
      await page.locator('.class-tile', { hasText: 'On promotion' }).tap()
      await page.waitForSelector('.product-row .row-ticket')
      await keepKioskScreen(page, `${sizeName}-on-promotion`)
      const faults: string[] = []
      for (const fault of await cutTextsOn(page)) faults.push(`list: ${fault}`)
      const seen = new Set<string>()
      const count = await page.locator('.product-row').count()
      for (let at = 0; at < count; at += 1) {
        const row = page.locator('.product-row').nth(at)
        const ticket = (await row.locator('.row-ticket').allTextContents()).join()
        if (seen.has(ticket)) continue
        seen.add(ticket)
        await row.evaluate((element: HTMLElement) => element.click())
        await page.waitForSelector('.page.product[data-pending=false]')
        if ((await page.locator('.step.plus').count()) > 0) await page.locator('.step.plus').click()
        for (const fault of await cutTextsOn(page)) faults.push(`${ticket}: ${fault}`)
        await keepKioskScreen(page, `${sizeName}-promotion-${seen.size}`)
        await page.locator('.dock > button').first().tap()
        await page.waitForSelector('.page.list .product-row')
      }
      expect(faults).toEqual([])
      expect(seen.size).toBeGreaterThan(1)
    },
    120_000
  )

  it('tells in its rows and on its pages whom an offer is for, and that tax comes on top', async () => {
    page = await openKiosk(browser, host)
    await page.locator('.begin').tap()
    await page.getByRole('button', { name: 'Search', exact: true }).tap()
    await page.locator('.search-field').fill('ochre')
    const row = page.locator('.product-row', { hasText: 'Ochre Pavilion 3.5 g' })
    await row.waitFor()
    await keepKioskScreen(page, 'search-ochre')
    const ticket = (await row.locator('.row-ticket').textContent()) ?? ''
    expect(ticket).toMatch(/Members|^\d+ offers?$/)
    await row.tap()
    await page.waitForSelector('.page.product[data-pending=false]')
    expect(await page.locator('.offers-button').textContent()).toContain('for Members')
    await page.locator('.offers-button').tap()
    await keepKioskScreen(page, 'ochre-offers')
    const words = (await page.locator('.offer-list').textContent()) ?? ''
    expect(words).toContain('plus tax')
    expect(words).toContain('for Members')
    expect(await axeFindingsOn(page)).toEqual([])
    expect(await unreachableOn(page)).toEqual([])
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
