import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_SCREEN } from '../../../src/domain/screen/default-screen.ts'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import type { Settings } from '../../../src/main/settings/settings.types.ts'
import { builtRenderer } from '../renderer-build.ts'
import { launchChromium } from '../chromium.ts'
import {
  axeFindingsOn,
  keepManagerScreen,
  openManagerPage,
  PIN,
  startManagerHost,
  type ManagerHost
} from './manager-host.ts'

/** Tuesday 24 November 2026, 10:00 am in Regina: the register's clock, which the engine goes by. */
const NOW = Date.parse('2026-11-24T10:00:00-06:00')
const FRIDAY = 'store=110501&screen=Front%20window&at=2026-11-27@980'
const NINE_TO_TEN = Array.from({ length: 7 }, () => ({ opensAt: '09:00', closesAt: '22:00' }))

const flower = { ...DEFAULT_SCREEN, set: { kind: 'classifications' as const, paths: [['Flower']] } }
const SETTINGS: Partial<Settings> = {
  openingHours: { 110501: NINE_TO_TEN },
  screens: {
    'Front window': flower,
    'Vape corner': { ...DEFAULT_SCREEN, set: { kind: 'classifications', paths: [['Vapes']] } },
    Upright: { ...flower, orientation: 'portrait-left' },
    Veterans: { ...DEFAULT_SCREEN, groupId: 700, theme: 'light' }
  }
}

let browser: Browser
let rendererDir: string
let store: DemoStore
let host: ManagerHost

function sourceOf(demo: DemoStore) {
  return {
    kind: 'cova' as const,
    settings: { apiUrl: demo.url, tokenUrl: demo.tokenUrl, ...demo.credentials }
  }
}

beforeAll(async () => {
  const startedAt = Date.now()
  store = await startDemoStore({ living: false, nowMs: () => NOW + Date.now() - startedAt })
  rendererDir = await builtRenderer()
  host = await startManagerHost(rendererDir, sourceOf(store), SETTINGS)
  browser = await launchChromium()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await host?.close()
  await store?.close()
})

async function openTimeMachine(
  query = FRIDAY,
  viewport: { readonly width: number; readonly height: number } = { width: 1440, height: 900 }
): Promise<Page> {
  const page = await openManagerPage(browser, host, `time-machine?${query}`, viewport)
  page.on('pageerror', (error) => {
    throw error
  })
  await page.waitForSelector('.why')
  return page
}

const headline = (page: Page): Promise<string> => page.locator('.when h1').innerText()
/** What the previewed board's own clock says. */
const boardClock = (page: Page): Promise<string> => page.locator('.preview-board .clock').first().innerText()

async function untilHeadline(page: Page, expected: string | RegExp): Promise<void> {
  await page.locator('.when h1', { hasText: expected }).waitFor()
  await page.waitForSelector('.stage[aria-busy=false]')
}

interface DrawnText {
  readonly text: string
  readonly left: number
  readonly top: number
}

/** What has the focus, as it is called. */
async function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const active = document.activeElement
    return active?.getAttribute('aria-label') ?? active?.textContent ?? ''
  })
}

/** Presses a key until what has the focus is called so; fails where the keyboard never gets there. */
async function keysTo(page: Page, name: RegExp, key = 'Tab', most = 120): Promise<void> {
  for (let pressed = 0; pressed < most; pressed += 1) {
    if (name.test(await focused(page))) return
    await page.keyboard.press(key)
  }
  throw new Error(`the keyboard does not reach ${String(name)}`)
}

