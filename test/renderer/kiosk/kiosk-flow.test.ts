import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { axeFindingsOn, type ManagerHost } from '../manager/manager-host.ts'
import { keepKioskScreen, LYING, openKiosk, startKioskHost, TABLET } from './kiosk-host.ts'

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

describe('a kiosk in a browser', () => {
  it('goes from the start to the counter by touch alone', async () => {
    page = await openKiosk(browser, host)
    await keepKioskScreen(page, 'start')
    await page.locator('.begin').tap()
    await page.waitForSelector('.page.menu')
    await keepKioskScreen(page, 'menu')
    await page.locator('.class-tile', { hasText: 'Flower' }).tap()
    await page.waitForSelector('.page.list .product-row')
    await keepKioskScreen(page, 'list')
    await page.locator('.product-row').nth(1).tap()
    await page.waitForSelector('.page.product[data-pending=false]')
    await keepKioskScreen(page, 'product-first')
    const plus = page.getByRole('button', { name: 'More', exact: true })
    for (let press = 0; press < 6; press += 1) await plus.tap()
    await keepKioskScreen(page, 'product')
    await page.getByRole('button', { name: 'Add to basket' }).tap()
    await page.waitForSelector('.dock small')
    await keepKioskScreen(page, 'product-added')
    await page.getByRole('button', { name: /^Basket, 1/ }).tap()
    await page.waitForSelector('.basket[data-pending=false] .basket-line')
    await keepKioskScreen(page, 'basket')
    await page.getByRole('button', { name: 'Hand over' }).tap()
    await page.waitForSelector('.qr')
    await keepKioskScreen(page, 'hand-over')
    const code = (await page.locator('.code').textContent()) ?? ''
    expect(code).toMatch(/^[A-Z2-9]{3} [A-Z2-9]{3}$/)

    const counter = await browser.newPage({ viewport: { width: 1280, height: 800 } })
    await counter.goto(`${host.url}/counter`)
    await counter.getByRole('textbox').fill(code.toLowerCase())
    await counter.keyboard.press('Enter')
    await counter.waitForSelector('td')
    expect(await counter.locator('tbody tr').count()).toBe(1)
    await keepKioskScreen(counter, 'counter')
    expect(await axeFindingsOn(counter)).toEqual([])
    await counter.close()
  }, 120_000)
})

describe('search and filters', () => {
  it('finds by the beginning of a word and with a letter wrong, and narrows a class', async () => {
    page = await openKiosk(browser, host)
    await page.locator('.begin').tap()
    await page.getByRole('button', { name: 'Search', exact: true }).tap()
    for (const key of 'LANTREN') await page.getByRole('button', { name: key, exact: true }).tap()
    await page.waitForSelector('.page.search[data-asked=lantren]')
    const names = await page.locator('.row-name').allTextContents()
    expect(names.length).toBeGreaterThan(0)
    expect(names.every((name) => /lantern/i.test(name))).toBe(true)
    await keepKioskScreen(page, 'search')
    await page.getByRole('button', { name: 'Back to Menu' }).tap()
    await page.locator('.class-tile', { hasText: 'Flower' }).tap()
    await page.getByRole('button', { name: 'Filter' }).tap()
    await keepKioskScreen(page, 'filter')
    await page.getByRole('button', { name: 'Sativa', exact: true }).tap()
    await page.getByRole('button', { name: /^THC 20% to 25%/ }).tap()
    await keepKioskScreen(page, 'filter-on')
    await page.getByRole('button', { name: /^Show \d+ products?$/ }).tap()
    await page.waitForSelector('.page.list .product-row')
    await keepKioskScreen(page, 'list-filtered')
    const marks = await page
      .locator('.product-row .mark')
      .evaluateAll((all) => all.map((mark) => mark.getAttribute('aria-label')))
    expect(new Set(marks)).toEqual(new Set(['Sativa']))
  }, 60_000)
})

describe('other sizes', () => {
  it.each([
    ['lying', LYING],
    ['tablet', TABLET]
  ])(
    'lays its pages out %s',
    async (name, size) => {
      page = await openKiosk(browser, host, '', size)
      await keepKioskScreen(page, `${name}-start`)
      await page.locator('.begin').tap()
      await keepKioskScreen(page, `${name}-menu`)
      await page.locator('.class-tile', { hasText: 'Flower' }).tap()
      await keepKioskScreen(page, `${name}-list`)
      await page.locator('.product-row').nth(2).tap()
      await page.waitForSelector('.page.product[data-pending=false]')
      await page.getByRole('button', { name: 'More', exact: true }).tap()
      await keepKioskScreen(page, `${name}-product`)
      await page.getByRole('button', { name: 'Add to basket' }).tap()
      await page.getByRole('button', { name: /^Basket, 1/ }).tap()
      await page.waitForSelector('.basket[data-pending=false] .basket-line')
      await keepKioskScreen(page, `${name}-basket`)
      await page.getByRole('button', { name: 'Hand over' }).tap()
      await page.waitForSelector('.qr')
      await keepKioskScreen(page, `${name}-hand-over`)
      await page.getByRole('button', { name: 'Done' }).tap()
      await page.locator('.begin').tap()
      await page.getByRole('button', { name: 'Search', exact: true }).tap()
      await keepKioskScreen(page, `${name}-search`)
    },
    60_000
  )
})

describe('a product on promotion', () => {
  it('says its offer, when it ends, what is missing for it, and what it takes off', async () => {
    page = await openKiosk(browser, host)
    await page.locator('.begin').tap()
    await page.locator('.class-tile', { hasText: 'On promotion' }).tap()
    await page.locator('.product-row:has(.row-ticket)').first().tap()
    await page.waitForSelector('.page.product[data-pending=false]')
    expect(await page.locator('.offers-button').textContent()).toContain('more')
    await page.locator('.offers-button').tap()
    expect(await page.locator('.offer-list li h2').count()).toBeGreaterThan(0)
    await keepKioskScreen(page, 'product-offers')
    await page.getByRole('button', { name: 'Back to the product' }).tap()
    await keepKioskScreen(page, 'product-offer')
    // Every line of the sum is there to be read.
    const isCut = () => page.locator('.sum-lines').evaluate((lines) => lines.scrollHeight > lines.clientHeight + 1)
    expect(await isCut()).toBe(false)
    const more = page.getByRole('button', { name: 'More', exact: true })
    for (let press = 0; press < 4 && (await more.isEnabled()); press += 1) await more.tap()
    expect(await isCut()).toBe(false)
    expect(await page.locator('.sum-lines').textContent()).toContain('\u2212')
    await keepKioskScreen(page, 'product-offer-more')
  }, 60_000)
})
