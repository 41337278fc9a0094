import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtRenderer } from '../renderer-build.ts'
import { launchChromium } from '../chromium.ts'
import {
  axeFindingsOn,
  keepManagerScreen,
  openManagerPage,
  PIN,
  pressByKey,
  startManagerHost,
  tabTo,
  type ManagerHost
} from './manager-host.ts'

let browser: Browser
let host: ManagerHost

beforeAll(async () => {
  host = await startManagerHost(await builtRenderer(), { kind: 'demo' })
  browser = await launchChromium()
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await host?.close()
})

describe('PIN and connection', () => {
  it('changes the PIN for whoever knows it, by the keyboard alone, and says beside the field what is wrong', async () => {
    const page = await openManagerPage(browser, host, 'settings')
    const other = await openManagerPage(browser, host)
    await tabTo(page.getByLabel('PIN now'))
    await page.keyboard.type('9999')
    await page.keyboard.press('Tab')
    await page.keyboard.type('1357')
    await page.keyboard.press('Tab')
    await page.keyboard.type('1358')
    await page.keyboard.press('Enter')
    await page.getByText('The two are not the same.').waitFor()
    await page.getByLabel('The new PIN again').fill('1357')
    await page.keyboard.press('Enter')
    await page.getByText('That is not the PIN.').waitFor()
    expect(await page.getByLabel('PIN now').getAttribute('aria-invalid')).toBe('true')
    await page.getByLabel('PIN now').fill(PIN)
    await page.getByLabel('New PIN', { exact: true }).fill('1111')
    await page.getByLabel('The new PIN again').fill('1111')
    await page.keyboard.press('Enter')
    await page.getByText('Too easy to guess').waitFor()
    await keepManagerScreen(page, 'change-pin')
    expect(await axeFindingsOn(page)).toEqual([])
    await page.getByLabel('New PIN', { exact: true }).fill('1357')
    await page.getByLabel('The new PIN again').fill('1357')
    await page.keyboard.press('Enter')
    await page.getByText('The PIN is changed.').waitFor()
    // Whoever else was inside is outside at the next question.
    await other.getByRole('link', { name: 'Health', exact: true }).click()
    await other.waitForSelector('.gate input')
    await other.close()
    await page.close()
  })

  it('says where the values come from when whoever started the program gave them', async () => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
    await page.goto(`${host.url}/manager#settings`)
    await page.waitForSelector('.gate input')
    await page.keyboard.type('1357')
    await page.keyboard.press('Enter')
    await pressByKey(page.getByRole('button', { name: 'Open first run again' }))
    await page.getByRole('alert').filter({ hasText: 'started with its values from Cova' }).waitFor()
    await page.close()
  })
})
