import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VIEW_NAMES } from '../../../src/renderer/manager/route.ts'
import { builtRenderer } from '../renderer-build.ts'
import { launchChromium } from '../chromium.ts'
import {
  chooseByKey,
  chooseScreenByKey,
  openManagerPage,
  pressByKey,
  startManagerHost,
  tabTo,
  type ManagerHost
} from './manager-host.ts'

const REGINA = 110_501
/** More would be a page that nobody finds the end of. */
const MOST_TABS = 100
const VIEWPORT = { width: 1280, height: 800 }

interface Walk {
  readonly stops: number
  readonly missed: readonly string[]
  /** Stops that are no part of the open dialog. */
  readonly outside: readonly string[]
}

let browser: Browser
let host: ManagerHost

beforeAll(async () => {
  host = await startManagerHost(await builtRenderer(), { kind: 'demo' }, { locationId: REGINA })
  browser = await launchChromium()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await host?.close()
})

/** From the first to the last of the things that are one stop together. */
async function walkWithArrows(page: Page): Promise<void> {
  // How many there are at most is enough: at the last one the key does nothing.
  const most = await page.evaluate(() =>
    document.activeElement?.hasAttribute('data-rover') ? document.querySelectorAll('[data-rover]').length : 0
  )
  if (most === 0) return
  await page.keyboard.press('Home')
  for (let step = 0; step < most; step += 1) {
    await page.keyboard.press('ArrowRight')
    if (step % 20 === 0 && (await isAtTheLast(page))) return
  }
}

/** Whether the next arrow goes nowhere. */
function isAtTheLast(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const here = document.activeElement
    here?.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowRight', bubbles: true }))
    return here === document.activeElement
  })
}

/**
 * Walks with Tab from where the focus is until it comes round, and answers what can be pressed or typed into and was not
 * reached. Of tabs, choices and lists, which the arrow keys choose from, each counts with the one that has the focus.
 */
async function walked(page: Page): Promise<Walk> {
  await page.evaluate(() => {
    const reached = new Set<Element>()
    Object.assign(window, { reached, stopped: new Set<Element>(), outside: new Set<Element>() })
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element) reached.add(target)
    })
  })
  let stops = 0
  for (; stops < MOST_TABS; stops += 1) {
    await page.keyboard.press('Tab')
    if (await page.evaluate(comesRound)) break
    await walkWithArrows(page)
  }
  const found = await page.evaluate(() => {
    const { reached, outside } = window as unknown as {
      readonly reached: ReadonlySet<Element>
      readonly outside: ReadonlySet<Element>
    }
    const groups = '[role=tablist], [role=radiogroup], [role=listbox]'
    const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, [role=slider], summary')]
    const isThere = (control: Element): boolean =>
      !control.matches(':disabled, [aria-hidden=true] *, [inert] *, [data-react-aria-prevent-focus] *') &&
      control.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      control.getClientRects().length > 0 &&
      // A dialog ends in a button that is nowhere to be seen, for screen readers that are swiped; it has Escape for keys.
      !(control.getAttribute('tabindex') === '-1' && (control.parentElement?.clientWidth ?? 0) <= 1)
    const isReached = (control: Element): boolean => {
      if (reached.has(control)) return true
      const group = control.closest(groups)
      return group !== null && [...reached].some((other) => group.contains(other))
    }
    const named = (control: Element): string =>
      `${control.tagName} ${control.getAttribute('aria-label') ?? control.textContent}`
    return {
      missed: controls.filter((control) => isThere(control) && !isReached(control)).map(named),
      outside: [...outside].map(named)
    }
  })
  return { stops, ...found }
}

/** Whether the focus has been here before; the page itself, between the last thing and the first, is no stop. */
function comesRound(): boolean {
  const { stopped, outside } = window as unknown as {
    readonly stopped: Set<Element>
    readonly outside: Set<Element>
  }
  const here = document.activeElement
  if (here === null || here === document.body) return false
  if (stopped.has(here)) return true
  stopped.add(here)
  const dialog = document.querySelector('[role=dialog]')
  if (dialog !== null && !dialog.contains(here)) outside.add(here)
  return false
}

