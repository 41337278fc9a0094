import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_SCREEN } from '../../../src/domain/screen/default-screen.ts'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import type { Settings } from '../../../src/main/settings/settings.types.ts'
import { builtRenderer } from '../renderer-build.ts'
import { launchChromium } from '../chromium.ts'
import { intercept } from '../intercept.ts'
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

async function isWithin(
  page: Page,
  selector: string,
  { width, height }: { readonly width: number; readonly height: number }
): Promise<boolean> {
  const box = await page.locator(selector).first().boundingBox()
  return box !== null && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= height
}

/** In the page: how many of some elements are whole within a place. */
function inSightOf(elements: readonly Element[], place: string): number {
  const frame = document.querySelector(place)?.getBoundingClientRect()
  return elements.filter((element) => {
    const { top, bottom } = element.getBoundingClientRect()
    return frame !== undefined && top >= frame.top && bottom <= frame.bottom + 1
  }).length
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

  it.each([
    [1440, 900],
    [1280, 720],
    [1024, 768]
  ])('stands whole at %i by %i: board, knob, days and buttons, with nothing to scroll', async (width, height) => {
    const page = await openTimeMachine(FRIDAY, { width, height })
    const overflow = await page.evaluate(() =>
      [document.documentElement, ...document.querySelectorAll('.stage, .reasons')].map(
        (element) => element.scrollWidth - element.clientWidth
      )
    )
    expect(overflow).toEqual([0, 0, 0])
    expect(await page.locator('.stage').evaluate((stage) => stage.scrollHeight - stage.clientHeight)).toBe(0)
    for (const part of ['.preview', '.strip-knob', '.days', '.jumps', '.pages'])
      expect(await isWithin(page, part, { width, height }), part).toBe(true)
    expect(await page.locator('.lane').evaluateAll(inSightOf, '.lanes-place')).toBeGreaterThanOrEqual(3)
    expect(await axeFindingsOn(page)).toEqual([])
    await page.locator('.why').first().click()
    await page.waitForSelector('.step.end')
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, `time-machine-${width}`)
    await page.close()
  })

  it('says how many lanes are out of sight, and goes to them', async () => {
    const page = await openTimeMachine('store=110501&at=2026-11-27@980', { width: 1280, height: 720 })
    const more = page.locator('.lanes-more')
    const first = await more.innerText()
    expect(first).toMatch(/^\d+ more below$/)
    const lanes = await page.locator('.lane').count()
    const seen = await page.locator('.lane').evaluateAll(inSightOf, '.lanes-place')
    // One may be half in sight.
    expect(lanes - Number.parseInt(first, 10) - seen).toBeLessThanOrEqual(1)
    for (let presses = 0; presses < 40 && !(await more.innerText()).includes('above'); presses += 1) await more.click()
    expect(await more.innerText()).toMatch(/^\d+ more above$/)
    await page.close()
  })

  it('tells the one that has begun last and how many more, and lists the day’s beside it', async () => {
    const page = await openTimeMachine('store=110501&at=2026-11-27@980')
    const told = await host.call('time-machine:forecast', {
      locationId: 110501,
      screen: null,
      at: { kind: 'wall', day: '2026-11-27', minute: 980 }
    })
    if (!told.ok) throw new Error(told.message)
    const { strip } = told.answer
    const live = strip.bars.filter(({ isInForce }) => isInForce)
    expect(live.length).toBeGreaterThan(2)
    expect(await page.locator('.strip-notes .told').innerText()).toMatch(new RegExp(`, and ${live.length - 1} more$`))
    expect(await page.locator('.of-day li').count()).toBe(strip.bars.length)
    expect(await page.locator('.of-day .live').count()).toBe(live.length)
    // No bar of the strip lies over another.
    const boxes = await page.locator('.strip-bar').evaluateAll((bars) =>
      bars.map((bar) => {
        const { left, right, top, bottom } = bar.getBoundingClientRect()
        return { left, right, top, bottom }
      })
    )
    const over = boxes.filter((a, at) =>
      boxes.some(
        (b, other) =>
          other > at && a.left < b.right - 6 && b.left < a.right - 6 && a.top < b.bottom - 1 && b.top < a.bottom - 1
      )
    )
    expect(over).toEqual([])
    await page.locator('.of-day button', { hasText: 'Ferry Friday' }).click()
    await untilHeadline(page, 'Friday 27 November, 4:00 pm')
    await page.close()
  })

  it('dims the board of before and names its instant while another is worked out', async () => {
    const page = await openTimeMachine()
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    await intercept(
      page,
      (path) => path.endsWith('time-machine:board'),
      async (route) => {
        await held
        await route.continue()
      }
    )
    await page.locator('.day', { hasText: '30' }).click()
    await page.locator('.old-note').waitFor()
    expect(await page.locator('.old-note').innerText()).toBe('Still Front window, Friday 27 November, 4:20 pm')
    await page.locator('.when h1', { hasText: 'Monday 30 November, 4:20 pm' }).waitFor()
    expect(await page.locator('.when [role=status]').innerText()).toBe('Working it out …')
    expect(await page.locator('.stage').getAttribute('aria-busy')).toBe('true')
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'time-machine-busy')
    release()
    await untilHeadline(page, 'Monday 30 November, 4:20 pm')
    expect(await page.locator('.old-note').count()).toBe(0)
    await page.close()
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

  it('stands upright where the screen does: larger, in a place no higher than another, and whole on demand', async () => {
    const page = await openTimeMachine()
    const lying = await page.locator('.preview').boundingBox()
    await page.getByRole('radio', { name: 'Upright' }).click()
    await page.waitForSelector('.preview-board .board.portrait')
    const frame = await page.locator('.board-frame').boundingBox()
    expect(frame?.height ?? 0).toBeLessThanOrEqual((lying?.height ?? 0) + 1)
    await page.waitForSelector('.why')
    await keepManagerScreen(page, 'time-machine-upright')
    await page.getByRole('button', { name: 'Whole board' }).click()
    await page.getByRole('button', { name: 'Larger' }).waitFor()
    const whole = await page.locator('.preview').boundingBox()
    expect(whole?.height ?? 0).toBeLessThanOrEqual((lying?.height ?? 0) + 1)
    expect((whole?.height ?? 0) / (whole?.width ?? 1)).toBeCloseTo(16 / 9, 1)
    await page.close()
  })

  it.each([
    ['Upright', 1280, 720],
    ['Upright', 1024, 768],
    ['Front window', 1280, 720],
    ['Front window', 1024, 768]
  ])('%s at %i by %i has prices that a finger hits, once it is larger', async (screen, width, height) => {
    const page = await openTimeMachine(`store=110501&screen=${screen}&at=2026-11-27@980`, { width, height })
    if (screen === 'Front window') await page.getByRole('button', { name: 'Larger' }).click()
    await page.getByRole('button', { name: 'Whole board' }).waitFor()
    for (let turns = 0; turns < 3; turns += 1) {
      const sizes = await page.locator('.why').evaluateAll((prices) =>
        prices.map((price) => {
          const { width: wide, height: high } = price.getBoundingClientRect()
          return Math.min(wide, high)
        })
      )
      expect(sizes.length).toBeGreaterThan(3)
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(24)
      await page.getByRole('button', { name: 'Next page' }).click()
      await page.waitForFunction(
        (shown) => document.querySelector('.preview-board .board')?.getAttribute('data-page') === shown,
        String(turns + 2)
      )
    }
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

  it('has a deal as a step of its own, with the promotion’s conditions below', async () => {
    const page = await openTimeMachine()
    await page
      .getByRole('button', { name: /^Why is any 14\sg from Cedar shelf.*72\.82/ })
      .first()
      .click()
    await page.waitForSelector('.step.end')
    const step = page.locator('.step', { hasText: 'Ferry Friday' })
    expect(await step.locator('.step-amount').innerText()).toMatch(/^−\d+\.\d\d$/)
    expect(await step.innerText()).toContain('20% off Flower by')
    const note = page.locator('div.slip-note', { hasText: 'Ferry Friday.' })
    expect(await note.locator('.slip-conditions li').allInnerTexts()).toEqual([
      'In Flower: yes',
      expect.stringMatching(/^From .+ or .+: yes$/)
    ])
    await note.scrollIntoViewIfNeeded()
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'time-machine-deal')
    await page.close()
  })

  it('shows the record within sight, and gives the explanation as text and says so', async () => {
    const page = await openTimeMachine(FRIDAY, { width: 1280, height: 720 })
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.locator('.why').first().click()
    await page.getByRole('button', { name: 'Show the record' }).click()
    expect(await isWithin(page, '.slip-record', { width: 1280, height: 720 })).toBe(true)
    expect(await page.locator('.slip-record').innerText()).toContain('"records"')
    expect(await axeFindingsOn(page)).toEqual([])
    await page.getByRole('button', { name: 'Copy as text' }).click()
    await page.locator('[role=status]', { hasText: 'Copied.' }).waitFor()
    expect(await isWithin(page, '.slip-acts [role=status]', { width: 1280, height: 720 })).toBe(true)
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
    // Now is about now: the list of tomorrow goes.
    await page.getByRole('button', { name: 'Before we open tomorrow' }).click()
    await page.locator('.slip-question').waitFor()
    await page.getByRole('button', { name: 'Now', exact: true }).click()
    await page.locator('.slip-question').waitFor({ state: 'detached' })
    await page.close()
  })
})

