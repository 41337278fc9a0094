import type { Browser, Page, Route } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { KioskBasket, KioskLine, KioskSheet, KioskStep } from '../../../src/shared/kiosk.ts'
import { type FakeHost, startFakeHost } from '../built-page.ts'
import { launchChromium } from '../chromium.ts'
import { money } from '../fixture-view.ts'
import { builtRenderer } from '../renderer-build.ts'
import { keepKioskScreen, LYING, TABLET, UPRIGHT } from './kiosk-host.ts'
import { cutTextsOn, unreachableOn } from './kiosk-reach.ts'
import { kioskView } from './kiosk-view-fixture.ts'

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

const view = kioskView()
const item = view.items[0]!
const UNIT_PRICE = 32

const step = (quantity: number): KioskStep => ({
  quantity: String(quantity),
  figure: String(quantity),
  unit: '',
  spoken: String(quantity),
  rung: 0,
  sums: [{ label: `${quantity} each`, amount: `${quantity * UNIT_PRICE}.00` }],
  total: money(`${quantity * UNIT_PRICE}.00`),
  nudge: null,
  missing: []
})

const sheet: KioskSheet = {
  productId: item.productId,
  kind: 'Vape',
  thc: null,
  cbd: null,
  scaleEnd: '35%',
  offers: [],
  steps: [1, 2, 3, 4, 5].map(step),
  ticks: [],
  firstStep: 0,
  stockNote: null
}

interface Extras {
  readonly near: number
  readonly rewards: number
}

const TWO_OF_A_NAME = { label: 'Staff pick, two for one, every Friday', amount: '\u22122.00' }

function basketOf(lines: readonly KioskLine[], { near, rewards }: Extras, name = item.name): KioskBasket {
  const quantity = lines.reduce((sum, line) => sum + Number(line.quantity), 0)
  const said = (many: number) => ({ quantity: String(many), said: String(many) })
  const total = `${quantity * UNIT_PRICE + 3}.52`
  return {
    lines: [
      {
        productId: item.productId,
        ...said(quantity),
        name,
        about: `${quantity} at 32.00 each`,
        amount: `${quantity * UNIT_PRICE}.00`,
        offers: [1, 2, 3].map(() => `${TWO_OF_A_NAME.label} ${TWO_OF_A_NAME.amount}`),
        note: null,
        less: quantity > 1 ? said(quantity - 1) : null,
        more: said(quantity + 1)
      }
    ],
    sums: [
      { label: 'Before tax', amount: `${quantity * UNIT_PRICE}.00` },
      TWO_OF_A_NAME,
      TWO_OF_A_NAME,
      { label: '5% GST', amount: '1.60' },
      { label: '6% PST', amount: '1.92' }
    ],
    applied: [],
    near: Array.from({ length: near }, (_, at) => ({
      promotionId: `p${at}`,
      words: `Offer number ${at + 1} with a rather long name: 1 more from Vape cartridges by Brackenjar`,
      fix: { line: { productId: item.productId, ...said(quantity + 1) }, label: `Make it ${quantity + 1}` }
    })),
    rewards: Array.from({ length: rewards }, (_, at) => ({
      rewardId: `r${at}`,
      label: `Gold ${at + 1}, $${at + 1}.00 off, ${at + 1}00 points`,
      isChosen: false
    })),
    rewardNote: null,
    total: money(total),
    about: `about $${total}`,
    notes: ['Cash is rounded to five cents at the counter.']
  }
}

/** A kiosk with one product in its basket; answers to `basket` can be held back. */
async function openBasket(
  size: typeof UPRIGHT,
  extras: Extras,
  name?: string
): Promise<{ isHeld: boolean; readonly held: Route[]; readonly handedOver: unknown[] }> {
  host.view = view
  const given = { isHeld: false, held: [] as Route[], handedOver: [] as unknown[] }
  const context = await browser.newContext({ viewport: size, hasTouch: true })
  page = await context.newPage()
  await page.route('**/api/kiosk/**', async (route) => {
    const url = route.request().url()
    if (url.includes('/sheet')) return route.fulfill({ json: sheet })
    if (url.includes('/hand-over')) {
      given.handedOver.push(route.request().postDataJSON())
      return route.fulfill({ json: { code: 'K7M 4QX', rows: null, text: null } })
    }
    if (given.isHeld) return void given.held.push(route)
    return answer(route, extras, name)
  })
  await page.goto(`${host.origin}/boards/7`)
  await page.waitForSelector('main.kiosk[data-page=start]')
  await page.locator('.begin').tap()
  await page.locator('.class-tile').first().tap()
  await page.locator(`.product-row[data-product-id="${item.productId}"]`).tap()
  await page.waitForSelector('.page.product[data-pending=false]')
  await page.locator('.dock .go').tap()
  await page.waitForSelector('.dock small')
  await page.locator('.dock > button').last().tap()
  await page.waitForSelector('.basket[data-pending=false] .basket-line')
  return given
}

async function answer(route: Route, extras: Extras, name?: string): Promise<void> {
  const { lines } = route.request().postDataJSON() as { lines: readonly KioskLine[] }
  await route.fulfill({ json: basketOf(lines, extras, name) })
}

