import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { launchChromium } from '../chromium.ts'
import type { ManagerHost } from '../manager/manager-host.ts'
import { keepKioskScreen, openKiosk, startKioskHost } from './kiosk-host.ts'

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
    await page.waitForSelector('.page.list .row')
    await keepKioskScreen(page, 'list')
    await page.locator('.row').nth(1).tap()
    await page.waitForSelector('.page.product[data-pending=false]')
    await keepKioskScreen(page, 'product-first')
    const plus = page.getByRole('button', { name: 'More', exact: true })
    for (let press = 0; press < 6; press += 1) await plus.tap()
    await keepKioskScreen(page, 'product')
    await page.getByRole('button', { name: 'Add to basket' }).tap()
    await page.waitForSelector('.dock small')
    await keepKioskScreen(page, 'product-added')
    await page.getByRole('button', { name: /^Basket, 1/ }).tap()
    await page.waitForSelector('.basket-line')
    await keepKioskScreen(page, 'basket')
    await page.getByRole('button', { name: 'Hand over' }).tap()
    await page.waitForSelector('.qr')
    await keepKioskScreen(page, 'hand-over')
    const code = (await page.locator('.code').textContent()) ?? ''
    expect(code).toMatch(/^[A-Z2-9]{3} [A-Z2-9]{3}$/)
  }, 120_000)
})
