import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import { builtRenderer } from '../renderer-build.ts'
import { launchChromium } from '../chromium.ts'
import { intercept } from '../intercept.ts'
import { openManagerPage, pressByKey, startManagerHost, tabTo, type ManagerHost } from './manager-host.ts'

const REGINA = 110_501
const HAMILTON = 110_502

let browser: Browser
let host: ManagerHost

beforeAll(async () => {
  const pairedAtMs = Date.now() - 3_600_000
  host = await startManagerHost(
    await builtRenderer(),
    { kind: 'demo' },
    { locationId: HAMILTON },
    {
      paired: [
        {
          id: 'bar',
          name: 'Bar',
          locationId: HAMILTON,
          board: null,
          tokenHash: '0'.repeat(64),
          pairedAtMs,
          lastSeenAtMs: pairedAtMs
        }
      ]
    }
  )
  browser = await launchChromium()
}, 180_000)
afterAll(async () => {
  await browser?.close()
  await host?.close()
})
beforeEach(async () => {
  await expect.poll(async () => (await host.call('stores:list')).ok, { timeout: 20_000 }).toBe(true)
})

const isOf =
  (channel: string) =>
  (response: { url: () => string }): boolean =>
    decodeURIComponent(response.url()).endsWith(`/${channel}`)

async function openView(hash: string): Promise<Page> {
  const page = await openManagerPage(browser, host, hash)
  page.setDefaultTimeout(10_000)
  return page
}

/** A sync has ended, and the page has asked for the channel's answer again. */
async function muchHappens(page: Page, channel: string): Promise<void> {
  await host.engine().syncOnce(() => undefined)
  const asked = page.waitForResponse(isOf(channel))
  // As when somebody comes back to the window.
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
  await (await asked).finished()
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve, 0))))
}

/** Holds the answers of a channel back; what it answers lets them go. */
async function heldBack(page: Page, channel: string): Promise<() => void> {
  let letGo = (): void => undefined
  const until = new Promise<void>((resolve) => (letGo = resolve))
  await intercept(
    page,
    (path) => path.endsWith(`/${channel}`),
    async (route) => {
      const response = await route.fetch()
      await until
      await route.fulfill({ response })
    }
  )
  return letGo
}

async function retype(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page.getByRole('textbox', { name: label, exact: true }))
  await page.keyboard.press('ControlOrMeta+A')
  await page.keyboard.type(text)
}

describe('half typed', () => {
  it('a pair dialog stays through a sync and a refresh, the cursor where it was', async () => {
    const page = await openView('screens')
    await pressByKey(page.getByRole('button', { name: 'Pair a browser', exact: true }))
    await page.waitForSelector('.modal input')
    await page.keyboard.type('k7m')
    await page.keyboard.press('Tab')
    await page.keyboard.type('Front win')
    await muchHappens(page, 'screens:list')
    await page.keyboard.type('dow')
    expect(
      await page.locator('.modal input').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).value))
    ).toEqual(expect.arrayContaining(['K7M', 'Front window']))
    await page.close()
  })

  it('an hours dialog does', async () => {
    const page = await openView('screens')
    await pressByKey(page.getByRole('button', { name: 'Opening hours', exact: true }))
    await page.getByLabel('Monday, opens at').waitFor()
    await tabTo(page.getByRole('checkbox', { name: /Sunday/ }))
    await page.keyboard.press('Space')
    const sunday = await page.getByRole('checkbox', { name: /Sunday/ }).isChecked()
    await retype(page, 'Monday, opens at', '07:')
    await muchHappens(page, 'screens:hours')
    await page.keyboard.type('15')
    expect(await page.getByLabel('Monday, opens at').inputValue()).toBe('07:15')
    expect(await page.getByRole('checkbox', { name: /Sunday/ }).isChecked()).toBe(sunday)
    await page.close()
  })

  it('a change of the PIN does', async () => {
    const page = await openView('settings')
    await page.waitForSelector('#part-access')
    await tabTo(page.getByRole('textbox', { name: 'PIN now', exact: true }))
    await page.keyboard.type('2580')
    await page.keyboard.press('Tab')
    await page.keyboard.type('13')
    await muchHappens(page, 'settings:read')
    await page.keyboard.type('57')
    expect(await page.getByLabel('PIN now').inputValue()).toBe('2580')
    expect(await page.getByLabel('New PIN', { exact: true }).inputValue()).toBe('1357')
    await page.close()
  })

  it('an address for phones does', async () => {
    const page = await openView('print')
    await page.waitForSelector('.phone-address input')
    await tabTo(page.getByRole('textbox', { name: 'Address for phones', exact: true }))
    await page.keyboard.type('https://men')
    await muchHappens(page, 'print:address')
    await page.keyboard.type('u.example')
    expect(await page.getByLabel('Address for phones').inputValue()).toBe('https://menu.example')
    await page.close()
  })
})

