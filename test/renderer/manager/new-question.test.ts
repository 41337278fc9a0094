import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { DEFAULT_SCREEN } from '../../../src/domain/screen/default-screen.ts'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import type { ViewItem } from '../../../src/shared/board-view.ts'
import { launchChromium } from '../chromium.ts'
import { intercept } from '../intercept.ts'
import { builtRenderer } from '../renderer-build.ts'
import { keepManagerScreen, type ManagerHost, openManagerPage, startManagerHost } from './manager-host.ts'

const REGINA = 110501
/** Tuesday 24 November 2026, 10:00 am in Regina. */
const NOW = Date.parse('2026-11-24T10:00:00-06:00')
const TOMORROW_AT_SEVEN = Date.parse('2026-11-25T07:00:00-06:00')
/** Longer than a view of now waits before it asks again. */
const A_WHILE_MS = 31_000
const NINE_TO_TEN = Array.from({ length: 7 }, () => ({ opensAt: '09:00', closesAt: '22:00' }))

let browser: Browser
let store: DemoStore
let host: ManagerHost

beforeAll(async () => {
  const beganAtMs = Date.now()
  store = await startDemoStore({ living: false, nowMs: () => NOW + Date.now() - beganAtMs })
  const source = {
    kind: 'cova',
    settings: { apiUrl: store.url, tokenUrl: store.tokenUrl, ...store.credentials }
  } as const
  host = await startManagerHost(await builtRenderer(), source, {
    locationId: REGINA,
    openingHours: { [REGINA]: NINE_TO_TEN },
    screens: {
      'Front window': { ...DEFAULT_SCREEN, set: { kind: 'classifications', paths: [['Flower']] } },
      'Vape corner': { ...DEFAULT_SCREEN, set: { kind: 'classifications', paths: [['Vapes']] } }
    }
  })
  browser = await launchChromium()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  await host?.close()
  await store?.close()
})

/** A view whose own clock the test moves on. */
async function openView(view: string): Promise<Page> {
  const page = await openManagerPage(browser, host, 'today')
  page.on('pageerror', (error) => {
    throw error
  })
  await page.clock.install()
  await page.goto(`${host.url}/manager#${view}`)
  return page
}

/** Keeps a channel's answers back until it is let go. */
async function holdBack(page: Page, channel: string): Promise<() => void> {
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  await intercept(
    page,
    (path) => path.endsWith(channel),
    async (route) => {
      await held
      await route.continue()
    }
  )
  return letGo
}

/** One of the vapes that are sold by the piece at one price. */
async function someVape(): Promise<ViewItem> {
  const told = await host.call('time-machine:board', {
    locationId: REGINA,
    screen: 'Vape corner',
    at: { kind: 'now' }
  })
  if (!told.ok) throw new Error(told.message)
  const item = told.answer.view.items.find(
    ({ shelf, rungs, soldOut }) => shelf === null && rungs.length === 1 && !soldOut
  )
  if (item === undefined) throw new Error('no vape has one price')
  return item
}

async function sync(): Promise<void> {
  const synced = await host.engine().syncOnce(() => undefined)
  expect(synced.ok).toBe(true)
}

describe('the time machine at now', () => {
  it('explains another price as soon as the board beside it shows another', async () => {
    const page = await openView(`time-machine?store=${REGINA}&screen=Vape%20corner`)
    const { name, productId } = await someVape()
    const price = page.locator(`.why[aria-label*=${JSON.stringify(name)}]`).first()
    await page.waitForSelector('.why')
    for (let turns = 0; turns < 20 && (await price.count()) === 0; turns += 1)
      await page.getByRole('button', { name: 'Next page' }).click()
    await price.click()
    await page.waitForSelector('.step.end')
    const asked = (await price.getAttribute('aria-label')) ?? ''
    const before = await page.locator('.slip-question b').innerText()
    store.state.setPrice(productId, REGINA, '1.00')
    await sync()
    await page.clock.fastForward(A_WHILE_MS)
    await page.waitForFunction(
      (old) => ![...document.querySelectorAll('.why')].some((why) => why.getAttribute('aria-label') === old),
      asked
    )
    const [shown] = /\$[\d.]+/.exec((await price.getAttribute('aria-label')) ?? '') ?? []
    await page.locator('.slip-question b', { hasText: shown ?? 'a price' }).waitFor()
    expect(await page.locator('.slip-question b').innerText()).not.toBe(before)
    expect(await page.locator('.slip').first().innerText()).toContain('1.00')
    await page.close()
  })
})

