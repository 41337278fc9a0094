import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { BoardView, BoardViewPatch, ViewHead } from '../../src/shared/board-view.ts'
import { SCREENS, startFakeHost, type FakeHost } from './built-page.ts'
import { builtRenderer } from './renderer-build.ts'
import { launchChromium } from './chromium.ts'
import { faultsOf } from './drawn-page.ts'
import {
  frenchRewardsView,
  frenchView,
  groupView,
  hardView,
  headOf,
  heldView,
  inclusiveView,
  itemOf,
  manyPromotionsView,
  manyView,
  money,
  offersView,
  promotionsView,
  rewardsView,
  rung,
  SCREEN,
  shelfPriceView,
  standardView,
  statesView,
  usView
} from './fixture-view.ts'

declare global {
  interface Window {
    /** What the tests below let the page take down. */
    readonly seenBoards?: Set<string>
    readonly touchedNodes?: { count: number }
  }
}

let browser: Browser
let host: FakeHost
let page: Page
let complaints: string[] = []

beforeAll(async () => {
  const folder = await builtRenderer()
  host = await startFakeHost(folder)
  browser = await launchChromium()
})

afterAll(async () => {
  await browser.close()
  await host.close()
})

afterEach(() => page.close())

/** Longer than any look at a page takes, and short enough that two turns are no silence of the host. */
const LONG_MS = 40_000

/** Opens a board and waits until it is drawn. Whatever the page complains of is kept. */
async function openBoard(view: BoardView | null, query = '', size = { width: 1920, height: 1080 }): Promise<void> {
  host.view = view
  complaints = []
  page = await browser.newPage({ viewport: size })
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.clock.install()
  await page.goto(`${host.origin}/boards/7${query}`)
  if (view !== null) await page.waitForSelector('[data-state=board]')
}

function attributeOf(name: string): Promise<string | null> {
  return page.locator('[data-state=board]').getAttribute(name)
}

/** Lets the page's own clock run to the next turn, and on until the page that left is gone. */
async function turnPage(): Promise<void> {
  await page.clock.fastForward(LONG_MS)
  await page.clock.fastForward(1000)
  await page.waitForSelector('.leaving', { state: 'detached' })
}

function cellText(productId: string, quantity: string): Promise<string> {
  return page.locator(`[data-product-id~="${productId}"][data-quantity="${quantity}"]`).first().innerText()
}

function patchOf(view: BoardView, head: Partial<ViewHead>, changes: Readonly<Record<string, string>>): BoardViewPatch {
  const items = view.items
    .filter((item) => changes[item.productId] !== undefined)
    .map((item) => withPay(item, changes[item.productId] ?? ''))
  return { head: { ...view.head, ...head }, items, removed: [], order: null }
}

function withPay(item: BoardView['items'][number], digits: string): BoardView['items'][number] {
  return { ...item, rungs: item.rungs.map((each, at) => (at === 0 ? { ...each, youPay: money(digits) } : each)) }
}