describe('the board at an instant', () => {
  it('is the screen’s real board at that instant, with the day, the days and what begins and ends', async () => {
    const page = await openTimeMachine()
    expect(await headline(page)).toBe('Friday 27 November, 4:20 pm')
    expect(await page.locator('.when p').innerText()).toBe('in 3 days, store time (Regina)')
    expect(await boardClock(page)).toBe('4:20 pm')
    expect(await page.locator('.lane', { hasText: 'Ferry Friday' }).locator('.bar.live').count()).toBe(1)
    expect(await page.locator('.strip-notes').innerText()).toContain('open 9 am to 10 pm')
    expect(await page.locator('.strip-notes .told').innerText()).toContain('Ferry Friday, 4 pm to 9 pm')
    expect(await page.locator('.events li').count()).toBeGreaterThan(10)
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'time-machine')
    await page.close()
  })

  it('stands whole in a small window and on a tablet, with nothing wider than it', async () => {
    for (const viewport of [
      { width: 1280, height: 720 },
      { width: 1024, height: 768 }
    ]) {
      const page = await openTimeMachine(FRIDAY, viewport)
      const overflow = await page.evaluate(() =>
        [document.documentElement, ...document.querySelectorAll('.stage, .reasons')].map(
          (element) => element.scrollWidth - element.clientWidth
        )
      )
      expect(overflow).toEqual([0, 0, 0])
      const jumps = await page.locator('.jumps').boundingBox()
      if (viewport.width > 1100) expect((jumps?.y ?? 0) + (jumps?.height ?? 0)).toBeLessThanOrEqual(viewport.height)
      expect(await axeFindingsOn(page)).toEqual([])
      await page.locator('.why').first().click()
      await page.waitForSelector('.step.end')
      expect(await axeFindingsOn(page)).toEqual([])
      await keepManagerScreen(page, `time-machine-${viewport.width}`)
      await page.close()
    }
  })

  it('jumps by every bar and every event to its instant', async () => {
    const page = await openTimeMachine()
    const ferry = page.locator('.lane', { hasText: 'Ferry Friday' })
    await ferry.getByRole('button', { name: /Go to its start: Friday 4 December, 4:00 pm/ }).click()
    await untilHeadline(page, 'Friday 4 December, 4:00 pm')
    expect(await boardClock(page)).toBe('4:00 pm')
    await ferry.getByRole('button', { name: /Go to its end: Friday 4 December, 9:00 pm/ }).click()
    await untilHeadline(page, 'Friday 4 December, 9:00 pm')
    const event = page.locator('.events button', { hasText: 'Ferry Friday begins' }).first()
    await event.click()
    await untilHeadline(page, 'Friday 27 November, 4:00 pm')
    await page.getByRole('button', { name: /^Next change: / }).click()
    await page.locator('.when h1', { hasNotText: '4:00 pm' }).waitFor()
    await page.getByRole('button', { name: 'Now', exact: true }).click()
    await untilHeadline(page, 'Tuesday 24 November')
    expect(await page.locator('.when p').innerText()).toMatch(/^now, /)
    expect(page.url()).not.toContain('at=')
    await page.close()
  })

  it('is of another screen when that is chosen, and turns its pages', async () => {
    const page = await openTimeMachine()
    await page.getByRole('radio', { name: 'Vape corner' }).click()
    await page.locator('.preview-board h1', { hasText: 'Vapes' }).first().waitFor()
    expect(page.url()).toContain('screen=Vape')
    const first = await page.locator('.pages span').innerText()
    expect(first).toMatch(/^Page 1 of/)
    const before = await page.locator('.preview-board .board').getAttribute('data-page')
    await page.getByRole('button', { name: 'Next page' }).click()
    await page.locator('.pages span', { hasText: 'Page 2 of' }).waitFor()
    expect(await page.locator('.preview-board .board').getAttribute('data-page')).not.toBe(before)
    await page.close()
  })

  it('stands upright where the screen does, no higher than another', async () => {
    const page = await openTimeMachine()
    const lying = await page.locator('.preview').boundingBox()
    await page.getByRole('radio', { name: 'Upright' }).click()
    await page.waitForSelector('.preview-board .board.portrait')
    const upright = await page.locator('.preview').boundingBox()
    expect(upright?.height ?? 0).toBeLessThanOrEqual((lying?.height ?? 0) + 1)
    expect((upright?.height ?? 0) / (upright?.width ?? 1)).toBeCloseTo(16 / 9, 1)
    await page.waitForSelector('.why')
    await keepManagerScreen(page, 'time-machine-upright')
    await page.close()
  })

  it('moves with the knob, and shows the board where it rests', async () => {
    const page = await openTimeMachine()
    const track = await page.locator('.strip-track').boundingBox()
    if (track === null) throw new Error('no track')
    const y = track.y + track.height / 2
    await page.mouse.move(track.x + (track.width * 980) / 1440, y)
    await page.mouse.down()
    await page.mouse.move(track.x + (track.width * 10) / 24, y, { steps: 5 })
    await untilHeadline(page, /^Friday 27 November, (9:55|10:00|10:05) am$/)
    await page.waitForFunction(() =>
      /^(9:55|10:0.) am$/.test(document.querySelector('.preview-board .clock')?.textContent ?? '')
    )
    await page.mouse.up()
    await untilHeadline(page, /^Friday 27 November, (9:55|10:00|10:05) am$/)
    await page.close()
  })
})

