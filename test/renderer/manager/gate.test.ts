import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtRenderer } from '../renderer-build.ts'
import { launchChromium } from '../chromium.ts'
import {
  axeFindingsOn,
  keepManagerScreen,
  openManagerPage,
  PIN,
  startManagerHost,
  type ManagerHost
} from './manager-host.ts'

let browser: Browser
let host: ManagerHost

beforeAll(async () => {
  const rendererDir = await builtRenderer()
  host = await startManagerHost(rendererDir, { kind: 'demo' }, { storeColour: '#7a1f3d' })
  browser = await launchChromium()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await host?.close()
})

describe("before the manager's window", () => {
  it('asks for the PIN, refuses a wrong one beside the field, and opens by the keyboard alone', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    const faults: string[] = []
    page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
    await page.goto(`${host.url}/manager`)
    await page.waitForSelector('.gate input')
    expect(await axeFindingsOn(page)).toEqual([])
    await page.keyboard.type('1111')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.field-error:has-text("That is not the PIN")')
    expect(await page.getByLabel('PIN', { exact: true }).getAttribute('aria-invalid')).toBe('true')
    await keepManagerScreen(page, 'gate-wrong')
    await page.keyboard.type(PIN)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.window .stage h1')
    await page.waitForSelector('.window .select button')
    expect(await page.textContent('.views .brand')).toBe('Tern & Timber')
    expect(await page.evaluate(() => getComputedStyle(document.querySelector('.views')!).backgroundColor)).toBe(
      'rgb(122, 31, 61)'
    )
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'open')
    // Nothing of the page breaks its own content policy.
    expect(faults).toEqual([])
    await page.close()
  })

  it('opens by touch alone, on the keypad', async () => {
    const page = await browser.newPage({ viewport: { width: 1024, height: 768 }, hasTouch: true })
    await page.goto(`${host.url}/manager`)
    await page.waitForSelector('.keypad')
    for (const digit of PIN) await page.getByRole('button', { name: `Digit ${digit}` }).tap()
    await page.getByRole('button', { name: 'Open' }).tap()
    await page.waitForSelector('.window .stage h1')
    await page.close()
  })

  it('locks: what was open is out of reach until the PIN, and the old session is nobody’s', async () => {
    const page = await openManagerPage(browser, host)
    await page.getByRole('button', { name: 'Lock' }).click()
    await page.waitForSelector('.gate input')
    expect(await page.locator('.window').isVisible()).toBe(false)
    await page.keyboard.type(PIN)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.window .stage h1')
    await page.close()
  })

  it('chooses the store by the keyboard, and keeps it in the address', async () => {
    const page = await openManagerPage(browser, host)
    await page.getByRole('button', { name: /Store/ }).focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('.popover [role=option]')
    await page.keyboard.press('ArrowDown')
    await keepManagerScreen(page, 'store-list')
    await page.keyboard.press('Enter')
    await page.waitForFunction(() => window.location.hash.includes('store='))
    await page.close()
  })
})