describe('a drawn board', () => {
  it.each([
    ['standard', standardView(), ''],
    ['standard-light', standardView(), '&theme=light'],
    ['standard-contrast', standardView(), '&theme=contrast'],
    ['french', frenchView(), ''],
    ['held', heldView(), ''],
    ['inclusive', inclusiveView(), ''],
    ['us', usView(), ''],
    ['one', manyView(1), ''],
    ['thirty', manyView(30), ''],
    ['states', statesView(), ''],
    ['group', groupView(), ''],
    ['shelf-price', shelfPriceView(), ''],
    ['offers', offersView(), ''],
    ['promotions', promotionsView(), ''],
    ['promotions-many', manyPromotionsView(), ''],
    ['promotions-inclusive', manyPromotionsView({ taxPricing: 'Inclusive' }), '&theme=light'],
    ['spanish', standardView({ language: 'es-US' }), ''],
    ['rewards', rewardsView(), ''],
    ['rewards-french', frenchRewardsView(), '&theme=light'],
    ['rewards-contrast', rewardsView(), '&theme=contrast'],
    ['hard', hardView(), '']
  ])('has nothing that overlaps, overflows or leaves the safe area on any page: %s', async (name, view, theme) => {
    await openBoard(view, `?dwell=${LONG_MS}${theme}`)
    const pageCount = Number(await attributeOf('data-pages'))
    const seen = new Set<string>()
    for (let number = 1; number <= pageCount; number += 1) {
      expect(await attributeOf('data-page')).toBe(String(number))
      expect(await faultsOf(page)).toEqual([])
      await page.screenshot({ path: join(SCREENS, `${name}-${number}.png`) })
      for (const id of await page.$$eval('.sheet:not(.leaving) [data-item]', (each) =>
        each.map((row) => row.getAttribute('data-item') ?? '')
      ))
        seen.add(id)
      if (number < pageCount) await turnPage()
    }
    expect([...seen].toSorted()).toEqual(view.items.map((item) => item.productId).toSorted())
    expect(complaints).toEqual([])
  })

  it.each([
    ['4k', 3840, 2160],
    ['720p', 1280, 720],
    ['portrait', 1080, 1920],
    ['stretched', 3840, 1080]
  ])('is sound on another screen: %s', async (name, width, height) => {
    await openBoard(manyView(60), '', { width, height })
    expect(await faultsOf(page)).toEqual([])
    await page.screenshot({ path: join(SCREENS, `${name}.png`) })
  })

  it('holds 600 products', async () => {
    await openBoard(manyView(600))
    expect(Number(await attributeOf('data-pages'))).toBeGreaterThan(10)
    expect(await faultsOf(page)).toEqual([])
    expect(await page.locator('.sheet').count()).toBe(1)
    expect(complaints).toEqual([])
  })

  it.each([
    ['roomy', 1920, 1080],
    ['roomy-portrait', 1080, 1920]
  ])('is sound read from the door: %s', async (name, width, height) => {
    const screen = { ...SCREEN, theme: 'light', level: 'roomy', distanceMetres: 5 } as const
    const view = statesView()
    await openBoard({ ...view, head: { ...view.head, screen } }, '', { width, height })
    expect(await faultsOf(page)).toEqual([])
    await page.screenshot({ path: join(SCREENS, `${name}.png`) })
  })

  it.each([
    ['promotions-portrait', 'standard', 3],
    ['promotions-narrow', 'roomy', 5]
  ] as const)('shows promotions on a screen that stands upright: %s', async (name, level, distanceMetres) => {
    const screen = { ...SCREEN, theme: 'light', level, distanceMetres } as const
    await openBoard(manyPromotionsView({ screen }), '', { width: 1080, height: 1920 })
    expect(await faultsOf(page)).toEqual([])
    await page.screenshot({ path: join(SCREENS, `${name}.png`) })
  })

  it.each([
    ['rewards-portrait', 'standard', 3, 1080, 1920],
    ['rewards-narrow', 'roomy', 5, 1080, 1920],
    ['rewards-roomy', 'roomy', 5, 1920, 1080],
    ['rewards-4k', 'dense', 3, 3840, 2160]
  ] as const)('shows rewards after the menu on any screen: %s', async (name, level, distanceMetres, width, height) => {
    const view = rewardsView({ legend: [], screen: { ...SCREEN, level, distanceMetres } })
    await openBoard(view, `?dwell=${LONG_MS}`, { width, height })
    const pageCount = Number(await attributeOf('data-pages'))
    const seen: string[] = []
    for (let number = 1; number <= pageCount; number += 1) {
      if (number > 1) await turnPage()
      const rows = page.locator('.sheet:not(.leaving) [data-reward]')
      if ((await rows.count()) === 0) continue
      expect((await page.locator('h1').innerText()).replaceAll(/\s+/g, ' ')).toMatch(/^Rewards( \d of 2)?$/)
      expect((await page.locator('.reward-rule').allInnerTexts()).join('')).toBe('One per order')
      expect(await faultsOf(page)).toEqual([])
      if (seen.length === 0) await page.screenshot({ path: join(SCREENS, `${name}.png`) })
      seen.push(...(await rows.allInnerTexts()).map((text) => text.replaceAll(/\s+/g, ' ')))
    }
    expect(seen).toEqual([
      '$5.00 off 100 points before tax',
      '10% off 250 points Regulars’ thanks, before tax',
      '$20.00 off 1,250 points For a year of coming back every single Friday evening, before tax'
    ])
    // Yellow is for whoever pays less now, without points.
    const yellow = await page.$$eval('.reward, .reward *', (all) =>
      all.map((each) => getComputedStyle(each).backgroundColor).filter((colour) => colour !== 'rgba(0, 0, 0, 0)')
    )
    expect(yellow).toEqual([])
  })

  it('is looked at in earnest: a price moved onto its neighbour is found', async () => {
    await openBoard(standardView())
    await page
      .locator('.label-price')
      .first()
      .evaluate((label) => (label.style.left = '-40px'))
    expect((await faultsOf(page)).map((found) => found.fault)).toContain('overlap')
    await page.locator('.age span').evaluate((age) => (age.style.marginLeft = '400px'))
    expect((await faultsOf(page)).map((found) => found.fault)).toContain('outside')
  })

  it('is set in the font that it brings along', async () => {
    await openBoard(standardView())
    const loaded = await page.evaluate(() =>
      [...document.fonts].filter((font) => font.status === 'loaded').map((font) => font.family)
    )
    expect(new Set(loaded)).toEqual(new Set(['Archivo']))
  })

  it('carries what is painted, in its root and in each cell', async () => {
    await openBoard(standardView({ revision: 'r42' }))
    expect(await attributeOf('data-revision')).toBe('r42')
    expect([await attributeOf('data-page'), await attributeOf('data-pages')]).toEqual(['1', '1'])
    expect(await cellText('copper-wren', '7\u00a0g')).toBe('$47.04')
    expect(await cellText('night-ferry', '3.5\u00a0g')).toBe('$39.42')
  })

  it('paints a reduced price yellow and strikes the regular one beside it', async () => {
    await openBoard(standardView())
    const yellow = await page.$$eval('.sale', (cells) => cells.map((cell) => cell.textContent))
    expect(yellow).toEqual(['$47.04', '$39.42', '$71.68', '$34.94', '$98.56'])
    const struck = await page.$$eval('s', (cells) => cells.map((cell) => cell.textContent))
    expect(struck).toEqual(['47.00', '44.00', '72.00', '39.00', '94.00'])
  })

  it('tells new products and such of which few are left, in words', async () => {
    await openBoard(statesView())
    const states = await page.$$eval('.state', (tags) => tags.map((tag) => tag.textContent))
    expect(new Set(states)).toEqual(new Set(['New', 'Last few']))
  })

  it('shows what a group pays in a row under the rail, and labelled on each single', async () => {
    await openBoard(groupView())
    expect(await page.locator('.sub.group').first().innerText()).toContain('Members pay')
    expect(await page.locator('.sub.group .value').first().innerText()).toBe('7.96')
    expect(await page.locator('[data-item="night-ferry"] .note').innerText()).toBe('Members pay\u00a0\n38.42')
  })

  it('on a screen of shelf prices has them large, and what is handed over under them', async () => {
    await openBoard(shelfPriceView())
    expect(await page.locator('.rail .label').first().innerText()).toBe('Before tax')
    expect(await cellText('copper-wren', '7\u00a0g')).toBe('$42.00')
    expect(await page.locator('.sub.you-pay').first().innerText()).toContain('You pay')
    expect(await page.locator('.sub.you-pay .value').nth(2).innerText()).toBe('47.04')
    expect(await page.locator('[data-item="night-ferry"] .note').innerText()).toBe('You pay\u00a0\n39.42')
  })

  it("has the screen's theme, unless the address names one", async () => {
    const view = standardView({ screen: { ...SCREEN, theme: 'contrast' } })
    await openBoard(view)
    expect(await page.locator('main').evaluate((main) => getComputedStyle(main).backgroundColor)).toBe('rgb(0, 0, 0)')
    await page.close()
    await openBoard(view, '?theme=light')
    expect(await attributeOf('data-theme')).toBe('light')
  })

  it('ends with a page of the offers that no footer had room for', async () => {
    await openBoard(offersView(), `?dwell=${LONG_MS}`)
    const pageCount = Number(await attributeOf('data-pages'))
    for (let number = 1; number < pageCount; number += 1) await turnPage()
    expect(await page.locator('h1').innerText()).toContain('Offers running now')
    expect(await page.locator('.body .legend').count()).toBeGreaterThan(0)
  })

  it('says that an empty menu is empty', async () => {
    await openBoard({ head: headOf(), items: [] })
    expect(await page.innerText('.message')).toBe('Nothing here right now')
    expect(await faultsOf(page)).toEqual([])
    await page.screenshot({ path: join(SCREENS, 'empty.png') })
  })

  it('shows a calm spine before the first data, and the board once it comes', async () => {
    host.streamQueries.length = 0
    await openBoard(null)
    await page.waitForSelector('[data-state=connecting]')
    expect(await page.innerText('main')).toBe('Connecting')
    await page.screenshot({ path: join(SCREENS, 'connecting.png') })
    await expect.poll(() => host.streamQueries.length).toBeGreaterThan(0)
    host.push('view', standardView())
    await page.waitForSelector('[data-state=board]')
  })

  it('gives its query to the host', async () => {
    host.streamQueries.length = 0
    await openBoard(standardView(), '?group=12&theme=light')
    expect(host.streamQueries).toEqual(['?group=12&theme=light'])
  })
})

