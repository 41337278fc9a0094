import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SCREENS, startFakeHost, type FakeHost } from './built-page.ts'
import { builtRenderer } from './renderer-build.ts'
import { launchChromium } from './chromium.ts'
import { standardView } from './fixture-view.ts'
import type { LocationChoice } from '../../src/shared/setup.ts'

const LOCATIONS: readonly LocationChoice[] = [
  {
    locationId: 7,
    name: 'Tern & Timber Harbour Street',
    place: 'North Vancouver, BC',
    market: { market: 'CA-BC', name: 'British Columbia' },
    problem: null
  },
  {
    locationId: 8,
    name: 'Tern & Timber Prairie',
    place: 'Regina, SK',
    market: { market: 'CA-SK', name: 'Saskatchewan' },
    problem: null
  },
  {
    locationId: 9,
    name: 'Warehouse',
    place: 'Laval, QC',
    market: { market: 'CA-QC', name: 'Quebec' },
    problem: 'currency-unknown'
  }
]

let browser: Browser
let host: FakeHost
let page: Page
let folder: string
let complaints: string[] = []

beforeAll(async () => {
  folder = await builtRenderer()
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

const BLOCK = `Company ID: 1042
Client ID: abc
Client Secret = shh
Username: api@store.ca
Password: "p w"`
const CONNECTED = { companyId: '1042', clientId: 'abc', clientSecret: 'shh', username: 'api@store.ca', password: 'p w' }

/** Counts what a manager does: fields filled and things pressed. */
let done = { fields: 0, presses: 0 }
beforeEach(() => void (done = { fields: 0, presses: 0 }))

async function press(name: string | RegExp, role: 'button' | 'radio' | 'checkbox' = 'button'): Promise<void> {
  done.presses += 1
  const target = page.getByRole(role, { name })
  await (role === 'button' ? target.click() : page.locator('label.choice').filter({ has: target }).click())
}

async function paste(text: string): Promise<void> {
  done.fields += 1
  await page.getByLabel('Paste the five values from Cova’s letter').fill(text)
}

describe('first run', () => {
  it('is two presses and no field for the demo store', async () => {
    await picture('source')
    await press('Use the demo store')
    await page.getByRole('heading', { name: 'Stocking the demo store' }).waitFor()
    host.setup = {
      phase: 'syncing',
      source: 'demo',
      progress: [
        { feed: 'locations', records: 4, done: true, error: null },
        { feed: 'catalogue', records: 412, expected: 1000, done: false, error: null },
        { feed: 'prices', records: 0, done: false, error: null },
        {
          feed: 'taxes',
          records: 0,
          done: false,
          error: { code: 'timeout', way: null, message: 'Cova did not answer in 10 s.' }
        }
      ]
    }
    await page.getByRole('row', { name: 'Products 412 of 1000 Coming in' }).waitFor()
    // What a first sync has in all, no reply says; how many of the feeds have come, it can say.
    const overall = page.getByRole('progressbar', { name: '1 of 5 complete' })
    expect(await overall.getAttribute('aria-valuenow')).toBe('1')
    expect(await overall.getAttribute('aria-valuemax')).toBe('5')
    expect(await page.getByRole('progressbar', { name: 'Products' }).getAttribute('aria-valuenow')).toBe('412')
    await page.getByRole('row', { name: 'Taxes 0 Cova did not answer in time.' }).waitFor()
    await picture('syncing')
    host.setup = { phase: 'choose-location', source: 'demo', locations: LOCATIONS }
    await page.getByRole('heading', { name: 'Which store is this screen in?' }).waitFor()
    await picture('location')
    await press(/Harbour Street/)
    await page.waitForURL(`${host.origin}/boards/7`)
    await page.waitForSelector('[data-state=board]')
    expect(host.setupCalls).toEqual([
      { path: '/setup/use-demo', body: {} },
      { path: '/setup/choose-location', body: { locationId: 7, restrictToLocationIds: null } }
    ])
    expect(done).toEqual({ fields: 0, presses: 2 })
    expect(complaints).toEqual([])
  })

  it('is one field and four presses for Cova: paste, connect, the store, the market, the board', async () => {
    await paste(BLOCK)
    await page.getByText('All five found.').waitFor()
    await press('Connect to Cova')
    await page.getByRole('heading', { name: 'Fetching your menu from Cova' }).waitFor()
    host.setup = { phase: 'choose-location', source: 'cova', locations: LOCATIONS }
    await press(/Harbour Street/)
    await page.getByRole('heading', { name: 'Before the board of Store 7 comes up' }).waitFor()
    // Asked, not assumed.
    expect(await page.getByRole('radio', { checked: true }).count()).toBe(0)
    await press(/^No$/, 'radio')
    await picture('finish')
    await press('Show the board')
    await page.waitForURL(`${host.origin}/boards/7`)
    expect(host.setupCalls).toEqual([
      { path: '/setup/connect', body: CONNECTED },
      { path: '/setup/choose-location', body: { locationId: 7, restrictToLocationIds: null } },
      { path: '/setup/finish', body: { market: { kind: 'free' }, displays: [] } }
    ])
    expect(done).toEqual({ fields: 1, presses: 4 })
    expect(complaints).toEqual([])
  })

  it('asks what the market restricts, and says beside the question what is missing', async () => {
    host.setup = {
      phase: 'finish',
      source: 'cova',
      locationName: 'Harbour Street',
      displays: [
        { label: 'SAMSUNG', width: 3840, height: 2160, isPrimary: true },
        { label: 'SAMSUNG', width: 1920, height: 1080, isPrimary: false }
      ]
    }
    await page.reload()
    await press('Show the board')
    await page.getByText('Choose one of the three.').waitFor()
    await press('Yes, these must not be shown:', 'radio')
    await press('Show the board')
    await page.getByText('Choose what must not be shown.').waitFor()
    await picture('finish-missing')
    await press('THC and CBD', 'checkbox')
    await press(/1920/, 'checkbox')
    await press(/3840/, 'checkbox')
    await press('Show the board')
    await page.getByText('Choose one display at least.').waitFor()
    await press(/3840/, 'checkbox')
    await press('Show the board')
    await page.waitForURL(`${host.origin}/boards/7`)
    expect(host.setupCalls).toEqual([
      {
        path: '/setup/finish',
        body: { market: { kind: 'restricted', hides: ['potency'] }, displays: [true, false] }
      }
    ])
  })

  it('can be done with the keyboard alone, from the first page to the board', async () => {
    await page.getByLabel('Paste the five values from Cova’s letter').focus()
    await page.keyboard.insertText(BLOCK)
    await tabTo('Connect to Cova')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Fetching your menu from Cova' }).waitFor()
    host.setup = { phase: 'choose-location', source: 'cova', locations: LOCATIONS }
    await page.getByRole('heading', { name: 'Which store is this screen in?' }).waitFor()
    await tabTo('Prairie')
    await picture('focus')
    await page.keyboard.press('Enter')
    await page.getByRole('heading', { name: 'Before the board of Store 8 comes up' }).waitFor()
    await tabTo('input[type=radio]')
    await page.keyboard.press('Space')
    expect(await page.getByRole('radio', { name: 'No', exact: true }).isChecked()).toBe(true)
    await tabTo('Show the board')
    await page.keyboard.press('Enter')
    await page.waitForURL(`${host.origin}/boards/7`)
  })

  it('finds a store by place without its accents, and by its province', async () => {
    host.setup = { phase: 'choose-location', source: 'cova', locations: LOCATIONS }
    await page.reload()
    await page.getByLabel('Search by name or place').fill('harbour van')
    await page.getByText('1 location found').waitFor()
    await page.getByLabel('Search by name or place').fill('quebec')
    await page.getByText('1 location found').waitFor()
    await page.getByLabel('Search by name or place').fill('')
    await press('Saskatchewan', 'radio')
    await page.getByText('1 location found').waitFor()
    expect(await page.locator('.setup-locations li').count()).toBe(1)
    await picture('province')
  })

  it('serves some stores only where that is chosen, and always the one of the screen', async () => {
    host.setup = { phase: 'choose-location', source: 'cova', locations: LOCATIONS }
    await page.reload()
    await page.getByRole('button', { name: 'Serve some stores only' }).click()
    await press(/Prairie/, 'checkbox')
    await page.getByText('1 store is served.').waitFor()
    await picture('restrict')
    await page
      .locator('.setup-locations')
      .getByRole('button', { name: /Harbour Street/ })
      .click()
    await page.getByRole('heading', { name: 'Before the board of Store 7 comes up' }).waitFor()
    expect(host.setupCalls).toEqual([
      { path: '/setup/choose-location', body: { locationId: 7, restrictToLocationIds: [7, 8] } }
    ])
  })

  it('shows why a location cannot be chosen, and does not choose it', async () => {
    host.setup = { phase: 'choose-location', source: 'demo', locations: LOCATIONS }
    await page.reload()
    await page.getByText('The country is not known, so prices cannot be shown in its currency.').waitFor()
    expect(
      await page
        .locator('.setup-locations')
        .getByRole('button', { name: /Warehouse/ })
        .isDisabled()
    ).toBe(true)
  })

  it('stops a sync that takes too long, and begins anew', async () => {
    host.setup = { phase: 'syncing', source: 'cova', progress: [] }
    await page.reload()
    await press('Stop and go back')
    await page.getByRole('heading', { name: 'Where is your menu?' }).waitFor()
    expect(host.setupCalls).toEqual([{ path: '/setup/cancel', body: {} }])
  })

  it('takes the values one by one, ids without stray spaces, the password as it is', async () => {
    await press('Type them one by one')
    await fillIn(FILLED)
    await press('Connect to Cova')
    await page.getByRole('heading', { name: 'Fetching your menu from Cova' }).waitFor()
    expect(host.setupCalls).toEqual([
      {
        path: '/setup/connect',
        body: { companyId: '1042', clientId: 'abc', clientSecret: 'shh', username: 'api@store.ca', password: ' p w ' }
      }
    ])
  })

  it('says beside the field what is wrong with it, and goes there', async () => {
    await press('Connect to Cova')
    await page.getByText('Company ID is missing.').waitFor()
    await fillIn(FILLED)
    host.refuse = {
      ok: false,
      field: 'password',
      code: 'bad-credentials',
      message: 'Cova does not accept this username and password.'
    }
    await press('Connect to Cova')
    const password = page.getByLabel('Password', { exact: true })
    await page.getByText('Cova does not accept these values.').waitFor()
    expect(await password.getAttribute('aria-invalid')).toBe('true')
    await expect.poll(() => password.evaluate((input) => input === document.activeElement)).toBe(true)
    const described = await password.getAttribute('aria-describedby')
    expect(await page.locator(`[id="${described?.split(' ').at(-1)}"]`).textContent()).toContain('does not accept')
    await picture('field-error')
  })

  it('names the permission to ask Cova for on a 403, and where keys come from', async () => {
    await paste(BLOCK)
    const message = 'Cova refuses the catalogue to this API user (403).'
    host.refuse = { ok: false, field: null, code: 'forbidden', message }
    await press('Connect to Cova')
    const alert = page.getByRole('alert')
    await alert.filter({ hasText: 'Ask Cova for “Manage Dispensary Specific Elements”' }).waitFor()
    expect(await alert.textContent()).toContain(message)
    await press('Where do these come from?')
    await page.getByText('Write to Cova support and ask for API keys').waitFor()
    await picture('forbidden')
  })

  it('says above the form what belongs to no field, also when nobody answers', async () => {
    await paste(BLOCK)
    host.refuse = { ok: false, field: null, code: 'unreachable', message: '' }
    await press('Connect to Cova')
    await page.getByRole('alert').filter({ hasText: 'Cova cannot be reached' }).waitFor()
    await picture('form-error')
    await host.goAway()
    await press('Connect to Cova')
    await page.getByRole('alert').filter({ hasText: 'Topshelf does not answer' }).waitFor()
    await host.comeBack()
  })

  it('keeps what is half typed while the host says its state again and again', async () => {
    await page.getByLabel('Paste the five values from Cova’s letter').fill('Company ID: 1042\nClient ID: abc')
    await page.getByText('Found 2 of 5. The others are below.').waitFor()
    await page.waitForTimeout(1600)
    expect(await page.getByLabel('Client ID', { exact: true }).inputValue()).toBe('abc')
    expect(await page.getByLabel('Paste the five values from Cova’s letter').inputValue()).toContain('1042')
  })

  it.each([
    ['fr-CA', 'Où est votre menu?', 'Dans quel magasin est cet écran?', 'Votre marché restreint-il'],
    ['es-MX', '¿Dónde está su menú?', '¿En qué tienda está esta pantalla?', '¿Su mercado restringe']
  ])('speaks the browser’s language: %s', async (locale, source, store, market) => {
    const other = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale })
    await other.goto(`${host.origin}/setup`)
    await other.getByRole('heading', { name: source }).waitFor()
    await other.screenshot({ path: join(SCREENS, `first-run-source-${locale}.png`) })
    host.setup = { phase: 'choose-location', source: 'cova', locations: LOCATIONS }
    await other.getByRole('heading', { name: store }).waitFor()
    host.setup = { phase: 'finish', source: 'cova', locationName: 'Laval', displays: [] }
    await other.getByText(market).waitFor()
    await other.screenshot({ path: join(SCREENS, `first-run-finish-${locale}.png`) })
    await other.close()
  })
})

