import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Settings } from '../../../src/main/settings/settings.types.ts'
import { SCREENS } from '../built-page.ts'
import { type ManagerHost, startManagerHost } from '../manager/manager-host.ts'
import { builtRenderer } from '../renderer-build.ts'

export const UPRIGHT = { width: 1080, height: 1920 }
export const LYING = { width: 1920, height: 1080 }
export const TABLET = { width: 800, height: 1280 }

/** The real engine over the demo store, with its boards served to browsers. */
export async function startKioskHost(settings: Partial<Settings> = {}): Promise<ManagerHost> {
  return startManagerHost(await builtRenderer(), { kind: 'demo' }, settings)
}

/** A kiosk of the demo company's first store, at its start, touched by fingers. */
export async function openKiosk(
  browser: Browser,
  host: { readonly url: string },
  query = '',
  viewport = UPRIGHT,
  prepare: (page: Page) => Promise<void> = async () => undefined
): Promise<Page> {
  const context = await browser.newContext({ viewport, hasTouch: true })
  const page = await context.newPage()
  await prepare(page)
  await page.goto(`${host.url}/boards/110501?mode=kiosk${query}`)
  await page.waitForSelector('main.kiosk[data-page=start]')
  await page.evaluate(() => document.fonts.ready.then(() => undefined))
  return page
}

/** From the start to the page of a product that has several rungs. */
export async function goToProduct(page: Page, name: string): Promise<void> {
  await page.locator('.begin').first().tap()
  await page.getByRole('button', { name: 'Search', exact: true }).tap()
  await page.locator('.search-field').fill(name)
  await page.locator('.product-row', { hasText: name }).first().tap()
  await page.waitForSelector('.page.product[data-pending=false]')
}

export async function keepKioskScreen(page: Page, name: string): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  await page.screenshot({ path: join(SCREENS, `kiosk-${name}.png`) })
}