describe('the preview', () => {
  it('is drawn as the screen itself is: every text in the same letters, at the same place', async () => {
    const page = await openTimeMachine()
    const screen = await browser.newPage({ viewport: { width: 1920, height: 1080 } })
    await screen.goto(`${host.url}/boards/110501?screen=Front%20window&at=2026-11-27T22:20:00Z`)
    await screen.waitForSelector('.board [data-product-id]')
    const drawn = (where: Page): Promise<readonly DrawnText[]> =>
      where.evaluate(() => {
        const board = document.querySelector('.board:not(.measurer)') as HTMLElement
        const frame = board.getBoundingClientRect()
        return (
          [...board.querySelectorAll<HTMLElement>('h1, h2, bdi, p')]
            // Not the line that says how old prices are: it says something else about another instant.
            .filter((element) => element.closest('footer') === null)
            .map((element) => {
              const { fontSize, fontStretch, fontWeight, letterSpacing, lineHeight } = getComputedStyle(element)
              const box = element.getBoundingClientRect()
              return {
                text: [element.textContent, fontSize, fontStretch, fontWeight, letterSpacing, lineHeight].join(' '),
                left: ((box.left - frame.left) / frame.width) * 1920,
                top: ((box.top - frame.top) / frame.width) * 1920
              }
            })
        )
      })
    const [previewed, shown] = [await drawn(page), await drawn(screen)]
    expect(previewed.length).toBeGreaterThan(20)
    expect(previewed.map(({ text }) => text)).toEqual(shown.map(({ text }) => text))
    for (const [index, { left, top }] of previewed.entries()) {
      expect(Math.abs(left - (shown[index]?.left ?? 0))).toBeLessThan(2)
      expect(Math.abs(top - (shown[index]?.top ?? 0))).toBeLessThan(2)
    }
    await screen.close()
    await page.close()
  })
})