async function isWhollySeen(selector: string): Promise<boolean> {
  return page.locator(selector).evaluate((element) => {
    const { left, right, top, bottom } = element.getBoundingClientRect()
    const dock = document.querySelector('.dock')!.getBoundingClientRect()
    const corners = [
      [left + 2, top + 2],
      [right - 2, bottom - 2]
    ] as const
    return bottom <= dock.top + 1 && corners.every(([x, y]) => element.contains(document.elementFromPoint(x, y)))
  })
}

describe.each([
  ['upright', UPRIGHT],
  ['lying', LYING],
  ['tablet', TABLET]
])('the basket, %s', (sizeName, size) => {
  it.each([
    [0, 0],
    [2, 3],
    [8, 5]
  ])(
    'has its total in sight with %i offers that nearly apply and %i rewards',
    async (near, rewards) => {
      await openBasket(size, { near, rewards })
      await keepKioskScreen(page, `basket-${sizeName}-${near}-${rewards}`)
      expect(await isWhollySeen('.total')).toBe(true)
      expect(await isWhollySeen('.total-amount')).toBe(true)
      expect(await page.locator('.basket-line').first().isVisible()).toBe(true)
      expect(await cutTextsOn(page)).toEqual([])
      if (size !== TABLET) expect(await unreachableOn(page)).toEqual([])
      if (rewards === 0) return
      await page.locator('.extras-button').tap()
      await keepKioskScreen(page, `basket-${sizeName}-${near}-${rewards}-extras`)
      expect(await isWhollySeen('.total')).toBe(true)
      expect(await page.locator('.basket-extras .nudge').count()).toBe(near)
      await page.locator('.basket-extras .filter-option').last().scrollIntoViewIfNeeded()
      await page.locator('.basket-extras .filter-option').last().tap()
      await expect.poll(() => page.locator('.filter-option[aria-pressed=true]').count()).toBe(1)
      expect(await isWhollySeen('.total')).toBe(true)
    },
    60_000
  )

  it('has room for a name of two lines with three offers under it', async () => {
    await openBasket(size, { near: 0, rewards: 0 }, 'Copper Wren Solventless Live Rosin Cartridge, Grandmother Willow')
    await keepKioskScreen(page, `basket-${sizeName}-long`)
    expect(await cutTextsOn(page)).toEqual([])
    const [text, buttons] = await Promise.all([
      page.locator('.basket-about').boundingBox(),
      page.locator('.basket-buttons').boundingBox()
    ])
    expect(text!.y + text!.height).toBeLessThanOrEqual(buttons!.y)
  }, 60_000)
})

describe('a host that takes its time', () => {
  it('shows what was asked for at once, and no amount of the basket before it', async () => {
    const given = await openBasket(UPRIGHT, { near: 1, rewards: 0 })
    expect(await page.locator('.total-amount').textContent()).toBe('$35.52')
    given.isHeld = true
    await page.locator('.basket-line .plus').tap()
    await expect.poll(() => given.held.length).toBe(1)
    expect(await page.locator('.basket-about').textContent()).toBe('2')
    expect(await page.locator('.basket-amount').textContent()).toBe('…')
    expect(await page.locator('.total-amount').textContent()).toBe('…')
    expect(await page.locator('.sum-lines').isVisible()).toBe(false)
    expect(await page.locator('.nudge').isVisible()).toBe(false)
    await keepKioskScreen(page, 'basket-waiting')
    // What is handed over is what stands there.
    await page.getByRole('button', { name: 'Hand over' }).tap()
    await page.waitForSelector('.code')
    expect(given.handedOver).toEqual([{ lines: [{ productId: item.productId, quantity: '2' }] }])
    await page.locator('.dock > button').first().tap()
    expect(await page.locator('.total-amount').textContent()).toBe('…')
    await answer(given.held[0]!, { near: 1, rewards: 0 })
    await expect.poll(() => page.locator('.total-amount').textContent()).toBe('$67.52')
  }, 60_000)

  it('has no amount in its dock either', async () => {
    const given = await openBasket(UPRIGHT, { near: 0, rewards: 0 })
    given.isHeld = true
    await page.locator('.basket-line .plus').tap()
    await page.locator('.dock > button').first().tap()
    expect(await page.locator('.dock small').count()).toBe(0)
  }, 60_000)

  it('adds to what is there in words until it is added up', async () => {
    const given = await openBasket(UPRIGHT, { near: 0, rewards: 0 })
    given.isHeld = true
    await page.locator('.basket-text').tap()
    await page.waitForSelector('.page.product[data-pending=false]')
    await page.locator('.step.plus').tap()
    await page.locator('.dock .go').tap()
    await page.locator('.dock > button').last().tap()
    expect(await page.locator('.basket-about').textContent()).toBe('1 + 2')
    await answer(given.held[0]!, { near: 0, rewards: 0 })
    await expect.poll(() => page.locator('.basket-amount').textContent()).toBe('96.00')
  }, 60_000)
})

describe('two promotions of one name and one amount', () => {
  it('are two lines of the sums', async () => {
    await openBasket(UPRIGHT, { near: 0, rewards: 0 })
    await page.locator('.basket-line .plus').tap()
    await expect.poll(() => page.locator('.total-amount').textContent()).toBe('$67.52')
    expect(await page.locator('.sum-lines dt', { hasText: TWO_OF_A_NAME.label }).count()).toBe(2)
  }, 60_000)
})