describe('a first run that fails, to a Spanish reader', () => {
  it('says so in Spanish: a refused step, feeds that do not come, a store that cannot be shown', async () => {
    const other = await browser.newPage({ viewport: { width: 1440, height: 900 }, locale: 'es-MX' })
    await other.goto(`${host.origin}/setup`)
    host.refuse = { ok: false, field: null, code: 'writer-busy', message: 'Another Topshelf is syncing into /data' }
    await other.getByRole('button', { name: 'Usar la demostración' }).click()
    const alert = other.getByRole('alert')
    await alert.getByText('Otro Topshelf trabaja con los mismos datos. Ciérrelo e inténtelo de nuevo.').waitFor()
    await alert.getByText('Lo que dice el sistema: «Another Topshelf is syncing into /data»').waitFor()
    const feed = { records: 0, done: false }
    host.setup = {
      phase: 'syncing',
      source: 'cova',
      progress: [
        { ...feed, feed: 'locations', error: { code: 'unreachable', way: 'dns', message: 'Cova (DNS)' } },
        { ...feed, feed: 'catalogue', error: { code: 'forbidden', way: null, message: 'Cova refuses (403)' } },
        { ...feed, feed: 'prices', error: { code: 'internal-error', way: null, message: 'RangeError' } }
      ]
    }
    await other.getByRole('row', { name: 'Sucursales 0 No se encuentra el nombre de Cova (DNS).' }).waitFor()
    await other.getByRole('row', { name: /^Productos 0 Falta un permiso\. Pida a Cova «Manage Dispensary/ }).waitFor()
    await other.getByRole('row', { name: /^Precios 0 Algo falló .* Lo que dice el sistema: «RangeError»$/ }).waitFor()
    await other.screenshot({ path: join(SCREENS, 'first-run-failing-es-MX.png') })
    host.setup = { phase: 'choose-location', source: 'cova', locations: LOCATIONS }
    await other.getByText('No se conoce el país, así que los precios no se pueden mostrar en su moneda.').waitFor()
    await other.close()
  })
})

/** Presses Tab until what has the focus says so, or is such an element. */
async function tabTo(target: string): Promise<void> {
  for (let n = 0; n < 30; n += 1) {
    await page.keyboard.press('Tab')
    const isThere = await page.evaluate((wanted) => {
      const { activeElement: at } = document
      return (at?.textContent ?? '').includes(wanted) || (wanted.includes('[') && at?.matches(wanted) === true)
    }, target)
    if (isThere) return
  }
  throw new Error(`no way to "${target}" by the keyboard`)
}