describe('why a price is what it is', () => {
  it('is read like a till slip, whose sum is the price that was picked', async () => {
    const page = await openTimeMachine()
    const price = page.getByRole('button', { name: /^Why is any 14\sg from Alder shelf/ }).first()
    const label = (await price.getAttribute('aria-label')) ?? ''
    await price.click()
    await page.waitForSelector('.step.end')
    expect(await price.getAttribute('aria-pressed')).toBe('true')
    const question = (await page.locator('.slip-question').innerText()).replaceAll(/\s+/g, ' ')
    expect(question).toBe(label.replaceAll(/\s+/g, ' '))
    const paid = await page.locator('.step.end .step-amount').innerText()
    expect(label).toContain(`$${paid}?`)
    const counted = await page.locator('.step:not(.end):not(.replaced) .step-amount').allInnerTexts()
    const cents = counted.reduce((sum, text) => sum + Math.round(Number(text) * 100), 0)
    expect(cents).toBe(Math.round(Number(paid) * 100))
    expect(await page.locator('.slip').innerText()).toContain('inherited by Tern & Timber Regina')
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'time-machine-why')
    await page.close()
  })

  it('shows the record, and gives the explanation as text', async () => {
    const page = await openTimeMachine()
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.locator('.why').first().click()
    await page.getByRole('button', { name: 'Show the record' }).click()
    expect(await page.locator('.slip-record').innerText()).toContain('"records"')
    expect(await axeFindingsOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Copy as text' }).click()
    await page.locator('[role=status]', { hasText: 'Copied.' }).waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('You pay  ')
    await keepManagerScreen(page, 'time-machine-record')
    await page.getByRole('button', { name: 'Close' }).click()
    await page.waitForSelector('.events')
    await page.close()
  })

  it('gives the text to be marked where the browser lets no page copy', async () => {
    const page = await openTimeMachine()
    await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
    await page.locator('.why').first().click()
    await page.getByRole('button', { name: 'Copy as text' }).click()
    expect(await page.locator('.slip-text').inputValue()).toContain('You pay  ')
    await page.close()
  })

  it('explains what the screen’s group pays in its turn', async () => {
    const page = await openTimeMachine('store=110501&screen=Veterans&at=2026-11-27@980')
    const told = await host.call('time-machine:board', {
      locationId: 110501,
      screen: 'Veterans',
      at: { kind: 'wall', day: '2026-11-27', minute: 980 }
    })
    if (!told.ok) throw new Error(told.message)
    const item = told.answer.view.items.find(({ rungs }) => rungs.some(({ groupPays }) => groupPays !== null))
    const rung = item?.rungs.find(({ groupPays }) => groupPays !== null)
    if (item === undefined || rung === undefined) throw new Error('the group pays no less for anything')
    const asked =
      item.shelf === null
        ? `Why is ${item.name}, ${rung.quantity}, `
        : `Why is any ${rung.quantity} from ${item.shelf.name} `
    const price = page.locator(`.why[aria-label^=${JSON.stringify(asked)}]`).first()
    for (let turns = 0; turns < 40 && (await price.count()) === 0; turns += 1) {
      await page.getByRole('button', { name: 'Next page' }).click()
      await page.locator('.pages span', { hasText: `Page ${turns + 2} of` }).waitFor()
      await page.waitForFunction(
        (shown) => document.querySelector('.preview-board .board')?.getAttribute('data-page') === shown,
        String(turns + 2)
      )
    }
    await price.click()
    const group = page.getByRole('button', { name: /^Explain what .+ pay$/ })
    await group.click()
    await page.getByRole('button', { name: 'Back to what everybody pays' }).waitFor()
    await keepManagerScreen(page, 'time-machine-group')
    await page.close()
  })
})

describe('what changes before we open', () => {
  it('lists every difference with its amounts, and leads to the board of then', async () => {
    const page = await openTimeMachine()
    await page.getByRole('button', { name: 'Before we open tomorrow' }).click()
    await page.locator('.slip-question', { hasText: 'What changes before we open tomorrow?' }).waitFor()
    expect(await page.locator('.reasons').innerText()).toContain('Wednesday 25 November, 9:00 am')
    const told = await host.call('time-machine:differences', { locationId: 110501, screen: 'Front window' })
    if (!told.ok) throw new Error(told.message)
    expect(await page.locator('.slip .step').count()).toBe(told.answer.changes.length)
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'time-machine-opening')
    await page.getByRole('button', { name: told.answer.jumpLabel }).click()
    await untilHeadline(page, 'Wednesday 25 November, 9:00 am')
    await page.close()
  })
})