/** Everything is reached, and the walk has an end. */
async function expectAllReached(page: Page, atLeast: number): Promise<void> {
  const { stops, missed, outside } = await walked(page)
  expect(missed).toEqual([])
  expect(outside).toEqual([])
  expect(stops).toBeGreaterThan(atLeast)
  expect(stops).toBeLessThan(MOST_TABS)
}

describe('every control', () => {
  it.each(VIEW_NAMES)(
    'of the view %s is reached by Tab, or by the arrows from one that is',
    async (view) => {
      const page = await openManagerPage(browser, host, view, VIEWPORT)
      await page.waitForLoadState('networkidle').catch(() => undefined)
      await expectAllReached(page, 5)
      await page.close()
    },
    90_000
  )

  it('of a screen that is chosen is', async () => {
    const television = await browser.newPage({ viewport: VIEWPORT })
    await television.goto(`${host.url}/boards/${REGINA}?screen=till`)
    await television.waitForSelector('main.board[data-revision]')
    const page = await openManagerPage(browser, host, 'screens', VIEWPORT)
    await page.getByRole('option', { name: /till/ }).waitFor()
    await chooseScreenByKey(page, /till/)
    await page.waitForSelector('.screen-form .screen-fields')
    await expectAllReached(page, 20)
    await page.close()
    await television.close()
  }, 90_000)

  it('of each tab of Health is', async () => {
    const page = await openManagerPage(browser, host, 'health', VIEWPORT)
    await page.waitForSelector('.health-tabs')
    for (const name of [/^Problems/, /^History/, /^Set aside/, /^This machine/]) {
      await tabTo(page.locator('.health-tabs [role=tab][aria-selected=true]'))
      await page.keyboard.press('ArrowRight')
      await page.getByRole('tab', { name, selected: true }).waitFor()
      await page.waitForLoadState('networkidle').catch(() => undefined)
      await expectAllReached(page, 5)
    }
    await page.close()
  }, 90_000)

  it('of the settings with a backup looked at is', async () => {
    const saved = await host.call('backup:export')
    if (!saved.ok) throw new Error(saved.message)
    const read = await host.call('settings:read')
    if (!read.ok) throw new Error(read.message)
    await host.call('settings:save', read.answer.revision, { staleAfterMinutes: 44 })
    await expect.poll(async () => (await host.call('settings:choices')).ok, { timeout: 20_000 }).toBe(true)
    const page = await openManagerPage(browser, host, 'settings', VIEWPORT)
    const choose = page.getByRole('button', { name: 'Choose a backup to import' })
    await choose.waitFor()
    await chooseByKey(choose, {
      name: 'backup.json',
      mimeType: 'application/json',
      buffer: Buffer.from(saved.answer.text)
    })
    await page.getByRole('button', { name: 'Import it now' }).waitFor()
    await expectAllReached(page, 20)
    await page.close()
  }, 90_000)

  it('of a report whose columns are asked for is', async () => {
    const page = await openManagerPage(browser, host, 'register-check', VIEWPORT)
    await page.waitForSelector('.receipt-line input')
    await tabTo(page.getByRole('tab', { name: 'Type a receipt' }))
    await page.keyboard.press('ArrowRight')
    await chooseByKey(page.getByRole('button', { name: 'Choose a file' }), {
      name: 'r.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from('Sold,SKU,How many,Total\n2026-11-20 10:00,A,1,2\n')
    })
    await page.waitForSelector('.mapping')
    await expectAllReached(page, 8)
    await page.close()
  }, 90_000)
})

describe('a dialog', () => {
  it.each([
    ['Pair a browser', 4],
    ['Opening hours', 15]
  ])(
    '%s: keeps the focus, and gives it back when Escape closes it',
    async (name, atLeast) => {
      const page = await openManagerPage(browser, host, 'screens', VIEWPORT)
      const opener = page.getByRole('button', { name })
      await opener.waitFor()
      await pressByKey(opener)
      await page.waitForSelector('.modal input')
      await expectAllReached(page, atLeast)
      await page.keyboard.press('Escape')
      await page.waitForSelector('.modal', { state: 'detached' })
      await expect.poll(() => opener.evaluate((button) => button === document.activeElement)).toBe(true)
      await page.close()
    },
    90_000
  )
})
