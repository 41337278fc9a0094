import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import { loadSettings, saveSettings } from '../../../src/main/settings/settings-file.ts'
import { builtRenderer } from '../renderer-build.ts'
import { launchChromium } from '../chromium.ts'
import {
  axeFindingsOn,
  keepManagerScreen,
  openManagerPage,
  pressByKey,
  startManagerHost,
  tabTo,
  type ManagerHost
} from './manager-host.ts'

let browser: Browser
let store: DemoStore
let host: ManagerHost
let rendererDir: string

beforeAll(async () => {
  rendererDir = await builtRenderer()
  store = await startDemoStore({ living: false })
  const source = {
    kind: 'cova',
    settings: { apiUrl: store.url, tokenUrl: store.tokenUrl, ...store.credentials }
  } as const
  const anHourAgoMs = Date.now() - 3_600_000
  const bar = { id: 'bar', name: 'Bar', locationId: 110501, board: null, tokenHash: '0'.repeat(64) }
  host = await startManagerHost(
    rendererDir,
    source,
    {},
    {
      paired: [{ ...bar, pairedAtMs: anHourAgoMs, lastSeenAtMs: anHourAgoMs }]
    }
  )
  // Something to look at: a refused feed, and a record that cannot be used.
  store.faults.always('menu-board-promotions', { kind: 'status', status: 403 })
  store.faults.always('catalogue', {
    kind: 'transform',
    transform: (body) => ({
      ...body,
      Products: body.Products.map((product: Record<string, unknown>, index: number) =>
        index === 0 ? { ...product, MeasurementType: 'Volume', LastCost: 3.21 } : product
      )
    })
  })
  await host.engine().syncOnce(() => undefined)
  browser = await launchChromium()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await host?.close()
  await store?.close()
})

async function tab(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('tab', { name }).click()
}

describe('the home view', () => {
  it('says what wants a look and what is well, and leads there', async () => {
    const page = await openManagerPage(browser, host)
    await page.waitForSelector('.today-parts')
    expect(await page.getByRole('heading', { name: 'Wants a look' }).isVisible()).toBe(true)
    const wants = page.getByRole('region', { name: 'Wants a look' })
    expect(await wants.innerText()).toContain('Promotions: The API user lacks a permission (403).')
    expect(await wants.innerText()).toContain('“Manage Dispensary Specific Elements”')
    expect(await wants.innerText()).toContain('One record that Cova sent could not be used.')
    expect(await page.getByRole('region', { name: 'Is well' }).innerText()).toContain('Prices were checked')
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'today')
    await wants.getByRole('link', { name: /Promotions/ }).click()
    await page.waitForSelector('.health-tabs')
    expect(await page.getByRole('tab', { selected: true }).innerText()).toBe('Feeds')
    await page.goBack()
    await wants.getByRole('link', { name: /One record/ }).click()
    await page.getByRole('tab', { name: /^Set aside/, selected: true }).waitFor()
    await page.close()
  })
})

describe('the home view, of this machine', () => {
  it('says which screen is off, and leads to the screens', async () => {
    const page = await openManagerPage(browser, host)
    const wants = page.getByRole('region', { name: 'Wants a look' })
    const link = wants.getByRole('link', { name: 'Open Screens: Bar: the screen is off, or has lost the network.' })
    await link.waitFor()
    expect(await wants.innerText()).toContain('Last seen ')
    await link.click()
    await page.waitForURL(/#screens/)
    await page.close()
  })
})

describe('the health view', () => {
  it('shows feeds with age, cause and remedy; every tab is reached by the keyboard, and axe finds nothing', async () => {
    const page = await openManagerPage(browser, host, 'health')
    await page.waitForSelector('.health-sheet tbody tr')
    const feeds = await page.locator('.health-sheet').innerText()
    for (const name of ['Stores', 'Taxes', 'Products', 'Promotions', 'Prices']) expect(feeds).toContain(name)
    expect(feeds).toContain('Ask Cova for the permission “Manage Dispensary Specific Elements”')
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'health-feeds')
    await tabTo(page.getByRole('tab', { name: 'Feeds' }))
    for (const [name, shows] of [
      ['problems', /./],
      ['history', /everything/],
      ['quarantine', /MeasurementType/],
      ['machine', /cache\.sqlite/]
    ] as const) {
      await page.keyboard.press('ArrowRight')
      await page.waitForFunction(
        (source) => new RegExp(source).test(document.querySelector('[role=tabpanel]')?.textContent ?? ''),
        shows.source
      )
      expect(await axeFindingsOn(page), name).toEqual([])
      await keepManagerScreen(page, `health-${name}`)
    }
    await page.close()
  })

  it('shows a record as it came, without what it cost', async () => {
    const page = await openManagerPage(browser, host, 'health', { width: 1024, height: 768 })
    await page.waitForSelector('.health-tabs')
    await tab(page, /Set aside/)
    await page.locator('.health-record button').first().click()
    await page.waitForSelector('.health-record pre')
    const raw = await page.locator('.health-record pre').innerText()
    expect(raw).toContain('"MeasurementType": "Volume"')
    expect(raw).not.toMatch(/cost|3\.21/i)
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'health-record-1024')
    await page.close()
  })

  it('saves a support bundle with one key, which the browser keeps', async () => {
    const page = await openManagerPage(browser, host, 'health')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      pressByKey(page.getByRole('button', { name: 'Save a support bundle' }))
    ])
    expect(download.suggestedFilename()).toMatch(/^topshelf-support-\d{4}-\d\d-\d\d\.json$/)
    const stream = await download.createReadStream()
    let text = ''
    for await (const chunk of stream) text += String(chunk)
    expect(JSON.parse(text)).toMatchObject({ kind: 'topshelf-support-bundle', engine: { status: 'degraded' } })
    for (const secret of Object.values(store.credentials)) expect(text).not.toContain(secret)
    await page.close()
  })

  it.each([
    ['fr-CA', 'Santé', 'Demandez à Cova la permission'],
    ['es-US', 'Salud', 'Pida a Cova el permiso']
  ])('speaks %s', async (language, title, remedy) => {
    const read = await host.call('settings:read')
    if (!read.ok) throw new Error(read.message)
    expect((await host.call('settings:save', read.answer.revision, { language })).ok).toBe(true)
    const page = await openManagerPage(browser, host, 'health', { width: 1024, height: 768 })
    await page.waitForSelector(`h1:has-text("${title}")`)
    await page.waitForSelector(`.health-fault:has-text("${remedy}")`)
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, `health-${language}`)
    await page.close()
  })
})