describe('by the keyboard alone', () => {
  it('an instant is chosen, a price explained, a day picked, and the opening looked at', async () => {
    const page = await openTimeMachine()
    // A price of the board, and its slip.
    await keysTo(page, /^Why is any 3\.5\sg from Cedar shelf/)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.step.end')
    // The time of day: five minutes a press.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.locator('.strip-knob input').waitFor({ state: 'attached' })
    await keysTo(page, /^Time of day$|^$/, 'Tab')
    for (let presses = 0; presses < 200 && !(await isSlider(page)); presses += 1) await page.keyboard.press('Tab')
    expect(await isSlider(page)).toBe(true)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-valuetext'))).toBe('4:20 pm')
    await page.keyboard.press('ArrowRight')
    await untilHeadline(page, 'Friday 27 November, 4:25 pm')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-valuetext'))).toBe('4:25 pm')
    await page.keyboard.press('Home')
    await untilHeadline(page, 'Friday 27 November, 12:00 am')
    // Another day, in the calendar.
    await keysTo(page, /^Choose a day$/)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.calendar td')
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'time-machine-calendar')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await untilHeadline(page, 'Saturday 28 November, 12:00 am')
    // A day of the row, a bar of a lane.
    await keysTo(page, /^Tuesday 24 November$/)
    await keysTo(page, /^Monday 30 November$/, 'ArrowRight')
    await page.keyboard.press('Enter')
    await untilHeadline(page, 'Monday 30 November, 12:00 am')
    await keysTo(page, /^Ferry Friday, .* Go to its start/)
    await page.keyboard.press('Enter')
    await untilHeadline(page, 'Friday 27 November, 4:00 pm')
    await keysTo(page, /^Next change: /)
    await page.keyboard.press('Enter')
    await page.locator('.when h1', { hasNotText: '4:00 pm' }).waitFor()
    await keysTo(page, /^Before we open tomorrow$/)
    await page.keyboard.press('Enter')
    await page.locator('.slip-question', { hasText: 'What changes' }).waitFor()
    await keysTo(page, /^Show the board at /)
    await page.keyboard.press('Enter')
    await untilHeadline(page, 'Wednesday 25 November, 9:00 am')
    await page.close()
  })
})

function isSlider(page: Page): Promise<boolean> {
  return page.evaluate(
    () => document.activeElement instanceof HTMLInputElement && document.activeElement.type === 'range'
  )
}

describe('by touch', () => {
  it('a price is explained and a bar leads to its instant', async () => {
    const page = await browser.newPage({ viewport: { width: 1024, height: 768 }, hasTouch: true })
    await page.goto(`${host.url}/manager#time-machine?${FRIDAY}`)
    await page.waitForSelector('.gate input')
    await page.keyboard.type(PIN)
    await page.keyboard.press('Enter')
    await page.waitForSelector('.why')
    await page.locator('.why').first().tap()
    await page.waitForSelector('.step.end')
    await page.getByRole('button', { name: 'Close' }).tap()
    await page.locator('.events button', { hasText: 'Ferry Friday begins' }).first().tap()
    await untilHeadline(page, 'Friday 27 November, 4:00 pm')
    await page.close()
  })
})

describe('what cannot be shown', () => {
  it('an instant too far off says which can be chosen, and Now leads back', async () => {
    const page = await openManagerPage(browser, host, 'time-machine?store=110501&at=2027-08-01@600')
    await page.locator('[role=alert]', { hasText: 'out of reach' }).waitFor()
    await keepManagerScreen(page, 'time-machine-too-far')
    await page.getByRole('button', { name: 'Now', exact: true }).click()
    await page.waitForSelector('.why')
    await page.close()
  })
})

describe('in Canadian French', () => {
  it('says everything in French', async () => {
    const french = await startManagerHost(rendererDir, sourceOf(store), { ...SETTINGS, language: 'fr-CA' })
    const page = await openManagerPage(browser, french, `time-machine?${FRIDAY}`)
    await page.waitForSelector('.why')
    expect((await headline(page)).replaceAll(/\s/g, ' ')).toBe('Vendredi 27 novembre, 16 h 20')
    await page
      .getByRole('button', { name: /^Pourquoi 3,5\sg au choix de/ })
      .first()
      .click()
    await page.waitForSelector('.step.end')
    expect(await page.locator('.reasons').innerText()).toContain('Vous payez')
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'time-machine-fr')
    await page.close()
    await french.close()
  }, 60_000)
})