describe('what changes before we open', () => {
  it('is never the list of the screen before, and follows what comes from Cova', async () => {
    const page = await openView(`time-machine?store=${REGINA}&screen=Front%20window`)
    await page.getByRole('button', { name: 'Before we open tomorrow' }).click()
    await page.locator('.slip-question', { hasText: 'What changes' }).waitFor()
    const letGo = await holdBack(page, 'time-machine:differences')
    await page.getByRole('radio', { name: 'Vape corner' }).click()
    await page.locator('.preview-board h1', { hasText: 'Vapes' }).first().waitFor()
    await page.locator('.reasons', { hasText: 'Working it out …' }).waitFor()
    expect(await page.locator('.reasons .slip-question').count()).toBe(0)
    await keepManagerScreen(page, 'time-machine-opening-asked')
    letGo()
    await page.locator('.slip-question', { hasText: 'What changes' }).waitFor()
    const { name, productId } = await someVape()
    expect(await page.locator('.reasons').innerText()).not.toContain(name)
    store.state.setSale(productId, REGINA, { salePrice: '0.50', startsAtMs: TOMORROW_AT_SEVEN, stopsAtMs: null })
    await sync()
    await page.clock.fastForward(A_WHILE_MS)
    await page.locator('.reasons .slip .step', { hasText: name }).waitFor()
    await page.close()
  })

  it('is not told beside the reason why it cannot be', async () => {
    const page = await openView(`time-machine?store=${REGINA}&screen=Front%20window`)
    await page.getByRole('button', { name: 'Before we open tomorrow' }).click()
    await page.locator('.slip-question', { hasText: 'What changes' }).waitFor()
    await intercept(
      page,
      (path) => path.endsWith('time-machine:differences'),
      async (route) => {
        await route.fulfill({ json: { ok: false, code: 'unavailable', field: null, message: 'Not just now' } })
      }
    )
    await page.clock.fastForward(A_WHILE_MS)
    await page.locator('.reasons [role=alert]', { hasText: 'Not just now' }).waitFor()
    expect(await page.locator('.reasons .slip-question').count()).toBe(0)
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await page.locator('.reasons .events').last().waitFor()
    await page.close()
  })
})

describe('why isn’t it up', () => {
  it('another screen’s reason never stands under the name of the one that is chosen', async () => {
    const { name, productId } = await someVape()
    const page = await openView(`absence?store=${REGINA}&screen=Vape%20corner&product=${productId}`)
    await page.locator('.absence-headline', { hasText: `${name} is up.` }).waitFor()
    const letGo = await holdBack(page, 'absence:product')
    await chooseScreen(page, 'Front window')
    await page.locator('.absence-headline').waitFor({ state: 'detached' })
    expect(await page.locator('.absence-answer').getAttribute('aria-busy')).toBe('true')
    letGo()
    await page.locator('.absence-headline', { hasText: 'Front window shows Flower only' }).waitFor()
    expect(await page.locator('.absence-answer').getAttribute('aria-busy')).toBe('false')
    await page.close()
  })

  it('neither do another screen’s states beside what a name finds', async () => {
    const { name } = await someVape()
    const page = await openView(`absence?store=${REGINA}&screen=Vape%20corner`)
    await page.locator('.absence-search input').fill(name)
    await page.locator('.absence-match', { hasText: name }).first().waitFor()
    const states = (): Promise<readonly string[]> => page.locator('.absence-state').allInnerTexts()
    expect(await states()).toContain('Up')
    const letGo = await holdBack(page, 'absence:search')
    await chooseScreen(page, 'Front window')
    await page.locator('.absence-match').first().waitFor({ state: 'detached' })
    letGo()
    await page.locator('.absence-match', { hasText: name }).first().waitFor()
    expect(await states()).not.toContain('Up')
    await page.close()
  })
})

async function chooseScreen(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: /Screen/ }).click()
  await page.locator('.popover [role=option]', { hasText: name }).click()
  await page.waitForFunction((chosen) => location.hash.includes(chosen), `screen=${name.replaceAll(' ', '+')}`)
}
