import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { BoardView, ViewItem } from '../../../src/shared/board-view.ts'
import type { KioskSheet, KioskStep } from '../../../src/shared/kiosk.ts'
import { type FakeHost, startFakeHost } from '../built-page.ts'
import { launchChromium } from '../chromium.ts'
import { hardView, money, standardView } from '../fixture-view.ts'
import { builtRenderer } from '../renderer-build.ts'
import { keepKioskScreen, UPRIGHT } from './kiosk-host.ts'
import { unreachableOn } from './kiosk-reach.ts'

let browser: Browser
let host: FakeHost
let page: Page

beforeAll(async () => {
  host = await startFakeHost(await builtRenderer())
  browser = await launchChromium()
}, 120_000)
afterAll(async () => {
  await browser.close()
  await host.close()
})
afterEach(() => page.context().close())

function kioskView(change: Partial<BoardView['head']> = {}): BoardView {
  const { head, items } = standardView(change)
  return {
    head: {
      ...head,
      screen: { ...head.screen, mode: 'kiosk' },
      kiosk: {
        idleSeconds: 600,
        ageGate: null,
        potencyBands: [],
        priceBands: [],
        tellsPromotions: true,
        ...change.kiosk
      }
    },
    items: items.map((item) => ({
      ...item,
      kiosk: { potency: null, price: null, words: item.name.toLowerCase().split(/\W+/) }
    }))
  }
}

function sheetOf(productId: string, total: string): KioskSheet {
  const step: KioskStep = {
    quantity: '1',
    figure: '1',
    unit: 'g',
    spoken: '1 g',
    rung: 0,
    sums: [{ label: '1 g', amount: total }],
    total: money(total),
    nudge: null,
    missing: []
  }
  return {
    productId,
    kind: 'Flower',
    thc: null,
    cbd: null,
    scaleEnd: '35%',
    steps: [step],
    ticks: [{ step: 0, rung: 0, label: '1 g' }],
    firstStep: 0,
    stockNote: null
  }
}

/** Opens the product's page over a host that gives the amounts as told; answers can be held back. */
async function openProduct(
  view: BoardView,
  item: ViewItem
): Promise<{ total: string; hold: (() => void) | null; held: Route[] }> {
  host.view = view
  const given: { total: string; hold: (() => void) | null; held: Route[] } = { total: '10.00', hold: null, held: [] }
  const context = await browser.newContext({ viewport: UPRIGHT, hasTouch: true })
  page = await context.newPage()
  await page.route('**/api/kiosk/**', async (route) => {
    if (given.hold !== null) return void given.held.push(route)
    await route.fulfill({ json: sheetOf(item.productId, given.total) })
  })
  await page.goto(`${host.origin}/boards/7`)
  await page.waitForSelector('main.kiosk[data-page=start]')
  await page.locator('.begin').tap()
  await page.locator('.class-tile').first().tap()
  await page.locator(`.product-row[data-product-id="${item.productId}"]`).tap()
  await page.waitForSelector('.page.product[data-pending=false]')
  return given
}

function patched(
  view: BoardView,
  items: readonly ViewItem[],
  removed: readonly string[] = [],
  head: Partial<BoardView['head']> = {}
) {
  host.push('patch', {
    head: { ...view.head, ...head, revision: `${Math.random()}` },
    items,
    removed,
    order: null
  })
}

const withPay = (item: ViewItem, digits: string): ViewItem => ({
  ...item,
  rungs: item.rungs.map((rung) => ({ ...rung, youPay: money(digits) }))
})

describe('a product that somebody looks at', () => {
  const view = kioskView()
  const item = view.items[0]!

  it('changes its price: the old amount is gone at once, and the page says so', async () => {
    const given = await openProduct(view, item)
    expect(await page.locator('.total-amount').textContent()).toBe('$10.00')
    given.hold = () => undefined
    patched(view, [withPay(item, '99.00')])
    await page.waitForFunction(() => document.querySelector('.rung-pay')?.textContent === '$99.00')
    expect(await page.locator('.total-amount').count()).toBe(0)
    expect(await page.locator('.product-notice').textContent()).toBe('The price has just changed.')
    await expect.poll(() => given.held.length).toBe(1)
    await given.held[0]!.fulfill({ json: sheetOf(item.productId, '99.00') })
    await expect.poll(() => page.locator('.total-amount').textContent()).toBe('$99.00')
    await keepKioskScreen(page, 'price-changed')
  }, 60_000)

  it('sells out: nothing can be added, and its page says so', async () => {
    await openProduct(view, item)
    patched(view, [{ ...item, soldOut: true }])
    await expect.poll(() => page.locator('.product-notice').textContent()).toBe('Sold out')
    expect(await page.locator('.total-amount').count()).toBe(0)
    expect(await page.locator('.dock .go').getAttribute('aria-disabled')).toBe('true')
    await page.locator('.dock .go').tap({ force: true })
    expect(await page.getByRole('button', { name: 'Basket, 0' }).count()).toBe(1)
    await keepKioskScreen(page, 'sold-out')
  }, 60_000)

  it('leaves the menu: its name stays, its amounts do not', async () => {
    await openProduct(view, item)
    patched(view, [], [item.productId])
    await expect.poll(() => page.locator('.product-notice').textContent()).toBe('This is not on the menu any more.')
    expect(await page.locator('h1').textContent()).toBe(item.name)
    expect(await page.locator('main.kiosk').textContent()).not.toMatch(/\$\d/)
    await keepKioskScreen(page, 'gone')
  }, 60_000)

  it('is asked for again where the host does not answer, without an amount meanwhile', async () => {
    const given = await openProduct(view, item)
    given.hold = () => undefined
    patched(view, [withPay(item, '12.00')])
    await expect.poll(() => given.held.length).toBe(1)
    await given.held[0]!.abort()
    await expect
      .poll(() => page.locator('.wait-line').textContent())
      .toBe('It cannot be added up just now. Please ask.')
    given.hold = null
    given.total = '12.00'
    await expect.poll(() => page.locator('.total-amount').textContent(), { timeout: 10_000 }).toBe('$12.00')
  }, 60_000)
})

