import type { Browser } from 'playwright-core'
import { openKiosk, startKioskHost } from '../test/renderer/kiosk/kiosk-host.ts'
import { keepPicture } from './kept-picture.ts'

/** A kiosk of the demo store, by touch: its menu, a product of which some is wanted, and a basket with an offer in it. */
export async function takeKiosk(browser: Browser): Promise<void> {
  const host = await startKioskHost()
  try {
    const page = await openKiosk(browser, host)
    await page.locator('.begin').tap()
    await page.waitForSelector('.page.menu')
    await keepPicture(page, 'kiosk-menu')
    await page.locator('.class-tile', { hasText: 'Flower' }).tap()
    await page.locator('.product-row').nth(1).tap()
    await page.waitForSelector('.page.product[data-pending=false]')
    const more = page.getByRole('button', { name: 'More', exact: true })
    for (let press = 0; press < 6; press += 1) await more.tap()
    await keepPicture(page, 'kiosk-product')
    await page.getByRole('button', { name: 'Add to basket' }).tap()
    await page.getByRole('button', { name: /^Basket, 1/ }).tap()
    await page.waitForSelector('.basket[data-pending=false] .basket-line')
    await keepPicture(page, 'kiosk-basket')
    await page.context().close()
  } finally {
    await host.close()
  }
}