describe('a paired screen', () => {
  it('keeps its store against a filter; without it, home and health name the screen', async () => {
    const own = await startManagerHost(rendererDir, { kind: 'demo' }, { locationId: 110_501 })
    const waited = await fetch(`${own.url}/pair/code`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ticket: null })
    })
    const { code } = (await waited.json()) as { code: string }
    expect(await own.call('screens:pair', code, { name: 'Window TV', locationId: 110_502 })).toMatchObject({ ok: true })
    await own.restart()
    const read = await own.call('settings:read')
    if (!read.ok) throw new Error(read.message)
    expect(await own.call('settings:save', read.answer.revision, { restrictToLocationIds: [110_501] })).toMatchObject({
      ok: false,
      field: 'restrictToLocationIds',
      message: expect.stringContaining('“Window TV”')
    })
    // Somebody wrote it into the file by hand.
    saveSettings(own.dataDir, { ...loadSettings(own.dataDir).settings, restrictToLocationIds: [110_501] })
    await own.restart()
    const page = await openManagerPage(browser, own)
    const wants = page.getByRole('region', { name: 'Wants a look' })
    await wants.getByText('A paired screen shows no board').waitFor()
    expect(await wants.innerText()).toContain('The paired screen "Window TV" has no board')
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'today-screen-without-store')
    await wants.getByRole('link', { name: /A paired screen shows no board/ }).click()
    await page.waitForFunction(() => location.hash.includes('screens'))
    await page.close()
    const health = await openManagerPage(browser, own, 'health')
    await health.waitForSelector('.health-tabs')
    await tab(health, /^Problems/)
    await health.getByText('The paired screen "Window TV" has no board').waitFor()
    await health.close()
    await own.close()
  }, 90_000)
})

describe('a sync as it goes', () => {
  it('has a bar with counts, is stopped where it is, and goes on', async () => {
    const cova = await startDemoStore({ living: false })
    const regina = cova.state.locations.find(({ Name }) => Name.includes('Regina'))?.Id as number
    const own = await startManagerHost(
      rendererDir,
      { kind: 'cova', settings: { apiUrl: cova.url, tokenUrl: cova.tokenUrl, ...cova.credentials } },
      {},
      { syncsByItself: true }
    )
    const page = await openManagerPage(browser, own, 'health')
    await page.waitForSelector('.health-sheet tbody tr')
    await page.waitForSelector('text=Up to date')
    // A changed tax setting calls for a full pass; its third page never answers by itself.
    const capped = { kind: 'page-cap', cap: 100 } as const
    cova.state.setTaxPricing(regina, cova.state.taxPricing.get(regina) === 'Inclusive' ? null : 'Inclusive')
    cova.faults.always('catalogue', capped)
    cova.faults.next('catalogue', capped, capped, { kind: 'never-answers' })
    await pressByKey(page.getByRole('button', { name: 'Ask Cova now' }))
    await page.waitForSelector('[role=progressbar][aria-valuetext="200 of about 449"]')
    await page.waitForSelector('.health-overall[aria-valuetext$=" of 5 feeds complete"]')
    const bar = page.getByRole('progressbar', { name: 'Products' })
    expect(await bar.getAttribute('aria-valuenow')).toBe('200')
    expect(await bar.getAttribute('aria-valuemax')).toBe('449')
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'health-progress')
    await pressByKey(page.getByRole('button', { name: 'Stop this sync' }))
    await page.waitForSelector('text=Stopped by hand')
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'health-held')
    await pressByKey(page.getByRole('button', { name: 'Go on with the sync' }))
    await page.waitForSelector('text=Up to date')
    await page.waitForSelector('.health-sheet :text("449, done")')
    await page.close()
    await own.close()
    await cova.close()
  }, 60_000)
})