describe('pages', () => {
  it('turn in order and begin again; the page that left is taken away', async () => {
    await openBoard(manyView(60), `?dwell=${LONG_MS}`)
    const pageCount = Number(await attributeOf('data-pages'))
    expect(pageCount).toBeGreaterThan(2)
    for (const number of [...Array.from({ length: pageCount }, (_, index) => index + 1), 1]) {
      expect(await attributeOf('data-page')).toBe(String(number))
      expect(await page.locator('.sheet').count()).toBe(1)
      await turnPage()
    }
  })

  it('turn after the dwell of the screen, half as long again where they are full', async () => {
    await openBoard(manyView(60, { screen: { ...SCREEN, dwellMs: 10_000 } }))
    await page.clock.fastForward(9_900)
    expect(await attributeOf('data-page')).toBe('1')
    await page.clock.fastForward(5_100)
    await page.waitForSelector('[data-state=board][data-page="2"]')
  })

  it('lay the next one out under the one that fades', async () => {
    await openBoard(manyView(60), `?dwell=${LONG_MS}`)
    await page.clock.pauseAt(Date.now() + 10_000)
    await page.clock.fastForward(LONG_MS)
    await page.waitForSelector('.leaving', { state: 'attached' })
    const stacked = await page.$$eval('.sheet', (sheets) =>
      sheets.map((sheet) => [
        sheet.classList.contains('leaving'),
        getComputedStyle(sheet).zIndex,
        sheet.querySelectorAll('[data-item]').length > 0
      ])
    )
    expect(stacked).toEqual([
      [true, '1', true],
      [false, 'auto', true]
    ])
  })

  it('are a cut for who wants less motion', async () => {
    await openBoard(manyView(60), `?dwell=${LONG_MS}`)
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await page.clock.pauseAt(Date.now() + 10_000)
    await page.clock.fastForward(LONG_MS)
    await page.waitForSelector('.leaving', { state: 'attached' })
    expect(await page.$eval('.leaving', (sheet) => getComputedStyle(sheet).display)).toBe('none')
  })

  it('are a cut on a calm screen', async () => {
    await openBoard(manyView(60, { screen: { ...SCREEN, calm: true } }), `?dwell=${LONG_MS}`)
    await page.clock.pauseAt(Date.now() + 10_000)
    await page.clock.fastForward(LONG_MS)
    await page.waitForSelector('.leaving', { state: 'attached' })
    expect(await page.$eval('.leaving', (sheet) => getComputedStyle(sheet).display)).toBe('none')
  })

  it('turn when the host calls for it, as all screens of a board do, and by themselves when it falls silent', async () => {
    await openBoard(manyView(60), `?dwell=${LONG_MS}`)
    expect(await attributeOf('data-page')).toBe('1')
    host.push('beat', '{}')
    await page.waitForSelector('[data-state=board][data-page="2"]')
    await page.clock.pauseAt(Date.now() + 10_000)
    await page.clock.fastForward(LONG_MS + 1000)
    expect(await attributeOf('data-page')).toBe('2')
    await page.clock.fastForward(2 * LONG_MS)
    await page.waitForSelector('[data-state=board][data-page="3"]')
    // Nobody is waited for any more: from now on a page stays as long as it is set to.
    await page.clock.fastForward(LONG_MS + 1000)
    await expect.poll(() => attributeOf('data-page')).not.toBe('3')
  })

  it('tell how long they take all together', async () => {
    await openBoard(manyView(60), '?dwell=10000')
    expect(await attributeOf('data-cycle-seconds')).toBe(String(10 * Number(await attributeOf('data-pages'))))
  })

  it('are reported to the host under the name it gave, when they differ and twice a minute', async () => {
    host.reports.length = 0
    await openBoard(manyView(60), '?dwell=30000')
    host.push('host', { build: 'any', page: 'p-1' })
    await page.clock.fastForward(2000)
    await expect.poll(() => host.reports.length).toBe(1)
    const pages = Number(await attributeOf('data-pages'))
    expect(host.reports[0]).toMatchObject({
      query: '?dwell=30000&page=p-1',
      body: { pages, seconds: 30 * pages, advice: { screensMore: expect.any(Number), orSet: expect.any(Array) } }
    })
    await page.clock.runFor(20_000)
    expect(host.reports.length).toBe(1)
    await page.clock.runFor(15_000)
    await expect.poll(() => host.reports.length).toBe(2)
    host.push('view', { ...manyView(10), head: headOf({ revision: '2' }) })
    await page.waitForSelector('[data-revision="2"]')
    await page.clock.runFor(3000)
    await expect.poll(() => host.reports.length).toBe(3)
    expect(host.reports[2]?.body).toMatchObject({ pages: Number(await attributeOf('data-pages')) })
  })

  it('of one of several are said with every sign of life, every second and a half', async () => {
    host.reports.length = 0
    await openBoard(manyView(60), '?board=front&screen=left')
    await page.clock.runFor(6000)
    await expect.poll(() => host.reports.length).toBeGreaterThan(2)
    expect(new Set(host.reports.map(({ query }) => query))).toEqual(new Set(['?board=front&screen=left']))
    expect(host.reports.at(-1)?.body).toMatchObject({ pages: Number(await attributeOf('data-pages')) })
  })

  it('stay where they are over a patch', async () => {
    const view = manyView(120)
    await openBoard(view, `?dwell=${LONG_MS}`)
    await turnPage()
    await turnPage()
    expect(await attributeOf('data-page')).toBe('3')
    const first = (await page.locator('[data-item]').first().getAttribute('data-item')) ?? ''
    const gone = view.items.slice(0, 25).map((item) => item.productId)
    const order = view.items.slice(25).map((item) => item.productId)
    host.push('patch', { head: { ...view.head, revision: 'r2' }, items: [], removed: gone, order })
    await page.waitForSelector('[data-revision=r2]')
    expect(Number(await attributeOf('data-page'))).toBeLessThan(3)
    expect(await page.locator(`[data-item="${first}"]`).count()).toBe(1)
  })
})