describe('what is typed while a save is under way', () => {
  it('stays in the settings, and is saved by the next press', async () => {
    saveSettings(host.dataDir, { ...loadSettings(host.dataDir).settings, storeColour: null, staleAfterMinutes: 15 })
    const page = await openView('settings')
    await page.waitForSelector('#part-access')
    await retype(page, 'Store colour', '#aa3300')
    const letGo = await heldBack(page, 'settings:save')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Saving' }).waitFor()
    await retype(page, 'Prices count as old after', '26')
    letGo()
    await page.waitForSelector('.settings-saved:has-text("#aa3300")')
    expect(await page.getByLabel('Prices count as old after').inputValue()).toBe('26')
    await expect.poll(() => page.getByLabel('Store colour', { exact: true }).inputValue()).toBe('#aa3300')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.settings-saved:has-text("26 min")')
    expect(loadSettings(host.dataDir).settings).toMatchObject({ storeColour: '#aa3300', staleAfterMinutes: 26 })
    await page.close()
  })

  it('stays in a screen’s form, also until the list tells of what was saved', async () => {
    const page = await openView('screens?which=paired+bar')
    await page.waitForSelector('.screen-fields')
    await retype(page, 'Name', 'Long bar')
    const letGo = await heldBack(page, 'screens:change')
    const letListGo = await heldBack(page, 'screens:list')
    const sent = page.waitForRequest((request) => decodeURIComponent(request.url()).endsWith('/screens:change'))
    await page.keyboard.press('Enter')
    await sent
    await page.keyboard.type(' left')
    letGo()
    await page.getByRole('status').getByText('Not saved yet').waitFor()
    await page.keyboard.type(' end')
    letListGo()
    await page.getByRole('heading', { name: 'Long bar' }).waitFor()
    const name = page.locator('.screen-form').getByLabel('Name')
    expect(await name.inputValue()).toBe('Long bar left end')
    await page.unrouteAll()
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Long bar left end' }).waitFor()
    await expect.poll(() => Object.keys(loadSettings(host.dataDir).settings.screens)).toEqual(['Long bar left end'])
    await page.close()
  })
})

describe('a screen that is to be another store’s', () => {
  it('has none of the former store’s classes on offer while the other’s are asked for', async () => {
    const page = await openView('screens?which=paired+bar')
    await page.waitForSelector('.screen-fields')
    const choose = async (label: RegExp, letters: string): Promise<void> => {
      await pressByKey(page.locator('.screen-form').getByRole('button', { name: label }))
      await page.waitForSelector('.popover [role=option]')
      await page.keyboard.type(letters)
      await page.keyboard.press('Enter')
      await page.waitForSelector('.popover', { state: 'detached' })
    }
    await choose(/What it shows/, 'Some')
    await page
      .getByRole('checkbox', { name: /^Flower/ })
      .first()
      .waitFor()
    const letGo = await heldBack(page, 'screens:menu')
    await choose(/Store$/, 'Tern & Timber Regina')
    await page.waitForFunction(() => document.querySelectorAll('.classes-list .choice').length === 0)
    letGo()
    await page
      .getByRole('checkbox', { name: /^Flower/ })
      .first()
      .waitFor()
    const other = await host.call('screens:menu', REGINA)
    expect(await page.locator('.classes-list .choice').count()).toBe(other.ok ? other.answer.classes.length : 0)
    await page.close()
  })
})