describe('what a kiosk has in common with a board', () => {
  it('says that prices are old on each page', async () => {
    const view = kioskView()
    const item = view.items[0]!
    await openProduct(view, item)
    patched(view, [], [], { stale: true, ageLine: 'Prices from 2:10 pm, please ask' })
    await page.waitForSelector('.alert')
    expect(await page.locator('.alert').textContent()).toBe('Prices from 2:10 pm, please ask')
    await page.locator('.dock > button').first().tap()
    expect(await page.locator('.page.list .alert').count()).toBe(1)
    await keepKioskScreen(page, 'stale')
  }, 60_000)

  it('shows no amounts while they are held, and what to do instead', async () => {
    const view = kioskView({ heldLine: 'Ask for today’s price' })
    const held = view.items.map((item) => ({
      ...item,
      rungs: item.rungs.map((rung) => ({ ...rung, youPay: null, shelfPrice: null, unitPrice: null, regular: null }))
    }))
    await openProduct({ ...view, items: held }, held[0]!)
    expect(await page.locator('main.kiosk').textContent()).not.toMatch(/\$\d/)
    expect(await page.locator('.rung-held').first().textContent()).toBe('Ask for today’s price')
    await keepKioskScreen(page, 'held')
  }, 60_000)

  it('asks for an age first where the market does, and shows its notice on every page', async () => {
    host.view = kioskView({
      notice: 'For adults only. Keep out of reach of children.',
      kiosk: {
        idleSeconds: 60,
        ageGate: {
          question: 'Are you 19 or older?',
          yes: 'Yes, 19 or older',
          no: 'No',
          refusal: 'This menu is for adults.'
        },
        potencyBands: [],
        priceBands: [],
        tellsPromotions: false
      }
    })
    const context = await browser.newContext({ viewport: UPRIGHT, hasTouch: true })
    page = await context.newPage()
    await page.goto(`${host.origin}/boards/7`)
    await page.getByText('Are you 19 or older?').waitFor()
    await keepKioskScreen(page, 'age-gate')
    await page.getByRole('button', { name: 'No', exact: true }).tap()
    expect(await page.getByText('This menu is for adults.').count()).toBe(1)
    expect(await page.locator('.page.menu').count()).toBe(0)
    await page.getByRole('button', { name: 'Start over' }).tap()
    await page.getByRole('button', { name: 'Yes, 19 or older' }).tap()
    await page.waitForSelector('.page.menu')
    expect(await page.locator('.notices').textContent()).toContain('For adults only.')
    expect(await page.getByText('On promotion').count()).toBe(0)
  }, 60_000)

  it('has room for names that are hard to set, and for five rungs', async () => {
    const hard = hardView()
    const items = hard.items.map((item) => ({ ...item, kiosk: { potency: null, price: null, words: [] } }))
    const view: BoardView = { head: kioskView().head, items }
    const longest = items.toSorted((a, b) => b.name.length - a.name.length)[0]!
    await openProduct(view, longest)
    await keepKioskScreen(page, 'hard-product')
    expect(await unreachableOn(page)).toEqual([])
    const box = await page.locator('h1').boundingBox()
    expect(box!.y + box!.height).toBeLessThan(620)
    await page.locator('.dock > button').first().tap()
    await page.waitForSelector('.page.list')
    await keepKioskScreen(page, 'hard-list')
    expect(await unreachableOn(page)).toEqual([])
  }, 60_000)

  it('turns back into a board where the screen is set so, and into a kiosk again', async () => {
    const view = kioskView()
    const item = view.items[0]!
    await openProduct(view, item)
    host.push('view', standardView())
    await page.waitForSelector('main[data-state=board]')
    host.push('view', view)
    await page.waitForSelector('main.kiosk[data-page=start]')
  }, 60_000)
})