describe('a patch', () => {
  it('is never half drawn', async () => {
    const view = standardView()
    await openBoard(view)
    const changes = { 'night-ferry': '40.01', 'harvest-static': '40.02', 'saltbox-choir': '40.03' }
    await page.evaluate((ids) => {
      const seen = new Set<string>()
      const look = () => {
        const cells = ids.map((id) => document.querySelector(`.label-price[data-product-id="${id}"]`)?.textContent)
        const revision = document.querySelector('[data-state=board]')?.getAttribute('data-revision')
        seen.add([revision, ...cells].join(' '))
      }
      const options = { subtree: true, childList: true, characterData: true, attributes: true }
      new MutationObserver(look).observe(document.body, options)
      look()
      Object.assign(window, { seenBoards: seen })
    }, Object.keys(changes))
    host.push('patch', patchOf(view, { revision: 'r2' }, changes))
    await page.waitForSelector('[data-revision=r2]')
    const seen = await page.evaluate(() => [...(window.seenBoards ?? [])])
    expect(seen).toEqual(['r1 $39.42 $34.94 $42.56', 'r2 $40.01 $40.02 $40.03'])
  })

  it('leaves everything but the changed cells untouched: what is measured once is not measured again', async () => {
    const view = standardView()
    await openBoard(view)
    await page.evaluate(() => {
      const added: string[] = []
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          for (const node of addedNodes) if (node instanceof Element) added.push(node.className)
      }).observe(document.body, { childList: true })
      Object.assign(window, { addedToBody: added })
    })
    const [item] = view.items
    if (item === undefined) throw new Error('an empty view')
    const items = [{ ...item, name: `${item.name} 2` }]
    host.push('patch', { head: { ...view.head, revision: 'r2' }, items, removed: [], order: null })
    await page.waitForSelector('[data-revision=r2]')
    expect(await page.evaluate(() => (window as unknown as { addedToBody: string[] }).addedToBody)).toEqual([])
  })

  it('pulses the cells that changed, once, and those alone', async () => {
    const view = standardView()
    await openBoard(view)
    host.push('patch', patchOf(view, { revision: 'r2' }, { 'night-ferry': '40.01' }))
    await page.waitForSelector('.pulse', { state: 'attached' })
    const pulsing = await page.$$eval('.pulse', (all) =>
      all.map((each) => each.closest('[data-product-id]')?.getAttribute('data-product-id'))
    )
    expect(pulsing).toEqual(['night-ferry'])
    await page.clock.fastForward(2000)
    await page.waitForSelector('.pulse', { state: 'detached' })
  })

  it('or a view that changes nothing draws nothing', async () => {
    const view = standardView()
    await openBoard(view)
    await page.evaluate(() => {
      const touched = { count: 0 }
      const options = { subtree: true, childList: true, characterData: true, attributes: true }
      new MutationObserver((records) => (touched.count += records.length)).observe(document.body, options)
      Object.assign(window, { touchedNodes: touched })
    })
    host.push('view', standardView())
    host.push('patch', { head: view.head, items: view.items.slice(0, 3), removed: [], order: null })
    host.push('clock', { clock: '4:18 pm' })
    host.push('clock', { clock: '4:19 pm' })
    await page.waitForFunction(() => document.querySelector('time')?.textContent === '4:19 pm')
    expect(await page.evaluate(() => window.touchedNodes?.count)).toBe(1)
  })
})