describe('by the keyboard alone', () => {
  it('an instant is chosen, a price explained, a day picked, and the opening looked at', async () => {
    const page = await openTimeMachine()
    // Past the list of views in one press, then the prices of the board: one stop, and the arrow keys among them.
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('To the content')
    await keepManagerScreen(page, 'skip')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    const first = await focused(page)
    expect(first).toMatch(/^Why is any 3\.5\sg from Alder shelf/)
    await keysTo(page, /^Why is any 3\.5\sg from Cedar shelf/, 'ArrowRight')
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toMatch(/^Why is /)
    await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Home')
    expect(await focused(page)).toBe(first)
    await keysTo(page, /^Why is any 3\.5\sg from Cedar shelf/, 'ArrowRight')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.step.end')
    await page.keyboard.press('Tab')
    expect(await focused(page)).not.toMatch(/^Why is /)
    await page.keyboard.press('Shift+Tab')
    expect(await focused(page)).toMatch(/^Why is any 3\.5\sg from Cedar shelf/)
    // The time of day: five minutes a press.
    for (let presses = 0; presses < 12 && !(await isSlider(page)); presses += 1) await page.keyboard.press('Tab')
    expect(await isSlider(page)).toBe(true)
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-valuetext'))).toBe('4:20 pm')
    await page.keyboard.press('ArrowRight')
    await untilHeadline(page, 'Friday 27 November, 4:25 pm')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-valuetext'))).toBe('4:25 pm')
    await page.keyboard.press('Home')
    await untilHeadline(page, 'Friday 27 November, 12:00 am')
    // Another day, in the calendar.
    await keysTo(page, /^Choose a day$/)
    const sizeBefore = await page.locator('.preview').boundingBox()
    await page.keyboard.press('Enter')
    await page.waitForSelector('.calendar td')
    expect(await axeFindingsOn(page)).toEqual([])
    expect(await page.locator('.preview').boundingBox()).toEqual(sizeBefore)
    await keepManagerScreen(page, 'time-machine-calendar')
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await untilHeadline(page, 'Saturday 28 November, 12:00 am')
    // A day of the row, a bar of a lane.
    await keysTo(page, /^Saturday 28 November$/)
    await keysTo(page, /^Monday 30 November$/, 'ArrowRight')
    await page.keyboard.press('Enter')
    await untilHeadline(page, 'Monday 30 November, 12:00 am')
    await page.keyboard.press('Tab')
    await keysTo(page, /^Ferry Friday, .* Go to its start/, 'ArrowRight')
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

describe('the list of views by the keyboard', () => {
  it('is one stop, with the arrow keys from view to view', async () => {
    const page = await openTimeMachine()
    await page.evaluate(() => (document.activeElement as HTMLElement).blur())
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Time machine')
    await page.keyboard.press('Tab')
    expect(await focused(page)).not.toBe('Why isn’t it up?')
    await page.keyboard.press('Shift+Tab')
    await page.keyboard.press('ArrowDown')
    expect(await focused(page)).toBe('Why isn’t it up?')
    await page.keyboard.press('End')
    expect(await focused(page)).toBe('Settings')
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await page.locator('.views a[aria-current]', { hasText: 'Today' }).waitFor()
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
