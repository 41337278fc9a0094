import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startDemoStore } from '../../../src/main/demo-store/demo-store.ts'
import type { DemoStore } from '../../../src/main/demo-store/demo-store.types.ts'
import { DEFAULT_SCREEN } from '../../../src/domain/screen/default-screen.ts'
import { plainProductOf } from '../../main/engine/running-engine.ts'
import { builtRenderer } from '../renderer-build.ts'
import { launchChromium } from '../chromium.ts'
import {
  axeFindingsOn,
  keepManagerScreen,
  openManagerPage,
  startManagerHost,
  type ManagerHost
} from './manager-host.ts'

const REGINA = 110501
/** Tuesday 24 November 2026, 3:00 pm in Regina. */
const START_MS = Date.UTC(2026, 10, 24, 21)

let browser: Browser
let store: DemoStore
let hosts: ManagerHost[]
let ids: { up: string; archived: string; promotion: string }

const SCREENS = {
  'Front window': DEFAULT_SCREEN,
  'Vape corner': { ...DEFAULT_SCREEN, set: { kind: 'classifications', paths: [['Vapes']] } }
} as const

beforeAll(async () => {
  const rendererDir = await builtRenderer()
  const beganAtMs = Date.now()
  store = await startDemoStore({ living: false, nowMs: () => START_MS + (Date.now() - beganAtMs) })
  const { state } = store
  const like = plainProductOf(store, REGINA)
  const classed = { classificationId: state.product(like).classificationId }
  ids = {
    up: state.addProduct(like, { name: 'Copper Plover', sku: 'CP-1', upcs: ['036000291452'], ...classed }),
    archived: state.addProduct(like, { name: 'Copper Plover Reserve', sku: 'CP-2', upcs: ['036000291469'] }),
    promotion: state.addPromotion({
      name: 'Lantern Friday',
      schedule:
        'BEGIN:VEVENT\r\nDTSTART:20261106T160000\r\nDTEND:20261106T210000\r\nRRULE:FREQ=WEEKLY;BYDAY=FR\r\nEND:VEVENT\r\n',
      promotionType: { Type: 'EachMatchedPercentOff', PercentOffOfEach: 0.2, ItemsToMatch: { Type: 'None' } },
      catalogIds: [like]
    }).promotionId
  }
  state.archive(ids.archived)
  state.removePrices(ids.archived, null)
  const source = {
    kind: 'cova',
    settings: { apiUrl: store.url, tokenUrl: store.tokenUrl, ...store.credentials }
  } as const
  hosts = []
  for (const language of ['en-CA', 'fr-CA', 'es']) {
    hosts.push(await startManagerHost(rendererDir, source, { language, locationId: REGINA, screens: SCREENS }))
  }
  browser = await launchChromium()
}, 180_000)

afterAll(async () => {
  await browser?.close()
  for (const host of hosts ?? []) await host.close()
  await store?.close()
})

const host = (index = 0): ManagerHost => hosts[index] as ManagerHost
const headline = (page: Page): Promise<string> => page.locator('.absence-headline').innerText()
const answerTo = (page: Page, text: string): Promise<unknown> =>
  page.waitForSelector(`.absence-headline:has-text("${text}")`)

/** A scanner is a keyboard: digits in quick succession, then Enter. */
async function scan(page: Page, code: string): Promise<void> {
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
}