describe('a board', () => {
  it('stays when its host is gone, and goes on when it is back', async () => {
    await openBoard(standardView())
    await host.goAway()
    await page.clock.fastForward(60_000)
    expect(await cellText('copper-wren', '7\u00a0g')).toBe('$47.04')
    expect(await page.locator('[data-item]').count()).toBe(28)
    host.view = standardView({ revision: 'r9' })
    await host.comeBack()
    await page.clock.fastForward(60_000)
    await page.waitForSelector('[data-revision=r9]')
  })

  it('stays when what is pushed is no board, and takes the next one', async () => {
    const view = standardView()
    await openBoard(view)
    host.push('view', '{"head":')
    host.push('view', '{"items":[]}')
    host.push('patch', '[]')
    host.push('patch', patchOf(view, { revision: 'r2' }, { 'night-ferry': '40.01' }))
    await page.waitForSelector('[data-revision=r2]')
    expect(await cellText('night-ferry', '3.5\u00a0g')).toBe('$40.01')
  })

  it('stays, the last good one, when a new one cannot be drawn; and takes the next that can', async () => {
    const view = standardView()
    await openBoard(view)
    const broken: ViewHead = JSON.parse(JSON.stringify({ ...view.head, revision: 'r2', railLabel: null }))
    host.push('patch', { head: broken, items: [], removed: [], order: null })
    await expect.poll(() => complaints.some((text) => text.includes('last good one stays'))).toBe(true)
    expect(await attributeOf('data-revision')).toBe('r1')
    expect(await page.locator('[data-item]').count()).toBe(28)
    host.push('patch', { head: { ...view.head, revision: 'r3' }, items: [], removed: [], order: null })
    await page.waitForSelector('[data-revision=r3]')
  })

  it('leaves out an item that cannot be drawn, says so in the log, and shows the others', async () => {
    const view = standardView()
    const nameless = JSON.parse(JSON.stringify({ ...itemOf({ productId: 'x', name: 'X' }), name: null }))
    await openBoard({ head: view.head, items: [...view.items, nameless] })
    expect(await page.locator('[data-item]').count()).toBe(28)
    expect(complaints.some((text) => text.includes('item left out'))).toBe(true)
  })

  it('shows old prices as an alert, in words', async () => {
    await openBoard(standardView({ stale: true, ageLine: 'Prices from 2:10 pm, please ask' }))
    expect(await page.innerText('[role=alert]')).toBe('Prices from 2:10 pm, please ask')
    await page.screenshot({ path: join(SCREENS, 'stale.png') })
    expect(await faultsOf(page)).toEqual([])
  })

  it("wears the store's colour, and carries what its market requires on every page", async () => {
    const notice = 'For adults of 19 and over. Keep cannabis away from children and pets, and do not drive after use.'
    await openBoard(standardView({ notice, storeColour: { ground: '#7a1f3d', ink: '#f2f6ee' } }))
    expect((await page.innerText('footer')).replaceAll('\n', ' ')).toContain(notice)
    expect(await page.locator('.spine').evaluate((spine) => getComputedStyle(spine).backgroundColor)).toBe(
      'rgb(122, 31, 61)'
    )
    await page.screenshot({ path: join(SCREENS, 'store-colour.png') })
    expect(await faultsOf(page)).toEqual([])
  })

  it('in a desktop window comes over the bridge of its preload', async () => {
    host.view = null
    page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    const view: BoardView = {
      head: headOf(),
      items: [itemOf({ productId: 'a', name: 'Bridge Jar', rungs: [rung('7 g', { pay: '12.00' })] })]
    }
    await page.addInitScript((given) => {
      Object.assign(window, {
        topshelf: {
          setupState: () => Promise.resolve({ phase: 'ready', source: 'demo', locationId: 7 }),
          boardReady: () => Promise.resolve(given),
          onSetupChanged: () => () => undefined,
          onBoardView: () => () => undefined,
          onBoardPatch: () => () => undefined,
          onClock: () => () => undefined,
          onAlive: () => () => undefined,
          onBeat: () => () => undefined,
          onOrder: () => () => undefined,
          onProblem: () => () => undefined
        }
      })
    }, view)
    await page.goto(`${host.origin}/setup`)
    await page.waitForSelector('[data-state=board]')
    expect(await cellText('a', '7\u00a0g')).toBe('$12.00')
  })

  it('in a desktop window keeps a board that was pushed while an older one was on its way as the answer', async () => {
    page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    const viewWith = (pay: string): BoardView => ({
      head: headOf(),
      items: [itemOf({ productId: 'a', name: 'Bridge Jar', rungs: [rung('7 g', { pay })] })]
    })
    await page.addInitScript(
      ([older, newer]) => {
        const nothing = () => () => undefined
        let push: (view: unknown) => void = () => undefined
        Object.assign(window, {
          topshelf: {
            setupState: () => Promise.resolve({ phase: 'ready', source: 'demo', locationId: 7 }),
            boardReady: async () => {
              push(newer)
              return older
            },
            onSetupChanged: nothing,
            onBoardView: (listener: (view: unknown) => void) => {
              push = listener
              return () => undefined
            },
            onBoardPatch: nothing,
            onClock: nothing,
            onAlive: nothing,
            onBeat: nothing,
            onOrder: nothing,
            onProblem: nothing
          }
        })
      },
      [viewWith('12.00'), viewWith('13.00')]
    )
    await page.goto(`${host.origin}/setup`)
    await page.waitForSelector('[data-state=board]')
    expect(await cellText('a', '7\u00a0g')).toBe('$13.00')
  })

  it('in a desktop window says why there is none yet, and loads the page anew where the screen failed as a whole', async () => {
    page = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await page.clock.install()
    await page.addInitScript(() => {
      const loads = Number(sessionStorage.getItem('loads') ?? '0') + 1
      sessionStorage.setItem('loads', String(loads))
      const nothing = () => () => undefined
      Object.assign(window, {
        topshelf: {
          setupState: () => Promise.resolve({ phase: 'ready', source: 'demo', locationId: 7 }),
          boardReady: () => Promise.resolve(null),
          onSetupChanged: nothing,
          onBoardView: () => {
            if (loads === 1) throw new Error('the screen fails')
            return nothing()
          },
          onBoardPatch: nothing,
          onClock: nothing,
          onAlive: nothing,
          onBeat: nothing,
          onOrder: nothing,
          onProblem: (listener: (problem: string) => void) => {
            listener('There is no location 7')
            return () => undefined
          }
        }
      })
    })
    await page.goto(`${host.origin}/setup`)
    await page.waitForSelector('[data-state=connecting]')
    expect(await page.locator('.reason').count()).toBe(0)
    await page.clock.runFor(5000)
    await page.waitForSelector('.reason')
    expect(await page.innerText('main')).toMatch(/^Connecting\s+There is no location 7$/)
    // Read from across the shop: as large as a name.
    const sizePx = await page
      .locator('.reason')
      .evaluate((reason) => Number.parseFloat(getComputedStyle(reason).fontSize))
    expect(sizePx).toBeGreaterThan(30)
    await page.screenshot({ path: join(SCREENS, 'connecting-reason.png') })
  })
})
