import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { VIEW_NAMES } from '../../../src/renderer/manager/route.ts'
import { builtRenderer } from '../renderer-build.ts'
import { launchChromium } from '../chromium.ts'
import { openManagerPage, startManagerHost, type ManagerHost } from './manager-host.ts'

const REGINA = 110_501
/** More would be a page that nobody finds the end of. */
const MOST_TABS = 80

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
 * Walks through the page with Tab until the focus comes round, and answers what can be pressed or typed into and was not
 * reached. Of tabs, choices and lists, which the arrow keys choose from, each counts with the one that has the focus.
 */
async function notReached(page: Page): Promise<{ readonly stops: number; readonly missed: readonly string[] }> {
  await page.evaluate(() => {
    const reached = new Set<Element>()
    Object.assign(window, { reached })
    document.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element) reached.add(target)
    })
  })
  let stops = 0
  for (; stops < MOST_TABS; stops += 1) {
    await page.keyboard.press('Tab')
    if (stops > 0 && (await page.evaluate(() => document.activeElement === document.body))) break
    await walkWithArrows(page)
  }
  const missed = await page.evaluate(() => {
    const { reached } = window as unknown as { reached: ReadonlySet<Element> }
    const groups = '[role=tablist], [role=radiogroup], [role=listbox]'
    const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, [role=slider], summary')]
    const isThere = (control: Element): boolean =>
      !control.matches(':disabled, [aria-hidden=true] *, [inert] *, [data-react-aria-prevent-focus] *') &&
      control.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      control.getClientRects().length > 0
    const isReached = (control: Element): boolean => {
      if (reached.has(control)) return true
      const group = control.closest(groups)
      return group !== null && [...reached].some((other) => group.contains(other))
    }
    return controls
      .filter((control) => isThere(control) && !isReached(control))
      .map((control) => `${control.tagName} ${control.getAttribute('aria-label') ?? control.textContent}`)
  })
  return { stops, missed }
}

describe('every control', () => {
  it.each(VIEW_NAMES)(
    'of the view %s is reached by Tab, or by the arrows from one that is',
    async (view) => {
      const page = await openManagerPage(browser, host, view, { width: 1280, height: 800 })
      await page.waitForLoadState('networkidle').catch(() => undefined)
      const { stops, missed } = await notReached(page)
      expect(missed).toEqual([])
      expect(stops).toBeGreaterThan(5)
      expect(stops).toBeLessThan(MOST_TABS)
      await page.close()
    },
    90_000
  )
})
