import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { buildRenderer, SCREENS, startFakeHost, type FakeHost } from './built-page.ts'
import { launchChromium } from './chromium.ts'
import { standardView } from './fixture-view.ts'

const LOCATIONS = [
  { locationId: 7, name: 'Tern & Timber Harbour Street', place: 'North Vancouver, BC', problem: null },
  { locationId: 8, name: 'Tern & Timber Prairie', place: 'Regina, SK', problem: null },
  { locationId: 9, name: 'Warehouse', place: 'Laval, QC', problem: 'Cova names a time zone that is not known here.' }
]

let browser: Browser
let host: FakeHost
let page: Page
let folder: string
let complaints: string[] = []

beforeAll(async () => {
  folder = await buildRenderer('first-run')
  browser = await launchChromium()
})
afterAll(() => browser.close())

beforeEach(async () => {
  host = await startFakeHost(folder)
  host.view = standardView()
  complaints = []
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.goto(`${host.origin}/setup`)
  await page.waitForSelector('.setup')
})
afterEach(async () => {
  await page.close()
  await host.close()
})

async function picture(name: string): Promise<void> {
  await page.screenshot({ path: join(SCREENS, `first-run-${name}.png`) })
}

async function fillIn(values: Readonly<Record<string, string>>): Promise<void> {
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value)
}

const FILLED = {
  'Company ID': ' 1042 ',
  'Client ID': 'abc',
  'Client secret': 'shh',
  Username: 'api@store.ca',
  Password: ' p w '
}

describe('first run', () => {
  it('goes from the demo store over its sync to a location and its board', async () => {
    await picture('source')
    await page.getByRole('button', { name: 'Use the demo store' }).click()
    await page.getByRole('heading', { name: 'Stocking the demo store' }).waitFor()
    host.setup = {
      phase: 'syncing',
      source: 'demo',
      progress: [
        { feed: 'locations', records: 4, done: true, error: null },
        { feed: 'catalogue', records: 412, done: false, error: null },
        { feed: 'prices', records: 0, done: false, error: null },
        { feed: 'taxes', records: 0, done: false, error: 'The demo store did not answer in 10 seconds.' }
      ]
    }
    await page.getByRole('row', { name: 'Products 412 Coming in' }).waitFor()
    await page.getByRole('row', { name: 'Taxes 0 The demo store did not answer' }).waitFor()
    await picture('syncing')
    host.setup = { phase: 'choose-location', source: 'demo', locations: LOCATIONS }
    await page.getByRole('heading', { name: 'Which store is this screen in?' }).waitFor()
    await picture('location')
    await page.getByLabel('Search by name or place').fill('harbour van')
    expect(
      await page
        .getByRole('listitem')
        .filter({ has: page.getByRole('button') })
        .count()
    ).toBe(1)
    await page.getByRole('button', { name: /Harbour Street/ }).click()
    await page.waitForURL(`${host.origin}/boards/7`)
    await page.waitForSelector('[data-state=board]')
    expect(host.setupCalls).toEqual([
      { path: '/setup/use-demo', body: {} },
      { path: '/setup/choose-location', body: { locationId: 7 } }
    ])
    expect(complaints).toEqual([])
  })

  it('can be done with the keyboard alone', async () => {
    host.setup = { phase: 'choose-location', source: 'demo', locations: LOCATIONS }
    await page.reload()
    await page.getByLabel('Search by name or place').focus()
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('Prairie')
    await picture('focus')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${host.origin}/boards/8`)
  })

  it('shows why a location cannot be chosen, and does not choose it', async () => {
    host.setup = { phase: 'choose-location', source: 'demo', locations: LOCATIONS }
    await page.reload()
    await page.getByText('Cova names a time zone that is not known here.').waitFor()
    expect(await page.getByRole('button', { name: /Warehouse/ }).isDisabled()).toBe(true)
  })

  it('sends the five values, ids without stray spaces, the password as it is', async () => {
    await fillIn(FILLED)
    await page.getByRole('button', { name: 'Connect to Cova' }).click()
    await page.getByRole('heading', { name: 'Fetching your menu from Cova' }).waitFor()
    expect(host.setupCalls).toEqual([
      {
        path: '/setup/connect',
        body: { companyId: '1042', clientId: 'abc', clientSecret: 'shh', username: 'api@store.ca', password: ' p w ' }
      }
    ])
  })

  it('says beside the field what is wrong with it, and goes there', async () => {
    await page.getByRole('button', { name: 'Connect to Cova' }).click()
    await page.getByText('Company ID is missing.').waitFor()
    await fillIn(FILLED)
    host.refuse = { ok: false, field: 'password', message: 'Cova does not accept this username and password.' }
    await page.getByRole('button', { name: 'Connect to Cova' }).click()
    const password = page.getByLabel('Password', { exact: true })
    await page.getByText('Cova does not accept this username and password.').waitFor()
    expect(await password.getAttribute('aria-invalid')).toBe('true')
    expect(await password.getAttribute('aria-describedby')).toBe('password-error')
    expect(await password.evaluate((input) => input === document.activeElement)).toBe(true)
    await picture('field-error')
  })

  it('says above the form what belongs to no field, also when nobody answers', async () => {
    await fillIn(FILLED)
    host.refuse = { ok: false, field: null, message: 'Cova cannot be reached. Check the network, then try again.' }
    await page.getByRole('button', { name: 'Connect to Cova' }).click()
    await page.getByRole('alert').filter({ hasText: 'Cova cannot be reached' }).waitFor()
    await picture('form-error')
    await host.goAway()
    await page.getByRole('button', { name: 'Connect to Cova' }).click()
    await page.getByRole('alert').filter({ hasText: 'Topshelf does not answer' }).waitFor()
    await host.comeBack()
  })

  it('fills the fields from a pasted text', async () => {
    await page.getByText('Paste all five at once').click()
    await page.getByLabel(/One to a line/).fill('Company ID: 1042\nClient ID: abc')
    await page.getByText('Filled in 2 of 5.').waitFor()
    expect(await page.getByLabel('Client ID', { exact: true }).inputValue()).toBe('abc')
  })
})