describe("why isn't it up?", () => {
  it('answers one scan after another, whatever has the focus stays for the next', async () => {
    const page = await openManagerPage(browser, host(), 'absence')
    await page.waitForSelector('.absence-search input:focus')
    await scan(page, '036000291469')
    await answerTo(page, 'It is archived in Cova.')
    expect(await page.locator('.absence-verdict').innerText()).toContain('Take it out of the archive in Cova’s hub')
    expect(await page.locator('.absence-also').innerText()).toContain('It has no price at Tern & Timber Regina')
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'absence-not-up')
    await scan(page, '036000291452')
    await answerTo(page, 'Copper Plover is up.')
    expect(await page.locator('.absence-screens').innerText()).toMatch(/Vape corner\s+shows Vapes only/)
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'absence-up')
    await scan(page, '999999999999')
    await answerTo(page, 'Topshelf has nothing from Cova that is called “999999999999”')
    expect(await page.locator('.absence-name').count()).toBe(0)
    await page.close()
  })

  it('lists what a name finds as it is typed, and is walked through by the keyboard alone', async () => {
    const page = await openManagerPage(browser, host(), 'absence', { width: 1024, height: 768 })
    await page.keyboard.type('plover copp')
    await page.waitForSelector('.absence-match >> nth=1')
    expect(await page.locator('.absence-count').innerText()).toBe('2 found')
    expect(await page.locator('.absence-match').allInnerTexts()).toEqual([
      expect.stringMatching(/^Copper Plover\s+Up\s.*CP-1$/),
      expect.stringMatching(/^Copper Plover Reserve\s+Archived\s.*CP-2$/)
    ])
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await answerTo(page, 'It is archived in Cova.')
    await keepManagerScreen(page, 'absence-list-1024')
    expect(await axeFindingsOn(page)).toEqual([])
    expect(new URL(page.url()).hash).toContain(`product=${ids.archived}`)
    // Typing on asks anew: the old answer is not about that.
    await page.keyboard.press('Shift+Tab')
    await page.locator('.absence-search input').press('a')
    await page.waitForSelector('.absence-name', { state: 'detached' })
    await page.close()
  })

  it('shows the first of many, and how many there are', async () => {
    const page = await openManagerPage(browser, host(), 'absence', { width: 1024, height: 768 })
    await page.keyboard.type('s')
    await page.waitForSelector('.absence-match >> nth=49')
    expect(await page.locator('.absence-count').innerText()).toMatch(/^\d+ found, the first 50 here$/)
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.absence-headline')
    expect(await page.locator('.absence-match').last().isVisible()).toBe(true)
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'absence-many-1024')
    await page.close()
  })

  it('asks about the screen that is chosen, and the address keeps it', async () => {
    const page = await openManagerPage(browser, host(), `absence?product=${ids.up}`)
    await answerTo(page, 'Copper Plover is up.')
    await page.getByRole('button', { name: /Screen/ }).focus()
    await page.keyboard.press('Enter')
    await page.waitForSelector('.popover [role=option]')
    await page.keyboard.type('Vape')
    await page.keyboard.press('Enter')
    await answerTo(page, 'Vape corner shows Vapes only, and this product is not part of that.')
    expect(new URL(page.url()).hash).toContain('screen=Vape+corner')
    expect(await page.locator('.absence-screens [data-up=true]').allInnerTexts()).toHaveLength(2)
    await page.close()
  })

  it('says when a promotion runs next', async () => {
    const page = await openManagerPage(browser, host(), 'absence', { width: 1024, height: 768 })
    await page.keyboard.type('lantern fri')
    await page.keyboard.press('Enter')
    await answerTo(page, 'It is not on now; its next time is Friday 27 November, 4:00 pm to 9:00 pm.')
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'absence-promotion-1024')
    await page.close()
  })

  it('where nothing fits, offers what was perhaps meant', async () => {
    const page = await openManagerPage(browser, host(), 'absence')
    await page.keyboard.type('Coper Plvoer Reserve')
    await page.waitForSelector('.absence-offers button')
    expect(await page.locator('.absence-count').innerText()).toBe('Nothing found')
    expect(await axeFindingsOn(page)).toEqual([])
    await keepManagerScreen(page, 'absence-nothing')
    await page.getByRole('button', { name: 'Copper Plover Reserve' }).focus()
    await page.keyboard.press('Enter')
    await answerTo(page, 'It is archived in Cova.')
    await page.close()
  })

  it('speaks French and Spanish, the sentences and what stands around them', async () => {
    const said: string[] = []
    for (const [index, name] of ['fr', 'es'].entries()) {
      const page = await openManagerPage(browser, host(index + 1), 'absence')
      await scan(page, '036000291469')
      await page.waitForSelector('.absence-headline')
      said.push(
        await page.locator('h1').innerText(),
        await headline(page),
        await page.locator('.absence-part h3').first().innerText()
      )
      expect(await axeFindingsOn(page)).toEqual([])
      await keepManagerScreen(page, `absence-${name}`)
      await page.close()
    }
    expect(said).toEqual([
      'Pourquoi pas à l’écran?',
      'Il est archivé dans Cova.',
      'Autres obstacles',
      '¿Por qué no está?',
      'Está archivado en Cova.',
      'También lo impide'
    ])
  })

  it('follows the store: what is put right in Cova goes up here too', async () => {
    const page = await openManagerPage(browser, host(), `absence?promotion=${ids.promotion}`)
    await answerTo(page, 'It is not on now')
    store.state.removePromotion(ids.promotion)
    const synced = await host()
      .engine()
      .syncOnce(() => undefined)
    expect(synced.ok).toBe(true)
    await answerTo(page, 'Cova’s list of promotions does not have this one.')
    await page.close()
  })
})
